"""References as readers see them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing.styles import STYLES, format_reference
from digest.model import ArxivFacts, Name, Work


def person(given: str, family: str) -> Name:
    return Name(family=family, given=given, literal=f"{given} {family}")


DSI = Work(
    "arxiv:2202.06991",
    "article",
    "Transformer Memory as a Differentiable Search Index",
    author=(person("Yi", "Tay"), person("Vinh Q.", "Tran"), person("Jean-Marc", "Dehghani")),
    issued=(2022, 2, 14),
    publisher="arXiv",
    doi="10.48550/arxiv.2202.06991",
    url="https://arxiv.org/abs/2202.06991",
    arxiv=ArxivFacts("2202.06991"),
)
BRAIN = Work(
    "doi:10.1038/s41583-020-0277-3",
    "article-journal",
    "Backpropagation and the brain",
    author=(person("Timothy P.", "Lillicrap"), person("Adam", "Santoro")),
    issued=(2020, 4, 17),
    container_title="Nature Reviews Neuroscience",
    volume="21",
    issue="6",
    page="335-346",
    doi="10.1038/s41583-020-0277-3",
    url="https://doi.org/10.1038/s41583-020-0277-3",
)
REPCONC = Work(
    "doi:10.1145/3488560.3498443",
    "paper-conference",
    "Learning Discrete Representations",
    author=(person("Jingtao", "Zhan"),),
    issued=(2022,),
    container_title="Proceedings of WSDM",
    publisher="ACM",
    page="1328-1336",
    doi="10.1145/3488560.3498443",
    url="https://doi.org/10.1145/3488560.3498443",
)
BOOK = Work(
    "bib:goodfellow",
    "book",
    "Deep Learning",
    author=(person("Ian", "Goodfellow"), person("Yoshua", "Bengio")),
    issued=(2016,),
    publisher="MIT Press",
    publisher_place="Cambridge, MA",
    edition="2",
)


def text(work: Work, style: str, lang: str = "en") -> str:
    made = format_reference(work, style, lang)
    # both forms say the same
    assert re.sub("<[^>]*>", "", made.html).replace("&amp;", "&") == made.text
    return made.text


def test_plain() -> None:
    assert text(DSI, "plain") == (
        "“Transformer Memory as a Differentiable Search Index” "
        "by Yi Tay, Vinh Q. Tran and Jean-Marc Dehghani, 2022"
    )
    assert format_reference(DSI, "plain", "en").html == (
        '“<a href="https://arxiv.org/abs/2202.06991">Transformer Memory as a Differentiable '
        "Search Index</a>” by Yi Tay, Vinh Q. Tran and Jean-Marc Dehghani, 2022"
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("de", "„Backpropagation and the brain“ von Timothy P. Lillicrap und Adam Santoro, 2020"),
        (
            "fr",
            (
                "«\u00a0Backpropagation and the brain\u00a0» "
                "par Timothy P. Lillicrap et Adam Santoro, 2020"
            ),
        ),
        ("nl", "“Backpropagation and the brain” van Timothy P. Lillicrap en Adam Santoro, 2020"),
        ("fi", "”Backpropagation and the brain”, Timothy P. Lillicrap ja Adam Santoro, 2020"),
    ],
)
def test_plain_in_the_sites_language(lang: str, expected: str) -> None:
    assert text(BRAIN, "plain", lang) == expected


def test_plain_leaves_out_what_is_unknown() -> None:
    assert text(Work("bib:x", "document", "T"), "plain") == "“T”"
    assert text(Work("bib:x", "document", "T", issued=(2020,)), "plain") == "“T”, 2020"
    edited = Work("bib:x", "book", "T", editor=(person("Ada", "Example"),))
    assert text(edited, "plain") == "“T” by Ada Example"
    crowd = Work("bib:x", "book", "T", author=(person("Ada", "Example"),) * 40, issued=(2020, 1))
    assert text(crowd, "plain") == "“T” by Ada Example et al., 2020"


def test_quotes_within_a_title_become_the_inner_ones() -> None:
    lime = Work("bib:x", "document", '"Why Should I Trust You?": Explaining the “Predictions”')
    assert text(lime, "plain") == "“‘Why Should I Trust You?’: Explaining the ‘Predictions’”"
    assert text(lime, "plain", "de").startswith("„‚Why Should I Trust You?‘: Explaining")


def test_math_in_a_title_is_set_and_apostrophes_are_curved() -> None:
    made = format_reference(Work("bib:x", "document", "It's $O(n)$"), "plain", "en")
    assert made.text.startswith("“It’s ")
    assert "$" not in made.html


def test_ieee() -> None:
    assert text(DSI, "ieee") == (
        "Y. Tay, V. Q. Tran, and J.-M. Dehghani, “Transformer Memory as a Differentiable Search "
        "Index,” 2022, arXiv:2202.06991."
    )
    assert text(BRAIN, "ieee") == (
        "T. P. Lillicrap and A. Santoro, “Backpropagation and the brain,” Nature Reviews "
        "Neuroscience, vol. 21, no. 6, pp. 335–346, Apr. 2020, doi: 10.1038/s41583-020-0277-3."
    )
    assert text(REPCONC, "ieee") == (
        "J. Zhan, “Learning Discrete Representations,” in Proceedings of WSDM, ACM, 2022, "
        "pp. 1328–1336, doi: 10.1145/3488560.3498443."
    )
    assert text(BOOK, "ieee") == (
        "I. Goodfellow and Y. Bengio, Deep Learning, 2nd ed. Cambridge, MA: MIT Press, 2016."
    )


def test_apa() -> None:
    assert text(DSI, "apa") == (
        "Tay, Y., Tran, V. Q., & Dehghani, J.-M. (2022). Transformer Memory as a Differentiable "
        "Search Index (arXiv:2202.06991). arXiv. https://doi.org/10.48550/arXiv.2202.06991"
    )
    assert text(BRAIN, "apa") == (
        "Lillicrap, T. P., & Santoro, A. (2020). Backpropagation and the brain. Nature Reviews "
        "Neuroscience, 21(6), 335–346. https://doi.org/10.1038/s41583-020-0277-3"
    )
    assert text(REPCONC, "apa") == (
        "Zhan, J. (2022). Learning Discrete Representations. In Proceedings of WSDM "
        "(pp. 1328–1336). ACM. https://doi.org/10.1145/3488560.3498443"
    )
    assert text(BOOK, "apa") == (
        "Goodfellow, I., & Bengio, Y. (2016). Deep Learning (2nd ed.). MIT Press."
    )


@pytest.mark.parametrize("style", sorted(STYLES))
def test_nothing_from_a_record_is_markup(style: str) -> None:
    evil = '<script>alert("1")</script>'
    work = Work(
        "bib:x",
        "article-journal",
        evil,
        author=(Name(evil, evil, evil, evil),),
        container_title=evil,
        publisher=evil,
        volume=evil,
        page=evil,
        doi="10.1000/<b>\"'",
        url=f'https://example.org/"{evil}',
    )
    made = format_reference(work, style, "en").html
    assert "<script" not in made
    assert set(re.findall("<([a-z]+)", made)) <= {"a", "i"}
    bad = Work("bib:x", "webpage", "T", url="javascript:alert(1)")
    assert "href" not in format_reference(bad, style, "en").html


words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="$"), max_size=12)
names = st.builds(Name, words, words, words, words.filter(bool))
works = st.builds(
    Work,
    id=st.just("bib:x"),
    type=st.sampled_from(
        ["article", "article-journal", "paper-conference", "book", "chapter", "thesis", "report",
         "software", "dataset", "webpage", "patent", "document"]
    ),
    title=words.map("T{}".format),
    author=st.lists(names, max_size=25).map(tuple),
    editor=st.lists(names, max_size=2).map(tuple),
    issued=st.sampled_from([(), (2022,), (2022, 2), (2022, 2, 14)]),
    container_title=words,
    publisher=words,
    publisher_place=words,
    edition=words,
    volume=words,
    page=words,
    number=words,
    genre=words,
    arxiv=st.none(),
)  # fmt: skip


@given(st.sampled_from(sorted(STYLES)), works)
def test_every_work_has_a_reference(style: str, work: Work) -> None:
    made = format_reference(work, style, "en")
    assert made.text.strip()
    assert set(re.findall("<([^ >]*)", made.html)) <= {"a", "/a", "i", "/i"}
