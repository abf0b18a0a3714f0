"""What pages say of themselves in a sentence: never nothing, and never too much."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.site.pages.descriptions import LONGEST, cut_description
from tests.published import Page

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

EDITION = "editions/2022-03/"


def described(newsletter: Newsletter, address: str) -> str:
    """Return what a page says of itself, in both places the same."""
    meta = Page(address, newsletter.page(address)).meta
    assert meta["description"] == meta["og:description"]
    return meta["description"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Plain.", "Plain."),
        ('"\\"Quotes\\" & <tags>"', "“Quotes” & <tags>"),
        ("'*Emphasis*, `code` and [a link](https://a.example/)'", "Emphasis, code and a link"),
        ("مرحبا بالعالم", "مرحبا بالعالم"),
        (">-\n  On two\n  lines", "On two lines"),
        ("'Models [@k84], (so [see @k84, p. 3]) *and more [-@k84]*.'", "Models, (so) and more."),
        (r"In $O(n^2)$, not $\mathcal{O}(\log n)$", "In O(n²), not O(log n)"),
    ],
)
def test_a_description_is_plain_text(newsletter: Newsletter, written: str, shown: str) -> None:
    newsletter.write("content/references.bib", "@book{k84, title={T}, year=1984}")
    newsletter.edition("2022-03", description=written)
    newsletter.build()
    assert described(newsletter, EDITION) == shown
    assert f'<meta name="description" content="{escape(shown)}">' in newsletter.page(EDITION)


def test_a_title_s_formulas_are_unicode_where_there_is_only_text(newsletter: Newsletter) -> None:
    newsletter.settings("check: {math-broken: warning}\n")
    newsletter.edition("2022-03")
    newsletter.paper("arxiv:2202.00001", r"The $\ell_2$-norm of $\frac{\alpha}{2}$ and $\broken$")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.build()
    meta = Page("", newsletter.page(f"{EDITION}a/")).meta
    assert meta["og:title"] == r"The ℓ₂-norm of α/2 and \broken"


def test_a_long_description_is_cut_between_words(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", description="many words, " * 250)
    newsletter.build()
    shown = described(newsletter, EDITION)
    assert LONGEST - 12 < len(shown) <= LONGEST
    assert shown.endswith(("words…", "many…"))


def test_without_a_description_an_edition_names_its_papers(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.paper("arxiv:2202.00001", "Deep Things")
    newsletter.paper("arxiv:2202.00002", "Other Things", "Bo Lee, Cy Young")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", name="Deep", tags=["vision"])
    newsletter.entry("2022-03/02-b", arxiv="2202.00002", tags=["vision"])
    newsletter.build()
    assert described(newsletter, EDITION) == "Deep, Other Things"
    assert described(newsletter, f"{EDITION}b/") == "Other Things. Bo Lee and Cy Young"
    assert described(newsletter, "archive/") == "Test News, every edition: Edition 2022-03"
    assert described(newsletter, "tags/") == "The topics of Test News: vision"
    assert (
        described(newsletter, "tags/vision/") == "Papers on vision in Test News: Deep, Other Things"
    )
    assert described(newsletter, "") == "News for tests"


def test_without_either_a_page_begins_as_its_text_does(newsletter: Newsletter) -> None:
    body = (
        "# Part\n\nWe *are*[^1], & will be [here](/archive/), $x^2$ [@arxiv:2202.00001].\n\nMore.\n"
    )
    body += "\n[^1]: A note.\n"
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", body)
    newsletter.write("content/pages/about.md", f"---\ntitle: About\n---\n{body}")
    newsletter.write("content/pages/empty.md", "---\ntitle: Empty\n---\n")
    newsletter.build()
    for address in (EDITION, "about/"):
        assert described(newsletter, address).startswith("We are, & will be here, x². ")
        assert described(newsletter, address).endswith("More.")
    assert described(newsletter, "empty/") == "News for tests"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            r"Takes $O(n \log n)$ steps: $\ell_1$ wins by $3\%$.",
            "Takes O(n log n) steps: ℓ₁ wins by 3%.",
        ),
        ("For $a<b$ and $x > y$ & more.", "For a < b and x > y & more."),
        ("**Bold $x_i$** and `$5`.", "Bold xᵢ and $5."),
        ("10<sup>9</sup> H<sub>2</sub>O, the *1<sup>st</sup>*.", "10⁹ H₂O, the 1ˢᵗ."),
        (r"A matrix $\begin{pmatrix} a \\ b \end{pmatrix}$ here.", "A matrix … here."),
    ],
)
def test_formulas_of_a_text_are_unicode_in_its_description(
    newsletter: Newsletter, typed: str, said: str
) -> None:
    newsletter.edition("2022-03", f"{typed}\n")
    newsletter.build()
    assert described(newsletter, EDITION) == said
    mail = (newsletter.out / "email/2022-03/message.html").read_text()
    assert mail.partition('class="preheader"')[2].partition(">")[2].startswith(escape(said))


def test_an_author_s_page_names_the_papers(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    for number in (1, 2):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Paper {{names}} {number}", "Bo {title} Lee")
        newsletter.entry(f"2022-03/0{number}-e{number}", arxiv=f"2202.0000{number}")
    newsletter.build()
    assert described(newsletter, "authors/bo-title-lee/") == (
        "Papers by Bo {title} Lee in Test News: Paper {names} 1, Paper {names} 2"
    )


def test_lists_speak_the_site_s_language(newsletter: Newsletter) -> None:
    text = (newsletter.root / "content/site.yaml").read_text().replace("lang: en", "lang: de")
    newsletter.write("content/site.yaml", text)
    newsletter.edition("2022-03")
    newsletter.build()
    assert described(newsletter, "archive/") == "Test News, alle Ausgaben: Edition 2022-03"


@given(st.text())
def test_a_shortened_text_is_one_line_that_begins_as_the_whole_does(text: str) -> None:
    line = " ".join(text.split())
    short = cut_description(text)
    assert len(short) <= LONGEST
    assert short == line or (short.endswith("…") and line.startswith(short[:-1]))
    assert bool(short) == bool(line)


def test_a_description_keeps_the_names_of_its_sentence(newsletter: Newsletter) -> None:
    newsletter.write(
        "content/references.bib",
        "@book{k84, title={T}, author={Knuth, Donald}, year=1984}"
        "@book{sj, title={U}, author={Smith, A. and Jones & Co, B.}, year=2020}",
    )
    newsletter.paper("arxiv:2202.00001", "DSI", "Yi Tay, Vinh Q. Tran, Mostafa Dehghani")
    newsletter.edition(
        "2022-03",
        "Text of @k84.\n",
        description="As @k84 [p. 3] says, @sj, and not -@k84 [@k84], err on @one",
    )
    newsletter.entry("2022-03/01-one", arxiv="2202.00001", tags=["t"], description="By @k84")
    newsletter.edition("2022-02", "Here @sj began <what> @2022-03/one ended.\n")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWhat @k84 says.\n")
    newsletter.build()
    shown = "As Knuth says, Smith and Jones & Co, and not, err on Tay et al."
    assert described(newsletter, EDITION) == shown
    assert escape(shown) in newsletter.page("archive/")
    assert described(newsletter, f"{EDITION}one/") == "By Knuth"
    assert "<summary>By Knuth</summary>" in newsletter.page("tags/t/feed.xml")
    begins = "Here Smith and Jones & Co began <what> Tay et al. ended."
    assert described(newsletter, "editions/2022-02/") == begins
    assert described(newsletter, "about/") == "What Knuth says."


def test_a_table_of_contents_names_whom_headings_name(newsletter: Newsletter) -> None:
    newsletter.write(
        "content/references.bib", "@book{k84, title={T}, author={Knuth, Donald}, year=1984}"
    )
    newsletter.edition(
        "2022-03", "## @k84\n\n## What @k84 [p. 3] and [@k84] say\n\n## [@k84]\n\nText\n"
    )
    newsletter.build()
    page = newsletter.page(EDITION)
    (contents,) = re.findall(r'<nav class="contents.*?</nav>', page, re.DOTALL)
    assert re.findall(r'href="#([^"]+)"[^>]*>(?:<span[^>]*>)?([^<]*)<', contents) == [
        ("k84", "Knuth"),
        ("what-k84-and-say", "What Knuth and say"),
        ("references", "References"),
    ]
