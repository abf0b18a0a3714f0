"""Editions that are hard to mail: one with everything that an editor can write, and long ones."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PIL import Image

from digest.site.views.mail import Sender

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def sender(**fields: Any) -> Sender:
    """Return the settings of a mail, nothing set but `fields`."""
    none = {"budget": 97_000, "tracked_link": 0, "one_click": False, "tags": (), "openings": ()}
    texts = dict.fromkeys(Sender.__struct_fields__, "")
    return Sender(**{**texts, **none, **fields})


SETTINGS = """\
sections:
  why: {title: Why, icon: "❓"}
  insights: {title: Key insights}
email:
  from: "Tést Néws <news@example.org>"
  reply_to: editors@example.org
  list_id: "Test News <news.example.org>"
  unsubscribe_url: "https://example.org/leave?list=1&token=x"
  unsubscribe_mail: leave@example.org
  address: 1 Main Street, Anytown
"""

BODY = """\
Opening, with a [link](https://example.org/a?b=1&c=2), an address without any place to break it,
https://example.org/{long}, a footnote[^1] and a citation [@arxiv:2202.00001].

[^1]: The note. It cites, too [@arxiv:2202.00002].

## News

1. One
   - nested, with `code {{{{ x }}}}`
     1. deeper
     2. still deeper

   A paragraph in the item.
2. Two

| Model | Accuracy | Size | A column that is too wide for a mail | Address |
|:--|--:|:-:|---|---|
| A | 12.3 | 1B | some words in a cell | https://example.org/{wide} |
| B [@arxiv:2202.00002] | 2.3 | $10^9$ | other words | none |

> A quotation with **stress** and citations [@arxiv:2202.00001; @arxiv:2202.00002].
>
> > Another within it.

```python
def f(x):
    return "{{{{ x }}}} and *|NAME|*"  # a line of code that goes on and on until it must break
```

Term
: Its definition, with $\\alpha$.
: A second one.

$$\\sum_{{i=1}}^n x_i = \\frac{{a+b}}{{c}}, \\qquad E = mc^2$$

$$\\begin{{pmatrix}} a & b \\\\ c & d \\end{{pmatrix}}$$

---

### A part

![A plot](wide.png "Its caption, with $x_1$ [@arxiv:2202.00002]")

Text with a picture ![small](small.gif) in its midst, *stress*, ~~struck~~ and "quotes" -- dashes.

![A plot](wide.png "Half of the column"){{width=50%}}

#### A smaller part {{#smaller}}

Press <kbd>Ctrl</kbd>, <mark>look</mark>, <u>read</u> <ins>more</ins> <del>less</del>, <small>small
print</small>, H<sub>2</sub>O by the <abbr title="World Health Organization">WHO</abbr>.^[With
*stress*.]

- [ ] to do
- [x] done

> [!WARNING]
> Mind the gap.

<details>
<summary>More</summary>

Folded.
</details>

https://www.youtube.com/watch?v=dQw4w9WgXcQ

Ωμέγα, 中文字符, עברית and العربية.

:::{{papers}}
:::

Closing words [see @arxiv:2202.00003, p. 3].
"""


def write_everything(newsletter: Newsletter, settings: str = SETTINGS) -> None:
    """Write an edition, `2022-03`, that has whatever an edition and an entry may have."""
    newsletter.settings(settings)
    for number in (1, 2, 3):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Paper {number}", "Ada Lovelace, Kurt Gödel")
    newsletter.edition(
        "2022-03",
        BODY.format(long="/".join(["no-place-to-break"] * 8), wide="x" * 90),
        title="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und mehr",
        description='"Deck with $x^2$ and *stress* [@arxiv:2202.00001]."',
        number=3,
        editors=["Ada Example", "Bob & Co."],
    )
    write_picture(newsletter, "2022-03/wide.png", (1400, 700))
    write_picture(newsletter, "2022-03/small.gif", (30, 15))
    newsletter.entry(
        "2022-03/01-a",
        "A lead.\n\n## Why\n\nBecause[^a].\n\n[^a]: A note.\n\n"
        "## Key insights\n\n- First.\n- Second.\n",
        arxiv="2202.00001",
        name="First",
        note='"Best paper *award* [@arxiv:2202.00002]"',
        description="A line of the first",
        links={"code": "https://example.org/code", "demo": "https://example.org/demo"},
        figure={"src": "wide.png", "alt": "A plot", "caption": "A caption.", "credit": "A credit."},
    )
    newsletter.entry(
        "2022-03/02-many",
        "## Why\n\nForty of them.\n",
        url="https://example.org/paper?a=1&b=2",
        title='"On $O(n^2)$ and Pneumonoultramicroscopicsilicovolcanoconiosis & <b>"',
        authors=[f"Author{number} Surname{number}" for number in range(40)],
        date="2022-02",
        byline=40,
    )
    newsletter.entry(
        "2022-03/03-he",
        "טקסט בעברית [@arxiv:2202.00003].\n",
        url="https://example.org/he",
        title='"מאמר בעברית על רשתות"',
        authors=["דוד בן גוריון"],
        date="2022-02-11",
        lang="he",
    )


def write_long(newsletter: Newsletter, entries: int, settings: str = SETTINGS) -> None:
    """Write an edition, `2022-03`, of so many entries, each of about 2,000 characters."""
    newsletter.settings(settings)
    newsletter.edition("2022-03", "Opening.\n", description="A deck")
    sentence = "A sentence of the entry {n} that says, in so many words, what the paper is about. "
    for n in range(1, entries + 1):
        newsletter.paper(f"arxiv:2202.{n:05}", f"Paper {n}", "Ada Lovelace, Kurt Gödel")
        newsletter.entry(
            f"2022-03/{n:03}-e{n}",
            f"## Why\n\n{sentence.format(n=n) * 12}\n\n## Key insights\n\n"
            f"- {sentence.format(n=n) * 6}\n- See [@arxiv:2202.{n:05}].\n",
            arxiv=f"2202.{n:05}",
            name=f"Name {n}",
            description=f"A line of {n}",
        )


def write_picture(newsletter: Newsletter, name: str, size: tuple[int, int]) -> None:
    """Write a picture beside an edition."""
    made = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(made, name.rpartition(".")[2].upper())
    newsletter.write(f"content/editions/{name}", made.getvalue())
