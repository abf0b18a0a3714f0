"""The fragments of one page, in reading order: what numbers its citations and finds its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.works import Work
from digest.citing.labels import make_labels
from digest.citing.numbering import number
from digest.citing.sorting import by_authors
from digest.citing.styles import format_reference
from digest.site.links.ids import anchors_of
from digest.site.pages.following import Doubtful, Followed, Follower
from digest.site.views.parts import Citations, Links, Reference, Use
from digest.site.views.work import WorkView, make_work_view

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from digest.basics.fragments import Body, Citation, Fragment, Image
    from digest.citing.library import Library
    from digest.content.filefacts import FileFacts
    from digest.settings.config import Settings
    from digest.site.coverage import Coverage
    from digest.site.links.targets import Targets
    from digest.site.variants import Variants
    from digest.site.views.parts import Picture

_PLAIN = Use("")


class Composer:
    """What composing any page of a site needs; it keeps what many pages show alike."""

    def __init__(
        self,
        targets: Targets,
        library: Library,
        coverage: Coverage,
        facts: Callable[[str], FileFacts],
        variants: Callable[[str], Variants],
        settings: Settings,
    ) -> None:
        """`facts` and `variants` tell of a file below content/, by its path."""
        self.follower = Follower(targets, facts, variants)
        self.library = library
        self.coverage = coverage
        self.settings = settings
        self._references: dict[tuple[str, str, str], tuple[str, str]] = {}
        """By the work's id, language and letter: HTML and text."""
        self._works: dict[str, WorkView] = {}
        """What works' records say, by their ids."""

    def page(self, edition: str, lang: str) -> PageText:
        """Begin a page on which bare slugs are those of `edition`."""
        return PageText(self, edition, lang)

    def reference(self, work: Work, lang: str, letter: str) -> tuple[str, str]:
        """Return a reference as HTML and as text, in the site's style.

        Its year has the letter where citations do, for readers who look it up by that.
        """
        settings = self.settings
        letter = letter if settings.citation_style == "author-year" else ""
        key = (work.id, lang, letter)
        if key not in self._references:
            made = format_reference(
                work, settings.reference_style, lang, byline=settings.byline_max, letter=letter
            )
            self._references[key] = (made.html, made.text)
        return self._references[key]

    def describe(self, work: Work) -> WorkView:
        """Return what a theme may say of a work."""
        if work.id not in self._works:
            self._works[work.id] = make_work_view(work)
        return self._works[work.id]


class Finished(msgspec.Struct, frozen=True):
    """What a page's fragments need to be printed, and what is wrong with them."""

    citations: Citations
    links: Links
    diagnostics: tuple[Diagnostic, ...]
    doubtful: tuple[Doubtful, ...]


class PageText:
    """A page's fragments. They are numbered in the order in which `use` is called."""

    def __init__(self, composer: Composer, edition: str, lang: str) -> None:
        self._composer = composer
        self._edition = edition
        self.lang = lang
        self._citations: list[Citation] = []
        self._read: list[Citation | Work] = []
        """What the page cites and the works that it covers, in reading order."""
        self._shown: dict[str, str] = {}
        """The entries on the page: address to id."""
        self._own_address = ""
        """Of the entry whose own page it is."""
        self.followed = Followed()
        """Where the page's links and images lead."""

    def use(
        self,
        fragment: Fragment | None,
        source: str,
        like: Use = _PLAIN,
        anchors: Collection[str] | None = None,
    ) -> Use | None:
        """Put the next fragment on the page, with ids and levels as `like` has them.

        `source` is the file that it comes from. Links within the page may lead to `anchors`, or
        where there are none given, to those of the page that the file makes.
        """
        if fragment is None:
            return None
        self._citations += fragment.citations
        self._read += fragment.citations
        self.followed.add(self._composer.follower.follow(fragment, source, anchors))
        return msgspec.structs.replace(like, hash=fragment.hash)

    def use_field(self, body: Body, source: str, like: Use = _PLAIN) -> tuple[Use, ...]:
        """Put the text of a field on the page, and then its footnotes."""
        anchors = anchors_of(body)
        used = (self.use(one, source, like, anchors) for one in body.fragments)
        return tuple(one for one in used if one)

    def show(self, image: Image, source: str) -> Picture:
        """Put an image on the page."""
        shown = self._composer.follower.show(image, source)
        self.followed.add(shown)
        return shown.pictures[image.target]

    def cover(self, work: Work, address: str, anchor: str) -> None:
        """Put a paper in full on the page, before the fragments of its entry.

        `address` is the entry's, and `anchor` its id on the page; empty on its own page.
        """
        self._read.append(work)
        if anchor:
            self._shown[address] = anchor
        else:
            self._own_address = address

    def works(self) -> tuple[Work, ...]:
        """Return the works that the page covers and cites, in reading order, each once."""
        works: dict[str, Work] = {}
        for one in self._read:
            if isinstance(one, Work):
                works.setdefault(one.id, one)
                continue
            for item in one.items:
                found = self._composer.library.find(item.key, self._edition)
                if isinstance(found, Work):
                    works.setdefault(found.id, found)
        return tuple(works.values())

    def finish(self) -> Finished:
        """Give the citations numbers in the order in which their fragments came.

        Where they name authors, nobody sees a number, and references are looked up by authors.
        Problems are those of the citations, links and images on it.
        """
        composer, followed = self._composer, self.followed
        numbering = number(
            self._citations,
            lambda key: composer.library.find(key, self._edition),
            by_authors if composer.settings.citation_style == "author-year" else None,
        )
        message = "the page cites nothing, so has no references"
        unlisted = () if numbering.works else followed.to_references
        found = [*followed.diagnostics, *numbering.diagnostics]
        found += (one.place.diagnose("anchor-broken", message) for one in unlisted)
        labels = make_labels(numbering.works, self.lang)
        references = []
        for index, work in enumerate(numbering.works):
            html, text = composer.reference(work, self.lang, labels[index].letter)
            references.append(
                Reference(
                    number=index + 1,
                    html=html,
                    text=text,
                    url=work.url,
                    authors=labels[index].authors,
                    year=labels[index].year,
                    places=numbering.places[index],
                    entries=composer.coverage.references_to(
                        work.id, self._shown, self._own_address
                    ),
                    work=composer.describe(work),
                )
            )
        citations = Citations(
            composer.settings.citation_style, numbering.numbers, tuple(references)
        )
        links = Links(followed.addresses, followed.pictures)
        return Finished(citations, links, tuple(found), tuple(followed.doubtful))
