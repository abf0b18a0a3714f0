"""What a citation looks like in each style."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import plain

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

GUIDE = Path(__file__).parents[2] / "content/pages/digest/guide.md"
PAGE = "editions/2022-03/"
AUTHORS = {
    "gu": "Gu, Ann and Goel, Bea",
    "tay1": "Tay, Yi and B, C and D, E",
    "tay2": "Tay, Yi and B, C and D, E",
    "tay3": "Tay, Yi and B, C and D, E",
    "li": "Li, Cy",
    "mo": "Mo, Di",
}
YEARS = {"gu": 2022, "tay1": 2020, "tay2": 2022, "tay3": 2022, "li": 2021, "mo": 2019}


def cite(newsletter: Newsletter, style: str, text: str) -> tuple[str, str]:
    """Return what a paragraph says on a page that has cited all works before, and its HTML."""
    newsletter.settings(f"citations: {{style: {style}}}\n")
    newsletter.write(
        "content/references.bib",
        "".join(
            f"@misc{{{key}, title={{On {key}}}, author={{{AUTHORS[key]}}}, year={YEARS[key]}}}\n"
            for key in AUTHORS
        ),
    )
    before = " x ".join(f"[@{key}]" for key in AUTHORS)
    newsletter.edition("2022-03", f"{before}\n\nStart {text} end.\n")
    result = newsletter.build()
    assert result.diagnostics == ()
    page = newsletter.page(PAGE)
    ids = re.findall(r'id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(cite-[^"]*)"', page)) == {i for i in ids if i[:5] == "cite-"}
    found = re.search(r"<p>(Start .*end\.)</p>", page, re.DOTALL) or re.search(
        r"<p>(Start.*end\.)</p>", page, re.DOTALL
    )
    assert found is not None
    # tags are no spaces here
    return re.sub(r"<[^>]+>", "", found[1]).replace("\xa0", " "), found[1]


CASES = [
    ("[@gu]", "Start1 end.", "Start [1] end.", "Start (Gu and Goel, 2022) end."),
    ("[@li; @gu]", "Start1,5 end.", "Start [1,5] end.", "Start (Li, 2021; Gu and Goel, 2022) end."),
    (
        "[@li; @tay2; @tay3]",
        "Start3–5 end.",
        "Start [3–5] end.",
        "Start (Li, 2021; Tay et al., 2022a, 2022b) end.",
    ),
    (
        "[@mo; @tay1; @gu; @tay2; @li; @mo]",
        "Start1–3,5,6 end.",
        "Start [1–3,5,6] end.",
        (
            "Start (Mo, 2019; Tay et al., 2020; Gu and Goel, 2022; Tay et al., 2022a; Li, 2021; "
            "Mo, 2019) end."
        ),
    ),
    (
        "[see @gu, p. 3; see also @tay2]",
        "Start (see reference 1, p. 3; see also reference 3) end.",
        "Start [see 1, p. 3; see also 3] end.",
        "Start (see Gu and Goel, 2022, p. 3; see also Tay et al., 2022a) end.",
    ),
    ("[@tay1; @tay2]", "Start2,3 end.", "Start [2,3] end.", "Start (Tay et al., 2020, 2022a) end."),
    (
        "[@tay1, p. 3; @tay2]",
        "Start (reference 2, p. 3; reference 3) end.",
        "Start [2, p. 3; 3] end.",
        "Start (Tay et al., 2020, p. 3; Tay et al., 2022a) end.",
    ),
    ("[-@gu]", "Start1 end.", "Start [1] end.", "Start (2022) end."),
    (
        "@gu",
        "Start Gu and Goel1 end.",
        "Start Gu and Goel [1] end.",
        "Start Gu and Goel (2022) end.",
    ),
    (
        "@gu [p. 3; @tay2]",
        "Start Gu and Goel (reference 1, p. 3; reference 3) end.",
        "Start Gu and Goel [1, p. 3; 3] end.",
        "Start Gu and Goel (2022, p. 3; Tay et al., 2022a) end.",
    ),
    (
        "@tay1 [@tay2]",
        "Start Tay et al.2,3 end.",
        "Start Tay et al. [2,3] end.",
        "Start Tay et al. (2020, 2022a) end.",
    ),
    (
        "[as @li shows](https://x.org/)",
        "Start as Li5 shows end.",
        "Start as Li [5] shows end.",
        "Start as Li (2021) shows end.",
    ),
]


@pytest.mark.parametrize(("text", "superscript", "bracket", "author_year"), CASES)
def test_the_three_styles(
    newsletter: Newsletter, text: str, superscript: str, bracket: str, author_year: str
) -> None:
    assert cite(newsletter, "superscript", text)[0] == superscript
    assert cite(newsletter, "bracket", text)[0] == bracket
    assert cite(newsletter, "author-year", text)[0] == author_year


def test_a_link_ends_before_a_citation(newsletter: Newsletter) -> None:
    html = cite(
        newsletter, "superscript", "[as [@li] shows](https://x.org/) [*@gu*](https://y.org/)"
    )[1]
    depth = 0
    for tag in re.findall(r"</?a\b", html):
        depth += 1 if tag == "<a" else -1
        assert depth in {0, 1}
    assert re.findall(r'<a href="(https[^"]*)">(.*?)</a>', html) == [
        ("https://x.org/", "as"),
        ("https://x.org/", "shows"),
        ("https://y.org/", "<em>Gu and Goel</em>"),
    ]


def test_every_work_of_a_range_is_told_and_shown(newsletter: Newsletter) -> None:
    html = cite(newsletter, "superscript", "[@tay1; @tay2; @tay3; @li; @mo; @li]")[1]
    labels = re.findall(r'<a id="[^"]*" href="#ref-(\d)".*?aria-label="([^"]*)"', html)
    assert labels == [("2", "reference 2"), ("3", "reference 3–5"), ("6", "reference 6")]
    shown = " ".join(re.findall(r'data-reference="([^"]*)"', html))
    assert all(f"On {key}" in plain(shown) for key in ("tay1", "tay2", "tay3", "li", "mo"))


def test_words_may_hold_marks_links_and_formulas(newsletter: Newsletter) -> None:
    html = cite(newsletter, "bracket", "[*see* [x](https://x.org/) and $y$ in @gu, `z` < 3]")[1]
    assert '[<em>see</em> <a href="https://x.org/">x</a> and <math' in html
    assert "<code>z</code> &lt; 3]" in html


STYLES = ("superscript", "bracket", "author-year")
WHO = ("gu", "tay1", "tay1", "li")
SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@pytest.mark.parametrize("style", STYLES)
def test_the_guide_shows_what_is_printed(newsletter: Newsletter, style: str) -> None:
    rows = re.findall(
        r"^\| `(.*@.*)` \| (.*) \| (.*) \| (.*) \|$", GUIDE.read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) == 15
    newsletter.settings(f"citations: {{style: {style}}}\n")
    years = {"gu": 2022, "tay20": 2020, "tay22": 2022, "li": 2021}
    newsletter.write(
        "content/references.bib",
        "".join(
            f"@misc{{{key}, title={{On {key}}}, author={{{author}}}, year={years[key]}}}\n"
            for key, author in zip(years, (AUTHORS[key] for key in WHO), strict=True)
        ),
    )
    paragraphs = [" ".join(f"x [@{key}]" for key in years), *(written for written, *_ in rows)]
    newsletter.edition("2022-03", "\n\n".join(paragraphs))
    assert newsletter.build(email="none").diagnostics == ()
    html = newsletter.page(PAGE).partition('<section class="references')[0]
    shown = [
        re.sub("<sup.*?</sup>", lambda raised: raised[0].translate(SMALL), one)
        for one in re.findall("<p>(.*?)</p>", html, re.DOTALL)
    ]
    shown = [unescape(re.sub("<[^>]+>", "", one)).replace("\xa0", " ") for one in shown]
    # the guide is a page, too, in which a sign alone is escaped
    assert shown[1:] == [row[1 + STYLES.index(style)].replace("\\@", "@") for row in rows]


def test_a_part_without_author_is_cited_by_its_title_in_quotation_marks(
    newsletter: Newsletter,
) -> None:
    newsletter.settings("citations: {style: author-year}\n")
    newsletter.write(
        "content/references.bib",
        "@inreference{a, title={Cleveland}, booktitle={Z}, editor={Grab, John}, year=2022}\n"
        "@book{b, title={Denver}, year=2021}\n",
    )
    newsletter.edition("2022-03", "So [@a; @b], and @a too.\n")
    assert newsletter.build().diagnostics == ()
    page = re.sub(r"<[^>]+>", "", newsletter.page(PAGE)).replace("\xa0", " ")
    assert "So (“Cleveland,” 2022; Denver, 2021), and “Cleveland” (2022) too." in page
