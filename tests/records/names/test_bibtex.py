"""Names in lists of BibTeX, and what is said of those that are hardly meant so."""

from __future__ import annotations

import pytest

from digest.citing.styles.people import family_first
from digest.records.names import OTHERS
from digest.records.names.bibtex import check_names, parse_groups, parse_names


@pytest.mark.parametrize(
    ("tex", "listed"),
    [
        (r"de la Vall{\'e}e Poussin", ["de la Vallée Poussin"]),
        (r"ibn S{\=\i}n{\=a}", ["ibn Sīnā"]),
        ("von der Leyen, Ursula", ["von der Leyen, U."]),
        ("Berg, J. van den", ["van den Berg, J."]),
        ("{van den Berg}, J.", ["van den Berg, J."]),
        ("Jan {van den Berg}", ["van den Berg, J."]),
        ("Ursula K. {Le Guin}", ["Le Guin, U. K."]),
        ("Poe, PhD, Ada and Roe, Bo, MD", ["Poe, A.", "Roe, B."]),
        ("Smith JA and Jones B", ["Smith, J. A.", "Jones, B."]),
        ("van der Berg CD", ["van der Berg, C. D."]),
        ("European Research Council and Poe, A.", ["European Research Council", "Poe, A."]),
        ("University of Art and Poe, A.", ["University of Art", "Poe, A."]),
        ("A. Food and B. Sport and C. Roe", ["Food, A.", "Sport, B.", "Roe, C."]),
        ("Collaboration, ATLAS", ["ATLAS Collaboration"]),
        ("P. A. R. Ade et al", ["Ade, P. A. R.", OTHERS]),
        (r"P. A. R. Ade \emph{et al.}", ["Ade, P. A. R.", OTHERS]),
        ("P. A. R. Ade and et~al.", ["Ade, P. A. R.", OTHERS]),
        (r"Meyer, Hans$^\dagger$", ["Meyer, H."]),
        ("LI Lei and HAN Meimei", ["Li, L.", "Han, M."]),
        (
            "{Planck Collaboration} and Ade, P. and {et al.}",
            ["Planck Collaboration", "Ade, P.", OTHERS],
        ),
        (r"M. Durb{\a'a}n", ["Durbán, M."]),
        ("Ade, P. and others and Roe, B.", ["Ade, P.", "Roe, B.", OTHERS]),
        (r"A. Smith \& B. Jones", ["Smith, A.", "Jones, B."]),
        ("Hans Meyer$^{1}$", ["Meyer, H."]),
        (r"Meyer\textsuperscript{1}, Hans", ["Meyer, H."]),
        ("MILLER, S. M.", ["Miller, S. M."]),
        ("{IBM RESEARCH} and {MILLER, S. M.}", ["IBM RESEARCH", "MILLER, S. M."]),
        ("NULL and Poe, A.", ["Poe, A."]),
        (r"Jane Doe \and Bo Roe", ["Doe, J.", "Roe, B."]),
        ("Poe, Ada and others.", ["Poe, A.", OTHERS]),
        # as Google Scholar has them
        ("Ioannidis, John PA and Box, George EP", ["Ioannidis, J. P. A.", "Box, G. E. P."]),
        ("Eslami, SM Ali and Rahman, MD Hasan", ["Eslami, S. M. A.", "Rahman, M. H."]),
        ("Park, YOUNG JO and Kim, Jong Un", ["Park, Y. J.", "Kim, J. U."]),
        ("III, Hal Daum{\\'e} and Jr., Samuel Poe", ["Daumé, H., III", "Poe, S., Jr."]),
        ("{Poe, A. and Roe, B.}", ["Poe, A.", "Roe, B."]),
        ("Poe, A. and {on behalf of the {CMS} Collaboration}", ["Poe, A.", "CMS Collaboration"]),
        ("{(CMS Collaboration)} and Poe, A.", ["CMS Collaboration", "Poe, A."]),
        ("{Barnes and Noble, Inc.} and {Acme, Berlin}", ["Barnes and Noble, Inc.", "Acme, Berlin"]),
        ("GLM, Team and Poe, A.", ["Team GLM", "Poe, A."]),
        ("AI, Meta and Ai, Wei", ["Meta AI", "Ai, W."]),
        ("AI, Wei and POE, Ada", ["Ai, W.", "Poe, A."]),
        ("Llama Team, AI @ Meta", ["Llama Team, AI @ Meta"]),
        ("University of Art, Berlin and AI @ Meta", ["University of Art, Berlin", "AI @ Meta"]),
        ("Bank, World and Brain, Google", ["World Bank", "Google Brain"]),
        ("Health, National Institutes of", ["National Institutes of Health"]),
        ("of California, University", ["University of California"]),
        ("Poe, Trust Ada and Poe, Trust", ["Poe, T. A.", "Poe, T."]),
        ("Company, Anna and Company, Ford Motor", ["Company, A.", "Ford Motor Company"]),
        ("Poe, A. and al, et", ["Poe, A.", OTHERS]),
        ("Poe, A. and Jr, S. W.", ["Poe, A.", "S. W. Jr"]),
        ("SR, Nikitha and Poe, A.", ["SR, N.", "Poe, A."]),
        ("R. Roe and A. Poe, editors", ["Roe, R.", "Poe, A."]),
        ("Roe, R. and Poe, Ed and Doe, C., eds.", ["Roe, R.", "Poe, E.", "Doe, C."]),
        ("Poe, E., ed.", ["Poe, E."]),
        ("{ACM Committee (Eds.)} and The Editors", ["ACM Committee", "The Editors"]),
        ("Poe, A. and ten others", ["Poe, A.", OTHERS]),
        ("Poe, A. and colleagues", ["Poe, A.", OTHERS]),
        ("edited by Ada Poe and Bo Roe", ["Poe, A.", "Roe, B."]),
        ("Poe~A., Roe~B. and Jan van~Berg", ["Poe, A.", "Roe, B.", "van Berg, J."]),
        (
            r"Poe, Ada \orcidlink{0000-0001} and Roe\textsuperscript{$\dagger$}, Bo",
            ["Poe, A.", "Roe, B."],
        ),
        ("Bo Silva Filho and Al Neto", ["Silva Filho, B.", "Neto, A."]),
        ("Stephan v. Roe and Jan v.d. Poe", ["v. Roe, S.", "v.d. Poe, J."]),
        (r"{\cb{S}}tef, A.", ["Ștef, A."]),
        ("Charity Poe and States, David", ["Poe, C.", "States, D."]),
        ("M.A.Poe and J.-P.Roe", ["Poe, M. A.", "Roe, J.-P."]),
        ("Poe, MA. and Roe, B.", ["Poe, M. A.", "Roe, B."]),
        ("J. Smith, D. Phil. and B. Jones, M. Sc.", ["Smith, J.", "Jones, B."]),
        (
            "Doe, Ann on behalf of the CMS Collaboration",
            ["Doe, A.", "CMS Collaboration"],
        ),
    ],
)
def test_names(tex: str, listed: list[str]) -> None:
    assert [family_first(name) for name in parse_names(tex)] == listed


