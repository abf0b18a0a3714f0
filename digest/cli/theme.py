"""`digest theme`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.basics.clock import read_today
from digest.basics.diagnostics import has_errors
from digest.basics.files import find_cache, write_file
from digest.cli.common import check_clock, find_newsletter, require_settings, root_option
from digest.commands.check import check_theme
from digest.commands.new import NewFileError, write_new
from digest.commands.report import format_text
from digest.commands.theme import (
    ThemeError,
    begin_theme,
    copy_file,
    list_files,
    list_themes,
    use_theme,
)
from digest.settings.buildoptions import BuildOptions
from digest.settings.sitefile import SITE_FILE
from digest.settings.theme import read_theme

if TYPE_CHECKING:
    from pathlib import Path

    from digest.settings.config import ThemeChoice
    from digest.settings.theme import Theme


@click.group("theme", invoke_without_command=True)
@root_option
@click.pass_context
def command(ctx: click.Context, root: str | None) -> None:
    """List the themes, and the options of the one in use; or begin, copy from, or check one."""
    if root is not None:
        ctx.obj = root
    if ctx.invoked_subcommand is None:
        folder = find_newsletter(ctx, None)
        for line in list_themes(folder, _read(folder)[1]):
            click.echo(line)


@command.command("new", short_help="begin one of your own, and use it")
@root_option
@click.argument("name")
@click.option("--extends", metavar="THEME", help="What it begins with; the theme in use.")
@click.pass_context
def new(ctx: click.Context, root: str | None, name: str, extends: str | None) -> None:
    """Begin a theme of your own, and tell site.yaml to use it.

    It has all that another theme has, and a style sheet for what differs. Prints the files that it
    made.
    """
    folder = find_newsletter(ctx, root)
    choice = _read_choice(folder)
    try:
        files = begin_theme(folder, name, extends or choice.name)
        write_new(folder, files)
    except (ThemeError, NewFileError) as error:
        raise click.UsageError(str(error)) from error
    for file in files:
        click.echo(file.path)
    text = use_theme(folder, choice, name)
    if text is None:
        click.echo(f"to use it, name it in {SITE_FILE}: 'theme: {name}'", err=True)
        return
    cache = find_cache(folder / "build")
    write_file(folder / SITE_FILE, text.encode(), cache, keep_mode=True)
    click.echo(f"{SITE_FILE} now has the theme '{name}' in place of '{choice.name}'", err=True)


@command.command("copy", short_help="copy a file of the one in use, to be changed")
@root_option
@click.argument("file", required=False)
@click.option(
    "--blocks", is_flag=True, help="Not the whole: a template to change single blocks in."
)
@click.pass_context
def copy(ctx: click.Context, root: str | None, file: str | None, *, blocks: bool) -> None:
    """Copy a file of the theme in use into your own themes/, to be changed there.

    Yours then takes the place of the theme's. With --blocks it extends the theme's, so that you
    write only what differs, and the rest follows when digest is updated. Without FILE, lists the
    files. Prints where the copy is.
    """
    folder = find_newsletter(ctx, root)
    _, theme = _read(folder)
    if file is None:
        for name in list_files(theme):
            click.echo(name)
        return
    try:
        copied = copy_file(folder, theme, file, only_blocks=blocks)
        write_new(folder, [copied])
    except (ThemeError, NewFileError) as error:
        raise click.UsageError(str(error)) from error
    click.echo(copied.path)


@command.command("check", short_help="report what is wrong with the one in use")
@root_option
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.pass_context
def check(ctx: click.Context, root: str | None, *, strict: bool) -> None:
    """Report what is wrong with the theme in use: its options, templates, words and styles.

    Its templates are tried with pages of every kind. 'digest check' reports the same, and all else.
    """
    check_clock()
    folder = find_newsletter(ctx, root)
    found = check_theme(folder, folder / "build", lambda zone: BuildOptions(read_today(zone)))
    click.echo(format_text(found, ""))
    if has_errors(found) or (strict and found):
        ctx.exit(1)


def _read_choice(folder: Path) -> ThemeChoice:
    return require_settings(folder).theme


def _read(folder: Path) -> tuple[ThemeChoice, Theme]:
    """Return the theme that the newsletter uses; a usage error where it cannot be used."""
    choice = _read_choice(folder)
    theme = read_theme(folder, choice)
    if theme.value is None:
        click.echo(format_text(theme.diagnostics, ""), err=True)
        raise click.UsageError("the theme cannot be used; mend it first")
    return choice, theme.value
