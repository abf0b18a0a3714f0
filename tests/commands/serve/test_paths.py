from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.commands.serve.paths import Elsewhere, content_type, is_this_host, locate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published folder with secrets all around it."""
    folder = tmp_path_factory.mktemp("out")
    (folder / "secret.txt").write_text("secret")
    (folder / "site-too").mkdir()
    (folder / "site-too" / "index.html").write_text("secret")
    site = folder / "site"
    (site / "a b" / "empty").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "a b" / "index.html").write_text("page")
    (site / "é.txt").write_text("text")
    (site / "inside.txt").symlink_to("é.txt")
    (site / "outside.txt").symlink_to("../secret.txt")
    (site / "outside").symlink_to("..")
    (site / "around").symlink_to("around")
    return site


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/news/", "index.html"),
        ("/news/index.html", "index.html"),
        ("/news/a%20b/", "a b/index.html"),
        ("/news/%C3%A9.txt", "é.txt"),
        ("/news/inside.txt", "inside.txt"),
    ],
)
def test_it_finds_what_is_published(site: Path, path: str, found: str) -> None:
    assert locate(site, "/news/", path) == site / found


@pytest.mark.parametrize(
    ("path", "location"),
    [("/", "/news/"), ("/news", "/news/"), ("/news/a%20b", "/news/a%20b/")],
)
def test_it_leads_to_where_a_page_is(site: Path, path: str, location: str) -> None:
    assert locate(site, "/news/", path) == Elsewhere(location)


@pytest.mark.parametrize(
    "path",
    [
        "/news/../secret.txt",
        "/news/%2e%2e/secret.txt",
        "/news/..%2fsecret.txt",
        "/news/%252e%252e/secret.txt",
        "/news/a%20b/../../secret.txt",
        "/news/..\\secret.txt",
        "/news/..%5csecret.txt",
        "/news/../site-too/",
        "/news//secret.txt",
        "/news/%2Fetc/passwd",
        "/news/outside.txt",
        "/news/outside/secret.txt",
        "/news/outside",
        "/news/outside/",
        "/news/around",
        "/news/c:/secret.txt",
        "/news/a%00b",
        "/news/%ff",
        "/news/a%20b/empty",
        "/news/a%20b/empty/",
        "/news/index.html/",
        "/news/" + "x" * 5000,
        "/other/index.html",
        "/newsindex.html",
        "/secret.txt",
        "",
        "*",
    ],
)
def test_nothing_else_is_found(site: Path, path: str) -> None:
    assert locate(site, "/news/", path) is None


STEPS = st.lists(
    st.sampled_from(
        [
            *("..", ".", "%2e%2e", "%2E.", "/", "%2f", "\\", "%5c", "outside", "secret.txt"),
            *("site-too", "index.html", "a b", "empty", "é.txt", "%00", "%", "~", "C:", "", "news"),
        ]
    )
    | st.text(max_size=3)
)


@given(STEPS, st.sampled_from(["/", "/news/"]), st.booleans())
def test_no_path_leads_out(site: Path, steps: list[str], base: str, encoded: bool) -> None:  # noqa: FBT001 -- hypothesis hands it over
    path = "/".join(steps)
    found = locate(site, base, base + (quote(path) if encoded else path))
    if isinstance(found, Elsewhere):
        # neither may a redirection lead to another host
        assert found.location.startswith(base)
        assert not found.location.startswith("//")
    elif found is not None:
        assert found.is_file()
        assert os.path.realpath(found).startswith(f"{os.path.realpath(site)}{os.sep}")


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"]
)
def test_this_machine_s_names_are_answered(host: str) -> None:
    assert is_this_host(host, 8000)


@pytest.mark.parametrize(
    "host",
    [
        *("", "localhost", "localhost:80", "localhost:8001", "127.0.0.1", "example.org:8000"),
        *("localhost.example.org:8000", "127.0.0.1.example.org:8000", "0.0.0.0:8000", "::1:8000"),
        *("localhost:8000@example.org", "user@localhost:8000", "localhost:8000:8000", "127.1:8000"),
    ],
)
def test_other_names_are_not(host: str) -> None:
    assert not is_this_host(host, 8000)


@given(st.text())
def test_only_three_names_are_answered(host: str) -> None:
    names = {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}
    assert is_this_host(host, 8000) == (host.strip().lower() in names)


def test_http_s_own_port_may_go_without_saying() -> None:
    assert is_this_host("localhost", 80)
    assert not is_this_host("example.org", 80)


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("index.md", "text/markdown; charset=utf-8"),
        ("FIGURE.PNG", "image/png"),
        ("a.b.svg", "image/svg+xml; charset=utf-8"),
        ("serif.woff2", "font/woff2"),
        ("figure.avif", "image/avif"),
        ("figure.webp", "image/webp"),
        ("program.wasm", "application/wasm"),
        (".nojekyll", "application/octet-stream"),
    ],
)
def test_every_file_has_its_type(name: str, type_: str) -> None:
    assert content_type(name) == type_
