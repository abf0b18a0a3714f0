r"""Citations in Pandoc's syntax (Pandoc User's Guide, "Citation syntax").

`[@key]`, `[@a; @b]`, `[see @key, p. 3]`, `[-@key]`, `@{any key}`, and `@key` or `-@key` in
running text, with `@key [p. 3; @other]` for a place in the work and for more works. An `@` that
follows a letter or a digit is an e-mail address, and one within a web address belongs to it; `\@`
is only a sign. What stands around a key is inline text: it is parsed in its place, so that
whatever is wrong in it is reported there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import reference
from markdown_it.rules_inline import link

from digest.basics.lazyregex import lazy_regex
from digest.markdown.bounds import CITATIONS, may_push
from digest.markdown.brackets import find_layout
from digest.markdown.citationtokens import (
    CLOSE,
    DELIMITERS,
    KEY,
    OPEN,
    PART,
    WORDS,
    citation_token_plugin,
)
from digest.markdown.crossing import crossing_plugin
from digest.markdown.keys import read_key
from digest.markdown.locators import Locator, read_tail
from digest.markdown.places import OFFSET
from digest.markdown.problems import push_problem
from digest.records.identifiers import SOURCES

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    from digest.markdown.brackets import Bracket

_SPACE_IN_KEY = lazy_regex(r":\s+\S")
_BESIDE = lazy_regex(r"[ \t]*\n?[ \t]*\[(?!\^)")
_ORG = lazy_regex(r"cite(?:/[\w/-]+)?:\s*")
"""What begins a citation in Org."""
_LIKE_KEY = lazy_regex(r"(-?)([a-zA-Z][\w:.-]*\d[\w:.-]*)")
_DEFINITION = lazy_regex(r"\[(?:[^\[\]\n`]|`[^`\n]*`)*?(?<![\w\\])@")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_NAMED, _CLOSED = "@key", "]key"
"""What a key and its end are to quotation marks: a sign to those before, a word to those behind.

So the apostrophe of `@{f(g)}'s` is one, whatever sign the key ends with.
"""
_PARTED = "write '[@key; @key]', or '\\@' for the sign"
_SHORTENED = 60
"""Characters of the user's text that a message quotes."""


class Part(NamedTuple):
    """One key within a citation, by offsets in the inline text."""

    begin: int
    """Of the prefix."""
    sign: int
    """Of the `@`."""
    key: str
    key_end: int
    end: int
    """Of the suffix."""
    suppress: bool
    """Whether a `-` before the sign leaves the authors out."""


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
    crossing_plugin(parser)
    citation_token_plugin(parser)


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
    if _is_link(state, start, bracket.end):
        return False
    parts = _read_parts(state.src, start, bracket)
    if not may_push(state, CITATIONS, len(bracket.signs)):
        return False
    if isinstance(parts, _Broken):
        push_problem(state, parts.offset, "citation-malformed", parts.message, parts.hint)
        state.push("text", "", 0).content = state.src[start : bracket.end + 1]
    else:
        _push(state, parts, bracket.end + 1, in_text=False)
    state.pos = bracket.end + 1
    return True


def _is_link(state: StateInline, start: int, end: int) -> bool:
    """Tell whether the bracket from `start` to `end` is the text of a link."""
    if state.src[end + 1 : end + 2] not in {"(", "["}:
        return False
    before, state.pos = state.pos, start
    found = link(state, silent=True)
    state.pos = before
    return found


def _read_parts(text: str, start: int, bracket: Bracket) -> list[Part] | _Broken:
    """Read what stands between the brackets, or say where and why it cannot be read."""
    if bracket.inner:
        hint = "write '[@key; @key]', or '\\@' for the sign"
        return _Broken(bracket.inner[0], "a citation within a citation", hint)
    parts = []
    begin = start + 1
    if org := _ORG.match(text, begin, bracket.end):
        message = f"'{org[0].strip()}' would be shown before the citation"
        return _Broken(begin, message, "take it away: here a citation begins with its key's '@'")
    signs = list(reversed(bracket.signs))
    for end in (*bracket.semicolons, bracket.end):
        sign = signs.pop() if signs and signs[-1] < end else None
        if sign is None:
            return _explain_missing(text, begin, end)
        if signs and signs[-1] < end:
            return _Broken(signs[-1], "two keys without ';' between them", _PARTED)
        part = _read_part(text, begin, sign, end)
        if isinstance(part, _Broken):
            return part
        parts.append(part)
        begin = end + 1
    return parts


def _read_part(text: str, begin: int, sign: int, end: int) -> Part | _Broken:
    key = read_key(text, sign + 1, end)
    if key is None:
        return _Broken(sign, "an '@' without a key", "write '[@key]', or '\\@' for the sign")
    if key[0].lower() in SOURCES and _SPACE_IN_KEY.match(text, key[1]):
        return _Broken(sign, f"a space within the key '{key[0]}:'", "leave the space out")
    return Part(begin, sign, *key, end, _is_suppressed(text, begin, sign))


def _is_suppressed(text: str, begin: int, sign: int) -> bool:
    """Tell whether there is a `-` before a sign that is no hyphen and no part of a dash."""
    if sign == begin or text[sign - 1] != "-":
        return False
    before = text[sign - 2 : sign - 1]
    return sign - 1 == begin or not (before.isalnum() or before == "-")


