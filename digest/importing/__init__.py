"""An archive from elsewhere made into editions: posts are read, taken apart, and written.

The steps, each a file or a folder of its own:

`files.py`         what was given: a folder, a zip or one file, read within bounds
`sources/`         from files to posts, one file a source: `Archive` of `post.py`
`readers.py`       addresses of readers taken out of texts
`htmltext/`        HTML to the Markdown that digest reads; `cleanaddresses.py` for its links
`recognise/`       from a post's text to its deck, news, entries, references: `Parts` of `parts.py`
`papers/`          which work an entry is of, and what is covered twice
`citations/`       numbers typed by hand made into citations
`resolve.py`       both, for all posts together: `ResolvedPosts`
`sitesections.py`  the parts that most entries have, as the site's sections
`writing/`         the files of editions, and the ledger of what was written
`lostwords.py`     words of a post that are in none of its files
`report.py`        what was found wrong, and what was done about it

`commands/importarchive.py` has them in their order. Between `sources/` and `htmltext/` stand
`markdownposts/`, for sites in Markdown, `dialects/`, for Markdown of other tools, and `lists/`, for
lists of papers. All use `dates.py`, `plaintext.py`, `linktargets.py`, where links lead, and
`markuppatterns.py`.
"""
