"""From the text of a post to its parts, whatever source it is of.

The steps: `lines.py` parts lines of plain text; `references.py` finds the list of references;
`sections.py` tells which parts have no papers; `heads.py` finds entries below titles, `rows.py` in
tables, `items.py` in lists and paragraphs; `assemble.py` puts the rest around them. What repeats in
a whole archive is learnt before, by `habits.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.recognise.assemble import assemble
from digest.importing.recognise.find import find_entries
from digest.importing.recognise.habits import Habits, find_habits, learn_habits
from digest.importing.recognise.layout import lay_out

if TYPE_CHECKING:
    from digest.importing.parts import Parts
    from digest.importing.post import Post

__all__ = ["Habits", "learn_habits", "recognise"]


def recognise(post: Post, habits: Habits | None = None) -> Parts:
    """Tell the parts of a post apart: text of the edition, entries and references.

    `habits` are those of its archive, from `learn_habits`; without them those of the post alone
    count. What is not surely an entry stays text, in its place.
    """
    layout = lay_out(post.text)
    own = find_habits((layout.blocks,))
    habits = own if habits is None else habits.with_parts_of(own)
    return assemble(post, layout, find_entries(layout, habits))
