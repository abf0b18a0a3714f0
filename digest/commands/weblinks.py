"""`digest check --links`: the addresses of the web to which the newsletter leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.fragments import Address
from digest.content import fragments
from digest.records.identifiers import Identifier, parse_own_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.commands.webpages import Verdict
    from digest.content.load import Content

    Ask = Callable[[Sequence[str], str], Mapping[str, str]]

_SCHEMES = ("https://", "http://")
_HINT = "mend the address, or lead to an archived copy"


def find_dead_links(content: Content, more: Iterable[Address], ask: Ask) -> Iterator[Diagnostic]:
    """Report each link to a page that is not there: `link-broken`, wherever it stands.

    `more` are links that settings have. `ask` takes addresses without fragments, each once, and
    whom a site may write to; it returns what is wrong with those that lead nowhere. Addresses of
    papers are not asked for: that they are there is what their records say.
    """
    places: dict[str, list[Place]] = {}
    for link in (*list_web_links(content), *more):
        places.setdefault(_whole(link.target), []).append(link.place)
    recorded = {key for work in content.records for key in (work.id, *work.aliases)}
    wanted = [url for url in sorted(places) if _key(url) not in recorded]
    for url, problem in ask(wanted, content.settings.contact).items():
        for place in places[url]:
            yield place.diagnose("link-broken", f"'{url}' {problem}", _HINT)


def list_web_links(content: Content) -> Iterator[Address]:
    """List what leads to other sites, as it was written: links, pictures, and references.bib."""
    return (link for link in _list_links(content) if link.target.lower().startswith(_SCHEMES))


def _list_links(content: Content) -> Iterator[Address]:
    for text in fragments.of_content(content):
        if text:
            yield from text.outward
            yield from (Address(image.target, image.place) for image in text.images)
    for folder in content.editions:
        if comments := folder.edition.comments:
            yield Address(comments.value, comments.place)
        for entry in folder.entries:
            yield from (Address(link.url, link.place) for link in entry.links)
    for listed in content.bibliography:
        if not (listed.work.doi or listed.work.arxiv):
            yield Address(listed.work.url, listed.place)


def _whole(url: str) -> str:
    """Return an address without its fragment, which no server is told."""
    return url.partition("#")[0]


def _key(url: str) -> str:
    found = parse_own_form(url)
    return found.key if isinstance(found, Identifier) else ""


class Asking:
    """Asks for pages, and tells those that are not there from those of which nothing is known."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        """Take what is told how many of all have been asked for."""
        self._progress = progress
        self.unanswered: dict[str, str] = {}
        """Of what nothing is known even so, by address, and why."""
        self.is_offline = False
        """Whether no server at all has answered, as it is without a network."""
        self.proxy_problem = ""
        """What is wrong with the proxy by which pages were asked for, and what to do."""

    def __call__(self, urls: Sequence[str], contact: str) -> dict[str, str]:
        """Return what is wrong with the addresses that lead nowhere."""
        # 100 ms with requests, for this alone
        from digest.commands.webpages import Asker, Verdict  # noqa: PLC0415

        pages = dict.fromkeys(urls, Verdict("was not asked for in time", is_certain=False))
        asker = Asker(contact)
        for done, (url, page) in enumerate(asker.ask_all(urls), 1):
            pages[url] = page
            self._progress(done, len(urls))
        self.proxy_problem = asker.proxy_problem
        self.is_offline = bool(urls) and not any(one.is_answered for one in pages.values())
        problems = {url: page.problem for url, page in pages.items() if page.problem}
        dead = {url: problem for url, problem in problems.items() if self._is_dead(pages[url])}
        self.unanswered = {url: problems[url] for url in problems if url not in dead}
        return dead

    def _is_dead(self, page: Verdict) -> bool:
        return page.is_certain and not (page.is_host_unknown and self.is_offline)
