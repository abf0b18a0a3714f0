"""How an entry begins: its title, who wrote the paper, where that is, and its further links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.papers.typed import is_placeholder
from digest.importing.recognise.addresses import find_key, is_paper, is_web
from digest.importing.recognise.bylines import (
    Byline,
    are_names,
    is_venue,
    read_byline,
    read_date,
    read_names,
)
from digest.importing.recognise.words import (
    AUTHOR_FIELDS,
    DATE_FIELDS,
    LINK_FIELDS,
    LINK_QUALIFIERS,
    NOTE_FIELDS,
    PAPER_LINKS,
    TITLE_FIELDS,
    VAGUE_LINKS,
)
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from digest.markdown.outline import Mark

Addresses = tuple[tuple[str, str], ...]
"""Those behind the labels of links."""


class Lead:
    """What was found of an entry so far, all as typed."""

    def __init__(self) -> None:
        self.title = self.byline = self.date = self.note = ""
        self.links: list[tuple[str, str]] = []
        """What each is called, and its address; of the title's own an empty name."""
        self.dropped: list[str] = []
        """Words that are in none of the others, as `By`."""
        self.number = ""

    def copy(self) -> Lead:
        """Return another with the same, to try something on."""
        other = Lead()
        other.become(self)
        return other

    def become(self, other: Lead) -> None:
        """Take all that another has in place of one's own."""
        self.__dict__.update(other.__dict__)
        self.links, self.dropped = list(other.links), list(other.dropped)

    def add_link(self, name: str, address: str) -> None:
        """Take a link."""
        self.links.append((name, address))

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
        return is_paper(self.paper[1]) or bool(find_key(self.paper[1]))

    @property
    def may_have_paper(self) -> bool:
        """Whether a link says that it leads to one, also where that is a placeholder."""
        return self.has_paper or slugify(self.paper[0]) in PAPER_LINKS


def _is_named_paper(name: str, address: str) -> bool:
    return slugify(name) in PAPER_LINKS and _leads_to_paper(address)


def _is_title_of_paper(name: str, address: str) -> bool:
    return not name and _leads_to_paper(address)


def _is_of_paper(name: str, address: str) -> bool:  # noqa: ARG001 -- as the others have it
    return _leads_to_paper(address)


def _is_named(name: str, address: str) -> bool:  # noqa: ARG001 -- as the others have it
    return slugify(name) in PAPER_LINKS


def _is_of_title(name: str, address: str) -> bool:  # noqa: ARG001 -- as the others have it
    return not name


def _leads_to_paper(address: str) -> bool:
    return is_paper(address) or bool(find_key(address))


def join(*texts: str) -> str:
    """Join what is not empty by commas."""
    return ", ".join(filter(None, texts))


# --- lines under a title -------------------------------------------------------------------------

_FIELD = lazy_regex(
    # an icon, a name, a colon, and signs of emphasis around any of them
    r"\W{0,8}?(?:\*{1,3}|_{1,3})?\s*(?P<name>\w[\w’'()/ -]{0,38}?)\s*(?:\*{1,3}|_{1,3})?\s*"
    r"[:\uff1a]\s*(?:\*{1,3}|_{1,3})?\s*(?P<value>\S.*)"
)
_EMPHASISED = lazy_regex(r"(\*{1,3}|_{1,3})(?P<inner>[^*_]+)\1")


def take_line(line: str, lead: Lead, addresses: Addresses = ()) -> bool:
    """Take a line that says something of the paper and nothing more; tell whether it was one."""
    text = line.strip().rstrip("\\").strip()
    if not text:
        return True
    if byline := read_byline(text):
        lead.take_byline(byline)
        return True
    field = _FIELD.fullmatch(text)
    if field and _take_field(field["name"], field["value"], lead, addresses):
        return True
    row = read_links(text, addresses)
    if row.links and row.end == len(text):
        lead.take_links(row)
        return True
    if date := read_date(text):
        lead.take_date(date)
        lead.drop(text.strip("*_ ").replace(date, "", 1).strip("()[]. "))
        return True
    return _take_names_or_venue(text, lead)


def _take_names_or_venue(text: str, lead: Lead) -> bool:
    inner = emphasised.group("inner") if (emphasised := _EMPHASISED.fullmatch(text)) else text
    found = None if lead.byline else read_names(inner)
    if found and are_names(found.names, surely=True):
        lead.take_byline(found)
    elif is_venue(inner):
        lead.add_note(inner.strip(" ()[]"))
    else:
        return False
    return True


def _take_field(name: str, value: str, lead: Lead, addresses: Addresses) -> bool:
    slug = slugify(name)
    value = value.strip()
    if slug in TITLE_FIELDS and not lead.title:
        lead.title = value
    elif slug in AUTHOR_FIELDS and not lead.byline:
        lead.take_byline(read_names(value) or Byline(value))
    elif slug in DATE_FIELDS and (date := read_date(value)):
        lead.take_date(date)
    elif slug in NOTE_FIELDS and len(value) <= _LONGEST_NOTE:
        lead.add_note(value)
    else:
        return slug in LINK_FIELDS and _take_linked(name, value, lead, addresses)
    lead.drop(name)
    return True


