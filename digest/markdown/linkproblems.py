"""What is wrong with the address of a link, or of an image."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from digest.markdown.links import ON_A_DISK, lacks_host, may_link, may_show, scheme, wrong_host
from digest.markdown.mail import mend_mail, names_nobody


class AddressProblem(NamedTuple):
    """A rule that is broken, what breaks it, and what to do."""

    rule: str
    message: str
    hint: str


def check_link(href: str) -> AddressProblem | None:
    """Check where a link leads to."""
    if not href:
        return AddressProblem("link-broken", "a link without an address", "write it in '( )'")
    if not may_link(href):
        named = scheme(unquote(href))
        what = f"the scheme '{named}'" if named else "no scheme"
        hint = "write an https address"
        if ON_A_DISK.fullmatch(named):
            hint = "put the file beside the text, and link to its name"
        return AddressProblem("link-scheme", f"{what} in a link", hint)
    if lacks_host(href):
        message, hint = f"'{href}' names no host", "write it behind 'https://'"
        return AddressProblem("link-broken", message, hint)
    typed = unquote(href)
    host, address = wrong_host(href)
    if host:
        before, _, words = typed.partition("|")
        hint = f"write '<{address}>' if it ends there" if address else "correct it"
        hint = f"write '[{words}]({before})'" if words else hint
        return AddressProblem("link-broken", f"'{host}' is no name of a host", hint)
    if names_nobody(typed):
        mended = mend_mail(typed)
        hint = "write it behind 'mailto:'" if names_nobody(mended) else f"write '{mended}'"
        return AddressProblem("link-broken", f"'{typed}' names no mail address", hint)
    return None


def check_image(source: str) -> AddressProblem | None:
    """Check from where an image is shown."""
    if may_show(source):
        return None
    named = scheme(unquote(source))
    what = f"the scheme '{named}'" if named else "no scheme" if source else "no address"
    hint = "put the file beside the text, or write an https address"
    return AddressProblem("link-scheme", f"{what} in an image", hint)
