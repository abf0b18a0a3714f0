"""`digest check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.basics.diagnostics import has_errors
from digest.basics.files import cannot
from digest.cli.common import (
    Progress,
    check_clock,
    find_newsletter,
    print_data,
    root_option,
    say,
    tell_address,
)
from digest.commands.check import check
from digest.commands.fetch import read_content
from digest.commands.fix import format_change, mend_newsletter
from digest.commands.report import FOR_PROGRAMS, format_text
from digest.commands.review import format_summary
from digest.commands.unfetched import name_some
from digest.commands.weblinks import Asking
from digest.settings.buildoptions import BuildOptions

if TYPE_CHECKING:
    from digest.basics.diagnostics import Diagnostic


@click.command("check")
@root_option
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option(
    "--links", is_flag=True, help="Also ask for each page of the web that the text leads to."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FOR_PROGRAMS]),
    default="text",
    help="For people, for programs, or as GitHub's annotations.",
)
@click.option(
    "--summary",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Add a summary for reviewers to this file, in Markdown.",
)
@click.option("--fix", is_flag=True, help="First mend what can have only one meaning.")
@click.option(
    "--all", "show_all", is_flag=True, help="Show every problem, not 20 of many that are alike."
)
@click.pass_context
def command(  # noqa: PLR0913 -- as many options
    ctx: click.Context,
    root: str | None,
    form: str,
    summary: Path | None,
    *,
    strict: bool,
    links: bool,
    fix: bool,
    show_all: bool,
) -> None:
    """Report every problem of the newsletter, and write nothing.

    Each future edition is checked as it will be on its day, and drafts as if they were
    published; a draft's problems are only warnings. A theme of your own is tried with
    pages of every kind.

    With --fix, typos in the names of fields, directives and citations' keys are mended first, and
    ids are written plainly. Every change is told, and what is reported is what remains. Nothing
    else in a file is touched.

    With --links, the pages of other sites are asked for, too. One that is not there is a problem;
    a site that has a fault or does not answer is only named, and the command exits with 3.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    if fix:
        # what programs read is the problems alone
        _fix(folder, to_errors=form != "text")
    progress = Progress("asking for pages")
    asking = Asking(progress)
    found = check(
        folder,
        folder / "build",
        lambda zone: BuildOptions(read_today(zone)),
        asking if links else None,
    )
    progress.close()
    if form == "text":
        click.echo(format_text(found, "" if show_all else "--all"))
    elif printed := FOR_PROGRAMS[form](found):
        print_data(f"{printed}\n")
    tell_address(folder)
    if summary:
        content = read_content(folder)
        today = read_today(content.settings.timezone)
        _append(summary, format_summary(found, content, today))
    if asking.proxy_problem:
        say(f"Error: {asking.proxy_problem}", err=True)
    elif asking.unanswered and asking.is_offline:
        remedy = "check the connection to the network, then run the same command again"
        pages = name_some(asking.unanswered)
        say(f"Error: none of the pages could be asked for: {pages}; {remedy}", err=True)
    else:
        for url, why in asking.unanswered.items():
            say(f"not known: '{url}' {why}", err=True)
    if has_errors(found) or (strict and found):
        ctx.exit(1)
    if asking.unanswered:
        ctx.exit(3)


def _fix(folder: Path, *, to_errors: bool) -> None:
    def find() -> tuple[Diagnostic, ...]:
        return check(
            folder, folder / "build", lambda zone: BuildOptions(read_today(zone), all_rules=True)
        )

    for change in mend_newsletter(folder, find):
        say(format_change(change), err=to_errors or bool(change.refusal))


def _append(file: Path, text: str) -> None:
    try:
        with file.open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise cannot("write", file, error) from error
