"""Posts in Markdown files, as generators of sites have them; one file a generator is in sources/.

`generator.py`   what differs between generators
`folder.py`      from the files of a folder to posts
`matter.py`      the head of a file: YAML, TOML, JSON, or lines `Title: …`
`fields.py`      a field of the head as a text, a list, yes or no
`heads.py`       what the head and the name of a file say of its post
`titles.py`      the heading that is the post's title
`permalinks.py`  the addresses that patterns make, as `/:year/:title/`
`linked.py`      pictures and files that a text shows or leads to
`archives.py`    a post for each section of a text; `issuesections.py` finds them
"""
