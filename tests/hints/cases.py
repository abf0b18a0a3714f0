"""Mistakes in a newsletter's files, and what stands there once their hints are followed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

EDITION = "content/editions/2022-03/index.md"
ENTRY = "content/editions/2022-03/01-dsi.md"
PAGE = "content/pages/about.md"
BIB = "content/references.bib"
SITE = "content/site.yaml"
THEME = "themes/ours/theme.yaml"
HOME = "themes/ours/web/home.html"
OPTIONS = "arxiv: 2202.06991"
GOOD = "@article{knuth, title={Literate Programming}, author={Knuth, Donald}, year={1984}}\n"
DSI = {ENTRY: f"---\n{OPTIONS}\n---\nWords.\n"}
SENT = """\
2022-03:
  {service: buttondown, state: sent, time: "2022-03-02T10:00:00Z", words: other}
"""
OLD_SENT = "2022-02: {service: buttondown, state: sent}\n"
FORM = "https://example.org/join"
MENU_LINK = "{title: A, url: https://a.example/}"
PAGE_WITH_US = "---\ntitle: About\n---\n## Us\n\nWords.\n"
PRIVATE = "privacy: /privacy/"
META = '<meta name="google-site-verification" content="a1" />'
SCRIPT = '<script defer data-domain="example.org" src="https://a.example/a.js"></script>'
COUNTED = "{src: https://a.example/a.js, privacy: /privacy/, data-domain: example.org}"
PRIVACY = {"content/pages/privacy.md": "---\ntitle: Privacy\n---\nWords.\n"}
OURS: Mapping[str, str] = {
    SITE: "theme: ours\n",
    THEME: "contract: 1\nextends: paper\n",
}

OURS_IN_USE = {SITE: "theme: ours\n"}
OWN = "contract: 2\nextends: paper\n"
PAPER = "theme: {name: paper, options: "
TAG, EDITIONS = "themes/ours/web/tag.html", "themes/ours/web/edition.html"
PICTURE = {**OURS, "themes/ours/static/a.png": "PNG"}
PART = "{% import 'web/macros.html' as part with context %}"
CONTEXT = ("as part %}", "as part with context %}")
CARDS = "a{% for card in entries %}"
HREF = ("{{ card.address }}", "{{ card.address | href }}")
LANG = '<html lang="{{ page.lang }}" dir="{{ page.lang | direction }}">'
DECK = "{% if deck %}{{ deck | prose }}{% endif %}"
LOST = f"""{PART}<h1>An edition</h1>
{{% for part_ in sponsors %}}{{{{ part_ | prose }}}}{{% endfor %}}
{{{{ part.corrected(corrections, 2) }}}}{{{{ part.footnotes(notes, 2) }}}}
{{% for block in blocks %}}
{{% if block.kind == "prose" %}}{{{{ block.body | prose }}}}
{{% elif block.kind == "papers" %}}
{{% for entry in block.entries %}}{{{{ part.paper(entry, 2) }}}}{{% endfor %}}
{{% endif %}}
{{% endfor %}}
"""
REFERENCES = """
{% for reference in citations.references %}
<p id="ref-{{ reference.number }}">{{ reference.html | safe }}</p>
{% endfor %}
"""


MAIL = """\
email:
  from: news@example.org
  reply_to: news@example.org
  unsubscribe_url: https://example.org/leave
  unsubscribe_mail: leave@example.org
  address: A street, a town
  budget: 16000
"""


COILS = "A tokamak holds its plasma by magnetic coils, driven by a learnt policy."
RAYS = "Density and radiance along camera rays render photographs of unseen scenes."


def recorded(id_: str, abstract: str) -> str:
    """Return the record of an arXiv paper with an abstract."""
    facts = {"id": id_, "version": 1}
    record = {"id": f"arxiv:{id_}", "type": "article", "title": f"A Paper {id_}"}
    author = [{"family": "Lovelace", "given": "Ada"}]
    more = {"author": author, "abstract": abstract, "custom": {"arxiv": facts}}
    return json.dumps({**record, **more, "issued": {"date-parts": [[2022, 2, 14]]}})


class Case(NamedTuple):
    """A mistake in one file of a newsletter that has no other."""

    path: str
    text: str
    """Of a Markdown file what is below the front matter's fixed fields, or the body alone; of
    site.yaml what is below what it must have."""
    old: str
    """What of the text, or of the file's name, is to go."""
    new: str
    """What the hint says is to stand there."""
    beside: Mapping[str, str] = {}
    """Other files."""
    then: Mapping[str, str] = {}
    """Files that the hint would have written as well."""


def edition(body: str, fields: str = "") -> tuple[str, str]:
    """Return an edition's path and text."""
    return EDITION, f"---\ntitle: March\ndate: 2022-03-02\n{fields}---\n{body}\n"


def entry(fields: str = OPTIONS, body: str = "Words.") -> tuple[str, str]:
    """Return an entry's path and text."""
    return ENTRY, f"---\n{fields}\n---\n{body}\n"


def page(body: str, fields: str = "") -> tuple[str, str]:
    """Return a page's path and text."""
    return PAGE, f"---\ntitle: About\n{fields}---\n{body}\n"


def bib(text: str) -> tuple[str, str]:
    """Return the path and the text of references.bib."""
    return BIB, text


def work(fields: str) -> tuple[str, str]:
    """Return references.bib with one work that has some fields."""
    return bib(f"@article{{knuth, title={{A Title}}, {fields}}}\n")


