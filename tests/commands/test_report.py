"""Problems printed for people, programs and GitHub."""

from __future__ import annotations

import json

from digest.basics.diagnostics import Diagnostic, Severity
from digest.commands.report import format_github, format_json, format_text

ONE = Diagnostic("a, b:c.md", 7, 12, "citation-undefined", "no 100%\nwork 'é'", "do this")
TWO = Diagnostic("z.md", 1, 1, "image-alt", "no text", severity="warning")


def test_text_has_a_line_each_its_hint_and_a_summary() -> None:
    assert format_text((TWO, TWO)).splitlines()[-1] == "2 warnings"
    assert format_text((TWO, ONE)).splitlines()[-1] == "1 error, 1 warning"
    assert format_text((TWO,)) == "z.md:1:1: warning[image-alt]: no text\n1 warning"
    assert format_text((ONE,)).endswith("\n  hint: do this\n1 error")
    assert format_text(()) == "no problems"


def warn(
    count: int, rule: str = "covered-before", severity: Severity = "warning"
) -> list[Diagnostic]:
    return [Diagnostic(f"{at:05}.md", 1, 1, rule, "so", severity=severity) for at in range(count)]


def test_text_shows_the_last_warnings_of_a_rule_and_counts_the_others() -> None:
    assert len(format_text(warn(20)).splitlines()) == 21
    printed = format_text(sorted([*warn(7375), *warn(3, "image-alt")])).splitlines()
    assert printed[:3] == [f"0000{at}.md:1:1: warning[image-alt]: so" for at in range(3)]
    assert printed[3].startswith("07355.md:")
    assert printed[22:] == [
        "07374.md:1:1: warning[covered-before]: so",
        "7,355 more of covered-before; 'digest check --all' shows them",
        "7,378 warnings",
    ]
    assert len(format_text(warn(7375), "").splitlines()) == 7376


def test_text_shows_the_first_errors_of_a_file_that_say_the_same() -> None:
    same = [Diagnostic("a.md", 1, at, "citation-undefined", "so", "do this") for at in range(5000)]
    other = [Diagnostic("b.md", at, 1, "link-broken", f"no '{at}'") for at in range(30)]
    printed = format_text([*same, *other], "--all").splitlines()
    assert printed[0] == "a.md:1:0: error[citation-undefined]: so"
    assert len(printed) == 2 * 20 + 30 + 2
    assert printed[-2:] == ["4,980 more of citation-undefined; '--all' shows them", "5,030 errors"]
    assert len(format_text([*same, *other], "").splitlines()) == 2 * 5000 + 30 + 1


def test_text_counts_neither_errors_of_many_files_nor_what_is_told_only_once() -> None:
    errors = warn(30, severity="error")
    printed = format_text([*warn(25), *errors, *warn(30, "address-gone")], "--all").splitlines()
    assert len(printed) == 20 + 30 + 30 + 2
    assert printed[-2:] == [
        "5 more of covered-before; '--all' shows them",
        "30 errors, 55 warnings",
    ]


def test_text_keeps_each_problem_on_its_line_whatever_it_names() -> None:
    name = "09\n::add-mask::x \x1b[2J\u202egnp.md"
    printed = format_text((Diagnostic(name, 1, 1, "image-missing", name, name),))
    shown = r"09\n::add-mask::x \x1b[2J\u202egnp.md"
    assert printed.splitlines() == [
        f"{shown}:1:1: error[image-missing]: {shown}",
        f"  hint: {shown}",
        "1 error",
    ]


def test_json_has_every_field() -> None:
    (found,) = json.loads(format_json((ONE,)))
    assert list(found) == ["path", "line", "column", "severity", "rule", "message", "hint", "fix"]
    assert found["message"] == ONE.message
    assert json.loads(format_json(())) == []


def test_github_escapes_what_would_end_a_property() -> None:
    assert format_github((ONE, TWO)) == (
        "::error file=a%2C b%3Ac.md,line=7,col=12,title=citation-undefined::"
        "no 100%25%0Awork 'é'%0Ahint: do this\n"
        "::warning file=z.md,line=1,col=1,title=image-alt::no text"
    )
    assert format_github(()) == ""
    acting = Diagnostic("a.md", 1, 1, "markup-left", "a \x1b[31m\n::b", "take \u202e away")
    assert format_github((acting,)).endswith("::a \\x1b[31m%0A::b%0Ahint: take \\u202e away")
