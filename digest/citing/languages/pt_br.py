"""What references say in Portuguese as Brazil writes it, where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "In {}",
    "editor": ("org.", "orgs."),
    "director": ("diretor", "diretores"),
    "edition": "{}ª ed.",
    "volume": "v. {}",
    "issue": "n. {}",
    "page": ("p. {}", "p. {}"),
    "number": "n. {}",
    "retrieved": "Recuperado em {}, de",
    "accessed": "Acesso em: {}",
    "online": "[Online]. Disponível em:",
    "phd_thesis": "Tese de doutorado",
}
