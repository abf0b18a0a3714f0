"""The ids of works, arXiv's and DOIs, in every form in which people paste them.

arXiv's scheme is described at https://info.arxiv.org/help/arxiv_identifier.html: `YYMM.NNNN`
from April 2007, five digits from January 2015, and `archive/YYMMNNN` before. A DOI is
`10.<registrant>/<suffix>` (ISO 26324) and makes no difference between upper and lower case.
"""

from __future__ import annotations

import re
import string
import unicodedata
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, unquote

import msgspec

from digest.basics.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["arxiv", "doi"]


class Identifier(msgspec.Struct, frozen=True):
    """The id of a work in canonical form."""

    key: str
    """`arxiv:2202.06991`, `arxiv:hep-th/9901001`, or `doi:10.1038/…` in lower case."""
    version: int = 0
    """The arXiv version that was named, from 1; 0 where none was."""

    @property
    def kind(self) -> Kind:
        """Who gave the id."""
        return "arxiv" if self.key.startswith("arxiv:") else "doi"

    @property
    def value(self) -> str:
        """The id alone, as `2202.06991` or `10.1038/…`."""
        return self.key.partition(":")[2]

    @property
    def doi(self) -> str:
        """The DOI. arXiv registers one for every paper, the same for all its versions."""
        return f"10.48550/arXiv.{self.value}" if self.kind == "arxiv" else self.value

    @property
    def url(self) -> str:
        """The address of the work: arXiv's abstract page, or the DOI's."""
        if self.kind == "arxiv":
            return f"https://arxiv.org/abs/{self.value}"
        # safe: what RFC 3986 allows in a path (section 3.3)
        return "https://doi.org/" + quote(self.value, safe="/:@!$&'()*+,;=-._~")


class Malformed(msgspec.Struct, frozen=True):
    """Why a text is no id."""

    message: str
    hint: str = ""


ARCHIVES = frozenset({
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex",
    "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th",
    "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "quant-ph", "solv-int", "supr-con",
})  # fmt: skip
"""The archives that gave ids of their own, until March 2007."""

_LONGEST_QUOTE = 80
_HINT = "write an arXiv id as 2202.06991 or hep-th/9901001, a DOI as 10.1038/s41583-020-0277-3"
_ARXIV_HINT = "an arXiv id looks like 2202.06991 or hep-th/9901001"
_DOI_HINT = "a DOI looks like 10.1038/s41583-020-0277-3"

