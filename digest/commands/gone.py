"""Published addresses that are not made any more, known from the manifest of the last build.

Readers, search engines and mails lead to them for years. Each is told in the build in which it
vanishes, at what stands in its place, with the alias that keeps it alive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Place
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import SITE, edition_address, entry_address, page_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Edition, Entry, FreePage
    from digest.commands.siteplan import SitePlan
    from digest.content.load import Content
    from digest.output.manifest import Manifest

_MOST = 12
"""As many addresses as one message names."""


def find_gone(
    manifest: Manifest, planned: SitePlan, paths: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """Return what was published by the last build and is not made any more: `address-gone`.

    That are pages, redirects, files of static/, and documents to which texts lead.

    `paths` are those of all that may have gone. By what it is about, a page is known again where it
    has another address. What is published only because drafts and the future were asked for, and
    the lists of authors, which come and go with what is covered, are about nothing.
    """
    gone = {
        path: manifest[path].subject
        for path in paths
        if path in manifest and manifest[path].subject and not _is_made(path, planned)
    }
    if not gone:
        return ()
    heirs: dict[str, list[str]] = {}
    for output in planned.outputs:
        if output.subject and not output.leads_to:
            heirs.setdefault(output.subject, []).append(output.source)
    # an address goes seldom: then all texts are looked at
    content = planned.newsletter.read_all()
    own = {source.path: address for address, source in _list_sources(content)}
    moved: dict[str, str] = {}
    told: dict[tuple[str, str], list[str]] = {}
    # sorted: an edition comes before its entries
    for path, subject in sorted(gone.items(), key=lambda one: one[0].removesuffix("index.html")):
        found = heirs.get(subject, [])
        address = path.removeprefix(SITE).removesuffix("index.html")
        if subject.startswith(("file ", "redirect ")):
            if _is_waiting(address, content, planned):
                continue
            where = (found[0], "file moved") if len(found) == 1 else (SITE_FILE, "file")
            told.setdefault(where, []).append(address)
            continue
        if len(found) == 1:
            moved[address] = f"/{own.get(found[0], '')}"
            above, _, rest = address.removesuffix("/").rpartition("/")
            if moved.get(f"{above}/") == moved[address].removesuffix(f"{rest}/"):
                # the alias of its edition leads from here, too
                continue
        where = (found[0], "moved") if len(found) == 1 else _find_remains(address, content, planned)
        told.setdefault(where, []).append(address)
    return tuple(_tell(path, why, addresses, content) for (path, why), addresses in told.items())


def _is_made(path: str, planned: SitePlan) -> bool:
    """Tell whether there still is something at an address, if only what leads on from a file's."""
    return any(planned.find_output(one) for one in (path, f"{path}/index.html"))


def _is_waiting(address: str, content: Content, planned: SitePlan) -> bool:
    """Tell whether it is that of a file of an edition which waits: that is told of its page."""
    waiting = (one.edition for one in content.editions if one.edition.path in planned.waiting)
    return any(address.lstrip("/").startswith(edition_address(one.id)) for one in waiting)


def _find_remains(address: str, content: Content, planned: SitePlan) -> tuple[str, str]:
    """Return the file to tell of an address that no page has taken over, and what became of it."""
    wanted = address.lstrip("/")
    for own, source in _list_sources(content):
        if own == wanted and source.path in planned.waiting:
            return source.path, "draft" if source.path in planned.drafts else "later"
    for folder in content.editions:
        is_inside = wanted.startswith(edition_address(folder.edition.id))
        if is_inside and folder.edition.path not in planned.waiting:
            return folder.edition.path, "edition"
    return SITE_FILE, "nowhere"


def _tell(path: str, why: str, addresses: list[str], content: Content) -> Diagnostic:
    more = f" and {len(addresses) - _MOST} more" if len(addresses) > _MOST else ""
    shown = ", ".join(f"'{one}'" for one in addresses[:_MOST]) + more
    them, was, is_ = ("it", "was", "is") if len(addresses) == 1 else ("them", "were", "are")
    alias = f"'aliases: [{', '.join(addresses[:_MOST])}]'"
    if any(source.path == path and source.aliases for _, source in _list_sources(content)):
        alias = f"{shown} among the 'aliases:'"
    redirect = f"'redirects: {{{addresses[0]}: …}}' in site.yaml"
    reason, hint = {
        "moved": ("any more: its page is now made of this file", f"{alias} keeps {them} alive"),
        "draft": ("while this is a draft", ""),
        "later": ("before the day that the edition has now", ""),
        "edition": ("any more", f"{alias} leads here who asks for {them}"),
        "file": ("any more", f"{redirect} leads on who asks for {them}"),
        "file moved": ("any more: this file is the same", f"{redirect} may lead on to it"),
        "nowhere": ("any more", f"{alias} in the page that readers are to find keeps {them} alive"),
    }[why]
    message = f"{shown} {was} published and {is_} not made {reason}"
    return Place(path, 1, 1).diagnose("address-gone", message, hint)


def _list_sources(content: Content) -> Iterator[tuple[str, Edition | Entry | FreePage]]:
    """List the sources of pages with the pages' addresses, of what waits too."""
    for folder in content.editions:
        yield edition_address(folder.edition.id), folder.edition
        for entry in folder.entries:
            yield entry_address(entry.edition, entry.slug), entry
    for page in content.pages:
        yield page_address(page.slug), page
