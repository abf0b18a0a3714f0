"""The setting `discover:` in site.yaml: where papers for the next edition are looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, one_line
from digest.settings.arxivcategories import ARXIV_CATEGORIES
from digest.settings.converters import Convert, list_of, text, wrong_form
from digest.settings.schema import Field, Values, convert_mapping, mapping
from digest.settings.webaddresses import web_address
from digest.settings.yamlnodes import MapNode, Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading


class AttentionSource(msgspec.Struct, frozen=True):
    """A list that says which papers others look at."""

    url: str
    """Of a feed, or of a list in JSON."""
    name: str
    """What its column is called."""
    field: str = ""
    """The field of an object in JSON that has the number; empty for one of the usual names."""


class DiscoverSettings(msgspec.Struct, frozen=True):
    """Where papers for the next edition are looked for, and which are wanted."""

    categories: tuple[str, ...] = ()
    """Of arXiv, or its archives."""
    biorxiv: tuple[str, ...] = ()
    """Subject areas, in small letters."""
    medrxiv: tuple[str, ...] = ()
    """As `biorxiv`."""
    issns: tuple[str, ...] = ()
    """Of journals that Crossref knows: `1476-4687`."""
    feeds: tuple[str, ...] = ()
    """The addresses of Atom and RSS feeds."""
    keywords: tuple[str, ...] = ()
    """Words and phrases of papers that are wanted."""
    unwanted: tuple[str, ...] = ()
    """Those of papers that are not: the field `not`."""
    people: tuple[str, ...] = ()
    """The names of authors who are followed."""
    attention: tuple[AttentionSource, ...] = ()

    @property
    def has_sources(self) -> bool:
        """Whether there is anywhere to look."""
        return any((self.categories, self.biorxiv, self.medrxiv, self.issns, self.feeds))


def _phrase(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found is not None and not found.strip():
        wrong_form(node, reading, "this must not be empty")
        return None
    return None if found is None else one_line(found)


_ALL = {one.casefold(): one for one in ARXIV_CATEGORIES}
_CATEGORY = lazy_regex(r"[a-z]+(-[a-z]+)*(\.[A-Za-z]{2,}(-[a-z]+)*)?")


def _category(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found is None or found.casefold() in _ALL:
        return None if found is None else _ALL[found.casefold()]
    hint = _suggest_category(found) or "arxiv.org/category_taxonomy lists them"
    if not _CATEGORY.fullmatch(found):
        wrong_form(node, reading, "this must be a category of arXiv, as 'cs.CL'", hint)
        return None
    # arXiv may have it since this digest was made
    message = f"arXiv has no category '{found}' that digest knows of"
    reading.report("field-doubtful", node.place, message, hint)
    return found


def _suggest_category(typed: str) -> str:
    """Return which category may be meant, by its name or by the part behind the archive's."""
    archive = typed.removesuffix(".*").casefold()
    if archive in _ALL:
        # as arXiv's API writes all of an archive
        return f"did you mean '{_ALL[archive]}'?"
    classes = [one for one in ARXIV_CATEGORIES if one.casefold().endswith(f".{typed.casefold()}")]
    if len(classes) == 1:
        return f"did you mean '{classes[0]}'?"
    return did_you_mean(typed, ARXIV_CATEGORIES)


def _issn(node: Node, reading: Reading) -> str | None:
    """Read an ISSN, whose last sign is a check digit (ISO 3297)."""
    found = re.sub(r"[\s\u2010-\u2015-]", "", node.text).upper() if isinstance(node, Scalar) else ""
    if re.fullmatch(r"[0-9]{7}[0-9X]", found):
        total = sum(int(digit) * (8 - place) for place, digit in enumerate(found[:7]))
        if "0123456789X"[-total % 11] == found[7]:
            return f"{found[:4]}-{found[4:]}"
    hint = "copy it from the journal's page, as '1476-4687', in quotes"
    wrong_form(node, reading, "this must be an ISSN, with its right check digit", hint)
    return None


# --- subject areas ----------------------------------------------------------------------------

