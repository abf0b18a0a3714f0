"""Web pages that were saved from a browser, each with a post in it.

The post is what the page itself says is its article; menus, comments and other posts around it are
left out.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link
from digest.importing.dates import read_day
from digest.importing.htmltext import make_markdown
from digest.importing.htmltext.parsing import TOO_DEEP, parse_html
from digest.importing.plaintext import plain_html
from digest.importing.post import Archive, LeftOut, Picture, Place, Post
from digest.importing.sources.fields import (
    choose_state,
    most_common,
    names_of,
    parse_json,
    site_of,
    state_by_text,
)
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from digest.importing.files import Files
    from digest.importing.sources.source import Options

_ENDINGS = (".html", ".htm", ".xhtml")
_SIGN = lazy_regex(r"(?i)<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]")
_TEXTS = (
    *(".available-content .body.markup", "[itemprop=articleBody]", ".gh-content", ".post-content"),
    *(".entry-content", ".e-content", ".post-body", ".article-body", ".article-content"),
    *(".post-full-content", ".rendered-post", "#content-blocks", ".markdown-body", "article"),
    *("[role=main]", "main", "#content", ".content", "body"),
)
"""Where services and themes have the text of a post, the narrower first."""
_FEWEST, _PART = 40, 0.3
"""A text has so many characters, and so large a part of that of the page's article."""
_AROUND = (
    "nav, :not(blockquote) > footer:not(.footnotes), aside:not(.footnotes)"
    ", [role=navigation], [role=banner], [role=contentinfo]"
    ", .sidebar, .comments, .site-header, .site-footer, .breadcrumbs, .pagination"
    ", .post-navigation, .nav-links, .author-box, .read-more, .toc-sidebar"
    # Medium's line of who wrote it when, and how long it takes
    ", .speechify-ignore"
)
_ARTICLE = frozenset({"Article", "BlogPosting", "NewsArticle", "Report", "ScholarlyArticle"})


def matches(files: Files) -> bool:
    """Tell whether pages of HTML are there, and little else that has text."""
    pages = [name for name in files.names if _is_page(name)]
    if not pages:
        return len(files.names) == 1 and bool(_SIGN.search(files.read_beginning(files.names[0])))
    return not any(name.lower().endswith((".md", ".markdown", ".rst")) for name in files.names)


def _is_page(name: str) -> bool:
    # what a browser saves beside a page may be pages too, as those in frames
    folder = posixpath.dirname(name)
    return name.lower().endswith(_ENDINGS) and not folder.endswith(("_files", ".fld"))


def read(files: Files, options: Options) -> Archive:
    """Read the post of each page."""
    pages = [name for name in files.names if _is_page(name)]
    found = [_read_page(files, name, options) for name in pages or files.names[:1]]
    posts = tuple(one for one in found if isinstance(one, Post))
    left_out = tuple(one for one in found if isinstance(one, LeftOut))
    url = options.url or most_common(site_of(one.address) for one in posts)
    return Archive("page", posts, url=url, left_out=left_out)


def _read_page(files: Files, name: str, options: Options) -> Post | LeftOut:
    text = files.read_text(name)
    if isinstance(text, LeftOut):
        return text
    place = Place(name)
    page = parse_html(text)
    if page is None:
        return LeftOut(name, TOO_DEEP, place)
    facts = _find_facts(page)
    metas = _read_metas(page)
    article = _find_text(page)
    if article is None:
        return LeftOut(name, "it has no text", place)
    title = _find_title(page, facts, metas)
    address = _find_address(page, facts, metas)
    _drop_head(article, title)
    around = tuple(_cut_around(article, page))
    base = address or options.url
    made = make_markdown(
        article.inner_html or "", place, base if not _is_saved(files, name) else ""
    )
    days = (facts.get("datePublished"), metas.get("article:published_time"), _find_time(page))
    updated = str(facts.get("dateModified") or metas.get("article:modified_time") or "")
    root = page.css_first("html")
    return Post(
        place,
        title or posixpath.splitext(posixpath.basename(name))[0],
        made.text,
        date=next(filter(None, (read_day(str(one or "")) for one in days)), None),
        updated=read_day(updated),
        address=address,
        description=plain_html(metas.get("og:description") or metas.get("description") or ""),
        authors=names_of(_list_authors(facts, metas)),
        tags=tuple(_list_tags(page)),
        state=choose_state(
            "paid" if str(facts.get("isAccessibleForFree")).lower() == "false" else None,
            state_by_text(article.html or ""),
        ),
        lang=((root.attributes.get("lang") or "") if root is not None else ""),
        pictures=tuple(_list_pictures(files, name, article)),
        left_out=(*around, *made.left_out),
    )