REQUIRED = {
    SITE: "sections:\n  why: {title: Why, required: true}\n",
    "content/editions/2022-04/02-dsi2.md": "---\narxiv: 2202.06992\n---\n## Why\n\nWords.\n",
}
CASES = [
    # --- code
    Case(*page("```pyhton\nx\n```"), "pyhton", "python"),
    Case(*page("```foo\nx\n```"), "foo", "text"),
    Case(*page("```python\n" + "x = 1\n" * 4000 + "```"), "python", "text"),
    Case(*page("```systemd\n" + " " * 15_000 + "!\n```"), "systemd", "text"),
    # --- facts against records
    Case(*entry(f"{OPTIONS}\ntitle: Another Book"), "Another Book", "A Paper"),
    Case(*entry(f"{OPTIONS}\ndate: 2021-01"), "2021-01", "2022-02-14"),
    Case(*entry(f"{OPTIONS}\nauthors: [Ada Lovelac]"), "Ada Lovelac", "Ada Lovelace"),
    Case(*entry(f"{OPTIONS}\nauthors: [Ada Lovelace, Bob Zimt]"), ", Bob Zimt", ""),
    Case(
        *entry("arxiv: 2202.06995\nauthors: [Alan Turing, Ada Lovelace]"),
        "[Alan Turing, Ada Lovelace]",
        "[Ada Lovelace, Alan Turing]",
    ),
    Case(*entry("arxiv: 2202.06995\nauthors: [Ada Lovelace]"), "\nauthors: [Ada Lovelace]", ""),
    Case(*entry("arxiv: 2202.06995v1"), "2202.06995v1", "2202.06995v2"),
    Case(*edition("See [@arxiv:2202.06992v1]."), "@arxiv:2202.06992v1", "@arxiv:2202.06992v2"),
    # --- ids
    Case(*entry("arxiv: 10.1000/x"), "arxiv:", "doi:"),
    Case(*entry("doi: 2202.06991"), "doi:", "arxiv:"),
    Case(
        *entry("arxiv: https://openreview.net/forum?id=x"),
        "arxiv: https://openreview.net/forum?id=x",
        "url: https://openreview.net/forum?id=x\ntitle: A\nauthors: [Ada Lovelace]\ndate: 2022",
    ),
    Case(*entry("arxiv: 220206991"), "220206991", "2202.06991"),
    Case(*entry("arxiv: hep-ht/9901001"), "hep-ht", "hep-th"),
    Case(
        *entry("arxiv: https://arxiv.org/abs/2202.06991"),
        "https://arxiv.org/abs/",
        "",
        {SITE: "check: {id-form: warning}\n"},
    ),
    Case(
        *edition("See [@arxiv:https://arxiv.org/abs/2202.06991]."),
        "https://arxiv.org/abs/",
        "",
        {SITE: "check: {id-form: warning}\n"},
    ),
    # --- citations
    Case(*edition("See [@220206991]."), "220206991", "arxiv:2202.06991"),
    Case(*edition("See [@arxiv:2202.6991]."), "2202.6991", "2202.06991"),
    Case(*edition("See [@2202.06991]."), "2202.06991", "arxiv:2202.06991"),
    Case(*edition("See [@arxiv:2202.06990]."), "06990", "06991"),
    Case(
        *edition("See [@dsi]."),
        "@dsi",
        "@2022-03/dsi",
        {BIB: GOOD.replace("knuth", "dsi")},
    ),
    Case(*edition("See [@dsi2]."), "dsi2", "2022-04/dsi2"),
    Case(*edition("See [@2022-03/dsi2]."), "2022-03/dsi2", "2022-04/dsi2"),
    Case(*edition("See [@knuht]."), "knuht", "knuth", {BIB: GOOD}),
    Case(*edition("See [@knuth84]."), "knuth84", "knuth", {BIB: GOOD}),
    Case(
        *edition("See [@knuth'8]."),
        "@knuth'8",
        "@{knuth'84}",
        {BIB: GOOD.replace("knuth", "knuth'84")},
    ),
    Case(
        *edition("See [@2020Natur.585..357H]."),
        "@2020Natur.585..357H",
        "@{2020Natur.585..357H}",
        {BIB: GOOD.replace("knuth", "2020Natur.585..357H")},
    ),
    Case(
        *edition("See [@doi:10.1000/twice]."),
        "doi:10.1000/twice",
        "arxiv:2202.06993",
    ),
    Case(*edition("Thanks to @ada."), "@ada", "\\@ada"),
    Case(*edition("Thanks to @knuht."), "@knuht", "@knuth", {BIB: GOOD}),
    Case(*edition("See [@knuth [@knuth]]."), "[@knuth [@knuth]]", "[@knuth; @knuth]", {BIB: GOOD}),
    Case(*edition("See [@knuth @knuth]."), "[@knuth @knuth]", "[@knuth; @knuth]", {BIB: GOOD}),
    Case(*edition("See [@]."), "[@]", "[@knuth]", {BIB: GOOD}),
    Case(*edition("See [@knuth, a; b]."), "; b", "\\; b", {BIB: GOOD}),
    Case(*edition("See [@knuth;]."), ";", "", {BIB: GOOD}),
    Case(
        *edition("[*see @knuth*]"),
        "[*see @knuth*]",
        "*[see @knuth]*",
        {BIB: GOOD},
    ),
    Case(*edition("Words.", "references: [knuth]\n"), "Words.", "Words [@knuth].", {BIB: GOOD}),
    Case(*edition("See [@arxiv:2202.99999]."), "99999", "06991"),
    Case(
        *entry("doi: 10.1000/y\ntitle: Y\nauthors: [Ada Lovelace]"),
        "doi: 10.1000/y\n",
        "# digest: allow paper-typed\ndoi: 10.1000/y\ndate: 2022\n",
    ),
    Case(
        *entry("doi: 10.1000/y\ntitle: Y\nauthors: [Ada Lovelace]\ndate: 2022"),
        "doi: 10.1000/y\n",
        "# digest: allow paper-typed\ndoi: 10.1000/y\n",
    ),
    Case(
        "content/editions/2022-04/03-x.md",
        "---\narxiv: 2202.06991\n---\nWords.\n",
        "arxiv",
        "# digest: allow covered-before\narxiv",
    ),
    Case(
        "content/editions/2022-03/03-coils.md",
        f"---\narxiv: 2202.00041\n---\n{RAYS}\n",
        "arxiv",
        "# digest: allow text-swapped\narxiv",
        {
            "content/editions/2022-03/04-rays.md": f"---\narxiv: 2202.00042\n---\n{RAYS}\n",
            "content/papers/arxiv/2202.00041.json": recorded("2202.00041", COILS),
            "content/papers/arxiv/2202.00042.json": recorded("2202.00042", RAYS),
        },
    ),
    # --- front matter
    Case(*entry(f"{OPTIONS}\nnmae: DSI"), "nmae", "name"),
    Case(*entry(f"{OPTIONS}\nsummary: On plasma"), "summary", "description"),
    Case(*entry(f"{OPTIONS}\nstatus: hidden"), "status: hidden", "draft: true"),
    Case(
        *entry(f"{OPTIONS}\ncode: https://example.org/x"),
        "code: https://example.org/x",
        "links: {code: https://example.org/x}",
    ),
    Case(PAGE, "---\n---\nWords.\n", "---\n---", "---\ntitle: …\n---"),
    Case(*entry("name: DSI"), "name: DSI", "name: DSI\narxiv: 2202.06991"),
    Case(
        *entry("url: https://example.org/a\ntitle: A\nauthors: [Ada Lovelace]"),
        "title: A",
        "title: A\ndate: 2022",
    ),
    Case(
        *entry(f"{OPTIONS}\nfigure: {{src: a.png}}"),
        "a.png",
        "a.png, alt: what it shows",
        {"content/editions/2022-03/a.png": "PNG"},
    ),
    Case(
        *entry(f"{OPTIONS}\nfigure: {{src: a.png, alt: a.png}}"),
        "alt: a.png",
        "alt: what it shows",
        {"content/editions/2022-03/a.png": "PNG"},
    ),
    Case(*entry(f"{OPTIONS}\nfold: nevr"), "nevr", "never"),
    Case(*entry(f"{OPTIONS}\ntags: vision"), "vision", "[vision]"),
    Case(
        *entry(f"{OPTIONS}\nlinks: https://example.org"),
        "https://example.org",
        "{code: https://example.org}",
    ),
    Case(*entry(f"{OPTIONS}\nupdated: 2022-3-9"), "2022-3-9", "2022-03-09"),
    Case(*entry(f"{OPTIONS}\nupdated: 2022-03-09 10:00"), "2022-03-09 10:00", "2022-03-09"),
    Case(*entry(f"{OPTIONS}\naliases: [old/]"), "old/", "/old/"),
    Case(*entry(f"{OPTIONS}\naliases: [/news/old/]"), "/news/old/", "/old/"),
    Case(
        *entry(f"{OPTIONS}\naliases: [https://example.org/old/]"),
        "https://example.org/old/",
        "/old/",
    ),
    Case(
        *entry(f"{OPTIONS}\naliases: [/about/]"),
        "[/about/]",
        "[]",
        {PAGE: "---\ntitle: About\n---\nWords.\n"},
    ),
    Case(*entry(f"{OPTIONS}\nname: Issue #7"), "Issue #7", '"Issue #7"'),
    Case(*entry(f"{OPTIONS}\nname: #7"), "#7", '"#7"'),
    Case(*entry(f"{OPTIONS}\nname: [a]"), "[a]", '"[a]"'),
    Case(
        *entry(f"{OPTIONS}\ntags: [visoin]"),
        "visoin",
        "vision",
        {"content/editions/2022-04/03-x.md": "---\ndoi: 10.1000/x\ntags: [vision]\n---\nWords.\n"},
    ),
    Case(*entry(f"{OPTIONS}\nname: A\nname: B"), "\nname: B", ""),
    Case(*entry(f"{OPTIONS}\nname: A **Big** One"), "**Big**", "Big"),
    Case(*entry(f"{OPTIONS}\nname: 'On \\alpha'"), "\\alpha", "$\\alpha$"),
    Case(ENTRY, f"---\n{OPTIONS}\nWords.\n", f"{OPTIONS}\n", f"{OPTIONS}\n---\n"),
    Case(ENTRY, "Words.\n", "Words.", f"---\n{OPTIONS}\n---\nWords."),
    # --- YAML
    Case(*entry(f"{OPTIONS}\n  name: DSI"), "  name", "name"),
    Case(*entry(f"{OPTIONS}\nname：DSI"), "：", ": "),  # noqa: RUF001 -- as it is typed in Chinese
    Case(*entry(f"{OPTIONS}\nname:\N{NO-BREAK SPACE}DSI"), "\N{NO-BREAK SPACE}", " "),
    Case(*entry(f"{OPTIONS}\nname:DSI\ntags: [a]"), "name:DSI", "name: DSI"),
    Case(*entry(f"{OPTIONS}\ntags: [a #b, c]"), "a #b", '"a #b"'),
    Case(*entry(f"{OPTIONS}\ntags: [a, b"), "[a, b", "[a, b]"),
    Case(*entry(f"{OPTIONS}\ntags: [a,, b]"), ",,", ","),
    Case(*entry(f"{OPTIONS}\ntags:\n  - a\n  -b\n  - c"), "-b", "- b"),
    Case(
        *entry(f'{OPTIONS}\nname: "A survey", sorted'),
        '"A survey", sorted',
        "'\"A survey\", sorted'",
    ),
    Case(*entry(f"{OPTIONS}\nname: A: B"), "A: B", '"A: B"'),
    Case(*entry(f"{OPTIONS}\nname: @ada"), "@ada", '"@ada"'),
    Case(*entry(f"{OPTIONS}\nname: 'Ada"), "'Ada", "'Ada'"),
    Case(*entry(f"{OPTIONS}\ntags:\n\t- a"), "\t", "  "),
    Case(*entry(f"{OPTIONS}\nname: &a DSI"), "&a DSI", '"&a DSI"'),
    Case(*entry(f"{OPTIONS}\n# digest: allow paper-newer-versoin"), "versoin", "version"),
    # --- sections and directives
    Case(*entry(body="Words."), "Words.", "Words.\n\n## Why\n\nWords.", REQUIRED),
    Case(*entry(body="### Why\n\nWords."), "### Why", "## Why", REQUIRED),
    Case(*entry(body="**Why**\n\nWords."), "**Why**", "## Why", REQUIRED),
    Case(*entry(body="##Why\n\nWords."), "##Why", "## Why", REQUIRED),
    Case(*entry(body="## Why\n"), "## Why\n", "## Why\n\nWords.\n", REQUIRED),
    Case(
        *entry(body="## Key insight\n\nWords."),
        "insight",
        "insights",
        {
            SITE: "sections:\n  insights: {title: Key insights, required: true}\n",
            "content/editions/2022-04/02-dsi2.md": "---\narxiv: 2202.06992\ndraft: true\n---\n"
            "## Key insights\n\nWords.\n",
        },
    ),
    Case(
        *entry(body="## Why [@arxiv:2202.06991]\n\nWords."),
        "## Why [@arxiv:2202.06991]\n\n",
        "## Why\n\nSee [@arxiv:2202.06991]. ",
        REQUIRED,
    ),
    Case(*entry(body="## Why {#mine}\n\nWords."), " {#mine}", "", REQUIRED),
    Case(*edition(":::{paper}\n:::"), "paper", "papers"),
    Case(*edition(":::\n\nWords."), ":::", ":::{papers}\n:::"),
    Case(*edition(":::{papers}"), ":::{papers}", ":::{papers}\n:::"),
    Case(*edition(":::\n:::\n"), ":::\n:::", ":::{papers}\n:::"),
    Case(*edition(":::{papers}\n:onyl: [dsi]\n:::"), "onyl", "only"),
    Case(*edition(":::{papers}\n:only: [dis]\n:::"), "dis", "dsi"),
    Case(
        *edition(":::{papers}\n:tag: speech\n:::"), "speech\n:::", "speech\n:::\n\n:::{papers}\n:::"
    ),
    Case(
        *edition("<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other"),
        "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other",
        "One.",
    ),
    # --- links and images
    Case(*edition("See [it](01-dis.md)."), "01-dis.md", "01-dsi.md"),
    Case(*edition("See [it](dsi/)."), "dsi/", "01-dsi.md"),
    Case(
        *edition("See [it](/abuot/)."),
        "/abuot/",
        "/about/",
        {PAGE: "---\ntitle: About\n---\nWords.\n"},
    ),
    Case(*edition("See [it](02-dsi2.md)."), "02-dsi2.md", "../2022-04/02-dsi2.md"),
    Case(*edition("See [it](www.example.org)."), "www.example.org", "https://www.example.org"),
    Case(*edition("See [it](ada@example.org)."), "ada@", "mailto:ada@"),
    Case(*edition("See [it](social.example/@ada)."), "social", "https://social"),
    Case(*edition("See [it](mailto://ada@example.org)."), "mailto://", "mailto:"),
    Case(*edition("See [it](<mailto:ada AT a DOT org>)."), "ada AT a DOT org", "ada@a.org"),
    Case(*edition("See [it](mailto:ada)."), "mailto:ada", "mailto:ada@example.org"),
    Case(*edition("See [it](#conclusoin).\n\n## Conclusion\n\nWords."), "conclusoin", "conclusion"),
    Case(
        *edition("![A plot](plto.png)"),
        "plto",
        "plot",
        {"content/editions/2022-03/plot.png": "PNG"},
    ),
    Case(
        *edition("![A plot](plot.png)"),
        "plot.png",
        "../2022-04/plot.png",
        {"content/editions/2022-04/plot.png": "PNG"},
    ),
    Case(*edition("See [it]()."), "[it]()", "( )"),
    Case(*edition("See [it](https:///a)."), "https:///a", "https://a"),
    Case(
        "content/editions/2022-03/a.svg",
        "<svg/>",
        "<svg",
        '<svg viewBox="0 0 640 480"',
        dict([edition("![A plot](a.svg)")]),
    ),
    Case(
        "content/editions/2022-03/b.png",
        "version https://git-lfs.github.com/spec/v1\n",
        "version https://git-lfs.github.com/spec/v1\n",
        "PNG",
        dict([edition("![A plot](b.png)")]),
    ),
    Case(
        "content/editions/2022-03/b.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>a</script></svg>',
        "",
        "",
        dict([edition("![A plot](b.svg)")]),
        {SITE: "check: {script-published: off}\n"},
    ),
    Case(
        "content/editions/2022-03/b.jpg",
        "A PLACE",
        "A PLACE",
        "PNG",
        dict([edition("![A view](b.jpg)")]),
    ),
    # --- what is lost
    Case(*edition("| a |\n|---|\n| b | c |"), "| b | c |", "| b \\| c |"),
    Case(*edition("Words.\n\n[^1]: A note."), "Words.", "Words.[^1]"),
    Case(*edition("Words.[^1]"), "Words.[^1]", "Words.[^1]\n\n[^1]: A note."),
    Case(*edition("[Note]: important"), "[Note]: important", "[Note](https://example.org)"),
    Case(*edition("Words foo*bar and baz*qux."), "foo*bar and baz*qux", "foo\\*bar and baz\\*qux"),
    Case(*edition("It costs $\\foo$."), "$\\foo$", "\\$\\foo\\$"),
    # --- references.bib
    Case(*bib(GOOD.replace("year=", "yaer=")), "yaer", "year"),
    Case(*bib(GOOD.replace("@article", "@artcile")), "@artcile", "@article"),
    Case(*bib(GOOD.replace("@article", "article")), "article{knuth,", "@article{knuth,"),
    Case(*bib(GOOD.replace("knuth, ", "", 1)), "@article{", "@article{key,"),
    Case(*bib(GOOD.replace("knuth", "", 1)), "@article{,", "@article{key,"),
    Case(*work("author={Lovelace, Ada,}"), "Ada,", "Ada"),
    Case(
        *work("author={Lovelace, Ada, Turing, Alan}"),
        "Lovelace, Ada, Turing, Alan",
        "Lovelace, Ada and Turing, Alan",
    ),
    Case(
        *bib("@article{knuth, author={Knuth, Donald}, year=1984}\n"),
        "@article{knuth,",
        "@article{knuth, title = {Words},",
    ),
    Case(
        *work("author={Ada Lovelace; Alan Turing}"),
        "Ada Lovelace; Alan Turing",
        "Ada Lovelace and Alan Turing",
    ),
    Case(
        *work("author={Hugging Face}"),
        "{Hugging Face}",
        "{{Hugging Face}}",
    ),
    Case(
        *work("author={Hugging Face and Ada Lovelace}"),
        "Hugging Face",
        "{Hugging Face}",
    ),
    Case(
        *work("author={Ministry of Health and Welfare}"),
        "{Ministry of Health and Welfare}",
        "{{Ministry of Health and Welfare}}",
    ),
    Case(
        *work("author={Ada Poe, Bob Roe and Cyd Doe}"),
        "Ada Poe, Bob Roe",
        "Ada Poe and Bob Roe",
    ),
    Case(
        *work("author={Poe, Ada}, year=2020, doi={10.5281/zenodo.XXXXXXX}"),
        ", doi={10.5281/zenodo.XXXXXXX}",
        "",
    ),
    Case(*work("author={Smith JA}"), "Smith JA", "Smith, J. A."),
    Case(*work("author={Smith XU}"), "Smith XU", "Smith, X. U."),
    Case(*work("date={next week}"), "next week", "2022-02-14"),
    Case(*work("year={soon}"), "year={soon}", "year = {2022}"),
    Case(*work("year={2012 or 2013}"), "year={2012 or 2013}", "date = {2022-02-14}"),
    Case(*work("year=2022, month=feb, day={Monday}"), "day={Monday}", "day = {14}"),
    Case(
        *work("year=2022, url={www.example.org/a}"),
        "www.example.org/a",
        "https://www.example.org/a",
    ),
    Case(*bib(GOOD + GOOD.replace("{knuth,", "{other, crossref={knuht},")), "knuht", "knuth"),
    # --- records
    Case(
        "content/papers/doi/10.1000%2Fx.json",
        "{",
        "{",
        '{"id": "doi:10.1000/x", "type": "book", "title": "X", "DOI": "10.1000/x"}',
    ),
    # --- names of files
    Case("content/editions/2022-03/02-x.rst", "---\narxiv: 2202.06995\n---\nWords.\n", "rst", "md"),
    Case(
        "content/editions/2022-03/02-references.md",
        "---\narxiv: 2202.06995\n---\nWords.\n",
        "---\nWords",
        "slug: other\n---\nWords",
    ),
    Case("content/references.bbi", "A", "bbi", "bib"),
    Case(
        "content/editions/2022-03/references.bib", GOOD, "editions/2022-03/references", "references"
    ),
    Case(
        "content/editions/2022-04/index.md",
        "---\ntitle: April\ndate: 2022-04-02\n---\n" + "Words. " * 3000,
        "Words. " * 2990,
        "",
        {SITE: MAIL},
    ),
    Case(
        "content/editions/2022-03/02-dsi.md",
        "---\narxiv: 2202.06995\n---\nWords.\n",
        "---\nWords",
        "slug: other\n---\nWords",
    ),
    Case("content/library.bib", GOOD, "library.bib", "references.bib"),
    Case("content/humans.txt", "Ada\n", "content/", "static/"),
    Case("static/index.html", "Words.\n", "index", "other"),
    Case(
        "content/editions/2022-03/02-x.markdown",
        "---\narxiv: 2202.06995\n---\nWords.\n",
        "markdown",
        "md",
    ),
    Case(
        "content/editions/2022-04.md",
        "---\ntitle: A\ndate: 2022-04-01\n---\n",
        "2022-04.md",
        "2022-04/index.md",
    ),
    Case(
        "content/editions/2022-03/02-a b.md",
        "---\narxiv: 2202.06995\n---\nWords.\n",
        "02-a b.md",
        "a-b.md",
    ),
    Case("content/page/a.md", "---\ntitle: A\n---\nWords.\n", "page/", "pages/"),
    Case("content/refrences.bib", GOOD, "refrences", "references"),
    Case(
        "content/editions/2022-05/01-a.md",
        "---\narxiv: 2202.06995\n---\nWords.\n",
        "",
        "",
        {},
        {"content/editions/2022-05/index.md": "---\ntitle: A\ndate: 2022-05-01\n---\n"},
    ),
    Case(
        *edition("", "corrections:\n- {date: 2022-03-04, text: No., entry: dis}\n"),
        "dis",
        "dsi",
        DSI,
    ),
    Case(
        *edition("", "corrections:\n- {date: 2022-03-04, text: No., entry: 01-dsi.md}\n"),
        "01-dsi.md",
        "dsi",
        DSI,
    ),
    Case(*edition("", "corrections:\n- {date: 2021-03-04, text: No.}\n"), "2021", "2022", DSI),
    Case(
        *edition("", "corrections:\n- {date: 2022-03-04, text: No., entry: nothing}\n"),
        ", entry: nothing",
        "",
        DSI,
    ),
    Case(*edition("", "corrections:\n- {date: 2022-03-04, text: ''}\n"), "''", "Not 4.", DSI),
    Case(
        *edition("Words."),
        "date: 2022-03-02\n",
        "date: 2022-03-02\ncorrections:\n- {date: 2022-03-04, text: Not 4.}\n",
        {"content/sent.yaml": SENT},
    ),
    Case(
        *edition("Words."),
        "date: 2022-03-02\n",
        "date: 2022-03-02\naliases: [/editions/2022-02/]\n",
        {"content/sent.yaml": OLD_SENT},
    ),
    # --- site.yaml
    Case(SITE, "tiemzone: Europe/Amsterdam\n", "tiemzone", "timezone"),
    Case(SITE, "timezone: Europe/Amsterdm\n", "Amsterdm", "Amsterdam"),
    Case(SITE, "authors: [Ada]\n", "authors: [Ada]", "editors: [Ada]"),
    Case(SITE, "people: {Ada: {name: Ada Example}}\n", "Ada", "ada"),
    Case(SITE, "people: {ada: Ada E., bea: Ada E.}\neditors: [Ada E.]\n", "[Ada E.]", "[bea, ada]"),
    Case(SITE, "people: {ada: Ada Example}\neditors: [Ada Exmple]\n", "Exmple", "Example"),
    Case(SITE, "people: {ada: {name: A, orcid: 0000-0000}}\n", "0000-0000", "0000-0002-1825-0097"),
    Case(*entry(f"{OPTIONS}\nby: bob"), "", "", {}, {SITE: "people: {bob: Bob}\n"}),
    Case(SITE, "references: apa\n", "apa", "{style: apa}"),
    Case(*entry(f"{OPTIONS}\ndesc: On plasma"), "desc", "description"),
    Case(SITE, "check: {image-lat: off}\n", "lat", "alt"),
    Case(SITE, "theme: papre\n", "papre", "paper"),
    Case(SITE, "theme: {name: paper, options: {acent: navy}}\n", "acent", "accent"),
    Case(
        SITE, "accent: red\n", "accent: red", 'theme: {name: paper, options: {accent: "#0b5bb0"}}'
    ),
    Case(SITE, f"subscribe: {FORM}\n", FORM, f"{{form: {FORM}, {PRIVATE}}}", PRIVACY),
    Case(SITE, f"subscribe: {{{PRIVATE}}}\n", "{", "{form: https://example.org/, ", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: {FORM}, url: {FORM}, {PRIVATE}}}\n",
        f"url: {FORM}, ",
        "",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: https://buttondown.com/trends, {PRIVATE}}}\n",
        "com/",
        "com/api/emails/embed-subscribe/",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: https://example.org/subscription/form, {PRIVATE}}}\n",
        "}",
        ", hidden: {l: 1-a}}",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: 'https://a.us1.list-manage.com/subscribe/post', {PRIVATE}}}\n",
        "post'",
        "post?u=1&id=2'",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: http://example.org/, {PRIVATE}}}\n", "http", "https", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: 'https://*.example.org/', {PRIVATE}}}\n",
        "*.",
        "",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: '{FORM}?a=\"', {PRIVATE}}}\n", '"', "%22", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: {FORM}, privacy: privacy.md}}\n",
        "privacy.md",
        "/privacy/",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: {FORM}, privacy: '@'}}\n", "'@'", "/privacy/", PRIVACY),
    Case(SITE, f"subscribe: {{form: {FORM}}}\n", "}", f", {PRIVATE}}}", {}, PRIVACY),
    Case(SITE, "comments: 'https://example.org/{edition'\n", "{", "%7B"),
    Case(
        SITE,
        "social: ['https://a.example/@x,y']\n",
        "'https://a.example/@x,y'",
        '{name: A, url: "https://a.example/@x,y"}',
    ),
    Case(
        SITE,
        "subscribe: 'https://a.example/x,y'\n",
        "'https://a.example/x,y'",
        f'{{form: "https://a.example/x,y", {PRIVATE}}}',
        PRIVACY,
    ),
    Case(SITE, "subscribe: true\n", "true", f"{{form: {FORM}, {PRIVATE}}}", PRIVACY),
    Case(
        SITE,
        f"subscribe: {{form: https://buttondown.com/, {PRIVATE}}}\n",
        "com/",
        "com/api/emails/embed-subscribe/NAME",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: 'https://example.org/#/portal/signup', {PRIVATE}}}\n",
        "form",
        "url",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{url: {FORM}, field: mail, {PRIVATE}}}\n",
        ", field: mail",
        "",
        PRIVACY,
    ),
    Case(
        SITE,
        f"subscribe: {{form: {FORM}, hidden: {{a: b, email: x}}, {PRIVATE}}}\n",
        ", email: x",
        "",
        PRIVACY,
    ),
    Case(SITE, f"subscribe: {{form: '{FORM}?a&amp;b', {PRIVATE}}}\n", "&amp;", "&", PRIVACY),
    Case(SITE, f"subscribe: {{form: {FORM}, {PRIVATE}}}\n", "", "", {}, PRIVACY),
    Case(
        SITE,
        "social: {Mastodon: https://a.example/}\n",
        "{Mastodon: https://a.example/}",
        "[{name: Mastodon, url: https://a.example/}]",
    ),
    Case(SITE, "comments: {url: 'https://example.org/{edtion}'}\n", "edtion", "edition"),
    Case(SITE, "comments: {url: 'https://example.org/{id}'}\n", "{id}", "{edition}"),
    Case(SITE, "comments: {url: 'https://{edition}.org/'}\n", "{edition}.org/", "a.org/{edition}"),
    Case(SITE, "licence: MIT\n", "licence", "license"),
    Case(SITE, "license: cc by 4.0\n", "cc by 4.0", "CC-BY-4.0"),
    Case(SITE, "license: CC-BY\n", "CC-BY", "CC-BY-4.0"),
    Case(SITE, "license: EUPL-1.2\n", "EUPL-1.2", "{name: EUPL, url: https://a.example/}"),
    Case(SITE, "footer: [Words]\n", "[Words]", "|\n  Words"),
    Case(SITE, "footer: |\n  # Words\n", "# Words", "**Words**"),
    Case(SITE, "footer: '[us](#us)'\n", "#us", "/about/#us", {PAGE: PAGE_WITH_US}),
    Case(SITE, "menu: [https://a.example/]\n", "https://a.example/", MENU_LINK),
    Case(SITE, "menu: [{A: https://a.example/}]\n", "{A: https://a.example/}", MENU_LINK),
    Case(SITE, "menu: [{title: A}]\n", "A}", "A, page: archive}"),
    Case(SITE, "menu: {A: https://a.example/}\n", "{A: https://a.example/}", f"[{MENU_LINK}]"),
    Case(SITE, "menu: [issues]\n", "issues", "archive"),
    Case(SITE, "menu: [Home]\n", "Home", "{title: Home, page: /}"),
    Case(SITE, "share: true\n", "true", "[bluesky, email]"),
    Case(SITE, "license: All rights reserved\n", "license: All rights reserved\n", ""),
    Case(SITE, "menu: [archiv]\n", "archiv", "archive"),
    Case(SITE, "menu: [feed.xml]\n", "feed.xml", "{title: A, page: feed.xml}"),
    Case(SITE, "menu: [archive, archive]\n", ", archive", ""),
    Case(SITE, "menu: [people]\n", "menu", "people: {ada: Ada L, bob: Bob M}\nmenu"),
    Case(SITE, "menu: [subscribe]\n", "menu", "subscribe: {url: https://a.example/}\nmenu"),
    Case(SITE, "share: [x, copy]\n", ", copy", ""),
    Case(SITE, "share: [twitter]\n", "twitter", "x"),
    Case(SITE, "share: [mastdon]\n", "mastdon", "mastodon"),
    Case(SITE, f"head: '{META}'\n", f"'{META}'", "{google-site-verification: a1}"),
    Case(SITE, f"script: '{SCRIPT}'\n", f"'{SCRIPT}'", COUNTED, PRIVACY),
    Case(SITE, "script: [[]]\n", "[[]]", COUNTED, PRIVACY),
    Case(SITE, "logo: logo.png\n", "logo.png", "static/logo.png", {}, {"static/logo.png": "PNG"}),
    Case(SITE, "logo: static/lgoo.png\n", "lgoo", "logo", {"static/logo.png": "PNG"}),
    Case(SITE, "redirects: {/a/: /b/, /b/: /archive/}\n", "/a/: /b/", "/a/: /archive/"),
    Case(SITE, "redirects: {/news/a/: /archive/}\n", "/news/a/", "/a/"),
    # --- themes
    Case(HOME, "{{ site.titel }}", "titel", "title", OURS),
    Case(HOME, "{{ stie.title }}", "stie", "site", OURS),
    Case(HOME, "{{ site.title | upcase }}", "upcase", "upper", OURS),
    Case(HOME, "a{% include 'web/macors.html' %}", "macors", "macros", OURS),
    Case(
        HOME, "{% extends 'web/base.html' %}{% block mian %}a{% endblock %}", "mian", "main", OURS
    ),
    Case(HOME, "{{ '2022-03-02' | date('lnog') }}", "lnog", "long", OURS),
    Case(HOME, "{{ site.title.upper }}", "upper", "upper()", OURS),
    Case("themes/ours/web/hoem.html", "a", "hoem", "home", OURS),
    Case(
        "themes/ours/static/a.css",
        "a{background:url(b.pgn)}",
        "pgn",
        "png",
        {**OURS, "themes/ours/static/b.png": "PNG"},
    ),
    Case(HOME, "{{ 'papre.css' | asset }}", "papre", "paper", OURS),
    Case(HOME, "{% extends 'web/home.html' %}", "'web", "'parent:web", OURS),
    Case(
        "themes/ours/web/x.html",
        "{% extends 'parent:web/x.html' %}",
        "parent:web/x",
        "web/base",
        {**OURS, HOME: "{% include 'web/x.html' %}"},
    ),
    Case(HOME, "", "", "a", OURS),
    Case(HOME, "<!-- a note -->", "", "a", OURS),
    Case(
        HOME, "{% import 'web/macros.html' as part %}{{ part.day('2022-03-02') }}", *CONTEXT, OURS
    ),
    Case(HOME, f"{PART}{{{{ part.day(dat='2022-03-02') }}}}", "dat=", "date=", OURS),
    Case(HOME, "a { site.title }}", "{ site", "{{ site", OURS),
    Case(TAG, f"{CARDS}<a href='{{{{ card.address }}}}'>a</a>{{% endfor %}}", *HREF, OURS),
    Case(HOME, "<img src='a.png' alt=''>", "'a.png'", "'{{ \"a.png\" | asset }}'", PICTURE),
    Case(HOME, "b{% if page.title %}a{% endiff %}", "endiff", "endif", OURS),
    Case(HOME, "b{% if page.title %}c", "c", "c{% endif %}", OURS),
    Case(HOME, "<html>a</html>", "<html>", LANG, OURS),
    Case(HOME, "<head></head>a", "<head>", "<head><title>{{ page.title }}</title>", OURS),
    Case(EDITIONS, f"{LOST}{REFERENCES}", LOST, f"{LOST}{DECK}", OURS),
    Case(
        EDITIONS,
        f"{LOST}{DECK}{REFERENCES.replace(' id=', ' data-id=')}",
        " data-id=",
        " id=",
        OURS,
    ),
    Case(EDITIONS, f"{LOST}{{{{ deck }}}}{REFERENCES}", "{{ deck }}", DECK, OURS),
    Case("themes/ours/words/jp.yaml", "archive: a\n", "jp", "ja", OURS),
    Case("themes/ours/words/de_AT.yaml", "archive: a\n", "de_AT", "de-AT", OURS),
    Case("themes/ours/words/de.yaml", "archve: a\n", "archve", "archive", OURS),
    Case("themes/ours/words/de.yaml", "all_topics: 'Von {titel}'\n", "titel", "title", OURS),
    Case(THEME, f"{OWN}card: {{paper: papre}}\n", "papre", "paper", {SITE: "theme: ours\n"}),
    Case(
        THEME,
        f"{OWN}card: {{title: card/titel.ttf}}\n",
        "titel",
        "title",
        {SITE: "theme: ours\n"},
    ),
    Case(THEME, f"{OWN}options: {{a: {{type: color}}}}\n", "color", "colour", OURS_IN_USE),
    Case(
        THEME,
        f"{OWN}options: {{a: {{type: choice}}}}\n",
        "{type: choice}",
        "{type: choice, choices: [left, right]}",
        OURS_IN_USE,
    ),
    Case(
        THEME,
        f"{OWN}options: {{a: {{type: colour, on: papre}}}}\n",
        "papre",
        "paper",
        OURS_IN_USE,
    ),
    Case(SITE, f"{PAPER}{{accent: bluue}}}}\n", "bluue", "blue"),
    Case(SITE, f"{PAPER}{{accent: 0b5bb0}}}}\n", "0b5bb0", "'#0b5bb0'"),
    Case(SITE, f"{PAPER}{{accent: '#0b5bb080'}}}}\n", "#0b5bb080", "#0b5bb0"),
    Case(SITE, f"{PAPER}{{accent: gold}}}}\n", "gold", "'#8a7400'"),
    Case(SITE, f"{PAPER}{{measure: 31 rem}}}}\n", "31 rem", "31rem"),
    Case(SITE, f"{PAPER}{{measure: 600}}}}\n", "600", "600px"),
    Case(SITE, "email: {provider: buttondwn}\n", "buttondwn", "buttondown"),
    Case(
        SITE,
        "email: {provider: listmonk}\n",
        "listmonk",
        "{name: listmonk, lists: [1], template: 2}",
    ),
    Case(SITE, "email: {provider: {name: mailchimp}}\n", "}}", ", list: a1b2c3d4e5}}"),
    Case("themes/oursx/web/home.html", "a", "oursx", "ours", OURS),
    Case(
        "themes/bare/theme.yaml", "contract: 1\n", "", "extends: paper\n", {SITE: "theme: bare\n"}
    ),
    Case(
        HOME,
        "<img src='https://example.org/a.png' alt=''>",
        "'https://example.org/a.png'",
        "{{ 'a.png' | asset }}",
        {**OURS, "themes/ours/static/a.png": "PNG"},
    ),
]

COMMANDS: list[tuple[list[str], list[str]]] = [
    (["add", "2202.06995", "--edition", "2022-30"], ["add", "2202.06995", "--edition", "2022-04"]),
    (["new", "2022-5"], ["new", "2022-05"]),
    (
        ["theme", "new", "ours", "--extends", "papre"],
        ["theme", "new", "ours", "--extends", "paper"],
    ),
    (["theme", "copy", "base.html"], ["theme", "copy", "web/base.html"]),
    (["theme", "copy", "web/bsae.html"], ["theme", "copy", "web/base.html"]),
    (["new", "2022-13"], ["new", "2022-w13"]),
    (["new", "April 2023"], ["new", "april-2023"]),
    (["export", "2022-30"], ["export", "2022-04"]),
    (["share", "2022-30"], ["share", "2022-04"]),
    (["build", "--email", "2022-30"], ["build", "--email", "2022-04"]),
    (["init", "other", "--lang", "english"], ["init", "other", "--lang", "en"]),
]
"""What is typed, and what a message says is to be typed in its place."""
