"""How services on the network are asked, shared by the clients of arXiv and of DOIs.

What is tried again, how long, and what is said when a service stays away. Every wait has a
bound: see `Timing`. In the worst case an answer is waited for during `patience` and one `whole`
more, so 135 seconds; nobody at home is noticed after 30.
"""

from __future__ import annotations

import email.utils
import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from digest import __version__
from digest.basics.hosts import hostname_of

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_LEAST_TIMEOUT: Final = 1.0
"""In seconds, whatever they are divided by."""
_TIMEOUTS = ("connect", "read", "whole", "hurried")
_MINUTE: Final = 60


class ServiceError(Exception):
    """A service did not answer, or not with what it should."""

    def __init__(self, problem: str, remedy: str, *, may_last: bool = False) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy
        """What to do about it."""
        self.may_last = may_last
        """Whether it can be due to what was asked, so that something else is answered."""


class Fault(Exception):  # noqa: N818 -- no error yet: the next try may do
    """One try that failed; the message goes on behind the service's name."""

    def __init__(
        self,
        message: str,
        *,
        retry_after: float = 0,
        is_unreachable: bool = False,
        is_enough: bool = False,
        is_no_record: bool = False,
        is_final: bool = False,
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        """Seconds, as the service asked; 0 where it did not say."""
        self.is_unreachable = is_unreachable
        """Whether there was no connection at all."""
        self.is_enough = is_enough
        """Whether the service says that it is asked too often."""
        self.is_no_record = is_no_record
        """Whether something came that is no record."""
        self.is_final = is_final
        """Whether another try would bring the same."""


class LeftAloneFault(Fault):
    """Nothing was asked: the service had said that it wants to be left alone."""


class Timing(msgspec.Struct, frozen=True):
    """How long to wait for what, in seconds."""

    divisor: float = 1
    """What the others were divided by."""
    interval: float = 3.1
    """Between two requests to arXiv, which wants three; the rest is for the way there."""
    connect: float = 10
    read: float = 25
    """For the first byte of an answer, and from any byte to the next."""
    whole: float = 45
    """For a whole answer, from the request on."""
    hurried: float = 5
    """The same, of a host that has not answered yet, once others have cost all `patience`."""
    first_wait: float = 3
    """After the first fault; it doubles with each further one."""
    longest_wait: float = 30
    """That the service did not ask for."""
    patience: float = 90
    """From the first try on, no further one begins after this time."""
    patience_unreachable: float = 30
    """The same where there is no connection: that is rarely the service's doing."""


def read_timing(address: str) -> Timing:
    """Return how long to wait for what of a service at `address`.

    DIGEST_HASTE, a whole number, divides the times by that number, for tests against a service
    on this machine; towards any other it has no effect.
    """
    asked = os.environ.get("DIGEST_HASTE", "")
    if not asked.isdecimal() or hostname_of(address) not in _LOOPBACK:
        return Timing()
    divisor = max(1.0, float(asked))
    usual = msgspec.structs.asdict(Timing())
    quicker = {name: value / divisor for name, value in usual.items()}
    # a machine that is busy with tests takes its time to answer
    allowed = {name: max(quicker[name], _LEAST_TIMEOUT) for name in _TIMEOUTS}
    return Timing(**quicker | allowed | {"divisor": divisor})


def make_user_agent(contact: str) -> str:
    """Return how digest names itself to services.

    `contact` is the address that a service may write to, of a mailbox or a page; empty where the
    newsletter gives none.
    """
    # a header is one line of ASCII (RFC 9110, section 5.5), and a bracket would end the comment
    plain = "".join(one for one in contact if " " < one <= "~" and one not in "()\\")
    if plain and ":" not in plain:
        plain = f"mailto:{plain}"
    return f"research-digest/{__version__}" + (f" ({plain})" if plain else "")


def parse_retry_after(value: str, sent: str) -> float:
    """Return how many seconds a header Retry-After asks for (RFC 9110, section 10.2.3).

    `value` is a number of seconds or a date; `sent` is the header Date of the same answer, so
    that a wrong clock on either side does no harm. Returns 0 for what cannot be read, and for a
    time that is over.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    until = _parse_date(value)
    now = _parse_date(sent) or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds()) if until else 0


def _parse_date(value: str) -> datetime | None:
    try:
        date = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def persist(ask: Callable[[], T], timing: Timing, service: str) -> T:
    """Return what `ask` returns; while it raises a Fault, wait longer each time and ask again.

    Raises ServiceError, which names the `service`, when patience is at an end, at once where the
    service asks for a pause that is longer.
    """
    began = time.monotonic()
    wait = timing.first_wait
    tries = 0
    while True:
        tries += 1
        try:
            return ask()
        except Fault as fault:
            pause = max(wait, fault.retry_after / timing.divisor)
            unreachable = fault.is_unreachable
            patience = timing.patience_unreachable if unreachable else timing.patience
            if time.monotonic() - began + pause > patience:
                raise _give_up(fault, tries, service) from fault
        time.sleep(pause)
        wait = min(2 * wait, timing.longest_wait)


def _give_up(fault: Fault, tries: int, service: str) -> ServiceError:
    times = f", {tries} times in turn" if tries > 1 else ""
    problem = f"{service} {fault}{times}"
    is_passing = fault.is_unreachable or fault.is_enough or fault.retry_after > 0
    return ServiceError(problem, find_remedy(fault), may_last=not is_passing)


def find_remedy(fault: Fault, *, is_offline: bool = True) -> str:
    """Say what to do; `is_offline` tells whether the network may be what lacks."""
    if fault.is_unreachable and is_offline:
        return "check the connection to the network, then run the same command again"
    if fault.retry_after > _MINUTE:
        minutes = -int(-fault.retry_after // _MINUTE)
        return f"it asks to be left alone for {minutes} minutes: run the same command again then"
    return "run the same command again in a few minutes"
