"""What the preview does to a page that it shows."""

from __future__ import annotations

import pytest

from digest.commands.serve.pages import allow_client

META = '<meta http-equiv="Content-Security-Policy" content="{}">'
CLIENT = ("script-src 'self'", "connect-src 'self'", "worker-src 'self'")


@pytest.mark.parametrize("scripts", ["script-src 'none'; ", "script-src 'self'; ", ""])
def test_the_preview_s_script_is_let_in_and_all_else_stays(scripts: str) -> None:
    policy = f"default-src 'none'; {scripts}style-src 'sha256-abc='; img-src https://a.example"
    html = f"<head>{META}</head><p>Text</p>"
    begin, end = html.split("{}")
    made = allow_client(html.format(policy).encode()).decode()
    assert made.startswith(begin)
    assert made.endswith(end)
    directives = made.removeprefix(begin).removesuffix(end).split("; ")
    others = ("default-src 'none'", "style-src 'self' 'sha256-abc='", "img-src https://a.example")
    assert sorted(directives) == sorted((*CLIENT, *others))


def test_a_page_without_a_policy_stays_as_it_is() -> None:
    assert allow_client(b"<head></head><p>Text</p>") == b"<head></head><p>Text</p>"
