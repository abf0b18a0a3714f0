"""Links by which readers tell others of a page: to each service's own page for writing a post.

They are plain addresses: nothing is asked of a service before a reader follows one. What each
takes is described at docs.bsky.app (intent links), share.joinmastodon.org, docs.x.com (web
intents), core.telegram.org/widgets/share, faq.whatsapp.com (click to chat) and RFC 6068.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from digest.settings.furnitureconfig import SHARE_SERVICES
from digest.site.views.parts import ShareLink

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPOSERS = {
    "bluesky": "https://bsky.app/intent/compose?text={text}",
    "mastodon": "https://share.joinmastodon.org/#text={text}",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    "x": "https://x.com/intent/post?text={title}&url={url}",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={url}",
    "reddit": "https://www.reddit.com/submit?url={url}&title={title}",
    "hackernews": "https://news.ycombinator.com/submitlink?u={url}&t={title}",
    "whatsapp": "https://wa.me/?text={text}",
    "telegram": "https://t.me/share/url?url={url}&text={title}",
    "email": "mailto:?subject={title}&body={text}",
}
"""By service; LinkedIn and Facebook read the title off the page itself."""


def make_share_links(
    services: Iterable[str], newsletter: str, title: str, url: str
) -> tuple[ShareLink, ...]:
    """Return the links for a page of the newsletter; `url` is its public address."""
    named = f"{newsletter}: {title}"
    said = {
        "title": quote(named, safe=""),
        "url": quote(url, safe=""),
        "text": quote(f"{named}\n\n{url}", safe=""),
    }
    return tuple(
        ShareLink(service, SHARE_SERVICES[service], _COMPOSERS[service].format_map(said))
        for service in services
    )
