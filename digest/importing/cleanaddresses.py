"""Addresses as exports have them, to those that are meant.

Services wrap the addresses of pictures and links in their own, and hang on what tells them who
came from where; some of that is a reader's own, and no text may have it.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from digest.basics.lazyregex import lazy_regex

_SUBSTACK_PICTURE = lazy_regex(
    r"https?://(?:substackcdn\.com|cdn\.substack\.com)/image/fetch/(?:[^/]*/)*?(https?(?::|%3A).+)",
)
_PHOTON = lazy_regex(r"https?://i[0-3]\.wp\.com/(.+)")
"""WordPress's service for pictures has the rest of their address behind its own."""
_OLD = lazy_regex(r"http://(?!localhost/)[^/:?#@]*[a-z][^/:?#@]*\.[a-z]{2,}(?:/|$)", re.IGNORECASE)
"""Of a host on the web, and no machine's own."""
_FOLLOWED = (
    # an address that leads on, and the parameter that says where to
    (lazy_regex(r"https?://(?:www\.)?google\.[a-z.]+/url\?"), ("q", "url")),
    (lazy_regex(r"https?://lm?\.(?:facebook|instagram)\.com/(?:l\.php)?\?"), ("u",)),
    (lazy_regex(r"https?://(?:www\.)?medium\.com/r/?\?"), ("url",)),
    (lazy_regex(r"https?://(?:www\.)?youtube\.com/redirect\?"), ("q",)),
    (lazy_regex(r"https?://out\.reddit\.com/"), ("url",)),
    (lazy_regex(r"https?://slack-redir\.net/link\?"), ("url",)),
    (lazy_regex(r"https?://t\.umblr\.com/redirect\?"), ("z",)),
    (lazy_regex(r"https?://[\w.-]*safelinks\.protection\.outlook\.com/"), ("url",)),
)
_OF_SERVICES = lazy_regex(
    r"(?:.+\.)?(?:substack\.com|beehiiv\.com|medium\.com|ghost\.io|wordpress\.com|buttondown\.(?:com|email)"
    r"|blogspot\.[a-z.]+|tumblr\.com|mailchi\.mp|campaign-archive\.com|hashnode\.dev)"
)
"""Hosts at which only their service can publish."""
_TRACKING = lazy_regex(
    r"utm_\w+|mc_[ce]id|_hs\w+|__hs\w+|hsCtaTracking|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid"
    r"|twclid|igshid|igsh|ref_src|ref_url|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|_bhlid"
    r"|ck_subscriber_id|sc_(?:lid|cid|src|uid|llid|customer)|token|access_token|auth|key"
    r"|sk|api_?key|(?:client_)?secret|passw(?:or)?d|session_?id|subscriber(?:_id|id|_uuid)?|subscriberhash|e-?mail|email_(?:id|token)|unsub\w*|member_?id"
    r"|showWelcome\w*|triedRedirect|isFreemail|trackingId"
    r"|jwt\w*|ss_(?:email_id|source|campaign\w*)",
)
"""Parameters that tell who came from where, or who somebody is."""
_OWN = {
    "substack.com/": {"r", "s", "j", "u", "publication_id", "post_id", "action", "triedSigningIn"},
    "medium.com/": {"source"},
    **{key: {"e"} for key in ("list-manage.com/", "campaign-archive.com/", "mailchi.mp/")},
}
"""More of these, in the addresses of some services."""
_PRIVATE = lazy_regex(
    r"unsubscribe|manage[-_]?(?:subscription|preferences)|email[-_]preferences|/account/"
    r"|list-manage\d*\.com/(?:profile|about|vcard)|disable_email|/o/eJ|/action/disable|/private/\w+\.(?:mp3|m4a|rss|xml)"
)
_CREDENTIALS = lazy_regex(r"^(https?://)[^/@?#]+@", 0)


def clean_picture(address: str) -> str:
    """Return the address of a picture itself, where a service's own has it within."""
    address = address.strip()
    for _ in range(3):
        found = _SUBSTACK_PICTURE.match(address)
        if not found:
            break
        address = unquote(found[1]) if "%3A" in found[1][:8] else found[1]
    if _OLD.match(address):
        # browsers ask so, too, and pages show no picture that is not encrypted
        address = f"https{address[len('http') :]}"
    if found := _PHOTON.match(address):
        address = f"https://{found[1].partition('?')[0]}"
    return clean_link(address)


def clean_link(address: str) -> str:
    """Return an address without what tracks those who follow it; the one meant, if it leads on."""
    address = _CREDENTIALS.sub(r"\1", address.strip())
    for pattern, names in _FOLLOWED if "?" in address else ():
        if pattern.match(address):
            found = dict(parse_qsl(urlsplit(address).query))
            meant = next((found[name] for name in names if name in found), "")
            if meant.startswith(("https://", "http://")):
                address = meant
    head, mark, rest = address.partition("?")
    if not mark:
        return address
    query, sign, fragment = rest.partition("#")
    own = next((names for host, names in _OWN.items() if host in head), set())
    kept = [
        part
        for part in query.replace("&amp;", "&").split("&")
        if part and not ((name := part.partition("=")[0]) in own or _TRACKING.fullmatch(name))
    ]
    return head + ("?" + "&".join(kept) if kept else "") + sign + fragment


def is_private(address: str) -> bool:
    """Tell whether an address is of one reader's own page, as the one to unsubscribe."""
    return _PRIVATE.search(address) is not None


def is_of_service(url: str) -> bool:
    """Tell whether an address is at a host of a service, where nobody else can publish."""
    return bool(_OF_SERVICES.fullmatch(urlsplit(url).hostname or ""))
