"""Bylines and the short labels of author-year citations."""

from __future__ import annotations

import pytest

from digest.basics.works import Name, Work
from digest.citing.bylines import make_byline
from digest.citing.labels import Label, make_labels

FOUR = ("Yi Tay", "Vinh Q. Tran", "Ji Ma", "Jianmo Ni")


@pytest.mark.parametrize(
    ("names", "limit", "named", "byline"),
    [
        ((), 4, 1, ""),
        (FOUR[:1], 4, 1, "Yi Tay"),
        (FOUR[:2], 4, 1, "Yi Tay and Vinh Q. Tran"),
        (FOUR, 4, 1, "Yi Tay, Vinh Q. Tran, Ji Ma and Jianmo Ni"),
        (FOUR, 3, 1, "Yi Tay et al."),
        (FOUR, 2, 2, "Yi Tay, Vinh Q. Tran et al."),
        (FOUR[:2], 2, 2, "Yi Tay and Vinh Q. Tran"),
        (FOUR, 0, 0, "Yi Tay et al."),
        (FOUR * 10, 40, 1, ", ".join((FOUR * 10)[:39]) + " and Jianmo Ni"),
        (FOUR * 10, 4, 1, "Yi Tay et al."),
        (("ATLAS Collaboration",), 1, 1, "ATLAS Collaboration"),
        ((*FOUR[:1], "others"), 4, 1, "Yi Tay et al."),
        ((*FOUR[:2], "others"), 4, 1, "Yi Tay, Vinh Q. Tran et al."),
    ],
)
def test_a_byline(names: tuple[str, ...], limit: int, named: int, byline: str) -> None:
    assert make_byline(names, limit=limit, named=named, lang="en") == byline


@pytest.mark.parametrize(
    ("lang", "all_named", "cut"),
    [
        ("en-GB", "A, B and C", "A et al."),
        ("de", "A, B und C", "A et al."),
        ("fr", "A, B et C", "A et al."),
        ("nl", "A, B en C", "A et al."),
        ("no", "A, B og C", "A mfl."),
        ("pl", "A, B i C", "A i in."),
        ("pt-BR", "A, B e C", "A et al."),
        ("sr", "A, B и C", "A и остали"),
        ("sr-Latn", "A, B i C", "A i ostali"),
        ("ru", "A, B и C", "A и др."),
        ("ja", "A、B、C", "A ほか"),
        ("zh", "A、B和C", "A 等"),
        ("he", "A, B \u05d5-C", "A ואחרים"),
        ("tlh", "A, B and C", "A et al."),
        ("not a language", "A, B and C", "A et al."),
    ],
)
def test_a_byline_in_the_sites_language(lang: str, all_named: str, cut: str) -> None:
    names = ("A", "B", "C")
    assert make_byline(names, limit=3, lang=lang) == all_named
    assert make_byline(names, limit=1, lang=lang) == cut


def test_hebrew_s_and_is_a_part_of_a_hebrew_name() -> None:
    names = ("Ada Poe", "דוד כהן")
    assert make_byline(names, limit=2, lang="he") == "Ada Poe ודוד כהן"
    assert make_byline(names[::-1], limit=2, lang="he") == "דוד כהן \u05d5-Ada Poe"


def work(year: int, *families: str, title: str = "T") -> Work:
    names = tuple(Name(family=one, given="X", literal=f"X {one}") for one in families)
    return Work(title, "article", title, author=names, issued=(year,) if year else ())


def test_labels() -> None:
    made = make_labels(
        [
            work(2020, "Lillicrap"),
            work(2022, "Gu", "Goel"),
            work(2022, "Tay", "Tran", "Ma"),
            work(2021, "Tay"),
        ],
        "en",
    )
    assert made == (
        Label("Lillicrap", "2020"),
        Label("Gu and Goel", "2022"),
        Label("Tay et al.", "2022"),
        Label("Tay", "2021"),
    )


def test_works_of_the_same_authors_get_letters_in_their_order() -> None:
    same = [work(2022, "Tay", "Tran", "Ma"), work(2022, "Gu"), work(2022, "Tay", "Tran", "Ma")]
    made = make_labels(same, "en")
    assert [one.year for one in made] == ["2022a", "2022", "2022b"]
    assert [one.letter for one in made] == ["a", "", "b"]
    many = make_labels([work(2022, "Tay")] * 28, "en")
    assert [one.year for one in many[-3:]] == ["2022z", "2022aa", "2022ab"]


