"""References as readers see them."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.works import ArxivFacts, Name, Work
from digest.citing.languages import LANGUAGES as LANGUAGES_OF_OURS
from digest.citing.languages import words_in
from digest.citing.styles import format_reference
from digest.citing.terms import Terms
from digest.records.csltypes import CSL_TYPES
from digest.settings.config import REFERENCE_STYLES


def person(given: str, family: str) -> Name:
    return Name(family=family, given=given, literal=f"{given} {family}")


DSI = Work(
    "arxiv:2202.06991",
    "article",
    "Transformer Memory as a Differentiable Search Index",
    author=(person("Yi", "Tay"), person("Vinh Q.", "Tran"), person("Jean-Marc", "Dehghani")),
    issued=(2022, 2, 14),
    publisher="arXiv",
    doi="10.48550/arXiv.2202.06991",
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


ATLAS = Name(literal="ATLAS Collaboration")
OTHERS = Name(literal="others")


def text(work: Work, style: str, lang: str = "en") -> str:
    made = format_reference(work, style, lang)
    # both forms say the same
    assert plain_of(made.html) == made.text.replace("\u2068", "").replace("\u2069", "")
    return made.text


def plain_of(markup: str) -> str:
    """Return HTML without its tags, which must be balanced."""
    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert reader.open == []
    return reader.text


class Reader(HTMLParser):
    """Reads text, and checks that elements are closed in turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


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
                "«\u202fBackpropagation and the brain\u202f» "
                "par Timothy P. Lillicrap et Adam Santoro, 2020"
            ),
        ),
        ("bg", "„Backpropagation and the brain“, Timothy P. Lillicrap и Adam Santoro, 2020"),
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
    assert text(edited, "plain") == "“T” by Ada Example (Ed.)"
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
        "J. Zhan, “Learning Discrete Representations,” in Proceedings of WSDM, 2022, "
        "pp. 1328–1336, doi: 10.1145/3488560.3498443."
    )
    assert text(BOOK, "ieee") == (
        "I. Goodfellow and Y. Bengio, Deep Learning, 2nd ed. Cambridge, MA: MIT Press, 2016."
    )


def test_ieee_has_a_chapter_of_the_book_that_is_named_alone_with_the_book() -> None:
    # BibTeX's @inbook: the title is the book's
    chapter = Work(
        "bib:x", "chapter", "T", author=(Name("Poe", "Ada", "", "Ada Poe"),), issued=(2001,),
        publisher="P", edition="2", chapter_number="3", page="7",
    )  # fmt: skip
    assert text(chapter, "ieee") == "A. Poe, T, 2nd ed. P, 2001, ch. 3, p. 7."


def test_ieee_numbers_a_series() -> None:
    # as the guide has it of E. F. Moore's chapter: "(Ann. of Mathematical Studies, no. 1)"
    chapter = Work(
        "bib:x", "chapter", "T", container_title="Automata Studies", collection_title="Ann.",
        collection_number="1",
    )  # fmt: skip
    assert text(chapter, "ieee").startswith("“T,” in Automata Studies (Ann., no. 1).")
    # without a number of its own, the volume is the series'
    both = msgspec.structs.replace(chapter, volume="7")
    assert "Automata Studies (Ann., no. 1), vol. 7." in text(both, "ieee")
    volume = msgspec.structs.replace(both, collection_number="")
    assert "(Ann., vol. 7)" in text(volume, "ieee")
    # the number of a paper is its own
    paper = msgspec.structs.replace(chapter, type="paper-conference", number="12")
    assert "(Ann., no. 1), Art. no. 12." in text(paper, "ieee")


