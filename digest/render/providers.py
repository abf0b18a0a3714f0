"""Signs that a mail provider would take for its own tags, as `{{`, made harmless.

The tags that are meant, which stand in the settings, go through templates as letters that stand in
for them, and are put back when all else is harmless.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.settings.emailconfig import mailto
from digest.settings.providertags import show_tags

if TYPE_CHECKING:
    from digest.site.views.mail import Sender

_NO_TEXT = lazy_regex(r"(<style\b.*?</style>|<!--.*?-->)", re.DOTALL)
"""Style sheets, and comments that Outlook heeds: their signs cannot be written otherwise."""
_OPENINGS = {
    "{{": r"\{(?=[{%#$!])",
    "*|": r"\*(?=\|)",
    "%%": r"%(?=%)",
    "[[": r"\[(?=\[)",
    "[%": r"\[(?=%)",
    "$[": r"\$(?=\[)",
    "${": r"\$(?=\{)",
    "<%": r"<(?=%)",
}
"""What tags begin with, and the first of these signs where the second is ahead."""
_COMMON = {
    "__": "_(?=_)",
    "{": r"\{(?=[A-Za-z_])",
    "[": r"\[(?=[A-Za-z_])",
    # two digits behind it are a letter of an address
    "%": r"%(?![0-9A-Fa-f]{2})(?=[A-Za-z_])",
}
"""The same of what is so common in texts that it counts only where the provider has such tags."""


def way_out(sender: Sender) -> str:
    """Return the address at which one unsubscribes; empty where there is none."""
    if sender.unsubscribe_url:
        return sender.unsubscribe_url
    return mailto(sender.unsubscribe_mail) if sender.unsubscribe_mail else ""


def finish_html(html: str, sender: Sender) -> str:
    """Return `html` with nothing in it that looks like a provider's tag, but for those meant.

    TeX has such signs, and so has code. What stands in for a tag becomes it.
    """
    common = [form for opening, form in _COMMON.items() if opening in sender.openings]
    opening = re.compile("|".join([*_OPENINGS.values(), *common]))
    pieces = _NO_TEXT.split(html)
    # text, and what is none, by turns
    pieces[::2] = [opening.sub(lambda found: f"&#{ord(found[0])};", one) for one in pieces[::2]]
    return show_tags("".join(pieces), sender.tags)


def finish_text(text: str, sender: Sender) -> str:
    """Return a plain text with a space in what looks like a tag of the provider in use.

    That is the one that the settings name, and the one whose tags are in them. Where there is none
    the text stays as it is: no provider is known to read it. What stands in for a tag becomes it.
    """
    forms = [(_OPENINGS | _COMMON)[opening] for opening in sender.openings]
    if forms:
        # of three in a row, each is parted from the next
        text = re.sub("|".join(forms), lambda found: f"{found[0]} ", text)
    return show_tags(text, sender.tags)
