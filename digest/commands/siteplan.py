"""The newsletter read, and its site planned, as it is on one day or another; nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import USUALLY_OFF, Allowance, Diagnostic, judge
from digest.basics.text import canonical_json, fingerprint
from digest.basics.usercache import stamp_of
from digest.basics.version import engine_version
from digest.content.discover import Scan, is_within, scan_folder
from digest.content.load import Content, read_all
from digest.content.units import Units
from digest.content.unused import check_unused
from digest.render.blocked import find_blocked
from digest.settings.buildoptions import BuildOptions
from digest.settings.config import Settings
from digest.settings.sitefile import SITE_FILE
from digest.settings.theme import Theme, read_theme
from digest.settings.themefolders import theme_names
from digest.site.checks.citations import find_unneeded
from digest.site.checks.clashes import check_links, find_doubled
from digest.site.checks.drawings import check_theme_drawings
from digest.site.checks.loadedfiles import check_loaded
from digest.site.checks.themefiles import check_theme_files
from digest.site.link import Linker
from digest.site.linked import Linked
from digest.site.planned import (
    ASKED,
    MAIL,
    find_output,
    list_claims,
    list_makers,
    list_outputs,
)
from digest.site.rows import Rows
from digest.site.select import Selection
from digest.site.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from digest.output.memo import Memo
    from digest.render.renderer import Renderer
    from digest.site.outputs import Output, Planned
    from digest.site.views.mail import MailSize
    from digest.site.views.pages import SiteConstants


class Newsletter(msgspec.Struct, frozen=True):
    """What is read of a newsletter, whatever day its site is planned for."""

    root: Path
    options: BuildOptions
    """What was asked for."""
    units: Units
    settings: Settings
    """Those that the options ask for."""
    theme: Theme | None
    """None where it cannot be used."""
    theme_diagnostics: tuple[Diagnostic, ...]

    def make_renderer(self, constants: SiteConstants) -> Renderer:
        """Return what makes outputs; `constants` are what every page may use as `site`."""
        # a build with nothing to make does without the template engine
        from digest.render.renderer import Renderer  # noqa: PLC0415

        texts, theme = self.units.texts, self.theme or Theme()
        return Renderer(self.root, theme, constants, texts.__getitem__, texts.plain)

    def prepare_renderer(self) -> None:
        """Import and compile what nearly every output is made with.

        Processes that are forked then need not do so, each by itself.
        """
        from digest.render.renderer import prepare  # noqa: PLC0415 -- as above

        if self.theme:
            prepare(self.theme)

    def read_all(self) -> Content:
        """Return all that the newsletter's folder says."""
        content = read_all(self.units)
        return msgspec.structs.replace(content, settings=self.settings)


class SitePlan(msgspec.Struct, frozen=True):
    """All that is known before anything is rendered."""

    newsletter: Newsletter
    options: BuildOptions
    linked: Linked
    diagnostics: tuple[Diagnostic, ...]
    """With severities, sorted by place."""
    allowances: tuple[Allowance, ...]
    waiting: frozenset[str]
    """The paths of the drafts and future editions that are not published."""
    drafts: frozenset[str]
    """The paths of all drafts."""
    lenient: frozenset[str]
    """The paths of the files whose errors are only warnings."""

    @property
    def theme(self) -> Theme | None:
        """The site's theme; None where it cannot be used."""
        return self.newsletter.theme

    @property
    def constants(self) -> SiteConstants:
        """What every page may use as `site`."""
        return self.linked.constants

    @property
    def outputs(self) -> Iterator[Planned]:
        """All outputs."""
        return list_outputs(self.linked.index)

    def find_outputs(self, paths: Iterable[str] | None) -> dict[str, Planned]:
        """Return the outputs at some paths, or all where that is None, by path."""
        found = self.outputs if paths is None else map(self.find_output, paths)
        return {output.path: output for output in found if output}

    def find_output(self, path: str) -> Planned | None:
        """Return the output at a path, if there is one."""
        return find_output(self.linked.index, path)

    @property
    def mails(self) -> tuple[str, ...]:
        """The ids of the editions that have a mail."""
        return tuple(sorted(self.linked.index.keys(MAIL)))

    def find_views(self, paths: Collection[str]) -> list[Output]:
        """Return the outputs that have these paths, with all that they show, by path."""
        found: dict[str, Output] = {}
        for id_ in list_makers(self.linked.index, paths):
            views = self.linked.make(id_).outputs
            found |= {output.path: output for output in views if output.path in paths}
        return [found[path] for path in sorted(found)]

    def make_renderer(self) -> Renderer:
        """Return what makes the outputs."""
        return self.newsletter.make_renderer(self.constants)

    def measure_mails(self) -> tuple[MailSize, ...]:
        """Return how long each mail is that can be made."""
        from digest.site.views.mail import MailPart  # noqa: PLC0415 -- most commands measure nothing

        paths = {output.path for output in self.outputs if output.kind == "mail"}
        views = [output.view for output in self.find_views(paths)]
        mails = [one.mail for one in views if isinstance(one, MailPart) and one.part == "html"]
        if not mails:
            return ()
        renderer = self.make_renderer()
        return tuple(size for mail in mails if (size := renderer.measure(mail)))

    def find_doubled(self) -> frozenset[str]:
        """Return the paths at which two outputs clash."""
        linked = self.linked
        return find_doubled(list_claims(linked.index)) if linked.rows.clashes else frozenset()

    def judge(
        self, found: Iterable[Diagnostic], fatal: Iterable[Diagnostic] = ()
    ) -> tuple[Diagnostic, ...]:
        """Return the plan's problems and those found later, with severities, sorted by place.

        What is `fatal` kept an output from being made: whatever the site's `check:` says, it is an
        error.
        """
        judged = judge(found, self.newsletter.settings.check, self.allowances, self.lenient)
        return tuple(sorted({*self.diagnostics, *judged, *fatal}))


