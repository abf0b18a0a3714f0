"""`digest send`."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.basics.diagnostics import has_errors
from digest.basics.text import count_of, printable
from digest.cli.common import (
    EditionName,
    check_clock,
    find_newsletter,
    require_settings,
    root_option,
    say,
    tell_address,
)
from digest.commands.editionmail import build_mail
from digest.commands.editionplan import NoEditionError
from digest.commands.report import format_text
from digest.commands.send import (
    SentError,
    note_sent,
    send_edition,
    send_proof,
)
from digest.content.sent import SENT_FILE
from digest.records.service import ServiceError
from digest.sending.mailservice import SetupError
from digest.sending.smtp import parse_recipient
from digest.sending.userconfig import find_server
from digest.settings.buildoptions import BuildOptions

if TYPE_CHECKING:
    from pathlib import Path

    from digest.commands.editionmail import Mail
    from digest.commands.send import Handed

_DEEDS = {
    "made": ("made a draft of '{}'", "would make a draft of '{}'"),
    "made anew": (
        "the draft of '{}' was deleted there; made a new one",
        "the draft of '{}' was deleted there; would make a new one",
    ),
    "updated": ("updated the draft of '{}'", "would update the draft of '{}'"),
    "same": ("'{}' was handed over with the same content; nothing to do",) * 2,
}
_WRONG, _FAILED = 2, 3


@click.command("send")
@root_option
@click.argument("id_", metavar="[EDITION]", default="", type=EditionName())
@click.option(
    "--to",
    metavar="ADDRESS",
    multiple=True,
    help="Send a proof by SMTP to this address. It may be given again.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and change nothing.")
@click.pass_context
def command(
    ctx: click.Context, root: str | None, id_: str, to: tuple[str, ...], *, dry_run: bool
) -> None:
    """Hand an edition to the mail service as a draft, or send a proof of it.

    The service is the one that site.yaml names below 'email', 'provider', and its key comes from
    the environment. Sending the draft to readers stays your click there. Whatever is cut off, the
    same command goes on to exactly one draft; what was handed over stands in content/sent.yaml,
    which is to be committed. Without EDITION, it is noted there which drafts were sent since.

    With --to, the mail goes to that address through the server that DIGEST_SMTP names, or 'smtp' in
    your own config.yaml. A draft edition will do; its subject says so.
    """
    check_clock()
    # an empty address, of a variable that is not set, asks for no draft
    recipients = tuple(dict.fromkeys(map(_read_recipient, to)))
    if recipients and not id_:
        raise click.UsageError("name the edition whose proof is to be sent")
    folder = find_newsletter(ctx, root)
    try:
        if id_:
            _send(ctx, folder, id_, recipients, dry_run=dry_run)
        else:
            _note(folder, dry_run=dry_run)
    except NoEditionError as error:
        raise click.BadParameter(str(error), param_hint="EDITION") from error
    except (SetupError, SentError, ServiceError) as error:
        say(f"Error: {error}", err=True)
        ctx.exit(_FAILED if isinstance(error, ServiceError) else _WRONG)


def _read_recipient(to: str) -> str:
    recipient = parse_recipient(to)
    if not recipient:
        problem = f"'{printable(to)}' is no mail address; write one alone, as 'you@example.org'"
        raise click.BadParameter(problem, param_hint="--to")
    return recipient


def _send(
    ctx: click.Context, folder: Path, id_: str, recipients: tuple[str, ...], *, dry_run: bool
) -> None:
    mail = build_mail(folder, id_, lambda zone: BuildOptions(read_today(zone)))
    own = f"content/editions/{id_}/"
    is_broken = has_errors(mail.diagnostics)
    about = (own, SENT_FILE)
    told = [one for one in mail.diagnostics if is_broken or one.path.startswith(about)]
    if told:
        click.echo(format_text(told), err=not is_broken)
    if is_broken:
        click.echo("nothing was sent", err=True)
        ctx.exit(1)
    tell_address(folder)
    if recipients:
        _send_proofs(ctx, mail, recipients, dry_run=dry_run)
        return
    if mail.edition.draft:
        hint = "take 'draft: true' away, or send yourself a proof with --to"
        raise SentError(f"the edition '{id_}' is a draft; {hint}")
    now = dt.datetime.now(dt.UTC)
    handed = send_edition(folder, mail, os.environ, now, _tell_waiting, is_trial=dry_run)
    _tell(mail, handed, dry_run=dry_run)


def _send_proofs(
    ctx: click.Context, mail: Mail, recipients: tuple[str, ...], *, dry_run: bool
) -> None:
    """Send each address a proof; one that fails stops no other."""
    server, done = find_server(os.environ), "would send" if dry_run else "sent"
    failed = False
    for to in recipients:
        try:
            if not dry_run:
                send_proof(mail, server, to, dt.datetime.now().astimezone())
            click.echo(f"{done} a proof of '{mail.edition.id}' to {to} through {server.host}")
        except ServiceError as error:
            say(f"Error: {error}", err=True)
            failed = True
    if failed:
        ctx.exit(_FAILED)


def _tell(mail: Mail, handed: Handed, *, dry_run: bool) -> None:
    """Print what became of an edition; SentError where it cannot be handed over any more."""
    id_, outcome, service = mail.edition.id, handed.outcome, handed.service
    for note in handed.notes:
        click.echo(f"note: {note}", err=True)
    if outcome.deleted:
        done = "would delete" if dry_run else "deleted"
        click.echo(f"note: {done} {count_of(outcome.deleted, 'other draft')} of it", err=True)
    if outcome.copies:
        copies = f"{count_of(outcome.copies, 'other draft')} with the mark of '{id_}'"
        click.echo(f"note: left {copies} alone: see that only one is sent", err=True)
    if outcome.deed == "sent":
        raise SentError(f"the edition '{id_}' was sent already, says {service}")
    if outcome.deed == "scheduled":
        hint = "make it a draft again there, then run the same command"
        raise SentError(f"{service} is to send the edition '{id_}' at a time that is set; {hint}")
    what = _DEEDS[outcome.deed][dry_run].format(id_)
    where = f"; go on there: {handed.page}" if handed.page and not dry_run else ""
    say(f"{service}: {what}{where}")


def _note(folder: Path, *, dry_run: bool) -> None:
    settings = require_settings(folder)
    sent = note_sent(folder, settings, os.environ, _tell_waiting, is_trial=dry_run)
    for id_ in sent:
        click.echo(f"'{id_}' was sent")
    if not sent:
        click.echo("no draft was sent that content/sent.yaml does not know of")


def _tell_waiting() -> None:
    click.echo("another digest is handing an edition over; waiting for it", err=True)
