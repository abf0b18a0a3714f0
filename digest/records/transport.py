"""HTTP for the clients of services: time-outs on everything, and faults told from answers."""

from __future__ import annotations

import contextlib
import queue
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

import requests
import requests.adapters

from digest.basics.hosts import host_of
from digest.basics.usercache import cache_folder
from digest.records.leftalone import note_left_alone, seconds_left_alone
from digest.records.proxies import PROXY_REMEDY, proxy_problem
from digest.records.service import Fault, LeftAloneFault, ServiceError, parse_retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from digest.records.service import Timing

T = TypeVar("T")

_LONGEST_ANSWER = 64 * 2**20
"""In bytes. A hundred papers of three thousand authors each have half of it."""
_CHUNK = 2**16
_TRANSIENT = frozenset({
    HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS
})  # fmt: skip


class Transport(requests.adapters.HTTPAdapter):
    """Carries requests of a session: each in its turn, each within its time.

    Raises Fault for what may go better another time. `check` looks at every other answer that is
    no redirect, and may raise whatever the client understands. Where the first `enough` bytes of an
    answer are enough, the rest is not read.
    """

    def __init__(
        self,
        name: str,
        user_agent: str,
        timing: Timing,
        turn: Callable[[], AbstractContextManager[None]],
        check: Callable[[requests.Response], None],
        *,
        enough: int = 0,
    ) -> None:
        """`name` is that of the service, under which it is noted who wants to be left alone."""
        super().__init__()
        self._name = name
        self._user_agent = user_agent
        self._timing = timing
        self._turn = turn
        self._check = check
        self._enough = enough

    def send(
        self,
        request: requests.PreparedRequest,
        *_args: Any,  # noqa: ANN401 -- requests names them all
        **options: Any,  # noqa: ANN401 -- likewise
    ) -> requests.Response:
        """Send a request and receive the whole answer; `timeout` limits the time for all of it."""
        host = f"{self._name}-{host_of(request.url or '')}"
        left = seconds_left_alone(cache_folder(), host) * self._timing.divisor
        if left:
            raise LeftAloneFault("wants no more requests for now", retry_after=left)
        request.headers["User-Agent"] = self._user_agent
        whole = options.get("timeout") or self._timing.whole
        waits = (min(self._timing.connect, whole), min(self._timing.read, whole))
        options |= {"stream": True, "timeout": waits}
        with self._turn():
            answer = within(whole, lambda: self._receive(request, options))
        if answer.is_redirect:
            return answer
        if problem := proxy_problem(request.url or "", None, answer.status_code):
            raise ServiceError(problem, PROXY_REMEDY)
        if (
            answer.status_code in _TRANSIENT
            or answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
        ):
            pause = _retry_after(answer)
            note_left_alone(cache_folder(), host, pause / self._timing.divisor)
            too_many = answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
            raise Fault(f"answered {status_of(answer)}", retry_after=pause, is_enough=too_many)
        self._check(answer)
        return answer

    def _receive(
        self, request: requests.PreparedRequest, options: dict[str, Any]
    ) -> requests.Response:
        answer = None
        try:
            answer = super().send(request, **options)
            body = bytearray()
            for chunk in answer.iter_content(_CHUNK):
                body += chunk
                if 0 < self._enough <= len(body):
                    break
                if len(body) > _LONGEST_ANSWER:
                    raise Fault("answered without end")
        except requests.exceptions.RequestException as error:
            if problem := proxy_problem(request.url or "", error):
                raise ServiceError(problem, PROXY_REMEDY) from error
            raise _make_fault(error, has_answer=answer is not None) from error
        finally:
            if answer is not None:
                answer.close()
        # as requests keeps what it has read itself; it can only be read once
        answer._content = bytes(body)  # noqa: SLF001
        return answer


def _make_fault(error: requests.exceptions.RequestException, *, has_answer: bool) -> Fault:
    """Say what went wrong with a request, of which an answer may have begun to come."""
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return Fault("cannot be reached", is_unreachable=True)
    if isinstance(error, requests.exceptions.SSLError):
        message = "cannot be reached safely, its certificate is not trusted"
        return Fault(message, is_unreachable=True)
    if isinstance(error, requests.exceptions.Timeout):
        return Fault("did not answer in time")
    if not isinstance(error, requests.exceptions.ConnectionError):
        return Fault("broke off its answer")
    if not has_answer and not had_connection(error):
        return Fault("cannot be reached", is_unreachable=True)
    return Fault("broke off the connection")


@contextlib.contextmanager
def tell_refusals(service: str) -> Iterator[None]:
    """Turn what requests raises before anything was sent into a ServiceError."""
    try:
        yield
    except requests.exceptions.RequestException as error:
        remedy = "see whether its address is right"
        raise ServiceError(f"{service} cannot be asked: {error}", remedy) from error


def refusal(service: str, answer: requests.Response) -> ServiceError:
    """Return what to say of an answer that asking again will not change."""
    return ServiceError(
        f"{service} refused the request with {status_of(answer)}",
        "see whether its address is right, or ask those who run it",
    )


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what `work` returns, or raise a Fault when it takes longer.

    A time-out of a socket only limits the time from one byte to the next, and none limits the
    search for a host's name. So the work is left to a thread, which ends with the process.
    """
    done: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except BaseException as error:  # noqa: BLE001 -- raised again where it is waited for
            done.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        value, error = done.get(timeout=seconds)
    except queue.Empty:
        raise Fault("did not finish its answer in time") from None
    if error is not None:
        raise error
    return value  # type: ignore[return-value]  # None only beside an error


def status_of(answer: requests.Response) -> str:
    """Return an answer's status in words, as `'404 Not Found'`."""
    return f"'{answer.status_code} {answer.reason}'".replace(" '", "'")


def _retry_after(answer: requests.Response) -> float:
    return parse_retry_after(answer.headers.get("Retry-After", ""), answer.headers.get("Date", ""))


def had_connection(error: requests.exceptions.ConnectionError) -> bool:
    """Tell whether somebody took the connection that then broke off."""
    # urllib3 gives its reason for not even trying where nobody took the connection
    return not hasattr(next(iter(error.args), None), "reason")
