"""A preview, as `digest serve` has it: one process that lasts as long as the history."""

from __future__ import annotations

import datetime as dt
import os
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from digest.commands.serve.preview import Preview
from digest.commands.serve.reports import Reports, make_problem
from digest.commands.serve.state import Problem, SharedState
from digest.settings.config import read_settings
from tests.histories.builds import Outcome, attempt

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import IO, Any

    from digest.basics.diagnostics import Diagnostic
    from tests.histories.edited import Edited, Snapshot

_OPEN = 6
"""So many pages are looked at when something is saved."""
ORIGIN = "http://127.0.0.1:8000"


class Request(msgspec.Struct, frozen=True):
    """What the preview is told of."""

    today: str
    saved: frozenset[str]
    """The paths that changed, from the root."""


class Serving:
    """A preview under way, into the newsletter's folder of what is made."""

    def __init__(self, newsletter: Edited) -> None:
        self._newsletter = newsletter
        self._seen: Snapshot = {}
        (requests, ask), (outcomes, answer) = os.pipe(), os.pipe()
        if os.fork() == 0:
            try:
                os.close(ask)
                os.close(outcomes)
                _serve(newsletter, os.fdopen(requests, "rb"), os.fdopen(answer, "wb"))
            finally:
                os._exit(0)
        os.close(requests)
        os.close(answer)
        self._requests, self._outcomes = os.fdopen(ask, "wb"), os.fdopen(outcomes, "rb")

    def rebuild(self) -> Outcome:
        """Tell it of all that changed since the last time, and return what came of it."""
        now = self._newsletter.snapshot()
        paths = now.keys() | self._seen.keys()
        saved = frozenset(path for path in paths if now.get(path) != self._seen.get(path))
        self._seen = now
        request = Request(self._newsletter.today, saved)
        self._requests.write(msgspec.json.encode(request) + b"\n")
        self._requests.flush()
        return msgspec.json.decode(self._outcomes.readline(), type=Outcome)

    def close(self) -> None:
        """End it."""
        self._requests.close()
        self._outcomes.close()
        os.wait()


def _serve(newsletter: Edited, requests: IO[bytes], answers: IO[bytes]) -> None:
    shared = SharedState()
    told = Reports(lambda _: None, lambda _: None, lambda _done, _total: None)
    preview = Preview(newsletter.root, newsletter.out, ORIGIN, shared, told)

    def rebuild(line: bytes) -> Outcome:
        request = msgspec.json.decode(line, type=Request)
        # in the morning it is the same day everywhere where the newsletter may be
        morning = dt.datetime.fromisoformat(f"{request.today}T06:00:00+00:00")
        os.environ["SOURCE_DATE_EPOCH"] = f"{morning.timestamp():.0f}"
        _look(newsletter.out / "site", shared)
        preview.rebuild(request.saved)
        preview.look_at_all()
        problems = shared.state.problems
        bugs = [one.message for one in problems if one.label == "bug"]
        return Outcome(_encode(problems), is_made=not problems, crash="".join(bugs))

    for line in requests:
        answers.write(msgspec.json.encode(attempt(partial(rebuild, line))) + b"\n")
        answers.flush()


def _look(site: Path, shared: SharedState) -> None:
    """Look at some pages, as a reader does with several browsers."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    for name in names[:: len(names) // _OPEN + 1]:
        shared.note_look(f"{shared.state.base_path}{name}", name)


def preview_options(newsletter: Edited) -> dict[str, Any]:
    """Return the options with which a build makes what the preview shows."""
    settings = read_settings(newsletter.root)
    urls = {"base_url": ORIGIN + settings.base_path, "mail_url": settings.url}
    shown = {"drafts": True, "future": True, "variants": False}
    return {**shown, **urls, "email": "none"}


def encode_errors(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return what a preview tells of errors; warnings it only counts."""
    return _encode(make_problem(one) for one in diagnostics if one.severity == "error")


def _encode(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(msgspec.json.encode(one).decode() for one in problems)