BIORXIV_SUBJECTS = (
    "animal behavior and cognition",
    *("biochemistry", "bioengineering", "bioinformatics", "biophysics"),
    *("cancer biology", "cell biology", "clinical trials", "developmental biology"),
    *("ecology", "epidemiology", "evolutionary biology", "genetics", "genomics", "immunology"),
    *("microbiology", "molecular biology", "neuroscience", "paleontology", "pathology"),
    *("pharmacology and toxicology", "physiology", "plant biology"),
    *("scientific communication and education", "synthetic biology", "systems biology"),
    "zoology",
)
MEDRXIV_SUBJECTS = (
    *("addiction medicine", "allergy and immunology", "anesthesia", "cardiovascular medicine"),
    *("dentistry and oral medicine", "dermatology", "emergency medicine", "endocrinology"),
    *("epidemiology", "forensic medicine", "gastroenterology", "genetic and genomic medicine"),
    *("geriatric medicine", "health economics", "health informatics", "health policy"),
    *("health systems and quality improvement", "hematology", "hiv/aids", "infectious diseases"),
    *("intensive care and critical care medicine", "medical education", "medical ethics"),
    *("nephrology", "neurology", "nursing", "nutrition", "obstetrics and gynecology"),
    *("occupational and environmental health", "oncology", "ophthalmology", "orthopedics"),
    *("otolaryngology", "pain medicine", "palliative medicine", "pathology", "pediatrics"),
    *("pharmacology and therapeutics", "primary care research"),
    *("psychiatry and clinical psychology", "public and global health", "radiology and imaging"),
    *("rehabilitation medicine and physical therapy", "respiratory medicine", "rheumatology"),
    *("sexual and reproductive health", "sports medicine", "surgery", "toxicology"),
    *("transplantation", "urology"),
)
"""What stands in brackets behind some of their names is left out."""


def _subject(server: str, subjects: tuple[str, ...]) -> Convert[str]:
    def convert(node: Node, reading: Reading) -> str | None:
        typed = text(node, reading)
        found = None if typed is None else find_subject(typed)
        if found and found not in subjects:
            hint = did_you_mean(found, subjects) or f"{server}.org lists them"
            message = f"{server} has no subject area '{typed}' that digest knows of"
            reading.report("field-doubtful", node.place, message, hint)
        return found or None

    return convert


def find_subject(typed: str) -> str:
    """Return a subject area in the form of the lists above."""
    return one_line(re.sub(r"\(.*", "", typed.replace("_", " "))).casefold()


# --- attention --------------------------------------------------------------------------------

_ATTENTION = {
    "url": Field(web_address, required=True),
    "name": Field(_phrase),
    "field": Field(_phrase),
}


def _attention(node: Node, reading: Reading) -> AttentionSource | None:
    if isinstance(node, MapNode):
        values = convert_mapping(node, _ATTENTION, reading, what="a list of attention") or Values()
    else:
        values = Values()
        values["url"] = web_address(node, reading)
    url = values.get("url")
    if not url:
        return None
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return AttentionSource(url, values.get("name", host), values.get("field", ""))


DISCOVER_FIELDS = {
    "categories": Field(list_of(_category)),
    "biorxiv": Field(list_of(_subject("bioRxiv", BIORXIV_SUBJECTS))),
    "medrxiv": Field(list_of(_subject("medRxiv", MEDRXIV_SUBJECTS))),
    "issns": Field(list_of(_issn)),
    "feeds": Field(list_of(web_address)),
    "keywords": Field(list_of(_phrase)),
    "not": Field(list_of(_phrase)),
    "people": Field(list_of(_phrase)),
    "attention": Field(list_of(_attention)),
}


def discover(node: Node, reading: Reading) -> DiscoverSettings | None:
    """Read `discover:`."""
    values = mapping(DISCOVER_FIELDS, "discover")(node, reading)
    if values is None:
        return None
    once = {
        ("unwanted" if name == "not" else name): tuple(dict.fromkeys(found))
        for name, found in values.items()
    }
    return DiscoverSettings(**once)
