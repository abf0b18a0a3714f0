"""Severities: the rule's own, the site's choice, leave given in a place, drafts."""

from __future__ import annotations

import pytest

from digest.basics.diagnostics import RULES, Allowance, Diagnostic, Setting, has_errors, judge

BROKEN = Diagnostic("a.md", 5, 2, "link-broken", "x")
UNUSED = Diagnostic("a.md", 3, 2, "reference-unused", "x")


def shown(*found: Diagnostic, **settings: Setting) -> list[tuple[int, str]]:
    checks = {rule.replace("_", "-"): setting for rule, setting in settings.items()}
    return [(one.line, one.severity) for one in judge(found, checks)]


def test_a_finding_has_its_rules_severity_unless_the_site_says_otherwise() -> None:
    assert shown(BROKEN, UNUSED) == [(3, "warning"), (5, "error")]
    assert shown(BROKEN, UNUSED, reference_unused="error") == [(3, "error"), (5, "error")]
    assert shown(BROKEN, UNUSED, link_broken="off") == [(3, "warning")]


def test_a_finding_counts_once_in_a_place() -> None:
    assert shown(BROKEN, BROKEN) == [(5, "error")]


@pytest.mark.parametrize(
    ("path", "rule", "first", "last", "allowed"),
    [
        ("a.md", "link-broken", 5, 5, True),
        ("a.md", "link-broken", 1, 9, True),
        ("a.md", "link-broken", 6, 9, False),
        ("a.md", "link-broken", 1, 4, False),
        ("a.md", "image-alt", 5, 5, False),
        ("b.md", "link-broken", 5, 5, False),
    ],
)
def test_leave_holds_for_its_rule_in_its_lines(
    path: str, rule: str, first: int, last: int, *, allowed: bool
) -> None:
    assert (judge([BROKEN], {}, [Allowance(path, rule, first, last)]) == ()) is allowed


def test_errors_in_lenient_files_are_warnings() -> None:
    assert not has_errors(judge([BROKEN], {}, lenient={"a.md"}))
    assert has_errors(judge([BROKEN], {}, lenient={"b.md"}))


def test_every_rule_is_described() -> None:
    assert all(rule.name == name and rule.summary for name, rule in RULES.items())
