"""Who made what: the names that editions and entries give, and the people who have a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.typos import surely_meant
from digest.site.addresses import PEOPLE, person_address
from digest.site.views.parts import Editor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Edition, Override
    from digest.content.units import EditionFolder
    from digest.settings.config import Settings
    from digest.settings.peopleconfig import Person
    from digest.site.index import Imports

_ORCID = "https://orcid.org/"
_LIKE_AN_ID = lazy_regex(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
"""What is hardly ever a name."""


def orcid_url(orcid: str) -> str:
    """Return the address of an ORCID; empty for none."""
    return orcid and _ORCID + orcid


class People:
    """Knows the people of a site, by their ids and by their names."""

    def __init__(self, settings: Settings) -> None:
        self.all = settings.people
        self._ids = {person.id: person for person in self.all}
        self._names: dict[str, list[Person]] = {}
        for person in self.all:
            self._names.setdefault(person.name, []).append(person)
        self._editors = {one.name.value: one for one in settings.editors}
        self._named = tuple(one.name for one in settings.editors)
        self.editors = self.find_all(self._named)
        """Those of the newsletter."""

    def find_id(self, name: str) -> str:
        """Return whom an id or a name means; empty for nobody who has a page."""
        if name in self._ids:
            return name
        named = self._names.get(name, [])
        return named[0].id if len(named) == 1 else ""

    def find(self, name: str) -> Editor:
        """Return who is meant by an id or a name; a name that nobody has stands for itself."""
        id_, editor = self.find_id(name), self._editors.get(name)
        if id_:
            person = self._ids[id_]
            url = person.url or (editor.url if editor else "")
            return Editor(person.name, url, person_address(id_), orcid_url(person.orcid))
        if editor:
            return Editor(name, editor.url, "", orcid_url(editor.orcid))
        return Editor(name, "")

    def find_all(self, names: Iterable[Override]) -> tuple[Editor, ...]:
        """Return who is meant by some names, each once."""
        return tuple(dict.fromkeys(self.find(one.value) for one in names))

    def find_ids(self, names: Iterable[Override]) -> list[str]:
        """Return the ids of those among some names who have a page, each once."""
        return [id_ for id_ in dict.fromkeys(self.find_id(one.value) for one in names) if id_]

    def named_in(self, edition: Edition) -> tuple[Override, ...]:
        """Return how the editors of an edition are named: its own, or else the newsletter's."""
        return edition.editors or self._named

    def check(self, names: Iterable[Override], *, is_new: bool) -> Iterator[Diagnostic]:
        """Report names that are nearly those of people, or those of several.

        Where names `is_new`, no newsletter has them for long: there what has the form of an id is
        no name.
        """
        for one in names:
            name, place = one.value, one.place
            if name in self._ids:
                continue
            if len(named := self._names.get(name, [])) > 1:
                ids = " or ".join(f"'{person.id}'" for person in named)
                message = f"{len(named)} people are called '{name}'"
                yield place.diagnose("person-unknown", message, f"write {ids}")
            elif named:
                continue
            elif meant := surely_meant(name, (*self._ids, *self._names)):
                message = f"'{name}' is nobody in 'people'"
                yield place.diagnose("person-unknown", message, f"did you mean '{meant}'?")
            elif _LIKE_AN_ID.fullmatch(name) and (is_new or self.all):
                message = f"no one in 'people' has the id '{name}'"
                hint = "add it to 'people:' in site.yaml, or write the whole name"
                yield place.diagnose("person-unknown", message, hint)


def check_folder(folder: EditionFolder, people: People) -> Iterator[Diagnostic]:
    """Report the names that an edition and its entries give of people, and nobody has."""
    yield from people.check(folder.edition.editors, is_new=False)
    for entry in folder.entries:
        yield from people.check(entry.by, is_new=True)


def check_editors(settings: Settings) -> Iterator[Diagnostic]:
    """Report the same in site.yaml."""
    names = (one.name for one in settings.editors)
    return People(settings).check(names, is_new=False)


def has_list(settings: Settings, imports: Imports) -> bool:
    """Tell whether there is a page of all people: of two or more, where no text is that page."""
    return len(settings.people) > 1 and not imports.has("address", PEOPLE)


def list_people(settings: Settings) -> list[str]:
    """List the addresses of the pages that tell of people; the first is of all."""
    addresses = [person_address(person.id) for person in settings.people]
    return [PEOPLE, *addresses] if len(addresses) > 1 else addresses
