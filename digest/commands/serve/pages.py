"""The preview's own pages, and the line that its script needs in every page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.commands.serve.state import Problem, State
    from digest.settings.emailconfig import EmailSettings

_MOST = 50
"""How many problems a page shows; the terminal has all."""
_POLICY = lazy_regex(
    rb"""(<meta http-equiv=["']?Content-Security-Policy["']? content=")([^"]*)""", re.IGNORECASE
)
_CLIENT = ("script-src", "style-src", "connect-src", "worker-src")
"""What the preview's script needs of a page's policy, from its own host."""
_HEAD_END = lazy_regex(rb"</head\s*>", re.IGNORECASE)


class Mail(msgspec.Struct, frozen=True):
    """The mail of an edition, as far as it has been made."""

    edition: str
    size: int
    """Of the message's HTML, in bytes."""
    text: str
    """The message's text part."""


def with_script(html: bytes, state: State) -> bytes:
    """Return a page of the site with the preview's script in its head."""
    html = allow_client(html)
    line = _script(site=state.site).encode()
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


def _script(*, site: str = "", number: int = 0) -> str:
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
    return _page("Problems", main, _script(number=state.number))


def _item(problem: Problem) -> str:
    place = f"{problem.place}: {problem.label}" if problem.place else problem.label
    lines = [("place", place), ("message", problem.message)]
    if problem.hint:
        lines.append(("hint", f"hint: {problem.hint}"))
    return (
        "<li>" + "".join(f'<p class="{name}">{escape(text)}</p>' for name, text in lines) + "</li>"
    )


def mail_list(editions: Iterable[str], mails: Iterable[Mail], budget: int, state: State) -> str:
    """Return the page that leads to the mail of each edition."""
    made = {mail.edition: mail for mail in mails}
    rows = "\n".join(
        f'<tr><td><a href="/_mail/{escape(edition)}/">{escape(edition)}</a></td>'
        f"<td>{_size(made[edition], budget) if edition in made else 'not built yet'}</td></tr>"
        for edition in editions
    )
    main = (
        "<main>\n<h1>Mail</h1>\n<table>\n<tr><th>edition</th><th>size of its HTML</th></tr>\n"
        f"{rows}\n</table>\n<p>Its mail is built when you open an edition here.</p>\n"
        f"{_to_site(state)}</main>"
    )
    return _page("Mail", main, _script(site=state.site))


def mail_page(mail: Mail, email: EmailSettings, state: State) -> str:
    """Return the page that shows an edition's mail."""
    edition = escape(mail.edition)
    draft = "" if email.sender else "<p>It is a draft without a sender: no email.from is set.</p>\n"
    main = (
        f"<main>\n<h1>The mail of {edition}</h1>\n"
        f'{draft}<p>{_size(mail, email.budget)}. <a href="message.eml">The message as a file</a>, '
        f'<a href="message.html">its HTML alone</a>, <a href="/_mail/">other editions</a>.</p>\n'
        f'<h2>HTML</h2>\n<iframe src="message.html" title="The mail\'s HTML" sandbox></iframe>\n'
        f'<h2>Text</h2>\n<pre tabindex="0">{escape(mail.text)}</pre>\n{_to_site(state)}</main>'
    )
    return _page(f"Mail of {mail.edition}", main, _script(site=state.site))


def no_mail_page(edition: str, state: State) -> str:
    """Return the page in place of a mail that there is not."""
    main = (
        f"<main>\n<h1>No mail has been built for this edition</h1>\n<p>{escape(edition)}. "
        f'<a href="/_mail/">Other editions</a>.</p>\n{_to_site(state)}</main>'
    )
    return _page("No mail", main, _script(site=state.site))


def _size(mail: Mail, budget: int) -> str:
    said = f"{mail.size:,} of {budget:,} bytes"
    return f'<span class="over">{said}: over the budget</span>' if mail.size > budget else said


def _to_site(state: State) -> str:
    return f'<p><a href="{escape(state.base_path)}">The website</a></p>\n'


def _page(title: str, main: str, script: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="/_digest/client.css">\n{script}\n</head>\n'
        f'<body class="preview">\n{main}\n</body>\n</html>\n'
    )
