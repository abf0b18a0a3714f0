"""Mistakes in the names of files."""

from __future__ import annotations

from tests.hints.case import GOOD, SITE, Case

MAIL = """\
email:
  from: news@example.org
  reply_to: news@example.org
  unsubscribe_url: https://example.org/leave
  unsubscribe_mail: leave@example.org
  address: A street, a town
  budget: 16000
"""

RECORD = """\
{"id": "arxiv:2202.06996", "type": "article", "title": "On", "author": [{"family": "Lovelace"}],
 "issued": {"date-parts": [[2022]]}, "URL": "https://arxiv.org/abs/2202.06996",
 "custom": {"arxiv": {"id": "2202.06996", "version": 1}}}
"""

CASES = [
    Case("content/editions/2022-03/02-x.rst", "---\narxiv: 2202.06995\n---\nWords.\n", "rst", "md"),
    Case(
        "content/editions/2022-03/02-references.md",
        "---\narxiv: 2202.06995\n---\nWords.\n",
        "---\nWords",
        "slug: other\n---\nWords",
    ),
    Case(
        "content/editions/2022-05/README.md",
        "---\ntitle: May\ndate: 2022-05-02\n---\nWords.\n",
        "README.md",
        "index.md",
    ),
    Case("content/papers/arxiv/2202.06996.JSON", RECORD, ".JSON", ".json"),
    Case("content/papers/notes.md", "Words.\n", "content/papers/notes.md", "notes.md"),
    Case("content/_config.yml", "byline: {max: 4}\n", "_config.yml", "site.yaml"),
    Case("content/sent.yml", "{}\n", "yml", "yaml"),
    Case("content/people.yaml", "people: {ada: {name: Ada}}\n", "people.yaml", "site.yaml"),
    Case("content/themes/own/theme.yaml", "contract: 2\n", "content/themes", "themes"),
    Case("references.bib", GOOD, "references.bib", "content/references.bib"),
    Case(
        "content/editions/2022-03/index.markdown",
        "Words.\n",
        "content/editions/2022-03/index.markdown",
        "index.md.txt",
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
]
