"""The scripts that all pages let in: `script:` in site.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest.basics.diagnostics import Diagnostic, Place
from digest.settings.sitefile import SITE_FILE
from digest.settings.yamlerrors import quote_in_flow
from digest.site.everypage.subscribing import NO_PRIVACY, check_said_page, find_said_page
from digest.site.links.targets import Broken
from digest.site.views.brand import Attribute, Script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.config import Settings
    from digest.site.index import Imports


def make_scripts(settings: Settings, imports: Imports) -> tuple[Script, ...]:
    """Return the scripts of all pages. In a preview there are none: it has no readers to count."""
    if settings.url != settings.mail_url:
        return ()
    made = []
    for one in settings.script:
        privacy = find_said_page(one.privacy, settings, imports)
        attributes = tuple(Attribute(*pair) for pair in one.attributes)
        privacy = "" if isinstance(privacy, Broken) else privacy
        made.append(Script(one.src, attributes, one.integrity, one.connect, privacy))
    return tuple(made)


def check_scripts(settings: Settings, imports: Imports) -> Iterator[Diagnostic]:
    """Report a script of which no page says what it learns of readers."""
    for one in settings.script:
        if one.privacy_place:
            yield from check_said_page(one.privacy, one.privacy_place, settings, imports)
            continue
        host = urlsplit(one.src).hostname
        message = f"pages run a script of '{host}', and no page says what it learns of readers"
        place = one.place or Place(SITE_FILE, 1, 1)
        hint = f"{NO_PRIVACY}, as {{src: {quote_in_flow(one.src)}, privacy: /privacy/}}"
        yield place.diagnose("privacy-missing", message, hint)
