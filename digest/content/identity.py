"""Which work an entry is about: its ids, and the facts that it types where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import neither, shorten
from digest.records.identifiers import SOURCES, Malformed, parse_as, parse_own_form, plain_form
from digest.settings.yamlnodes import Scalar

if TYPE_CHECKING:
    from digest.records.identifiers import Identifier
    from digest.settings.schema import Values
    from digest.settings.yamlnodes import Reading


def read_identifier(scalar: Scalar | None, kind: str, reading: Reading) -> Identifier | None:
    """Read an id of a kind of `SOURCES`; one of a wrong form is reported, and None comes of it."""
    if scalar is None:
        return None
    found = parse_as(kind, scalar.text)
    if isinstance(found, Malformed):
        reading.report("id-malformed", scalar.place, found.message, found.hint)
        return None
    form = plain_form(scalar.text, found, kind)
    if form:
        message = f"'{shorten(scalar.text)}' has more around it than the id"
        fix = scalar.rewrite(form)
        reading.report("id-form", scalar.place, message, f"write '{form}'", fix)
    return found


def check_identity(fields: Values, reading: Reading) -> None:
    """Report where an entry does not say which work it is about, or types too few of its facts."""
    if fields.given & SOURCES.keys():
        return
    names = [f"'{kind}'" for kind in SOURCES]
    missing = [name for name in _TYPED if name not in fields.given or _is_blank(fields.get(name))]
    if "url" not in fields.given:
        needed = f"an entry needs {', '.join(names)}, or 'url' with 'title', 'authors' and 'date'"
        if not _tell_meant(needed, reading):
            place = next(filter(None, map(fields.places.get, SOURCES)), None)
            hint = "add 'arxiv: …' with the paper's id"
            reading.report("field-missing", place, needed, hint)
        return
    found = parse_own_form(fields.get("url", ""))
    if missing and not isinstance(found, Malformed):
        # with all of them it is a work of whose record nothing can be read
        place, hint = fields.places["url"], f"write '{found.kind}: {found.value}' in place of 'url'"
        message = f"this leads to {SOURCES[found.kind].an_id}, so the facts need not be typed"
        reading.report("field-missing", place, message, hint)
        return
    for name in missing:
        message = f"an entry with {neither(names)} needs '{name}'"
        reading.report("field-missing", fields.places.get(name), message, f"add '{name}: …'")


_TYPED = ("title", "authors", "date")
"""The facts that an entry must have typed where no service is asked for them."""


def _is_blank(value: object) -> bool:
    """Tell whether a field is there and says nothing; one of a wrong form has been told."""
    some = value if isinstance(value, tuple) else (value,)
    return all(isinstance(one, Scalar) and not one.text.strip() for one in some)


def _tell_meant(needed: str, reading: Reading) -> bool:
    """Say of an unknown key that the field which it means is `needed`; tell if there is one."""
    meant = {f"did you mean '{kind}'?" for kind in (*SOURCES, "url")}
    for index, one in enumerate(reading.diagnostics):
        if one.rule == "field-unknown" and one.hint in meant:
            message = f"{one.message}, and {needed}"
            told = msgspec.structs.replace(one, rule="field-missing", message=message)
            reading.diagnostics[index] = told
            return True
    return False
