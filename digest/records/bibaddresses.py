"""Where the work of a BibTeX entry is to be read, and under which ids it is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.identifiers import Identifier, parse_arxiv, parse_doi, parse_identifier
from digest.records.bibentry import FieldProblem
from digest.records.tex import tex_to_text

if TYPE_CHECKING:
    from digest.records.bibentry import RawEntry

_ID = r"(?P<id>[a-z.-]+/\d{7}|\d{4}\.\d{4,5})"
_ARXIV_IN_TEXT = re.compile(rf"arxiv(?:\.org/[a-z]+/|[:\s]+){_ID}", re.IGNORECASE)
_ARXIV_ALONE = re.compile(
    rf"(?:arxiv preprint\s+)?arxiv:\s*{_ID}(?:v\d+)?(?:\s*\[[\w.-]+\])?\.?", re.IGNORECASE
)
"""A note that is nothing but an id; others may be about any paper."""
_TILDE = re.compile(
    r"\\~\s*(?:\{\s*\})?|\{?\\textasciitilde(?:\s*\{\}|\b\s*)\}?|\$\s*\{?\\sim\}?\s*\$"
)
"""In addresses, where TeX takes a bare one for a space."""
_MARKS = re.compile(r"\\url\b\s*|\\(?=[%#&_$^-])")
"""What an address has for TeX's sake alone."""
_ADDRESS = re.compile(
    r"\\url\s*\{(?P<url>[^{}]+)\}|\\href\s*\{(?P<href>[^{}]+)\}|(?P<bare>https?://[^\s{}]+)"
)
_WEB = re.compile("https?://", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z]+:)?/*(?P<rest>[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)", re.IGNORECASE)
"""An address that has another scheme, or none."""
_LEADING = re.compile(
    r"(?:\[?online\]?[.:,]?\s*)?(?:\b(?:available|retrieved|accessed)\b\s*(?:online)?\s*"
    r"(?:at|from|on)?|\burl)?[\s:.,(\[]*$",
    re.IGNORECASE,
)
"""Words that only say that an address follows."""


def find_doi(entry: RawEntry) -> tuple[Identifier | None, tuple[FieldProblem, ...]]:
    """Find the DOI of an entry's work, and what is wrong with one that is none."""
    text = _verbatim(entry.fields.get("doi", ""))
    if not text:
        found = parse_identifier(entry.fields.get("url", ""))
        return (found if isinstance(found, Identifier) and found.kind == "doi" else None), ()
    found = parse_doi(text)
    if isinstance(found, Identifier):
        return found, ()
    return None, (FieldProblem("doi", found.message, found.hint),)


def find_arxiv(entry: RawEntry) -> tuple[Identifier | None, tuple[FieldProblem, ...]]:
    """Find the arXiv id of an entry's work, in any of the fields where people have it."""
    archive = entry.first("archiveprefix", "eprinttype").lower()
    if entry.fields.get("eprint") and archive in {"", "arxiv"}:
        found = parse_arxiv(entry.first("eprint"))
        if isinstance(found, Identifier):
            return found, ()
        if archive:
            return None, (FieldProblem("eprint", found.message, found.hint),)
    for name in ("url", "doi", "journal", "howpublished", "note", "volume"):
        text = entry.first(name)
        named = _ARXIV_ALONE.fullmatch(text) if name == "note" else _ARXIV_IN_TEXT.search(text)
        # DBLP writes an arXiv paper as CoRR, volume abs/2202.06991
        is_id = name in {"url", "doi"} or text.startswith("abs/")
        found = parse_arxiv(named["id"] if named else text if is_id else "")
        if isinstance(found, Identifier):
            return found, ()
    return None, ()


def is_arxiv_id(text: str) -> bool:
    """Tell whether a text is an arXiv id, as people write it in notes, and nothing else."""
    return bool(_ARXIV_ALONE.fullmatch(text))


def find_url(
    entry: RawEntry, doi: Identifier | None, arxiv: Identifier | None
) -> tuple[str, tuple[FieldProblem, ...]]:
    """Return where the work is to be read: the publisher's page before arXiv's."""
    if doi:
        return doi.url, ()
    # where BibTeX's own styles have it
    published = _ADDRESS.search(entry.fields.get("howpublished", ""))
    # what a note leads to beside other words may be a list of its errata
    noted = _ADDRESS.fullmatch(entry.fields.get("note", "").strip())
    others = (_verbatim(one[one.lastgroup or 0]) for one in (published, noted) if one)
    given = _verbatim(entry.fields.get("url", ""))
    found = next((one for one in (given, *others) if _WEB.match(one)), arxiv.url if arxiv else "")
    if not given or found == given:
        return found, ()
    bare = _HOST.fullmatch(given)
    hint = f"write 'https://{bare['rest']}'" if bare else "write one that begins with https://"
    return found, (FieldProblem("url", f"'{given}' is no address of the web", hint),)


def without_address(tex: str) -> str:
    """Return the text of a field less the addresses in it and what only leads to them."""
    if not _ADDRESS.search(tex):
        return tex_to_text(tex)
    parts = tex_to_text(_ADDRESS.sub("\x02", tex)).split("\x02")
    words = (_LEADING.sub("", part).strip(" .,;:()[]") for part in parts)
    return " ".join(filter(None, words))


def _verbatim(tex: str) -> str:
    """Return an address or a DOI, in which `~`, `%` and `--` mean themselves."""
    if "\\" in tex or "{" in tex or "$" in tex:
        plain = _MARKS.sub("", _TILDE.sub("~", tex))
        return tex_to_text(plain) if "\\" in plain else re.sub("[{}]", "", plain).strip()
    return tex.strip()
