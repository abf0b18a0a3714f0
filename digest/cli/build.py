"""`digest build`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.basics.diagnostics import has_errors
from digest.build import build
from digest.cli.common import (
    Progress,
    WholeNumber,
    check_clock,
    find_newsletter,
    read_option,
    root_option,
    say,
    tell_address,
)
from digest.commands.askedmails import NoMailError
from digest.commands.report import format_text
from digest.settings.buildoptions import BuildOptions
from digest.site.addresses import SITE

if TYPE_CHECKING:
    from digest.site.views.mail import MailSize


@click.command("build")
@root_option
@click.option("--drafts", is_flag=True, help="Publish drafts too, marked as such.")
@click.option("--future", is_flag=True, help="Publish editions dated later than today, too.")
@click.option(
    "--base-url", metavar="URL", default="", help="The public address, in place of `url`."
)
@click.option("--out", metavar="DIR", type=click.Path(), help="Where to build; build/ by default.")
@click.option(
    "--email",
    metavar="WHICH",
    default="newest",
    help="Whose mail to make: newest (unless told otherwise), all, none, or editions' ids.",
)
@click.option(
    "--jobs",
    type=WholeNumber(min=1),
    metavar="N",
    help="How many processes render, at most one a core; by default one a core.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say why each file was made, and the bytes of each mail's entries.",
)
@click.option(
    "--all", "show_all", is_flag=True, help="Show every problem, not 20 of many that are alike."
)
@click.pass_context
def command(  # noqa: PLR0913 -- one a flag
    ctx: click.Context,
    root: str | None,
    base_url: str,
    out: str | None,
    email: str,
    jobs: int | None,
    *,
    drafts: bool,
    future: bool,
    explain: bool,
    show_all: bool,
) -> None:
    """Make the website in build/site, and the newest edition's mail in build/email.

    Only what changed is written. Where the content has errors, all of them are printed and
    nothing is written. Never uses the network.
    """
    started = time.monotonic()
    check_clock()
    address = _read_address(base_url) if base_url else ""
    folder = find_newsletter(ctx, root)
    target = _read_target(out, folder) if out else folder / "build"
    progress = Progress("rendering")
    try:
        result = build(
            folder,
            target,
            lambda zone: BuildOptions(
                read_today(zone),
                drafts=drafts,
                future=future,
                base_url=address,
                email=email,
                jobs=jobs or 0,
                explain=explain,
            ),
            progress,
            _tell_waiting,
        )
    except NoMailError as error:
        raise click.BadParameter(str(error), param_hint="--email") from error
    finally:
        progress.close()
    if result.diagnostics:
        click.echo(format_text(result.diagnostics, "" if show_all else "--all"))
    for path, reason in result.reasons if explain else ():
        say(f"{path}: {reason}")
    for mail in result.sizes:
        _tell_size(mail)
    if has_errors(result.diagnostics):
        click.echo("nothing was written", err=True)
        ctx.exit(1)
    wrote = sum(change.action == "wrote" for change in result.changes)
    deleted = len(result.changes) - wrote
    click.echo(f"{target / SITE}: {result.outputs} files, {wrote} written, {deleted} deleted")
    if not address:
        tell_address(folder)
    click.echo(f"in {time.monotonic() - started:.2f} s", err=True)


def _read_target(out: str, folder: Path) -> Path:
    target = Path(out)
    for name in ("content", "static", "themes"):
        if target.resolve().is_relative_to((folder / name).resolve()):
            message = f"digest reads what is in '{name}/'; name a folder outside of it"
            raise click.BadParameter(message, param_hint="--out")
    return target


def _read_address(text: str) -> str:
    # what reads YAML takes its time to import, and few builds need it here
    from digest.settings.webaddresses import site_address_field  # noqa: PLC0415

    return read_option(text, site_address_field, "--base-url")


def _tell_waiting() -> None:
    click.echo("another build is writing here; waiting for it", err=True)


def _tell_size(mail: MailSize) -> None:
    """Print how long a mail's HTML is, and each of its entries."""
    from digest.render.mailsize import describe_size  # noqa: PLC0415 -- to explain a build, only

    path = f"email/{mail.edition}/message.html"
    click.echo(f"{path}: {describe_size(mail.size, mail.tracked, mail.budget)}")
    for entry in mail.entries:
        rest = f", folded; {entry.whole:,} in full" if entry.folded else ""
        click.echo(f"{path}: {entry.shown:,} bytes for '{entry.anchor}'{rest}")
