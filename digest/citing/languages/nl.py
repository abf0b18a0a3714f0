"""What references say in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "In {}",
    "editor": ("red.", "red."),
    "series_editor": ("reeksred.", "reeksred."),
    "director": ("regisseur", "regisseurs"),
    "translator": "vert.",
    "edition": "{}e dr.",
    "volume": "vol. {}",
    "issue": "nr. {}",
    "chapter": "hfdst. {}",
    "page": ("p. {}", "pp. {}"),
    "article": "artikel {}",
    "number": "nr. {}",
    "version": "versie {}",
    "no_date": "z.d.",
    "retrieved": "Geraadpleegd op {}, van",
    "original": "Oorspronkelijk werk gepubliceerd in {}",
    "accessed": "Geraadpleegd: {}",
    "online": "[Online]. Beschikbaar op:",
    "presented": "gepresenteerd bij {}",
    "dataset": "Dataset",
    "software": "Software",
    "video": "Video",
    "patent": "Octrooi",
    "thesis": "Proefschrift",
    "phd_thesis": "Proefschrift",
    "masters_thesis": "Masterscriptie",
    "technical_report": "Technisch rapport",
    "talk": "Conferentiepresentatie",
    "post": "Bericht",
    "manuscript": "Ongepubliceerd manuscript",
    "retracted": "Ingetrokken",
    "withdrawn": "Ingetrokken",
    "ahead": "Online vooruitgave",
    "in_press": "in druk",
}
