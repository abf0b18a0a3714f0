"""`digest status`."""

from __future__ import annotations

import click

from digest.basics.clock import read_today
from digest.cli.common import check_clock, find_newsletter, print_data, root_option
from digest.commands.status import read_status
from digest.commands.statustext import format_status, format_status_json
from digest.settings.buildoptions import BuildOptions


@click.command("status")
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs.",
)
@click.pass_context
def command(ctx: click.Context, root: str | None, form: str) -> None:
    """Say which editions are under way, when each is due, and what it lacks.

    Those are the drafts, the editions of a later date, those with entries that are drafts, and the
    newest one until it is sent. Of each it says which entries lack sections, records or a
    description, and how long its mail is. Nothing is written, and the network is never used.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    status = read_status(folder, lambda zone: BuildOptions(read_today(zone)))
    if form == "json":
        print_data(f"{format_status_json(status)}\n")
    else:
        click.echo(format_status(status))
