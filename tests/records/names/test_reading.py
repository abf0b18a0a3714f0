"""Names as arXiv, Crossref, DataCite and editors write them."""

from __future__ import annotations

import pytest

from digest.basics.works import Name
from digest.citing.styles.people import family_first
from digest.records.csl import parse_item
from digest.records.cslitems import make_item
from digest.records.names import OTHERS, known_names
from digest.records.names.reading import read_names

PEOPLE = [
    ("Yi Tay", "Tay, Y."),
    ("Ursula K. Le Guin", "Le Guin, U. K."),
    ("Yann Le Cun", "Le Cun, Y."),
    ("Luc Van Gool", "Van Gool, L."),
    ("Rafael La Porta", "La Porta, R."),
    ("Gerard 't Hooft", "'t Hooft, G."),
    ("Jean d'Alembert", "d'Alembert, J."),
    ("Muhammad ibn Musa al-Khwarizmi", "ibn Musa al-Khwarizmi, M."),
    ("Karl-Theodor von und zu Guttenberg", "von und zu Guttenberg, K.-T."),
    ("José Ortega y Gasset", "Ortega y Gasset, J."),
    ("Ana Silva e Souza", "Silva e Souza, A."),
    ("de la Vallée Poussin", "de la Vallée Poussin"),
    ("ibn Sīnā", "ibn Sīnā"),
    ("Jong il Kim", "Kim, J. I."),
    ("bell hooks", "hooks, B."),
    ("Quoc V. Le", "Le, Q. V."),
    ("John Watson PhD", "Watson, J."),
    ("John Watson, Ph.D.", "Watson, J."),
    ("Jane Doe, M.D., Ph.D.", "Doe, J."),
    ("John Watson MD", "Watson, J."),
    ("Prof. Dr. Hans Meyer", "Meyer, H."),
    ("MD Rahman", "Rahman, M."),
    ("Doe, Jane", "Doe, J."),
    ("Doe, Jane, PhD", "Doe, J."),
    ("Sammy Davis, Jr.", "Davis, S., Jr."),
    ("King, Jr., Martin Luther", "King, M. L., Jr."),
    ("Arfon M Smith", "Smith, A. M."),
    ("Jill-Jênn Vie", "Vie, J.-J."),
    ("Smith JA", "Smith, J. A."),
    ("van der Berg CD", "van der Berg, C. D."),
    ("Smith J.A.", "Smith, J. A."),
    ("Ivanov I. I.", "Ivanov, I. I."),
    ("Wei LI", "Li, W."),
    ("Karthika M", "Karthika, M."),
    ("Ananth P V", "Ananth, P. V."),
    ("Ananth P. V", "Ananth, P. V."),
    ("Ravi Kumar K. P. V", "Ravi Kumar, K. P. V."),
    ("XU Wenjing", "Xu, W."),
    ("Haihong E", "E, H."),
    ("Ada Lovelace (London)", "Lovelace, A."),
    ("Hans Meyer*", "Meyer, H."),
    ("Hans Meyer1,2", "Meyer, H."),
    ("†Hans Meyer‡", "Meyer, H."),
    ("Meyer, Author: Hans", "Meyer, H."),
    ("Meyer, Hans (ed.)", "Meyer, H."),
    ("Jones, JR", "Jones, J. R."),
    ("Google DeepMind", "Google DeepMind"),
    ("Deutsche Forschungsgemeinschaft", "Deutsche Forschungsgemeinschaft"),
    ("Hans Meyer<sup>1</sup>", "Meyer, H."),
    ("Hans Meyer^{1}", "Meyer, H."),
    ("Wei Wang 0001", "Wang, W."),
    (r"Martin M\"uller", "Müller, M."),
    ("M&uuml;ller, Hans", "Müller, H."),
    ("村上, 春樹", "村上春樹"),
    ("Kiet Van Nguyen", "Nguyen, K. V."),
    ("Nguyen Van Tu", "Nguyen, V. T."),
    ("Vo Thị Sáu", "Vo, T. S."),
    ("Mai Van Dijk", "Van Dijk, M."),
    ("The Anh Han", "Han, T. A."),
    ("Vu Le Grand", "Le Grand, V."),
    ("Maria de Lourdes M. Silva", "Silva, M. de L. M."),
    ("Juan de Dios Ortúzar", "Ortúzar, J. de D."),
    ("Maria del Mar", "del Mar, M."),
    ("Dara Ó Briain", "Ó Briain, D."),
    ("Ann St. John", "St. John, A."),
    ("Pietro Degli Esposti", "Degli Esposti, P."),
    ("Prof. Dr.-Ing. Hans Meyer", "Meyer, H."),
    ("Dr. med. Hans Meyer", "Meyer, H."),
    ("Rev. Thomas Bayes", "Bayes, T."),
    ("Downey R Jr", "Downey, R., Jr"),
    ("Smith JA 3rd", "Smith, J. A., 3rd"),
    ("DUPONT Jean-Luc", "Dupont, J.-L."),
    ("UMMPK Nawarathne", "Nawarathne, U."),
    ("Michael L. Commons", "Commons, M. L."),
    ("Xiaoming Wang (王小明)", "Wang, X."),
    ("Hans Meyer, meyer@example.org", "Meyer, H."),
    ("/Hans Meyer,", "Meyer, H."),
]


