"""`digest discover`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import IO, TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.basics.files import FileError, reason_of
from digest.basics.text import count_of
from digest.candidates.checklist import keep_ticks
from digest.candidates.dismiss import MalformedIdsError, dismiss
from digest.candidates.jsonlines import parse_candidates
from digest.candidates.shown import FORMATS, format_ranked
from digest.cli.common import (
    Progress,
    WholeNumber,
    check_clock,
    find_newsletter,
    print_data,
    read_issue,
    root_option,
    say,
)
from digest.commands.discover import Asked, NowhereToLookError, discover
from digest.settings.config import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from digest.candidates.candidate import Candidate
    from digest.commands.discover import Discovered

_SHOWN_PROBLEMS = 10
_UNITS = {"d": 1, "w": 7}
"""In days."""


_EXAMPLES = """\b
Examples:
  digest discover                          the 20 best of the last seven days
  digest discover --since 2022-03-01 --category cs.CL --query "dense retrieval"
  digest discover --format html > p.html   a page to skim, with the abstracts
  digest discover --format markdown        a checklist for an issue: what is ticked
                                           there, 'digest add --from-issue' takes
  digest discover --dismiss 2202.06991     that one is not shown again
"""


class _Since(click.ParamType[Callable[[str], str]]):
    """A date, or how long ago: a function from today to the first day."""

    name = "7d|DATE"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Callable[[str], str]:
        """Read what was typed."""
        ago = re.fullmatch(r"([0-9]{1,4})([dw])", value.strip(), re.IGNORECASE)
        if ago:
            days = dt.timedelta(int(ago[1]) * _UNITS[ago[2].lower()])
            return lambda today: (dt.date.fromisoformat(today) - days).isoformat()
        try:
            day = dt.date.fromisoformat(value.strip()).isoformat()
        except ValueError:
            self.fail(f"'{value}' is neither days, as 7d, nor a date, as 2022-03-15", param, ctx)
        return lambda _today: day


@click.command("discover", epilog=_EXAMPLES)
@root_option
@click.option(
    "--since", type=_Since(), metavar="7d|DATE", help="Only papers listed since; 7d by default."
)
@click.option("--limit", type=WholeNumber(min=1), metavar="N", help="How many are shown.")
@click.option(
    "--category",
    "categories",
    metavar="C",
    multiple=True,
    help="Only of it, as cs.CL; it may be given again.",
)
@click.option("--query", metavar="WORDS", default="", help="Only papers that have all these words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="For people, as a checklist for an issue, for programs, or as one page to skim.",
)
@click.option(
    "--candidates",
    type=click.File("rb"),
    metavar="FILE",
    help="Rank the papers of a file, or of - for standard input, and ask no source.",
)
@click.option(
    "--background",
    type=click.File("rb"),
    metavar="FILE",
    help="Papers that could be had earlier, to learn from what was not chosen.",
)
@click.option(
    "--renew",
    "checklist",
    type=click.File("rb"),
    metavar="FILE",
    help="With --format markdown: keep what is ticked in this earlier checklist.",
)
@click.option("--dismiss", "is_dismissing", is_flag=True, help="Never show the papers ID… again.")
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.pass_context
def command(  # noqa: PLR0913 -- as many as there are options
    ctx: click.Context,
    root: str | None,
    *,
    since: Callable[[str], str] | None,
    limit: int | None,
    categories: tuple[str, ...],
    query: str,
    form: str,
    candidates: IO[bytes] | None,
    background: IO[bytes] | None,
    checklist: IO[bytes] | None,
    is_dismissing: bool,
    ids: tuple[str, ...],
) -> None:
    """Print papers that the next edition may cover, best first.

    They come from the sources that 'discover:' in content/site.yaml names. What is covered, added
    or dismissed is left out, in whatever version. The order is learnt from the papers of all
    editions, the newer the more: what sets them apart from those that could be had and were not
    chosen, in words, categories and authors. Keywords and people of 'discover:' come on top, and
    until an entry has a record they make the order, and behind them what many papers are on. The
    same papers always come in the same order.

    Each paper has its reasons: the words that weighed most, the paper of the archive that is
    nearest, the authors who were covered before; and the command that starts an entry for it.

    FILE has a JSON object a line: {"id": "2202.06991", "title": "…", "abstract": "…", "authors":
    ["…"], "categories": ["cs.CL"], "listed": "2022-03-15"}. Only the id must be there. A line that
    cannot be read is named and left out.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    if is_dismissing:
        _dismiss(folder, ids)
        return
    if ids:
        raise click.UsageError("ids are for --dismiss; to look for some words, use --query")
    if checklist and form != "markdown":
        raise click.UsageError("--renew is for --format markdown")
    if candidates is not None and candidates is background:
        raise click.UsageError("standard input is either the candidates or the background")
    asked = Asked(
        since,
        categories,
        query,
        None if candidates is None else _read(candidates),
        () if background is None else _read(background),
        read_issue(checklist, "--renew") if checklist else (),
    )
    progress = Progress("")
    try:
        found = discover(folder, asked, progress.tell, _tell_waiting)
    except NowhereToLookError as error:
        raise click.UsageError(str(error)) from error
    finally:
        progress.close()
    _print(found, form, FORMATS[form].limit if limit is None else limit)
    if found.failures:
        ctx.exit(3)


