"""A theme tried out: its templates filled with samples of what pages show.

A newsletter has seldom a page of each kind, or one that shows all that a page may show. Of each
there is one sample that has something in every field, and one that has nothing wherever a field
may be empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.plain import Plain
from digest.render.fold import list_candidates
from digest.render.mail import MailRenderer
from digest.render.templates.witness import Witness
from digest.render.trial.lost import find_lost
from digest.render.trial.sampler import Sampler
from digest.render.trial.shown import check_furniture, check_page, check_references
from digest.render.trial.themewords import check_words
from digest.render.trial.typedlinks import check_typed_links
from digest.render.web import WebRenderer
from digest.site.views.mail import TEMPLATE
from digest.site.views.pages import HomeView, PeopleView, PersonView, RedirectView, View

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from digest.basics.fragments import Parts
    from digest.settings.theme import Theme
    from digest.site.views.pages import SiteConstants


class Trial(msgspec.Struct, frozen=True):
    """What is wrong with a theme's templates: `theme-error`."""

    errors: frozenset[Diagnostic]
    """What cannot be read, or fails for pages that have everything."""
    warnings: frozenset[Diagnostic]
    """What fails only for pages that have as little as they may, lacks for some kind of page, is
    shown nowhere or not as it should be, and words that cannot be right."""


def try_theme(
    theme: Theme, constants: SiteConstants, addresses: Collection[str], *, has_people: bool
) -> Trial:
    """Read all templates and words of a theme, and fill its templates with samples.

    `addresses` are those of all that the site publishes. A theme that is older than pages of people
    may lack these; `has_people` tells whether the site has any.
    """
    full, bare = (_Filling(theme, constants, is_full=is_full) for is_full in (True, False))
    optional = () if has_people else (PersonView, PeopleView)
    errors = {*full.check_sources(), *full.fill(get_args(View))}
    warnings = {*bare.fill(optional), *full.find_doubtful(), *full.doubts, *check_words(theme)}
    warnings |= {*check_typed_links(theme, addresses, constants.base_path)}
    return Trial(frozenset(errors), frozenset(warnings))


def _print_fragment(name: str) -> Parts:
    return (f"<p>{name.partition('#')[0]}</p>",)


class _Filling:
    """Fills a theme's templates with samples that have everything, or as little as they may."""

    def __init__(self, theme: Theme, constants: SiteConstants, *, is_full: bool) -> None:
        self._theme = theme
        self._is_full = is_full
        self._lang = constants.lang
        self._constants = constants
        site = self._make_sampler().make_constants(constants)
        self._web = WebRenderer(theme, site, _print_fragment)
        self._mail = MailRenderer(theme, site, _print_fragment, lambda _: Plain())
        self.doubts: list[Diagnostic] = []
        """What can be made and is not as it should be."""

    def _make_sampler(self) -> Sampler:
        return Sampler(self._lang, is_full=self._is_full)

    def check_sources(self) -> Iterator[Diagnostic]:
        """List what is wrong with a template whatever it is filled with."""
        yield from self._web.templates.check(self._lang)
        yield from self._mail.templates.check(self._lang)

    def find_doubtful(self) -> Iterator[Diagnostic]:
        """List what in templates is shown nowhere, or leads nowhere."""
        yield from self._web.templates.find_doubtful()

    def fill(self, optional: Collection[type]) -> Iterator[Diagnostic]:
        """Fill each template, and list what fails.

        Those of kinds that are `optional` may lack.
        """
        for kind in get_args(View):
            name = f"web/{kind.kind}.html"
            if kind not in optional or name in self._theme.files:
                sampler, witness = self._make_sampler(), Witness(self._theme)
                made = self._web.render(sampler.make(kind), witness)
                yield from made.diagnostics
                if made.value is not None and self._is_full:
                    used = self._web.templates.list_used(name)
                    html = made.value.decode()
                    self.doubts += witness.doubts
                    self.doubts += find_lost(self._theme, used, sampler, witness)
                    leads_on = kind is RedirectView
                    self.doubts += check_page(self._theme, used, html, leads_on=leads_on)
                    if kind is HomeView:
                        self.doubts += check_furniture(self._theme, used, html, self._constants)
                    if "citations" in kind.__struct_fields__:
                        self.doubts += check_references(self._theme, used, html)
        if TEMPLATE in self._theme.files:
            yield from self._fill_mail()

    def _fill_mail(self) -> Iterator[Diagnostic]:
        sampler, witness = self._make_sampler(), Witness(self._theme)
        mail = sampler.make_mail()
        made = self._mail.write_html(mail, (), witness)
        yield from made.diagnostics
        yield from self._mail.write_html(mail, list_candidates(mail)).diagnostics
        if made.value is not None and self._is_full:
            used = self._mail.templates.list_used(TEMPLATE)
            self.doubts += witness.doubts
            self.doubts += find_lost(self._theme, used, sampler, witness)
