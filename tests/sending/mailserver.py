"""A mail server on this machine, with and without encryption, and with faults on demand."""

from __future__ import annotations

import socket
import ssl
import subprocess
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

if TYPE_CHECKING:
    from pathlib import Path

    from aiosmtpd.smtp import SMTP, Envelope, Session

USER, PASSWORD = "ada", "p@ss/w:rd"


class Inbox:
    """What the server is given, and what it refuses."""

    def __init__(self) -> None:
        self.mails: list[Envelope] = []
        self.encrypted: list[bool] = []
        """Whether each came over an encrypted connection."""
        self.refused = ""
        """What is said to every recipient, if anything."""
        self.after_data = "250 OK"

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.refused:
            return self.refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 -- likewise
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.mails.append(envelope)
        direct = server.transport and server.transport.get_extra_info("sslcontext")
        self.encrypted.append(session.ssl is not None or direct is not None)
        return self.after_data


def log_in(_server: Any, _session: Any, _envelope: Any, _how: str, who: Any) -> AuthResult:
    assert isinstance(who, LoginPassword)
    is_right = (who.login, who.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_right, handled=False)


def make_certificate(folder: Path, *names: str) -> tuple[Path, Path]:
    """Make a certificate for a server's names, signed by itself; return it and its key."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    how = (
        f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -keyout {key} -out {certificate}"
    )
    names_of = f"subjectAltName={','.join(names)}"
    command = ("openssl", *how.split(), "-addext", names_of)
    subprocess.run(command, check=True, capture_output=True)
    return certificate, key


def make_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """Return what a server encrypts with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def serve(inbox: Inbox, **options: Any) -> Controller:
    """Return a server that is to be started."""
    return Controller(inbox, hostname="127.0.0.1", port=find_port(), ready_timeout=20, **options)


def find_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
