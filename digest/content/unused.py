"""What lies in a newsletter's folder as if digest read it, and that it does not read.

Much may lie there that is no mistake: the script that draws a figure, its data, a picture kept for
later, a licence. Of a folder that is never read, only one file is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.files import DEEP
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, did_you_mean_file
from digest.content.decode import UNREADABLE, UNREADABLE_HINT
from digest.content.discover import FOR_HOSTS, HUGOS_INDEX, LOST, classify
from digest.settings.config import SITE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from digest.content.discover import Source

_TEXT = lazy_regex(r"(.+)\.(?:md|markdown|mdown|mkdn?|mdx|qmd|rmd|md\.txt)\s*", re.IGNORECASE)
"""A name of a file in Markdown, as other programs name them."""
_MARKUP = lazy_regex(r".+\.(?:rst|adoc|asciidoc|org|textile|html?|docx|odt)", re.IGNORECASE)
"""A name of a text that is in no Markdown."""
_RECORD = lazy_regex(r"(.+)\.json(?:5|l|\.txt)?", re.IGNORECASE)
"""A name of a record, as other programs write it."""
_KEPT = lazy_regex(
    r"""(?x)(?!.*\.md\.txt$)(?i:
    (?:readme|licen[cs]e|copying|notice|authors|contributing|changelog|todo)(?:[.-].*)?
    |makefile|snakefile|dockerfile|justfile|thumbs\.db|desktop\.ini|icon\r|__pycache__|\#.*\#
    |.*\.(?:py|pyc|ipynb|r|jl|m|sh|bat|ps1|js|ts|c|cpp|h|rs|go|gp|gnuplot|plt|dot|gv|mmd|tex|sty|bib)
    |.*\.(?:csv|tsv|dat|txt|npy|npz|mat|h5|hdf5|parquet|pkl|pickle|rds|sqlite|db|xlsx?|ods|log)
    |.*\.(?:psd|ai|xcf|kra|fig|drawio|excalidraw|sketch|afdesign|key|pptx?|odg|odp|eps|ps|tikz|pdf)
    |.*\.(?:bak|orig|rej|sw[op]|tmp|old|save|lock|zip|gz|tar|7z)|.*~
    )"""
)
"""A name of what is kept beside texts and need not be used by them."""
_PUBLISHED_ELSEWHERE = frozenset(["static", "public", "assets", "files", "media", "images", "img"])
"""Folders that other generators publish as they are."""
_READ = ("editions", "pages", "papers")
_SETTINGS = ("site.yaml", "references.bib", "sent.yaml", "dismissed.txt")
_CONFIG = frozenset(["config", "_config", "settings", "newsletter", "digest"])
"""What other tools call the file with a site's settings."""


def is_kept(name: str) -> bool:
    """Tell by its name whether a file or folder is kept beside texts, and need not be used."""
    return _KEPT.fullmatch(name) is not None


def check_unused(
    sources: Iterable[Source], is_linked: Callable[[str], bool], *, has_works: bool
) -> tuple[Diagnostic, ...]:
    """Report what lies in the newsletter as if it were read: `file-unused`, `entry-unplaced`.

    `is_linked` tells whether any text leads to a file of a name, or shows it; `has_works` whether
    references.bib has any.
    """
    found: dict[str, Diagnostic | None] = {}
    sources = tuple(sources)
    paths = frozenset(source.path for source in sources)
    unread: list[Diagnostic] = []
    bibliography = "" if has_works else "references.bib"
    for source in sources:
        path = source.path
        if source.kind in _UNREAD:
            rule, message, hint = _UNREAD[source.kind]
            if source.kind in LOST and classify(path) not in {"file", "static"}:
                rule = "file-unreadable"
            unread.append(Diagnostic(path, 1, 1, rule, message, hint))
        elif source.kind == "file":
            _, *folders, name = path.split("/")
            if not folders:
                found[path] = _check_loose(path, name, bibliography)
            elif folders[0] in {"editions", "pages"}:
                found[path] = _check_beside(path, folders[0], name, paths)
            elif folders[0] == "papers":
                found[path] = _check_record(path, name, paths)
            elif folders[0] not in found and not any(map(is_kept, (*folders, name))):
                found[folders[0]] = _check_folder(path, folders)
    problems = tuple(one for one in found.values() if one)
    loose = (one for one in problems if not is_linked(one.path.rpartition("/")[2]))
    return (*unread, *loose)


_UNREAD = {
    "hidden": (
        "file-unused",
        "a link to what is hidden is not followed: it may be secret",
        "put a copy in its place, if all may read it",
    ),
    "outside": (
        "file-unused",
        "a link that leads out of the newsletter is not followed",
        "put a copy in its place: whoever has the newsletter has that too",
    ),
    "loop": (
        "file-unused",
        "a link to a folder that holds it, or in a folder that is a link itself, is not followed",
        "put the folder itself in its place",
    ),
    "made": (
        "file-unused",
        "digest publishes nothing of what it made itself",
        "put a copy in its place, and build into a folder of its own",
    ),
    "secret": (
        "file-unused",
        "programs keep passwords in a file of this name, so it is not published",
        "take it away, and see that git does not have it either",
    ),
    "nowhere": (
        "file-unreadable",
        "this is a link that leads nowhere",
        "put the file in its place, or take the link away",
    ),
    "beside": (
        "file-unused",
        "digest does not publish this",
        "move it to 'static/' beside 'content/': what is there is published as it is",
    ),
    "misplaced": (
        "file-unused",
        "digest reads this in content/ alone",
        "move it to content/, or take it away",
    ),
    "misnamed": (
        "encoding",
        "the name is not UTF-8",
        "rename it with letters that all systems know",
    ),
    "doubled": (
        "address-clash",
        "another file has this name, with its accents written in another form of Unicode",
        "delete one of the two, or give it another name",
    ),
    "unreadable": ("file-unreadable", UNREADABLE, UNREADABLE_HINT),
    "deep": ("file-unreadable", *DEEP),
}
"""Rule, message and hint by the kind of a source that is not read."""


