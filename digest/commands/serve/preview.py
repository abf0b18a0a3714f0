"""The newsletter built again and again, and what came of it made known."""

from __future__ import annotations

import functools
import gc
import os
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from digest.basics.clock import read_today
from digest.basics.diagnostics import has_errors
from digest.basics.files import FileError
from digest.build import Again, build
from digest.commands.askedmails import NoMailError
from digest.commands.serve.ahead import make_ahead, prepare
from digest.commands.serve.reports import Reporter, make_problem
from digest.commands.serve.state import Shown, State
from digest.output.unchanged import look_again, read_stamps
from digest.settings.buildoptions import NONE, BuildOptions
from digest.settings.config import read_settings
from digest.site.addresses import MAIL, SITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.build import BuildResult, Kept
    from digest.commands.serve.reports import Reports, Saved
    from digest.commands.serve.state import Problem, SharedState
    from digest.output.unchanged import Stamps
    from digest.settings.config import Settings

_PATIENCE_SECONDS = 2.0
"""How long problems are held back while sources go on changing: in the midst of a checkout a
newsletter is seldom whole."""
_MANY = 50
"""So many files at once are no save of somebody who looks at a page: a checkout, a replacement."""
_REST_SECONDS = 0.5
"""After so long without a save, all is looked at, and not only what was saved."""


class _SavedAgainError(Exception):
    """Something was saved, or asked for, while what follows from an earlier save is being made."""


