"""Buttondown, by its API's description (docs.buttondown.com/api-emails-introduction).

A mail that is made without a `status` goes to everybody at once, so each request says `draft`. A
body with tags is taken for that of the service's own editor and rewritten, unless a comment before
it says that it is HTML to be left alone; the template `naked` puts nothing around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.sending.client import Account, Client, open_client, path_of, read_base, read_key
from digest.sending.mailservice import Draft, State, check_tag, find_in_pages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from digest.sending.client import Query
    from digest.sending.mailservice import Letter
    from digest.settings.config import Settings

_VARIABLE = "BUTTONDOWN_API_KEY"
_BASE = "https://api.buttondown.com/v1"
_MODE = "<!-- buttondown-editor-mode: naked -->\n"
_MARKED = "digest"
"""The field of a mail's `metadata` that has its mark."""
_UNSENT: dict[str, State] = {
    "draft": "draft",
    "scheduled": "scheduled",
    "managed_by_rss": "scheduled",
}
_SENT = (
    *("about_to_send", "in_flight", "paused", "errored", "sent", "imported", "throttled"),
    *("resending", "transactional", "suppressed"),
)


class _Email(msgspec.Struct):
    id: str
    status: str
    metadata: dict[str, object] | None = None
    creation_date: str | None = None


class _Page(msgspec.Struct):
    results: list[_Email]
    next: str | None = None


class Buttondown:
    """One account, and so one newsletter."""

    title = "Buttondown"

    def __init__(self, client: Client) -> None:
        self._client = client
        self.timing = client.timing

    def find(self, marks: Mapping[str, str], ids: Collection[str]) -> tuple[Draft, ...]:
        """Return the mails among all that there are: by marks one cannot ask."""

        def ask(page: int, _before: int) -> tuple[Iterable[Draft], bool]:
            # without statuses some versions of the API leave the drafts out
            query: Query = {"page": str(page), "status": (*_UNSENT, *_SENT)}
            part = self._client.get("emails", _Page, {**query, "excluded_fields": "body"})
            there = (_read(email) for email in part.results if email.status != "deleted")
            return there, not part.next

        return find_in_pages(marks, ids, ask)

    def make(self, letter: Letter) -> Draft:
        """Make a draft, which is never sent by this."""
        body = {
            **_content(letter),
            "status": "draft",
            "slug": letter.slug,
            "metadata": {_MARKED: letter.mark},
        }
        return _read(self._client.make("emails", body, _Email))

    def update(self, draft: Draft, letter: Letter) -> None:
        """Change what a draft says; its status and its place in the archive stay."""
        self._client.change("PATCH", path_of("emails", draft.id), _content(letter), _Email)

    def delete(self, draft: Draft) -> None:
        """Delete a draft."""
        self._client.delete(path_of("emails", draft.id))

    def find_page(self, draft: Draft, _letter: Letter) -> str:
        """Return the draft's page in the editor."""
        return f"https://buttondown.com/emails/{draft.id}"

    def check(self, letter: Letter) -> tuple[str, ...]:
        """Tell of a mail that nobody can unsubscribe with."""
        return check_tag(letter, self.title, "{{ unsubscribe_url }}")


def open_buttondown(settings: Settings, environ: Mapping[str, str], _root: Path) -> Buttondown:
    """Return the account whose key the environment has."""
    key = read_key("Buttondown", _VARIABLE, environ)
    base = read_base("Buttondown", "DIGEST_BUTTONDOWN_API", environ, usual=_BASE)
    account = Account("Buttondown", base, _VARIABLE, (key,), lambda: f"Token {key}")
    return Buttondown(open_client(account, settings, environ))


def _content(letter: Letter) -> dict[str, object]:
    return {
        "subject": letter.subject,
        "body": _MODE + letter.html,
        "template": "naked",
        "description": letter.preheader,
        "canonical_url": letter.url,
    }


def _read(email: _Email) -> Draft:
    mark = (email.metadata or {}).get(_MARKED, "")
    mark = mark if isinstance(mark, str) else ""
    return Draft(email.id, mark, _UNSENT.get(email.status, "sent"), email.creation_date or "")
