"""What each address of the preview answers with."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from digest.commands.serve.mailfiles import Mail, has_drafts, read_mail, show_html
from digest.commands.serve.mailpages import Look, mail_list, mail_page, no_mail_page
from digest.commands.serve.pages import problems_page, with_script
from digest.commands.serve.paths import Elsewhere, content_type, is_inside, locate, read_parts
from digest.settings.config import read_settings

if TYPE_CHECKING:
    from digest.commands.serve.preview import Preview
    from digest.commands.serve.state import SharedState, State
    from digest.settings.config import Settings

_CLIENT = Path(__file__).parent / "client"
_PAGE = "text/html"
_WAIT_SECONDS = 1.0
"""How long a request waits for the end of a build before it gets what there is."""
_MAIL_SECONDS = 20.0
"""How long the page of a mail waits for the build that makes the mail."""


class Answer(msgspec.Struct, frozen=True):
    """An answer to a request."""

    status: HTTPStatus
    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    location: str = ""
    """Where to, for a redirection."""


_NOTHING = Answer(HTTPStatus.NOT_FOUND, b"not found\n", content_type(".txt"))


class Answers:
    """The answers of one preview."""

    def __init__(self, preview: Preview, shared: SharedState) -> None:
        self._preview = preview
        self._shared = shared
        self._site = preview.out / "site"
        self._mail = preview.out / "email"

    def answer(self, target: str) -> Answer:
        """Answer a request for `target`, the path and query as they stand in it."""
        path, _, query = target.partition("#")[0].partition("?")
        if path.startswith("/_digest/"):
            return _client_file(path.removeprefix("/_digest/"))
        state, shown = self._shared.when_shown(unquote(path), _WAIT_SECONDS)
        if not state.site:
            return _html(problems_page(state), HTTPStatus.SERVICE_UNAVAILABLE)
        if path == "/_mail" or path.startswith("/_mail/"):
            return self._answer_mail(path.removeprefix("/_mail"), Look.read(query), state)
        if shown:
            self._note_look(path, shown.name)
            return _show(shown.body, shown.name, state.ahead.get(path, state.site))
        return self._find(path, state)

    def _find(self, path: str, state: State) -> Answer:
        """Answer with what the last build made."""
        found = locate(self._site, state.base_path, path)
        if isinstance(found, Elsewhere):
            return _redirect(found.location)
        if found is None:
            return self._not_found(state)
        answer = self._file(found, state)
        if answer.status == HTTPStatus.OK:
            self._note_look(path, found.relative_to(self._site).as_posix())
        return answer

    def _note_look(self, path: str, name: str) -> None:
        if content_type(name).startswith(_PAGE):
            self._shared.note_look(path, name)

    def _file(
        self, file: Path, state: State, status: HTTPStatus = HTTPStatus.OK, *, plain: bool = False
    ) -> Answer:
        try:
            body = file.read_bytes()
        except OSError:
            return _NOTHING
        return _show(body, file.name, "" if plain else state.site, status)

    def _not_found(self, state: State) -> Answer:
        page = self._site / "404.html"
        if is_inside(page, self._site):
            return self._file(page, state, HTTPStatus.NOT_FOUND)
        return _NOTHING

    # --- mail -----------------------------------------------------------------------------

    def _answer_mail(self, path: str, look: Look, state: State) -> Answer:
        if not path:
            return _redirect("/_mail/")
        parts = read_parts(path.removeprefix("/"))
        editions = self._preview.editions()
        settings = read_settings(self._preview.root)
        if parts == []:
            mails = [mail for edition in editions if (mail := self._read_mail(edition, settings))]
            return _html(mail_list(editions, mails, settings.email.budget, state))
        if not parts or parts[0] not in editions:
            return self._not_found(state)
        if len(parts) == 1 and not path.endswith("/"):
            return _redirect(f"/_mail{path}/")
        if parts[1:] in ([], ["shown.html"]):
            show = self._mail_html if parts[1:] else self._mail_page
            return show(parts[0], look, settings)
        # the message is as it is sent: without the preview's script
        file = self._mail.joinpath(*parts)
        is_sent = is_inside(file, self._mail) and not has_drafts(self._preview.root, parts[0])
        return self._file(file, state, plain=True) if is_sent else self._not_found(state)

    def _mail_page(self, edition: str, look: Look, settings: Settings) -> Answer:
        self._preview.want_mail(edition, _MAIL_SECONDS)
        state = self._shared.state
        mail = self._read_mail(edition, settings)
        if mail is None:
            return _html(no_mail_page(edition, state), HTTPStatus.NOT_FOUND)
        is_draft = has_drafts(self._preview.root, edition)
        return _html(mail_page(mail, settings.email, look, state, is_draft=is_draft))

    def _mail_html(self, edition: str, look: Look, settings: Settings) -> Answer:
        """Answer with a mail's HTML as a mail program shows it."""
        try:
            html = (self._mail / edition / "message.html").read_text("utf-8")
        except OSError:
            return _NOTHING
        return _html(show_html(html, settings, dark=look.dark, pictures=look.pictures))

    def _read_mail(self, edition: str, settings: Settings) -> Mail | None:
        return read_mail(self._mail / edition, settings)


def _client_file(name: str) -> Answer:
    if name in {"client.js", "client.css", "worker.js"}:
        return Answer(HTTPStatus.OK, (_CLIENT / name).read_bytes(), content_type(name))
    return _NOTHING


def _show(body: bytes, name: str, site: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Answer with a file; with a page of a `site`, if any, and the preview's script in it."""
    type_ = content_type(name)
    body = with_script(body, site) if site and type_.startswith(_PAGE) else body
    return Answer(status, body, type_)


def _html(page: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer(status, page.encode())


def _redirect(location: str) -> Answer:
    return Answer(HTTPStatus.FOUND, location=location)
