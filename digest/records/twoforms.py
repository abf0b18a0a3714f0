r"""Formulas that stand in a title twice: Springer's records had them in TeX and in MathML.

Crossref left the tags of the MathML out, and kept the lines that they stood on, so that the letters
of the formula follow its TeX, each on a line of its own and further in than the TeX is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    import re

_TWO_FORMS = lazy_regex(
    r"(?P<before>[ \t]*)(?:\n[ \t]*)*\n(?P<indent>[ \t]+)\$\$(?P<tex>[^$]+)\$\$"
    r"(?P<shown>(?:\n(?:(?P=indent)[ \t]+\S.*|[ \t]*(?=\n|\Z)))+)(?:\n(?P<after>[ \t]*))?"
)
_COMMAND = lazy_regex(r"\\[A-Za-z]+")
_DEEPER = 2
"""By how many blanks a formula stands further in than the text around it."""


def without_second_form(markup: str) -> str:
    """Return a title whose formulas stand in it once, as the TeX between `$$`.

    The blanks that are left around a formula are those of the text.
    """
    return _TWO_FORMS.sub(_first_form, markup) if "$$" in markup and "\n" in markup else markup


def _first_form(found: re.Match[str]) -> str:
    tex, indent = found["tex"], len(found["indent"])
    if not found["shown"].strip() or _letters(_COMMAND.sub(" ", tex)) != _letters(found["shown"]):
        return found[0]
    after = len(found["after"] or "") > indent - _DEEPER
    return f"{' ' * bool(found['before'])}$${tex}$${' ' * after}"


def _letters(text: str) -> Counter[str]:
    """Count the letters and digits that TeX and MathML write alike."""
    return Counter(sign for sign in text if sign.isascii() and sign.isalnum())
