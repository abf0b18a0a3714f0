"""The mail of an edition: what it shows, and the pictures that mail clients can show."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.site.dating import begin_of_day
from digest.site.mailview import MailPart, MailView, Part, Sender
from digest.site.outputs import MAIL, Output, make_key, site_path
from digest.site.views import EditionView, PapersBlock, Picture
from digest.text import canonical_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.content.load import Content, FileFacts
    from digest.site.join import EnrichedEdition
    from digest.site.pages import MadePage, MadeSite
    from digest.site.views import SiteConstants
    from digest.theme import Theme

NEWEST, ALL = "newest", "all"

WIDEST = 1200
"""In pixels. A wider picture is made as wide as this, twice what a mail's column is."""
_MOST_PIXELS = 60_000_000
"""A picture of more is not unpacked."""
_NARROWABLE = {".jpg": ".jpg", ".jpeg": ".jpg", ".avif": ".jpg", ".png": ".png", ".webp": ".png"}
"""From the kind of a picture to the kind that it is turned into; a GIF may move, and stays."""


PARTS: tuple[tuple[Part, str], ...] = (
    ("html", "message.html"),
    ("text", "message.txt"),
    ("message", "message.eml"),
)
"""What a mail consists of, and the names of its files."""


class MailPictures(msgspec.Struct, frozen=True):
    """The pictures of all mails."""

    shown: dict[str, Picture]
    """From the address of a picture on the web to the one that the mail shows."""
    outputs: tuple[Output, ...]
    """Those that are made for mails alone."""


def choose_mailed(editions: Sequence[EnrichedEdition], choice: str) -> tuple[EnrichedEdition, ...]:
    """Return the editions whose mail is made, of all that are published, oldest first.

    `choice` is `newest`, `all`, `none`, or ids with commas between them.
    """
    if choice == NEWEST:
        return tuple(editions[-1:])
    ids = choice.split(",")
    return tuple(one for one in editions if choice == ALL or one.edition.id in ids)


def plan_pictures(
    made: MadeSite, content: Content, facts: Callable[[str], FileFacts]
) -> MailPictures:
    """Find a picture that every mail client shows for each picture of every edition.

    They are made for all editions, not only for those whose mail is made now: a mail that was
    sent long ago still shows them. An SVG has none, unless a PNG of its name is beside it.
    """
    shown: dict[str, Picture] = {}
    outputs: dict[str, Output] = {}
    for address, picture in _pictures(made.pages):
        path = made.files.get(address, "")
        if not path:
            # at an address elsewhere: it is shown as it is
            shown[address] = picture
            continue
        stem, suffix = posixpath.splitext(path)
        if suffix.lower() == ".svg":
            path, suffix = f"{stem}.png", ".png"
        known = facts(path) if path in content.files else None
        if known is None or not known.width or known.width * known.height > _MOST_PIXELS:
            continue
        is_fit = known.width <= WIDEST and not known.transparent and path == made.files[address]
        if suffix.lower() == ".gif" or (is_fit and suffix.lower() in {".png", ".jpg", ".jpeg"}):
            shown[address] = picture
            continue
        width = min(known.width, WIDEST)
        fit = posixpath.splitext(address)[0] + ".mail" + _NARROWABLE[suffix.lower()]
        shown[address] = Picture(fit, width, round(known.height * width / known.width))
        key = make_key("mail-picture", WIDEST, known.hash)
        outputs[fit] = Output(site_path(fit), "mail-picture", key, path)
    return MailPictures(shown, tuple(outputs.values()))


def plan_mail(
    made: MadeSite,
    mailed: Iterable[EnrichedEdition],
    content: Content,
    pictures: MailPictures,
    constants: SiteConstants,
    theme: Theme,
) -> Iterator[Output]:
    """Plan the messages of the editions `mailed`: the message, and its two parts beside it."""
    email = content.settings.email
    sender = Sender(**{field: getattr(email, field) for field in Sender.__struct_fields__})
    whole = {
        one.edition.id: tuple(c.entry.slug for c in one.entries if not c.entry.fold)
        for one in mailed
    }
    for page in made.pages:
        view = page.view
        if not isinstance(view, EditionView) or view.edition.id not in whole:
            continue
        used = {address for address, _ in _pictures([page])} & pictures.shown.keys()
        mail = MailView(
            edition=view,
            whole=whole[view.edition.id],
            pictures={address: pictures.shown[address] for address in sorted(used)},
            date=begin_of_day(view.edition.date, content.settings.timezone),
            sender=sender,
        )
        key = make_key("mail", mail, canonical_json(constants), theme.fingerprint)
        for part, name in PARTS:
            path = f"{MAIL}/{view.edition.id}/{name}"
            yield Output(path, "mail", key, page.source, MailPart(part, mail))


def _pictures(pages: Iterable[MadePage]) -> Iterator[tuple[str, Picture]]:
    """List the pictures of all editions, by address."""
    for page in pages:
        view = page.view
        if not isinstance(view, EditionView):
            continue
        for picture in view.linked.pictures.values():
            yield picture.address, picture
        for block in view.blocks:
            for entry in block.entries if isinstance(block, PapersBlock) else ():
                if entry.figure:
                    yield entry.figure.picture.address, entry.figure.picture
