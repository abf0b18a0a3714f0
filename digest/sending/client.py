"""HTTP for mail services: JSON out and in, and no word of a key in whatever goes wrong."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import quote, urlsplit

import msgspec
import requests

from digest.basics.hosts import may_be_asked
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.records.redirects import StepSession
from digest.records.service import Fault, ServiceError, make_user_agent, read_timing
from digest.records.transport import Transport, status_of
from digest.sending.mailservice import SetupError
from digest.sending.secrets import hide
from digest.settings.serviceconfig import is_this_machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.settings.config import Settings

    Query = Mapping[str, str | tuple[str, ...]]

T = TypeVar("T")
_REFUSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_KEY = lazy_regex(r"[!-~]{1,1000}")
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What is raised of an answer that is no JSON, or is nested without end."""
_SAID = ("field", "code", "detail", "message", "msg", "context")
"""Where services say what is wrong with a request, and with which field of it."""
_LONGEST_SAID: Final = 300


class ConflictError(Exception):
    """The service knows something that was not known here: it must be asked anew."""


class Account(msgspec.Struct, frozen=True):
    """Where a service is asked, and as whom."""

    service: str
    """Its name, as messages have it."""
    base: str
    """The address before all paths, with no slash at its end."""
    variables: str
    """Where its key comes from, as messages have it."""
    secrets: tuple[str, ...]
    """What must never be told."""
    authorize: Callable[[], str]
    """Returns the value of the header Authorization for a request now."""
    headers: tuple[tuple[str, str], ...] = ()
    """What else every request has."""


def read_key(service: str, variable: str, environ: Mapping[str, str]) -> str:
    """Return a key from the environment. Raises SetupError, which never has the key in it."""
    key = environ.get(variable, "").strip()
    if not key:
        raise SetupError(f"{service} is asked with the environment variable {variable}; set it")
    if not _KEY.fullmatch(key):
        hint = f"copy it from {service} again, in one line"
        raise SetupError(f"what the environment variable {variable} has cannot be a key; {hint}")
    return key


def read_base(
    service: str, variable: str, environ: Mapping[str, str], *, usual: str = "", example: str = ""
) -> str:
    """Return the address of a service's API: what a variable says, or the `usual` one.

    It is no setting of the newsletter: whoever may propose a change there could have the key sent
    to themselves. Raises SetupError where there is none, with an `example` of one, or where a key
    could be read on the way to it.
    """
    base = environ.get(variable, "").strip().rstrip("/") or usual
    if not base:
        where = f"in the environment variable {variable}, as '{example}'"
        raise SetupError(f"{service} needs the address of its API {where}")
    parts = urlsplit(base) if may_be_asked(base) else None
    if parts is None or parts.query or parts.fragment or parts.username is not None:
        # not said again: it may have a password in it
        raise SetupError(f"{variable} is no web address, or has more in it than a host and a path")
    if parts.scheme != "https" and not is_this_machine(parts.hostname or ""):
        raise SetupError(f"{variable} is without encryption; it must begin with 'https://'")
    return base


