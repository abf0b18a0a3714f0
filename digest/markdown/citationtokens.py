"""Citations as one token each, once their words have been parsed; and links that end before them.

A citation is a link, and no link stands in another: `[as @key shows](address)` becomes a link
around `as` and the authors' names, the citation, and a link around `shows`. So is the mark of a
footnote. An address within a link's text is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markdown_it.token import Token

from digest.markdown.locators import Locator, set_locator
from digest.markdown.problems import PROBLEM

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

CITATION = "citation"
OPEN, CLOSE = "citation_open", "citation_close"
PART, KEY, WORDS = "citation_part", "citation_key", "citation_words"
"""The tokens of a citation before they are joined."""
DELIMITERS = "delimiters"
"""The key in the meta of the words around a key: the signs of emphasis among them."""
_MARK = "footnote_ref"
AGAIN = "again"
"""The key in a token's meta: it opens once more what it has opened before."""


class Item(NamedTuple):
    """One key within a citation."""

    key: str
    offset: int
    """Of the `@` in the inline text."""
    typed: str
    """What stands there: from the `@` to the second character behind the key."""
    suppress_author: bool
    prefix: list[Token]
    suffix: list[Token]


def citation_token_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when quotes and dashes have been set."""
    parser.core.ruler.push("citations", _rule)


def _rule(state: StateCore) -> None:
    lang = str(state.md.options.get("lang", ""))
    for token in state.tokens:
        # a citation has an `@`, and the mark of a footnote is in brackets as a link's text is
        if token.type == "inline" and ("@" in token.content or "[" in token.content):
            token.children = _part_links(_join(token.children or [], lang))


def _join(tokens: list[Token], lang: str) -> list[Token]:
    joined: list[Token] = []
    open_: list[Token] = []
    for token in tokens:
        if token.type == "image" and token.children:
            token.children = _join(token.children, lang)
        (open_ if open_ or token.type == OPEN else joined).append(token)
        if token.type == CLOSE:
            joined.append(_make(open_, lang))
            open_ = []
    return joined


def _make(tokens: list[Token], lang: str) -> Token:
    """Make one token of a citation's tokens."""
    keys: list[tuple[Token, list[Token], list[Token]]] = []
    words: list[Token] = []
    place = Locator.NONE
    for token in tokens[1:-1]:
        if token.type == PART:
            words = []
        elif token.type == KEY:
            keys.append((token, words, words := []))
        elif token.type == WORDS:
            place = token.meta.get("place", Locator.NONE)
        else:
            if token.type == "text":
                token.content = set_locator(token.content, lang, place)
            place = Locator.NONE
            words.append(token)
    made = Token(CITATION, "", 0, content=tokens[0].meta["text"])
    items = [Item(prefix=_read(one), suffix=_read(two), **key.meta) for key, one, two in keys]
    made.meta = {"items": items, "in_text": tokens[0].meta["in_text"]}
    return made


def _read(words: list[Token]) -> list[Token]:
    """Return the words around a key; where there are only comments and spaces, nothing."""
    if any(_has_words(token) for token in words):
        return words
    return [token for token in words if token.type == PROBLEM]


# --- links ---


class _Leaf(NamedTuple):
    """A token that encloses no others, with those that enclose it."""

    token: Token
    marks: tuple[Token, ...]


def _part_links(tokens: list[Token]) -> list[Token]:
    """Let every link end before a citation or a footnote's mark in it."""
    parted: list[Token] = []
    link: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in {"link_open", "link_close"} else 0
        if not link and depth == 0:
            parted.append(token)
        elif token.type == "link_close" and depth == 0:
            link.append(token)
            is_parted = any(one.type in {CITATION, _MARK} for one in link)
            parted += _print(_leaves(link)) if is_parted else link
            link = []
        elif not link or token.type not in {"link_open", "link_close"}:
            link.append(token)
    return parted


def _leaves(link: list[Token]) -> list[_Leaf]:
    """Return what stands in a link; what is not to be linked has no marks."""
    leaves: list[_Leaf] = []
    marks: list[Token] = []
    for token in link:
        if token.nesting > 0:
            marks.append(token)
        elif token.nesting < 0:
            marks.pop()
        else:
            leaves += [_Leaf(piece, tuple(marks)) for piece in _split(token)]
    if not any(_has_words(leaf.token) for leaf in leaves):
        # a link needs words, and those of a citation are its authors' names
        cited = [one.token for one in leaves if one.token.type == CITATION]
        for token in cited[:1]:
            token.meta["in_text"] = True
    around: list[_Leaf | None] = [None, *leaves, None]
    return [
        leaf if _is_linked(leaf, before, after) else _Leaf(leaf.token, ())
        for before, leaf, after in zip(around, leaves, around[2:], strict=False)
    ]


def _split(token: Token) -> list[Token]:
    """Part a text from the spaces around it."""
    text = token.content.strip()
    if token.type != "text" or not text or text == token.content:
        return [token]
    before, _, after = token.content.partition(text)
    return [Token("text", "", 0, content=piece) for piece in (before, text, after) if piece]


def _has_words(token: Token) -> bool:
    if token.type in {CITATION, _MARK, "softbreak", "hardbreak", PROBLEM}:
        return False
    return token.type != "text" or bool(token.content.strip())


def _is_linked(leaf: _Leaf, before: _Leaf | None, after: _Leaf | None) -> bool:
    """Tell whether what stands in a link belongs to it: names do, spaces at its ends do not."""
    if leaf.token.type == CITATION:
        return bool(leaf.token.meta["in_text"])
    if _has_words(leaf.token):
        return True
    if leaf.token.type == _MARK:
        return False
    is_end = after is not None and _is_apart(after.token)
    return not is_end and not (before is not None and before.token.type in {CITATION, _MARK})


def _is_apart(token: Token) -> bool:
    """Tell whether a link in a link's text begins with this token."""
    return token.type == _MARK or (token.type == CITATION and not token.meta["in_text"])


def _print(leaves: list[_Leaf]) -> list[Token]:
    """Return the tokens of a link's text, each mark opened and closed where it must be."""
    tokens: list[Token] = []
    opened: list[Token] = []
    begun: set[int] = set()
    for token, marks in leaves:
        same = 0
        while same < min(len(opened), len(marks)) and opened[same] is marks[same]:
            same += 1
        tokens += [_close(mark) for mark in reversed(opened[same:])]
        tokens += [_open(mark, again=id(mark) in begun) for mark in marks[same:]]
        begun.update(map(id, marks))
        opened = list(marks)
        tokens.append(token)
        if token.type == CITATION:
            # the citation itself closes them, behind the names
            token.meta["closing"] = [_close(mark) for mark in reversed(opened)]
            opened = []
    return tokens + [_close(mark) for mark in reversed(opened)]


def _open(mark: Token, *, again: bool) -> Token:
    return mark.copy(meta={**mark.meta, AGAIN: True}) if again else mark


def _close(mark: Token) -> Token:
    return Token(mark.type.replace("_open", "_close"), mark.tag, -1)
