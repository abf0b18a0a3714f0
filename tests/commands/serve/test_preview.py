"""Saves, mistakes and mendings, as the terminal tells of them and as browsers hear of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from digest.commands.serve.preview import Preview
from digest.commands.serve.reports import Reports
from digest.commands.serve.state import SharedState, State
from tests.commands.serve.serving import Serving, serving
from tests.newsletter import Newsletter, front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.commands.serve.serving import Events

INDEX = "content/editions/2022-03/index.md"
MISTAKE = "Bad [@nokey].\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    newsletter = Newsletter(tmp_path_factory.mktemp("newsletter"))
    newsletter.edition("2022-03", "Opening text.\n")
    with serving(newsletter.root) as server:
        yield server


@pytest.fixture
def newsletter(server: Serving) -> Newsletter:
    """Return the newsletter that is served, which each test leaves without problems."""
    return Newsletter.at(server.root, server.root / "build")


@pytest.fixture
def events(server: Serving) -> Iterator[Events]:
    with server.events() as events:
        events.wait_until_good()
        yield events


def test_a_save_changes_the_page_and_is_told_in_a_line(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    newsletter.edition("2022-03", "Some text.\n")
    # when this is seen the sources are watched; before, no single save is known
    site = events.wait(lambda state: state["site"] != events.states[0]["site"])["site"]
    told = len(server.err)
    newsletter.edition("2022-03", "Other text.\n")
    events.wait(lambda state: state["site"] != site)
    assert "Other text." in server.page("editions/2022-03/").text
    # where a look at all was first, its line stands before
    said = f"{INDEX}: "
    line = server.wait(lambda: [one for one in server.err[told:] if one.startswith(said)], said)[0]
    assert " files written in " in line
    assert line.endswith(" ms\n")


def test_a_mistake_is_told_with_its_place_and_the_last_good_page_stays(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    newsletter.edition("2022-03", "Good text.\n")
    events.wait(lambda state: state["site"] != events.states[0]["site"])
    told = len(server.out)
    newsletter.edition("2022-03", "Bad text. " + MISTAKE)
    problem = events.next_problem()
    assert problem["place"] == f"{INDEX}:5:16"
    assert problem["label"] == "error[citation-undefined]"
    assert problem["message"] == "no work has the key 'nokey'"
    assert problem["hint"].startswith("cite by ")
    assert "Good text." in server.page("editions/2022-03/").text
    server.wait_for_line("1 error", told)
    assert server.out[told].startswith(f"{INDEX}:5:16: error[citation-undefined]: no work")
    assert server.out[told + 1].startswith("  hint: ")
    newsletter.edition("2022-03", "Mended text.\n")
    events.wait_until_good()
    assert "Mended text." in server.page("editions/2022-03/").text
    assert server.wait_for_line("no problems", told)


def test_warnings_are_for_the_terminal_and_counted(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    newsletter.edition("2022-03", "Text.\n", references=["doi:10.1000/unused"])
    newsletter.paper("doi:10.1000/unused")
    state = events.wait(lambda state: state["warnings"])
    assert (state["problems"], state["warnings"]) == ([], 1)
    assert "warning[reference-unused]" in server.wait_for_line("warning[")
    newsletter.edition("2022-03", "Text.\n")
    events.wait(lambda state: not state["warnings"])


def test_settings_are_broken_and_mended(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    newsletter.write("content/site.yaml", "title: [\n")
    assert events.next_problem()["place"].startswith("content/site.yaml:")
    assert server.page("").status == 200
    newsletter.settings("contact: ada@example.org\n")
    events.wait_until_good()


def test_another_base_path_is_served_at_once(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    settings = (server.root / "content/site.yaml").read_text()
    newsletter.write("content/site.yaml", settings.replace("/news/", "/other/"))
    events.wait(lambda state: state["base_path"] == "/other/")
    assert server.ask("/").headers["Location"] == "/other/"
    assert server.ask("/other/archive/").status == 200
    assert server.ask("/news/archive/").status == 404
    newsletter.write("content/site.yaml", settings)
    events.wait(lambda state: state["base_path"] == "/news/")


def test_folders_are_renamed_deleted_and_restored(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    content, away = server.root / "content", server.root / "away"
    (content / "editions/2022-03").rename(content / "editions/2022-05")
    events.wait(lambda state: state["site"] != events.states[0]["site"])
    assert server.page("editions/2022-03/").status == 404
    assert server.page("editions/2022-05/").status == 200
    (content / "editions/2022-05").rename(content / "editions/2022-03")
    content.rename(away)
    events.next_problem()
    assert server.page("archive/").status == 200
    away.rename(content)
    events.wait_until_good()
    # and what is saved in it then is seen as well
    newsletter.edition("2022-03", "Text after all that.\n")
    server.wait(lambda: "after all that" in server.page("editions/2022-03/").text, "the new text")


def test_a_theme_of_the_site_s_own_appears_breaks_and_goes(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    template = "themes/paper/web/404.html"
    newsletter.write(template, "<!doctype html>\n<p>{{ nobody.knows }}</p>\n")
    problem = events.next_problem()
    assert problem["place"].startswith(f"{template}:2:")
    assert problem["label"] == "error[theme-error]"
    newsletter.write(template, "<!doctype html>\n<p>Nothing here.</p>\n")
    events.wait_until_good()
    assert "Nothing here." in server.page("nowhere/").text
    shutil.rmtree(server.root / "themes")
    server.wait(lambda: "Nothing here." not in server.page("nowhere/").text, "the theme's own")


def test_a_file_of_one_s_own_appears_changes_and_goes(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    address = ".well-known/security.txt"
    newsletter.write(f"static/{address}", "one")
    server.wait(lambda: server.page(address).text == "one", "the file")
    newsletter.write(f"static/{address}", "other")
    server.wait(lambda: server.page(address).text == "other", "what it has now")
    assert server.page(address).headers["Content-Type"] == "text/plain; charset=utf-8"
    newsletter.write("static/feed.xml", "mine")
    assert events.next_problem()["label"] == "error[address-clash]"
    shutil.rmtree(server.root / "static")
    events.wait_until_good()
    server.wait(lambda: server.page(address).status == 404, "that it is gone")


def test_editors_scratch_files_are_no_saves(
    server: Serving, newsletter: Newsletter, events: Events
) -> None:
    told = len(server.err)
    for name in (".index.md.swp", "4913", "index.md~", ".#index.md", "#index.md#", ".git/index"):
        newsletter.write(f"content/editions/2022-03/{name}", "scratch")
    newsletter.write("build/site/index.html", "what another build made")
    newsletter.write("elsewhere.txt", "no source")
    newsletter.edition("2022-03", "Text beside scratch.\n")
    events.wait(lambda state: state["site"] != events.states[0]["site"])

    def find_saves() -> list[str]:
        # what the test before took away may still be told: when it is noticed, the system decides
        saves = [line.partition(":")[0] for line in server.err[told:]]
        return [one for one in saves if not one.startswith(("static/", "the whole newsletter"))]

    server.wait(find_saves, "a line")
    assert find_saves() == [INDEX]
    for name in ("4913", "#index.md#"):
        newsletter.delete(f"content/editions/2022-03/{name}")


def test_a_file_that_is_emptied_first_is_not_taken_for_empty(
    server: Serving, events: Events
) -> None:
    file = server.root / INDEX
    for number in range(5):
        with file.open("w") as stream:
            stream.flush()
            os.fsync(stream.fileno())
            stream.write(front_matter({"title": "E", "date": "2022-03-02"}) + f"Text {number}.\n")
    server.wait(lambda: "Text 4." in server.page("editions/2022-03/").text, "the last text")
    assert not any(state["problems"] for state in events.states)


def test_a_checkout_of_many_files_is_few_builds(server: Serving, events: Events) -> None:
    other = server.root / "other"
    told = len(server.err)
    copy = Newsletter.at(server.root / "content/editions", other)
    for number in range(500):
        copy.write(f"1{number:03}-01/index.md", front_matter({"title": "E", "date": "1999-01-02"}))
    server.wait(lambda: server.page("editions/1499-01/").status == 200, "the last edition")
    assert len(server.err) - told < 10
    for folder in (server.root / "content/editions").glob("1*"):
        shutil.rmtree(folder)
    server.wait(lambda: server.page("editions/1499-01/").status == 404, "their end")
    events.wait_until_good()


def test_a_file_that_may_not_be_read_is_a_problem_of_that_file(
    server: Serving, events: Events
) -> None:
    file = server.root / INDEX
    file.chmod(0)
    if os.access(file, os.R_OK):
        file.chmod(0o644)
        pytest.skip("root may read every file")
    assert INDEX in events.next_problem()["place"]
    file.chmod(0o644)
    events.wait_until_good()


def test_when_the_first_build_fails_every_address_shows_why(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03", "<Bad> " + MISTAKE)
    with serving(tmp_path) as server, server.events() as events:
        for path in ("/", "/news/", "/any/page/", "/_mail/"):
            answer = server.ask(path)
            assert answer.status == 503
            assert f"{INDEX}:5:" in answer.text
            assert "no work has the key &#x27;nokey&#x27;" in answer.text
        assert server.ask("/_digest/client.css").status == 200
        newsletter.edition("2022-03", "Good text.\n")
        state = events.wait_until_good()
        assert state["base_path"] == "/news/"
        assert "Good text." in server.page("editions/2022-03/").text


def test_a_second_run_begins_with_what_the_first_made(tmp_path: Path) -> None:
    Newsletter(tmp_path).edition("2022-03")
    with serving(tmp_path) as server:
        port = str(server.port)
        line = server.wait_for_line("the whole newsletter: ")
        assert re.search(r": (\d+) of \1 files written", line)
        assert server.interrupt() == 0
    with serving(tmp_path, "--port", port) as server:
        assert ": 0 of " in server.wait_for_line("the whole newsletter: ")
        assert server.page("").status == 200


def test_where_the_system_watches_no_more_files_they_are_compared(tmp_path: Path) -> None:
    # in a name space of its own, as the limit is that of all programs of a user
    limited = ["unshare", "-Ur", "sh", "-c", 'echo 1 >"$0" && exec "$@"']
    limit = "/proc/sys/user/max_inotify_watches"
    try:
        subprocess.run([*limited, limit, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only in a user name space, which this system grants nobody, can watches end")
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03", "Text.\n")
    with serving(tmp_path, prefix=[*limited, limit]) as server, server.events() as events:
        server.wait_for_line("the system refuses to watch the files (OS file watch limit reached)")
        newsletter.edition("2022-03", "Text seen all the same.\n")
        events.wait(lambda state: state["site"] != events.states[0]["site"])
        assert "all the same" in server.page("editions/2022-03/").text


def test_digest_s_own_mistake_ends_nothing(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03")
    results: list[str] = []
    progress: list[str] = []
    faults = [ZeroDivisionError("nothing by nothing")]

    def rendered(_done: int, _total: int) -> None:
        if faults:
            raise faults.pop()

    shared = SharedState()
    told = Reports(results.append, progress.append, rendered)
    preview = Preview(tmp_path, tmp_path / "build", "http://127.0.0.1:1", shared, told)
    preview.rebuild(frozenset())
    (problem,) = shared.state.problems
    assert problem.message == "this is a bug in digest: ZeroDivisionError: nothing by nothing"
    assert results == [f"error: {problem.message}"]
    assert progress[0].startswith("Traceback (most recent call last):")
    preview.rebuild(frozenset({INDEX}))
    assert shared.state.problems == ()
    assert shared.state.site


def test_where_nothing_can_be_written_it_says_why_and_goes_on(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03")
    results: list[str] = []
    out = tmp_path / "build"
    out.write_text("a file in the way")
    shared = SharedState()
    told = Reports(results.append, results.append, lambda _done, _total: None)
    preview = Preview(tmp_path, out, "http://127.0.0.1:1", shared, told)
    preview.rebuild(frozenset())
    (problem,) = shared.state.problems
    assert problem.message.startswith("cannot write ")
    assert not any("Traceback" in line for line in results)
    out.unlink()
    preview.rebuild(frozenset({INDEX}))
    assert shared.state.problems == ()


def test_what_was_saved_is_shown_first_and_then_all_is_looked_at(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03", "Some text.\n")
    newsletter.edition("2022-02", "Some text.\n")
    lines: list[str] = []
    shared = SharedState()
    told = Reports(lines.append, lines.append, lambda _done, _total: None)
    preview = Preview(tmp_path, tmp_path / "build", "http://127.0.0.1:1", shared, told)
    preview.rebuild(frozenset())
    # nothing tells of these two
    newsletter.edition("2022-02", "Other text.\n")
    made = newsletter.text("archive/")
    (newsletter.out / "site/archive/index.html").write_text("by hand")
    newsletter.edition("2022-03", "Other text.\n")
    preview.rebuild(frozenset({INDEX}))
    first = shared.state.site
    assert "Other text." in newsletter.text("editions/2022-03/")
    assert "Other text." not in newsletter.text("editions/2022-02/")
    assert newsletter.text("archive/") == "by hand"
    preview.look_at_all()
    assert shared.state.site != first
    assert "Other text." in newsletter.text("editions/2022-02/")
    assert newsletter.text("archive/") == made
    # and where there is no news, none is told
    told_before, state = [*lines], shared.state
    newsletter.edition("2022-03", "New text.\n")
    preview.rebuild(frozenset({INDEX}))
    after = shared.state
    preview.look_at_all()
    preview.look_at_all()
    assert (shared.state, after.number) == (after, state.number + 1)
    assert len(lines) == len(told_before) + 1


class _Looking(SharedState):
    """Notes what is there when a state is published."""

    def __init__(self, newsletter: Newsletter) -> None:
        super().__init__()
        self._newsletter = newsletter
        self.seen: list[tuple[str, bytes]] = []

    def publish(self, state: State) -> None:
        manifest = self._newsletter.out / ".manifest.json"
        noted = manifest.read_bytes() if manifest.exists() else b""
        self.seen.append((self._newsletter.text("editions/2022-03/"), noted))
        super().publish(state)
        assert self.when_shown("", 0) == (self.state, None)


def test_a_page_is_shown_before_it_is_noted_what_was_written(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03", "Some text.\n")
    shared = _Looking(newsletter)
    told = Reports(lambda _: None, lambda _: None, lambda _done, _total: None)
    preview = Preview(tmp_path, tmp_path / "build", "http://127.0.0.1:1", shared, told)
    preview.rebuild(frozenset())
    newsletter.edition("2022-03", "Other text.\n")
    preview.rebuild(frozenset({INDEX}))
    (first, none), (second, noted) = shared.seen
    assert "Some text." in first
    assert "Other text." in second
    assert none == b""
    assert noted != (newsletter.out / ".manifest.json").read_bytes()


@pytest.mark.parametrize("name", [".manifest.json", ".owned.json"])
def test_what_digest_noted_may_be_damaged_or_gone_between_two_saves(
    tmp_path: Path, name: str
) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-02", "Old text.\n")
    shared = SharedState()
    told = Reports(lambda _: None, lambda _: None, lambda _done, _total: None)
    preview = Preview(tmp_path, tmp_path / "build", "http://127.0.0.1:1", shared, told)
    file = newsletter.out / name
    for damage in (lambda: file.write_bytes(file.read_bytes()[:-9]), file.unlink):
        newsletter.edition("2022-03", "Some text.\n")
        preview.rebuild(frozenset())
        damage()
        newsletter.edition("2022-02", "New text.\n")
        preview.rebuild(frozenset({"content/editions/2022-02/index.md"}))
        assert shared.state.problems == ()
        newsletter.delete("content/editions/2022-03/index.md")
        preview.rebuild(frozenset())
        assert "New text." in newsletter.text("editions/2022-02/")
        assert not (newsletter.out / "site/editions/2022-03").exists()


def test_an_address_that_went_is_still_told_when_all_was_looked_at(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03", "Some text.\n")
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-03/01-one", "Text.\n", slug="old", arxiv="2202.00001")
    lines: list[str] = []
    shared = SharedState()
    told = Reports(lines.append, lambda _: None, lambda _done, _total: None)
    preview = Preview(tmp_path, tmp_path / "build", "http://127.0.0.1:1", shared, told)
    preview.rebuild(frozenset())
    newsletter.entry("2022-03/01-one", "Text.\n", slug="new", arxiv="2202.00001")
    preview.rebuild(frozenset({"content/editions/2022-03/01-one.md"}))
    preview.look_at_all()
    assert shared.state.warnings == 1
    assert "address-gone" in lines[-1]
