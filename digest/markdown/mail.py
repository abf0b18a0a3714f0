"""The mail addresses of links, also where they are written so that no robot reads them."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex

SCHEME = "mailto:"
_ONE = r"[^\s@?,]+@[^\s@?,]+"
# RFC 6068, section 2: before fields no address is needed, for the reader may choose one
_NOBODY = lazy_regex(rf"{SCHEME}(?!\?|(?!//){_ONE}(?:,{_ONE})*(?:\?|\Z))", re.IGNORECASE)
_SPELT = lazy_regex(
    r"(?<!\s)(?:\s*+[\[({]\s*+(?P<inner>at|dot|dash)\s*+[\])}]\s*+"
    r"|\s++(?P<word>at|dot|dash)\s++)",
    re.IGNORECASE,
)
_SIGNS = {"at": "@", "dot": ".", "dash": "-"}


def names_nobody(url: str) -> bool:
    """Tell whether what stands behind `mailto:` is no mail address."""
    return _NOBODY.match(url) is not None


def mend_mail(url: str) -> str:
    """Return a `mailto:` with its address as it is read: `ada AT example DOT org` is spelt out."""
    who, question, fields = url[len(SCHEME) :].partition("?")
    who = _SPELT.sub(lambda found: _SIGNS[(found["inner"] or found["word"]).lower()], who)
    fields = fields.strip().replace(" ", "%20")
    return f"{SCHEME}{''.join(who.split()).lstrip('/')}{question}{fields}"
