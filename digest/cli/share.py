"""`digest share`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.cli.common import (
    EditionName,
    check_clock,
    find_newsletter,
    require_settings,
    root_option,
    tell_address,
)
from digest.commands.editionplan import NoEditionError
from digest.commands.report import format_text
from digest.commands.share import share
from digest.render.sharetexts import NETWORKS
from digest.settings.buildoptions import BuildOptions

if TYPE_CHECKING:
    from digest.commands.share import Shared


@click.command("share")
@root_option
@click.argument("id_", metavar="EDITION", type=EditionName())
@click.option(
    "--for",
    "network",
    type=click.Choice(list(NETWORKS)),
    help="For one network alone, with nothing around the text.",
)
@click.pass_context
def command(ctx: click.Context, root: str | None, id_: str, network: str | None) -> None:
    """Print texts that tell of an edition, to be pasted: for Bluesky, Mastodon and LinkedIn.

    EDITION is the name of its folder: digest share 2022-03. A text has the edition's title and
    description, up to three of its papers, and its address, and is no longer than the network
    takes: what has no room is left out. Nothing is posted, and the network is never used.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    require_settings(folder)
    try:
        shared = share(
            folder,
            folder / "build",
            id_,
            [network] if network else NETWORKS,
            lambda zone: BuildOptions(read_today(zone)),
        )
    except NoEditionError as error:
        raise click.BadParameter(str(error), param_hint="EDITION") from error
    _print(shared, is_alone=network is not None)
    tell_address(folder)
    if shared.is_waiting:
        click.echo(f"note: '{id_}' is not published yet, and its address leads nowhere", err=True)
    if shared.diagnostics:
        click.echo(format_text(shared.diagnostics), err=True)
        ctx.exit(1)


def _print(shared: Shared, *, is_alone: bool) -> None:
    for key, text in shared.texts.items():
        network = NETWORKS[key]
        if not is_alone:
            click.echo(f"--- {network.name}, {text.length} of {network.limit:,} ---\n")
        click.echo(text.text + ("" if is_alone else "\n"))
        if not text.is_whole:
            click.echo(f"note: the title is too long for {network.name}, and was cut", err=True)
