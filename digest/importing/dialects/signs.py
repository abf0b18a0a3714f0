"""Backslashes before signs that mean something to digest, and meant nothing where a text was.

Citations, notes within lines, directives, footnotes without a note.
"""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex

_AT = lazy_regex(r"(?<![\w\\])(_*)@(?=[\w{])")
_CROSS = lazy_regex(
    r"(?<![\w\\])@(?=(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn"
    r"|imp|cau)-\w)"
)
"""What refers to a figure, a table or a section (Quarto, "Cross references")."""
_COLONS = lazy_regex(r"^([ \t>]*)(:{3,})", re.MULTILINE)
_NOTE = lazy_regex(r"(?<!\\)\^\[")
_MARK = lazy_regex(r"(?<!\\)\[\^([^\s\[\]]{1,100})\](:?)")
_DEFINED = lazy_regex(r"^[ ]{0,3}\[\^([^\s\[\]]{1,100})\]:", re.MULTILINE)


def escape_signs(text: str, *, has_citations: bool, has_inline_notes: bool) -> str:
    """Return a text, in which code, formulas and addresses are put aside, with such backslashes.

    `has_citations` and `has_inline_notes` say that `@key` and `^[…]` meant the same there.
    """
    if "@" in text and not has_citations:
        text = _AT.sub(r"\1\\@", text)
    elif "@" in text:
        text = _CROSS.sub(r"\\@", text)
    if ":::" in text:
        text = _COLONS.sub(r"\1\\\2", text)
    if "^[" in text and not has_inline_notes:
        text = _NOTE.sub(r"^\\[", text)
    if "[^" in text:
        defined = {found[1].casefold() for found in _DEFINED.finditer(text)}

        def settle(found: re.Match[str]) -> str:
            return found[0] if found[1].casefold() in defined else f"\\{found[0]}"

        text = _MARK.sub(settle, text)
    return text
