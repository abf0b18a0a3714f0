"""markdown-it's tokens to a fragment's plain form.

A frame is opened by the first of a pair of tokens and closed by the last. What may not be linked
or shown, and what is reported as a problem, is left out here as it is in the HTML that
`digest.markdown.render` makes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from digest.basics import plain
from digest.basics.text import letters
from digest.markdown.alerts import ALERT
from digest.markdown.citationtokens import AGAIN, CITATION
from digest.markdown.fences import language_of
from digest.markdown.figures import CAPTION
from digest.markdown.links import is_local, may_link, scheme, target_of
from digest.markdown.tasks import TASK
from digest.markdown.words import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token


def make_plain(tokens: Sequence[Token]) -> plain.Plain:
    """Return the plain form of tokens: of blocks, or of the one token of a line."""
    maker = _Maker()
    maker.walk(tokens)
    made = maker.close()
    if tokens and tokens[0].type == "inline":
        made = [plain.Paragraph(_join(made))]
    return plain.Plain(tuple(made))


class _Frame(NamedTuple):
    """What stands between a pair of tokens."""

    opening: Token | None
    inner: list[Any]


class _Maker:
    """Keeps the frames that are open; what is made goes into the last."""

    def __init__(self) -> None:
        self._frames = [_Frame(None, [])]
        self._marks = dict.fromkeys(_SIGNS, 0)
        """How many frames of each mark are open."""

    def close(self) -> list[Any]:
        """Close the last frame and return what is in it."""
        return self._frames.pop().inner

    def walk(self, tokens: Sequence[Token]) -> None:
        """Add what tokens make to the last frame."""
        inner = self._frames[-1].inner
        for token in tokens:
            # by far the most are texts, and lines
            if token.type in {"text", "text_special"}:
                inner.append(token.content)
            elif token.type == "inline":
                self.walk(token.children or ())
            elif token.nesting > 0:
                inner = []
                self._frames.append(_Frame(token, inner))
                if token.tag in self._marks:
                    self._marks[token.tag] += 1
            elif token.nesting < 0:
                self._close(token)
                inner = self._frames[-1].inner
            elif token.type == CITATION:
                self._cite(token)
                # it may have closed a link
                inner = self._frames[-1].inner
            elif token.type in _LEAVES:
                inner.extend(_LEAVES[token.type](token))

    def _close(self, token: Token) -> None:
        frame = self._frames.pop()
        made: Sequence[Any] = frame.inner
        if token.tag in self._marks:
            self._marks[token.tag] -= 1
        # a mark within the same mark adds nothing, however often it is typed
        if token.type in _PAIRS and frame.opening and not self._marks.get(token.tag):
            made = _PAIRS[token.type](frame.inner, frame.opening)
        self._frames[-1].inner.extend(made)

    def _cite(self, token: Token) -> None:
        items = tuple(
            plain.CitedItem(
                item.key, self._words(item.prefix), self._words(item.suffix), item.suppress_author
            )
            for item in token.meta["items"]
        )
        in_text = bool(token.meta["in_text"])
        if in_text:
            self._frames[-1].inner.append(plain.Names(items[0].key))
        # a link that the names belong to ends with them
        self.walk(token.meta.get("closing", ()))
        self._frames[-1].inner.append(plain.Cited(items, in_text))

    def _words(self, tokens: Sequence[Token]) -> plain.Inlines:
        if not tokens:
            return ()
        self._frames.append(_Frame(None, []))
        self.walk(tokens)
        return _join(self.close())


def _join(parts: list[Any]) -> plain.Inlines:
    """Join texts that stand side by side."""
    joined: list[plain.Inline] = []
    for part in parts:
        if part == "":
            continue
        if joined and isinstance(part, str) and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined)


def _trim(parts: list[Any]) -> plain.Inlines:
    """Join what a block says, less the ends of lines with which it begins or ends."""
    joined = list(_join(parts))
    while joined and _is_blank(joined[0]):
        del joined[0]
    while joined and _is_blank(joined[-1]):
        del joined[-1]
    return tuple(joined)


def _is_blank(part: plain.Inline) -> bool:
    return not part.strip() if isinstance(part, str) else isinstance(part, plain.Break)


# --- what a pair of tokens makes of what stands between them ----------------------------------


def _mark(inner: list[Any], opening: Token) -> list[Any]:
    return [plain.Marked(_SIGNS[opening.tag], _join(inner))] if inner else []


def _element(inner: list[Any], opening: Token) -> list[Any]:
    title = str(opening.attrGet("title") or "")
    return [plain.Element(opening.tag, _join(inner), title)] if inner else []


def _link(inner: list[Any], opening: Token) -> list[Any]:
    href = str(opening.attrGet("href"))
    if not inner or not href or not may_link(href):
        return inner
    local = is_local(href)
    title = str(opening.attrGet("title") or "")
    return [plain.Link(target_of(href), local, _join(inner), title, AGAIN in opening.meta)]


def _paragraph(inner: list[Any], opening: Token) -> list[Any]:
    words = _trim(inner)
    return [plain.Paragraph(words, opening.hidden)] if words else []


def _heading(inner: list[Any], opening: Token) -> list[Any]:
    return [plain.Heading(int(opening.tag[1]), _trim(inner))]


def _quote(inner: list[Any], opening: Token) -> list[Any]:
    return [plain.Quote(tuple(inner), str(opening.meta.get(ALERT, "")))]


def _summary(inner: list[Any], _opening: Token) -> list[Any]:
    # so that it is known from the blocks behind it
    return [_trim(inner)]


def _details(inner: list[Any], _opening: Token) -> list[Any]:
    summary = inner.pop(0) if inner and isinstance(inner[0], tuple) else ()
    return [plain.Details(summary, tuple(inner))]


def _item(inner: list[Any], _opening: Token) -> list[Any]:
    return [tuple(inner)]


def _items(inner: list[Any], opening: Token) -> list[Any]:
    start = -1 if opening.tag == "ul" else int(opening.attrGet("start") or 1)
    return [plain.Items(tuple(inner), start)]


def _figure(inner: list[Any], _opening: Token) -> list[Any]:
    # white space may stand around the image and its caption
    at = next(index for index, part in enumerate(inner) if isinstance(part, tuple))
    return [plain.FigureBlock(_join(inner[at - 1 : at]), inner[at])]


def _figures(inner: list[Any], _opening: Token) -> list[Any]:
    made: list[plain.FigureBlock] = []
    for part in inner:
        # a caption is a tuple, behind its image
        if isinstance(part, tuple):
            made[-1] = plain.FigureBlock(made[-1].image, part)
        else:
            made.append(plain.FigureBlock(_join([part]), ()))
    return made


def _cell(inner: list[Any], opening: Token) -> list[Any]:
    alignment = str(opening.attrGet("style") or "").partition("text-align:")[2]
    return [(_trim(inner), alignment)]


def _table(inner: list[Any], _opening: Token) -> list[Any]:
    rows = tuple(tuple(cell for cell, _ in row) for row in inner)
    return [plain.Table(rows, tuple(alignment for _, alignment in inner[0]))]


def _term(inner: list[Any], _opening: Token) -> list[Any]:
    return [plain.Term(inner=_trim(inner))]


def _definition(inner: list[Any], _opening: Token) -> list[Any]:
    return [plain.Term(blocks=tuple(inner))]


def _terms(inner: list[Any], _opening: Token) -> list[Any]:
    return [plain.Terms(tuple(inner))]


def _note(inner: list[Any], opening: Token) -> list[Any]:
    return [plain.Note(letters(int(opening.meta["id"])), tuple(inner))]


_SIGNS = {"em": "*", "strong": "**", "s": "~~"}
_PAIRS: dict[str, Callable[[list[Any], Token], list[Any]]] = {
    "em_close": _mark,
    "strong_close": _mark,
    "s_close": _mark,
    "element_close": _element,
    "link_close": _link,
    "paragraph_close": _paragraph,
    "heading_close": _heading,
    "blockquote_close": _quote,
    "summary_close": _summary,
    "details_close": _details,
    "list_item_close": _item,
    "bullet_list_close": _items,
    "ordered_list_close": _items,
    "figure_close": _figure,
    "figures_close": _figures,
    "th_close": _cell,
    "td_close": _cell,
    "tr_close": _item,
    "table_close": _table,
    "table_caption_close": _paragraph,
    "dt_close": _term,
    "dd_close": _definition,
    "dl_close": _terms,
    "footnote_close": _note,
}
"""By the token that closes a pair. What stands in another pair goes into the frame around it."""


# --- what a token makes by itself -------------------------------------------------------------


def _newline(_token: Token) -> list[Any]:
    return ["\n"]


def _break(_token: Token) -> list[Any]:
    return [plain.Break()]


def _box(token: Token) -> list[Any]:
    return [plain.Box(bool(token.meta[TASK]))]


def _address(token: Token) -> list[Any]:
    return [token.content]


def _code(token: Token) -> list[Any]:
    return [plain.Code(token.content)]


def _formula(token: Token) -> list[Any]:
    tex = token.content.strip()
    return [plain.Formula(tex, token.type == "math_inline_double")] if tex else []


def _image(token: Token) -> list[Any]:
    source = str(token.attrGet("src"))
    alt = plain_text(token.children or (), citations=True).strip()
    caption: Token | None = token.meta.get(CAPTION)
    title = str(token.attrGet("title") or "") if caption is None else ""
    local = is_local(source)
    image: list[Any] = [alt]
    if scheme(source) == "https:" or (local and source):
        image = [plain.Picture(target_of(source), local, alt, title)]
    if caption is not None:
        maker = _Maker()
        maker.walk(caption.children or ())
        image.append(_join(maker.close()))
    return image


def _fence(token: Token) -> list[Any]:
    return [plain.CodeBlock(token.content, language_of(token.info))]


def _formula_block(token: Token) -> list[Any]:
    tex = token.content.strip()
    return [plain.FormulaBlock(tex)] if tex else []


def _rule(_token: Token) -> list[Any]:
    return [plain.Rule()]


def _note_mark(token: Token) -> list[Any]:
    return [plain.NoteMark(letters(int(token.meta["id"])))]


_LEAVES: dict[str, Callable[[Token], list[Any]]] = {
    "softbreak": _newline,
    "hardbreak": _break,
    "task": _box,
    "video": _address,
    "code_inline": _code,
    "math_inline": _formula,
    "math_inline_double": _formula,
    "image": _image,
    "fence": _fence,
    "code_block": _fence,
    "math_block": _formula_block,
    "hr": _rule,
    "footnote_ref": _note_mark,
}
