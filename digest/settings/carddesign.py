"""What the pictures are drawn with that pages are shared with: `card:` in theme.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.colours import colour_names, mix_written, parse_colour
from digest.basics.diagnostics import Checked, Place
from digest.basics.text import did_you_mean, fingerprint
from digest.settings.converters import scalar
from digest.settings.schema import Field, mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from digest.basics.diagnostics import Diagnostic
    from digest.settings.optiontypes import Value
    from digest.settings.yamlnodes import Scalar

_FACES = ("title", "label")
_COLOURS = ("paper", "ink", "soft", "accent")
_SOFT = 0.7
"""How much of the ink is in what is softer, unless the theme says otherwise."""

read_card = mapping({name: Field(scalar) for name in (*_FACES, *_COLOURS)}, "card")


class CardDesign(msgspec.Struct, frozen=True):
    """What the pictures are drawn with that pages are shared with."""

    title: str
    """Where the face of titles is on this machine."""
    label: str
    """And that of all else."""
    paper: str
    ink: str
    soft: str
    accent: str
    """Colours, as CSS writes them."""
    fingerprint: str
    """Of the colours, and of the faces' bytes."""
    places: dict[str, Place]
    """Where theme.yaml names each face."""


def make_card(
    fields: Mapping[str, Scalar],
    options: Mapping[str, Value],
    files: Mapping[str, str],
    hashes: Mapping[str, str],
    theme: Place,
    unread: Collection[str],
) -> Checked[CardDesign]:
    """Return the design of cards, if there is one; `theme-error` where something of it is lacking.

    `fields` are those of theme.yaml, which is at `theme`, `files` the theme's, and `hashes` those
    of their bytes. `unread` are the options that the theme names and that could not be read: what
    is wrong with them is told already.
    """
    found: list[Diagnostic] = []
    for face in _FACES:
        if face in fields and (name := fields[face].text) not in files:
            message, hint = f"the theme has no file '{name}'", did_you_mean(name, files)
            found.append(fields[face].place.diagnose("theme-error", message, hint))
    colours: dict[str, str] = {}
    for name in _COLOURS:
        if name in fields:
            # a colour may be that which a site chooses
            text = fields[name].text
            colours[name] = str(options.get(text, text))
            if not parse_colour(colours[name]) and text not in unread:
                message = f"'{text}' is no colour, and no option that has one"
                hint = did_you_mean(text, (*options, *colour_names()))
                found.append(fields[name].place.diagnose("theme-error", message, hint))
    colours.setdefault("soft", mix_written(colours.get("ink", ""), colours.get("paper", ""), _SOFT))
    lacks = [name for name in (*_FACES, *_COLOURS) if name not in {**fields, **colours}]
    if fields and lacks:
        message = f"'card:' lacks {', '.join(lacks)}"
        found.append(theme.diagnose("theme-error", message, "give it a value for each of these"))
    if not fields or found or not all(map(parse_colour, colours.values())):
        return Checked(None, tuple(found))
    faces = {face: files[fields[face].text] for face in _FACES}
    shown = (hashes[path] for path in faces.values())
    print_ = fingerprint(*shown, *colours.values())
    places = {face: fields[face].place for face in _FACES}
    return Checked(CardDesign(**faces, **colours, fingerprint=print_, places=places))
