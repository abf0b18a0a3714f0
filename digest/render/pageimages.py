"""The elements of a page's pictures: which file a browser takes of each, and when."""

from __future__ import annotations

import itertools
from html import escape
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.site.views.parts import Picture, Variant


class PageImages:
    """Writes the pictures of one page, in the order in which they stand.

    The first is loaded at once, and the others when a reader comes near them.
    """

    def __init__(self, href: Callable[[str], str], sizes: str) -> None:
        """`sizes` is how wide the theme shows a picture, as the attribute says it."""
        self._href = href
        self._sizes = sizes
        self._is_first = True

    def write(
        self,
        picture: Picture,
        alt: str,
        title: str = "",
        width: str = "",
        sizes: str = "",
        *,
        is_lead: bool = False,
    ) -> str:
        """Return an `img`, in a `picture` where there are other formats or sizes of it.

        `width` is how wide the editor wants it, and `sizes` stands in place of the theme's own. One
        that leads the page is loaded before all that need not be there at first.
        """
        sizes = sizes or self._sizes
        style = f' style="width:{width}"' if width.endswith("%") else ""
        if width and not style:
            picture, sizes = scale(picture, int(width)), f"{width}px"
        loading = "" if self._is_first else ' loading="lazy"'
        if is_lead and self._is_first:
            loading = ' fetchpriority="high"'
        self._is_first = False
        more = f'{style}{loading} decoding="async"'
        image = write_image(picture, alt, title, self._href, more)
        sources = "".join(self._sources(picture, sizes))
        return f"<picture>{sources}{image}</picture>" if sources else image

    def _sources(self, picture: Picture, sizes: str) -> Iterator[str]:
        by_type = itertools.groupby(picture.variants, lambda one: one.media_type)
        for media_type, variants in by_type:
            files = ", ".join(map(self._candidate, variants))
            shown = f' sizes="{escape(sizes)}"' if sizes else ""
            yield f'<source type="{media_type}" srcset="{escape(files)}"{shown}>'

    def _candidate(self, variant: Variant) -> str:
        # a comma at the end of an address would end it
        return f"{self._href(variant.address).replace(',', '%2C')} {variant.width}w"


def write_image(
    picture: Picture, alt: str, title: str, href: Callable[[str], str], more: str = ""
) -> str:
    """Return an `img` with its size; `more` are attributes besides."""
    height = f' height="{picture.height}"' if picture.height else ""
    size = f' width="{picture.width}"{height}' if picture.width else ""
    said = f' alt="{escape(alt)}"' + (f' title="{escape(title)}"' if title else "")
    return f'<img src="{escape(href(picture.address))}"{size}{said}{more}>'


COLUMN = 552
"""In CSS pixels: what is left of a mail's 600 between the margins. Feed readers have no less, and
pages little more."""


def pixels(width: str) -> int:
    """Return a width that an editor wants, `50%` of the column or `300`, in pixels of CSS."""
    number = int(width.removesuffix("%"))
    return COLUMN * number // 100 if width.endswith("%") else number


def size_in_row(picture: Picture, row: Iterable[Picture], width: str) -> Picture:
    """Return a picture of a row in its size: all are as high as the lowest of them.

    A theme that makes them narrower by one factor leaves them equally high. `width` is how wide the
    editor wants this one.
    """
    if width:
        return scale(picture, pixels(width))
    height = min((one.height for one in row if one.height), default=0)
    is_known = bool(height and picture.height)
    return scale(picture, round(picture.width * height / picture.height)) if is_known else picture


def scale(picture: Picture, width: int) -> Picture:
    """Return a picture as it is shown with a width, in pixels of CSS."""
    height = round(picture.height * width / picture.width) if picture.width else 0
    return msgspec.structs.replace(picture, width=width, height=height)
