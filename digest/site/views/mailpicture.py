"""What a picture for mails and feeds is made with."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class MailPicture(msgspec.Struct, frozen=True):
    """A picture of which nothing is transparent."""

    kind: ClassVar[str] = "mail-picture"
    ground: str
    """The colour of what was transparent, as CSS writes it."""
