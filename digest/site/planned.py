"""What is kept of outputs, in the index: what each unit makes, and what it asked for to make it.

The kinds of names, and what stands under each:

| kind | key | value |
|---|---|---|
| `output` | the path of an output | `Planned`, of each that the unit makes at that path |
| `mail` | the id of an edition that has a mail | nothing |
| `asked` | a name that was asked for | nothing |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.images import is_image_name
from digest.site.addresses import is_static, site_path
from digest.site.index import EVERY, Exporter, decode, name
from digest.site.outputs import Planned
from digest.site.views.pages import (
    EditionView,
    EntryPageView,
    FreePageView,
    PersonView,
    RedirectView,
    TagView,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from digest.site.index import Exports, Index
    from digest.site.outputs import Output

OUTPUT, MAIL, ASKED = "output", "mail", "asked"


_PLACES = ("address", "file", "page")
"""The kinds of names under which links look."""


def _leave_out_covered(asked: frozenset[str]) -> frozenset[str]:
    """Leave out questions for one place where all of its kind are asked for anyway.

    So it is where links are broken: each asks for several, and all are looked at for what is near.
    """
    covered = tuple(f"{kind} " for kind in _PLACES if name(kind, EVERY) in asked)
    every = {f"{kind}{EVERY}" for kind in covered}
    return frozenset(one for one in asked if not one.startswith(covered) or one in every)


def export_planned(
    outputs: Iterable[Output], asked: Iterable[str], hidden: Collection[str] = ()
) -> Exports:
    """Return what is kept of the outputs of a unit, and of what it `asked` for.

    `hidden` are the sources of what is published only because drafts and the future were asked
    for: what they make is no public page.
    """
    exporter = Exporter()
    planned = [plan_to_keep(output, hidden) for output in outputs]
    subjects = {one.path: one.subject for one in planned}
    claims: dict[str, list[Planned]] = {}
    for one in planned:
        # an old address is about what the page is about to which it leads
        subject = subjects.get(one.leads_to, one.subject)
        claims.setdefault(one.path, []).append(msgspec.structs.replace(one, subject=subject))
        if one.kind == "mail":
            exporter.add(MAIL, one.path.split("/")[-2], None)
    for path, some in claims.items():
        exporter.add(OUTPUT, path, some)
    # sorted: the same exports are to be the same bytes
    for question in sorted(_leave_out_covered(frozenset(asked))):
        exporter.add(ASKED, question, None)
    return exporter.exports


def plan_to_keep(output: Output, hidden: Collection[str] = ()) -> Planned:
    """Return what is kept of an output; `hidden` are sources of what is no public page."""
    view = output.view
    is_public = output.kind == "page" and output.source not in hidden
    subject = _name_subject(view) if is_public else ""
    if output.kind == "file" and _is_linked(output.source):
        subject = f"file {output.hash}"
    leads_to = site_path(view.target) if is_public and isinstance(view, RedirectView) else ""
    return Planned(
        output.path, output.kind, output.key, output.source, subject, leads_to, output.place
    )


def _is_linked(path: str) -> bool:
    """Tell whether a file may be what others lead to: a document, or one of static/."""
    return is_static(path) or not is_image_name(path)


def _name_subject(view: object) -> str:
    match view:
        case EntryPageView():
            entry = view.entry
            return f"entry {next(iter(entry.same_as), entry.url or entry.title_text)}"
        case EditionView() | FreePageView():
            return f"{view.kind} {view.page.title}"
        case TagView():
            return f"tag {view.tag.name}"
        case PersonView():
            return f"person {view.page.address}"
        case RedirectView():
            return f"redirect {view.target}"
        case _:
            return ""


def find_output(index: Index, path: str) -> Planned | None:
    """Return the output at a path; of several the one that is made. None where there is none."""
    return _choose(index.values(OUTPUT, path))


def list_outputs(index: Index) -> Iterator[Planned]:
    """List all outputs, of several at one path the one that is made."""
    for path in index.keys(OUTPUT):
        if chosen := find_output(index, path):
            yield chosen


def list_claims(index: Index) -> Iterator[list[Planned]]:
    """List what units make, path by path."""
    for path in index.keys(OUTPUT):
        yield [one for some in index.values(OUTPUT, path).values() for one in decode_claims(some)]


def list_makers(index: Index, paths: Iterable[str]) -> list[str]:
    """List the ids of the units that make the outputs at some paths, the one that counts last."""
    return sorted({unit for path in paths for unit in index.values(OUTPUT, path)}, key=_rank)


def decode_claims(value: bytes) -> list[Planned]:
    """Return what a unit makes at one path."""
    return decode(value, list[Planned])


def _choose(claims: Mapping[str, bytes]) -> Planned | None:
    return decode_claims(claims[max(claims, key=_rank)])[-1] if claims else None


def _rank(unit: str) -> tuple[bool, str]:
    # what digest makes by itself comes before what editors name
    return (not unit.startswith("content/"), unit)
