"""What exports of services have in common: rows, plain texts, and lists of readers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.importing.files import LARGEST
from digest.importing.plaintext import plain_html
from digest.importing.post import LeftOut, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.importing.files import Files
    from digest.importing.post import State

_MAIL = lazy_regex(r"[\w.+%-]+@[\w-]+\.[\w.-]+")
_READERS = lazy_regex(
    r"(?i)(?:.*/)?(?:[^/]*[._-])?(?:subscribers?|subscriptions?|(?:e?mail|mailing)[-_ ]?list"
    r"|members?|opens|delivers|clicks|bounces|unsubscribes|followers|customers|contacts|signups"
    r"|recipients|payments|comments|commenters)(?:[._ -][^/]*)?\.(?:csv|json|tsv|xlsx?)"
)
_PAYWALL = lazy_regex(
    r"\bpaywall-jump\b|wp:jetpack/paywall|wp:premium-content/subscriber-view"
    r"|<!--\s*members-only\s*-->|class=\\*[\"'][^\"']*\bpaywall\b|nonMember\"?\s*:\s*false"
    # a card that is in mails alone is no reason to take the rest of the post as paid
    r"(?!\s*,\s*\"memberSegment\"\s*:\s*\"\")"
    r"|\"(?:type\"\s*:\s*\")?paywall\""
)
"""How services mark what not everybody may read of a post."""
READERS = "a list of readers, which is never read"


def list_readers(files: Files) -> Iterator[LeftOut]:
    """List the files of an export that are about its readers. They are not opened."""
    for name in files.names:
        if is_about_readers(name):
            yield LeftOut(name, READERS, Place(name))


def is_about_readers(name: str) -> bool:
    """Tell by its name whether a file is about readers."""
    return _READERS.fullmatch(name) is not None


def parse_rows(text: str) -> list[dict[str, str]]:
    """Read a table of CSV, parted by commas, semicolons or tabs; names of columns in small letters.

    A row that is cut off has empty fields.
    """
    csv.field_size_limit(LARGEST)
    first = text.partition("\n")[0]
    sign = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=sign))
    except csv.Error:
        return []
    head = [name.strip().lower() for name in rows[0]] if rows else []
    made = (dict(zip(head, row, strict=False)) for row in rows[1:] if any(row))
    return [dict.fromkeys(head, "") | row for row in made]


def parse_json(text: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Read JSON; None where the text is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def string_of(values: Mapping[str, Any], *names: str) -> str:
    """Return the first of some fields of JSON that is a text and has one; else nothing."""
    found = (values.get(name) for name in names)
    return next((one for one in found if isinstance(one, str) and one), "")


def dicts_of(values: object) -> list[dict[str, Any]]:
    """Return the objects in what should be a list of them."""
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def name_of(text: str) -> str:
    """Return a name of an author; nothing where it is an e-mail address."""
    name = one_line(_MAIL.sub("", plain_html(text))).strip(" ()<>,;")
    return "" if not any(sign.isalpha() for sign in name) else name


def names_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of authors, each once."""
    return tuple(dict.fromkeys(filter(None, map(name_of, texts))))


def words_of_slug(slug: str) -> str:
    """Return a title for what has none."""
    words = " ".join(re.split(r"[-_\s]+", slug)).strip()
    return words[:1].upper() + words[1:]


def state_by_text(text: str) -> State | None:
    """Return that a post is paid where there is a paywall in its text, whatever it says else."""
    return "paid" if _PAYWALL.search(text) else None


def choose_state(*states: State | None) -> State:
    """Return the first state that is known: draft, paid and page are to be given in this order."""
    return next((one for one in states if one), "published")


def site_of(address: str) -> str:
    """Return the beginning of an address, with scheme and host; nothing where it has none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.hostname
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if is_web else ""


def most_common(values: Iterable[str]) -> str:
    """Return the value that is there most often; nothing where there is none."""
    counted = Counter(filter(None, values)).most_common(1)
    return counted[0][0] if counted else ""
