"""Front matter as editors type it: what it means, and the exact place of what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

ENTRY = "editions/2022-03/01-a.md"


def problems(newsletter: Newsletter, matter: str) -> list[str]:
    """Return what is wrong with an entry of this front matter, less its path."""
    newsletter.paper("arxiv:2202.06990")
    newsletter.edition("2022-03")
    newsletter.write(f"content/{ENTRY}", f"---\n{matter}---\nText.\n")
    return [problem.removeprefix(f"{ENTRY}:") for problem in newsletter.check()]


@pytest.mark.parametrize(
    "matter",
    [
        "arxiv: 2202.06990\n",
        "arxiv: '2202.06990'\n",
        "arxiv: arXiv:2202.06990v1\n",
        "arxiv: https://arxiv.org/pdf/2202.06990.pdf\n",
        "doi: 10.48550/arXiv.2202.06990\n",
        "doi: https://doi.org/10.48550/ARXIV.2202.06990\n",
        "arxiv: 2202.06990\nlang: no\n",
        "arxiv: 2202.06990\ntags: [yes, 1.0, 2022-03-02]\n",
        "arxiv: 2202.06990\nname: null\nslug: ~\nnote:\n",
        "arxiv: 2202.06990\ndraft: no\n",
        "# a comment\n\narxiv: 2202.06990\n",
        "url: https://x.org/\ntitle: T\nauthors: [A B]\ndate: 2022\n",
        "url: https://x.org/\ntitle: T\nauthors: A B\ndate: 2022-03\n",
    ],
)
def test_what_is_right(newsletter: Newsletter, matter: str) -> None:
    assert problems(newsletter, matter) == []


@pytest.mark.parametrize(
    ("matter", "wrong"),
    [
        ("arxiv: 2202.6990\n", "2:8 error id-malformed"),
        ("arxiv: 2202.06990\nlnag: en\n", "3:1 error field-unknown"),
        ("arxiv: 2202.06990\nlang: english please\n", "3:7 error field-type"),
        ("arxiv: 2202.06990\ndate: 2022-02-30\n", "3:7 error field-type"),
        ("arxiv: 2202.06990\ntags: vision\n", "3:7 error field-type"),
        ("arxiv: 2202.06990\ntags: [ok, [no]]\n", "3:12 error field-type"),
        ("arxiv: 2202.06990\ndraft: maybe\n", "3:8 error field-type"),
        ("arxiv: 2202.06990\nbyline: 0\n", "3:9 error field-type"),
        ("arxiv: 2202.06990\nfold: always\n", "3:7 error field-type"),
        ("arxiv: 2202.06990\nslug: a/b\n", "3:7 error field-type"),
        ("arxiv: 2202.06990\nlinks: {code: ftp://x}\n", "3:15 error field-type"),
        ("arxiv: 2202.06990\nfigure: {alt: x}\n", "3:9 error field-missing"),
        ("arxiv: 2202.06990\nfigure: {src: x.png, atl: y}\n", "3:22 error field-unknown"),
        ("arxiv: 2202.06990\narxiv: 2202.06990\n", "3:1 error yaml-duplicate-key"),
        ("arxiv: 2202.06990\nname: a: b\n", "3:8 error yaml-syntax"),
        ("arxiv: 2202.06990\ntags: [a\n", "3:7 error yaml-syntax"),
        ("arxiv: 2202.06990\n\tname: x\n", "3:1 error yaml-syntax"),
        ("name: x\n", "1:1 error field-missing"),
        ("url: https://x.org/\ntitle: T\ndate: 2022\n", "1:1 error field-missing"),
        ("- a\n- b\n", "2:1 error field-type"),
        ("", "1:1 error field-missing"),
    ],
)
def test_what_is_wrong_is_named_in_its_place(
    newsletter: Newsletter, matter: str, wrong: str
) -> None:
    assert wrong in problems(newsletter, matter)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "1:1 error field-missing"),
        ("  \n", "1:1 error field-missing"),
        ("Text.\n", "1:1 error field-missing"),
        ("\n---\narxiv: 2202.06990\n---\n", "1:1 error field-missing"),
    ],
)
def test_a_file_without_front_matter(newsletter: Newsletter, text: str, wrong: str) -> None:
    newsletter.edition("2022-03")
    newsletter.write(f"content/{ENTRY}", text)
    assert newsletter.check() == [f"{ENTRY}:{wrong}"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # of what is not whole, the rest is told as well
        ("arxiv: 2202.06990\n\n[x](y.md)\n", ["1:1 error field-missing", "3:1 error link-broken"]),
        (
            "---\narxiv: x\n----\n[x](y.md)\n",
            ["2:8 error id-malformed", "3:1 error yaml-syntax", "4:1 error link-broken"],
        ),
        (
            "---\narxiv: x\n\n[x](y.md)\n",
            ["1:1 error yaml-syntax", "2:8 error id-malformed", "4:1 error link-broken"],
        ),
        ("---\narxiv: x\n", ["1:1 error yaml-syntax", "2:8 error id-malformed"]),
    ],
)
def test_front_matter_that_is_not_whole_hides_nothing(
    newsletter: Newsletter, text: str, wrong: list[str]
) -> None:
    newsletter.edition("2022-03")
    newsletter.write(f"content/{ENTRY}", text)
    assert newsletter.check() == [f"{ENTRY}:{one}" for one in wrong]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_marks_shift_nothing(newsletter: Newsletter, mark: bytes, end: bytes) -> None:
    newsletter.edition("2022-03")
    text = b"---\narxiv: x\ntitle: T\n---\nA b [@nope].\n"
    newsletter.write(f"content/{ENTRY}", mark + text.replace(b"\n", end))
    assert newsletter.check() == [
        f"{ENTRY}:2:8 error id-malformed",
        f"{ENTRY}:5:6 error citation-undefined",
    ]


@pytest.mark.parametrize("title", ['""', "' '", "|\n", "~"])
def test_a_title_says_something(newsletter: Newsletter, title: str) -> None:
    newsletter.write(
        "content/editions/2022-03/index.md",
        f"---\ntitle: {title}\ndate: 2022-03-02\n---\nText.\n",
    )
    (found,) = newsletter.check()
    assert found.startswith("editions/2022-03/index.md:2:")
    assert " error field-" in found


def test_a_second_one_is_told_and_a_line_across_the_page_is_not(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06990")
    newsletter.edition("2022-03", "\n---\n\nNote: this\n\n---\n")
    newsletter.edition("2022-02", "\n---\n- this\n- that\n---\n", date="2022-02-02")
    body = "\n---\ntitle: Twice\ntags:\n- a\n---\nText.\n"
    newsletter.write(f"content/{ENTRY}", f"---\narxiv: 2202.06990\n---\n{body}")
    (found,) = newsletter.diagnose()
    assert (found.path, found.line) == (f"content/{ENTRY}", 5)
    assert found.message == "a second front matter would be shown as text"
