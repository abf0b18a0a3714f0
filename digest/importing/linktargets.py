"""Where the links of a Markdown text lead, found and changed in their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.markuppatterns import DEFINES_LINK, INLINE_CODE

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = (
    r"(?P<code>^[ >]{0,8}(?P<fence>```+|~~~+)[^\n]*\n(?:[^\n]*\n)*?[ >]*(?P=fence)[`~]*[ ]*$"
    rf"|{INLINE_CODE}|\\.)"
)
"""What no link can stand in: code, and a sign that a backslash stands before."""
_MADE = r"\{\{.*?\}\}|\{%.*?%\}|\{(?:filename|attach|static)\}"
"""What generators fill in: `{% post_url … %}`, `{{< ref "…" >}}`, `{filename}…`."""
_ADDRESS = rf"<[^<>\n]*>|(?:{_MADE}|[^\s()<>]|\((?:[^\s()]|\([^\s()]*\))*+\))++"
_TITLE = r"""(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^)\\]|\\.)*\)))?"""
_TARGET = lazy_regex(
    rf"{_CODE}"
    rf"|\]\(\s*(?P<inline>{_ADDRESS})(?={_TITLE}\s*\))"
    rf"|^[ >]{{0,8}}{DEFINES_LINK}(?P<defined>{_ADDRESS})"
    r"|<(?P<bare>https?://[^\s<>]+)>",
    re.MULTILINE,
)


def replace_targets(text: str, replace: Callable[[str], str]) -> str:
    """Return a Markdown text in which each address that a link or a picture names is replaced.

    `replace` is given the address as typed, less pointed brackets, and returns what is to stand
    there: the same, where nothing is to change. Code is left as it is.
    """
    if "](" not in text and "]:" not in text and "<http" not in text:
        return text

    def change(found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        if bare := found["bare"]:
            new = replace(bare)
            return found[0] if new == bare else f"[{bare}]({write_target(new)})"
        group = "inline" if found["inline"] else "defined"
        typed = found[group]
        plain = typed[1:-1] if typed.startswith("<") else typed
        new = replace(plain)
        if new == plain:
            return found[0]
        begin, end = (place - found.start() for place in found.span(group))
        return found[0][:begin] + write_target(new) + found[0][end:]

    return _TARGET.sub(change, text)


def list_targets(text: str) -> list[str]:
    """List the addresses that the links and pictures of a Markdown text name, as they come."""
    found: list[str] = []

    def note(address: str) -> str:
        found.append(address)
        return address

    replace_targets(text, note)
    return found


_PICTURE = lazy_regex(
    rf"{_CODE}|!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+\]\(\s*(?P<inline>{_ADDRESS})", re.MULTILINE
)


def list_pictures(text: str) -> list[str]:
    """List the addresses of the pictures that a Markdown text shows, each once."""
    if "![" not in text:
        return []
    found = (one["inline"] for one in _PICTURE.finditer(text) if one["inline"])
    return list(dict.fromkeys(one[1:-1] if one.startswith("<") else one for one in found))


def write_target(address: str) -> str:
    """Return an address as CommonMark reads it whole ("Link destination"), on one line."""
    address = address.replace("\n", "")
    return f"<{address}>" if not address or any(sign in address for sign in " ()") else address
