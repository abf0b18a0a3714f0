"""The addresses of the site that lead to others: `redirects:` in site.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import public_url
from digest.site.aliases import alias_address, check_base
from digest.site.links.targets import Broken
from digest.site.pages.following import Doubtful
from digest.site.pages.made import MadePage
from digest.site.pages.maker import make_page
from digest.site.views.pages import RedirectView

if TYPE_CHECKING:
    from digest.settings.config import Settings
    from digest.settings.redirectconfig import Redirect
    from digest.site.links.targets import Targets


class MadeRedirects(msgspec.Struct, frozen=True):
    """The pages that lead on."""

    pages: tuple[MadePage, ...]
    diagnostics: tuple[Diagnostic, ...]
    doubtful: tuple[Doubtful, ...]
    """Those that lead to no page, and may lead to something else that is published."""


def make_redirects(settings: Settings, targets: Targets) -> MadeRedirects:
    """Make a page for each redirect.

    Problems: `link-broken` and `anchor-broken`, where one leads to nothing, or to another redirect;
    `field-type`, where the site's own path is in one.
    """
    olds = {alias_address(one.old): one for one in settings.redirects}
    pages: list[MadePage] = []
    found: list[Diagnostic] = []
    doubtful: list[Doubtful] = []
    for one in settings.redirects:
        target = one.target
        if target.startswith("/"):
            led = targets.resolve(target, SITE_FILE)
            target = led.address
            if isinstance(led, Broken):
                followed = olds.get(alias_address(one.target.partition("#")[0]))
                problem = _report_chain(one, followed) if followed else _report(one, led)
                if followed or not target:
                    found.append(problem)
                    continue
                doubtful.append(Doubtful(target, problem))
        page = make_page(settings, alias_address(one.old), _shorten(one.target), "")
        whole = public_url(settings.url, target) if one.target.startswith("/") else target
        page = msgspec.structs.replace(page, canonical=whole)
        found += check_base("redirect", one.old, one.old_place, settings.base_path)
        pages.append(MadePage(RedirectView(page, target), SITE_FILE, one.old_place))
    return MadeRedirects(tuple(pages), tuple(found), tuple(doubtful))


def _shorten(target: str) -> str:
    """Return an address as a reader would say it."""
    parts = urlsplit(target)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/") or "/"


def _report(one: Redirect, led: Broken) -> Diagnostic:
    return one.target_place.diagnose(led.rule, led.message, led.hint)


def _report_chain(one: Redirect, followed: Redirect) -> Diagnostic:
    if followed is one:
        message, hint = f"'{one.old}' leads to itself", "write where it is to lead"
    else:
        message = f"'{one.target}' leads on to '{followed.target}'"
        is_loop = alias_address(followed.target.partition("#")[0]) == alias_address(one.old)
        hint = "one of them must lead to a page" if is_loop else f"write '{followed.target}'"
    return one.target_place.diagnose("link-broken", message, hint)
