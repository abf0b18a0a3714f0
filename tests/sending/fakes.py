"""Mail services on this machine, made after their public descriptions, with faults on demand.

    with FakeListmonk() as service:
        service.fail(Fault(500), Fault(taken=True))   # what becomes of the next two requests
        ...                                           # with service.environment set
        assert [one.status for one in service.mails.values()] == ["draft"]

Each keeps what it is given, refuses what the real one refuses, and notes every request.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import os
import re
import signal
import socket
import struct
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple
from urllib.parse import parse_qs, urlsplit

from tests.loopback import Loopback

if TYPE_CHECKING:
    from collections.abc import Callable


_PORTAL = "<h1>Welcome to our wireless network</h1>"


class Fault(NamedTuple):
    """What becomes of a request in place of its right answer."""

    status: int = 0
    """An answer with this status; 0 for one of the connections below."""
    taken: bool = False
    """Whether the service does first what it is asked."""
    page: str | None = None
    """What is said with it; None for what usually is."""
    retry_after: str = ""
    location: str = ""
    """Where a redirect leads."""
    connection: Literal["cut", "hang"] = "cut"
    kill: bool = False
    """Whether the process that asks is killed, by SIGKILL, in place of an answer."""
    echo: bool = False
    """Whether the answer repeats by what key it was asked, as careless services do."""


class Seen(NamedTuple):
    """A request that came."""

    method: str
    path: str
    query: dict[str, list[str]]
    body: Any
    headers: dict[str, str]


class Refusal(Exception):  # noqa: N818 -- an answer, not an error of the test
    """An answer that is no good one."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


class FakeService(Loopback):
    """What the four have in common. It runs while the `with` block does."""

    variable: ClassVar[str]
    """That points digest to it."""
    prefix: ClassVar[str] = ""
    keys: ClassVar[dict[str, str]]
    """The variables that digest asks with."""
    per_page: int = 100

    def __init__(self) -> None:
        self.mails: dict[str, dict[str, Any]] = {}
        self.seen: list[Seen] = []
        self.process = 0
        """Whom a fault kills."""
        self.is_late = False
        """Whether what is listed does not have yet what was made."""
        self.before: Callable[[Seen], None] = lambda _seen: None
        """Is called before a request is answered."""
        self._faults: list[Fault | None] = []
        self._ids = itertools.count(1)
        self._clock = itertools.count(1_700_000_000)
        self._lock = threading.Lock()
        server = _Server(("127.0.0.1", 0), _Handler)
        server.fake = self
        super().__init__(server)

    @property
    def base(self) -> str:
        """The address before all paths."""
        return f"{self.origin}{self.prefix}"

    @property
    def environment(self) -> dict[str, str]:
        """Variables that lead digest here, with its keys."""
        return {self.variable: self.base, **self.keys, "DIGEST_HASTE": "50"}

    def fail(self, *faults: Fault | None) -> None:
        """Answer the next requests so; None stands for a right answer."""
        self._faults += faults

    def clear(self) -> None:
        """Answer all requests rightly from now on."""
        self._faults.clear()

    def asked(self, method: str) -> list[Seen]:
        """Return the requests of one method."""
        return [one for one in self.seen if one.method == method]

    # --- for those who answer ---

    def take_fault(self) -> Fault | None:
        with self._lock:
            return self._faults.pop(0) if self._faults else None

    def answer(self, seen: Seen) -> tuple[int, Any]:
        with self._lock:
            self.seen.append(seen)
            try:
                self.check_key(seen.headers.get("authorization", ""))
                if self.is_late and seen.method == "GET":
                    mails, self.mails = self.mails, {}
                    try:
                        return self.route(seen)
                    finally:
                        self.mails = mails
                return self.route(seen)
            except Refusal as refusal:
                return refusal.status, refusal.body

    def wait_for_end(self) -> None:
        self.ended.wait(20)

    def check_key(self, header: str) -> None:
        raise NotImplementedError

    def route(self, seen: Seen) -> tuple[int, Any]:
        raise NotImplementedError

    def now(self) -> str:
        """Return a time, each a second after the one before."""
        return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(next(self._clock)))

    def next_number(self) -> int:
        return next(self._ids)

    def page(self, seen: Seen, key: str) -> int:
        return int(seen.query.get(key, ["1"])[0])


