"""Pictures fetched from the web: one after another, within bounds, and only what is a picture."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import msgspec
import requests

from digest.basics.images import find_suffix
from digest.records.redirects import NowhereError, StepSession, follow, host_of, next_address
from digest.records.service import Fault, ServiceError, make_user_agent, read_timing
from digest.records.transport import Transport, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LARGEST: Final = 20 << 20
"""Bytes of a picture; photographs have a fifth of it."""
_INTERVAL: Final = 0.1
"""Seconds between two pictures of one host, which sends a browser several at once."""


class WebPicture(msgspec.Struct, frozen=True):
    """A picture that was asked for."""

    url: str
    data: bytes = b""
    """Empty where it could not be had."""
    problem: str = ""
    """Why it could not, as `answers '404 Not Found'`."""
    may_pass: bool = False
    """Whether it may be had another time."""


def fetch_pictures(urls: Iterable[str], contact: str) -> Iterator[WebPicture]:
    """Ask for pictures, and return each as soon as it is there. Nothing is raised.

    `contact` is an address that a site may write to. Whoever wrote the addresses may have meant
    them for a machine that only this one reaches: such are not asked, but for this very machine
    where the address itself names it.
    """
    asked: set[str] = set()
    for url in urls:
        timing = read_timing(url)
        if host_of(url) in asked:
            time.sleep(_INTERVAL / timing.divisor)
        asked.add(host_of(url))
        agent, turn = make_user_agent(contact), contextlib.nullcontext
        most = _LARGEST + 1
        transport = Transport("picture", agent, timing, turn, lambda _answer: None, enough=most)
        with StepSession() as session:
            for scheme in ("http://", "https://"):
                session.mount(scheme, transport)
            yield _fetch(session, url)


def _fetch(session: requests.Session, url: str) -> WebPicture:
    is_own = _reach(url) == "loopback"

    def visit(here: str, _is_first: bool) -> str | WebPicture:  # noqa: FBT001 -- as `follow` wants it
        reach = _reach(here)
        if reach == "private" or (reach == "loopback" and not is_own):
            return WebPicture(url, problem="is of a machine that only this network reaches")
        answer = session.get(here, headers={"Accept": "image/*"}, allow_redirects=False)
        return next_address(answer) if answer.is_redirect else _read(answer, url)

    try:
        found: WebPicture = follow(url, visit)
    except NowhereError as error:
        return WebPicture(url, problem=str(error))
    except (Fault, ServiceError) as fault:
        return WebPicture(url, problem=str(fault), may_pass=True)
    except (requests.RequestException, ValueError):
        return WebPicture(url, problem="is no address that can be asked for")
    return found


def _read(answer: requests.Response, url: str) -> WebPicture:
    if answer.status_code != HTTPStatus.OK:
        return WebPicture(url, problem=f"answers {status_of(answer)}")
    if len(answer.content) > _LARGEST:
        return WebPicture(url, problem=f"is larger than {_LARGEST >> 20} MB")
    if not find_suffix(answer.content):
        return WebPicture(url, problem="is no picture that browsers show")
    return WebPicture(url, answer.content)


def _reach(url: str) -> str:
    """Return who reaches the host of an address: all, only this network, or this machine alone."""
    try:
        host = urlsplit(url).hostname or ""
        found = {one[4][0] for one in socket.getaddrinfo(host, None)}
    except (OSError, ValueError):
        # to ask for it will tell
        return "all"
    addresses = [ipaddress.ip_address(str(one).partition("%")[0]) for one in found]
    if any(one.is_loopback for one in addresses):
        return "loopback"
    return "all" if all(one.is_global for one in addresses) else "private"
