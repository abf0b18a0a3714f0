"""The command line as a shell sees it: streams, exit codes, and never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

REPOSITORY = Path(__file__).parent.parent.parent


def environment(**more: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return clean | {"PYTHONPATH": str(REPOSITORY), "PYTHONWARNINGS": "error"} | more


def digest(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run(
        [sys.executable, "-m", "digest", *words],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in ran.stderr + ran.stdout
    return ran


@pytest.fixture
def good(newsletter: Newsletter) -> Newsletter:
    newsletter.edition("2022-03", "Hello.\n")
    return newsletter


@pytest.fixture
def bad(newsletter: Newsletter) -> Newsletter:
    newsletter.edition("2022-03", "See [@nope] and [x](missing.md).\n")
    return newsletter


def test_a_good_newsletter_is_built_from_anywhere_below_it(good: Newsletter) -> None:
    ran = digest(good.root / "content/editions", "build")
    assert ran.returncode == 0
    assert "Hello." in good.text("editions/2022-03/")


def test_problems_are_results_and_nothing_is_written(bad: Newsletter) -> None:
    ran = digest(bad.root, "build")
    assert ran.returncode == 1
    place = "content/editions/2022-03/index.md:5"
    assert f"{place}:6: error[citation-undefined]: no work has the key 'nope'\n" in ran.stdout
    assert f"{place}:17: error[link-broken]: " in ran.stdout
    assert ran.stdout.endswith("2 errors\n")
    assert not (bad.out / "site").exists()


@pytest.mark.parametrize("before", [True, False])
def test_root_stands_before_or_after_the_name(
    bad: Newsletter, tmp_path: Path, *, before: bool
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = ("--root", str(bad.root))
    ran = digest(elsewhere, *root, "check") if before else digest(elsewhere, "check", *root)
    assert ran.returncode == 1
    assert "2 errors" in ran.stdout


def test_json_is_a_list_and_nothing_else(bad: Newsletter) -> None:
    ran = digest(bad.root, "check", "--format", "json")
    first, second = json.loads(ran.stdout)
    assert first == {
        "path": "content/editions/2022-03/index.md",
        "line": 5,
        "column": 6,
        "severity": "error",
        "rule": "citation-undefined",
        "message": "no work has the key 'nope'",
        "hint": first["hint"],
        "fix": [],
    }
    assert second["rule"] == "link-broken"
    assert ran.returncode == 1


def test_json_of_nothing_wrong_is_an_empty_list(good: Newsletter) -> None:
    ran = digest(good.root, "check", "--format", "json")
    assert (json.loads(ran.stdout), ran.returncode) == ([], 0)


def test_github_gets_annotations(bad: Newsletter) -> None:
    lines = digest(bad.root, "check", "--format", "github").stdout.splitlines()
    assert len(lines) == 2
    place = "file=content/editions/2022-03/index.md,line=5,col=6"
    assert lines[0].startswith(f"::error {place},title=citation-undefined::no work has")


def test_strict_fails_for_warnings(good: Newsletter) -> None:
    good.edition("2022-03", "![](a.svg)\n")
    good.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    assert digest(good.root, "check").returncode == 0
    assert digest(good.root, "check", "--strict").returncode == 1


def test_many_warnings_of_a_rule_are_counted_for_people_and_whole_for_programs(
    good: Newsletter,
) -> None:
    good.paper("arxiv:2202.00001")
    for at in range(23):
        good.entry(f"2022-03/{at:02}-a{at}", arxiv="2202.00001")
    for command in ("check", "build"):
        brief, whole = (digest(good.root, command, *more).stdout for more in ((), ("--all",)))
        assert "\n2 more of covered-before; '--all' shows them\n22 warnings\n" in brief
        assert brief.count("warning[covered-before]") == 20
        assert whole.count("warning[covered-before]") == 22
    assert len(json.loads(digest(good.root, "check", "--format", "json").stdout)) == 22
    assert len(digest(good.root, "check", "--format", "github").stdout.splitlines()) == 22


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("build", "--nope"),
        ("check", "--format", "xml"),
        ("build", "--base-url", "no address"),
        ("build", "--base-url", "https://x.org/?q"),
        ("build", "--root", "nowhere"),
        ("chek",),
    ],
)
def test_wrong_usage_is_2(good: Newsletter, words: tuple[str, ...]) -> None:
    ran = digest(good.root, *words)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Error: " in ran.stderr


@pytest.mark.parametrize(
    ("words", "in_the_way"),
    [
        (("build",), "build"),
        (("build", "--out", "file/below"), "file"),
        (("build", "--out", "/dev/null/x"), ""),
        (("check", "--summary", "content"), ""),
        (("export", "2022-03", "--format", "ris", "--out", "file/x.ris"), "file"),
        (("new", "2022-04"), "content/editions/2022-04"),
    ],
)
def test_what_the_file_system_refuses_is_no_wrong_usage(
    good: Newsletter, words: tuple[str, ...], in_the_way: str
) -> None:
    if in_the_way:
        good.write(in_the_way, "a file")
    ran = digest(good.root, *words)
    assert ran.returncode == 3
    assert ran.stderr.splitlines()[-1].startswith("Error: cannot write '")
    assert "move it away" in ran.stderr
    assert "Usage" not in ran.stderr


def test_no_newsletter_is_wrong_usage(tmp_path: Path) -> None:
    assert digest(tmp_path, "check").returncode == 2


@pytest.mark.parametrize("epoch", ["soon", "-5", "1e9", "999999999999999"])
def test_a_clock_that_is_no_number_is_wrong_usage(good: Newsletter, epoch: str) -> None:
    assert digest(good.root, "build", SOURCE_DATE_EPOCH=epoch).returncode == 2


def test_source_date_epoch_says_what_is_future(good: Newsletter) -> None:
    day = {"SOURCE_DATE_EPOCH": "1646092800"}  # 2022-03-01
    digest(good.root, "build", **day)
    assert not (good.out / "site/editions/2022-03").exists()
    digest(good.root, "build", "--future", **day)
    assert (good.out / "site/editions/2022-03").exists()


def test_out_and_base_url(good: Newsletter, tmp_path: Path) -> None:
    out = tmp_path / "else where"
    ran = digest(good.root, "build", "--out", str(out), "--base-url", "https://x.org/base")
    assert ran.returncode == 0
    assert not good.out.exists()
    html = (out / "site/editions/2022-03/index.html").read_text()
    assert '<link rel="canonical" href="https://x.org/base/editions/2022-03/">' in html
    assert 'href="/base/archive/"' in (out / "site/404.html").read_text()


@pytest.mark.parametrize(
    ("email", "message"),
    [
        ("2022-30", "there is no edition '2022-30'; did you mean '2022-03'?"),
        ("2022-03,nope", "there is no edition 'nope'"),
        ("2099-01", "the edition '2099-01' is not published yet, so it has no mail"),
        ("", "there is no edition ''"),
    ],
)
def test_a_mail_that_there_is_not_is_refused_before_anything_is_published(
    good: Newsletter, email: str, message: str
) -> None:
    good.edition("2099-01", date="2099-01-07")
    ran = digest(good.root, "build", "--email", email)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr
    assert not good.published()


def test_check_writes_nothing(good: Newsletter) -> None:
    digest(good.root, "check")
    assert not good.out.exists()
    digest(good.root, "build")
    before = {path: path.stat().st_mtime_ns for path in good.out.rglob("*")}
    good.edition("2022-03", "Other.\n")
    digest(good.root, "check")
    assert {path: path.stat().st_mtime_ns for path in good.out.rglob("*")} == before


def test_explain_says_why(good: Newsletter) -> None:
    good.write("static/\u202ea.txt", "A")
    first = digest(good.root, "build", "--explain").stdout
    assert "\nsite/\\u202ea.txt: new\n" in first
    assert "site/editions/2022-03/index.html: new\n" in first
    (good.out / "site/404.html").write_text("!")
    good.edition("2022-03", "Other.\n")
    then = digest(good.root, "build", "--explain").stdout.splitlines()[:-1]
    files = [line for line in then if " bytes" not in line]
    assert files == [
        "email/2022-03/message.eml: changed",
        "email/2022-03/message.html: changed",
        "email/2022-03/message.txt: changed",
        "site/404.html: damaged",
        "site/editions/2022-03/index.html: changed",
        "site/editions/2022-03/index.md: changed",
        "site/feed.json: changed",
        "site/feed.xml: changed",
        "site/rss.xml: changed",
    ]


def test_two_builds_at_once_and_one_that_is_stopped(newsletter: Newsletter) -> None:
    for month in range(1, 13):
        newsletter.edition(f"2021-{month:02}", "Text.\n" * 50)
    command = [sys.executable, "-m", "digest", "build"]
    running = [
        subprocess.Popen(
            command,
            cwd=newsletter.root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    ends = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], ends
    together = newsletter.tree()

    shutil.rmtree(newsletter.out / ".cache")
    for path in (newsletter.root / "content").rglob("index.md"):
        path.write_text(path.read_text() + "More.\n")
    stopped = subprocess.Popen(
        command,
        cwd=newsletter.root,
        env=environment(PYTHONWARNINGS=""),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while stopped.poll() is None and not (newsletter.out / ".cache").exists():
        pass
    stopped.send_signal(signal.SIGINT)
    _, said = stopped.communicate(timeout=60)
    assert "Traceback" not in said
    # Python itself no longer catches it when all is done
    assert stopped.returncode in {0, 130, -signal.SIGINT}

    assert digest(newsletter.root, "build").returncode == 0
    alone = newsletter.at(newsletter.root, newsletter.root / "alone")
    alone.build(today="2030-01-01")
    assert newsletter.tree() == alone.tree()
    assert newsletter.tree().keys() == together.keys()


def test_what_is_mended_is_told_and_what_remains_is_reported(good: Newsletter) -> None:
    good.entry("2022-03/01-datamux", url="https://example.org", title="T", authors="A", date="2022")
    good.edition("2022-03", "See [@datmux] and [@nope].\n")
    path = "content/editions/2022-03/index.md"
    told = f"{path}:5:7: fixed[citation-undefined]: 'datmux' -> 'datamux'\n"
    ran = digest(good.root, "check", "--fix")
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"{told}{path}:5:21: error[citation-undefined]")
    assert ran.stdout.endswith("\n1 error\n")
    assert ran.stderr == ""
    plain = digest(good.root, "check")
    assert digest(good.root, "check", "--fix").stdout == plain.stdout
    good.edition("2022-03", "See [@datmux].\n")
    found = json.loads(digest(good.root, "check", "--format", "json").stdout)
    edit = {"line": 5, "column": 7, "old": "datmux", "new": "datamux"}
    assert [one["fix"] for one in found] == [[edit]]
    ran = digest(good.root, "check", "--fix", "--format", "json")
    assert (ran.returncode, json.loads(ran.stdout), ran.stderr) == (0, [], told)


def test_what_cannot_be_mended_is_told_beside_the_problems(good: Newsletter) -> None:
    good.entry("2022-03/01-datamux", url="https://example.org", title="T", authors="A", date="2022")
    good.edition("2022-03", "See [@datmux].\n")
    (good.root / "content/editions/2022-03/index.md").chmod(0o444)
    ran = digest(good.root, "check", "--fix", "--format", "json")
    assert ran.returncode == 1
    assert [one["rule"] for one in json.loads(ran.stdout)] == ["citation-undefined"]
    assert "'datmux' -> 'datamux': the file is read-only" in ran.stderr


def test_an_address_that_nobody_has_is_told(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    text = "title: T\nurl: https://{}/newsletter/\n"
    newsletter.write("content/site.yaml", text.format("example.org"))
    for command in (["check", "--strict"], ["build"]):
        ran = digest(newsletter.root, *command)
        assert ran.returncode == 0
        assert "note: 'https://example.org/newsletter/' is nobody's address" in ran.stderr
    elsewhere = digest(newsletter.root, "build", "--base-url", "https://ada.org/")
    assert "nobody's" not in elsewhere.stderr
    newsletter.write("content/site.yaml", text.format("ada.org"))
    assert "nobody's" not in digest(newsletter.root, "check").stderr
