"""`digest theme`: a theme of one's own begun, files of one copied, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from digest.cli.program import cli

if TYPE_CHECKING:
    from click.testing import Result

    from tests.newsletter import Newsletter


def run(newsletter: Newsletter, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--root", str(newsletter.root), "theme", *words])


def site_yaml(newsletter: Newsletter) -> str:
    return (newsletter.root / "content/site.yaml").read_text()


def test_it_lists_themes_and_options(newsletter: Newsletter) -> None:
    newsletter.settings("theme: {name: own, options: {accent: teal}}\n")
    newsletter.write("themes/own/theme.yaml", "contract: 2\nextends: paper\ndescription: Mine\n")
    lines = run(newsletter).output.splitlines()
    words = [line.split() for line in lines]
    assert ["*", "own", "Mine"] in words
    assert ["paper", "A", "text"] in [line[:3] for line in words]
    row = next(line for line in lines if line.startswith("  accent "))
    assert row.split(maxsplit=3) == ["accent", "colour", "#008080", "links, numbers, marks"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", "theme: ours"),
        ("theme: paper\n", "theme: ours"),
        ("theme: 'paper' # as it is\n", "theme: 'ours' # as it is"),
        (
            "theme: {name: paper, options: {accent: teal}}\n",
            "theme: {name: ours, options: {accent: teal}}",
        ),
        ("theme:\n  options: {accent: teal}\n  name: paper\n", "  name: ours"),
    ],
)
def test_a_theme_that_is_begun_works_at_once(
    newsletter: Newsletter, settings: str, told: str
) -> None:
    newsletter.settings(settings)
    made = run(newsletter, "new", "ours")
    assert made.exit_code == 0
    assert told in site_yaml(newsletter).splitlines()
    assert made.stdout.splitlines() == [
        "themes/ours/theme.yaml",
        "themes/ours/web/base.html",
        "themes/ours/static/own.css",
    ]
    assert newsletter.check() == []
    newsletter.build()
    page = newsletter.page("archive/")
    assert page.index("paper.css") < page.index("own.css")
    assert run(newsletter, "check", "--strict").exit_code == 0


def test_a_theme_may_extend_one_that_extends_another(newsletter: Newsletter) -> None:
    made = run(newsletter, "new", "ours", "--extends", "signal")
    assert "themes/ours/static/own.css" in made.stdout.splitlines()
    assert newsletter.check() == []


def test_a_theme_extends_the_one_that_is_named(newsletter: Newsletter) -> None:
    newsletter.write("themes/bare/theme.yaml", "contract: 2\n")
    newsletter.write("themes/bare/web/base.html", "<p>{% block main %}{% endblock %}</p>")
    assert run(newsletter, "new", "ours", "--extends", "bare").exit_code == 0
    # no block for a style sheet: what it begins with is its theme.yaml alone
    assert not (newsletter.root / "themes/ours/web").exists()
    assert "extends: bare" in (newsletter.root / "themes/ours/theme.yaml").read_text()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["new", "paper"], "there is a theme 'paper' already"),
        (["new", "../x"], "'../x' is no name of a theme"),
        (["new", "x y"], "'x y' is no name of a theme"),
        (["new", "ours", "--extends", "papre"], "no theme 'papre'; did you mean 'paper'?"),
        (["copy", "base.html"], "no file 'base.html'; did you mean 'web/base.html'?"),
        (["copy", "web/bsae.html"], "did you mean 'web/base.html'?"),
        (["copy", "zzz"], "'digest theme copy' without a name lists them"),
        (["copy", "../../content/site.yaml"], "has no file '../../content/site.yaml'"),
        (["copy", "web/macros.html", "--blocks"], "has no blocks to be changed alone"),
        (["copy", "static/paper.css", "--blocks"], "has no blocks to be changed alone"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_written(
    newsletter: Newsletter, words: list[str], message: str
) -> None:
    before = site_yaml(newsletter)
    refused = run(newsletter, *words)
    assert refused.exit_code == 2
    assert message in refused.output
    assert not (newsletter.root / "themes").exists()
    assert site_yaml(newsletter) == before


def test_nothing_that_is_there_is_overwritten(newsletter: Newsletter) -> None:
    newsletter.write("themes/ours/static/own.css", "p {}")
    refused = run(newsletter, "new", "ours")
    assert refused.exit_code == 2
    assert "'themes/ours/static/own.css' exists already" in refused.output
    newsletter.write("themes/paper/web/404.html", "Gone")
    refused = run(newsletter, "copy", "web/404.html")
    assert "'themes/paper/web/404.html' exists already; it was left as it is" in refused.output
    assert (newsletter.root / "themes/paper/web/404.html").read_text() == "Gone"


def test_every_file_is_copied_as_it_is(newsletter: Newsletter) -> None:
    newsletter.build()
    before = newsletter.tree()
    for name in run(newsletter, "copy").output.split():
        copied = run(newsletter, "copy", name)
        assert (copied.exit_code, copied.stdout.strip()) == (0, f"themes/paper/{name}")
    assert newsletter.check() == []
    newsletter.build()
    assert newsletter.tree() == before


@pytest.mark.parametrize("name", ["web/base.html", "web/edition.html", "mail/message.html"])
def test_a_template_for_blocks_changes_nothing_at_first(newsletter: Newsletter, name: str) -> None:
    newsletter.edition("2022-03", "Text.\n")
    newsletter.build()
    before = newsletter.page("editions/2022-03/"), newsletter.mails()
    assert run(newsletter, "copy", name, "--blocks").exit_code == 0
    assert newsletter.check() == []
    newsletter.build()
    assert (newsletter.page("editions/2022-03/"), newsletter.mails()) == before


def test_it_reports_the_theme_and_nothing_else(newsletter: Newsletter) -> None:
    newsletter.settings("theme: {name: paper, options: {accent: bluue}}\n")
    newsletter.edition("2022-03", "[@nope]\n")
    newsletter.write("themes/paper/web/404.html", "{{ site.titel }}")
    found = run(newsletter, "check")
    assert found.exit_code == 1
    assert "'bluue' is no colour" in found.output
    assert "'titel' is not in 'site'" in found.output
    assert "nope" not in found.output
