"""The text at the foot of every page: where its links lead, and the files that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import is_static
from digest.site.links.targets import Broken, make_targets
from digest.site.pages.following import Doubtful, make_doubt
from digest.site.views.parts import Links

if TYPE_CHECKING:
    from digest.basics.fragments import Fragment
    from digest.settings.config import Settings
    from digest.site.index import Imports


class FooterLinks(msgspec.Struct, frozen=True):
    """Where the links of a footer lead."""

    links: Links = Links()
    files: tuple[str, ...] = ()
    """The paths of files that are published only because it leads to them."""
    found: tuple[Diagnostic, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()


def find_links(footer: Fragment | None, settings: Settings, imports: Imports) -> FooterLinks:
    """Return where the links of a footer lead, by their targets as written in site.yaml."""
    targets = make_targets(settings, imports)
    addresses: dict[str, str] = {}
    files: list[str] = []
    found: list[Diagnostic] = []
    doubtful: list[Doubtful] = []
    for hole in footer.addresses if footer else ():
        if hole.target.startswith("#"):
            message = f"'{hole.target}' is on no page in particular: a footer is on all of them"
            hint = f"write the page before it, as '/about/{hole.target}'"
            found.append(hole.place.diagnose("anchor-broken", message, hint))
            continue
        led = targets.resolve(hole.target, SITE_FILE)
        if not isinstance(led, Broken):
            addresses[hole.target] = led.address
            if led.file and not is_static(led.file):
                files.append(led.file)
            continue
        doubt = make_doubt(led, hole.place)
        if led.address:
            addresses[hole.target] = led.address
            doubtful.append(doubt)
        else:
            found.append(doubt.problem)
    doubtful += (
        make_doubt(broken, hole.place)
        for hole in (footer.outward if footer else ())
        if (broken := targets.check_own(hole.target, SITE_FILE))
    )
    return FooterLinks(Links(addresses), tuple(files), tuple(found), tuple(doubtful))
