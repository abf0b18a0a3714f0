"""`digest serve`, run as an editor runs it, and asked over HTTP as a browser asks."""

from __future__ import annotations

import http.client
import json
import os
import queue
import signal
import subprocess
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tests.cli.program import command, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

PATIENCE = 20.0
"""Seconds to wait for what should happen: the machine may be slow."""


class Reply(NamedTuple):
    """What a request was answered with."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Serving:
    """A server that runs."""

    def __init__(self, root: Path, process: subprocess.Popen[str]) -> None:
        self.root = root
        self.process = process
        self.out: list[str] = []
        """The lines that it printed so far."""
        self.err: list[str] = []
        self._readers = [
            threading.Thread(target=lines.extend, args=(stream,), daemon=True)
            for stream, lines in ((process.stdout, self.out), (process.stderr, self.err))
            if stream
        ]
        for reader in self._readers:
            reader.start()
        self.wait(lambda: any(line.startswith("shown until") for line in self.err), "its address")
        printed = self.wait(
            lambda: [line for line in self.out if line.startswith("http://127")], "its address"
        )
        self.address = str(printed[0]).strip()
        self.port = urlsplit(self.address).port or 0
        self.base_path = urlsplit(self.address).path

    def wait(self, fulfilled: Callable[[], Any], what: str) -> Any:
        """Wait for something to become true, and return it."""
        deadline = time.monotonic() + PATIENCE
        while not (found := fulfilled()):
            said = f"{''.join(self.out)}\n{''.join(self.err)}"
            assert self.process.poll() is None or time.monotonic() < deadline - PATIENCE + 1, said
            assert time.monotonic() < deadline, f"waited in vain for {what}\n{said}"
            time.sleep(0.01)
        return found

    def wait_for_line(self, part: str, since: int = 0) -> str:
        """Wait until a line with this in it has been printed; return it."""
        lines = self.wait(
            lambda: [line for line in (*self.out[since:], *self.err) if part in line], part
        )
        return str(lines[0])

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """Ask for a path as it is: nothing in it is made tidy."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())
        finally:
            connection.close()

    def page(self, address: str) -> Reply:
        """Ask for a page of the newsletter."""
        return self.ask(self.base_path + address)

    @contextmanager
    def events(self) -> Iterator[Events]:
        """Listen to what it tells browsers."""
        events = Events(self.port)
        yield events
        events.close()

    def interrupt(self) -> int:
        """Press Ctrl-C; return its exit status."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        return status


class Events:
    """The stream of states, as a browser's EventSource hears it."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", "/_digest/events", headers={"Accept": "text/event-stream"})
        self.response = self._connection.getresponse()
        self._heard: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.states: list[dict[str, Any]] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            for line in self.response:
                if line.startswith(b"data: "):
                    self._heard.put(json.loads(line.removeprefix(b"data: ")))
        except (OSError, ValueError, AttributeError):
            return  # closed, here or there

    def wait(
        self, fulfilled: Callable[[dict[str, Any]], Any], what: str = "a state"
    ) -> dict[str, Any]:
        """Return the first state from now on of which this is true."""
        deadline = time.monotonic() + PATIENCE
        while True:
            left = deadline - time.monotonic()
            assert left > 0, f"waited in vain for {what}; heard {self.states[-3:]}"
            try:
                state = self._heard.get(timeout=left)
            except queue.Empty:
                continue
            self.states.append(state)
            if fulfilled(state):
                return state

    def next_problem(self) -> dict[str, Any]:
        """Return the first problem of the next state that has any."""
        found: dict[str, Any] = self.wait(lambda state: state["problems"], "problems")["problems"][
            0
        ]
        return found

    def wait_until_good(self) -> dict[str, Any]:
        """Return the next state without problems."""
        return self.wait(lambda state: not state["problems"], "a good build")

    def close(self) -> None:
        """Go away as a closed tab does."""
        if self._connection.sock:
            self._connection.sock.close()
        self._connection.close()


@contextmanager
def serving(
    root: Path, *arguments: str, prefix: Sequence[str] = (), **variables: str
) -> Iterator[Serving]:
    """Run `digest serve` for the newsletter in `root` at a free port."""
    port = () if "--port" in arguments else ("--port", "0")
    process = subprocess.Popen(
        [*prefix, *command("serve", *port, *arguments)],
        cwd=root,
        env=environment(root) | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        found = Serving(root, process)
        yield found
        assert process.poll() in {None, 0}, "".join(found.err)
        assert not any("Traceback" in line for line in found.err), "".join(found.err)
    finally:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()
