"""Numbers that were typed by hand, made citations.

`prose.py`         where in a text they may stand
`marks.py`         what leads to a list of references, as `[6]`; `labels.py` reads `6–8, 11`
`footnotes.py`     where the definitions of footnotes stand
`authoryear.py`    the same of lists without numbers, as `(Smith et al., 2020)`
`references.py`    a reference as typed, taken apart: `titles.py` its words, `people.py` its names
`bibliography.py`  the key of its work
`bibfiles.py`      the works of BibTeX files that came with the archive
`listed.py`        the references that a post lists, and what is wrong with the list
`titlemarks.py`    numbers in the titles of entries
`posts.py`         all of it, for a post
"""
