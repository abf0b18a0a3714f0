"""Markdown as other tools read it, made into Markdown as digest reads it, line by line.

A text keeps its lines: what takes several lines more or less than before is parted or filled up, so
that a place in the result is one in the source. `convert.py` takes the steps in this order, behind
those of templates; `leftouts.py` notes what is left out.

`includes.py`    texts of other files, put in where a template's tag names them
`templates.py`   tags of templates, by their names: pictures, videos, code, links, notes
`liquid.py`      Jekyll's tags and variables; `definitions.py` those of links in other files
`shortcodes.py`  Hugo's, Zola's and Quarto's
`cells.py`       code that Quarto runs
`containers.py`  blocks around blocks, as `:::`; `notes.py` writes those that are notes
`hidden.py`      code, comments and addresses put aside, as what follows must not touch them
`formulas.py`    math between the signs of other tools
`tags.py`        HTML
`attributes.py`  what kramdown, Pandoc and others write in braces and behind colons
`signs.py`       backslashes before signs that mean something to digest alone

`plaintexts.py` makes Markdown of plain text, as it is copied from a PDF.
"""