def test_ieee_says_where_there_is_no_date() -> None:
    site = "https://example.org/"
    for kind, shown in {
        "webpage": f"“T.” (n.d.). [Online]. Available: {site}",
        "software": f"T. (n.d.). [Online]. Available: {site}",
        "book": f"T. (n.d.). [Online]. Available: {site}",
    }.items():
        page = Work("bib:x", kind, "T", url=site)
        assert text(page, "ieee") == shown
        # when it was looked at is a date, too
        seen = msgspec.structs.replace(page, accessed=(2020, 1, 9))
        assert text(seen, "ieee") == shown.replace("(n.d.)", "Accessed: Jan. 9, 2020")
    coming = Work("bib:x", "book", "T", publisher="P", status="forthcoming")
    assert text(coming, "ieee") == "T. P, to be published."
    assert text(coming, "ieee", "de") == "T. P, forthcoming."


def test_ieee_names_who_edited_what_others_wrote() -> None:
    # the work and the order are of the IEEE's own file of examples, "IEEEexample.bib", the comma
    # behind the editor is the guide's
    book = Work(
        "bib:x",
        "book",
        "Laser Assisted Microtechnology",
        author=(person("S. M.", "Metev"), person("V. P.", "Veiko")),
        editor=(person("R. M.", "Osgood"),),
        edition="2",
        publisher="Springer-Verlag",
        publisher_place="Berlin, Germany",
        issued=(1998,),
    )
    assert text(book, "ieee") == (
        "S. M. Metev and V. P. Veiko, Laser Assisted Microtechnology, 2nd ed., R. M. Osgood, "
        "Ed., Berlin, Germany: Springer-Verlag, 1998."
    )


@pytest.mark.parametrize("style", sorted(REFERENCE_STYLES))
def test_what_was_taken_back_is_marked(style: str) -> None:
    assert text(msgspec.structs.replace(BRAIN, status="retracted"), style).endswith(" [Retracted]")
    taken = msgspec.structs.replace(DSI, arxiv=ArxivFacts("2202.06991", withdrawn=True))
    assert text(taken, style).endswith(" [Withdrawn]")
    assert text(taken, style, "nl").endswith(" [Ingetrokken]")
    assert "etracted" not in text(msgspec.structs.replace(BRAIN, status="in press"), style)


@pytest.mark.parametrize("kind", ["chapter", "paper-conference", "entry", "entry-encyclopedia"])
def test_a_part_without_author_is_not_its_editor_s(kind: str) -> None:
    book = {"container_title": "Encyclopedia of Z", "publisher": "P", "issued": (2022,)}
    work = Work("bib:x", kind, "Cleveland", editor=(person("John", "Grab"),), **book)  # type: ignore[arg-type]
    shown = "Cleveland. (2022). In J. Grab (Ed.), Encyclopedia of Z. P."
    assert text(work, "apa") == shown
    assert text(work, "plain") == "“Cleveland”, 2022"
    assert text(work, "ieee").startswith("“Cleveland,” in Encyclopedia of Z, J. Grab, Ed.")
    whole = msgspec.structs.replace(work, type="book", container_title="")
    assert text(whole, "apa") == "Grab, J. (Ed.). (2022). Cleveland. P."


@pytest.mark.parametrize(
    ("whole", "short", "shown"),
    [
        ("Nature Communications", "Nat Commun", "Nat. Commun."),
        ("PLoS Computational Biology", "PLoS Comput Biol", "PLoS Comput. Biol."),
        (
            "Proceedings of the National Academy",
            "Proc Natl Acad Sci USA",
            "Proc. Natl. Acad. Sci. USA",
        ),
        ("Physical Review Letters", "Phys. Rev. Lett.", "Phys. Rev. Lett."),
        ("Astronomy & Astrophysics", "A&A", "A&A"),
        ("The Lancet", "Lancet", "Lancet"),
    ],
)
def test_ieee_ends_words_that_are_cut_short_in_a_full_stop(
    whole: str, short: str, shown: str
) -> None:
    work = Work("bib:a", "article-journal", "T", container_title=whole, container_title_short=short)
    assert f"\u201d {shown}" in format_reference(work, "ieee", "en").text


def test_ieee_counts_no_pages_of_a_book() -> None:
    assert "pp" not in text(Work("bib:x", "book", "T", page="321"), "ieee")


