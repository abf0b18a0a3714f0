"""One source file's text to an edition, an entry or a page: pure, so that a memo can keep it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Place
from digest.basics.editions import (
    Correction,
    Edition,
    Entry,
    Figure,
    FreePage,
    Override,
    SiteTexts,
)
from digest.basics.fragments import Body, Directive, Image
from digest.basics.images import says_nothing
from digest.basics.text import slugify
from digest.content import frontmatter
from digest.content.identity import check_identity, read_identifier
from digest.content.readingtime import count_seconds
from digest.content.sections import check_sections
from digest.content.sourcefile import Parsed, ParseOptions, SourceFile, make_source_file
from digest.markdown.anchors import is_reserved
from digest.records.identifiers import SOURCES, spelled_doi
from digest.settings.config import parse_settings
from digest.settings.yamlnodes import Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.diagnostics import Found
    from digest.settings.schema import Values


NO_DATE = "1970-01-01"
"""That of an edition that gives none."""


def parse_edition(source: str, path: str, options: ParseOptions) -> Found[Parsed]:
    """Parse an edition's index.md.

    There is always a value, with placeholders for what cannot be read, so that the rest of the
    site can be checked in the same run.
    """
    file = make_source_file(source, path, options.lang, frontmatter.EDITION, "an edition")
    fields = file.fields
    edition_id = path.split("/")[-2]
    _check_name(edition_id, "folder", file.reading)
    edition = Edition(
        id=edition_id,
        path=path,
        title=file.words(fields.get("title"), edition_id),
        date=fields.get("date", NO_DATE),
        subject=file.words(fields.get("subject")),
        description=file.description(),
        body=file.body({}),
        number=fields.get("number", 0),
        number_place=fields.places.get("number"),
        date_place=fields.places.get("date"),
        editors=_names(fields.get("editors", ()), file),
        sponsors=_sponsors(fields.get("sponsors", ()), file),
        references=tuple(_listed_key(key) for key in fields.get("references", ())),
        updated=fields.get("updated", ""),
        updated_place=fields.places.get("updated"),
        corrections=_corrections(fields.get("corrections", ()), file),
        comments=fields.get("comments"),
        draft=fields.get("draft", False),
        aliases=fields.get("aliases", ()),
        lang=fields.get("lang", ""),
        seconds=count_seconds(file.texts.values()),
    )
    file.check_first_heading(fields.get("title"))
    return file.finish(edition)


def _corrections(given: Iterable[Values], file: SourceFile) -> tuple[Correction, ...]:
    """Return the corrections of an edition by date; what lacks a date or a text has been told."""
    found = []
    for fields in given:
        text, entry = file.inline(fields.get("text")), fields.get("entry")
        if text is None and "text" in fields:
            hint = "say what was wrong, and what is right"
            file.reading.report("field-missing", fields.places["text"], _NO_TEXT, hint)
        if text is None or "date" not in fields:
            continue
        found.append(
            Correction(
                fields["date"].value,
                fields["date"].place,
                text,
                entry=entry.value if entry else "",
                entry_place=entry.place if entry else None,
                mail=fields.get("mail", False),
            )
        )
    return tuple(sorted(found, key=lambda one: one.date))


_NO_TEXT = "the text of a correction is empty"


def _listed_key(scalar: Scalar) -> tuple[str, Place]:
    """Return a key of `references:`, which may be written as texts cite it, and its own place."""
    typed, place = scalar.text.strip(), scalar.text_place
    is_braced = typed.startswith("@{")
    key = typed[2:].removesuffix("}") if is_braced else typed.removeprefix("@")
    return key, Place(place.path, place.line, place.column + scalar.text.index(key))


def parse_entry(source: str, path: str, options: ParseOptions) -> Found[Parsed]:
    """Parse an entry's file. There is always a value, as for an edition."""
    file = make_source_file(source, path, options.lang, frontmatter.ENTRY, "an entry")
    fields = file.fields
    reading = file.reading
    title, authors = fields.get("title"), fields.get("authors", ())
    ids = {kind: read_identifier(fields.get(kind), kind, reading) for kind in SOURCES}
    named = {kind: id_ for kind, id_ in ids.items() if id_}
    field, main = next(iter(named.items()), ("", None))
    tags = fields.get("tags", ())
    placed_tags = {tag.text.strip(): tag.text_place for tag in reversed(tags)}
    placed_tags = dict(reversed(placed_tags.items()))
    file.check_plain(title, is_rich=True)
    for tag in tags:
        file.check_plain(tag)
    entry = Entry(
        edition=path.split("/")[-2],
        slug=fields.get("slug") or _slug_of_entry(path, reading),
        path=path,
        work_key=main.key if main else "",
        other_keys=tuple(id_.key for id_ in named.values())[1:],
        doi=spelled_doi(fields[field].text, main) if main and field == "doi" else "",
        work_place=fields[field].place if main else None,
        version=main.version if main else 0,
        url=fields.get("url", ""),
        title=_override(title),
        authors=_names(authors, file),
        date=fields.get("date"),
        name=file.words(fields.get("name")),
        note=file.inline(fields.get("note")),
        description=file.description(),
        figure=_figure(fields.get("figure"), file),
        body=file.body(options.section_names),
        tags=tuple(placed_tags),
        tag_places=tuple(placed_tags.values()),
        links=fields.get("links", ()),
        byline=fields.get("byline", 0),
        by=_names(fields.get("by", ()), file),
        fold=fields.get("fold", "auto") != "never",
        updated=fields.get("updated", ""),
        updated_place=fields.places.get("updated"),
        draft=fields.get("draft", False),
        aliases=fields.get("aliases", ()),
        lang=fields.get("lang", ""),
        seconds=count_seconds(file.texts.values()),
    )
    _check_entry(entry, file, options)
    return file.finish(entry)


