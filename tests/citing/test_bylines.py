"""Bylines and the short labels of author-year citations."""

from __future__ import annotations

import pytest

from digest.citing.bylines import make_byline
from digest.citing.labels import Label, make_labels
from digest.model import Name, Work

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
        ("ru", "A, B и C", "A и др."),
        ("ja", "A、B、C", "A ほか"),
        ("zh", "A、B和C", "A 等"),
        ("tlh", "A, B and C", "A et al."),
        ("not a language", "A, B and C", "A et al."),
    ],
)
def test_a_byline_in_the_sites_language(lang: str, all_named: str, cut: str) -> None:
    names = ("A", "B", "C")
    assert make_byline(names, limit=3, lang=lang) == all_named
    assert make_byline(names, limit=1, lang=lang) == cut


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


def test_works_of_one_label_get_letters_in_their_order() -> None:
    same = [work(2022, "Tay", "Tran", "Ma"), work(2022, "Gu"), work(2022, "Tay", "Ni", "Qin")]
    assert [one.year for one in make_labels(same, "en")] == ["2022a", "2022", "2022b"]
    many = make_labels([work(2022, "Tay")] * 28, "en")
    assert [one.year for one in many[-3:]] == ["2022z", "2022aa", "2022ab"]


def test_what_is_unknown() -> None:
    assert make_labels([work(0, "Tay")], "en") == (Label("Tay", "n.d."),)
    assert [one.year for one in make_labels([work(0, "Tay")] * 2, "en")] == ["n.d.-a", "n.d.-b"]
    assert make_labels([work(2022, title="A short title")], "en")[0].authors == "A short title"
    long = make_labels([work(2022, title="word " * 30)], "en")[0].authors
    assert long.endswith("word…")
    assert len(long) <= 41
    body = Work("x", "article", "T", author=(Name(literal="ATLAS Collaboration"),), issued=(2012,))
    assert make_labels([body], "en") == (Label("ATLAS Collaboration", "2012"),)
