"""An edition's mail, built and checked, to be sent from here. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, has_errors
from digest.commands.editionplan import plan_edition
from digest.commands.siteplan import read_newsletter
from digest.content.wording import hash_words
from digest.output.linkedunits import use_rows
from digest.output.memo import recall_memo
from digest.render.providers import finish_text
from digest.sending.mailservice import Letter, SetupError, make_mark
from digest.sending.proof import read_subject
from digest.site.addresses import MAIL, earlier_ids
from digest.site.mail import PARTS
from digest.site.views.mail import TEMPLATE, MailPart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.basics.editions import Edition  # noqa: TC004 -- nothing converts a mail
    from digest.commands.siteplan import Newsletter, SitePlan
    from digest.settings.buildoptions import BuildOptions
    from digest.settings.config import Settings  # noqa: TC004 -- likewise
    from digest.site.rows import Rows


class Mail(msgspec.Struct, frozen=True):
    """An edition's mail, built and checked."""

    edition: Edition
    settings: Settings
    diagnostics: tuple[Diagnostic, ...]
    """Of the whole newsletter: where one is an error, there is nothing to send."""
    letter: Letter | None = None
    """None where there is an error."""
    message: bytes = b""
    words: str = ""
    """The hashes of the edition's words, as the ledger has them."""


def build_mail(root: Path, id_: str, options: Callable[[str], BuildOptions]) -> Mail:
    """Return the mail of the edition `id_` of the newsletter in `root`, as a build makes it.

    That of a draft is made as if it were published, and one of a later date as on its day. Nothing
    is written. `options` are asked for with the site's time zone. Raises NoEditionError and
    SetupError.
    """
    with recall_memo(root / "build") as memo:
        newsletter = read_newsletter(root, memo, options)
        return use_rows(memo, lambda before: _build_mail(newsletter, id_, before))


def _build_mail(newsletter: Newsletter, id_: str, before: Rows) -> Mail:
    planned, folder, _ = plan_edition(newsletter, id_, before, has_mail=True)
    mail = Mail(folder.edition, newsletter.settings, planned.diagnostics)
    if has_errors(planned.diagnostics):
        return mail
    words = str(hash_words(folder, newsletter.units.texts.plain))
    return msgspec.structs.replace(_render(planned, mail), words=words)


def _render(planned: SitePlan, mail: Mail) -> Mail:
    """Return a mail with what its parts say, or what is wrong with them."""
    edition = mail.edition
    paths = {part: f"{MAIL}/{edition.id}/{name}" for part, name in PARTS}
    outputs = {output.path: output for output in planned.find_views({*paths.values()})}
    if not outputs:
        name = planned.newsletter.settings.theme.name
        raise SetupError(f"the theme '{name}' makes no mails: it has no '{TEMPLATE}'")
    renderer = planned.make_renderer()
    made = {part: renderer.render(outputs[path]) for part, path in paths.items()}
    fatal = {each for one in made.values() if one.value is None for each in one.diagnostics}
    found = {each for one in made.values() for each in one.diagnostics}
    told = planned.judge(found - fatal, fatal)
    mail = msgspec.structs.replace(mail, diagnostics=told)
    if has_errors(told):
        return mail
    html, text, message = (made[part].value or b"" for part in ("html", "text", "message"))
    view = outputs[paths["html"]].view
    assert isinstance(view, MailPart)  # noqa: S101 -- what is planned at this path
    page, home = view.mail.edition.page, mail.settings.first_url or mail.settings.url
    letter = Letter(
        edition=edition.id,
        marks={make_mark(home, id_): id_ for id_ in (edition.id, *earlier_ids(edition))},
        title=edition.title,
        subject=read_subject(message),
        preheader=finish_text(page.description, view.mail.sender),
        html=html.decode(),
        text=text.decode(),
        url=page.canonical,
    )
    return msgspec.structs.replace(mail, letter=letter, message=message)
