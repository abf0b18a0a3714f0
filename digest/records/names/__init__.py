"""Names of people and bodies, split into family and given name.

Each source has a way in: `reading.read_names` for texts (arXiv, what editors type),
`reading.read_item` for CSL-JSON and what Crossref and DataCite make of it, `bibtex.parse_names` for
BibTeX. They are not imported here: what is printed of names is asked for in each build, and to read
them takes the reader of TeX.
"""

from __future__ import annotations

from digest.records.names.namelists import (
    OTHERS,
    gather,
    join_lists,
    known_names,
    means_others,
)
from digest.records.names.namewords import is_group, is_particle, is_workplace

__all__ = [
    "OTHERS",
    "gather",
    "is_group",
    "is_particle",
    "is_workplace",
    "join_lists",
    "known_names",
    "means_others",
]
