"""The hosts of addresses, whatever stands there for an address, and their names in ASCII."""

from __future__ import annotations

from urllib.parse import urlsplit


def may_be_asked(url: str) -> bool:
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


def ascii_host(host: str) -> str:
    """Return a host's name as browsers and mail servers ask for it; empty where it is no name.

    That is as UTS 46 says since IDNA 2008. Python's own codec has the older rules, by which
    `straße.de` is `strasse.de`, somebody else's.
    """
    if host.isascii():
        return host
    import idna  # noqa: PLC0415 -- slow, and few have such a name

    try:
        labels = idna.uts46_remap(host, std3_rules=False).split(".")
        return ".".join(map(_encode, labels))
    except UnicodeError:
        return ""


def _encode(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
