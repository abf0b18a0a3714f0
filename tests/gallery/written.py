"""What the gallery shows: the project's own newsletter, and one with what is hard to set."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tests.mails import SETTINGS, write_everything
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Mapping

REPOSITORY = Path(__file__).parent.parent.parent
CONTENT = REPOSITORY / "content"
FIGURES = CONTENT / "editions/2022-03/figures"
TEXTS = Path(__file__).parent / "texts"
LANGUAGES = tuple(sorted(path.stem for path in TEXTS.glob("*.yaml")))
"""In which there are texts for the sample."""
ENTRIES = 60
"""In the longest edition of the sample."""


def write_showcase(root: Path, theme: Mapping[str, Any]) -> Newsletter:
    """Write the project's own newsletter, in another theme, into the folder `root`."""
    shutil.copytree(CONTENT, root / "content")
    _set(root, theme=theme)
    return Newsletter.at(root, root / "build")


def write_sample(root: Path, theme: Mapping[str, Any], lang: str) -> Newsletter:
    """Write a newsletter with long titles and short ones, many authors, and editions of any size.

    Its newest edition is in the language `lang`; what is older is in English.
    """
    texts = yaml.safe_load((TEXTS / f"{lang}.yaml").read_text("utf-8"))
    newsletter = Newsletter(root)
    write_everything(newsletter, SETTINGS)
    _write_newest(newsletter, texts)
    _write_short_and_long(newsletter)
    newsletter.write("content/pages/privacy.md", "---\ntitle: Privacy\n---\nNobody but us.\n")
    _set(
        root,
        theme=theme,
        lang=lang,
        title=texts["title"],
        tagline=texts["tagline"],
        subscribe={"form": "https://lists.example.org/join", "privacy": "/privacy/"},
        social=[
            {"name": name, "url": f"https://{name.lower()}.example.org/@news"}
            for name in ("Mastodon", "Bluesky", "GitHub")
        ],
        comments={"url": "https://forum.example.org/{edition}"},
        share=["bluesky", "mastodon", "linkedin", "email"],
        license="CC-BY-4.0",
        footer=f"{texts['deck']} [Example University](https://example.org/).",
        people={
            "ada": {
                "name": "Ada Example",
                "affiliation": "Example University",
                "bio": texts["tagline"],
                "url": "https://example.org/ada",
                "picture": "/people/ada.png",
            },
            "kurt": {"name": "Kurt Example", "bio": texts["deck"]},
        },
    )
    return newsletter


def _set(root: Path, **settings: Any) -> None:
    """Put settings into site.yaml. It may have options of the theme that it has: those stay."""
    file = root / "content/site.yaml"
    before = yaml.safe_load(file.read_text("utf-8"))
    old, new = before.get("theme", ""), settings["theme"]
    if new == {"name": old["name"] if isinstance(old, dict) else old}:
        settings["theme"] = old
    # JSON is YAML
    file.write_text(json.dumps(before | settings, ensure_ascii=False), "utf-8")


def _write_newest(newsletter: Newsletter, texts: dict[str, Any]) -> None:
    news = "".join(f"- {line}\n" for line in texts["news"])
    newsletter.edition(
        "2022-04",
        f"{texts['opening']}\n\n{news}\n:::{{papers}}\n:::\n\n{texts['opening']}\n",
        title=texts["edition"],
        description=texts["deck"],
        number=128,
        editors=["ada", "kurt"],
        sponsors=[f"**{texts['title']}.** {texts['deck']}"],
    )
    # a picture that is there, for want of a face
    newsletter.write("static/people/ada.png", (FIGURES / "hip.png").read_bytes())
    for picture in FIGURES.glob("*.png"):
        newsletter.write(f"content/editions/2022-04/{picture.name}", picture.read_bytes())
    for number, paper in enumerate(texts["papers"], 1):
        # the second has many authors, and the first and the last have figures
        many = [f"Author{one} Surname{one}" for one in range(40)]
        figure = {"src": "datamux.png", "alt": texts["deck"], "caption": texts["deck"]}
        newsletter.entry(
            f"2022-04/{number:02}-paper-{number}",
            f"## Why\n\n{texts['why']} [@arxiv:2202.00001]\n\n"
            f"## Key insights\n\n1. **{paper['title']}** {texts['insight']}\n2. {texts['why']}\n",
            name=json.dumps(paper.get("name", "")),
            title=json.dumps(paper["title"]),
            url=f"https://example.org/paper-{number}",
            authors=many if number == 2 else ["Ada Lovelace", "Kurt Gödel"],
            date="2022-03-14",
            description=json.dumps(paper["about"]),
            by=["ada"],
            tags=texts["topics"][:: max(1, number)],
            **({"figure": figure} if number in {1, 4} else {}),
            **({"aliases": ["/old/"]} if number == 1 else {}),
            links=dict.fromkeys(("pdf", "code", "video"), "https://example.org/"),
        )


def _write_short_and_long(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02", title="One", number=2, description="A single paper.")
    newsletter.entry("2022-02/01-one", arxiv="2202.00003")
    newsletter.edition("2022-01", "Everything of the year.\n", number=1)
    for number in range(1, ENTRIES + 1):
        newsletter.paper(f"arxiv:2201.{number:05}", f"On the Subject of Number {number}")
        newsletter.entry(
            f"2022-01/{number:02}-paper-{number}",
            f"What paper {number} says, in a line.\n",
            arxiv=f"2201.{number:05}",
            name=f"Paper {number}",
            description=f"The line of paper {number}.",
        )
