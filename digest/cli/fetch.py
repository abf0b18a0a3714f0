"""`digest fetch`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from digest.basics.diagnostics import has_errors
from digest.basics.text import count_of
from digest.cli.common import Progress, find_newsletter, root_option, say, tell_waiting
from digest.commands.fetch import fetch
from digest.commands.report import format_text
from digest.commands.unfetched import name_some
from digest.records.answers import hold_fetching

if TYPE_CHECKING:
    from digest.commands.fetch import FetchResult


_NAMED = 20
"""Works that are named as still to be fetched; of more it is said how many."""


@click.command("fetch")
@root_option
@click.option(
    "--refresh",
    is_flag=True,
    help="Ask again for records older than a day too, and say what changed.",
)
@click.pass_context
def command(ctx: click.Context, root: str | None, *, refresh: bool) -> None:
    """Fetch every record that the content needs and lacks, from arXiv and doi.org.

    What is covered or cited by `arxiv:` or `doi:` gets a file below content/papers. It can be
    stopped at any moment, and goes on where it was. What cannot be fetched is named, and the rest
    is fetched. Exits with 1 where there is no record of a work, and with 3 where a service stays
    away.
    """
    folder = find_newsletter(ctx, root)
    progress = Progress("fetching records")
    try:
        with hold_fetching(folder, tell_waiting):
            result = fetch(folder, int(time.time()), progress, refresh=refresh)
    finally:
        progress.close()
    for update in result.updates:
        say(f"{update.key}: {'; '.join(update.news)}")
    for doubt in result.doubts:
        say(f"warning: {doubt}", err=True)
    if result.diagnostics:
        click.echo(format_text(result.diagnostics))
    click.echo(_summarise(result, refresh=refresh))
    for failure in result.failures:
        say(f"Error: {failure}", err=True)
    if result.failures:
        if result.unanswered:
            count, names = len(result.unanswered), name_some(result.unanswered, _NAMED)
            click.echo(f"{count_of(count, 'record')} still to be fetched: {names}", err=True)
        ctx.exit(3)
    if has_errors(result.diagnostics):
        ctx.exit(1)


def _summarise(result: FetchResult, *, refresh: bool) -> str:
    parts = [f"{count_of(result.fetched, 'record')} fetched"]
    if refresh:
        parts.append(f"{result.refreshed} asked for again, {result.changed} changed")
    parts.append(f"{result.present} there already")
    return ", ".join(parts)
