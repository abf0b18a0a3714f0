"""The words of a theme of one's own: that each can be one, and in a language that there is."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import MOST_MEANT, did_you_mean
from digest.settings.converters import pairs_of, scalar
from digest.settings.languages import is_language, spoken_in
from digest.settings.theme import read_code
from digest.settings.yamlnodes import Reading, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.settings.theme import Theme
    from digest.settings.yamlnodes import Scalar

_RULE = "theme-error"
_TAG = lazy_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
_HOLE = lazy_regex(r"\{(\w*)\}")


def check_words(theme: Theme) -> Iterator[Diagnostic]:
    """List what is wrong with the words in the files that did not come with digest."""
    own = {name: path for name, path in theme.own_files.items() if name.startswith("words/")}
    known = _read_known(theme)
    templates = (path for name, path in theme.own_files.items() if name.endswith(".html"))
    texts = "\n".join(map(read_code, templates)) if own else ""
    for name, path in own.items():
        label, tag = theme.labels[path], PurePosixPath(name).stem
        # what is no tag at all is a file that is not used
        if _TAG.fullmatch(tag) and not is_language(tag):
            country = spoken_in(tag)
            hint = f"did you mean 'words/{country}.yaml'?" if country else "as 'words/de.yaml'"
            yield Diagnostic(label, 1, 1, _RULE, f"there is no language '{tag}'", hint)
        unasked = 0
        for key, word in _read(path, label):
            if known and key.text not in known and not _is_asked(key.text, texts):
                unasked += 1
                message = f"no template asks for the word '{key.text}'"
                near = did_you_mean(key.text, known) if unasked <= MOST_MEANT else ""
                yield key.place.diagnose(_RULE, message, near or "take it away, or print it")
            yield from _check_holes(word, known.get(key.text, word.text))


def _is_asked(word: str, texts: str) -> bool:
    return word in texts and bool(re.search(rf"\b{re.escape(word)}\b", texts))


def _check_holes(word: Scalar, known: str) -> Iterator[Diagnostic]:
    """Report what a word leaves open, and nothing is put there."""
    names = _HOLE.findall(known)
    for found in _HOLE.finditer(word.text):
        if found[1] not in names:
            at = word.text_place
            message = f"nothing is put in the place of '{found[0]}'"
            listed = ", ".join(f"'{{{name}}}'" for name in names)
            hint = f"here it may be: {listed}" if names else "take it away"
            near = did_you_mean(found[0], (f"{{{name}}}" for name in names))
            column = at.column + found.start() * (not word.block and not word.starts)
            yield Diagnostic(at.path, at.line, column, _RULE, message, near or hint)


def _read_known(theme: Theme) -> Mapping[str, str]:
    """Return the words in English of the themes that came with digest, or else of one's own."""
    files = [files["words/en.yaml"] for files in theme.layers if "words/en.yaml" in files]
    own = {*theme.own_files.values()}
    chosen = [path for path in files if path not in own] or files
    return {key.text: word.text for path in chosen for key, word in _read(path, path)}


def _read(path: str, label: str) -> tuple[tuple[Scalar, Scalar], ...]:
    """Return a file's words with their places; none of one that cannot be read."""
    reading = Reading(label)
    try:
        node = parse_yaml(Path(path).read_text("utf-8-sig"), reading)
    except (OSError, UnicodeDecodeError):
        return ()
    return (pairs_of(scalar)(node, reading) or ()) if node else ()
