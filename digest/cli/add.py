"""`digest add`."""

from __future__ import annotations

import time
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING

import click

from digest.basics.text import one_line
from digest.citing.bylines import make_byline
from digest.cli.common import (
    EditionName,
    Progress,
    check_clock,
    find_newsletter,
    read_issue,
    root_option,
    say,
    tell_waiting,
)
from digest.commands.add import NamedPaper, Said, add, find_substitute
from digest.commands.new import NewFileError
from digest.commands.unfetched import describe_lacking
from digest.records.answers import hold_fetching
from digest.records.identifiers import Malformed, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.commands.add import AddResult
    from digest.records.reply import Lacking


_NEXT = "drafts, which 'digest serve' shows: write their sections, then take 'draft: true' away"


@click.command("add")
@root_option
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.option(
    "--from-issue",
    "issue",
    metavar="FILE",
    type=click.File("rb"),
    help="Also the papers that are ticked in a checklist; - for what is piped.",
)
@click.option(
    "--from",
    "list_",
    metavar="FILE",
    type=click.File("rb"),
    help="Also the papers of a list: BibTeX, RIS, CSL-JSON or CSV; - for what is piped.",
)
@click.option(
    "--edition",
    metavar="ID",
    type=EditionName(),
    default="",
    help="Where to; the newest by default.",
)
@click.option("--name", default="", help="The paper's short name, as DSI; for one paper only.")
@click.option("--by", metavar="WHO", multiple=True, help="Who writes it: a name, or a person's id.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 -- as many options
    ctx: click.Context,
    root: str | None,
    ids: tuple[str, ...],
    issue: IO[bytes] | None,
    list_: IO[bytes] | None,
    edition: str,
    name: str,
    by: tuple[str, ...],
) -> None:
    """Fetch papers and start an entry for each in the newest edition.

    An ID is an arXiv id, a DOI, or the address of a page about the paper. Where the address has
    neither in it, the page is asked for, once: what it says of the paper comes into the entry, and
    what it does not say is yours to type. Each entry has its front matter and the headings of the
    site's sections, and comes behind those that are there. It is a draft, until you have written
    it and take 'draft: true' away. Prints the files that it made. Nothing is overwritten. A paper
    that cannot be read or fetched is named, and the others get their entries; the same command
    can be given again.

    FILE of --from-issue has the text of an issue, or of any checklist that 'digest discover' made.
    Of it only the ids behind ticked boxes are read, and nothing else. FILE of --from is a list that
    a reference manager or a spreadsheet exported: each paper is known by its arXiv id or its DOI,
    wherever the list has it; of one that has neither, the entry gets what the list says.
    """
    check_clock()
    ids = (*ids, *(read_issue(issue, "--from-issue") if issue else ()))
    if not ids and not issue and not list_:
        raise click.UsageError("name a paper by its arXiv id, its DOI or the address of its page")
    read, unread = _read_papers(ids)
    named = [*read, *(_read_list(list_) if list_ else ())]
    if unread and not named:
        raise click.UsageError("\n  ".join(unread))
    if not named:
        why = "no paper is ticked" if issue else "nothing in the list can be read"
        click.echo(f"{why}, and no entry was made", err=True)
        ctx.exit(0 if issue else 1)
    if name and len(named) > 1:
        raise click.UsageError("--name is for one paper, and several are named")
    folder = find_newsletter(ctx, root)
    progress = Progress("fetching records")
    plain_name, *plain_by = (one_line(it.encode(errors="replace").decode()) for it in (name, *by))
    try:
        with hold_fetching(folder, tell_waiting):
            said = Said(edition, plain_name, tuple(plain_by), from_list=bool(issue or list_))
            result = add(folder, named, said, int(time.time()), progress)
    except NewFileError as error:
        raise click.UsageError(str(error)) from error
    finally:
        progress.close()
    _print(result, named, unread)
    if result.failures:
        ctx.exit(3)
    if unread:
        ctx.exit(2)
    if result.lacking:
        ctx.exit(1)


def _read_list(file: IO[bytes]) -> tuple[NamedPaper, ...]:
    """Return the papers of a list; say what of it cannot be read."""
    # the readers of lists take their time to import
    from digest.commands.addlist import LONGEST, read_list  # noqa: PLC0415

    data = file.read(LONGEST + 1)
    name = PurePath(file.name).name if isinstance(file.name, str) else "-"
    if len(data) > LONGEST:
        raise click.BadParameter(f"it has more than {LONGEST >> 20} MB", param_hint="--from")
    found = read_list(name.strip("<>"), data)
    if found.problem:
        raise click.BadParameter(found.problem, param_hint="--from")
    for remark in found.remarks:
        say(f"warning: {remark}", err=True)
    return found.papers


def _read_papers(ids: Iterable[str]) -> tuple[list[NamedPaper], list[str]]:
    """Return the papers that ids and addresses name, and what is wrong with those that do not."""
    named, problems = [], []
    for typed in ids:
        found = parse_identifier(typed)
        if isinstance(found, Malformed) and found.page:
            named.append(NamedPaper(found.page, None))
        elif isinstance(found, Malformed) and Path(typed).is_file():
            problems.append(f"'{typed}' is a file; if it lists papers, write '--from {typed}'")
        elif isinstance(found, Malformed):
            problems.append("; ".join(filter(None, (found.message, found.hint))))
        else:
            named.append(NamedPaper(typed, found))
    return named, problems


def _print(result: AddResult, named: Sequence[NamedPaper], unread: Sequence[str]) -> None:
    for path, work in zip(result.paths, result.works, strict=True):
        click.echo(path)
        byline = make_byline(tuple(name.literal for name in work.author), limit=2, lang="en")
        say(f"  {work.plain_title}" + (f", by {byline}" if byline else ""), err=True)
    if result.paths:
        click.echo(f"\n{_NEXT}", err=True)
    for warning in result.warnings:
        say(f"warning: {warning}", err=True)
    for one in result.lacking:
        say(f"Error: {describe_lacking(one)}; {_remedy(one, named)}", err=True)
    for failure in (*unread, *result.failures):
        say(f"Error: {failure}", err=True)
    if not result.paths:
        click.echo("no entry was made", err=True)


def _remedy(lacking: Lacking, named: Sequence[NamedPaper]) -> str:
    if not lacking.problem:
        for one in named:
            if one.key == lacking.key and one.id and one.id.follows:
                return f"it seemed to follow from '{one.typed}': give the DOI that the page shows"
        return "check the id"
    return find_substitute(lacking.key)
