"""`discover:` is checked with its places, and with what was meant."""

from __future__ import annotations

import pytest

from digest.settings.config import parse_settings
from digest.settings.discoverconfig import AttentionSource, DiscoverSettings

SITE = "title: T\nurl: https://x.org/\ndiscover: "


def test_all_of_it_is_read() -> None:
    found = parse_settings(
        SITE + "{categories: [cs.cl, cs.CL, math], biorxiv: [Cell_Biology], "
        "medrxiv: ['Infectious Diseases (except HIV/AIDS)'], issns: [1476-4687, 1050124X], "
        "feeds: ['https://a.org/f.xml'], keywords: [dense  retrieval], not: [survey], "
        "people: [Yi Tay], attention: ['https://www.b.org/l.xml', "
        "{url: 'https://c.org/p.json', name: upvotes, field: votes}]}\n"
    )
    assert found.diagnostics == ()
    assert found.value.discover == DiscoverSettings(
        categories=("cs.CL", "math"),
        biorxiv=("cell biology",),
        medrxiv=("infectious diseases",),
        issns=("1476-4687", "1050-124X"),
        feeds=("https://a.org/f.xml",),
        keywords=("dense retrieval",),
        unwanted=("survey",),
        people=("Yi Tay",),
        attention=(
            AttentionSource("https://www.b.org/l.xml", "b.org"),
            AttentionSource("https://c.org/p.json", "upvotes", "votes"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "rule", "hint"),
    [
        ("{categories: [cs.CLL]}", "field-doubtful", "did you mean 'cs.CL'?"),
        ("{categories: [CL]}", "field-type", "did you mean 'cs.CL'?"),
        ("{categories: ['CS.*']}", "field-type", "did you mean 'cs'?"),
        ("{categories: [nlp and more]}", "field-type", "arxiv.org/category_taxonomy lists them"),
        ("{categories: cs.CL}", "field-type", "write [cs.CL]"),
        ("{categoris: [cs.CL]}", "field-unknown", "did you mean 'categories'?"),
        ("{biorxiv: [neurosciences]}", "field-doubtful", "did you mean 'neuroscience'?"),
        ("{medrxiv: [alchemy]}", "field-doubtful", "medRxiv.org lists them"),
        ("{issns: [1476-4688]}", "field-type", "copy it from the journal's page"),
        ("{feeds: [a.org/feed]}", "field-type", "write 'https://a.org/feed'"),
        ("{keywords: ['']}", "field-type", ""),
        ("{attention: [{name: votes}]}", "field-missing", "add 'url: …'"),
        ("[cs.CL]", "field-type", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, rule: str, hint: str) -> None:
    (found,) = parse_settings(SITE + text + "\n").diagnostics
    assert (found.rule, found.line, found.column > 10) == (rule, 3, True)
    assert hint in found.hint


def test_a_category_that_arxiv_may_have_by_now_is_kept() -> None:
    found = parse_settings(SITE + "{categories: [cs.ZZ]}\n").value
    assert found.discover.categories == ("cs.ZZ",)
