"""Names of hosts that have other letters than ASCII's."""

from __future__ import annotations


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
