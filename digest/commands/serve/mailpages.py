"""The preview's pages about mails."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import msgspec

from digest.commands.serve.pages import make_page, write_script
from digest.render.mailsize import describe_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.commands.serve.mailfiles import Mail
    from digest.commands.serve.state import State
    from digest.settings.emailconfig import EmailSettings


class Look(msgspec.Struct, frozen=True):
    """How a mail is shown; in an address it is the query."""

    dark: bool = False
    pictures: bool = True

    @classmethod
    def read(cls, query: str) -> Look:
        """Return the look that a query names."""
        words = query.split("&")
        return cls("dark" in words, "no-pictures" not in words)

    def write(self) -> str:
        """Return the query, `?` included, that names the look."""
        words = ["dark"] * self.dark + ["no-pictures"] * (not self.pictures)
        return f"?{'&'.join(words)}"


def mail_list(editions: Iterable[str], mails: Iterable[Mail], budget: int, state: State) -> str:
    """Return the page that leads to the mail of each edition."""
    made = {mail.edition: mail for mail in mails}
    rows = "\n".join(
        f'<tr><td><a href="/_mail/{escape(edition)}/">{escape(edition)}</a></td>'
        f"<td>{_size(made[edition], budget) if edition in made else 'not built yet'}</td></tr>"
        for edition in editions
    )
    main = (
        "<main>\n<h1>Mail</h1>\n<table>\n<tr><th>edition</th><th>size of its HTML</th></tr>\n"
        f"{rows}\n</table>\n<p>Its mail is built when you open an edition here.</p>\n"
        f"{_to_site(state)}</main>"
    )
    return make_page("Mail", main, write_script(site=state.site))


def mail_page(mail: Mail, email: EmailSettings, look: Look, state: State, *, is_draft: bool) -> str:
    """Return the page that shows an edition's mail; of drafts no files are handed out."""
    parts = [
        f"<main>\n<h1>The mail of {escape(mail.edition)}</h1>",
        "" if email.sender else "<p>It has no sender: no email.from is set.</p>",
        _inbox(mail),
        _facts(mail, email.budget),
        _files(is_draft=is_draft),
        _choices(look),
        _windows(look),
        f'<h2>Text</h2>\n<pre tabindex="0">{escape(mail.text)}</pre>',
        f'<p><a href="/_mail/">Other editions</a></p>\n{_to_site(state)}</main>',
    ]
    title = f"Mail of {mail.edition}"
    return make_page(title, "\n".join(filter(None, parts)), write_script(site=state.site))


def no_mail_page(edition: str, state: State) -> str:
    """Return the page in place of a mail that there is not."""
    main = (
        f"<main>\n<h1>No mail has been built for this edition</h1>\n<p>{escape(edition)}. "
        f'<a href="/_mail/">Other editions</a>.</p>\n{_to_site(state)}</main>'
    )
    return make_page("No mail", main, write_script(site=state.site))


def _inbox(mail: Mail) -> str:
    """Show the mail as the list of an inbox does."""
    sender, subject = mail.headers.get("From", "you"), mail.headers.get("Subject", "")
    name = sender.partition("<")[0].strip().strip('"') or sender
    return (
        "<h2>In an inbox</h2>\n"
        f'<p class="inbox"><b>{escape(name)}</b> <b>{escape(subject)}</b> '
        f"<span>{escape(mail.line)}</span></p>"
    )


def _facts(mail: Mail, budget: int) -> str:
    rows = {
        **{name: escape(value) for name, value in mail.headers.items()},
        "HTML": _size(mail, budget),
        "Message": f"{mail.message_size:,} bytes",
    }
    lines = "\n".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows.items())
    return f"<table>\n{lines}\n</table>"


def _files(*, is_draft: bool) -> str:
    if is_draft:
        return (
            "<p>There are drafts in it, which 'digest build' leaves out: it is for looking at, and "
            "no file to send.</p>"
        )
    return (
        "<p>As 'digest build' makes them: <a href=\"message.eml\">the message</a>, "
        '<a href="message.html">its HTML</a>, <a href="message.txt">its text</a>.</p>'
    )


def _choices(look: Look) -> str:
    """Lead to the other looks."""
    choices = (
        ("Light", msgspec.structs.replace(look, dark=False)),
        ("Dark", msgspec.structs.replace(look, dark=True)),
        ("Pictures", msgspec.structs.replace(look, pictures=True)),
        ("No pictures", msgspec.structs.replace(look, pictures=False)),
    )
    here = " aria-current=true"
    links = " ".join(
        f'<a href="{escape(other.write())}"{here if other == look else ""}>{name}</a>'
        for name, other in choices
    )
    return f'<nav aria-label="How it is shown">{links}</nav>'


def _windows(look: Look) -> str:
    source = f"shown.html{escape(look.write())}"
    windows = "\n".join(
        f'<figure><figcaption>{name}</figcaption><iframe class="{name.lower()}" src="{source}" '
        f'title="The mail on a {name.lower()}" sandbox></iframe></figure>'
        for name in ("Desktop", "Phone")
    )
    return f'<div class="windows">\n{windows}\n</div>'


def _size(mail: Mail, budget: int) -> str:
    said = describe_size(mail.size, mail.tracked, budget)
    over = mail.tracked > budget
    return f'<span class="over">{said}: over the budget</span>' if over else said


def _to_site(state: State) -> str:
    return f'<p><a href="{escape(state.base_path)}">The website</a></p>\n'
