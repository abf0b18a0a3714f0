"""The few words and marks that references need, by language.

Terms and quotation marks follow the locale files of the Citation Style Language; the commas and
the "and" of lists are CLDR's, through Babel.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from digest.basics.quotationmarks import quotation_marks
from digest.basics.text import language_tags
from digest.citing.languages import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping


class Terms(msgspec.Struct, frozen=True):
    """What a language puts around and between the parts of a reference."""

    comma: str = ", "
    """Between the names of a list."""
    last: str = " and "
    """Before the last of three names or more."""
    pair: str = " and "
    """Between two names."""
    et_al: str = "et al."
    by: str = ""
    """Between a work's title and its authors; empty where a comma must do."""
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    """Outer opening and closing, inner opening and closing."""
    is_english: bool = True
    """Whether the customs of American print hold: the comma within the quotation marks, and
    before the "and" of a series."""
    is_right_to_left: bool = False
    ampersand: str = ", & "
    """Before the last author of a list in the style `apa`."""
    within: str = "In {}"
    """What a chapter is part of."""
    editor: tuple[str, str] = ("Ed.", "Eds.")
    """Of one, and of several."""
    series_editor: tuple[str, str] = ("Series Ed.", "Series Eds.")
    """As `editor`."""
    director: tuple[str, str] = ("Director", "Directors")
    """As `editor`."""
    translator: str = "Trans."
    """Of one as of several."""
    edition: str = "{} ed."
    """Of a number; English's has its ending already: `2nd`."""
    volume: str = "vol. {}"
    issue: str = "no. {}"
    chapter: str = "ch. {}"
    page: tuple[str, str] = ("p. {}", "pp. {}")
    """One, and several."""
    article: str = "Article {}"
    """The number of an article that has no pages."""
    number: str = "No. {}"
    """Of a report, a patent or a standard."""
    version: str = "Version {}"
    no_date: str = "n.d."
    retrieved: str = "Retrieved {}, from"
    """Before the address of a page that changes."""
    original: str = "Original work published {}"
    """Of what is translated or printed again."""
    accessed: str = "Accessed: {}"
    online: str = "[Online]. Available:"
    presented: str = "presented at {}"
    dataset: str = "Data set"
    software: str = "Computer software"
    video: str = "Video"
    patent: str = "Patent"
    thesis: str = "Thesis"
    phd_thesis: str = "PhD thesis"
    masters_thesis: str = "Master\u2019s thesis"
    technical_report: str = "Technical report"
    talk: str = "Conference presentation"
    post: str = "Post"
    manuscript: str = "Unpublished manuscript"
    retracted: str = "Retracted"
    """Of what its publisher has taken back."""
    withdrawn: str = "Withdrawn"
    """Of what its authors have."""
    ahead: str = "Advance online publication"
    """Of an article that is out before its issue is."""
    circa: str = "ca. {}"
    """Of a year that is only about right."""
    in_press: str = "in press"
    """In place of a year."""


_ET_AL = {
    "ar": "وآخرون", "bg": "и съавт.", "ca": "et al.", "cs": "et al.", "da": "m.fl.",
    "el": "κ.ά.", "fa": "و دیگران", "fi": "ym.", "he": "ואחרים", "hr": "i ostali",
    "hu": "és mtsai.", "id": "dkk.", "is": "o.fl.", "ja": "ほか", "ko": "외", "lt": "ir kt.",
    "lv": "u.c.", "nb": "mfl.", "nn": "mfl.", "pl": "i in.", "ru": "и др.",
    "sl": "idr.", "sr": "и остали", "sr-latn": "i ostali", "sv": "m.fl.", "th": "และคณะ",
    "tr": "vd.", "uk": "та ін.", "zh": "等",
}  # fmt: skip
_BY = {
    "en": "by", "ca": "de", "da": "af", "de": "von", "es": "de", "fr": "par", "gl": "de",
    "it": "di", "nb": "av", "nl": "van", "nn": "av", "pt": "de", "sv": "av",
}  # fmt: skip
_AMPERSANDS = {"de": " & ", "nl": ", & ", "ja": "・", "zh": "、"}
"""Where guides to APA's style in the language have a sign of their own; elsewhere its "and"."""
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@functools.cache
def terms(lang: str) -> Terms:
    """Return the terms of a language tag, as `nl` or `de-CH`; unknown ones have English's."""
    tag = lang.lower().replace("_", "-")
    base = tag.partition("-")[0]
    tags = language_tags(lang)
    written = tags[-1]
    is_english = base == "en"
    comma, last, pair = (", ", " and ", " and ") if is_english else _list_marks(tag, base)
    words = words_in(tags[0]) | words_in(written)
    made = Terms(
        comma,
        last,
        pair,
        et_al=_find(_ET_AL, tags, "et al."),
        by=_find(_BY, tags, ""),
        quotes=quotation_marks(lang),
        is_english=is_english,
        is_right_to_left=base in _RIGHT_TO_LEFT,
        ampersand=", & " if is_english else _AMPERSANDS.get(base, last),
    )
    return msgspec.structs.replace(made, **words)


def _find(words: Mapping[str, str], tags: tuple[str, ...], default: str) -> str:
    return next((words[tag] for tag in tags[::-1] if tag in words), default)


def _list_marks(tag: str, base: str) -> tuple[str, str, str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- English sites do without it

    for name in (tag, base):
        try:
            patterns = Locale.parse(name, sep="-").list_patterns["standard"]
        except (UnknownLocaleError, ValueError):
            continue
        marks = (patterns[kind].replace("{0}", "").replace("{1}", "") for kind in _KINDS)
        comma, last, pair = marks
        return comma, last, pair
    return Terms().comma, Terms().last, Terms().pair


_KINDS = ("middle", "end", "2")
"""CLDR's names for the patterns within a list, before its end, and of a list of two."""
