"""What digest asks of a mail service, and what it hands over.

A service keeps *drafts*, from which a person sends the mail there. A draft of ours has a *mark* in
a field that the service keeps and readers do not see. It is written with the draft in one request:
whatever happens next, the draft is found again.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import canonical_json, fingerprint, slugify

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from digest.records.service import Timing
    from digest.settings.config import Settings

_MARK = lazy_regex(r"digest-[a-z0-9-]{1,40}-[0-9a-f]{12}")


class Letter(msgspec.Struct, frozen=True):
    """An edition's mail, as it is handed to a service."""

    edition: str
    """The edition's id."""
    marks: dict[str, str]
    """From a mark to the id that the edition had with it: now first, then what it was called
    before, as its aliases say."""
    title: str
    """The edition's."""
    subject: str
    preheader: str
    """The line that an inbox shows behind the subject."""
    html: str
    """The whole document."""
    text: str
    url: str
    """Of the edition's page."""

    @property
    def mark(self) -> str:
        """The mark of a draft that is made now."""
        return next(iter(self.marks))

    @property
    def slug(self) -> str:
        """The last part of an address for the service's own archive."""
        return slugify(self.edition).encode("ascii", "ignore").decode()[:100] or self.mark


State = Literal["draft", "scheduled", "sent"]
"""`sent` is whatever may have reached a reader, also in part; only a `draft` is ever changed."""


class Draft(msgspec.Struct, frozen=True):
    """A mail of ours at a service."""

    id: str
    mark: str
    """Empty where someone has taken it away."""
    state: State
    created: str
    """When it was made, in the service's own form, which sorts by time."""
    version: str = ""
    """What the service wants to see again when the draft is changed; empty where nothing."""


class MailService(Protocol):
    """A mail service.

    What asks it raises ServiceError where the answer will not change, ConflictError where the
    service knows more than is known here, and Fault where it may go better another time: then
    nobody knows whether the service has done what it was asked.
    """

    title: str
    """Its name, as messages have it."""
    timing: Timing

    def find(self, marks: Mapping[str, str], ids: Collection[str], /) -> tuple[Draft, ...]:
        """Return all mails that have one of the marks or ids, those that were sent as well.

        `marks` leads from each to its edition.
        """

    def make(self, letter: Letter, /) -> Draft:
        """Make a draft."""

    def update(self, draft: Draft, letter: Letter, /) -> None:
        """Give a draft the content of a letter."""

    def delete(self, draft: Draft, /) -> None:
        """Delete a draft; it may be gone already."""

    def find_page(self, draft: Draft, letter: Letter, /) -> str:
        """Return where a person looks at a draft; empty where that is not known."""

    def check(self, letter: Letter, /) -> tuple[str, ...]:
        """Return what the service would do to a letter that its editor may not expect."""


Open = Callable[["Settings", Mapping[str, str], Path], MailService]
"""Returns a service as the settings and the variables of the environment have it, for the
newsletter in a folder. Raises SetupError."""


class SetupError(Exception):
    """A service cannot be asked: a setting or a variable lacks, or cannot be right."""


def find_in_pages(
    marks: Mapping[str, str],
    ids: Collection[str],
    ask: Callable[[int, int], tuple[Iterable[Draft], bool]],
) -> tuple[Draft, ...]:
    """Return the mails with one of the marks or ids, of all that a service lists page by page.

    `ask` is called with the number of a page, from 1, and with how many mails there were before it.
    It returns the page's, and whether it is the last. So is one with nothing new. How many stand on
    a page says nothing: services give fewer than they are asked for.
    """
    found: dict[str, Draft] = {}
    for page in itertools.count(1):
        listed, is_last = ask(page, len(found))
        new = {one.id: one for one in listed if one.id not in found}
        found |= new
        if is_last or not new:
            break
    return tuple(one for one in found.values() if one.mark in marks or one.id in ids)


def make_mark(url: str, edition: str) -> str:
    """Return the mark of an edition of the newsletter that has its home at `url`.

    It has nothing but small letters, digits and hyphens, which every service keeps as they are.
    """
    name = slugify(edition).encode("ascii", "ignore").decode()[:40].strip("-") or "edition"
    return f"digest-{name}-{fingerprint(url, edition)[:12]}"


def find_mark(text: str) -> str:
    """Return the mark that stands in a text; empty where there is none."""
    found = _MARK.search(text)
    return found[0] if found else ""


def check_tag(letter: Letter, service: str, tag: str) -> tuple[str, ...]:
    """Tell of a mail without the tag in place of which a service puts the way to unsubscribe."""
    if tag.strip("{ }") in letter.html:
        return ()
    lack = f"the mail has no link with which {service} lets one unsubscribe"
    return (f'{lack}; in site.yaml set email.unsubscribe_url to "{tag}"',)


def hash_content(letter: Letter, settings: Settings) -> str:
    """Return what differs where something else would be handed over, or in another way."""
    email = settings.email
    how = canonical_json([email.provider, email.sender, email.reply_to])
    return fingerprint(canonical_json(letter), how)
