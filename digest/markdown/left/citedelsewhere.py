"""Citations as word processors, reference managers and assistants leave them in a text."""

from __future__ import annotations

from digest.markdown.left.forms import make_form

_HINT = "write '[@key]' for a citation, or take it away"

_OF_ASSISTANTS = (
    r"【\d{1,3}(?::\d{1,3})?†[^】\n]{0,200}】"
    r"|(?::{0,2}contentReference)?\[oaicite:\d+\](?:\{index=\d+\})?|oai_citation:\d+‡"
    r"|\[cite_start\]|\[cite: ?\d+(?:, ?\d+)*\]"
    r"|(?:(?:cite|navlist|filecite)[\ue200-\ue20f]?)?(?:[\ue200-\ue20f]?"
    r"turn\d+(?:search|view|news|academia|image|file|fetch)\d+)+[\ue200-\ue20f]?"
)
"""ChatGPT's and Gemini's."""
_OF_WORD = (
    r"[{(][^{}()\n]{2,80}, \d{4}[a-z]? #\d+(?:;[^{}()\n]*)?[})]"
    r"|\{ ?(?:ADDIN|CITATION)\b[^{}\n]*\}?|\(CITATION \w+ \\l [^()\n]*\)"
)
"""EndNote's, and those of Word itself, whose fields show such codes."""

FORMS = (
    make_form(
        ("†", "oaicite", "oai_citation", "[cite_start]", "[cite:", "turn0", "turn1", "turn2"),
        _OF_ASSISTANTS,
        _HINT,
    ),
    make_form(("#", "ADDIN", "CITATION "), _OF_WORD, _HINT),
    make_form(
        "HYPERLINK ",
        r"\{ ?HYPERLINK \"[^\"\n]*\"[^{}\n]*\}",
        "write '[words](https://…)'",
        in_addresses=True,
    ),
)
