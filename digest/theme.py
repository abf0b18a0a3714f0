"""A theme: its files through the chain of what it extends, its options, words and fingerprint.

A theme is data: `theme.yaml`, its words in `words/`, templates in `web/` and `mail/`, files in
`static/`. A file of
the site's own `themes/<name>/` stands in place of the bundled theme's file of the same name, and
a theme that `extends` another has all of that one's files that it lacks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.conflicts import settle_bytes, settle_conflicts
from digest.diagnostics import Checked, Diagnostic
from digest.model import Place
from digest.schema import Field, Values, convert_mapping, integer, mapping, pairs_of, text
from digest.slips import slips_among
from digest.text import did_you_mean, fingerprint, language_tags, printable
from digest.yamlmap import Node, Reading, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.config import ThemeChoice

CONTRACT = 1
"""The version of what templates may use; a theme names the one it was written for."""


PARENT = "parent:"
"""What a template puts before a name that means the file under the theme's own one."""


class TemplateMistakeError(Exception):
    """A template asks for what cannot be; the message says what, in the words of its author."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class CardDesign(msgspec.Struct, frozen=True):
    """What the pictures are drawn with that pages are shared with."""

    title: str
    """Where the face of titles is on this machine."""
    label: str
    """And that of all else."""
    paper: str
    ink: str
    soft: str
    accent: str
    """Colours, as CSS writes them."""
    fingerprint: str
    """Of the colours, and of the faces' bytes."""


class Theme(msgspec.Struct, frozen=True):
    """A theme, ready to render with; an empty one stands in where there is none."""

    name: str = ""
    files: dict[str, str] = {}
    """From a file's path within the theme to where it is on this machine."""
    layers: tuple[dict[str, str], ...] = ()
    """The same for each folder that the theme is made of; one stands over those that follow."""
    labels: dict[str, str] = {}
    """From where a file is on this machine to how messages name it."""
    options: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    """From a language to the theme's own words in it."""
    card: CardDesign | None = None
    """None for a theme that draws no cards."""
    fingerprint: str = ""
    """Of everything in the theme: what it was before and after any change differs."""
    static_fingerprint: str = ""
    """Of the files in `static/` alone."""

    @property
    def static_folder(self) -> str:
        """Where the files in `static/` are published: below a name that changes with them."""
        return f"static/{self.static_fingerprint[:10]}"

    @property
    def own_files(self) -> dict[str, str]:
        """Those of the files that did not come with digest."""
        bundled = f"{bundled_themes()}/"
        return {name: at for name, at in self.files.items() if not at.startswith(bundled)}

    def find_below(self, name: str, asking: str) -> str | None:
        """Return where the file `name` is in the folders below that of `asking`, if it is there.

        `asking`, and what is returned, are places on this machine.
        """
        folder = next((at for at, files in enumerate(self.layers) if asking in files.values()), 0)
        return next((files[name] for files in self.layers[folder + 1 :] if name in files), None)

    def words_in(self, lang: str) -> dict[str, str]:
        """Return the theme's words in a language; English ones where it lacks them."""
        words = self.words.get("en", {})
        for tag in language_tags(lang):
            words = words | self.words.get(tag, {})
        return words

    def words_lang(self, lang: str) -> str:
        """Return the language in which the theme's words are where `lang` is asked for."""
        return lang if any(tag in self.words for tag in language_tags(lang)) else "en"


def _contract(node: Node, reading: Reading) -> int | None:
    """Convert the version that a theme was written for; one of the future cannot be met."""
    version = integer(1, 10**9)(node, reading)
    if version is not None and version > CONTRACT:
        message = f"the theme is written for version {version} of what a template may use"
        hint = f"install a newer digest: this one knows version {CONTRACT}"
        reading.report("theme-error", node.place, message, hint)
    return version


_FACES = ("title", "label")
_CARD = (*_FACES, "paper", "ink", "soft", "accent")

_STYLE = re.compile(r"[{}<>;\\]|url\s*\(|/\*|@import", re.IGNORECASE)
"""What would end the style in which an option is printed, or load something."""
_FIELDS = {
    "contract": Field(_contract, required=True),
    "name": Field(text),
    "description": Field(text),
    "extends": Field(text),
    "options": Field(pairs_of(text)),
    "words": Field(pairs_of(pairs_of(text))),
    "card": Field(mapping({name: Field(text) for name in _CARD}, "card")),
}


