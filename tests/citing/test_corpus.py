"""Real works of every kind, as readers see them in their lists of references."""

from __future__ import annotations

from collections import Counter

import pytest

from digest.citing.labels import make_labels
from digest.citing.styles import format_reference
from digest.records.record import format_record, parse_record
from digest.records.store import record_name
from digest.settings.config import REFERENCE_STYLES
from tests.citing.corpus import PRINTED, print_references, read_works

WORKS = read_works()
DOUBLED = ("..", ",,", ", ,", ",.", " ,", "()", "[]", "  ", "?.", "“‘“", "et al..")


def test_every_reference_is_as_it_was_read_and_found_right() -> None:
    # after a change that is meant: python -m tests.citing.corpus, then read what differs
    assert print_references() == PRINTED.read_text(encoding="utf-8")


def test_there_are_works_of_every_kind() -> None:
    kinds = Counter(work.type for work in WORKS)
    assert len(WORKS) >= 200
    assert {
        "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter",
        "dataset", "document", "entry-encyclopedia", "manuscript", "motion_picture",
        "paper-conference", "patent", "report", "software", "speech", "standard", "thesis",
        "webpage",
    } <= set(kinds)  # fmt: skip


@pytest.mark.parametrize("style", sorted(REFERENCE_STYLES))
@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh", "he"])
def test_in_no_language_is_a_mark_doubled(style: str, lang: str) -> None:
    for work in WORKS:
        text = format_reference(work, style, lang).text
        for wrong in DOUBLED:
            assert wrong not in text, (work.id, wrong, text)


def test_records_of_all_of_them_can_be_kept() -> None:
    for work in WORKS:
        if not work.id.startswith("bib:"):
            read = parse_record(format_record(work), f"content/papers/{record_name(work.id)}")
            assert (read.value, read.diagnostics) == (work, ())


def test_author_year_citations_tell_all_of_them_apart() -> None:
    labels = make_labels(WORKS, "en")
    assert len({(one.authors, one.year) for one in labels}) == len(WORKS)
    named = dict(zip((work.id for work in WORKS), labels, strict=True))
    assert named["bib:breiman2001"].year == "2001a"
    assert named["bib:breiman2001two"].year == "2001b"
    # three papers of 2013 and 2014 begin with the same author's name
    assert named["bib:mikolov2013"].authors == "Mikolov, Sutskever, et al."
    assert named["bib:mikolov2013b"].authors == "Mikolov, Chen, et al."
