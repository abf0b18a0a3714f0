"""What is wrong with the address of a link, or of an image."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from digest.basics.hosts import AT_HOME
from digest.markdown.links import ON_A_DISK, lacks_host, may_link, may_show, scheme, wrong_host
from digest.markdown.mail import mend_mail, names_nobody


class AddressProblem(NamedTuple):
    """A rule that is broken, what breaks it, and what to do."""

    rule: str
    message: str
    hint: str


def check_link(href: str, *, is_shown: bool = False) -> AddressProblem | None:
    """Check where a link leads to; one that `is_shown` has its address for its words."""
    if not href:
        return AddressProblem("link-broken", "a link without an address", "write it in '( )'")
    if not may_link(href):
        named = scheme(unquote(href))
        what = f"the scheme '{named}'" if named else "no scheme"
        hint = "write an https address"
        if ON_A_DISK.fullmatch(named):
            hint = "put the file beside the text, and link to its name"
        return AddressProblem("link-scheme", f"{what} in a link", hint)
    return _check_host(href, is_shown=is_shown) or _check_mail(unquote(href))


def _check_host(href: str, *, is_shown: bool) -> AddressProblem | None:
    if lacks_host(href):
        message, hint = f"'{href}' names no host", "write it behind 'https://'"
        return AddressProblem("link-broken", message, hint)
    home = None if is_shown else AT_HOME.match(href)
    if home:
        path = urlsplit(href).path
        hint = f"write '{path}' if that is a page of this site" if path else "take the link away"
        return AddressProblem("link-broken", f"nobody else reaches '{home[0]}'", hint)
    host, address = wrong_host(href)
    if not host:
        return None
    before, _, words = unquote(href).partition("|")
    hint = f"write '<{address}>' if it ends there" if address else "correct it"
    hint = f"write '[{words}]({before})'" if words else hint
    return AddressProblem("link-broken", f"'{host}' is no name of a host", hint)


def _check_mail(typed: str) -> AddressProblem | None:
    if not names_nobody(typed):
        return None
    mended = mend_mail(typed)
    hint = "write it behind 'mailto:'" if names_nobody(mended) else f"write '{mended}'"
    return AddressProblem("link-broken", f"'{typed}' names no mail address", hint)


def check_image(source: str) -> AddressProblem | None:
    """Check from where an image is shown."""
    if may_show(source):
        return None
    named = scheme(unquote(source))
    what = f"the scheme '{named}'" if named else "no scheme" if source else "no address"
    hint = "put the file beside the text, or write an https address"
    return AddressProblem("link-scheme", f"{what} in an image", hint)
