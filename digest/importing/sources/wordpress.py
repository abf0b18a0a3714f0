"""WordPress's export (WXR): a feed of RSS with the posts, pages and files of a site.

Readers' comments, authors' e-mail addresses and what makes menus and designs are left out.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from digest.basics import xmltree
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import count_of
from digest.importing.dates import read_day
from digest.importing.htmltext import make_markdown
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.fields import (
    choose_state,
    name_of,
    names_of,
    parse_json,
    state_by_text,
    words_of_slug,
)
from digest.importing.sources.source import Source
from digest.importing.sources.wordpresstext import Attachment, expand, fill_blocks, part_paragraphs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from digest.basics.xmltree import Element
    from digest.importing.files import Files
    from digest.importing.post import State
    from digest.importing.sources.source import Options

_SIGN = lazy_regex(r"wordpress\.org/export/1\.\d|<wp:wxr_version>|generator=\"WordPress")
_NO_POSTS = (
    (lazy_regex(r"attachment"), "files of the library; a post's pictures are in its text"),
    (lazy_regex(r"revision"), "earlier versions of posts"),
    (lazy_regex(r"nav_menu_item|wp_navigation"), "menus"),
    (lazy_regex(r"wp_block"), "blocks for reuse; their words are in the posts that have them"),
    (
        lazy_regex(
            r"feedback|flamingo_\w+|user_request|shop_\w+|mailpoet_\w+|nf_sub"
            r"|(?:\w+[-_])?(?:subscri\w+|orders?|coupons?|customers?|payments?|members?|membership\w*"
            r"|submissions?|donations?|invoices?|transactions?|refunds?|contacts?)"
            r"|\w+[-_](?:subs?|logs?|entry|entries)"
        ),
        "what readers sent, bought or are",
    ),
    (
        lazy_regex(
            r"custom_css|customize_changeset|wp_(?:global_styles|template\w*|font_\w+)"
            r"|oembed_cache|elementor_\w+|et_pb_\w+|acf-[\w-]+|scheduled-action|amn_smtp"
            r"|(?:\w+[-_])?(?:wp)?forms?|wpcf7\w*|jp_pay_product|jetpack_\w+"
        ),
        "settings of the site",
    ),
)
"""Types of WordPress and of plugins that are no texts for everybody, and what they are."""
_STATES: dict[str, State | None] = {
    **dict.fromkeys(("publish", "inherit", ""), None),
    "future": "scheduled",
    "private": "paid",
}
_NEVER = "0000"
_FILLED = "a block that WordPress fills in when a page is shown"
_ACCESS = "_jetpack_newsletter_access"


class _Library(NamedTuple):
    """What posts share, by the ids of WordPress."""

    files: Mapping[str, Attachment]
    reused: Mapping[str, str]


def matches(files: Files) -> bool:
    """Tell whether a file is a feed with WordPress's namespace."""
    return any(_is_export(files, name) for name in files.names)


def _is_export(files: Files, name: str) -> bool:
    is_likely = name.lower().endswith((".xml", ".wxr", ".txt")) or len(files.names) == 1
    return is_likely and _SIGN.search(files.read_beginning(name, 8192)) is not None


def read(files: Files, options: Options) -> Archive:
    """Read the posts and pages of each file; a large site is exported in several."""
    left_out: list[LeftOut] = []
    items: list[tuple[str, Element]] = []
    site: dict[str, str] = {}
    names: dict[str, str] = {}
    for name, channel in _list_channels(files, left_out):
        keys = ("title", "description", "link", "base_blog_url", "language")
        site = {key: xmltree.text(channel, key) for key in keys} | site
        names |= dict(_list_authors(channel))
        items += ((name, item) for item in xmltree.find_all(channel, "item"))
    attachments = dict(_list_attachments(item for _, item in items))
    reused = dict(_list_reused(item for _, item in items))
    posts: list[Post] = []
    left: Counter[tuple[str, str]] = Counter()
    for name, item in items:
        kind, status = xmltree.text(item, "post_type") or "post", xmltree.text(item, "status")
        other = next((why for pattern, why in _NO_POSTS if pattern.fullmatch(kind)), "")
        left["comment", "what readers wrote"] += sum(1 for _ in xmltree.find_all(item, "comment"))
        if other:
            left[f"{kind} item", other] += 1
        elif status == "trash":
            left["post", "in the bin"] += 1
        else:
            posts.append(_make_post(name, item, names, _Library(attachments, reused)))
    left_out += (
        LeftOut(count_of(count, what), why, Place(""))
        for (what, why), count in left.items()
        if count
    )
    return Archive(
        "wordpress",
        tuple(posts),
        title=plain_html(site.get("title", "")),
        tagline=plain_html(site.get("description", "")),
        url=options.url or site.get("link", "") or site.get("base_blog_url", ""),
        lang=site.get("language", ""),
        left_out=tuple(left_out),
    )


def _list_channels(files: Files, left_out: list[LeftOut]) -> Iterator[tuple[str, Element]]:
    """List the channels of all exports, each with its file; what cannot be read is left out."""
    for name in files.names:
        if not _is_export(files, name):
            continue
        data = files.read(name)
        root = data if isinstance(data, LeftOut) else xmltree.parse_xml(data)
        if isinstance(root, LeftOut | str):
            left_out.append(root if isinstance(root, LeftOut) else LeftOut(name, root, Place(name)))
        else:
            yield from ((name, one) for one in xmltree.find_all(root, "channel"))


