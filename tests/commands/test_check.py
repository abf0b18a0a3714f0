"""`check` tells of everything that is there, also of what waits."""

from __future__ import annotations

from typing import Any

import pytest

from tests.newsletter import Newsletter, brief

INDEX = "editions/2022-03/index.md"


def test_a_drafts_problems_are_warnings(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "[@nope] [x](nope.md)\n", draft=True)
    assert newsletter.check() == [
        f"{INDEX}:6:2 warning citation-undefined",
        f"{INDEX}:6:9 warning link-broken",
    ]
    assert newsletter.build().outputs


def test_a_future_editions_problems_are_errors(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "[@nope]\n")
    assert newsletter.check(today="2022-01-01") == [f"{INDEX}:5:2 error citation-undefined"]


def test_a_link_to_what_waits_is_broken_until_it_is_published(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02", "[Next](../2022-03/)\n")
    newsletter.edition("2022-03", "[Before](../2022-02/)\n")
    link = ["editions/2022-02/index.md:5:1 error link-broken"]
    assert newsletter.check(today="2022-02-20") == link
    assert newsletter.check(today="2022-03-20") == []


def test_what_a_build_has_kept_makes_no_difference(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06991", "One")
    newsletter.edition("2022-02", "[Next](../2022-03/01-x.md)\n")
    newsletter.edition("2022-03", "[Before](../2022-02/)\n")
    newsletter.entry("2022-03/01-x", arxiv="2202.06991")
    newsletter.edition("2022-04", "[@nope]\n", draft=True)
    newsletter.edition("2022-05", "[Gone](../2022-01/)\n")
    newsletter.build("2022-04-20")
    newsletter.delete("content/editions/2022-03/01-x.md")
    newsletter.edition("2022-06", "[x](nope.md)\n")
    newsletter.settings("check: {citation-undefined: off}\n")
    clean = Newsletter.at(newsletter.root, newsletter.root / "clean")
    for today in ("2022-04-20", "2022-07-01"):
        assert newsletter.check(today) == clean.check(today)
        assert len(clean.check(today)) > 1


def test_leave_is_given_for_one_place(newsletter: Newsletter) -> None:
    newsletter.edition(
        "2022-03",
        "<!-- digest: allow link-broken -->\n[x](nope.md)\n\n[y](nope.md)\n",
    )
    assert newsletter.check() == [f"{INDEX}:8:1 error link-broken"]


def test_a_site_decides_how_bad_a_problem_is(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "[x](nope.md)\n")
    for setting, found in (
        ("error", [f"{INDEX}:5:1 error link-broken"]),
        ("warning", [f"{INDEX}:5:1 warning link-broken"]),
        ("off", []),
    ):
        newsletter.settings(f"check: {{link-broken: {setting}}}\n")
        assert newsletter.check() == found


def test_settings_that_cannot_be_read_do_not_hide_the_rest(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "[@nope]\n")
    cases = {
        "": ["site.yaml:1:1 error field-missing"] * 2,
        "title: [a\n": ["site.yaml:1:8 error yaml-syntax"],
        "- title\n": ["site.yaml:1:1 error field-type"],
    }
    for text, problems in cases.items():
        newsletter.write("content/site.yaml", text)
        assert newsletter.check() == [f"{INDEX}:5:2 error citation-undefined", *problems]
    newsletter.write("content/site.yaml", b"\xff\xfet\0")
    assert "site.yaml:1:1 error encoding" in newsletter.check()


def test_a_section_whose_heading_has_more_than_its_name_is_missing(newsletter: Newsletter) -> None:
    newsletter.settings("sections: {why: {title: Why, required: true}}\n")
    newsletter.paper("arxiv:2202.00001", "T")
    newsletter.edition("2022-03")
    for more in ("## Why [@arxiv:2202.00001]", "## Why[^1]", "## [Why](https://e.example/)"):
        body = f"{more}\n\nText.\n\n[^1]: Note.\n" if "^" in more else f"{more}\n\nText.\n"
        newsletter.entry("2022-03/01-a", body, arxiv="2202.00001")
        (found,) = [one for one in newsletter.build().diagnostics if one.rule == "section-missing"]
        assert found.hint == "write '## Why' alone, and what else its heading has in the text"
    newsletter.entry("2022-03/01-a", "Text.\n", arxiv="2202.00001")
    (found,) = newsletter.build().diagnostics
    assert found.hint == "add a heading '## Why' and a text under it"


LATER = "2022-07"


@pytest.mark.parametrize(
    ("text", "entry", "problem"),
    [
        # what is a draft now is not published with its edition
        ("[x](08-frozen.md)\n", {"draft": True}, "5:1 error link-broken"),
        ("![x](gone.png)\n", {}, "5:1 error image-missing"),
        ("[x](../2022-08/)\n", {}, "5:1 error link-broken"),
        ("[x](/about/)\n", {}, "5:1 error link-broken"),
        ("[@nope]\n", {}, "5:2 error citation-undefined"),
        ("Text.\n\n:::{papers}\n:only: [frozen]\n:::\n", {"draft": True}, ""),
        ("[x](../2022-05/) [y](08-frozen.md)\n", {}, ""),
    ],
)
def test_a_future_edition_is_checked_as_it_will_be_on_its_day(
    newsletter: Newsletter, text: str, entry: dict[str, Any], problem: str
) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-05")
    newsletter.edition(LATER, text)
    newsletter.entry(f"{LATER}/08-frozen", arxiv="2202.00001", **entry)
    newsletter.edition("2022-08")
    newsletter.write("content/pages/about.md", "---\ntitle: About\ndraft: true\n---\nText.\n")
    expected = [f"editions/{LATER}/index.md:{problem}"] if problem else []
    assert newsletter.check() == expected
    # the same, as it is found on the day
    assert newsletter.check(today="2022-07-02") == expected


def test_what_is_wrong_on_one_day_only_is_told_with_that_day(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition(LATER, "[x](08-frozen.md) [@nope] [y](../2022-08/)\n")
    newsletter.entry(f"{LATER}/08-frozen", arxiv="2202.00001", draft=True)
    newsletter.edition("2022-08")
    newsletter.edition("2022-09", "[x](../2022-07/08-frozen.md)\n")
    assert [(one.line, one.message) for one in newsletter.diagnose()] == [
        (5, "on 2022-07-02: '08-frozen.md' is not published yet"),
        (5, "no work has the key 'nope'"),
        (5, "on 2022-07-02: '../2022-08/' is not published yet"),
        (5, "on 2022-09-02: '../2022-07/08-frozen.md' is not published yet"),
    ]


def test_a_published_page_that_the_future_spoils_is_told(newsletter: Newsletter) -> None:
    newsletter.edition("2022-05")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    newsletter.edition(LATER, aliases=["/about/"])
    assert [brief(one) for one in newsletter.diagnose()] == newsletter.check("2022-07-02") != []


def test_the_mail_of_a_future_edition_is_measured(newsletter: Newsletter) -> None:
    newsletter.settings("email: {budget: 20000}\n")
    newsletter.edition("2022-05")
    newsletter.edition(LATER, "A long text. " * 2000)
    problem = [f"editions/{LATER}/index.md:1:1 error email-over-budget"]
    assert newsletter.check() == newsletter.check("2022-07-02") == problem


def test_an_edition_of_the_future_is_no_draft(newsletter: Newsletter) -> None:
    newsletter.edition(LATER, "Text.\n")
    newsletter.build(future=True)
    assert "Draft" not in newsletter.page(f"editions/{LATER}/")
    for name, data in newsletter.mails().items():
        assert b"Draft" not in data, name
    newsletter.edition(LATER, "Text.\n", draft=True)
    newsletter.build(future=True, drafts=True)
    assert "Draft" in newsletter.page(f"editions/{LATER}/")
