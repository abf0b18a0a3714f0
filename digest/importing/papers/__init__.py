"""Which work an entry of an archive, or a listed reference, is of.

`typed.py`        what posts say of papers, as plain values; `names.py` their short names
`knownworks.py`   works found by their ids and titles
`lookup.py`       works without a record, asked for; `lookuplog.py` keeps what was told
`entries.py`      the paper of each entry, by the above
`differences.py`  where a post says something else than the record
`doubles.py`      papers that are covered twice
"""
