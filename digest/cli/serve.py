"""`digest serve`."""

from __future__ import annotations

import signal
import webbrowser
from contextlib import suppress

import click

from digest.cli.common import Progress, WholeNumber, check_clock, find_newsletter, root_option
from digest.cli.stopping import Stopped
from digest.commands.serve.reports import Reports
from digest.commands.serve.run import serve
from digest.commands.serve.server import PortError, open_servers


@click.command("serve")
@root_option
@click.option(
    "--port",
    type=WholeNumber(0, 65535),
    metavar="N",
    default=8000,
    show_default=True,
    help="Where to serve; the next free one where it is taken.",
)
@click.option("--open", "opens", is_flag=True, help="Open the newsletter in your browser.")
@click.pass_context
def command(ctx: click.Context, root: str | None, port: int, *, opens: bool) -> None:
    """Show the newsletter in a browser on this machine, anew after every save.

    The page in the browser stays where you read. Errors are shown over the last good page until
    they are mended, warnings in the terminal. Drafts, marked, and future editions are shown too.
    `/_mail/` shows the mail of each edition. Ctrl-C ends it. Never uses the network.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    try:
        servers = open_servers(port)
    except PortError as error:
        raise click.UsageError(str(error)) from error
    if port not in {0, servers[0].server_port}:
        click.echo(f"port {port} is taken; this is the next free one", err=True)
    progress = Progress("rendering")

    def show(line: str, *, err: bool = False) -> None:
        progress.close()
        click.echo(line, err=err)

    def ready(address: str) -> None:
        show(address)
        show("shown until you press Ctrl-C", err=True)
        if opens:
            webbrowser.open(address)

    try:
        serve(folder, servers, Reports(show, lambda line: show(line, err=True), progress), ready)
    except Stopped as stopped:
        # a terminal that was closed cannot be told
        with suppress(OSError):
            click.echo("stopped", err=True)
        # Ctrl-C is how it is meant to end, and any other signal is told on
        if stopped.number != signal.SIGINT:
            ctx.exit(stopped.status)
