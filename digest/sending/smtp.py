"""A message given to a mail server (RFC 5321), encrypted unless the server is this machine."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from typing import TYPE_CHECKING, Final

from digest.basics.files import reason_of
from digest.basics.hosts import ascii_host
from digest.basics.text import shorten
from digest.records.service import Fault, ServiceError, read_timing
from digest.records.transport import within
from digest.sending.secrets import hide
from digest.settings.emailconfig import is_mail_address

if TYPE_CHECKING:
    from digest.sending.userconfig import Server

_WHOLE: Final = 120.0
"""Seconds for all of it, however slowly a server answers; each answer has less."""
_AGAIN = "run the same command again"
_FOR_NOW: Final = range(400, 500)
"""Codes with which another try may be answered otherwise (RFC 5321, section 4.2.1)."""


def parse_recipient(text: str) -> str:
    """Return the one mail address that a text is, with its host in ASCII; empty where it is none.

    What stands before the '@' may be in any script (RFC 6531).
    """
    name, _, host = text.strip().rpartition("@")
    host = ascii_host(host)
    plain = "".join(one if one.isascii() else "x" for one in name)
    is_one = is_mail_address(f"{plain}@{host}") and name.isprintable()
    return f"{name}@{host}" if is_one else ""


def send_message(server: Server, message: bytes, sender: str, to: str) -> None:
    """Give a message to a server, which delivers it to the address `to`.

    Raises ServiceError, one for each way in which that can fail, with no word of the password.
    """
    timing = read_timing(f"smtp://{server}")
    wait, whole = timing.read, max(_WHOLE / timing.divisor, timing.whole)
    try:
        within(whole, lambda: _send(server, message, sender, to, wait))
    except (Fault, OSError) as error:
        # what smtplib raises is an OSError, too
        problem, remedy = _explain(error, server)
        where = f"the mail server '{server.host}:{server.port}'"
        raise ServiceError(f"{where} {problem}", remedy) from None


def _send(server: Server, message: bytes, sender: str, to: str, wait: float) -> None:
    client = _connect(server, wait)
    try:
        if server.user:
            client.login(server.user, server.password)
        client.sendmail(sender, [to], message, () if to.isascii() else ("SMTPUTF8",))
    finally:
        # it has the message, or has said why not: how it takes leave is no matter
        with contextlib.suppress(smtplib.SMTPException, OSError, Fault):
            within(wait, client.quit)


def _connect(server: Server, wait: float) -> smtplib.SMTP:
    """Return a connection to which anything may be said."""
    context = ssl.create_default_context()
    if server.is_encrypted:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=wait, context=context)
    client = smtplib.SMTP(server.host, server.port, timeout=wait)
    try:
        client.ehlo_or_helo_if_needed()
        if server.must_encrypt or client.has_extn("starttls"):
            client.starttls(context=context)
    except ssl.SSLCertVerificationError:
        client.close()
        if server.must_encrypt:
            raise
        # between two programs of one machine nobody listens
        return smtplib.SMTP(server.host, server.port, timeout=wait)
    except (smtplib.SMTPException, OSError):
        client.close()
        raise
    return client


_FAULTS: tuple[tuple[type[Exception], str, str], ...] = (
    (
        ssl.SSLError,
        "does not speak TLS as it should",
        "see whether 'smtp://' or 'smtps://', and the port, are right",
    ),
    (TimeoutError, "did not answer in time", _AGAIN),
    (Fault, "did not answer in time", _AGAIN),
    (ConnectionRefusedError, "refused the connection", "see whether its port is right"),
    (ConnectionError, "broke off the connection", _AGAIN),
    (smtplib.SMTPServerDisconnected, "broke off the connection", _AGAIN),
)
"""What a connection can fail by, what is told of it and what to do; the narrower first."""


def _explain(error: Exception, server: Server) -> tuple[str, str]:
    """Return what the server does, or does not, and what to do about it."""
    if isinstance(error, ssl.SSLCertVerificationError):
        why = error.verify_message.rstrip(".")
        problem = f"cannot be reached safely, its certificate is not trusted: {why}"
        return problem, "see whether its name is right, and whose server it is"
    # of an answer that does not come smtplib says that the connection ended
    late = error.__context__ if isinstance(error.__context__, TimeoutError) else error
    for kind, problem, remedy in _FAULTS:
        if isinstance(late, kind):
            return problem, remedy
    if isinstance(error, smtplib.SMTPException):
        return _explain_answer(error, server)
    return (
        f"cannot be reached: {reason_of(error)}",
        "see whether its name is right, and the network is there",
    )


def _explain_answer(error: smtplib.SMTPException, server: Server) -> tuple[str, str]:
    """Return what a server says no to."""
    match error:
        case smtplib.SMTPAuthenticationError():
            # its words may have the password in them, encoded
            problem = f"does not take the user name and the password ({error.smtp_code})"
            return problem, _remedy(error.smtp_code, f"correct them, then {_AGAIN}")
        case smtplib.SMTPRecipientsRefused():
            to, (code, said) = next(iter(error.recipients.items()))
            problem = f"takes no mail to '{to}': {_quote(code, said, server)}"
            return problem, _remedy(code, "see whether the address is right")
        case smtplib.SMTPSenderRefused():
            told = _quote(error.smtp_code, error.smtp_error, server)
            remedy = "see whether email.from in site.yaml is an address that it sends for"
            return f"takes no mail from '{error.sender}': {told}", _remedy(error.smtp_code, remedy)
        case smtplib.SMTPDataError():
            told = _quote(error.smtp_code, error.smtp_error, server)
            remedy = _remedy(error.smtp_code, "see what it says of the message")
            return f"does not take the message: {told}", remedy
        case smtplib.SMTPResponseException():
            # in its greeting, or to EHLO or STARTTLS
            told = _quote(error.smtp_code, error.smtp_error, server)
            remedy = _remedy(error.smtp_code, "see whether its port is right")
            return f"does not speak SMTP, or not with this machine: {told}", remedy
    return _explain_lack(error, server)


def _explain_lack(error: smtplib.SMTPException, server: Server) -> tuple[str, str]:
    """Return what a server does not offer."""
    if "SMTPUTF8" in str(error):
        return "takes no address with other letters than ASCII's", "name another address"
    if server.must_encrypt and not server.is_encrypted:
        remedy = "name one that does: nothing is said in the open to another machine"
        return "offers no encryption (STARTTLS)", remedy
    return "does not let anyone log in", "name no user, or another server"


def _remedy(code: int, otherwise: str) -> str:
    return f"{_AGAIN} in a few minutes" if code in _FOR_NOW else otherwise


def _quote(code: int, said: bytes | str, server: Server) -> str:
    """Return what a server said, on one line and without the password."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    user, password = server.user, server.password
    # the last two as they are sent to log in: RFC 4616
    secrets = (password, f"\0{user}\0{password}", f"{user}\0{user}\0{password}")
    told = shorten(hide(text, secrets if password else ()), 200)
    # smtplib's own code is below zero, and it cuts what it cannot read
    return f"{code} {told}" if code > 0 else "an answer that has no code"
