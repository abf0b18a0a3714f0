"""What arXiv's client and the DOI client share: manners towards a service on the network.

A service that stays away is no bug and no mistake of the editor's: after a bounded time a
`ServiceError` says so, and what to do.
"""

from __future__ import annotations

from digest import __version__


class ServiceError(Exception):
    """A service did not answer, or not with what it should; the message says what to do."""

    def __init__(
        self, message: str, *, retry_after: float = 0, missing: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        """Seconds for which the service wants to be left alone; 0 where it did not say."""
        self.missing = missing
        """Ids of which the service had said, before it failed, that it does not have them."""


def make_user_agent(contact: str) -> str:
    """Return how digest names itself to services.

    `contact` is the address that a service may write to, of a mailbox or a page; empty where the
    newsletter gives none.
    """
    # a header is one line of ASCII (RFC 9110, section 5.5), and a bracket would end the comment
    plain = "".join(one for one in contact if " " < one <= "~" and one not in "()\\")
    if plain and ":" not in plain:
        plain = f"mailto:{plain}"
    return f"research-digest/{__version__}" + (f" ({plain})" if plain else "")
