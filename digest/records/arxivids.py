"""arXiv's ids (https://info.arxiv.org/help/arxiv_identifier.html).

They are `YYMM.NNNN` from April 2007, have five digits from January 2015, and were
`archive/YYMMNNN` before.
"""

from __future__ import annotations

import re
import unicodedata

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.records.idtext import split_prefix
from digest.records.source import Flaw, Id, RecordSource

ARCHIVES = frozenset({
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex",
    "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th",
    "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "quant-ph", "solv-int", "supr-con",
})  # fmt: skip
"""The archives that gave ids of their own, until March 2007."""

_KIND = "arxiv"
DOI_PREFIX = "10.48550/arXiv."
"""What the DOI of each paper begins with. It is the same for all versions."""
_STAMP = lazy_regex(r"\s*\[[a-z.-]+\].*", re.IGNORECASE)
# a page of arXiv is titled "[2202.06991] Transformer Memory as …"; its first bracket is gone here
_TITLED = lazy_regex(r"(\S+)\]\s.*")
_VERSION = r"(?:\s?v(?P<version>[0-9]+))?"
_NEW = lazy_regex(
    rf"(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})\.(?P<number>[0-9]+){_VERSION}", re.IGNORECASE
)
_OLD = lazy_regex(
    rf"(?P<archive>[a-z-]+)(?:\.[a-z-]+)?/"
    rf"(?P<year>[0-9]{{2}})(?P<month>[0-9]{{2}})(?P<number>[0-9]+){_VERSION}",
    re.IGNORECASE,
)
_NEW_TYPO = lazy_regex(r"(?P<date>[0-9]{4})[\s,:_-]?(?P<number>[0-9]{4,5})", re.IGNORECASE)
_OLD_TYPO = lazy_regex(r"(?P<archive>[a-z]+-[a-z]+)[\s.:_-]?(?P<number>[0-9]{7})", re.IGNORECASE)

# the kinds of page under which arXiv and the sites around it show a paper
_PAGES = (
    "abs", "pdf", "html", "format", "ps", "src", "e-print", "papers", "overview", "arxiv"
)  # fmt: skip
_HOSTS = (
    "arxiv.org", "ar5iv.org", "alphaxiv.org", "arxiv-vanity.com", "scirate.com", "xxx.lanl.gov",
    "huggingface.co",
)  # fmt: skip
# of these hosts the pages of papers stand below a path, and the others are about something else
_BELOW = {"huggingface.co": "papers"}


def _read(text: str) -> Id | Flaw | None:
    if text.lower().startswith(DOI_PREFIX.lower()):
        return _read_bare(text[len(DOI_PREFIX) :])
    return _read_bare(_id_in_path(text))


def _read_bare(text: str) -> Id | Flaw | None:
    text = _STAMP.sub("", unicodedata.normalize("NFKC", text))
    if "] " in text and (titled := _TITLED.fullmatch(text)):
        text = titled[1]
    for form, make in ((_NEW, _make_new), (_OLD, _make_old)):
        if match := form.fullmatch(text):
            problem = _check_version(match) or _check_month(match)
            made = Flaw(problem) if problem else make(match)
            if isinstance(made, Flaw):
                return made
            return Id(made, int(match["version"] or 0))
    if typo := _NEW_TYPO.fullmatch(text) or _OLD_TYPO.fullmatch(text):
        mark = "." if "date" in typo.groupdict() else "/"
        return Flaw(f"it has no '{mark}'", f"did you mean '{mark.join(typo.groups())}'?")
    return None


def _check_version(match: re.Match[str]) -> str:
    version = match["version"]
    if version is None or re.fullmatch("[1-9][0-9]{0,2}", version):
        return ""
    return f"there is no version 'v{version[:6]}'; they count from v1"


def _check_month(match: re.Match[str]) -> str:
    month = match["month"]
    return "" if "01" <= month <= "12" else f"'{month}' is not a month; an id begins with YYMM"


def _make_new(match: re.Match[str]) -> str | Flaw:
    date, number = match["year"] + match["month"], match["number"]
    if date < "0704":
        return Flaw("ids of this form begin with April 2007, '0704'")
    form, since = ("NNNN", "until 2014") if date < "1501" else ("NNNNN", "since 2015")
    if len(number) != len(form):
        digits = f"{len(form)} digits after the point"
        return Flaw(f"ids {since} have {digits}, this one has {len(number)}")
    if not int(number):
        return Flaw(f"numbers count from {'1'.zfill(len(form))}")
    return f"{date}.{number}"


def _make_old(match: re.Match[str]) -> str | Flaw:
    archive, number = match["archive"].lower(), match["number"]
    date = match["year"] + match["month"]
    if archive not in ARCHIVES:
        return Flaw(f"there was no archive '{archive}'", did_you_mean(archive, ARCHIVES))
    if not ("9107" <= date <= "9912" or date <= "0703"):
        return Flaw("ids of this form run from July 1991, '9107', to March 2007, '0703'")
    if len(date + number) != len("YYMMNNN"):
        return Flaw(f"seven digits follow the slash, not {len(date + number)}")
    if not int(number):
        return Flaw("numbers count from 001")
    return f"{archive}/{date}{number}"


def _in_address(host: str, path: str) -> str | None:
    known = next((one for one in _HOSTS if f".{host}".endswith(f".{one}")), "")
    first = path.partition("/")[0]
    is_of_papers = first in {"", _BELOW.get(known, first)}
    return _id_in_path(path) if known and is_of_papers else None


_ENDING = lazy_regex(r"\.(pdf|ps|html?)$", re.IGNORECASE)


def _id_in_path(path: str) -> str:
    """Return what names the paper in a path of arXiv: in `pdf/2202.06991v1.pdf`, `2202.06991v1`."""
    page, _, rest = path.strip("/").partition("/")
    named = rest if page.lower() in _PAGES else path.strip("/")
    named = split_prefix(named.strip(), (_KIND,))[1]
    named = _ENDING.sub("", named)
    # an HTML version may go on behind the id: html/2202.06991v1/index.html
    whole = _NEW.match(named) or _OLD.match(named)
    goes_on = whole and named[whole.end() :].startswith("/")
    return whole[0] if whole and goes_on else named


ARXIV = RecordSource(
    kind=_KIND,
    name="arXiv",
    an_id="an arXiv id",
    example="2202.06991 or hep-th/9901001",
    read=_read,
    url=lambda id_: f"https://arxiv.org/abs/{id_}",
    function="digest.records.arxiv:fetch_arxiv",
    doi=lambda id_: DOI_PREFIX + id_,
    in_address=_in_address,
)