def _find_facts(page: LexborHTMLParser) -> dict[str, Any]:
    """Return what the page says of its article in JSON-LD (schema.org)."""
    for script in page.css('script[type="application/ld+json"]'):
        found = parse_json(script.text(deep=True))
        for one in _list_objects(found):
            kinds = one.get("@type")
            if _ARTICLE & set(kinds if isinstance(kinds, list) else [str(kinds)]):
                return one
    return {}


def _list_objects(found: object) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for one in found:
            yield from _list_objects(one)
    elif isinstance(found, dict):
        yield found
        if "@graph" in found:
            yield from _list_objects(found["@graph"])


def _read_metas(page: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for one in page.css("meta[content]"):
        name = one.attributes.get("property") or one.attributes.get("name")
        if name:
            metas.setdefault(name.lower(), one.attributes.get("content") or "")
    return metas


def _find_title(page: LexborHTMLParser, facts: dict[str, Any], metas: dict[str, str]) -> str:
    """Return the title as the page shows it: its heading, where that is known to be the title."""
    shown = [plain_html(one.html or "") for one in page.css("h1")]
    headline = facts.get("headline")
    named = [plain_html(str(one)) for one in (headline, metas.get("og:title")) if one]
    title = page.css_first("title")
    if title is not None:
        named.append(plain_html(title.text(deep=True)))
    known = next((one for one in shown if one and any(one in name for name in named)), "")
    return known or (shown[0] if len(shown) == 1 and shown[0] else next(filter(None, named), ""))


def _find_address(page: LexborHTMLParser, facts: dict[str, Any], metas: dict[str, str]) -> str:
    canonical = page.css_first("link[rel=canonical]")
    linked = (canonical.attributes.get("href") or "") if canonical is not None else ""
    found = (linked, metas.get("og:url", ""), str(facts.get("url") or ""))
    return next((clean_link(one) for one in found if site_of(one)), "")


def _find_time(page: LexborHTMLParser) -> str:
    found = page.css_first("time[datetime]")
    return (found.attributes.get("datetime") or "") if found is not None else ""


def _list_authors(facts: dict[str, Any], metas: dict[str, str]) -> Iterator[str]:
    found = facts.get("author")
    people = found if isinstance(found, list) else [found]
    named = [
        one["name"] for one in people if isinstance(one, dict) and isinstance(one.get("name"), str)
    ]
    if named:
        yield from named
    elif "author" in metas:
        yield metas["author"]


def _list_tags(page: LexborHTMLParser) -> Iterator[str]:
    for one in page.css('meta[property="article:tag"]'):
        if tag := plain_html(one.attributes.get("content") or ""):
            yield tag


def _find_text(page: LexborHTMLParser) -> LexborNode | None:
    """Return the element with the post's text."""
    article = page.css_first("article")
    whole = len(article.text(deep=True).strip()) if article is not None else 0
    for name in _TEXTS:
        found = max(page.css(name), key=lambda one: len(one.text(deep=True)), default=None)
        length = len(found.text(deep=True).strip()) if found is not None else 0
        if length >= max(_FEWEST, whole * _PART):
            return found
    return page.body


def _drop_head(article: LexborNode, title: str) -> None:
    """Take the title out of the text: it stands above it."""
    for one in article.css("h1, h2")[:1]:
        if title and plain_html(one.html or "") == title:
            one.decompose()


def _cut_around(article: LexborNode, page: LexborHTMLParser) -> Iterator[LeftOut]:
    whole = len(page.body.text(deep=True, separator=" ").split()) if page.body is not None else 0
    # the inner ones first: what is in a destroyed one is gone already
    for one in reversed(article.css(_AROUND)):
        one.decompose()
    left = whole - len(article.text(deep=True, separator=" ").split())
    if left > 0:
        # it may have a reader's name in it, so its words are not kept
        yield LeftOut(f"{left} words around the article", "menus, comments and the like", Place(""))


def _is_saved(files: Files, name: str) -> bool:
    folder = f"{posixpath.splitext(name)[0]}_files/"
    return any(one.startswith(folder) for one in files.names)


def _list_pictures(files: Files, name: str, article: LexborNode) -> Iterator[Picture]:
    """List the pictures that were saved beside a page."""
    known = frozenset(files.names)
    for one in article.css("img[src]"):
        address = one.attributes.get("src") or ""
        if ":" in address or address.startswith("/"):
            continue
        file = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(address)))
        if file in known:
            yield Picture(address, file)


SAVED_PAGE = Source("page", "a saved web page", matches, read)
