"""listmonk, by its API's documentation (listmonk.app/docs/apis/campaigns).

A campaign is a draft until it is started. Its body is put into a template, and a template that
holds more than the body puts a second document around the mail. Go's templates leave comments of
HTML out, and with them the table that Outlook needs. The text part is `altbody`.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import msgspec

from digest.records.service import ServiceError
from digest.sending.client import (
    Account,
    Client,
    ConflictError,
    open_client,
    path_of,
    read_base,
    read_key,
)
from digest.sending.mailservice import Draft, State, check_tag, find_in_pages, find_mark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from digest.sending.mailservice import Letter
    from digest.settings.config import Settings
    from digest.settings.emailconfig import EmailSettings

_USER, _TOKEN = "LISTMONK_USER", "LISTMONK_TOKEN"
_STATES: dict[str, State] = {"draft": "draft", "scheduled": "scheduled"}
"""Of the others, each has begun to be sent: running, paused, cancelled, finished."""
_PER_PAGE = "50"
"""listmonk gives no more."""


class _Campaign(msgspec.Struct):
    id: int
    status: str
    tags: list[str] | None = None
    created_at: str | None = None


class _Results(msgspec.Struct):
    results: list[_Campaign]
    total: int | None = None


class _Page(msgspec.Struct):
    data: _Results


class _One(msgspec.Struct):
    data: _Campaign


class Listmonk:
    """An installation, and the lists of it that the newsletter goes to."""

    title = "listmonk"

    def __init__(self, client: Client, email: EmailSettings, home: str) -> None:
        self._client = client
        self.timing = client.timing
        self._email = email
        self._home = home

    def find(self, marks: Mapping[str, str], ids: Collection[str]) -> tuple[Draft, ...]:
        """Return the campaigns among all: the name of the question for tags differs by version."""

        def ask(page: int, before: int) -> tuple[Iterable[Draft], bool]:
            query = {"page": str(page), "per_page": _PER_PAGE, "no_body": "true"}
            query |= {"order_by": "created_at", "order": "DESC"}
            part = self._client.get("campaigns", _Page, query).data
            is_last = part.total is not None and before + len(part.results) >= part.total
            return map(_read, part.results), is_last

        return find_in_pages(marks, ids, ask)

    def make(self, letter: Letter) -> Draft:
        """Make a campaign, which stays a draft."""
        body = {**self._content(letter), "tags": [letter.mark]}
        return _read(self._client.make("campaigns", body, _One).data)

    def update(self, draft: Draft, letter: Letter) -> None:
        """Change what a campaign says, and whom it is for; its tags stay."""
        try:
            self._client.change("PUT", path_of("campaigns", draft.id), self._content(letter), _One)
        except ServiceError:
            if self._is_there(draft):
                raise
            raise ConflictError("it was deleted there just now") from None

    def delete(self, draft: Draft) -> None:
        """Delete a campaign."""
        try:
            self._client.delete(path_of("campaigns", draft.id))
        except ServiceError:
            if self._is_there(draft):
                raise

    def find_page(self, draft: Draft, _letter: Letter) -> str:
        """Return the campaign's page."""
        return f"{self._home}/campaigns/{draft.id}"

    def check(self, letter: Letter) -> tuple[str, ...]:
        """Tell of a mail that nobody can unsubscribe with."""
        return check_tag(letter, self.title, "{{ UnsubscribeURL }}")

    def _is_there(self, draft: Draft) -> bool:
        """Tell of a request that was no good one whether it only came too late.

        Of a campaign that is not there, listmonk says '400 Bad Request'.
        """
        return bool(self.find({}, {draft.id}))

    def _content(self, letter: Letter) -> dict[str, object]:
        sender = {"from_email": self._email.sender} if self._email.sender else {}
        return {
            "name": f"{letter.title} ({letter.edition})",
            "subject": letter.subject,
            "lists": list(self._email.provider.lists),
            "type": "regular",
            "content_type": "html",
            "body": letter.html,
            "altbody": letter.text,
            "template_id": self._email.provider.template,
            "messenger": "email",
            **sender,
        }


def open_listmonk(settings: Settings, environ: Mapping[str, str], _root: Path) -> Listmonk:
    """Return the installation whose user and token the environment has."""
    user = read_key("listmonk", _USER, environ)
    token = read_key("listmonk", _TOKEN, environ)
    example = "https://lists.example.org/api"
    base = read_base("listmonk", "DIGEST_LISTMONK_API", environ, example=example)
    basic = base64.b64encode(f"{user}:{token}".encode()).decode()
    variables = f"{_USER} and {_TOKEN}"
    account = Account("listmonk", base, variables, (token,), lambda: f"Basic {basic}")
    client = open_client(account, settings, environ)
    return Listmonk(client, settings.email, base.removesuffix("/api"))


def _read(campaign: _Campaign) -> Draft:
    marks = (find_mark(tag) for tag in campaign.tags or ())
    mark = next(filter(None, marks), "")
    state = _STATES.get(campaign.status, "sent")
    return Draft(str(campaign.id), mark, state, campaign.created_at or "")
