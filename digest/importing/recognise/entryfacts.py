"""What an entry's first words say of its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.text import slugify
from digest.importing.recognise.paperaddresses import leads_to_paper
from digest.importing.recognise.words import PAPER_LINKS

if TYPE_CHECKING:
    from digest.importing.recognise.bylines import Byline
    from digest.importing.recognise.linkrows import LinkRow


class EntryFacts:
    """What was found of an entry so far, all as typed."""

    def __init__(self) -> None:
        self.name = self.title = self.byline = self.date = self.note = ""
        self.links: list[tuple[str, str]] = []
        """What each is called, and its address; of the title's own an empty name."""
        self.dropped: list[str] = []
        """Words that are in none of the others, as `By`."""

    def copy(self) -> EntryFacts:
        """Return another with the same, to try something on."""
        other = EntryFacts()
        other.become(self)
        return other

    def become(self, other: EntryFacts) -> None:
        """Take all that another has in place of one's own."""
        self.__dict__.update(other.__dict__)
        self.links, self.dropped = list(other.links), list(other.dropped)

    def add(self, other: EntryFacts) -> None:
        """Take what another has besides."""
        self.name = self.name or other.name
        self.title = self.title or other.title
        self.byline = join(self.byline, other.byline)
        self.note = join(self.note, other.note)
        if other.date:
            self.take_date(other.date)
        self.links += other.links
        self.dropped += other.dropped

    def add_link(self, name: str, address: str) -> None:
        """Take a link."""
        self.links.append((name, address))

    def take_full_title(self, title: str) -> None:
        """Take the title of a paper that was called by a short name before, if at all."""
        self.name, self.title = self.title, title

    def take_links(self, row: LinkRow) -> None:
        """Take links in a row."""
        self.links += row.links
        for words in row.dropped:
            self.drop(words)

    def take_byline(self, found: Byline) -> None:
        """Take a line that says who wrote the paper."""
        self.byline = join(self.byline, found.names)
        self.date = self.date or found.date
        if found.date and self.date != found.date:
            self.add_note(found.date)
        self.add_note(found.note)
        for row in found.rows:
            self.take_links(row)
        self.drop(found.by)

    def add_note(self, text: str) -> None:
        """Take where the paper appeared."""
        self.note = join(self.note, text)

    def take_date(self, date: str) -> None:
        """Take the paper's date; what is a second one is of where it appeared."""
        if self.date:
            self.add_note(date)
        else:
            self.date = date

    def drop(self, words: str) -> None:
        """Note words that go."""
        if words.strip():
            self.dropped.append(words.strip())

    @property
    def paper(self) -> tuple[str, str]:
        """The link to the paper itself, name and address; both empty where there is none."""
        for fits in (_is_named_paper, _is_title_of_paper, _is_of_paper, _is_named, _is_of_title):
            for link in self.links:
                if fits(*link):
                    return link
        return "", ""

    @property
    def has_paper(self) -> bool:
        """Whether a link leads to a paper."""
        return leads_to_paper(self.paper[1])

    @property
    def may_have_paper(self) -> bool:
        """Whether a link says that it leads to one, also where that is a placeholder."""
        return self.has_paper or slugify(self.paper[0]) in PAPER_LINKS


def _is_named_paper(name: str, address: str) -> bool:
    return slugify(name) in PAPER_LINKS and leads_to_paper(address)


def _is_title_of_paper(name: str, address: str) -> bool:
    return not name and leads_to_paper(address)


def _is_of_paper(name: str, address: str) -> bool:  # noqa: ARG001 -- as the others have it
    return leads_to_paper(address)


def _is_named(name: str, address: str) -> bool:  # noqa: ARG001 -- as the others have it
    return slugify(name) in PAPER_LINKS


def _is_of_title(name: str, address: str) -> bool:  # noqa: ARG001 -- as the others have it
    return not name


def join(*texts: str) -> str:
    """Join what is not empty by commas."""
    return ", ".join(filter(None, texts))
