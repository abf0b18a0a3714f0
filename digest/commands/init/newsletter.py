"""Which files a new newsletter has, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.commands.init.schema import SCHEMA_FILE, make_schema
from digest.commands.init.template import read_template
from digest.commands.init.workflows import WORKFLOWS, make_workflow, workflow_path
from digest.commands.new import NewFile, edition_text, title_of_name
from digest.content.startertexts import DESCRIPTION
from digest.records.store import FOLDER, record_name
from digest.settings.config import SectionRule
from digest.settings.sitefile import SITE_FILE
from digest.settings.writeyaml import format_value
from digest.settings.yamlerrors import quote_in_flow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REQUIREMENTS = "requirements.txt"
DEFAULT_SECTIONS = (
    SectionRule("why", "Why", "❓", required=True),
    SectionRule("insights", "Key insights", "💡", required=True),
)
"""Those of a new newsletter, until its editor says otherwise."""
_PAPERS = {"arxiv:2202.06991": "paper.json", "arxiv:2010.00904": "cited.json"}


class Start(msgspec.Struct, frozen=True):
    """What a new newsletter is to be."""

    title: str
    url: str
    """With a slash at its end."""
    lang: str
    today: str
    """`YYYY-MM-DD`: the date of the first edition, whose id is its month."""
    requirement: str
    """What is installed to have digest, in the form of a line of requirements.txt."""
    tagline: str = ""
    sections: tuple[SectionRule, ...] = DEFAULT_SECTIONS
    """The parts of an entry; none where entries are free text."""


def title_of_folder(name: str) -> str:
    """Return a title made of the name of a newsletter's folder."""
    # a name that is no text, or none at all, as that of the root
    text = " ".join(name.encode(errors="replace").decode().split())
    return title_of_name(text) if any(sign.isalnum() for sign in text) else "Newsletter"


def make_newsletter(start: Start, *, with_edition: bool = True) -> tuple[NewFile, ...]:
    """Return the files of a new newsletter, the one that makes it one last.

    So a folder with settings has all the rest, and one that was left half-way can be completed.
    `with_edition` says whether there is to be a first edition.
    """
    edition = tuple(_edition_files(start)) if with_edition else ()
    return (*edition, *_other_files(start), NewFile(SITE_FILE, _settings(start)))


def _edition_files(start: Start) -> Iterator[NewFile]:
    for key, name in _PAPERS.items():
        yield NewFile(FOLDER + record_name(key), read_template(name))
    id_ = start.today[: len("2022-03")]
    folder = f"content/editions/{id_}"
    yield NewFile(f"{folder}/01-dsi.md", read_template("entry.md"))
    body = read_template("edition.md")
    text = edition_text(id_, start.lang, start.today, 1, DESCRIPTION, body)
    yield NewFile(f"{folder}/index.md", text)


def _other_files(start: Start) -> Iterator[NewFile]:
    yield NewFile("content/pages/about.md", read_template("about.md"))
    title = " ".join(start.title.split())
    told = {"title": title, "month": _next_month(start.today)}
    yield NewFile("README.md", read_template("README.md", told))
    yield NewFile("Makefile", read_template("Makefile"))
    yield NewFile(REQUIREMENTS, read_template(REQUIREMENTS, {"requirement": start.requirement}))
    yield NewFile(".gitignore", read_template("gitignore"))
    yield NewFile(SCHEMA_FILE, make_schema())
    yield NewFile(".vscode/settings.json", read_template("vscode-settings.json"))
    yield NewFile(".vscode/extensions.json", read_template("vscode-extensions.json"))
    for workflow in WORKFLOWS:
        yield NewFile(workflow_path(workflow), make_workflow(workflow))


def _next_month(day: str) -> str:
    """Return the month after a day's, as the id of an edition."""
    year, month = map(int, day.split("-")[:2])
    return f"{year + month // 12}-{month % 12 + 1:02}"


def _settings(start: Start) -> str:
    lang = format_value(start.lang)
    tagline = f"tagline: {format_value(start.tagline)}"
    values = {
        "title": format_value(start.title),
        "tagline": tagline if start.tagline else "#tagline: A few papers a month, read twice",
        "sections": format_sections(start.sections),
        "url": format_value(start.url),
        "lang": f"lang: {lang}" if start.lang != "en" else f"#lang: {lang}",
    }
    return read_template("site.yaml", values)


def format_sections(sections: Iterable[SectionRule]) -> str:
    """Return the setting `sections`; as a comment where there are none."""
    lines = ["sections:"]
    for one in sections:
        icon = f', icon: "{one.icon}"' if one.icon else ""
        required = ", required: true" if one.required else ""
        lines.append(f"  {one.id}: {{title: {quote_in_flow(one.title)}{icon}{required}}}")
    if len(lines) > 1:
        return "\n".join(lines)
    return "\n".join(f"#{line}" for line in format_sections(DEFAULT_SECTIONS).split("\n"))
