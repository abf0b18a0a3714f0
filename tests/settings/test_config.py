"""site.yaml."""

from __future__ import annotations

import pytest

from digest.settings.config import SectionRule, Settings, parse_settings
from digest.settings.webaddresses import site_address
from digest.settings.yamlnodes import Scalar

LEAST = "title: T\nurl: https://example.org/news\n"


def read(text: str) -> tuple[Settings, list[tuple[int, int, str, str]]]:
    found = parse_settings(text)
    return found.value, [(d.line, d.column, d.rule, d.hint) for d in found.diagnostics]


def test_title_and_address_are_enough() -> None:
    settings, problems = read(LEAST)
    assert problems == []
    assert (settings.title, settings.url) == ("T", "https://example.org/news/")
    assert settings.base_path == "/news/"
    assert settings.theme.name == "paper"
    assert settings.sections == ()
    assert settings.byline_max == 4


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('title = "T"\n', "write 'title: …', with ': ' in place of '=', and the other lines alike"),
        (
            "title:T\nurl:x\n",
            "write 'title: …', with a space behind the ':', and the other lines alike",
        ),
        ("Some words.\n", ""),
        ("- title: T\n", ""),
    ],
)
def test_what_is_no_mapping_is_told_how_its_lines_are_written(text: str, hint: str) -> None:
    assert read(text)[1][:1] == [(1, 1, "field-type", hint)]


def test_sections_keep_their_order_and_may_be_only_a_title() -> None:
    settings, problems = read(
        LEAST + 'sections:\n  why: {title: Why, icon: "❓", required: true}\n  rest: The rest\n'
    )
    assert problems == []
    assert settings.sections == (
        SectionRule("why", "Why", "❓", required=True),
        SectionRule("rest", "The rest"),
    )


def test_everything_in_the_documentation_is_read() -> None:
    settings, problems = read(
        LEAST
        + """tagline: A selection
lang: no
timezone: Europe/Amsterdam
editors:
  - {name: Ada, url: "https://example.org", orcid: 0000-0000-0000-0000}
  - Bea
theme: {name: paper, options: {accent: "#0b5bb0"}}
byline: {max: 3}
citations: {style: author-year}
references: {style: ieee}
feeds: {items: 5}
email:
  {from: "T <t@example.org>", reply_to: r@x.org, list_id: l.example.org,
   to: "*|EMAIL|*", subject: "{{ first }}: {title}", tracked_link: 0,
   subscribe_url: "https://x.org/a?b={{ c }}", preferences_url: "%prefs%", one_click: yes,
   unsubscribe_url: "{{ unsubscribe }}", unsubscribe_mail: leave@x.org,
   address: "Here 1,\\n\\nThere",
   budget: 50000}
check: {reference-unused: error, paper-newer-version: off}
contact: t@example.org
abstracts: false
"""
    )
    assert problems == []
    assert settings.lang == "no"
    assert [one.name.value for one in settings.editors] == ["Ada", "Bea"]
    ((option, value),) = settings.theme.options
    assert (option.text, isinstance(value, Scalar) and value.text) == ("accent", "#0b5bb0")
    assert (settings.byline_max, settings.feed_items, settings.email.budget) == (3, 5, 50_000)
    assert settings.email.address == "Here 1, There"
    assert (settings.citation_style, settings.reference_style) == ("author-year", "ieee")
    assert settings.check == {"reference-unused": "error", "paper-newer-version": "off"}
    assert settings.abstracts is False


NO_CLICK = "that needs an unsubscribe_url with https; set one, or take this away"
LEAVE = "or your provider's tag for one, as '{{ unsubscribe_url }}', in quotes"