def _tell_waiting() -> None:
    click.echo("another digest is at work for this newsletter; waiting for it", err=True)


def _read(file: IO[bytes]) -> tuple[Candidate, ...]:
    """Read papers, and say which lines are left out."""
    try:
        read = parse_candidates(file)
    except OSError as error:
        raise FileError(f"cannot read '{file.name}': {reason_of(error)}") from error
    _tell(f"warning: '{file.name}', {problem}; left out" for problem in read.problems)
    return read.candidates


def _tell(problems: Iterable[str]) -> None:
    lines = list(problems)
    for line in lines[:_SHOWN_PROBLEMS]:
        say(line, err=True)
    if (more := len(lines) - _SHOWN_PROBLEMS) > 0:
        click.echo(f"warning: {more:,} more lines are left out", err=True)


def _print(found: Discovered, form: str, limit: int) -> None:
    shown = found.ranked[:limit] if limit else found.ranked
    text = format_ranked(form, shown, found.title, found.byline_max)
    text = keep_ticks(text, found.ticked) if found.ticked else text
    if form == "text":
        click.echo(text, nl=False)
    else:
        print_data(text)
    count = f"{len(shown):,} of {count_of(len(found.ranked), 'paper')}"
    known = _say_others(found.left_out, "covered or dismissed")
    known += _say_others(found.unwanted, "not what was asked for")
    learnt = (
        f"the order is learnt from {count_of(found.choices, 'paper')} of the archive"
        if found.choices
        else "no entry has a record yet: keywords, people and common topics make the order"
    )
    click.echo(f"{count}{known}; {learnt}", err=True)
    for note in found.notes:
        say(f"note: {note}", err=True)
    for failure in found.failures:
        say(f"Error: {failure}", err=True)


def _say_others(number: int, what: str) -> str:
    others = "1 other is" if number == 1 else f"{number:,} others are"
    return f"; {others} {what}" if number else ""


def _dismiss(folder: Path, ids: tuple[str, ...]) -> None:
    if not ids:
        raise click.UsageError("name the papers behind --dismiss, by their ids or addresses")
    today = read_today(read_settings(folder).timezone)
    try:
        dismissed = dismiss(folder, ids, today, _tell_waiting)
    except MalformedIdsError as error:
        raise click.UsageError(str(error)) from error
    for one in dismissed.new:
        say(" ".join(filter(None, (one.ids[0], one.title))))
    for typed in dismissed.known:
        click.echo(f"'{typed}' was dismissed before", err=True)
