"""What stands at addresses of a service, asked for politely: for services that give lists of works.

Each request has its turn among those of all digest processes on the machine, and its time. What
fails for a while is asked for again.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec
import requests

from digest.basics.usercache import cache_folder
from digest.records.ratelimit import RateLimit
from digest.records.redirects import NowhereError, StepSession, follow, next_address
from digest.records.service import Fault, ServiceError, make_user_agent, persist, read_timing
from digest.records.transport import Transport, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_CHECK_ADDRESS = "see whether its address is right"
_UNREACHABLE: Final = 5
"""Seconds in which a host that cannot be reached is asked once more, before the next one is."""
_READ = frozenset({HTTPStatus.OK, HTTPStatus.BAD_REQUEST})


class WrongQuestionError(Exception):
    """The service cannot answer what was asked; the message is its own, or says what it gave."""

    def __init__(self, message: str, remedy: str = _CHECK_ADDRESS) -> None:
        super().__init__(message)
        self.remedy = remedy
        """What to do about it."""


def ask_politely(
    address: str, service: str, interval: float, contact: str, read: Callable[[bytes], T]
) -> T:
    """Return what `read` makes of the answer at an address.

    `service` is what messages call who answers, `interval` the seconds that are to be between two
    requests to its host, and `contact` an address that it may write to. `read` is given what came
    with '200 OK' or '400 Bad Request', which services explain. It raises Fault for an answer that
    may be another the next time, and WrongQuestionError for one that will not. Raises ServiceError.
    """
    timing = read_timing(address)
    patience = _UNREACHABLE / timing.divisor
    timing = msgspec.structs.replace(timing, patience_unreachable=patience)
    rate_limit = RateLimit(address, interval / timing.divisor, cache_folder())
    agent = make_user_agent(contact)
    transport = Transport("list", agent, timing, rate_limit.turn, lambda _answer: None)

    def visit(here: str, _is_first: bool) -> str | requests.Response:  # noqa: FBT001 -- as `follow` wants it
        answer = session.get(here, allow_redirects=False)
        return next_address(answer) if answer.is_redirect else answer

    def ask() -> T:
        answer: requests.Response = follow(address, visit)
        if answer.status_code not in _READ:
            raise refusal(service, answer)
        try:
            return read(answer.content)
        except Fault as fault:
            if answer.status_code == HTTPStatus.BAD_REQUEST:
                raise refusal(service, answer) from fault
            raise

    with StepSession(transport) as session:
        try:
            return persist(ask, timing, service)
        except WrongQuestionError as error:
            problem = f"{service} cannot answer: {error}"
            raise ServiceError(problem, error.remedy, may_last=True) from error
        except NowhereError as error:
            raise ServiceError(f"the address of {service} {error}", _CHECK_ADDRESS) from error
        except (requests.RequestException, ValueError) as error:
            raise ServiceError(f"{service} cannot be asked: {error}", _CHECK_ADDRESS) from error
