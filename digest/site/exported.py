"""What a source exports as soon as it is parsed, before anything of others is known.

The kinds of names, and what stands under each:

| kind | key | value | from |
|---|---|---|---|
| `id` | an id of a work, `bib:key` too | a `Claim` | records, references.bib, entries |
| `listed` | a key of references.bib | a hash | references.bib |
| `entry` | `edition/slug` | `EntryKey` | editions |
| `about` | what entries without a record are about | `Order` | editions |
| `own` | `edition/slug` | the `Work` of what is typed | editions |
| `sent` | an edition | its `Handover` | sent.yaml |
| `called` | what an edition is called, or was | nothing | editions |
| `file` | a path | `Source` | other files |
| `static` | a path | nothing | those of them in static/ |
| `number` | an edition's number | `Numbered` | editions |
| `word` | a tag as a slug | `TagWord` | editions |
| `target` | the name of a file | nothing | all that links to one of that name, or shows it |
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.text import canonical_json, fingerprint
from digest.basics.works import Name, Work
from digest.content import fragments
from digest.content.discover import Source
from digest.site.addresses import earlier_ids, tag_slug
from digest.site.index import Exporter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.editions import Edition, Entry, FreePage
    from digest.basics.fragments import Fragment
    from digest.content.sent import Handover
    from digest.content.units import EditionFolder
    from digest.records.bibtex import BibEntry
    from digest.site.index import Exports, Imports


class Order(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Where an entry stands among all: published ones before drafts, then by date.

    So nothing of a draft is told in the place of what is published.
    """

    draft: bool
    date: str
    edition: str
    index: int
    """Among the edition's entries, from 0."""
    slug: str = ""


class TypedFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an editor typed of a work, in the words of `Work`."""

    title: str = ""
    author: tuple[Name, ...] = ()
    issued: tuple[int, ...] = ()
    url: str = ""
    doi: str = ""

    def put_into(self, work: Work) -> Work:
        """Return a work with these facts in place of its own."""
        fields = self.__struct_fields__
        given = {field: value for field in fields if (value := getattr(self, field))}
        return msgspec.structs.replace(work, **given)


class RecordClaim(msgspec.Struct, frozen=True, tag="record", array_like=True):
    """A record has an id, as its own or among its aliases."""

    path: str
    hash: str
    """Of the file, so that a change of it is one of this, too."""


class ListedClaim(msgspec.Struct, frozen=True, tag="listed", array_like=True):
    """A work of references.bib has an id."""

    key: str
    hash: str


class PairClaim(msgspec.Struct, frozen=True, tag="pair", array_like=True):
    """An entry gives this id and another."""

    edition: str
    index: int
    ids: tuple[str, str]


class FactsClaim(msgspec.Struct, frozen=True, tag="facts", array_like=True):
    """An entry covers the work of this id, and says something of it."""

    order: Order
    facts: TypedFacts
    is_whole: bool
    """Whether that is enough where there is no record."""
    is_published: bool


Claim = RecordClaim | ListedClaim | PairClaim | FactsClaim


class EntryKey(msgspec.Struct, frozen=True, array_like=True):
    """Which work an entry covers."""

    draft: bool
    index: int
    work_key: str
    about: str


class Numbered(msgspec.Struct, frozen=True, order=True, array_like=True):
    """An edition that has a number."""

    draft: bool
    date: str
    id: str
    lang: str
    """Empty where it is the newsletter's."""


class TagWord(msgspec.Struct, frozen=True, array_like=True):
    """A tag in the entries of an edition."""

    date: str
    edition: str
    order: int
    """Among the tags of the edition, by where they first stand."""
    count: int
    spelt: str
    place: Place
    """Where it first stands."""


def export_edition(folder: EditionFolder, *, is_taken: bool) -> Exports:
    """Return what an edition's files say; `is_taken` tells whether it is published."""
    exporter = Exporter()
    edition = folder.edition
    if edition.number and edition.number_place:
        numbered = Numbered(edition.draft, edition.date, edition.id, edition.lang)
        exporter.add("number", str(edition.number), numbered)
    for name in dict.fromkeys((edition.id, *earlier_ids(edition))):
        exporter.add("called", name, None)
    _add_targets(exporter, fragments.of_edition(edition))
    claims: dict[str, list[Claim]] = {}
    about: dict[str, Order] = {}
    own: dict[str, Work] = {}
    keys: dict[str, EntryKey] = {}
    for index, entry in enumerate(folder.entries):
        order = Order(edition.draft or entry.draft, edition.date, edition.id, index, entry.slug)
        name = f"{entry.edition}/{entry.slug}"
        what = about_of(entry)
        key = EntryKey(entry.draft, index, entry.work_key, what)
        known = keys.get(name)
        if known is None or (not key.draft, key.index) > (not known.draft, known.index):
            # where a draft has the slug of an entry, the key is the entry's
            keys[name] = key
        about[what] = min(order, about.get(what, order))
        own.setdefault(name, typed_work(entry))
        if entry.work_key:
            facts = typed_facts(entry)
            is_published = is_taken and not order.draft
            said = FactsClaim(order, facts, has_facts(entry), is_published)
            claims.setdefault(entry.work_key, []).append(said)
        for other in entry.other_keys:
            pair = PairClaim(entry.edition, index, (entry.work_key, other))
            for id_ in pair.ids:
                claims.setdefault(id_, []).append(pair)
        _add_targets(exporter, fragments.of_entry(entry), entry)
    for kind, values in (("id", claims), ("about", about), ("own", own), ("entry", keys)):
        for key_, value in values.items():
            exporter.add(kind, key_, value)
    _add_words(exporter, folder)
    return exporter.exports


