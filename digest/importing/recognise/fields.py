"""Lines under a title that say something of the paper and nothing more: names, fields, links."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.papers.typed import is_placeholder
from digest.importing.recognise.aftertitle import read_after_title
from digest.importing.recognise.bylines import (
    Byline,
    are_names,
    is_venue,
    read_byline,
    read_date,
    read_names,
)
from digest.importing.recognise.entryfacts import EntryFacts
from digest.importing.recognise.linkrows import Addresses, read_links
from digest.importing.recognise.namesfirst import take_full_reference
from digest.importing.recognise.paperaddresses import find_key, is_web
from digest.importing.recognise.words import (
    AUTHOR_FIELDS,
    DATE_FIELDS,
    LINK_FIELDS,
    NOTE_FIELDS,
    PAPER_LINKS,
    TITLE_FIELDS,
    TOPICS,
    VAGUE_LINKS,
    words_in,
)
from digest.markdown.outline import find_marks

_FIELD = lazy_regex(
    # an icon, a name, a colon, and signs of emphasis around any of them
    r"\W{0,8}?(?:\*{1,3}|_{1,3})?\s*(?P<name>\w[\w’'()/ -]{0,38}?)\s*(?:\*{1,3}|_{1,3})?\s*"
    r"[:\uff1a]\s*(?:\*{1,3}|_{1,3})?\s*(?P<value>\S.*)"
)


def take_line(line: str, facts: EntryFacts, addresses: Addresses) -> bool:
    """Take a line that says something of the paper and nothing more; tell whether it was one."""
    text = line.strip().rstrip("\\").strip()
    if not text:
        return True
    if byline := read_byline(text):
        facts.take_byline(byline)
        return True
    if take_field(text, facts, addresses):
        return True
    row = read_links(text, addresses)
    if row.links and row.end == len(text):
        facts.take_links(row)
        return True
    if date := read_date(text):
        facts.take_date(date)
        facts.drop(text.strip("*_ ").replace(date, "", 1).strip("()[]. "))
        return True
    return take_full_reference(text, facts) or _take_names_or_venue(text, facts, addresses)


def _take_names_or_venue(text: str, facts: EntryFacts, addresses: Addresses) -> bool:
    first = next(iter(find_marks(text, addresses)), None)
    is_emphasised = first and first.start == 0 and first.kind in {"emphasis", "strong"}
    inner = text[slice(*first.inner)] if first and is_emphasised else text
    behind = text[first.end :] if first and is_emphasised else ""
    trial = facts.copy()
    found = None if facts.byline else read_names(inner)
    if found and (are_names(found.names, surely=True) or (is_emphasised and _is_one(found.names))):
        trial.take_byline(found)
    elif is_venue(inner):
        trial.add_note(inner.strip(" ()[]"))
    else:
        return False
    if read_after_title(behind, trial, addresses).strip(" .,;|"):
        return False
    facts.become(trial)
    return True


def _is_one(names: str) -> bool:
    """Tell whether a name in emphasis is that of a person, as it has two words or more."""
    words = words_in(names)
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and TOPICS.isdisjoint(words)


_FEWEST_WORDS, _MOST_WORDS = 2, 5


def take_field(line: str, facts: EntryFacts, addresses: Addresses) -> bool:
    """Take a line as `Authors: …`; tell whether it was one."""
    field = _FIELD.fullmatch(line.strip().rstrip("\\").strip())
    return field is not None and _take_value(field["name"], field["value"], facts, addresses)


def cut_title_field(line: str) -> str:
    """Return the name and the colon before a title, as `Title: `; empty where none stand there."""
    field = _FIELD.fullmatch(line)
    return line[: field.start("value")] if field and slugify(field["name"]) in TITLE_FIELDS else ""


def _take_value(name: str, value: str, facts: EntryFacts, addresses: Addresses) -> bool:
    slug = slugify(name)
    value = value.strip()
    if slug in TITLE_FIELDS and not facts.title:
        facts.title = value
    elif slug in AUTHOR_FIELDS and not facts.byline:
        facts.take_byline(read_names(value) or Byline(value))
    elif slug in DATE_FIELDS and (date := read_date(value)):
        facts.take_date(date)
    elif slug in NOTE_FIELDS and len(value) <= _LONGEST_NOTE:
        facts.add_note(value)
    else:
        return slug in LINK_FIELDS and _take_linked(name, value, facts, addresses)
    facts.drop(name)
    return True


def _take_linked(name: str, value: str, facts: EntryFacts, addresses: Addresses) -> bool:
    """Take the address behind a name, as `Code: https://…` has it."""
    marks = [mark for mark in find_marks(value, addresses) if mark.kind == "link"]
    if not marks:
        is_address = find_key(value) and slugify(name) in PAPER_LINKS
        if is_address or is_placeholder(value):
            facts.add_link(name, value)
        return bool(is_address) or is_placeholder(value)
    if len(marks) == 1 and (marks[0].start, marks[0].end) == (0, len(value.rstrip(" .,;"))):
        _take_named(name, value[slice(*marks[0].inner)], marks[0].address, facts)
        return True
    row = read_links(value, addresses)
    if row.links and row.end == len(value):
        facts.take_links(row)
        facts.drop(name)
        return True
    return False


def _take_named(name: str, words: str, address: str, facts: EntryFacts) -> None:
    """Take a link that has a name before it and words of its own."""
    if is_web(words) or slugify(words) == slugify(name):
        facts.add_link(name, address)
    elif slugify(name) in PAPER_LINKS and not facts.title and slugify(words) not in LINK_FIELDS:
        facts.title = words
        facts.add_link(name, address)
    elif slugify(words) in LINK_FIELDS - VAGUE_LINKS:
        facts.add_link(words, address)
        facts.drop(name)
    else:
        facts.add_link(name, address)
        facts.drop(words)


_LONGEST_NOTE = 200


def is_link(line: str) -> bool:
    """Tell whether a line is a paper's address or id, maybe behind what it is called."""
    if "\n" in line or ":" not in line or len(line) > _LONGEST_LINK:
        return False
    facts = EntryFacts()
    return take_line(line, facts, ()) and bool(facts.links) and not facts.byline


_LONGEST_LINK = 300