def _check_entry(entry: Entry, file: SourceFile, options: ParseOptions) -> None:
    """Report what is wrong with an entry as a whole."""
    reading = file.reading
    if is_reserved(entry.slug):
        message = f"'{entry.slug}' is the id of something else on the edition's page"
        reading.report("address-clash", None, message, "rename the file, or give it another 'slug'")
    if file.readable:
        check_identity(file.fields, reading)
    if file.readable and file.split:
        text, line = file.split.body, file.split.body_line
        found = tuple(check_sections(entry.body, options.sections, entry.path, text, line))
        # a heading that is none is told of once, as what it was meant for
        headings = {one.line for one in found}
        reading.diagnostics = [
            one
            for one in reading.diagnostics
            if one.rule != "markup-left" or one.line not in headings
        ]
        reading.diagnostics += found
    _check_directives(entry.body, "an entry", reading)
    fields = file.fields
    file.check_first_heading(fields.get("title"), fields.get("name"))
    if entry.title or entry.authors:
        # few entries have any, and what reads names takes its time to import
        from digest.content.doubts import check_typed_doubts  # noqa: PLC0415

        reading.diagnostics += check_typed_doubts(entry)


def parse_page(source: str, path: str, options: ParseOptions) -> Found[Parsed]:
    """Parse a free-standing page. There is always a value, as for an edition."""
    file = make_source_file(source, path, options.lang, frontmatter.PAGE, "a page")
    fields = file.fields
    *folders, name = path.removeprefix("content/pages/").removesuffix(".md").split("/")
    for part in (*folders, name):
        _check_name(part, "file", file.reading)
    last = fields.get("slug") or name
    page = FreePage(
        slug="/".join(folders if last == "index" and folders else (*folders, last)),
        path=path,
        title=file.words(fields.get("title"), name),
        description=file.description(),
        body=file.body({}, is_numbered=False),
        draft=fields.get("draft", False),
        aliases=fields.get("aliases", ()),
        lang=fields.get("lang", ""),
    )
    _check_directives(page.body, "a page", file.reading)
    file.check_first_heading(fields.get("title"))
    return file.finish(page)


def _names(given: Iterable[Scalar], file: SourceFile) -> tuple[Override, ...]:
    """Return names, each with its place; what they have of Markdown is reported."""
    for one in given:
        file.check_plain(one)
    return tuple(Override(one.text.strip(), one.text_place) for one in given if one.text.strip())


def _sponsors(given: Iterable[Scalar], file: SourceFile) -> tuple[Body, ...]:
    """Return what is said of each sponsor. Nobody pays for a place among the references."""
    bodies = [file.blocks(scalar) for scalar in given]
    for body in bodies:
        _check_directives(body, "a sponsor's text", file.reading)
        cited = (one for fragment in body.fragments for one in fragment.citations)
        for citation in cited:
            place, hint = citation.items[0].place, "link to the paper: '[title](https://…)'"
            file.reading.report("field-type", place, "a sponsor's text has no citations", hint)
    return tuple(body for body in bodies if body.blocks)


def parse_site(source: str, path: str, options: ParseOptions) -> Found[Parsed]:
    """Parse the texts in Markdown that site.yaml has; all else of it is read as settings."""
    file = SourceFile(Reading(path), (), None, None, options.lang)
    settings = parse_settings(source).value
    bios = {}
    for person in settings.people:
        if person.bio:
            bios[person.id] = file.blocks(person.bio)
            _check_directives(bios[person.id], "a bio", file.reading)
    footer = file.foot(settings.footer) if settings.footer else None
    return file.finish(SiteTexts(bios, footer))


def _override(scalar: Scalar | None) -> Override | None:
    if scalar is None or not scalar.text.strip():
        return None
    return Override(" ".join(scalar.text.split()), scalar.text_place)


def _figure(fields: Values | None, file: SourceFile) -> Figure | None:
    if not fields or "src" not in fields:
        return None
    source: Scalar = fields["src"]
    alt = file.words(fields.get("alt"))
    if says_nothing(alt):
        file.reading.report(
            "image-alt",
            source.place,
            f"'{alt}' is no text" if alt else "the figure has no text for those who cannot see it",
            "add 'alt: …', saying what it shows" if not alt else "say in 'alt: …' what it shows",
        )
    return Figure(
        Image(source.text.strip(), source.place),
        alt,
        caption=file.inline(fields.get("caption")),
        credit=file.inline(fields.get("credit")),
    )


def _slug_of_entry(path: str, reading: Reading) -> str:
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    slug = re.sub(r"^\d+[-_. ]+(?=.)", "", name)
    _check_name(slug, "file", reading)
    return slug


def _check_name(name: str, what: str, reading: Reading) -> None:
    """Check that a name can stand in an address as it is."""
    if not frontmatter.SLUG.fullmatch(name):
        better = slugify(name)
        reading.report(
            "field-type",
            None,
            f"the {what}'s name '{name}' cannot be a part of an address",
            f"rename it to '{better}'" if better else "use letters, digits and hyphens",
        )


def _check_directives(body: Body, what: str, reading: Reading) -> None:
    """Report every directive: entries and pages have none."""
    for block in body.blocks:
        if isinstance(block, Directive):
            message = f"{what} has no directives, so none '{{{block.name}}}'"
            hint = "directives stand in an edition's own text"
            reading.report("directive-unknown", block.place, message, hint)
