"""The mail of an edition: what it shows, and the pictures that mail clients can show."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from digest.basics.diagnostics import Diagnostic, Found
from digest.basics.images import MOST_PIXELS
from digest.settings.emailconfig import list_tags, make_subject
from digest.settings.providertags import find_opening, find_tags, hide_tags
from digest.site.addresses import MAIL, SUBSCRIBE, public_url, site_path
from digest.site.outputs import Output, make_key
from digest.site.views.mail import MailPart, MailView, Part, Sender
from digest.site.views.pages import EditionView, EntryPageView
from digest.site.views.parts import PapersBlock, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.diagnostics import Place
    from digest.basics.editions import Edition
    from digest.content.discover import Source
    from digest.content.filefacts import FileFacts
    from digest.settings.config import Settings
    from digest.settings.emailconfig import EmailSettings
    from digest.site.join import EnrichedEdition
    from digest.site.pages.maker import MadePage, MadeUnit

NEWEST, ALL = "newest", "all"

_UNKNOWN = frozenset({".svg", ".svgz", ".webp", ".avif", ".heic", ".heif", ".jxl", ".tif", ".tiff"})
"""Kinds of pictures that some mail client does not show (caniemail.com)."""

_FORMAT = frozenset({"format", "fm"})
"""How servers that make pictures of several kinds are asked for one of them, in the query."""
WIDEST = 1200
"""In pixels. A wider picture is made as wide as this, twice what a mail's column is."""
_SHOWN = frozenset({".png", ".jpg", ".jpeg"})
_MADE_OF = {".jpg": ".jpg", ".jpeg": ".jpg", ".avif": ".jpg"} | dict.fromkeys(
    (".png", ".webp", ".svg"), ".png"
)
"""From the kind of a picture to the kind that it is turned into; a GIF may move, and stays."""


_OPENINGS = {"buttondown": "{{", "listmonk": "{{", "mailchimp": "*|", "ghost": "{{"}
"""What the tags of a mail service begin with."""

PARTS: tuple[tuple[Part, str], ...] = (
    ("html", "message.html"),
    ("text", "message.txt"),
    ("message", "message.eml"),
)
"""What a mail consists of, and the names of its files."""


class MailPictures(msgspec.Struct, frozen=True):
    """The pictures of an edition's mail."""

    shown: dict[str, Picture] = {}
    """From the address of a picture on the web to the one that the mail shows."""
    refused: dict[str, Diagnostic] = {}
    """From the address of one that mails cannot show to the reason."""
    outputs: tuple[Output, ...] = ()
    """Those that are made for mails alone."""


def is_mailed(edition: str, choice: str, *, is_newest: bool) -> bool:
    """Tell whether an edition's mail is made.

    `choice` is `newest`, `all`, `none`, or ids with commas between them.
    """
    return is_newest if choice == NEWEST else is_named(edition, choice)


def is_named(edition: str, choice: str) -> bool:
    """Tell whether an edition's mail is made whether or not it is the newest."""
    return choice == ALL or edition in choice.split(",")


def plan_pictures(made: MadeUnit, fit: FitPicture) -> MailPictures:
    """Find a picture that every mail client shows for each picture of an edition.

    They are made for all editions, not only for those whose mail is made now: a mail that was
    sent long ago still shows them. `fit` finds it for a file.
    """
    shown: dict[str, Picture] = {}
    refused: dict[str, Diagnostic] = {}
    outputs: dict[str, Output] = {}
    for address, picture in dict(_pictures(made.pages)).items():
        path = made.files.get(address, "")
        # at an address elsewhere: it is shown as it is, or not at all
        found = fit(picture, path) if path else _take_elsewhere(picture, made)
        if found.picture:
            shown[address] = found.picture
        if found.problem:
            refused[address] = found.problem
        if found.output:
            outputs[found.output.path] = found.output
    return MailPictures(shown, refused, tuple(outputs.values()))


class Fit(msgspec.Struct, frozen=True):
    """What of a picture every mail client shows."""

    picture: Picture | None = None
    """None where nothing can be shown."""
    output: Output | None = None
    """What is made for it."""
    problem: Diagnostic | None = None
    """Why there is none; what is no picture at all is told where a page shows it."""


FitPicture = Callable[[Picture, str], Fit]
"""Takes a picture on the web and the path of its file."""


def fit_picture(
    picture: Picture,
    path: str,
    facts: Callable[[str], FileFacts],
    find_file: Callable[[str], Source | None],
    paper: str,
) -> Fit:
    """Find a picture that every mail client shows for one of the site's files.

    `find_file` returns a file by its path, if it is there, and `paper` is the colour that what one
    sees through is set on.
    """
    source = find_drawable(path, find_file)
    known = facts(source.path)
    if source.path == path and (not known.width or known.fault):
        return Fit()
    if problem := check_drawable(source.path, known, "email-image", "the mail cannot show"):
        return Fit(problem=problem)
    suffix = posixpath.splitext(source.path)[1].lower()
    is_fit = source.path == path and known.width <= WIDEST and not known.fickle
    if suffix == ".gif" or (is_fit and suffix in _SHOWN):
        return Fit(picture)
    made = f"{posixpath.splitext(picture.address)[0]}.mail{_MADE_OF[suffix]}"
    key = make_key("mail-picture", WIDEST, paper, known.hash)
    output = Output(site_path(made), "mail-picture", key, source.file, known.hash)
    return Fit(Picture(made, picture.width, picture.height), output)


