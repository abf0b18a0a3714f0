"""arXiv's Atom feed in both of its forms: `new` since November 2025, `old` before.

The form is that of answers which arXiv has given; the papers are made up by the tests.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable

Form = Literal["new", "old"]

_XMLNS = "http://www.w3.org/2005/Atom"
_XMLNS_ARXIV = "http://arxiv.org/schemas/atom"
_XMLNS_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_WIDTH = 72
"""Of a title's line in the old form, in characters."""


class Paper(NamedTuple):
    """What arXiv has of a paper. Texts are as a submitter typed them, TeX and all."""

    id: str
    """Without version."""
    title: str = "A Paper"
    authors: tuple[str, ...] = ("Ada Lovelace",)
    abstract: str = "An abstract."
    """Wrapped as a submitter wraps it; a line that begins with a space begins a paragraph. The new
    form joins the lines of a paragraph."""
    version: int = 1
    published: str = "2022-02-14T12:18:45Z"
    updated: str = ""
    """The same as `published` where empty."""
    categories: tuple[str, ...] = ("cs.LG",)
    """The primary one first."""
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    license: str = ""
    affiliation: str = ""
    """Of every author."""


def feed(papers: Iterable[Paper], form: Form = "new", *, total: int | None = None) -> bytes:
    """Return arXiv's answer that holds these papers."""
    make = _new_entry if form == "new" else _old_entry
    entries = [make(paper) for paper in papers]
    return _frame("".join(entries), len(entries) if total is None else total, form)


def error_feed(message: str, form: Form = "new") -> bytes:
    """Return arXiv's answer to a query that it cannot understand; it comes with status 400."""
    scheme = "https" if form == "new" else "http"
    address = f"{scheme}://arxiv.org/api/errors#{message.replace(' ', '_')}"
    link = f'<link href={quoteattr(address)} rel="alternate" type="text/html"/>'
    entry = (
        f"<entry><id>{escape(address)}</id><title>Error</title>"
        f"<summary>{escape(message)}</summary><updated>2026-04-12T22:59:06Z</updated>{link}"
        "<author><name>arXiv api core</name></author></entry>"
    )
    return _frame(entry, 1, form)


def _frame(entries: str, total: int, form: Form) -> bytes:
    if form == "new":
        declared = f' xmlns:opensearch="{_XMLNS_SEARCH}" xmlns:arxiv="{_XMLNS_ARXIV}"'
        inner = ""
        head = "<?xml version='1.0' encoding='UTF-8'?>"
    else:
        declared, inner = "", f' xmlns:opensearch="{_XMLNS_SEARCH}"'
        head = '<?xml version="1.0" encoding="UTF-8"?>'
    counts = (("totalResults", total), ("startIndex", 0), ("itemsPerPage", 100))
    numbers = "".join(
        f"  <opensearch:{name}{inner}>{number}</opensearch:{name}>\n" for name, number in counts
    )
    return (
        f'{head}\n<feed{declared} xmlns="{_XMLNS}">\n'
        "  <id>https://arxiv.org/api/made-for-a-test</id>\n  <title>arXiv Query</title>\n"
        f"  <updated>2026-04-12T22:10:19Z</updated>\n{numbers}{entries}</feed>\n"
    ).encode()


def _new_entry(paper: Paper) -> str:
    """Return an entry as it is since November 2025: nothing is wrapped, authors come late."""
    where = f"arxiv.org/abs/{paper.id}v{paper.version}"
    pdf = where.replace("/abs/", "/pdf/")
    parts = [
        f"<id>http://{where}</id>",
        f"<title>{escape(paper.title)}</title>",
        f"<updated>{paper.updated or paper.published}</updated>",
        f'<link href="https://{where}" rel="alternate" type="text/html"/>',
        f'<link href="https://{pdf}" rel="related" type="application/pdf" title="pdf"/>',
        _license(paper),
        f"<summary>{escape(_joined(paper.abstract))}</summary>",
        *(f'<category term="{one}" scheme="{_XMLNS_ARXIV}"/>' for one in paper.categories),
        f"<published>{paper.published}</published>",
        *_extras(paper, ("comment",), ""),
        f'<arxiv:primary_category term="{paper.categories[0]}"/>',
        *_extras(paper, ("journal_ref",), ""),
        *_authors(paper, ""),
        *_extras(paper, ("doi",), ""),
    ]
    return _entry(parts)


def _old_entry(paper: Paper) -> str:
    """Return an entry as it was: hard-wrapped, a namespace declared wherever it is used."""
    where = f"arxiv.org/abs/{paper.id}v{paper.version}"
    inner = f' xmlns:arxiv="{_XMLNS_ARXIV}"'
    pdf = where.replace("/abs/", "/pdf/")
    scheme = f'scheme="{_XMLNS_ARXIV}"'
    parts = [
        f"<id>http://{where}</id>",
        f"<updated>{paper.updated or paper.published}</updated>",
        f"<published>{paper.published}</published>",
        f"<title>{escape(_wrapped(paper.title))}</title>",
        f"<summary>  {escape(paper.abstract)}\n</summary>",
        *_authors(paper, inner),
        *_extras(paper, ("doi", "comment", "journal_ref"), inner),
        f'<link href="http://{where}" rel="alternate" type="text/html"/>',
        f'<link title="pdf" href="http://{pdf}" rel="related" type="application/pdf"/>',
        _license(paper),
        f'<arxiv:primary_category{inner} term="{paper.categories[0]}" {scheme}/>',
        *(f'<category term="{one}" {scheme}/>' for one in paper.categories),
    ]
    return _entry(parts)


def _entry(parts: Iterable[str]) -> str:
    return "  <entry>\n" + "".join(f"    {part}\n" for part in parts if part) + "  </entry>\n"


def _extras(paper: Paper, names: Iterable[str], inner: str) -> list[str]:
    values = [(name, getattr(paper, name)) for name in names]
    return [
        f"<arxiv:{name}{inner}>{escape(value)}</arxiv:{name}>" for name, value in values if value
    ]


def _license(paper: Paper) -> str:
    return f'<link href={quoteattr(paper.license)} rel="license"/>' if paper.license else ""


def _authors(paper: Paper, inner: str) -> list[str]:
    where = paper.affiliation and (
        f"<arxiv:affiliation{inner}>{escape(paper.affiliation)}</arxiv:affiliation>"
    )
    return [f"<author><name>{escape(name)}</name>{where}</author>" for name in paper.authors]


def _joined(abstract: str) -> str:
    return re.sub(r"\n(?=\S)", " ", abstract)


def _wrapped(title: str) -> str:
    lines, line = [], ""
    for word in title.split():
        if line and len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n  ".join([*lines, line])
