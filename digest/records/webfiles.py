"""Pictures, feeds and pages fetched from the web: one after another, and within bounds."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import msgspec
import requests

from digest.basics.hosts import host_of
from digest.basics.images import find_suffix
from digest.records.reach import reach_of
from digest.records.redirects import NowhereError, StepSession, follow, next_address
from digest.records.service import Fault, ServiceError, find_remedy, make_user_agent, read_timing
from digest.records.transport import Transport, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LARGEST_PICTURE: Final = 20 << 20
_LARGEST_FEED: Final = 60 << 20
"""Bytes; photographs and feeds have a fifth of it."""
_MOST_OF_PAGE: Final = 2 << 20
"""Bytes of a page that are read: its head is far shorter."""


class WebFile(msgspec.Struct, frozen=True):
    """A file that was asked for."""

    url: str
    data: bytes = b""
    """Empty where it could not be had."""
    charset: str = ""
    """The encoding that its server names, if it names one."""
    problem: str = ""
    """Why it could not, as `answers '404 Not Found'`."""
    remedy: str = ""
    """What to do, where it may be had another time."""


class _Kind(msgspec.Struct, frozen=True):
    """What is asked for."""

    name: str
    accept: str
    most: int
    """Bytes of it."""
    refuse: Callable[[bytes, str], str]
    """Returns why bytes, and the type that their server names, are none of the kind; or nothing."""
    interval: float = 0
    """Seconds between two of one host."""
    is_cut: bool = False
    """Whether of a larger one the beginning will do."""
    is_anywhere: bool = False
    """Whether it may be of a machine that only this network reaches."""


def _refuse_picture(data: bytes, _type: str) -> str:
    return "" if find_suffix(data) else "is none that browsers show"


def _refuse_feed(data: bytes, _type: str) -> str:
    return "" if data else "is empty"


def _refuse_page(_data: bytes, type_: str) -> str:
    return "" if not type_ or "html" in type_ else "is no web page"


# a host sends a browser several pictures at once
_PICTURE = _Kind("picture", "image/*", _LARGEST_PICTURE, _refuse_picture, 0.1)
_FEED = _Kind("feed", "*/*", _LARGEST_FEED, _refuse_feed, is_anywhere=True)
_PAGE = _Kind("page", "text/html", _MOST_OF_PAGE, _refuse_page, 1.0, is_cut=True, is_anywhere=True)


def fetch_feed(url: str, contact: str) -> WebFile:
    """Ask for a file that the editor named. Nothing is raised."""
    return _ask(url, contact, _FEED)


def fetch_pictures(urls: Iterable[str], contact: str) -> Iterator[WebFile]:
    """Ask for pictures, and return each as soon as it is there. Nothing is raised.

    `contact` is an address that a site may write to. Whoever wrote the addresses may have meant
    them for a machine that only this one reaches: such are not asked, but for this very machine
    where the address itself names it.
    """
    return _ask_each(urls, contact, _PICTURE)


def fetch_pages(urls: Iterable[str], contact: str) -> Iterator[WebFile]:
    """Ask for the beginnings of pages, each as soon as it is there. Nothing is raised."""
    return _ask_each(urls, contact, _PAGE)


def _ask_each(urls: Iterable[str], contact: str, kind: _Kind) -> Iterator[WebFile]:
    asked: set[str] = set()
    for url in urls:
        if host_of(url) in asked:
            time.sleep(kind.interval / read_timing(url).divisor)
        asked.add(host_of(url))
        yield _ask(url, contact, kind)


def _ask(url: str, contact: str, kind: _Kind) -> WebFile:
    agent, turn = make_user_agent(contact), contextlib.nullcontext
    transport = Transport(
        kind.name, agent, read_timing(url), turn, lambda _answer: None, enough=kind.most + 1
    )
    with StepSession(transport) as session:
        return _follow(session, url, kind)


def _follow(session: requests.Session, url: str, kind: _Kind) -> WebFile:
    def visit(here: str, _is_first: bool) -> str | WebFile:  # noqa: FBT001 -- as `follow` wants it
        answer = session.get(here, headers={"Accept": kind.accept}, allow_redirects=False)
        return next_address(answer) if answer.is_redirect else _read(answer, url, kind)

    if not kind.is_anywhere and reach_of(url) == "network":
        return WebFile(url, problem="is of a machine that only this network reaches")
    try:
        found: WebFile = follow(url, visit)
    except NowhereError as error:
        return WebFile(url, problem=str(error))
    except Fault as fault:
        return WebFile(url, problem=str(fault), remedy=find_remedy(fault))
    except ServiceError as error:
        return WebFile(url, problem=f"cannot be asked for: {error.problem}", remedy=error.remedy)
    except (requests.RequestException, ValueError):
        return WebFile(url, problem="is no address that can be asked for")
    return found


def _read(answer: requests.Response, url: str, kind: _Kind) -> WebFile:
    if answer.status_code != HTTPStatus.OK:
        return WebFile(url, problem=f"answers {status_of(answer)}")
    if len(answer.content) > kind.most and not kind.is_cut:
        return WebFile(url, problem=f"is larger than {kind.most >> 20} MB")
    type_ = answer.headers.get("Content-Type", "")
    if problem := kind.refuse(answer.content, type_):
        return WebFile(url, problem=problem)
    charset = type_.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return WebFile(url, answer.content, charset)