class Client:
    """Asks one service."""

    def __init__(self, account: Account, contact: str) -> None:
        self._account = account
        self._secrets = {*account.secrets}
        self.timing = read_timing(account.base)
        name = account.service.lower()
        agent = make_user_agent(contact)
        transport = Transport(
            name, agent, self.timing, contextlib.nullcontext, lambda _answer: None
        )
        self._session = StepSession(transport)
        # without encryption only this machine is asked: nor does a proxy hear the key
        self._session.trust_env = urlsplit(account.base).scheme == "https"

    def get(self, path: str, as_: type[T], query: Query | None = None) -> T:
        """Return what there is at a path."""
        found = self.find(path, as_, query)
        if found is None:
            raise self._nowhere()
        return found

    def find(self, path: str, as_: type[T], query: Query | None = None) -> T | None:
        """Return what there is at a path; None where there is nothing."""
        answer = self._ask("GET", path, query)
        return None if answer is None else self._decode(answer, as_)

    def make(self, path: str, body: object, as_: type[T], query: Query | None = None) -> T:
        """Have something made, and return it as it is at the service."""
        answer = self._ask("POST", path, query, body)
        if answer is None:
            raise self._nowhere()
        return self._decode(answer, as_)

    def change(
        self, method: str, path: str, body: object, as_: type[T], query: Query | None = None
    ) -> None:
        """Have something changed. Raises ConflictError where it is not there any more."""
        answer = self._ask(method, path, query, body)
        if answer is None:
            raise ConflictError("it was deleted there just now")
        # something between here and the service would answer in no such form
        self._decode(answer, as_)

    def delete(self, path: str) -> None:
        """Have something deleted, which may be gone already."""
        self._ask("DELETE", path, None)

    def _nowhere(self) -> ServiceError:
        remedy = "see whether its address is right"
        return ServiceError(f"{self._account.service} has nothing at its address", remedy)

    def _ask(
        self, method: str, path: str, query: Query | None, body: object = None
    ) -> requests.Response | None:
        """Return a good answer; None where there is nothing at the path."""
        account = self._account
        authorization = account.authorize()
        # it may be another one each time
        self._secrets.add(authorization.rpartition(" ")[2])
        headers = {"Authorization": authorization, "Accept": "application/json"}
        headers |= dict(account.headers)
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = msgspec.json.encode(body)
        url = f"{account.base}/{path}"
        try:
            answer = self._session.request(
                method, url, params=query, data=data, headers=headers, allow_redirects=False
            )
        except Fault as fault:
            fault.args = (self.without_secrets(str(fault)),)
            raise
        except requests.exceptions.RequestException as error:
            told = self.without_secrets(str(error))
            remedy = "see whether its address is right"
            raise ServiceError(f"{account.service} cannot be asked: {told}", remedy) from None
        if answer.status_code in _GONE:
            return None
        if not HTTPStatus.OK <= answer.status_code < HTTPStatus.MULTIPLE_CHOICES:
            raise self._refusal(answer)
        return answer

    def _refusal(self, answer: requests.Response) -> Exception:
        """Return what to raise for an answer that another try would bring again."""
        account, status = self._account, answer.status_code
        if status == HTTPStatus.CONFLICT:
            return ConflictError(self._quote(answer))
        remedy = "mend that, then run the same command again"
        if status in _REFUSED:
            remedy = f"see whether the key in {account.variables} is right, and may make drafts"
        elif status < HTTPStatus.BAD_REQUEST:
            remedy = "it leads to another address: name that one"
        return ServiceError(f"{account.service} answered {self._quote(answer)}", remedy)

    def _decode(self, answer: requests.Response, as_: type[T]) -> T:
        try:
            return msgspec.json.decode(answer.content, type=as_, strict=False)
        except _UNREADABLE:
            # a page of a proxy, or of a service that is being mended; whether a request was
            # obeyed is not known
            raise Fault("answered with something else than was asked for") from None

    def _quote(self, answer: requests.Response) -> str:
        """Return an answer's status, and what the service says of it."""
        said = ""
        with contextlib.suppress(*_UNREADABLE):
            words = dict.fromkeys(_find_said(msgspec.json.decode(answer.content)))
            said = self.without_secrets("; ".join(words))
        status = self.without_secrets(status_of(answer))
        return f"{status}: {shorten(said, _LONGEST_SAID)}" if said else status

    def without_secrets(self, text: str) -> str:
        """Return a text of others as it may be printed: on one line, without a key in it."""
        return hide(text, self._secrets)


def open_client(account: Account, settings: Settings, environ: Mapping[str, str]) -> Client:
    """Return what asks a service, and says whom to write to about it."""
    return Client(account, settings.contact or environ.get("DIGEST_CONTACT", ""))


def _find_said(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name in _SAID:
            if isinstance(value.get(name), str) and value[name]:
                yield value[name]
        for one in value.values():
            yield from _find_said(one)
    elif isinstance(value, list):
        for one in value:
            yield from _find_said(one)


def path_of(*parts: str) -> str:
    """Return a path whose parts have no sign in them that means something in an address."""
    return "/".join(quote(part, safe="") for part in parts)
