"""Mailchimp, by the reference of its Marketing API (mailchimp.com/developer/marketing/api).

A campaign is made first and has its content set in a second request; between the two it is known
again by the mark in its title, which readers do not see. A campaign goes out only with the tags
for unsubscribing and for the sender's address in it: where they lack, Mailchimp adds a foot of its
own.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.sending.client import Account, Client, open_client, path_of, read_base, read_key
from digest.sending.mailservice import Draft, SetupError, State, find_in_pages, find_mark
from digest.settings.emailconfig import split_mailbox

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from digest.sending.mailservice import Letter
    from digest.settings.config import Settings
    from digest.settings.emailconfig import EmailSettings

_VARIABLE = "MAILCHIMP_API_KEY"
_CENTRE = lazy_regex(r".+-([a-z]{1,4}[0-9]{1,4})")
"""A key ends with the data centre that has its account."""
_STATES: dict[str, State] = {"save": "draft", "schedule": "scheduled", "paused": "scheduled"}
"""Of the others, each has begun to be sent: sending, sent, canceling, canceled, archived."""
_FIELDS = ",".join((
    *("campaigns.id", "campaigns.status", "campaigns.create_time", "campaigns.settings.title"),
    "total_items",
))  # fmt: skip
_LONGEST_TITLE, _LONGEST_PREVIEW = 35, 150
"""What Mailchimp's own form takes, which is 100 for a title with the mark. The preview counts for
little: an inbox shows what stands in the mail."""
_PER_PAGE = "1000"
"""Mailchimp gives no more."""
_TAGS = (
    ("*|UNSUB|*", "to unsubscribe", "email.unsubscribe_url"),
    ("*|LIST:ADDRESSLINE|*", "for the sender's postal address", "email.address"),
)


class _Title(msgspec.Struct):
    title: str | None = None


class _Campaign(msgspec.Struct):
    id: str
    status: str
    create_time: str | None = None
    settings: _Title = msgspec.field(default_factory=_Title)


class _Content(msgspec.Struct):
    html: str | None = None


class _Page(msgspec.Struct):
    campaigns: list[_Campaign]
    total_items: int | None = None


class Mailchimp:
    """An account, and the audience of it that the newsletter goes to."""

    title = "Mailchimp"

    def __init__(self, client: Client, email: EmailSettings, centre: str) -> None:
        self._client = client
        self.timing = client.timing
        self._email = email
        self._centre = centre

    def find(self, marks: Mapping[str, str], ids: Collection[str]) -> tuple[Draft, ...]:
        """Return the campaigns among all: by titles one cannot ask."""

        def ask(_page: int, before: int) -> tuple[Iterable[Draft], bool]:
            query = {"count": _PER_PAGE, "offset": str(before), "fields": _FIELDS}
            part = self._client.get("campaigns", _Page, query)
            total = part.total_items
            is_last = total is not None and before + len(part.campaigns) >= total
            return map(_read, part.campaigns), is_last

        return find_in_pages(marks, ids, ask)

    def make(self, letter: Letter) -> Draft:
        """Make a campaign, and set its content."""
        body = {"type": "regular", "content_type": "html", **self._settings(letter)}
        draft = _read(self._client.make("campaigns", body, _Campaign))
        self._set_content(draft, letter)
        return draft

    def update(self, draft: Draft, letter: Letter) -> None:
        """Change a campaign's settings and content; a mark that was taken away comes back."""
        self._client.change(
            "PATCH", path_of("campaigns", draft.id), self._settings(letter), _Campaign
        )
        self._set_content(draft, letter)

    def delete(self, draft: Draft) -> None:
        """Delete a campaign."""
        self._client.delete(path_of("campaigns", draft.id))

    def find_page(self, _draft: Draft, _letter: Letter) -> str:
        """Return the page with all campaigns: that of one has a number which is not its id."""
        return f"https://{self._centre}.admin.mailchimp.com/campaigns" if self._centre else ""

    def check(self, letter: Letter) -> tuple[str, ...]:
        """Tell of the tags without which Mailchimp adds a foot of its own."""
        return tuple(
            f"Mailchimp adds a foot of its own to a mail without its tag {what}; in site.yaml set "
            f'{setting} to "{tag}"'
            for tag, what, setting in _TAGS
            if tag not in letter.html
        )

    def _settings(self, letter: Letter) -> dict[str, object]:
        name, address = split_mailbox(self._email.sender)
        reply_to = split_mailbox(self._email.reply_to)[1] or address
        settings = {
            "subject_line": letter.subject,
            "preview_text": shorten(letter.preheader, _LONGEST_PREVIEW),
            # the mark must not be cut off
            "title": f"{shorten(letter.title, _LONGEST_TITLE)} [{letter.mark}]",
            "from_name": name,
            "reply_to": reply_to,
        }
        return {
            "recipients": {"list_id": self._email.provider.list},
            "settings": {field: value for field, value in settings.items() if value},
        }

    def _set_content(self, draft: Draft, letter: Letter) -> None:
        body = {"html": letter.html, "plain_text": letter.text}
        self._client.change("PUT", path_of("campaigns", draft.id, "content"), body, _Content)


def open_mailchimp(settings: Settings, environ: Mapping[str, str], _root: Path) -> Mailchimp:
    """Return the account whose key the environment has."""
    key = read_key("Mailchimp", _VARIABLE, environ)
    centre = _CENTRE.fullmatch(key)
    usual = f"https://{centre[1]}.api.mailchimp.com/3.0" if centre else ""
    if not usual and not environ.get("DIGEST_MAILCHIMP_API", "").strip():
        hint = "copy the whole, it ends with '-us1' or the like"
        raise SetupError(f"the key in {_VARIABLE} is none that Mailchimp gives; {hint}")
    base = read_base("Mailchimp", "DIGEST_MAILCHIMP_API", environ, usual=usual)
    basic = base64.b64encode(f"digest:{key}".encode()).decode()
    account = Account("Mailchimp", base, _VARIABLE, (key,), lambda: f"Basic {basic}")
    client = open_client(account, settings, environ)
    return Mailchimp(client, settings.email, centre[1] if centre and base == usual else "")


def _read(campaign: _Campaign) -> Draft:
    mark = find_mark(campaign.settings.title or "")
    return Draft(
        campaign.id, mark, _STATES.get(campaign.status, "sent"), campaign.create_time or ""
    )
