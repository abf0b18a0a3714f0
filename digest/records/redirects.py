"""Redirects followed one by one, so that it is known which host said what."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urljoin

import requests

from digest.basics.hosts import may_be_asked
from digest.records.reach import reach_of

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_MOST: Final = 20
"""As browsers."""


class NowhereError(Exception):
    """Redirects that lead to no page; the message goes on behind the address asked for."""


class InwardError(NowhereError):
    """A redirect into a network of which its page is no part: what is there is not known.

    Whoever wrote that page would have us ask, in place of its owner, what only we can.
    """


def follow(url: str, visit: Callable[[str, bool], str | T]) -> T:
    """Return what there is at the end of the redirects from `url`.

    `visit` asks for one address, and is told whether it is the first. It returns the address to
    which that leads on, or else what it found. Raises NowhereError, and what `visit` raises.
    """
    found: str | T = url
    before = url
    for count in range(_MOST):
        if not isinstance(found, str):
            return found
        if count and reach_of(found) not in {"all", reach_of(before)}:
            raise InwardError(f"leads to '{found}', which only this network reaches")
        before, found = found, visit(found, count == 0)
    raise NowhereError("leads from one address to the next without end")


class StepSession(requests.Session):
    """A session that looks for itself at nothing to which a redirect leads.

    No password of this machine's user goes along.
    """

    def __init__(self, adapter: requests.adapters.BaseAdapter | None = None) -> None:
        """`adapter` sends all requests; without it requests' own does."""
        super().__init__()
        self.auth = _stay_anonymous
        if adapter is not None:
            self.mount("http://", adapter)
            self.mount("https://", adapter)

    def get_redirect_target(self, _answer: requests.Response) -> None:
        """Say that there is none: of what is no address requests would blame the page's own."""


def _stay_anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def next_address(answer: requests.Response) -> str:
    """Return where a redirect leads; raises NowhereError where that is no page of the web."""
    said = answer.headers["Location"]
    with contextlib.suppress(UnicodeError):
        # read as Latin-1, and it may be UTF-8
        said = said.encode("latin-1").decode()
    address = said
    with contextlib.suppress(ValueError):
        # it may be relative (RFC 9110, section 10.2.2)
        address = said and requests.utils.requote_uri(urljoin(answer.url, said))
    if not may_be_asked(address):
        raise NowhereError(f"leads to '{address}', which is no address of a page")
    return address