def test_as_many_names_are_told_as_tell_works_apart() -> None:
    # the examples of APA 7, section 8.18
    kapoor = ("Kapoor", "Bloom")
    made = make_labels(
        [
            work(2017, *kapoor, "Montez", "Warner", "Hill"),
            work(2017, *kapoor, "Zucker", "Hale", "Ortiz"),
            work(2017, *kapoor, "Montez", "Warner", "Hill"),
            work(2013, "Hasan", "Liang", "Kahn", "Jones-Miller"),
            work(2013, "Hasan", "Liang", "Kahn", "Weintraub"),
        ],
        "en",
    )
    assert [f"{one.authors}, {one.year}" for one in made] == [
        "Kapoor, Bloom, Montez, et al., 2017a",
        "Kapoor, Bloom, Zucker, et al., 2017",
        "Kapoor, Bloom, Montez, et al., 2017b",
        "Hasan, Liang, Kahn and Jones-Miller, 2013",
        "Hasan, Liang, Kahn and Weintraub, 2013",
    ]
    # of another year, or by itself, the first is enough
    assert make_labels([work(2017, *kapoor, "Montez"), work(2018, *kapoor, "Zucker")], "de") == (
        Label("Kapoor et al.", "2017"),
        Label("Kapoor et al.", "2018"),
    )


def test_lists_that_differ_far_down_are_told_apart_by_letters() -> None:
    crowd = [f"N{index}" for index in range(3_303)]
    made = make_labels([work(2015, *crowd), work(2015, *crowd[:-1], "Z")], "en")
    assert [(one.authors, one.year) for one in made] == [
        ("N0 et al.", "2015a"), ("N0 et al.", "2015b")
    ]  # fmt: skip


def signed(year: int, given: str, family: str) -> Work:
    name = Name(family, given, "", f"{given} {family}")
    return Work(given + str(year), "article", "T", author=(name,), issued=(year,))


def test_namesakes_have_their_initials() -> None:
    # the example of APA 7, section 8.20
    made = make_labels(
        [signed(2015, "Jennifer M.", "Taylor"), signed(2014, "Todd", "Taylor")], "en"
    )
    assert [one.authors for one in made] == ["J. M. Taylor", "T. Taylor"]
    # one whose second name is not always printed is no namesake
    same = make_labels([signed(2015, "Yi", "Tay"), signed(2014, "Yi B.", "Tay")], "en")
    assert [one.authors for one in same] == ["Tay", "Tay"]


@pytest.mark.parametrize(
    ("lang", "no_date"), [("de", "o.\u00a0J."), ("nl", "z.d."), ("tlh", "n.d.")]
)
def test_no_date_in_the_sites_language(lang: str, no_date: str) -> None:
    assert make_labels([work(0, "Tay")], lang)[0].year == no_date


def test_a_name_that_runs_the_other_way_is_set_apart() -> None:
    oz = "\u05e2\u05d5\u05d6"
    made = make_labels([work(2002, oz, "Poe")], "en")
    assert made[0].authors == f"\u2068{oz}\u2069 and Poe"
    poe = Name(family="Poe", given="X", literal="X Poe")
    cut = Work("x", "book", "T", author=(poe, Name(literal="others")), issued=(2002,))
    assert make_labels([cut], "he")[0].authors == "\u2068Poe\u2069 ואחרים"


def test_what_is_unknown() -> None:
    assert make_labels([work(0, "Tay")], "en") == (Label("Tay", "n.d."),)
    assert [one.year for one in make_labels([work(0, "Tay")] * 2, "en")] == ["n.d.-a", "n.d.-b"]
    assert make_labels([work(2022, title="A short title")], "en")[0].authors == "A short title"
    long = make_labels([work(2022, title="word " * 30)], "en")[0].authors
    assert long.endswith("word…")
    assert len(long) <= 41
    body = Work("x", "article", "T", author=(Name(literal="ATLAS Collaboration"),), issued=(2012,))
    assert make_labels([body], "en") == (Label("ATLAS Collaboration", "2012"),)


def test_a_label_leaves_the_collaboration_to_the_reference() -> None:
    atlas, aad = Name(literal="ATLAS Collaboration"), Name("Aad", "G.", "", "G. Aad")
    poe = Name("Poe", "Ada", "", "Ada Poe")
    works = [
        Work(str(index), "article", "T", author=author, issued=(2012 + index,))
        for index, author in enumerate(
            [(aad, atlas, Name(literal="others")), (poe, atlas), (poe, aad, atlas)]
        )
    ]
    assert [label.authors for label in make_labels(works, "en")] == [
        "Aad et al.", "Poe and ATLAS Collaboration", "Poe et al."
    ]  # fmt: skip
