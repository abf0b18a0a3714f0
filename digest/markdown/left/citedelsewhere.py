"""Citations as word processors, reference managers and assistants leave them in a text."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import Form

_HINT = "write '[@key]' for a citation, or take it away"

FORMS = (
    # of assistants: ChatGPT, Gemini
    Form(("†",), lazy_regex(r"【\d{1,3}(?::\d{1,3})?†[^】\n]{0,200}】"), _HINT),
    Form(
        ("oaicite", "oai_citation"),
        lazy_regex(
            r":{0,2}contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
            r"|\[oaicite:\d+\](?:\{index=\d+\})?|oai_citation:\d+‡"
        ),
        _HINT,
    ),
    Form(
        ("[cite_start]", "[cite:"),
        lazy_regex(r"\[cite_start\]|\[cite: ?\d+(?:, ?\d+)*\]"),
        _HINT,
    ),
    Form(
        ("turn0", "turn1", "turn2"),
        lazy_regex(
            r"(?:(?:cite|navlist|filecite)[\ue200-\ue20f]?)?(?:[\ue200-\ue20f]?turn\d+(?:search|view|news|academia|image|file|fetch)\d+)+[\ue200-\ue20f]?"
        ),
        _HINT,
    ),
    # of EndNote, and of Word, whose fields show such codes
    Form(("#",), lazy_regex(r"[{(][^{}()\n]{2,80}, \d{4}[a-z]? #\d+(?:;[^{}()\n]*)?[})]"), _HINT),
    Form(
        ("{ADDIN", "{ ADDIN", "(CITATION ", "{ CITATION", "{CITATION"),
        lazy_regex(r"\{ ?(?:ADDIN|CITATION)\b[^{}\n]*\}?|\(CITATION \w+ \\l [^()\n]*\)"),
        _HINT,
    ),
    Form(
        ("HYPERLINK ",),
        lazy_regex(r"\{ ?HYPERLINK \"[^\"\n]*\"[^{}\n]*\}"),
        "write '[words](https://…)'",
        in_addresses=True,
    ),
)
