"""The outputs of a unit: where each goes, what it shows, and the key of all that it depends on."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found
from digest.basics.text import canonical_json, fingerprint
from digest.content.decode import unreadable
from digest.site.addresses import file_address, is_static, site_path
from digest.site.checks.drawings import check_drawing
from digest.site.everypage.logos import Marks, make_marks
from digest.site.exported import find_file
from digest.site.mail import is_mailed, plan_mail
from digest.site.mailpictures import Fit, MailPictures, fit_picture, plan_pictures
from digest.site.outputs import Output, make_key
from digest.site.sharing.cards import plan_card
from digest.site.twins import list_twins
from digest.site.views.mail import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.content.filefacts import FileFacts
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.index import Imports
    from digest.site.outputs import Kind
    from digest.site.pages.made import MadePage, MadeUnit
    from digest.site.published import PublishedEdition
    from digest.site.views.pages import SiteConstants
    from digest.site.views.parts import Picture


class Planner:
    """Plans the outputs of units, one by one."""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        constants: SiteConstants,
        imports: Imports,
        facts: Callable[[str], FileFacts],
    ) -> None:
        """`facts` gives hash and size of a file below content/."""
        self._settings = settings
        self._theme = theme
        self._imports = imports
        self._facts = facts
        self.constants = constants
        # as one hash: it is in the key of each page
        self._depends = fingerprint(canonical_json(constants), theme.fingerprint)
        self._has_mail = TEMPLATE in theme.files

    def pages(self, pages: Iterable[MadePage]) -> Iterator[Output]:
        """Plan pages, with the twin and the card that each has beside it."""
        for page in pages:
            address = page.view.page.address
            key = make_key(page.view.kind, page.view, self._depends)
            yield Output(site_path(address), "page", key, page.source, "", page.view, page.place)
            for where, shown in list_twins(page.view):
                # what the page depends on is hashed already
                twin = fingerprint("twin", key)
                yield Output(site_path(where), "twin", twin, page.source, view=shown)
            if card := plan_card(page, self._settings, self._theme):
                yield card

    def files(self, paths: Iterable[str]) -> Found[tuple[Output, ...]]:
        """Plan files that are published as they are, by their paths.

        Problems: what cannot be read, or should not be published as it is.
        """
        outputs = []
        found: list[Diagnostic] = []
        for path in paths:
            facts = self._facts(path)
            source = find_file(self._imports, path)
            file, hash_ = source.file if source else path, facts.hash
            # what stands in static/ is published as it is
            is_cleaned = facts.scripts.taken and not is_static(path)
            kind: Kind = "drawing" if is_cleaned else "file"
            key = make_key(kind, hash_) if is_cleaned else hash_
            outputs.append(Output(site_path(file_address(path)), kind, key, file, hash_))
            found += _check_file(path, facts)
        return Found(tuple(outputs), tuple(found))

    def variants(self, made: MadeUnit) -> Iterator[Output]:
        """Plan the other formats and sizes of the pictures that the pages of a unit show."""
        for address, path in made.variants.items():
            hash_, source = self._facts(path).hash, find_file(self._imports, path)
            # its address has a hash of its bytes
            key = make_key("variant", address, hash_)
            file = source.file if source else path
            yield Output(site_path(address), "variant", key, file, hash_)

    def pictures(self, made: MadeUnit) -> MailPictures:
        """Plan the pictures of an edition's mail, and of feeds."""
        return plan_pictures(made, self._fit)

    def mail(
        self,
        published: PublishedEdition,
        made: MadeUnit,
        pictures: MailPictures,
        choice: str,
        *,
        is_newest: bool,
    ) -> Found[tuple[Output, ...]]:
        """Plan an edition's mail, if it is chosen; `choice` says whose mails are."""
        one = published.enriched
        if not self._has_mail or not is_mailed(one.edition.id, choice, is_newest=is_newest):
            return Found(())
        return plan_mail(made, one, pictures, self._settings, self._depends)

    def theme_files(self) -> Iterator[Output]:
        """Plan the files in `static/` of the theme."""
        theme = self._theme
        for name in theme.files:
            if name.startswith("static/"):
                address = posixpath.join(theme.static_folder, name.removeprefix("static/"))
                hash_ = theme.hashes[theme.files[name]]
                # of these, other bytes may be published, and the address changes with all of them
                is_made = name.lower().endswith((".css", ".svg"))
                key = make_key("made", address) if is_made else hash_
                yield Output(site_path(address), "theme-file", key, name, hash_)

    def find_marks(self) -> Marks:
        """Find the site's logo and icon, and plan what is made of them."""
        marks = make_marks(self._settings, self._imports, self._facts, self._theme.paper)
        # those of static/ are published as all of it is
        own = self.files(path for path in marks.files if not is_static(path))
        return msgspec.structs.replace(
            marks,
            outputs=marks.outputs + own.value,
            diagnostics=marks.diagnostics + own.diagnostics,
        )

    def _fit(self, picture: Picture, path: str) -> Fit:
        return fit_picture(picture, path, self._facts, self._imports, self._theme.paper)


def _check_file(path: str, known: FileFacts) -> Iterator[Diagnostic]:
    """Report a file that is to be published and cannot be read, or should not be as it is."""
    yield from known.conflicts
    if known.problem:
        yield unreadable(path, known.problem)
    elif path.lower().endswith(".svg") and not is_static(path):
        yield from check_drawing(path, known.scripts)
    elif known.scripts.named:
        named = known.scripts.named
        message = f"{named} may run at the site's address, for whoever opens it by itself"
        hint = "take it out, or trust all such files with 'check: {script-published: off}'"
        yield Diagnostic(path, 1, 1, "script-published", message, hint)
