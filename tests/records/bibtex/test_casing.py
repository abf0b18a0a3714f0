"""Words whose letters stay as they are typed."""

from __future__ import annotations

import pytest

from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from tests.records.bibtex.texts import work


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("title={A {Bayesian} View of {Hepatitis A}}", ("Bayesian", "Hepatitis A")),
        ("title={{The Whole of It}}", ("The Whole of It",)),
        ("title={{D}arwin's {N}e{RF}s}", ("Darwin", "NeRFs")),
        (r"title={{\"U}ber {\LaTeX} and {G{\"o}del} and K{\"a}hler}", ("Gödel",)),
        (r"title={\'{E}tude on \emph{Drosophila} {---} {1}}", ()),
        (r"title={On \emph{the {Fly}} and {H\textsubscript{2}O}}", ("Fly", "H<sub>2</sub>O")),
        (r"title={{$k$-Means} of $O({N})$ for \$5 {USD} and \$6}", ("$k$-Means", "USD")),
        ("title={a {b} c}, subtitle={{D}}, booktitle={{E} of}, series={{F}}", ("b", "D", "E", "F")),
        ('title="{B} and plain"', ("B",)),
        ("title={none}", ()),
    ],
)
def test_braces_keep_words_as_they_are(fields: str, words: tuple[str, ...]) -> None:
    assert work(f"@inproceedings{{k, {fields}}}").kept_words == words
    again = format_bibtex([KeyedWork("k", work(f"@inproceedings{{k, {fields}}}"))])
    # of a book, the whole title is kept
    kept = " | ".join(work(again).kept_words)
    assert all(word in kept for word in words)
