"""The files of a site's own themes that nothing is made of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import list_folder
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, did_you_mean_file
from digest.content.unused import is_kept
from digest.site.views.mail import TEMPLATE
from digest.site.views.pages import View

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from digest.settings.theme import Theme

_RULE = "file-unused"
_LOADED = ("static/", "card/")
"""The folders of what pages and cards are shown with."""
_WORDS = lazy_regex(r"words/[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\.yaml")
"""The words of a theme in a language, by its tag."""
_TEMPLATES = frozenset({TEMPLATE, *(f"web/{vars(view)['kind']}.html" for view in get_args(View))})
"""Those that pages and mails are made with."""


def check_theme_files(root: Path, theme: Theme, names: Collection[str]) -> Iterator[Diagnostic]:
    """Report what is in the folder themes/ of the newsletter `root` and not used.

    `names` are those of all themes. A whole theme that the site does not ask for is not reported.
    """
    folder = root / "themes"
    chain = {label.split("/")[1] for label in theme.labels.values()}
    for path in list_folder(folder):
        label = f"themes/{path.name}"
        if path.name.startswith(".") or path.name in chain or is_kept(path.name):
            continue
        if not path.is_dir():
            hint = "a theme is a folder, as 'themes/paper/'"
            yield Diagnostic(label, 1, 1, _RULE, "the file belongs to no theme", hint)
        elif path.name not in names and list_folder(path):
            hint = did_you_mean(path.name, names) or "add its theme.yaml"
            yield Diagnostic(label, 1, 1, _RULE, f"there is no theme '{path.name}'", hint)
    yield from _check_files(folder, theme)


def _check_files(folder: Path, theme: Theme) -> Iterator[Diagnostic]:
    """Report the site's own files that no template and no other theme has a use for."""
    unknown: list[tuple[str, str]] = []
    faces = {theme.card.title, theme.card.label} if theme.card else set()
    for index, files in enumerate(theme.layers):
        known = {*_TEMPLATES, "theme.yaml"}.union(*theme.layers[:index], *theme.layers[index + 1 :])
        unknown += (
            (name, place)
            for name, place in files.items()
            if name not in known
            and place not in faces
            and not name.startswith(_LOADED)
            and not _WORDS.fullmatch(name)
            and Path(place).is_relative_to(folder)
            and not (is_kept(name.rpartition("/")[2]) and _as_template(name) not in _TEMPLATES)
        )
    texts = "\n".join(_read_templates(theme)) if unknown else ""
    known_names = {*theme.files, *_TEMPLATES} - {name for name, _ in unknown}
    names = [name for name in known_names if not name.startswith(_LOADED)]
    for name, place in unknown:
        # `base.html` is no part of `web/base.html`
        is_near = name in texts
        if is_near and re.search(rf"(?<![\w./-]){re.escape(name)}(?![\w./-])", texts):
            continue
        message = "no template names this file, and no page is made with it"
        yield Diagnostic(theme.labels[place], 1, 1, _RULE, message, _hint_use(name, names))


def _hint_use(name: str, names: Collection[str]) -> str:
    """Say what to do with a file of a theme that is not used; `names` are those of its others."""
    if name.startswith("words/"):
        meant = name.replace("_", "-")
        usual = "a file of words has a language's tag for its name, as 'words/de.yaml'"
        return f"did you mean '{meant}'?" if _WORDS.fullmatch(meant) else usual
    if _as_template(name) == TEMPLATE:
        return "the mail's text is made without a template"
    near = did_you_mean_file(name, names)
    if not name.endswith(".html") and (not near or _is_loaded(name)):
        return "what pages load stands in the theme's static/"
    return near or "name it in a template, or take it away"


def _is_loaded(name: str) -> bool:
    """Tell whether a file is of a kind that pages load, and no template or settings."""
    return not name.endswith((".htm", ".txt", ".yml", ".yaml"))


def _as_template(name: str) -> str:
    """Return the name of the template that a file may have been meant for."""
    return f"{name.rpartition('.')[0]}.html"


def _read_templates(theme: Theme) -> tuple[str, ...]:
    """Return the texts of all files that may name others."""
    templates = {
        place for files in theme.layers for name, place in files.items() if name.endswith(".html")
    }
    texts = (Path(place).read_bytes() for place in sorted(templates))
    return tuple(text.decode(errors="replace") for text in texts)
