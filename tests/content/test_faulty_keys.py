"""A key that means nothing is reported at its sign, wherever in a file it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

EDITION = """\
---
title: Of places
date: 2022-03-02
# a comment with @none
description: >-
  Folded, with @nope-a
  and [see @nope-b,
  p. 3].

  Another paragraph -@nope-c
---
Body @nope-d.

> Quoted [@nope-e; @nope-f]
> - in a list @nope-g
>
>   and `@none` further @nope-h

:::{papers}
:::

1. Behind the entries [**see** @nope-i]
   goes on @{nope-j}
"""

ENTRY = """\
---
arxiv: 2202.00001
name: One
note: 'it''s [@nope-k] and @nope-l'
description: |
    Literal @nope-m,
      indented [@nope-n]
    é數 [@nope-o]
figure: {src: f.svg, alt: x, caption: "say \\"so\\" \\u00e9 [@nope-p]", credit: "@nope-q"}
---
| a | b |
|---|---|
| @nope-r | x \\| [@nope-s; -@nope-t] |
| | *@nope-u* |

## A heading [@nope-v, p. 3] ##

Another @nope-w
===============

![alt](f.svg "A caption \\"with\\" @nope-x &amp; [@nope-y]")

[as @nope-z shows](https://x.org/@none) and [text][ref] [@nope-aa]

Term @nope-ab
: Definition[^n] @nope-ac

[^n]: Note @nope-ad

    - deep [see
      @nope-ae] &commat;none \\@none me@none.org
\t- tab @nope-af

[ref]: https://x.org/@none
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_faulty_key_is_reported_at_its_sign(
    newsletter: Newsletter, end: str, mark: str
) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.write("content/editions/2022-03/f.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    files = {
        "content/editions/2022-03/index.md": EDITION,
        "content/editions/2022-03/01-one.md": ENTRY,
    }
    expected = set()
    for path, text in files.items():
        newsletter.write(path, mark + text.replace("\n", end))
        for line, written in enumerate(text.split("\n"), start=1):
            for found in re.finditer(r"@\{?(nope-[a-z]+)", written):
                expected.add((path, line, found.start() + 1, found[1]))
    assert len(expected) == 32
    reported = {
        (one.path, one.line, one.column, re.sub(".*'(.*)'.*", r"\1", one.message))
        for one in newsletter.diagnose()
        if one.rule == "citation-undefined"
    }
    assert sorted(reported) == sorted(expected)
