"""A newsletter to be sent, and `digest send` run as an editor runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from digest.cli.program import cli
from tests.newsletter import Newsletter
from tests.sending.fakes import FakeButtondown, FakeGhost, FakeListmonk, FakeMailchimp, FakeService

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVIDERS: dict[str, tuple[type[FakeService], str, str]] = {
    "buttondown": (FakeButtondown, "buttondown", "{{ unsubscribe_url }}"),
    "listmonk": (FakeListmonk, "{name: listmonk, lists: [1], template: 2}", "{{ UnsubscribeURL }}"),
    "mailchimp": (FakeMailchimp, "{name: mailchimp, list: a1b2c3d4e5}", "*|UNSUB|*"),
    "ghost": (FakeGhost, "ghost", "https://example.org/leave"),
}
"""By name: the service, what site.yaml says of it, and its tag to unsubscribe by."""


class Done(NamedTuple):
    """What a run of digest did."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that was printed."""
        return self.out + self.err


class Desk:
    """An editor's newsletter, and the service that it is handed to."""

    def __init__(self, newsletter: Newsletter, service: FakeService, cache: Path) -> None:
        self.newsletter = newsletter
        self.service = service
        # nothing of the machine's own, and no proxy between
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name in {"PATH", "HOME", "LANG", "PYTHONPATH"}
        }
        self.environment |= service.environment
        self.environment["DIGEST_CACHE_DIR"] = str(cache)

    @property
    def cache(self) -> Path:
        """The user's cache folder."""
        return Path(self.environment["DIGEST_CACHE_DIR"])

    def run(self, *arguments: str, **variables: str) -> Done:
        """Run `digest send` in this process, which is quicker."""
        runner = CliRunner(env=dict.fromkeys(os.environ) | self.environment | variables)
        done = runner.invoke(
            cli, ["send", *arguments, "--root", str(self.newsletter.root)], prog_name="digest"
        )
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    def check_silence(self, done: Done) -> None:
        """Check that no key was printed."""
        assert [one for one in self.secrets if one in done.said] == []

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """Start `digest send`."""
        return subprocess.Popen(
            [sys.executable, "-m", "digest", "send", *arguments, "--root", self.newsletter.root],
            env=self.environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def send(self, *arguments: str, **variables: str) -> Done:
        """Run `digest send` to its end."""
        process = self.start(*arguments, **variables)
        self.service.process = process.pid
        out, err = process.communicate(timeout=60)
        return Done(process.returncode, out, err)

    def rewrite(self, text: str) -> None:
        """Give the edition another text."""
        self.newsletter.edition("2022-03", f"{text}\n", description="A deck.")

    @property
    def ledger(self) -> str:
        """What content/sent.yaml says; empty where there is none."""
        file = self.newsletter.root / "content/sent.yaml"
        return file.read_text() if file.is_file() else ""

    @property
    def the_draft(self) -> dict[str, object]:
        """The only mail at the service, which is a draft."""
        (mail,) = self.service.mails.values()
        assert mail["status"] in {"draft", "save"}
        return mail

    @property
    def secrets(self) -> list[str]:
        """The keys, and what they are sent as."""
        keys = [key for name, key in self.service.keys.items() if "USER" not in name]
        sent = {one.headers.get("authorization", " ").split(" ")[1] for one in self.service.seen}
        return [*keys, *(key.partition(":")[2] for key in keys if ":" in key), *filter(None, sent)]

    def find_secrets(self) -> list[str]:
        """Return the files in which a key stands: of the newsletter, and of the user's cache."""
        folders = (self.newsletter.root, self.cache)
        files = (one for folder in folders for one in folder.rglob("*") if one.is_file())
        data = {file.name: file.read_bytes() for file in files}
        return [name for name in data for key in self.secrets if key.encode() in data[name]]


def set_up(root: Path, name: str) -> Newsletter:
    """Write a newsletter that is to be handed to a service."""
    _, provider, tag = PROVIDERS[name]
    mail = f'from: "Test News <news@example.org>", unsubscribe_url: "{tag}", provider: {provider}'
    newsletter = Newsletter(root, f"email: {{{mail}}}\n")
    newsletter.edition("2022-03", "The first text.\n", description="A deck.")
    newsletter.entry("2022-03/01-dsi", "What it says.\n", arxiv="2202.06991", name="DSI")
    newsletter.paper("arxiv:2202.06991", "A Search Index")
    return newsletter


@pytest.fixture(params=PROVIDERS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """An editor with each of the services in turn."""
    with PROVIDERS[request.param][0]() as service:
        yield Desk(set_up(tmp_path / "news", request.param), service, tmp_path / "cache")
