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

CASES = [
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
]
