"""Elements of a page's text as all mail programs show them."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.render.mailscripts import simplify_scripts

# the space below is the div's: Outlook for Windows lets tables have none
_BOX = '<div class="boxed"><table role="presentation" width="100%"><tr><td class="{}">'
_BOX_END = "</td></tr></table></div>"
_ELEMENTS = {
    "<figure>": '<div class="figure">',
    "<figcaption>": '<div class="caption">',
    "</figure>": "</div>",
    "</figcaption>": "</div>",
    "<mark>": '<span class="mark">',
    "</mark>": "</span>",
    "<bdi>": '<span dir="auto">',
    "</bdi>": "</span>",
    "<pre>": _BOX.format("code") + '<pre dir="ltr">',
    "</pre>": "</pre>" + _BOX_END,
    "<blockquote>": "<blockquote>" + _BOX.format("quote"),
    "</blockquote>": _BOX_END + "</blockquote>",
}
"""Elements that Gmail, Outlook or Yahoo takes away, and those that stand for them; and those that
have space within, which Outlook for Windows leaves to the cells of tables."""
_ELEMENT = lazy_regex("|".join(_ELEMENTS))
_ALERT = lazy_regex(r'<blockquote class="(alert[^"]*)"([^>]*)>')
_VIDEO = lazy_regex(r'<p class="video">(.*?)</p>', re.DOTALL)


def adapt_elements(html: str) -> str:
    """Return a fragment's HTML with elements in it that every mail program knows."""
    html = _ELEMENT.sub(lambda found: _ELEMENTS[found[0]], html)
    if 'class="alert' in html:
        html = _ALERT.sub(r"<blockquote\2>" + _BOX.format(r"quote \1"), html)
    if 'class="video"' in html:
        html = _VIDEO.sub(_BOX.format("video") + r"\1" + _BOX_END, html)
    return simplify_scripts(html)
