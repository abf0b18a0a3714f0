"""What references say in Italian."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "In {}",
    "editor": ("a cura di", "a cura di"),
    "series_editor": ("cur. della collana", "cur. della collana"),
    "director": ("regista", "registi"),
    "translator": "trad.",
    "edition": "{}ª ed.",
    "volume": "vol. {}",
    "issue": "fasc. {}",
    "chapter": "cap. {}",
    "page": ("p. {}", "pp. {}"),
    "article": "articolo {}",
    "number": "n. {}",
    "version": "versione {}",
    "no_date": "s.d.",
    "retrieved": "Recuperato il {}, da",
    "original": "Opera originale pubblicata nel {}",
    "accessed": "Consultato: {}",
    "online": "[Online]. Disponibile su:",
    "presented": "presentato al {}",
    "dataset": "Set di dati",
    "software": "Software",
    "video": "Video",
    "patent": "Brevetto",
    "thesis": "Tesi",
    "phd_thesis": "Tesi di dottorato",
    "masters_thesis": "Tesi di laurea magistrale",
    "technical_report": "Rapporto tecnico",
    "talk": "Presentazione a un convegno",
    "post": "Post",
    "manuscript": "Manoscritto non pubblicato",
    "retracted": "Ritrattato",
    "withdrawn": "Ritirato",
    "ahead": "Pubblicazione online anticipata",
    "in_press": "in stampa",
}
