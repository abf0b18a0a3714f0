"""An entry in full, as its edition's page and its own page show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.fragments import Prose, Section
from digest.basics.text import iso_date
from digest.citing.bylines import make_byline
from digest.citing.formats.coins import make_coins
from digest.content.readingtime import count_minutes
from digest.markdown import plain_math, render_title
from digest.records.identifiers import Identifier, is_id_key
from digest.records.names import known_names
from digest.site.addresses import author_slug, entry_address, tag_address
from digest.site.pages.corrections import make_corrections
from digest.site.views.cards import TagCard
from digest.site.views.parts import Author, EntryLink, EntryView, FigureView, SectionView, Use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.fragments import Fragment
    from digest.basics.works import Work
    from digest.settings.config import Settings
    from digest.site.join import CoveredEntry
    from digest.site.pages.compose import PageText
    from digest.site.people.authors import AuthorPages
    from digest.site.people.credits import People

_LABELS = {
    "abstract": "Abstract",
    "pdf": "PDF",
    "html": "HTML",
    "doi": "DOI",
    "code": "Code",
    "demo": "Demo",
    "data": "Data",
    "blog": "Blog post",
    "project": "Project page",
    "video": "Video",
    "slides": "Slides",
}


def describe_entry(
    covered: CoveredEntry, lang: str, settings: Settings, authors: AuthorPages, people: People
) -> EntryView:
    """Return what every page says of an entry and of the paper that it covers, without its texts.

    `lang` is the edition's language; `authors` and `people` know who has a page here.
    """
    entry, work = covered.entry, covered.work
    title, title_text = render_title(work.title)
    return EntryView(
        anchor=entry.slug,
        address=entry_address(entry.edition, entry.slug),
        number=covered.number,
        name=entry.name,
        title=title,
        title_text=title_text,
        type=work.type,
        url=work.url,
        same_as=_same_as(work),
        byline=entry_byline(covered, lang, settings),
        authors=tuple(
            Author(name.literal, authors.find(author_slug(name.literal)))
            for name in known_names(work.author)
        ),
        issued=iso_date(work.issued),
        venue=_venue(work),
        category=work.arxiv.primary_category if work.arxiv else "",
        identifier=_identifier(work),
        coins=make_coins(work),
        note=None,
        description=None,
        links=_links(covered),
        tags=make_tag_cards(entry.tags),
        figure=None,
        lead=(),
        sections=(),
        corrections=(),
        notes=None,
        minutes=count_minutes(entry.seconds),
        by=people.find_all(entry.by),
        draft=entry.draft,
        lang=entry.lang or lang,
    )


def put_entry(
    view: EntryView,
    covered: CoveredEntry,
    page: PageText,
    settings: Settings,
    *,
    prefix: str,
    level: int,
) -> EntryView:
    """Put an entry on a page; `view` is how it is described.

    `prefix` begins the ids in the entry, which are those of an edition's page unless it is empty,
    and `level` is that of its own heading. Its fragments are put on the page in reading order:
    note, description, figure, text before the sections, sections in the site's order,
    corrections, footnotes.
    """
    entry, like = covered.entry, Use("", prefix, level - 1)

    def use(fragment: Fragment | None) -> Use | None:
        return page.use(fragment, entry.path, like)

    page.cover(covered.work, view.address, entry.slug if prefix else "")
    note, description = use(entry.note), use(entry.description)
    figure = None
    if entry.figure:
        figure = FigureView(
            page.show(entry.figure.image, entry.path),
            entry.figure.alt,
            caption=use(entry.figure.caption),
            credit=use(entry.figure.credit),
        )
    lead = [use(block.fragment) for block in entry.body.blocks if isinstance(block, Prose)]
    sections = []
    for rule in settings.sections:
        same = [b for b in entry.body.blocks if isinstance(b, Section) and b.id == rule.id]
        for count, block in enumerate(same):
            body = use(block.fragment)
            if body:
                # a section that an editor opened twice is shown twice, each with an id of its own
                anchor = prefix + (f"{rule.id}-{count}" if count else rule.id)
                sections.append(SectionView(anchor, rule.title, rule.icon, body))
    corrections = make_corrections(covered.corrections, page)
    return msgspec.structs.replace(
        view,
        note=note,
        description=description,
        figure=figure,
        lead=tuple(part for part in lead if part),
        sections=tuple(sections),
        corrections=corrections,
        notes=use(entry.body.notes),
    )


def _venue(work: Work) -> str:
    named = render_title(work.container_title)[1]
    return named or work.event_title or ("arXiv" if work.arxiv else "")


def make_tag_cards(tags: Iterable[str]) -> tuple[TagCard, ...]:
    """Return the cards of an entry's tags, without how many entries have them."""
    return tuple(TagCard(plain_math(tag), tag_address(tag), 0) for tag in tags)


def entry_byline(covered: CoveredEntry, lang: str, settings: Settings) -> str:
    """Return the authors by the entry's own rule, or else by the site's.

    `lang` is the edition's language, for an entry that has none of its own.
    """
    names = tuple(name.literal for name in covered.work.author)
    lang = covered.entry.lang or lang
    named = covered.entry.byline
    if named:
        return make_byline(names, limit=named, named=named, lang=lang)
    return make_byline(names, limit=settings.byline_max, named=1, lang=lang)


def _identifier(work: Work) -> str:
    if work.arxiv:
        return f"arXiv:{work.arxiv.id}"
    return f"doi:{work.doi}" if work.doi else ""


def _same_as(work: Work) -> tuple[str, ...]:
    """Return the addresses by which others name a work: arXiv's, then those of its DOIs."""
    ids = {id_ for id_ in (work.id, *work.aliases) if is_id_key(id_)}
    return tuple(Identifier(id_).url for id_ in sorted(ids))


def _links(covered: CoveredEntry) -> tuple[EntryLink, ...]:
    """Return the links under an entry's title: the record's, then the editor's in their order."""
    work = covered.work
    known: dict[str, str] = {}
    if work.arxiv:
        known["abstract"] = f"https://arxiv.org/abs/{work.arxiv.id}"
        known["pdf"] = f"https://arxiv.org/pdf/{work.arxiv.id}"
        known["html"] = f"https://ar5iv.labs.arxiv.org/html/{work.arxiv.id}"
        if work.arxiv.doi:
            known["doi"] = f"https://doi.org/{work.arxiv.doi}"
    elif work.doi:
        known["doi"] = f"https://doi.org/{work.doi}"
    known |= {link.label: link.url for link in covered.entry.links}
    return tuple(
        EntryLink(kind.lower(), _LABELS.get(kind.lower(), kind[:1].upper() + kind[1:]), url)
        for kind, url in known.items()
    )
