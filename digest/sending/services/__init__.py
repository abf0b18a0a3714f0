"""The mail services that digest knows, one a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.sending.services.buttondown import open_buttondown
from digest.sending.services.files import open_files
from digest.sending.services.ghost import open_ghost
from digest.sending.services.listmonk import open_listmonk
from digest.sending.services.mailchimp import open_mailchimp

if TYPE_CHECKING:
    from digest.sending.mailservice import Open

OPENERS: dict[str, Open] = {
    "buttondown": open_buttondown,
    "listmonk": open_listmonk,
    "mailchimp": open_mailchimp,
    "ghost": open_ghost,
    "files": open_files,
}
"""By the names that site.yaml has for them."""
