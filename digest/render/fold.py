"""What of an edition a mail within its budget shows in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.fragments import Citation
from digest.render.standalone import Numbered
from digest.site.views.parts import EntryView, PapersBlock, ProseBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from digest.basics.fragments import Parts
    from digest.site.views.mail import MailView
    from digest.site.views.pages import EditionView
    from digest.site.views.parts import Use


def fold_few(candidates: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """Return as few of `candidates`, from the end, as have to be folded for the mail to fit.

    `fits` tells whether the mail fits with these folded; the more are folded, the smaller it is.
    If it does not fit even so, all are returned. Most fit as they are, so that is tried first.
    """
    if not candidates or fits(()):
        return ()
    low, high = 1, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if fits(candidates[len(candidates) - middle :]):
            high = middle
        else:
            low = middle + 1
    return candidates[len(candidates) - low :]


def list_entries(edition: EditionView) -> tuple[EntryView, ...]:
    """Return an edition's entries in reading order."""
    blocks = (block for block in edition.blocks if isinstance(block, PapersBlock))
    return tuple(entry for block in blocks for entry in block.entries)


def list_candidates(mail: MailView) -> tuple[str, ...]:
    """Return the anchors of the entries that may be folded: the first never is."""
    entries = list_entries(mail.edition)[1:]
    return tuple(entry.anchor for entry in entries if entry.anchor not in mail.whole)


def list_overview(mail: MailView, folded: Collection[str]) -> tuple[EntryView, ...]:
    """Return the entries that are listed at the head of a mail in which some are folded.

    None are where there is but one, and where the mail is a list anyhow, of all that may be folded.
    """
    entries, candidates = list_entries(mail.edition), list_candidates(mail)
    is_list = bool(candidates) and len(folded) >= len(candidates)
    return entries if len(entries) > 1 and not is_list else ()


def renumber(
    edition: EditionView, folded: Collection[str], texts: Callable[[str], Parts]
) -> Numbered:
    """Give the citations of a mail in which some entries are folded numbers of its own."""
    known = edition.citations
    order: dict[int, int] = {}
    for use in _list_uses(edition, folded):
        for part in texts(use.hash):
            for item in part.items if isinstance(part, Citation) else ():
                number = known.numbers.get(item.key)
                if number is not None:
                    order.setdefault(number, len(order) + 1)
    references = tuple(
        msgspec.structs.replace(known.references[old - 1], number=new) for old, new in order.items()
    )
    numbers = {key: order[old] for key, old in known.numbers.items() if old in order}
    citations = msgspec.structs.replace(known, numbers=numbers, references=references)
    return Numbered(citations, {new: old for old, new in order.items()})


def _list_uses(edition: EditionView, folded: Collection[str]) -> Iterator[Use]:
    """List the fragments of a mail in reading order."""
    if edition.deck:
        yield edition.deck
    yield from edition.sponsors
    for block in edition.blocks:
        if isinstance(block, ProseBlock):
            yield block.body
        elif isinstance(block, PapersBlock):
            for entry in block.entries:
                yield from _list_uses_of(entry, is_folded=entry.anchor in folded)
    yield from (one.text for one in edition.corrections)
    if edition.notes:
        yield edition.notes


def _list_uses_of(entry: EntryView, *, is_folded: bool) -> Iterator[Use]:
    figure = entry.figure
    uses: tuple[Use | None, ...] = (
        entry.note,
        entry.description,
        figure.caption if figure else None,
        figure.credit if figure else None,
        *entry.lead,
        *(section.body for section in entry.sections),
        *(one.text for one in entry.corrections),
        entry.notes,
    )
    yield from (use for use in ((entry.description,) if is_folded else uses) if use)
