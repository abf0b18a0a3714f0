"""The mail service in site.yaml: what it needs is asked for, and nothing secret is said again."""

from __future__ import annotations

import pytest

from digest.settings.config import parse_settings
from digest.settings.serviceconfig import SERVICES, Provider, is_this_machine

SITE = "title: News\nurl: https://news.example.net/\nemail: {provider: "


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("buttondown", Provider("buttondown")),
        ("{name: ghost}", Provider("ghost")),
        ("{name: listmonk, lists: [1, 2], template: 3}", Provider("listmonk", (1, 2), 3)),
        ("{list: a1b2c3, name: mailchimp}", Provider("mailchimp", list="a1b2c3")),
        ("{name: files, folder: build/paste}", Provider("files", folder="build/paste")),
    ],
)
def test_what_a_service_is_told(text: str, provider: Provider) -> None:
    found = parse_settings(f"{SITE}{text}}}\n")
    assert found.diagnostics == ()
    assert found.value.email.provider == provider


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("listmnk", "3:19 this must be buttondown or"),
        ("[buttondown]", "3:19 this must be buttondown or"),
        ("listmonk", "3:19 listmonk needs 'lists' and 'template'"),
        ("{name: listmonk, lists: [1]}", "3:19 listmonk needs 'template'"),
        ("{name: listmonk, lists: [], template: 2}", "3:43 this must name a list"),
        ("{name: listmonk, lists: [one], template: 2}", "3:44 this must be a whole number"),
        ("{name: mailchimp, list: my audience}", "3:43 this must be the id of an audience"),
        ("{name: ghost, lists: [1]}", "3:33 unknown key 'lists'"),
        # where the key goes
        ("{name: ghost, url: https://blog.example.org}", "3:33 unknown key 'url'"),
        ("{name: files, folder: ../elsewhere}", "3:41 this must be a folder in the newsletter's"),
        ("{name: files, folder: /tmp}", "3:41 this must be a folder in the newsletter's"),
        ("{url: https://blog.example.org}", "3:19 the provider needs 'name'"),
        ("{name: ghst, lists: [1]}", "3:26 this must be buttondown or"),
    ],
)
def test_what_is_wrong_is_told(text: str, told: str) -> None:
    found = [
        f"{one.line}:{one.column} {one.message}"
        for one in parse_settings(f"{SITE}{text}}}\n").diagnostics
    ]
    assert len(found) == 1
    assert found[0].startswith(told)


@pytest.mark.parametrize("field", ["key: s3cret", "url: https://ada:s3cret@blog.example.org"])
def test_a_key_or_password_is_not_said_again(field: str) -> None:
    told = parse_settings(f"{SITE}{{name: ghost, {field}}}}}\n").diagnostics
    assert told
    assert "s3cret" not in str(told)


def test_every_service_has_a_name() -> None:
    assert SERVICES == ("buttondown", "listmonk", "mailchimp", "ghost", "files")


@pytest.mark.parametrize(
    ("host", "is_one"),
    [("localhost", True), ("127.0.0.1", True), ("::1", True), ("127.9.9.9", True),
     ("10.0.0.1", False), ("localhost.example.org", False), ("", False)],
)  # fmt: skip
def test_which_host_is_this_machine(host: str, *, is_one: bool) -> None:
    assert is_this_machine(host) == is_one
