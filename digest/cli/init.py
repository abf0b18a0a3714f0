"""`digest init`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from digest.basics.clock import read_today
from digest.cli.common import check_clock, read_option
from digest.commands.init.newsletter import (
    REQUIREMENTS,
    Start,
    make_newsletter,
    title_of_folder,
)
from digest.commands.init.origin import PACKAGE, Origin, read_origin
from digest.commands.init.write import Written, has_editions, write_missing
from digest.commands.new import NewFileError
from digest.content.discover import find_root
from digest.settings.config import language
from digest.settings.sitefile import NOBODYS_URL
from digest.settings.webaddresses import site_address_field


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="The newsletter's name; the folder's by default.")
@click.option(
    "--url",
    default=NOBODYS_URL,
    help=f"Its public address; {NOBODYS_URL} by default, to be changed.",
)
@click.option("--lang", default="en", help="Its language, as en or pt-BR; en by default.")
@click.option(
    "--requirement",
    metavar="TEXT",
    help="What its requirements.txt installs; by default the digest that you are running.",
)
def command(folder: Path, title: str | None, url: str, lang: str, requirement: str | None) -> None:
    """Make a new newsletter in DIR.

    It has settings, a first edition that shows the form, a Makefile, and the workflows that
    publish it on GitHub Pages; it can be built at once. Files that are there already are kept as
    they are. Prints the files that it made, and what to do next.
    """
    check_clock()
    origin = read_origin() if requirement is None else Origin(requirement.strip(), "release")
    start = _read_start(folder, title, url, lang, origin)
    _refuse_newsletter(folder)
    files = make_newsletter(start, with_edition=not has_editions(folder))
    try:
        written = write_missing(folder, files)
    except NewFileError as error:
        raise click.UsageError(str(error)) from error
    _print(folder, written, origin)
    if url == NOBODYS_URL:
        click.echo(
            f"\n'{NOBODYS_URL}' is nobody's address: put yours into content/site.yaml", err=True
        )


def _read_start(folder: Path, title: str | None, url: str, lang: str, origin: Origin) -> Start:
    address = read_option(url, site_address_field, "--url")
    read_option(lang, language, "--lang")
    name = title_of_folder(folder.absolute().resolve().name) if title is None else title.strip()
    if not name or not name.isprintable():
        raise click.BadParameter("the title must be one line of text", param_hint="--title")
    # in UTC, as the site's settings say until the editor sets a time zone
    return Start(name, address, lang, read_today("UTC"), origin.requirement)


def _refuse_newsletter(folder: Path) -> None:
    if os.path.lexists(folder / "content" / "site.yaml"):
        raise click.UsageError(
            f"'{folder}' is a newsletter already: it has content/site.yaml; nothing was changed"
        )
    outer = find_root(folder.absolute().resolve().parent)
    if outer:
        hint = "move it out, unless you mean that"
        click.echo(f"warning: '{folder}' is inside another newsletter, '{outer}'; {hint}", err=True)


def _print(folder: Path, written: Written, origin: Origin) -> None:
    for path in written.made:
        click.echo(path)
    for path in written.kept:
        click.echo(f"{path} (kept)")
    if REQUIREMENTS in written.kept and not _names_digest(folder / REQUIREMENTS):
        wanted = f"add '{origin.requirement}' to {REQUIREMENTS}: make installs from it"
        click.echo(f"warning: {wanted}", err=True)
    if REQUIREMENTS in written.made:
        click.echo(f"\n{REQUIREMENTS} installs {_told(origin)}", err=True)
    where = shlex.quote(f"./{folder}" if str(folder).startswith("-") else str(folder))
    steps = ["make serve", "make check", "make site"]
    if folder.absolute().resolve() != Path.cwd().resolve():
        steps = [f"cd {where}", "make check", "make serve"]
    click.echo("\nnext:\n" + "\n".join(f"  {step}" for step in steps), err=True)


def _told(origin: Origin) -> str:
    """Say which digest is installed, and what to do where only this machine can."""
    if origin.kind != "machine":
        return origin.requirement
    return (
        f"the digest of this machine: {origin.requirement}\n"
        f"({origin.why}; before you push to GitHub, name an address there that GitHub can reach)"
    )


def _names_digest(requirements: Path) -> bool:
    try:
        return PACKAGE in requirements.read_text("utf-8", errors="replace")
    except OSError:
        return False