def _list_authors(channel: Element) -> Iterator[tuple[str, str]]:
    """List the names of authors by what posts call them."""
    for author in xmltree.find_all(channel, "author"):
        parts = (xmltree.text(author, f"author_{one}_name") for one in ("first", "last"))
        full = " ".join(parts)
        name = name_of(xmltree.text(author, "author_display_name")) or name_of(full)
        yield xmltree.text(author, "author_login"), name


def _list_attachments(items: Iterable[Element]) -> Iterator[tuple[str, Attachment]]:
    for item in items:
        if address := xmltree.text(item, "attachment_url"):
            caption = _encoded(item, "excerpt")
            parent = xmltree.text(item, "post_parent")
            yield xmltree.text(item, "post_id"), Attachment(address, caption, parent)


def _list_reused(items: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """List the blocks that posts share, by their ids."""
    for item in items:
        is_shown = xmltree.text(item, "status") == "publish"
        if is_shown and xmltree.text(item, "post_type") == "wp_block":
            yield xmltree.text(item, "post_id"), _encoded(item, "content")


def _encoded(item: Element, which: str) -> str:
    """Return the `encoded` of an item: `content`, or `excerpt`."""
    for child in xmltree.find_all(item, "encoded"):
        if which in xmltree.space(child):
            return "".join(child.itertext())
    return ""


def _make_post(
    name: str,
    item: Element,
    names: Mapping[str, str],
    library: _Library,
) -> Post:
    slug, number = xmltree.text(item, "post_name"), xmltree.text(item, "post_id")
    place = Place(f"{name}#{slug or number or plain_html(xmltree.text(item, 'title'))}")
    link = xmltree.text(item, "link")
    typed = _encoded(item, "content")
    content, unfilled = fill_blocks(typed, library.reused)
    meta = {
        xmltree.text(one, "meta_key"): xmltree.text(one, "meta_value")
        for one in xmltree.find_all(item, "postmeta")
    }
    html, left = expand(content, library.files, number)
    if "<!-- wp:" not in content:
        html = part_paragraphs(html)
    html = _first_picture(meta, content, library.files) + html + _list_notes(meta)
    made = make_markdown(html, place, link if link.startswith("http") else "")
    status, creator = xmltree.text(item, "status"), xmltree.text(item, "creator")
    title = plain_html(xmltree.text(item, "title"))
    return Post(
        place,
        title or words_of_slug(slug),
        made.text,
        date=_find_day(item),
        updated=_day_unless_never(xmltree.text(item, "post_modified")),
        address=link,
        description=plain_html(_encoded(item, "excerpt")),
        authors=names_of([names.get(creator, creator)]),
        tags=tuple(dict.fromkeys(_list_tags(item))),
        state=choose_state(
            _STATES.get(status, "draft"),
            "paid" if xmltree.text(item, "post_password") else None,
            None if meta.get(_ACCESS, "") in {"", "everybody"} else "paid",
            state_by_text(typed + content),
            "page" if xmltree.text(item, "post_type") == "page" else None,
        ),
        left_out=(
            *(LeftOut(one, "a shortcode that stands for nothing readable", place) for one in left),
            *(LeftOut(one, _FILLED, place) for one in unfilled),
            *made.left_out,
        ),
    )


def _find_day(item: Element) -> dt.date | None:
    typed = (xmltree.text(item, one) for one in ("post_date", "post_date_gmt", "pubDate"))
    return next(filter(None, map(_day_unless_never, typed)), None)


def _day_unless_never(typed: str) -> dt.date | None:
    return None if typed.startswith((_NEVER, "-")) or "-0001" in typed else read_day(typed)


def _list_tags(item: Element) -> Iterator[str]:
    for one in xmltree.find_all(item, "category"):
        name = plain_html("".join(one.itertext()))
        is_tag = one.get("domain", "category") in {"category", "post_tag", "tag"}
        if is_tag and name not in {"", "Uncategorized"}:
            yield name


def _first_picture(
    meta: Mapping[str, str], content: str, attachments: Mapping[str, Attachment]
) -> str:
    """Return the picture that stands above a post, unless it is in its text."""
    picture = attachments.get(meta.get("_thumbnail_id", ""))
    if picture is None or picture.address.rpartition("/")[2] in content:
        return ""
    return f'<figure><img src="{escape(picture.address)}"></figure>\n\n'


def _list_notes(meta: Mapping[str, str]) -> str:
    """Return the footnotes, which WordPress keeps apart from the text."""
    notes = parse_json(meta.get("footnotes", ""))
    written = [
        f'<li id="{escape(str(one.get("id", "")))}">{one.get("content", "")}</li>'
        for one in (notes if isinstance(notes, list) else ())
        if isinstance(one, dict)
    ]
    return f'<ol class="wp-block-footnotes">{"".join(written)}</ol>' if written else ""


WORDPRESS = Source("wordpress", "a WordPress export", matches, read)
