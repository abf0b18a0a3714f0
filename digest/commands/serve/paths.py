"""What a request may ask for: which hosts are this one, and which files an address names."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, unquote

import msgspec

from digest.citing.formats import FORMATS

NAMES = ("127.0.0.1", "localhost", "[::1]")
"""What this machine calls itself."""

_TYPES = {
    **{Path(one.file).suffix: f"{one.media_type}; charset=utf-8" for one in FORMATS.values()},
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".eml": "message/rfc822",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


class Elsewhere(msgspec.Struct, frozen=True):
    """The address that was meant."""

    location: str


def is_this_host(host: str, port: int) -> bool:
    """Tell whether a request's Host header (RFC 9110, section 7.2) names this server.

    A page of another site can have its own host's name lead to this machine ("DNS rebinding"),
    and would then read what is served here; its requests still carry that other name.
    """
    named = host.strip().lower()
    # a browser leaves the port away where it is http's own
    return named in {f"{name}:{port}" for name in NAMES} or (port == 80 and named in NAMES)  # noqa: PLR2004


def locate(site: Path, base_path: str, path: str) -> Path | Elsewhere | None:
    """Return the file below `site` that the path of an address names.

    `path` is as it stands in the request, percent-encoded and without its query. An address of
    a folder is that of its index.html; one that lacks its slash, and one above the base path,
    lead to where it is. None where there is no such file, or where it would be outside `site`.
    """
    if path in {"/", base_path.removesuffix("/")} and path != base_path:
        return Elsewhere(base_path)
    if not path.startswith(base_path):
        return None
    parts = read_parts(path.removeprefix(base_path))
    if parts is None:
        return None
    file = site.joinpath(*parts)
    if path.endswith("/"):
        file /= "index.html"
    elif is_inside(file / "index.html", site):
        return Elsewhere(quote(unquote(path)) + "/")
    return file if is_inside(file, site) else None


def read_parts(path: str) -> list[str] | None:
    """Return the names in an encoded path; None where one of them could lead anywhere else."""
    try:
        decoded = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    parts = decoded.removesuffix("/").split("/") if decoded else []
    # a backslash and a colon have meanings of their own on some systems
    if any(part in {"", ".", ".."} or set(part) & set("\\:\0") for part in parts):
        return None
    return parts


def is_inside(file: Path, folder: Path) -> bool:
    """Tell whether `file` is a file that is in `folder` when all links are followed."""
    try:
        real = os.path.realpath(file, strict=True)
        return Path(real).is_file() and real.startswith(os.path.realpath(folder) + os.sep)
    except (OSError, ValueError):
        return False


def content_type(name: str) -> str:
    """Return the media type of a file by its name, with the character set of a text."""
    return _TYPES.get(os.path.splitext(name)[1].lower(), "application/octet-stream")  # noqa: PTH122
