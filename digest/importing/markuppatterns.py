"""What parts of imported Markdown look like, for the patterns that look for them."""

INLINE_CODE = r"(?<!`)(?P<ticks>`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))+?(?<!`)(?P=ticks)(?!`)"
"""A row of backticks, and the next of the same length in the paragraph."""
LINK_LABEL = r"(?:[^\[\]\n\\]|\\.)+"
"""What stands in the brackets of a definition `[label]: address`."""
DEFINES_LINK = rf"\[(?!\^){LINK_LABEL}\]:[ \t]*"
"""What stands before its address; a footnote's is another."""