def _check_folder(path: str, folders: list[str]) -> Diagnostic | None:
    """Report a folder in content/ that is never read, at one of its files."""
    if folders[0] in _PUBLISHED_ELSEWHERE:
        return Diagnostic(path, 1, 1, *_UNREAD["beside"])
    if folders[0].lower() in {"themes", "theme"}:
        hint = "move it to 'themes/' beside 'content/'"
        return _report(path, f"digest reads nothing in 'content/{folders[0]}/'", hint)
    hint = did_you_mean(folders[0], _READ) or (
        "texts stand in content/editions/ and content/pages/, pictures and files beside them"
    )
    return _report(path, f"digest reads nothing in 'content/{folders[0]}/'", hint)


def _check_loose(path: str, name: str, bibliography: str) -> Diagnostic | None:
    """Report a file in content/ itself."""
    if name.lower().endswith((".bib", ".bibtex")) and bibliography:
        return _report(path, "digest does not read this file", f"rename it to '{bibliography}'")
    if name in FOR_HOSTS:
        return Diagnostic(path, 1, 1, *_UNREAD["beside"])
    if is_kept(name):
        return None
    stem, meant = name.partition(".")[0], did_you_mean_file(name, _SETTINGS)
    if _TEXT.fullmatch(name) and not meant:
        hint = "move it to content/pages/, or to the folder of its edition"
        return _report(path, "digest reads no texts in content/ itself", hint)
    hint = meant or f"in content/ itself it reads {' and '.join(_SETTINGS[:2])}"
    if stem.lower() in _CONFIG:
        hint = f"did you mean '{_SETTINGS[0]}'?"
    elif stem in SITE_FIELDS and not meant:
        hint = f"'{stem}' is a setting: write it into {_SETTINGS[0]}"
    return _report(path, "digest does not read this file", hint)


def _check_record(path: str, name: str, paths: Container[str]) -> Diagnostic | None:
    """Report a file among the records that is none, and is not kept beside them."""
    record = _RECORD.fullmatch(name)
    if record:
        message = "digest reads records in files that end in '.json'"
        return _report(path, message, _hint_name(path, f"{record[1]}.json", paths))
    if is_kept(name):
        return None
    return _report(path, "digest reads nothing but records here", "move it out of content/papers")


def _check_beside(path: str, folder: str, name: str, paths: Container[str]) -> Diagnostic | None:
    """Report a file among editions or pages."""
    if name in FOR_HOSTS or name == _SETTINGS[1]:
        return _check_misplaced(path, name)
    if is_kept(name):
        return None
    if text := _TEXT.fullmatch(name):
        # editions have a text each, and all of them together none
        is_hugos = name == HUGOS_INDEX and path != f"content/editions/{name}"
        rest = "index" if is_hugos or text[1].lower() == "index" else text[1]
        return _check_text(path, folder, f"{rest}.md", paths)
    if _MARKUP.fullmatch(name) and re.match(r"\d+[-_. ]|index\.", name):
        return _report(path, "digest reads Markdown alone", "write it in a file that ends in '.md'")
    return None


def _check_text(path: str, folder: str, meant: str, paths: Container[str]) -> Diagnostic | None:
    """Report a text among editions or pages; `meant` is the name that it should have."""
    before, _, name = path.rpartition("/")
    if name != meant:
        message = "digest reads Markdown in files that end in '.md'"
        if name.endswith(".md"):
            message = "digest reads the text of a folder in 'index.md'"
        return _report(path, message, _hint_name(path, meant, paths))
    if folder != "editions":
        return None
    hint = "move it to the folder of its edition, as 2022-03/01-name.md"
    if before == "content/editions":
        hint = f"an edition is a folder: move its text to '{meant.removesuffix('.md')}/index.md'"
    return Diagnostic(path, 1, 1, "entry-unplaced", "the file belongs to no edition", hint)


def _hint_name(path: str, meant: str, paths: Container[str]) -> str:
    """Say what to do with a file that should have another name, which one beside it may have."""
    if f"{path.rpartition('/')[0]}/{meant}" in paths:
        return f"there is '{meant}', too: put the two together, and take this one away"
    return f"rename it to '{meant}'"


def _check_misplaced(path: str, name: str) -> Diagnostic:
    """Report a file that has a use elsewhere: at a site's root, or in content/ itself."""
    if name == _SETTINGS[1]:
        hint = f"move what is in it to 'content/{name}', which all editions share"
        return _report(path, "digest does not read this file", hint)
    message, hint = "no page links to this file, so it is not published", _UNREAD["beside"][2]
    return _report(path, message, hint)


def _report(path: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(path, 1, 1, "file-unused", message, hint)
