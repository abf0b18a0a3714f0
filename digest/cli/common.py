"""What the commands share: finding the newsletter, reading options, and printing."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import printable
from digest.content.discover import find_root, is_newsletter
from digest.settings.sitefile import NOBODYS_URL, SITE_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.settings.config import Settings
    from digest.settings.yamlnodes import Node, Reading

T = TypeVar("T")
F = TypeVar("F", bound="Callable[..., Any]")


def root_option(function: F) -> F:
    """Add `--root`, which may stand before or after the command's name."""
    decorate = click.option(
        "--root", type=click.Path(), help="The newsletter's folder; the nearest one upward."
    )
    return decorate(function)


def find_newsletter(ctx: click.Context, root: str | None) -> Path:
    """Return the newsletter's folder; a usage error where there is none."""
    named = root if root is not None else ctx.obj
    start = Path(named) if named is not None else Path.cwd()
    found = start if named is not None and is_newsletter(start) else None
    if named is None:
        found = find_root(start)
    if found is None:
        from digest.cli.nonewsletter import hint_newsletter  # noqa: PLC0415 -- for mistakes only

        where = f"in '{start}'" if named is not None else f"in '{start}' or above it"
        hint = hint_newsletter(start, is_named=named is not None)
        raise click.UsageError(f"there is no content/site.yaml {where}; {hint}")
    return found.resolve()


class WholeNumber(click.IntRange):
    """A whole number between two bounds."""

    name = "whole number"


class EditionName(click.ParamType[str]):
    """The name of an edition's folder; its path will do, as shells complete it."""

    name = "text"

    def convert(
        self,
        value: str,
        param: click.Parameter | None,  # noqa: ARG002 -- click's signature
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """Return the name alone."""
        path = value.replace("\\", "/").removesuffix("index.md").rstrip("/")
        return path.rpartition("content/editions/")[2] or value


def read_option(text: str, convert: Callable[[Node, Reading], T | None], option: str) -> T:
    """Read an option's value as site.yaml's of its kind; a usage error where it is none."""
    # what reads YAML takes its time to import, and few commands need it here
    from digest.basics.diagnostics import Place  # noqa: PLC0415
    from digest.settings.yamlnodes import Reading, Scalar  # noqa: PLC0415

    reading = Reading("")
    value = convert(Scalar(text, Place("", 1, 1), plain=True), reading)
    if value is None:
        problem = reading.diagnostics[0]
        said = "; ".join(filter(None, (problem.message, problem.hint)))
        raise click.BadParameter(said, param_hint=option)
    return value


def require_settings(folder: Path) -> Settings:
    """Return the newsletter's settings; print their errors and end the command where they have any.

    What were made by the placeholders for what cannot be read would be wrong.
    """
    # most commands read the whole newsletter, and tell of it all
    from digest.basics.diagnostics import judge  # noqa: PLC0415
    from digest.commands.report import format_text  # noqa: PLC0415
    from digest.content.discover import scan_folder  # noqa: PLC0415
    from digest.content.units import Units  # noqa: PLC0415
    from digest.output.memo import open_memo  # noqa: PLC0415

    with open_memo(None) as memo:
        units = Units(folder, memo, scan_folder(folder))
    errors = [one for one in judge(units.found, {}) if one.severity == "error"]
    if errors:
        click.echo(format_text(errors), err=True)
        click.get_current_context().exit(1)
    return units.settings


def tell_address(folder: Path) -> None:
    """Say that the newsletter's address is that of `digest init`, or of a machine at home."""
    try:
        text = (folder / SITE_FILE).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    if NOBODYS_URL.rstrip("/") not in text and not _AT_HOME.search(text):
        return
    # what reads YAML takes its time to import, and hardly a build needs it here
    from digest.settings.config import parse_settings  # noqa: PLC0415

    url = parse_settings(text).value.url
    if url == NOBODYS_URL or _AT_HOME.match(url):
        what = "nobody's address" if url == NOBODYS_URL else "an address of one machine alone"
        where = f"links in the mail and in feeds lead there until {SITE_FILE} has yours"
        click.echo(f"note: '{url}' is {what}; {where}", err=True)


_AT_HOME = lazy_regex(r"https?://(localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\]|[\w-]+\.local)[:/]")
"""An address that leads to the machine on which it is asked for, or to one beside it."""


def check_clock() -> None:
    """Refuse a SOURCE_DATE_EPOCH that is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isascii() and epoch.isdigit() and len(epoch) < 12):  # noqa: PLR2004 -- year 5138
        raise click.UsageError(f"SOURCE_DATE_EPOCH must be a number of seconds, not '{epoch}'")


def tell_waiting() -> None:
    """Say that another process is at work."""
    click.echo("another digest is fetching for this newsletter; waiting for it", err=True)


_LONGEST_ISSUE = 2**20
"""In bytes; GitHub takes the sixteenth part of it."""


def read_issue(issue: IO[bytes], option: str) -> tuple[str, ...]:
    """Return the ids that are ticked in an issue; say which ticked lines have none.

    `option` is what named it.
    """
    # most commands read none
    from digest.candidates.checklist import read_ticked  # noqa: PLC0415

    data = issue.read(_LONGEST_ISSUE + 1)
    if len(data) > _LONGEST_ISSUE:
        raise click.BadParameter("it is too long to be an issue", param_hint=option)
    ticked = read_ticked(data.decode("utf-8-sig", errors="replace"))
    for number in ticked.unclear:
        where = "its box has no id in code style right behind it"
        click.echo(f"note: line {number} is ticked and left out: {where}", err=True)
    return ticked.ids


def say(line: str, *, err: bool = False) -> None:
    """Print a line that names files, or tells what services said; a terminal obeys none of it."""
    click.echo(printable(line), err=err)


def print_data(text: str) -> None:
    """Print what programs or browsers read: in UTF-8, whatever signs a pipe takes."""
    click.echo(text.encode(errors="backslashreplace"), nl=False)


class Progress:
    """A line on a terminal that says how far long work has come; nothing elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = 0.0
        self._active = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` are done, at most ten times a second."""
        now = time.monotonic()
        if self._active and now - self._shown > 0.1:  # noqa: PLR2004 -- seconds
            self._shown = now
            # what was said before may have been longer
            click.echo(f"\r\x1b[K{self._what} {done}/{total}", nl=False, err=True)

    def tell(self, what: str, done: int, total: int) -> None:
        """Show the same of one step of many."""
        self._what = what
        self(done, total)

    def close(self) -> None:
        """Take the line away."""
        if self._active and self._shown:
            # a terminal may have been closed meanwhile
            with suppress(OSError):
                click.echo("\r\x1b[K", nl=False, err=True)
