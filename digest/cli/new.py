"""`digest new`."""

from __future__ import annotations

import click

from digest.basics.clock import read_today
from digest.cli.common import EditionName, check_clock, find_newsletter, root_option
from digest.commands.fetch import read_content
from digest.commands.new import NewFileError, make_edition, write_new


@click.command("new")
@root_option
@click.argument("id_", metavar="ID", type=EditionName())
@click.pass_context
def command(ctx: click.Context, root: str | None, id_: str) -> None:
    """Make the folder of a new edition, with its index.md.

    ID is the folder's name and a part of the edition's address. A month, as 2022-04, or a day
    gives the edition its title and its date; with any other the edition is dated today. Prints
    the file that it made.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    content = read_content(folder)
    try:
        file = make_edition(id_, content, read_today(content.settings.timezone))
        write_new(folder, [file])
    except NewFileError as error:
        raise click.UsageError(str(error)) from error
    click.echo(file.path)
