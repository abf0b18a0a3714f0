"""Signs that a mail provider would take for its own tags, as `{{`, made harmless.

The one tag that is meant, in place of which the provider puts the address to unsubscribe at, goes
through templates as an address that stands in for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint
from digest.settings.emailconfig import is_tag, mailto

if TYPE_CHECKING:
    from digest.site.mailview import Sender

_OPENINGS = {
    "{{": "{&#123;",
    "{%": "{&#37;",
    "{#": "{&#35;",
    "*|": "*&#124;",
    "%%": "%&#37;",
    "[[": "[&#91;",
}
"""What tags begin with, and how HTML writes the same signs so that no provider sees one."""
_OPENING = lazy_regex("|".join(map(re.escape, _OPENINGS)))


def stand_in(address: str) -> str:
    """Return what stands for `address` until the mail is written: itself, unless it is a tag."""
    return f"https://tag.invalid/{fingerprint(address)}" if is_tag(address) else address


def way_out(sender: Sender) -> str:
    """Return the address at which one unsubscribes; empty where there is none."""
    if sender.unsubscribe_url:
        return stand_in(sender.unsubscribe_url)
    return mailto(sender.unsubscribe_mail) if sender.unsubscribe_mail else ""


def escape_tags(html: str, address: str) -> str:
    """Return `html` with nothing in it that looks like a provider's tag, but for `address` itself.

    TeX has such signs, and so has code. What stands in for `address` becomes it.
    """
    escaped = _OPENING.sub(lambda found: _OPENINGS[found[0]], html)
    return escaped.replace(stand_in(address), address) if is_tag(address) else escaped


def part_tags(text: str, address: str) -> str:
    """Return a plain text with a space in what looks like a tag of the kind that `address` is.

    What stands in for `address` becomes it. Where it is no tag the text stays as it is: no provider
    is known to read it.
    """
    if not is_tag(address):
        return text
    kind = address[0]
    seconds = "".join(opening[1] for opening in _OPENINGS if opening[0] == kind)
    if seconds:
        # of three in a row, each is parted from the next
        text = re.sub(f"{re.escape(kind)}(?=[{re.escape(seconds)}])", f"{kind} ", text)
    return text.replace(stand_in(address), address)
