"""The files of editions and pages, made of posts, and written.

`destinations.py`  where each post goes: the id of its edition, the names of its files
`present.py`       editions and pages that are there and not in the ledger
`oldaddresses.py`  where the old addresses of posts lead now
`links.py`         links and pictures, leading from the files that a post became
`aliases.py`       old addresses that lead on
`pictures.py`      pictures that came with the export
`headings.py`      their levels
`postfiles.py`     the files of a post
`ledger.py`        what imports wrote
`apply.py`         what is written, and what is left alone
"""
