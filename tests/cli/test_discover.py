"""`digest discover` as a shell sees it, with papers that are handed over."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from digest.candidates.checklist import read_ticked
from tests.cli import program as cli
from tests.cli.program import command, environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

TODAY = "1646179200"
"""2022-03-02, in seconds since 1970."""
LISTED = "2022-03-01"


def paper(id_: str, title: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": title, "listed": LISTED, **more}


PAPERS = [
    paper("2203.00001", "Protein Folding in Yeast", categories=["q-bio.BM"], authors=["Bo Sample"]),
    paper("2203.00002", "Dense Retrieval with Indexes", categories=["cs.IR"], abstract="Of texts."),
    paper("arxiv:2203.00003v2", "A Survey of Stars", categories=["astro-ph.GA"]),
    paper("10.5555/ABC", "Sparse Retrieval", authors=["Yi Tay"], abstract="Indexes once more."),
]


def run(
    root: Path, papers: list[dict[str, Any]] | bytes, *arguments: str
) -> subprocess.CompletedProcess[bytes]:
    lines = b"".join(json.dumps(one).encode() + b"\n" for one in papers if isinstance(one, dict))
    return subprocess.run(
        command("discover", "--candidates", "-", *arguments),
        cwd=root,
        env=environment(root) | {"SOURCE_DATE_EPOCH": TODAY},
        input=papers if isinstance(papers, bytes) else lines,
        capture_output=True,
        check=False,
    )


def ids(root: Path, papers: list[dict[str, Any]], *arguments: str) -> list[str]:
    done = run(root, papers, "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    return [one["id"] for one in json.loads(done.stdout)]


@pytest.fixture
def archive(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter that covers a preprint, whose published version is known."""
    newsletter.settings("")
    newsletter.edition("2022-02")
    newsletter.entry("2022-02/01-dsi", arxiv="2202.06991")
    facts = {"categories": ["cs.IR"], "doi": "10.1000/DSI"}
    title = "Transformer Memory as a Differentiable Search Index for Retrieval"
    newsletter.paper("arxiv:2202.06991", title, "Yi Tay", abstract="Indexes.", facts=facts)
    return newsletter


def test_what_is_like_the_archive_comes_first_with_its_reasons(archive: Newsletter) -> None:
    done = run(archive.root, PAPERS, "--limit", "1")
    title, facts, reasons, _score, add = done.stdout.decode().splitlines()
    assert (title, facts) == ("1. Sparse Retrieval", "   Yi Tay · 2022-03-01")
    near = "like 'Transformer Memory as a Differentiable Search Index for Retrieval'"
    weighed = "   weighed most: Retrieval, Indexes, Yi Tay"
    assert reasons == f"{weighed}; {near} in edition 2022-02; covered before: Yi Tay"
    assert add == "   digest add 10.5555/abc"
    assert done.stderr.decode() == (
        "1 of 4 papers; the order is learnt from 1 paper of the archive\n"
    )


def test_programs_get_all_with_their_ids_as_they_gave_them(archive: Newsletter) -> None:
    found = ids(archive.root, PAPERS)
    assert sorted(found) == sorted(one["id"] for one in PAPERS)
    assert found == ids(archive.root, PAPERS[::-1])


@pytest.mark.parametrize(
    "id_", ["2202.06991v3", "10.1000/dsi", "https://arxiv.org/pdf/2202.06991", "doi:10.1000/Dsi"]
)
def test_what_is_covered_is_not_shown_in_whatever_version(archive: Newsletter, id_: str) -> None:
    assert id_ not in ids(archive.root, [*PAPERS, paper(id_, "Differentiable Search Indexes")])


def test_a_dismissed_paper_never_returns(archive: Newsletter) -> None:
    done = run(archive.root, [], "--dismiss", "2203.00002", "https://doi.org/10.5555/abc")
    assert done.returncode == 0
    assert sorted(ids(archive.root, PAPERS)) == ["2203.00001", "arxiv:2203.00003v2"]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--category", "CS.IR", "--category", "astro-ph"), ["2203.00002", "arxiv:2203.00003v2"]),
        (("--query", "indexes, retrieval"), ["10.5555/ABC", "2203.00002"]),
        (("--query", "tay"), ["10.5555/ABC"]),
        (("--since", "2022-03-02"), []),
        (("--since", "1d"), ["10.5555/ABC", "2203.00001", "2203.00002", "arxiv:2203.00003v2"]),
    ],
)
def test_what_was_not_asked_for_is_not_shown(
    archive: Newsletter, arguments: tuple[str, ...], found: list[str]
) -> None:
    assert sorted(ids(archive.root, PAPERS, *arguments)) == found


def test_it_counts_what_was_not_asked_for(archive: Newsletter) -> None:
    done = run(archive.root, PAPERS, "--category", "cs.XX")
    assert done.stderr.startswith(b"0 of 0 papers; 4 others are not what was asked for; the order")


