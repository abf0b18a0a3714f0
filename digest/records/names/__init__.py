"""Names of people and bodies, split into family and given name.

Each source has a way in: `read_names` for texts (arXiv, what editors type), `read_item` for
CSL-JSON and what Crossref and DataCite make of it, `parse_names` for BibTeX.
"""

from __future__ import annotations

from digest.records.names.bibtex import check_names, parse_groups, parse_names
from digest.records.names.namelists import OTHERS, gather, known_names, means_others
from digest.records.names.namewords import is_group, split_kept_particle
from digest.records.names.reading import (
    NAME_PARTS,
    make_literal,
    read_item,
    read_names,
)

__all__ = [
    "NAME_PARTS",
    "OTHERS",
    "check_names",
    "gather",
    "is_group",
    "known_names",
    "make_literal",
    "means_others",
    "parse_groups",
    "parse_names",
    "read_item",
    "read_names",
    "split_kept_particle",
]
