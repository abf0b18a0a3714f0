"""Every output of the site: where it goes, what it shows, and the key of all that it depends on."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found
from digest.basics.text import canonical_json, fingerprint
from digest.content.decode import unreadable
from digest.site.addresses import SITE, site_path
from digest.site.clashes import check_clashes
from digest.site.exports import plan_exports
from digest.site.feeds import FORMS, plan_feeds
from digest.site.mail import MailPictures, choose_mailed, plan_mails, plan_pictures
from digest.site.mailview import TEMPLATE
from digest.site.outputs import Output, make_key
from digest.site.pages import SiteMaker
from digest.site.parts import Editor
from digest.site.sharecards import plan_cards
from digest.site.sitemap import plan_site_files
from digest.site.twins import list_twins
from digest.site.views import FreePageView, MenuItem, SiteConstants, TagsView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.content.discover import Source
    from digest.content.filefacts import FileFacts
    from digest.content.load import Content
    from digest.settings.theme import Theme
    from digest.site.compose import Doubtful
    from digest.site.join import Joined
    from digest.site.pages import MadeSite
    from digest.site.select import Selected, Selection


class Plan(msgspec.Struct, frozen=True):
    """All outputs, by path, and what every page may use as `site`."""

    outputs: tuple[Output, ...]
    constants: SiteConstants


def make_plan(
    content: Content,
    joined: Joined,
    selected: Selected,
    theme: Theme,
    selection: Selection,
    facts: Callable[[str], FileFacts],
) -> Found[Plan]:
    """Plan the whole site.

    `facts` gives hash and size of a file below content/. There is always a value, and every
    problem of the pages that are planned, `address-clash` included.
    """
    if theme.card is None:
        settings = msgspec.structs.replace(content.settings, social_cards="none")
        content = msgspec.structs.replace(content, settings=settings)
    words = theme.words_in(content.settings.lang)
    made = SiteMaker(content, joined, selected, words, facts).make()
    constants = _constants(content, theme, made.value)
    has_mail = TEMPLATE in theme.files
    pictures = plan_pictures(made.value, content, facts) if has_mail else MailPictures()
    mailed = choose_mailed(selected.editions, selection.email) if has_mail else ()
    mails = plan_mails(made.value, mailed, content, pictures, constants, theme)
    outputs = [
        *_pages(made.value, constants, theme),
        *_files(made.value, content.files, facts),
        *_theme_files(theme),
        *pictures.outputs,
        *plan_exports(made.value),
        *plan_feeds(made.value, selected.editions, content.settings, theme, pictures.shown),
        *plan_cards(made.value, content.settings, theme),
        *plan_site_files(made.value, selected.editions, content.settings.url),
        *mails.value,
    ]
    clashes = tuple(check_clashes(outputs, lambda output: _name(output, theme)))
    links = tuple(_check_links(made.value.doubtful, outputs))
    unread = tuple(_check_files(made.value.files.values(), facts))
    outputs.sort(key=lambda output: output.path)
    found = (*made.diagnostics, *mails.diagnostics, *clashes, *links, *unread)
    return Found(Plan(tuple(outputs), constants), found)


def _constants(content: Content, theme: Theme, made: MadeSite) -> SiteConstants:
    settings = content.settings
    free = [page.view for page in made.pages if isinstance(page.view, FreePageView)]
    return SiteConstants(
        title=settings.title,
        tagline=settings.tagline,
        url=settings.url,
        base_path=settings.base_path,
        lang=settings.lang,
        editors=tuple(Editor(person.name, person.url) for person in settings.editors),
        # a page in a folder of its own is reached from others
        menu=tuple(
            MenuItem(view.page.title, view.page.address)
            for view in free
            if view.page.address.count("/") == 1
        ),
        feeds=tuple(FORMS.values()),
        options=theme.options,
        has_tags=any(page.view.tags for page in made.pages if isinstance(page.view, TagsView)),
        uses_arxiv=any(work.arxiv for work in content.records),
    )


def _pages(made: MadeSite, constants: SiteConstants, theme: Theme) -> Iterator[Output]:
    shared = (canonical_json(constants), theme.fingerprint)
    for page in made.pages:
        address = page.view.page.address
        key = make_key(page.view.kind, page.view, *shared)
        yield Output(site_path(address), "page", key, page.source, "", page.view, page.place)
        for where, shown in list_twins(page.view):
            # what the page depends on is hashed already
            yield Output(
                site_path(where), "twin", fingerprint("twin", key), page.source, view=shown
            )


def _files(
    made: MadeSite, files: dict[str, Source], facts: Callable[[str], FileFacts]
) -> Iterator[Output]:
    for address, path in made.files.items():
        hash_ = facts(path).hash
        yield Output(site_path(address), "file", hash_, files[path].file, hash_)


def _check_files(paths: Iterable[str], facts: Callable[[str], FileFacts]) -> Iterator[Diagnostic]:
    """Report files that are to be published and cannot be read, or should not be as they are."""
    for path in paths:
        known = facts(path)
        yield from known.conflicts
        if known.problem:
            yield unreadable(path, known.problem)
        elif known.scripts:
            message = (
                f"{known.scripts} may run at the site's address, for whoever opens it by itself"
            )
            hint = "take it out, or trust all such files with 'check: {script-published: off}'"
            yield Diagnostic(path, 1, 1, "script-published", message, hint)


def _theme_files(theme: Theme) -> Iterator[Output]:
    for name in theme.files:
        if name.startswith("static/"):
            address = posixpath.join(theme.static_folder, name.removeprefix("static/"))
            path = site_path(address)
            hash_ = theme.hashes[theme.files[name]]
            yield Output(path, "theme-file", hash_, name, hash_)


def _name(output: Output, theme: Theme) -> str:
    """Return the file by which messages name an output."""
    is_of_theme = output.kind == "theme-file"
    return theme.labels[theme.files[output.source]] if is_of_theme else output.source


def _check_links(doubtful: Iterable[Doubtful], outputs: Iterable[Output]) -> Iterator[Diagnostic]:
    """Report the links that lead to no page, unless they lead to another output."""
    # whether a page is there is known already, and by its address
    paths = {output.path for output in outputs if output.kind != "page"} if doubtful else set()
    yield from (link.problem for link in doubtful if f"{SITE}/{link.address}" not in paths)
