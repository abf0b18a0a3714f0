"""What was typed against what the record says: typography is no difference, a letter is."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.basics.editions import Entry, Override
from digest.basics.fragments import Body
from digest.basics.works import Name, Work
from digest.citing.comparison import check_overrides, name_differs, title_differs


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("Feilong Chen", "Feilong Chen"),
        ("feilong CHEN", "Feilong Chen"),
        ("Thomas Muller", "Thomas Müller"),
        ("Thomas Mueller", "Thomas Müller"),
        ('Thomas M\\"uller', "Thomas Müller"),
        ("Troels Ronnow", "Troels F. Rønnow"),
        ("W. Cohen", "William W. Cohen"),
        ("William Cohen", "William W. Cohen"),
        ("Cohen, William W.", "William W. Cohen"),
        ("William W Cohen", "William W. Cohen"),
        ("Jean Baptiste Alayrac", "Jean-Baptiste Alayrac"),
        ("J.-B. Alayrac", "Jean-Baptiste Alayrac"),
        ("JB Alayrac", "Jean-Baptiste Alayrac"),
        ("Chaoyuan Wu", "Chao-Yuan Wu"),
        ("Zhang Min", "Min Zhang"),
        ("Aäron van den Oord", "Aaron van den Oord"),
        ("Martin Luther King", "Martin Luther King Jr."),
        ("Conor O'Brien", "Conor O’Brien"),
        ("Tay", "Yi Tay"),
        ("ATLAS collaboration", "ATLAS Collaboration"),
    ],
)
def test_the_same_name(typed: str, recorded: str) -> None:
    assert not name_differs(typed, recorded)
    assert not name_differs(recorded, typed)


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("Feilong Che", "Feilong Chen"),
        ("Feiling Chen", "Feilong Chen"),
        ("Bob Cohen", "William Cohen"),
        ("M. Cohen", "William W. Cohen"),
        ("William X. Cohen", "William W. Cohen"),
        ("Yi Tay", "Vinh Q. Tran"),
        ("李明", "王明"),
        ("", "Yi Tay"),
    ],
)
def test_another_name(typed: str, recorded: str) -> None:
    assert name_differs(typed, recorded)


@pytest.mark.parametrize(
    ("typed", "recorded", "differs"),
    [
        ("ST-MoE: Designing Stable Models", "ST-MoE: designing stable models", False),
        ("Data{MUX}: Data Multiplexing", "DataMUX - Data Multiplexing", False),
        ("“Why” trust you?", "'Why' Trust You", False),
        ("Über alles", "Uber Alles", False),
        ("The $\\alpha$ of it", "The α of it", False),
        ("Perceiver", "Hierarchical Perceiver", True),
        ("Differentable Search Index", "Differentiable Search Index", True),
        ("Version 2", "Version 3", True),
    ],
)
def test_titles(typed: str, recorded: str, *, differs: bool) -> None:
    assert title_differs(typed, recorded) is differs
    assert title_differs(recorded, typed) is differs


@given(st.text(), st.text())
def test_no_text_raises(one: str, other: str) -> None:
    assert not name_differs(one, one) or not one.strip()
    assert name_differs(one, other) == name_differs(other, one)
    assert not title_differs(one, one)


WORK = Work(
    "arxiv:2202.09061",
    "article",
    "VLP: A Survey on Vision-Language Pre-training",
    author=tuple(Name(literal=name) for name in ("Feilong Chen", "Duzhen Zhang", "Minglun Han")),
    issued=(2022, 2, 18),
)
PATH = "content/editions/2022-03/04-vlp.md"
ENTRY = Entry("2022-03", "vlp", PATH, Body(), WORK.id, work_place=Place(PATH, 2, 8))


def typed(value: str, line: int, column: int = 8) -> Override:
    return Override(value, Place(PATH, line, column))


def problems(**fields: object) -> list[tuple[int, int, str, str]]:
    found = check_overrides(msgspec.structs.replace(ENTRY, **fields), WORK)
    assert all(one.rule == "metadata-differs" and one.path == PATH for one in found)
    return [(one.line, one.column, one.message, one.hint) for one in found]


def authors(*names: str) -> tuple[Override, ...]:
    return tuple(typed(name, 4, column) for column, name in enumerate(names, 1))


def test_what_agrees_is_no_problem() -> None:
    assert problems() == []
    assert (
        problems(
            title=typed("VLP: a survey on vision–language pretraining", 3),
            authors=authors("F. Chen", "Zhang, Duzhen", "Minglun Han"),
            date=typed("2022-02", 5),
        )
        == []
    )


def test_each_difference_is_named_in_its_place_with_the_right_spelling() -> None:
    found = problems(
        title=typed("VLP: A Survey", 3),
        authors=authors("Feilong Che", "Duzhen Zhang", "Minglun Han"),
        date=typed("2022-02-19", 5),
    )
    assert [one[:2] for one in found] == [(3, 8), (4, 1), (5, 8)]
    assert WORK.title in found[0][3]
    assert found[1][2:] == ("the record names no author 'Feilong Che'", "write 'Feilong Chen'")
    assert "write '2022-02-18'" in found[2][3]


def test_an_author_too_few_and_the_wrong_order() -> None:
    ((*_, message, _),) = problems(authors=authors("Feilong Chen", "Duzhen Zhang"))
    assert message == "the record has 3 authors, 2 are typed"
    ((line, column, message, hint),) = problems(
        authors=authors("Duzhen Zhang", "Feilong Chen", "Minglun Han")
    )
    # at the first name, from which on they are to be written anew
    assert (line, column) == (4, 1)
    assert message == "the record names the authors in another order"
    assert hint == "write 'Feilong Chen', 'Duzhen Zhang', 'Minglun Han'"
    assert problems(authors=authors("Feilong Chen", "et al.")) == []


def test_another_paper_is_called_so_only_when_title_and_surnames_were_compared() -> None:
    other = {"title": typed("Masked Autoencoders", 3), "authors": authors("Kaiming He")}
    ((line, column, message, hint),) = problems(**other)
    assert (line, column) == (2, 8)
    # two authors are enough to know it by
    assert message == (
        f"the record of 'arxiv:2202.09061' is another paper: '{WORK.title}' "
        "by Feilong Chen, Duzhen Zhang"
    )
    assert "check the id" in hint
    assert "another paper" not in problems(title=other["title"])[0][2]
    kin = problems(title=other["title"], authors=authors("Xinlei Chen"))
    assert all("another paper" not in one[2] for one in kin)


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("Vision-Language Survey", False),  # as the title has it
        ("Universal Simulators", False),  # as the abstract has it, in another form
        ("Masked Autoencoders", True),
        ("Autoencoder", False),  # a name of one word may be anything
    ],
)
def test_a_name_of_which_the_record_has_no_word(name: str, *, is_told: bool) -> None:
    work = msgspec.structs.replace(WORK, abstract="We train a universal simulator of it.")
    found = check_overrides(msgspec.structs.replace(ENTRY, name=name), work)
    told = f"'{name}' is not a name of '{WORK.title}', which 'arxiv:2202.09061' is"
    assert [one.message for one in found] == [told] * is_told
    assert check_overrides(msgspec.structs.replace(ENTRY, name=name), WORK) == ()
