"""HTTP for DOIs: the only module that asks doi.org, and the hosts to which it leads.

doi.org has no records: it leads on to the registration agency, or to whatever page a DOI has.
So one DOI can fail alone. It is asked for again at the end, and the others go on. A host that
fails alike for several DOIs in turn is left alone for a while, then tried again; only what it
said itself counts against it. When hosts that do not answer have cost much time, others that have
not answered yet get little.
"""

from __future__ import annotations

import codecs
import contextlib
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote

import msgspec
import requests

from digest.basics.hosts import host_of
from digest.records.doiwork import make_doi_work
from digest.records.redirects import NowhereError, StepSession, follow, next_address
from digest.records.reply import Doubtful, Lacking, Unanswered
from digest.records.service import (
    Fault,
    LeftAloneFault,
    ServiceError,
    find_remedy,
    make_user_agent,
    read_timing,
)
from digest.records.transport import Transport, status_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from digest.basics.works import Work
    from digest.records.identifiers import Identifier
    from digest.records.reply import Reply

_CSL_JSON = "application/vnd.citationstyles.csl+json"
_ALIKE: Final = 3
"""DOIs that fail alike in turn until their host is left alone, and tries for one DOI."""
_UNKNOWN = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class _Host:
    """What a host has said of itself in this run."""

    def __init__(self, name: str, *, is_service: bool) -> None:
        self.name = name
        self.is_service = is_service
        """Whether it is the DOI service, and not where that leads."""
        self.has_answered = False
        self.is_resting = False
        """Whether it is left alone until the next round."""
        self.fault = Fault("")
        """The last."""
        self._failed: set[str] = set()
        """The DOIs that failed in turn with that fault."""

    def note_answer(self) -> None:
        self.has_answered = True
        self._failed.clear()

    def note_fault(self, doi: str, fault: Fault) -> None:
        if str(fault) != str(self.fault):
            self._failed.clear()
        self.fault = fault
        self._failed.add(doi)
        self.is_resting = fault.is_enough or fault.retry_after > 0 or len(self._failed) >= _ALIKE


class _TroubleError(Exception):
    """A host did not answer for a DOI, or is left alone."""

    def __init__(self, host: _Host) -> None:
        super().__init__(f"{host.name} {host.fault}")
        self.host = host
        self.fault = host.fault


class _Wanted:
    """A DOI that is asked for."""

    def __init__(self, id_: Identifier) -> None:
        self.id = id_
        self.tries = 0
        self.seconds = 0.0
        """That the tries took which failed."""
        self.failed_at: _Host | None = None
        """Who did not answer the last time."""