@pytest.mark.parametrize(("text", "listed"), PEOPLE)
def test_a_person(text: str, listed: str) -> None:
    (name,) = read_names([text])
    assert family_first(name) == listed


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("GEORGE D. WINTER", "George D. Winter"),
        ("FENG, XUELI", "Xueli Feng"),
        ("MILLER, S. M.", "S. M. Miller"),
        ("Jean DUPONT", "Jean Dupont"),
        ("O'BRIEN, SEAN", "Sean O'Brien"),
        ("MCDONALD, I.", "I. McDonald"),
        ("McDONALD, I.", "I. McDonald"),
        ("MACDONALD, MARY", "Mary MacDonald"),
        ("MACHADO, JOÃO", "João Machado"),
        ("SMITH-JONES, A.", "A. Smith-Jones"),
        ("JEAN-PAUL SARTRE", "Jean-Paul Sartre"),
        ("JAN VAN DEN BERG", "Jan van den Berg"),
        ("DE LA CRUZ, JUAN", "Juan de la Cruz"),
        ("de SILVA, A.", "A. de Silva"),
        ("LE GUIN, U. K.", "U. K. Le Guin"),
        ("MARTIN L. KING JR.", "Martin L. King Jr."),
        ("ИВАНОВ, И. И.", "И. И. Иванов"),
        ("NG, A.", "A. Ng"),
        ("Kağan ÇETİN", "Kağan Çetin"),
        ("UMMPK Nawarathne", "UMMPK Nawarathne"),
        ("SMITH, E", "E Smith"),
        # a name or two initials, nobody knows
        ("WANG, LI", "LI WANG"),
        ("LI WEI", "LI WEI"),
        ("NASA", "NASA"),
        ("NASA Ames Research Center", "NASA Ames Research Center"),
        ("IBM RESEARCH", "IBM RESEARCH"),
    ],
)
def test_capitals_are_mended_where_they_mean_nothing(text: str, literal: str) -> None:
    (name,) = read_names([text])
    assert name.literal == literal


@pytest.mark.parametrize(
    "text",
    [
        "European Research Council",
        "The University of Reading",
        "Corporation for Digital Scholarship",
        "American Rights at Work",
        "Microsoft Corporation",
        "Squeez Labs",
        "The Univalent Foundations Program",
        "University of California, Berkeley",
        "R Core Team",
        "pandas development team",
        "Wikipedia contributors",
        "World Bank",
        "Barnes & Noble",
        "Barnes and Noble",
        "ACM, Inc.",
        "Stability AI",
        "Society (UK)",
        "The Beatles",
        "Hildegard of Bingen",
        "Web3",
        "王 伟",
        "Anonymous",
    ],
)
def test_what_is_no_persons_name_is_whole(text: str) -> None:
    assert read_names([text]) == (Name(literal=text),)


