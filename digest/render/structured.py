"""What a page is, in the vocabulary of schema.org, as JSON-LD for search engines and archives.

An edition is an article in an issue of a periodical, and an entry a review; both are *about*
scholarly articles, which are others' works at other addresses: no page claims to be the paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from markupsafe import Markup

from digest.markdown.links import scheme
from digest.site.addresses import PEOPLE, public_url
from digest.site.views.pages import (
    ArchiveView,
    AuthorView,
    EditionView,
    EntryPageView,
    FreePageView,
    HomeView,
    NotFoundView,
    PeopleView,
    PersonView,
    RedirectView,
    TagsView,
    TagView,
)
from digest.site.views.parts import Editor, PapersBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.site.views.cards import EditionCard
    from digest.site.views.pages import SiteConstants, View
    from digest.site.views.parts import EntryView

Thing = dict[str, Any]

_CONTEXT = "https://schema.org"
_FEW_AUTHORS = 5
"""How many authors of each paper are named beside other papers; its own page has more."""
_MANY_AUTHORS = 100

_TYPES = {
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
    "post": "WebPage",
    "post-weblog": "BlogPosting",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
}
"""From a CSL type to schema.org's; all others are scholarly articles."""

# what would end the element, or begin another state of an HTML parser (HTML, section 4.12.1.3)
_HARMLESS = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def structured_data(view: View, site: SiteConstants, words: Mapping[str, str]) -> Markup:
    """Return a page's description as a `<script>` element of JSON-LD; nothing for some pages.

    `words` are the theme's own in the page's language. The page for what is not there and old
    addresses have none.
    """
    described = describe(view, site, words)
    if not described:
        return Markup()
    json = msgspec.json.encode({"@context": _CONTEXT, **described}).decode()
    for sign, harmless in _HARMLESS.items():
        json = json.replace(sign, harmless)
    html = f'<script type="application/ld+json">{json}</script>'
    return Markup(html)  # noqa: S704 -- no sign in it ends the element


def describe(view: View, site: SiteConstants, words: Mapping[str, str]) -> Thing:
    """Return what a page is, as a JSON-LD node; empty for pages that are nothing of their own."""
    match view:
        case HomeView():
            return _home(view, site)
        case EditionView():
            return _edition(view, site, words)
        case EntryPageView():
            return _review(view, site)
        case PersonView():
            return _profile(view, site, words)
        case NotFoundView() | RedirectView():
            return {}
        case _:
            return _list_page(view, site, words)


def _home(view: HomeView, site: SiteConstants) -> Thing:
    return {
        "@type": "WebSite",
        "url": site.url,
        "name": site.title,
        "description": view.page.description,
        "inLanguage": view.page.lang,
        "publisher": _publisher(site),
        **_license(site),
        **_image(view),
    }


def _edition(view: EditionView, site: SiteConstants, words: Mapping[str, str]) -> Thing:
    entries = [
        entry for block in view.blocks if isinstance(block, PapersBlock) for entry in block.entries
    ]
    archive = (words.get("archive", "Archive"), "archive/")
    return {
        "@type": ["Article", "PublicationIssue"],
        "@id": view.page.canonical,
        "headline": view.edition.title,
        **_published(view.editors, view, site),
        **_issue_number(view.edition),
        "datePublished": view.edition.date,
        "isPartOf": _periodical(site),
        "about": [_paper(entry, _FEW_AUTHORS) for entry in entries],
        "mainEntityOfPage": _web_page(view, site, [archive]),
    }


def _review(view: EntryPageView, site: SiteConstants) -> Thing:
    card, paper = view.edition, _paper(view.entry, _MANY_AUTHORS)
    return {
        "@type": "Review",
        "@id": view.page.canonical,
        "headline": view.page.title,
        **_published(view.entry.by or view.editors, view, site),
        "datePublished": card.date,
        "isPartOf": {
            "@type": "PublicationIssue",
            "@id": public_url(site.url, card.address),
            "name": card.title,
            **_issue_number(card),
            "datePublished": card.date,
            "isPartOf": _periodical(site),
        },
        "itemReviewed": paper,
        # a paper of which no address is known has no name to refer to it by
        **({"about": {"@id": paper["@id"]}} if "@id" in paper else {}),
        "mainEntityOfPage": _web_page(view, site, [(card.title, card.address)]),
    }


def _published(
    editors: Sequence[Editor], view: EditionView | EntryPageView, site: SiteConstants
) -> Thing:
    """Return what is said of a text alike, whichever it is."""
    people = [_editor(editor, site) for editor in editors]
    return {
        "description": view.page.description,
        "inLanguage": view.page.lang,
        "author": people or _publisher(site),
        "publisher": _publisher(site),
        **_license(site),
        **_image(view),
    }


