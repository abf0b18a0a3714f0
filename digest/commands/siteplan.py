"""The newsletter read, and its site planned, as it is on one day or another; nothing is written."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import USUALLY_OFF, Diagnostic, judge
from digest.content.discover import Source, discover, is_within
from digest.content.filefacts import FileFacts, read_facts
from digest.content.load import Content, load
from digest.content.unused import check_unused
from digest.render.blocked import find_blocked
from digest.settings.buildoptions import BuildOptions
from digest.settings.theme import Theme, read_theme
from digest.settings.themefolders import theme_names
from digest.site.citations import find_unneeded
from digest.site.doubts import check_doubts
from digest.site.join import join
from digest.site.mailview import MailPart, MailView
from digest.site.naming import name_described
from digest.site.plan import Plan, make_plan
from digest.site.select import Selection, draft_paths, select
from digest.site.stylefiles import check_styles
from digest.site.themefiles import check_theme_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.output.memo import Memo
    from digest.render.renderer import Renderer


class Newsletter(msgspec.Struct, frozen=True):
    """What is read of a newsletter, whatever day its site is planned for."""

    root: Path
    options: BuildOptions
    """What was asked for."""
    content: Content
    """With the settings that the options ask for."""
    theme: Theme | None
    """None where it cannot be used."""
    facts: Callable[[str], FileFacts]
    """Hash and size of a file below content/."""
    diagnostics: tuple[Diagnostic, ...]
    """The content's, as they were found."""
    theme_diagnostics: tuple[Diagnostic, ...]
    """The theme's."""


class SitePlan(msgspec.Struct, frozen=True):
    """All that is known before anything is rendered."""

    root: Path
    options: BuildOptions
    diagnostics: tuple[Diagnostic, ...]
    """With severities, sorted by place."""
    content: Content
    theme: Theme | None
    plan: Plan
    waiting: frozenset[str]
    """The paths of the drafts and future editions that are not published."""
    drafts: frozenset[str]
    """The paths of all drafts."""
    lenient: frozenset[str]
    """The paths of the files whose errors are only warnings."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all outputs."""
        return tuple(output.path for output in self.plan.outputs)

    @property
    def mails(self) -> tuple[MailView, ...]:
        """What each mail shows."""
        views = (output.view for output in self.plan.outputs)
        return tuple(one.mail for one in views if isinstance(one, MailPart) and one.part == "html")

    def make_renderer(self) -> Renderer:
        """Return what makes the outputs."""
        # a build with nothing to make does without the template engine
        from digest.render.renderer import Renderer  # noqa: PLC0415

        texts, theme = self.content.texts, self.theme or Theme()
        constants = self.plan.constants
        return Renderer(self.root, theme, constants, texts.__getitem__, texts.plain)

    def judge(
        self, found: Iterable[Diagnostic], fatal: Iterable[Diagnostic] = ()
    ) -> tuple[Diagnostic, ...]:
        """Return the plan's problems and those found later, with severities, sorted by place.

        What is `fatal` kept an output from being made: whatever the site's `check:` says, it is an
        error.
        """
        content = self.content
        judged = judge(found, content.settings.check, content.allowances, self.lenient)
        return tuple(sorted({*self.diagnostics, *judged, *fatal}))


def read_newsletter(
    root: Path,
    memo: Memo,
    options: Callable[[str], BuildOptions],
    sources: tuple[Source, ...] | None = None,
) -> Newsletter:
    """Read the newsletter in `root`; its site may then be planned for any day.

    `options` are asked for with the site's time zone; `sources` are its files, where they are
    known already.
    """
    started_ns = time.time_ns()
    sources = discover(root) if sources is None else sources
    loaded = load(root, memo, sources)
    content = loaded.value
    settings = content.settings
    chosen = options(settings.timezone)
    if chosen.base_url:
        settings = msgspec.structs.replace(settings, url=chosen.base_url)
    if chosen.all_rules:
        settings = msgspec.structs.replace(settings, check={**USUALLY_OFF, **settings.check})
    content = msgspec.structs.replace(content, settings=settings)

    def facts(path: str) -> FileFacts:
        return read_facts(root, content.files[path], memo, started_ns)

    theme = read_theme(root, settings.theme)
    unused = check_theme_files(root, theme.value, theme_names(root)) if theme.value else ()
    found = (*find_blocked(theme.value), *check_styles(theme.value)) if theme.value else ()
    return Newsletter(
        root,
        chosen,
        content,
        theme.value,
        functools.cache(facts),
        (*loaded.diagnostics, *check_unused(sources, content), *unused),
        (*theme.diagnostics, *found),
    )


def plan_site(newsletter: Newsletter, options: BuildOptions) -> SitePlan:
    """Plan the site of a newsletter; `options` say for which day, and what else is published.

    Problems in a draft are warnings, also where drafts are shown: it may be half written.
    """
    content = newsletter.content
    selection = Selection(options.today, options.drafts, options.future, options.email)
    joined = join(content, selection.takes)
    library, lang = joined.value.library, content.settings.lang
    selected = name_described(select(joined.value, content, selection), library, lang)
    # without its theme the site cannot be made, but what is wrong with it can still be told
    theme = newsletter.theme or Theme()
    planned = make_plan(content, joined.value, selected, theme, selection, newsletter.facts)
    found = (
        *newsletter.diagnostics,
        *newsletter.theme_diagnostics,
        *joined.diagnostics,
        *planned.diagnostics,
        *check_doubts(content, options.today),
    )
    drafts = draft_paths(content)
    lenient = find_unneeded(content, library, newsletter.diagnostics)
    lenient |= drafts
    followed = _drop_followers(found)
    diagnostics = judge(followed, content.settings.check, content.allowances, lenient)
    if newsletter.theme is None:
        # whatever the site's `check:` says, without a theme there is no site
        diagnostics = tuple(sorted({*diagnostics, *newsletter.theme_diagnostics}))
    return SitePlan(
        newsletter.root,
        options,
        diagnostics,
        content,
        newsletter.theme,
        planned.value,
        waiting=selected.waiting,
        drafts=drafts,
        lenient=lenient,
    )


_NEEDS = {"citation-undefined": "content/references.bib", "paper-unfetched": "content/papers"}
"""Where the works stand that a rule asks for."""


def _drop_followers(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Leave out problems that only follow from those of what is there and cannot be read."""
    found = tuple(found)
    unread = [one.path for one in found if one.rule == "file-unreadable"]
    # of records, a folder
    folders = [path for path in unread if not path.endswith(".json")]
    lost = {
        rule
        for rule, place in _NEEDS.items()
        if is_within(place, unread) or any(is_within(path, (place,)) for path in folders)
    }
    return tuple(one for one in found if one.rule not in lost)
