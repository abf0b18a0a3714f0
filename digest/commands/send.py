"""`digest send`: an edition's mail to the service that sends it, as a draft, or to one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.content.sent import SENT_FILE, Handover
from digest.sending.handover import Outcome, ask, hand_over
from digest.sending.ledger import open_ledger
from digest.sending.mailservice import SetupError, hash_content
from digest.sending.proof import make_proof, read_sender
from digest.sending.services import OPENERS
from digest.sending.smtp import send_message
from digest.settings.sitefile import NOBODYS_URL

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from digest.commands.editionmail import Mail
    from digest.sending.mailservice import MailService
    from digest.sending.userconfig import Server
    from digest.settings.config import Settings


class SentError(Exception):
    """An edition cannot be handed over any more; the message says why."""


def send_proof(mail: Mail, server: Server, to: str, now: dt.datetime) -> None:
    """Send a mail to one address. Raises ServiceError."""
    sender = read_sender(mail.message) or to
    host = sender.rpartition("@")[2]
    proof = make_proof(mail.message, to, now, host, is_draft=mail.edition.draft)
    send_message(server, proof, sender, to)


class Handed(msgspec.Struct, frozen=True):
    """What became of an edition that was to be handed over."""

    service: str
    """Its name, as messages have it."""
    outcome: Outcome
    page: str
    """Where a person looks at the draft; may be empty."""
    notes: tuple[str, ...]
    """What the service does to the mail that its editor may not expect."""


def send_edition(
    root: Path,
    mail: Mail,
    environ: Mapping[str, str],
    now: dt.datetime,
    waiting: Callable[[], None],
    *,
    is_trial: bool,
) -> Handed:
    """Hand an edition to the service of site.yaml as a draft, and write that into the ledger.

    In a trial nothing is changed, here or there. `waiting` is called where another process is at
    it. Raises ServiceError, SetupError, SentError and FileError.
    """
    letter, settings = mail.letter, mail.settings
    assert letter is not None  # noqa: S101 -- without errors there is one
    name = find_provider(settings)
    with open_ledger(root, waiting) as ledger:
        entries = (ledger.entries.get(id_) for id_ in letter.marks.values())
        known = next(filter(None, entries), None)
        if known:
            _check_known(known, letter.edition, name)
        if settings.url == NOBODYS_URL:
            raise SetupError(f"'{NOBODYS_URL}' is nobody's address; write yours into site.yaml")
        service = open_service(settings, environ, root)
        content = hash_content(letter, settings)
        here = known if known and known.service == name else None
        outcome = hand_over(service, letter, here, content, is_trial=is_trial)
        made = Handover(letter.edition, name, "draft", time=f"{now:%Y-%m-%dT%H:%M:%SZ}")
        made = msgspec.structs.replace(made, content=content, words=mail.words)
        entry = _update_entry(here, made, outcome)
        if entry != known and not is_trial:
            ledger.note(entry, instead=known)
    page = service.find_page(outcome.draft, letter) if outcome.draft else ""
    return Handed(service.title, outcome, page, service.check(letter))


def open_service(settings: Settings, environ: Mapping[str, str], root: Path) -> MailService:
    """Return the service that site.yaml names. Raises SetupError."""
    return OPENERS[find_provider(settings)](settings, environ, root)


def find_provider(settings: Settings) -> str:
    """Return the name of the service that editions go to. Raises SetupError where there is none."""
    name = settings.email.provider.name
    if not name:
        hint = f"set 'provider' below 'email' to one of {', '.join(OPENERS)}"
        raise SetupError(f"site.yaml names no mail service; {hint}")
    return name


def _check_known(known: Handover, edition: str, name: str) -> None:
    """Raise SentError where what was handed over is out of reach."""
    if known.state == "sent":
        raise SentError(
            f"the edition '{edition}' was sent already, as {SENT_FILE} says; what readers have "
            "cannot be changed"
        )
    if known.service not in {name, "files"}:
        raise SentError(
            f"a draft of the edition '{edition}' lies at {known.service}, and site.yaml names "
            f"{name}; delete it there, and its lines in {SENT_FILE}"
        )


def _update_entry(known: Handover | None, made: Handover, outcome: Outcome) -> Handover:
    """Return what the ledger is to say of an edition."""
    id_ = outcome.draft.id if outcome.draft else ""
    replace = msgspec.structs.replace
    known = known and replace(known, edition=made.edition)
    match outcome.deed:
        case "sent" | "scheduled":
            # what was handed over is known only if the ledger has it
            before = known or replace(made, time="", content="", words="")
            return replace(before, draft=id_, state="sent" if outcome.deed == "sent" else "draft")
        case "same":
            return known or made
        case _:
            return replace(made, draft=id_)


def note_sent(
    root: Path,
    settings: Settings,
    environ: Mapping[str, str],
    waiting: Callable[[], None],
    *,
    is_trial: bool,
) -> tuple[str, ...]:
    """Ask the service which of the drafts were sent since, and write that into the ledger.

    Returns the ids of their editions. Raises as `send_edition` does.
    """
    service, name = open_service(settings, environ, root), settings.email.provider.name
    with open_ledger(root, waiting) as ledger:
        drafts = {
            one.draft: one
            for one in ledger.entries.values()
            if one.state == "draft" and one.service == name and one.draft
        }
        found = ask(service, lambda: service.find({}, drafts.keys())) if drafts else ()
        sent = [drafts[one.id] for one in found if one.state == "sent"]
        if sent and not is_trial:
            ledger.note(*(msgspec.structs.replace(one, state="sent") for one in sent))
    return tuple(sorted(one.edition for one in sent))