def _explain_missing(text: str, begin: int, end: int) -> _Broken:
    part = " ".join(text[begin:end].split())[:_SHORTENED]
    if part:
        hint = "write '\\;' for a ';' that parts no works"
        if found := _LIKE_KEY.fullmatch(part.partition(",")[0]):
            hint = f"write '{found[1]}@{found[2]}', or '\\;' for a ';' that parts no works"
        return _Broken(begin, f"no '@key' in '{part}'", hint)
    hint = "take the ';' away, or write '@key' beside it"
    return _Broken(begin, "a ';' with no citation beside it", hint)


# --- in running text ---


def _text_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    if state.src[start] not in "@-":
        return False
    sign = start + (state.src[start] == "-")
    if sign >= state.posMax or sign not in find_layout(state.src).signs:
        return False
    if sign > start and not _is_suppressed(state.src, 0, sign):
        return False
    key = read_key(state.src, sign + 1, state.posMax)
    if key is None:
        return False
    parts, end = [Part(start, sign, *key, key[1], sign > start)], key[1]
    if not silent:
        parts, end = _read_beside(state, parts[0])
        if not may_push(state, CITATIONS, len(parts)):
            return False
        _push(state, parts, end, in_text=sign == start)
    state.pos = end
    return True


def _read_beside(state: StateInline, named: Part) -> tuple[list[Part], int]:
    """Read the bracket right behind a key, if there is one, and return where all of it ends.

    As in Pandoc, it names a place in the work, other works, or both.
    """
    alone = [named], named.end
    found = _BESIDE.match(state.src, named.end, state.posMax)
    start = found.end() - 1 if found else -1
    layout = find_layout(state.src)
    bracket = layout.brackets.get(start)
    if bracket is None or bracket.end >= state.posMax or bracket.inner:
        return alone
    text = state.src[start + 1 : bracket.end]
    if not text.strip() or normalizeReference(text) in state.env.get("references", {}):
        return alone
    if state.src[bracket.end + 1 : bracket.end + 2] in {"(", "["} and (
        not bracket.signs or _is_link(state, start, bracket.end)
    ):
        return alone
    first = min([bracket.end, *bracket.semicolons[:1]])
    if bracket.signs and bracket.signs[0] < first:
        others = _read_parts(state.src, start, bracket)
        return alone if isinstance(others, _Broken) else ([named, *others], bracket.end + 1)
    if first < bracket.end:
        rest = bracket._replace(semicolons=bracket.semicolons[1:])
        others = _read_parts(state.src, first, rest)
        if isinstance(others, _Broken):
            return alone
    else:
        others = []
    # the bracket's beginning is the suffix of the key before it
    place = named._replace(key_end=start + 1, end=first)
    return [place, *others], bracket.end + 1


# --- tokens ---


def _push(state: StateInline, parts: list[Part], end: int, *, in_text: bool) -> None:
    """Add a citation's tokens: between its first and its last, keys and the words around them.

    Words have tokens around them, too, so that no emphasis reaches from one part into another.
    """
    start, longest = state.pos, state.posMax
    opening = state.push(OPEN, "", 1)
    opening.content = state.src[start]
    opening.meta = {"text": state.src[start:end], "in_text": in_text, OFFSET: start}
    for index, part in enumerate(parts):
        if index:
            # signs around the words tell which quotation marks open
            state.push(PART, "", 0).content = "; "
        _push_prefix(state, part.begin, part.sign - part.suppress)
        key = state.push(KEY, "", 0)
        key.content = _NAMED
        typed = state.src[part.sign : part.key_end + 2]
        key.meta = {"key": part.key, OFFSET: part.sign, "typed": typed}
        key.meta["suppress_author"] = part.suppress
        _push_suffix(state, part.key_end, part.end)
    state.push(CLOSE, "", -1).content = _CLOSED
    state.posMax = longest


def _push_prefix(state: StateInline, start: int, end: int) -> None:
    typed = state.src[start:end]
    text = typed.strip()
    begin = start + typed.find(text)
    _push_words(state, begin, begin + len(text))
    if text and not typed.endswith(text):
        # a space that no line breaks at, so that a word keeps its number
        state.push("text", "", 0).content = _NO_BREAK


def _push_suffix(state: StateInline, start: int, end: int) -> None:
    tail = read_tail(state.src, start, end)
    if tail.joint:
        state.push("text", "", 0).content = tail.joint
    for begin, stop, place in tail.pieces:
        _push_words(state, begin, stop, place)


def _push_words(state: StateInline, start: int, end: int, place: Locator = Locator.NONE) -> None:
    """Parse a piece of the text; `place` says whether it begins with a place in the work."""
    if start >= end:
        return
    opening = state.push(WORDS, "", 1)
    opening.meta = {"place": place, DELIMITERS: state.delimiters}
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    marks = state.delimiters
    if marks and marks[-1].token == len(state.tokens) - 1 and not state.pending:
        # for markdown-it the text ends here, but a key may follow close behind
        marks[-1].open |= state.src[end : end + 1] in {"@", "-"}
    state.push(WORDS, "", -1)


# --- definitions ---


def _reference_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Leave a line that begins with a citation to the paragraph.

    `[@key]: …` would be the definition of a link otherwise, and be printed nowhere.
    """
    begin = state.bMarks[start] + state.tShift[start]
    return not _DEFINITION.match(state.src, begin) and reference(state, start, end, silent)