class DoiClient:
    """Asks for the records of DOIs, one after another, over one session."""

    def __init__(self, address: str, contact: str) -> None:
        self._address = address.rstrip("/")
        self._timing = read_timing(address)
        self._hosts: dict[tuple[str, bool], _Host] = {}
        self._lost = 0.0
        """Seconds that went by without an answer."""
        agent = make_user_agent(contact)
        turn = contextlib.nullcontext
        transport = Transport("doi", agent, self._timing, turn, lambda _answer: None)
        self._session = StepSession(transport)

    def ask_all(self, ids: Iterable[Identifier]) -> Iterator[Reply]:
        """Ask for all; then for those that failed, again after longer and longer waits."""
        line = [_Wanted(id_) for id_ in ids]
        wait, waited = self._timing.first_wait, 0.0
        with self._session:
            while line:
                failed = yield from self._ask_round(line)
                again = [(one, why) for one, why in failed if self._may_ask_again(one, why)]
                pause = max([wait, *(self._pause(why) for _, why in again)])
                if waited + pause > self._patience(why for _, why in again):
                    again = []
                # first those that wait for a host because of another one
                line = sorted((one for one, _ in again), key=lambda one: one.tries)
                yield from (self._give_up(one, why) for one, why in failed if one not in line)
                if line:
                    time.sleep(pause)
                waited += pause
                wait = min(2 * wait, self._timing.longest_wait)
                for host in self._hosts.values():
                    host.is_resting = False

    def _ask_round(
        self, line: Sequence[_Wanted]
    ) -> Generator[Reply, None, list[tuple[_Wanted, _TroubleError]]]:
        """Ask for each DOI once; return those that failed."""
        failed: list[tuple[_Wanted, _TroubleError]] = []
        for count, one in enumerate(line):
            try:
                yield self._ask(one)
            except _TroubleError as trouble:
                one.failed_at = trouble.host
                failed.append((one, trouble))
            except ServiceError as error:
                # nothing can be asked for, at whatever host
                for other in (*(one for one, _ in failed), *line[count:]):
                    yield Unanswered(other.id.key, error.problem, error.remedy)
                return []
        return failed

    def _ask(self, one: _Wanted) -> Work | Doubtful | Lacking:
        if one.failed_at and one.failed_at.is_resting:
            raise _TroubleError(one.failed_at)
        began = time.monotonic()
        # safe: what RFC 3986 allows in a path (section 3.3)
        quoted = quote(one.id.doi.lower(), safe="/:@!$&'()*+,;=-._~")

        def visit(url: str, is_first: bool) -> str | Work | Doubtful | Lacking:  # noqa: FBT001 -- as `follow`
            if time.monotonic() - began > self._timing.whole:
                raise NowhereError("leads from one address to the next for too long")
            return self._visit(url, one, is_first=is_first)

        try:
            # mypy looks for one class that both are
            return cast("Work | Doubtful | Lacking", follow(f"{self._address}/{quoted}", visit))
        except NowhereError as error:
            return Lacking(one.id.key, f"it {error}")

    def _visit(self, url: str, one: _Wanted, *, is_first: bool) -> str | Work | Doubtful | Lacking:
        """Ask for one address: return where it leads on, or what it has."""
        name = host_of(url)
        host = self._hosts.setdefault((name, is_first), _Host(name, is_service=is_first))
        if host.is_resting:
            raise _TroubleError(host)
        began = time.monotonic()
        try:
            answer = self._session.get(
                url,
                headers={"Accept": _CSL_JSON},
                allow_redirects=False,
                timeout=self._longest(host),
            )
            found = next_address(answer) if answer.is_redirect else _read(answer, one.id, host)
        except Fault as fault:
            one.tries += not isinstance(fault, LeftAloneFault)
            one.seconds += time.monotonic() - began
            self._lost += time.monotonic() - began
            host.note_fault(one.id.key, fault)
            raise _TroubleError(host) from fault
        except (requests.RequestException, ValueError) as error:
            if is_first:
                problem = f"'{self._address}' cannot be asked: {error}"
                raise ServiceError(problem, "see whether DIGEST_DOI_API is right") from error
            raise NowhereError(f"leads to '{url}', which cannot be asked for") from error
        host.note_answer()
        return found

    def _longest(self, host: _Host) -> float:
        """Return how many seconds an answer of a host is worth."""
        is_known = host.is_service or host.has_answered
        is_late = self._lost > self._timing.patience
        return self._timing.hurried if is_late and not is_known else self._timing.whole

    def _pause(self, trouble: _TroubleError) -> float:
        """Return how many seconds a host asked for."""
        return trouble.fault.retry_after / self._timing.divisor

    def _patience(self, troubles: Iterable[_TroubleError]) -> float:
        """Return for how many seconds to wait in all rounds together."""
        is_offline = all(why.fault.is_unreachable for why in troubles)
        return self._timing.patience_unreachable if is_offline else self._timing.patience

    def _may_ask_again(self, one: _Wanted, trouble: _TroubleError) -> bool:
        host, fault = trouble.host, trouble.fault
        if fault.is_final or self._pause(trouble) > self._timing.patience:
            return False
        is_down = host.is_service and not host.has_answered and not fault.is_no_record
        is_slow = one.seconds > min(self._timing.read, self._longest(host))
        return host.is_resting or is_down or (one.tries < _ALIKE and not is_slow)

    def _give_up(self, one: _Wanted, trouble: _TroubleError) -> Lacking | Unanswered:
        host, fault = trouble.host, trouble.fault
        is_down = host.is_resting or (host.is_service and not host.has_answered)
        if (fault.is_no_record or fault.is_final) and not is_down:
            return Lacking(one.id.key, str(trouble))
        is_paused = fault.retry_after > 0 and not host.has_answered
        is_passing = fault.is_enough or is_paused or (host.is_service and is_down)
        remedy = find_remedy(fault, is_offline=host.is_service)
        return Unanswered(one.id.key, str(trouble), remedy, may_last=not is_passing)


def _read(answer: requests.Response, id_: Identifier, host: _Host) -> Work | Doubtful | Lacking:
    """Return what an answer says of a DOI; raise a Fault where it is none."""
    status = answer.status_code
    if status == HTTPStatus.OK:
        item = _parse(answer, host)
        if item is None:
            return Lacking(id_.key, f"{host.name} answered with a web page")
        found = make_doi_work(item, id_.key)
        if found is None:
            return Lacking(id_.key, "it has no title")
        return Doubtful(found.work, found.problems) if found.problems else found.work
    if host.is_service and status in _UNKNOWN:
        return Lacking(id_.key)
    if host.is_service and status != HTTPStatus.NOT_ACCEPTABLE:
        raise Fault(f"answered {status_of(answer)}", is_final=True)
    return Lacking(id_.key, f"{host.name} answered {status_of(answer)}")


def _parse(answer: requests.Response, host: _Host) -> dict[str, Any] | None:
    """Return the item; None for the page of a publisher, which will be one tomorrow too."""
    try:
        # RFC 8259, section 8.1: a mark of the order of bytes may be passed over
        item = msgspec.json.decode(answer.content.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if "html" in answer.headers.get("Content-Type", "") and not host.is_service:
            return None
        if answer.content.startswith(b"{") and not answer.content.rstrip().endswith(b"}"):
            raise Fault("broke off its answer") from error
        raise Fault("answered with something that is no record", is_no_record=True) from error
    if not isinstance(item, dict):
        raise Fault("answered with something that is no record", is_no_record=True)
    return item
