"""`export` gives what a build writes, of drafts and future editions too, and says what lacks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from digest.citing.formats import FORMATS
from digest.commands.editionplan import NoEditionError
from digest.commands.export import Exported, export
from digest.settings.buildoptions import BuildOptions
from tests.newsletter import TODAY, brief

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

BIB = "@book{art, title={The Art}, author={Knuth, Donald}, year={1968}}\n"


def exported(newsletter: Newsletter, id_: str, form: str = "csl-json") -> Exported:
    return export(newsletter.root, newsletter.out, id_, form, lambda _zone: BuildOptions(TODAY))


def titles(made: Exported) -> dict[str, str]:
    """Return the titles by their keys, in order."""
    return {item["id"]: item["title"] for item in json.loads(made.data)}


@pytest.fixture
def march(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991", "Transformer Memory", "Yi Tay")
    newsletter.paper("doi:10.1000/1", "Cited & Read", "Bo Ng", year=2019)
    newsletter.write("content/references.bib", BIB)
    newsletter.edition("2022-03", "First [@art].\n\n:::{papers}\n:::\n")
    newsletter.entry("2022-03/01-dsi", "See [@doi:10.1000/1; @art].\n", arxiv="2202.06991")
    return newsletter


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_what_a_build_writes(march: Newsletter, form: str) -> None:
    march.build()
    made = exported(march, "2022-03", form)
    assert made.data == march.tree()[f"editions/2022-03/{FORMATS[form].file}"]
    assert (made.works, made.diagnostics) == (3, ())


def test_works_stand_in_reading_order_each_once(march: Newsletter) -> None:
    assert list(titles(exported(march, "2022-03"))) == [
        "knuth1968art",
        "tay2022transformer",
        "ng2019cited",
    ]


def test_an_edition_without_works_has_no_files_and_an_empty_export(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Nothing.\n")
    newsletter.build()
    assert not [path for path in newsletter.tree() if "references" in path]
    empty = {form: exported(newsletter, "2022-03", form).data for form in FORMATS}
    assert empty == {form: b"[]\n" if form == "csl-json" else b"" for form in FORMATS}


def test_drafts_and_editions_of_the_future_are_exported_when_asked_for(march: Newsletter) -> None:
    march.edition("2022-04", "[@art]\n", draft=True)
    march.entry("2022-04/01-dsi", arxiv="2202.06991", draft=True)
    march.edition("2030-01", "[@doi:10.1000/1]\n")
    march.entry("2030-01/01-half", arxiv="2202.06991", draft=True)
    march.build()
    assert {path for path in march.tree() if path.endswith(".bib")} == {
        "editions/2022-03/references.bib"
    }
    assert list(titles(exported(march, "2022-04"))) == ["knuth1968art", "tay2022transformer"]
    # on its day the entry that is a draft will not be there
    assert list(titles(exported(march, "2030-01"))) == ["ng2019cited"]
    march.build(drafts=True, future=True)
    draft = march.tree()["editions/2022-04/references.json"]
    assert exported(march, "2022-04").data == draft


def test_what_an_editor_typed_stands_in_every_export(march: Newsletter) -> None:
    march.entry(
        "2022-03/01-dsi",
        arxiv="2202.06991",
        title="Memory, Mended",
        authors=["Yi Thay"],
        date="2021",
    )
    march.edition("2022-04", "[@arxiv:2202.06991]\n")
    for id_ in ("2022-03", "2022-04"):
        (item,) = [
            one for one in json.loads(exported(march, id_).data) if one["id"].startswith("thay")
        ]
        assert item["id"] == "thay2021memory"
        assert item["title"] == "Memory, Mended"
        assert item["author"] == [{"family": "Thay", "given": "Yi"}]
        assert item["issued"] == {"date-parts": [[2021]]}
        assert item["URL"] == "https://arxiv.org/abs/2202.06991"


def test_what_is_typed_in_a_draft_is_not_said_elsewhere(march: Newsletter) -> None:
    march.edition("2022-04", draft=True)
    march.entry("2022-04/01-dsi", arxiv="2202.06991", title="Half a Ti")
    assert titles(exported(march, "2022-03"))["tay2022transformer"] == "Transformer Memory"
    assert titles(exported(march, "2022-04")) == {"tay2022transformer": "Half a Ti"}


def test_a_later_edition_or_a_draft_takes_a_letter_of_its_own(march: Newsletter) -> None:
    # an older paper of the same author, year and word
    march.paper("arxiv:2201.00001", "Transformer Things", "Yi Tay", issued={"date-parts": [[2022]]})
    before = exported(march, "2022-03").data
    march.edition("2022-02", "[@arxiv:2201.00001]\n", draft=True)
    march.edition("2022-05", "[@arxiv:2201.00001; @arxiv:2202.06991]\n")
    assert exported(march, "2022-03").data == before
    assert titles(exported(march, "2022-05")) == {
        "tay2022transformerb": "Transformer Things",
        "tay2022transformer": "Transformer Memory",
    }
    assert list(titles(exported(march, "2022-02"))) == ["tay2022transformerb"]


def test_moving_entries_about_changes_no_key(march: Newsletter) -> None:
    march.paper("arxiv:2201.00001", "Transformer Things", "Yi Tay")
    march.entry("2022-03/02-things", arxiv="2201.00001")
    before = titles(exported(march, "2022-03"))
    march.delete("content/editions/2022-03/01-dsi.md")
    march.entry("2022-03/03-dsi", "See [@doi:10.1000/1; @art].\n", arxiv="2202.06991")
    after = titles(exported(march, "2022-03"))
    assert after == before
    assert list(after) != list(before)


def test_what_is_lacking_is_told_and_the_rest_exported(march: Newsletter) -> None:
    march.edition("2022-03", "[@art; @nope; @arxiv:2201.00001]\n")
    march.entry("2022-03/02-x", "", arxiv="2201.00002", name="X")
    march.entry("2022-03/03-y", "[@x]\n", arixv="2201.00003", title="Y")
    made = exported(march, "2022-03")
    assert "knuth1968art" in titles(made)
    # no work of which nothing is known but what its file is called
    assert "X" not in titles(made).values()
    assert [brief(found) for found in made.diagnostics] == [
        "editions/2022-03/02-x.md:2:8 error paper-unfetched",
        "editions/2022-03/03-y.md:2:1 error field-missing",
        "editions/2022-03/index.md:5:8 error citation-undefined",
        "editions/2022-03/index.md:5:15 error paper-unfetched",
    ]


def test_problems_elsewhere_do_not_matter(march: Newsletter) -> None:
    march.edition("2022-04", "[@nope]\n")
    march.write("content/pages/about.md", "no front matter\n")
    march.settings("theme: nope\nnope: 1\n")
    march.entry("2022-03/02-z", "[x](nope.md)\n", arxiv="2202.06991")
    made = exported(march, "2022-03")
    assert (made.works, made.diagnostics) == (3, ())


def test_a_record_that_cannot_be_read_is_told(march: Newsletter) -> None:
    march.write(
        "content/papers/arxiv/2202.06991.json", '{"id": "arxiv:2202.06991", "title": 5, "DOI": []'
    )
    (found,) = exported(march, "2022-03").diagnostics
    assert brief(found).startswith("papers/arxiv/2202.06991.json:1:")


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("2022-30", "there is no edition '2022-30'; did you mean '2022-03'?"),
        ("march", "there is no edition 'march'; the newest is '2022-03'"),
        (81 * "x", f"there is no edition '{59 * 'x'}…'; the newest is '2022-03'"),
        ("", "there is no edition ''; the newest is '2022-03'"),
        ("../2022-03", "there is no edition '../2022-03'; did you mean '2022-03'?"),
    ],
)
def test_an_edition_that_there_is_not_is_named_with_the_nearest(
    march: Newsletter, id_: str, message: str
) -> None:
    with pytest.raises(NoEditionError) as error:
        exported(march, id_)
    assert str(error.value) == message


def test_a_newsletter_without_editions_says_so(newsletter: Newsletter) -> None:
    with pytest.raises(NoEditionError, match="there is no edition 'x', nor any other"):
        exported(newsletter, "x")
