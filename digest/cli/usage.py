"""What click finds wrong with a command line, in digest's words, and what to do."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from digest.basics.text import did_you_mean
from digest.content.discover import is_newsletter


def in_own_words(error: click.UsageError) -> click.UsageError:
    """Return an error of click's as digest says it; one that digest raised, as it is."""
    ctx = error.ctx
    said = _describe(error, ctx) if ctx else None
    return click.UsageError(said, ctx) if said else error


def _describe(error: click.UsageError, ctx: click.Context) -> str | None:
    if isinstance(error, click.NoSuchOption):
        return _describe_option(error.option_name, ctx)
    if isinstance(error, click.NoSuchCommand) and isinstance(ctx.command, click.Group):
        hint = did_you_mean(error.command_name, ctx.command.list_commands(ctx))
        return f"there is no command '{error.command_name}'; {hint or _lists(ctx)}"
    found = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    if found:
        return _describe_extra(found[1], ctx)
    if isinstance(error, click.MissingParameter) and error.param:
        return f"'{ctx.command_path}' needs {error.param.make_metavar(ctx)}"
    return None


def _describe_option(option: str, ctx: click.Context) -> str:
    message = f"'{ctx.command_path}' has no option '{option}'"
    if isinstance(ctx.command, click.Group):
        for name in filter(ctx.command.list_commands(ctx).__contains__, sys.argv):
            command = ctx.command.get_command(ctx, name)
            if command and option in _options(command, ctx):
                written = f"'{ctx.command_path} {name} {option}'"
                return f"{message}; write it behind the command's name: {written}"
    hint = did_you_mean(option, _options(ctx.command, ctx))
    return f"{message}; {hint or _lists(ctx)}"


def _options(command: click.Command, ctx: click.Context) -> list[str]:
    return [name for param in command.get_params(ctx) for name in param.opts]


def _lists(ctx: click.Context) -> str:
    return f"'{ctx.command_path} --help' lists all"


def _describe_extra(words: str, ctx: click.Context) -> str:
    arguments = [one for one in ctx.command.params if isinstance(one, click.Argument)]
    if is_newsletter(Path(words)):
        hint = "the newsletter's folder is named with --root"
    elif arguments:
        hint = "a name with spaces stands in quotation marks"
    else:
        hint = f"'{ctx.command_path} --help' lists its options"
    return f"'{ctx.command_path}' does not take '{words}'; {hint}"
