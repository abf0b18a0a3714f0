"""What a build is asked for. It stands alone so that commands start without the rest."""

from __future__ import annotations

import msgspec

NEWEST, ALL, NONE = "newest", "all", "none"
"""Whose mails may be asked for, besides those of editions by their ids."""


class BuildOptions(msgspec.Struct, frozen=True):
    """What a build is asked for."""

    today: str
    """`YYYY-MM-DD`, in the site's time zone: editions with a later date wait."""
    drafts: bool = False
    future: bool = False
    base_url: str = ""
    """In place of the site's own `url`."""
    mail_url: str = ""
    """The same for mails alone, where they have another than pages: a preview's are those that
    are sent."""
    email: str = NEWEST
    """Whose mail is made: `newest`, `all`, `none`, or editions' ids with commas between them."""
    variants: bool = True
    """Whether pictures are made in other formats and sizes, which takes its time."""
    jobs: int = 1
    """How many processes render; 0 for as many as there are cores."""
    explain: bool = False
    """Whether mails are measured, entry by entry."""
    all_rules: bool = False
    """Whether rules that are usually off are checked too, unless the site switches them off."""
