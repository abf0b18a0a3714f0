"""The pictures of mails and feeds: of each, one that every mail client and feed reader shows."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from digest.basics.colours import Colour, contrast, parse_colour
from digest.basics.diagnostics import Diagnostic
from digest.basics.images import MOST_PIXELS
from digest.basics.lazyregex import lazy_regex
from digest.site.addresses import site_path
from digest.site.exported import find_file
from digest.site.outputs import Output, make_key
from digest.site.views.mailpicture import MailPicture
from digest.site.views.pages import EditionView, EntryPageView
from digest.site.views.parts import PapersBlock, Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.diagnostics import Place
    from digest.content.discover import Source
    from digest.content.filefacts import FileFacts
    from digest.site.index import Imports
    from digest.site.pages.made import MadePage, MadeUnit

_UNKNOWN = frozenset({".svg", ".svgz", ".webp", ".avif", ".heic", ".heif", ".jxl", ".tif", ".tiff"})
"""Kinds of pictures that some mail client does not show (caniemail.com)."""

_FORMAT = frozenset({"format", "fm"})
"""How servers that make pictures of several kinds are asked for one of them, in the query."""
_DRAWN = lazy_regex(r"//(?:img\.shields\.io|badge\.[^/]+|badgen\.net)/|/badge(?:[/?#]|$)")
"""In the address of a sign of a project, which is an SVG unless a PNG or the like is asked for."""

WIDEST = 1200
"""In pixels. A wider picture is made as wide as this, twice what a mail's column is."""
_SHOWN = frozenset({".png", ".jpg", ".jpeg"})
_WHITE = "#ffffff"
_BLACK = Colour(0, 0, 0)
_LIGHT = 8
"""The contrast of black on a paper that is light: what is drawn in it is seen well."""
_MADE_OF = {".jpg": ".jpg", ".jpeg": ".jpg", ".avif": ".jpg", ".gif": ".gif"} | dict.fromkeys(
    (".png", ".webp", ".svg"), ".png"
)
"""From the kind of a picture to the kind that it is turned into; a GIF may move."""


class Fit(msgspec.Struct, frozen=True):
    """What of a picture every mail client and feed reader shows."""

    mailed: Picture | None = None
    """None where nothing can be shown."""
    fed: Picture | None = None
    """The same for feeds. Another one where the picture is transparent: nobody knows on which
    ground a feed reader shows it."""
    outputs: tuple[Output, ...] = ()
    """What is made for it."""
    problem: Diagnostic | None = None
    """Why there is none; what is no picture at all is told where a page shows it."""


class MailPictures(msgspec.Struct, frozen=True):
    """The pictures of an edition's mail."""

    shown: dict[str, Picture] = {}
    """From the address of a picture on the web to the one that the mail shows."""
    fed: dict[str, Picture] = {}
    """The same, to the one that feeds show."""
    refused: dict[str, Diagnostic] = {}
    """From the address of one that mails cannot show to the reason."""
    outputs: tuple[Output, ...] = ()
    """Those that are made for both."""


def plan_pictures(made: MadeUnit, fit: Callable[[Picture, str], Fit]) -> MailPictures:
    """Find a picture that every mail client and feed reader shows for each one of an edition.

    They are made for all editions, not only for those whose mail is made now: a mail that was
    sent long ago still shows them. `fit` takes a picture on the web and the path of its file.
    """
    shown: dict[str, Picture] = {}
    fed: dict[str, Picture] = {}
    refused: dict[str, Diagnostic] = {}
    outputs: dict[str, Output] = {}
    for address, picture in dict(list_pictures(made.pages)).items():
        path = made.files.get(address, "")
        # at an address elsewhere: it is shown as it is, or not at all
        found = fit(picture, path) if path else _take_elsewhere(picture, made)
        if found.mailed and found.fed:
            shown[address], fed[address] = found.mailed, found.fed
        if found.problem:
            refused[address] = found.problem
        outputs |= {output.path: output for output in found.outputs}
    return MailPictures(shown, fed, refused, tuple(outputs.values()))


def fit_picture(
    picture: Picture,
    path: str,
    facts: Callable[[str], FileFacts],
    imports: Imports,
    paper: str,
) -> Fit:
    """Find a picture that every mail client and feed reader shows for one of the site's files.

    What is transparent in it is set on `paper`, the ground of the theme's mails, as long as that is
    light, and else on white, as in feeds: mails and feeds are read on grounds of any colour, and
    pictures are drawn for a light one.
    """
    source = find_drawable(path, imports)
    known = facts(source.path)
    if source.path == path and (not known.width or known.fault):
        return Fit()
    if problem := check_drawable(source.path, known, "email-image", "the mail cannot show"):
        return Fit(problem=problem)
    suffix = posixpath.splitext(source.path)[1].lower()
    is_fit = source.path == path and not known.fickle
    if is_fit and (suffix == ".gif" or (known.width <= WIDEST and suffix in _SHOWN)):
        return Fit(picture, picture)
    mailed = _make_plain(picture, "mail", _choose_ground(paper), source, known)
    is_clear = known.is_clear or suffix == ".svg"
    # also where both are white: its address in feeds stays, whatever the theme's paper becomes
    fed = _make_plain(picture, "feed", _WHITE, source, known) if is_clear else mailed
    outputs = {output.path: output for _, output in (mailed, fed)}
    return Fit(mailed[0], fed[0], tuple(outputs.values()))