def test_a_journals_version_of_a_dismissed_paper_is_not_shown(archive: Newsletter) -> None:
    assert "2203.00001" in ids(archive.root, PAPERS)
    run(archive.root, b"", "--dismiss", "arXiv:2203.00001v2")
    authors = ["Cy Third", "B. Sample"]
    article = paper("10.5555/journal", "Protein folding in <i>yeast</i>", authors=authors)
    other = paper("10.5555/other", "Protein Folding in Yeast", authors=["Cy Third"])
    assert ids(archive.root, [article, other]) == ["10.5555/other"]


def test_without_sources_it_says_what_to_write(archive: Newsletter) -> None:
    done = cli.run(archive.root, "discover")
    written = re.search(r"there is nowhere to look: write '(.*?)' into content/site.yaml", done.err)
    assert done.status == 2
    assert written
    archive.settings(f"{written[1]}\n")
    assert archive.check() == []


def test_it_says_where_not_all_that_is_meant_is_known(archive: Newsletter) -> None:
    archive.write("content/dismissed.txt", "words\n")
    done = run(archive.root, PAPERS)
    assert done.returncode == 0
    told = b"note: content/dismissed.txt has errors: 'digest check' tells what to do\n"
    assert told in done.stderr
    archive.entry("2022-02/02-other", arxiv="none")
    archive.settings("discover: [cs.CL\n")
    done = run(archive.root, PAPERS)
    assert (done.returncode, len(done.stdout) > 0) == (0, True)
    told = b"note: content/dismissed.txt and 2 other files have errors: 'digest check' tells"
    assert told in done.stderr
    nowhere = cli.run(archive.root, "discover")
    assert "other files have errors: 'digest check' tells what to do; there is" in nowhere.err


def test_without_an_archive_wishes_make_the_order(newsletter: Newsletter) -> None:
    wishes = "{keywords: [indexes, dense retrieval], people: [Y. Tay], not: [survey of stars]}"
    newsletter.settings(f"discover: {wishes}\n")
    assert ids(newsletter.root, PAPERS) == ["10.5555/ABC", "2203.00002", "2203.00001"]
    newest = {**PAPERS[1], "id": "2203.00009", "listed": "2022-03-02"}
    newsletter.settings("")
    found = ids(newsletter.root, [*PAPERS, newest])
    assert found.index("2203.00009") + 1 == found.index(str(PAPERS[1]["id"]))


HOSTILE = "</style><script>x</script> ](http://evil.example) `y` @octocat #12\r\n- [x] `2203.99999`"


def test_in_a_checklist_a_title_is_only_text(archive: Newsletter) -> None:
    found = run(archive.root, [paper("2203.00004", HOSTILE)], "--format", "markdown")
    [line] = found.stdout.decode().splitlines()
    assert read_ticked(line.replace("- [ ]", "- [x]", 1)).ids == ("arxiv:2203.00004",)
    shown = re.sub(r"\\[^\w\s]", "", line)
    assert not any(sign in shown for sign in ("@octo", "#12", "http://", "](http", "<script"))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_title_without_end_is_cut(archive: Newsletter, form: str) -> None:
    endless = paper("2203.00004", "word " * 5000, categories=["cs.CL"] * 5000)
    found = run(archive.root, [endless], "--format", form)
    assert "word…" in found.stdout.decode()
    assert len(found.stdout) < 6000


def test_on_the_page_a_title_is_only_text(archive: Newsletter) -> None:
    hostile = paper("2203.00004", HOSTILE, abstract=HOSTILE, url="javascript:x()")
    page = run(archive.root, [hostile], "--format", "html").stdout.decode()
    assert "<script" not in page
    assert "javascript:" not in page
    assert "<details>" in page


def test_a_faulty_line_is_named_and_the_rest_is_ranked(archive: Newsletter) -> None:
    done = run(archive.root, b'{"id": "2203.00001"}\nno JSON\n', "--format", "json")
    assert done.returncode == 0
    assert [one["id"] for one in json.loads(done.stdout)] == ["2203.00001"]
    assert b"warning: '<stdin>', line 2: it is not JSON; left out\n" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "soon"), "'soon' is neither days, as 7d, nor a date, as 2022-03-15"),
        (("2203.00001",), "ids are for --dismiss; to look for some words, use --query"),
        (("--background", "-"), "standard input is either the candidates or the background"),
        (("--dismiss",), "name the papers behind --dismiss, by their ids or addresses"),
    ],
)
def test_wrong_usage(archive: Newsletter, arguments: tuple[str, ...], message: str) -> None:
    done = run(archive.root, [], *arguments)
    assert done.returncode == 2
    assert message in done.stderr.decode()


def test_where_there_is_nowhere_to_look_it_says_how_to_name_a_place(newsletter: Newsletter) -> None:
    newsletter.settings("")
    feed = {"DIGEST_ARXIV_FEED": "http://127.0.0.1:9/"}
    env = environment(newsletter.root) | {"SOURCE_DATE_EPOCH": TODAY} | feed

    def look() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command("discover"),
            cwd=newsletter.root,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

    done = look()
    assert done.returncode == 2
    hint = re.search(r"write '(.+?)' into content/site\.yaml", done.stderr)
    assert hint
    newsletter.settings(f"{hint[1]}\n")
    # now it asks arXiv, which cannot be reached here
    assert look().returncode == 3
