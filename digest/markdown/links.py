"""Links and images know where they stand, and none is dropped in silence.

markdown-it leaves a link with a scheme that it does not trust as text, and says nothing. Here
every link is read as one; the renderer refuses a bad scheme and reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it.rules_inline import autolink, image, link

from digest.basics.lazyregex import lazy_regex
from digest.markdown.bounds import LINKS, may_push
from digest.markdown.brackets import find_layout
from digest.markdown.places import END, OFFSET
from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_DEPTH = "image_depth"
"""The key in the parser's environment: how many images' texts enclose what is being parsed."""
_DEEPEST = 4
_LONGEST_LABEL = 1000
"""Characters, as in CommonMark 0.31, "Link reference definition"."""
_SCHEME = lazy_regex(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINK_SCHEMES = frozenset({"https:", "http:", "mailto:"})

WIDTH = "width"
"""The key in the meta of an image's token: how wide it is to be."""
_WIDTH = lazy_regex(
    # a part of the column, or pixels
    r"\{[ \t]*width[ \t]*=[ \t]*(\"?)(?:0*(100|[1-9]\d?)(%)|0*([1-9]\d{0,3})(?:px)?)\1[ \t]*\}"
)


def link_plugin(parser: MarkdownIt) -> None:
    """Put the rules that note places in place of markdown-it's own."""
    parser.validateLink = _accept  # type: ignore[method-assign]
    parser.inline.ruler.at("link", _link_rule)
    parser.inline.ruler.at("image", _image_rule)
    parser.inline.ruler.at("autolink", _autolink_rule)


def _accept(url: str) -> bool:  # noqa: ARG001 -- markdown-it's signature
    return True


def _link_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start, before = state.pos, len(state.tokens)
    if state.src[start] != "[" or not _may_be_text(state, start):
        return False
    if not may_push(state, LINKS, 0) or not link(state, silent):
        return False
    _note_place(state, "link_open", start, before)
    if _is_wordless(state.tokens[before:]):
        hint = "write words between the brackets"
        push_problem(state, start, "text-lost", "a link without words, which nobody can see", hint)
    return True


def _is_wordless(made: list[Token]) -> bool:
    """Tell whether the tokens that end in a link have nothing between its tags."""
    for token in reversed(made[:-1]):
        if token.type == "link_open":
            return True
        if token.type not in {"text", "softbreak"} or token.content.strip():
            return False
    return False


def _image_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start, before = state.pos, len(state.tokens)
    if state.src[start] != "!" or not _may_be_text(state, start + 1):
        return False
    depth = state.env.get(_DEPTH, 0)
    if depth >= _DEEPEST or not may_push(state, LINKS, 0):
        return False
    # an image's text is parsed on its own, and may hold images in turn
    state.env[_DEPTH] = depth if silent else depth + 1
    matched = image(state, silent)
    state.env[_DEPTH] = depth
    if not matched:
        return False
    width = _WIDTH.match(state.src, state.pos, state.posMax)
    if width:
        state.pos = width.end()
        for token in state.tokens[before:]:
            token.meta[WIDTH] = f"{width[2]}%" if width[3] else width[4]
    return _note_place(state, "image", start, before)


def _may_be_text(state: StateInline, start: int) -> bool:
    """Tell whether a bracket may hold a link's text, or an image's.

    If markdown-it were left to find that out, a long row of brackets would be read from each of
    them anew.
    """
    bracket = find_layout(state.src).brackets.get(start)
    if bracket is None:
        return False
    is_label = "references" in state.env and bracket.end - start <= _LONGEST_LABEL
    return is_label or state.src.startswith("(", bracket.end + 1)


def _autolink_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if state.src[state.pos] != "<":
        return False
    start, before = state.pos, len(state.tokens)
    if not may_push(state, LINKS, 0) or not autolink(state, silent):
        return False
    for token in state.tokens[before:]:
        if token.type == "text" and token.level > state.level:
            # shown as typed: quotes and dashes are set in `text` alone
            token.type = "text_special"
    return _note_place(state, "link_open", start, before)


def _note_place(state: StateInline, kind: str, start: int, before: int) -> bool:
    """Tell the first token of a kind that a rule has made where the rule began and ended."""
    # text that was pending may have been added first
    made = next((token for token in state.tokens[before:] if token.type == kind), None)
    if made is not None:
        may_push(state, LINKS)
        made.meta |= {OFFSET: start, END: state.pos}
    return True


def is_in_image(state: StateInline) -> bool:
    """Tell whether what is being parsed is the text of an image."""
    return bool(state.env.get(_DEPTH))


_PASSED_OVER = lazy_regex(r"[\x00-\x20]+")


def scheme(url: str) -> str:
    """Return the scheme of an address, in lower case with its colon; empty where it has none."""
    # browsers pass over spaces and control characters before and within a scheme
    if " " in url or not url.isprintable():
        url = _PASSED_OVER.sub("", url)
    found = _SCHEME.match(url)
    return found[0].lower() if found else ""


def may_link(url: str) -> bool:
    """Tell whether a link may lead to an address: https, http, mailto, or one of this site."""
    return scheme(url) in _LINK_SCHEMES or is_local(url)


def may_show(url: str) -> bool:
    """Tell whether an image may be shown from an address: https, or one of this site."""
    return scheme(url) == "https:" or (bool(url) and is_local(url))


ON_A_DISK = lazy_regex(r"file:|[a-z]:")
"""What stands before the place of a file on a machine, as if it were a scheme."""
_HOSTLESS = lazy_regex(r"https?:(?!//[^/?#])", re.IGNORECASE)
_PLACE_OF_HOST = lazy_regex(r"https?://(?:[^/?#@]*@)?([^/?#]+)", re.IGNORECASE)
_HOST = lazy_regex(r"(?:\[[0-9A-Fa-f:.]+\]|(?:[\w-]+\.)*[\w-]+\.?)(?::\d{1,5})?")


def lacks_host(url: str) -> bool:
    """Tell whether an address of the web names no host, as `https:/example.org`."""
    return _HOSTLESS.match(url) is not None


def wrong_host(url: str) -> tuple[str, str]:
    """Return what stands in the place of a host's name and cannot be one, as `%%site_url%%`.

    Empty where nothing is wrong with it. Beside it is the address up to where it could be one:
    `https://example.org` for `https://example.org's`; empty where it nowhere could.
    """
    named = _PLACE_OF_HOST.match(url)
    typed = unquote(named[1]) if named else ""
    if not named or _HOST.fullmatch(typed):
        return "", ""
    host = _HOST.match(typed)
    is_whole = host is not None and "." in host[0].rstrip(".")
    return typed, url[: named.start(1)] + host[0] if host and is_whole else ""


def target_of(url: str) -> str:
    """Return where a link or an image leads, as holes name it: percent-decoded within this site."""
    return unquote(url) if is_local(url) else url


def is_local(url: str) -> bool:
    """Tell whether an address is one of this site: it has no scheme and no host."""
    # browsers take a backslash for a slash, and a percent-encoded sign is still the sign to us
    plain = unquote(url).replace("\\", "/")
    return not scheme(plain) and not plain.startswith("//")
