"""Markup in a text that is no Markdown, as a title: its signs would be shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.dollarmath import INLINE_MATH
from digest.basics.lazyregex import lazy_regex
from digest.markdown.left import html, lostsigns, placeholders, templates, texcommands, tools
from digest.markdown.left.forms import (
    OPAQUE,
    Remark,
    Typed,
    Whole,
    find_forms,
    group_forms,
    likely_forms,
    make_form,
)

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found, Left


def _tell(found: Found) -> Remark:
    message = f"this is no Markdown, so the signs of '{found.whole}' would be shown"
    return Remark(f"write '{found['words']}'", message)


def find_in_plain(text: str, *, is_rich: bool = False) -> list[Left]:
    """Find markup in a text that is no Markdown, where only formulas are read.

    A text that `is_rich` may have HTML's italics, and bold, raised and lowered text as well.
    """
    shown = _hide(_MATH, text) if "$" in text else text
    shown = _hide(_RICH, shown) if is_rich and "<" in text else shown
    typed = Typed(text, Whole(text))
    found = find_forms(likely_forms(_OWN, "\n" + shown), shown, typed)
    found = [_with_tags(left, text) for left in found] if is_rich else found
    for left in find_forms(likely_forms(_OTHERS, "\n" + shown), shown, typed):
        # what it is in Markdown is of no use here
        is_formula = left.hint.startswith("write '$")
        hint = _RICH_HINT if is_rich else _HINT
        found.append(left if is_formula else left._replace(hint=hint))
    return sorted(found)


def _with_tags(left: Left, text: str) -> Left:
    """Return what is told of a title's emphasis with a hint that keeps it."""
    tag = next((tag for sign, tag in _TAGS.items() if text.startswith(sign, left.start)), "")
    words = left.hint.removeprefix("write '").removesuffix("'")
    return left._replace(hint=f"write '<{tag}>{words}</{tag}>'") if tag else left


def _hide(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: OPAQUE * len(found[0]), text)


_MATH = lazy_regex(INLINE_MATH, re.DOTALL)
_RICH = lazy_regex(r"</?(?:i|b|sup|sub)>")
_HINT = "write plain words: nothing but formulas is read here"
_RICH_HINT = "write plain words: nothing but formulas, <i>, <b>, <sup> and <sub> are read here"
_TAGS = {"**": "b", "__": "b", "*": "i", "_": "i"}
"""From the signs of emphasis to the tag that titles have for it."""
_MARKDOWN = (
    make_form("**", r"(?<![\w*])\*\*(?=\S)(?P<words>[^*]*[^\s*])\*\*(?![\w*])", _tell),
    make_form("__", r"(?<![\w_])__(?=\S)(?P<words>[^_]*\s[^_]*[^\s_])__(?![\w_])", _tell),
    make_form("*", r"(?<![\w*])\*(?=[^\W_])(?P<words>[^*]*[^\W_])\*(?![\w*])", _tell),
    make_form("_", r"(?<![\w_])_(?=[^\W_])(?P<words>[^_]*[^\W_])_(?![\w_])", _tell),
    make_form("~~", r"(?<!~)~~(?=[^\s~])(?P<words>[^~]*[^\s~])~~(?!~)", _tell),
    make_form("`", r"(?<!`)`(?P<words>[^`]+)`(?!`)", _tell),
    make_form("==", r"(?<![\w=])==(?=[^\s=])(?P<words>[^=]*[^\s=])==(?![\w=])", _tell),
    make_form(
        ("[@", "[-@"),
        r"\s?\[-?@[^\[\]]+\]",
        "take it out: nothing is cited here, nor in any title",
    ),
    make_form("^[", r"\^\[[^\[\]]+\]", "take it out: no note stands here"),
    make_form("](", r"\[(?P<words>[^\[\]]+)\]\([^()\s]+\)", _tell, in_addresses=True),
)
_OWN = group_forms(*_MARKDOWN, *placeholders.FORMS, *lostsigns.FORMS)
"""Forms whose hint is of use here."""
_OTHERS = group_forms(*templates.FORMS, *tools.FORMS, *texcommands.FORMS, *html.FORMS)
"""Forms whose hint would have Markdown written."""
