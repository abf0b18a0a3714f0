"""How long a text takes to read: by its words, and by its signs where no spaces part words.

238 words a minute is what adults read of English that is no fiction (Brysbaert 2019, "How many
words do we read per minute?"); 500 signs is a usual rate for Chinese and Japanese.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.fragments import Parts

WORDS_A_MINUTE = 238
SIGNS_A_MINUTE = 500
_MINUTE = 60

_TAG = lazy_regex(r"<math.*?</math>|<[^>]*>|&#?\w+;", re.DOTALL)
"""What is no word; a formula is read at a glance."""
_SIGN = lazy_regex(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORD = lazy_regex(r"\w+(?:[-'’.]\w+)*")


def count_seconds(texts: Iterable[Parts]) -> int:
    """Return how many seconds some fragments take to read; citations take none."""
    words = signs = 0
    for parts in texts:
        html = "".join(part for part in parts if isinstance(part, str))
        text = _TAG.sub(" ", html)
        if not text.isascii():
            text, count = _SIGN.subn(" ", text)
            signs += count
        words += len(_WORD.findall(text))
    return math.ceil(_MINUTE * (words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE))


def count_minutes(seconds: int) -> int:
    """Return so many seconds as minutes: at least one, but for no text at all."""
    return max(1, round(seconds / _MINUTE)) if seconds else 0
