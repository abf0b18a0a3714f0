"""The twin of every page of a site, and `llms.txt`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from digest.basics.text import slugify
from tests.newsletter import plain
from tests.published import SHOWCASE_URL
from tests.render.twins.reading import parse, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it.token import Token

    from tests.newsletter import Newsletter


def fill(newsletter: Newsletter) -> None:
    newsletter.settings("sections:\n  why: {title: Why}\n")
    newsletter.paper("arxiv:2202.00001", "Sorting [fast] in $O(n_1)$", "Yi Tay, Bo Li")
    newsletter.paper("arxiv:2202.00002", "An <Old> Work")
    newsletter.edition("2022-02", "Hello.\n", description="First *ever*")
    newsletter.edition("2022-03", "Opening [@arxiv:2202.00002].\n", number=7)
    newsletter.entry("2022-02/01-old", "Old.\n", arxiv="2202.00002", tags=["c++"])
    newsletter.entry(
        "2022-03/01-sort",
        "## Why\nSee [@arxiv:2202.00002].[^n]\n\n[^n]: A note.\n",
        arxiv="2202.00001",
        name='"*Sort*"',
        description="Sorts *slowly*",
        tags=["c++"],
    )
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWe [read](x.md).\n")
    newsletter.write("content/pages/x.md", "---\ntitle: X\naliases: [/old]\n---\n## A\n\nText.\n")


def twin(newsletter: Newsletter, address: str) -> str:
    return (newsletter.out / "site" / address / "index.md").read_text()


def test_every_page_has_a_twin_and_leads_to_it(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    tree = newsletter.tree()
    pages = {path.removesuffix("index.html") for path in tree if path.endswith("index.html")}
    twins = {path.removesuffix("index.md") for path in tree if path.endswith("index.md")}
    assert twins == pages - {"old/"}
    assert "404.md" not in tree
    for address in pages:
        led = '<link rel="alternate" type="text/markdown" href="' in newsletter.page(address)
        assert led == (address in twins)
    href = 'type="text/markdown" href="../../editions/2022-03/index.md"'
    assert href in newsletter.page("editions/2022-03/")


def test_a_paper_from_its_title_to_its_references(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    site = "https://example.org/news/"
    assert twin(newsletter, "editions/2022-03/sort/") == (
        "# \\*Sort\\*: Sorting \\[fast\\] in $O(n_1)$\n\n"
        f"[Edition 2022-03]({site}editions/2022-03/index.md) · No. 7 · March 2, 2022"
        f" · [Read on the web]({site}editions/2022-03/sort/)\n\n"
        "Yi Tay, Bo Li\n\n"
        "arXiv:2202.00001 · cs.CL · February 14, 2022\n\n"
        "[Abstract](https://arxiv.org/abs/2202.00001) · [PDF](https://arxiv.org/pdf/2202.00001)"
        " · [HTML](https://ar5iv.labs.arxiv.org/html/2202.00001)\n\n"
        "Sorts *slowly*\n\n"
        "## Why\n\n"
        "See [[1](#ref-1)]. [[a](#fn-a)]\n\n"
        "## Notes\n\n"
        '<a id="fn-a"></a>\\[a\\] A note.\n\n'
        f"Topics: [c++]({site}tags/c-plus-plus/index.md)\n\n"
        "## References\n\n"
        '1. <a id="ref-1"></a>“An \\<Old> Work” by Ada Lovelace, 2022'
        " <https://arxiv.org/abs/2202.00002>"
        f" Covered here: [Edition 2022-02]({site}editions/2022-02/old/index.md).\n"
    )


def test_what_two_pages_share_is_as_each_of_them_has_it(newsletter: Newsletter) -> None:
    fill(newsletter)
    text = "## Other\n\nSee [B](#b) and [X](../../pages/x.md).\n\n- Alike.\n\n### B\n\nTwo.[^n]\n"
    own = f"{text}\nCited [@arxiv:2202.00001].\n\n[^n]: Here.\n"
    newsletter.entry("2022-03/02-more", own, arxiv="2202.00002")
    newsletter.build()
    edition, entry = (twin(newsletter, f"editions/2022-03/{one}") for one in ("", "more/"))
    same = (
        "See [B]({}) and [X](https://example.org/news/x/).\n\n- Alike.\n\n{} B\n\nTwo. [[a]({})]\n"
    )
    address = "https://example.org/news/editions/2022-03/"
    assert same.format(f"{address}#more.b", "####", "#more.fn-a") in edition
    assert same.format(f"{address}more/#b", "###", "#fn-a") in entry
    assert "Cited [[2](#ref-2)]" in edition
    assert "Cited [[1](#ref-1)]" in entry


def test_an_address_that_a_reference_says_is_said_once(newsletter: Newsletter) -> None:
    newsletter.settings("references: {style: apa}\n")
    newsletter.paper("doi:10.1000/a_b(c)", "One", status="retracted")
    newsletter.paper("doi:10.1000/x<y>z", "Two")
    newsletter.edition("2022-03", "[@doi:10.1000/a_b(c)] [@{doi:10.1000/x<y>z}]\n")
    newsletter.build()
    first, second = twin(newsletter, "editions/2022-03/").splitlines()[-2:]
    assert first.endswith("*One*. <https://doi.org/10.1000/a_b(c)> \\[Retracted\\]")
    # as it is written and as it can be asked for
    assert second.endswith("https://doi.org/10.1000/x\\<y>z <https://doi.org/10.1000/x%3Cy%3Ez>")


def test_what_an_edition_says_behind_its_papers_is_parted_from_them(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.edition("2022-03", ":::{papers}\n:::\n\nThat is all.\n\n## End\n")
    newsletter.build()
    text = twin(newsletter, "editions/2022-03/")
    assert "\n\n___\n\nThat is all.\n\n## End\n" in text
    newsletter.edition("2022-03", ":::{papers}\n:::\n\n## End\n\nThat is all.\n")
    newsletter.build()
    assert "___" not in twin(newsletter, "editions/2022-03/")


def test_llms_txt_leads_to_the_newest_first_and_is_bounded(newsletter: Newsletter) -> None:
    for number in range(1, 41):
        id_ = f"20{number:02}-01"
        newsletter.edition(id_, "Text.\n", description=f"Deck of *{number}*")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWe.\n")
    newsletter.build(today="2050-01-01")
    text = (newsletter.out / "site/llms.txt").read_text()
    assert text.startswith(
        "# Test News\n\n> News for tests\n\n"
        "Every page is there as Markdown, too: put ‘index.md’ behind its address.\n\n"
        "## Newest edition\n\n"
        "- [Edition 2040-01](https://example.org/news/editions/2040-01/index.md): Deck of 40\n\n"
        "## Earlier editions\n\n"
        "- [Edition 2039-01](https://example.org/news/editions/2039-01/index.md): Deck of 39\n"
    )
    assert text.count("/editions/") == 31
    assert "- [About](https://example.org/news/about/index.md)\n" in text
    archive = "- [Archive](https://example.org/news/archive/index.md)\n"
    assert f"\n## Optional\n\n{archive}" in text
    assert text.endswith("](https://example.org/news/feed.json)\n")


def test_an_edit_writes_the_twins_that_show_it_and_no_more(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    newsletter.write("content/pages/x.md", "---\ntitle: X\naliases: [/old]\n---\n## A\n\nNew.\n")
    changes = {change.path for change in newsletter.build().changes}
    assert changes == {"site/x/index.html", "site/x/index.md"}


def test_a_page_may_not_lie_where_a_twin_does(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Hello.\n")
    newsletter.write("content/pages/a.md", "---\ntitle: A\naliases: [/about/index.md]\n---\nA\n")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nWe.\n")
    assert newsletter.check() == ["pages/a.md:3:11 error address-clash"]


def test_pages_that_clash_are_reported_once(newsletter: Newsletter) -> None:
    newsletter.write("content/pages/a.md", "---\ntitle: A\nslug: x\n---\nA\n")
    newsletter.write("content/pages/x.md", "---\ntitle: X\n---\nX\n")
    assert newsletter.check() == ["pages/x.md:1:1 error address-clash"]


def test_every_address_in_the_showcases_twins_is_there(showcase: Path) -> None:
    twins = [*showcase.rglob("index.md"), showcase / "llms.txt"]
    assert len(twins) > 20
    missing = [
        f"{file.relative_to(showcase)}: {address}"
        for file in twins
        for address in _addresses(parse(file.read_text()))
        if not _is_there(address, file, showcase)
    ]
    assert missing == []


def _is_there(address: str, file: Path, site: Path) -> bool:
    if address.startswith("#"):
        return f'<a id="{address[1:]}"></a>' in file.read_text()
    if not address.startswith(SHOWCASE_URL):
        return urlsplit(address).scheme in {"https", "http", "mailto"}
    path, _, anchor = unquote(address.removeprefix(SHOWCASE_URL)).partition("#")
    target = site / path / "index.html" if path.endswith("/") or not path else site / path
    return target.is_file() and (not anchor or f'id="{anchor}"' in target.read_text())


def _addresses(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        for name in ("href", "src"):
            if token.attrGet(name):
                yield str(token.attrGet(name))
        yield from _addresses(token.children or [])


def test_every_word_of_a_page_of_the_showcase_is_in_its_twin(showcase: Path) -> None:
    pages = sorted(showcase.glob("editions/*/*/index.html"))
    assert len(pages) > 10
    for page in pages:
        main = re.search(
            r'<div class="body">(.*?)<section class="references', page.read_text(), re.DOTALL
        )
        shown = re.sub(r"<(math|sup|pre)\b.*?</\1>", " ", main[1] if main else "", flags=re.DOTALL)
        words = [slugify(word) for word in plain(shown).split() if len(slugify(word)) > 4]
        twin_says = slugify(read(page.with_name("index.md").read_text())).replace("-", "")
        assert [word for word in words if word.replace("-", "") not in twin_says] == []
