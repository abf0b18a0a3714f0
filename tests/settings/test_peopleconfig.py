"""`people:` and `editors:` in site.yaml."""

from __future__ import annotations

import re

import pytest

from digest.settings.config import Settings, parse_settings
from digest.settings.peopleconfig import parse_orcid

LEAST = "title: T\nurl: https://example.org/news/\n"
ORCID = "0000-0002-1825-0097"


def read(text: str) -> tuple[Settings, list[tuple[int, int, str]]]:
    found = parse_settings(LEAST + text)
    return found.value, [(one.line, one.column, one.rule) for one in found.diagnostics]


@pytest.mark.parametrize(
    "typed",
    [
        ORCID,
        f"https://orcid.org/{ORCID}",
        f"http://www.orcid.org/{ORCID}/",
        f"orcid.org/{ORCID}?lang=en",
        f"ORCID: {ORCID}",
        f"ORCID iD: {ORCID} ",
        "0000000218250097",
        "0000 0002 1825 0097",
        "0000–0002–1825–0097",
    ],
)
def test_an_orcid_in_every_form_that_is_pasted(typed: str) -> None:
    assert parse_orcid(typed) == ORCID


@pytest.mark.parametrize("typed", ["0000-0002-1694-233x", "https://orcid.org/0000-0002-1694-233X"])
def test_ten_is_an_x(typed: str) -> None:
    assert parse_orcid(typed) == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "typed",
    [
        "0000-0002-1825-0098",
        "0000-0002-1694-2331",
        "X000-0002-1825-0097",
        "0000-0002-1825",
        "https://example.org/0000-0002-1825-0097",
        "\u0660\u0660\u0660\u0660-0002-1825-0097",
        "",
        "Ada",
    ],
)
def test_what_is_no_orcid(typed: str) -> None:
    assert parse_orcid(typed) == ""


def test_a_person_needs_only_a_name() -> None:
    settings, problems = read(
        "people:\n"
        "  ada: {name: Ada  Example, url: https://a.example.org/, affiliation: X,\n"
        f"    orcid: https://orcid.org/{ORCID}, bio: Reads., picture: /a.png}}\n"
        "  ben: Ben Otherman\n"
        "  李明: {name: 李明, picture: {src: /l.png, alt: At a desk}}\n"
    )
    assert problems == []
    ada, ben, li = settings.people
    assert (ada.id, ada.name, ada.orcid) == ("ada", "Ada Example", ORCID)
    assert (ada.bio and ada.bio.text, ada.picture and ada.picture.target) == ("Reads.", "/a.png")
    assert (ben.id, ben.name, ben.bio) == ("ben", "Ben Otherman", None)
    assert li.picture
    assert (li.picture.target, li.picture.alt) == ("/l.png", "At a desk")


@pytest.mark.parametrize(
    "id_", ["Ada", "'..'", "a/b", "'a b'", "a_b", "'.a'", "é", "''", "a" * 101]
)
def test_an_id_is_safe_in_an_address(id_: str) -> None:
    settings, problems = read(f"people: {{{id_}: Ada Example}}\n")
    assert problems == [(3, 10, "field-type")]
    # whoever names what was meant is right
    assert all(re.fullmatch(r"[a-z-]+", one.id) for one in settings.people)


@pytest.mark.parametrize("person", ["", "~", "''", "{}", "[Ada]", "{name: ' '}", "{name: ~}"])
def test_nobody_is_without_a_name(person: str) -> None:
    settings, problems = read(f"people: {{ada: {person}}}\n")
    assert len(problems) == 1
    assert [one.name for one in settings.people] in ([], ["ada"])


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ("url: 'javascript:alert(1)'", "field-type"),
        ("url: 'https://me:secret@example.org/'", "field-type"),
        ("orcid: 0000-0002-1825-0098", "id-malformed"),
        ("nmae: Ada", "field-unknown"),
        ("picture: {alt: A}", "field-missing"),
    ],
)
def test_what_a_person_may_not_have(fields: str, rule: str) -> None:
    _, problems = read(f"people: {{ada: {{name: Ada, {fields}}}}}\n")
    assert [one for _, _, one in problems] == [rule]


def test_editors_go_on_as_they_were() -> None:
    settings, problems = read(
        "editors: [Bea, {name: Ada, url: https://a.example.org/, orcid: 0000-0000-0000-0000}]\n"
    )
    assert problems == []
    assert [(one.name.value, one.url, one.orcid) for one in settings.editors] == [
        ("Bea", "", ""),
        ("Ada", "https://a.example.org/", ""),
    ]
    _, problems = read("editors: [{name: Ada, orcid: 0000-0002-1825-0098}]\n")
    assert problems == [(3, 30, "field-doubtful")]
