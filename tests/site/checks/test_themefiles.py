"""What a newsletter has in themes/ and nothing is made of is named, with what it may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.themes import FOLDER

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def told(newsletter: Newsletter) -> list[tuple[str, str]]:
    newsletter.edition("2022-03")
    return [(one.path, one.hint) for one in newsletter.diagnose() if one.rule == "file-unused"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("themes/paper/web/editon.html", "did you mean 'web/edition.html'?"),
        ("themes/paper/web/Edition.html", "did you mean 'web/edition.html'?"),
        ("themes/paper/webb/edition.html", "did you mean 'web/edition.html'?"),
        ("themes/paper/edition.html", "did you mean 'web/edition.html'?"),
        ("themes/paper/web/edition.htm", "did you mean 'web/edition.html'?"),
        ("themes/paper/mail/mesage.html", "did you mean 'mail/message.html'?"),
        ("themes/paper/mail/message.txt", "the mail's text is made without a template"),
        ("themes/paper/web/edition.txt", "did you mean 'web/edition.html'?"),
        ("themes/paper/theme.yml", "did you mean 'theme.yaml'?"),
        ("themes/paper/base.html", "did you mean 'web/base.html'?"),
        ("themes/paper/web/base.htm", "did you mean 'web/base.html'?"),
        ("themes/paper/web/parts/a.html", "name it in a template, or take it away"),
        ("themes/paper/statics/x.css", "what pages load stands in the theme's static/"),
        ("themes/paper/img/logo.png", "what pages load stands in the theme's static/"),
        ("themes/papr/web/edition.html", "did you mean 'paper'?"),
        ("themes/ours/web/edition.html", "add its theme.yaml"),
        ("themes/edition.html", "a theme is a folder, as 'themes/paper/'"),
    ],
)
def test_a_file_that_nothing_is_made_of_is_named(
    newsletter: Newsletter, path: str, hint: str
) -> None:
    newsletter.write(path, "Text.")
    named = "/".join(path.split("/")[:2]) if "paper/" not in path else path
    assert told(newsletter) == [(named, hint)]


@pytest.mark.parametrize(
    "path",
    [
        *(f"themes/paper/{name}" for name in ("static/logo.svg", "web/page.html", "README.md")),
        *("themes/README.md", "themes/.DS_Store", "themes/paper/LICENSE", "themes/paper/notes.txt"),
        "themes/paper/web/page.html~",
        *("themes/paper/web/foot.html", "themes/other/theme.yaml"),
    ],
)
def test_what_is_used_or_kept_beside_is_left_in_peace(newsletter: Newsletter, path: str) -> None:
    included = '{% extends "web/base.html" %}{% include "web/foot.html" %}'
    newsletter.write("themes/paper/web/archive.html", included)
    newsletter.write("themes/paper/web/foot.html", "Foot.")
    newsletter.write(path, "contract: 1\n" if path.endswith(".yaml") else "Text.")
    assert told(newsletter) == []


def test_the_faces_of_cards_are_used_wherever_they_are(newsletter: Newsletter) -> None:
    for name in ("title", "label"):
        newsletter.write(f"themes/own/{name}.ttf", (FOLDER / f"paper/card/{name}.ttf").read_bytes())
    card = "card: {title: title.ttf, label: label.ttf, paper: white, ink: black, accent: navy}"
    newsletter.write("themes/own/theme.yaml", f"contract: 2\nextends: paper\n{card}\n")
    newsletter.settings("theme: own\n")
    assert told(newsletter) == []
