"""XML as feeds are written in: elements as text, with everything in them escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.settings.licenses import License

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
# everything but what XML 1.0 takes for a character (section 2.2)
_FORBIDDEN = lazy_regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return a text without the characters that no XML may have, not even escaped."""
    return _FORBIDDEN.sub("", text)


def tag(name: str, text: str = "", **attributes: str) -> str:
    """Return an element that has a text, or nothing, in it, on a line of its own.

    Names are written as they are, prefix and all; in those of attributes `_` stands for `:`.
    Attributes that are empty are left out.
    """
    given = _write_attributes(attributes)
    inner = escape(clean(text), quote=False)
    return f"<{name}{given}>{inner}</{name}>\n" if inner else f"<{name}{given}/>\n"


def write_license(license_: License | None, words: str, link: str) -> Iterator[str]:
    """Name a licence in the element `words`, and for programs in a `link` (RFC 4946)."""
    if license_:
        yield tag(words, f"{license_.name} ({license_.url})")
        yield tag(link, rel="license", href=license_.url)


def wrap(name: str, elements: Iterable[str], **attributes: str) -> str:
    """Return an element that has others in it."""
    return f"<{name}{_write_attributes(attributes)}>\n{''.join(elements)}</{name}>\n"


def _write_attributes(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.replace("_", ":")}="{escape(clean(value))}"'
        for name, value in attributes.items()
        if value
    )
