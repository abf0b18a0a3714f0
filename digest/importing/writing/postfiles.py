"""The files of an edition, or of a page, made of a post whose parts are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint
from digest.content.slugs import name_of_title
from digest.importing.parts import Fault
from digest.importing.plaintext import as_markdown, plain_text
from digest.importing.post import LeftOut, Place
from digest.importing.sitesections import name_sections
from digest.importing.writing.destinations import Destination, base_language, slug_of
from digest.importing.writing.headings import find_highest, shift_headings
from digest.importing.writing.links import Links
from digest.importing.writing.oldaddresses import OldAddresses
from digest.settings.config import SectionRule
from digest.settings.webaddresses import is_web_address
from digest.settings.writeyaml import Field, format_front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.importing.parts import EntryPaper, FoundEntry, Resolved
    from digest.importing.post import Post
    from digest.importing.writing.aliases import Aliases


class MadeFile(msgspec.Struct, frozen=True):
    """A file of the newsletter."""

    path: str
    text: str = ""
    picture: str = ""
    """The name of the source's file that it is a copy of, in place of a text."""
    fetched: str = ""
    """The address that it was fetched from, in place of both."""


class MadePost(msgspec.Struct, frozen=True):
    """What a post becomes."""

    destination: Destination
    source: str
    """The fingerprint of all that the source says of it, and of where its links lead."""
    files: tuple[MadeFile, ...]
    """The file with its text last."""
    faults: tuple[Fault, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Surroundings(msgspec.Struct, frozen=True):
    """What the making of a post needs to know of all others."""

    addresses: OldAddresses
    lang: str
    """The newsletter's."""
    sections: tuple[SectionRule, ...] = ()
    """Those of the site's entries."""


def make_post(
    post: Post,
    resolved: Resolved,
    destination: Destination,
    pictures: Mapping[str, MadeFile],
    aliases: Aliases,
    around: Surroundings,
) -> MadePost:
    """Make the files of a post.

    `pictures` are the copies of what came with it, by the address that its text has.
    """
    copies = {address: made.path for address, made in pictures.items()}
    links = Links(post, destination, copies, around.addresses)
    columns = (destination.entries, resolved.parts.entries, resolved.papers)
    files = [
        MadeFile(path, _make_entry(entry, paper, path, links, around.sections))
        for path, entry, paper in zip(*columns, strict=True)
    ]
    fields = _make_fields(post, resolved, links, around.lang)
    matter = format_front_matter(fields | {"aliases": aliases.paths or None})
    text = matter + _make_body(resolved, destination, links)
    copied = {made.path: made for made in pictures.values()}.values()
    files = [*copied, *files, MadeFile(destination.path, text)]
    fetched = [file.fetched for file in copied if file.fetched]
    # neither where it stands in the source nor what is left out there is of the post
    said = msgspec.structs.replace(post, place=Place(post.place.path), left_out=())
    source = fingerprint(msgspec.json.encode((said, links.found, fetched)))
    left_out = (*aliases.left_out, *_leave_out_tags(post))
    return MadePost(destination, source, tuple(files), tuple(links.faults), left_out)


def _leave_out_tags(post: Post) -> tuple[LeftOut, ...]:
    # entries have tags, and which of them a tag of the whole post is about nobody says
    if not post.tags:
        return ()
    return (
        LeftOut(", ".join(post.tags), "tags of a whole post: only entries have tags", post.place),
    )


# --- an edition, or a page ----------------------------------------------------------------------


def _make_fields(post: Post, resolved: Resolved, links: Links, lang: str) -> dict[str, Field]:
    description = as_markdown(post.description) or resolved.parts.description
    number = re.search(r"[1-9]\d*", post.number)
    fields: dict[str, Field] = {
        "title": post.title or links.destination.folder.rpartition("/")[2],
        "date": post.date.isoformat() if post.date else None,
        "description": links.lead(description, links.destination.path, 1) or None,
        "lang": None if base_language(post.lang) in {"", base_language(lang)} else post.lang,
        "draft": "true" if post.state in {"draft", "scheduled"} else None,
    }
    if post.state == "page":
        return fields
    return fields | {
        "updated": post.updated.isoformat() if post.updated and _is_later(post) else None,
        "number": number[0] if number else None,
        "editors": post.authors or None,
        "references": resolved.references or None,
    }


def _is_later(post: Post) -> bool:
    return bool(post.updated and post.date and post.updated > post.date)


_GAP, _FENCE = lazy_regex(r"\n{3,}"), lazy_regex(r"^\s*(?:```|~~~|<pre)", re.MULTILINE)
"""What stands where something was left out; in code that is typed."""
_FIRST_LEVEL = 2
"""Of headings in an edition's text, whose title is the first."""


def _make_body(resolved: Resolved, destination: Destination, links: Links) -> str:
    stretches = resolved.parts.stretches
    highest = find_highest(stretch.text for stretch in stretches)
    by = _FIRST_LEVEL - highest if highest else 0
    groups = sum(bool(stretch.entries) for stretch in stretches)
    slugs = iter([slug_of(path) for path in destination.entries])
    blocks = []
    for stretch in stretches:
        if stretch.entries:
            names = [next(slugs) for _ in stretch.entries]
            only = f":only: [{', '.join(names)}]\n" if groups > 1 else ""
            blocks.append(f":::{{papers}}\n{only}:::")
        elif text := stretch.text.strip("\n"):
            led = links.lead(shift_headings(text, by), destination.path, stretch.line)
            blocks.append(led if _FENCE.search(led) else _GAP.sub("\n\n", led))
    if resolved.has_references:
        blocks.append(":::{references}\n:::")
    if left := resolved.parts.references:
        listed = "\n".join(f"- {f'{one.label}. ' * bool(one.label)}{one.text}" for one in left)
        blocks.append(links.lead(listed, destination.path, left[0].line))
    return "\n\n".join(blocks) + "\n" if blocks else ""


# --- an entry -----------------------------------------------------------------------------------


def _make_entry(
    entry: FoundEntry,
    paper: EntryPaper,
    path: str,
    links: Links,
    sections: tuple[SectionRule, ...],
) -> str:
    kind, _, id_ = paper.key.partition(":")
    title = plain_text(entry.title)
    named = {name: links.lead_one(target, path, entry.line) for name, target in entry.links}
    whole = {name: target for name, target in named.items() if is_web_address(target)}
    fields: dict[str, Field] = {
        **({kind: id_} if paper.key else {}),
        "url": paper.url or None,
        "title": paper.title or None,
        "authors": paper.authors or None,
        "date": paper.date or None,
        "name": paper.name or name_of_title(title) or None,
        "links": whole or None,
        "note": links.lead(entry.note, path, entry.line) or None,
    }
    # a field takes addresses of the web alone
    others = [f"[{name}]({to})" for name, to in named.items() if name not in whole]
    text = links.lead(name_sections(entry.text, sections), path, entry.line).strip("\n")
    body = "\n\n".join(filter(None, (text, " ".join(others))))
    return format_front_matter(fields) + (f"{body}\n" if body else "")
