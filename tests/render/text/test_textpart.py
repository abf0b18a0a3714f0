"""The text part of a mail, as a reader without HTML has it."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest

from digest.render.text.wrapping import COLUMNS, columns
from tests.newsletter import plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

SETTINGS = """\
email:
  from: "Test News <news@example.org>"
  unsubscribe_url: "{unsubscribe}"
  address: 1 Main Street, Anytown
  budget: {budget}
  tracked_link: 0
"""


def message(newsletter: Newsletter, name: str = "message.txt") -> str:
    result = newsletter.build()
    assert [one for one in result.diagnostics if one.severity == "error"] == []
    return (newsletter.out / "email" / "2022-03" / name).read_text()


def settings(unsubscribe: str = "https://example.org/leave?x=1", budget: int = 97_000) -> str:
    return SETTINGS.format(unsubscribe=unsubscribe, budget=budget)


def test_an_edition_from_its_title_to_its_foot(newsletter: Newsletter) -> None:
    newsletter.settings(
        settings()
        + "sections:\n  why: {title: Why}\neditors:\n  - {name: Ada, url: https://example.org/ada}\n"
    )
    newsletter.paper("arxiv:2202.00001", "Sorting in $O(n^2)$ steps", "Yi Tay, Bo Li")
    newsletter.paper("arxiv:2202.00002", "An <Old> Work & More")
    newsletter.edition(
        "2022-03",
        "Accuracy rose to 8.4[@arxiv:2202.00002].\n\n:::{papers}\n:::\n\nThat is all.\n",
        description="A *deck*",
        number=7,
    )
    newsletter.entry(
        "2022-03/01-sort",
        "## Why\nSee [@arxiv:2202.00002] and @arxiv:2202.00001.[^n]\n\n[^n]: A note.\n",
        arxiv="2202.00001",
        name="Sort",
        description="Sorts *slowly*",
        note="Best paper",
        links={"code": "https://example.org/code"},
    )
    assert message(newsletter) == textwrap.dedent("""\
        Test News

        Read on the web <https://example.org/news/editions/2022-03/>

        Edition 2022-03
        ===============
        No. 7 · March 2, 2022

        A *deck*

        Edited by Ada <https://example.org/ada>

        Accuracy rose to 8.4 [1].


        1. Sort: Sorting in O(n²) steps
        -------------------------------
        Yi Tay and Bo Li
        arXiv:2202.00001 · cs.CL · February 14, 2022 · Best paper
        Abstract <https://arxiv.org/abs/2202.00001>
        PDF <https://arxiv.org/pdf/2202.00001>
        HTML <https://ar5iv.labs.arxiv.org/html/2202.00001>
        Code <https://example.org/code>

        Sorts *slowly*

        Why
        ~~~

        See [1] and Tay and Li [2]. [a]

        Notes
        ~~~~~

        [a] A note.

        * * *

        That is all.

        References
        ----------

        [1] “An <Old> Work & More” by Ada Lovelace, 2022
            <https://arxiv.org/abs/2202.00002>
        [2] “Sorting in O(n²) steps” by Yi Tay and Bo Li, 2022
            <https://arxiv.org/abs/2202.00001>

        ------------------------------------------------------------------------

        You get this mail because you subscribed to Test News.
        Unsubscribe <https://example.org/leave?x=1>

        Test News <news@example.org> · 1 Main Street, Anytown

        Thank you to arXiv for use of its open access interoperability.
        """)


def test_what_the_html_folds_is_folded_here_and_the_rest_numbered_alike(
    newsletter: Newsletter,
) -> None:
    newsletter.settings(settings(budget=21_500))
    for number in range(1, 5):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Paper {number}")
        newsletter.entry(
            f"2022-03/0{number}-e{number}",
            f"Sentence of {number}. " * 150 + f"See [@arxiv:2202.0000{5 - number}].\n",
            arxiv=f"2202.0000{number}",
            name=f"Name{number}",
            description=f"Line of {number}",
        )
    newsletter.edition("2022-03", "Opening.\n\n:::{papers}\n:::\n\nEnd [@arxiv:2202.00001].\n")
    text, html = message(newsletter), plain(message(newsletter, "message.html"))
    shown = {number for number in range(1, 5) if f"Sentence of {number}." in html}
    assert shown == {number for number in range(1, 5) if f"Sentence of {number}." in text} == {1, 2}
    assert "\n4. Name4: Line of 4 <https://example.org/news/editions/2022-03/e4/>\n" in text
    assert [re.findall(r"See \[(\d)", text), re.findall(r"End \[(\d)", text)] == [["1", "2"], ["3"]]
    assert text.count("\n[3] ") == 1
    assert "\n[4] " not in text


@pytest.mark.parametrize(
    ("tag", "typed", "shown"),
    [
        ("{{ unsubscribe }}", "a{{b}}", "a{ {b}}"),
        ("*|UNSUB|*", "a*|b|", "a* |b|"),
        ("https://example.org/leave", "a{{b}}", "a{{b}}"),
    ],
)
def test_a_providers_tag_stays_and_what_looks_like_one_does_not(
    newsletter: Newsletter, tag: str, typed: str, shown: str
) -> None:
    newsletter.settings(settings(unsubscribe=tag))
    newsletter.edition("2022-03", f"Code ``{typed}`` here.\n")
    text = message(newsletter)
    assert f"Code `{shown}` here." in text
    assert f"Unsubscribe <{tag}>\n" in text


def test_a_list_may_be_left_by_mail(newsletter: Newsletter) -> None:
    newsletter.settings("email: {unsubscribe_mail: leave@example.org}\n")
    newsletter.edition("2022-03", "Text.\n")
    assert "Unsubscribe <mailto:leave@example.org>\n" in message(newsletter)


def test_the_words_are_the_themes_in_the_language_of_the_edition(newsletter: Newsletter) -> None:
    newsletter.write("themes/ours/theme.yaml", _german_theme())
    newsletter.settings("theme: ours\n" + settings())
    newsletter.edition("2022-03", "![Drei](https://example.org/x.png)\n", lang="de", number=3)
    text = message(newsletter)
    assert "Lies es im Netz <https://example.org/news/editions/2022-03/>" in text
    assert "Nr. 3 · 2. März 2022" in text
    assert "[Bild: Drei] <https://example.org/x.png>" in text
    assert "Wegen Test News." in text


def _german_theme() -> str:
    words = "read_on_web: Lies es im Netz, number: Nr., image: Bild"
    return f"""\
