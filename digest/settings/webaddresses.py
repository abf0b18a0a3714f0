"""Web addresses in settings and front matter: what is one, and which can be a site's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from digest.basics.hosts import ascii_host
from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import wrong_form
from digest.settings.yamlnodes import Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading


def web_address(node: Node, reading: Reading) -> str | None:
    """Read an http or https address."""
    if isinstance(node, Scalar):
        found = node.text.strip()
        if is_web_address(found):
            return found
    hint = _hint_address(node.text.strip()) if isinstance(node, Scalar) else ""
    wrong_form(node, reading, "this must be a web address", hint)
    return None


_NONE = lazy_regex(
    r"(?:[-\u2013\u2014?]|n/?a|none|null|no|not? (?:yet )?available|tb[acd]|todo|soon|)\.?",
    re.IGNORECASE,
)
"""How people say that there is no address."""
_HOST_FIRST = lazy_regex(r"(?:www\.\S+|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/\S*)")


def _hint_address(typed: str) -> str:
    """Say what to write in place of a text that is no address."""
    if typed.startswith(("https://", "http://")):
        return "its host, its port or a space in it is wrong"
    if _NONE.fullmatch(typed):
        return "take it out where there is none"
    if _HOST_FIRST.fullmatch(typed):
        return f"write 'https://{typed}'"
    # of a link in Markdown, HTML or brackets
    inner = re.search(r"https?://[^\s<>()\"']+", typed)
    return (
        f"write '{inner[0]}'" if inner and is_web_address(inner[0]) else "it begins with 'https://'"
    )


AMPERSAND = "write '&' for '&amp;'"
"""What to do with an address that was copied out of HTML."""


def clean_address(node: Node, reading: Reading) -> str | None:
    """Read a web address that every page may show: without a name, a password, or signs of HTML."""
    found = web_address(node, reading)
    if found is None:
        return None
    if urlsplit(found).username is not None:
        # not said again, as below
        message = "this address must have no name or password: every page would show them"
        reading.report("field-type", node.place, message)
        return None
    if "&amp;" in found:
        wrong_form(node, reading, "this must be a web address", AMPERSAND)
        return None
    if sign := re.search(r"[\"<>\\^`\x00-\x1f\x7f]", found):
        hint = f"write '{quote(sign[0])}' in place of '{sign[0]}'"
        wrong_form(node, reading, "this must be a web address", hint)
        return None
    return found


def policed_address(node: Node, reading: Reading) -> str | None:
    """Read an address whose host a page's policy can name."""
    found = clean_address(node, reading)
    if found is not None and not host_source(found):
        wrong_form(node, reading, "this must be a web address", "no browser takes its host")
        return None
    return found


_LOCAL = frozenset({"localhost", "127.0.0.1"})


def private_address(node: Node, reading: Reading, why: str) -> str | None:
    """Read an address that nobody on the way can listen to, or is on this machine.

    `why` says what would be wrong else.
    """
    found = policed_address(node, reading)
    if found is None:
        return None
    parts = urlsplit(found)
    if parts.scheme != "https" and parts.hostname not in _LOCAL:
        hint = f"write 'https{found.removeprefix('http')}'"
        reading.report("field-type", node.place, why, hint)
        return None
    return found


def place_address(node: Node, reading: Reading) -> str | None:
    """Read where one is found: a web address, or `mailto:` and a mail address."""
    found = node.text.strip() if isinstance(node, Scalar) else ""
    is_mail = re.fullmatch(r"mailto:[^\s@<>?\"]+@[^\s@<>?\"]+", found)
    return found if is_mail else clean_address(node, reading)


def host_source(address: str) -> str:
    """Return the host of a web address as a Content-Security-Policy has it: `https://example.org`.

    Empty where there is none that a browser would take: CSP Level 3, section 2.3.1.
    """
    parts = urlsplit(address)
    host = ascii_host(parts.netloc.rpartition("@")[2])
    is_known = parts.scheme in {"https", "http"} and _HOST.fullmatch(host)
    return f"{parts.scheme}://{host.lower()}" if is_known else ""


_HOST = lazy_regex(r"[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]+)?", re.IGNORECASE)


def site_address(address: str) -> str | None:
    """Return a site's public address with a slash at its end; None where it cannot be one."""
    if not is_web_address(address) or _find_fault(address):
        return None
    return address if address.endswith("/") else address + "/"


def _find_fault(address: str) -> str:
    """Tell what a web address has that a site's must not; an empty string where it is one."""
    parts = urlsplit(address)
    if parts.query or parts.fragment:
        return "the site's address must end with its path"
    if parts.username is not None:
        return "the site's address must have no name or password: every page would show them"
    if "//" in parts.path or re.search(r"/(?:\.|%2e){1,2}(?:/|$)", parts.path, re.IGNORECASE):
        return "the path of the site's address must have no '//', '.' or '..'"
    return ""


_USUAL = lazy_regex(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][!-~]*)?")
"""An address as nearly all are: it need not be taken apart."""


def is_web_address(address: str) -> bool:
    """Tell whether a text is an http or https address."""
    if _USUAL.fullmatch(address):
        return True
    try:
        parts = urlsplit(address)
        # 0 is no port that one can ask, and one above 65535 is none at all
        is_known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_known and not re.search(r"\s", address)


def is_nobodys(address: str) -> bool:
    """Tell whether an address is one for examples and tests, which nobody owns (RFC 2606)."""
    host = urlsplit(address).hostname or ""
    return bool(re.fullmatch(r"(.+\.)?(example(\.(com|net|org))?|invalid|localhost|test)", host))


def site_address_field(node: Node, reading: Reading) -> str | None:
    """Read a site's public address."""
    found = web_address(node, reading)
    if found is None:
        return None
    address = site_address(found)
    if address is None:
        # not said again: a password would stand in the logs of whoever checks it
        reading.report("field-type", node.place, _find_fault(found))
    return address
