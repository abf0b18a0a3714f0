"""Redirects followed one by one, so that it is known which host said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests

T = TypeVar("T")

_MOST: Final = 20
"""As browsers."""


class NowhereError(Exception):
    """Redirects that lead to no page; the message goes on behind the address asked for."""


def follow(url: str, visit: Callable[[str, bool], str | T]) -> T:
    """Return what there is at the end of the redirects from `url`.

    `visit` asks for one address, and is told whether it is the first. It returns the address to
    which that leads on, or else what it found. Raises NowhereError, and what `visit` raises.
    """
    found: str | T = url
    for count in range(_MOST):
        if not isinstance(found, str):
            return found
        found = visit(found, count == 0)
    raise NowhereError("leads from one address to the next without end")


def next_address(answer: requests.Response) -> str:
    """Return where a redirect leads; raises NowhereError where that is no page of the web."""
    # relative ones are made whole by requests (RFC 9110, section 10.2.2)
    address = (answer.next and answer.next.url) or ""
    if not _is_web_address(address):
        raise NowhereError(f"leads to '{address}', which is no address of a page")
    return address


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna")
        return parts.scheme in {"http", "https"} and bool(host) and parts.port != 0
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Return the host of an address with its port, and no password; empty where there is none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
