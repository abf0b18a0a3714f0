"""Works as CSL-JSON, the form that citation processors read.

Names of fields, and what they hold, are those of the Citation Style Language 1.0.2: appendix
"CSL-JSON schema". Dates have as many parts as are known; titles keep their math as `$…$`. A
preprint's arXiv id is its number, as in Zotero; another work's is a line of the `note`, in the form
that Zotero and citation processors read as a variable, `arXiv:2202.06991`: styles would print
`archive`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from digest.records.bookeditions import edition_number
from digest.records.cslitems import make_item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.works import Name
    from digest.citing.formats.keys import KeyedWork

_LATER = {"event": "document"}
"""Types of the specification that the schema does not have, and what it has in their place."""


def format_csl_json(works: Iterable[KeyedWork]) -> str:
    """Return the works as a JSON list, in their order, indented by two."""
    items = [_item(one) for one in works]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


def _item(one: KeyedWork) -> dict[str, Any]:
    work = one.work
    # what only arXiv's feed says has no field in CSL; an abstract is its publisher's
    item = make_item(work, name_item=_name)
    item.pop("custom", None)
    item.pop("abstract", None)
    edition = edition_number(work.edition)
    item |= {"edition": str(edition)} if edition else {}
    item |= {"status": work.state} if work.state else {}
    item |= {"id": one.key, "type": _LATER.get(work.type, work.type)}
    if work.arxiv:
        eprint = f"arXiv:{work.arxiv.id}"
        if work.type == "article" and not work.number:
            item["number"] = eprint
        else:
            item["note"] = "\n".join(filter(None, (eprint, work.note)))
    return item


def _name(name: Name) -> dict[str, str]:
    """Return a name in its parts, or a `literal` alone: processors would prefer that to parts."""
    if not (name.family and name.given):
        return {"literal": name.literal or name.family or name.given}
    particle, family = split_particle(name.family)
    parts = {
        "non-dropping-particle": particle,
        "family": family,
        "given": name.given,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def split_particle(family: str) -> tuple[str, str]:
    """Split `van den Oord` into the particles before it and the name; small letters tell them."""
    words = family.split(" ")
    count = next((i for i, word in enumerate(words) if not word[:1].islower()), 0)
    return " ".join(words[:count]), " ".join(words[count:])
