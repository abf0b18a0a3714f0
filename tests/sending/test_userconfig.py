"""The mail server's address: from the environment or the user's own file, and never told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.sending.mailservice import SetupError
from digest.sending.userconfig import Server, config_file, find_server

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "s3cr&t"  # noqa: S105 -- of no server


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://localhost", Server("localhost", 587)),
        ("smtps://mail.example.org/", Server("mail.example.org", 465, is_encrypted=True)),
        ("smtp://ada%40a.example:p%2Fw@[::1]:25", Server("::1", 25, "ada@a.example", "p/w")),
    ],
)
def test_an_address(address: str, server: Server) -> None:
    assert find_server({"DIGEST_SMTP": f" {address}\n"}) == server


def test_only_this_machine_may_be_spoken_to_in_the_open() -> None:
    for host in ("localhost", "127.0.0.1", "127.8.8.8", "[::1]"):
        assert not find_server({"DIGEST_SMTP": f"smtp://{host}"}).must_encrypt
    for host in ("mail.example.org", "10.0.0.1", "localhost.example.org"):
        assert find_server({"DIGEST_SMTP": f"smtp://{host}"}).must_encrypt


@pytest.mark.parametrize(
    "address",
    [
        f"mail.example.org:{SECRET}",
        f"https://ada:{SECRET}@mail.example.org",
        f"smtp://ada:{SECRET}",
        f"smtp://ada:{SECRET}@mail.example.org:port",
        f"smtp://ada:{SECRET}@mail.example.org:0",
        f"smtp://ada:{SECRET}@mail.example.org/?starttls=no",
        f"smtp://ada:/{SECRET}@mail.example.org",
        f"smtp://ada:{SECRET}ü@mail.example.org",
        f"smtp://[ada:{SECRET}@mail.example.org",
    ],
)
def test_what_is_no_address_is_not_told(address: str, tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    with pytest.raises(SetupError, match="DIGEST_SMTP") as caught:
        find_server(environ | {"DIGEST_SMTP": address})
    assert SECRET not in str(caught.value)
    write(tmp_path, f"smtp: {address}\n")
    with pytest.raises(SetupError, match="'smtp' in ") as caught:
        find_server(environ)
    assert SECRET not in str(caught.value)


def write(folder: Path, text: str) -> None:
    file = config_file({"XDG_CONFIG_HOME": str(folder)})
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)


def test_the_users_own_file(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    with pytest.raises(SetupError, match=f"'smtp:' in {tmp_path}/research-digest/config.yaml"):
        find_server(environ)
    write(tmp_path, "# mine\nsmtp: smtps://ada:word@mail.example.org\n")
    expected = Server("mail.example.org", 465, "ada", "word", is_encrypted=True)
    assert find_server(environ) == expected
    # the environment comes first
    assert find_server(environ | {"DIGEST_SMTP": "smtp://localhost"}).host == "localhost"


@pytest.mark.parametrize(
    "text", [f"smpt: {SECRET}\n", f"smtp: [{SECRET}]\n", f"smtp: '{SECRET}\n", f"- {SECRET}\n"]
)
def test_a_file_that_cannot_be_read_is_not_told(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    with pytest.raises(SetupError, match="cannot be read; write smtp: ") as caught:
        find_server({"XDG_CONFIG_HOME": str(tmp_path)})
    assert SECRET not in str(caught.value)


def test_a_password_is_in_no_form_of_a_server() -> None:
    server = find_server({"DIGEST_SMTP": f"smtp://ada:{SECRET}@mail.example.org"})
    assert SECRET not in f"{server} {server!r}"
