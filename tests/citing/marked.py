"""References as text in which italics are seen."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.styles.pieces import Formatted


def mark(made: Formatted) -> str:
    """Return a reference as text, italics between asterisks and formulas as their TeX."""
    html = re.sub('<math alttext="([^"]*)".*?</math>', r"$\1$", made.html)
    return unescape(re.sub("<[^>]*>", "", re.sub("</?i>", "*", html)))
