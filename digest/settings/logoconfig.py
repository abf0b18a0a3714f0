"""The settings `logo:` and `icon:` in site.yaml: pictures of static/, or beside the pages."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.images import is_image_name
from digest.settings.converters import wrong_form
from digest.settings.schema import Field, convert_mapping
from digest.settings.yamlnodes import MapNode, Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading

_FOLDER = "static/"
_FOLDERS = (_FOLDER, "content/pages/")
_KINDS = "use PNG, JPEG, GIF, WebP, AVIF or SVG"


class PicturePath(msgspec.Struct, frozen=True):
    """A picture that a setting names."""

    path: str
    """From the site's root, as `static/logo.svg`; whether it is there is not known yet."""
    place: Place


class LogoChoice(msgspec.Struct, frozen=True):
    """The logo, and the one that stands in its place on a dark page."""

    light: PicturePath
    dark: PicturePath | None = None


def picture_path(node: Node, reading: Reading) -> PicturePath | None:
    """Read the path of a picture in static/ or content/pages/."""
    typed = node.text.strip() if isinstance(node, Scalar) else ""
    path = posixpath.normpath(typed) if typed else ""
    if not path.startswith(_FOLDERS):
        name = posixpath.basename(path.rstrip("/"))
        hint = f"put it into {_FOLDER} and write '{_FOLDER}{name}'" if is_image_name(name) else ""
        hint = hint or (_KINDS if "." in name else f"as '{_FOLDER}logo.svg'")
        where = " or ".join(_FOLDERS)
        wrong_form(node, reading, f"this must be the path of a picture in {where}", hint)
        return None
    if not is_image_name(path):
        wrong_form(node, reading, "this must be the path of a picture", _KINDS)
        return None
    return PicturePath(path, node.place)


_LOGO = {"light": Field(picture_path, required=True), "dark": Field(picture_path)}


def logo(node: Node, reading: Reading) -> LogoChoice | None:
    """Read `logo:`: a path, or two, of which the second is for dark pages."""
    if not isinstance(node, MapNode):
        found = picture_path(node, reading)
        return LogoChoice(found) if found else None
    values = convert_mapping(node, _LOGO, reading, what="logo")
    if not values or "light" not in values:
        return None
    return LogoChoice(values["light"], values.get("dark"))


LOGO_FIELDS = {"logo": Field(logo), "icon": Field(picture_path)}