def about_of(entry: Entry) -> str:
    """Return what an entry is about: entries without a record that share it cover one work."""
    return entry.work_key or entry.url or f"entry:{entry.edition}/{entry.slug}"


def export_broken(id_: str) -> Exports:
    """Return what an edition says whose index.md cannot be read: that it is there."""
    exporter = Exporter()
    exporter.add("called", id_, None)
    return exporter.exports


def export_page(page: FreePage) -> Exports:
    """Return what a free page says."""
    exporter = Exporter()
    _add_targets(exporter, fragments.of_page(page))
    return exporter.exports


def export_footer(footer: Fragment | None) -> Exports:
    """Return what the text at the foot of every page says."""
    exporter = Exporter()
    _add_targets(exporter, [footer])
    return exporter.exports


def export_record(path: str, hash_: str, work: Work | None) -> Exports:
    """Return what a record says; nothing where it cannot be read."""
    exporter = Exporter()
    for id_ in dict.fromkeys((work.id, *work.aliases)) if work else ():
        exporter.add("id", id_, [RecordClaim(path, hash_)])
    if work and work.arxiv:
        exporter.add("arxiv", path, None)
    return exporter.exports


def export_bibliography(listed: Iterable[BibEntry]) -> Exports:
    """Return what references.bib says."""
    exporter = Exporter()
    claims: dict[str, list[Claim]] = {}
    for one in listed:
        hash_ = fingerprint(canonical_json(one))
        exporter.add("listed", one.key, hash_)
        for id_ in dict.fromkeys((one.work.id, *one.work.aliases)):
            claims.setdefault(id_, []).append(ListedClaim(one.key, hash_))
    for id_, some in claims.items():
        exporter.add("id", id_, some)
    return exporter.exports


def export_sent(handovers: Iterable[Handover]) -> Exports:
    """Return which editions were handed to the mail service."""
    exporter = Exporter()
    for one in handovers:
        exporter.add("sent", one.edition, one)
    return exporter.exports


def export_file(source: Source) -> Exports:
    """Return what there is to know of another file without reading it."""
    exporter = Exporter()
    exporter.add("file", source.path, source)
    if source.kind == "static":
        exporter.add("static", source.path, None)
    return exporter.exports


def find_file(imports: Imports, path: str) -> Source | None:
    """Return a file that is none of the texts, if there is one at a path."""
    return next(iter(imports.ask("file", path, Source)), None)


def has_facts(entry: Entry) -> bool:
    """Tell whether an entry could do without a record of its DOI."""
    return entry.work_key.startswith("doi:") and not lacking_facts(entry)


def lacking_facts(entry: Entry) -> list[str]:
    """Return which fields an entry that does without a record must have, and has not."""
    return [name for name in ("title", "authors", "date") if not getattr(entry, name)]


def typed_work(entry: Entry) -> Work:
    """Return a work of nothing but what the editor typed."""
    id_, title = f"entry:{entry.edition}/{entry.slug}", entry.name or entry.slug
    return typed_facts(entry).put_into(Work(id_, "webpage", title))


def typed_facts(entry: Entry) -> TypedFacts:
    """Return what the editor typed of an entry's work."""
    return TypedFacts(
        title=entry.title.value if entry.title else "",
        author=_read_authors(tuple(name.value for name in entry.authors)),
        issued=tuple(int(part) for part in entry.date.value.split("-")) if entry.date else (),
        url=entry.url,
        doi=entry.doi,
    )


# an entry is asked at each step of linking, and a collaboration's has thousands
@functools.lru_cache(maxsize=16)
def _read_authors(typed: tuple[str, ...]) -> tuple[Name, ...]:
    if not typed:
        return ()
    # what reads names takes its time to import, and few entries have any
    from digest.records.names.reading import read_names  # noqa: PLC0415

    return read_names(typed)


def _add_words(exporter: Exporter, folder: EditionFolder) -> None:
    words: dict[str, TagWord] = {}
    edition: Edition = folder.edition
    for entry in folder.entries:
        for tag, place in zip(entry.tags, entry.tag_places, strict=True):
            slug = tag_slug(tag)
            new = TagWord(edition.date, edition.id, len(words), 0, tag, place)
            known = words.get(slug, new)
            words[slug] = msgspec.structs.replace(known, count=known.count + 1)
    for slug, word in words.items():
        exporter.add("word", slug, word)


def _add_targets(
    exporter: Exporter, texts: Iterable[Fragment | None], entry: Entry | None = None
) -> None:
    """Export the names of the files that texts lead to or show."""
    for text in texts:
        if text:
            targets = [one.target for one in text.addresses]
            targets += (one.target for one in text.images)
            for target in targets:
                exporter.add("target", file_name(target), None)
    if entry and entry.figure:
        exporter.add("target", file_name(entry.figure.image.target), None)


def file_name(target: str) -> str:
    """Return the name of the file that a link leads to."""
    return re.split("[?#]", target)[0].rpartition("/")[2]
