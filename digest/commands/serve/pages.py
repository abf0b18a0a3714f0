"""The preview's own pages, and the line that its script needs in every page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from digest.commands.serve.state import Problem, State

_MOST = 50
"""How many problems a page shows; the terminal has all."""
_POLICY = lazy_regex(
    rb"""(<meta http-equiv=["']?Content-Security-Policy["']? content=")([^"]*)""", re.IGNORECASE
)
_CLIENT = ("script-src", "style-src", "connect-src", "worker-src")
"""What the preview's script needs of a page's policy, from its own host."""
_HEAD_END = lazy_regex(rb"</head\s*>", re.IGNORECASE)


def with_script(html: bytes, site: str) -> bytes:
    """Return a page of a site with the preview's script in its head."""
    html = allow_client(html)
    line = write_script(site=site).encode()
    end = _HEAD_END.search(html)
    at = end.start() if end else 0
    return html[:at] + line + html[at:] if end else html + line


def allow_client(html: bytes) -> bytes:
    """Return a page whose policy, if it has one, lets the preview's own script in as well."""

    def allow(found: re.Match[bytes]) -> bytes:
        directives = {
            name: sources
            for one in found[2].decode().split(";")
            for name, _, sources in [one.strip().partition(" ")]
        }
        for name in _CLIENT:
            sources = directives.get(name, "").replace("'none'", "")
            directives[name] = " ".join(("'self'", *sources.replace("'self'", "").split()))
        policy = "; ".join(f"{name} {sources}".strip() for name, sources in directives.items())
        return found[1] + policy.encode()

    return _POLICY.sub(allow, html, count=1)


def write_script(*, site: str = "", number: int = 0) -> str:
    """Return the line of a page's head with the preview's script.

    The page is loaded again when another `site` is shown, or there is a state of another `number`.
    """
    known = f' data-number="{number}"' if number else ""
    return f'<script src="/_digest/client.js" data-site="{escape(site)}"{known} defer></script>'


def problems_page(state: State) -> str:
    """Return the page that stands for all others while there is no good build to show."""
    count = len(state.problems)
    title = f"{count} problem{'s' if count != 1 else ''}: there is no page to show yet"
    items = "\n".join(map(_item, state.problems[:_MOST]))
    rest = "<p>The terminal has the others.</p>" if count > _MOST else ""
    main = (
        f'<main class="problems" role="alert">\n<h1 class="title">{title}</h1>\n'
        f"<ol>\n{items}\n</ol>\n{rest}"
        "<p>This page goes away when they are mended.</p>\n</main>"
    )
    return make_page("Problems", main, write_script(number=state.number))


def _item(problem: Problem) -> str:
    place = f"{problem.place}: {problem.label}" if problem.place else problem.label
    lines = [("place", place), ("message", problem.message)]
    if problem.hint:
        lines.append(("hint", f"hint: {problem.hint}"))
    return (
        "<li>" + "".join(f'<p class="{name}">{escape(text)}</p>' for name, text in lines) + "</li>"
    )


def make_page(title: str, main: str, script: str) -> str:
    """Return a page of the preview's own."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="/_digest/client.css">\n{script}\n</head>\n'
        f'<body class="preview">\n{main}\n</body>\n</html>\n'
    )
