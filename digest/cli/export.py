"""`digest export`."""

from __future__ import annotations

from pathlib import Path

import click

from digest.basics.clock import read_today
from digest.basics.diagnostics import has_errors
from digest.basics.files import write_file
from digest.citing.formats import FORMATS
from digest.cli.common import EditionName, check_clock, find_newsletter, root_option
from digest.commands.editionplan import NoEditionError
from digest.commands.export import export
from digest.commands.report import format_text
from digest.settings.buildoptions import BuildOptions


@click.command("export")
@root_option
@click.argument("id_", metavar="EDITION", type=EditionName())
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="bibtex",
    show_default=True,
    help="For LaTeX, for reference managers, or for citation processors as Pandoc's.",
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write into this file, byte for byte, instead of printing.",
)
@click.pass_context
def command(ctx: click.Context, root: str | None, id_: str, form: str, out: Path | None) -> None:
    """Print the works that an edition covers and cites, for LaTeX, Zotero, Pandoc and the like.

    EDITION is the name of its folder: digest export 2022-03 > references.bib. A draft or an
    edition of the future will do. A build writes the same, with the same keys, into
    references.bib, references.ris and references.json beside the edition's page.

    What cannot be exported, such as a citation whose record has not been fetched, is reported on
    standard error, and the exit status is 1; everything else is exported. Never uses the network.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    try:
        exported = export(
            folder, folder / "build", id_, form, lambda zone: BuildOptions(read_today(zone))
        )
    except NoEditionError as error:
        raise click.BadParameter(str(error), param_hint="EDITION") from error
    if exported.diagnostics:
        click.echo(format_text(exported.diagnostics), err=True)
    if not exported.works:
        click.echo(f"edition '{id_}' covers and cites no work that is known", err=True)
    if out and str(out) != "-":
        write_file(out, exported.data, out.parent, keep_mode=True)
    else:
        # as bytes: a .ris file has line ends of its own
        click.echo(exported.data, nl=False)
    if has_errors(exported.diagnostics):
        ctx.exit(1)
