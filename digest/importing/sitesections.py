"""The parts that most entries of an archive have, as the sections of the site."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.content.decode import list_fenced
from digest.importing.plaintext import plain_text
from digest.settings.config import SectionRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_HEADING = lazy_regex(r"##[ \t]+(?P<icon>[^\w\s*_`\[(\"'$\\]*)[ \t]*(?P<title>.*?)[ \t#]*$")
_FEWEST = 3
"""Entries, and so many are too few to tell what most have."""
_ID = lazy_regex(r"[a-z][a-z0-9-]*")


def find_sections(texts: Sequence[str], icons: Mapping[str, str]) -> tuple[SectionRule, ...]:
    """Return the sections of entries, of which `texts` are all, by their level-2 headings.

    `icons` has the emoji before a heading, by its slug, where the texts have it no more.

    A heading that half of the entries have is one; all must have it where all have it now.
    """
    counts, places = Counter[str](), Counter[str]()
    found_icons: dict[str, Counter[str]] = {}
    titles: dict[str, Counter[str]] = {}
    for text in texts:
        found = {slugify(title): (title, icon) for title, icon, _ in _list(text)}
        for place, (slug, (title, icon)) in enumerate(found.items()):
            counts[slug] += 1
            places[slug] += place
            titles.setdefault(slug, Counter())[title] += 1
            found_icons.setdefault(slug, Counter())[icon] += 1
    with_any = sum(bool(text.strip()) for text in texts)
    common = [slug for slug in counts if counts[slug] >= max(_FEWEST, with_any / 2)]
    common.sort(key=lambda slug: (places[slug] / counts[slug], slug))
    return tuple(
        SectionRule(
            slug if _ID.fullmatch(slug) else f"part-{number}",
            titles[slug].most_common(1)[0][0],
            found_icons[slug].most_common(1)[0][0] or icons.get(slug, ""),
            required=counts[slug] == len(texts),
        )
        for number, slug in enumerate(common, start=1)
    )


def list_missing_sections(
    texts: Sequence[str], rules: Iterable[SectionRule]
) -> Iterator[tuple[SectionRule, int]]:
    """List the sections that entries must have, each with how many of the `texts` lack it."""
    for rule in rules:
        names = {slugify(rule.id), slugify(rule.title)} - {""}
        count = sum(
            not any(slugify(title) in names for title, _, _ in _list(text)) for text in texts
        )
        if rule.required and count:
            yield rule, count


def name_sections(text: str, rules: Iterable[SectionRule]) -> str:
    """Return an entry's text with the headings of its sections as the site has them."""
    if "## " not in text:
        return text
    known = {slugify(name): rule for rule in rules for name in (rule.id, rule.title)}
    lines = text.split("\n")
    for title, _, line in list(_list(text)):
        if rule := known.get(slugify(title)):
            lines[line] = f"## {rule.title if slugify(rule.title) else rule.id}"
    return "\n".join(lines)


def _list(text: str) -> Iterator[tuple[str, str, int]]:
    """List the headings of a text: title, icon, and line from 0."""
    lines = text.split("\n")
    code = {number - 1 for number in list_fenced(lines)} if "```" in text or "~~~" in text else ()
    for index, line in enumerate(lines):
        found = _HEADING.match(line) if line.startswith("##") and index not in code else None
        title = re.sub(r"\s*[::]$", "", plain_text(found["title"])) if found else ""
        if found and slugify(title):
            yield title, found["icon"], index
