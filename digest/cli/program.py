"""The program `digest`: its commands, each imported when it is called, and how it ends."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import click

from digest import __version__
from digest.basics.files import FileError
from digest.basics.processes import ProcessError

COMMANDS = {
    "init": "make a new newsletter in a folder",
    "new": "make a new edition's folder",
    "add": "fetch papers and start an entry for each",
    "discover": "print papers that the next edition may cover, best first",
    "status": "say which editions are under way, when they are due, and what they lack",
    "import": "make editions of an archive from elsewhere, and list all that was wrong",
    "fetch": "fetch every record that the content needs and lacks",
    "build": "make the website in build/",
    "serve": "show the newsletter on this machine, anew after every save",
    "check": "report every problem, write nothing",
    "send": "hand an edition to the mail service as a draft, or mail a proof",
    "share": "print a text that tells of an edition, for Bluesky, Mastodon and LinkedIn",
    "export": "print an edition's works as BibTeX, RIS or CSL-JSON",
    "theme": "list the themes and their options; begin, copy from, or check one",
    "guide": "print the guide: writing, problems, themes",
}
"""Every command and its one line of help; its module is imported when it is called."""
_MODULES = {"import": "importarchive"}
"""Those whose names no module can have."""

EXIT_CODES = """
Exit status: 0 done; 1 problems in the content (or warnings under --strict); 2 wrong usage;
3 the network, a service or the file system failed.

The guide: 'digest guide', 'digest guide problems', 'digest guide themes'.
"""
_FAILED = 3


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that --help is instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None where there is no such one."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"digest.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Print the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="digest")
@click.option("--root", type=click.Path(), help="The newsletter's folder; the nearest one upward.")
@click.pass_context
def cli(ctx: click.Context, root: str | None) -> None:
    """Compile a folder of short notes about papers into a research newsletter.

    The folder has content/site.yaml with the settings, content/editions/ with one folder an
    edition, and content/papers/ with the fetched records.
    """
    ctx.obj = root


def run() -> None:
    """Run what the command line says, and exit."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # a pipe of Windows takes only what its code page has
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        _check_here()
        # not standalone: by itself click would take Ctrl-C for a problem in the content
        status = cli.main(prog_name="digest", standalone_mode=False)
    except click.UsageError as error:
        from digest.cli.usage import in_own_words  # noqa: PLC0415 -- for mistakes only

        _show(in_own_words(error))
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _show(error)
        sys.exit(error.exit_code)
    except (FileError, ProcessError) as error:
        _show(click.ClickException(str(error)))
        sys.exit(_FAILED)
    sys.exit(status)


def _check_here() -> None:
    """Refuse where the current folder was deleted, as by a change of branches."""
    try:
        Path.cwd()
    except FileNotFoundError:
        message = "the folder that you are in is not there any more; go to another with 'cd'"
        raise FileError(message) from None


def _show(error: click.ClickException) -> None:
    from digest.basics.text import printable  # noqa: PLC0415 -- not needed where all goes well

    shown = io.StringIO()
    error.show(shown)
    # names in it are the file system's, and may hold what a terminal obeys
    click.echo("\n".join(map(printable, shown.getvalue().split("\n"))), nl=False, err=True)
