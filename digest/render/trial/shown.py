"""What a page shows of a sample and should not, or not so: ids that stand twice, no title."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.settings.theme import read_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.settings.theme import Theme
    from digest.site.views.pages import SiteConstants

_NO_DIRECTION = lazy_regex(r"<[^<>]*?\sdir=(?![\"']?(?:ltr|rtl|auto)\b)[\"']?([^\s\"'>]*)")
_REFRESH = lazy_regex(r"(?i:<meta\s[^<>]*http-equiv=[\"']?refresh)")
_ID = lazy_regex(r"<[^<>]*?\sid=[\"']?([^\s\"'>]+)")


def check_page(
    theme: Theme, used: Sequence[str], html: str, *, leads_on: bool
) -> Iterator[Diagnostic]:
    """List what is wrong with a page that was made of a sample.

    `used` are the theme's own files that it was made with. A page that `leads_on` is there to
    lead its readers to another.
    """
    if not leads_on and _REFRESH.search(html):
        message, hint = "the page leads its readers away", "take this out, and write a link"
        yield from _place(theme, used, f"({_REFRESH.pattern})", message, hint)
    for id_, count in Counter(_ID.findall(html)).items():
        if count > 1:
            message = f"two elements have the id '{id_}'"
            hint = "give each its own: links lead to the first alone"
            yield from _place(theme, used, rf"\sid=[\"']?({re.escape(id_)})\b", message, hint)
    if found := _NO_DIRECTION.search(html):
        message, hint = f"'{found[1]}' is no direction", 'write dir="{{ page.lang | direction }}"'
        yield from _place(theme, used, r"\s(dir=(?![^<>]*direction))", message, hint)
    body = re.search(r"<body\b", html)
    if "Content-Security-Policy" in html and body and re.search(r"<style\b", html[body.end() :]):
        message = "the policy of the page lets no browser heed a 'style' outside of the head"
        hint = "write it into a style sheet, or into the head of the page"
        yield from _place(theme, used, r"(<style)\b", message, hint, "theme-blocked")
    if "<html" in html and not re.search(r"<html\b[^<>]*\slang=", html):
        message = "the page does not say in which language it is"
        hint = 'write <html lang="{{ page.lang }}" dir="{{ page.lang | direction }}">'
        yield from _place(theme, used, "(<html)", message, hint)
    if re.search(r"<head[\s>]", html) and "<title" not in html:
        message, hint = "the page has no title", "add '<title>{{ page.title }}</title>' to its head"
        yield from _place(theme, used, r"(<head)[\s>]", message, hint)


def check_furniture(
    theme: Theme, used: Sequence[str], html: str, site: SiteConstants
) -> Iterator[Diagnostic]:
    """List what a site sets and its home page does not show, as where a copy is older than it."""
    shown = unescape(html)
    logos = [one.address for one in (site.logo.light, site.logo.dark) if one] if site.logo else []
    icons = [site.icon.address] if site.icon else []
    # a sample of a fragment says its name
    footer = site.footer.hash.partition("#")[0] if site.footer else ""
    head = [*(one.content for one in site.head), *(one.src for one in site.scripts)]
    for setting, macro, lacks, pattern in (
        ("logo", "mark", logos and not any(one in shown for one in logos), r"(site\.title)"),
        ("icon", "site_icons", any(one not in shown for one in icons), r"(<head)[\s>]"),
        ("head", "head", any(one not in shown for one in head), r"(<head)[\s>]"),
        ("footer", "footer", footer and footer not in shown, r"(</body)"),
        ("license", "license", site.license and site.license.url not in shown, r"(</body)"),
        ("social", "social", any(one.url not in shown for one in site.social), r"(</body)"),
    ):
        if lacks:
            name = "script" if setting == "head" and not site.head else setting
            message = f"'{name}' of site.yaml is not on the home page"
            hint = f"'{{{{ furniture.{macro}() }}}}' shows it, behind {_IMPORT}"
            yield from _place(theme, used, pattern, message, hint)


_IMPORT = """'{% import "web/furniture.html" as furniture with context %}'"""


def check_references(theme: Theme, used: Sequence[str], html: str) -> Iterator[Diagnostic]:
    """Report a page of a sample with references that citations do not lead to."""
    if re.search(r"\sid=[\"']?ref-1\b", html):
        return
    message = "no element has the id 'ref-1': a citation's number leads nowhere"
    hint = "give each reference the id 'ref-{{ reference.number }}'"
    yield from _place(theme, used, r"(citations\.references|references)", message, hint)


def _place(
    theme: Theme,
    used: Sequence[str],
    pattern: str,
    message: str,
    hint: str,
    rule: str = "theme-error",
) -> Iterator[Diagnostic]:
    """Report a fault where a pattern stands in the templates of one's own; the last is meant."""
    places = [(path, 1, 1) for path in used[:1]]
    for path in used:
        text = read_code(path)
        for found in re.finditer(pattern, text):
            start = found.start(1)
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            places.append((path, line, column))
    for path, line, column in places[-1:]:
        yield Diagnostic(theme.labels[path], line, column, rule, message, hint)