@pytest.mark.parametrize(
    ("page", "apa", "ieee"),
    [
        ("e0193972", "Article e0193972", "Art. no. e0193972"),
        ("A6", "Article A6", "Art. no. A6"),
        ("061102", "Article 061102", "Art. no. 061102"),
        ("335", "335", "p. 335"),
        ("S12", "S12", "p. S12"),
        ("14897-14900", "14897–14900", "pp. 14897–14900"),
    ],
)
def test_an_article_s_number_is_no_page(page: str, apa: str, ieee: str) -> None:
    work = Work("bib:x", "article-journal", "T", container_title="J", volume="8", page=page)
    assert text(work, "apa") == f"T. (n.d.). J, 8, {apa}."
    assert ieee in text(work, "ieee")
    paper = Work("bib:x", "article-newspaper", "T", container_title="J", page="A6")
    assert "p. A6" in text(paper, "ieee")


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


@pytest.mark.parametrize(
    ("genre", "shown"),
    [("Editorial", "T [Editorial]."), ("Journal Article", "T."), ("JOUR", "T."), ("", "T.")],
)
def test_what_is_no_common_article_is_said_to_be_what_it_is(genre: str, shown: str) -> None:
    work = Work("bib:x", "article-journal", "T", container_title="Nature", genre=genre)
    assert text(work, "apa") == f"{shown} (n.d.). Nature."


@pytest.mark.parametrize(
    ("people", "plain", "ieee", "apa"),
    [
        (
            (person("Georges", "Aad"), ATLAS, OTHERS),
            "Georges Aad et al. (ATLAS Collaboration)",
            "G. Aad et al. (ATLAS Collaboration)",
            "Aad, G., et al. (ATLAS Collaboration).",
        ),
        (
            (person("Ada", "Poe"), ATLAS),
            "Ada Poe and ATLAS Collaboration",
            "A. Poe and ATLAS Collaboration",
            "Poe, A., & ATLAS Collaboration.",
        ),
        (
            (*(person("Ada", f"Poe{one}") for one in range(30)), ATLAS, person("Bo", "Roe")),
            "Ada Poe0 et al. (ATLAS Collaboration)",
            "A. Poe0 et al. (ATLAS Collaboration)",
            None,
        ),
        (
            (ATLAS, person("Georges", "Aad"), OTHERS),
            "ATLAS Collaboration, Georges Aad et al.",
            "ATLAS Collaboration et al.",
            "ATLAS Collaboration, Aad, G., et al.",
        ),
    ],
)
def test_a_collaboration_is_told_where_the_list_is_cut(
    people: tuple[Name, ...], plain: str, ieee: str, apa: str | None
) -> None:
    work = Work("bib:x", "article-journal", "T", author=people, issued=(2012,))
    assert text(work, "plain") == f"\u201cT\u201d by {plain}, 2012"
    assert text(work, "ieee").startswith(f"{ieee}, \u201cT,\u201d")
    assert apa is None or text(work, "apa").startswith(f"{apa} (2012).")


@pytest.mark.parametrize(
    ("lang", "shown"), [("en", "ATLAS & CMS. "), ("de", "ATLAS & CMS. "), ("fr", "ATLAS et CMS. ")]
)
def test_no_comma_stands_between_two_groups(lang: str, shown: str) -> None:
    groups = (Name(literal="ATLAS"), Name(literal="CMS"))
    assert text(Work("bib:x", "book", "T", author=groups), "apa", lang).startswith(shown)
    one_of_them = (person("Ada", "Poe"), Name(literal="CMS"))
    work = Work("bib:x", "book", "T", author=one_of_them)
    assert text(work, "apa").startswith("Poe, A., & CMS. ")


@pytest.mark.parametrize("style", sorted(REFERENCE_STYLES))
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


LANGUAGES = ["en", "en-GB", "de", "fr", "es", "it", "nl", "pt", "pt-BR", "pl", "ja", "zh", "ru",
             "sv", "he", "ar", "tlh"]  # fmt: skip

