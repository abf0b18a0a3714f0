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
    from collections.abc import Iterable

    from digest.site.mailview import Sender

_STYLE = lazy_regex(r"(<style\b.*?</style>)", re.DOTALL)
"""What is no text: its signs cannot be written otherwise."""
_DOUBLE = {
    "{": r"\{(?=[{%#$])",
    "*": r"\*(?=\|)",
    "%": r"%(?=%)",
    "[": r"\[(?=\[)",
    "$": r"\$(?=\{)",
    "<": r"<(?=%)",
}
"""What a tag of two signs begins with, by the first of them."""
_SINGLE = {
    "{": r"\{(?=[A-Za-z_])",
    "[": r"\[(?=[A-Za-z_])",
    # two digits behind it are a letter of an address
    "%": r"%(?![0-9A-Fa-f]{2})(?=[A-Za-z_])",
}
"""The same of one sign: so common in texts that they count only for a provider that has such."""


def way_out(sender: Sender) -> str:
    """Return the address at which one unsubscribes; empty where there is none."""
    if sender.unsubscribe_url:
        return sender.unsubscribe_url
    return mailto(sender.unsubscribe_mail) if sender.unsubscribe_mail else ""


def finish_html(html: str, tags: Iterable[str]) -> str:
    """Return `html` with nothing in it that looks like a provider's tag, but for `tags` themselves.

    TeX has such signs, and so has code. What stands in for a tag becomes it.
    """
    opening = re.compile("|".join([*_DOUBLE.values(), *_list_single(tags)]))
    pieces = _STYLE.split(html)
    # text and style sheets by turns
    pieces[::2] = [opening.sub(lambda found: f"&#{ord(found[0])};", one) for one in pieces[::2]]
    return show_tags("".join(pieces), tags)


def finish_text(text: str, sender: Sender) -> str:
    """Return a plain text with a space in what looks like a tag of the provider in use.

    That is the one that the settings name, and the one whose tags are in them. Where there is none
    the text stays as it is: no provider is known to read it. What stands in for a tag becomes it.
    """
    forms = [_DOUBLE[sign] for sign in sender.signs] + _list_single(sender.tags)
    if forms:
        # of three in a row, each is parted from the next
        text = re.sub("|".join(forms), lambda found: f"{found[0]} ", text)
    return show_tags(text, sender.tags)


def _list_single(tags: Iterable[str]) -> list[str]:
    """Return the forms of tags of one sign that a provider with these tags has."""
    signs = {tag[0] for tag in tags if re.match(r"[{[%][\w$]", tag)}
    return [form for sign, form in _SINGLE.items() if sign in signs]
