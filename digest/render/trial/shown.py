"""What a page shows of a sample, and what it does not: lost texts, ids that stand twice."""

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

    from digest.render.templates.witness import Witness
    from digest.render.trial.sampler import Sampler
    from digest.settings.theme import Theme
    from digest.site.views import SiteConstants

_NO_DIRECTION = lazy_regex(r"<[^>]*?\sdir=(?![\"']?(?:ltr|rtl|auto)\b)[\"']?([^\s\"'>]*)")
_ID = lazy_regex(r"<[^>]*?\sid=[\"']?([^\s\"'>]+)")


def find_lost(
    theme: Theme, used: Sequence[str], sampler: Sampler, witness: Witness
) -> Iterator[Diagnostic]:
    """List the fragments of a sample that were not printed.

    `used` are the places of the theme's own templates that are filled, the first first.
    """
    lost = {name.partition("#")[0] for name in sampler.fragments if name not in witness.printed}
    places: dict[tuple[str, int], list[str]] = {}
    for field in sorted(lost) if used else ():
        # beside others of the same part
        place = witness.find_beside(field, used) or (used[0], 1)
        places.setdefault(place, []).append(field)
    for (path, line), fields in places.items():
        names = ", ".join(f"'{field}'" for field in fields)
        message = f"never printed: {names}; what an editor writes there would be lost"
        (first, *_) = fields
        write = f"{{% if {first} %}}{{{{ {first} | prose }}}}{{% endif %}}"
        if first in sampler.lists:
            write = f"{{% for part in {first} %}}{{{{ part | prose }}}}{{% endfor %}}"
        yield Diagnostic(theme.labels[path], line, 1, "theme-error", message, f"add '{write}'")


def check_page(theme: Theme, used: Sequence[str], html: str) -> Iterator[Diagnostic]:
    """List what is wrong with a page that was made of a sample; `used` as above."""
    for id_, count in Counter(_ID.findall(html)).items():
        if count > 1:
            message = f"two elements have the id '{id_}'"
            hint = "give each its own: links lead to the first alone"
            yield from _place(theme, used, rf"\sid=[\"']?({re.escape(id_)})\b", message, hint)
    if found := _NO_DIRECTION.search(html):
        message, hint = f"'{found[1]}' is no direction", 'write dir="{{ page.lang | direction }}"'
        yield from _place(theme, used, r"\s(dir=(?![^<>]*direction))", message, hint)
    if "Content-Security-Policy" in html and re.search(r"<body\b.*<style\b", html, re.DOTALL):
        message = "the policy of the page lets no browser heed a 'style' outside of the head"
        hint = "write it into a style sheet, or into the head of the page"
        yield from _place(theme, used, r"(<style)\b", message, hint, "theme-blocked")
    if "<html" in html and not re.search(r"<html\b[^>]*\slang=", html):
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
