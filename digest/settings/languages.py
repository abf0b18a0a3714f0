"""Which languages there are, by the Unicode CLDR, and which one somebody meant.

Babel, which has the CLDR, is slow to import, and is asked for rare languages and mistakes alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = lazy_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COMMON = words_of(
    "ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms nb nl "
    "nn no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh"
)
_SHORT = 2
"""Letters of a code that is in the CLDR; of the others there are thousands."""


def is_tag(text: str) -> bool:
    """Tell whether a text has the form of a BCP 47 language tag."""
    return _TAG.fullmatch(text) is not None


def is_language(tag: str) -> bool:
    """Tell whether a tag begins with a language that there is; any code of three letters may."""
    code = tag.partition("-")[0].lower()
    return code in _COMMON or len(code) > _SHORT or code in _names() or code in _old_codes()


def meant_language(text: str) -> str:
    """Return the tag of the language that was meant by a text that is none; or nothing.

    That may be the country in which most speak it (`jp`, `tw`), a name in English or its own, or a
    tag with an underscore.
    """
    tag = re.sub(r"[_ ]+", "-", text.strip())
    if tag != text and is_tag(tag) and is_language(tag):
        return tag
    by_name = {name.lower(): code.replace("_", "-") for code, name in _names().items()}
    found = by_name.get(text.strip().lower(), "") or (spoken_in(text) if text.isalpha() else "")
    return found or _own_names().get(slugify(text), "")


def spoken_in(country: str) -> str:
    """Return the language that most in a country speak, by the country's code; or nothing."""
    from babel.core import get_global  # noqa: PLC0415 -- see above

    likely = get_global("likely_subtags")
    found = likely.get(f"und_{country.upper()}", "")
    code = found.partition("_")[0]
    # Chinese is written otherwise in Taiwan, and `zh` alone is that of the mainland
    is_usual = found.split("_")[1:-1] == likely.get(code, "").split("_")[1:-1]
    return code if is_usual or not found else f"{code}-{country.upper()}"


def _own_names() -> dict[str, str]:
    """Return the codes of common languages by their own names, as in addresses: `francais`."""
    import babel  # noqa: PLC0415 -- see above

    codes = sorted(_COMMON - {"no"})
    return {slugify(str(babel.Locale(code).languages[code])): code for code in codes}


def _names() -> dict[str, str]:
    """Return the names in English of all languages that the CLDR knows, by their codes."""
    import babel  # noqa: PLC0415 -- see above

    return dict(babel.Locale("en").languages)


def _old_codes() -> Mapping[str, object]:
    """Return the codes that languages had, as `iw` for Hebrew, each with what it has now."""
    from babel.core import get_global  # noqa: PLC0415 -- see above

    return get_global("language_aliases")