class FakeButtondown(FakeService):
    """Buttondown's `/v1/emails`."""

    variable = "DIGEST_BUTTONDOWN_API"
    prefix = "/v1"
    keys: ClassVar = {"BUTTONDOWN_API_KEY": "7f3c0d7e-secret-of-buttondown"}
    default_status = "about_to_send"

    def check_key(self, header: str) -> None:
        if header != f"Token {self.keys['BUTTONDOWN_API_KEY']}":
            raise Refusal(401, {"detail": "Invalid token."})

    def route(self, seen: Seen) -> tuple[int, Any]:
        rest = seen.path.removeprefix("/v1/emails").strip("/")
        match seen.method, rest:
            case "GET", "":
                return 200, self._list(seen)
            case "POST", "":
                return 201, self._make(seen.body)
        if rest not in self.mails:
            raise Refusal(404, {"detail": "Not found."})
        if seen.method == "PATCH":
            self.mails[rest] |= _known(seen.body, _EMAIL_FIELDS)
        if seen.method == "DELETE":
            del self.mails[rest]
            return 204, None
        return 200, self.mails[rest]

    def _list(self, seen: Seen) -> dict[str, Any]:
        # as older versions of the API: without a status no drafts
        wanted = seen.query.get("status", ["sent", "in_flight", "imported"])
        found = [one for one in self.mails.values() if one["status"] in wanted]
        page, size = self.page(seen, "page"), self.per_page
        more = f"{self.base}/emails?page={page + 1}" if len(found) > page * size else None
        part = found[(page - 1) * size : page * size]
        return {"results": part, "next": more, "count": len(found)}

    def _make(self, body: Any) -> dict[str, Any]:
        if not body.get("subject"):
            raise Refusal(422, {"detail": [{"msg": "field required", "loc": ["subject"]}]})
        if not re.fullmatch(r"[\w-]{1,100}", body.get("slug", "a"), re.ASCII):
            raise Refusal(400, {"code": "slug_invalid", "detail": "The slug is invalid."})
        if body.get("body", "").startswith("---\n"):
            raise Refusal(400, {"code": "body_contains_frontmatter", "detail": "Frontmatter."})
        id_ = f"em_{self.next_number()}"
        made = {"id": id_, "creation_date": self.now(), "status": self.default_status}
        self.mails[id_] = {**made, "metadata": {}, **_known(body, _EMAIL_FIELDS)}
        return self.mails[id_]


_EMAIL_FIELDS = (
    *("subject", "body", "status", "slug", "metadata", "description", "canonical_url", "template"),
    "email_type",
)


