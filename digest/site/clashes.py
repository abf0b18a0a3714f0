"""What of a site would be published where something else is."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.settings.theme import Theme
    from digest.site.compose import Doubtful
    from digest.site.outputs import Planned

_RULE = "address-clash"
_OFF = "take it off 'aliases:' here"


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
    *("page", "twin", "file", "theme-file", "mail-picture", "export", "feed", "card"),
    *("site-file", "mail"),
)
"""Of two outputs at one path, that of the later kind is to move."""


def _rank(output: Planned) -> tuple[bool, int, bool, str, int, int, str]:
    """Return what comes first: what digest makes by itself, and then what is no alias."""
    is_own = output.source == SITE_FILE and output.kind in {"page", "twin"}
    kind = _ORDER.index("page" if output.kind == "twin" else output.kind)
    place = output.place
    line, column = (place.line, place.column) if place else (0, 0)
    return (not is_own, kind, place is not None, output.source, line, column, output.path)


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
    for output in outputs:
        folder = posixpath.dirname(output.path)
        while folder:
            if folder.casefold() in owners:
                yield _report_folder(output, owners[folder.casefold()], name(output))
            folder = posixpath.dirname(folder)


def _report_clash(output: Planned, first: Planned, source: str, owner: str) -> Diagnostic:
    address = output.path.removeprefix(SITE).removesuffix("index.html")
    owner = "a page of digest's own" if first.source == SITE_FILE else f"'{owner}'"
    if output.place:
        other = f"an alias in {owner}, too" if first.place else f"that of {owner}"
        return output.place.diagnose(_RULE, f"the alias '{address}' is {other}", _OFF)
    message = f"the address '{address}' is that of {owner} already"
    hint = "rename one of the two, or give it another 'slug'"
    if posixpath.basename(output.source) == "index.md":
        hint = "rename one of the two folders"
    return Diagnostic(source, 1, 1, _RULE, message, hint)


def _report_folder(output: Planned, file: Planned, source: str) -> Diagnostic:
    """Report an output that needs a folder where a file is."""
    address = file.path.removeprefix(SITE)
    if output.place:
        message = f"the alias would make a folder of the file '{address}'"
        return output.place.diagnose(_RULE, message, _OFF)
    return Diagnostic(source, 1, 1, _RULE, f"'{address}' would be a file and a folder")