def read_newsletter(
    root: Path,
    memo: Memo,
    options: Callable[[str], BuildOptions],
    scan: Scan | None = None,
) -> Newsletter:
    """Read of the newsletter in `root` what its site may then be planned from, for any day.

    `options` are asked for with the site's time zone; `scan` has its files, where they are known
    already.
    """
    units = Units(root, memo, scan or scan_folder(root))
    settings = units.settings
    chosen = options(settings.timezone)
    if chosen.base_url:
        mail_url = chosen.mail_url or chosen.base_url
        settings = msgspec.structs.replace(settings, url=chosen.base_url, mail_url=mail_url)
    if chosen.all_rules:
        settings = msgspec.structs.replace(settings, check={**USUALLY_OFF, **settings.check})
    theme = read_theme(root, settings.theme)
    found = [*theme.diagnostics]
    if theme.value:
        found += (*find_blocked(theme.value), *check_loaded(theme.value))
        found += check_theme_drawings(theme.value)
        found += check_theme_files(root, theme.value, theme_names(root))
        if theme.value.card is None:
            settings = msgspec.structs.replace(settings, social_cards="none")
    return Newsletter(root, chosen, units, settings, theme.value, tuple(found))


def find_base(newsletter: Newsletter, options: BuildOptions) -> str:
    """Return a hash of what all pages depend on: another one makes another site."""
    shown = stamp_of("PIL") if options.variants else ""
    settings, theme = canonical_json(newsletter.settings), newsletter.theme or Theme()
    return fingerprint(settings, theme.fingerprint, engine_version(), shown)


def make_linker(
    newsletter: Newsletter, options: BuildOptions, before: Rows, worker: Worker
) -> Linker:
    """Return what links the units of a newsletter that differ from those of `before`."""
    selection = Selection(options.today, options.drafts, options.future, options.email)
    # without its theme the site cannot be made, but what is wrong with it can still be told
    theme = newsletter.theme or Theme()
    return Linker(newsletter.units, newsletter.settings, theme, selection, before, worker)


def plan_site(
    newsletter: Newsletter,
    options: BuildOptions,
    before: Rows | None = None,
    worker: Worker | None = None,
) -> SitePlan:
    """Plan the site of a newsletter; `options` say for which day, and what else is published.

    `before` is what was kept of an earlier plan, and `worker` links units. Problems in a draft are
    warnings, also where drafts are shown: it may be half written.
    """
    units, settings = newsletter.units, newsletter.settings
    base = find_base(newsletter, options)
    known = before if before and before.base == base else Rows(base)
    linked = make_linker(newsletter, options, known, worker or Worker()).link()
    rows = linked.rows.units.values()
    index = linked.index
    allowances = (*units.allowances, *(one for row in rows for one in row.allowances))
    found = [*units.found, *newsletter.theme_diagnostics]
    found += (one for row in rows for one in (*row.read, *row.found))
    doubtful = (link for row in rows for link in row.doubtful)
    found += check_links(doubtful, lambda path: find_output(index, path))
    found += linked.rows.clashes
    found += check_unused(
        units.sources,
        lambda name: bool(index.values("target", name)),
        has_works=index.any("listed"),
    )
    drafts = frozenset(path for row in rows for path in row.drafts)
    lenient = find_unneeded(found, lambda name: bool(index.values(ASKED, name))) | drafts
    followed = _drop_followers(found)
    diagnostics = judge(followed, settings.check, allowances, lenient)
    if newsletter.theme is None:
        # whatever the site's `check:` says, without a theme there is no site
        diagnostics = tuple(sorted({*diagnostics, *newsletter.theme_diagnostics}))
    return SitePlan(
        newsletter,
        options,
        linked,
        diagnostics,
        allowances,
        waiting=frozenset(path for row in rows for path in row.waiting),
        drafts=drafts,
        lenient=lenient,
    )


_NEEDS = {
    "citation-undefined": "content/references.bib",
    "paper-unfetched": "content/papers",
    "person-unknown": SITE_FILE,
}
"""Where the works, or the people, stand that a rule asks for."""


_UNREAD = frozenset({"file-unreadable", "yaml-syntax"})


def _drop_followers(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out problems that only follow from those of what is there and cannot be read."""
    found = tuple(found)
    unread = [one.path for one in found if one.rule in _UNREAD]
    # of records, a folder
    folders = [path for path in unread if not path.endswith(".json")]
    lost = {
        rule
        for rule, place in _NEEDS.items()
        if is_within(place, unread) or any(is_within(path, (place,)) for path in folders)
    }
    return tuple(one for one in found if one.rule not in lost)
