"""The mail of an edition as the preview has built it: its files, and ways to look at them.

Its addresses are the public ones, as in the mail that `digest build` makes: whatever is taken from
the preview may be sent.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import SMTP
from html import unescape
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.content.frontmatter import split_front_matter
from digest.render.mailsize import measure
from digest.settings.converters import boolean
from digest.settings.yamlnodes import MapNode, Reading, parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from digest.settings.config import Settings

_DARK = lazy_regex(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)")
_SHOWN = ("From", "To", "Reply-To", "Subject")
_HIDDEN = lazy_regex(r"<(style|title|head)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
_PADDING = lazy_regex("(?:[\u034f\u200c\u2007\u00ad\ufeff]\\s*){5,}")
"""What keeps the text of a mail out of the line that an inbox shows."""
_LONGEST_LINE = 140
"""In characters: no inbox shows more."""


class Mail(msgspec.Struct, frozen=True):
    """The mail of an edition, as far as it has been made."""

    edition: str
    headers: dict[str, str]
    """Those that a reader sees, by name."""
    line: str
    """What an inbox shows beside the subject."""
    text: str
    """The message's text part."""
    size: int
    """Of the message's HTML, in bytes."""
    tracked: int
    """The same with its links as long as a provider makes them."""
    message_size: int
    """Of the whole message, in bytes."""


def read_mail(folder: Path, settings: Settings) -> Mail | None:
    """Return the mail in an edition's folder; None while it has not been built."""
    try:
        html = (folder / "message.html").read_text("utf-8", errors="replace")
        text = (folder / "message.txt").read_text("utf-8", errors="replace")
        raw = (folder / "message.eml").read_bytes()
    except OSError:
        return None
    message = message_from_bytes(raw, policy=SMTP)
    return Mail(
        edition=folder.name,
        headers={name: str(message[name]) for name in _SHOWN if message[name]},
        line=_read_line(html),
        text=text,
        size=measure(html),
        tracked=measure(html, settings.email.tracked_link),
        message_size=len(raw),
    )


def _read_line(html: str) -> str:
    """Return how the text of a mail begins: the line that an inbox shows."""
    body = html[html.find("<body") :]
    words = unescape(_HIDDEN.sub(" ", body)).strip()
    words = " ".join(_PADDING.split(words, maxsplit=1)[0].split())
    return words if len(words) <= _LONGEST_LINE else words[:_LONGEST_LINE].rstrip() + "…"


def show_html(html: str, settings: Settings, *, dark: bool, pictures: bool) -> str:
    """Return a mail's HTML as a mail program would show it in the preview.

    That is in the dark or by day, whatever the machine is set to, with the pictures of the preview,
    for those on the web may not be there yet, or with none.
    """
    html = _DARK.sub("(min-width: 0)" if dark else "(max-width: 0)", html)
    html = html.replace("color-scheme:light dark", f"color-scheme:{'dark' if dark else 'light'}")
    html = html.replace(f'src="{settings.url}', f'src="{settings.base_path}')
    if not pictures:
        policy = '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'">'
        html = html.replace("<head>", f"<head>{policy}", 1)
    return html


def has_drafts(root: Path, edition: str) -> bool:
    """Tell whether an edition is a draft, or has entries that are: its mail is not what is sent."""
    files = sorted((root / "content/editions" / edition).glob("*.md"))
    return any(map(_is_draft, files))


def _is_draft(file: Path) -> bool:
    reading = Reading(file.name)
    try:
        split = split_front_matter(file.read_text("utf-8-sig"), reading, what="it")
    except (OSError, UnicodeDecodeError):
        return False
    node = parse_yaml(split.matter, reading) if split and split.matter else None
    pairs = node.pairs if isinstance(node, MapNode) else ()
    return any(key.text == "draft" and boolean(value, reading) for key, value in pairs)
