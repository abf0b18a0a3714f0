"""Where the work of a BibTeX entry is to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.records.bibtex.entry import FieldProblem
from digest.records.identifiers import Identifier, parse_own_form
from digest.records.tex import tex_to_text, without_entities

if TYPE_CHECKING:
    from digest.records.bibtex.entry import RawEntry

_TILDE = lazy_regex(
    r"\\~\s*(?:\{\s*\})?|\{?\\textasciitilde(?:\s*\{\}|\b\s*)\}?|\$\s*\{?\\sim\}?\s*\$"
)
"""In addresses, where TeX takes a bare one for a space."""
_ANGLE = lazy_regex(r"\$\s*([<>])\s*\$")
"""As many programs write the signs of older DOIs."""
_MARKS = lazy_regex(r"\\url\b\s*|\\(?=[%#&_$^-])")
"""What an address has for TeX's sake alone."""
# the signs of a sentence that follow an address are none of its own
_ADDRESS = lazy_regex(
    r"\\url\s*\{(?P<url>[^{}]+)\}|\\href\s*\{(?P<href>[^{}]+)\}"
    r"|(?P<bare>https?://(?:\([^\s{}()]*\)|[^\s{}()])+(?<![.,;:\]]))"
)
_HREF = lazy_regex(r"\\href\s*\{(?P<url>[^{}]*)\}\s*\{(?P<text>[^{}]*)\}")
_WEB = lazy_regex(r"https?://\S+", re.IGNORECASE)
_HOST = lazy_regex(r"(?:[a-z]+:)?/*(?P<rest>[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)", re.IGNORECASE)
"""An address that has another scheme, or none."""
_LEADING = lazy_regex(
    r"(?:\b(?:preprint|manuscript|draft|software|pdf|also|freely|publicly)\b,?\s*)*"
    r"(?:\[?online\]?[.:,]?\s*)?(?:\b(?:available|retrieved|accessed)\b\s*(?:online)?\s*"
    r"(?:at|from|on)?|\burl)?[\s:.,(\[]*$",
    re.IGNORECASE,
)
"""Words that only say that an address follows."""
_ARCHIVES = {
    "hal": "https://hal.science/",
    "hdl": "https://hdl.handle.net/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
}
"""Where eprints are, by their type."""
SEEN = lazy_regex(
    r"[\[(]?(?:\bonline\b\]?[;,.:]? ?)?\b(?:last )?(?:accessed|retrieved|visited)\b(?: on)?[ :,]*"
    r"(?P<date>[\w ,.-]{4,20}?)(?:[\])]|[.;](?= |$)|$)[.;]?",
    re.IGNORECASE,
)
"""`[Online; accessed 22-July-2004]`, `Accessed: 2020-01-31.`"""
_LONGEST_LEAD = 60
"""Characters."""


def find_url(
    entry: RawEntry, doi: Identifier | None, arxiv: Identifier | None
) -> tuple[str, tuple[FieldProblem, ...]]:
    """Return where the work is to be read, and what is wrong with addresses that are none.

    What the editor gives comes first, and the publisher's page before arXiv's. It stands in `url`,
    in `howpublished` or in a note that is nothing else: what a note leads to beside other words
    may be a list of errata.
    """
    given = {
        "url": [as_typed(entry.fields.get("url", ""))],
        "howpublished": _addresses(entry.fields.get("howpublished", "")),
        "note": only_address(entry.fields.get("note", "")),
    }
    told = [(field, one) for field, addresses in given.items() for one in addresses if one]
    # what is an id in disguise says no more than the id
    own = [(field, one) for field, one in told if not _is_id(one)]
    problems = tuple(_refuse(field, one) for field, one in own if not _WEB.fullmatch(one))
    pages, all_pages = ([one for _, one in some if _WEB.fullmatch(one)] for some in (own, told))
    known = [*pages, doi.url if doi else "", *all_pages, arxiv.url if arxiv else ""]
    # publishers have there where the PDF is
    pdf = only_address(entry.fields.get("eprint", ""))
    return next(filter(None, (*known, *pdf, _archive(entry))), ""), problems


def only_address(tex: str) -> list[str]:
    """Return the address that a field holds, besides which it says at most when it was seen."""
    found = _addresses(tex)
    rest = SEEN.sub("", without_address(tex, found[0])) if len(found) == 1 else tex
    return [] if any(map(str.isalnum, rest)) else found


def _is_id(address: str) -> bool:
    return isinstance(parse_own_form(address), Identifier)


def _archive(entry: RawEntry) -> str:
    """Return the address of an eprint that is not arXiv's (biblatex's manual, 3.13.7)."""
    before = _ARCHIVES.get(entry.first("eprinttype", "archiveprefix").lower(), "")
    return before + entry.first("eprint") if before and entry.fields.get("eprint") else ""


def _addresses(tex: str) -> list[str]:
    return [as_typed(found[found.lastgroup or 0]) for found in _ADDRESS.finditer(tex)]


def _refuse(field: str, address: str) -> FieldProblem:
    bare = _HOST.fullmatch(address)
    hint = f"write 'https://{bare['rest']}'" if bare else "write one that begins with https://"
    hint = "write one address, without spaces" if " " in address else hint
    return FieldProblem(field, f"'{address}' is no address of the web", hint)


def with_addresses(tex: str) -> str:
    r"""Return the text of a note; what an `\href` in it leads to stands behind its words."""
    tex = _HREF.sub(r"\g<text>, \\url{\g<url>}", tex)
    return tex_to_text(_ADDRESS.sub(_shielded, tex))


def _shielded(found: re.Match[str]) -> str:
    """Return an address so that its `--` and `~` mean themselves."""
    return rf"\url{{{found['bare']}}}" if found["bare"] else found[0]


def without_address(tex: str, known: str) -> str:
    """Return the text of a field, less the address `known` and what only leads to it.

    Where a field has another address it is left whole.
    """
    if set(_addresses(tex)) - {known}:
        return with_addresses(tex)
    parts = tex_to_text(_ADDRESS.sub("\x02", tex)).split("\x02")
    if len(parts) == 1:
        return parts[0]
    words = (_without_lead(part).strip(" .,;:()[]") for part in parts)
    return " ".join(filter(None, words))


def _without_lead(text: str) -> str:
    return text[:-_LONGEST_LEAD] + _LEADING.sub("", text[-_LONGEST_LEAD:])


def as_typed(tex: str) -> str:
    """Return an address or a DOI, in which `~`, `%` and `--` mean themselves."""
    tex = _HREF.sub(r"\g<url>", without_entities(tex)).strip()
    tex = tex[1:-1] if tex.startswith("<http") and tex.endswith(">") else tex
    if "\\" in tex or "{" in tex or "$" in tex:
        tex = _ANGLE.sub(r"\1", tex)
        plain = _MARKS.sub("", _TILDE.sub("~", tex))
        return tex_to_text(plain) if "\\" in plain else re.sub("[{}]", "", plain).strip()
    return tex.strip()
