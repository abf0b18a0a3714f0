"""What references say in Norwegian (bokmål)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "I {}",
    "editor": ("red.", "red."),
    "series_editor": ("serieredaktør", "serieredaktører"),
    "director": ("regissør", "regissører"),
    "translator": "overs.",
    "edition": "{}. utg.",
    "volume": "bd. {}",
    "issue": "nr. {}",
    "chapter": "kap. {}",
    "page": ("s. {}", "s. {}"),
    "article": "artikkel {}",
    "number": "nr. {}",
    "version": "versjon {}",
    "no_date": "u.å.",
    "retrieved": "Hentet {}, fra",
    "original": "Originalverk utgitt {}",
    "accessed": "Åpnet: {}",
    "online": "[På nett]. Tilgjengelig på:",
    "presented": "presentert på {}",
    "dataset": "Datasett",
    "software": "Programvare",
    "video": "Video",
    "patent": "Patent",
    "thesis": "Avhandling",
    "phd_thesis": "Doktoravhandling",
    "masters_thesis": "Masteroppgave",
    "technical_report": "Teknisk rapport",
    "talk": "Konferanseforedrag",
    "post": "Innlegg",
    "manuscript": "Upublisert manuskript",
    "retracted": "Tilbaketrukket",
    "withdrawn": "Trukket",
    "ahead": "Forhåndspublisert på nett",
    "in_press": "under trykking",
}
