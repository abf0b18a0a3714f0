"""What is no part of a name is taken off: markup, marks of footnotes, degrees, affiliations."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_east_asian, one_line, words_of
from digest.records.names.namewords import is_body, is_body_word, is_group, without_degrees
from digest.records.novalue import is_no_value
from digest.records.tex import tex_to_text, without_entities

_NOBODY = words_of("N/A NONE NULL NaN None n/a nan none null undefined") | {
    "Author unknown",
    "No author",
    "Unknown",
    "Unknown Author",
    "Unknown author",
    "no author",
    "unknown",
}
_RAISED = lazy_regex(r"<su[bp]\b[^<>]*>[^<>]*</su[bp]>", re.IGNORECASE)
_TAG = lazy_regex(r"</?[a-z][^<>]*>", re.IGNORECASE)
SIGNS = "*\u2217\u204e\u2020\u2021\u00a7\u00b6#"
"""Marks of footnotes."""
_SIGN = rf"[{SIGNS}\u00b9\u00b2\u00b3\u2070\u2074-\u2079]"
# bounded: nobody has ten, and a long run must not be tried from each of its signs
_MARK = lazy_regex(
    rf"(?:\s?{_SIGN}|\s?\$\\[a-z]+\$|\s?\$?\^(?:\{{[^{{}}]*\}}|\\[a-z]+|[0-9a-z])\$?|(?<=[^\W\dA-Z_])\s?[0-9]{{1,2}}"
    rf"|(?<=\.)\s?[0-9]{{1,2}}|\s?[\[(](?:[0-9, ]|{_SIGN}){{1,9}}[\])]"
    rf"|(?:(?<=[0-9])|(?<={_SIGN})),\s?(?:[0-9]{{1,2}}|{_SIGN}|[a-z])(?!\w)){{1,9}}$"
)
_ROLE = lazy_regex(
    r"^(?:(?i:authors?|editors?|creators?|by):\s*|(?:(?:[Ee]dited|[Ww]ritten) )?[Bb]y\s(?=[A-Z]))"
)
"""What some repositories' pages have before a name."""
_ROLE_BEHIND = lazy_regex(
    r"\s*\((?i:editors?|eds?|hrsg|trans|translators?)\.?\)$"
    r"|\s*,\s*(?:[Ee]ditors?|[Ee]ds\.?|[Hh]rsg\.|[Tt]ranslators?)$|(?<=\.),\s*ed\.$|\s+eds\.?$"
)
"""What some have behind one, or behind a list; `Poe, Ed` is somebody's given name."""
_OTHER_SCRIPT = lazy_regex(r"\s*[(\uff08](?P<name>[^()\uff08\uff09]*)[)\uff09]$")
"""The same name as it is written at home: `Wang (王小明)`."""
_MAIL = lazy_regex(r"(?<=[\w.])[\s,;(\[]+[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+[)\]]?")
_HOMONYM = lazy_regex(r"\s+[0-9]{4}$")
"""What DBLP tells namesakes apart by."""
_IN_BRACKETS = lazy_regex(r"(?P<before>.*?)\s*[(\[](?P<inner>[^()\[\]]*)[)\]]:?")
_AND_THE = lazy_regex(r"^(?:and|&)\s+(?:the\s+)?", re.IGNORECASE)
"""What some publishers have left before the last name of a list."""
_BEHALF = lazy_regex(
    r"(?P<before>.*?),?\s?\b(?:for|on\s+behalf\s+of)\s+(?:the\s+)?(?P<inner>\S.*)", re.IGNORECASE
)


def plain(text: str) -> str:
    """Return a name on one line, without markup."""
    for _ in range(3 if "&" in text else 0):
        text = without_entities(text.replace("&NA;", ""))
    if "<" in text:
        text = _TAG.sub("", _RAISED.sub("", text))
    text = _MAIL.sub("", text) if "@" in text else text
    return without_role(one_line(tex_to_text(text) if "\\" in text else text))


def without_role(text: str) -> str:
    """Return a name, or the last of a list, without an `(eds.)` or `, editors` behind it."""
    return _ROLE_BEHIND.sub("", text)


def without_additions(text: str) -> str:
    """Return a name without degrees, and without the marks of footnotes: `Meyer*`, `Meyer1,2`."""
    text = _ROLE.sub("", text) if ":" in text or "y " in text[:11] else text
    if text.endswith((")", "\uff09")):
        other = _OTHER_SCRIPT.search(text)
        text = text[: other.start()] if other and is_east_asian(other["name"]) else text
    if text[:1].isalpha() and text[-1:].isalpha():
        return without_degrees(text)
    text = _MARK.sub("", _HOMONYM.sub("", text.lstrip(f"{SIGNS} /,;")))
    return without_degrees(text.rstrip(" ,;:"))


def is_nobody(text: str) -> bool:
    """Tell whether a name, or a part of one, stands for there being none."""
    is_empty = not any(map(str.isalnum, text))
    return is_empty or text in _NOBODY or is_no_value(text)


def split_group(text: str) -> tuple[str, str]:
    """Split off the group that somebody writes for, or where somebody works, which is dropped."""
    text = _AND_THE.sub("", text).rstrip(" :")
    found = _IN_BRACKETS.fullmatch(text)
    if found and (is_body(found["before"]) or is_body_word(found["before"])):
        return text, ""
    if found:
        before, inner = found.groups()
        behalf = _BEHALF.fullmatch(inner)
        inner = behalf["inner"] if behalf and not behalf["before"] else inner
        return (before, inner if is_group(inner) else "") if before else (inner, "")
    behalf = _BEHALF.fullmatch(text) if is_group(text) else None
    if behalf and not is_body(behalf["before"]):
        return behalf["before"], behalf["inner"]
    return text, ""
