"""What of a page is no text of the post: buttons to subscribe and to share, forms, trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_picture, is_private
from digest.importing.htmltext.nodes import read_attributes, string, words_of_node

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SILENT = ""
"""The reason for what has no words that anybody saw."""
_MACHINE = frozenset({
    *("script", "style", "template", "link", "meta", "base", "title", "head", "input", "source"),
    *("track", "param", "col", "colgroup", "canvas", "datalist", "area", "map"),
})  # fmt: skip
_CONTROLS = {
    "form": "a form",
    "button": "a button",
    "select": "a form",
    "textarea": "a form",
    "nav": "a menu",
    "svg": "a drawing within the text",
    "dialog": "a window that opens over the page",
}
_SUBSCRIBE, _SHARE = "a button to subscribe", "a button to share"
MAILED = "it was in members' mails only"
"""The reason for words that a website never showed."""
_COMMENT, _RELATED = "a link to comments", "a list of other posts"
_SUBSCRIBE_CLASSES = (
    r"subscri(?:be|ption)-(?:widget|form|box|btn|button|cta)\S*|subscription-widget\S*"
    r"|kg-signup-card|kg-cta-card|mc_embed_signup|convertkit-form|formkit-\S+|ck_form\S*"
    r"|wp-block-jetpack-subscriptions\S*|jetpack_subscription\S*|wp-block-jetpack-paywall\S*"
    r"|newsletter-(?:signup|form)\S*|gh-subscribe\S*|signup-form|install-substack-app-embed\S*"
    r"|tnp-subscription\S*|paywall(?:-jump|-content|-cta)?|follow-(?:button|us)\S*"
)
_SHARE_CLASSES = (
    r"captioned-button-wrap|sharedaddy|sd-(?:sharing|block|like)\S*|share-(?:buttons?|links?)"
    r"|social-(?:share|sharing|links|icons)\S*|addtoany\S*|a2a_\S+|post-share\S*|jp-post-flair"
    r"|essb_\S+|heateor\S*|ssba\S*|wp-block-social-links|share-dialog|shareaholic\S*|likebtn\S*"
)
_PAGE_CLASSES = (
    r"hide-text|image-link-expand|header-anchor(?!-post)\S*|anchor-link|headerlink|anchorjs-link"
    r"|heading-anchor|post-edit-link|footnote-backref|reversefootnote|footnotes-backlink"
    r"|mixtapeImage|js-mixtapeImage|gutter|rouge-gutter|linenos?|linenodiv|line-numbers-rows"
)
_BY_CLASS = (
    (_SUBSCRIBE_CLASSES, _SUBSCRIBE),
    (_SHARE_CLASSES, _SHARE),
    (
        r"comments|comments?-(?:area|list|respond|form|section)|disqus\S*|respond|community-chat",
        _COMMENT,
    ),
    (r"jp-relatedposts\S*|related-?posts?\S*|yarpp\S*|read-next\S*|recommended-posts", _RELATED),
    (
        r"embedded-(?:post-(?:cta|meta)|(?:post-)?publication-logo)\S*",
        "what the service shows beside an embedded post",
    ),
    (r"poll-embed|wp-polls\S*", "a poll"),
    (r"community-chat\S*|directMessage", "a button to chat"),
    (r"native-video-embed", "a video that only the service has"),
    (r"kg-email(?:-cta)?-card", MAILED),
    (r"native-audio-embed", "a sound that only the service has"),
    (_PAGE_CLASSES, SILENT),
    (
        r"sr-only|screen-reader-text|visually-hidden|visuallyhidden|preheader|preview-text",
        "it was not shown",
    ),
)
_CLASS = lazy_regex("|".join(f"(?P<c{at}>{one})" for at, (one, _) in enumerate(_BY_CLASS)))
_HIDDEN = lazy_regex(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")
_BACKGROUND = lazy_regex(r"background(?:-image)?\s*:[^;]*url\(\s*[\"']?(https?://[^\"')\s]+)")
_BY_ADDRESS = (
    (
        lazy_regex(
            r"/subscribe(?:[/?#]|$)|/#/portal/|#/?(?:signup|subscribe)\b|/signup(?:[?#]|$)"
            r"|substack\.com/(?:app|ios|redirect/subscribe)|/account/upgrade|/gift-subscription"
            r"|[?&](?:gift|upgrade)=true|/coupon/\w+|/membership(?:[/?#]|$)|buymeacoffee\.com/"
            r"|(?:patreon|ko-fi)\.com/[^/]+/?$"
            r"|%%(?:checkout|subscribe|gift|upgrade)\w*%%"
        ),
        _SUBSCRIBE,
    ),
    (
        lazy_regex(
            r"[?&]action=share\b|%%share_url%%|(?:twitter|x)\.com/(?:intent/|share\b)|facebook\.com/(?:sharer|dialog)"
            r"|linkedin\.com/(?:shareArticle|sharing/)|reddit\.com/submit|^mailto:\?|t\.me/share"
            r"|news\.ycombinator\.com/submitlink|bsky\.app/intent/|wa\.me/\?|whatsapp:|getpocket\.com/"
            r"|pinterest\.[a-z]+/pin/create|/refer(?:ral)?s?\?|/leaderboard\b"
        ),
        _SHARE,
    ),
    (
        lazy_regex(
            r"/comments?(?:[?#]|$)|%%\w*comments_url%%|#(?:comments|respond|disqus_thread)\b|/chat(?:[?#]|$)"
        ),
        _COMMENT,
    ),
)
_SPOKEN = lazy_regex(
    r"(?i)(?:subscribe|sign up|share|leave a comment|upgrade|give a gift|get the app|join)\b"
)
_BUTTON = lazy_regex(r"(?:^|[-_ ])(?:btn|button)(?:$|[-_ ])|button-wrapper|wp-block-button")
_TRACKER = lazy_regex(
    r"/open\.php|/track(?:ing)?/open|/o/eJ|pixel\.(?:wp|gif|png)|stats\.wordpress\.com|/_/stat\?"
    r"|feedburner\.com/~r|feedsportal|doubleclick\.net|google-analytics\.com|/wf/open\?|/e/o/|/e2t/to/"
    r"|eotrx\.substackcdn\.com|/p\.gif|/beacon|mailtrack|pixel\.parsely|scorecardresearch|/open\?token"
)


def find_cut(node: LexborNode) -> str | None:
    """Return why an element is left out; None where it is not, and `SILENT` where none saw it."""
    tag = node.tag or ""
    if tag in _MACHINE:
        return SILENT
    if tag in _CONTROLS:
        return _CONTROLS[tag]
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return "it was not shown"
    if tag == "img" and _is_tracker(node):
        return "a picture that tells who reads"
    named = (attributes.get("class") or "").split()
    if tag in {"div", "section"}:
        # the id of a heading is made of its words
        named.append(attributes.get("id") or "")
    if "data-gh-segment" in attributes:
        # Ghost's own mark within mails
        named.append("kg-email-card")
    found = next(filter(None, map(_CLASS.fullmatch, filter(None, named))), None)
    if found and found.lastgroup:
        return _BY_CLASS[int(found.lastgroup[1:])][1]
    return _find_button(node, tag)


def _find_button(node: LexborNode, tag: str) -> str | None:
    """Return why a button is left out, if it is one and leads to none of the post's own links."""
    if tag == "a" and is_private(node.attributes.get("href") or ""):
        return "a reader's own link, as to unsubscribe"
    if tag not in {"a", "p", "div"} or not _BUTTON.search(node.attributes.get("class") or ""):
        return None
    links = [node] if tag == "a" else node.css("a")
    if len(links) > 1:
        return None
    address = string(read_attributes(node), "url")
    if links:
        address = links[0].attributes.get("href") or address
    why = find_address_cut(address)
    if why is None and not address and _SPOKEN.match(words_of_node(node)):
        return _SUBSCRIBE
    return why


def find_background(node: LexborNode) -> str:
    """Return the address of a picture behind the words of an element; nothing where it has none."""
    found = _BACKGROUND.search(node.attributes.get("style") or "")
    address = clean_picture(found[1]) if found else ""
    return "" if is_private(address) or _TRACKER.search(address) else address


def find_address_cut(address: str) -> str | None:
    """Return why a link is left out that has a paragraph to itself, by where it leads."""
    return next((why for pattern, why in _BY_ADDRESS if pattern.search(address)), None)


def is_service_link(node: LexborNode) -> bool:
    """Tell whether the words of a link that stands alone are those of a service's button."""
    return _SPOKEN.match(words_of_node(node)) is not None


def _is_tracker(node: LexborNode) -> bool:
    attributes = node.attributes
    sizes = {(attributes.get(name) or "").removesuffix("px") for name in ("width", "height")}
    if sizes and sizes <= {"0", "1"}:
        return True
    return _TRACKER.search(attributes.get("src") or "") is not None
