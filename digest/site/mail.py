"""The mail of an edition: its message, and what that shows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.diagnostics import Diagnostic, Found
from digest.settings.buildoptions import ALL, NEWEST
from digest.settings.emailconfig import is_list_id, list_tags
from digest.settings.providertags import find_opening, find_tags, hide_tags
from digest.settings.subjects import make_subject
from digest.site.addresses import MAIL, SUBSCRIBE, public_url
from digest.site.mailpictures import list_pictures
from digest.site.outputs import Output, make_key
from digest.site.views.mail import MailPart, MailView, Part, Sender
from digest.site.views.pages import EditionView

if TYPE_CHECKING:
    from digest.basics.editions import Edition
    from digest.settings.config import Settings
    from digest.settings.emailconfig import EmailSettings
    from digest.site.join import EnrichedEdition
    from digest.site.mailpictures import MailPictures
    from digest.site.pages.made import MadeUnit

_OPENINGS = {"buttondown": "{{", "listmonk": "{{", "mailchimp": "*|", "ghost": "{{"}
"""What the tags of a mail service begin with."""

PARTS: tuple[tuple[Part, str], ...] = (
    ("html", "message.html"),
    ("text", "message.txt"),
    ("message", "message.eml"),
)
"""What a mail consists of, and the names of its files."""


def is_mailed(edition: str, choice: str, *, is_newest: bool) -> bool:
    """Tell whether an edition's mail is made.

    `choice` is `newest`, `all`, `none`, or ids with commas between them.
    """
    return is_newest if choice == NEWEST else is_named(edition, choice)


def is_named(edition: str, choice: str) -> bool:
    """Tell whether an edition's mail is made whether or not it is the newest."""
    return choice == ALL or edition in choice.split(",")


def plan_mail(
    made: MadeUnit,
    one: EnrichedEdition,
    pictures: MailPictures,
    settings: Settings,
    depends: str,
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
        used = sorted({address for address, _ in list_pictures([page])})
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
        key = make_key("mail", mail, depends)
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
    texts["list_id"] = email.list_id or _make_list_id(settings.mail_url)
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


def _make_list_id(url: str) -> str:
    """Return the id of a newsletter's list: its address as a name of the host's (RFC 2919).

    Empty where it is none.
    """
    parts = urlsplit(url)
    names = [*filter(None, parts.path.split("/"))][::-1]
    id_ = ".".join([*names, parts.hostname or ""])
    return id_ if is_list_id(id_) else ""


def _find_openings(email: EmailSettings) -> tuple[str, ...]:
    """Return what the tags of the provider in use begin with.

    That is the provider which the settings name, and whose tags are in them: what stands between
    single brackets in a name or an address is more often none.
    """
    addresses = f"{email.subscribe_url} {email.preferences_url} {email.unsubscribe_url} {email.to}"
    known = {find_opening(tag) for tag in find_tags(addresses)}
    double = {opening for tag in list_tags(email) if len(opening := find_opening(tag)) > 1}
    own = _OPENINGS.get(email.provider.name)
    return tuple(sorted({*known, *double, *([own] if own else ())} - {""}))


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