def _list_page(
    view: ArchiveView | TagsView | TagView | AuthorView | PeopleView | FreePageView,
    site: SiteConstants,
    words: Mapping[str, str],
) -> Thing:
    above = []
    about: Thing = {}
    if isinstance(view, TagView):
        above = [(words.get("tags", "Topics"), "tags/")]
        about = {"about": {"@type": "Thing", "name": view.tag.name}}
    elif isinstance(view, AuthorView):
        about = {"about": _person(view.name)}
    elif isinstance(view, PeopleView):
        people = (Editor(card.name, "", card.address) for card in view.people)
        about = {"about": [_editor(person, site) for person in people]}
    page = _web_page(view, site, above)
    return {
        **page,
        "@type": "WebPage" if isinstance(view, FreePageView) else "CollectionPage",
        "name": view.page.title,
        "description": view.page.description,
        "inLanguage": view.page.lang,
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": site.url},
        **_license(site),
        **about,
    }


def _web_page(view: View, site: SiteConstants, above: Iterable[tuple[str, str]]) -> Thing:
    """Return a page with the way to it: `above` are the pages between it and the first one."""
    trail = [(site.title, ""), *above, (view.page.title, view.page.address)]
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": public_url(site.url, to)}
        for number, (name, to) in enumerate(trail, start=1)
    ]
    crumbs = {"@type": "BreadcrumbList", "itemListElement": steps}
    return {"@type": "WebPage", "url": view.page.canonical, "breadcrumb": crumbs}


def _paper(entry: EntryView, authors: int) -> Thing:
    """Return the work that an entry covers, with at most so many of its authors."""
    paper = {
        "@type": _TYPES.get(entry.type, "ScholarlyArticle"),
        "@id": entry.same_as[0] if entry.same_as else entry.url,
        "name": entry.title_text,
        "url": entry.url,
        "author": [_person(author.name) for author in entry.authors[:authors]],
        "datePublished": entry.issued,
        "sameAs": list(entry.same_as),
    }
    return {name: value for name, value in paper.items() if value}


def _person(name: str, url: str = "") -> Thing:
    person = {"@type": "Person", "name": name}
    return person | {"url": url} if url else person


def _editor(editor: Editor, site: SiteConstants) -> Thing:
    """Return one who made something; by the page here, where there is one."""
    if not editor.address:
        return _person(editor.name, editor.url) | _same_as(editor.orcid)
    person = _person(editor.name, public_url(site.url, editor.address))
    return person | _same_as(editor.orcid, editor.url)


def _same_as(*urls: str) -> Thing:
    others = [url for url in urls if url]
    return {"sameAs": others} if others else {}


def _profile(view: PersonView, site: SiteConstants, words: Mapping[str, str]) -> Thing:
    above = [(words.get("people", "People"), PEOPLE)] if site.has_people else []
    person = Editor(view.name, view.url, view.page.address, view.orcid)
    body = {"@type": "Organization", "name": view.affiliation}
    return {
        **_web_page(view, site, above),
        "@type": "ProfilePage",
        "name": view.page.title,
        "description": view.page.description,
        "inLanguage": view.page.lang,
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": site.url},
        "mainEntity": {
            **_editor(person, site),
            **({"affiliation": body} if view.affiliation else {}),
            **({"image": _whole(view.picture.address, site)} if view.picture else {}),
        },
    }


def _whole(address: str, site: SiteConstants) -> str:
    return address if scheme(address) else public_url(site.url, address)


def _publisher(site: SiteConstants) -> Thing:
    publisher = {"@type": "Organization", "name": site.title, "url": site.url}
    elsewhere = [link.url for link in site.social if not link.url.startswith("mailto:")]
    logo = site.logo.feed if site.logo else None
    picture = logo or (site.icon.large if site.icon else None)
    return (
        publisher
        | ({"logo": public_url(site.url, picture.address)} if picture else {})
        | ({"sameAs": elsewhere} if elsewhere else {})
    )


def _periodical(site: SiteConstants) -> Thing:
    return {"@type": "Periodical", "name": site.title, "url": site.url}


def _issue_number(card: EditionCard) -> Thing:
    return {"issueNumber": str(card.number)} if card.number else {}


def _license(site: SiteConstants) -> Thing:
    return {"license": site.license.url} if site.license else {}


def _image(view: View) -> Thing:
    return {"image": view.page.picture.url} if view.page.picture else {}
