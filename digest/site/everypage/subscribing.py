"""How one subscribes: what pages show of it, and the page that is made for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic, Place
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import SUBSCRIBE
from digest.site.links.targets import Broken, make_targets
from digest.site.pages.maker import make_page
from digest.site.views.pages import FreePageView, HiddenField, Subscribe
from digest.site.views.parts import Citations, Links

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.settings.config import Settings
    from digest.site.index import Imports


def make_subscribe(settings: Settings, imports: Imports) -> Subscribe | None:
    """Return what pages show of the way to subscribe; None where there is none."""
    said = settings.subscribe
    if said is None:
        return None
    found = find_said_page(said.privacy, settings, imports)
    return Subscribe(
        page=SUBSCRIBE if said.form else said.url,
        form=said.form,
        field=said.field,
        hidden=tuple(HiddenField(*pair) for pair in said.hidden),
        privacy="" if isinstance(found, Broken) else found,
        hosts=said.hosts,
    )


def make_subscribe_page(
    settings: Settings, words: Mapping[str, str], imports: Imports
) -> FreePageView | None:
    """Make the page with the form; None where the editor has written it, or there is no form."""
    if not settings.has_subscribe_page or imports.has("address", SUBSCRIBE):
        return None
    page = make_page(settings, SUBSCRIBE, words.get("subscribe", "Subscribe"), "")
    return FreePageView(page, (), None, Citations(), Links())


def check_subscribe(settings: Settings, imports: Imports) -> Iterator[Diagnostic]:
    """Report a form that does not say what becomes of an address, and a page that is not there."""
    said = settings.subscribe
    if said is None:
        return
    if said.privacy_place:
        yield from check_said_page(said.privacy, said.privacy_place, settings, imports)
    elif said.form:
        message = "the form asks for an address, and no page says what becomes of it"
        place = said.place or Place(SITE_FILE, 1, 1)
        yield place.diagnose("privacy-missing", message, NO_PRIVACY)


NO_PRIVACY = "write one, as content/pages/privacy.md, and add 'privacy: /privacy/'"


def check_said_page(
    said: str, place: Place, settings: Settings, imports: Imports
) -> Iterator[Diagnostic]:
    """Report a page that a setting names and that is not there."""
    found = find_said_page(said, settings, imports)
    if isinstance(found, Broken):
        slug = re.fullmatch(r"/([\w-]+)/", said)
        hint = found.hint or (f"write it, as content/pages/{slug[1]}.md" if slug else "")
        yield place.diagnose(found.rule, found.message, hint)


def find_said_page(said: str, settings: Settings, imports: Imports) -> str | Broken:
    """Return the address of a page that a setting names: one of the site, or a whole address."""
    if not said.startswith("/"):
        return said
    found = make_targets(settings, imports).resolve(said, SITE_FILE)
    return found if isinstance(found, Broken) else found.address
