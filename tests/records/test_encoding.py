"""Letters that others' texts have lost, or have in another form than is meant."""

from __future__ import annotations

import pytest

from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from digest.records.doiwork import make_doi_work
from digest.records.encoding import find_lost_letter, mend_encoding


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("MÃ¼ller", "Müller"),
        ("Ã–zgÃ¼r", "Özgür"),
        ("ZajÄ…c and WaÅ‚Ä™sa", "Zając and Wałęsa"),
        ("â€œQuotedâ€\x9d itâ€™s", "“Quoted” it’s"),
        ("10 Â°C", "10 °C"),
        ("ErdÅ‘s and the cÅ“ur", "Erdős and the cœur"),
        ("a 3Ã—3 grid", "a 3×3 grid"),
        ("Î±-helix", "α-helix"),
        ("ZoÃ« said Â«goÃ»tÂ», Î» = 5", "Zoë said «goût», λ = 5"),
        ("Mu\u0308ller", "M\xfcller"),
        ("soft\xadhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("Lovelace\u202e, \u2066Ada\u2069\ufffe", "Lovelace, Ada"),
        ("e\ufb03cient", "efficient"),
    ],
)
def test_what_was_written_in_another_way_is_as_it_was_meant(text: str, meant: str) -> None:
    assert mend_encoding(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "CAFÉ” x",
        "“IRMÃ” y",
        "SÃO PAULO",
        "Âge d’or",
        "Ångström Å’s",
        "Ä– x",
        "é™¢",
        "👩‍🔬",
        "1 Å–5 Å",
        "800 Å² and 5 Å±1 and 3 Å\xa0thick",
        "«AMANHÃ» and »IRMÄ« and »5 Å«",
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert mend_encoding(text) == text


def test_it_is_mended_wherever_a_work_comes_from() -> None:
    item = {"title": "A e\ufb03cient cafÃ©", "author": [{"family": "MÃ¼ller", "given": "A."}]}
    read = make_doi_work({**item, "issued": {"date-parts": [[2020]]}}, "doi:10.1000/x")
    assert read
    bib = "@misc{k, title={A e\ufb03cient cafÃ©}, author={MÃ¼ller, A.}, year=2020}"
    (entry,) = parse_bibtex(bib, "x.bib").value or ()
    for work in (read.work, entry.work):
        shown = format_reference(work, "apa", "en").text
        assert shown.startswith("Müller, A. (2020). A efficient café.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Pap. Zool. (S\ufffdo Paulo)", "(S\ufffdo"),
        ("A D???Angelo", "D???Angelo"),
        ("Why? Because", ""),
        ("Really???", ""),
    ],
)
def test_a_lost_letter_is_found(text: str, word: str) -> None:
    assert find_lost_letter(text) == word
