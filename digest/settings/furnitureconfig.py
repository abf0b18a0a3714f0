"""The settings of what stands around every page: `footer:`, `menu:` and `share:` in site.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, shorten
from digest.settings.converters import list_of, shown, shown_text, wrong_form
from digest.settings.schema import Field, convert_mapping
from digest.settings.webaddresses import place_address
from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import ListNode, MapNode, Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading

# --- footer -----------------------------------------------------------------------------------


def footer(node: Node, reading: Reading) -> Scalar | None:
    """Read Markdown, which is parsed later; one that says nothing is none."""
    if isinstance(node, ListNode | MapNode):
        hint = "write 'footer: |', and the text below it, two spaces in"
        wrong_form(node, reading, "a footer is a text", hint)
        return None
    found = shown(node, reading)
    return found if found and found.text.strip() else None


# --- menu -------------------------------------------------------------------------------------


class MenuEntry(msgspec.Struct, frozen=True):
    """A line of `menu:`."""

    target: str
    """One of `MENU_WORDS`, a page as links in texts have it, or a web address."""
    place: Place
    title: str = ""
    """Empty where it is the page's own, or the theme's word."""


MENU_WORDS = ("archive", "tags", "people", "subscribe")
"""What the pages that digest makes by itself are called in `menu:`."""
_ITEM = {
    "title": Field(shown_text, required=True),
    "page": Field(shown_text),
    "url": Field(place_address),
}


_MOST_ENTRIES = 100
"""Of a menu."""


def menu(node: Node, reading: Reading) -> tuple[MenuEntry, ...] | None:
    """Read a list of words, pages, and links with a title."""
    if isinstance(node, MapNode) and node.pairs:
        hint = f"write [{_hint_titled(*node.pairs[0])}, …]"
        wrong_form(node, reading, "a menu is a list", hint)
        return None
    entries = list_of(_menu_entry, most=_MOST_ENTRIES)(node, reading)
    if entries is None:
        return None
    first: dict[str, MenuEntry] = {}
    for entry in entries:
        known = first.setdefault(entry.target, entry)
        if known is not entry:
            message = f"'{shorten(entry.target)}' is in the menu twice"
            hint = f"it is already on line {known.place.line}; keep one of the two"
            reading.report("field-doubtful", entry.place, message, hint)
    return tuple(first.values())


def _menu_entry(node: Node, reading: Reading) -> MenuEntry | None:
    if isinstance(node, MapNode):
        return _titled_entry(node, reading)
    target = node.text.strip() if isinstance(node, Scalar) and not node.is_null else ""
    if not target or re.match(r"[a-z]+:", target, re.IGNORECASE):
        hint = f"write {{title: …, url: {quote_in_flow(target)}}}" if target else ""
        wrong_form(node, reading, "this must be a page, or a title with an address", hint)
        return None
    return MenuEntry(target, node.place)


def _titled_entry(node: MapNode, reading: Reading) -> MenuEntry | None:
    if len(node.pairs) == 1 and node.pairs[0].key.text not in _ITEM:
        hint = f"write {_hint_titled(*node.pairs[0])}"
        wrong_form(node, reading, "an item of the menu has a title, and a page or an address", hint)
        return None
    values = convert_mapping(node, _ITEM, reading, what="an item of the menu")
    if values is None or not values.get("title"):
        if values is not None and values.get("title") == "":
            wrong_form(node, reading, "an item of the menu must have a title")
        return None
    if len(values.given & {"page", "url"}) != 1:
        hint = "write 'page: …' for a page of the site, or 'url: …' for another address"
        message = "an item of the menu leads to a page or to an address"
        reading.report("field-missing", node.place, message, hint)
        return None
    field = "page" if "page" in values.given else "url"
    if not values.get(field):
        if values.get(field) == "":
            wrong_form(node, reading, "an item of the menu leads to a page or to an address")
        return None
    return MenuEntry(values[field], values.places[field], values["title"])


def _hint_titled(key: Scalar, value: Node) -> str:
    """Return how an item is written of which there is a title and where it leads."""
    what = value.text if isinstance(value, Scalar) and not value.is_null else "…"
    field = "url" if _OUTER.match(what) else "page"
    return f"{{title: {quote_in_flow(key.text)}, {field}: {quote_in_flow(what)}}}"


_OUTER = lazy_regex("https?://|mailto:", re.IGNORECASE)


def is_outer(target: str) -> bool:
    """Tell whether an item of the menu leads away from the site."""
    return bool(_OUTER.match(target))


# --- share ------------------------------------------------------------------------------------

SHARE_SERVICES = {
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "linkedin": "LinkedIn",
    "x": "X",
    "facebook": "Facebook",
    "reddit": "Reddit",
    "hackernews": "Hacker News",
    "whatsapp": "WhatsApp",
    "telegram": "Telegram",
    "email": "Email",
}
"""Where one may tell of a page, and what each is called."""
_OTHER_NAMES = {
    "twitter": "x",
    "mail": "email",
    "e-mail": "email",
    "mailto": "email",
    "bsky": "bluesky",
    "fediverse": "mastodon",
    "hn": "hackernews",
    "hacker-news": "hackernews",
    "hacker news": "hackernews",
}


def share(node: Node, reading: Reading) -> tuple[str, ...] | None:
    """Read a list of services, each once."""
    if not isinstance(node, ListNode):
        wrong_form(node, reading, "this must be a list of services", "write [bluesky, email]")
        return None
    return tuple(dict.fromkeys(list_of(_service)(node, reading) or ()))


def _service(node: Node, reading: Reading) -> str | None:
    name = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if name in SHARE_SERVICES:
        return name
    if name in {"copy", "link", "permalink", "clipboard"}:
        message = "a button that copies needs a script, and pages have none"
        hint = f"take '{name}' away: readers copy the address as they always do"
        reading.report("field-type", node.place, message, hint)
        return None
    if isinstance(node, Scalar) and (meant := _OTHER_NAMES.get(name)):
        message, fix = f"there is no service '{shorten(node.text)}'", node.rewrite(meant)
        reading.report("field-type", node.place, message, f"write '{meant}'", fix)
        return None
    hint = did_you_mean(name, SHARE_SERVICES) or f"there are: {', '.join(SHARE_SERVICES)}"
    wrong_form(node, reading, "this must be a service to share a page with", hint)
    return None
