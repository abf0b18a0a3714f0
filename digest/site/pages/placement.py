"""Where an edition's directives put its entries and its references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Edit, Found, Place
from digest.basics.fragments import Directive, Prose
from digest.basics.text import closest, did_you_mean
from digest.basics.typos import surely_meant, typos_among
from digest.site.addresses import tag_slug
from digest.site.join import CoveredEntry, EnrichedEdition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.editions import Entry

_OPTIONS = {"papers": ("tag", "only"), "references": ()}


class Papers(msgspec.Struct, frozen=True):
    """A run of entries, in file order."""

    entries: tuple[CoveredEntry, ...]


class References(msgspec.Struct, frozen=True):
    """The list of references."""


Placed = Prose | Papers | References


class Layout(msgspec.Struct, frozen=True):
    """An edition laid out."""

    edition: EnrichedEdition
    """With its entries in reading order, and numbered in it; those without a place come last."""
    blocks: tuple[Placed, ...]
    """Its text, its entries, its references, in reading order."""


def place_entries(enriched: EnrichedEdition, every: Iterable[Entry]) -> Found[Layout]:
    """Lay out an edition.

    `every` has all the edition's entries, drafts included. Entries whom no directive
    names follow the body where there is no `papers` directive at all; the references come last
    where no `references` directive places them. Problems: `directive-unknown`, `entry-unplaced`
    where an entry is placed by no directive or by two, and `field-doubtful` for a tag that none
    has.
    """
    return _Placer(enriched, tuple(every)).lay_out()


class _Placer:
    def __init__(self, enriched: EnrichedEdition, every: tuple[Entry, ...]) -> None:
        self.enriched = enriched
        self.slugs = frozenset(entry.slug for entry in every)
        self.tags = {tag_slug(tag): tag for entry in every for tag in entry.tags}
        self.diagnostics: list[Diagnostic] = []
        self.owner: dict[str, Directive] = {}
        """Which directive places an entry, by its slug."""

    def lay_out(self) -> Found[Layout]:
        blocks = self.enriched.edition.body.blocks
        directives = [block for block in blocks if isinstance(block, Directive)]
        papers = [one for one in directives if self._is_known(one) and one.name == "papers"]
        for directive in papers:
            self._claim_named(directive)
        for directive in papers:
            self._claim_tagged(directive)
        self._claim_rest(papers)
        layout: list[Placed] = []
        for block in blocks:
            if isinstance(block, Prose):
                layout.append(block)
            elif isinstance(block, Directive) and block.name == "papers":
                layout.append(Papers(self._of(block)))
            elif isinstance(block, Directive) and block.name == "references":
                if any(isinstance(one, References) for one in layout):
                    self._report(
                        block.place, "directive-unknown", "the references stand above already"
                    )
                else:
                    layout.append(References())
        if not papers:
            layout.append(Papers(self.enriched.entries))
        if not any(isinstance(one, References) for one in layout):
            layout.append(References())
        filled = tuple(one for one in layout if not isinstance(one, Papers) or one.entries)
        return Found(_number(self.enriched, filled), tuple(self.diagnostics))

    def _is_known(self, directive: Directive) -> bool:
        if directive.name not in _OPTIONS:
            message = f"there is no directive '{{{directive.name}}}'"
            hint = did_you_mean(directive.name, _OPTIONS) or f"there are: {', '.join(_OPTIONS)}"
            fix = directive.place.edit(directive.name, self._meant(directive.name))
            self._report(directive.place, "directive-unknown", message, hint, fix)
            return False
        allowed = _OPTIONS[directive.name]
        given = [name for name, _, _ in directive.options]
        typos = typos_among((name for name in given if name not in allowed), {*allowed} - {*given})
        for name, _, place in directive.options:
            if name not in allowed:
                hint = did_you_mean(name, allowed) or (
                    f"it has: {', '.join(allowed)}" if allowed else "it has no options"
                )
                message = f"'{{{directive.name}}}' has no option '{name}'"
                fix = place.edit(name, typos.get(name, ""))
                self._report(place, "directive-unknown", message, hint, fix)
        return True

    def _meant(self, name: str) -> str:
        """Return the directive that was surely meant, of which the edition may have one more."""
        blocks = self.enriched.edition.body.blocks
        names = [block.name for block in blocks if isinstance(block, Directive)]
        unknown = (one for one in names if one not in _OPTIONS)
        typos = typos_among(unknown, _OPTIONS.keys() - {*names})
        return typos.get(name, "") or surely_meant(name, ["papers"])

    def _claim_named(self, directive: Directive) -> None:
        for value, place in _values(directive, "only"):
            if value not in self.slugs:
                message = f"the edition has no entry '{value}'"
                self._report(place, "entry-unplaced", message, did_you_mean(value, self.slugs))
            elif value in self.owner:
                message = f"'{value}' is placed twice"
                hint = "every entry has one place in its edition"
                self._report(place, "entry-unplaced", message, hint)
            else:
                self.owner[value] = directive

    def _claim_tagged(self, directive: Directive) -> None:
        wanted = {tag_slug(value) for value, _ in _values(directive, "tag")}
        for value, place in _values(directive, "tag") if self.slugs else ():
            if tag_slug(value) not in self.tags:
                message = f"no entry of the edition has the tag '{value}'"
                near = self.tags.get(closest(tag_slug(value), self.tags) or "")
                hint = f"did you mean '{near}'?" if near else "give it to one, or take this away"
                self._report(place, "field-doubtful", message, hint)
        for covered in self.enriched.entries:
            if wanted & {tag_slug(tag) for tag in covered.entry.tags}:
                self.owner.setdefault(covered.entry.slug, directive)

    def _claim_rest(self, papers: list[Directive]) -> None:
        plain = [one for one in papers if not _has(one, "only") and not _has(one, "tag")]
        # of an option that nobody knows nobody knows what it would have placed
        is_known = all(name in _OPTIONS["papers"] for one in papers for name, _, _ in one.options)
        plain = plain if is_known else plain[:1]
        for directive in plain[1:]:
            message = "two directives place the rest of the entries"
            hint = "keep one ':::{papers}' without options"
            self._report(directive.place, "entry-unplaced", message, hint)
        for covered in self.enriched.entries:
            entry = covered.entry
            if plain:
                self.owner.setdefault(entry.slug, plain[0])
            elif papers and entry.slug not in self.owner:
                message = f"no directive of the edition places '{entry.slug}'"
                hint = "name it in one of the edition's, or add ':::{papers}' without options"
                self._report(Place(entry.path, 1, 1), "entry-unplaced", message, hint)

    def _of(self, directive: Directive) -> tuple[CoveredEntry, ...]:
        entries = self.enriched.entries
        return tuple(one for one in entries if self.owner.get(one.entry.slug) is directive)

    def _report(
        self, place: Place, rule: str, message: str, hint: str = "", fix: tuple[Edit, ...] = ()
    ) -> None:
        self.diagnostics.append(place.diagnose(rule, message, hint, fix))


def _number(enriched: EnrichedEdition, blocks: tuple[Placed, ...]) -> Layout:
    """Give the entries numbers in the order in which they are read."""
    placed = [one for block in blocks if isinstance(block, Papers) for one in block.entries]
    order = dict.fromkeys(one.entry.path for one in (*placed, *enriched.entries))
    by_path = {one.entry.path: one for one in enriched.entries}
    numbered = {
        path: msgspec.structs.replace(by_path[path], number=number)
        for number, path in enumerate(order, start=1)
    }
    return Layout(
        EnrichedEdition(enriched.edition, tuple(numbered.values())),
        tuple(
            Papers(tuple(numbered[one.entry.path] for one in block.entries))
            if isinstance(block, Papers)
            else block
            for block in blocks
        ),
    )


def _has(directive: Directive, option: str) -> bool:
    return any(name == option for name, _, _ in directive.options)


def _values(directive: Directive, option: str) -> list[tuple[str, Place]]:
    """Return the values of an option that may be a list: `[dsi, hip]` or `dsi, hip`."""
    found = []
    for name, value, place in directive.options:
        if name == option:
            words = value.strip().removeprefix("[").removesuffix("]").split(",")
            found += [(word.strip().strip("'\""), place) for word in words if word.strip()]
    return found
