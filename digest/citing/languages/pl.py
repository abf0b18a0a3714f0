"""What references say in Polish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "W {}",
    "editor": ("red.", "red."),
    "series_editor": ("red. serii", "red. serii"),
    "director": ("reż.", "reż."),
    "translator": "tłum.",
    "edition": "wyd. {}",
    "volume": "t. {}",
    "issue": "nr {}",
    "chapter": "rozdz. {}",
    "page": ("s. {}", "s. {}"),
    "article": "artykuł {}",
    "number": "nr {}",
    "version": "wersja {}",
    "no_date": "b.d.",
    "retrieved": "Pobrano {}, z",
    "original": "Oryginał opublikowany w {}",
    "accessed": "Dostęp: {}",
    "online": "[Online]. Dostępne na:",
    "presented": "zaprezentowano na: {}",
    "dataset": "Zbiór danych",
    "software": "Oprogramowanie",
    "video": "Film",
    "patent": "Patent",
    "thesis": "Rozprawa",
    "phd_thesis": "Rozprawa doktorska",
    "masters_thesis": "Praca magisterska",
    "technical_report": "Raport techniczny",
    "talk": "Referat konferencyjny",
    "post": "Wpis",
    "manuscript": "Rękopis niepublikowany",
    "retracted": "Wycofano",
    "withdrawn": "Wycofano",
    "ahead": "Publikacja online przed drukiem",
    "in_press": "w druku",
}
