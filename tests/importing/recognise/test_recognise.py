"""Posts told apart into their parts, in the forms that newsletters have."""

from __future__ import annotations

from digest.importing.parts import FoundEntry, Parts
from digest.importing.post import Place, Post
from digest.importing.recognise import recognise


def tell_apart(text: str) -> Parts:
    return recognise(Post(Place("post.md", 1), "March", text))


def entries(parts: Parts) -> list[FoundEntry]:
    return [entry for stretch in parts.stretches for entry in stretch.entries]


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
