"""`digest import`."""

from __future__ import annotations

import shlex
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.basics.text import count_of, printable
from digest.cli.common import (
    Progress,
    check_clock,
    find_newsletter,
    require_settings,
    root_option,
    say,
)
from digest.commands.importarchive import ImportOptions, import_archive
from digest.commands.importsource import read_source
from digest.commands.init.newsletter import Start, title_of_folder
from digest.commands.init.origin import read_origin
from digest.commands.new import NewFileError
from digest.commands.unfetched import name_some
from digest.content.discover import is_newsletter
from digest.importing.cleanaddresses import is_of_service
from digest.importing.files import Unusable
from digest.importing.post import Place
from digest.importing.report import (
    FAULTS,
    REPORT,
    count_faults,
    describe_waiting,
    group_left_out,
    summarise,
)
from digest.importing.sources import SOURCES
from digest.settings.sitefile import NOBODYS_URL
from digest.settings.webaddresses import site_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.commands.importarchive import Imported
    from digest.commands.importsource import ReadSource

_SHOWN = 5
"""Reasons for which something was left out that are printed; all are in the report."""


_EXAMPLES = """\b
Examples:
  digest import export.zip --into newsletter   a new newsletter of an export
  digest import my-site --dry-run              the files that it would make
  digest import https://example.org/feed.xml --pictures
"""


@click.command("import", epilog=_EXAMPLES)
@root_option
@click.argument("source", metavar="SOURCE")
@click.option(
    "--from",
    "kind",
    type=click.Choice([one.name for one in SOURCES]),
    help="What SOURCE is, where digest takes it for something else.",
)
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The newsletter's folder; where it has none, a new one is made.",
)
@click.option("--url", default="", help="The address that the newsletter had until now.")
@click.option("--drafts", is_flag=True, help="Take drafts too; they stay drafts.")
@click.option("--paid", is_flag=True, help="Take posts too that only those who pay may read.")
@click.option(
    "--look-up",
    is_flag=True,
    help="Ask arXiv, Crossref and pages for papers of which no id is known.",
)
@click.option("--pictures", is_flag=True, help="Fetch the pictures that posts show from the web.")
@click.option("--dry-run", "is_trial", is_flag=True, help="Say what would be done, write nothing.")
@click.pass_context
def command(  # noqa: PLR0913 -- as many options
    ctx: click.Context,
    root: str | None,
    source: str,
    kind: str | None,
    into: Path | None,
    url: str,
    *,
    drafts: bool,
    paid: bool,
    look_up: bool,
    pictures: bool,
    is_trial: bool,
) -> None:
    """Make editions of an archive from elsewhere, and list all that was wrong with it.

    SOURCE is the zip or the file of an export, the folder of a site, or the address of a feed; '-'
    reads a file from standard input. Each post becomes an edition, and each paper that it covers an
    entry; what is no paper stays text. Old addresses lead on to the new ones, and numbers typed by
    hand become citations. Drafts and posts for those who pay are left out unless you ask for them;
    readers' addresses and keys always are.

    What came in, what was wrong and what was left out is in import-report.md. The same command may
    be given again, also with a newer export: what is new is added, and what you have edited since
    stays as it is. Then 'digest fetch' gets the facts of the papers.
    """
    check_clock()
    read = read_source(source, kind or "", url, sys.stdin.buffer.read)
    if isinstance(read, Unusable) and read.is_passing:
        say(f"Error: {read.message}; {read.hint}", err=True)
        ctx.exit(3)
    if isinstance(read, Unusable):
        raise click.UsageError("; ".join(filter(None, (read.message, read.hint))))
    folder = into if into is not None else find_newsletter(ctx, root)
    if is_newsletter(folder):
        require_settings(folder)
    start = _make_start(folder, read, url)
    options = ImportOptions(
        read.what,
        start,
        read.name,
        drafts=drafts,
        paid=paid,
        look_up=look_up,
        now=int(time.time()),
        pictures=pictures,
        is_trial=is_trial,
    )
    progress = Progress("")
    try:
        done = import_archive(folder, read.archive, read.files, options, progress.tell)
    except NewFileError as error:
        raise click.UsageError(str(error)) from error
    finally:
        progress.close()
    _print(done, folder, is_trial=is_trial)
    for failure in done.failures:
        say(f"Error: {failure}", err=True)
    if done.failures:
        ctx.exit(3)


def _make_start(folder: Path, read: ReadSource, url: str) -> Start:
    """Return what a new newsletter is to be, by what the archive says of itself."""
    archive = read.archive
    title = archive.title or title_of_folder(folder.absolute().resolve().name)
    requirement = "" if is_newsletter(folder) else read_origin().requirement
    known = url or archive.url
    address = site_address("" if is_of_service(known) else known) or NOBODYS_URL
    lang = archive.main_lang or "en"
    return Start(title, address, lang, read_today("UTC"), requirement, archive.tagline)


def _print(done: Imported, folder: Path, *, is_trial: bool) -> None:
    for line in _list_lines(done, is_trial=is_trial):
        click.echo(line)
    if is_trial:
        click.echo("\nnothing was written", err=True)
        return
    steps = ["digest fetch", "digest check", "digest serve"]
    if folder.resolve() != Path.cwd().resolve():
        steps.insert(0, f"cd {shlex.quote(str(folder))}")
    click.echo(f"\n{REPORT} tells more; next:", err=True)
    click.echo("\n".join(f"  {step}" for step in steps), err=True)


def _list_lines(done: Imported, *, is_trial: bool) -> Iterator[str]:
    if is_trial:
        for step in done.steps:
            yield from (file.path for file in step.write)
            yield from (f"{path} (deleted)" for path in step.delete)
    report = done.report
    yield f"{report.source}: {summarise(report.counts)}"
    deeds = Counter(step.deed for step in done.steps)
    told = f"{deeds['new']:,} new, {deeds['renewed']:,} made anew, {deeds['same']:,} as they were"
    yield f"  {told}"
    for touched in report.edited:
        yield f"left as it is, for it was changed here: {', '.join(touched)}"
    if report.gone:
        yield f"left as it is, though no longer in the source: {name_some(report.gone)}"
    for kind, count in count_faults(report.faults):
        first = next(one for one in report.faults if one.kind == kind)
        yield f"{FAULTS[kind]}: {count:,}"
        yield f"  {printable(f'{Place(first.path, first.line)}: {first.message}')}"
    yield from (describe_waiting(one).replace("`", "") for one in report.waiting)
    groups = group_left_out(report.left_out)
    for reason, found in groups[:_SHOWN]:
        yield f"left out {count_of(len(found), 'time')}: {reason}"
    if more := groups[_SHOWN:]:
        yield f"left out for {count_of(len(more), 'more reason')}, all in {REPORT}"
    yield from (note.replace("`", "'") for note in report.notes)
