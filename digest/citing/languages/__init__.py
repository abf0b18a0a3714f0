"""What references say, in the languages that have words of their own for it.

The terms are those of the locale files of the Citation Style Language (release 1.0.2), less the
article where a language would bend it. A language that is not here has English's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.languages import ar, de, es, fr, he, it, ja, nb, nl, pl, pt, pt_br, zh, zh_hant

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

LANGUAGES: dict[str, Words] = {
    "ar": ar.WORDS,
    "de": de.WORDS,
    "es": es.WORDS,
    "fr": fr.WORDS,
    "he": he.WORDS,
    "it": it.WORDS,
    "ja": ja.WORDS,
    "nb": nb.WORDS,
    "nl": nl.WORDS,
    "pl": pl.WORDS,
    "pt": pt.WORDS,
    "pt-br": pt_br.WORDS,
    "zh": zh.WORDS,
    "zh-hant": zh_hant.WORDS,
}
"""By the language's tag in lower case; `pt-br` has what differs from `pt`, and so on."""
