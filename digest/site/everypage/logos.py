"""The newsletter's logo and icon: which files they are, and what is made of them.

Browsers show both as they are. For whoever shows no SVG, as mail programs, readers of feeds and
the screens of phones, there are PNGs.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.images import is_image_name
from digest.basics.text import did_you_mean
from digest.site.addresses import file_address, site_path, static_path
from digest.site.checks.pictures import check_picture
from digest.site.mailpictures import check_drawable, find_drawable, fit_picture
from digest.site.outputs import Output, make_key
from digest.site.views.brand import Icon, IconFile, Logo
from digest.site.views.icon import IconView
from digest.site.views.parts import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.content.filefacts import FileFacts
    from digest.settings.config import Settings
    from digest.settings.logoconfig import LogoChoice, PicturePath
    from digest.site.index import Imports

_ICONS = {
    "small": ("favicon.png", IconView(144)),
    "large": ("icon.png", IconView(512)),
    "touch": ("apple-touch-icon.png", IconView(180, is_opaque=True)),
}
"""Where the PNGs of an icon are, and how they are made.

The first is for search engines, which want a multiple of 48 pixels, and for RSS, whose pictures
have 144 at most (RSS 2.0, `<image>`); the second for feeds, as JSON Feed 1.1 has it; iOS asks for
the third, and fills what one sees through with black.
"""
_UNEVEN = 0.02
"""By how much of its longer side an icon may be other than square: nobody sees that."""
_TYPES = {".svg": "image/svg+xml", ".jpg": "image/jpeg"}


class Marks(msgspec.Struct, frozen=True):
    """A site's logo and icon."""

    logo: Logo | None = None
    icon: Icon | None = None
    files: tuple[str, ...] = ()
    """Those that the settings name and that are there, by their paths."""
    outputs: tuple[Output, ...] = ()
    """What is made of them."""
    diagnostics: tuple[Diagnostic, ...] = ()


class _MarkMaker:
    def __init__(
        self,
        imports: Imports,
        facts: Callable[[str], FileFacts],
        paper: str,
    ) -> None:
        self.imports = imports
        self.facts = facts
        self.paper = paper
        self.files: list[str] = []
        self.outputs: list[Output] = []
        self.found: list[Diagnostic] = []

    def make_logo(self, choice: LogoChoice) -> Logo | None:
        light = self._find(choice.light)
        dark = self._find(choice.dark) if choice.dark else None
        if light is None:
            return None
        fit = fit_picture(light, choice.light.path, self.facts, self.imports, self.paper)
        self.outputs += fit.outputs
        self.found += [fit.problem] if fit.problem else []
        return Logo(light, dark, fit.mailed, fit.fed)

    def make_icon(self, path: PicturePath) -> Icon | None:
        picture = self._find(path)
        if picture is None:
            return None
        if abs(picture.width - picture.height) > max(picture.width, picture.height) * _UNEVEN:
            message = f"'{path.path}' is {picture.width} by {picture.height}: an icon is square"
            hint = "make it as wide as it is tall: else its PNGs have empty edges"
            self.found.append(path.place.diagnose("field-doubtful", message, hint))
        suffix = posixpath.splitext(path.path)[1].lower()
        return Icon(
            picture.address,
            _TYPES.get(suffix, f"image/{suffix.removeprefix('.')}"),
            **self._make_icons(path.path),
        )

    def _make_icons(self, path: str) -> dict[str, IconFile]:
        """Plan the PNGs of an icon; those that the editor has made are taken as they are."""
        source = find_drawable(path, self.imports)
        known = self.facts(source.path)
        cannot = "no icon for phones and feeds can be made of"
        problem = check_drawable(source.path, known, "image-missing", cannot)
        files = {name: static_path(address) for name, (address, _) in _ICONS.items()}
        own = {name for name, file in files.items() if self.imports.has("file", file)}
        if problem and own < _ICONS.keys():
            self.found.append(problem)
        # a bitmap is made no larger than it is
        is_drawing = source.path.lower().endswith(".svg")
        made = {}
        for name, (address, wanted) in _ICONS.items():
            most = wanted.size if is_drawing else max(known.width, known.height)
            view = msgspec.structs.replace(wanted, size=min(wanted.size, most))
            if name not in own and problem:
                continue
            made[name] = IconFile(address, view.size)
            if name not in own:
                key = make_key("icon", view, known.hash)
                made_of = (source.file, known.hash, view)
                self.outputs.append(Output(site_path(address), "icon", key, *made_of))
        return made

    def _find(self, said: PicturePath) -> Picture | None:
        """Return the picture that a setting names; None, and a problem, where there is none."""
        if not self.imports.has("file", said.path):
            names = (path for path in self.imports.keys("static") if is_image_name(path))
            message, hint = f"there is no '{said.path}'", did_you_mean(said.path, names)
            self.found.append(said.place.diagnose("image-missing", message, hint))
            return None
        known = self.facts(said.path)
        self.found += check_picture(said.path, said.place, known)
        if not known.width or known.fault:
            return None
        self.files.append(said.path)
        return Picture(file_address(said.path), known.width, known.height)


def make_marks(
    settings: Settings, imports: Imports, facts: Callable[[str], FileFacts], paper: str
) -> Marks:
    """Find the logo and the icon that site.yaml names, and plan what is made of them.

    `facts` gives what is known of a file, and `paper` is the colour of the theme's pages. Problems:
    `image-missing`, where a file is not there, cannot be read, or none can be made of it;
    `email-image`, where mails cannot show the logo.
    """
    maker = _MarkMaker(imports, facts, paper)
    logo = maker.make_logo(settings.logo) if settings.logo else None
    icon = maker.make_icon(settings.icon) if settings.icon else None
    return Marks(logo, icon, tuple(maker.files), tuple(maker.outputs), tuple(maker.found))
