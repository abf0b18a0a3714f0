"""Addresses as they stand in a text, `https://…`: links, of which nothing is altered.

GitHub Flavored Markdown 0.29, "Autolinks (extension)", says where one ends, and which are links:
those that begin with `https://`, `http://` or `www.`, which leads to `http://www.`. Those of other
schemes stay text. Unlike there, an address ends before a bracket, so that a citation may stand
close behind it, and before the signs of Chinese and Japanese.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from digest.basics.lazyregex import lazy_regex
from digest.markdown.bounds import LINKS, may_push
from digest.markdown.places import END, OFFSET

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

BARE = "linkify"
"""The `markup` of such a link's tokens, as markdown-it's own rule has it."""
_LONGEST_SCHEME = 32
"""Characters, as CommonMark has it for addresses between `<` and `>`."""
_SCHEME = lazy_regex(rf"[A-Za-z][A-Za-z0-9+.-]{{0,{_LONGEST_SCHEME - 1}}}$")
_SIGNS = "\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”„‘«»…"
"""What is no letter in East Asian scripts, and quotation marks."""
_SIGN = rf"[^\s<>\[\]`\x00-\x1f{_SIGNS}]"
_STOP = lazy_regex(rf"[(){{}}]|(?!{_SIGN})")
"""A bracket, which ends an address that has not opened it, or what is no part of any."""
_ANGLES = lazy_regex(r"(?<=[\w:])<\d+:[\w:-]+>")
"""What DOIs made of a SICI have in them: `17:15<1661::AID-SIM968>3.0.CO`."""
_TRAILING = frozenset("?!.,:;*_~'\"\\’")
"""What belongs to the sentence where an address ends with it."""
_CLOSING = {"(": ")", "{": "}"}
_WWW = lazy_regex(r"www\.[^\W_][\w-]*(?:\.[^\W_][\w-]*)+")
_OPENS = " \n\t*_~(\"'|>-"
"""What may stand before an address that has no scheme."""
_ENTITY = lazy_regex(r"&#?\w{1,31};$")


def address_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which looks for the `://` of an address, and for `www.`."""
    parser.inline.ruler.after("text", "address", _rule)


def end_of_address(text: str, start: int, stop: int) -> int:
    """Return where the address ends, at most at `stop`, whose `://` ends at `start`."""
    end = _end_of_signs(text, start, stop)
    while end > start and text[end - 1] in _TRAILING:
        last = text[end - 1]
        if last in "'\"" and text.count(last, start, end) % 2 == 0:
            # it closes what is opened within the address
            break
        entity = _ENTITY.search(text, max(start, end - 33), end) if last == ";" else None
        end = entity.start() if entity else end - 1
    return end


def _end_of_signs(text: str, start: int, stop: int) -> int:
    """Return where the signs of an address end, or the first `)` or `}` that it does not open."""
    opened = {")": 0, "}": 0}
    angles = None
    at = start
    while found := _STOP.search(text, at, stop):
        sign, at = found[0], found.end()
        if sign in opened:
            opened[sign] -= 1
            if opened[sign] < 0:
                return found.start()
        elif sign:
            opened[_CLOSING[sign]] += 1
        elif angles or not (angles := _ANGLES.match(text, at, stop)):
            return at
        else:
            at = angles.end()
    return stop


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    colon = state.pos
    if state.src[colon] == "w":
        return _read_www(state, is_silent=silent)
    if state.src[colon] != ":" or not state.src.startswith("//", colon + 1):
        return False
    # a host's name begins with a letter or a digit
    found = _SCHEME.search(state.src, max(colon - _LONGEST_SCHEME, 0), colon)
    host = colon + 3
    if found is None or host >= state.posMax or not state.src[host].isalnum():
        return False
    scheme = found[0]
    if not silent and not state.pending.endswith(scheme):
        # a part of it belongs to something else
        return False
    end = end_of_address(state.src, host, state.posMax)
    if not silent:
        state.pending = state.pending.removesuffix(scheme)
        is_apart = not (found.start() and state.src[found.start() - 1].isdigit())
        is_link = scheme.lower() in {"https", "http"} and is_apart and not state.linkLevel
        _push(state, found.start(), end, is_link=is_link)
    state.pos = end
    return True


def _read_www(state: StateInline, *, is_silent: bool) -> bool:
    start = state.pos
    before = state.src[start - 1] if start else ""
    if not _WWW.match(state.src, start, state.posMax) or (
        before.isascii() and before not in _OPENS
    ):
        return False
    end = end_of_address(state.src, start, state.posMax)
    if not is_silent:
        _push(state, start, end, is_link=not state.linkLevel, before="http://")
    state.pos = end
    return True


def _push(state: StateInline, start: int, end: int, *, is_link: bool, before: str = "") -> None:
    # backslashes and entities are read in it, as on GitHub
    typed = unescapeAll(state.src[start:end])
    is_link = is_link and may_push(state, LINKS)
    if is_link:
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": state.md.normalizeLink(before + typed)}
        opening.info, opening.markup = "auto", BARE
        opening.meta = {OFFSET: start, END: end}
    # no `text`, in which quotes and dashes would be set
    state.push("text_special", "", 0).content = typed
    if is_link:
        state.push("link_close", "a", -1).markup = BARE
