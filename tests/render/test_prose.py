"""Citations as a reader counts them: one number a work, and a way back to every place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

PAGE = "editions/2022-03/"


def places(html: str) -> list[str]:
    """Return the anchors of the citations on a page, in reading order."""
    return re.findall(r'id="cite-([^"]*)"', html)


def test_a_work_has_one_number_under_all_its_names(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", facts={"doi": "10.1000/pub"})
    newsletter.write(
        "content/references.bib",
        "@article{by-doi, title={A Paper}, author={X, Y}, doi={10.1000/PUB}, year={2022}}\n"
        "@misc{by-id, title={A Paper}, author={X, Y}, eprint={2202.00001}, eprinttype={arxiv}}\n",
    )
    keys = (
        *("arxiv:2202.00001", "arxiv:2202.00001v3", "arxiv:https://arxiv.org/abs/2202.00001"),
        *("doi:10.48550/arXiv.2202.00001", "doi:10.1000/pub", "by-doi", "by-id", "a", "2022-03/a"),
    )
    newsletter.edition("2022-03", " ".join(f"[@{key}]" for key in keys) + "\n")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.build()
    html = newsletter.page(PAGE)
    assert places(html) == [f"1-{place}" for place in range(1, len(keys) + 1)]
    assert re.findall(r'id="(ref-\d+)"', html) == ["ref-1"]
    assert re.findall(r'href="#cite-([^"]*)"', html) == places(html)


def test_numbers_follow_the_order_of_reading_wherever_a_citation_stands(
    newsletter: Newsletter,
) -> None:
    for number in range(1, 10):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Paper{number}")

    def cite(number: int) -> str:
        return f"[@arxiv:2202.0000{number}]"

    newsletter.edition("2022-03", f"Text {cite(2)}.\n", description=f'"Deck {cite(1)}"')
    newsletter.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    newsletter.entry(
        "2022-03/01-a",
        f"## Heading {cite(6)}\n\n| a |\n|---|\n| {cite(7)} |\n\nText.[^1] {cite(8)}\n\n"
        f"[^1]: Note {cite(9)}.\n",
        arxiv="2202.00001",
        note=f'"Note {cite(3)}"',
        description=f'"Line {cite(4)}"',
        figure={"src": "a.svg", "alt": "a", "caption": f"Caption {cite(5)}"},
    )
    result = newsletter.build()
    assert result.diagnostics == ()
    assert places(newsletter.page(PAGE)) == [f"{number}-1" for number in range(1, 10)]
    assert places(newsletter.page(f"{PAGE}a/")) == [f"{number}-1" for number in range(1, 8)]


def test_moving_an_entry_renumbers_the_edition_and_not_its_own_page(
    newsletter: Newsletter,
) -> None:
    newsletter.edition("2022-03")
    for number in range(1, 11):
        newsletter.paper(f"arxiv:2202.000{number:02}", f"Paper{number}")
        body = f"See [@e{number % 10 + 1}] and [@e{number}].\n"
        newsletter.entry(f"2022-03/{number:02}-e{number}", body, arxiv=f"2202.000{number:02}")
    newsletter.build()
    before = newsletter.page(f"{PAGE}e10/")
    cited = re.findall(r'href="#ref-(\d+)"', newsletter.page(PAGE))
    assert cited[:6] == ["1", "2", "3", "1", "4", "3"]
    folder = newsletter.root / "content/editions/2022-03"
    (folder / "10-e10.md").rename(folder / "00-e10.md")
    newsletter.build()
    first = re.search(r'<article[^>]* id="(e\d+)"', newsletter.page(PAGE))
    assert first is not None
    assert first[1] == "e10"
    html = newsletter.page(f"{PAGE}e10/")
    assert places(html) == places(before) == ["1-1", "2-1"]


@pytest.mark.parametrize("style", ["superscript", "bracket", "author-year"])
@pytest.mark.parametrize("severity", ["warning", "off"])
def test_what_a_site_lets_pass_is_printed(
    newsletter: Newsletter, style: str, severity: str
) -> None:
    rules = (
        *("citation-undefined", "paper-unfetched", "id-malformed", "link-broken", "image-missing"),
        *("anchor-broken", "directive-unknown", "field-missing"),
    )
    checks = ", ".join(f"{rule}: {severity}" for rule in rules)
    newsletter.settings(f"check: {{{checks}}}\ncitations: {{style: {style}}}\n")
    newsletter.edition(
        "2022-03",
        "One [@nope] two @nope three [@arxiv:2101.00002; @arxiv:1] [four](nope.md) [five](/no/) "
        "[six](#no) ![seven](no.png)\n\n:::{nope}\n:::\n",
    )
    newsletter.entry("2022-03/01-a", figure={"src": "no.png", "alt": "eight"})
    result = newsletter.build()
    assert result.outputs, result.diagnostics
    assert bool(result.diagnostics) == (severity == "warning")
    text = newsletter.text(PAGE)
    assert "?" in text
    for word in ("One", "two", "nope", "three", "four", "five", "six"):
        assert word in text
    assert 'alt="eight"' in newsletter.page(PAGE)
