"""What other processors print otherwise than we do, style by style, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.basics.works import Work


class Difference(NamedTuple):
    """What another processor prints otherwise than we do, and why."""

    why: str
    theirs: str
    """A pattern in their print."""
    ours: str | Callable[[Work, re.Match[str]], str]
    """What we print there, in the syntax of `re.sub`."""
    of: str = ""
    """Types of works, all if empty."""
    where: Callable[[Work], object] = lambda _work: True

    def rewrite(self, work: Work, theirs: str) -> str:
        """Return their print of a work with ours in place of what differs."""
        if (self.of and work.type not in self.of.split()) or not self.where(work):
            return theirs
        ours = self.ours
        if isinstance(ours, str):
            return re.sub(self.theirs, ours, theirs)
        return re.sub(self.theirs, lambda found: ours(work, found), theirs)
