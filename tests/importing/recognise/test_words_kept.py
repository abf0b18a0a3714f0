"""Every word of a post is in one of its parts, whatever the post is made of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from digest.importing.post import Place, Post
from digest.importing.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.importing.parts import Parts

PIECES = """\
A Title of Something New
By Yi Tay, Vinh Q. Tran, et al.
Authors: Somebody Else
❓Why → because of it
💡Key insights → an insight
**Key insights**: words
#### Why it matters
## News
References
[1] Title One - by B. Cee et al. 2020
¹ Title Two 2019
1. Title Three. A. Author. 2022. [[pdf]](https://arxiv.org/abs/2202.09729)
2. another
- [One](https://arxiv.org/abs/2202.06991) by A. One, B. Two: words
- **Two** ([paper](https://arxiv.org/abs/2202.09318), [code](https://github.com/a)) — more
  - nested
    indented
* item with [ref][lab]
- Paper: https://arxiv.org/abs/2301.00704
| **Paper** | **Links** |
|---|---|
| 1) **Bind** - text | [Paper](https://arxiv.org/abs/2305.05665), [Tweet](https://t.co/1) |
| 2) pipe a|b | [Paper](link) |
### [Linked](https://arxiv.org/abs/2202.00001) | [Code](https://github.com/x)
### 2. Plain heading
###### [Paper](https://arxiv.org/abs/2202.00009)
**Bold alone**
**Paper:** https://arxiv.org/abs/2202.00002
Link: TBD
*ICLR 2022*
14 Feb 2022
---
=====
> quoted
> By Ada One, et al.
That is all for this month.
A paragraph with a [paper](https://arxiv.org/abs/2203.00001) in it.
**Lead** words about [it](https://arxiv.org/abs/2204.00001).
[Title para](https://arxiv.org/abs/2205.00001). Words behind.
• bullet
$x^2$ and `code` and ![picture](pic.png)
<div>html</div>
cites [1] and ² and [2]
**broken **
*odd**
[Paper](), [Code](#)
(ICLR 2021) Prefix [[paper]](https://arxiv.org/abs/2010.11929)
\\[3\\] Escaped et al 2020
[![badge](https://img.test/x.svg)](https://github.com/b)
```
1️⃣ Keycap
""".splitlines()


def list_texts(parts: Parts) -> Iterator[str]:
    for stretch in parts.stretches:
        yield stretch.text
        for one in stretch.entries:
            yield from (one.title, one.text, one.byline, one.date, one.note)
            yield from (name for name, _ in one.links)
            yield "" if one.paper.startswith("http") else one.paper
    for reference in parts.references:
        yield from (reference.label, reference.text)
    yield from (one.what for one in parts.left_out)


def count_words(text: str) -> Counter[str]:
    plain = re.sub(r"\]\((?:[^()\s]|\([^()]*\))*\)|\]\[[^\]]*\]", "]", text)
    plain = unicodedata.normalize("NFKC", re.sub(r"https?://[^\s>)\]|]+", " ", plain))
    return Counter(re.findall(r"[^\W_]+", plain.casefold()))


ENDS = st.sampled_from(["\n", "\n\n"])
PIECE = st.tuples(st.sampled_from(["", "", "", "   "]), st.sampled_from(PIECES), ENDS).map("".join)


@given(st.lists(PIECE, max_size=20).map("".join))
def test_no_word_is_lost(text: str) -> None:
    parts = recognise(Post(Place("post.md", 1), "March", text))
    found = count_words("\n".join(list_texts(parts)))
    assert not count_words(text) - found
