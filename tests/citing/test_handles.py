r"""What is told of an `@` that names no work: `\@` is only a sign, a long key needs braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

BIB = "".join(
    f"@misc{{{key}, title={{A Title}}, author={{Ada Lovelace}}, year=2020}}\n"
    for key in ("2020Natur.585..357H", "O'Neil+2001", "smith2020", "a(b)c")
)
PAGE = "content/pages/about.md"


@pytest.fixture
def news(tmp_path: Path) -> Newsletter:
    made = Newsletter(tmp_path)
    made.write("content/references.bib", BIB)
    return made


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Follow @somebody.", "or write '\\@somebody' where no citation is meant"),
        ("[@somebody](https://example.org/@somebody)", "or write '\\@somebody' where no"),
        ("[by @somebody](https://example.org/)", "or write '\\@somebody' where no"),
        ("\uff08@lianmt 投稿\uff09", "or write '\\@lianmt' where no citation is meant"),
        ("See [@somebody].", "or write '\\@somebody' where no citation is meant"),
        ("By @smithy.", "did you mean 'smith2020', or '\\@smithy' where no citation is meant?"),
        ("[@2020Natur.585..357H]", "write '@{2020Natur.585..357H}'"),
        ("[see @2020Natur.585..357H, p. 3]", "write '@{2020Natur.585..357H}'"),
        ("As @2020Natur.585..357H shows.", "write '@{2020Natur.585..357H}'"),
        ("[@O'Neil+2001; @smith2020]", "write '@{O'Neil+2001}'"),
        ("[@a(b)c]", "write '@{a(b)c}'"),
        ("[@2020Natur.585.9]", "did you mean '@{2020Natur.585..357H}'"),
        ("A @ sign, [@ Cloudflare]", "or '\\@' for the sign"),
        ("[@smith2020 @somebody]", "or '\\@' for the sign"),
    ],
)
def test_the_hint_says_what_to_write(text: str, hint: str, news: Newsletter) -> None:
    news.write(PAGE, f"---\ntitle: About\n---\n{text}\n")
    (found,) = news.diagnose()
    assert hint in found.hint
    assert found.rule in {"citation-undefined", "citation-malformed"}


@pytest.mark.parametrize("text", ["\\@somebody", "[\\@somebody](https://example.org/)"])
def test_what_the_hint_says_helps(text: str, news: Newsletter) -> None:
    news.write(PAGE, f"---\ntitle: About\n---\nFollow {text}, @{{O'Neil+2001}} and [@{{a(b)c}}].\n")
    assert news.diagnose() == ()


def test_nothing_is_suggested_that_stands_there(news: Newsletter) -> None:
    news.write("content/evil.html", "<p>\n")
    news.write(PAGE, "---\ntitle: About\n---\n[x](../evil.html)\n")
    assert not [one for one in news.diagnose() if "did you mean '../evil.html'" in one.hint]
