"""What references say in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "En {}",
    "editor": ("ed.", "eds."),
    "series_editor": ("ed. de la serie", "eds. de la serie"),
    "director": ("director", "directores"),
    "translator": "trad.",
    "edition": "{}.ª ed.",
    "volume": "vol. {}",
    "issue": "n.º {}",
    "chapter": "cap. {}",
    "page": ("p. {}", "pp. {}"),
    "article": "artículo {}",
    "number": "n.º {}",
    "version": "versión {}",
    "no_date": "s.\u00a0f.",
    "retrieved": "Recuperado el {}, de",
    "original": "Obra original publicada en {}",
    "accessed": "Accedido: {}",
    "online": "[En línea]. Disponible en:",
    "presented": "presentado en {}",
    "dataset": "Conjunto de datos",
    "software": "Software",
    "video": "Video",
    "patent": "Patente",
    "thesis": "Tesis",
    "phd_thesis": "Tesis doctoral",
    "masters_thesis": "Tesis de máster",
    "technical_report": "Informe técnico",
    "talk": "Presentación de conferencia",
    "post": "Publicación",
    "manuscript": "Manuscrito inédito",
    "retracted": "Retractado",
    "withdrawn": "Retirado",
    "ahead": "Publicación anticipada en línea",
    "in_press": "en prensa",
}
