"""Names of files with spaces in them, where an address may have none: `![Loss](my plot.png)`.

What is in the parentheses can only be an address if it ends as the name of a file does; what else
has spaces in it, as `[sic](so it stands)`, stays text.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

from markdown_it import helpers

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.helpers.parse_link_destination import _Result

_WORD = r"(?:[^\s()<>\"\\]|\([^\s()<>\"\\]*\))++"
_SPACED = lazy_regex(
    # of another site, spaces may only stand behind the host
    rf"(?:https?://[^\s()/]+/)?(?![A-Za-z][\w+.-]*:|//)({_WORD}(?: +{_WORD})+)"
    # a title may follow
    r"(?=\s*\)|\s+\"[^\"]*\"\s*\))"
)
_TOO_DEEP = lazy_regex(r"(?!<)[^\s()\\]*+(?:\([^\s()\\]*+){33}")
"""More open parentheses in one another than the 32 that markdown-it lets an address have."""
_FILE = lazy_regex(r".*\.[A-Za-z][A-Za-z0-9]{1,4}(?:#\S*)?", re.DOTALL)


def spaced_plugin(parser: MarkdownIt) -> None:
    """Read such addresses, in links and in images."""
    # markdown-it's is a module with these three in it
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkDestination=_read,
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkTitle=helpers.parseLinkTitle,
    )


def _read(text: str, start: int, stop: int) -> _Result:
    """Read an address, as markdown-it does it, or one with spaces."""
    if _TOO_DEEP.match(text, start, stop):
        # the same for what is no address, which markdown-it would find sign by sign
        return helpers.parseLinkDestination("(", 0, 1)
    found = helpers.parseLinkDestination(text, start, stop)
    if not (found.ok and text.startswith(" ", found.pos)):
        return found
    spaced = _SPACED.match(text, start, stop)
    if spaced and _FILE.fullmatch(spaced[1]):
        found.str, found.pos = spaced[0], spaced.end()
    return found