@pytest.mark.parametrize(
    ("texts", "literals"),
    [
        (
            ["Enos, Ryan (Harvard University); Fowler, Anthony (University of Chicago)"],
            ["Ryan Enos", "Anthony Fowler"],
        ),
        (["王小明;李雷"], ["王小明", "李雷"]),
        (["王小明、李雷"], ["王小明", "李雷"]),
        (["Ada Lovelace and Charles Babbage"], ["Ada Lovelace", "Charles Babbage"]),
        (["Ada Lovelace & Charles Babbage"], ["Ada Lovelace", "Charles Babbage"]),
        (["A. Poe, B. Roe, and C. Doe"], ["A. Poe", "B. Roe", "C. Doe"]),
        (["Smith, J., Doe, K."], ["J. Smith", "K. Doe"]),
        (["Smith JA", "Jones MA"], ["Smith JA", "Jones MA"]),
        (["Wei LI", "Jun WU"], ["Wei Li", "Jun Wu"]),
        (["Smith J, Doe K"], ["Smith J", "Doe K"]),
        (["LI Lei", "HAN Meimei"], ["Lei Li", "Meimei Han"]),
        (["(for the X Collaboration)"], ["X Collaboration"]),
        (["and the CAMELYON16 Consortium"], ["CAMELYON16 Consortium"]),
        (["G. Aad (for the X Collaboration)", "X Collaboration"], ["G. Aad", "X Collaboration"]),
        (["G. Aad on behalf of the LHCb collaboration"], ["G. Aad", "LHCb collaboration"]),
        (["ATLAS Collaboration:"], ["ATLAS Collaboration"]),
        ([".", "-", "NULL", "N/A", "None", ":unav", "Unknown"], []),
    ],
)
def test_a_list(texts: list[str], literals: list[str]) -> None:
    assert [name.literal for name in read_names(texts)] == literals


@pytest.mark.parametrize(
    "texts",
    [
        ["P. A. R. Ade", "et al."],
        ["P. A. R. Ade et al"],
        ["P. A. R. Ade et. al."],
        ["P. A. R. Ade et al. (Berlin)"],
        ["P. A. R. Ade, et al"],
        ["P. A. R. Ade and others"],
        ["P. A. R. Ade and 17 others"],
        ["P. A. R. Ade u. a."],
        ["P. A. R. Ade", "..."],
        ["P. A. R. Ade", "others"],
        ["P. A. R. Ade", ":etal"],
        ["et al.", "P. A. R. Ade", "and others"],
    ],
)
def test_others_are_the_last_whatever_they_are_called(texts: list[str]) -> None:
    names = read_names(texts)
    assert [name.literal for name in names] == ["P. A. R. Ade", OTHERS]
    assert known_names(names) == (Name("Ade", "P. A. R.", "", "P. A. R. Ade"),)


def answered(*names: object) -> list[tuple[str, str]]:
    """Return how the names of a service's answer are listed, and shown."""
    work = parse_item({"title": "T", "author": list(names)}, "doi:10.1000/x", is_answer=True).work
    # what is in the record is read as it was written
    again = parse_item(make_item(work), "doi:10.1000/x").work
    assert again.author == work.author
    return [(family_first(name), name.literal) for name in work.author]


