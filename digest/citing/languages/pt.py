"""What references say in Portuguese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "Em {}",
    "editor": ("ed.", "eds."),
    "series_editor": ("ed. da coleção", "eds. da coleção"),
    "director": ("realizador", "realizadores"),
    "translator": "trad.",
    "edition": "{}.ª ed.",
    "volume": "vol. {}",
    "issue": "n.º {}",
    "chapter": "cap. {}",
    "page": ("p. {}", "pp. {}"),
    "article": "artigo {}",
    "number": "n.º {}",
    "version": "versão {}",
    "no_date": "s.d.",
    "retrieved": "Obtido em {}, de",
    "original": "Obra original publicada em {}",
    "accessed": "Acedido: {}",
    "online": "[Em linha]. Disponível em:",
    "presented": "apresentado em {}",
    "dataset": "Conjunto de dados",
    "software": "Software",
    "video": "Vídeo",
    "patent": "Patente",
    "thesis": "Tese",
    "phd_thesis": "Tese de doutoramento",
    "masters_thesis": "Dissertação de mestrado",
    "technical_report": "Relatório técnico",
    "talk": "Apresentação em conferência",
    "post": "Publicação",
    "manuscript": "Manuscrito não publicado",
    "retracted": "Retratado",
    "withdrawn": "Retirado",
    "ahead": "Publicação online antecipada",
    "in_press": "no prelo",
}
