"""What a theme puts on pages and their policy keeps browsers from running, sending or loading.

The policy is that of `digest.render.policy`. Nothing tells a theme's author of it but the
browser's console: a form for subscribers looks right and does nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.settings.theme import read_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.theme import Theme

_PRINTED = lazy_regex(r"\{\{-?\s*policy\b")
_ELSEWHERE = r"(?:(?:https?:)?//|data:)[^\s\"'>)]+"
_ASSET = "put the file into the theme's 'static/', and name it with '| asset'"
_BLOCKED = (
    # a script of data is not run
    (
        lazy_regex(r"<script\b(?![^>]*(?:ld\+json|\bscript\.src\b))[^>]*", re.IGNORECASE),
        "run a script",
        "set one that counts readers in site.yaml, with 'script:'",
    ),
    (
        lazy_regex(r"<form\b(?![^>]*\bsubscribe\.form\b)", re.IGNORECASE),
        "send a form",
        "set one to subscribe by in site.yaml, with 'subscribe:'",
    ),
    (
        lazy_regex(r"<(?:iframe|object|embed|video|audio)\b", re.IGNORECASE),
        "take '{}'",
        "lead to it with a link",
    ),
    (
        lazy_regex(r"<base\b", re.IGNORECASE),
        "take '{}'",
        "take it away: the filter href makes addresses",
    ),
    (
        lazy_regex(r"(?<=\s)(?<!set\s)on[a-z]{3,}(?=\s*=\s*(?:[\"']|[\w.]+\())", re.IGNORECASE),
        "run '{}'",
        "take it away: pages have to do without scripts",
    ),
    (
        lazy_regex(r"\s(?:href|src|action)\s*=\s*[\"']?(javascript:)", re.IGNORECASE),
        "run '{}'",
        "take it away: pages have to do without scripts",
    ),
    (
        lazy_regex(r"(?<=\s)(?<!set\s)style(?=\s*=\s*(?:[\"']|[a-z-]+:))", re.IGNORECASE),
        "heed the attribute '{}'",
        "give the element a 'class', and write its style into a style sheet",
    ),
    (
        lazy_regex(rf"<(?:img|source)\b[^>]*\ssrc=[\"']?({_ELSEWHERE})", re.IGNORECASE),
        "load '{}'",
        _ASSET,
    ),
    (
        lazy_regex(
            rf"<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|icon|preload))"
            rf"[^>]*\bhref=[\"']?({_ELSEWHERE})",
            re.IGNORECASE,
        ),
        "load '{}'",
        _ASSET,
    ),
)
"""What is found, what no browser does with it, and what to do."""
_STYLE = lazy_regex(rf"(?:@import\s+|url\()\s*(?:url\()?[\"']?({_ELSEWHERE})", re.IGNORECASE)
_FILE = "put the file into static/ of the theme, and name it as it lies from this one"
_OWN_POLICY = "or write a policy of the theme's own in place of '{{ policy }}'"


def find_blocked(theme: Theme) -> tuple[Diagnostic, ...]:
    """Return what in the files that did not come with digest is kept from working.

    Problems: `theme-blocked`. There is nothing to find where no template prints `{{ policy }}`.
    """
    own = theme.own_files
    pages = {name: read_code(at) for name, at in own.items() if name.startswith("web/")}
    if not own or not _prints_policy(theme):
        return ()
    found: list[Diagnostic] = []
    for name, text in pages.items():
        for pattern, what, hint in _BLOCKED:
            found += _list(theme.labels[own[name]], text, pattern, what, hint)
        found += _list(theme.labels[own[name]], text, _STYLE, "load '{}'", _ASSET)
    for name, at in own.items():
        if name.startswith("static/") and name.endswith(".css"):
            found += _list(theme.labels[at], read_code(at), _STYLE, "load '{}'", _FILE)
    return tuple(found)


def _prints_policy(theme: Theme) -> bool:
    # a file that another stands over may be what that one extends
    every = (at for files in theme.layers for name, at in files.items() if name.startswith("web/"))
    return any(_PRINTED.search(read_code(at)) for at in every)


def _list(
    path: str, text: str, pattern: re.Pattern[str], what: str, hint: str
) -> Iterator[Diagnostic]:
    for found in pattern.finditer(text):
        start, part = found.start(found.lastindex or 0), found[found.lastindex or 0]
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        message = f"the policy of the page lets no browser {what.format(part.lstrip('<'))}"
        yield Diagnostic(path, line, column, "theme-blocked", message, f"{hint}; {_OWN_POLICY}")