@pytest.mark.parametrize(
    ("name", "listed", "literal"),
    [
        ({"given": "J. van den", "family": "Berg"}, "van den Berg, J.", "J. van den Berg"),
        (
            {"given": "Elias Silva de", "family": "Medeiros"},
            "Medeiros, E. S. de",
            "Elias Silva de Medeiros",
        ),
        ({"given": "Ludwig van", "family": "Beethoven"}, "van Beethoven, L.", None),
        ({"given": ".", "family": "Sukarno"}, "Sukarno", "Sukarno"),
        ({"given": "NULL", "family": "Ramesh"}, "Ramesh", "Ramesh"),
        ({"given": "Christopher", "family": "Null"}, "Null, C.", "Christopher Null"),
        ({"given": "Hans", "family": "Meyer*"}, "Meyer, H.", "Hans Meyer"),
        ({"given": "Hans", "family": "Meyer1,2"}, "Meyer, H.", "Hans Meyer"),
        ({"given": "Hans", "family": "Meyer, PhD"}, "Meyer, H.", "Hans Meyer"),
        ({"given": "Hans", "family": "Meyer", "suffix": "MD"}, "Meyer, H.", "Hans Meyer"),
        ({"given": "Hans", "family": 'M\\"uller'}, "Müller, H.", "Hans Müller"),
        ({"given": "Hans", "family": "M&amp;N"}, "M&N, H.", "Hans M&N"),
        ({"given": "John", "family": "Smith Jr."}, "Smith, J., Jr.", "John Smith Jr."),
        ({"given": "John", "family": "Smith Jr"}, "Smith, J., Jr", "John Smith Jr"),
        ({"given": "Dr Ann", "family": "Doe"}, "Doe, A.", "Ann Doe"),
        ({"given": "Allison", "family": "M. Horst"}, "Horst, A. M.", "Allison M. Horst"),
        ({"given": "Mark", "family": "St. John"}, "St. John, M.", "Mark St. John"),
        ({"given": "Jean\u2013Luc", "family": "Doe"}, "Doe, J.-L.", "Jean\u2013Luc Doe"),
        ({"given": "JA", "family": "Smith"}, "Smith, J. A.", "JA Smith"),
        ({"given": "GEORGE D.", "family": "WINTER"}, "Winter, G. D.", "George D. Winter"),
        ({"given": "ATLAS", "family": "Collaboration"}, "ATLAS Collaboration", None),
        ({"family": "European Research Council"}, "European Research Council", None),
        ({"literal": "Doe, Jane"}, "Doe, J.", "Jane Doe"),
        (
            {"literal": "Fenner, Martin", "family": "Fenner", "given": "Martin"},
            "Fenner, M.",
            "Martin Fenner",
        ),
        ({"literal": "Jill-Jênn Vie"}, "Vie, J.-J.", "Jill-Jênn Vie"),
        ({"given": "Ann,", "family": "Doe."}, "Doe, A.", "Ann Doe"),
        ({"given": "Xiaoming", "family": "Wang (王小明)"}, "Wang, X.", "Xiaoming Wang"),
        ({"given": "J.", "family": "Mc GREGOR"}, "Mc Gregor, J.", "J. Mc Gregor"),
        (
            {"given": "and the GBD 2019", "family": "Collaborators"},
            "GBD 2019 Collaborators",
            "GBD 2019 Collaborators",
        ),
        ({"given": "for the ABC", "family": "Investigators"}, "ABC Investigators", None),
        ({"literal": "Zenodo User Group"}, "Zenodo User Group", "Zenodo User Group"),
        ({"name": "Red Hat"}, "Red Hat", "Red Hat"),
        ({"name": "(for the X Collaboration)"}, "X Collaboration", "X Collaboration"),
    ],
)
def test_a_name_of_an_answer(name: dict[str, str], listed: str, literal: str | None) -> None:
    ((found, shown),) = answered(name)
    assert found == listed
    assert literal is None or shown == literal


@pytest.mark.parametrize(
    "names",
    [
        [{"family": "Poe"}, {"family": "et al."}],
        [{"family": "Poe"}, {"given": "et", "family": "al."}],
        [{"family": "Poe"}, {"given": "and", "family": "others"}],
        [{"family": "Poe et al."}],
        [{"name": "et al."}, {"family": "Poe"}],
    ],
)
def test_others_in_an_answer(names: list[dict[str, str]]) -> None:
    assert [shown for _, shown in answered(*names)] == ["Poe", OTHERS]


def test_a_literal_in_a_record_is_a_bodys_unless_it_can_only_be_a_persons() -> None:
    def recorded(literal: str) -> list[str]:
        item = {"title": "T", "author": [{"literal": literal}]}
        return [name.family for name in parse_item(item, "doi:10.1000/x").work.author]

    assert recorded("Red Hat") == [""]
    assert recorded("Doe, Jane") == ["Doe"]
    assert recorded("Arfon M Smith") == ["Smith"]
    assert recorded("Enos, Ryan (Harvard University); Fowler, Anthony") == ["Enos", "Fowler"]
