"""Citations that lack a sign of their own, or have one too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.markdown.left.forms import OPAQUE, make_form
from digest.markdown.left.hints import OR_BRACKET

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_ID = r"(?:arxiv|doi):\s?[^\s\[\];,]+"
_YEAR = r"(?:19|20)\d\d"
_KEY = rf"(?:[a-z][a-z_.:-]*{_YEAR}(?:[a-z][\w:-]*)?|[A-Z][a-z]+{_YEAR}[a-z][\w:-]*)"
"""A key as reference managers make it: a name, a year, and what tells it from others."""
_COMMANDS = words_of("cite citep citet citeauthor citeyear parencite textcite autocite")
"""What begins a citation in Org, as a link, after LaTeX's commands."""
_LEAD = r"(?:(?:see|cf\.|e\.g\.,?) )?-?"
"""What stands before a key."""
_CITED = rf"{_LEAD}{_KEY}(?:,\s[^\[\]\n;@]{{1,60}})?"
_ONE = lazy_regex(r"\[-?@[^\[\]]*\]")


def _tell_ids(found: Found) -> str:
    ids = [re.sub(r":\s*", ":", one.strip(), count=1) for one in re.split(r"[;,]\s", found["ids"])]
    keys = (f"@{one.partition(':')[0].lower()}:{one.partition(':')[2]}" for one in ids)
    return _write("; ".join(keys))


def _tell_keys(found: Found) -> str:
    keys = (re.sub(f"^{_LEAD}", r"\g<0>@", one) for one in found["keys"].split("; "))
    return _write("; ".join(keys))


def _write(cited: str) -> str:
    return f"write '[{cited}]'{OR_BRACKET}"


def _tell_brackets(found: Found) -> str:
    # behind a bar are the words that Obsidian shows
    within = re.sub(r"\|[^\]]*", "", found["words"])
    return f"write '{within}'{OR_BRACKET}" if _ONE.fullmatch(within) else ""


FORMS = (
    make_form(
        ("arxiv:", "arXiv:", "ArXiv:", "doi:", "DOI:"),
        rf"(?i)\[(?P<ids>{_ID}(?:[;,]\s{_ID})*)\](?![\[(:])",
        _tell_ids,
        in_addresses=True,
    ),
    make_form(
        "[",
        rf"(?<![\w\]!\[{OPAQUE}])@?\[(?P<keys>{_CITED}(?:; {_CITED}){{0,20}})\](?![\w\]\[({{])",
        _tell_keys,
    ),
    # of Obsidian
    make_form(f"[{OPAQUE}", rf"!?\[(?P<words>{OPAQUE}[^\[\]\n]*)\]", _tell_brackets),
    # of Org
    make_form(
        tuple(f"{one}:" for one in sorted(_COMMANDS)),
        rf"\b(?:{'|'.join(sorted(_COMMANDS))}):&?(?P<key>{_KEY})",
        lambda found: f"write '[@{found['key']}]' for a citation",
    ),
)