# what records have in their fields: words, some with marks at their end, some that are trouble
some_words = st.lists(
    st.sampled_from(
        ["Deep", "learning", "of", "données", "& Co.", "Inc.", "(ed.)", "“quoted”", '"straight"',
         "R&D", "<b>", "深い", "学習", "תורה", "نظرية", "12", "2nd", "A.", "Proc.", "a/b", "it's"]
    ),
    max_size=4,
).map(" ".join)  # fmt: skip
marks = st.sampled_from(["", "", "?", "!", ".", ",", ":"])
marked_words = st.builds(
    lambda text, mark: text + mark if text[-1:].isalnum() else text, some_words, marks
)
any_words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="$"), max_size=9
)
dates = st.sampled_from([(), (2022,), (2022, 2), (2022, 2, 14)])


def make_works(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Work]:
    literal = texts.map(lambda text: text.strip() or "Plato")
    names = st.builds(Name, texts, texts, st.sampled_from(["", "Jr.", "III"]), literal)
    people = st.lists(names, max_size=25).map(tuple)
    return st.builds(
        Work,
        id=st.just("bib:x"),
        type=st.sampled_from(sorted(CSL_TYPES)),
        title=texts.map("Title {}".format),
        author=people,
        editor=people,
        issued=dates,
        accessed=dates,
        **dict.fromkeys(
            (
                "container_title", "collection_title", "publisher", "publisher_place", "edition",
                "volume", "issue", "page", "number", "genre", "version", "event_title",
                "event_place", "status",
            ),
            texts,
        ),
        doi=st.sampled_from(["", "10.1000/xyz(1)"]),
        url=st.sampled_from(["", "https://example.org/?a=1&b=2"]),
        arxiv=st.sampled_from([None, ArxivFacts("2202.06991")]),
    )  # fmt: skip


@given(st.sampled_from(sorted(REFERENCE_STYLES)), st.sampled_from(LANGUAGES), make_works(any_words))
def test_every_work_has_a_reference(style: str, lang: str, work: Work) -> None:
    made = format_reference(work, style, lang, letter="b")
    plain_of(made.html)
    assert set(re.findall("<([^ >]*)", made.html)) <= {
        "a", "/a", "i", "/i", "bdi", "/bdi"
    }  # fmt: skip
    assert made.text.strip() == made.text


@given(
    st.sampled_from(sorted(REFERENCE_STYLES)), st.sampled_from(LANGUAGES), make_works(marked_words)
)
def test_a_reference_reads_well_whatever_its_record_has(style: str, lang: str, work: Work) -> None:
    made = format_reference(work, style, lang)
    shown = made.text.replace("\u2068", "").replace("\u2069", "")
    assert plain_of(made.html) == shown
    for wrong in ("..", ",,", ", ,", ",.", ". .", " ,", " .", "( ", "()", "[]", "(,", "  ", ": ,",
                  "?.", "!.", "et al..", ", )", "; )", "(;"):  # fmt: skip
        assert wrong not in shown, wrong
    title = re.sub(r"[^\w ]", "", work.title.rstrip("?!.,: "))
    assert title in re.sub(r"[^\w ]", "", shown)
    if work.issued:
        assert "2022" in shown


def test_a_name_that_runs_the_other_way_keeps_its_marks_in_their_place() -> None:
    cohen = Name("כהן", "יעל", "", "יעל כהן")
    title = "כותרת"
    work = Work("bib:x", "book", title, author=(cohen, person("Ada", "Poe")), issued=(2020,))
    made = format_reference(work, "apa", "en")
    shown = cohen.family + ", " + cohen.given[0] + "."
    assert made.html == f"<bdi>{shown}</bdi>, &amp; Poe, A. (2020). <i><bdi>{title}</bdi></i>."
    assert made.text == f"\u2068{shown}\u2069, & Poe, A. (2020). \u2068{title}\u2069."
    latin = format_reference(BOOK, "plain", "he")
    assert latin.html.count("<bdi>") == 3
    # what a record brings along to turn the text is left out
    evil = Work("bib:x", "book", "A \u202egnp.exe", author=(Name(literal="\u2067A"),))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", format_reference(evil, "apa", "en").text)


