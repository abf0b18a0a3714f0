"""What lists papers, on this machine: arXiv's announcements and its API by date, bioRxiv, Crossref.

The forms are those of the real ones, and the papers are made up by the tests. Faults come on demand
as from any `Service`; other feeds and lists are its `pages`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from tests.feeds import Paper, feed
from tests.service import Answer, Service

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.service import Seen

CC_BY = "http://creativecommons.org/licenses/by/4.0/"
_MOST = 2000
"""Items of one feed of announcements: arXiv leaves out the rest."""


def announced(  # noqa: PLR0913 -- as many fields
    id_: str,
    title: str = "A Paper",
    *,
    kind: str = "new",
    day: str = "2025-06-17",
    categories: tuple[str, ...] = ("cs.CL",),
    authors: str = "Ada Lovelace, Charles Babbage (Trinity College, Cambridge)",
    abstract: str = "An abstract.",
    extra: str = "",
) -> str:
    """Return an entry of arXiv's daily feed; `id_` is with its version."""
    terms = "".join(f'<category term="{one}"/>\n    ' for one in categories)
    return f"""  <entry>
    <id>oai:arXiv.org:{id_}</id>
    <title>{escape(title)}</title>
    <updated>{day}T04:00:17.120385+00:00</updated>
    <link href="https://arxiv.org/abs/{id_.partition("v")[0]}" rel="alternate" type="text/html"/>
    <summary>arXiv:{id_} Announce Type: {kind} 
Abstract: {escape(abstract)}</summary>
    {terms}<published>{day}T00:00:00-04:00</published>
    <arxiv:announce_type>{kind}</arxiv:announce_type>
    <dc:rights>{CC_BY}</dc:rights>
    {extra}<dc:creator>{escape(authors)}</dc:creator>
  </entry>
"""  # noqa: W291 -- as arXiv has it


def announcements(entries: Iterable[str], named: str, day: str) -> bytes:
    """Return arXiv's feed of a day for the categories that are named with plus signs."""
    address = f"http://rss.arxiv.org/atom/{named}"
    title = ", ".join(named.split("+"))
    return _frame(
        f"{title} updates on arXiv.org", f"{title} updates on the e-print archive.", address, day
    ).replace(b"</feed>", "".join(entries).encode() + b"</feed>")


def faulty_announcements(named: str, why: str, day: str) -> bytes:
    """Return arXiv's answer to categories that it does not know; it comes with status 400."""
    address = f"http://rss.arxiv.org/atom/{named}"
    return _frame(f"Feed error for query: {address}", why, address, day)


def _frame(title: str, subtitle: str, address: str, day: str) -> bytes:
    return f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>{address}</id>
  <title>{title}</title>
  <updated>{day}T04:00:17.112409+00:00</updated>
  <link href="{address}" rel="self" type="application/atom+xml"/>
  <subtitle>{escape(subtitle)}</subtitle>
