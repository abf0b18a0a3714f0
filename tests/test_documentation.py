"""The documentation says what there is, all of it, and nothing that there is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from digest.basics.diagnostics import FIXED, RULES
from digest.citing.formats import FORMATS
from digest.cli.program import COMMANDS
from digest.content import frontmatter
from digest.importing.sources import SOURCES
from digest.render.mail import FILTERS
from digest.settings.config import REFERENCE_STYLES, SITE_FIELDS
from digest.settings.emailconfig import EMAIL_FIELDS
from digest.site.views import mail as mailview
from digest.site.views import pages as views
from digest.site.views import parts
from digest.site.views import work as workview

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "content/pages/digest/guide.md").read_text()
PROBLEMS = (ROOT / "content/pages/digest/problems.md").read_text()
README = (ROOT / "README.md").read_text()
THEMES = (ROOT / "themes/README.md").read_text()


def first_column(text: str, heading: str) -> set[str]:
    """Return the names in code style in the first column of the table under a heading."""
    section = re.split(r"^## ", text.split(f"## {heading}\n", 1)[1], flags=re.MULTILINE)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE))


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Settings", set(SITE_FIELDS)),
        ("An edition", set(frontmatter.EDITION)),
        ("An entry", set(frontmatter.ENTRY)),
    ],
)
def test_the_guide_names_every_field(heading: str, names: set[str]) -> None:
    assert first_column(GUIDE, heading) == names


def test_the_guide_names_every_field_of_a_page() -> None:
    section = GUIDE.split("## A page\n", 1)[1].split("\n## ", 1)[0]
    assert set(frontmatter.PAGE) <= set(re.findall(r"`(\w+)`", section))


def test_every_rule_is_documented_with_its_severity_and_summary() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (\w+) \|", PROBLEMS, re.MULTILINE)
    assert rows == [(rule.name, rule.summary, rule.severity) for rule in RULES.values()]


def test_the_rules_whose_findings_are_mended_are_documented() -> None:
    assert first_column(PROBLEMS, "What is mended for you") == set(FIXED)


def test_the_readme_names_every_command() -> None:
    assert set(re.findall(r"^\| `digest (\w+)` \|", README, re.MULTILINE)) == set(COMMANDS)


def names_under(heading: str) -> set[str]:
    """Return all names in code style in a section of the theme author's guide."""
    section = THEMES.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"`(\w+)`", section))


@pytest.mark.parametrize("view", get_args(views.View), ids=lambda view: str(view.kind))
def test_the_theme_guide_names_every_field_of_every_page(view: type[msgspec.Struct]) -> None:
    # what every page has is told once
    own = set(view.__struct_fields__) - {"page", "citations", "linked"}
    assert own <= names_under(str(vars(view)["kind"]))


def test_the_theme_guide_names_every_field_of_what_pages_hold() -> None:
    named = set(re.findall(r"`(\w+)`", THEMES))
    held = {
        one
        for module in (parts, views, workview)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, msgspec.Struct)
    }
    # what only the filter `prose` looks into
    held -= {parts.Use, parts.SiteText, parts.Links}
    for kind in held:
        assert set(kind.__struct_fields__) <= named, kind.__name__


def test_the_guide_names_every_source_of_an_import() -> None:
    assert [one.name for one in SOURCES if f"`{one.name}`" not in GUIDE] == []


def test_the_theme_guide_names_all_that_a_mail_may_use() -> None:
    named = names_under("mail")
    assert {*mailview.MailView.__struct_fields__, *mailview.Sender.__struct_fields__} <= named
    assert {*FILTERS} <= named
    assert {"folded", "unsubscribe", "citations"} <= named


def test_the_guide_shows_every_setting_of_the_mail() -> None:
    section = GUIDE.split("\n## The mail\n", 1)[1].split("\n## ", 1)[0]
    example = section.split("```yaml\n", 1)[1].split("```", 1)[0]
    assert set(re.findall(r"^  (\w+): ", example, re.MULTILINE)) == set(EMAIL_FIELDS)
    table = GUIDE.split("| `email` |", 1)[1].split("\n", 1)[0]
    assert set(re.search(r"`\{(.+)\}`", table)[1].split(", ")) == set(EMAIL_FIELDS)  # type: ignore[index]


def test_every_reference_style_is_documented() -> None:
    assert set(REFERENCE_STYLES) <= first_column(GUIDE, "Citations")


def test_every_export_format_is_named_where_exports_are_told_of() -> None:
    guide = GUIDE.split("\n## Exports\n", 1)[1].split("\n## ", 1)[0]
    for text in (guide, README, COMMANDS["export"]):
        assert [form.name for form in FORMATS.values() if form.name not in text] == []
