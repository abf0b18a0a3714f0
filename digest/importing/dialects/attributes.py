"""What tools read in braces and brackets beside CommonMark: attributes, contents, abbreviations.

kramdown's attribute lists (kramdown, "Syntax"), Pandoc's and Quarto's attributes and spans (Pandoc
User's Guide), Goldmark's, Python-Markdown's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from digest.importing.dialects.leftouts import LeftOuts

_CONTENTS = "a table of contents, which the edition's page makes itself"
_MEANING = "what an abbreviation means, which stands in no place of the text"
_COMMENT = "a comment"
_CONTENTS_SIGN = lazy_regex(
    # kramdown takes the list before its sign away
    r"^(?:[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n)?[ \t]*\{:[^{}\n]*\btoc\b[^{}\n]*\}[ \t]*$"
    r"|^[ \t]*(?:\[{1,2}_?TOC_?\]{1,2}|\{\{_?TOC_?\}\}|\$\{toc\}|<!-- toc -->)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_MORE = lazy_regex(
    r"<!--[ ]*(?:more|truncate|excerpt|end_?excerpt|TEASER_END)[^<>\n]*-->", re.IGNORECASE
)
_EXTENSION = lazy_regex(
    r"\{::(?P<name>\w+)[^{}\n]*/\}|\{::(?P<pair>\w+)[^{}\n]*\}(?P<inner>[\s\S]*?)\{:/(?P=pair)?\}"
)
_ITEM = r"(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+)|-)"
_LIST = rf"\{{(?::[^{{}}\n]*|[ \t]*{_ITEM}(?:[ \t]+{_ITEM})*[ \t]*)\}}"
_HEADING = lazy_regex(
    rf"^(?P<head>[ ]{{0,3}}\#{{1,6}}[ \t][^\n]*?)[ \t#]*(?P<list>{_LIST})[ \t]*$"
    # kramdown has it on the line below as well
    r"|^(?P<above>[ ]{0,3}\#{1,6}[ \t][^\n{}]*?)[ \t#]*"
    r"\n[ ]{0,3}(?P<below>\{:[^{}\n]*\})[ \t]*$",
    re.MULTILINE,
)
_SPAN = lazy_regex(
    rf"(?<!\\)\[(?P<words>(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*\](?:\([^()\n]*\))?)*)\](?P<list>{_LIST})"
)
_PICTURE = lazy_regex(rf"(?P<picture>!\[[^\[\]\n]*\]\([^\n()]*\)){_LIST}")
_ANY = lazy_regex(_LIST)
_COLON = lazy_regex(r"[ \t]*(?<!\\)\{:[^{}\n]*\}")
_ID = lazy_regex(r"(?<![\w-])#([^\W_][\w:.-]*)")
_WIDTH = lazy_regex(r"\bwidth[=:]\s*[\"']?(\d+(?:\.\d+)?)(%|px)?")
_ELEMENTS = {"underline": "u", "ul": "u", "mark": "mark", "kbd": "kbd"}
_ABBREVIATION = lazy_regex(r"^[ ]{0,3}\*\[[^\[\]\n]+\]:[^\n]*$", re.MULTILINE)
_SCRIPT = lazy_regex(
    r"(?<![\\~])~(?P<low>[^\s~^]{1,20})~(?!~)|(?<![\\^\[])\^(?P<high>[^\s~^\[\]]{1,20})\^"
)


def drop_signs(text: str, leftouts: LeftOuts) -> str:
    """Return a text without signs for a table of contents, for excerpts, and abbreviations.

    Code is put aside in it, and comments are not.
    """

    def leave(found: re.Match[str], reason: str) -> str:
        leftouts.add(text, found.start(), found[0].strip(), reason)
        return "\n" * found[0].count("\n")

    if "toc" in text.lower():
        text = _CONTENTS_SIGN.sub(lambda found: leave(found, _CONTENTS), text)
    if "<!--" in text:
        text = _MORE.sub("", text)
    if "*[" in text:
        text = _ABBREVIATION.sub(lambda found: leave(found, _MEANING), text)
    return text


def convert_attributes(text: str, leftouts: LeftOuts, *, is_pandoc: bool) -> str:
    """Return a text, in which code is put aside, without attributes in braces.

    Ids of headings and widths of pictures stay as digest reads them. `is_pandoc` says that they are
    read without a colon, too, and `~` and `^` around a word put it low or high.
    """
    if "{::" in text:
        text = _drop_extensions(text, leftouts)
    if is_pandoc and ("~" in text or "^" in text):
        text = _SCRIPT.sub(_write_script, text)
    if "{" not in text:
        return text
    text = _HEADING.sub(_write_heading, text)
    text = _PICTURE.sub(_write_picture, text)
    if not is_pandoc:
        return _COLON.sub("", text) if "{:" in text else text
    text = _SPAN.sub(_write_span, text)
    return _ANY.sub(lambda found: found[0] if _is_kept(found[0]) else "", text)


def _drop_extensions(text: str, leftouts: LeftOuts) -> str:
    def settle(found: re.Match[str]) -> str:
        if found["pair"] == "comment":
            leftouts.add(text, found.start(), found["inner"].strip(), _COMMENT)
            return "\n" * found[0].count("\n")
        return found["inner"] or ""

    return _EXTENSION.sub(settle, text)


def _write_heading(found: re.Match[str]) -> str:
    head = found["head"] or found["above"]
    id_ = _ID.search(found["list"] or found["below"])
    line = f"{head} {{#{id_[1]}}}" if id_ else head
    return line if found["head"] is not None else f"{line}\n"


def _write_picture(found: re.Match[str]) -> str:
    width = _WIDTH.search(found[0][len(found["picture"]) :])
    if not width:
        return found["picture"]
    return (
        f"{found['picture']}{{width={width[1].partition('.')[0]}{'%' if width[2] == '%' else ''}}}"
    )


def _write_span(found: re.Match[str]) -> str:
    element = next((tag for word, tag in _ELEMENTS.items() if f".{word}" in found["list"]), "")
    return f"<{element}>{found['words']}</{element}>" if element else found["words"]


def _write_script(found: re.Match[str]) -> str:
    return f"<sub>{found['low']}</sub>" if found["low"] else f"<sup>{found['high']}</sup>"


def _is_kept(typed: str) -> bool:
    """Tell whether digest reads attributes as they are written by now."""
    return bool(re.fullmatch(r"\{(?:#[^\W_][\w:.-]*|width=\d+%?)\}", typed))
