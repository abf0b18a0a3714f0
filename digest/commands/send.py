"""`digest send`: an edition's mail to the service that sends it, as a draft, or to one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, has_errors, judge
from digest.basics.ownfiles import LostError
from digest.commands.export import NoEditionError, no_edition
from digest.commands.siteplan import plan_site, read_newsletter
from digest.content.discover import scan_folder
from digest.content.sent import SENT_FILE, Handover
from digest.content.units import Units
from digest.content.wording import hash_words
from digest.output.linkedunits import read_rows
from digest.output.memo import find_memo, open_memo
from digest.sending.handover import Outcome, ask, hand_over
from digest.sending.ledger import open_ledger
from digest.sending.mailservice import Letter, SetupError, hash_content, make_mark
from digest.sending.proof import make_proof, read_sender, read_subject
from digest.sending.services import OPENERS
from digest.sending.smtp import send_message
from digest.site.addresses import MAIL
from digest.site.mail import PARTS
from digest.site.mailview import TEMPLATE, MailPart
from digest.site.rows import Rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from digest.basics.editions import Edition  # noqa: TC004 -- nothing converts a mail
    from digest.commands.siteplan import SitePlan
    from digest.output.memo import Memo
    from digest.sending.mailservice import MailService
    from digest.sending.userconfig import Server
    from digest.settings.buildoptions import BuildOptions
    from digest.settings.config import Settings  # noqa: TC004 -- likewise


class Mail(msgspec.Struct, frozen=True):
    """An edition's mail, built and checked."""

    edition: Edition
    settings: Settings
    diagnostics: tuple[Diagnostic, ...]
    """Of the whole newsletter: where one is an error, there is nothing to send."""
    letter: Letter | None = None
    """None where there is an error."""
    message: bytes = b""
    words: str = ""
    """The hash of the edition's words."""


class SentError(Exception):
    """An edition cannot be handed over any more; the message says why."""


def build_mail(root: Path, id_: str, options: Callable[[str], BuildOptions]) -> Mail:
    """Return the mail of the edition `id_` of the newsletter in `root`, as a build makes it.

    That of a draft is made as if it were published, and one of a later date as on its day. Nothing
    is written. `options` are asked for with the site's time zone, and name the edition. Raises
    NoEditionError and SetupError.
    """
    try:
        return _build_mail(root, id_, options, read_rows)
    except LostError:
        # of what the last build found, a part is damaged
        return _build_mail(root, id_, options, lambda _memo: Rows())


def _build_mail(
    root: Path, id_: str, options: Callable[[str], BuildOptions], find_rows: Callable[[Memo], Rows]
) -> Mail:
    memo_file = find_memo(root / "build")
    with open_memo(memo_file if memo_file.is_file() else None) as memo:
        newsletter = read_newsletter(root, memo, options)
        planned = plan_site(newsletter, newsletter.options, find_rows(memo))
        folders = newsletter.read_all().editions
        folder = next((one for one in folders if one.edition.id == id_), None)
        if folder is None:
            raise NoEditionError(no_edition(id_, folders))
        edition = folder.edition
        if edition.path in planned.waiting:
            asked = msgspec.structs.replace(planned.options, drafts=edition.draft, future=True)
            planned = plan_site(newsletter, asked, planned.linked.rows)
        mail = Mail(edition, newsletter.settings, planned.diagnostics)
        if has_errors(planned.diagnostics):
            return mail
        mail = _render(planned, mail)
        words = hash_words(folder, newsletter.units.texts.plain)
    return msgspec.structs.replace(mail, words=words)


def _render(planned: SitePlan, mail: Mail) -> Mail:
    """Return a mail with what its parts say, or what is wrong with them."""
    edition = mail.edition
    paths = {part: f"{MAIL}/{edition.id}/{name}" for part, name in PARTS}
    outputs = {output.path: output for output in planned.find_views({*paths.values()})}
    if not outputs:
        name = planned.newsletter.settings.theme.name
        raise SetupError(f"the theme '{name}' makes no mails: it has no '{TEMPLATE}'")
    renderer = planned.make_renderer()
    made = {part: renderer.render(outputs[path]) for part, path in paths.items()}
    whole = all(one.value is not None for one in made.values())
    found = [each for one in made.values() for each in one.diagnostics]
    told = planned.judge(found, fatal=() if whole else found)
    mail = msgspec.structs.replace(mail, diagnostics=told)
    if has_errors(told):
        return mail
    html, text, message = (made[part].value or b"" for part in ("html", "text", "message"))
    view = outputs[paths["html"]].view
    assert isinstance(view, MailPart)  # noqa: S101 -- what is planned at this path
    page = view.mail.edition.page
    letter = Letter(
        edition=edition.id,
        mark=make_mark(mail.settings.first_url or mail.settings.url, edition.id),
        title=edition.title,
        subject=read_subject(message),
        preheader=page.description,
        html=html.decode(),
        text=text.decode(),
        url=page.canonical,
    )
    return msgspec.structs.replace(mail, letter=letter, message=message)


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
    is_trial: bool = False,
) -> Handed:
    """Hand an edition to the service of site.yaml as a draft, and write that into the ledger.

    In a trial nothing is changed, here or there. `waiting` is called where another process is at
    it. Raises ServiceError, SetupError, SentError and FileError.
    """
    letter, settings = mail.letter, mail.settings
    assert letter is not None  # noqa: S101 -- without errors there is one
    service = open_service(settings, environ, root)
    name = settings.email.provider.name
    with open_ledger(root, waiting) as ledger:
        known = ledger.entries.get(letter.edition)
        if known:
            _check_known(known, name)
        content = hash_content(letter, settings)
        outcome = hand_over(service, letter, known, content, is_trial=is_trial)
        made = Handover(letter.edition, name, "draft", time=f"{now:%Y-%m-%dT%H:%M:%SZ}")
        made = msgspec.structs.replace(made, content=content, words=mail.words)
        entry = _update_entry(known, made, outcome)
        if entry != known and not is_trial:
            ledger.note(entry)
    page = service.find_page(outcome.draft, letter) if outcome.draft else ""
    return Handed(service.title, outcome, page, service.check(letter))


def open_service(settings: Settings, environ: Mapping[str, str], root: Path) -> MailService:
    """Return the service that site.yaml names. Raises SetupError."""
    name = settings.email.provider.name
    if not name:
        hint = f"set 'provider' below 'email' to one of {', '.join(OPENERS)}"
        raise SetupError(f"site.yaml names no mail service; {hint}")
    return OPENERS[name](settings, environ, root)


def _check_known(known: Handover, name: str) -> None:
    """Raise SentError where what was handed over is out of reach."""
    edition = known.edition
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
    is_trial: bool = False,
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


def read_settings(root: Path) -> Settings:
    """Return the settings of the newsletter in `root`. Raises SetupError where they are broken."""
    with open_memo(None) as memo:
        units = Units(root, memo, scan_folder(root))
    if has_errors(judge(units.found, {})):
        raise SetupError("site.yaml has errors; 'digest check' tells them")
    return units.settings