def _take_linked(name: str, value: str, lead: Lead, addresses: Addresses) -> bool:
    """Take the address behind a name, as `Code: https://…` has it."""
    marks = [mark for mark in find_marks(value, addresses) if mark.kind == "link"]
    if not marks:
        is_address = find_key(value) and slugify(name) in PAPER_LINKS
        if is_address or is_placeholder(value):
            lead.add_link(name, value)
        return bool(is_address) or is_placeholder(value)
    if len(marks) == 1 and (marks[0].start, marks[0].end) == (0, len(value.rstrip(" .,;"))):
        _take_named(name, value[slice(*marks[0].inner)], marks[0].address, lead)
        return True
    row = read_links(value, addresses)
    if row.links and row.end == len(value):
        lead.take_links(row)
        lead.drop(name)
        return True
    return False


def _take_named(name: str, words: str, address: str, lead: Lead) -> None:
    """Take a link that has a name before it and words of its own."""
    if is_web(words) or slugify(words) == slugify(name):
        lead.add_link(name, address)
    elif slugify(name) in PAPER_LINKS and not lead.title and slugify(words) not in LINK_FIELDS:
        lead.title = words
        lead.add_link(name, address)
    elif slugify(words) in LINK_FIELDS - VAGUE_LINKS:
        lead.add_link(words, address)
        lead.drop(name)
    else:
        lead.add_link(name, address)
        lead.drop(words)


_LONGEST_NOTE = 200

# --- links in a row ------------------------------------------------------------------------------

_BETWEEN = lazy_regex(
    r"(?:[\s,;|/·•+&()\[\]_*~–—-]|\band\b|:\w+:|[^\w\s<>*`$!\"'.:?#%@^\\]|<br\s*/?>)*"
)


class LinkRow(msgspec.Struct, frozen=True):
    """Links in a row whose words are what links are called, as `[Paper](…), [Code](…)`."""

    end: int
    """Where it ends; where it was looked for if there is none."""
    links: tuple[tuple[str, str], ...] = ()
    """What each is called, and its address."""
    dropped: tuple[str, ...] = ()


def read_links(text: str, addresses: Addresses = (), start: int = 0) -> LinkRow:
    """Read links in a row, from `start` on."""
    marks = {mark.start: mark for mark in find_marks(text, addresses) if mark.kind == "link"}
    at, end = start, start
    links: list[tuple[str, str]] = []
    dropped: list[str] = []
    while True:
        between = _BETWEEN.match(text, at)
        mark = marks.get(_next_mark(marks, at, between.end() if between else at))
        name = name_of_link(text, mark) if mark else None
        if mark is None or name is None:
            break
        links.append((name[0], mark.address))
        dropped.append(name[1])
        at = end = mark.end
    closing = _CLOSING.match(text, end) if links else None
    dropped.append(closing[0].strip("[]()_*|.,; ") if closing else "")
    return LinkRow(closing.end() if closing else start, tuple(links), tuple(dropped))


_CLOSING = lazy_regex(r"(?:\s*[\])_*|])*[.,;]?(?:\s*:\w+:)*\s*")


def _next_mark(marks: dict[int, Mark], at: int, stop: int) -> int:
    """Return where the first link begins within what may stand between links."""
    return next((start for start in sorted(marks) if at <= start <= stop), stop)


def name_of_link(text: str, mark: Mark) -> tuple[str, str] | None:
    """Return what a link is called, and words that go; None where its words say more."""
    words = text[slice(*mark.inner)]
    if picture := _PICTURE.fullmatch(words.strip()):
        # a badge
        return _name_by_host(mark.address), picture["alt"]
    plain = words.strip().strip("*_`[]() ")
    if is_web(plain):
        return _name_by_host(mark.address), ""
    slug = slugify(plain)
    if slug in LINK_FIELDS:
        return plain, ""
    if plain and (find_key(plain) or not slug):
        # an id, or nothing but an icon
        return _name_by_host(mark.address), ""
    *before, last = slug.split("-")
    if last in LINK_FIELDS - VAGUE_LINKS and LINK_QUALIFIERS.issuperset(before):
        return plain, ""
    return None


_PICTURE = lazy_regex(r"!\[(?P<alt>[^\]]*)\]\([^()]*\)")
_HOSTS = {"github.com": "code", "gitlab.com": "code", "twitter.com": "tweet", "x.com": "tweet",
          "youtube.com": "video", "youtu.be": "video", "huggingface.co": "model"}  # fmt: skip
_HOST = lazy_regex(r"https?://(?:www\.)?([^/?#:]+)", 2)


def _name_by_host(address: str) -> str:
    if _leads_to_paper(address):
        return "paper"
    host = found[1].lower() if (found := _HOST.match(address)) else "link"
    return _HOSTS.get(host, host)