@pytest.mark.parametrize(
    "body",
    [
        "Institute of Weights and Technology",
        "Centers for Disease Control and Prevention",
        "Food and Drug Administration",
        "U.S. Securities and Exchange Commission",
        "Department of Health and Human Services",
        "Institute of Electrical and Electronics Engineers",
        "Academies of Sciences, Engineering, and Medicine",
    ],
)
def test_the_name_of_a_body_is_not_parted_at_its_and(body: str) -> None:
    assert [name.literal for name in parse_names(body)] == [body]
    assert list(check_names(body)) == [(f"'{body}' looks like a body", f"write '{{{{{body}}}}}'")]
    tex = f"Poe, Ada and {body} and Roe, Bo"
    assert [name.literal for name in parse_names(tex)] == ["Ada Poe", body, "Bo Roe"]
    assert list(check_names(tex)) == [(f"'{body}' looks like a body", f"write '{{{body}}}'")]
    assert list(check_names(tex.replace(body, f"{{{body}}}"))) == []


@pytest.mark.parametrize(
    ("tex", "message", "hint"),
    [
        (
            "Ada M. Poe, Bodo Roe and Cy Doe",
            "'Ada M. Poe, Bodo Roe' looks like two names",
            "write 'Ada M. Poe and Bodo Roe', or 'Family, Given' throughout",
        ),
        ("The Beatles", "'The Beatles' looks like a body", "write '{{The Beatles}}'"),
        (
            "Poe, A. and Friends of Science",
            "'Friends of Science' looks like a body",
            "write '{Friends of Science}'",
        ),
        ("Stability AI", "'Stability AI' looks like a body", "write '{{Stability AI}}'"),
        ("Smith JA and Poe, A.", "'Smith JA' ends in initials", "write 'Smith, J. A.'"),
        ("van der Berg CD", "'van der Berg CD' ends in initials", "write 'van der Berg, C. D.'"),
        ("Smith J. A.", "'Smith J. A.' ends in initials", "write 'Smith, J. A.'"),
        ("Kumar Poe B G", "'Kumar Poe B G' ends in initials", "write 'Kumar Poe, B. G.'"),
        ("Wei LI", "'Wei LI' ends in initials", "write 'Wei, L. I.', or 'Li, Wei'"),
        (
            r"A. Smith \& B. Jones",
            "names are parted by ' and ', not by '&'",
            r"write 'A. Smith and B. Jones'",
        ),
        (
            "A. Smith, B. Jones",
            "names are parted by ' and ', not by ','",
            "write 'A. Smith and B. Jones'",
        ),
        (
            "Smith J., Doe K., et al.",
            "names are parted by ' and ', not by ','",
            "write 'Smith J. and Doe K. and others'",
        ),
        (
            "Ada Poe; Bo Roe",
            "names are parted by ' and ', not by ';'",
            "write 'Ada Poe and Bo Roe'",
        ),
        ("Poe, Ada and", "a name is missing beside 'and'", "write 'Poe, Ada'"),
        (
            "Poe, Ada and and Roe, Bo",
            "a name is missing beside 'and'",
            "write 'Poe, Ada and Roe, Bo'",
        ),
        ("Poe, Ada,", "a comma too many in the name 'Poe, Ada,'", "write 'Poe, Ada'"),
        (
            "Poe, Ada, Roe, Bo",
            "names are parted by ' and ', not by ','",
            "write 'Poe, Ada and Roe, Bo'",
        ),
        (
            "A. Poe, B. Roe, and C. Doe",
            "names are parted by ' and ', not by ','",
            "write 'A. Poe and B. Roe and C. Doe'",
        ),
        (
            "Barnes and Noble, Inc.",
            "'Barnes and Noble, Inc.' looks like a body",
            "write '{{Barnes and Noble, Inc.}}'",
        ),
        ("Meta GenAI", "'Meta GenAI' looks like a body", "write '{{Meta GenAI}}'"),
        ("Red Hat", "'Red Hat' looks like a body", "write '{{Red Hat}}'"),
        (
            "AI, Meta",
            "'AI, Meta' looks like a body",
            "write '{{Meta AI}}', or else 'family=AI, given=Meta'",
        ),
        (
            "Face, Hugging and Poe, A.",
            "'Face, Hugging' looks like a body",
            "write '{Hugging Face}', or else 'family=Face, given=Hugging'",
        ),
        ("Poe. A.", "'Poe. A.' ends in initials", "write 'Poe, A.'"),
        ("Jr, S. W.", "'Jr, S. W.' has no family name", "write 'Family, Jr, S. W.'"),
        ("Poe, A. and PhD, J.", "'PhD, J.' has no family name", "write 'Family, PhD, J.'"),
        ("Hugging Face", "'Hugging Face' looks like a body", "write '{{Hugging Face}}'"),
        ("Springer Nature", "'Springer Nature' looks like a body", "write '{{Springer Nature}}'"),
        (
            "Poe, A. and Common Crawl",
            "'Common Crawl' looks like a body",
            "write '{Common Crawl}'",
        ),
    ],
)
def test_what_is_hardly_meant_is_told(tex: str, message: str, hint: str) -> None:
    ((told, remedy),) = check_names(tex)
    assert told == message
    assert remedy.startswith(hint)


