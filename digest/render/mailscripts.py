"""Sub- and superscripts of a mail, with no more tags than they need.

Where Unicode has signs they can be copied, and are read out as what they are. And a filter takes
tags within words for a try to deceive it, if a fifth of all tags are such: `HTML_OBFUSCATE_20_30`
of SpamAssassin.
"""

# ruff: noqa: RUF001 -- the signs of mathematics are meant

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.markdown.mathstyles import SCRIPTS

_SMALL = lazy_regex(
    r"(?<!</su[bp]>)(</(?:i|em|b|strong)>)?((?:<su[bp]>[0-9+−=()-]+</su[bp]>)+)(?!<su[bp]>)"
)
"""Scripts for which there are signs, and the end of what they are set to."""
_SCRIPT = lazy_regex(r"<(su[bp])>([^<]*)</su[bp]>")
_SLANTED = lazy_regex(r"<(su[bp])>((?:[^<\w]|\d)*(?:<i>[^<]*</i>(?:[^<\w]|\d)*)+)</su[bp]>")
"""Scripts of slanted letters, with signs and digits between them."""
_PRIMES = lazy_regex("(</i>)([′″‴]+)")
_PRODUCT = lazy_regex(r"(?<=</i>)(?=</su[bp]><i>)")
"""The end of a script before another letter, from which TeX keeps it apart, too."""


def simplify_scripts(html: str) -> str:
    """Return HTML with its sub- and superscripts as signs, or else in few tags."""
    if "<i>" in html:
        html = _PRIMES.sub(r"\2\1", html)
    if "<su" in html:
        html = _SMALL.sub(_write_small, html)
        html = _SLANTED.sub(_slant, html)
        html = _PRODUCT.sub(" ", html)
    return html


def _write_small(found: re.Match[str]) -> str:
    """Write scripts as signs, slanted or bold as what they are set to."""
    small = _SCRIPT.sub(lambda script: SCRIPTS[script[1]](script[2]), found[2])
    return small + (found[1] or "")


def _slant(found: re.Match[str]) -> str:
    """Slant the signs between letters as well."""
    element, inner = found.groups()
    return f"<{element}><i>{re.sub('</?i>', '', inner)}</i></{element}>"
