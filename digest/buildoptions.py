"""What a build is asked for; apart from it, so that a command starts without all that it uses."""

from __future__ import annotations

import msgspec


class BuildOptions(msgspec.Struct, frozen=True):
    """What a build is asked for."""

    today: str
    """`YYYY-MM-DD`, in the site's time zone: editions with a later date wait."""
    drafts: bool = False
    future: bool = False
    base_url: str = ""
    """In place of the site's own `url`."""
    email: str = "newest"
    """Whose mail is made: `newest`, `all`, `none`, or editions' ids with commas between them."""
    jobs: int = 1
    """How many processes render; 0 for as many as there are cores."""
    explain: bool = False
    """Whether mails are measured, entry by entry."""
    forms: bool = False
    """Whether the rules that are off unless a site asks for them are on unless it refuses them."""
