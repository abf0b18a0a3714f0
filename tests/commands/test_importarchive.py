"""`digest import`, from an archive to the files of a newsletter."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
import pytest

from digest.commands.importarchive import Imported, ImportOptions, import_archive
from digest.commands.init.newsletter import Start, make_newsletter
from digest.commands.init.write import write_missing
from digest.importing.files import Files, open_files
from digest.importing.post import LeftOut, Picture, Place
from digest.importing.report import REPORT
from digest.importing.writing.ledger import LEDGER
from tests.importing.handmade import archive, post
from tests.newsletter import Newsletter
from tests.pictures import encode, plot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digest.importing.post import Archive

START = Start("Old News", "https://old.example.net/", "en", "2022-06-01", "research-digest")
ISSUE = """\
Welcome to number {n}, with news.

## News

- **A thing.** It [happened](https://news.example.org/{n}), says [number 1](/p/2022-01-01).

## Papers

### [Transformer Memory as a Differentiable Search Index](https://arxiv.org/abs/2202.0{n}991)

By Yi Tay, Vinh Tran

#### ❓ Why

An index in a model {n}.

#### 💡 Key insights

- It works.

### [Data Multiplexing for Neural Networks](https://arxiv.org/abs/2202.0{n}318)

By Vishvak Murahari

#### ❓ Why

Many at once {n}.

#### 💡 Key insights

- It is fast.

## Goodbye

That is all.
"""


def issue(number: int, text: str = ISSUE, **fields: Any) -> Any:
    return post(f"2022-0{number}-01", text.format(n=number), title=f"Number {number}", **fields)


ISSUES = archive(*(issue(number) for number in (1, 2, 3)))


def run(root: Path, come: Archive = ISSUES, source: Path | None = None, **options: Any) -> Imported:
    files = open_files(str(source or root.parent), lambda _: b"")
    assert isinstance(files, Files)
    return import_archive(root, come, files, ImportOptions("a try", START, **options))


def tree(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def at(root: Path) -> Newsletter:
    return Newsletter.at(root, root / "build")


def test_an_archive_becomes_a_newsletter_without_problems(tmp_path: Path) -> None:
    done = run(tmp_path / "site")
    site = at(tmp_path / "site")
    for number in (1, 2, 3):
        site.paper(
            f"arxiv:2202.0{number}991",
            "Transformer Memory as a Differentiable Search Index",
            "Yi Tay, Vinh Tran",
        )
        site.paper(
            f"arxiv:2202.0{number}318",
            "Data Multiplexing for Neural Networks",
            "Vishvak Murahari",
        )
    counts = done.report.counts
    assert (counts.posts, counts.editions, counts.entries, counts.works) == (3, 3, 6, 6)
    # that a paper is covered before is so, and the new page 'about' is still to be written
    found = [one for one in site.check() if "covered-before" not in one]
    assert found == ["pages/about.md:5:1 warning markup-left"]
    settings = (site.root / "content/site.yaml").read_text()
    assert "title: Old News\n" in settings
    assert re.search("why: {title: Why, .*required: true}", settings)
    assert re.search("key-insights: {title: Key insights, .*required: true}", settings)
    site.build()
    text = site.text("editions/2022-02/")
    for words in ("Welcome to number 2", "An index in a model 2.", "It is fast.", "That is all."):
        assert words in text


def test_nothing_changes_the_second_time(tmp_path: Path) -> None:
    run(tmp_path / "site")
    before = tree(tmp_path / "site")
    assert {step.deed for step in run(tmp_path / "site").steps} == {"same"}
    assert tree(tmp_path / "site") == before


def test_what_is_new_is_added_and_nothing_else_touched(tmp_path: Path) -> None:
    root = tmp_path / "site"
    run(root, archive(*ISSUES.posts[:2]))
    before = tree(root)
    (root / "content/editions/2022-01/index.md").write_text("mine")
    changed = msgspec.structs.replace(ISSUES.posts[0], text="Other words.")
    done = run(root, archive(changed, *ISSUES.posts[1:]))
    assert [step.deed for step in done.steps] == ["edited", "same", "new"]
    assert (root / "content/editions/2022-01/index.md").read_text() == "mine"
    after = tree(root)
    untouched = before.keys() - {"content/editions/2022-01/index.md", LEDGER, REPORT}
    assert {path: after[path] for path in untouched} == {path: before[path] for path in untouched}
    assert "content/editions/2022-03/index.md" in after
    report = (root / REPORT).read_text()
    assert "\n- `content/editions/2022-01/index.md`\n" in report


def test_what_the_source_has_no_more_is_told_and_left(tmp_path: Path) -> None:
    root = tmp_path / "site"
    drafts = archive(*ISSUES.posts, issue(4, state="draft"), issue(5))
    run(root, drafts, name="old.zip", drafts=True)
    run(root, archive(issue(6)), name="other.zip")
    # the newer export has another name; a draft is still in it
    less = archive(*drafts.posts[2:4])
    done = run(root, less, name="new.zip")
    gone = tuple(f"content/editions/2022-0{number}/index.md" for number in (1, 2, 5))
    assert done.report.gone == gone
    assert all((root / path).exists() for path in gone)
    before = tree(root)
    assert run(root, less, name="new.zip").report.gone == gone
    assert tree(root) == before
    (root / gone[0]).unlink()
    assert run(root, less, name="new.zip").report.gone == gone[1:]


@pytest.mark.parametrize(("name", "kind"), [("", "markdown"), ("feed.xml", "feed")])
def test_what_has_only_the_newest_posts_lacks_none(tmp_path: Path, name: str, kind: str) -> None:
    come = msgspec.structs.replace(ISSUES, kind=kind)
    run(tmp_path / "site", come, name=name)
    less = msgspec.structs.replace(come, posts=come.posts[2:])
    assert run(tmp_path / "site", less, name=name).report.gone == ()


def test_the_reports_of_two_sources_stand_in_one_file(tmp_path: Path) -> None:
    root = tmp_path / "site"
    run(root, name="old.zip")
    old = (root / REPORT).read_text()
    run(root, archive(issue(4)), name="new.zip")
    both = (root / REPORT).read_text()
    assert both.startswith("# Imported from a try, 'new.zip'\n")
    assert both.endswith(f"\n\n{old}")
    run(root, archive(issue(4)), name="new.zip")
    assert (root / REPORT).read_text() == both
    run(root, name="old.zip")
    again = (root / REPORT).read_text()
    assert again.startswith(old)
    assert again.count("# Imported from") == 2


ABOUT = post("about", title="About", state="page", date=None, address="/about/")
TWINS = (issue(4), issue(4, "Another of that day.", address=""))


@pytest.mark.parametrize(
    "come", [ISSUES, archive(*(issue(one, address="") for one in (1, 2)), ABOUT, *TWINS)]
)
def test_a_ledger_that_was_deleted_is_written_again(tmp_path: Path, come: Archive) -> None:
    root = tmp_path / "site"
    first = run(root, come)
    ledger, before = (root / LEDGER).read_bytes(), tree(root / "content")
    (root / LEDGER).unlink()
    done = run(root, come)
    assert {step.deed for step in done.steps} == {"same"}
    assert (root / LEDGER).read_bytes() == ledger
    assert tree(root / "content") == before
    assert done.report.faults == first.report.faults


def test_without_a_ledger_what_was_edited_is_left_alone_and_said(tmp_path: Path) -> None:
    root = tmp_path / "site"
    run(root)
    (root / LEDGER).unlink()
    edited = "content/editions/2022-02/index.md"
    text = (root / edited).read_text()
    (root / edited).write_text(f"{text}Mine.\n")
    before = tree(root / "content")
    done = run(root)
    assert [step.deed for step in done.steps] == ["same", "edited", "same"]
    assert done.report.edited == ((edited,),)
    assert tree(root / "content") == before
    assert [step.deed for step in run(root).steps] == ["same"] * 3


def test_links_lead_to_where_an_edition_was_moved(tmp_path: Path) -> None:
    run(tmp_path)
    editions = tmp_path / "content/editions"
    (editions / "2022-01").rename(editions / "first")
    before = tree(editions / "first")
    done = run(tmp_path, archive(*ISSUES.posts, issue(4)))
    assert [step.deed for step in done.steps] == ["edited", "renewed", "renewed", "new"]
    for month in ("2022-02", "2022-03", "2022-04"):
        assert "[number 1](../first/index.md)" in (editions / month / "index.md").read_text()
    assert tree(editions / "first") == before
    done = run(tmp_path, archive(issue(1, "Changed."), *ISSUES.posts[1:], issue(4)))
    assert [step.deed for step in done.steps] == ["edited", "same", "same", "same"]
    assert tree(editions / "first") == before
    assert not (editions / "2022-01").exists()


def test_an_edition_and_a_page_of_the_editors_own_are_not_touched(tmp_path: Path) -> None:
    site = at(tmp_path)
    site.edition("2022-02", title="Mine", date="2022-02-01")
    site.write("content/pages/about.md", "---\ntitle: About\n---\nMine.\n")
    before = tree(tmp_path)
    run(tmp_path, archive(*ISSUES.posts, ABOUT))
    assert before.items() <= tree(tmp_path).items()
    assert "number 2, with news" in (tmp_path / "content/editions/2022-02-01/index.md").read_text()
    assert "Hello" in (tmp_path / "content/pages/about-2.md").read_text()


def test_works_that_posts_cite_by_key_come_with_them(tmp_path: Path) -> None:
    (tmp_path / "our.bib").write_text(
        "@book{a, title={A}, year={1}}\n@book{b, title={B}, year={2}}\n"
    )
    cites = msgspec.structs.replace(
        archive(post("2022-01-01", "So [@b].")), bibliographies=("our.bib",)
    )
    root = tmp_path / "site"
    files = open_files(str(tmp_path / "our.bib"), lambda _most: b"")
    assert isinstance(files, Files)
    for _ in range(2):
        import_archive(root, cites, files, ImportOptions("a Quarto site", START))
        assert re.findall("@.*", (root / "content/references.bib").read_text()) == ["@book{b,"]
    assert [one for one in at(root).check() if "error" in one] == []


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    done = run(tmp_path / "site", is_trial=True)
    assert [step.deed for step in done.steps] == ["new"] * 3
    assert not (tmp_path / "site").exists()
    run(tmp_path / "site")
    before = tree(tmp_path / "site")
    run(tmp_path / "site", archive(*ISSUES.posts, issue(4)), is_trial=True)
    assert tree(tmp_path / "site") == before


def test_a_newsletter_that_was_just_made_takes_an_archive(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write_missing(root, make_newsletter(START))
    text = "Hello.\n\n## News\n\nNone.\n"
    run(root, archive(issue(1), issue(2, text), issue(3)))
    assert "why: {title: Why, icon" in (root / "content/site.yaml").read_text()
    found = [one for one in at(root).check("2022-12-01") if "paper-unfetched" not in one]
    assert [one for one in found if "error" in one] == []


def test_settings_of_the_editors_own_are_not_changed(tmp_path: Path) -> None:
    site = Newsletter(tmp_path / "site", "sections: {aim: {title: Aim, required: true}}\n")
    before = (site.root / "content/site.yaml").read_bytes()
    done = run(site.root)
    assert (site.root / "content/site.yaml").read_bytes() == before
    (note,) = done.report.notes
    assert note == (
        "The section 'Aim' is required, and 6 of 6 entries lack it: "
        "take `required: true` of `aim` away in `content/site.yaml`."
    )


STATES = ("draft", "scheduled", "paid")
SECRETS = archive(
    issue(1),
    *(
        post(
            f"2022-0{number}-01",
            f"secret {state} text",
            title=f"secret {state} title",
            state=state,
            address=f"https://old.example.net/p/secret-{state}",
            left_out=(LeftOut(f"secret {state} button", "a button", Place("secret.html")),),
        )
        for number, state in enumerate(STATES, start=2)
    ),
)


@pytest.mark.parametrize(
    ("options", "let_in"),
    [({}, ()), ({"drafts": True}, ("draft", "scheduled")), ({"paid": True}, ("paid",))],
)
def test_drafts_and_paid_posts_come_in_only_when_told(
    tmp_path: Path, options: dict[str, Any], let_in: tuple[str, ...]
) -> None:
    done = run(tmp_path / "site", SECRETS, **options)
    everything = b"\n".join(data for data, _ in tree(tmp_path / "site").values()).decode()
    for state in STATES:
        assert (f"secret {state}" in everything) == (state in let_in)
        assert (f"secret-{state}" in everything) == (state in let_in)
    assert sum(one.count for one in done.report.waiting) == 3 - len(let_in)


def test_addresses_of_readers_are_not_in_the_report(tmp_path: Path) -> None:
    left = LeftOut("a row of reader@example.org", "a list of readers", Place("emails.csv"))
    code = LeftOut('[map key="s3cret"]', "a shortcode", Place("wp.xml"))
    whole = LeftOut("2 comments", "what readers wrote", Place(""))
    run(tmp_path / "site", msgspec.structs.replace(ISSUES, left_out=(left, code, whole)))
    report = (tmp_path / "site" / REPORT).read_text()
    assert "reader@example.org" not in report
    assert "- `emails.csv`: a row of (an e-mail address)\n" in report
    assert '[map key="(a key)"]' in report
    assert "\n- 2 comments\n" in report


def test_faults_are_told_with_their_places(tmp_path: Path) -> None:
    text = ISSUE + "\n[gone](/p/2021-12-01) ![no](pic.png)\n"
    come = archive(issue(1), issue(2, text, pictures=(Picture("pic.png", "no.png"),)))
    run(tmp_path / "site", come)
    report = (tmp_path / "site" / REPORT).read_text()
    assert "`posts/2022-02-01.md`, line 37: a link to '/p/2021-12-01', which is no post" in report
    assert "It is named as a picture, and is none that browsers show (1)" in report


# --- pictures of the web --------------------------------------------------------------------------

PICTURE = encode(plot(4, 4))


INSIDE = "http://169.254.169.254/latest/meta-data"
"""What only machines of one network reach."""


class _Host(BaseHTTPRequestHandler):
    """A host of pictures, and of what is none."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        found = {"/a.png": PICTURE, "/b.jpg": PICTURE, "/page.png": b"<html>"}.get(self.path)
        if self.path == "/inside.png":
            self.send_response(302)
            self.send_header("Location", INSIDE)
        else:
            self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(found or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    _Host.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pictures_are_fetched_once_where_that_is_asked(
    tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "50")
    root = tmp_path / "site"
    text = f"![a]({host}/a.png) ![a]({host}/a.png) [link]({host}/b.jpg) ![b](<{host}/b.jpg>)"
    text += f" ![x]({host}/page.png) ![y]({host}/gone.png) ![z]({host}/inside.png) `![]({host}/c)`"
    come = archive(post("2022-01-01", text))
    run(root, come)
    index = root / "content/editions/2022-01/index.md"
    assert host in index.read_text()
    assert _Host.asked == []
    done = run(root, come, pictures=True)
    assert [step.deed for step in done.steps] == ["renewed"]
    assert index.read_text().endswith(
        f"![a](figures/a.png) ![a](figures/a.png) [link](figures/b.png) ![b](figures/b.png) "
        f"![x]({host}/page.png) ![y]({host}/gone.png) ![z]({host}/inside.png) `![]({host}/c)`\n"
    )
    assert (index.parent / "figures/b.png").read_bytes() == PICTURE
    assert [one.reason for one in done.report.left_out] == [
        "a picture that is none that browsers show",
        "a picture that answers '404 Not Found'",
        f"a picture that leads to '{INSIDE}', which only this network reaches",
    ]
    before, asked = tree(root), list(_Host.asked)
    assert [step.deed for step in run(root, come).steps] == ["same"]
    run(root, come, pictures=True)
    after = tree(root)
    assert {path for path in after if after[path] != before.get(path)} <= {REPORT}
    assert sorted(_Host.asked[len(asked) :]) == ["/gone.png", "/inside.png", "/page.png"]
    assert not (root / "build/.cache/pictures").exists()
