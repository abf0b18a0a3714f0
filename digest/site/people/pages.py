"""The pages of people: one each, and one that lists all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from digest.basics.fragments import Body, Image
from digest.content.mentions import cited_in_bio
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import PEOPLE, person_address
from digest.site.checks.citations import check_citations, check_forms
from digest.site.pages.descriptions import cut_description, describe_list, describe_text
from digest.site.pages.made import MadePage, MadeUnit
from digest.site.pages.maker import make_page
from digest.site.pages.naming import Namer
from digest.site.people.credits import orcid_url
from digest.site.runs import Run, newest_first
from digest.site.sharing.sharing import share
from digest.site.views.cards import EditionCard, EntryCard
from digest.site.views.pages import PeopleView, PersonView
from digest.site.views.parts import PersonCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import SiteTexts
    from digest.basics.fragments import Parts
    from digest.settings.config import Settings
    from digest.settings.peopleconfig import Person
    from digest.site.index import Imports
    from digest.site.pages.compose import Composer, Finished, PageText
    from digest.site.views.pages import View
    from digest.site.views.parts import Picture

T = TypeVar("T")


class PersonPageMaker:
    """Makes the pages of the people of one site."""

    def __init__(
        self,
        settings: Settings,
        words: Mapping[str, str],
        imports: Imports,
        composer: Composer,
        texts: SiteTexts,
        find_text: Callable[[str], Parts],
    ) -> None:
        """`texts` has the bios, and `find_text` gives a fragment's text by its hash."""
        self._settings = settings
        self._words = words
        self._imports = imports
        self._composer = composer
        self._bios = texts.bios
        self._find_text = find_text

    def make_person(self, id_: str) -> MadeUnit:
        """Make the page of a person: who it is, and what that one wrote and edited."""
        person = next(one for one in self._settings.people if one.id == id_)
        page = self._composer.page("", self._settings.lang)
        picture, bio = _show(person, page), self._bios.get(id_, Body())
        told = page.use_field(bio, SITE_FILE)
        entries = self._find("wrote", id_, "card", EntryCard)
        editions = self._find("edited", id_, "edition", EditionCard)
        finished = page.finish()
        named = (card.name for card in entries)
        described = self._begin(person) or self._describe("texts_by", named, name=person.name)
        described = described or ", ".join(filter(None, (person.name, person.affiliation)))
        view = PersonView(
            page=make_page(self._settings, person_address(id_), person.name, described),
            name=person.name,
            affiliation=person.affiliation,
            url=person.url,
            orcid=orcid_url(person.orcid),
            picture=picture,
            alt=_alt(person),
            bio=told,
            entries=entries,
            editions=editions,
            citations=finished.citations,
            linked=finished.links,
        )
        library, cited = self._composer.library, [*cited_in_bio(bio)]
        found = (*check_citations(cited, library), *check_forms(cited, library))
        return self._make_unit(view, page, finished, found)

    def make_list(self) -> MadeUnit:
        """Make the page of all people, in the order of site.yaml."""
        page = self._composer.page("", self._settings.lang)
        cards = tuple(
            PersonCard(
                name=person.name,
                address=person_address(person.id),
                affiliation=person.affiliation,
                about=cut_description(self._begin(person)),
                picture=_show(person, page),
                alt=_alt(person),
            )
            for person in self._settings.people
        )
        described = self._describe("all_people", (card.name for card in cards))
        title = self._words.get("people", "People")
        finished = page.finish()
        made = make_page(self._settings, PEOPLE, title, described)
        return self._make_unit(PeopleView(made, cards, finished.links), page, finished)

    def _make_unit(
        self, view: View, page: PageText, finished: Finished, found: tuple[Diagnostic, ...] = ()
    ) -> MadeUnit:
        shared = share(view, self._settings)
        return MadeUnit(
            (MadePage(shared, SITE_FILE),),
            page.followed.files,
            variants=page.followed.variants,
            doubtful=finished.doubtful,
            diagnostics=(*finished.diagnostics, *found),
        )

    def _find(self, what: str, id_: str, kind: str, card: type[T]) -> tuple[T, ...]:
        """Return the cards of what a person wrote or edited, newest first."""
        keys = newest_first(self._imports.ask(what, id_, Run[str]))
        return tuple(one for key in keys for one in self._imports.ask(kind, key, card))

    def _begin(self, person: Person) -> str:
        """Return how a bio begins, in plain text; empty for none."""
        body = self._bios.get(person.id)
        first = next(iter(body.fragments), None) if body else None
        if first is None:
            return ""
        lang, namer = self._settings.lang, Namer(self._composer.library)
        return describe_text(self._find_text(first.hash), lambda key: namer.name(key, "", lang))

    def _describe(self, form: str, names: Iterable[str], **named: str) -> str:
        return describe_list(self._words, form, names, title=self._settings.title, **named)


def _show(person: Person, page: PageText) -> Picture | None:
    if person.picture is None:
        return None
    return page.show(Image(person.picture.target, person.picture.place), SITE_FILE)


def _alt(person: Person) -> str:
    return (person.picture and person.picture.alt) or person.name
