r"""HTML to the Markdown that digest reads.

Every word of the HTML is in the Markdown once, or is left out with a reason. How it is written:

- signs of the text that digest would read as markup have a backslash: `\*`, `1\. words`, `\@name`
- numbers that are raised stay so, `<sup>6</sup>`, also where they were links within the page
- footnotes are `[^1]`, with `[^1]: …` at the end
- formulas are `$…$` and `$$…$$`, and a picture alone has its caption as title
- what was bold as a whole, in place of a heading, is `**…**` in a paragraph of its own
- cells of tables have `<br>` between their paragraphs, and `- ` before items of lists

The steps:

`blocks.py`     blocks made plain: `tables.py`, `codeblocks.py`, `embeds.py` those of their kind
`lines.py`      what stands within a line: `formulas.py`, `pictures.py`, `notes.py` those of theirs
`cuts.py`       what is no text of the post, as buttons to subscribe
`inline.py`     a line written as Markdown; `signs.py` escapes what would be taken for it
`plainhtml.py`  the plain blocks as HTML, which html-to-markdown lays out

`parsing.py` parses the HTML, and `nodes.py` has what all of them ask of an element.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.htmltext.blocks import BlockMaker
from digest.importing.htmltext.notes import Notes
from digest.importing.htmltext.parsing import TOO_DEEP, parse_html
from digest.importing.htmltext.plainhtml import join_blocks
from digest.importing.htmltext.signs import BREAK, Pieces, settle
from digest.importing.post import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from html_to_markdown import ConversionOptions

    from digest.importing.htmltext.plainhtml import Block
    from digest.importing.post import Place

_MOST = 4_000_000
"""Characters of one post; no editor has written more."""
_EMPTY_LINES = lazy_regex(r"\n{3,}")


class Made(msgspec.Struct, frozen=True):
    """What HTML was made into."""

    text: str
    """Markdown, without an empty line at either end."""
    left_out: tuple[LeftOut, ...] = ()


def make_markdown(html: str, place: Place, base: str = "") -> Made:
    """Return HTML, a page's body or a piece of one, as Markdown.

    Addresses that have no host are read from `base`, where it is given.
    """
    if not html.strip():
        return Made("")
    if len(html) > _MOST:
        reason = f"it is longer than {_MOST:,} characters"
        return Made("", (LeftOut("the text of the post", reason, place),))
    page = parse_html(f"<body>{html}")
    if page is None:
        return Made("", (LeftOut("the text of the post", TOO_DEEP, place),))
    body = page.body
    if body is None:
        return Made("")
    pieces, notes = Pieces(), Notes(body)
    maker = BlockMaker(notes, pieces, base)
    parts = [_lay_out(maker.make(body), pieces)]
    for label, node in notes.nodes.items():
        note = _lay_out(maker.make(node), pieces)
        parts.append(f"[^{label}]: {_indent(note)}".rstrip())
    left_out = (LeftOut(one.what, one.reason, place) for one in maker.left_out)
    return Made("\n\n".join(filter(None, parts)), tuple(dict.fromkeys(left_out)))


def _lay_out(blocks: Iterable[Block], pieces: Pieces) -> str:
    # most commands have no HTML to read
    from html_to_markdown import convert  # noqa: PLC0415

    html = join_blocks(blocks)
    if not html:
        return ""
    made = convert(html.replace(BREAK, "<br>"), _options()).content or ""
    return _EMPTY_LINES.sub("\n\n", settle(made, pieces)).strip("\n").rstrip()


@functools.cache
def _options() -> ConversionOptions:
    from html_to_markdown import ConversionOptions, PreprocessingOptions  # noqa: PLC0415

    return ConversionOptions(
        extract_metadata=False,
        autolinks=False,
        bullets="-",
        newline_style="backslash",
        compact_tables=True,
        preprocessing=PreprocessingOptions(enabled=False),
    )


def _indent(note: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in note.split("\n")).lstrip()