def bundled_themes() -> Path:
    """Return the folder of the themes that come with digest."""
    package = Path(__file__).parent
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def read_theme(root: Path, choice: ThemeChoice) -> Checked[Theme]:
    """Read the theme that the site asks for.

    Problems: `theme-missing` where no such theme is (at the place in site.yaml that names it, or
    in the theme that extends it), `theme-error` where a theme.yaml cannot be used, and
    `field-unknown` for an option that the theme does not have.
    """
    chain = _read_chain(root, choice)
    if chain.value is None:
        return Checked(None, chain.diagnostics)
    layers = tuple(files for layer in chain.value for files in layer.folders)
    files = {name: path for folder in reversed(layers) for name, path in folder.items()}
    labels = {
        path: f"themes/{layer.name}/{name}"
        for layer in chain.value
        for folder in layer.folders
        for name, path in folder.items()
    }
    options: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    card: dict[str, str] = {}
    # from the theme extended to the one that extends it, so that the latter's stand
    for layer in reversed(chain.value):
        options |= {key.text: value for key, value in layer.fields.get("options", ())}
        card |= layer.fields.get("card", {})
        for lang, said in layer.words:
            words[lang] = words.get(lang, {}) | said
    diagnostics = [*chain.diagnostics]
    diagnostics += _check_options(choice, options)
    # what stands under another file may be asked for as its parent
    contents: dict[str, bytes] = {}
    for path in (path for folder in layers for path in folder.values()):
        try:
            contents[path] = Path(path).read_bytes()
        except OSError as error:
            contents[path] = b""
            place = Place(labels[path], 1, 1)
            diagnostics.append(
                place.diagnose("theme-error", f"it cannot be read: {error.strerror}")
            )
    for path, data in contents.items():
        diagnostics += settle_bytes(data, labels[path]).diagnostics
    static = {name: contents[path] for name, path in files.items() if name.startswith("static/")}
    options |= choice.options
    every = {
        f"{number}/{name}": contents[path]
        for number, folder in enumerate(layers)
        for name, path in folder.items()
    }
    design = _make_card(card, options, files, contents)
    if design is None and card:
        place = Place(f"themes/{choice.name}/theme.yaml", 1, 1)
        hint = f"'card:' needs {', '.join(_CARD)}, the first two files of the theme"
        diagnostics.append(place.diagnose("theme-error", "its cards lack something", hint))
    theme = Theme(
        choice.name,
        files,
        layers,
        labels,
        options,
        words,
        design,
        fingerprint=_fingerprint(every),
        static_fingerprint=_fingerprint(static),
    )
    return Checked(theme, tuple(diagnostics))


def _check_options(choice: ThemeChoice, options: dict[str, str]) -> Iterator[Diagnostic]:
    """Report what the site sets and the theme does not have, or could not print in its style."""
    unknown = choice.options.keys() - options.keys()
    slips = slips_among(unknown, options.keys() - choice.options.keys())
    for option, value in sorted(choice.options.items()):
        place = choice.option_places.get(option, choice.place)
        if option in unknown:
            message = f"the theme '{choice.name}' has no option '{option}'"
            hint = did_you_mean(option, options)
            fix = place.edit(option, slips.get(option, ""))
            yield place.diagnose("field-unknown", message, hint, fix)
        elif _STYLE.search(value):
            message = f"'{value}' is no value of an option"
            hint = "write a colour, a length or a word, without signs that end a style"
            yield place.diagnose("field-type", message, hint)


def _make_card(
    fields: dict[str, str],
    options: dict[str, str],
    files: dict[str, str],
    contents: dict[str, bytes],
) -> CardDesign | None:
    """Return the design of cards; None where something of it is lacking."""
    if fields.keys() != set(_CARD) or not all(fields[face] in files for face in _FACES):
        return None
    faces = {face: files[fields[face]] for face in _FACES}
    # a colour may be that which a site chooses
    colours = {name: options.get(fields[name], fields[name]) for name in _CARD[len(_FACES) :]}
    shown = (contents[path] for path in faces.values())
    return CardDesign(**faces, **colours, fingerprint=fingerprint(*shown, *colours.values()))


def _fingerprint(contents: dict[str, bytes]) -> str:
    return fingerprint(*(part for name, data in contents.items() for part in (name, data)))


