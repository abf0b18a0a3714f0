"""An edition of thirty entries, with citations in awkward places, says what pandoc prints.

In `author-year` word for word. Pandoc's styles with numbers know no authors in running text, and
have one sign between citations with words and without; so for `bracket` and `superscript` each
citation is put together of what pandoc prints in three styles, by the rules in `_numbered`.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from tests.newsletter import Newsletter
from tests.pandoc.program import ALONE, HERE, find, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAY = ("Yi Tay", "Vinh Tran", "Mo Dehghani")
CITED = {
    "gu2022": (("Albert Gu", "Karan Goel"), 2022),
    "tay2020": (TAY, 2020),
    "tay2022": (TAY, 2022),
    "tay2022x": (TAY, 2022),
    "li:2021": (("Cy Li",), 2021),
    "mo/2019": (("Di Mo", "Eve Mo"), 2019),
    "ko.2018": (("Flo Ko",), 2018),
    "odd[1]": (("Gil Odd",), 2001),
    "nobody": ((), 2020),
    "undated": (("Hal Nodate",), 0),
    "oecd": (("OECD",), 2017),
    "doi:10.1145/3523227.3547387": (("Dmytro Ivchenko", "Dennis Smit", "Colin Taylor"), 2022),
    **{f"arxiv:2101.0000{n}": ((f"Ida Name{'abcdefghij'[n]}",), 2021) for n in range(1, 10)},
}
"""What is cited but not covered: names of the authors, and the year."""


class Entry(NamedTuple):
    name: str
    """`index` for the edition itself."""
    fields: dict[str, str]
    body: str

    @property
    def slug(self) -> str:
        return self.name[3:]


def _entries() -> Iterator[Entry]:
    for part in (HERE / "edition.md").read_text("utf-8").split("=== ")[1:]:
        head, _, body = part.partition("\n---\n")
        name, _, fields = head.replace("---", "").partition("\n")
        yield Entry(name, yaml.safe_load(fields) or {}, body)


INDEX, *ENTRIES = _entries()


def test_the_edition_is_one_to_be_measured_by() -> None:
    text = (HERE / "edition.md").read_text("utf-8")
    assert len(ENTRIES) == 30
    assert len(re.findall(r"(?<![\w\\@/`])@[\w{]", text)) > 150


# --- ours ---


@pytest.fixture(scope="module", params=["superscript", "bracket", "author-year"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Newsletter]:
    """Return a style, and the newsletter built in it."""
    newsletter = Newsletter(tmp_path_factory.mktemp("edition"))
    newsletter.settings(
        f"sections: {{why: {{title: Why}}}}\ncitations: {{style: {request.param}}}\n"
    )
    bib = []
    for key, (authors, year) in CITED.items():
        if key.startswith(("arxiv:", "doi:")):
            newsletter.paper(key, _title(key), ", ".join(authors), year=year)
            continue
        names = "{OECD}" if authors == ("OECD",) else " and ".join(authors)
        author = f", author={{{names}}}" if authors else ""
        issued = f", year={year}" if year else ""
        bib.append(f"@misc{{{key}, title={{{_title(key)}}}{author}{issued}}}\n")
    newsletter.write("content/references.bib", "".join(bib))
    folder = "content/editions/2022-03"
    newsletter.write(
        f"{folder}/figure.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    newsletter.edition("2022-03", INDEX.body, **_quoted(INDEX.fields))
    for number, entry in enumerate(ENTRIES, start=1):
        newsletter.paper(f"arxiv:2203.{number:05}", _title(entry.slug), _author(entry.slug))
        fields = _quoted(entry.fields)
        if caption := fields.pop("caption", ""):
            fields["figure"] = f"{{src: figure.svg, alt: A figure, caption: {caption}}}"
        newsletter.entry(f"2022-03/{entry.name}", entry.body, arxiv=f"2203.{number:05}", **fields)
    result = newsletter.build(email="none")
    assert result.diagnostics == ()
    return request.param, newsletter


def _quoted(fields: dict[str, str]) -> dict[str, str]:
    return {name: json.dumps(text) for name, text in fields.items()}


def _title(key: str) -> str:
    return f"On {re.sub('[^a-z]', '', key)} and more"


def _author(slug: str) -> str:
    return f"Ada {slug.title()}"


def _ours(html: str) -> list[str]:
    """Return what a page says, line by line, without what comes from records."""
    html = html[html.index("<main") : html.index('<section class="references')]
    for facts in (
        '<nav class="contents".*?</nav>',
        '<p class="(?:issue|byline|trail)".*?</p>',
        '<div class="byline">.*?</div>',
        "<h1.*?</h1>",
        '<h3 class="headline">.*?</h3>',
        '<ul class="links">.*?</ul>',
        '<section class="part mentions">.*?</section>',
        r'<span class="identifier">.*?</span>\s*<span>.*?</span>\s*<span><time.*?</span>',
        r'<h\d class="label">Notes</h\d>',
        '<sup class="note">.*?</sup>',
        ' <a class="back".*?</a>',
    ):
        html = re.sub(facts, "", html, flags=re.DOTALL)
    html = re.sub(r'<math alttext="([^"]*)".*?</math>', r"\1", html, flags=re.DOTALL)
    html = re.sub(r'<sup class="cite">(.*?)</sup>', r"^\1^", html)
    # behind a digit a raised number would be an exponent, which pandoc does not mind
    html = re.sub(r"(?<=[0-9])\u202f(?=\^)", "", html)
    return _lines(html)


_BLOCK = "p|h[1-6]|li|t[hd]|d[td]|figcaption|div|blockquote|section|article|[ou]l|header"


def _lines(html: str) -> list[str]:
    """Return the text of HTML, a line for each block."""
    html = re.sub(r"\s+", " ", html)
    html = re.sub(rf"</?(?:{_BLOCK})\b[^>]*>", "\n", html)
    text = unescape(re.sub("<[^>]+>", "", html)).replace("\xa0", " ").replace("\u202f", " ")
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


# --- pandoc's ---


def _markdown(entries: list[Entry]) -> str:
    """Return what the page of an edition shows of its text, in its order, for pandoc to read."""
    opening, _, closing = INDEX.body.partition(":::{papers}\n:::\n")
    told = [INDEX.fields["description"], opening] if len(entries) > 1 else []
    for entry in entries:
        fields = [entry.fields.get(name, "") for name in ("note", "description", "caption")]
        # a caption that is an image's title is no Markdown to pandoc
        body = re.sub(r'^!\[.*?\]\(.*? "(.*)"\)$', r"\1", entry.body, flags=re.MULTILINE)
        told.append("\n\n".join(["::::: entry", *filter(None, fields), body, ":::::"]))
    return "\n\n".join([*told, *([closing] if len(entries) > 1 else [])])


def _records() -> list[dict[str, object]]:
    covered = {entry.slug: ((_author(entry.slug),), 2022) for entry in ENTRIES}
    records = []
    for key, (authors, year) in {**CITED, **covered}.items():
        names = [name.rpartition(" ") for name in authors]
        record: dict[str, object] = {"id": key, "type": "article", "title": _title(key)}
        record["author"] = [
            {"given": given, "family": family} if given else {"literal": family}
            for given, _, family in names
        ]
        if year:
            record["issued"] = {"date-parts": [[year]]}
        records.append(record)
    return records


class Printed(NamedTuple):
    """A citation as pandoc prints it in each style, and what kind it is."""

    numbers: str
    worded: str
    author_date: str
    in_text: bool

    @property
    def has_words(self) -> bool:
        return not re.fullmatch(r"\[#\d+(; #\d+)*\]", self.worded)


_STAYS = "\N{WORD JOINER}"
_CITATION = re.compile(r'<span class="citation"[^>]*>(.*?)</span>', re.DOTALL)


def _theirs(markdown: str, style: str, folder: Path) -> list[str]:
    records = folder / "records.json"
    records.write_text(json.dumps(_records()))

    def print_(csl: str) -> str:
        cite = ("--citeproc", "--csl", HERE / f"{csl}.csl", "--bibliography", records)
        filters = ("--lua-filter", HERE / "notes.lua", *cite)
        return run(markdown, "--to", "html", "--mathjax", *filters, *ALONE)

    author_date = print_("author-date")
    if style == "author-year":
        html = author_date
    else:
        in_text = _are_in_text(markdown)
        pages = [print_("numbers"), print_("worded"), author_date]
        found = [_CITATION.findall(page) for page in pages]
        printed = iter([Printed(*kinds) for kinds in zip(*found, in_text, strict=True)])
        html = _CITATION.sub(lambda _: _numbered(next(printed), style), pages[0])
    lines = _lines(re.sub(r"\\\((.*?)\\\)", r"\1", html))
    if style == "superscript":
        # raised numbers stand close, and behind the signs of a sentence; but with their names
        raised = re.compile(rf" ?(?<!{_STAYS})(\^[\d,–]+\^)([.,;:!?]*)")
        lines = [raised.sub(r"\2\1", line).replace(_STAYS, "") for line in lines]
    return lines


def _numbered(printed: Printed, style: str) -> str:
    """Return a citation as a style of ours with numbers prints it."""
    cited, joint = printed.numbers, " "
    if style == "bracket" and printed.has_words:
        cited = printed.worded.replace("#", "")
    elif printed.has_words:
        # words are not raised
        cited = f"({printed.worded[1:-1].replace('#', 'reference ')})"
    elif style == "superscript":
        cited, joint = f"^{printed.numbers[1:-1]}^", _STAYS
    return printed.author_date.partition(" (")[0] + joint + cited if printed.in_text else cited


def _are_in_text(markdown: str) -> list[bool]:
    """Tell of each citation whether it names the authors in the sentence."""
    tree = json.loads(run(markdown, "--to", "json", "--lua-filter", HERE / "notes.lua"))
    cites = find(tree["blocks"], "Cite")
    return [cite[0][0]["citationMode"]["t"] == "AuthorInText" for cite in cites]


def test_the_edition_says_what_pandoc_prints(built: tuple[str, Newsletter], tmp_path: Path) -> None:
    style, newsletter = built
    theirs = _theirs(_markdown(ENTRIES), style, tmp_path)
    assert _ours(newsletter.page("editions/2022-03/")) == theirs


@pytest.mark.parametrize("slug", ["delta", "zeta", "lambda", "chi", "he"])
def test_an_entry_numbers_what_its_own_page_shows(
    built: tuple[str, Newsletter], slug: str, tmp_path: Path
) -> None:
    style, newsletter = built
    entry = next(entry for entry in ENTRIES if entry.slug == slug)
    theirs = _theirs(_markdown([entry]), style, tmp_path)
    assert _ours(newsletter.page(f"editions/2022-03/{slug}/")) == theirs
