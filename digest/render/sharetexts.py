"""A text that tells a social network of an edition, no longer than the network takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from wcwidth import iter_graphemes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from digest.site.views.cards import EditionCard, EntryCard

_PAPERS = 3
"""The most papers that are named."""
_MADE_SHORT = 23
"""What Mastodon counts for an address, however long (its API: `characters_reserved_per_url`)."""


class ShareText(msgspec.Struct, frozen=True):
    """A text to paste."""

    text: str
    length: int
    """As the network counts it."""
    is_whole: bool
    """Whether nothing that is in it had to be cut."""


class Network(NamedTuple):
    """A social network."""

    name: str
    limit: int
    count: Callable[[str], int]
    """Returns how long the network takes a text to be."""
    most_bytes: int = 0
    """In UTF-8; 0 where the network counts none."""

    def takes(self, text: str) -> bool:
        """Tell whether a text is short enough."""
        is_small = not self.most_bytes or len(text.encode()) <= self.most_bytes
        return is_small and self.count(text) <= self.limit


def _count_graphemes(text: str) -> int:
    return sum(1 for _ in iter_graphemes(text))


def _count_mastodon(text: str) -> int:
    # what follows an address without a space, in a script without any or as a full stop, is not it
    address = r"https?://[!-~]*[\w/=#&+-]"
    return _count_graphemes(re.sub(address, "x" * _MADE_SHORT, text, flags=re.ASCII))


def _count_linkedin(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


NETWORKS = {
    # its lexicon `app.bsky.feed.post`: an emoji of several signs is one grapheme and many bytes
    "bluesky": Network("Bluesky", 300, _count_graphemes, most_bytes=3000),
    "mastodon": Network("Mastodon", 500, _count_mastodon),
    "linkedin": Network("LinkedIn", 3000, _count_linkedin),
}


def write_share_text(
    network: Network,
    newsletter: str,
    edition: EditionCard,
    entries: Sequence[EntryCard],
    url: str,
    words: Mapping[str, str],
) -> ShareText:
    """Return the text for a network: what the edition is, up to three papers, and its address.

    What has no room is left out, the edition's description first. Only where the title alone is too
    long, it is cut. `words` are the theme's in the edition's language.
    """
    head = f"{newsletter}: {edition.title}"
    for parts in _list_forms(head, edition.description, entries, words):
        text = "\n\n".join(part for part in (*parts, url) if part)
        if network.takes(text):
            return ShareText(text, network.count(text), is_whole=True)
    letters = [*iter_graphemes(head)]
    while letters and not network.takes(text := f"{''.join(letters)}…\n\n{url}"):
        letters.pop()
    text = text if letters else url
    return ShareText(text, network.count(text), is_whole=False)


def _list_forms(
    head: str, description: str, entries: Sequence[EntryCard], words: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """List what may be said, from most to least, as paragraphs."""
    about = f"{head}\n{description}" if description else head
    most = min(_PAPERS, len(entries))
    for count, is_described in ((most, True), *((count, False) for count in range(most, 0, -1))):
        papers = _list_papers(entries, count, words, is_described=is_described)
        yield about, papers
        if count == most:
            yield head, papers
    yield (about,)
    yield (head,)


def _list_papers(
    entries: Sequence[EntryCard], count: int, words: Mapping[str, str], *, is_described: bool
) -> str:
    lines = [
        f"• {card.name}: {card.description}"
        if is_described and card.description
        else f"• {card.name}"
        for card in entries[:count]
    ]
    if len(entries) > count:
        lines.append(f"• {words.get('more', '{count} more').format(count=len(entries) - count)}")
    return "\n".join(lines)
