"""What references say in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "Dans {}",
    "editor": ("éd.", "éd."),
    "series_editor": ("dir. de coll.", "dir. de coll."),
    "director": ("réalisateur", "réalisateurs"),
    "translator": "trad.",
    "edition": "{}ᵉ éd.",
    "volume": "vol. {}",
    "issue": "nᵒ {}",
    "chapter": "chap. {}",
    "page": ("p. {}", "p. {}"),
    "article": "article {}",
    "number": "nᵒ {}",
    "version": "version {}",
    "no_date": "s.\u00a0d.",
    "retrieved": "Consulté le {}, à l\u2019adresse",
    "original": "Ouvrage original publié en {}",
    "accessed": "Consulté le\u00a0: {}",
    "online": "[En ligne]. Disponible sur\u00a0:",
    "presented": "présenté à {}",
    "dataset": "Jeu de données",
    "software": "Logiciel",
    "video": "Vidéo",
    "patent": "Brevet",
    "thesis": "Thèse",
    "phd_thesis": "Thèse de doctorat",
    "masters_thesis": "Mémoire de master",
    "technical_report": "Rapport technique",
    "talk": "Communication",
    "post": "Billet",
    "manuscript": "Manuscrit non publié",
    "retracted": "Rétracté",
    "withdrawn": "Retiré",
    "ahead": "Publication en ligne anticipée",
    "in_press": "sous presse",
}
