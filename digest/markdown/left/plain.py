"""Markdown in a text that is none, as a title: its signs would be shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.markdown.left.forms import Form, Told

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found


def _tell(found: Found) -> Told:
    message = f"this is no Markdown, so the signs of '{found.whole}' would be shown"
    return Told(f"write '{found['words']}'", message)


FORMS = (
    Form(("**",), re.compile(r"(?<![\w*])\*\*(?=\S)(?P<words>[^*]*[^\s*])\*\*(?![\w*])"), _tell),
    Form(("__",), re.compile(r"(?<![\w_])__(?=\S)(?P<words>[^_]*\s[^_]*[^\s_])__(?![\w_])"), _tell),
    Form(("*",), re.compile(r"(?<![\w*])\*(?=[^\W_])(?P<words>[^*]*[^\W_])\*(?![\w*])"), _tell),
    Form(("_",), re.compile(r"(?<![\w_])_(?=[^\W_])(?P<words>[^_]*[^\W_])_(?![\w_])"), _tell),
    Form(("~~",), re.compile(r"(?<!~)~~(?=[^\s~])(?P<words>[^~]*[^\s~])~~(?!~)"), _tell),
    Form(("`",), re.compile(r"(?<!`)`(?P<words>[^`]+)`(?!`)"), _tell),
    Form(("](",), re.compile(r"\[(?P<words>[^\[\]]+)\]\([^()\s]+\)"), _tell, in_addresses=True),
)
