"""The linker: from what the parts of a newsletter say to every output of its site.

Each edition, free page, record and other file is a *unit*. Linking goes in steps, each of which
asks only for what the steps before it have exported:

1. what each unit's sources say by themselves (`exported`);
2. the works that editions cover, and what of them is published (`showunits`, `join`, `published`);
3. the pages of each edition and free page (`unitpages`);
4. what is made of all of them: lists, feeds, the files for crawlers (`wholes`).

Of each unit a *row* is kept, and the index has what it exported, which names it asked for and what
it makes. In a later build a unit is linked again where its sources have changed, or a name that it
asked for means something else; all others stand as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.images import is_image_name
from digest.basics.text import canonical_json
from digest.content.units import EDITIONS
from digest.site.checks.clashes import check_clashes
from digest.site.checks.swaps import check_swapped
from digest.site.coverage import check_covered_before, check_draft_slugs
from digest.site.everypage.constants import make_constants
from digest.site.everypage.logos import make_marks
from digest.site.index import EVERY, MADE, SAID, SHOWN, Imports, Index, name, values_of
from digest.site.linked import Linked, Prepared
from digest.site.neighbours import export_neighbours
from digest.site.people.authors import export_author_pages
from digest.site.planned import ASKED, OUTPUT, decode_claims, export_planned, list_claims
from digest.site.readunits import find_state, read_unit
from digest.site.rows import Row, Rows
from digest.site.showunits import UnitShower
from digest.site.together.wholes import KINDS, WholeMaker, list_wholes
from digest.site.unitpages import MadeOutputs, UnitMaker
from digest.site.worker import LinkedUnit
from digest.site.works import Works

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.content.units import Units
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.index import Exports
    from digest.site.select import Selection
    from digest.site.showunits import Shown
    from digest.site.together.feeds import ComposedEdition
    from digest.site.worker import Worker

_NEIGHBOURS, _AUTHORS = "neighbours", "authors"
"""The ids of the rows that have what is found from what editions export."""
_TEXTS = frozenset({"edition", "page"})
"""The kinds of units that have pages of their own."""
_FILES = frozenset({"file", "static"})
"""The kinds of units that are files of which nothing is read but what they show."""


def _places(outputs: dict[str, bytes]) -> list[tuple[str, str, Place | None]]:
    planned = (one for some in outputs.values() for one in decode_claims(some))
    return [(output.path, output.source, output.place) for output in planned]


class Linker:
    """Links the units of a newsletter."""

    def __init__(
        self,
        units: Units,
        settings: Settings,
        theme: Theme,
        selection: Selection,
        before: Rows,
        worker: Worker,
    ) -> None:
        """`before` is what was kept of an earlier build, with the same settings and theme."""
        self._worker = worker
        self._units = units
        self._settings = settings
        self._theme = theme
        self._selection = selection
        self._before = before
        self.index = Index(before.parts)
        self._imports = Imports(self.index)
        self._works = Works(self._imports, units)
        self._shower = UnitShower(units, settings, selection, self._imports, self._works)
        self._asked: dict[str, frozenset[str]] = {}
        """The names that each unit asked for which is linked in this run."""
        self._rows: dict[str, Row] = {}
        self._touched: set[str] = set()
        self._is_moved = False
        """Whether an output is made in another place, or of another source."""

    def prepare(
        self, saved: Collection[str] | None = None, wanted: Collection[str] | None = None
    ) -> Prepared:
        """Read what has changed, find what is published, and return what pages are made with.

        Only units that were `saved` can have changed, or any where that is None. Of the texts that
        ask for what has changed, only those that are `wanted` are looked at, or all.
        """
        before = self._before
        changed, dirty = self._read() if saved is None else self._read_saved(saved)
        asking = self._find_askers(changed)
        dirty |= asking if wanted is None else asking & {*wanted}
        changed |= self._show([id_ for id_ in sorted(dirty) if self.is_text(id_)])
        changed |= self._find_neighbours(changed) | self._find_authors(changed)
        # what was found of all units is several times as much in memory while it is open
        self.index.close()
        footer = self._units.site_texts.footer
        marks = make_marks(self._settings, self._imports, self._units.facts, self._theme.paper)
        constants = make_constants(self._settings, self._theme, footer, self._imports, marks)
        self._worker.prepare_variants([*self._find_pictures(changed, dirty)])
        maker = UnitMaker(
            *(self._units, self._settings, self._theme, constants),
            *(self._imports, self._works, self._worker),
        )
        wholes = WholeMaker(
            self._settings,
            self._theme,
            self._imports,
            maker,
            footer,
            lambda address: self._imports.unasked(lambda: self._compose(address, maker)),
        )
        encoded = canonical_json(constants)
        is_other = encoded != before.constants
        dirty |= self._find_askers(changed)

        def make(id_: str) -> MadeOutputs:
            return self._make_pages(id_, maker) if self.is_text(id_) else wholes.make(id_)

        return Prepared(constants, encoded, self._rows, changed, dirty, is_other, make)

    def link(self) -> Linked:
        """Link what must be."""
        before, prepared = self._before, self.prepare()
        changed, make = prepared.changed, prepared.make
        constants, is_other = prepared.constants, prepared.is_other
        dirty = {*self._rows} if is_other else prepared.dirty
        texts = [id_ for id_ in sorted(dirty) if self.is_text(id_)]

        def keep(id_: str, one: LinkedUnit) -> None:
            changed.update(self._keep(id_, one))

        self._worker.link_each(texts, lambda id_: self._link_pages(id_, make), keep, constants)
        known = {id_: before.units.get(id_, Row()) for id_ in self._list_wholes(changed)}
        self._rows |= known
        stale = known.keys() if is_other else self._find_askers(changed)
        new = [id_ for id_ in known if id_ in stale or id_ not in before.units]
        self._worker.link_each(new, lambda id_: self._link_whole(id_, make), keep, constants)
        for id_ in before.units.keys() - self._rows.keys():
            self._keep(id_, LinkedUnit(Row(), {}))
            del self._rows[id_]

        clashes = self._find_clashes()
        published, parts = before.published, self.index.close()
        rows = Rows(before.base, prepared.encoded, clashes, self._rows, published, parts)
        return Linked(rows, constants, self.index, make, frozenset(self._touched))

    def _list_wholes(self, changed: set[str]) -> Iterable[str]:
        """List the ids of what is made of all units together."""
        before = self._before.units
        if before and changed.isdisjoint(name(kind, EVERY) for kind in KINDS):
            # the settings are the same, and so is the list
            found = [id_ for id_, row in before.items() if not row.kind]
            return [id_ for id_ in found if id_ not in {_NEIGHBOURS, _AUTHORS}]
        return list_wholes(self.index, self._settings)

    def _keep(self, id_: str, linked: LinkedUnit) -> set[str]:
        """Keep what came of a unit; return the names that changed."""
        before = self.index.exported(id_, MADE, OUTPUT)
        changed = self.index.replace(id_, MADE, linked.exports)
        self._rows[id_] = linked.row
        touched = {one for one in changed if one.startswith(f"{OUTPUT} ")}
        if touched:
            self._touched |= {one.partition(" ")[2] for one in touched} - {EVERY}
            self._is_moved = self._is_moved or _places(before) != _places(
                self.index.exported(id_, MADE, OUTPUT)
            )
        return changed - touched

    def is_text(self, id_: str) -> bool:
        """Tell whether a unit has pages of its own; it may be gone."""
        return id_ in self._rows and self._rows[id_].kind in _TEXTS

    def _find_clashes(self) -> tuple[Diagnostic, ...]:
        """Find what clashes, anew only where another file is made, or of another source."""
        if self._before.constants and not self._is_moved:
            return self._before.clashes
        return tuple(check_clashes(list_claims(self.index), self._theme))

    def _find_askers(self, changed: set[str]) -> set[str]:
        """Return the units, of those that were linked before, that asked for what has changed."""
        if not self._before.units:
            return set()
        return {id_ for one in changed for id_ in self.index.values(ASKED, one)}

    # --- what sources say by themselves ---

    def _read(self) -> tuple[set[str], set[str]]:
        """Read the units that have changed; return the names that did, and the units."""
        changed: set[str] = set()
        dirty: set[str] = set()
        before, units, selection = self._before.units, self._units.all, self._selection
        for id_, row in before.items():
            if row.kind and (id_ not in units or units[id_].kind != row.kind):
                for step in (SAID, SHOWN):
                    changed |= self.index.replace(id_, step, {})
                changed |= self._keep(id_, LinkedUnit(row, {}))
                del self._rows[id_]
        for id_, unit in units.items():
            known = before.get(id_)
            if known is None or known.kind != unit.kind:
                known = Row(unit.kind)
            # all rows are begun here, so that their order is always the same
            self._rows[id_] = known
            # of tens of thousands nearly all are the same: what takes time is asked last
            is_same = (
                unit.sources == known.sources
                and (known.kind not in _TEXTS or find_state(id_, known, selection) == known.state)
                and not ((known.read or known.found) and known.is_unread)
            )
            if not is_same:
                dirty.add(id_)

        return changed | self._read_each(dirty), dirty

    def _read_saved(self, ids: Collection[str]) -> tuple[set[str], set[str]]:
        """Read units of which all others are as they were; return as `_read` does."""
        self._rows |= self._before.units
        dirty = {id_ for id_ in ids if id_ in self._units.all and id_ in self._rows}
        return self._read_each(dirty), dirty

    def _read_each(self, dirty: set[str]) -> set[str]:
        """Read units; return the names that changed."""
        changed: set[str] = set()
        units, selection = self._units.all, self._selection

        def read(id_: str) -> tuple[Row, Exports]:
            return read_unit(self._units, units[id_], self._rows[id_], selection)

        def keep(id_: str, made: tuple[Row, Exports]) -> None:
            self._rows[id_], said = made
            changed.update(self.index.replace(id_, SAID, said))
            if self._rows[id_].kind in _FILES:
                # its bytes may be others than its time stamp tells
                changed.update((name("file", id_), name("file", EVERY)))

        self._worker.read_each(sorted(dirty), read, keep)
        return changed

    def _find_pictures(self, changed: set[str], dirty: set[str]) -> Iterator[str]:
        """List the pictures that texts show which have changed, or may be shown since now."""
        newly = {one.partition(" ")[2] for one in changed if one.startswith("target ")}
        some = self._units.all if any(map(is_image_name, newly)) else dirty
        for id_ in some:
            if id_ in self._rows and self._rows[id_].kind == "file" and is_image_name(id_):
                target = id_.rpartition("/")[2]
                is_new = id_ in dirty or target in newly
                if is_new and self.index.values("target", target):
                    yield id_

    # --- what of it is published ---

    def _show(self, ids: Sequence[str]) -> set[str]:
        """Find what is published of units; return the names that changed."""
        changed: set[str] = set()

        def keep(id_: str, shown: Shown) -> None:
            changed.update(self._keep_shown(id_, shown))

        self._worker.show_each(ids, self._shower.show, keep)
        return changed

    def _keep_shown(self, id_: str, shown: Shown) -> set[str]:
        paths = (key for key in values_of(shown.exports, "waits") if key.endswith(".md"))
        row, waiting = self._rows[id_], tuple(sorted(paths))
        self._rows[id_] = msgspec.structs.replace(row, found=shown.found, waiting=waiting)
        self._asked[id_] = shown.asked
        return self.index.replace(id_, SHOWN, shown.exports)

    def _find_neighbours(self, changed: set[str]) -> set[str]:
        """Find anew which editions stand beside one another, and which corrects another."""
        self._rows[_NEIGHBOURS] = Row()
        if changed.isdisjoint((name("edition", EVERY), name("mailed", EVERY))):
            return set()
        return self.index.replace(_NEIGHBOURS, SHOWN, export_neighbours(self._imports))

    def _find_authors(self, changed: set[str]) -> set[str]:
        """Find anew which of the authors have a page whose papers have changed."""
        self._rows[_AUTHORS] = Row()
        slugs = {one.partition(" ")[2] for one in changed if one.startswith("author ")} - {EVERY}
        if not slugs:
            return set()
        return self.index.replace(_AUTHORS, SHOWN, export_author_pages(self.index, slugs))

    # --- pages ---

    def _link_pages(self, id_: str, make: Callable[[str], MadeOutputs]) -> LinkedUnit:
        """Link the pages of a unit."""
        if id_ not in self._asked:
            # what it shows is as it was, and what its pages show is not
            self._keep_shown(id_, self._shower.show(id_))
        row = self._rows[id_]
        self._imports.begin()
        made = make(id_)
        found = (*row.found, *made.diagnostics)
        if row.kind == "edition" and (joined := self._shower.edition(id_)):
            found += tuple(check_covered_before(joined.edition, self._imports))
            found += tuple(check_draft_slugs(joined.edition))
            found += tuple(check_swapped(joined.edition, self._units.texts.plain))
        sources = (one.path for one in self._units.all[id_].sources)
        hidden = row.drafts if row.date <= self._selection.today else {*sources}
        row = msgspec.structs.replace(row, found=found, doubtful=made.doubtful)
        asked = self._asked[id_] | self._imports.asked
        exports = made.exports | export_planned(made.outputs, asked, hidden)
        return LinkedUnit(row, exports, made.outputs)

    def _make_pages(self, id_: str, maker: UnitMaker) -> MadeOutputs:
        if self._rows[id_].kind == "page":
            page = self._shower.page(id_)
            return maker.page(page) if page else MadeOutputs()
        joined = self._shower.edition(id_)
        if joined is None or joined.published is None:
            return MadeOutputs()
        return maker.edition(joined.published, self._selection.email)

    def _compose(self, address: str, maker: UnitMaker) -> ComposedEdition:
        """Return an edition with its page at an address, for what shows several of them whole."""
        joined = self._shower.edition(EDITIONS + address.split("/")[1])
        published = joined.published if joined else None
        assert published is not None  # noqa: S101 -- only such are asked for
        return maker.compose(published, address)

    def _link_whole(self, id_: str, make: Callable[[str], MadeOutputs]) -> LinkedUnit:
        self._imports.begin()
        made = make(id_)
        exports = made.exports | export_planned(made.outputs, self._imports.asked)
        row = Row(found=made.diagnostics, doubtful=made.doubtful)
        return LinkedUnit(row, exports, made.outputs)