contract: 1
name: ours
extends: paper
words:
  de: {{{words}, why_mailed: "Wegen {{title}}."}}
"""


WORLD = """\
情報検索の研究では、索引を持たないモデルが注目されている[@arxiv:2202.00001]。長い行は、単語の間に空白がなくても、\
文字の間で折り返される。「括弧」は行の終わりに置かれない。

تبحث هذه الورقة عن طريقة جديدة للبحث [@arxiv:2202.00001]، وهي تعمل دون فهرس.

| 方法 | السرعة | Score |
|------|-------:|------:|
| 索引 | سريع   |   8.4 |
| DSI  | بطيء   |    12 |
"""


def test_scripts_that_are_wide_or_run_to_the_left(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "情報検索")
    newsletter.edition("2022-03", WORLD)
    text = message(newsletter)
    assert all(columns(line) <= COLUMNS for line in text.split("\n"))
    written = re.sub(r"\[@[^]]*\]|[|:-]+|\s", "", WORLD)
    assert re.sub(r"\[1\]|-+|\s", "", text).count(written[:100]) == 1
    assert (
        "方法  السرعة  Score\n----  ------  -----\n索引    سريع    8.4\nDSI     بطيء     12\n"
        in text
    )


def test_every_sentence_of_the_showcase_is_read_once(showcase: Path) -> None:
    root = showcase.parent.parent
    edition = max((root / "content/editions").iterdir())
    written = (root / "build/email" / edition.name / "message.txt").read_text()
    text = " ".join(written.split())
    sentences = [one for source in edition.glob("*.md") for one in _sentences(source)]
    assert len(sentences) > 50
    assert [one for one in sentences if text.count(one) != 1] == []
    for line in written.split("\n"):
        assert columns(line) <= COLUMNS or re.fullmatch(
            r"(\S+ | *)<https:\S+>[.,]?|    .*", line
        ), line


def _sentences(source: Path) -> list[str]:
    """Return the sentences of a source that have no marks in them."""
    body = source.read_text().split("---\n", 2)[2]
    lines = " ".join(body.split())
    found = re.split(r"(?<=[.?!:;,])\s", lines)
    return [one for one in found if re.fullmatch(r"[A-Za-z ,.’]{25,}[.?!]", one)]


def test_an_address_that_a_reference_prints_is_not_said_twice(newsletter: Newsletter) -> None:
    newsletter.settings(settings() + "references: {style: apa}\n")
    newsletter.write(
        "content/references.bib",
        "@article{a, title={T}, author={Bo Li}, year=2012, doi={10.1103/PhysRevD.85<1>}}",
    )
    newsletter.edition("2022-03", "See [@a].\n", description="D")
    said = message(newsletter)
    assert said.count("PhysRevD.85<1>") == 1
    assert "physrevd" not in said
