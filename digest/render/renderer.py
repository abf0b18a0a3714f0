"""Planned outputs to bytes: who makes which kind of output."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from digest.basics.diagnostics import Checked
from digest.basics.files import read_planned
from digest.basics.svgcleaning import UncleanError, clean_svg
from digest.site.views.icon import IconView
from digest.site.views.mailpicture import MailPicture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.basics.fragments import Parts
    from digest.basics.plain import Plain
    from digest.settings.theme import Theme
    from digest.site.outputs import Kind, Output
    from digest.site.views.mail import MailSize, MailView
    from digest.site.views.pages import SiteConstants


class KindRenderer(Protocol):
    """Renders the outputs of one kind."""

    def render(self, view: Any) -> Checked[bytes]:  # noqa: ANN401 -- each kind has its own view
        """Return an output's bytes, or None and why it cannot be made; or both, as warnings."""


def prepare(theme: Theme) -> None:
    """Import and compile what makes the outputs that any edition has."""
    # they are used from memory when there is something for them to make
    from digest.render import exports, feeds, sharepictures  # noqa: F401, PLC0415
    from digest.render.twins import render  # noqa: F401, PLC0415
    from digest.render.web import find_page_templates  # noqa: PLC0415

    for _problem in find_page_templates(theme).compile_all():
        # told of where it is filled
        pass


class Renderer:
    """Renders outputs of every kind, with one theme."""

    def __init__(
        self,
        root: Path,
        theme: Theme,
        constants: SiteConstants,
        texts: Callable[[str], Parts],
        plain: Callable[[str], Plain],
    ) -> None:
        """Take what outputs are made of.

        `root` is the newsletter's folder; `texts` and `plain` give a fragment's HTML and its plain
        form by its hash.
        """
        self._root = root
        self._theme = theme
        self._constants = constants
        self._texts = texts
        self._plain = plain
        self._renderers: dict[Kind, KindRenderer] = {}

    def render(self, output: Output) -> Checked[bytes]:  # noqa: PLR0911 -- one a kind
        """Return an output's bytes.

        None, and why, where it cannot be made; or a value and problems, which are warnings. Raises
        FileError where a file that it is made of is not the one that was planned with.
        """
        match output.kind:
            case "file":
                # it cannot be read, as is told of what shows it: what can be is copied
                return Checked(None)
            case "drawing":
                data = read_planned(self._root / output.source, output.hash)
                return Checked(clean_svg(data).data)
            case "theme-file":
                return Checked(_render_theme_file(self._theme, output.source))
            case "mail-picture":
                from digest.render.pictures import make_mail_picture  # noqa: PLC0415 -- few have any

                data = read_planned(self._root / output.source, output.hash)
                assert isinstance(output.view, MailPicture)  # noqa: S101 -- it is planned with one
                return make_mail_picture(data, output.source, output.path, output.view)
            case "variant":
                from digest.render.variants import render_variant  # noqa: PLC0415 -- as above

                data = read_planned(self._root / output.source, output.hash)
                return Checked(render_variant(data, self._theme.figures.widths, output.path))
            case "icon":
                from digest.render.icons import make_icon  # noqa: PLC0415 -- as above

                data = read_planned(self._root / output.source, output.hash)
                assert isinstance(output.view, IconView)  # noqa: S101 -- it is planned with one
                return make_icon(data, output.source, output.view)
            case kind:
                if kind not in self._renderers:
                    self._renderers[kind] = self._make(kind)
                return self._renderers[kind].render(output.view)

    def find_copied(self, output: Output) -> Path | None:
        """Return the file that an output is a copy of; None where it is to be rendered."""
        is_copy = output.kind == "file" and output.hash
        return self._root / output.source if is_copy else None

    def measure(self, mail: MailView) -> MailSize | None:
        """Return how long a mail is; None where it cannot be made at all."""
        from digest.render.mail import MailRenderer  # noqa: PLC0415 -- to explain a build, only

        made = MailRenderer(self._theme, self._constants, self._texts, self._plain)
        return made.measure(mail)

    def _make(self, kind: Kind) -> KindRenderer:  # noqa: PLR0911 -- one a kind
        # each is imported when there is something for it to make
        match kind:
            case "page":
                from digest.render.web import WebRenderer  # noqa: PLC0415

                return WebRenderer(self._theme, self._constants, self._texts)
            case "twin":
                from digest.render.twins.render import TwinRenderer  # noqa: PLC0415

                return TwinRenderer(self._theme, self._constants, self._plain)
            case "mail":
                from digest.render.mail import MailRenderer  # noqa: PLC0415

                return MailRenderer(self._theme, self._constants, self._texts, self._plain)
            case "export":
                from digest.render.exports import ExportRenderer  # noqa: PLC0415

                return ExportRenderer()
            case "feed":
                from digest.render.feeds import FeedRenderer  # noqa: PLC0415

                return FeedRenderer(self._texts)
            case "card":
                from digest.render.sharepictures import CardRenderer  # noqa: PLC0415

                return CardRenderer(self._theme)
            case "site-file":
                from digest.render.sitefiles import SiteFileRenderer  # noqa: PLC0415

                return SiteFileRenderer()
            case _:
                raise ValueError(kind)


def _render_theme_file(theme: Theme, name: str) -> bytes:
    """Return what is published of a file in `static/` of `theme`, by its path within the theme."""
    if name.endswith(".css"):
        from digest.render.stylesheets import join_sheets  # noqa: PLC0415 -- once a theme

        return join_sheets(theme, name)
    data = theme.read(theme.files[name])
    if name.lower().endswith(".svg"):
        # whether one that cannot be cleaned may run scripts is told already
        with suppress(UncleanError):
            return clean_svg(data).data
    return data
