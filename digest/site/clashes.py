"""What of a site would be published where something else is."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.settings.config import SITE_FILE
from digest.site.addresses import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.site.outputs import Output

_RULE = "address-clash"
_OFF = "take it off 'aliases:' here"


def check_clashes(outputs: Iterable[Output], name: Callable[[Output], str]) -> Iterator[Diagnostic]:
    """Report every output whose path another has, letter case aside, or needs as a folder.

    `name` says by which file messages name an output. Of two the later is reported.
    """
    outputs = tuple(outputs)
    owners: dict[str, Output] = {}
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


def _report_clash(output: Output, first: Output, source: str, owner: str) -> Diagnostic:
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


def _report_folder(output: Output, file: Output, source: str) -> Diagnostic:
    """Report an output that needs a folder where a file is."""
    address = file.path.removeprefix(SITE)
    if output.place:
        message = f"the alias would make a folder of the file '{address}'"
        return output.place.diagnose(_RULE, message, _OFF)
    return Diagnostic(source, 1, 1, _RULE, f"'{address}' would be a file and a folder")
