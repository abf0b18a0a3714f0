"""The schema that editors read: it takes what digest takes, and names what digest knows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from digest.basics.diagnostics import RULES
from digest.commands.init.newsletter import Start, make_newsletter
from digest.commands.init.schema import SCHEMA_FILE, make_schema
from digest.settings.config import SITE_FIELDS, parse_settings
from digest.settings.emailconfig import EMAIL_FIELDS

ROOT = Path(__file__).parents[3]
START = Start("Held Out", "https://example.org/letters/", "en", "2030-05-17", "research-digest")
FILES = {file.path: file.text for file in make_newsletter(START)}
SCHEMA = json.loads(make_schema())


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: `off` is a word."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_takes(text: str) -> bool:
    data = yaml.load(text, Loader)  # noqa: S506 -- a SafeLoader
    return bool(jsonschema.Draft7Validator(SCHEMA).is_valid(data))


def digest_takes(text: str) -> bool:
    return not parse_settings(text).diagnostics


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_it_names_every_setting_and_every_rule() -> None:
    properties: dict[str, Any] = SCHEMA["properties"]
    assert list(properties) == list(SITE_FIELDS)
    assert list(properties["email"]["properties"]) == list(EMAIL_FIELDS)
    assert list(properties["check"]["properties"]) == list(RULES)
    assert all("description" in one for one in properties.values())


def test_a_new_newsletter_has_it_and_leads_to_it() -> None:
    assert json.loads(FILES[SCHEMA_FILE]) == SCHEMA
    assert FILES["content/site.yaml"].splitlines()[0].endswith(f"$schema=../{SCHEMA_FILE}")
    settings = json.loads(FILES[".vscode/settings.json"])
    assert settings["yaml.schemas"] == {SCHEMA_FILE: "content/site.yaml"}


@pytest.mark.parametrize(
    "text",
    [FILES["content/site.yaml"], (ROOT / "content/site.yaml").read_text()],
    ids=["new", "showcase"],
)
def test_it_takes_settings_that_are_in_use(text: str) -> None:
    assert schema_takes(text)
    # what a new newsletter shows behind `#` is good, too
    shown = re.sub(r"^#(?=\w|  )", "", text, flags=re.MULTILINE)
    assert schema_takes(shown)
    assert digest_takes(shown)


@pytest.mark.parametrize(
    "line",
    [
        "lang: pt-BR",
        "lang: portuguese of Brazil",
        "lnag: en",
        "editors: [Ada]",
        "editors: [{name: Ada, orcid: 0000-0000-0000-0000}]",
        "editors: [{url: 'https://example.org'}]",
        "editors: Ada",
        "theme: paper",
        "theme: {name: paper, options: {accent: '#123456'}}",
        "theme: {options: {}}",
        "sections: {why: Why, more: {title: More, required: true}}",
        "sections: {1st: First}",
        "sections: {why: {icon: '!'}}",
        "byline: {max: 3}",
        "byline: {max: 0}",
        "byline: 3",
        "citations: {style: bracket}",
        "citations: {style: footnote}",
        "references: {style: apa}",
        "references: {style: mla}",
        "feeds: {items: 5}",
        "social: {cards: entries}",
        "social: {cards: all}",
        "social: [{name: Write, url: 'mailto:us@example.org'}]",
        "social: [{name: Write, url: 'mailto:'}]",
        "menu: [about, {title: Ours, url: 'https://example.org/'}, {title: A, page: archive}]",
        "menu: ['https://example.org/']",
        "menu: [{title: A}]",
        "menu: [{title: Write, url: 'mailto:us@example.org'}]",
        "footer: 'See [us](/about/).'",
        "footer: [us]",
        "license: CC-BY-4.0",
        "license: CC-BY",
        "license: {name: Ours, url: 'https://example.org/'}",
        "license: https://example.org/terms",
        "share: [bluesky, email]",
        "share: [twitter]",
        "feeds: {items: five}",
        "email: {budget: 50000}",
        "email: {budget: 5}",
        "email: {form: x}",
        "check: {image-alt: off}",
        "check: {image-alt: none}",
        "check: {image-alts: off}",
        "abstracts: false",
        "abstracts: maybe",
    ],
)
def test_it_takes_what_digest_takes(line: str) -> None:
    text = f"title: T\nurl: https://example.org/\n{line}\n"
    assert schema_takes(text) is digest_takes(text)


@pytest.mark.parametrize(
    "text", ["title: T\n", "url: https://example.org/\n", "title: T\nurl: x\n"]
)
def test_it_asks_for_what_digest_asks_for(text: str) -> None:
    assert not schema_takes(text)
    assert not digest_takes(text)
