"""How long an editor waits for a preview: until its first page, and after a save."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.edits import add_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.programs import Program

_PATIENCE_SECONDS = 300.0
_PAUSE_SECONDS = 2.0
"""Between two saves: the program may be busy with other pages after the first is there."""
_POLL_SECONDS = 0.002


class Wait(NamedTuple):
    """How long an editor waited, in seconds."""

    start: float
    """Until the page was answered, from the start of the program."""
    save: list[float]
    """Until the page showed what was saved, for each save."""


def time_preview(program: Program, port: int, saves: int, name: str) -> Wait:
    """Serve a site that was served before, ask for a page, save its entry and ask again.

    It is served at the same `port` as before: what digest made for another one has other
    addresses. Saves it so many times; `name` tells the texts of this call from those of others.
    """
    with _serve(program, port):
        began = time.monotonic()
        start = _wait_for(program, port, b"", began)
        waits = []
        for number in range(saves):
            time.sleep(_PAUSE_SECONDS)
            text = add_text(program.root, f"{name} {number}")
            waits.append(_wait_for(program, port, text.encode(), time.monotonic()))
    return Wait(start, waits)


@contextmanager
def _serve(program: Program, port: int) -> Iterator[None]:
    process = subprocess.Popen(
        [*program.serve, str(port)],
        cwd=program.root,
        env=program.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_PATIENCE_SECONDS)


def _wait_for(program: Program, port: int, text: bytes, began: float) -> float:
    """Ask for the page until it has the text; return the seconds since `began`."""
    while text not in (page := _ask(port, program.page)) or not page:
        if time.monotonic() > began + _PATIENCE_SECONDS:
            raise SystemExit(f"{program.name} does not show what was saved in {program.root}")
        time.sleep(_POLL_SECONDS)
    return time.monotonic() - began


def _ask(port: int, address: str) -> bytes:
    """Return a page; nothing where there is none, or no server yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_SECONDS)
    try:
        connection.request("GET", address)
        response = connection.getresponse()
        page = response.read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()
    return page if response.status == http.client.OK else b""


def find_port() -> int:
    """Return a port that is free."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