def _known(body: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    if unknown := sorted(body.keys() - {*fields}):
        raise Refusal(422, {"detail": f"unknown fields: {unknown}"})
    return dict(body)


class FakeListmonk(FakeService):
    """listmonk's `/api/campaigns`, which knows the lists 1 and 2."""

    variable = "DIGEST_LISTMONK_API"
    prefix = "/api"
    keys: ClassVar = {"LISTMONK_USER": "digest-user", "LISTMONK_TOKEN": "secretTokenOfListmonk"}

    def check_key(self, header: str) -> None:
        user, token = self.keys["LISTMONK_USER"], self.keys["LISTMONK_TOKEN"]
        if header != "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode():
            raise Refusal(403, {"message": "invalid API credentials"})

    def route(self, seen: Seen) -> tuple[int, Any]:
        rest = seen.path.removeprefix("/api/campaigns").strip("/")
        match seen.method, rest:
            case "GET", "":
                # it never gives more than fifty
                size, page = min(int(seen.query["per_page"][0]), 50), self.page(seen, "page")
                # the newest first, and no body where none is wanted
                all_ = [{**one, "body": ""} for one in reversed(self.mails.values())]
                part = all_[(page - 1) * size : page * size]
                return 200, {"data": {"results": part, "total": len(all_), "page": page}}
            case "POST", "":
                id_ = self.next_number()
                made = {"id": id_, "created_at": self.now(), "status": "draft", "tags": []}
                self.mails[str(id_)] = {**made, **self._checked(seen.body)}
                return 200, {"data": self.mails[str(id_)]}
        if rest not in self.mails:
            raise Refusal(400, {"message": "Campaign not found"})
        campaign = self.mails[rest]
        if seen.method == "PUT":
            if campaign["status"] not in {"draft", "paused", "scheduled"}:
                raise Refusal(400, {"message": "Cannot update a running or a finished campaign"})
            campaign |= self._checked(seen.body)
        if seen.method == "DELETE":
            del self.mails[rest]
            return 200, {"data": True}
        return 200, {"data": campaign}

    def _checked(self, body: Any) -> dict[str, Any]:
        fields = (
            *("name", "subject", "lists", "type", "content_type", "body", "altbody", "tags"),
            *("template_id", "messenger", "from_email"),
        )
        campaign = _known(body, fields)
        if not {*campaign.get("lists", ())} & {1, 2}:
            raise Refusal(400, {"message": "Invalid list IDs"})
        if "{{" in re.sub(r"\{\{ *UnsubscribeURL *\}\}", "", campaign.get("body", "")):
            raise Refusal(400, {"message": "Error compiling campaign body: template: unexpected"})
        return campaign


class FakeMailchimp(FakeService):
    """Mailchimp's `/3.0/campaigns`; the content of one is set by a request of its own."""

    variable = "DIGEST_MAILCHIMP_API"
    prefix = "/3.0"
    keys: ClassVar = {"MAILCHIMP_API_KEY": "0123456789abcdef0123456789abcdef-us6"}

    def check_key(self, header: str) -> None:
        user, _, key = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
        if not user or key != self.keys["MAILCHIMP_API_KEY"]:
            raise Refusal(
                401, {"title": "API Key Invalid", "detail": "Your API key may be invalid"}
            )

    def route(self, seen: Seen) -> tuple[int, Any]:
        id_, _, what = seen.path.removeprefix("/3.0/campaigns").strip("/").partition("/")
        match seen.method, id_:
            case "GET", "":
                size, first = int(seen.query["count"][0]), int(seen.query["offset"][0])
                all_ = [_without_content(one) for one in self.mails.values()]
                part = all_[first : first + min(size, 1000)]
                return 200, {"campaigns": part, "total_items": len(all_)}
            case "POST", "":
                return 200, self._make(seen.body)
        campaign = self.mails.get(id_)
        if campaign is None:
            detail = "The requested resource could not be found."
            raise Refusal(404, {"title": "Resource Not Found", "detail": detail})
        if seen.method in {"PUT", "PATCH"} and campaign["status"] != "save":
            raise Refusal(400, {"detail": "This campaign has already been sent."})
        if seen.method == "PUT" and what == "content":
            campaign["content"] = _known(seen.body, ("html", "plain_text"))
            return 200, campaign["content"]
        if seen.method == "PATCH":
            campaign["settings"] |= seen.body["settings"]
            campaign["recipients"] = seen.body["recipients"]
        if seen.method == "DELETE":
            del self.mails[id_]
            return 204, None
        return 200, _without_content(campaign)

    def _make(self, body: Any) -> dict[str, Any]:
        if body["recipients"].get("list_id") != "a1b2c3d4e5":
            raise Refusal(
                400, {"title": "Invalid Resource", "errors": [{"message": "no such list"}]}
            )
        for field, most in (("title", 100), ("preview_text", 150), ("subject_line", 150)):
            if len(body["settings"].get(field, "")) > most:
                error = {"field": f"settings.{field}", "message": f"at most {most} characters"}
                raise Refusal(400, {"title": "Invalid Resource", "errors": [error]})
        id_ = f"{self.next_number():010x}"
        made = {"id": id_, "create_time": self.now(), "status": "save", "content": {}}
        self.mails[id_] = {**made, **body}
        return _without_content(self.mails[id_])


def _without_content(campaign: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in campaign.items() if key != "content"}


class FakeGhost(FakeService):
    """Ghost's `/ghost/api/admin/posts/`."""

    variable = "DIGEST_GHOST_API"
    prefix = "/ghost/api/admin"
    keys: ClassVar = {"GHOST_ADMIN_API_KEY": "6748592f4b9b7700010f6564:" + "b1b5b9c1d4e5f6a7" * 4}

    def check_key(self, header: str) -> None:
        id_, _, secret = self.keys["GHOST_ADMIN_API_KEY"].partition(":")
        kind, _, token = header.partition(" ")
        signed, _, signature = token.rpartition(".")
        right = hmac.new(bytes.fromhex(secret), signed.encode(), hashlib.sha256).digest()
        try:
            head, claims = (json.loads(_unpack(part)) for part in signed.split("."))
        except ValueError:
            raise Refusal(401, {"errors": [{"message": "Invalid token"}]}) from None
        is_good = (
            kind == "Ghost"
            and hmac.compare_digest(right, _unpack(signature))
            and (head["alg"], head["kid"], claims["aud"]) == ("HS256", id_, "/admin/")
            and claims["iat"] - 60 <= time.time() < claims["exp"] <= claims["iat"] + 300
        )
        if not is_good:
            raise Refusal(401, {"errors": [{"message": "Invalid token"}]})

    def route(self, seen: Seen) -> tuple[int, Any]:
        rest = seen.path.removeprefix("/ghost/api/admin/posts").strip("/")
        match seen.method, rest:
            case "GET", "":
                tags = re.search(r"tag:\[([^\]]*)\]", seen.query["filter"][0])
                wanted = {*tags[1].split(",")} if tags else set()
                posts = [one for one in self.mails.values() if _slugs(one) & wanted]
                return 200, {"posts": posts, "meta": {}}
            case "POST", "":
                return 201, {"posts": [self._make(seen)]}
        if not re.fullmatch("[0-9a-f]{24}", rest):
            context = "Validation (matches) failed for id"
            raise Refusal(422, {"errors": [{"message": "Validation error", "context": context}]})
        post = self.mails.get(rest)
        if post is None:
            raise Refusal(404, {"errors": [{"message": "Resource not found", "type": "NotFound"}]})
        if seen.method == "PUT":
            self._update(post, seen)
        if seen.method == "DELETE":
            del self.mails[rest]
            return 204, None
        return 200, {"posts": [post]}

    def _make(self, seen: Seen) -> dict[str, Any]:
        (given,) = seen.body["posts"]
        if not given.get("title") or len(given["title"]) > 255:
            raise Refusal(422, {"errors": [{"message": "Validation error", "context": "title"}]})
        id_, now = f"{self.next_number():024x}", self.now()
        post = {"id": id_, "status": "draft", "created_at": now, "updated_at": now, **given}
        post["html"] = _as_ghost_has_it(seen)
        slugs = {one["slug"] for one in self.mails.values()}
        while post.get("slug") in slugs:
            post["slug"] += "-2"
        self.mails[id_] = post
        return post

    def _update(self, post: dict[str, Any], seen: Seen) -> None:
        (given,) = seen.body["posts"]
        if given["updated_at"] != post["updated_at"]:
            context = "Someone else is editing this post."
            raise Refusal(409, {"errors": [{"message": "Saving failed!", "context": context}]})
        post |= {**given, "html": _as_ghost_has_it(seen), "updated_at": self.now()}


def _as_ghost_has_it(seen: Seen) -> str:
    """Return what becomes of HTML: without the question's `source` nothing."""
    if seen.query.get("source") != ["html"]:
        return ""
    html: str = seen.body["posts"][0]["html"]
    card = re.fullmatch(r"(?s)<!--kg-card-begin: html-->\n(.*)\n<!--kg-card-end: html-->", html)
    return card[1] if card else re.sub("(?s)<table.*</table>|<style.*?</style>", "", html)


def _slugs(post: dict[str, Any]) -> set[str]:
    return {tag["name"].replace("#", "hash-") for tag in post.get("tags", ())}


def _unpack(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    fake: FakeService


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def do_GET(self) -> None:
        self._answer()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 -- likewise

    def _answer(self) -> None:
        fake = self.server.fake
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length)) if length else None
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = Seen(self.command, parts.path, parse_qs(parts.query), body, headers)
        fake.before(seen)
        fault = fake.take_fault()
        answer = None
        if fault is None or fault.taken:
            answer = fake.answer(seen)
        else:
            fake.seen.append(seen)
        if fault is None:
            assert answer is not None
            self._send(*answer)
        elif fault.kill:
            os.kill(fake.process, signal.SIGKILL)
            self.close_connection = True
        elif fault.status:
            said = f" with {headers.get('authorization')}" if fault.echo else ""
            words = {"detail": f"the service is out of order{said}", "message": "out of order"}
            usual = words if fault.status >= HTTPStatus.MULTIPLE_CHOICES else _PORTAL
            page = usual if fault.page is None else fault.page
            self._send(fault.status, page, fault.retry_after, fault.location)
        elif fault.connection == "hang":
            fake.wait_for_end()
            self.close_connection = True
        else:
            # a reset, and not a proper end
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.close_connection = True
            self.connection.close()

    def _send(self, status: int, body: Any, retry_after: str = "", location: str = "") -> None:
        data = b"" if body is None else json.dumps(body).encode()
        data = body.encode() if isinstance(body, str) else data
        self.send_response(status, HTTPStatus(status).phrase)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if retry_after:
            self.send_header("Retry-After", retry_after)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Print nothing."""
