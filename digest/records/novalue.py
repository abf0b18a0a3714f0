"""Values that say that there is none."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex

_NO_VALUE = lazy_regex(r"\(?:(?:none|null|tba|unac|unal|unap|unas|unav|unkn)\)?", re.IGNORECASE)


def is_no_value(text: str) -> bool:
    """Tell whether a text is a code of DataCite's for no value (its schema 4.6, appendix 3)."""
    return ":" in text and bool(_NO_VALUE.fullmatch(text.strip()))
