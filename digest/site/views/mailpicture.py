"""How a picture is made fit for mails and feeds."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class MailPicture(msgspec.Struct, frozen=True):
    """A picture that one does not see through."""

    kind: ClassVar[str] = "mail-picture"
    ground: str
    """The colour that it is set on where one saw through it, as CSS writes it."""
