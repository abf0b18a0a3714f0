"""Posts told apart into their parts, in the forms that newsletters have."""

from __future__ import annotations

import pytest

from digest.importing.parts import FoundEntry, Parts, Stretch
from digest.importing.post import Place, Post
from digest.importing.recognise import recognise


def tell_apart(text: str) -> Parts:
    return recognise(Post(Place("post.md", 1), "March", text))


def entries(parts: Parts) -> list[FoundEntry]:
    return [entry for stretch in parts.stretches for entry in stretch.entries]


def test_links_behind_the_names_are_the_papers() -> None:
    text = (
        "## Papers\n\n### Search by one model\n\n"
        "By Yi Tay and Vinh Tran | [paper](https://arxiv.org/pdf/2202.06991.pdf) | "
        "[code](https://github.com/a/b) | Google\n\nIt is one model.\n"
    )
    (entry,) = entries(tell_apart(text))
    assert entry.paper == "https://arxiv.org/pdf/2202.06991.pdf"
    assert (entry.byline, entry.note) == ("Yi Tay and Vinh Tran", "Google")
    assert entry.links == (("code", "https://github.com/a/b"),)


HEADINGS = """\
Words before.

## News

- A video codec learns to play, [paper](https://arxiv.org/abs/2202.06626).

## Research

We picked these.

### 1. [Search by one model](https://arxiv.org/abs/2202.06991) | [Code](https://github.com/a/b)

*By Yi Tay, Vinh Q. Tran, et al.* · 14 Feb 2022

As said before[^1].

#### Why it matters

See [the talk][talk].

### 2. DataMUX: many inputs at once
**Authors:** Vishvak Murahari, Carlos E. Jimenez
**Paper:** https://arxiv.org/abs/2202.09318

**Why it matters**: one pass is enough.

## Goodbye

See you.

[talk]: https://example.org/talk
[^1]: In January.
"""


def test_entries_below_headings() -> None:
    parts = tell_apart(HEADINGS)
    assert entries(parts) == [
        FoundEntry(
            title="Search by one model",
            text=(
                "As said before[^1].\n\n## Why it matters\n\nSee [the talk][talk].\n\n"
                "[talk]: https://example.org/talk\n[^1]: In January."
            ),
            line=11,
            byline="Yi Tay, Vinh Q. Tran, et al.",
            paper="https://arxiv.org/abs/2202.06991",
            links=(("code", "https://github.com/a/b"),),
            date="14 Feb 2022",
        ),
        FoundEntry(
            title="DataMUX: many inputs at once",
            text="## Why it matters\n\none pass is enough.",
            line=21,
            byline="Vishvak Murahari, Carlos E. Jimenez",
            paper="https://arxiv.org/abs/2202.09318",
        ),
    ]
    before, _, after = parts.stretches
    assert before.text.startswith("Words before.\n\n## News\n\n- A video codec")
    assert after.text == "## Goodbye\n\nSee you."
    assert parts.description == "Words before."


TABLE = """\
| **Paper** | **Links** |
| --- | --- |
| 1) **ImageBind** - six | [Paper](https://arxiv.org/abs/2305.05665), [Tweet](http://t.org/1) |
| **2). Placeholder** a dash is missing | [Paper](link) |
| 3) Bench  A benchmark.<br>● long – yes<br>● hard | [Paper](https://arxiv.org/abs/2504.01848) |
| 4) **Pipe** - p(a|b) | [Paper](https://blog.test/post)_ |
"""


def test_entries_in_rows() -> None:
    found = entries(tell_apart(TABLE))
    assert [(one.title, one.text, one.paper) for one in found] == [
        ("ImageBind", "six", "https://arxiv.org/abs/2305.05665"),
        ("Placeholder", "a dash is missing", "link"),
        ("Bench", "A benchmark.\n\n- long – yes\n- hard", "https://arxiv.org/abs/2504.01848"),
        ("Pipe", "p(a|b)", "https://blog.test/post"),
    ]
    assert found[0].links == (("tweet", "http://t.org/1"),)