def test_a_crowd_is_quickly_named() -> None:
    crowd = tuple(person(f"Given{index}", f"Family{index}") for index in range(3_303))
    work = Work("doi:x", "article-journal", "Higgs", author=crowd, issued=(2015,))
    assert text(work, "plain") == "“Higgs” by Given0 Family0 et al., 2015"
    assert text(work, "ieee") == "G. Family0 et al., “Higgs,” 2015."
    assert "Family18, G., … Family3302, G. (2015)" in text(work, "apa")


@pytest.mark.parametrize(
    ("lang", "apa", "ieee"),
    [
        (
            "de",
            ("Goodfellow, I. & Bengio, Y. (2016). Deep Learning (2. Aufl.). MIT Press."),
            "I. Goodfellow und Y. Bengio, Deep Learning, 2. Aufl. Cambridge, MA: MIT Press, 2016.",
        ),
        (
            "fr",
            "Goodfellow, I. et Bengio, Y. (2016). Deep Learning (2ᵉ éd.). MIT Press.",
            "I. Goodfellow et Y. Bengio, Deep Learning, 2ᵉ éd. Cambridge, MA: MIT Press, 2016.",
        ),
        (
            "es",
            "Goodfellow, I. y Bengio, Y. (2016). Deep Learning (2.ª ed.). MIT Press.",
            "I. Goodfellow y Y. Bengio, Deep Learning, 2.ª ed. Cambridge, MA: MIT Press, 2016.",
        ),
        (
            "ja",
            "Goodfellow, I.・Bengio, Y. (2016). Deep Learning (第2版). MIT Press.",
            "I. Goodfellow、Y. Bengio, Deep Learning, 第2版. Cambridge, MA: MIT Press, 2016.",
        ),
    ],
)
def test_a_book_in_the_sites_language(lang: str, apa: str, ieee: str) -> None:
    assert text(BOOK, "apa", lang) == apa
    assert text(BOOK, "ieee", lang) == ieee


def test_every_language_of_ours_has_all_terms() -> None:
    # those of CSL's locales; English stands in for other languages
    fields = set(Terms.__struct_fields__)
    for lang in LANGUAGES_OF_OURS:
        own = words_in(lang)
        assert own
        assert set(own) <= fields
        if "-" not in lang:
            assert len(own) == len(words_in("de")), lang


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2", " (2nd ed.)"), ("3rd", " (3rd ed.)"), ("Second", " (2nd ed.)"), ("11", " (11th ed.)"),
        ("21st edition", " (21st ed.)"), ("1", ""), ("First", ""), ("Rev. ed.", " (Rev. ed.)"),
        ("Revised", " (Revised ed.)"),
        ("3rd revised and expanded", " (3rd revised and expanded ed.)"),
        ("Twenty-first", " (21st ed.)"), ("Winter 2019", " (Winter 2019 ed.)"),
        ("Sixteenth printing, April 2021", " (Sixteenth printing, April 2021)"),
        ("ninth Dover printing, tenth GPO printing", " (ninth Dover printing, tenth GPO printing)"),
        ("Reprint", " (Reprint)"), ("Kindle", " (Kindle)"), ("v2.0", " (v2.0)"),
    ],
)  # fmt: skip
def test_editions(typed: str, shown: str) -> None:
    assert text(Work("bib:x", "book", "T", edition=typed), "apa") == f"T{shown}. (n.d.)."


def test_a_letter_stands_where_the_citation_has_it() -> None:
    year = {"plain": "Santoro, 2020b", "ieee": "Apr. 2020b", "apa": "(2020b)"}
    for style, shown in year.items():
        assert shown in format_reference(BRAIN, style, "en", letter="b").text
    undated = Work("bib:x", "book", "T", author=(person("Ada", "Poe"),))
    assert "(n.d.-a)" in format_reference(undated, "apa", "en", letter="a").text
    assert format_reference(undated, "plain", "en", letter="a").text.endswith(", n.d.-a")


