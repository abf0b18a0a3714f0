"""Which quotation marks a language has, in texts, titles and references."""

from __future__ import annotations

from digest.basics.text import language_tags

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_ENGLISH = ("“", "”", "‘", "’")
_LOW_HIGH = ("„", "“", "‚", "‘")
_LOW_RIGHT = ("„", "”", "‚", "’")
_LOW_ANGLES = ("„", "”", "»", "«")
_RIGHT_RIGHT = ("”", "”", "’", "’")
_ANGLES = ("«", "»", "“", "”")
_ANGLES_LOW = ("«", "»", "„", "“")
_ANGLES_RAISED = ("«", "»", "‘", "’")
_ANGLES_TWICE = ("«", "»", "‹", "›")
_CORNERS = ("「", "」", "『", "』")

_MARKS = {
    **dict.fromkeys(("bg", "cs", "de", "et", "is", "lt", "mk", "sk", "sl", "sr"), _LOW_HIGH),
    **dict.fromkeys(("ca", "el", "es", "it", "pt", "sq"), _ANGLES),
    **dict.fromkeys(("be", "ru", "uk"), _ANGLES_LOW),
    **dict.fromkeys(("hu", "pl", "ro"), _LOW_ANGLES),
    **dict.fromkeys(("bs", "hr"), _LOW_RIGHT),
    **dict.fromkeys(("nb", "nn"), _ANGLES_RAISED),
    **dict.fromkeys(("de-ch", "fa", "it-ch"), _ANGLES_TWICE),
    **dict.fromkeys(("fi", "sv"), _RIGHT_RIGHT),
    **dict.fromkeys(("ja", "zh-hant"), _CORNERS),
    "da": ("»", "«", "›", "‹"),
    "fr": (f"«{_NARROW}", f"{_NARROW}»", f"‹{_NARROW}", f"{_NARROW}›"),
    "pt-br": _ENGLISH,
}
"""By language, as in the Unicode CLDR or in the locale files of the Citation Style Language."""


def quotation_marks(lang: str) -> tuple[str, str, str, str]:
    """Return a language's marks: outer opening and closing, inner opening and closing.

    Those of English where nothing is known of the language.
    """
    return next((_MARKS[tag] for tag in language_tags(lang)[::-1] if tag in _MARKS), _ENGLISH)
