"""The web server: this machine's own addresses, GET and HEAD, and the stream of events."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.files import reason_of
from digest.commands.serve.paths import is_this_host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.commands.serve.answers import Answers
    from digest.commands.serve.state import SharedState

_TRIES = 100
"""How many ports to try."""
_HEARTBEAT_SECONDS = 5.0
"""How soon a stream notices that nobody reads it."""
_POLL_SECONDS = 0.05
"""How soon a server notices that it is to end."""


class PortError(Exception):
    """There is no port to serve at; the message says why."""


class Server(ThreadingHTTPServer):
    """A server at one address of this machine."""

    daemon_threads = True
    # a browser opens all its tabs at once when it starts
    request_queue_size = 128
    # elsewhere than on POSIX this would let two programs listen at one port
    allow_reuse_address = os.name == "posix"
    answers: Answers
    shared: SharedState

    def __init__(self, address: str, port: int) -> None:
        self._loop: threading.Thread | None = None
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        super().__init__((address, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for this machine's name, as http.server does."""
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002 -- socketserver's signature
        """Pass over browsers that went away; anything else is ours."""
        if not isinstance(sys.exception(), OSError):
            traceback.print_exc()

    def start(self, answers: Answers, shared: SharedState) -> None:
        """Answer requests from now on, in threads of their own."""
        self.answers, self.shared = answers, shared
        self._loop = threading.Thread(target=self.serve_forever, args=(_POLL_SECONDS,), daemon=True)
        self._loop.start()

    def end(self) -> None:
        """Take no more requests."""
        if self._loop:
            # one that was never started would be waited for without end
            self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "digest"
    sys_version = ""
    _allows = ""
    """Of a refusal: the methods that there are (RFC 9110, section 15.5.6)."""
    timeout = 60
    """Seconds that a browser may say nothing, or not read what it is sent."""

    def do_GET(self) -> None:
        """Answer a request."""
        if not is_this_host(self.headers.get("Host", ""), self.server.server_port):
            self.send_error(
                HTTPStatus.MISDIRECTED_REQUEST, explain="this server is for this machine only"
            )
        elif not self.path.startswith("/"):
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif self.headers.get("Service-Worker"):
            # it would outlive the preview, and see and alter every newsletter at this port
            # (Service Workers, "Service worker script request")
            self.send_error(HTTPStatus.FORBIDDEN, explain="a preview has no service worker")
        elif self.path == "/_digest/events" and self.command == "GET":
            self._stream()
        else:
            self._answer()

    do_HEAD = do_GET  # noqa: N815 -- http.server's name

    def _refuse(self) -> None:
        self._allows = "GET, HEAD"
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 -- http.server's names

    def _answer(self) -> None:
        answer = self.server.answers.answer(self.path)
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.location:
            self.send_header("Location", answer.location)
        else:
            self.send_header("Content-Type", answer.type)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _stream(self) -> None:
        """Send each new state, and the newest at once, as long as somebody reads them.

        The form is that of server-sent events (HTML, section 9.2).
        """
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        number = -1
        while True:
            state = self.server.shared.after(number, _HEARTBEAT_SECONDS)
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                number = state.number
                self.wfile.write(b"data: " + msgspec.json.encode(state) + b"\n\n")

    def end_headers(self) -> None:
        """End the headers with those that all answers have."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if self._allows:
            self.send_header("Allow", self._allows)
        if self.close_connection:
            self.send_header("Connection", "close")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 -- http.server's signature
        """Say nothing of requests: the terminal is for what the editor does."""


def open_servers(wanted: int) -> list[Server]:
    """Listen at 127.0.0.1, and at ::1 where there is IPv6, at the first free port from `wanted`.

    Requests wait until a server is started. Raises PortError.
    """
    for port in _ports(wanted):
        try:
            return _listen(port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise PortError(f"cannot serve at port {port}: {reason_of(error)}") from error
    raise PortError(f"the port {wanted} is taken, and so are those after it")


def _ports(wanted: int) -> Iterator[int]:
    yield from range(wanted, min(wanted + _TRIES, 65536)) if wanted else range(1)


def _listen(port: int) -> list[Server]:
    first = Server("127.0.0.1", port)
    try:
        return [first, Server("::1", first.server_port)]
    except OSError as error:
        # 'localhost' may mean ::1, and must not lead to another program
        if error.errno == errno.EADDRINUSE:
            first.server_close()
            raise
        return [first]