PLAIN_ROWS = """\
| **Paper** | **Links** |
| 1) A name We say more. <br><br> ● Long: yes <br>● Hard: no | [System Card](https://a.test/1) |
| 2) Bench  A benchmark. | [Paper](https:/arxiv.org/abs/2504.01848) |
"""


def test_rows_without_a_line_of_dashes_or_marks_of_titles() -> None:
    one, two = entries(tell_apart(PLAIN_ROWS))
    assert (one.title, one.paper) == ("", "https://a.test/1")
    assert one.text == "A name We say more.\n\n- Long: yes\n- Hard: no"
    assert (two.title, two.text, two.paper) == (
        *("Bench", "A benchmark."),
        "https:/arxiv.org/abs/2504.01848",
    )


COLUMNS = """\
| # | Title | Authors | Venue | Year | Code | arXiv | Task |
|---|-------|---------|-------|------|------|-------|------|
| 1 | A Title | Yi Tay et al. | ICML | 2022 | [here](https://github.com/a/b) | 2202.06991 | search |
| 2 | [Two](https://arxiv.org/abs/2202.09318) | A. First |  | 2021 | - | | - |
"""


def test_a_column_of_papers_has_their_titles() -> None:
    text = """\
| Paper | Link |
|---|---|
| DiffWave: A Versatile Model for Audio | [Paper](https://arxiv.org/abs/2009.09761) |
| A ConvNet for the 2020s | [Paper](https://arxiv.org/abs/2201.03545) |
"""
    found = entries(tell_apart(text))
    assert [(one.title, one.note, one.text) for one in found] == [
        ("DiffWave: A Versatile Model for Audio", "", ""),
        ("A ConvNet for the 2020s", "", ""),
    ]


def test_a_line_may_say_that_it_is_a_title() -> None:
    text = """\
### Paper 1

Title: VLP: A Survey on Vision-Language Pre-training
Authors: Feilong Chen, Duzhen Zhang

Words on it.

### Paper 2

**Title:** A ConvNet for the 2020s
**Authors:** Zhuang Liu, Hanzi Mao

Words on it.
"""
    assert [(one.title, one.byline) for one in entries(tell_apart(text))] == [
        ("VLP: A Survey on Vision-Language Pre-training", "Feilong Chen, Duzhen Zhang"),
        ("A ConvNet for the 2020s", "Zhuang Liu, Hanzi Mao"),
    ]


def test_columns_say_what_their_cells_are() -> None:
    one, two = entries(tell_apart(COLUMNS))
    assert one == FoundEntry(
        title="A Title",
        text="Task: search",
        line=1,
        byline="Yi Tay et al.",
        paper="2202.06991",
        links=(("code", "https://github.com/a/b"),),
        date="2022",
        note="ICML",
    )
    assert (two.title, two.text, two.byline, two.date) == ("Two", "", "A. First", "2021")


ITEMS = """\
## Vision

- [One](https://arxiv.org/abs/2202.06991) by A. First, B. Second: words
- **Two** ([paper](https://arxiv.org/abs/2202.09318), [code](https://github.com/a/c)) — words
  - nested
- Three. A. First, B. Second. 2022. [[pdf]](https://arxiv.org/abs/2202.09729)
- Read [this](https://blog.test/post) too.
"""


def test_entries_in_items() -> None:
    parts = tell_apart(ITEMS)
    found = [(one.title, one.byline, one.date, one.text) for one in entries(parts)]
    assert found == [
        ("One", "A. First, B. Second", "", "words"),
        ("Two", "", "", "words\n\n- nested"),
        ("Three", "A. First, B. Second", "2022", ""),
    ]
    assert parts.stretches[-1].text == "- Read [this](https://blog.test/post) too."


