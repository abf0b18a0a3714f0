"""Signs that were lost on the way from another program, and what it left in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.text import shorten
from digest.markdown.left.forms import Form, Remark, make_form
from digest.records.encoding import TWICE, decode_twice

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_NOT_FOUND = (
    r"Error! (?:Reference source not found|Bookmark not defined)",
    r"Fehler! (?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert)",
    r"Erreur\s?! (?:Source du renvoi introuvable|Signet non défini)",
    r"¡Error! (?:No se encuentra el origen de la referencia|Marcador no definido)",
    r"Fout! (?:Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd)",
    r"Errore\. (?:L'origine riferimento non è stata trovata|Il segnalibro non è definito)",
)
"""What Word has where a number or a name was, by its language."""
_NUMBERED = r"(?:Figs?|Figures?|Tabs?|Tables?|Secs?|Sections?|Eqs?|Equations?|Chapters?|Refs?)"


def _tell_lost(found: Found) -> str | Remark:
    text, start = found.typed.text, found.match.start()
    before, behind = text[:start].split(" ")[-1], text[start:].split(" ")[0]
    word = f"{before}{behind}".strip()
    if not any(sign.isalpha() for sign in word):
        # it is spoken of
        return ""
    return Remark("write the letter that was meant", f"a letter of '{word}' was lost")


def _tell_twice(found: Found) -> str | Remark:
    sign = decode_twice(found.match)
    message = f"'{found.whole}' was read as another encoding than it was written in"
    return Remark(f"write '{sign}'", message) if sign.isprintable() else ""


def _tell_escaped(found: Found) -> str:
    codes = found.whole.split("\\u")[1:]
    sign = b"".join(int(one, 16).to_bytes(2) for one in codes).decode("utf-16-be", "replace")
    # half of a pair stands for no sign
    is_sign = sign.isprintable() and "\ufffd" not in sign
    return f"write '{sign}', or '\\\\' for the sign" if is_sign else ""


def _tell_private(found: Found) -> Remark:
    message = f"the sign U+{ord(found.whole):04X} is in one font alone, and others show a box"
    return Remark("take it away, or write a sign that all fonts have", message)


def _tell_unseen(found: Found) -> Remark:
    said = "".join(chr(ord(sign) - 0xE0000) for sign in found.whole)
    return Remark("take them away", f"signs that nobody sees say '{shorten(said)}' to programs")


FORMS = (
    make_form("\ufffd", "\ufffd+", _tell_lost),
    Form((*"\xc2\xc3\xc4\xc5\xce\xcf\xe2\xef",), TWICE, _tell_twice),
    # of JSON and JavaScript
    make_form(
        "\\u",
        r"(?:\\u[0-9a-fA-F]{4})+",
        _tell_escaped,
    ),
    # below are those that stand for escapes in what is searched
    make_form(
        ("\uf0b7", "\uf0a7", "\uf0d8", "\uf0e0", "\uf8ff"),
        "[\ue100-\uf8ff]",
        _tell_private,
    ),
    make_form(
        tuple(map(chr, range(0xE0020, 0xE0080))),
        "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+",
        _tell_unseen,
    ),
    make_form(
        ("Error! ", "Fehler! ", "Erreur", "¡Error! ", "Fout! ", "Errore. "),
        "|".join(_NOT_FOUND),
        "write the number or the name that stood in its place",
    ),
    # as LaTeX does
    make_form(
        ("??", "[?]"),
        rf"\b{_NUMBERED}\.?[ ~\xa0]\(?\?\?(?!\?)\)?|\[\?{{1,2}}\](?![\[(:])",
        "write the number or the citation that is lacking",
    ),
)
