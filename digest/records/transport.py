"""HTTP for the clients of services: time-outs on everything, and faults told from answers."""

from __future__ import annotations

import contextlib
import queue
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

import requests
import requests.adapters

from digest.records.service import Fault, ServiceError, parse_retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from digest.records.service import Manners

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
    no redirect, and may raise whatever the client understands.
    """

    def __init__(
        self,
        user_agent: str,
        manners: Manners,
        turn: Callable[[], AbstractContextManager[None]],
        check: Callable[[requests.Response], None],
    ) -> None:
        super().__init__()
        self._user_agent = user_agent
        self._manners = manners
        self._turn = turn
        self._check = check

    def send(
        self,
        request: requests.PreparedRequest,
        *_args: Any,  # noqa: ANN401 -- requests names them all
        **options: Any,  # noqa: ANN401 -- likewise
    ) -> requests.Response:
        """Send a request and receive the whole answer."""
        request.headers["User-Agent"] = self._user_agent
        options |= {"stream": True, "timeout": (self._manners.connect, self._manners.read)}
        with self._turn():
            answer = _within(self._manners.whole, lambda: self._receive(request, options))
        if answer.is_redirect:
            return answer
        if (
            answer.status_code in _TRANSIENT
            or answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
        ):
            raise Fault(f"answered {_status(answer)}", retry_after=_retry_after(answer))
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
                if len(body) > _LONGEST_ANSWER:
                    raise Fault("answered without end")
        except requests.exceptions.ConnectTimeout as error:
            raise Fault("cannot be reached", is_unreachable=True) from error
        except requests.exceptions.SSLError as error:
            message = "cannot be reached safely, its certificate is not trusted"
            raise Fault(message, is_unreachable=True) from error
        except requests.exceptions.Timeout as error:
            raise Fault("did not answer in time") from error
        except requests.exceptions.ConnectionError as error:
            if answer is None and not _had_connection(error):
                raise Fault("cannot be reached", is_unreachable=True) from error
            raise Fault("broke off the connection") from error
        except requests.exceptions.RequestException as error:
            raise Fault("broke off its answer") from error
        finally:
            if answer is not None:
                answer.close()
        # as requests keeps what it has read itself; it can only be read once
        answer._content = bytes(body)  # noqa: SLF001
        return answer


@contextlib.contextmanager
def open_session(transport: Transport, service: str) -> Iterator[requests.Session]:
    """Open a session all of whose requests go by `transport`."""
    with requests.Session() as session, tell_refusals(service):
        for scheme in ("http://", "https://"):
            session.mount(scheme, transport)
        yield session


@contextlib.contextmanager
def tell_refusals(service: str) -> Iterator[None]:
    """Turn what requests raises before anything was sent into a ServiceError."""
    try:
        yield
    except requests.exceptions.RequestException as error:
        raise ServiceError(f"{service} cannot be asked: {error}") from error


def refusal(service: str, answer: requests.Response) -> ServiceError:
    """Return what to say of an answer that asking again will not change."""
    return ServiceError(
        f"{service} refused the request with {_status(answer)}; see whether its address is right, "
        "or ask those who run it"
    )


def _within(seconds: float, work: Callable[[], T]) -> T:
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


def _status(answer: requests.Response) -> str:
    return f"'{answer.status_code} {answer.reason}'".replace(" '", "'")


def _retry_after(answer: requests.Response) -> float:
    return parse_retry_after(answer.headers.get("Retry-After", ""), answer.headers.get("Date", ""))


def _had_connection(error: requests.exceptions.ConnectionError) -> bool:
    # urllib3 gives its reason for not even trying where nobody took the connection
    return not hasattr(next(iter(error.args), None), "reason")
