"""The hosts of addresses, whatever stands there for an address."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_web_address(url: str) -> bool:
    """Tell whether an address can be asked for."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna")
        is_host = host and not host.startswith((b"*", b"."))
        return parts.scheme in {"http", "https"} and bool(is_host) and parts.port != 0
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Return the host of an address with its port, and no password; empty where there is none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def hostname_of(url: str) -> str:
    """Return the name of the host of an address; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
