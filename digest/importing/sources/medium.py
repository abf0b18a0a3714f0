"""Medium's export: a page for each post, each response and each draft.

The pages have microformats' classes (`h-entry`, `p-name`, `e-content`); what is in the other
folders of the export is about the account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link
from digest.importing.dates import read_day
from digest.importing.htmltext import make_markdown
from digest.importing.htmltext.parsing import TOO_DEEP, parse_html
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.fields import most_common, names_of, site_of
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

    from digest.importing.files import Files
    from digest.importing.sources.source import Options

_ENDINGS = (".html", ".htm")
_PRIVATE = lazy_regex(
    r"(?:.*/)?(?:about|blocks|bookmarks|claps|follow(?:ers|ing)|highlights|interests|ips|lists"
    r"|audience|partner-program|profile|pubs-following|sessions|subscribers?|topics-following|twitter|users-following)/.*"
    r"|(?:.*/)?README\.html"
)
_LOOKED_AT = 20


def matches(files: Files) -> bool:
    """Tell whether pages are there with Medium's classes."""
    pages = [name for name in files.names if name.endswith(_ENDINGS) and not _PRIVATE.match(name)]
    beginnings = (files.read_beginning(name, 8192) for name in pages[:_LOOKED_AT])
    return any('class="h-entry"' in one and "e-content" in one for one in beginnings)


def read(files: Files, options: Options) -> Archive:
    """Read the posts; responses to others' posts are left out."""
    posts: list[Post] = []
    left_out: list[LeftOut] = []
    for name in files.names:
        if not name.endswith(_ENDINGS):
            continue
        if _PRIVATE.match(name):
            why = "bookmarks, followers, sessions and the like"
            left_out.append(LeftOut(name, why, Place(name)))
            continue
        text = files.read_text(name)
        found = text if isinstance(text, LeftOut) else _read_page(name, text)
        if isinstance(found, Post):
            posts.append(found)
        else:
            left_out.append(found)
    hosts = (site_of(one.address) for one in posts)
    # a publication may have a host of its own
    url = options.url or most_common(one for one in hosts if one != "https://medium.com")
    return Archive("medium", tuple(posts), url=url, left_out=tuple(left_out))


def _read_page(name: str, text: str) -> Post | LeftOut:
    place = Place(name)
    page = parse_html(text)
    if page is None:
        return LeftOut(name, TOO_DEEP, place)
    body = page.css_first("section[data-field=body], .e-content")
    if body is None:
        return LeftOut(name, "it has no text of a post", place)
    title, subtitle = _words(page, ".p-name"), _words(page, ".p-summary")
    if _is_response(page, title):
        return LeftOut(title or name, "a response to somebody's post", place)
    for one in body.css(".graf--title, h3, h1")[:1]:
        if plain_html(one.html or "") == title:
            one.decompose()
    for one in body.css(".graf--subtitle")[:1]:
        if plain_html(one.html or "") == subtitle:
            one.decompose()
    made = make_markdown(body.inner_html or "", place)
    published = page.css_first("time.dt-published")
    address = _link(page, ".p-canonical")
    short = _link(page, "footer a[href*='medium.com/p/']")
    day = published.attributes.get("datetime") if published is not None else ""
    return Post(
        place,
        title,
        made.text,
        # the name of a published post's file begins with its day
        date=read_day(day or name.rpartition("/")[2][:10]),
        address=address or short,
        aliases=(short,) if address and short and short != address else (),
        description=subtitle,
        authors=names_of(plain_html(one.html or "") for one in page.css(".p-author")),
        tags=tuple(plain_html(one.html or "") for one in page.css(".p-tag")),
        state="published" if address else "draft",
        left_out=made.left_out,
    )


def _words(page: LexborHTMLParser, name: str) -> str:
    found = page.css_first(name)
    return plain_html(found.html or "") if found is not None else ""


def _link(page: LexborHTMLParser, name: str) -> str:
    found = page.css_first(name)
    return clean_link(found.attributes.get("href") or "") if found is not None else ""


def _is_response(page: LexborHTMLParser, title: str) -> bool:
    """Tell whether a page is a response: its title is how its text begins."""
    if page.css_first(".p-summary, .graf--title, .p-tags") is not None:
        return False
    first = page.css_first(".e-content p, .e-content blockquote, .e-content li")
    begins = plain_html(first.html or "") if first is not None else ""
    shown = title.removesuffix("…").removesuffix("...").strip()
    return bool(shown) and begins.startswith(shown)


MEDIUM = Source("medium", "a Medium export", matches, read)