@pytest.mark.parametrize(
    ("line", "column", "rule", "hint"),
    [
        ("lnag: en", 1, "field-unknown", "did you mean 'lang'?"),
        ("timezone: Europe/Amsterdm", 11, "field-type", "did you mean 'Europe/Amsterdam'?"),
        ("timezone: ../../etc/passwd", 11, "field-type", ""),
        ("lang: english language", 7, "field-type", ""),
        ("check: {image-alt: of}", 20, "field-type", "did you mean 'off'?"),
        ("check: {image-alts: off}", 9, "field-unknown", "did you mean 'image-alt'?"),
        ("citations: {style: footnote}", 20, "field-type", ""),
        ("email: {unsubscribe_url: leave me}", 26, "field-type", LEAVE),
        ("email: {unsubscribe_url: 'https://x.org/a b{{c d}}'}", 26, "field-type", LEAVE),
        ("email: {subscribe_url: 'https://'}", 24, "field-type", LEAVE.replace("un", "")),
        (
            "email: {from: 'A <a@bücher.example>'}",
            15,
            "field-type",
            "not every mail server knows such letters: write 'A <a@xn--bcher-kva.example>'",
        ),
        (
            "email: {unsubscribe_url: 'https://bücher.example/ü?{{id}}'}",
            26,
            "field-type",
            "headers have no such letters: write 'https://xn--bcher-kva.example/%C3%BC?{{id}}'",
        ),
        (
            "email: {unsubscribe_url: 'https://x.org/?u=1&amp;id=2&amp;e=*|UNIQID|*'}",
            26,
            "field-type",
            "write '&' for '&amp;'",
        ),
        (
            "email: {unsubscribe_url: 'example.org/leave?id={{id}}'}",
            26,
            "field-type",
            "write 'https://example.org/leave?id={{id}}'",
        ),
        ("email: {one_click: yes}", 20, "field-doubtful", NO_CLICK),
        (
            "email: {one_click: yes, unsubscribe_url: 'http://x.org/{{ id }}'}",
            20,
            "field-doubtful",
            NO_CLICK,
        ),
        ("email: {to: you}", 13, "field-type", "as 'Trends <news@example.org>'"),
        (
            "email: {subject: 'No. {nr}'}",
            18,
            "field-type",
            "in braces there may be {title}, {description}, {number}, {newsletter}",
        ),
        ("byline: {max: 0}", 15, "field-type", ""),
        ("sections: {a b: X}", 12, "field-type", ""),
        ("editors: [{url: 'https://x.org'}]", 11, "field-missing", "add 'name: …'"),
    ],
)
def test_a_wrong_setting_is_named_in_its_place(
    line: str, column: int, rule: str, hint: str
) -> None:
    _, problems = read(LEAST + line + "\n")
    assert problems == [(3, column, rule, hint)]


def test_without_settings_the_rest_can_still_be_checked() -> None:
    settings, problems = read("")
    assert [found[:3] for found in problems] == [(1, 1, "field-missing")] * 2
    assert settings.title


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.org", "https://a.org/"),
        ("https://a.org/n/", "https://a.org/n/"),
        ("https://a.org/?q=1", None),
        ("ftp://a.org/", None),
        ("a.org", None),
        ("https://", None),
        ("https://[bad", None),
        ("https://a.org/two words", None),
        ("https://user:pw@a.org/", None),
        ("https://user@a.org/", None),
        ("https://a.org//n//", None),
        ("https://a.org/a/../n/", None),
        ("https://a.org/a/%2e%2E/n/", None),
        ("https://a.org:99999/", None),
        ("https://a.org:0/", None),
        ("https://a.org:8443/n..m/", "https://a.org:8443/n..m/"),
    ],
)
def test_a_site_address_ends_with_a_slash(typed: str, address: str | None) -> None:
    assert site_address(typed) == address


@pytest.mark.parametrize(
    ("setting", "rule", "hint"),
    [
        (
            "timezone: UTC+1",
            "field-type",
            "name a place in it, whose clocks change when they do there",
        ),
        ("contact: Ada", "field-doubtful", "write a mail address, or that of a page"),
        ("check: {image-alt: false}", "field-type", "write 'off'"),
        ("abstracts: ture", "field-type", "did you mean 'true'?"),
        ("sections: {a: Why, b: {title: Why}}", "field-type", "give each its own"),
        ("email: {sender: a@example.org}", "field-unknown", "did you mean 'from'?"),
    ],
)
def test_what_was_meant_is_told(setting: str, rule: str, hint: str) -> None:
    _, problems = read(f"{LEAST}{setting}\n")
    assert [one[2:] for one in problems] == [(rule, hint)]
    assert read(f"{LEAST}lang: uk\ncontact: https://example.org/us\n")[1] == []
