"""Every kind of thing that a folder may hold is a source, or passed over; none stops digest."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from digest.content.discover import classify, discover, find_root

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/site.yaml", "settings"),
        ("content/references.bib", "bibliography"),
        ("content/sent.yaml", "sent"),
        ("content/editions/2022-03/sent.yaml", "file"),
        ("content/editions/2022-03/index.md", "edition"),
        ("content/editions/2022-03/01-a.md", "entry"),
        ("content/editions/2022-03/figures/a.md", "file"),
        ("content/editions/index.md", "file"),
        ("content/pages/about.md", "page"),
        ("content/pages/a\nb.md", "page"),
        ("content/pages/about/team.md", "page"),
        ("content/papers/arxiv/2202.06991.json", "record"),
        ("content/editions/2022-03/figures/a.png", "file"),
    ],
)
def test_what_a_file_is(path: str, kind: str) -> None:
    assert classify(path) == kind


def paths(root: Path) -> list[str]:
    return [source.path.removeprefix("content/") for source in discover(root)]


def test_hidden_files_and_backups_are_passed_over(newsletter: Newsletter) -> None:
    for name in (".DS_Store", ".git/config", "pages/.#about.md", "pages/about.md~"):
        newsletter.write(f"content/{name}", "x")
    assert paths(newsletter.root) == ["site.yaml"]


def test_what_is_no_file_is_passed_over(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    folder = newsletter.root / "content/editions/2022-03"
    os.mkfifo(folder / "01-pipe.md")
    (folder / "02-folder.md").mkdir()
    os.mkfifo(newsletter.root / "content/references.bib")
    assert paths(newsletter.root) == ["editions/2022-03/index.md", "site.yaml"]
    assert newsletter.check() == []


def test_a_link_to_itself_cannot_be_read(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    (newsletter.root / "content/editions/2022-03/03-self.md").symlink_to("03-self.md")
    assert newsletter.check() == ["editions/2022-03/03-self.md:1:1 error file-unreadable"]


def test_a_link_that_leads_out_of_the_newsletter_is_named_and_not_read(
    newsletter: Newsletter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    newsletter.edition("2022-03")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "library.bib").write_text("@book{secret, title = {Secret}}")
    (newsletter.root / "content/references.bib").symlink_to(outside / "library.bib")
    (newsletter.root / "content/editions/2022-03/figures").symlink_to(outside)
    (newsletter.root / "content/pages").symlink_to(outside / "nowhere")
    assert newsletter.check() == [
        "editions/2022-03/figures:1:1 warning file-unused",
        "pages:1:1 warning file-unused",
        "references.bib:1:1 error file-unreadable",
    ]


@pytest.mark.parametrize("target", ["outside.txt", "nowhere"])
@pytest.mark.parametrize(
    "path", ["site.yaml", "references.bib", "editions/2022-03/01-a.md", "editions/2022-03/index.md"]
)
def test_nothing_is_published_without_what_a_link_does_not_lead_to(
    newsletter: Newsletter, tmp_path_factory: pytest.TempPathFactory, path: str, target: str
) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", "See [@a] and [@2022-03/a].\n")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.write("content/references.bib", "@book{a, title={T}, author={A B}, year=2000}")
    outside = tmp_path_factory.mktemp("outside") / "outside.txt"
    outside.write_text("")
    newsletter.delete(f"content/{path}")
    (newsletter.root / "content" / path).symlink_to(outside if target != "nowhere" else target)
    assert f"{path}:1:1 error file-unreadable" in newsletter.check()
    # of a file that is there nobody is asked to add a field, or the file
    assert not [one for one in newsletter.check() if one.endswith("field-missing")]


def test_a_linked_folder_is_followed(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![A plot](figures/a.svg)\n")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    newsletter.write("shared/a.svg", svg)
    (newsletter.root / "content/editions/2022-03/figures").symlink_to("../../../shared")
    newsletter.build()
    assert newsletter.check() == []
    assert newsletter.page("editions/2022-03/figures/a.svg") == svg


def test_links_that_have_no_end_are_named_and_not_followed(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    folder = newsletter.root / "content/editions/2022-03"
    (folder / "up").symlink_to("..")
    (folder / "here").symlink_to(".")
    for name, other in (("a", "b"), ("b", "a")):
        (newsletter.root / name).mkdir()
        (newsletter.root / name / "next").symlink_to(f"../{other}")
    (folder / "figures").symlink_to("../../../a")
    assert newsletter.check() == [
        "editions/2022-03/figures/next:1:1 warning file-unused",
        "editions/2022-03/here:1:1 warning file-unused",
        "editions/2022-03/up:1:1 warning file-unused",
    ]


def test_names_are_the_same_however_their_accents_are_typed(newsletter: Newsletter) -> None:
    apart, together = "Bild u\u0308.svg", "Bild \u00fc.svg"
    body = f"![A](<{apart}>) ![B](<{together}>)\n"
    newsletter.edition("Ma\u0308rz", body, date="2022-03-02")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    newsletter.write(f"content/editions/Ma\u0308rz/{apart}", svg)
    assert newsletter.build().diagnostics == ()
    assert newsletter.page(f"editions/M\u00e4rz/{together}") == svg
    page = newsletter.page("editions/M\u00e4rz/")
    assert page.count('src="../../editions/M%C3%A4rz/Bild%20%C3%BC.svg"') == len("AB")


@pytest.mark.parametrize(
    "path", ["editions/2022-03/é.md", "pages/é.md", "pages/é.txt", "editions/é/index.md"]
)
def test_of_two_files_with_one_name_none_is_passed_over(newsletter: Newsletter, path: str) -> None:
    newsletter.write(f"content/{path}", "---\ntitle: One\ndate: 2022-03-01\nslug: e\n---\n")
    apart = unicodedata.normalize("NFD", path)
    newsletter.write(f"content/{apart}", "---\ntitle: Other\ndate: 2022-03-01\nslug: e\n---\n")
    if (newsletter.root / "content" / path).samefile(newsletter.root / "content" / apart):
        pytest.skip("this disk takes the two names for one")
    assert f"{path}:1:1 error address-clash" in newsletter.check()
    newsletter.delete(f"content/{apart}")
    assert not any("address-clash" in found for found in newsletter.check())


def test_a_link_within_the_site_is_followed_and_one_to_nowhere_is_named(
    newsletter: Newsletter,
) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03")
    newsletter.entry("shared", arxiv="2202.00001")
    folder = newsletter.root / "content/editions/2022-03"
    (newsletter.root / "content/editions/shared.md").rename(newsletter.root / "shared.md")
    (folder / "01-a.md").symlink_to("../../../shared.md")
    (folder / "02-b.md").symlink_to("nowhere.md")
    assert newsletter.check() == ["editions/2022-03/02-b.md:1:1 error file-unreadable"]


def test_the_root_is_found_from_below(newsletter: Newsletter, tmp_path: Path) -> None:
    newsletter.edition("2022-03")
    assert find_root(newsletter.root / "content/editions/2022-03") == newsletter.root
    assert find_root(tmp_path.parent) is None


@pytest.mark.parametrize("top", ["static", "content/pages", "themes/own/static"])
def test_folders_may_nest_a_hundred_deep_and_deeper_ones_are_told(
    newsletter: Newsletter, top: str
) -> None:
    if top.startswith("themes"):
        newsletter.write("themes/own/theme.yaml", "contract: 2\nname: own\nextends: paper\n")
        newsletter.settings("theme: own\n")
    newsletter.write(f"{top}/{'d/' * 90}a.txt", "a")
    assert newsletter.diagnose() == ()
    newsletter.write(f"{top}/{'e/' * 600}a.txt", "a")
    (told,) = newsletter.diagnose()
    assert told.path.startswith(f"{top}/e/e/")
    assert "stands in more than 100 others" in told.message
