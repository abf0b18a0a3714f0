"""Options of a theme: declared with types, set by a site, and checked where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.settings.optiontypes import TYPES
from digest.settings.yamlnodes import Reading, Scalar

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

OWN = "themes/own/theme.yaml"
EACH = """\
contract: 2
extends: paper
options:
  tone: {type: colour, default: navy}
  ring: {type: colour}
  wide: {type: length, default: 31rem}
  face: {type: font, default: serif}
  home: {type: address}
  side: {type: choice, choices: [left, right], default: right}
  line: {type: text, default: Hello}
  many: {type: number, default: 3}
  bold: {type: flag, default: yes}
  old: red
"""
SHOWN = """\
{% for name in ["tone", "ring", "wide", "face", "home", "side", "line", "many", "old"] %}
{{ name }}={{ site.options[name] }}.
{% endfor %}
bold={{ "on" if site.options.bold else "off" }}.
"""


def set_up(newsletter: Newsletter, options: str = "", yaml: str = EACH) -> None:
    newsletter.settings(
        f"theme:\n  name: own\n  options:\n{options}" if options else "theme: own\n"
    )
    newsletter.write(OWN, yaml)
    newsletter.write("themes/own/web/404.html", SHOWN)


def shown(newsletter: Newsletter) -> dict[str, str]:
    newsletter.build()
    return dict(re.findall(r"^(\w+)=(.*)\.$", newsletter.page("404.html"), re.MULTILINE))


def test_a_template_has_what_is_declared(newsletter: Newsletter) -> None:
    set_up(newsletter)
    assert newsletter.check() == []
    assert shown(newsletter) == {
        "tone": "#000080", "ring": "", "wide": "31rem", "face": "serif", "home": "",
        "side": "right", "line": "Hello", "many": "3", "bold": "on", "old": "red",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("tone: 'hsl(120 100% 25%)'", "#008000"),
        ("tone: '#ABC'", "#aabbcc"),
        ("tone: RED", "#ff0000"),
        ("tone:", "#000080"),
        ("ring: ''", ""),
        ("ring: teal", "#008080"),
        ("wide: 45CH", "45ch"),
        ("wide: 0", "0"),
        ("wide: .5em", ".5em"),
        ("face: \"'Source Serif 4', Georgia, serif\"", r"Source Serif \\34 , Georgia, serif"),
        ("face: ui-monospace", "ui-monospace"),
        ("face: 'Žluťoučký, \"Noto Sans JP\"'", "Žluťoučký, Noto Sans JP"),
        ("home: https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("home: /about/", "about/"),
        ("side: left", "left"),
        ("line: 'A (very) fine one: 5 %'", "A (very) fine one: 5 %"),
        ("many: -0.5", "-0.5"),
        ("bold: off", "off"),
        ("old: anything at all", "anything at all"),
    ],
)
def test_what_an_option_may_be_set_to(newsletter: Newsletter, option: str, value: str) -> None:
    set_up(newsletter, f"    {option}\n")
    assert newsletter.check() == []
    assert shown(newsletter)[option.partition(":")[0]] == value.replace(r"\\", "\\")


@pytest.mark.parametrize(
    ("option", "message", "hint"),
    [
        ("tone: bluue", "'bluue' is no colour", "did you mean 'blue'?"),
        ("tone: '#12'", "'#12' is no colour", "as '#0b5bb0', 'rgb(11 91 176)'"),
        ("tone: 0b5bb0", "'0b5bb0' is no colour", "write '#0b5bb0'"),
        ("tone: 5", "'5' is no colour", "as '#0b5bb0'"),
        ("tone: '#0b5bb080'", "'#0b5bb080' is no colour", "write '#0b5bb0'"),
        (
            "tone: 'red}; body{display:none'",
            "'red}; body{display:none' is no colour",
            "as '#0b5bb0'",
        ),
        ("tone: #0b5bb0", "YAML takes '#0b5bb0' for a comment", 'whole value: "#0b5bb0"'),
        ("tone: ''", "'' is no colour", "as '#0b5bb0'"),
        ("tone: [red]", "this must be a text, not a list", "put quotes"),
        ("wide: 31", "'31' is no length", "write '31' with its unit: px, rem"),
        ("wide: 31 rem", "'31 rem' is no length", "write '31rem'"),
        ("wide: '31,5rem'", "'31,5rem' is no length", "write '31.5rem'"),
        ("wide: 31rme", "'31rme' is no length", "a number and its unit: px, rem"),
        ("wide: -1rem", "'-1rem' is no length", "a number and its unit"),
        ("wide: calc(1px)", "'calc(1px)' is no length", "a number and its unit"),
        ("face: 'a; b'", "'a; b' is no font", "'Georgia, serif'"),
        ("face: 'url(https://x.example/f)'", "'url(https://x.example/f)' is no font", "names of"),
        ("face: 'Georgia,, serif'", "'Georgia,, serif' is no font", "names of fonts"),
        ("face: inherit", "'inherit' is no font", "names of fonts"),
        ("home: about", "'about' is no address", "as 'https://example.org/', or '/about/'"),
        ("home: 'javascript:x'", "'javascript:x' is no address", "as 'https://example.org/'"),
        ("home: //x.example", "'//x.example' is no address", "as 'https://example.org/'"),
        ("side: lefft", "this must be left or right, not 'lefft'", "did you mean 'left'?"),
        ("line: 'a; b'", "'a; b' is no value of an option", "without braces"),
        ("line: '</p>'", "'</p>' is no value of an option", "without braces"),
        ("many: three", "'three' is no number", "as '3' or '0.5'"),
        ("bold: maybe", "this must be true or false, not 'maybe'", ""),
        ("old: 'red}'", "'red}' is no value of an option", "without braces"),
        ("tonne: red", "the theme 'own' has no option 'tonne'", "did you mean 'tone'?"),
        ("zzz: red", "the theme 'own' has no option 'zzz'", "it has: accent, "),
    ],
)
def test_what_it_may_not(newsletter: Newsletter, option: str, message: str, hint: str) -> None:
    set_up(newsletter, f"    {option}\n")
    (found,) = newsletter.diagnose()
    assert (found.path, found.line) == ("content/site.yaml", 8)
    name, _, value = option.partition(": ")
    assert found.column == (5 if name in {"tonne", "zzz"} else 5 + len(name) + 2), value
    assert found.message == message
    assert hint in found.hint
    assert newsletter.build().outputs == 0


@given(kind=st.sampled_from(sorted(TYPES)), text=st.text())
def test_no_value_ends_the_style_or_the_tag_in_which_it_stands(kind: str, text: str) -> None:
    place = Place("content/site.yaml", 1, 1)
    value = TYPES[kind](Scalar(text, place, plain=False), Reading("content/site.yaml"))
    assert not re.search(r"[{}<>;]|/\*|url\(|@import", str(value), re.IGNORECASE)
    if kind not in {"text", "choice", "address"}:
        assert not re.search(r"[\"'&:]", str(value))


@pytest.mark.parametrize(
    ("declared", "place", "message", "hint"),
    [
        ("a: {type: color}", "4:13", "'color' is no type of an option", "did you mean 'colour'?"),
        ("a: {type: sound}", "4:13", "'sound' is no type of an option", "there are: colour, "),
        ("a: {type: colour, default: bluue}", "4:30", "'bluue' is no colour", "'blue'"),
        ("a: {type: length, default: 5}", "4:30", "'5' is no length", "with its unit"),
        ("a: {type: flag, default: 7}", "4:28", "this must be true or false, not '7'", ""),
        (
            "a: {type: choice}",
            "4:6",
            "an option of the type 'choice' needs its choices",
            "write {type",
        ),
        (
            "a: {type: choice, choices: [x, y], default: z}",
            "4:47",
            "this must be x or y, not 'z'",
            "",
        ),
        (
            "a: {type: colour, choices: [x]}",
            "4:30",
            "only an option of the type 'choice' has choices",
            "write {type: choice, ch",
        ),
        ("a: {type: colour, deflaut: red}", "4:21", "unknown key 'deflaut'", "'default'"),
        ("a: {type: colour, on: papre}", "4:25", "'papre' is no option with a colour", "'paper'"),
        ("a: [red]", "4:6", "this must be a text, not a list", ""),
        ("accent: bluue", "4:11", "'bluue' is no colour", "did you mean 'blue'?"),
        ("a: {type: colour, default: #123456", "4:30", "", ""),
    ],
)
def test_what_a_theme_may_not_declare(
    newsletter: Newsletter, declared: str, place: str, message: str, hint: str
) -> None:
    set_up(newsletter, yaml=f"contract: 2\nextends: paper\noptions:\n  {declared}\n")
    newsletter.delete("themes/own/web/404.html")
    (found,) = newsletter.diagnose()
    assert (found.path, found.rule, found.severity) == (OWN, "theme-error", "error")
    assert not message or (f"{found.line}:{found.column}", found.message) == (place, message)
    assert hint in found.hint


def test_a_theme_says_only_what_differs(newsletter: Newsletter) -> None:
    yaml = "contract: 2\nextends: paper\noptions:\n  accent: teal\n  ink: {default: black}\n"
    set_up(newsletter, "    accent: bluue\n", yaml)
    newsletter.write("themes/own/web/404.html", "{{ site.options.accent }} {{ site.options.ink }}")
    assert newsletter.check() == ["site.yaml:8:13 error field-type"]
    newsletter.settings("theme: own\n")
    newsletter.build()
    assert newsletter.page("404.html") == "#008080 #000000"


def test_a_theme_of_contract_1_goes_on_as_it_was(newsletter: Newsletter) -> None:
    yaml = "contract: 1\nextends: paper\noptions: {colour: 'a;b', size: big}\n"
    set_up(newsletter, "    size: small\n", yaml)
    newsletter.write("themes/own/web/404.html", "{{ site.options.colour }} {{ site.options.size }}")
    assert newsletter.check() == []
    newsletter.build()
    assert newsletter.page("404.html") == "a;b small"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (
            "accent: gold",
            ["8:13 '#ffd700' ('accent') has a contrast of 1.4 on '#fffdf8' ('paper')"],
        ),
        (
            "accent_dark: '#333'",
            ["8:18 '#333333' ('accent_dark') has a contrast of 1.4 on '#1b1a18'"],
        ),
        (
            "paper: '#555'",
            [
                "8:12 '#24211d' ('ink') has a contrast of 2.1 on '#555555' ('paper')",
                "8:12 '#a8401f' ('accent') has a contrast of 1.2 on '#555555' ('paper')",
            ],
        ),
        ("accent: navy", []),
        ("accent_dark: gold", []),
        ("accent_dark: ''", []),
    ],
)
def test_a_colour_that_is_hard_to_read(
    newsletter: Newsletter, options: str, found: list[str]
) -> None:
    newsletter.settings(f"theme:\n  name: paper\n  options:\n    {options}\n")
    told = newsletter.diagnose()
    assert {(one.rule, one.severity) for one in told} <= {("theme-contrast", "warning")}
    for one, expected in zip(told, found, strict=True):
        assert f"{one.line}:{one.column} {one.message}".startswith(expected)
        # what the hint names can be read
        colour = re.findall(r"'(#\w+)'", one.hint)[0]
        name = re.findall(r"\('(\w+)'\)", one.message)[0]
        newsletter.settings(
            f"theme:\n  name: paper\n  options:\n    {options}\n    {name}: '{colour}'\n"
            if name not in options
            else f"theme:\n  name: paper\n  options:\n    {name}: '{colour}'\n"
        )
        assert all(f"'{name}'" not in again.message for again in newsletter.diagnose())


def test_a_theme_of_ones_own_is_told_of_its_own_colours(newsletter: Newsletter) -> None:
    set_up(newsletter, yaml="contract: 2\nextends: paper\noptions:\n  accent: gold\n")
    newsletter.delete("themes/own/web/404.html")
    assert newsletter.check() == [f"{OWN}:4:11 warning theme-contrast"]
