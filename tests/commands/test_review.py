"""The summary for reviewers: what is wrong, and what is about to appear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.commands.fetch import read_content
from digest.commands.review import format_summary

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

TODAY = "2022-04-17"


def summary(newsletter: Newsletter, *problems: Diagnostic) -> str:
    return format_summary(problems, read_content(newsletter.root), TODAY)


def test_it_names_what_waits_and_the_newest_that_is_public(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06991", "Transformer Memory")
    for id_ in ("2022-01", "2022-03", "2022-05"):
        newsletter.edition(id_)
    newsletter.edition("2022-02", draft=True)
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", name="DSI")
    newsletter.entry("2022-03/02-own", title="Own", url="https://a.example/", draft=True)
    text = summary(newsletter)
    assert text.startswith("## Test News\n\nNo problems.\n")
    assert "2022-01" not in text
    assert "### Edition 2022-02\n\n2022-02-02, draft, 0 entries\n" in text
    assert "### Edition 2022-03\n\n2022-03-02, public, 2 entries\n" in text
    assert "- DSI (arxiv\\:2202.06991)\n- own, draft\n" in text
    assert "### Edition 2022-05\n\n2022-05-02, appears on 2022-05-02, 0 entries\n" in text


def test_each_problem_is_a_row_with_its_remedy(newsletter: Newsletter) -> None:
    text = summary(
        newsletter,
        Diagnostic("a.md", 3, 4, "link-broken", "no 'x|y'", "did you mean '<b>'?"),
        Diagnostic("b.md", 1, 1, "image-alt", "no text\nat all", severity="warning"),
    )
    assert "\n1 error, 1 warning.\n" in text
    assert "| a.md:3:4 | **error** no 'x\\|y' (link-broken) | did you mean '\\<b\\>'? |\n" in text
    assert "| b.md:1:1 | **warning** no text at all (image-alt) |  |\n" in text


def test_more_problems_than_anyone_reads_are_counted(newsletter: Newsletter) -> None:
    many = (Diagnostic("a.md", line, 1, "link-broken", "no") for line in range(1, 502))
    text = summary(newsletter, *many)
    assert "501 errors" in text
    assert "a.md:200:1" in text
    assert "a.md:201:1" not in text
    assert "\n… and 301 more.\n" in text
