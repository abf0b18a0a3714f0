"""A form of markup that may be left over, and how a text is searched for forms."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

T = TypeVar("T")

OPAQUE = "\ufffc"
"""Stands in a text for each character that is not shown as it was typed."""
_URL = lazy_regex(r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"]+")
_COMMON = " \netaoinshrdlucmfwypvbgkqjxz"
"""What texts are mostly made of, the most common first."""
_SHOWN = "would be shown as it is typed"
_LONGEST = 60
_MOST, _MOST_TRIED = 100, 1000
"""Places of one form in one text that are told one by one, and that are looked at closely."""
_FEW = 8
"""As many signs with the same character are not looked for in all of a text."""
_REST = "mend those that are named, and the next are"
# from where blanks begin, for many of them take long from each
_LINE_END = lazy_regex(r"(?<![^\S\n])[^\S\n]*+\n\s*+")


class Whole:
    """All that is parsed with a text. What is asked of it is found once, as it may be long."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[object, Any] = {}

    def ask(self, find: Callable[[str], T]) -> T:
        """Return what `find` returns for all of it, which is called once."""
        if find not in self._known:
            self._known[find] = find(self._text)
        known: T = self._known[find]
        return known

    def first_line(self, block: Token) -> str:
        """Return the line on which a block begins."""
        return self.ask(_split_lines)[block.map[0] if block.map else 0]


def _split_lines(text: str) -> list[str]:
    return text.split("\n")


class Typed(NamedTuple):
    """A text as it was typed, and what it stands in."""

    text: str
    whole: Whole
    unread: frozenset[str] = frozenset()
    """Labels of links whose definitions are shown as text, as markdown-it compares labels."""


class Found(msgspec.Struct, frozen=True):
    """A place that a form fits."""

    match: re.Match[str]
    typed: Typed
    """In the text that was searched, what is not shown is opaque."""

    def __getitem__(self, group: str) -> str:
        """Return what was typed where a group of the pattern fits; empty where it does not."""
        start, end = self.match.span(group)
        return self.typed.text[start:end] if start >= 0 else ""

    @property
    def whole(self) -> str:
        """What was typed."""
        return self.typed.text[self.match.start() : self.match.end()]

    @property
    def before(self) -> str:
        """The character before it, as searched."""
        start = self.match.start()
        return self.match.string[start - 1] if start else ""

    @property
    def behind(self) -> str:
        """The character behind it, as searched."""
        return self.match.string[self.match.end() : self.match.end() + 1]


class Remark(NamedTuple):
    """What is to be said of a place."""

    hint: str
    message: str = ""
    """Where what was typed does not say it all."""
    length: int = 0
    """Of what is meant, in characters; 0 for all that the form fits."""


class Form(NamedTuple):
    """A form of markup."""

    signs: tuple[str, ...]
    r"""One of these stands in every text that has the form, at whose beginning is a `\n`."""
    pattern: re.Pattern[str]
    told: str | Callable[[Found], str | Remark]
    """The hint, or what makes it; none where the form only seems to be there."""
    in_addresses: bool = False
    """Whether the addresses in a text are searched as well."""

    @property
    def begins_lines(self) -> bool:
        """Whether it is a form of lines, which stands at the beginning of one and nowhere else."""
        return all(sign.startswith("\n") for sign in self.signs)

    def is_in(self, text: str) -> bool:
        r"""Tell whether it is in a text, at whose beginning is a `\n`."""
        # texts with a sign are few, and to look for one is quicker than to try the pattern
        return any(map(text.__contains__, self.signs)) and self.pattern.search(text) is not None


def make_form(
    signs: str | tuple[str, ...],
    pattern: str,
    told: str | Callable[[Found], str | Remark],
    *,
    in_addresses: bool = False,
) -> Form:
    """Return a form of one or more signs; the rest is as `Form` has it.

    In the pattern `^` and `$` are where lines begin and end.
    """
    signs = (signs,) if isinstance(signs, str) else signs
    return Form(signs, lazy_regex(pattern, re.MULTILINE), told, in_addresses)


