"""Which work an entry of an archive, or a listed reference, is of.

`known` finds works by their ids and titles, `typed` reads what posts say of papers, `entries`
brings both together, `differences` compares with records, and `doubles` finds what is covered
twice.
"""
