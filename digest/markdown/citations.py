r"""Citations in Pandoc's syntax (Pandoc User's Guide, "Citation syntax").

`[@key]`, `[@a; @b]`, `[see @key, p. 3]`, `[-@key]`, `@{any key}`, and `@key` in running text, with
`@key [p. 3]` for a place in the work. An `@` that follows a letter or a digit is an e-mail
address, and one within a web address belongs to it; `\@` is only a sign. As in Pandoc, the text
of a link may hold a citation in running text: `[@key](address)` is a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

CITATION = "citation"

# what must not be looked into for an @, nor for a bracket or semicolon
_OPAQUE = re.compile(r"\\.|`+[^`]*`+|<[^<>\s]*>|@\{[^{}\n]*\}", re.DOTALL)
_KEY = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=[\w/]))*")
_BRACES = re.compile(r"\{([^{}\n]+)\}")
_DOI = re.compile(r"doi:[^\s\[\]{};,@]+", re.IGNORECASE)
_SIGN = re.compile(r"(?<!\w)@")
_PARTED = re.compile(r"\s*(?:,\s*)?")


class Item(NamedTuple):
    """One key within a citation."""

    key: str
    offset: int
    """Of the `@` in the inline text."""
    prefix: str
    locator: str
    suppress_author: bool


def citation_plugin(parser: MarkdownIt) -> None:
    """Add the two rules: citations in brackets, and in running text."""
    parser.inline.ruler.before("link", "citation_bracket", _bracket_rule)
    parser.inline.ruler.after("citation_bracket", "citation_text", _text_rule)


def read_key(text: str, start: int) -> tuple[str, int] | None:
    """Read the key that begins at `start`, behind an `@`; return it and where it ends."""
    braces = _BRACES.match(text, start)
    if braces:
        return braces[1].strip(), braces.end()
    doi = _DOI.match(text, start)
    if doi:
        end = _end_of_doi(text, start, doi.end())
        return text[start:end], end
    plain = _KEY.match(text, start)
    return (plain[0], plain.end()) if plain else None


def _end_of_doi(text: str, start: int, end: int) -> int:
    """Return where a DOI ends: parentheses in it are balanced, and no sentence's sign ends it."""
    depth = 0
    for position in range(start, end):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth < 0:
            end = position
            break
    while end > start and text[end - 1] in ".:!?'\"*_~":
        end -= 1
    return end


# --- in brackets ---


def _bracket_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    if state.src[start] != "[":
        return False
    # the same length, so that offsets stay right
    masked = _OPAQUE.sub(_mask, state.src[start : state.posMax])
    end = _closing_bracket(masked)
    if end is None or not _SIGN.search(masked, 1, end):
        return False
    if masked[end + 1 : end + 2] == "(" or _is_nested(masked, end):
        return False
    items = _read_items(state.src[start : start + end], masked[:end], start)
    state.pos = start + end + 1
    if silent:
        return True
    if isinstance(items, tuple):
        offset, message, hint = items
        push_problem(state, offset, "citation-malformed", message, hint)
        state.push("text", "", 0).content = state.src[start : start + end + 1]
        return True
    token = state.push(CITATION, "", 0)
    token.content = state.src[start : start + end + 1]
    token.meta = {"items": items, "in_text": False}
    return True


def _mask(found: re.Match[str]) -> str:
    """Return as many signs as were found, none of which means anything but a key's `@`."""
    hidden = "\0" * len(found[0])
    return "@" + hidden[1:] if found[0].startswith("@") else hidden


def _closing_bracket(masked: str) -> int | None:
    depth = 0
    for position, character in enumerate(masked):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth == 0:
            return position
    return None


def _is_nested(masked: str, end: int) -> bool:
    """Tell whether the bracket holds another that holds the `@`: a link's text, say."""
    inner = re.sub(r"\[[^\[\]]*\]", "", masked[1:end])
    return not _SIGN.search(inner)


def _read_items(source: str, masked: str, start: int) -> list[Item] | tuple[int, str, str]:
    """Read what stands between the brackets, or say where and why it cannot be read."""
    items = []
    begin = 1
    for part in masked[1:].split(";"):
        part_end = begin + len(part)
        signs = [found.start() for found in _SIGN.finditer(masked, begin, part_end)]
        if not signs:
            message = f"no '@key' in '{source[begin:part_end].strip()}'"
            return start + begin, message, "every part between ';' cites one work"
        if len(signs) > 1:
            return start + signs[1], "two keys without ';' between them", "write '[@a; @b]'"
        key = read_key(source, signs[0] + 1)
        if key is None:
            return start + signs[0], "an '@' without a key", "write '[@key]', or '\\@' for the sign"
        if re.match(r":\s+\S", source[key[1] :]) and key[0].lower() in {"arxiv", "doi"}:
            return start + signs[0], f"a space within the key '{key[0]}:'", "leave the space out"
        items.append(_make_item(source, begin, signs[0], key, part_end, start))
        begin = part_end + 1
    return items


def _make_item(
    source: str, begin: int, sign: int, key: tuple[str, int], end: int, start: int
) -> Item:
    before = source[begin:sign]
    suppress = before.endswith("-")
    prefix = (before[:-1] if suppress else before).strip()
    locator = _PARTED.sub("", source[key[1] : end], count=1).strip()
    return Item(key[0], start + sign, _plain(prefix), _plain(locator), suppress)


def _plain(text: str) -> str:
    """Return a prefix or locator as it is printed: on one line, with dashes between pages."""
    unescaped = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", " ".join(text.split()))
    return unescaped.replace("--", "–")


# --- in running text ---


def _text_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    if state.src[start] != "@" or not _may_begin(state.src, start):
        return False
    key = read_key(state.src, start + 1)
    if key is None or key[1] > state.posMax:
        return False
    end = key[1]
    # as in Pandoc, a bracket right behind the key names a place in the work
    place = re.compile(r"[ \t]?\[([^\[\]@\n^]+)\](?![(\[:])").match(state.src, end, state.posMax)
    if place:
        end = place.end()
    if not silent:
        token = state.push(CITATION, "", 0)
        token.content = state.src[start:end]
        locator = _plain(place[1]) if place else ""
        token.meta = {"items": [Item(key[0], start, "", locator, suppress_author=False)]}
        token.meta["in_text"] = True
    state.pos = end
    return True


def _may_begin(source: str, sign: int) -> bool:
    """Tell whether a citation may begin at an `@`: not within a word nor a web address."""
    if sign and (source[sign - 1].isalnum() or source[sign - 1] == "_"):
        return False
    word = source[:sign].split()[-1:] if sign and not source[sign - 1].isspace() else []
    return not word or not re.search(r"://|^www\.", word[0])