</feed>
""".encode()


def preprint(doi: str, title: str = "A Preprint", **fields: str) -> dict[str, str]:
    """Return a preprint as api.biorxiv.org has it."""
    return {
        "title": title,
        "authors": "Lovelace, A.; Babbage, C.",
        "author_corresponding": "Ada Lovelace",
        "author_corresponding_institution": "Ockham Park",
        "doi": doi,
        "date": "2025-06-17",
        "version": "1",
        "type": "new results",
        "license": "cc_by_nc",
        "category": "neuroscience",
        "jatsxml": f"https://www.biorxiv.org/content/early/{doi}.source.xml",
        "abstract": "An abstract.",
        "funder": "NA",
        "published": "NA",
        "server": "bioRxiv",
        **fields,
    }


def article(doi: str, title: str = "An Article", **fields: Any) -> dict[str, Any]:
    """Return a work as api.crossref.org has it."""
    return {
        "DOI": doi,
        "title": [title],
        "author": [{"given": "Ada", "family": "Lovelace", "sequence": "first", "affiliation": []}],
        "abstract": "<jats:title>Abstract</jats:title><jats:p>An <jats:italic>ab</jats:italic>"
        "stract.</jats:p>",
        "container-title": ["Journal of Engines"],
        "created": {"date-parts": [[2025, 6, 17]], "date-time": "2025-06-17T09:10:11Z"},
        "license": [{"URL": CC_BY, "content-version": "vor", "delay-in-days": 0}],
        "relation": {},
        **fields,
    }


class Lists(Service):
    """The services. They run while the `with` block does."""

    def __init__(self, day: str = "2025-06-17") -> None:
        super().__init__()
        self.day = day
        """Of arXiv's announcements."""
        self.entries: list[str] = []
        """Those of arXiv's feed."""
        self.submitted: list[Paper] = []
        """What arXiv's API has by date, the earliest first."""
        self.preprints: list[dict[str, str]] = []
        self.articles: list[dict[str, Any]] = []

    @property
    def environment(self) -> dict[str, str]:
        """What leads digest here."""
        return {
            **super().environment,
            "DIGEST_ARXIV_FEED": f"{self.url}/atom/",
            "DIGEST_BIORXIV_API": f"{self.url}/rxiv/",
            "DIGEST_CROSSREF_API": f"{self.url}/crossref/",
        }

    def asked(self, start: str) -> list[Seen]:
        """Return the requests for paths that begin so."""
        return [one for one in self.seen if one.path.startswith(start)]

    def _right(self, seen: Seen) -> Answer:
        if seen.path.startswith("/atom/"):
            return self._announce(seen.path.removeprefix("/atom/"))
        if seen.path == "/api/query" and "search_query" in seen.query:
            return self._search(seen)
        if seen.path.startswith("/rxiv/details/"):
            return self._list_preprints(seen)
        if seen.path == "/crossref/works":
            return self._list_articles(seen)
        return super()._right(seen)

    def _announce(self, named: str) -> Answer:
        bad = [one for one in named.split("+") if one.partition(".")[0] not in {"cs", "math"}]
        if bad:
            why = f"Bad archive '{bad[0]}'. Valid archive names are: cs, math."
            return Answer(faulty_announcements(named, why, self.day), 400)
        wanted = {f'term="{one}"' for one in named.split("+")}
        entries = [one for one in self.entries if any(term in one for term in wanted)]
        return Answer(announcements(entries[:_MOST], named, self.day))

    def _search(self, seen: Seen) -> Answer:
        found = re.search(r"\[(\d{8})\d{4} TO (\d{8})\d{4}\]", seen.query["search_query"])
        assert found, seen
        categories = re.findall(r"cat:([\w.*-]+)", seen.query["search_query"])
        papers = [
            paper
            for paper in self.submitted
            if found[1] <= paper.published[:10].replace("-", "") <= found[2]
            and any(
                re.match(one.replace("*", ""), term)
                for one in categories
                for term in paper.categories
            )
        ]
        start, most = int(seen.query["start"]), int(seen.query["max_results"])
        return Answer(feed(papers[start : start + most], total=len(papers)))

    def _list_preprints(self, seen: Seen) -> Answer:
        _, _, _, server, since, until, cursor, _ = seen.path.split("/")
        papers = [
            one
            for one in self.preprints
            if one["server"].lower() == server and since <= one["date"] <= until
        ]
        some = papers[int(cursor) : int(cursor) + 30]
        told: dict[str, object] = {"status": "no posts found"}
        if some:
            told = {"status": "ok", "cursor": int(cursor), "count": len(some)}
            told |= {"total": str(len(papers)), "interval": f"{since}:{until}"}
        body = json.dumps({"messages": [told], "collection": some})
        return Answer(body.encode(), type="application/json")

    def _list_articles(self, seen: Seen) -> Answer:
        start = int(seen.query["cursor"].replace("*", "0"))
        some = self.articles[start : start + int(seen.query["rows"])]
        message = {
            "next-cursor": str(start + len(some)),
            "total-results": len(self.articles),
            "items": some,
        }
        answer = {"status": "ok", "message-type": "work-list", "message": message}
        return Answer(json.dumps(answer).encode(), type="application/json")
