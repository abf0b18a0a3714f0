"""What an item, a row or a paragraph says of its paper in its first words."""

from __future__ import annotations

import pytest

from digest.importing.recognise.firstwords import read_first_words, read_title_line

ID = "arXiv:2202.06991"
PAPER = "https://arxiv.org/abs/2202.06991"


@pytest.mark.parametrize(
    ("text", "title", "byline", "said", "rest"),
    [
        ("1) **Name** - words; more", "Name", "", "", "words; more"),
        ("**1). Name** words", "Name", "", "", "words"),
        ("**Name ** - words", "Name", "", "", "words"),
        ("9) *8Rank** - words", "8Rank", "", "", "words"),
        ("● **Name**: words", "Name", "", "", "words"),
        ("3) A Bench  It is a benchmark: new.", "A Bench", "", "", "It is a benchmark: new."),
        (f"[A Title]({PAPER}) by A. One, B. Two: words", "A Title", "A. One, B. Two", "", "words"),
        (f"[A Title]({PAPER}) by De Cao et al. Words.", "A Title", "De Cao et al.", "", "Words."),
        (f"[A Title]({PAPER}) by One et al. It is so.", "A Title", "One et al.", "", "It is so."),
        (f"**[A Title]({PAPER})** (ICLR 2022). Words.", "A Title", "", "ICLR 2022", "Words."),
        (f"[**A Title**]({PAPER}), Yi Tay et al.", "A Title", "Yi Tay et al.", "", ""),
        (f"**A Title** ([paper]({PAPER})) — words", "A Title", "", "", "words"),
        (f"A Title. A. One, B. Two. 2022. [pdf]({PAPER})", "A Title", "A. One, B. Two", "2022", ""),
        (f"A Title (2017), A. One et al. [[pdf]]({PAPER})", "A Title", "A. One et al.", "2017", ""),
        (f"**A Title.** _A One, B Two_. [[pdf]({PAPER})]", "A Title", "A One, B Two", "", ""),
        (f'A. One. "**A Title**." Book. [[pdf]]({PAPER})', "A Title", "A. One", "", "Book."),
        (f"`2014 - CVPR` [A Title]({PAPER})", "A Title", "", "2014 - CVPR", ""),
        (f"[2021/03] **[A Title]({PAPER})**", "A Title", "", "2021/03", ""),
        (f"2021.05 - [A Title]({PAPER}), One et al.", "A Title", "One et al.", "2021.05", ""),
        (f"**A Title** ({ID}). Words.", "A Title", "", "", "Words."),
        (f"A Title. A. One, B. Two. {ID}", "A Title", "A. One, B. Two", "", ""),
        (f"- [x] [A Title]({PAPER})", "A Title", "", "", ""),
        ("*A Title*, by Ada One (MIT), 2021: words", "A Title", "Ada One (MIT)", "2021", "words"),
        (f"A. One, Bo Two, A Title of All, NIPS, 2012 [[Paper]]({PAPER})", "A Title of All",
         "A. One, Bo Two", "2012", ""),
        (f"A. One et al., Go, So It Is, ICML 2012 [pdf]({PAPER})", "Go, So It Is", "A. One et al.",
         "ICML 2012", ""),
        (f"Ann One, Bo Two, A Title of All, {ID}", "A Title of All", "Ann One, Bo Two", "", ""),
        (f"Images, Words, and All of Them [pdf]({PAPER})", "Images, Words, and All of Them",
         "", "", ""),
        (f'**DSI**: *"A Title"*, Ann One, Bo Two [[pdf]]({PAPER})', "A Title", "Ann One, Bo Two",
         "", ""),
        ("They have a model; it is new", "", "", "", "They have a model; it is new"),
        ("**Ada** tells of [a paper](https://a.b).", "Ada", "", "", "tells of [a paper](https://a.b)."),
    ],
)  # fmt: skip
def test_first_words(text: str, title: str, byline: str, said: str, rest: str) -> None:
    facts, left = read_first_words(text)
    assert (facts.title, facts.byline, facts.date or facts.note, left.strip()) == (
        title, byline, said, rest,
    )  # fmt: skip
    assert facts.has_paper == (PAPER in text or ID in text)


@pytest.mark.parametrize(
    ("line", "title", "links"),
    [
        ("DataMUX: Data Multiplexing", "DataMUX: Data Multiplexing", []),
        (f"1. [A Title]({PAPER}) | [Code](https://c.d)", "A Title", ["", "Code"]),
        (f"1️⃣ A Title — [paper]({PAPER}) | [code](https://c.d)", "A Title", ["paper", "code"]),
        ("***A Title***", "A Title", []),
        ("A Title | 👾 Code", "A Title", []),
        (f"[The best model]({PAPER})", "The best model", [""]),
    ],
)
def test_titles_on_a_line_of_their_own(line: str, title: str, links: list[str]) -> None:
    facts = read_title_line(line)
    assert (facts.title, [name for name, _ in facts.links]) == (title, links)
