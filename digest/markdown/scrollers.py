"""What scrolls by itself where it is wider than the page: keys reach it, and it has a name."""

from __future__ import annotations

from digest.basics.fragments import Word

_NAMES = {"table": "Table", "code": "Code", "formula": "Formula"}
"""By the theme's word for each, what stands in for it."""


def begin_scroller(tag: str, key: str) -> tuple[str | Word, ...]:
    """Return the tag that opens a scroller, as HTML with a hole for its name.

    `tag` is the element with its class, `key` the theme's word for what is in it.
    """
    name = Word(key, _NAMES[key], is_value=True)
    return f'<{tag} tabindex="0" role="group" aria-label="', name, '">'