# what PDF viewers and word processors put in place of plain characters
_PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2044\u2215\u29f8\uff0f", "/")
    | dict.fromkeys("\uff1a\ua789\ufe55", ":")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
)
_QUOTES = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb`"
_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}

_ADDRESS = re.compile(
    r"(?P<scheme>https?://)?(?P<host>[a-z0-9.-]+)(?::[0-9]+)?/(?P<path>.*)", re.IGNORECASE
)
_PREFIX = re.compile(r"(?P<kind>arxiv|doi)(?:\s*:\s*|\.(?!org\b)|\s+)", re.IGNORECASE)
_STAMP = re.compile(r"\s*\[[a-z.-]+\].*", re.IGNORECASE)
_VERSION = r"(?:\s?v(?P<version>[0-9]+))?"
_NEW = re.compile(
    rf"(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})\.(?P<number>[0-9]+){_VERSION}", re.IGNORECASE
)
_OLD = re.compile(
    rf"(?P<archive>[a-z-]+)(?:\.[a-z-]+)?/"
    rf"(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<number>[0-9]+){_VERSION}",
    re.IGNORECASE,
)
_NEW_SLIP = re.compile(r"(?P<date>[0-9]{4})[\s,:_-]?(?P<number>[0-9]{4,5})", re.IGNORECASE)
_OLD_SLIP = re.compile(r"(?P<archive>[a-z]+-[a-z]+)[\s.:_-]?(?P<number>[0-9]{7})", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")

# the kinds of page under which arXiv and the sites around it show a paper
_ARXIV_PAGES = (
    "abs", "pdf", "html", "format", "ps", "src", "e-print", "papers", "overview", "arxiv"
)  # fmt: skip
_ARXIV_HOSTS = (
    "arxiv.org", "ar5iv.org", "alphaxiv.org", "arxiv-vanity.com", "scirate.com", "xxx.lanl.gov",
    "huggingface.co",
)  # fmt: skip
# publishers' addresses that hold a DOI: …/doi/10.1145/…, …/doi/full/10.1002/…
_DOI_IN_PATH = re.compile(r"(?:^|.*/)doi/(?:[a-z]+/)?(?P<doi>10\..+)", re.IGNORECASE)


def parse_identifier(text: str) -> Identifier | Malformed:
    """Read an arXiv id or a DOI in any pasted form, addresses included."""
    return _parse(text, None)


def parse_arxiv(text: str) -> Identifier | Malformed:
    """Read a text that must be an arXiv id; a DOI that arXiv gave to a paper will do."""
    found = _parse(text, "arxiv")
    if isinstance(found, Identifier) and found.kind == "doi":
        return Malformed(
            f"'{found.value}' is a DOI, not an arXiv id", f"write 'doi: {found.value}'"
        )
    return found


def parse_doi(text: str) -> Identifier | Malformed:
    """Read a text that must be a DOI. One that arXiv gave to a paper becomes the arXiv id."""
    found = _parse(text, "doi")
    named_by_doi = "10.48550/" in unquote(text)
    if isinstance(found, Identifier) and found.kind == "arxiv" and not named_by_doi:
        message = f"'{found.value}' is an arXiv id, not a DOI"
        return Malformed(message, f"write 'arxiv: {found.value}'")
    return found


def spelled_doi(text: str, found: Identifier) -> str:
    """Return the DOI that was found in `text` with its letters as large as they stand there.

    An arXiv paper's is spelled as arXiv registered it.
    """
    typed = re.search(re.escape(found.doi), text, re.IGNORECASE | re.ASCII)
    return typed[0] if typed and found.kind == "doi" else found.doi


def plain_form(text: str, found: Identifier, parse: Callable[[str], Identifier | Malformed]) -> str:
    """Return how the id that `parse` found in `text` is written with nothing around it.

    A version that was named is kept. Empty where it is written so already.
    """
    version = f"v{found.version}" if found.version else ""
    for form in (found.value, found.doi):
        plain = form + version
        if parse(plain) == found:
            plain = spelled_doi(text, found) if found.kind == "doi" else plain
            return "" if plain == text.strip() else plain
    return ""


def _parse(text: str, expected: Kind | None) -> Identifier | Malformed:
    """Read an id of either kind; `expected` only chooses the words for what is neither."""
    kind, rest = _split_prefix(_strip(text))
    kind = kind or expected
    address = _ADDRESS.fullmatch(rest)
    if address and (address["scheme"] or _is_known(address["host"])):
        return _parse_address(address["host"].lower(), address["path"], _quoted(text))
    if not rest:
        return Malformed("there is no id", _hint(expected))
    if rest.startswith("10."):
        return _parse_bare_doi(rest, _quoted(text))
    if kind == "doi" and not (_NEW.fullmatch(rest) or _OLD.fullmatch(rest)):
        return Malformed(f"{_quoted(text)} is not a DOI: it does not begin with '10.'", _DOI_HINT)
    return _parse_bare_arxiv(_id_in_path(rest), _quoted(text), _hint(kind))


def _split_prefix(text: str) -> tuple[Kind | None, str]:
    """Split `arXiv: 2202.06991` into the kind it names and the rest; prefixes may be doubled."""
    kind: Kind | None = None
    while prefix := _PREFIX.match(text):
        kind = "doi" if prefix["kind"].lower() == "doi" else "arxiv"
        text = text[prefix.end() :]
    return kind, text


def _strip(text: str) -> str:
    """Return `text` in plain characters, without the marks that stand around it in a sentence."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    plain = " ".join(plain.split()).strip(_QUOTES)
    while plain[:1] in _CLOSING.values() and plain[:1]:
        plain = plain[1:].strip()
    return _strip_end(plain)


def _strip_end(text: str) -> str:
    """Drop a sentence's punctuation, and closing brackets that `text` does not open."""
    while text:
        last = text[-1]
        opens = _CLOSING.get(last)
        is_stray = opens is not None and text.count(opens) < text.count(last)
        if not (is_stray or last in " .,;:!?" + _QUOTES):
            break
        text = text[:-1]
    return text


def _is_known(host: str) -> bool:
    return _is_arxiv(host) or _is_resolver(host)


def _is_arxiv(host: str) -> bool:
    return ("." + host.lower()).endswith(tuple("." + known for known in _ARXIV_HOSTS))


def _is_resolver(host: str) -> bool:
    return host.lower() in {"doi.org", "dx.doi.org", "www.doi.org"}


def _parse_address(host: str, path: str, quoted: str) -> Identifier | Malformed:
    path = _strip(unquote(re.split(r"[?#]", path, maxsplit=1)[0])).strip("/")
    inner = _DOI_IN_PATH.fullmatch(path)
    if _is_resolver(host) or inner:
        doi = inner["doi"] if inner else _split_prefix(path)[1]
        return _parse_bare_doi(doi, quoted)
    if not _is_arxiv(host):
        message = f"{quoted} is an address of neither arXiv nor doi.org"
        by_hand = (
            "for a paper with neither write an entry with 'url', 'title', 'authors' and 'date'"
        )
        return Malformed(message, f"give the paper's arXiv id or its DOI; {by_hand}")
    return _parse_bare_arxiv(_id_in_path(path), quoted, _ARXIV_HINT)


def _id_in_path(path: str) -> str:
    """Return what names the paper in a path of arXiv: in `pdf/2202.06991v1.pdf`, `2202.06991v1`."""
    page, _, rest = path.strip("/").partition("/")
    named = rest if page.lower() in _ARXIV_PAGES else path.strip("/")
    named = re.sub(r"\.(pdf|ps|html?)$", "", _split_prefix(named)[1], flags=re.IGNORECASE)
    # an HTML version may go on behind the id: html/2202.06991v1/index.html
    whole = _NEW.match(named) or _OLD.match(named)
    goes_on = whole and named[whole.end() :].startswith("/")
    return whole[0] if whole and goes_on else named


def _parse_bare_arxiv(text: str, quoted: str, hint: str) -> Identifier | Malformed:
    text = _STAMP.sub("", unicodedata.normalize("NFKC", text))
    for form, make in ((_NEW, _make_new), (_OLD, _make_old)):
        match = form.fullmatch(text)
        if match:
            problem = _check_version(match) or _check_month(match)
            if problem:
                return Malformed(f"{quoted} is not an arXiv id: {problem}", _ARXIV_HINT)
            return _finish(make(match), match, quoted)
    slip = _NEW_SLIP.fullmatch(text) or _OLD_SLIP.fullmatch(text)
    if slip:
        mark = "." if "date" in slip.groupdict() else "/"
        meant = mark.join(slip.groups())
        return Malformed(
            f"{quoted} is not an arXiv id: it has no '{mark}'", f"did you mean '{meant}'?"
        )
    what = "not an arXiv id" if hint == _ARXIV_HINT else "neither an arXiv id nor a DOI"
    return Malformed(f"{quoted} is {what}", hint)


def _finish(made: str | Malformed, match: re.Match[str], quoted: str) -> Identifier | Malformed:
    if isinstance(made, Malformed):
        return Malformed(f"{quoted} is not an arXiv id: {made.message}", made.hint or _ARXIV_HINT)
    return Identifier(f"arxiv:{made}", int(match["version"] or 0))


def _check_version(match: re.Match[str]) -> str:
    version = match["version"]
    if version is None or re.fullmatch("[1-9][0-9]{0,2}", version):
        return ""
    return f"there is no version 'v{version[:6]}'; they count from v1"


def _check_month(match: re.Match[str]) -> str:
    month = match["month"]
    return "" if "01" <= month <= "12" else f"'{month}' is not a month; an id begins with YYMM"


def _make_new(match: re.Match[str]) -> str | Malformed:
    date, number = match["year"] + match["month"], match["number"]
    if date < "0704":
        return Malformed("ids of this form begin with April 2007, '0704'")
    form, since = ("NNNN", "until 2014") if date < "1501" else ("NNNNN", "since 2015")
    if len(number) != len(form):
        digits = f"{len(form)} digits after the point"
        return Malformed(f"ids {since} have {digits}, this one has {len(number)}")
    if not int(number):
        return Malformed(f"numbers count from {'1'.zfill(len(form))}")
    return f"{date}.{number}"


def _make_old(match: re.Match[str]) -> str | Malformed:
    archive, number = match["archive"].lower(), match["number"]
    date = match["year"] + match["month"]
    if archive not in ARCHIVES:
        return Malformed(f"there was no archive '{archive}'", did_you_mean(archive, ARCHIVES))
    if not ("9107" <= date <= "9912" or date <= "0703"):
        return Malformed("ids of this form run from July 1991, '9107', to March 2007, '0703'")
    if len(date + number) != len("YYMMNNN"):
        return Malformed(f"seven digits follow the slash, not {len(date + number)}")
    if not int(number):
        return Malformed("numbers count from 001")
    return f"{archive}/{date}{number}"


def _parse_bare_doi(text: str, quoted: str) -> Identifier | Malformed:
    if "/" not in text and "%2f" in text.lower():
        text = _strip(unquote(text))
    if " " in text:
        return Malformed(f"{quoted} is not a DOI: there is a space in it", _DOI_HINT)
    if not _DOI.fullmatch(text) or not text.isprintable():
        return Malformed(f"{quoted} is not a DOI", _DOI_HINT)
    doi = text.translate(_ASCII_LOWER)
    if doi.startswith("10.48550/arxiv."):
        return _parse_bare_arxiv(doi.removeprefix("10.48550/arxiv."), quoted, _ARXIV_HINT)
    return Identifier(f"doi:{doi}")


def _hint(kind: Kind | None) -> str:
    return {"arxiv": _ARXIV_HINT, "doi": _DOI_HINT}.get(kind or "", _HINT)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _LONGEST_QUOTE else f"'{line[: _LONGEST_QUOTE - 1]}…'"