class _Layer(msgspec.Struct, frozen=True):
    """One theme of the chain."""

    name: str
    folders: tuple[dict[str, str], ...]
    """The site's own files, and under them the bundled theme's of the same name."""
    fields: Values
    words: tuple[tuple[str, dict[str, str]], ...]
    """What it says in a language, by the tag in lower case; of two, the later stands."""


def _read_chain(root: Path, choice: ThemeChoice) -> Checked[list[_Layer]]:
    chain: list[_Layer] = []
    diagnostics: list[Diagnostic] = []
    name, place = choice.name, choice.place
    while name:
        if any(layer.name == name for layer in chain):
            message = f"the theme '{name}' extends itself"
            diagnostics.append(place.diagnose("theme-error", message))
            return Checked(None, tuple(diagnostics))
        layer = _read_layer(root, name, diagnostics)
        if layer is None:
            message = f"there is no theme '{name}'"
            hint = (
                did_you_mean(name, theme_names(root))
                or f"there are: {', '.join(theme_names(root))}"
            )
            diagnostics.append(place.diagnose("theme-missing", message, hint))
            return Checked(None, tuple(diagnostics))
        chain.append(layer)
        place = msgspec.structs.replace(place, path=f"themes/{name}/theme.yaml", line=1, column=1)
        name = layer.fields.get("extends", "")
    return Checked(chain, tuple(diagnostics))


def _read_layer(root: Path, name: str, diagnostics: list[Diagnostic]) -> _Layer | None:
    """Read one theme: the bundled one's files, and the site's own over them."""
    # a name such as '..' must not lead out of the themes' folder
    if not re.fullmatch(r"\w[\w.-]*", name):
        return None
    own, bundled = root / "themes" / name, bundled_themes() / name
    # the newsletter of digest's own repository has the bundled themes for its own
    is_same = own.is_dir() and bundled.is_dir() and own.samefile(bundled)
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
        node = parse_yaml(settled.value, reading)
        if node is not None or not reading.diagnostics:
            fields = (
                convert_mapping(node, _FIELDS, reading, what="theme.yaml", whole_file=True)
                or fields
            )
    else:
        reading.report("theme-error", None, f"the theme '{name}' has no theme.yaml")
    diagnostics += (
        msgspec.structs.replace(found, rule="theme-error") for found in reading.diagnostics
    )
    return _Layer(name, folders, fields, tuple(_list_words(name, folders, fields, diagnostics)))


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
            settled = settle_conflicts(_decode(Path(path), reading), reading.path)
            diagnostics += settled.diagnostics
            node = parse_yaml(settled.value, reading)
            said = pairs_of(text)(node, reading) if node else None
            diagnostics += (
                msgspec.structs.replace(found, rule="theme-error") for found in reading.diagnostics
            )
            yield Path(file).stem.lower(), {key.text: word for key, word in said or ()}


def _list_files(folder: Path, diagnostics: list[Diagnostic]) -> dict[str, str]:
    """List a theme's files by their paths in it; hidden ones are no part of it.

    The folder itself may be a link to where the theme is kept. No link in it may lead out of it:
    what is in static/ is published, and a reviewer sees but a link's name.
    """
    inside = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    real = folder.resolve()
    files: dict[str, str] = {}
    for name, path in sorted(inside.items()):
        if name.startswith(".") or "/." in name:
            continue
        place = Place(f"themes/{folder.name}/{printable(name)}", 1, 1)
        if printable(name) != name:
            message = "the name has what is no letter, or is not UTF-8"
            diagnostics.append(place.diagnose("theme-error", message, "rename the file"))
        elif path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(real)):
            message = "a link to a folder, or out of the theme, is not followed"
            diagnostics.append(place.diagnose("theme-error", message, "put a copy in its place"))
        elif path.is_file():
            files[name] = str(path)
    return files


def _decode(path: Path, reading: Reading) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        reading.report("theme-error", None, "the file is not UTF-8")
    except OSError as error:
        reading.report("theme-error", None, f"it cannot be read: {error.strerror}")
    return ""


def theme_names(root: Path) -> list[str]:
    """Return the names of all themes that a newsletter can have: its own, and the bundled ones."""
    folders = (bundled_themes(), root / "themes")
    found = {path.parent.name for folder in folders for path in folder.glob("*/theme.yaml")}
    return sorted(found)
