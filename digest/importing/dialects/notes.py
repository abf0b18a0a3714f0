"""Notes set apart from a text, as GitHub and digest have them: `> [!NOTE]`."""

from __future__ import annotations

from digest.basics.text import words_of

_KINDS = {
    "NOTE": words_of("note info abstract summary default primary secondary seealso"),
    "TIP": words_of("tip hint success check done idea example"),
    "IMPORTANT": words_of("important question attention"),
    "WARNING": words_of("warning warn caution-light alert"),
    "CAUTION": words_of("caution danger error failure fail bug"),
}
_ALERTS = {word: alert for alert, words in _KINDS.items() for word in words}
NOTES = frozenset(_ALERTS)
"""Words that name kinds of notes."""


def write_note(kind: str, title: str, inner: str, indent: str = "") -> str:
    """Return lines of Markdown as a note; its head stands in front of the first line.

    `inner` is what stands between the line that opens the note and the one that closes it, with an
    end of a line before and behind it; `indent` is what stands before both. One with a title of its
    own is a quotation with that title.
    """
    head = f"> **{title}**  " if title else f"> [!{_ALERTS.get(kind.lower(), 'NOTE')}]"
    return head + "\n" + quote(inner.removeprefix("\n").removesuffix("\n"), indent) + "\n"


def quote(inner: str, indent: str = "") -> str:
    """Return lines as a quotation."""
    return "\n".join(
        f"{indent}> {line.removeprefix(indent)}".rstrip() for line in inner.split("\n")
    )
