"""From the text of a post to its parts, whatever source it is of.

`habits.py`       what repeats in an archive, learnt before any post is told apart
`parsedtext.py`   a post's blocks; `lines.py` parts lines of plain text before
`references.py`   the list of references, and footnotes that name works
`textparts.py`    which parts have no papers, as the news
`find.py`         the entries: `titlelines.py` finds those under titles, `rows.py` those in
                  tables, `items.py` those in lists and paragraphs; `titlewords.py` tells which
                  words may be a title
`assemble.py`     the text around them

What is read of one entry goes into `entryfacts.py`: `firstwords.py` reads its first words,
`namesfirst.py` references that begin with names, `aftertitle.py` what follows a title, `fields.py`
lines under it, with `bylines.py` and `linkrows.py`. `labels.py` knows the names of an entry's
parts, `compose.py` writes its text, and `entries.py` makes the entry. `closingwords.py` finds the
edition's closing words behind the last one. The words by which all of this goes are in `words.py`;
`paperaddresses.py` knows which addresses are papers'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.recognise.assemble import assemble
from digest.importing.recognise.find import find_entries
from digest.importing.recognise.habits import Habits, find_habits
from digest.importing.recognise.parsedtext import ParsedText, parse_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.parts import Parts
    from digest.importing.post import Post

__all__ = ["Habits", "ParsedText", "learn_habits", "parse_text", "recognise"]


def learn_habits(parsed_texts: Iterable[ParsedText]) -> Habits:
    """Learn what repeats in the posts of an archive."""
    return find_habits(parsed.outline.blocks for parsed in parsed_texts)


def recognise(post: Post, habits: Habits | None = None, parsed: ParsedText | None = None) -> Parts:
    """Tell the parts of a post apart: text of the edition, entries and references.

    `habits` are those of its archive, from `learn_habits`; without them those of the post alone
    count. `parsed` is that of its text, from `parse_text`, where it is known already. What is not
    surely an entry stays text, in its place.
    """
    parsed = parsed or parse_text(post.text)
    own = find_habits((parsed.blocks,))
    habits = own if habits is None else habits.with_parts_of(own)
    return assemble(post, parsed, find_entries(parsed, habits))
