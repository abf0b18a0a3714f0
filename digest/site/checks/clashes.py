"""What of a site would be published where something else is."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import SITE, is_static

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.settings.theme import Theme
    from digest.site.outputs import Planned
    from digest.site.pages.following import Doubtful

_RULE = "address-clash"
_OFF = "take it off '{}:' here"
_RENAME = "give the file in 'static/' another name, or take it away"


def find_doubled(claims: Iterable[Sequence[Planned]]) -> frozenset[str]:
    """Return the paths at which several outputs are that differ; `claims` are those of each path.

    A file that several pages show is one output.
    """
    return frozenset(some[0].path for some in claims if any(one != some[0] for one in some))


def check_links(
    doubtful: Iterable[Doubtful], find: Callable[[str], Planned | None]
) -> Iterator[Diagnostic]:
    """Report the links that lead to no page, unless they lead to another output.

    `find` returns an output by its path.
    """
    for link in doubtful:
        output = find(f"{SITE}/{link.address}")
        # whether a page is there is known already, and by its address
        if output is None or output.kind == "page":
            yield link.problem


_ORDER = (
    *("page", "twin", "file", "drawing", "theme-file", "mail-picture", "variant", "export", "feed"),
    *("card", "icon", "site-file", "mail"),
)
"""Of two outputs at one path, that of the later kind is to move."""


def _rank(output: Planned) -> tuple[bool, bool, int, bool, str, int, int, str]:
    """Return what comes first: what digest makes by itself, and then what is no alias.

    A file of static/ comes last: its place is only its name.
    """
    is_page = output.kind in {"page", "twin"} and output.place is None
    is_own = output.source == SITE_FILE and is_page
    kind = _ORDER.index("page" if output.kind == "twin" else output.kind)
    place, source = output.place, output.source
    line, column = (place.line, place.column) if place else (0, 0)
    last = (kind, place is not None, source, line, column, output.path)
    return (is_static(source), not is_own, *last)


def check_clashes(claims: Iterable[Sequence[Planned]], theme: Theme) -> Iterator[Diagnostic]:
    """Report every output whose path another has, letter case aside, or needs as a folder.

    `claims` are the outputs at each path. Of two the later is reported. A file that several pages
    show is one output.
    """
    unlike = dict.fromkeys(output for some in claims for output in some)

    def name(output: Planned) -> str:
        """Return the file by which messages name an output."""
        is_of_theme = output.kind == "theme-file"
        return theme.labels[theme.files[output.source]] if is_of_theme else output.source

    outputs = sorted(unlike, key=_rank)
    owners: dict[str, Planned] = {}
    told: set[tuple[str, str]] = set()
    for output in outputs:
        # many file systems do not tell letters by their case
        first = owners.setdefault(output.path.casefold(), output)
        if first is output:
            continue
        pair = (name(output), name(first))
        # where two pages clash, what is made beside them does too
        if output.place or pair not in told:
            yield _report_clash(output, first, *pair)
        told.add(pair)
    # a file of static/ in the place of a folder is told of once
    yield from dict.fromkeys(
        _report_folder(output, owners[folder], name)
        for output in outputs
        for folder in _folders(output.path.casefold())
        if folder in owners
    )


def _folders(path: str) -> Iterator[str]:
    """List the folders that a path is in, the innermost first."""
    while path := path.rpartition("/")[0]:
        yield path


def _report_clash(output: Planned, first: Planned, source: str, owner: str) -> Diagnostic:
    address = output.path.removeprefix(SITE).removesuffix("index.html")
    owner = f"'{owner}'"
    if first.source == SITE_FILE and not first.place:
        owner = f"a {'page' if first.kind == 'page' else 'file'} of digest's own"
    if output.place:
        what, off = _name_alias(output)
        other = f"that of {owner}"
        if first.place:
            own, _ = _name_alias(first)
            other = f"{'an' if own == 'alias' else 'a'} {own} in {owner}, too"
        return output.place.diagnose(_RULE, f"the {what} '{address}' is {other}", off)
    message = f"the address '{address}' is that of {owner} already"
    hint = "rename one of the two, or give it another 'slug'"
    if posixpath.basename(output.source) == "index.md":
        hint = "rename one of the two folders"
    elif is_static(output.source):
        hint = _RENAME
        if address == "/404.html":
            hint = "take it away; that page is made with the theme's 'web/404.html'"
    return Diagnostic(source, 1, 1, _RULE, message, hint)


def _name_alias(output: Planned) -> tuple[str, str]:
    """Return what messages call a page that leads on, and the hint to take it away."""
    is_setting = output.source == SITE_FILE
    what, where = ("redirect", "redirects") if is_setting else ("alias", "aliases")
    return what, _OFF.format(where)


def _report_folder(output: Planned, file: Planned, name: Callable[[Planned], str]) -> Diagnostic:
    """Report an output that needs a folder where a file is: an error always, as no disk has both.

    `name` names an output's source.
    """
    address = file.path.removeprefix(SITE)
    if output.place:
        what, off = _name_alias(output)
        message = f"the {what} would make a folder of the file '{address}'"
        found = output.place.diagnose(_RULE, message, off)
        return msgspec.structs.replace(found, always=True)
    moved = next((one for one in (file, output) if is_static(one.source)), output)
    hint = _RENAME if is_static(moved.source) else ""
    message = f"'{address}' would be a file and a folder"
    return Diagnostic(name(moved), 1, 1, _RULE, message, hint, always=True)
