"""Texts that are nothing but the id of a work, in the place of a number or of a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.records.identifiers import Identifier, parse_arxiv, parse_own_form

if TYPE_CHECKING:
    from digest.basics.works import Work

_ARXIV = lazy_regex(
    r"(?:(?:arxiv )?preprint,?\s+)?arxiv:\s*(?P<id>[a-z.-]+/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?"
    r"(?:\s*\[[\w.-]+\])?(?:\s*\([0-9]{4}\)|\s+type: article)?\.?",
    re.IGNORECASE,
)
"""As Zotero, zbMATH and others have it."""


def named_id(text: str) -> str:
    """Return the key of the work that a text names if it is an id and nothing else; or nothing."""
    alone = _ARXIV.fullmatch(text)
    found = parse_arxiv(alone["id"]) if alone else parse_own_form(text)
    return found.key if isinstance(found, Identifier) else ""


def without_own_ids(work: Work) -> Work:
    """Return an arXiv paper without its own ids in other facts' places, where Zotero has them."""
    if not work.arxiv:
        return work
    texts = {name: getattr(work, name) for name in ("number", "page", "note")}
    own = {work.id, *work.aliases}
    told = {name: "" for name, text in texts.items() if text and named_id(text) in own}
    return msgspec.structs.replace(work, **told) if told else work
