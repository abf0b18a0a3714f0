"""A proof reaches one person; whatever a server does instead, one clear message says so."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import email
import email.policy
import shutil
import socket
import threading
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from digest.basics.text import printable
from tests.missing import skip_without
from tests.sending.conftest import Desk, set_up
from tests.sending.fakes import FakeButtondown
from tests.sending.mailserver import (
    PASSWORD,
    USER,
    Inbox,
    find_port,
    log_in,
    make_certificate,
    make_context,
    serve,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import SMTP, Envelope, Session

    from tests.sending.conftest import Done

TO = "you@example.org"
LOGIN = f"{USER}:{quote(PASSWORD, safe='')}@"
OUTSIDE = "127.1"
"""This machine by a name that is not known as its own."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An editor who has a mail server; the service is not asked."""
    with FakeButtondown() as service:
        yield Desk(set_up(tmp_path / "news", "buttondown"), service, tmp_path / "cache")
        assert service.seen == []


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for this machine by all its names, and its key."""
    if not shutil.which("openssl"):
        skip_without("openssl")
    return make_certificate(tmp_path, "IP:127.0.0.1", "DNS:localhost", f"DNS:{OUTSIDE}")


@contextlib.contextmanager
def started(server: Controller) -> Iterator[int]:
    """Run a server; return its port."""
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


def proof(desk: Desk, address: str, *arguments: str, **variables: str) -> Done:
    """Send a proof of the edition, and check that the password is nowhere."""
    done = desk.run("2022-03", "--to", TO, *arguments, DIGEST_SMTP=address, **variables)
    assert PASSWORD not in done.said
    assert quote(PASSWORD, safe="") not in done.said
    assert desk.ledger == ""
    return done


def test_the_message_that_was_built_arrives(desk: Desk) -> None:
    desk.newsletter.build(email="2022-03")
    built = (desk.newsletter.out / "email/2022-03/message.eml").read_bytes()
    inbox = Inbox()
    with started(serve(inbox)) as port:
        done = proof(desk, f"smtp://127.0.0.1:{port}")
    assert (done.status, done.out) == (0, f"sent a proof of '2022-03' to {TO} through 127.0.0.1\n")
    (envelope,) = inbox.mails
    assert (envelope.mail_from, envelope.rcpt_tos) == ("news@example.org", [TO])
    assert isinstance(envelope.content, bytes)
    assert (
        envelope.content.partition(b"\r\n\r\n")[2].rstrip()
        == built.partition(b"\r\n\r\n")[2].rstrip()
    )
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert message["To"] == TO
    assert message["From"] == "Test News <news@example.org>"
    assert message["Subject"] == "Edition 2022-03"
    assert message["Message-ID"] not in built.decode()
    # a tag that no service fills in
    assert "List-Unsubscribe" not in message
    assert not message.defects


def test_two_proofs_are_two_mails(desk: Desk) -> None:
    inbox = Inbox()
    with started(serve(inbox)) as port:
        for _ in range(2):
            assert proof(desk, f"smtp://127.0.0.1:{port}").status == 0
    ids = {email.message_from_bytes(one.content)["Message-ID"] for one in inbox.mails}  # type: ignore[arg-type]
    assert len(ids) == 2


def test_each_of_several_gets_a_proof_of_his_own(desk: Desk) -> None:
    class Choosy(Inbox):
        async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
            self, server: SMTP, session: Session, envelope: Envelope, address: str, options: object
        ) -> str:
            if address == "no@example.org":
                return "550 no such user"
            return await super().handle_RCPT(server, session, envelope, address, options)

    inbox = Choosy()
    others = ("--to", "no@example.org", "--to", "ada@example.org", "--to", "ada@example.org")
    with started(serve(inbox)) as port:
        done = proof(desk, f"smtp://localhost:{port}", *others)
    assert (done.status, done.out.count("sent a proof")) == (3, 2)
    assert "takes no mail to 'no@example.org': 550 no such user" in done.err
    assert [one.rcpt_tos for one in inbox.mails] == [[TO], ["ada@example.org"]]
    heads = [email.message_from_bytes(one.content)["To"] for one in inbox.mails]  # type: ignore[arg-type]
    assert heads == [TO, "ada@example.org"]


def test_the_subject_of_a_draft_says_so(desk: Desk) -> None:
    desk.newsletter.edition("2022-03", "Not yet.\n", draft=True, title='"März: „eins“"')
    inbox = Inbox()
    with started(serve(inbox)) as port:
        assert proof(desk, f"smtp://127.0.0.1:{port}").status == 0
    message = email.message_from_bytes(inbox.mails[0].content, policy=email.policy.default)  # type: ignore[arg-type]
    assert message["Subject"] == "[draft] März: „eins“"
    # nothing of it is published by this
    assert not (desk.newsletter.out / "site").exists()


def test_without_a_sender_it_is_from_whom_it_is_to(desk: Desk) -> None:
    desk.newsletter.settings("")
    inbox = Inbox()
    with started(serve(inbox)) as port:
        assert proof(desk, f"smtp://127.0.0.1:{port}").status == 0
    message = email.message_from_bytes(inbox.mails[0].content)  # type: ignore[arg-type]
    assert (message["From"], message["X-Unsent"]) == (TO, None)


def test_a_trial_sends_nothing(desk: Desk) -> None:
    done = proof(desk, f"smtp://127.0.0.1:{find_port()}", "--dry-run")
    assert (done.status, done.out) == (
        0,
        f"would send a proof of '2022-03' to {TO} through 127.0.0.1\n",
    )


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
@pytest.mark.parametrize("host", ["localhost", OUTSIDE])
def test_an_encrypted_server(
    desk: Desk, certificate: tuple[Path, Path], scheme: str, host: str
) -> None:
    context = make_context(*certificate)
    inbox = Inbox()
    how = {"ssl_context": context} if scheme == "smtps" else {"tls_context": context}
    server = serve(inbox, authenticator=log_in, auth_require_tls=scheme == "smtp", **how)
    with started(server) as port:
        trusted = {"SSL_CERT_FILE": str(certificate[0])}
        done = proof(desk, f"{scheme}://{LOGIN}{host}:{port}", **trusted)
    assert done.status == 0, done.said
    assert inbox.encrypted == [True]


@pytest.mark.parametrize(
    ("scheme", "host"), [("smtp", OUTSIDE), ("smtps", OUTSIDE), ("smtps", "localhost")]
)
def test_a_certificate_that_is_not_trusted(
    desk: Desk, certificate: tuple[Path, Path], scheme: str, host: str
) -> None:
    context = make_context(*certificate)
    inbox = Inbox()
    how = {"ssl_context": context} if scheme == "smtps" else {"tls_context": context}
    with started(serve(inbox, **how)) as port:
        done = proof(desk, f"{scheme}://{LOGIN}{host}:{port}")
    assert (done.status, inbox.mails) == (3, [])
    assert f"the mail server '{host}:{port}' cannot be reached safely" in done.err
    assert "its certificate is not trusted: self-signed certificate" in done.err


def test_a_certificate_of_another_name(desk: Desk, tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        skip_without("openssl")
    certificate = make_certificate(tmp_path, "DNS:mail.example.net")
    with started(serve(Inbox(), ssl_context=make_context(*certificate))) as port:
        done = proof(desk, f"smtps://localhost:{port}", SSL_CERT_FILE=str(certificate[0]))
    assert done.status == 3
    assert "certificate is not valid for 'localhost'" in done.err


def test_this_machine_may_have_a_certificate_of_its_own(
    desk: Desk, certificate: tuple[Path, Path]
) -> None:
    inbox = Inbox()
    with started(serve(inbox, tls_context=make_context(*certificate))) as port:
        assert proof(desk, f"smtp://localhost:{port}").status == 0
    assert inbox.encrypted == [False]


def test_another_machine_must_encrypt(desk: Desk) -> None:
    inbox = Inbox()
    server = serve(inbox, authenticator=log_in, auth_require_tls=False)
    with started(server) as port:
        done = proof(desk, f"smtp://{LOGIN}{OUTSIDE}:{port}")
    assert (done.status, inbox.mails) == (3, [])
    assert "offers no encryption (STARTTLS); name one that does" in done.err


def test_a_password_that_is_wrong(desk: Desk) -> None:
    inbox = Inbox()
    with started(serve(inbox, authenticator=log_in, auth_require_tls=False)) as port:
        done = proof(desk, f"smtp://ada:wrong-word@localhost:{port}")
        assert "does not take the user name and the password (535)" in done.err
        assert (done.status, inbox.mails, "wrong-word" in done.said) == (3, [], False)
        assert proof(desk, f"smtp://{LOGIN}localhost:{port}").status == 0


def test_a_server_that_lets_nobody_log_in(desk: Desk) -> None:
    with started(serve(Inbox())) as port:
        done = proof(desk, f"smtp://{LOGIN}localhost:{port}")
    assert (done.status, "does not let anyone log in" in done.err) == (3, True)


def test_a_recipient_that_is_refused(desk: Desk) -> None:
    inbox = Inbox()
    inbox.refused = f"550 5.1.1 no such user here {PASSWORD}"
    with started(serve(inbox, authenticator=log_in, auth_require_tls=False)) as port:
        done = proof(desk, f"smtp://{LOGIN}localhost:{port}")
    assert (done.status, inbox.mails) == (3, [])
    assert f"takes no mail to '{TO}': 550 5.1.1 no such user here …; see whether" in done.err


def test_a_message_that_is_refused(desk: Desk) -> None:
    inbox = Inbox()
    inbox.after_data = "552 5.3.4 too \x1b[31mlong"
    with started(serve(inbox)) as port:
        done = proof(desk, f"smtp://localhost:{port}")
    assert done.status == 3
    assert r"does not take the message: 552 5.3.4 too \x1b[31mlong" in done.err


def hang(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.recv(1)


def close(connection: socket.socket) -> None:
    connection.sendall(b"220 hello\r\n")
    connection.recv(1000)


def babble(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def refuse(connection: socket.socket) -> None:
    connection.sendall(b"220 hello\r\n")
    while connection.recv(1000):
        connection.sendall(f"554 5.7.1 you are on a list {PASSWORD}\r\n".encode())


def refuse_encryption(connection: socket.socket) -> None:
    connection.sendall(b"220 hello\r\n")
    connection.recv(1000)
    connection.sendall(b"250-hello\r\n250 STARTTLS\r\n")
    connection.recv(1000)
    connection.sendall(b"454 4.7.0 not now\r\n")


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (close, "broke off the connection; run the same command again"),
        (babble, "does not speak SMTP, or not with this machine: an answer that has no code; see"),
        (refuse, "or not with this machine: 554 5.7.1 you are on a list …; see whether its port"),
        (refuse_encryption, "with this machine: 454 4.7.0 not now; run the same command again in"),
        (hang, "did not answer in time; run the same command again"),
    ],
)
def test_a_server_that_is_none(
    desk: Desk, deed: Callable[[socket.socket], None], said: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with contextlib.suppress(OSError):
                connection, _ = server.accept()
                with connection:
                    deed(connection)

        thread = threading.Thread(target=answer)
        thread.start()
        done = proof(desk, f"smtp://{LOGIN}localhost:{server.getsockname()[1]}")
        thread.join()
    assert done.status == 3
    assert said in done.err


def test_a_server_that_has_the_message_and_does_not_take_leave(desk: Desk) -> None:
    class Slow(Inbox):
        async def handle_QUIT(self, server: SMTP, *_others: object) -> str:  # noqa: N802 -- aiosmtpd's name
            while True:
                await server.push("221-one moment")
                await asyncio.sleep(0.05)

    inbox = Slow()
    with started(serve(inbox)) as port:
        done = proof(desk, f"smtp://localhost:{port}")
    assert (done.status, len(inbox.mails)) == (0, 1), done.err


def test_nobody_listens(desk: Desk) -> None:
    port = find_port()
    done = proof(desk, f"smtp://localhost:{port}")
    expected = f"Error: the mail server 'localhost:{port}' refused the connection; see whether its"
    assert (done.status, done.err.startswith(expected)) == (3, True)


def test_a_host_that_does_not_exist(desk: Desk) -> None:
    done = proof(desk, f"smtp://{LOGIN}mail.invalid")
    assert (done.status, "cannot be reached" in done.err) == (3, True)


def test_plain_words_where_encryption_is_asked_for(desk: Desk) -> None:
    with started(serve(Inbox())) as port:
        done = proof(desk, f"smtps://localhost:{port}")
    assert (done.status, "does not speak TLS as it should" in done.err) == (3, True)


@pytest.mark.parametrize(
    "address",
    [
        *("", " ", "nobody", "a@b", "a@b.example, c@d.example", "a b@c.example"),
        *("Ada <ada@b.example>", "a@b.example\r\nBcc: c@d.example", "é\u2028@b.example"),
    ],
)
def test_an_address_that_is_none(desk: Desk, address: str) -> None:
    done = desk.run("2022-03", "--to", address, DIGEST_SMTP="smtp://localhost:1")
    assert (done.status, f"{printable(address)}' is no mail address" in done.err) == (2, True)
    # and nothing is handed over in place of a proof
    assert desk.service.seen == []


def test_addresses_in_other_scripts(desk: Desk) -> None:
    inbox = Inbox()
    with started(serve(inbox, enable_SMTPUTF8=True)) as port:
        for address in ("ada@bücher.example", "jürgen@example.org"):
            done = desk.run("2022-03", "--to", address, DIGEST_SMTP=f"smtp://localhost:{port}")
            assert done.status == 0, done.err
    first, second = inbox.mails
    assert (first.rcpt_tos, second.rcpt_tos) == (
        ["ada@xn--bcher-kva.example"],
        ["jürgen@example.org"],
    )
    assert isinstance(first.content, bytes)
    assert isinstance(second.content, bytes)
    assert b"\r\nTo: ada@xn--bcher-kva.example\r\n" in first.content
    assert "\r\nTo: jürgen@example.org\r\n".encode() in second.content


def test_a_server_that_knows_ascii_alone(desk: Desk) -> None:
    with started(serve(Inbox(), enable_SMTPUTF8=False)) as port:
        address = f"smtp://localhost:{port}"
        done = desk.run("2022-03", "--to", "jürgen@example.org", DIGEST_SMTP=address)
    assert done.status == 3
    assert "takes no address with other letters than ASCII's; name another" in done.err


@pytest.mark.parametrize(
    ("refusal", "remedy"),
    [
        ("450 4.2.0 greylisted", "run the same command again in a few minutes"),
        ("550 5.1.1 no such user", "see whether the address is right"),
    ],
)
def test_what_to_do_is_said_by_how_long_a_server_refuses(
    desk: Desk, refusal: str, remedy: str
) -> None:
    inbox = Inbox()
    inbox.refused = refusal
    with started(serve(inbox)) as port:
        done = proof(desk, f"smtp://localhost:{port}")
    assert done.err.endswith(f"takes no mail to '{TO}': {refusal}; {remedy}\n")


def test_a_password_is_not_told_as_it_was_sent_either(desk: Desk) -> None:
    inbox = Inbox()
    sent = [f"\0{USER}\0{PASSWORD}", PASSWORD]
    encoded = [base64.b64encode(one.encode()).decode() for one in sent]
    inbox.refused = f"550 you said {' and '.join(encoded)}"
    with started(serve(inbox, authenticator=log_in, auth_require_tls=False)) as port:
        done = proof(desk, f"smtp://{LOGIN}localhost:{port}")
    assert "550 you said … and …; " in done.err
