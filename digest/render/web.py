"""A page's view through its template to the bytes of an HTML file."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from digest.basics.diagnostics import Checked
from digest.basics.lazyregex import lazy_regex
from digest.render.dates import print_date
from digest.render.languages import find_language, is_right_to_left
from digest.render.policy import POLICY, fill_policy
from digest.render.prose import Prose
from digest.render.structured import structured_data
from digest.render.templates import find_templates
from digest.render.templates.colours import mix_colours
from digest.render.templates.mistakes import explain_asset
from digest.settings.theme import TemplateMistakeError
from digest.site.views.parts import Citations, Links, Picture, Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.basics.fragments import Parts
    from digest.render.templates import Templates
    from digest.render.templates.witness import Witness
    from digest.settings.theme import Theme
    from digest.site.views.pages import SiteConstants, View


FILTERS: dict[str, tuple[type, ...]] = {
    "prose": (Use,),
    "href": (str,),
    "asset": (str,),
    "date": (str, str),
    "direction": (str,),
    "locale": (str,),
    "mix": (str, str, float),
    "image": (Picture, str, str),
}
"""The filters of a page's templates, and what each takes."""


def find_page_templates(theme: Theme) -> Templates:
    """Return the templates of a theme's pages."""
    return find_templates(theme, "web/", FILTERS)


class WebRenderer:
    """Renders the pages of one site with one theme."""

    def __init__(
        self, theme: Theme, constants: SiteConstants, texts: Callable[[str], Parts]
    ) -> None:
        self._theme = theme
        self._constants = constants
        self._texts = texts
        self._words_in = functools.cache(theme.words_in)
        self._forms = constants.subscribe.hosts if constants.subscribe else ()
        self.templates = find_page_templates(theme)

    def render(self, view: View, witness: Witness | None = None) -> Checked[bytes]:
        """Return a page's bytes; `theme-error` where the theme's template cannot make them.

        `witness` notes what is done with a sample.
        """
        words = self._words_in(view.page.lang)
        tools = _Tools(view, self._theme, self._constants, self._texts, words)
        name, context = f"web/{view.kind}.html", self._context(view, words)
        made = self.templates.render(name, context, tools, witness)
        html = made.value
        if html is not None:
            html = fill_policy(html, view, self._forms, self._constants.scripts)
        return Checked(None if html is None else html.encode(), made.diagnostics)

    def _context(self, view: View, words: dict[str, str]) -> dict[str, object]:
        return {
            **{field: getattr(view, field) for field in view.__struct_fields__},
            "view": view,
            "kind": view.kind,
            "site": self._constants,
            "words": words,
            "words_lang": self._theme.words_lang(view.page.lang),
            "policy": POLICY,
            "structured_data": structured_data(view, self._constants, words),
        }


class _Tools:
    """The filters that a template has, for one page."""

    def __init__(
        self,
        view: View,
        theme: Theme,
        constants: SiteConstants,
        texts: Callable[[str], Parts],
        words: dict[str, str],
    ) -> None:
        self._page, self._kind = view.page, view.kind
        self._base = _base(view.page.address, constants.base_path)
        self._theme = theme
        self._prose = Prose(
            texts,
            getattr(view, "citations", Citations()),
            getattr(view, "linked", Links()),
            self.href,
            {"reference": "reference"} | words,
            theme.figures.sizes,
        )

    def prose(self, use: Use) -> Markup:
        """Print a fragment."""
        return Markup(self._prose.print(use))  # noqa: S704 -- made and escaped by digest.markdown

    def href(self, address: str) -> str:
        """Return an address of the site as seen from the page; a whole one stays as it is."""
        # as editors write them
        address = address.removeprefix("/")
        if _SOUND.fullmatch(address):
            return self._base + address
        if address.startswith(("https://", "http://", "mailto:")):
            return address
        return self._base + quote(address, safe=_SAFE)

    def asset(self, name: str) -> str:
        """Return the address of one of the theme's static files as seen from the page."""
        if mistake := explain_asset(self._theme, name):
            raise TemplateMistakeError(*mistake)
        return self.href(f"{self._theme.static_folder}/{name}")

    def date(self, date: str, form: str = "long") -> str:
        """Return a date as the page's language writes it."""
        return print_date(date, self._page.lang, form)

    def direction(self, lang: str) -> str:
        """Return the direction in which a language is written, as HTML's `dir` has it."""
        return "rtl" if is_right_to_left(lang) else "ltr"

    def image(self, picture: Picture, alt: str, sizes: str = "") -> Markup:
        """Return the element of a picture, with its other formats and sizes."""
        is_lead = self._kind == "entry"
        element = self._prose.images.write(picture, alt, sizes=sizes, is_lead=is_lead)
        return Markup(element)  # noqa: S704 -- escaped there

    def locale(self, lang: str) -> str:
        """Return a language with a country, as `de_DE`."""
        return find_language(lang).country_form

    def mix(self, colour: str, other: str = "#ffffff", share: float = 0.5) -> str:
        """Return `share` of a colour mixed with another."""
        return mix_colours(colour, other, share)


_SAFE = "/#?=&;,:@!$'()*+~"
"""What stays as it is in an address."""
_SOUND = lazy_regex(r"[\w./-]*", re.ASCII)
"""Nearly every address of the site: there is nothing in it to be written otherwise."""


def _base(address: str, base_path: str) -> str:
    """Return what leads from a page to the site's root.

    All links are relative, so that the site works under any base path and from a folder. The
    page for what is not there is shown in place of pages at any depth: its links begin at the
    domain.
    """
    if address == "404.html":
        return base_path
    return "../" * address.count("/") or "./"
