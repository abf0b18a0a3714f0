"""Posts in Markdown files, as generators of sites have them; one file a generator is in sources/.

`matter.py`      the head of a file: YAML, TOML, JSON, or lines `Title: …`
`fields.py`      what the head says of its post
`permalinks.py`  the addresses that patterns make, as `/:year/:title/`
`folder.py`      from the files of a folder to posts
`linked.py`      pictures and files that a text shows or leads to
"""
