"""references.bib: the editors' own BibTeX, read entry by entry.

`reader` takes the file apart, `work` makes a work of each entry, and the other modules read what
one kind of field says.
"""

from digest.records.bibtex.reader import BibEntry, parse_bibtex

__all__ = ["BibEntry", "parse_bibtex"]
