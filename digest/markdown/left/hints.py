"""What the hints of several forms have in common."""

OR_ANGLE = ", or '\\<' for the sign"
OR_BRACE = ", or '\\{' for the sign"
OR_BRACKET = ", or '\\[' for the bracket"
"""How a hint ends where no markup may be meant: a backslash has Markdown show a sign."""
TABLE = "write a table: '| a | b |', and '|---|---|' below its first row"
