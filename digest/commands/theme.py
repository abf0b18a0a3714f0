"""`digest theme`: which themes there are, one of one's own begun, a file of one copied."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Edit, Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.commands.fix import mend
from digest.commands.new import NewFile, NewFileError
from digest.settings.config import ThemeChoice, parse_settings
from digest.settings.sitefile import SITE_FILE
from digest.settings.theme import read_theme
from digest.settings.themefolders import CONTRACT, theme_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from digest.settings.optiontypes import Value
    from digest.settings.theme import Theme

_NOWHERE = Place(SITE_FILE, 1, 1)
_NAME = lazy_regex(r"[A-Za-z]\w[\w-]*", re.ASCII)
_BLOCK = lazy_regex(r"\{%-?\s*block\s+(\w+)")
_BASE = "web/base.html"


class ThemeError(Exception):
    """What is asked of a theme cannot be done; the message says why, and what can."""


def list_themes(root: Path, used: Theme) -> Iterator[str]:
    """List the lines that tell of all themes, and of the options of the one in use."""
    names = theme_names(root)
    width = max(map(len, names), default=0)
    for name in names:
        other = used if name == used.name else _read(root, name)
        mark = "*" if name == used.name else " "
        yield f"{mark} {name:{width}}  {other.description if other else ''}".rstrip()
    yield ""
    yield f"what '{used.name}' may be told in {SITE_FILE}, under 'theme: {{name, options}}':"
    rows = [
        (name, option.type, _show(used.options[name]), option.about)
        for name, option in used.declared.items()
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = (f"{cell:{width}}" for cell, width in zip(row, (*widths, 0), strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _show(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or "–"


def _read(root: Path, name: str) -> Theme | None:
    return read_theme(root, ThemeChoice(name, _NOWHERE)).value


def begin_theme(root: Path, name: str, extends: str) -> tuple[NewFile, ...]:
    """Return the files of a theme that has all that another has, and a style sheet of its own.

    Raises ThemeError where there can be no such theme.
    """
    names = theme_names(root)
    if not _NAME.fullmatch(name):
        raise ThemeError(f"'{name}' is no name of a theme; it has letters, digits and hyphens")
    if name in names:
        raise ThemeError(f"there is a theme '{name}' already; choose another name")
    other = _read(root, extends) if extends in names else None
    if other is None:
        hint = did_you_mean(extends, names) or f"there are: {', '.join(names)}"
        raise ThemeError(f"there is no theme '{extends}'; {hint}")
    files = {"theme.yaml": _THEME.format(contract=CONTRACT, name=name, extends=extends)}
    if _BASE in other.files and "style" in _list_blocks(other, _BASE):
        files |= {_BASE: _OWN_BASE, "static/own.css": _OWN_CSS}
    return tuple(NewFile(f"themes/{name}/{file}", text) for file, text in files.items())


def use_theme(root: Path, choice: ThemeChoice, name: str) -> str | None:
    """Return site.yaml with another theme's name in it; None where that is not to be done so."""
    text = (root / SITE_FILE).read_bytes().decode("utf-8-sig")
    line_end = "\r\n" if "\r\n" in text else "\n"
    changed = text.rstrip("\r\n") + f"{line_end}theme: {name}{line_end}"
    if re.search(r"^theme\s*:", text, re.MULTILINE):
        line, column = choice.place.line, choice.place.column
        # behind a quotation mark, if there is one
        edits = [Edit(line, at, choice.name, name) for at in (column, column + 1)]
        changed = mend(text, edits).text
    return changed if parse_settings(changed).value.theme.name == name else None


def copy_file(root: Path, theme: Theme, name: str, *, only_blocks: bool) -> NewFile:
    """Return a file of a theme for the newsletter's own folder of it, to be changed there.

    With `only_blocks` it is a template that stands over the theme's, and names its blocks. Raises
    ThemeError where there is no such file.
    """
    if name not in theme.files:
        named = [file for file in theme.files if PurePosixPath(file).name == name]
        hint = f"did you mean '{named[0]}'?" if named else did_you_mean(name, theme.files)
        hint = hint or "'digest theme copy' without a name lists them"
        raise ThemeError(f"the theme '{theme.name}' has no file '{name}'; {hint}")
    target = f"themes/{theme.name}/{name}"
    if (root / target).exists():
        raise NewFileError(f"'{target}' exists already; it was left as it is")
    if not only_blocks:
        return NewFile(target, data=theme.read(theme.files[name]))
    blocks = _list_blocks(theme, name)
    if not blocks:
        raise ThemeError(f"'{name}' has no blocks to be changed alone: copy the whole file")
    return NewFile(target, _OVER.format(name=name, blocks=", ".join(blocks)))


def _list_blocks(theme: Theme, name: str) -> list[str]:
    """List the blocks of a template, and of those that it stands over."""
    if not name.endswith(".html"):
        return []
    files = (theme.read(layer[name]) for layer in theme.layers if name in layer)
    found = (_BLOCK.findall(data.decode(errors="replace")) for data in files)
    return [*dict.fromkeys(block for blocks in found for block in blocks)]


def list_files(theme: Theme) -> Iterable[str]:
    """List the files that can be copied."""
    return sorted(theme.files)


_THEME = """\
# A theme of our own: 'digest guide themes' tells what it may have.
contract: {contract}
name: {name}
description: What makes our newsletter ours
extends: {extends}

# What it changes of the options that '{extends}' has; 'digest theme' lists them.
#options:
#  accent: "#0b5bb0"
"""
_OWN_BASE = """\
{# What every page has around its text: only what differs stands here. #}
{% extends "parent:web/base.html" %}
{% block style %}
{{ super() }}
<link rel="stylesheet" href="{{ "own.css" | asset }}">
{% endblock %}
"""
_OWN_CSS = """\
/* What is here stands over the style sheet of the theme that ours extends. */
.colophon {
  border-block-start: 1px solid var(--faint);
}
"""
_OVER = """\
{{# What stands in one of these blocks takes the place of what the theme has there, and
   {{{{ super() }}}} is what that was: {blocks}. #}}
{{% extends "parent:{name}" %}}
"""
