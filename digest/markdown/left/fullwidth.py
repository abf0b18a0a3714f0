"""Signs of Markdown in full width, as Chinese and Japanese keyboards write them."""

# ruff: noqa: RUF001 -- the full width is meant

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import OPAQUE, Remark, make_form

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

LETTER = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""A letter of Chinese, Japanese or Korean, in a class of characters."""
OPENING, CLOSING = "（「『【《“", "）」』】》”。，、；：！？…"
"""Signs that are written among such letters, with no blank beside them."""
_IMAGE = lazy_regex(r"(?:！|! )(\[[^\[\]]*\]\([^()\s]+\.(?:avif|gif|jpe?g|png|svg|webp)[^()\s]*\))")


def _tell_image(found: Found) -> str | Remark:
    image = _IMAGE.match(found.typed.text, found.match.start())
    return Remark(f"write '!{image[1]}' for an image", length=len(image[0])) if image else ""


def _tell_heading(found: Found) -> str:
    marks = "#" * len(found["marks"])
    return f"write '{marks} {found['words']}' for a heading"


FORMS = (
    make_form(("！", "! "), "！|(?<![^\\s])! ", _tell_image),
    make_form(
        "＊＊",
        r"＊＊(?P<inner>[^＊\n]+)＊＊",
        lambda found: f"write '**{found['inner']}**'",
    ),
    make_form(
        "\n＃",
        r"^(?P<marks>＃{1,6})[ \u3000]*(?P<words>[^\s＃][^＃\n]*)$",
        _tell_heading,
    ),
    # between letters that no space parts from it, `_` is no sign of emphasis
    make_form(
        "_",
        rf"(?<![A-Za-z0-9_])_(?=[^_\s{OPAQUE}]*[{LETTER}])(?P<inner>[^_\s{OPAQUE}]++)_(?![A-Za-z0-9_])",
        lambda found: f"write '*{found['inner']}*', or '\\_' for a sign",
    ),
    make_form(
        "\n-",
        rf"^-(?P<word>[{LETTER}]\S*+)(?=[^\n]*\n-[{LETTER}])",
        lambda found: f"write '- {found['word']}' for an item of a list, or '\\-' for the sign",
    ),
)
