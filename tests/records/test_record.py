"""Records: what is written is read back, and what was edited into nonsense is named."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.text import one_line
from digest.basics.works import ArxivFacts, Name, Work
from digest.citing.styles import format_reference
from digest.records.csl import parse_item, with_aliases
from digest.records.csltypes import CSL_TYPES
from digest.records.encoding import mend_encoding
from digest.records.identifiers import Identifier
from digest.records.markup import markup_to_text
from digest.records.names import gather
from digest.records.names.reading import NAME_PARTS, read_item
from digest.records.numbers import with_numbers
from digest.records.record import format_record, parse_record
from digest.records.richtitles import read_title
from digest.records.series import with_series
from digest.records.store import record_name

PATH = "content/papers/arxiv/2202.06991.json"

DSI = with_aliases(
    Work(
        id="arxiv:2202.06991",
        type="article",
        title="Transformer Memory as a Differentiable Search Index",
        author=(
            Name(family="Tay", given="Yi", literal="Yi Tay"),
            Name(family="Ré", given="Christopher", literal="Christopher Ré"),
            Name(literal="ATLAS Collaboration"),
        ),
        issued=(2022, 2, 14),
        publisher="arXiv",
        doi="10.48550/arXiv.2202.06991",
        url="https://arxiv.org/abs/2202.06991",
        arxiv=ArxivFacts(
            id="2202.06991",
            version=3,
            primary_category="cs.CL",
            categories=("cs.CL", "cs.IR"),
            comment="NeurIPS 2022",
            doi="10.1145/3523227.3547387",
        ),
    )
)


def record(**fields: object) -> bytes:
    return json.dumps({"id": "arxiv:2202.06991", "title": "T", **fields}).encode()


def problems(data: bytes, path: str = PATH) -> list[tuple[int, int, str]]:
    found = parse_record(data, path).diagnostics
    assert all(one.rule == "paper-record-broken" and one.path == path for one in found)
    assert all(one.hint for one in found)
    return [(one.line, one.column, one.message) for one in found]


def read(data: bytes, path: str = PATH) -> Work:
    checked = parse_record(data, path)
    assert checked.diagnostics == ()
    assert checked.value is not None
    return checked.value


def test_the_form_of_a_record() -> None:
    text = format_record(DSI).decode()
    assert text.startswith('{\n  "id": "arxiv:2202.06991",\n  "type": "article",\n  "title": ')
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "Christopher Ré" in text
    assert '"DOI": "10.48550/arXiv.2202.06991"' in text
    item = json.loads(text)
    assert list(item) == [
        "id", "type", "title", "author", "issued", "publisher", "DOI", "URL", "custom"
    ]  # fmt: skip
    assert item["issued"] == {"date-parts": [[2022, 2, 14]]}
    assert item["author"][2] == {"literal": "ATLAS Collaboration"}
    assert item["custom"]["arxiv"]["version"] == 3
    assert "withdrawn" not in item["custom"]["arxiv"]
    assert "aliases" not in item


def test_a_record_knows_all_keys_of_its_work() -> None:
    assert read(format_record(DSI)) == DSI
    assert DSI.aliases == ("doi:10.48550/arxiv.2202.06991", "doi:10.1145/3523227.3547387")


# as signs are once they have been read
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
words = words.map(mend_encoding).map(one_line)
some_words = words.filter(bool)
dates = st.one_of(
    st.just(()),
    st.tuples(st.integers(1000, 9999)),
    st.tuples(st.integers(1000, 9999), st.integers(1, 12)),
    st.dates().map(lambda day: (day.year, day.month, day.day)).filter(lambda d: d[0] > 999),
)


letters = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), max_size=8).map(mend_encoding)
families = ["Doe", "de la Cruz", "O'BRIEN", "Meyer1,2", "Meyer, PhD", "Smith Jr.", "Collaboration"]
givens = ["Jane", "J. A.", "JA", "Ludwig van", "Elias Silva de", "JEAN-PAUL", ".", "NULL", "et"]
literals = ["Doe, Jane", "(for the X Collaboration)", "Arfon M Smith", "王小明;李雷", "et al."]


@st.composite
def names(draw: st.DrawFn) -> tuple[Name, ...]:
    """Draw names as they are once they have been read; others are mended on the way."""
    texts = dict.fromkeys(NAME_PARTS, "") | {
        "family": draw(letters | st.sampled_from(families)),
        "given": draw(letters | st.sampled_from(givens)),
        "suffix": draw(st.sampled_from(["", "Jr.", "III", "PhD"])),
        "literal": draw(letters | st.sampled_from(literals)),
    }
    return gather(read_item(texts, is_unsplit=draw(st.booleans())))


@st.composite
def works(draw: st.DrawFn) -> Work:
    key, doi = draw(
        st.sampled_from(
            [
                ("arxiv:2202.06991", "10.48550/arXiv.2202.06991"),
                ("arxiv:hep-th/9901001", ""),
                ("doi:10.1002/(sici)1:2<3::aid>3.0.co;2-o", "10.1002/(sici)1:2<3::aid>3.0.co;2-o"),
            ]
        )
    )
    facts = None
    if key.startswith("arxiv:"):
        facts = ArxivFacts(
            id=key.removeprefix("arxiv:"),
            version=draw(st.integers(0, 999)),
            categories=tuple(draw(st.lists(some_words, max_size=3))),
            comment=draw(words),
            withdrawn=draw(st.booleans()),
        )
    texts = ("publisher", "volume", "issue", "page", "event_title", "genre", "version",
             "event_place", "number", "edition", "status")  # fmt: skip
    work = Work(
        id=key,
        type=draw(st.sampled_from(sorted(CSL_TYPES))),
        title=draw(some_words.map(read_title).filter(bool)),
        author=gather(one for several in draw(st.lists(names(), max_size=4)) for one in several),
        editor=draw(names()),
        issued=draw(dates),
        accessed=draw(dates),
        doi=doi,
        url=Identifier(key).url,
        arxiv=facts,
    )
    # as they are once they have been read
    plain, titles = words.map(markup_to_text), words.map(read_title)
    work = msgspec.structs.replace(
        work,
        container_title=draw(titles),
        container_title_short=draw(titles),
        **{one: draw(plain) for one in texts},
    )
    return with_aliases(with_series(with_numbers(work)))


@given(works())
def test_every_work_comes_back_as_it_was_written(work: Work) -> None:
    data = format_record(work)
    again = read(data, "content/papers/" + record_name(work.id))
    assert again == work
    assert format_record(again) == data


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (b"", 1, 1, "this is not JSON: it ends too early"),
        (b'{"id":\n "arxiv', 2, 8, "this is not JSON: it ends too early"),
        ('{"id": "é",\n "title": "é" x}'.encode(), 2, 15, "this is not JSON"),
        (b'{"title": NaN}', 1, 11, "this is not JSON"),
        (b'{"title": "a\x00b"}', 1, 13, "this is not JSON"),
        (b'{"title": "\xff"}', 1, 12, "this is not UTF-8"),
        (b"[" * 100_000, 1, 1, "brackets are nested too deep"),
        (b"<<<<<<< HEAD\n{}", 1, 1, "this is not JSON"),
        (b"null", 1, 1, "a record is one JSON object"),
        (b"[]", 1, 1, "a record is one JSON object"),
    ],
)
@pytest.mark.usefixtures("no_collection")
def test_what_is_no_json_is_named_in_its_place(
    data: bytes, line: int, column: int, message: str
) -> None:
    (found,) = problems(data)
    assert found[:2] == (line, column)
    assert message in found[2]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": None}, "the record has no 'title'"),
        ({"title": "  "}, "the record has no 'title'"),
        ({"title": []}, "the record has no 'title'"),
        ({"title": {"en": "T"}}, "'title' must be a text"),
        ({"id": "arxiv:2202.06992"}, "'id' is 'arxiv:2202.06992', but the file's name says"),
        ({"id": "arxiv:../../x"}, "'id' is 'arxiv:../../x', but the file's name says"),
        ({"id": "DOI:nonsense"}, "'id' is 'DOI:nonsense', but the file's name says"),
        ({"id": "arXiv:2202.6991"}, "'id' is 'arXiv:2202.6991', but the file's name says"),
        ({"id": "doi:"}, "'id' is 'doi:', but the file's name says"),
        ({"id": None}, ""),
        ({"id": 3}, ""),
        ({"id": "tay2022transformer"}, ""),
        ({"id": "https://arxiv.org/abs/2202.06991v2"}, ""),
        ({"author": "Yi Tay"}, "'author' must be a list of names"),
        ({"author": [{"given": "Yi"}, {}]}, "'author[1]' must be a name"),
        ({"author": [None]}, "'author[0]' must be a name"),
        ({"author": [{"family": ["Tay", {}], "given": {}}]}, "'given' must be a text"),
        ({"volume": True}, "'volume' must be a text"),
        ({"issued": {"date-parts": [[2022, 13]]}}, "'issued' must be a date that exists"),
        ({"issued": {"date-parts": [[2022, 2, 30]]}}, "'issued' must be a date that exists"),
        ({"issued": {"date-parts": [[{}]]}}, "'issued' must be a date that exists"),
        ({"issued": {"date-parts": 2022}}, "'issued' must be a date that exists"),
        ({"issued": "in spring"}, "'issued' must be a date that exists"),
        ({"DOI": "abc"}, "'DOI' must be a DOI"),
        ({"URL": "javascript:alert(1)"}, "'URL' must be an address that begins with https://"),
        ({"URL": "https://example.org:99999/"}, "'URL' must be an address"),
        ({"URL": "https:///a"}, "'URL' must be an address"),
        ({"URL": "http://example.org/a b"}, ""),
        ({"custom": []}, ""),
        ({"custom": 3}, "'custom' must be an object"),
        ({"custom": {"arxiv": {"id": "2202.06992"}}}, "'custom.arxiv.id' must be '2202.06991'"),
        ({"custom": {"arxiv": {"version": "new"}}}, "'custom.arxiv.version' must be a number"),
        ({"custom": {"arxiv": {"categories": "cs.CL"}}}, "'custom.arxiv.categories' must be"),
        ({"type": "artcle"}, "there is no type 'artcle'"),
        ({"type": "journal-article"}, ""),
        ({"type": "component"}, ""),
        ({"contanier-title": "Nature"}, "there is no field 'contanier-title'"),
        ({"doi": "10.1000/x"}, "there is no field 'doi'"),
        # Crossref's, and what no program has
        ({"accepted": {"date-parts": [[2022]]}, "published": {}, "reference-count": 3}, ""),
        ({"my-own": "words"}, ""),
    ],
)
def test_a_field_of_a_wrong_form_is_named(fields: dict[str, object], message: str) -> None:
    found = problems(record(**fields))
    assert [one[2] for one in found if message in one[2]] or not message
    assert len(found) == bool(message)


def test_a_broken_record_is_still_a_work_that_can_be_cited() -> None:
    for data in (b"", b"[]", record(title=None)):
        work = parse_record(data, PATH).value
        assert work is not None
        assert (work.id, work.title) == ("arxiv:2202.06991", "arxiv:2202.06991")
        assert work.url == "https://arxiv.org/abs/2202.06991"


def test_a_file_that_bears_no_works_name_is_no_record() -> None:
    for name in ("notes.json", "arxiv/..%2F..json", "arxiv/a/b.json", "other/1.json"):
        checked = parse_record(record(), f"content/papers/{name}")
        assert checked.value is None
        assert [one.rule for one in checked.diagnostics] == ["paper-record-broken"]


def test_what_crossref_bends_is_understood() -> None:
    key = "doi:10.1162/tacl_a_00276"
    item = {
        "id": "https://doi.org/10.1162/TACL_a_00276",
        "type": "journal-article",
        "title": ["Natural Questions"],
        "container-title": ["Transactions"],
        "short-container-title": ["Trans."],
        "author": [
            {"given": "Tom", "family": "Kwiatkowski", "sequence": "first", "affiliation": []},
            {"name": "Google"},
            {"family": "Oord", "given": "Aaron", "non-dropping-particle": "van den"},
        ],
        "issued": {"date-parts": [["2019", "11"]]},
        "volume": 7,
        "ISSN": ["2307-387X"],
        "event": "A meeting",
        "DOI": "10.1162/TACL_a_00276",
        "URL": "http://dx.doi.org/10.1162/tacl_a_00276",
        "relation": {"a": [{"b": None}]},
    }
    work = read(json.dumps(item).encode(), "content/papers/" + record_name(key))
    assert work.type == "article-journal"
    assert work.title == "Natural Questions"
    assert (work.container_title, work.container_title_short) == ("Transactions", "Trans.")
    assert [one.literal for one in work.author] == [
        "Tom Kwiatkowski", "Google", "Aaron van den Oord"
    ]  # fmt: skip
    assert work.author[2].family == "van den Oord"
    assert work.issued == (2019, 11)
    assert work.volume == "7"
    assert work.event_title == "A meeting"
    assert work.doi == "10.1162/TACL_a_00276"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2022]]}, (2022,)),
        ({"date-parts": [[None]]}, ()),
        ({"date-parts": []}, ()),
        ({"date-parts": [2022, 2]}, (2022, 2)),
        ({"date-parts": [["2022", 2], [2023]]}, (2022, 2)),
        ({"date-time": "2022-02-14T00:00:00Z"}, (2022, 2, 14)),
        (2022, (2022,)),
        ({"raw": "2022-02"}, (2022, 2)),
        ("2022-02-14", (2022, 2, 14)),
        (None, ()),
    ],
)
def test_dates(issued: object, expected: tuple[int, ...]) -> None:
    assert read(record(issued=issued)).issued == expected


def test_what_is_harmless_is_read() -> None:
    work = read(b'\xef\xbb\xbf{"id": "arXiv:2202.06991v2",\r\n "title": "0", "type": "odd"}')
    assert (work.title, work.type) == ("0", "article")
    assert work.arxiv == ArxivFacts(id="2202.06991")
    assert read(record(title="A\0 title\n on two lines")).title == "A title on two lines"


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    assert parse_record(data, PATH).diagnostics


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            [
                "id", "type", "title", "author", "issued", "date-parts", "raw", "DOI", "URL",
                "custom", "arxiv", "version", "categories", "literal", "family",
            ]
        ),
        inner,
        max_size=6,
    ),
)  # fmt: skip


@given(json_values)
def test_no_json_raises(value: object) -> None:
    checked = parse_record(json.dumps(value).encode(), PATH)
    assert checked.value is not None
    again = read(format_record(checked.value))
    assert again == checked.value


def test_facts_of_arxiv_may_stand_right_under_custom() -> None:
    for custom in (
        {"version": 3, "primary_category": "cs.CL"},
        {"arxiv": "2202.06991", "version": 3, "primary_category": "cs.CL"},
    ):
        work = parse_record(record(custom=custom), PATH).value
        assert work is not None
        assert work.arxiv is not None
        assert (work.arxiv.version, work.arxiv.primary_category) == (3, "cs.CL")


def parsed(key: str, **item: object) -> Work:
    data = json.dumps({"id": key, "title": "T", **item}).encode()
    return read(data, f"content/papers/{record_name(key)}")


def test_an_id_in_place_of_a_number_or_a_note_is_no_second_fact() -> None:
    # as Zotero exports papers of arXiv's
    item = {
        "id": "http://zotero.org/users/1/items/ABC", "type": "article", "title": "T",
        "issued": {"raw": "2022"}, "genre": "preprint",
        "number": "arXiv:2202.06991", "note": "arXiv:2202.06991 [cs]",
    }  # fmt: skip
    work = parse_item(item, "arxiv:2202.06991").work
    assert (work.number, work.note) == ("", "")
    assert "T (arXiv:2202.06991). (2022). arXiv. https" in format_reference(work, "apa", "en").text


def test_a_preprint_is_of_its_server_and_not_of_the_company_behind_it() -> None:
    made = parsed(
        "doi:10.1101/2020.01.01.000001",
        type="posted-content",
        publisher="Cold Spring Harbor Laboratory",
        institution=[{"name": "bioRxiv"}],
        posted={"date-parts": [[2020, 1, 1]]},
        issued={"date-parts": [[None]]},
    )
    assert (made.type, made.publisher, made.issued) == ("article", "bioRxiv", (2020, 1, 1))


def test_a_chapter_is_in_its_book_and_not_in_the_series() -> None:
    made = parsed(
        "doi:10.1007/978-3-030-05348-2_21",
        type="book-chapter",
        **{"container-title": ["Lecture Notes in Computer Science", "Learning and Optimization"]},
    )
    assert made.container_title == "Learning and Optimization"
    assert made.collection_title == "Lecture Notes in Computer Science"


def test_where_people_met_and_what_an_article_has_for_pages() -> None:
    event = {"name": "CHI ’20", "location": "Honolulu HI USA", "acronym": "CHI '20"}
    made = parsed("doi:10.1145/3313831", type="proceedings-article", event=event)
    assert (made.event_title, made.event_place) == ("CHI ’20", "Honolulu HI USA")
    made = parsed("doi:10.1371/x", type="journal-article", **{"article-number": "e0193972"})
    assert made.number == "e0193972"


def test_what_datacite_says_of_software() -> None:
    made = parsed(
        "doi:10.5281/zenodo.1003150",
        type="software",
        version="v0.8.1",
        publisher="Zenodo",
        accessed={"date-parts": [[2022, 1, 2]]},
    )
    assert (made.type, made.version, made.accessed) == ("software", "v0.8.1", (2022, 1, 2))
    assert read(format_record(made), f"content/papers/{record_name(made.id)}") == made


def test_a_title_in_bold_tells_that_a_work_is_taken_back() -> None:
    item = {"id": "doi:10.1000/x", "type": "article-journal", "title": "<b>RETRACTED:</b> A cure"}
    work = read(json.dumps(item).encode(), "content/papers/" + record_name("doi:10.1000/x"))
    assert work.status == "retracted"
    assert work.title == "<b>RETRACTED:</b> A cure"