def _take_elsewhere(picture: Picture, made: MadeUnit) -> Fit:
    problem = _check_address(picture.address, made.elsewhere.get(picture.address))
    return Fit(problem=problem) if problem else Fit(picture)


def find_drawable(path: str, find_file: Callable[[str], Source | None]) -> Source:
    """Return the file that a bitmap is made of: of an SVG, the PNG of its name if there is one."""
    stem, suffix = posixpath.splitext(path)
    beside = find_file(f"{stem}.png") if suffix.lower() == ".svg" else None
    own = find_file(path)
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
    return f".{asked[-1].lower()}" if asked else posixpath.splitext(unquote(parts.path))[1].lower()


def _count_pixels(name: str, known: FileFacts) -> int:
    """Return how many pixels have to be held in memory; of a drawing, as wide as it may be."""
    if name.lower().endswith(".svg"):
        return WIDEST * WIDEST * known.height // known.width
    return known.width * known.height


def plan_mail(
    made: MadeUnit,
    one: EnrichedEdition,
    pictures: MailPictures,
    settings: Settings,
    depends: Iterable[bytes | str],
) -> Found[tuple[Output, ...]]:
    """Plan the message of an edition: the message, and its two parts beside it.

    `depends` is what every page's key has. Problems: `email-image`, for pictures that are in it as
    their text alone.
    """
    entries = [covered.entry for covered in one.entries]
    whole = tuple(entry.slug for entry in entries if not entry.fold)
    lines = {entry.slug: entry.description.plain for entry in entries if entry.description}
    sender = _make_sender(settings)
    outputs: list[Output] = []
    found: list[Diagnostic] = []
    for page in made.pages:
        view = page.view
        if not isinstance(view, EditionView):
            continue
        used = sorted({address for address, _ in _pictures([page])})
        found += (pictures.refused[address] for address in used if address in pictures.refused)
        page_url = public_url(settings.mail_url, view.page.address)
        public = msgspec.structs.replace(view.page, canonical=page_url)
        mail = MailView(
            edition=msgspec.structs.replace(view, page=public),
            url=settings.mail_url,
            whole=whole,
            lines=lines,
            pictures={one: pictures.shown[one] for one in used if one in pictures.shown},
            subject=_make_subject(one.edition, settings),
            sender=sender,
        )
        key = make_key("mail", mail, *depends)
        for part, name in PARTS:
            path = f"{MAIL}/{view.edition.id}/{name}"
            outputs.append(Output(path, "mail", key, page.source, view=MailPart(part, mail)))
    return Found(tuple(outputs), tuple(found))


def _make_sender(settings: Settings) -> Sender:
    """Return what a mail needs of the settings, the provider's tags hidden."""
    email = settings.email
    fields = set(Sender.__struct_fields__) & set(email.__struct_fields__)
    texts = {field: getattr(email, field) for field in sorted(fields)}
    texts["subscribe_url"] = email.subscribe_url or _find_way_in(settings)
    hidden = {name: hide_tags(text) for name, text in texts.items() if isinstance(text, str)}
    url = email.unsubscribe_url
    # RFC 8058, section 3.1: an https address that tells the reader by itself
    is_known = email.one_click or bool(find_tags(url))
    is_own = bool(url) and not url.startswith("http:") and is_known
    own = {
        "one_click": is_own,
        "tags": list_tags(email),
        "openings": _find_openings(email),
    }
    return Sender(**{**texts, **hidden, **own})


def _find_openings(email: EmailSettings) -> tuple[str, ...]:
    """Return what the tags of the provider in use begin with.

    That is the provider which the settings name, and whose tags are in them: what stands between
    single brackets in a name or an address is more often none.
    """
    addresses = f"{email.subscribe_url} {email.preferences_url} {email.unsubscribe_url} {email.to}"
    known = {find_opening(tag) for tag in find_tags(addresses)}
    double = {opening for tag in list_tags(email) if len(opening := find_opening(tag)) > 1}
    own = _OPENINGS.get(email.provider.name)
    return tuple(sorted({*known, *double, *([own] if own else ())}))


def _find_way_in(settings: Settings) -> str:
    """Return where readers subscribe on the web; empty where there is no such place."""
    if settings.has_subscribe_page:
        return public_url(settings.mail_url, SUBSCRIBE)
    return settings.subscribe.url if settings.subscribe else ""


def _make_subject(edition: Edition, settings: Settings) -> str:
    """Return the edition's own subject, or one made by the setting."""
    return edition.subject or make_subject(
        settings.email.subject,
        title=edition.title,
        description=edition.description.plain if edition.description else "",
        number=str(edition.number or ""),
        newsletter=settings.title,
    )


def _pictures(pages: Iterable[MadePage]) -> Iterator[tuple[str, Picture]]:
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
