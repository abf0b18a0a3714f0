"""Records from arXiv's query API."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from digest.identifiers import Identifier, parse_arxiv
from digest.model import ArxivFacts, Work
from digest.records.csl import one_line, with_aliases
from digest.records.names import split_name
from digest.records.service import ServiceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import arxiv

API = "https://export.arxiv.org/api/query"
BATCH = 100


def fetch_arxiv(
    ids: Sequence[str],
    *,
    contact: str,
    on_work: Callable[[Work], None],
    on_progress: Callable[[int, int], None],
) -> tuple[str, ...]:
    """Ask arXiv for the newest versions of papers.

    `ids` are without version and `arxiv:`, as `2202.06991`. `on_work` gets each work as soon as
    its batch has come; `on_progress` how many of `ids` are dealt with, and how many there are.
    Returns the ids that arXiv does not have. Raises ServiceError when arXiv stays away; what was
    handed to `on_work` until then is whole.
    """
    import arxiv  # noqa: PLC0415 -- slow, and needed by few commands

    client = arxiv.Client(page_size=BATCH, num_retries=0)
    client.query_url_format = os.environ.get("DIGEST_ARXIV_API", API) + "?{}"
    missing: list[str] = []
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        search = arxiv.Search(id_list=list(batch), max_results=len(batch))
        try:
            works = {work.id: work for work in map(_make_work, client.results(search))}
        except Exception as error:
            raise ServiceError(f"arXiv did not answer: {error}") from error
        for id_ in batch:
            if f"arxiv:{id_}" in works:
                on_work(works[f"arxiv:{id_}"])
            else:
                missing.append(id_)
        on_progress(start + len(batch), len(ids))
    return tuple(missing)


def _make_work(result: arxiv.Result) -> Work:
    found = parse_arxiv(result.entry_id)
    assert isinstance(found, Identifier)
    published = result.published.date()
    return with_aliases(
        Work(
            id=found.key,
            type="article",
            title=one_line(result.title),
            author=tuple(split_name(author.name) for author in result.authors),
            issued=(published.year, published.month, published.day),
            publisher="arXiv",
            doi=found.doi.lower(),
            url=found.url,
            abstract=result.summary.strip(),
            arxiv=ArxivFacts(
                id=found.value,
                version=found.version,
                published=published.isoformat(),
                updated=result.updated.date().isoformat(),
                primary_category=result.primary_category,
                categories=tuple(result.categories),
                comment=one_line(result.comment or ""),
                journal_ref=one_line(result.journal_ref or ""),
                doi=(result.doi or "").lower(),
            ),
        )
    )
