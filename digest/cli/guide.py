"""`digest guide`."""

from __future__ import annotations

import sys

import click

from digest.commands.guide import PAGES, guide_file, read_guide


@click.command("guide")
@click.argument("page", type=click.Choice(list(PAGES)), default="writing")
def command(page: str) -> None:
    """Print a page of the guide, which comes with digest.

    \b
    writing    what the folder, the settings, an edition and an entry may hold
    problems   every rule that is checked, and what to do when one is broken
    themes     making a theme of your own
    """  # noqa: D301 -- `\b` is click's sign that the lines stay as they are
    click.echo(f"this page is the file '{guide_file(page)}'", err=True)
    if sys.stdout.isatty():
        click.echo_via_pager(read_guide(page))
    else:
        click.echo(read_guide(page), nl=False)