def _choose_ground(paper: str) -> str:
    colour = parse_colour(paper)
    return colour.hex if colour and contrast(colour, _BLACK) >= _LIGHT else _WHITE


def _make_plain(
    picture: Picture, name: str, ground: str, source: Source, known: FileFacts
) -> tuple[Picture, Output]:
    """Return what stands for a picture, on a ground, and how its file is made."""
    kind = _MADE_OF[posixpath.splitext(source.path)[1].lower()]
    address = f"{posixpath.splitext(picture.address)[0]}.{name}{kind}"
    view = MailPicture(ground)
    key = make_key("mail-picture", view, str(WIDEST), known.hash)
    output = Output(site_path(address), "mail-picture", key, source.file, known.hash, view)
    return Picture(address, picture.width, picture.height), output


def _take_elsewhere(picture: Picture, made: MadeUnit) -> Fit:
    problem = _check_address(picture.address, made.elsewhere.get(picture.address))
    return Fit(problem=problem) if problem else Fit(picture, picture)


def find_drawable(path: str, imports: Imports) -> Source:
    """Return the file that a bitmap is made of: of an SVG, the PNG of its name if there is one."""
    stem, suffix = posixpath.splitext(path)
    beside = find_file(imports, f"{stem}.png") if suffix.lower() == ".svg" else None
    own = find_file(imports, path)
    assert own is not None  # noqa: S101 -- it is shown
    return beside or own


def check_drawable(source: str, known: FileFacts, rule: str, cannot: str) -> Diagnostic | None:
    """Tell why no bitmap can be made of a file.

    What is no picture at all is `image-missing`, and all else `rule`; of that the message begins
    with `cannot`, as `the mail cannot show`.
    """
    name = posixpath.basename(source)
    if known.fault:
        rule, message = "image-missing", f"'{name}' cannot be read as an image"
        hint = known.fault
    elif name.lower().endswith(".svg") and known.fickle:
        what = "has words, which each machine would set in a face of its own, or other files in it"
        message = f"{cannot} '{name}': it {what}"
        hint = "put a PNG of the same name beside it, or turn the words into paths"
    elif _count_pixels(name, known) > MOST_PIXELS:
        message = f"{cannot} '{name}': it is too large to unpack"
        hint = f"make it smaller: {WIDEST:,} pixels in width are enough"
    else:
        return None
    return Diagnostic(source, 1, 1, rule, message, hint)


def _check_address(address: str, place: Place | None) -> Diagnostic | None:
    """Tell why a mail cannot show a picture from elsewhere, which nothing can be made of."""
    suffix = _find_suffix(address)
    if place is None or suffix not in _UNKNOWN:
        return None
    kind = suffix[1:].upper()
    message = f"the mail cannot show '{address}': Gmail, Outlook or others show no {kind}"
    hint = "show a PNG, JPEG or GIF from there, or put the file beside the text and show that"
    return place.diagnose("email-image", message, hint)


def _find_suffix(address: str) -> str:
    """Return the suffix of a picture's kind: what servers are asked for, or else the path's own."""
    parts = urlsplit(address)
    asked = [value for name, value in parse_qsl(parts.query) if name in _FORMAT]
    suffix = f".{asked[-1]}" if asked else posixpath.splitext(unquote(parts.path))[1]
    is_drawn = suffix.lower() not in _MADE_OF and _DRAWN.search(address)
    return ".svg" if is_drawn else suffix.lower()


def _count_pixels(name: str, known: FileFacts) -> int:
    """Return how many pixels have to be held in memory; of a drawing, as wide as it may be."""
    if name.lower().endswith(".svg"):
        return WIDEST * WIDEST * known.height // known.width
    return known.width * known.height


def list_pictures(pages: Iterable[MadePage]) -> Iterator[tuple[str, Picture]]:
    """List the pictures of editions' and entries' pages, by address."""
    for page in pages:
        view = page.view
        if isinstance(view, EditionView):
            blocks = [block for block in view.blocks if isinstance(block, PapersBlock)]
            entries = [entry for block in blocks for entry in block.entries]
        elif isinstance(view, EntryPageView):
            entries = [view.entry]
        else:
            continue
        shown = [*view.linked.pictures.values()]
        shown += (entry.figure.picture for entry in entries if entry.figure)
        yield from ((picture.address, picture) for picture in shown)
