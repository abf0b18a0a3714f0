"""What a mail shows: the whole of what a theme's `mail/` templates may use, besides the edition."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from digest.site.views.pages import EditionView
from digest.site.views.parts import Picture

TEMPLATE = "mail/message.html"
"""The template of a mail; a theme without it makes none."""

Part = Literal["html", "text", "message"]


class Sender(msgspec.Struct, frozen=True):
    """Who sends the mail, and how one leaves its list: site.yaml's `email:`.

    Letters stand in for a provider's tags, until the mail is written.
    """

    sender: str
    """A name and an address, as a mail's From line has them; may be empty."""
    to: str
    """As the To line has it; where it is empty, the sender."""
    address: str
    """Where the sender is to be found, as a law may ask; may be empty."""
    reply_to: str
    list_id: str
    subscribe_url: str
    """Where one subscribes to whom the mail was forwarded; may be empty."""
    preferences_url: str
    """Where one chooses what one gets; may be empty."""
    unsubscribe_url: str
    """May be empty."""
    unsubscribe_mail: str
    """An address to which a mail unsubscribes; may be empty."""
    one_click: bool
    """Whether a request to `unsubscribe_url` alone unsubscribes the reader who got the mail."""
    budget: int
    """The most bytes that the HTML may have, with its links as long as a provider makes them."""
    tracked_link: int
    """How long that is; 0 where they stay as they are."""
    tags: tuple[str, ...]
    """The provider's tags in the settings."""
    openings: tuple[str, ...]
    """What the tags of the provider in use begin with: `{{`, `*|`."""


class MailView(msgspec.Struct, frozen=True):
    """The mail of an edition, templates `mail/message.html` and `mail/message.css`."""

    kind: ClassVar[str] = "mail"
    edition: EditionView
    """What the edition's page shows; a mail shows the same."""
    url: str
    """The newsletter's public address, with a slash at its end."""
    whole: tuple[str, ...]
    """The anchors of the entries that are never folded."""
    lines: dict[str, str]
    """By the anchors of entries that have one, their descriptions as plain text."""
    pictures: dict[str, Picture]
    """From the address of a picture on the web to the one that mail clients show."""
    subject: str
    sender: Sender


class MailPart(msgspec.Struct, frozen=True):
    """One file of a mail."""

    part: Part
    mail: MailView


class EntrySize(msgspec.Struct, frozen=True):
    """How much of a mail's HTML an entry takes."""

    anchor: str
    shown: int
    """In bytes, as it stands in the mail, with its links as long as a provider makes them."""
    whole: int
    """In bytes, in full."""
    folded: bool
    """Whether the mail has only a line of it."""


class MailSize(msgspec.Struct, frozen=True):
    """How long a mail's HTML is."""

    edition: str
    size: int
    """In bytes."""
    tracked: int
    """With its links as long as a provider makes them, as `sender.tracked_link` says."""
    budget: int
    entries: tuple[EntrySize, ...]
