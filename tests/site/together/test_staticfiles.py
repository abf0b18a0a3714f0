"""The files of static/ are published as they are, at the site's root."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def told(newsletter: Newsletter) -> list[tuple[str, str, str]]:
    return [(one.path, one.rule, one.hint) for one in newsletter.diagnose()]


@pytest.mark.parametrize(
    "path",
    [
        *("CNAME", ".well-known/security.txt", "files/x.pdf", "a/.b/c", ".htaccess", "-_a.txt"),
        *("a b?#%.txt", '<x>"&.txt', "back\\slash.txt", "a\nb.txt", "Bild \u00fc.svg", "notes.csv"),
        *(
            "site.yaml",
            "README.md",
            "editions/x.txt",
            "tags/mine.txt",
            "static/a.css",
        ),
    ],
)
def test_each_file_is_published_under_its_name(newsletter: Newsletter, path: str) -> None:
    newsletter.write(f"static/{path}", b"\0\xff" + path.encode())
    assert newsletter.build().diagnostics == ()
    assert newsletter.tree()[path] == b"\0\xff" + path.encode()


def test_they_come_change_and_go(newsletter: Newsletter) -> None:
    newsletter.build()
    before = newsletter.tree()
    newsletter.write("static/a/b.txt", "one")
    assert [(one.path, one.action) for one in newsletter.build().changes] == [
        ("site/a/b.txt", "wrote")
    ]
    newsletter.write("static/a/b.txt", "two")
    newsletter.build()
    assert newsletter.page("a/b.txt") == "two"
    assert newsletter.build().changes == ()
    newsletter.delete("static/a/b.txt")
    newsletter.build()
    assert newsletter.tree() == before
    assert not (newsletter.out / "site/a").exists()


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "._x",
        ".git/config",
        ".gitkeep",
        "x~",
        "#x#",
        ".#x",
        ".x.swp",
        "Thumbs.db",
        "x.bak",
    ],
)
def test_what_systems_and_editors_put_there_is_passed_over(
    newsletter: Newsletter, name: str
) -> None:
    newsletter.build()
    before = newsletter.tree()
    newsletter.write(f"static/{name}", "x")
    assert newsletter.build().diagnostics == ()
    assert newsletter.tree() == before


@pytest.mark.parametrize("name", [".env", "a/.env.local", ".ssh/id", ".netrc"])
def test_what_may_hold_passwords_is_told_and_not_published(
    newsletter: Newsletter, name: str
) -> None:
    newsletter.write(f"static/{name}", "x")
    (found,) = newsletter.build().diagnostics
    assert f"static/{name}".startswith(found.path)
    assert found.rule == "file-unused"
    assert name not in newsletter.tree()


def test_texts_lead_to_them_and_show_them(newsletter: Newsletter) -> None:
    newsletter.write("static/files/x.pdf", "x")
    newsletter.write("static/p.svg", SVG)
    links = "[a](/files/x.pdf) [b](../../../static/files/x.pdf#page=2) ![A fine plot](/p.svg)\n"
    newsletter.edition("2022-03", links)
    assert newsletter.build().diagnostics == ()
    page = newsletter.page("editions/2022-03/")
    assert page.count('href="../../files/x.pdf"') == len("ab")
    assert '<img src="../../p.svg" width="9" height="9"' in page


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("/files/y.pdf", "/files/x.pdf"), ("/static/files/x.pdf", "/files/x.pdf")),
        *(("/x.pdf", "/files/x.pdf"), ("static/files/x.pdf", "/files/x.pdf")),
        ("x.pdf", "/files/x.pdf"),
    ],
)
@pytest.mark.parametrize("mark", ["", "!"])
def test_a_link_beside_them_is_told_which_was_meant(
    newsletter: Newsletter, written: str, meant: str, mark: str
) -> None:
    written, meant = (one.replace(".pdf", ".svg") if mark else one for one in (written, meant))
    newsletter.write(f"static{meant}", SVG)
    newsletter.edition("2022-03", f"{mark}[A fine plot]({written})\n")
    (found,) = newsletter.diagnose()
    assert found.hint == f"did you mean '{meant}'?"
    newsletter.edition("2022-03", f"{mark}[A fine plot]({meant})\n")
    assert newsletter.check() == []


@pytest.mark.parametrize(
    "path",
    [
        *("feed.xml", "sitemap.xml", "404.html", "index.html", "about/index.html"),
        *("ABOUT/index.html", "about", "index.html/x", "old/index.html", "pdf/a.pdf", "card.png"),
    ],
)
def test_what_has_its_address_already_is_named(newsletter: Newsletter, path: str) -> None:
    front = "---\ntitle: About\naliases: [/old/]\n---\n[a](pdf/a.pdf)\n"
    newsletter.write("content/pages/about.md", front)
    newsletter.write("content/pages/pdf/a.pdf", "x")
    newsletter.edition("2022-03")
    assert newsletter.check() == []
    newsletter.write(f"static/{path}", "x")
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.rule) == (f"static/{path}", "address-clash")
    assert "'static/'" in found.hint or path == "404.html"


def test_a_file_in_the_place_of_a_folder_is_told_of_once(newsletter: Newsletter) -> None:
    for month in ("03", "04"):
        newsletter.edition(f"2022-{month}")
    newsletter.write("static/editions", "x")
    assert newsletter.check() == ["static/editions:1:1 error address-clash"]


@pytest.mark.parametrize("name", ["robots.txt", ".nojekyll"])
def test_ones_own_stands_in_place_of_what_nothing_rests_on(
    newsletter: Newsletter, name: str
) -> None:
    newsletter.build()
    made = newsletter.tree()[name]
    newsletter.write(f"static/{name}", "mine")
    assert newsletter.build().diagnostics == ()
    assert newsletter.page(name) == "mine"
    newsletter.delete(f"static/{name}")
    newsletter.build()
    assert newsletter.tree()[name] == made


def test_links_in_it_are_followed_within_the_newsletter_alone(
    newsletter: Newsletter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret"
    secret.write_text("secret")
    newsletter.write("paper/x.pdf", "x")
    newsletter.write(".git/config", "token")
    newsletter.write("paper/.cache/y", "y")
    newsletter.build()
    targets = {
        "x.pdf": "../paper/x.pdf",
        "paper": "../paper",
        "out": str(secret),
        "config": "../.git/config",
        "up": "..",
        "here": ".",
        "made": "../build/site",
        "feed.txt": "../build/site/feed.xml",
        "built": "../build",
    }
    (newsletter.root / "static").mkdir()
    for name, target in targets.items():
        (newsletter.root / "static" / name).symlink_to(target)
    refused = ("built", "config", "feed.txt", "here", "made", "out", "up")
    assert newsletter.check() == [f"static/{name}:1:1 warning file-unused" for name in refused]
    newsletter.build()
    tree = newsletter.tree()
    assert (tree["x.pdf"], tree["paper/x.pdf"]) == (b"x", b"x")
    assert not [path for path in tree if path.startswith(refused) or ".cache" in path]


@pytest.mark.parametrize(
    ("target", "rule"), [("outside", "file-unused"), ("no", "file-unreadable")]
)
def test_the_folder_itself_may_not_lead_elsewhere(
    newsletter: Newsletter, tmp_path_factory: pytest.TempPathFactory, target: str, rule: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret").write_text("secret")
    (newsletter.root / "static").symlink_to(outside if target == "outside" else target)
    assert [(path, found) for path, found, _ in told(newsletter)] == [("static", rule)]
    newsletter.build()
    assert "secret" not in newsletter.tree()


def test_a_build_into_it_is_not_published_in_turn(newsletter: Newsletter) -> None:
    newsletter.out = newsletter.root / "static/built"
    newsletter.build()
    newsletter.build()
    assert not [path for path in newsletter.tree() if path.startswith("built")]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["a.html"], "scripts in this file may run"),
        (["a.html", "b.js", "c.svg"], "so may 2 more in 'static/'"),
    ],
)
def test_of_files_with_scripts_one_is_named(
    newsletter: Newsletter, names: list[str], message: str
) -> None:
    for name in names:
        newsletter.write(f"static/demo/{name}", "<svg><script>1</script></svg>")
    newsletter.write("static/google1.html", "google-site-verification: google1.html")
    (found,) = newsletter.diagnose()
    assert (found.path, found.rule) == ("static/demo/a.html", "script-published")
    assert message in found.message
    newsletter.settings("check: {script-published: off}\n")
    assert newsletter.check() == []


def test_names_that_are_no_text_and_names_that_differ_in_case_are_told(
    newsletter: Newsletter,
) -> None:
    newsletter.write("static/A.txt", "1")
    newsletter.write("static/a.txt", "2")
    (newsletter.root / os.fsdecode(b"static/bad\xff")).write_text("")
    assert newsletter.check() == [
        "static/a.txt:1:1 error address-clash",
        "static/bad\\udcff:1:1 error encoding",
    ]


BUILD = """
import resource, sys
from pathlib import Path
from digest.build import build
from digest.settings.buildoptions import BuildOptions
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
root = Path(sys.argv[1])
result = build(root, root / "build", lambda _zone: BuildOptions("2022-06-01", jobs=1))
print([one.rule for one in result.diagnostics])
"""


def test_a_file_larger_than_the_memory_is_published(newsletter: Newsletter, tmp_path: Path) -> None:
    newsletter.write("static/large.bin", "begin")
    newsletter.write("static/large.svg", SVG)
    for name in ("large.bin", "large.svg"):
        # most of it takes no room on the disk
        os.truncate(newsletter.root / "static" / name, 400_000_000)
    script = tmp_path / "limited.py"
    script.write_text(BUILD)
    memory = 400_000_000
    ran = subprocess.run(
        [sys.executable, str(script), str(newsletter.root), str(memory)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ran.stdout, ran.stderr) == ("['script-published']\n", "")
    assert (newsletter.out / "site/large.bin").stat().st_size == 400_000_000
