"""Where else the newsletter is, each place with the sign that a theme draws for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest.site.views.pages import SocialLink

if TYPE_CHECKING:
    from digest.settings.config import Settings

_HOSTS = {
    "bsky.app": "bluesky",
    "bsky.social": "bluesky",
    "linkedin.com": "linkedin",
    "lnkd.in": "linkedin",
    "github.com": "github",
    "github.io": "github",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "x.com": "x",
    "twitter.com": "x",
    "discord.com": "discord",
    "discord.gg": "discord",
    "slack.com": "slack",
    "matrix.to": "matrix",
    "matrix.org": "matrix",
    "orcid.org": "orcid",
    "scholar.google": "scholar",
    "zotero.org": "zotero",
    "facebook.com": "facebook",
    "reddit.com": "reddit",
    "t.me": "telegram",
    "whatsapp.com": "whatsapp",
    "fosstodon.org": "mastodon",
    "hachyderm.io": "mastodon",
    "mathstodon.xyz": "mastodon",
    "sigmoid.social": "mastodon",
    "scholar.social": "mastodon",
    "fediscience.org": "mastodon",
    "mas.to": "mastodon",
    # these, too, have addresses as Mastodon has them
    "medium.com": "link",
    "threads.com": "link",
    "threads.net": "link",
    "tiktok.com": "link",
    "flickr.com": "link",
}
"""From a host, or what it ends in, to a sign."""
_NAMES = {
    "mastodon": "mastodon",
    "fediverse": "mastodon",
    "bluesky": "bluesky",
    "linkedin": "linkedin",
    "github": "github",
    "youtube": "youtube",
    "twitter": "x",
    "x": "x",
    "discord": "discord",
    "slack": "slack",
    "matrix": "matrix",
    "element": "matrix",
    "orcid": "orcid",
    "scholar": "scholar",
    "zotero": "zotero",
    "telegram": "telegram",
    "whatsapp": "whatsapp",
    "facebook": "facebook",
    "reddit": "reddit",
    "email": "email",
    "mail": "email",
    "rss": "rss",
    "atom": "rss",
    "feed": "rss",
}
"""From a word of a link's name to a sign."""


def make_social(settings: Settings) -> tuple[SocialLink, ...]:
    """Return the links of `social:`, each with its sign."""
    return tuple(
        SocialLink(link.name, link.url, find_icon(link.name, link.url))
        for link in settings.social_links
    )


def find_icon(name: str, url: str) -> str:
    """Return which sign stands for a place on the web: that of its host, or else of its name."""
    if url.startswith("mailto:"):
        return "email"
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    labels = host.split(".")
    ends = [".".join(labels[index:]) for index in range(len(labels))]
    # Google has a domain in each country: `scholar.google.de`
    ends += [".".join(labels[:2])]
    if found := next((_HOSTS[end] for end in ends if end in _HOSTS), ""):
        return found
    if re.search(r"mastodon|mstdn|toot", host):
        return "mastodon"
    words = re.findall(r"[a-z]+", name.casefold())
    if named := next((_NAMES[word] for word in words if word in _NAMES), ""):
        return named
    if re.search(r"(?:feed|rss|atom)(?:\.xml|\.json)?/?$|\.(?:rss|atom)$", parts.path):
        return "rss"
    return "mastodon" if re.fullmatch(r"/@[\w.-]+/?", parts.path) else "link"
