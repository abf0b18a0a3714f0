"""The folders that a theme is made of: its own, and those of what it extends, one over another."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.basics.conflicts import settle_conflicts
from digest.basics.diagnostics import Checked, Diagnostic, Found, Place
from digest.basics.files import DEEP, DEEPEST, reason_of
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, fingerprint, printable
from digest.basics.usercache import keep, recall
from digest.settings.bundled import bundled_themes
from digest.settings.carddesign import read_card
from digest.settings.converters import integer, pairs_of, text
from digest.settings.figuresizes import read_figures
from digest.settings.schema import Field, Values, convert_mapping
from digest.settings.yamlfields import parse_fields
from digest.settings.yamlnodes import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.settings.config import ThemeChoice

_NO_LETTERS = lazy_regex(r"[^\w.]+")
CONTRACT = 2
"""The version of what templates may use; a theme names the one it was written for."""

_FIELDS = {
    "contract": Field(integer(1, 10**9), required=True, example=str(CONTRACT)),
    "name": Field(text),
    "description": Field(text),
    "extends": Field(text),
    "options": Field(pairs_of(lambda node, _: node)),
    "words": Field(pairs_of(pairs_of(text))),
    "card": Field(read_card),
    "figures": Field(read_figures),
}


class Layer(msgspec.Struct, frozen=True):
    """One theme of the chain."""

    name: str
    folders: tuple[dict[str, str], ...]
    """The site's own files, and under them the bundled theme's of the same name."""
    fields: Values
    words: tuple[tuple[str, dict[str, str]], ...]
    """What it says in a language, by the tag in lower case; of two, the later stands."""
    is_bundled: bool
    """Whether its theme.yaml came with digest."""
    is_whole: bool
    """Whether all that its theme.yaml says can be read."""


def read_chain(root: Path, choice: ThemeChoice) -> Checked[list[Layer]]:
    """Read the theme that the site asks for, what that extends, and so on, in this order.

    Problems: `theme-missing` for one that is nowhere, `theme-error` for one that cannot be used.
    """
    chain: list[Layer] = []
    diagnostics: list[Diagnostic] = []
    name, place = choice.name, choice.place
    while name:
        if any(layer.name == name for layer in chain):
            message = f"the theme '{name}' extends itself"
            hint = "take the line away, or name a theme that does not extend this one"
            diagnostics.append(place.diagnose("theme-error", message, hint))
            return Checked(None, tuple(diagnostics))
        layer = _read_layer(root, name, diagnostics)
        if layer is None:
            if name in theme_names(root):
                message = f"'{name}' is no name of a theme; it has letters, digits and hyphens"
                hint = f"call its folder '{_NO_LETTERS.sub('-', name).strip('-')}', and it so here"
                diagnostics.append(place.diagnose("theme-error", message, hint))
                return Checked(None, tuple(diagnostics))
            message = f"there is no theme '{name}'"
            hint = (
                did_you_mean(name, theme_names(root))
                or f"there are: {', '.join(theme_names(root))}"
            )
            diagnostics.append(place.diagnose("theme-missing", message, hint))
            return Checked(None, tuple(diagnostics))
        if layer.fields.get("contract", 0) > CONTRACT:
            # what else it says may be wrong for this one alone
            return Checked(None, tuple(diagnostics))
        chain.append(layer)
        place = layer.fields.places.get("extends", place)
        name = layer.fields.get("extends", "")
    return Checked(chain, tuple(diagnostics))


def _read_layer(root: Path, name: str, diagnostics: list[Diagnostic]) -> Layer | None:
    """Read one theme: the bundled one's files, and the site's own over them."""
    # a name such as '..' must not lead out of the themes' folder
    if not re.fullmatch(r"\w[\w.-]*", name):
        return None
    own, bundled = root / "themes" / name, bundled_themes() / name
    # the newsletter of digest's own repository has the bundled themes for its own
    is_same = os.path.isdir(own) and os.path.isdir(bundled) and own.samefile(bundled)  # noqa: PTH112 -- of what may not be looked at Path's own would raise
    places = (own,) if is_same else (own, bundled)
    folders = tuple(files for place in places if (files := _list_files(place, diagnostics)))
    if not folders:
        return None
    settings = next((files["theme.yaml"] for files in folders if "theme.yaml" in files), "")
    reading = Reading(f"themes/{name}/theme.yaml")
    fields = Values()
    if settings:
        settled = settle_conflicts(_decode(Path(settings), reading), reading.path)
        diagnostics += settled.diagnostics
        node = parse_fields(settled.value, reading)
        if node is not None or not reading.diagnostics:
            fields = (
                convert_mapping(node, _FIELDS, reading, what="theme.yaml", whole_file=True)
                or fields
            )
            _check_contract(fields, reading)
    else:
        hint = f"add it, with 'contract: {CONTRACT}' and 'extends: paper'"
        reading.report("theme-error", None, f"the theme '{name}' has no theme.yaml", hint)
    diagnostics += (
        msgspec.structs.replace(found, rule="theme-error") for found in reading.diagnostics
    )
    words = tuple(_list_words(name, folders, fields, diagnostics))
    is_bundled = settings.startswith(f"{bundled_themes()}/")
    return Layer(name, folders, fields, words, is_bundled, not reading.diagnostics)


def _check_contract(fields: Values, reading: Reading) -> None:
    """Report a theme that was written for a later version alone: it may be right for that one."""
    version = fields.get("contract", 0)
    if version <= CONTRACT:
        return
    message = (
        f"the theme wants a newer digest: it is written for contract {version}, and this one "
        f"knows {CONTRACT}"
    )
    hint = "install a newer digest, or take a version of the theme that is older"
    reading.diagnostics.clear()
    reading.report("theme-error", fields.places["contract"], message, hint)


def _list_words(
    name: str, folders: Iterable[dict[str, str]], fields: Values, diagnostics: list[Diagnostic]
) -> Iterator[tuple[str, dict[str, str]]]:
    """List a theme's words by language: those of theme.yaml, and those of `words/<language>.yaml`.

    A file of the site's own need only have the words that it changes.
    """
    for lang, pairs in fields.get("words", ()):
        yield lang.text.lower(), {key.text: word for key, word in pairs}
    for folder in reversed(tuple(folders)):
        for file, path in folder.items():
            if not file.startswith("words/") or not file.endswith(".yaml"):
                continue
            reading = Reading(f"themes/{name}/{file}")
            words = _parse_words(_decode(Path(path), reading), reading.path)
            diagnostics += (
                msgspec.structs.replace(found, rule="theme-error") for found in reading.diagnostics
            )
            diagnostics += words.diagnostics
            yield Path(file).stem.lower(), words.value


_WORD = lazy_regex(r"(?m)^(\w+)[ \t]*:[ \t]*(.*)")
"""A word in a file that cannot be read as YAML."""


# a preview reads the same files after each save
@functools.lru_cache(maxsize=64)
def _parse_words(source: str, path: str) -> Found[dict[str, str]]:
    # of a theme in fifteen languages they take a tenth of the time in which one edit is built
    name = fingerprint(source)
    if kept := recall("words", name, name):
        return Found(msgspec.json.decode(kept, type=dict[str, str]), ())
    reading = Reading(path)
    settled = settle_conflicts(source, path)
    node = parse_fields(settled.value, reading)
    said = pairs_of(text)(node, reading) if node else None
    words = {key.text: word for key, word in said or ()}
    found = [*settled.diagnostics]
    found += (msgspec.structs.replace(one, rule="theme-error") for one in reading.diagnostics)
    if found:
        # what a template asks for is there all the same: it is told once what is wrong
        words |= {one[1]: one[2] for one in _WORD.finditer(source) if one[1] not in words}
    else:
        keep("words", name, name, msgspec.json.encode(words))
    return Found(words, tuple(found))


def _list_files(folder: Path, diagnostics: list[Diagnostic]) -> dict[str, str]:
    """List a theme's files by their paths in it; hidden ones and backups are no part of it.

    The folder itself may be a link to where the theme is kept. No link in it may lead out of it:
    what is in static/ is published, and a reviewer sees but a link's name.
    """
    files: dict[str, str] = {}

    def report(path: Path, message: str, hint: str = "") -> None:
        label = Path("themes", folder.name, path.relative_to(folder)).as_posix()
        place = Place(printable(label), 1, 1)
        diagnostics.append(place.diagnose("theme-error", message, hint))

    def report_unread(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            report(Path(error.filename), f"it cannot be read: {reason_of(error)}")

    for where, folders, names in os.walk(folder, onerror=report_unread):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inner = Path(where).relative_to(folder)
        if len(inner.parts) >= DEEPEST and folders:
            report(Path(where, folders[0]), *DEEP)
            folders.clear()
        shown = sorted(name for name in names if not (name.startswith(".") or name.endswith("~")))
        before = f"{inner.as_posix()}/" if inner.parts else ""
        for name in (*folders, *shown):
            path = Path(where, name)
            try:
                if why := _refuse(path, folder):
                    report(path, *why)
                elif path.is_file():
                    files[before + name] = str(path)
            except OSError as error:
                report_unread(error)
    return dict(sorted(files.items()))


def _refuse(path: Path, theme: Path) -> tuple[str, str] | None:
    """Tell why a file or folder can be no part of a theme, and what to do; None where it can."""
    if printable(path.name) != path.name:
        return "the name has what is no letter, or is not UTF-8", "rename the file"
    if not path.is_symlink():
        return None
    if not path.exists():
        return "a link that leads nowhere", "put the file in its place, or take the link away"
    if path.is_dir() or not path.resolve().is_relative_to(theme.resolve()):
        return "a link to a folder, or out of the theme, is not followed", "put a copy in its place"
    return None


def _decode(path: Path, reading: Reading) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        reading.report("theme-error", None, "the file is not UTF-8")
    except OSError as error:
        reading.report("theme-error", None, f"it cannot be read: {reason_of(error)}")
    return ""


def theme_names(root: Path) -> list[str]:
    """Return the names of all themes that a newsletter can have: its own, and the bundled ones."""
    folders = (bundled_themes(), root / "themes")
    found = {path.parent.name for folder in folders for path in folder.glob("*/theme.yaml")}
    return sorted(found)
