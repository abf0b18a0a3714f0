"""What references say in German."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "In {}",
    "editor": ("Hrsg.", "Hrsg."),
    "series_editor": ("Reihenhrsg.", "Reihenhrsg."),
    "director": ("Regisseur", "Regisseure"),
    "translator": "Übers.",
    "edition": "{}. Aufl.",
    "volume": "Bd. {}",
    "issue": "Nr. {}",
    "chapter": "Kap. {}",
    "page": ("S. {}", "S. {}"),
    "article": "Artikel {}",
    "number": "Nr. {}",
    "version": "Version {}",
    "no_date": "o.\u00a0J.",
    "retrieved": "Abgerufen am {}, von",
    "original": "Originalwerk veröffentlicht {}",
    "accessed": "Zugegriffen: {}",
    "online": "[Online]. Verfügbar unter:",
    "presented": "präsentiert auf: {}",
    "dataset": "Datensatz",
    "software": "Software",
    "video": "Video",
    "patent": "Patent",
    "thesis": "Dissertation",
    "phd_thesis": "Dissertation",
    "masters_thesis": "Masterarbeit",
    "technical_report": "Technischer Bericht",
    "talk": "Konferenzbeitrag",
    "post": "Beitrag",
    "manuscript": "Unveröffentlichtes Manuskript",
    "retracted": "Zurückgezogen",
    "withdrawn": "Zurückgezogen",
    "ahead": "Vorab-Onlinepublikation",
    "in_press": "im Druck",
}