DIGEST = """\
Hello, and welcome to another week.

### Official
* [Version 1.60](https://blog.test/1)
* [A call](https://blog.test/2)

### Thoughts
* [Why is it fast?](https://blog.test/3)
* [Proving things](https://arxiv.org/abs/2204.01234)

### Research
* [Is it safe?](https://arxiv.org/abs/2204.06790)
* [video] [A talk](https://youtu.be/x)

### Tools
* [One](https://blog.test/4) by Ada Example
  > It is new.
* [Two](https://blog.test/5)
"""
ESSAY = """\
# How attention came about

By Ada Example

## Sequences

Models were recurrent, as in [Sutskever et al.](https://arxiv.org/abs/1409.3215).

## Attention

[Bahdanau et al.](https://arxiv.org/abs/1409.0473) added attention.

## Transformers

The [transformer](https://arxiv.org/abs/1706.03762) dropped recurrence.

| Model | BLEU | Size |
|---|---|---|
| [GNMT](https://arxiv.org/abs/1609.08144) | 24.6 | 280 |
| [T](https://arxiv.org/abs/1706.03762) | 28.4 | 213 |
"""


@pytest.mark.parametrize("text", [DIGEST, ESSAY])
def test_what_is_not_about_papers_stays_text(text: str) -> None:
    assert tell_apart(text).stretches == (Stretch(text.strip(), 1),)


def test_a_list_of_topics_has_its_entries_in_the_lists_within() -> None:
    text = (
        "- NLP\n  - [One](https://arxiv.org/abs/2202.00001)\n  - [Two](https://openreview.net/pdf?id=x)\n"
        "- Speech\n  - [Three](https://arxiv.org/abs/2202.00003)\n"
    )
    found = [
        one.text or [entry.title for entry in one.entries] for one in tell_apart(text).stretches
    ]
    assert found == ["- NLP", ["One", "Two"], "- Speech", ["Three"]]


def test_two_spaces_put_a_list_into_an_item() -> None:
    text = "".join(
        f"{at}. Somebody has a new model; it is good.\n  - Paper: https://arxiv.org/abs/2202.0000{at}\n"
        for at in (1, 2, 3)
    )
    assert [(one.title, one.text, one.paper[-1]) for one in entries(tell_apart(text))] == [
        ("", "Somebody has a new model; it is good.", digit) for digit in "123"
    ]


READING_LIST = """\
1. ![p][paper] [One](https://arxiv.org/abs/2202.06991) - Ada Poe, Bob Roe
2. [ ] Two: A Thing (Nature Things 2022), Ada Poe, Bob Roe [[paper]](https://arxiv.org/abs/2202.09318)
3. Three, ICML 2022 [[paper](https://arxiv.org/abs/2202.09729)] ![](https://img.shields.io/s)
4. **Four**<br>*Ada Poe, Bob Roe*<br>arXiv 2022. [[Paper](https://arxiv.org/abs/2202.09730)]

[paper]: https://img.shields.io/static/v1?label=&message=paper
"""


def test_forms_of_reading_lists() -> None:
    found = entries(tell_apart(READING_LIST))
    assert [(one.title, one.byline, one.note, one.text) for one in found] == [
        ("One", "Ada Poe, Bob Roe", "", ""),
        ("Two: A Thing", "Ada Poe, Bob Roe", "Nature Things 2022", ""),
        ("Three", "", "ICML 2022", ""),
        ("Four", "Ada Poe, Bob Roe", "", "arXiv 2022."),
    ]


@pytest.mark.parametrize("indent", [" ", "  "])
@pytest.mark.parametrize("behind", ["arXiv:2103.0000{n}", "CVPR, 2021"])
def test_a_reference_in_a_list_below_a_short_name_is_of_the_same_entry(
    indent: str, behind: str
) -> None:
    text = "".join(
        f"* {name} [[Paper]](https://arxiv.org/abs/2103.0000{n})\n"
        f"{indent}* Ann One, Bo Two, A Title of {name}, {behind.format(n=n)}\n"
        for n, name in enumerate(("DALL-E", "CLIP"), start=1)
    )
    (found,) = [one.entries for one in recognise(Post(Place("a.md", 1), "A", text)).stretches]
    assert [(one.name, one.title, one.byline, one.links, one.text) for one in found] == [
        ("DALL-E", "A Title of DALL-E", "Ann One, Bo Two", (), ""),
        ("CLIP", "A Title of CLIP", "Ann One, Bo Two", (), ""),
    ]
