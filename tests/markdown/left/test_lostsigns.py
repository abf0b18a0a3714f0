"""Signs that another program lost, and the citations that another program left."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body


def told(text: str) -> list[tuple[str, str]]:
    found = parse_body(text, "a.md").diagnostics
    return [(one.message, one.hint) for one in found if one.rule == "markup-left"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("by M\ufffdller et al.", "a letter of 'M\ufffdller' was lost", "write the letter"),
        ("donâ€™t", "'â€™' was read as another encoding than it was written in", "write '’'"),
        ("a cafÃ© in", "'Ã©' was read as another encoding than it was written in", "write 'é'"),
        ("words \uf0e0 words", "the sign U+F0E0 is in one font alone, and others show", "take it"),
        ("see Error! Reference source not found.", "'Error! Reference", "write the number or"),
        ("siehe Fehler! Textmarke nicht definiert.", "'Fehler! Textmarke", "write the number or"),
        ("it\\u2019s", "'\\u2019' would be shown", "write '’', or"),
        ("so \\ud83d\\ude00", "'\\ud83d\\ude00' would", "write '😀', or"),
        ("see Figure ??.", "'Figure ??'", "write the number or"),
        ("as they say [?].", "'[?]'", "write the number or"),
        ("as they say [citation needed].", "'[citation needed]' stands for", "write what"),
    ],
)
def test_what_was_lost_is_told(text: str, message: str, hint: str) -> None:
    (found,) = told(text)
    assert found[0].startswith(message)
    assert found[1].startswith(hint)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("so it is【1†source】.", "【1†source】"),
        ("so :contentReference[oaicite:0]{index=0}.", ":contentReference[oaicite:0]{index=0}"),
        ("[cite_start]so it is.", "[cite_start]"),
        ("so it is[cite: 1, 2].", "[cite: 1, 2]"),
        ("so citeturn0search0 it is", "citeturn0search0"),
        ("see [oai_citation:1‡this](https://example.org)", "oai_citation:1‡"),
        ("so {Smith, 2020 #12}.", "{Smith, 2020 #12}"),
        (r"so (CITATION Smi20 \l 1033 ).", r"(CITATION Smi20 \l 1033 )"),
        ("so { ADDIN EN.CITE }.", "{ ADDIN EN.CITE }"),
    ],
)
def test_citations_of_other_programs_are_told(text: str, typed: str) -> None:
    hint = "write '[@key]' for a citation, or take it away"
    assert told(text) == [(f"'{typed}' would be shown as it is typed", hint)]


@pytest.mark.parametrize(
    "text",
    [
        "The sign \ufffd (U+FFFD) stands for another.",
        "`donâ€™t` and `\uf0e0`",
        "NÃO, AMANHÃ! 3 Å thick, Âge d'or",
        "What?? Who [sic] did [it](https://example.org)?",
        "in turn 0 searches, issue (Smith, 2020) #12",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert told(text) == []
