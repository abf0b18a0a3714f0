"""What others say is told without a secret, in whatever form they say it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from digest.sending.secrets import hide

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "bd+Secret/Key=42&%zz?~:>"  # noqa: S105 -- made up
WRITTEN: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    quote,
    quote_plus,
    lambda secret: quote(secret, safe="").lower(),
    lambda secret: base64.b64encode(secret.encode()).decode(),
    lambda secret: base64.b64encode(secret.encode()).decode().rstrip("="),
    lambda secret: base64.urlsafe_b64encode(secret.encode()).decode(),
    lambda secret: secret.encode().hex(),
)


@pytest.mark.parametrize("write", WRITTEN)
def test_a_secret_is_told_in_no_form(write: Callable[[str], str]) -> None:
    assert hide(f"no key '{write(SECRET)}' here", [SECRET, ""]) == "no key '…' here"


def test_one_secret_may_be_a_part_of_another() -> None:
    assert hide("of user:token and token", ["token", "user:token"]) == "of … and …"


def test_what_is_told_is_one_line_that_does_nothing_to_a_terminal() -> None:
    assert hide("one\r\n::error:: \x1b[31mtwo", []) == r"one ::error:: \x1b[31mtwo"