def test_what_its_title_says_to_be_taken_back_is_not_marked_again() -> None:
    for title in ("RETRACTED: T", "Retracted article: T", "[Withdrawn] T", "WITHDRAWN: T"):
        for style in REFERENCE_STYLES:
            shown = text(Work("bib:x", "book", title, status="retracted"), style)
            assert not shown.endswith("]"), title
    told = text(Work("bib:x", "book", "Why papers are retracted", status="retracted"), "apa")
    assert told.endswith(" [Retracted]")


def test_a_number_that_the_title_has_is_not_repeated() -> None:
    rule = Work("bib:x", "legislation", "Regulation (EU) 2016/679", number="2016/679")
    assert text(rule, "apa") == "Regulation (EU) 2016/679. (n.d.)."
    assert text(rule, "ieee") == "“Regulation (EU) 2016/679.” (n.d.)."
    # another one, though its digits are there; and one that says whose it is
    other = msgspec.structs.replace(rule, number="16/679")
    assert "(No. 16/679)" in text(other, "apa")
    law = msgspec.structs.replace(rule, genre="Regulation")
    assert "(Regulation No. 2016/679)" in text(law, "apa")


@pytest.mark.parametrize(
    ("lang", "apa", "ieee"),
    [
        ("en", "Advance online publication", "early access"),
        ("de", "Vorab-Onlinepublikation", "Vorab-Onlinepublikation"),
    ],
)
def test_an_article_before_its_issue_is_said_to_be_ahead(lang: str, apa: str, ieee: str) -> None:
    article = Work(
        "doi:10.1000/x", "article-journal", "T", container_title="J", status="prepublished",
        issued=(2020, 3, 1), doi="10.1000/x",
    )  # fmt: skip
    assert text(article, "apa", lang) == f"T. (2020). J. {apa}. https://doi.org/10.1000/x"
    assert f" J, {ieee}, " in text(article, "ieee", lang)
    printed = msgspec.structs.replace(article, volume="3")
    assert text(printed, "apa", lang) == "T. (2020). J, 3. https://doi.org/10.1000/x"


def test_what_is_in_press_is_so_in_the_site_s_language() -> None:
    coming = Work("bib:x", "book", "T", publisher="P", status="in press")
    assert text(coming, "apa") == "T. (in press). P."
    assert text(coming, "apa", "de") == "T. (im Druck). P."
    assert text(coming, "ieee", "fr") == "T. P, sous presse."
    assert "(im Druck-a)" in format_reference(coming, "apa", "de", letter="a").text


def test_two_editors_have_no_comma_between_them() -> None:
    editors = (person("Ada", "Poe"), person("Bo", "Roe"))
    part = Work("bib:x", "chapter", "T", author=editors, editor=editors, container_title="B")
    assert "In A. Poe & B. Roe (red.), B." in text(part, "apa", "nl")
    assert "In A. Poe & B. Roe (Eds.), B." in text(part, "apa")


def test_an_editor_has_no_comma_before_the_others() -> None:
    editors = (person("Bo", "Roe"), OTHERS)
    part = Work("bib:x", "chapter", "T", editor=editors, container_title="B")
    assert "In B. Roe et al. (Eds.), B." in text(part, "apa")


def test_a_medium_is_named_in_one_language() -> None:
    film = Work("bib:x", "motion_picture", "T", issued=(2020,), url="https://example.org/")
    assert "[Online Video]. Available:" in text(film, "ieee")
    assert "[Online]. Dostępne na:" in text(film, "ieee", "pl")


