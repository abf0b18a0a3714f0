"""`digest add` and `digest new` as an editor runs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run
from tests.newsletter import Newsletter
from tests.service import HANG, HTML, Answer, Paper, Service, page, status, to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECTIONS = (
    'sections:\n  why: {title: Why, icon: "❓", required: true}\n  more: {title: Key insights}\n'
)


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    newsletter = Newsletter(tmp_path, SECTIONS)
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-old", arxiv="2202.00009")
    newsletter.paper("arxiv:2202.00009", title="Old")
    return newsletter


@pytest.fixture
def service() -> Iterator[Service]:
    papers = [
        Paper("2202.00001", title="One: a First Paper", doi="10.1000/one"),
        Paper("2202.00002", title="On the Second of the Papers"),
        Paper("hep-th/9901001", title="Gone", comment="This paper has been withdrawn"),
    ]
    with Service(papers) as service:
        service.dois["10.1000/x"] = {"type": "book", "title": "A Book", "author": [{"family": "B"}]}
        yield service


def entries(newsletter: Newsletter, edition: str = "2022-03") -> list[str]:
    folder = newsletter.root / "content/editions" / edition
    return sorted(path.name for path in folder.iterdir() if path.name != "index.md")


def test_whatever_is_pasted_becomes_an_entry(newsletter: Newsletter, service: Service) -> None:
    ran = run(
        newsletter.root,
        *("add", "https://arxiv.org/pdf/2202.00002v1.pdf", "arXiv:2202.00001"),
        "https://doi.org/10.1000/X",
        service=service,
    )
    assert ran.status == 0
    folder = "content/editions/2022-03"
    assert ran.out.splitlines() == [
        f"{folder}/02-second-papers.md",
        f"{folder}/03-one.md",
        f"{folder}/04-book.md",
    ]
    assert "One: a First Paper, by Ada Lovelace" in ran.err
    assert len(service.arxiv_requests) == 1
    text = (newsletter.root / folder / "03-one.md").read_text()
    assert text == (
        "---\narxiv: 2202.00001\nname: One\ndescription:\ntags:\ndraft: true\n---\n"
        "## Why\n\n## Key insights\n"
    )
    assert "drafts, which 'digest serve' shows" in ran.err
    # what the editor has not written yet keeps nothing back that is ready
    added = ("02-second-papers", "03-one", "04-book")
    problems = [line for line in newsletter.check() if "01-old" not in line]
    assert [line.split(".md:")[0].removeprefix("editions/2022-03/") for line in problems] == [
        *added
    ]
    assert all(line.endswith("warning section-missing") for line in problems)


def test_a_name_and_an_edition_can_be_given(newsletter: Newsletter, service: Service) -> None:
    ran = run(
        newsletter.root,
        *("add", "2202.00001", "--edition", "2022-02", "--name", "The: One"),
        service=service,
    )
    assert ran.out == "content/editions/2022-02/01-the-one.md\n"
    text = (newsletter.root / "content/editions/2022-02/01-the-one.md").read_text()
    assert 'name: "The: One"\n' in text


def test_who_writes_it_can_be_given(newsletter: Newsletter, service: Service) -> None:
    ran = run(
        newsletter.root,
        *("add", "2202.00001", "--by", "ada", "--by", "Bo: Other"),
        service=service,
    )
    assert ran.status == 0
    (file,) = ran.out.splitlines()
    text = (newsletter.root / file).read_text()
    assert 'by: [ada, "Bo: Other"]\n' in text


def test_what_has_a_record_is_not_asked_for(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", title="Known")
    assert run(newsletter.root, "add", "2202.00001").out.endswith("/02-known.md\n")


def test_a_second_look_is_warned_of(newsletter: Newsletter) -> None:
    ran = run(newsletter.root, "add", "2202.00009", "--edition", "2022-02")
    assert ran.status == 0
    assert (
        "warning: edition '2022-03' of 2022-03-02 covers 'Old' already: "
        "'content/editions/2022-03/01-old.md'"
    ) in ran.err


def test_a_withdrawn_paper_is_warned_of(newsletter: Newsletter, service: Service) -> None:
    ran = run(newsletter.root, "add", "hep-th/9901001", service=service)
    assert "warning: 'Gone' has been withdrawn" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2202.00009"], "'2202.00009' is in this edition already"),
        (["2202.00001", "--edition", "2022-04"], "there is no edition '2022-04'"),
        (["2202.00001", "2202.00002", "--name", "X"], "--name is for one paper"),
        (["2202.1"], "'2202.1' is not an arXiv id"),
        (["https://arxiv.org/list/cs.CL/recent"], "is not an arXiv id"),
        (["../etc/passwd"], "is neither an arXiv id nor a DOI"),
        (["content/site.yaml"], "if it lists papers, write '--from content/site.yaml'"),
        ([], "name a paper by its"),
    ],
)
def test_what_cannot_be_added_is_refused(
    newsletter: Newsletter, service: Service, arguments: list[str], message: str
) -> None:
    ran = run(newsletter.root, "add", *arguments, service=service)
    assert ran.status == 2
    assert message in ran.err
    assert entries(newsletter) == ["01-old.md"]


def test_a_paper_that_cannot_be_had_costs_the_others_nothing(
    newsletter: Newsletter, service: Service
) -> None:
    service.dois |= {"10.1000/page": HTML, "10.1000/empty": {"type": "book", "title": [""]}}
    command = ("add", "2202.00001", "2202.77777", "10.1000/page", "10.1000/empty", "10.1000/x")
    ran = run(newsletter.root, *command, service=service)
    folder = "content/editions/2022-03"
    assert (ran.status, ran.out) == (1, f"{folder}/02-one.md\n{folder}/03-book.md\n")
    host = service.url.removeprefix("http://")
    by_hand = "write an entry by hand with 'doi: {}', 'title', 'authors' and 'date'"
    assert [line for line in ran.err.splitlines() if line.startswith("Error")] == [
        "Error: arXiv has no record of '2202.77777'; check the id",
        f"Error: the record of '10.1000/page' cannot be used: {host} answered with a web page; "
        + by_hand.format("10.1000/page"),
        "Error: the record of '10.1000/empty' cannot be used: it has no title; "
        + by_hand.format("10.1000/empty"),
    ]
    # given again, it goes on with what is not there yet
    service.dois["10.1000/page"] = {"type": "book", "title": "A Page"}
    again = run(newsletter.root, *command, service=service)
    assert (again.status, again.out) == (1, f"{folder}/04-page.md\n")
    assert f"warning: '2202.00001' is in this edition already: '{folder}/02-one.md'" in again.err


def test_an_id_that_only_seemed_to_follow_from_an_address_is_told_as_such(
    newsletter: Newsletter, service: Service
) -> None:
    service.dois["10.5281/zenodo.42"] = {"type": "dataset", "title": "Numbers"}
    there, lacking = "https://zenodo.org/records/42", "https://zenodo.org/records/43"
    ran = run(newsletter.root, "add", there, lacking, service=service)
    assert (ran.status, ran.out) == (1, "content/editions/2022-03/02-numbers.md\n")
    assert (
        "Error: doi.org has no record of '10.5281/zenodo.43'; it seemed to follow from "
        f"'{lacking}': give the DOI that the page shows"
    ) in ran.err.splitlines()


def test_the_page_of_a_paper_says_what_its_address_does_not(
    newsletter: Newsletter, service: Service
) -> None:
    service.pages = {
        "/forum": page(
            ("citation_title", "Score-Based Modeling: SDEs &amp; More"),
            ("citation_author", "Song, Yang"),
            ("citation_author", "Jascha Sohl-Dickstein"),
            ("citation_publication_date", "2021/05/03"),
        ),
        "/pubmed": page(("citation_doi", "doi:10.1000/X")),
        "/away": to("/forum2"),
        "/forum2": page(("citation_arxiv_id", "2202.00001")),
        "/plain": HTML,
        "/closed": status(403),
        "/paper.pdf": Answer(b"%PDF-1.7", type="application/pdf"),
    }
    asked = ("forum", "pubmed", "away", "plain", "closed", "paper.pdf")
    ran = run(newsletter.root, "add", *(f"{service.url}/{one}" for one in asked), service=service)
    folder = "content/editions/2022-03"
    assert (ran.status, ran.out.splitlines()) == (
        0,
        [
            f"{folder}/02-score-based-modeling.md",
            f"{folder}/03-book.md",
            f"{folder}/04-one.md",
            f"{folder}/05-plain.md",
            f"{folder}/06-closed.md",
            f"{folder}/07-paper.md",
        ],
    )
    written = (newsletter.root / folder / "02-score-based-modeling.md").read_text()
    assert written.startswith(
        f"---\nurl: {service.url}/forum\n"
        'title: "Score-Based Modeling: SDEs & More"\n'
        "authors: [Yang Song, Jascha Sohl-Dickstein]\ndate: 2021-05-03\n"
    )
    to_type = "type 'title', 'authors' and 'date' into the entry"
    assert [line for line in ran.err.splitlines() if line.startswith("warning")] == [
        f"warning: '{service.url}/forum' names no id: its title, authors and date are in the entry",
        f"warning: '{service.url}/plain' does not say all of its paper: {to_type}",
        f"warning: '{service.url}/closed' answers '403 Forbidden': {to_type}",
        f"warning: '{service.url}/paper.pdf' is no web page: {to_type}",
    ]
    # in a draft, that it lacks its facts is a warning
    assert not [one for one in newsletter.check() if " error " in one and "plain" in one]
    again = run(newsletter.root, "add", f"{service.url}/forum", service=service)
    assert again.status == 2
    assert "is in this edition already" in again.err


def test_a_page_that_does_not_answer_costs_the_others_nothing(
    newsletter: Newsletter, service: Service
) -> None:
    service.fail(HANG)
    ran = run(newsletter.root, "add", f"{service.url}/a", "2202.00001", service=service)
    assert (ran.status, ran.out) == (3, "content/editions/2022-03/02-one.md\n")
    assert f"Error: '{service.url}/a' did not " in ran.err


def test_two_addresses_of_one_paper_make_one_entry(
    newsletter: Newsletter, service: Service
) -> None:
    service.pages["/a"] = page(("citation_doi", "10.1000/x"))
    ran = run(newsletter.root, "add", f"{service.url}/a", "10.1000/x", service=service)
    assert ran.status == 0
    assert f"warning: '{service.url}/a' and '10.1000/x' are the same paper" in ran.err
    assert len(entries(newsletter)) == 2


def test_what_is_no_id_or_named_twice_costs_the_others_nothing(
    newsletter: Newsletter, service: Service
) -> None:
    ids = ("2202.00001", "foo", "2202.00001v2", "10.1000/one", "bar")
    ran = run(newsletter.root, "add", *ids, service=service)
    assert (ran.status, ran.out) == (2, "content/editions/2022-03/02-one.md\n")
    assert [line.split(";")[0] for line in ran.err.splitlines() if line[:3] in {"Err", "war"}] == [
        "warning: '2202.00001' and '2202.00001v2' are the same paper",
        "warning: '2202.00001' and '10.1000/one' are the same paper",
        "Error: 'foo' is neither an arXiv id nor a DOI",
        "Error: 'bar' is neither an arXiv id nor a DOI",
    ]


def test_a_service_that_stays_away_makes_no_entry(newsletter: Newsletter, service: Service) -> None:
    service.constant = status(429, retry_after="10000")
    ran = run(newsletter.root, "add", "2202.00001", service=service)
    assert (ran.status, ran.out) == (3, "")
    assert "run the same command again" in ran.err
    assert entries(newsletter) == ["01-old.md"]


def test_where_there_is_no_edition_the_one_to_make_is_named(
    tmp_path: Path, service: Service
) -> None:
    newsletter = Newsletter(tmp_path, SECTIONS)
    ran = run(newsletter.root, "add", "2202.00001", service=service)
    assert ran.status == 2
    (command,) = re.findall(r"there is no edition yet; make it with 'digest (new \S+)'", ran.err)
    assert run(newsletter.root, *command.split()).status == 0
    assert run(newsletter.root, "add", "2202.00001", service=service).status == 0


def test_a_new_edition_takes_the_next_entries(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", title="Known")
    ran = run(newsletter.root, "new", "2022-04")
    assert (ran.status, ran.out) == (0, "content/editions/2022-04/index.md\n")
    assert newsletter.check() == [
        "editions/2022-03/01-old.md:1:1 error section-missing",
        # its description is still to be written
        "editions/2022-04/index.md:4:13 warning field-doubtful",
    ]
    assert run(newsletter.root, "add", "2202.00001").out == (
        "content/editions/2022-04/01-known.md\n"
    )


@pytest.mark.parametrize("id_", ["2022-03", "../2022-05", "a b"])
def test_an_edition_that_cannot_be_is_refused(newsletter: Newsletter, id_: str) -> None:
    before = (newsletter.root / "content/editions/2022-03/index.md").read_bytes()
    ran = run(newsletter.root, "new", id_)
    assert ran.status == 2
    assert (newsletter.root / "content/editions/2022-03/index.md").read_bytes() == before
    assert len(list((newsletter.root / "content/editions").iterdir())) == 2


# --- from an issue ----------------------------------------------------------------------------

ISSUE = """\
For the next edition:

- [x] `arxiv:2202.00002` On the Second of the Papers
- [ ] `arxiv:hep-th/9901001` Gone
- [X] `doi:10.1000/x` A Book [paper](https://arxiv.org/abs/hep-th/9901001)
- [x] $(reboot) `arxiv:hep-th/9901001`

> - [x] `arxiv:hep-th/9901001`
"""


def test_what_is_ticked_in_an_issue_becomes_an_entry(
    newsletter: Newsletter, service: Service
) -> None:
    newsletter.write("issue.md", ISSUE.replace("\n", "\r\n"))
    ran = run(newsletter.root, "add", "--from-issue", "issue.md", "2202.00001", service=service)
    assert ran.status == 0
    assert "note: line 6 is ticked and left out: " in ran.err
    assert entries(newsletter) == ["01-old.md", "02-one.md", "03-second-papers.md", "04-book.md"]
    again = run(newsletter.root, "add", "--from-issue", "issue.md", "2202.00002", service=service)
    assert (again.status, again.out) == (0, "")
    assert "'arxiv:2202.00002' is in this edition already" in again.err


def test_an_issue_with_nothing_ticked_adds_nothing(newsletter: Newsletter) -> None:
    newsletter.write("issue.md", ISSUE.replace("[x]", "[ ]").replace("[X]", "[ ]"))
    ran = run(newsletter.root, "add", "--from-issue", "issue.md")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "no paper is ticked, and no entry was made\n"


def test_an_issue_that_is_too_long_is_refused(newsletter: Newsletter) -> None:
    newsletter.write("issue.md", "- [x] `arxiv:2202.00002`\n" * 50_000)
    ran = run(newsletter.root, "add", "--from-issue", "issue.md")
    assert ran.status == 2
    assert "it is too long to be an issue" in ran.err


def test_without_a_paper_it_says_what_to_name(newsletter: Newsletter) -> None:
    ran = run(newsletter.root, "add")
    assert ran.status == 2
    assert "name a paper by its arXiv id, its DOI or the address of its page" in ran.err


def test_a_list_becomes_entries(newsletter: Newsletter, service: Service) -> None:
    library = newsletter.root.parent / "library.bib"
    library.write_text(
        "@misc{a, title={One}, eprint={2202.00001}, archiveprefix={arXiv}}\n"
        "@misc{b, title={There}, url={https://arxiv.org/abs/2202.00009v1}}\n"
        "@misc{c, title={One again}, doi={10.48550/arXiv.2202.00001}}\n"
        "@misc{d, title={A page}, author={Poe, Ada}, date={2021-05}, url={https://x.org/p}}\n"
        "@misc{e, title={No address}, author={Poe, Ada}, year=2021}\n"
        "@misc{f, title={Broken\n",
        encoding="latin-1",
    )
    ran = run(newsletter.root, "add", "--from", str(library), service=service)
    folder = "content/editions/2022-03"
    assert ran.status == 0
    assert ran.out.splitlines() == [
        f"{folder}/{name}.md" for name in ("02-one", "03-page", "04-no-address")
    ]
    text = (newsletter.root / folder / "03-page.md").read_text("utf-8")
    for line in ("url: https://x.org/p", "title: A page", "authors: [Ada Poe]", "date: 2021-05"):
        assert line in text
    assert "There (library.bib:2)' is in this edition already" in ran.err
    assert "'One (library.bib:1)' and 'One again (library.bib:3)' are the same paper" in ran.err
    assert "library.bib:5: 'No address' has no id and no address" in ran.err
    assert "library.bib:6: the entry 'f' cannot be read" in ran.err
    again = run(newsletter.root, "add", "--from", str(library), service=service)
    assert (again.status, again.out) == (0, "")


@pytest.mark.parametrize("data", [b"", b"# Notes\n", b"\x00\xff\x00\x00"])
def test_a_file_that_is_no_list_is_refused(newsletter: Newsletter, data: bytes) -> None:
    file = newsletter.root.parent / "notes"
    file.write_bytes(data)
    ran = run(newsletter.root, "add", "--from", str(file))
    assert ran.status == 2
    assert "'notes' is no list of papers; it may be a BibTeX file" in ran.err
