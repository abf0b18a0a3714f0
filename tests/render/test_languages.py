"""What pages need of a language is what Babel says, also where it was kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton

from digest.render.languages import find_language

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def _new_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path))


# with months that bend, days of two digits, an era, and months that are numbers
LANGUAGES = "en en-GB de fr es it nl pt-BR pl cs fi lt lv hr ca el ar he fa th zh ja ko hu eu bg mn"


@pytest.mark.usefixtures("_new_cache")
@pytest.mark.parametrize("lang", LANGUAGES.split())
def test_dates_are_written_as_babel_writes_them(lang: str) -> None:
    locale = Locale.parse(lang, sep="-")
    for _ in range(2):
        # the second time it is what was kept
        find_language.cache_clear()
        found = find_language(lang)
        for month in range(1, 13):
            for day in (1, 9, 28):
                date = dt.date(987, month, day)
                written = found.days[month - 1].format(y=date.year, d=date.day)
                assert written == format_date(date, "long", locale=locale)
                written = found.months[month - 1].format(y=date.year)
                assert written == format_skeleton("yMMMM", date, locale=locale)


@pytest.mark.usefixtures("_new_cache")
@pytest.mark.parametrize(
    ("lang", "country_form", "is_right_to_left"),
    [
        ("de", "de_DE", False),
        ("en-GB", "en_GB", False),
        ("zh-Hant", "zh_TW", False),
        ("ar", "ar_EG", True),
        ("he-IL", "he_IL", True),
        ("az-Arab", "az_IR", True),
        ("sd-Deva", "sd_IN", False),
        ("prs", "prs", True),
        ("syr", "syr_IQ", True),
        ("de-1901", "de_DE", False),
        ("xx", "xx", False),
        ("../../etc", "../../etc", False),
    ],
)
def test_a_language(lang: str, country_form: str, *, is_right_to_left: bool) -> None:
    for _ in range(2):
        find_language.cache_clear()
        found = find_language(lang)
        assert (found.country_form, found.is_right_to_left) == (country_form, is_right_to_left)
    if lang == "xx":
        assert found.days == find_language("en").days