@pytest.mark.parametrize(
    "tex",
    [
        "Smith JA and Jones MA",
        "European Research Council",
        "{The Beatles}",
        "{Friends of Science} and Smith, J. A.",
        "Li, Wei and Wei, L. I.",
        "Church, Kenneth and William H. Press and Alice Ng",
        "Poe, A. and others",
        "Poe, A. and Roe, B., et al.",
        "{AT\\&T Labs}",
        "",
        "AI, Wei and POE, Ada",
        "Poe, A. and Roe, B., eds.",
        "Company, Microsoft",
        "family=AI, given=Meta",
        "{Meta AI} and Jr., Sammy Davis",
        "Poe Nin, Ada and Bo Roe",
        "Poe, Ada M. and Bo Roe",
    ],
)
def test_what_is_written_as_it_is_meant_is_not(tex: str) -> None:
    assert list(check_names(tex)) == []


@pytest.mark.parametrize(
    ("tex", "groups"),
    [
        ("ATLAS", ["ATLAS Collaboration"]),
        ("{ATLAS}, CMS", ["ATLAS Collaboration", "CMS Collaboration"]),
        ("LIGO Scientific and Virgo", ["LIGO Scientific Collaboration", "Virgo Collaboration"]),
        ("Particle Data Group", ["Particle Data Group"]),
        ("the LHCb collaboration", ["the LHCb collaboration"]),
        ("on behalf of the LHCb Collaboration", ["LHCb Collaboration"]),
        ("", []),
    ],
)
def test_groups(tex: str, groups: list[str]) -> None:
    assert [name.literal for name in parse_groups(tex)] == groups