class Forms(NamedTuple):
    """Forms that are looked for together."""

    forms: tuple[Form, ...]
    signs: dict[str, tuple[tuple[str, int], ...]]
    """Their signs, each with its form's index, by the character of them that is rarest in texts."""
    rare: frozenset[str]
    """These characters."""
    longest: int
    """Of the signs, in characters."""


class Left(NamedTuple):
    """A piece of markup that is left over."""

    start: int
    """Where it begins in the text."""
    message: str
    hint: str


def group_forms(*forms: Form) -> Forms:
    """Put forms together. Where two fit a place, the first is told."""
    groups: dict[str, tuple[tuple[str, int], ...]] = {}
    for index, form in enumerate(forms):
        for sign in form.signs:
            rare = max(sign, key=lambda one: (one not in _COMMON, _COMMON.find(one)))
            groups[rare] = (*groups.get(rare, ()), (sign, index))
    longest = max(len(sign) for form in forms for sign in form.signs)
    return Forms(forms, groups, frozenset(groups), longest)


def likely_forms(forms: Forms, text: str) -> list[Form]:
    r"""Return those of the forms that may be in a text, with only those signs that are in it.

    At the beginning of the text is a `\n`.
    """
    likely: dict[int, tuple[str, ...]] = {}
    # most of these characters are in no text, and this looks for all of them at once
    for rare in forms.rare.intersection(text):
        signs = forms.signs[rare]
        near = text if len(signs) < _FEW else _near(rare, text, forms.longest)
        for sign, index in signs:
            if sign in near:
                likely[index] = (*likely.get(index, ()), sign)
    return [forms.forms[index]._replace(signs=likely[index]) for index in sorted(likely)]


def _near(rare: str, text: str, length: int) -> str:
    """Return what stands within a length of a character, all that is sought with it."""
    parts = text.split(rare)
    return rare.join(
        part if len(part) < 2 * length else part[:length] + part[-length:] for part in parts
    )


def _quote(typed: str) -> str:
    """Return what was typed on one line, as long as a message may be, with all its blanks."""
    line = _LINE_END.sub(" ", typed)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def find_forms(forms: Sequence[Form], text: str, typed: Typed) -> list[Left]:
    """Find what is left of `forms` in a text, each place once, in order.

    `text` is what is shown of what was `typed`, sign for sign, with `OPAQUE` for all else. Of a
    form that is there without end, the first are told one by one, and the rest are counted.
    """
    if not forms:
        return []
    words = _URL.sub(lambda found: OPAQUE * len(found[0]), text)
    taken = bytearray(len(text))
    found: list[Left] = []
    for form in forms:
        found += _find_form(form, text if form.in_addresses else words, typed, taken)
    return sorted(found)


def _find_form(form: Form, text: str, typed: Typed, taken: bytearray) -> Iterator[Left]:
    """Find what is left of a form where nothing is `taken` yet, and take it."""
    matches, count = form.pattern.finditer(text), 0
    for match in itertools.islice(matches, _MOST_TRIED):
        told = form.told if isinstance(form.told, str) else form.told(Found(match, typed))
        told = Remark(told) if isinstance(told, str) else told
        start = match.start()
        end = start + told.length if told.length else match.end()
        if not told.hint or any(taken[start:end]):
            continue
        taken[start:end] = b"\1" * (end - start)
        message = told.message or f"'{_quote(typed.text[start:end])}' {_SHOWN}"
        yield Left(start, *(_LINE_END.sub(" ", one) for one in (message, told.hint)))
        count += 1
        if count == _MOST:
            break
    rest = sum(1 for _ in matches) if count else 0
    if rest:
        yield Left(start, f"up to {rest} more such places follow in the same text", _REST)
