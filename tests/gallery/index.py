"""The page that shows all pictures side by side."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

STYLE = """
body { margin: 0; padding: 1.5rem; background: #8a8a8a; color: #111; font: 14px/1.4 sans-serif }
nav { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; margin-block-end: 1rem }
a { color: inherit }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem }
section > div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none }
img { display: block; inline-size: 300px; block-size: 420px; object-fit: cover }
img { object-position: top }
.wide img { inline-size: 480px }
.card img { inline-size: 480px; block-size: auto }
"""


class Tile(NamedTuple):
    """A picture on the page."""

    kind: str
    """What it is of."""
    label: str
    file: str
    is_wide: bool


def make_index(tiles: list[Tile]) -> str:
    """Return the HTML of a page that shows pictures, those of a kind beside each other."""
    kinds = list(dict.fromkeys(tile.kind for tile in tiles))
    links = "".join(f'<a href="#{kind}">{kind}</a> ' for kind in kinds)
    sections = "".join(
        f'<section id="{kind}" class="{kind}"><h2>{kind}</h2><div>'
        + "".join(_figure(tile) for tile in tiles if tile.kind == kind)
        + "</div></section>\n"
        for kind in kinds
    )
    return (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Gallery</title>'
        f"<style>{STYLE}</style>\n<nav>{links}</nav>\n{sections}</html>\n"
    )


def _figure(tile: Tile) -> str:
    wide = ' class="wide"' if tile.is_wide else ""
    file, label = escape(tile.file), escape(tile.label)
    return (
        f'<figure{wide}><a href="{file}"><img src="{file}" alt="" loading="lazy"></a>'
        f"<figcaption>{label}</figcaption></figure>"
    )
