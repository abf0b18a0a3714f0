"""Dates as a page's language writes them."""

from __future__ import annotations

import pytest

from digest.render.dates import date_text


@pytest.mark.parametrize(
    ("date", "lang", "form", "text"),
    [
        ("2022-03-02", "en", "long", "March 2, 2022"),
        ("2022-03-02", "en-GB", "long", "2 March 2022"),
        ("2022-03-02", "nl", "long", "2 maart 2022"),
        ("2022-03-02", "de", "long", "2. März 2022"),
        ("2022-03-02", "pt-BR", "long", "2 de março de 2022"),
        ("2022-03-02", "zh-Hant", "long", "2022年3月2日"),
        ("2022-03", "en", "long", "March 2022"),
        ("2022-03-02", "en", "month", "March 2022"),
        ("2022-03-02", "en", "year", "2022"),
        ("2022", "en", "long", "2022"),
        ("0987-01-01", "en", "year", "987"),
        ("", "en", "long", ""),
        ("2022-03-02", "xx", "long", "March 2, 2022"),
    ],
)
def test_a_date(date: str, lang: str, form: str, text: str) -> None:
    assert date_text(date, lang, form) == text