class Preview:
    """A newsletter that is built whenever it changes."""

    def __init__(
        self, root: Path, out: Path, origin: str, shared: SharedState, told: Reports
    ) -> None:
        self.root = root
        self.out = out
        self._origin = origin
        self._shared = shared
        self._reporter = Reporter(told)
        self._told = told
        self._saves: SimpleQueue[Saved] = SimpleQueue()
        """What builds know nothing of yet; an empty one asks for a look at all."""
        self._builds = 0
        self._mails: frozenset[str] = frozenset()
        """The editions whose mails are looked at."""
        self._mails_done: frozenset[str] = frozenset()
        """Those of which the last build that is done knew."""
        self._stamps: Stamps | None = None
        """What was there when the last build looked."""
        self._kept: Kept | None = None
        """What the last build that went well wrote."""

    def saved(self, paths: Saved) -> None:
        """Note that sources changed; to be called from any thread."""
        self._saves.put(paths)

    def editions(self) -> list[str]:
        """Return the ids of the editions that there are, the last first."""
        found = (self.root / "content" / "editions").glob("*/index.md")
        return sorted((file.parent.name for file in found), reverse=True)

    def want_mail(self, edition: str, seconds: float) -> None:
        """Have the mail of an edition built from now on; return when it is, or after `seconds`."""
        deadline = time.monotonic() + seconds
        number = self._shared.state.number
        if edition not in self._mails:
            self._mails |= {edition}
            self._saves.put(frozenset())
        # what is put up first may be of a save before
        while edition in self._mails - self._mails_done:
            state = self._shared.after(number, deadline - time.monotonic())
            if state is None:
                return
            number = state.number

    def run(self) -> None:
        """Build after every save, for ever."""
        # else whoever saves first would wait for it; what cannot be read is told then
        with suppress(FileError):
            prepare(self.root)
        while True:
            # with a time-out, as a wait without one cannot be interrupted on every system
            try:
                paths = self._saves.get(timeout=_REST_SECONDS)
            except Empty:
                self.look_at_all()
            else:
                self.rebuild(paths)

    def rebuild(self, paths: Saved) -> None:
        """Build, and put up what came of it; where files were saved, look at those alone."""
        began = time.monotonic()
        paths |= self._drain()
        with self._shared.building():
            while True:
                try:
                    state = self._build(paths, self._shared.publish)
                except _SavedAgainError:
                    paths |= self._drain()
                    continue
                is_patient = time.monotonic() - began < _PATIENCE_SECONDS
                if not (state.problems and is_patient) or self._saves.empty():
                    break
                paths |= self._drain()
            if state.problems:
                self._shared.publish(state)
        # while nobody waits: a collection in the midst of a build would take longer than the build
        gc.collect()

    def look_at_all(self) -> None:
        """Look at all the rest, where that is still to be done, and put up what has changed."""
        if self._stamps is None or self._stamps.hash:
            return
        before = self._shared.state

        def publish(state: State) -> None:
            if (state.site, state.problems) != (before.site, before.problems):
                self._shared.publish(state)

        # what was saved meanwhile is built next
        with suppress(_SavedAgainError):
            state = self._build(frozenset(), publish)
            if state.problems:
                publish(state)

    def _drain(self) -> Saved:
        paths: Saved = frozenset()
        while True:
            try:
                paths |= self._saves.get_nowait()
            except Empty:
                return paths

    def _build(self, paths: Saved, publish: Callable[[State], None]) -> State:
        """Build once; whatever happens, return what there is to see then."""
        mails = self._mails
        gc.disable()
        try:
            return self._try_to_build(paths, mails, publish)
        except _SavedAgainError:
            raise
        except NoMailError:
            # an edition whose mail was looked at is gone, or the theme makes mails no more
            self._mails = frozenset()
            return self._build(paths, publish)
        except Exception as error:  # noqa: BLE001 -- the server outlives every mistake, digest's own too
            problem = self._reporter.tell_failure(error)
        finally:
            gc.enable()
        self._mails_done = mails
        return self._failed(problem)

    def _try_to_build(
        self, paths: Saved, mails: frozenset[str], publish: Callable[[State], None]
    ) -> State:
        """Build once, and return what there is to see then.

        Where nothing is wrong, it is published as soon as it is there.
        """
        began = time.monotonic()
        settings = read_settings(self.root)
        base_path, state = settings.base_path, self._shared.state
        options = functools.partial(self._ask, settings, mails)

        def show(result: BuildResult) -> None:
            nonlocal state
            self._mails_done = mails
            state = self._state_of(result, base_path, is_saved=bool(paths))
            is_first = not self._shared.state.number
            if not state.problems:
                publish(state)
            # that nothing came of it is news only to who has just begun
            if paths or is_first or self._reporter.has_news(result):
                self._reporter.tell(paths, result, time.monotonic() - began)

        known = look_again(self.root, self._stamps, paths) if self._stamps and paths else None
        self._stamps = known or read_stamps(self.root)
        again = Again(self._stamps, self._kept, show)
        if 0 < len(paths) < _MANY and base_path == state.base_path and not state.problems:
            self._show_ahead(options, again, paths)
        result = build(
            self.root,
            self.out,
            options,
            self._tell_progress,
            lambda: self._told.progress("another build is writing here; waiting for it"),
            again,
        )
        self._kept = result.kept or self._kept
        if has_errors(result.diagnostics):
            show(result)
        return state

    def _tell_progress(self, done: int, total: int) -> None:
        """Tell how far a build is that takes long.

        Raises _SavedAgainError where pages that browsers have open can be made of what was saved
        since: they come first.
        """
        self._told.rendered(done, total)
        if not self._saves.empty() and self._shared.looked and not self._shared.state.problems:
            raise _SavedAgainError

    def _ask(self, settings: Settings, mails: frozenset[str], zone: str) -> BuildOptions:
        return BuildOptions(
            read_today(zone),
            drafts=True,
            future=True,
            base_url=self._origin + settings.base_path,
            mail_url=settings.url,
            # a mail that nobody looks at would slow every save down
            email=",".join(sorted(mails)) or NONE,
            # a new picture is shown at once, as it is
            variants=False,
        )

    def _show_ahead(
        self, options: Callable[[str], BuildOptions], again: Again, saved: Saved
    ) -> None:
        """Show the pages that browsers have open, where they are others now."""
        looked = {address: f"{SITE}/{file}" for address, file in self._shared.looked.items()}
        if not looked:
            return
        paths, base_path = {*looked.values()}, self._shared.state.base_path
        made = make_ahead(self.root, self.out, options, again, saved, paths)
        pages = [address for address, path in looked.items() if path in made]
        if not pages:
            return
        addresses = {unquote(address): looked[address] for address in pages}
        loaded = {f"{base_path}{_below_site(path)}": path for path in made if path not in paths}
        shown = {
            address: Shown(_below_site(path), made[path])
            for address, path in (addresses | loaded).items()
        }
        if not all(self._is_shown(address, one) for address, one in shown.items()):
            self._shared.publish_ahead(self._name_site(), pages, shown)

    def _is_shown(self, address: str, page: Shown) -> bool:
        """Tell whether a page is as it is shown at an address already."""
        ahead = self._shared.ahead.get(address)
        try:
            body = ahead.body if ahead else (self.out / SITE / page.name).read_bytes()
        except OSError:
            return False
        return body == page.body

    def _failed(self, *problems: Problem) -> State:
        # the site is the last good one still, and with it where it is
        return msgspec.structs.replace(self._shared.state, problems=problems)

    def _state_of(self, result: BuildResult, base_path: str, *, is_saved: bool) -> State:
        before = self._shared.state
        problems = [one for one in result.diagnostics if one.severity == "error"]
        warnings = len(result.diagnostics) - len(problems)
        if problems:
            failed = self._failed(*map(make_problem, problems))
            return msgspec.structs.replace(failed, warnings=warnings)
        site = before.site
        # a mail that was asked for is no news to the page that leads to it, which would load again
        # in place of what the reader waits for
        news = [one for one in result.changes if is_saved or not one.path.startswith(f"{MAIL}/")]
        if news or not site or base_path != before.base_path:
            # the pages that are shown already need not be loaded again
            site = self._find_site_ahead() or self._name_site()
        return State(site=site, base_path=base_path, warnings=warnings)

    def _find_site_ahead(self) -> str:
        """Return the site of the pages that were made ahead, if they are as all of them are now."""
        folder = self.out / SITE
        for shown in self._shared.ahead.values():
            try:
                if (folder / shown.name).read_bytes() != shown.body:
                    return ""
            except OSError:
                return ""
        return next(iter(self._shared.state.ahead.values()), "")

    def _name_site(self) -> str:
        self._builds += 1
        # other than all names that an earlier server gave
        return f"{os.getpid()}-{time.time_ns()}-{self._builds}"


def _below_site(path: str) -> str:
    return path.removeprefix(f"{SITE}/")
