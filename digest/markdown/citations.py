r"""Citations in Pandoc's syntax (Pandoc User's Guide, "Citation syntax").

`[@key]`, `[@a; @b]`, `[see @key, p. 3]`, `[-@key]`, `@{any key}`, and `@key` in running text, with
`@key [p. 3]` for a place in the work. An `@` that follows a letter or a digit is an e-mail
address, and one within a web address belongs to it; `\@` is only a sign. Unlike Pandoc's, the
text of a link holds no citation: `[@name](address)` is a name, since a link cannot lead to two
places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import reference
from markdown_it.rules_inline import link

from digest.markdown.brackets import find_layout
from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    from digest.markdown.brackets import Bracket

CITATION = "citation"

_KEY = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=[\w/]))*")
_BRACES = re.compile(r"\{([^{}\n]+)\}")
_DOI = re.compile(r"doi:[^\s\[\]{};,@]+", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:,\s*)?")
_SPACE_IN_KEY = re.compile(r":\s+\S")
_PLACE = re.compile(r"[ \t]?\[([^\[\]@\n^]+)\](?![(\[:])")
_DEFINITION = re.compile(r"\[[^\[\]\n]*(?<!\w)@")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SHORTENED = 60
"""Characters of the user's text that a message quotes."""


class Item(NamedTuple):
    """One key within a citation."""

    key: str
    offset: int
    """Of the `@` in the inline text."""
    prefix: str
    locator: str
    suppress_author: bool
    typed: str
    """What stands there: from the `@` to the second character behind the key."""


class _Broken(NamedTuple):
    """Why a citation cannot be read."""

    offset: int
    message: str
    hint: str


def citation_plugin(parser: MarkdownIt) -> None:
    """Add the rules: citations in brackets, and in running text."""
    parser.inline.ruler.before("link", "citation_bracket", _bracket_rule)
    parser.inline.ruler.after("citation_bracket", "citation_text", _text_rule)
    parser.block.ruler.at("reference", _reference_rule)


def read_key(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Read the key between `start`, behind an `@`, and `end`; return it and where it ends."""
    braces = _BRACES.match(text, start, end)
    if braces:
        return braces[1].strip(), braces.end()
    doi = _DOI.match(text, start, end)
    if doi:
        stop = _end_of_doi(text, start, doi.end())
        return text[start:stop], stop
    plain = _KEY.match(text, start, end)
    # underscores at the end are those of emphasis
    key = plain[0].rstrip("_") if plain else ""
    return (key, start + len(key)) if key else None


def _end_of_doi(text: str, start: int, end: int) -> int:
    """Return where a DOI ends: parentheses in it are balanced, and no sentence's sign ends it."""
    depth = 0
    for position in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth < 0:
            end = position
            break
    while end > start and text[end - 1] in ".:!?'\"*_~`’”»…":
        end -= 1
    return end


# --- in brackets ---


def _bracket_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    # silently, markdown-it looks for the end of a link's text, in which a bracket may stand
    if silent or state.src[start] != "[" or state.src.startswith("[^", start):
        # `[^` begins a footnote's mark, whatever its name
        return False
    bracket = find_layout(state.src).brackets.get(start)
    if bracket is None or not bracket.signs or bracket.end >= state.posMax:
        return False
    if _is_link(state, bracket.end):
        return False
    _push_bracket(state, start, bracket)
    state.pos = bracket.end + 1
    return True


def _is_link(state: StateInline, end: int) -> bool:
    """Tell whether the bracket that ends at `end` is the text of a link."""
    if state.src[end + 1 : end + 2] not in {"(", "["}:
        return False
    start = state.pos
    found = link(state, silent=True)
    state.pos = start
    return found


def _push_bracket(state: StateInline, start: int, bracket: Bracket) -> None:
    text = state.src[start : bracket.end + 1]
    items = _read_items(state.src, start, bracket)
    if state.linkLevel:
        hint = "put the citation behind the link"
        items = _Broken(start, "a citation in the text of a link", hint)
    if isinstance(items, _Broken):
        push_problem(state, items.offset, "citation-malformed", items.message, items.hint)
        state.push("text", "", 0).content = text
        return
    token = state.push(CITATION, "", 0)
    token.content = text
    token.meta = {"items": items, "in_text": False}


def _read_items(text: str, start: int, bracket: Bracket) -> list[Item] | _Broken:
    """Read what stands between the brackets, or say where and why it cannot be read."""
    items = []
    begin = start + 1
    signs = list(reversed(bracket.signs))
    for end in (*bracket.semicolons, bracket.end):
        sign = signs.pop() if signs and signs[-1] < end else None
        if sign is None:
            part = " ".join(text[begin:end].split())[:_SHORTENED]
            if not part:
                hint = "take the ';' away, or write '@key' beside it"
                return _Broken(begin, "a ';' with no citation beside it", hint)
            return _Broken(begin, f"no '@key' in '{part}'", "every part between ';' cites one work")
        if signs and signs[-1] < end:
            return _Broken(signs[-1], "two keys without ';' between them", "write '[@a; @b]'")
        key = read_key(text, sign + 1, end)
        if key is None:
            return _Broken(sign, "an '@' without a key", "write '[@key]', or '\\@' for the sign")
        if key[0].lower() in {"arxiv", "doi"} and _SPACE_IN_KEY.match(text, key[1]):
            return _Broken(sign, f"a space within the key '{key[0]}:'", "leave the space out")
        items.append(_make_item(text, (begin, sign, key[1], end), key[0]))
        begin = end + 1
    return items


def _make_item(text: str, ends: tuple[int, int, int, int], key: str) -> Item:
    """Make an item of `text`: where it begins, its sign stands, its key ends, and it ends."""
    begin, sign, key_end, end = ends
    before = text[begin:sign]
    suppress = before.endswith("-")
    prefix = (before[:-1] if suppress else before).strip()
    locator = _PARTED.sub("", text[key_end:end], count=1).strip()
    typed = text[sign : key_end + 2]
    return Item(key, sign, _plain(prefix), _plain(locator), suppress, typed)


def _plain(text: str) -> str:
    """Return a prefix or locator as it is printed: on one line, with dashes between pages."""
    unescaped = _ESCAPED.sub(r"\1", " ".join(text.split()))
    return unescaped.replace("--", "–")


# --- in running text ---


def _text_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    if state.src[start] != "@" or state.linkLevel or start not in find_layout(state.src).signs:
        return False
    key = read_key(state.src, start + 1, state.posMax)
    if key is None:
        return False
    end = key[1]
    # as in Pandoc, a bracket right behind the key names a place in the work
    place = _PLACE.match(state.src, end, state.posMax)
    if place and normalizeReference(place[1]) not in state.env.get("references", {}):
        end = place.end()
    else:
        place = None
    if not silent:
        token = state.push(CITATION, "", 0)
        token.content = state.src[start:end]
        locator = _plain(place[1]) if place else ""
        typed = state.src[start : key[1] + 2]
        item = Item(key[0], start, "", locator, suppress_author=False, typed=typed)
        token.meta = {"items": [item]}
        token.meta["in_text"] = True
    state.pos = end
    return True


# --- definitions ---


def _reference_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Leave a line that begins with a citation to the paragraph.

    `[@key]: …` would be the definition of a link otherwise, and be printed nowhere.
    """
    begin = state.bMarks[start] + state.tShift[start]
    return not _DEFINITION.match(state.src, begin) and reference(state, start, end, silent)
