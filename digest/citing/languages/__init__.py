"""What references say, in the languages that have words of their own for it.

The terms are those of the locale files of the Citation Style Language (release 1.0.2), less the
article where a language would bend it. A language that is not here has English's.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

LANGUAGES = (
    *("ar", "de", "es", "fr", "he", "it", "ja", "nb", "nl", "pl", "pt", "pt-br", "zh", "zh-hant"),
)
"""Their tags in lower case; `pt-br` has what differs from `pt`, and so on."""


def words_in(lang: str) -> Words:
    """Return what references say in the language of a tag in lower case, if it is one of these."""
    if lang not in LANGUAGES:
        return {}
    # a newsletter has one or two of them
    module = importlib.import_module(f"{__name__}.{lang.replace('-', '_')}")
    words: Words = module.WORDS
    return words
