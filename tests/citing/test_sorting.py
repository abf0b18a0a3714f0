"""Lists of references in the order of the APA's Publication Manual, 7th edition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.works import Work
from digest.citing.sorting import by_authors
from digest.records.names.bibtex import parse_names

# section 9.44 and its names; as the test files of the package biblatex-apa have them
NAMES = [
    "Benjamin, A. S.",
    "ben Yaakov, D.",
    "Denzin, N. K.",
    "de Onís, C.",
    "Devlin, J. T.",
    "Girard, J.-B.",
    "Girard-Perregaux, A. S.",
    "Ibn Abdulaziz, T.",
    "Ibn Nidal, A. K. M.",
    "López, M. E.",
    "López de Molina, G.",
    "MacCallum, II, T.",
    "MacCallum, III, T.",
    "MacNeil, E.",
    "McAdoo, Z. C. E.",
    "M'Carthy, L. L.",
    "Olson, S. R.",
    "O'Neil, U.",
    "Oppenheimer, R.",
    "San Martin, Q. E.",
    "Santa Maria, M.",
    "Santayana, F. E.",
    "Villafuerte, S. A.",
    "Villa-Lobos, J.",
]
# sections 9.46 to 9.49, from the same place: authors, year, title
WORKS = [
    ("Azikiwe, H. and Bello, A.", (2020, 3, 26), "A"),
    ("Azikiwe, H. and Bello, A.", (2020, 4, 2), "B"),
    ("Costa, Jr., P. T. and McCrae, R. R.", (2013,), ""),
    ("Costa, Jr., P. T. and McCrae, R. R.", (2014,), ""),
    ("Davidson, T. E.", (2019,), ""),
    ("Davidson, T. E. and McCabe, M. P.", (2015,), ""),
    ("Jacobson, T. E. and Duncan, B. and Young, S. E.", (2019,), ""),
    ("Jacobson, T. E. and Raymond, K. M.", (2017,), ""),
    ("Judge, T. A. and Kammeyer-Mueller, J. D.", (2012,), "General and specific measures"),
    ("Judge, T. A. and Kammeyer-Mueller, J. D.", (2012,), "On the value of aiming high"),
    ("Patel, S. N.", (), ""),
    ("Patel, S. N.", (2016,), ""),
    ("Patel, S. N.", (2020,), ""),
    ("Pfeiffer, S. J. and Chu, Wan-Wan and Park, S. H.", (2018,), ""),
    ("Pfeiffer, S. J. and Chu, Wan-Wan and Wall, T. L.", (2018,), ""),
    ("Smith, A.", (2014,), "An Awful Lot of Special Things"),
    ("Smith, A.", (2014,), "The Banality of Special Things"),
    ("Smith, A.", (2014,), "Interesting Things"),
    ("Smith, A.", (2014,), "A Litany of Special Things"),
    ("Taylor, J. M. and Neimeyer, G. J.", (2015,), ""),
    ("Taylor, T.", (2014,), ""),
    ("", (), "The Theory of Everything"),
]


def work(author: str, issued: tuple[int, ...] = (2014,), title: str = "T") -> Work:
    return Work("bib:x", "book", title, author=parse_names(author), issued=issued)


@pytest.mark.parametrize(
    "listed",
    [[work(name) for name in NAMES], [work(*one) for one in WORKS]],
    ids=["names", "works"],
)
def test_as_the_manual_lists_them(listed: list[Work]) -> None:
    assert sorted(listed[1:] + listed[:1], key=by_authors) == listed
    assert sorted(listed[::2] + listed[1::2], key=by_authors) == listed


texts = st.text(max_size=8)


works = st.builds(work, texts, st.sampled_from([(), (2020,)]), texts)


@given(works, works)
def test_any_two_works_have_an_order(one: Work, other: Work) -> None:
    before, behind = by_authors(one), by_authors(other)
    assert (before < behind) + (before == behind) + (before > behind) == 1


def test_letters_of_their_own_stand_with_those_that_they_are_taken_for() -> None:
    names = [
        "Adams, A.",
        "Ærø, B.",
        "Afra, C.",
        "Łukasiewicz, J.",
        "Moore, G.",
        "Ørsted, H.",
        "Zed, A.",
    ]
    works = [Work("bib:x", "book", "T", author=parse_names(name)) for name in reversed(names)]
    assert [work.author for work in sorted(works, key=by_authors)] == [
        parse_names(name) for name in names
    ]


def test_what_is_still_to_come_stands_behind_what_has_a_year() -> None:
    # section 9.46: no date, years, and "in press" at the end
    author = parse_names("Poe, A.")
    undated = Work("bib:a", "book", "Z", author=author)
    dated = Work("bib:b", "book", "Y", author=author, issued=(2020,))
    coming = Work("bib:c", "book", "A", author=author, status="In press")
    assert sorted([coming, dated, undated], key=by_authors) == [undated, dated, coming]


def test_a_part_without_author_stands_by_its_title() -> None:
    editor = parse_names("Grab, John")
    book = Work("bib:b", "book", "Z", editor=editor)
    parts = [
        Work("bib:a", kind, title, editor=editor, container_title="Z")
        for kind, title in (("entry-encyclopedia", "Cleveland"), ("chapter", "Denver"))
    ]
    assert sorted([book, *parts], key=by_authors) == [*parts, book]
