"""A theme: its files through the chain of what it extends, its options, words and fingerprint.

A theme is data: `theme.yaml`, its words in `words/`, templates in `web/` and `mail/`, files in
`static/`. A file of the site's own `themes/<name>/` stands in place of the bundled theme's file of
the same name, and a theme that `extends` another has all of that one's files that it lacks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.conflicts import settle_bytes
from digest.basics.diagnostics import Checked, Found, Place
from digest.basics.files import read_planned, reason_of
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint, language_tags
from digest.settings.bundled import bundled_themes
from digest.settings.carddesign import CardDesign, make_card
from digest.settings.figuresizes import FigureSizes, fill_sizes
from digest.settings.optiontypes import Value
from digest.settings.themefolders import read_chain
from digest.settings.themeoptions import Option, check_contrast, declare_options, set_options
from digest.settings.yamlnodes import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.basics.diagnostics import Diagnostic
    from digest.settings.config import ThemeChoice
    from digest.settings.themefolders import Layer

PARENT = "parent:"
"""What a template puts before a name that means the file under the theme's own one."""


_COMMENT = lazy_regex(r"<!--.*?-->|\{#.*?#\}|/\*.*?\*/", re.DOTALL)


UNREADABLE = "it cannot be read"
"""How a message of a file begins that is not to be had."""
SEE_GUIDE = "'digest guide themes' tells what a template may use"
"""The hint of a mistake that has none of its own."""


class TemplateMistakeError(Exception):
    """A template asks for what cannot be; the message says what, in the words of its author."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Theme(msgspec.Struct, frozen=True):
    """A theme, ready to render with; an empty one stands in where there is none."""

    name: str = ""
    description: str = ""
    """In a line; may be empty."""
    files: dict[str, str] = {}
    """From a file's path within the theme to where it is on this machine."""
    layers: tuple[dict[str, str], ...] = ()
    """The same for each folder that the theme is made of; one stands over those that follow."""
    labels: dict[str, str] = {}
    """From where a file is on this machine to how messages name it."""
    hashes: dict[str, str] = {}
    """From where a file is on this machine to the fingerprint of its bytes; empty where they could
    not be read."""
    declared: dict[str, Option] = {}
    """What it says of each option that a site may set."""
    options: dict[str, Value] = {}
    """What they are, with the site's choices."""
    words: dict[str, dict[str, str]] = {}
    """From a language to the theme's own words in it."""
    card: CardDesign | None = None
    """None for a theme that draws no cards."""
    figures: FigureSizes = FigureSizes()
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

    @property
    def paper(self) -> str:
        """Return what mails stand on, as CSS writes it; empty where it is not known.

        Cards may stand on another colour: then the theme has an option `paper`.
        """
        return str(self.options.get("paper") or (self.card.paper if self.card else ""))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the theme, by where it is on this machine.

        Raises FileError where they are not those from which the theme has its fingerprint.
        """
        return read_planned(Path(path), self.hashes[path])

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


def read_theme(root: Path, choice: ThemeChoice) -> Checked[Theme]:
    """Read the theme that the site asks for.

    Problems: `theme-missing` where no such theme is (at the place in site.yaml that names it, or
    in the theme that extends it), `theme-error` where a theme.yaml cannot be used,
    `field-unknown` for an option that the theme does not have, `field-type` for one that is set to
    what it does not take, and `theme-contrast`.
    """
    chain = read_chain(root, choice)
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
    declared, options, wrong = _read_options(chain.value, choice)
    # what stands under another file may be asked for as its parent
    read = _read_files(labels)
    static = {
        name: read.value[path] or b"" for name, path in files.items() if name.startswith("static/")
    }
    hashes = {path: "" if data is None else fingerprint(data) for path, data in read.value.items()}
    place = Place(f"themes/{choice.name}/theme.yaml", 1, 1)
    named = {key.text for layer in chain.value for key, _ in layer.fields.get("options", ())}
    unread = {name for name in named if wrong and not options.get(name)}
    card = _merge_field(chain.value, "card")
    design = make_card(card, options, files, hashes, place, unread)
    theme = Theme(
        choice.name,
        chain.value[0].fields.get("description", ""),
        files,
        layers,
        labels,
        hashes,
        declared,
        options,
        _merge_words(chain.value),
        design.value,
        fill_sizes(_merge_field(chain.value, "figures"), options),
        fingerprint=_fingerprint(_by_layer(layers, hashes)),
        static_fingerprint=_fingerprint(static),
    )
    return Checked(theme, (*chain.diagnostics, *wrong, *read.diagnostics, *design.diagnostics))


def _by_layer(layers: Sequence[Mapping[str, str]], hashes: Mapping[str, str]) -> dict[str, str]:
    """Return the hashes of files by the number of their folder and their name in it."""
    return {
        f"{number}/{name}": hashes[path]
        for number, folder in enumerate(layers)
        for name, path in folder.items()
    }


def _merge_field(chain: Sequence[Layer], name: str) -> dict[str, Any]:
    """Return what a chain says of a field that has others in it; what extends stands."""
    fields = (layer.fields.get(name, {}) for layer in reversed(chain))
    return {key: value for one in fields for key, value in one.items()}


def _merge_words(chain: Sequence[Layer]) -> dict[str, dict[str, str]]:
    """Return a chain's words by language; what extends stands."""
    words: dict[str, dict[str, str]] = {}
    for lang, said in (one for layer in reversed(chain) for one in layer.words):
        words[lang] = words.get(lang, {}) | said
    return words


def _read_files(labels: Mapping[str, str]) -> Found[dict[str, bytes | None]]:
    """Read files, by where they are, and report those that cannot be read or have a conflict.

    The former are none. `labels` says how messages name them.
    """
    contents: dict[str, bytes | None] = {}
    diagnostics: list[Diagnostic] = []
    for path, label in labels.items():
        try:
            contents[path] = Path(path).read_bytes()
        except OSError as error:
            contents[path] = None
            message = f"{UNREADABLE}: {reason_of(error)}"
            diagnostics.append(Place(label, 1, 1).diagnose("theme-error", message))
        diagnostics += settle_bytes(contents[path] or b"", label).diagnostics
    return Found(contents, tuple(diagnostics))


def _read_options(
    chain: Sequence[Layer], choice: ThemeChoice
) -> tuple[dict[str, Option], dict[str, Value], tuple[Diagnostic, ...]]:
    """Return the options that a chain declares, what they are here, and what is wrong with them."""
    declared: dict[str, Option] = {}
    places: dict[str, Place] = {}
    found: list[Diagnostic] = []
    for layer in reversed(chain):
        reading = Reading(f"themes/{layer.name}/theme.yaml")
        pairs = layer.fields.get("options", ())
        declared = declare_options(declared, pairs, reading)
        found += (msgspec.structs.replace(one, rule="theme-error") for one in reading.diagnostics)
        if not layer.is_bundled:
            places |= {key.text: declared[key.text].place for key, _ in pairs}
    reading = Reading(choice.place.path)
    options = set_options(declared, choice.options, choice.name, reading)
    # what a theme.yaml was to say may have had the others
    is_whole = all(layer.is_whole for layer in chain)
    found += (one for one in reading.diagnostics if is_whole or one.rule != "field-unknown")
    places |= {key.text: node.place for key, node in choice.options}
    found += check_contrast(declared, options, places)
    return declared, options, tuple(found)


def _fingerprint(contents: Mapping[str, bytes | str]) -> str:
    return fingerprint(*(part for name, data in contents.items() for part in (name, data)))


def read_code(path: str) -> str:
    """Return a file's text with space in place of its comments; what cannot be read is empty."""
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
