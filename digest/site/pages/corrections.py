"""Corrections: what pages show of them, which edition tells of another's, and what was sent.

An edition exports those that the next one is to tell of, too, as `mailed`. Which that is depends
on the order of all editions, so what each tells of is found together with its neighbours, and is
exported under its id as `earlier`.
"""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Place
from digest.basics.zones import find_zone
from digest.content.sent import SENT_FILE, Handover
from digest.content.wording import hash_words
from digest.site.addresses import earlier_ids
from digest.site.views.pages import EarlierCorrection
from digest.site.views.parts import CorrectionView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Correction
    from digest.basics.plain import Plain
    from digest.content.units import EditionFolder
    from digest.site.index import Exporter, Imports
    from digest.site.join import EnrichedEdition
    from digest.site.pages.compose import PageText
    from digest.site.pages.naming import Namer
    from digest.site.views.cards import EditionCard


def make_corrections(
    corrections: Iterable[Correction], page: PageText
) -> tuple[CorrectionView, ...]:
    """Put corrections on a page."""
    used = ((one.date, page.use(one.text, one.place.path)) for one in corrections)
    return tuple(CorrectionView(date, text) for date, text in used if text)


# --- the next edition, which tells of them, too -------------------------------------------------


def export_mailed(
    exporter: Exporter, one: EnrichedEdition, card: EditionCard, namer: Namer
) -> None:
    """Export the corrections of a published edition that the next one tells of."""
    names = {covered.entry.slug: covered.entry.name for covered in one.entries}
    some = tuple(
        EarlierCorrection(
            correction.date,
            namer.fill(correction.text.plain, card.id, card.lang),
            names.get(correction.entry, ""),
            card.title,
            f"{card.address}#{correction.entry}" if correction.entry else card.address,
            card.lang,
        )
        for correction in one.edition.corrections
        if correction.mail and (not correction.entry or correction.entry in names)
    )
    if some:
        exporter.add("mailed", card.id, some)


def choose_tellers(
    editions: Sequence[EditionCard], imports: Imports
) -> dict[str, tuple[EarlierCorrection, ...]]:
    """Return which edition tells of which corrections of others; `editions` are oldest first.

    That is the first edition from the day of the correction on.
    """
    places = {card.id: index for index, card in enumerate(editions)}
    chosen: dict[str, tuple[EarlierCorrection, ...]] = {}
    for id_, some in imports.every("mailed", tuple[EarlierCorrection, ...]):
        later = editions[places[id_] + 1 :]
        for one in some:
            teller = next((card.id for card in later if card.date >= one.date), "")
            if teller:
                chosen[teller] = (*chosen.get(teller, ()), one)
    return {id_: tuple(sorted(some, key=lambda one: one.date)) for id_, some in chosen.items()}


def find_earlier(edition: str, imports: Imports) -> tuple[EarlierCorrection, ...]:
    """Return the corrections of earlier editions that an edition tells of."""
    found = imports.ask("earlier", edition, tuple[EarlierCorrection, ...])
    return next(iter(found), ())


# --- what was sent ------------------------------------------------------------------------------


def check_sent(
    folder: EditionFolder, find_plain: Callable[[str], Plain], timezone: str, imports: Imports
) -> Iterator[Diagnostic]:
    """Report where an edition's words are others than those that were sent, and it does not say so.

    A correction speaks for its entry, and one of the edition for all of it. `find_plain` returns
    the plain form of a fragment by its hash.
    """
    edition = folder.edition
    names = (edition.id, *earlier_ids(edition))
    for sent in chain.from_iterable(imports.ask("sent", name, Handover) for name in names):
        told = set(_list_told(edition.corrections, sent, timezone))
        if sent.state != "sent" or not sent.words or "" in told:
            continue
        words = hash_words(folder, find_plain)
        own, *entries = sent.words.split()
        changed = [slug for slug, hash_ in words.entries.items() if hash_ not in entries]
        # an entry that was sent, and is not there in other words either
        is_less = len(words.entries) < len(entries)
        if words.own != own or is_less:
            yield _changed(edition.date_place or Place(edition.path, 1, 1), "edition")
        for entry in folder.entries:
            if entry.slug in changed and entry.slug not in told:
                yield _changed(entry.work_place or Place(entry.path, 1, 1), "entry", entry.slug)


def check_names(imports: Imports) -> Iterator[Diagnostic]:
    """Report what was handed over under a name that no edition has or had."""
    for name, sent in imports.every("sent", Handover):
        if not imports.has("called", name):
            message = f"no edition is called '{name}', which was handed to {sent.service}"
            hint = (
                f"if it was renamed, put '/editions/{name}/' among the 'aliases:' of its index.md; "
                "if it is gone, take these lines away"
            )
            yield Place(SENT_FILE, sent.line, 1).diagnose("field-doubtful", message, hint)


def _changed(place: Place, what: str, slug: str = "") -> Diagnostic:
    message = f"the words of this {what} are not those that were sent"
    named = f", 'entry: {slug}'" if slug else ""
    hint = (
        f"say in the edition's 'corrections:' what was wrong, with 'date: …'{named} and 'text: …'"
    )
    return place.diagnose("edition-changed-after-sending", message, hint)


def _list_told(corrections: Iterable[Correction], sent: Handover, timezone: str) -> Iterator[str]:
    """List what has been corrected since an edition was sent: entries, or "" for all of it."""
    try:
        moment = dt.datetime.fromisoformat(sent.time)
    except ValueError:
        # a person has written it; any correction may be a later one
        day = ""
    else:
        day = moment.astimezone(find_zone(timezone)).date().isoformat()
    yield from (one.entry for one in corrections if one.date >= day)
