"""Where the addresses lead that are typed in a theme's own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.settings.theme import read_code
from digest.site.addresses import PEOPLE, SUBSCRIBE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from digest.settings.theme import Theme

_TYPED = lazy_regex(r"([\"'])(?P<address>(?!\w+:|//|\1)[^\"'{}\n]*)\1\s*\|\s*href\b")
_ROOTED = lazy_regex(r"<a\b[^<>{}]*?\shref=[\"']?(?P<address>/(?!/)[^\s\"'<>{}]*)")
"""An address that no filter has made."""
_SOMETIMES = ("tags/", PEOPLE, SUBSCRIBE)
"""Pages that a site may have: a template asks first."""


def check_typed_links(
    theme: Theme, addresses: Collection[str], base_path: str
) -> Iterator[Diagnostic]:
    """List the addresses in a theme's own templates that lead to nothing: `theme-error`.

    `addresses` are those of all pages and files that the site has, and it stands at `base_path`.
    """
    for name, path in theme.own_files.items():
        text = read_code(path) if name.endswith(".html") else ""
        for found in _TYPED.finditer(text):
            address = found["address"].partition("#")[0].partition("?")[0].strip("/")
            if not {address, f"{address}/", f"{address}/index.html"}.isdisjoint(addresses):
                continue
            if f"{address}/" not in _SOMETIMES:
                hint = did_you_mean(f"{address}/", addresses) or did_you_mean(address, addresses)
                hint = hint or "lead to a page or a file that there is"
                message = f"the site has no '{found['address']}'"
                yield _tell(theme.labels[path], text, found.start("address"), message, hint)
        for found in _ROOTED.finditer(text):
            if found["address"].startswith(base_path):
                continue
            message = f"'{found['address']}' begins at the root of the host, and the site does not"
            hint = f"write '{{{{ \"{found['address']}\" | href }}}}'"
            yield _tell(theme.labels[path], text, found.start("address"), message, hint)


def _tell(label: str, text: str, start: int, message: str, hint: str) -> Diagnostic:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Diagnostic(label, line, column, "theme-error", message, hint)