def test_the_and_of_spanish_sounds_unlike_the_name_behind_it() -> None:
    for name, joint in {
        "Ibáñez": "e", "Íñiguez": "e", "Hidalgo": "e", "Hierro": "y", "Hiato": "y", "Yáñez": "y",
        "Gómez": "y",
    }.items():  # fmt: skip
        for more in ((), (person("Eva", "Poe"),)):
            names = (person("Ana", "Ruiz"), *more, Name(literal=name))
            work = Work("bib:x", "book", "T", author=names)
            assert text(work, "plain", "es").endswith(f" {joint} {name}")
            assert f" {joint} {name}. (" in text(work, "apa", "es")


def test_chinese_is_in_the_characters_of_the_site() -> None:
    pages = {"zh": "页", "zh-CN": "页", "zh-Hans-HK": "页", "zh-Hant": "頁", "zh-TW": "頁",
             "zh-HK": "頁"}  # fmt: skip
    for lang, page in pages.items():
        part = Work("bib:x", "chapter", "T", container_title="B", page="1-9")
        assert f"第1–9{page}" in text(part, "apa", lang), lang
    assert text(Work("bib:x", "book", "T"), "plain", "zh-TW") == "「T」"


def test_portuguese_of_two_countries() -> None:
    part = Work("bib:x", "chapter", "T", container_title="B")
    assert text(part, "ieee", "pt-PT").startswith("«T», em B")
    assert text(part, "ieee", "pt-BR").startswith("“T”, in B")


def test_the_style_plain_names_as_many_as_the_site_does() -> None:
    assert format_reference(DSI, "plain", "en", byline=2).text.endswith("by Yi Tay et al., 2022")


@pytest.mark.parametrize("style", sorted(REFERENCE_STYLES))
def test_a_reference_takes_tens_of_microseconds(style: str) -> None:
    works = (DSI, BRAIN, REPCONC, BOOK)
    for work in works:
        format_reference(work, style, "en")
    start = time.process_time()
    for _ in range(200):
        for work in works:
            format_reference(work, style, "en")
    # 20 µs on a quiet machine; ten times that would be felt in large sites
    assert (time.process_time() - start) / (200 * len(works)) < 200e-6


def test_kinds_of_theses_and_reports_are_in_the_language_of_the_site() -> None:
    thesis = Work("bib:x", "thesis", "T", genre="PhD thesis", publisher="ETH", issued=(2015,))
    assert "[Doctoral dissertation]" in text(thesis, "apa", "en")
    assert "Dissertation" in text(thesis, "ieee", "de")
    assert "[Thèse de doctorat]" in text(thesis, "apa", "fr")
    master = msgspec.structs.replace(thesis, genre="Master\u2019s thesis")
    assert "Masterarbeit" in text(master, "ieee", "de")
    report = Work("bib:x", "report", "T", genre="Technical report", number="7")
    assert "Technischer Bericht Nr. 7" in text(report, "apa", "de")
    assert "Technical Report No. 7" in text(report, "apa", "en")
    # what a record calls it stays
    other = msgspec.structs.replace(thesis, genre="Habilitation")
    assert "Habilitation" in text(other, "apa", "fr")


def test_a_journal_s_math_is_set() -> None:
    work = Work("bib:x", "article-journal", "T", container_title=r"J. of $\alpha$ & $5 Things")
    for style in ("apa", "ieee"):
        made = format_reference(work, style, "en")
        assert "J. of α & $5 Things" in made.text
        assert "<math" in made.html
    for kind in ("webpage", "thesis"):
        page = msgspec.structs.replace(work, type=kind, publisher="")
        assert "J. of α & $5 Things" in text(page, "apa")
    chapter = msgspec.structs.replace(work, type="chapter")
    assert "J. of α & $5 Things" in text(chapter, "ieee")


def test_ieee_begins_what_nobody_signed_with_its_title() -> None:
    data = Work("k", "dataset", "T", publisher="P", issued=(2020,))
    assert text(data, "ieee") == "“T,” P, 2020."
    report = Work("k", "report", "T", publisher="OECD", number="12", issued=(2020,))
    assert text(report, "ieee") == "“T,” OECD, no. 12, 2020."
