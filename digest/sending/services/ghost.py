"""Ghost, by the documentation of its Admin API (docs.ghost.org/admin-api).

A draft is a post, on the web as in the mail. HTML is turned into Ghost's own form and loses what
that has no card for, unless it stands in a card of HTML. Ghost puts its head and its foot, with the
link to unsubscribe, around it: so of the mail's document only the style and the body are handed
over. A post is changed only by who names the time of its last change.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.sending.client import Account, Client, open_client, path_of, read_base, read_key
from digest.sending.mailservice import Draft, SetupError, State

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from digest.sending.mailservice import Letter
    from digest.settings.config import Settings

_VARIABLE = "GHOST_ADMIN_API_KEY"
_API = "/ghost/api/admin"
_KEY = lazy_regex(r"([0-9a-fA-F]+):((?:[0-9a-fA-F]{2})+)")
_ID = lazy_regex("[0-9a-f]{24}")
_LIFE: Final = 300
"""Seconds for which a token is good: Ghost takes none that lives longer."""
_STATES: dict[str, State] = {"draft": "draft", "scheduled": "scheduled"}
"""Of the others, each is out: published, sent."""
_CARD = "<!--kg-card-begin: html-->\n{}\n<!--kg-card-end: html-->"
_STYLE = lazy_regex(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)
_BODY = lazy_regex(r"<body\b[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_LONGEST_TITLE, _LONGEST_SUBJECT, _LONGEST_EXCERPT = 255, 300, 300
_HTML = {"source": "html"}


class _Tag(msgspec.Struct):
    name: str


class _Post(msgspec.Struct):
    id: str
    status: str
    created_at: str | None = None
    updated_at: str | None = None
    tags: list[_Tag] | None = None


class _Posts(msgspec.Struct):
    posts: list[_Post]


class Ghost:
    """A publication."""

    title = "Ghost"

    def __init__(self, client: Client, home: str) -> None:
        self._client = client
        self.timing = client.timing
        self._home = home

    def find(self, marks: Mapping[str, str], ids: Collection[str]) -> tuple[Draft, ...]:
        """Return the posts that have a mark as their tag, and those of the ids."""
        found: dict[str, Draft] = {}
        if marks:
            # a tag that begins with '#' is hidden, and has this name in filters
            tags = ",".join(f"hash-{mark}" for mark in sorted(marks))
            query = {
                "filter": f"tag:[{tags}]+status:[draft,scheduled,published,sent]",
                "include": "tags",
                "limit": "100",
            }
            posts = self._client.get("posts/", _Posts, query).posts
            found = {draft.id: draft for draft in map(_read, posts)}
        # of another form of id it says that the question is wrong
        for id_ in filter(_ID.fullmatch, sorted({*ids} - found.keys())):
            one = self._client.find(f"{path_of('posts', id_)}/", _Posts, {"include": "tags"})
            if one and one.posts:
                found[id_] = _read(one.posts[0])
        return tuple(found.values())

    def make(self, letter: Letter) -> Draft:
        """Make a draft, with its mark as a tag that readers do not see."""
        post = {
            **_content(letter),
            "status": "draft",
            "slug": letter.slug,
            "tags": [{"name": f"#{letter.mark}"}],
        }
        return _read(self._client.make("posts/", {"posts": [post]}, _Posts, _HTML).posts[0])

    def update(self, draft: Draft, letter: Letter) -> None:
        """Change what a draft says; its status, tags and address stay."""
        post = {**_content(letter), "updated_at": draft.version}
        path = f"{path_of('posts', draft.id)}/"
        self._client.change("PUT", path, {"posts": [post]}, _Posts, _HTML)

    def delete(self, draft: Draft) -> None:
        """Delete a draft."""
        self._client.delete(f"{path_of('posts', draft.id)}/")

    def find_page(self, draft: Draft, _letter: Letter) -> str:
        """Return the draft's page in the editor."""
        return f"{self._home}/ghost/#/editor/post/{draft.id}"

    def check(self, _letter: Letter) -> tuple[str, ...]:
        """Tell nothing: Ghost adds what a mail must have."""
        return ()


def open_ghost(settings: Settings, environ: Mapping[str, str], _root: Path) -> Ghost:
    """Return the publication whose key the environment has."""
    key = _KEY.fullmatch(read_key("Ghost", _VARIABLE, environ))
    if key is None:
        hint = "it has a colon in it, and is the integration's 'Admin API key'"
        raise SetupError(f"the key in {_VARIABLE} is none that Ghost gives; {hint}")
    id_, secret = key[1], bytes.fromhex(key[2])
    base = read_base(
        "Ghost", "DIGEST_GHOST_API", environ, example=f"https://blog.example.org{_API}"
    )
    account = Account(
        "Ghost",
        base,
        _VARIABLE,
        (key[0], key[2]),
        lambda: f"Ghost {make_token(id_, secret, int(time.time()))}",
        (("Accept-Version", "v5.0"),),
    )
    client = open_client(account, settings, environ)
    return Ghost(client, base.removesuffix(_API))


def make_token(id_: str, secret: bytes, now: int) -> str:
    """Return what shows for five minutes that one has a key (RFC 7519, with HS256)."""
    head = {"alg": "HS256", "typ": "JWT", "kid": id_}
    claims = {"iat": now, "exp": now + _LIFE, "aud": "/admin/"}
    signed = b".".join(_encode(msgspec.json.encode(part)) for part in (head, claims))
    signature = hmac.new(secret, signed, hashlib.sha256).digest()
    return b".".join((signed, _encode(signature))).decode()


def _encode(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _content(letter: Letter) -> dict[str, object]:
    body = _BODY.search(letter.html)
    styles = "".join(_STYLE.findall(letter.html))
    return {
        "title": shorten(letter.title, _LONGEST_TITLE),
        "html": _CARD.format(styles + (body[1] if body else letter.html)),
        "email_subject": shorten(letter.subject, _LONGEST_SUBJECT),
        "custom_excerpt": shorten(letter.preheader, _LONGEST_EXCERPT),
        "canonical_url": letter.url,
    }


def _read(post: _Post) -> Draft:
    names = [
        tag.name.removeprefix("#") for tag in post.tags or () if tag.name.startswith("#digest-")
    ]
    state = _STATES.get(post.status, "sent")
    return Draft(
        post.id, next(iter(names), ""), state, post.created_at or "", post.updated_at or ""
    )
