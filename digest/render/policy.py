"""The Content-Security-Policy of a page: what a browser may load for it, and nothing else.

A page needs the site's own files, and the pictures at other addresses that its editor used. Should
anything else find its way into one, no browser runs or loads it. Content Security Policy Level 3;
by a meta element, since a static site has no say in the headers that its host sends.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.settings.webaddresses import host_source
from digest.site.views.pages import EditionView, EntryPageView, RedirectView
from digest.site.views.parts import Links, PapersBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.site.views.brand import Script
    from digest.site.views.pages import View
    from digest.site.views.parts import EntryView

POLICY = "\ue000policy\ue000"
"""What stands for the policy until the page is there: it names what else is in the page's head."""

_STYLE = lazy_regex(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_MATH = lazy_regex(r"<math\b.*?</math>", re.DOTALL)
_ATTRIBUTE = lazy_regex(r'<m\w+\b[^>]*? style="([^"]*)"')
_WIDTH = lazy_regex(r'<img\b[^>]*? style="(width:\d+%)"')


def fill_policy(html: str, view: View, forms: Iterable[str], scripts: Iterable[Script]) -> str:
    """Put a page's policy in the place that its template left for it.

    Allowed are the site's own style sheets, fonts and pictures, the hosts of the pictures that
    the view names, the `<style>` elements in the page's head, which are the theme's, the styles
    of formulas, and the widths of pictures: these three by their hashes. A page with a form may
    send it to the hosts `forms`; it may run the `scripts`, and they may send to their hosts.
    """
    start = html.find(POLICY)
    # what stands before a policy is not subject to it
    if start < 0:
        return html
    forms = forms if "<form" in html else ()
    # nobody reads a page that leads on
    scripts = () if isinstance(view, RedirectView) else scripts
    return html.replace(POLICY, make_policy(html, _hosts(view), start, forms, scripts), 1)


def make_policy(
    html: str,
    hosts: Iterable[str],
    start: int = 0,
    forms: Iterable[str] = (),
    scripts: Iterable[Script] = (),
) -> str:
    """Return the policy for a page's HTML from `start` on.

    It has pictures from `hosts`, sends what is written into it to `forms`, and runs `scripts`.
    """
    scripts = tuple(scripts)
    end = html.find("</head", start)
    styles = _STYLE.findall(html, start, end if end >= 0 else start)
    directives = [
        "default-src 'none'",
        " ".join(("style-src 'self'", *_hashes(styles))),
        "font-src 'self'",
        " ".join(("img-src 'self'", *sorted(set(hosts)))),
        # Lighthouse asks for robots.txt from within a page, and takes the site for one without it
        " ".join(
            ("connect-src 'self'", *sorted({host for one in scripts for host in one.connect}))
        ),
        "base-uri 'none'",
        " ".join(("form-action", *(forms or ("'none'",)))),
    ]
    if scripts:
        directives.append(" ".join(("script-src", *sorted({_source(one.src) for one in scripts}))))
    formulas = _MATH.findall(html, start) if "<math" in html else ()
    attributes = [unescape(style) for math in formulas for style in _ATTRIBUTE.findall(math)]
    attributes += _WIDTH.findall(html, start) if ' style="width:' in html else ()
    if attributes:
        allowed = " ".join(_hashes(attributes))
        directives.insert(2, f"style-src-attr 'unsafe-hashes' {allowed}")
    return "; ".join(directives)


def _hashes(styles: Iterable[str]) -> list[str]:
    """Return the sources that allow these styles, each once."""
    return sorted({_hash(style) for style in styles})


@functools.cache
def _hash(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _source(script: str) -> str:
    """Return what allows one script: its host and its path, and so no other one of the host's.

    What has a meaning of its own in a policy is encoded (CSP Level 3, section 6.7.2.8).
    """
    return host_source(script) + quote(urlsplit(script).path, safe="/%")


def _hosts(view: View) -> Iterator[str]:
    """List the other hosts that a page shows pictures from, as `https://example.org`."""
    pictures = list(getattr(view, "linked", Links()).pictures.values())
    pictures += (entry.figure.picture for entry in _entries(view) if entry.figure)
    for picture in pictures:
        # a name that a browser would not take either is let in by nothing
        if source := host_source(picture.address):
            yield source


def _entries(view: View) -> Iterator[EntryView]:
    if isinstance(view, EntryPageView):
        yield view.entry
    elif isinstance(view, EditionView):
        for block in view.blocks:
            yield from block.entries if isinstance(block, PapersBlock) else ()
