"""An edition as a mail: its HTML within the budget, its text, and the message of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup

from digest.basics.diagnostics import Checked, Diagnostic
from digest.markdown.links import scheme
from digest.markdown.mathtext import math_html, replace_math
from digest.render.dates import print_date
from digest.render.fold import fold_few, list_candidates, list_entries, list_overview, renumber
from digest.render.languages import is_right_to_left
from digest.render.mailelements import adapt_elements
from digest.render.mailsize import measure, measure_entries
from digest.render.message import Envelope, make_message
from digest.render.pageimages import COLUMN, scale
from digest.render.providers import finish_html, finish_text, way_out
from digest.render.standalone import (
    Numbered,
    StandaloneProse,
    drop_colours,
    isolate_raised,
)
from digest.render.templates import find_templates
from digest.render.templates.colours import mix_colours
from digest.render.text.textpart import TextPart
from digest.site.addresses import public_url
from digest.site.views.mail import TEMPLATE, EntrySize, MailSize
from digest.site.views.parts import Picture, Use

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.basics.fragments import Parts
    from digest.basics.plain import Plain
    from digest.render.templates.witness import Witness
    from digest.settings.theme import Theme
    from digest.site.views.mail import MailPart, MailView
    from digest.site.views.pages import SiteConstants

FILTERS: dict[str, tuple[type, ...]] = {
    "prose": (Use,),
    "href": (str,),
    "picture": (Picture,),
    "mathless": (str,),
    "date": (str, str),
    "direction": (str,),
    "mix": (str, str, float),
}
"""The filters of a mail's templates, and what each takes."""
_FAR = 4
"""How many times its budget a mail must have for what is above that not to matter."""
_KEPT = ' data-css-inline="keep"'
"""How a template marks the style sheet that stays one."""

_MOST_COLOURED = 100
"""Parts of a block of code that have a colour in a mail: each takes some 45 bytes of it."""


class MailParts(msgspec.Struct, frozen=True):
    """A mail's two parts."""

    html: str
    text: str


class MailRenderer:
    """Renders the mails of one site with one theme."""

    def __init__(
        self,
        theme: Theme,
        constants: SiteConstants,
        texts: Callable[[str], Parts],
        plain: Callable[[str], Plain],
    ) -> None:
        self._theme = theme
        self._constants = constants
        self._texts = texts
        self._plain = plain
        self.templates = find_templates(theme, "mail/", FILTERS)
        self._written: dict[str, Checked[MailParts]] = {}
        """By the edition's id: the files of a mail are all made from one."""

    def render(self, view: MailPart) -> Checked[bytes]:
        """Return one of a mail's files.

        Problems: `theme-error`, and `email-over-budget`; they are those of the HTML.
        """
        mail = view.mail
        id_ = mail.edition.edition.id
        if id_ not in self._written:
            self._written[id_] = self._write(mail)
        parts = self._written[id_]
        if parts.value is None:
            return Checked(None, parts.diagnostics)
        match view.part:
            case "html":
                return Checked(parts.value.html.encode(), parts.diagnostics)
            case "text":
                return Checked(parts.value.text.encode())
            case "message":
                envelope = Envelope(mail.subject, mail.edition.page.lang, mail.sender)
                return Checked(make_message(envelope, parts.value.html, parts.value.text))

    def measure(self, mail: MailView) -> MailSize | None:
        """Return how long a mail is; None where it cannot be made at all."""
        folded, _ = self._fold(mail)
        made = self.write_html(mail, folded)
        whole = self.write_html(mail) if folded else made
        if made.value is None or whole.value is None:
            return None
        link = mail.sender.tracked_link
        in_full = dict(measure_entries(whole.value, link))
        entries = tuple(
            EntrySize(anchor, size, in_full[anchor], anchor in folded)
            for anchor, size in measure_entries(made.value, link)
        )
        id_, budget = mail.edition.edition.id, mail.sender.budget
        return MailSize(id_, measure(made.value), measure(made.value, link), budget, entries)

    def _write(self, mail: MailView) -> Checked[MailParts]:
        """Write a mail; entries from the end are folded if it is longer than its budget."""
        folded, made = self._fold(mail)
        if made.value is None:
            return Checked(None, made.diagnostics)
        size = measure(made.value, mail.sender.tracked_link)
        if size > mail.sender.budget:
            return Checked(None, (_refuse(mail, size),))
        parts = MailParts(made.value, self._write_text(mail, folded))
        return Checked(parts, (_tell_folded(mail, folded),) if folded else ())

    def _fold(self, mail: MailView) -> tuple[Sequence[str], Checked[str]]:
        """Return the entries to fold, and the HTML with them folded.

        Where it does not fit even so, all are folded that may be. What is many times too long is
        not finished: that takes long, and nobody will see it.
        """
        most = _FAR * mail.sender.budget
        tried: dict[int, Checked[str]] = {}

        def write(folded: Sequence[str]) -> Checked[str]:
            if len(folded) not in tried:
                filled = self._fill(mail, folded)
                is_far = filled.value is None or len(filled.value) > most
                tried[len(folded)] = filled if is_far else self._finish(filled, mail)
            return tried[len(folded)]

        def fits(folded: Sequence[str]) -> bool:
            html = write(folded).value
            # what cannot be made at all need not be made shorter
            sender = mail.sender
            return html is None or measure(html, sender.tracked_link) <= sender.budget

        folded = fold_few(list_candidates(mail), fits)
        return folded, write(folded)

    def _site(self, mail: MailView) -> SiteConstants:
        """Return the site as the mail names it."""
        return msgspec.structs.replace(self._constants, url=mail.url)

    def _write_text(self, mail: MailView, folded: Sequence[str]) -> str:
        citations = renumber(mail.edition, folded, self._texts).citations
        words = self._theme.words_in(mail.edition.page.lang)
        text = TextPart(mail, self._site(mail), words, self._plain, citations, folded).write()
        return finish_text(text, mail.sender)

    def write_html(
        self, mail: MailView, folded: Sequence[str] = (), witness: Witness | None = None
    ) -> Checked[str]:
        """Return a mail's HTML, of whatever length, with the entries `folded` as one line each.

        `witness` notes what is done with a sample.
        """
        return self._finish(self._fill(mail, folded, witness), mail)

    def _fill(
        self, mail: MailView, folded: Sequence[str], witness: Witness | None = None
    ) -> Checked[str]:
        """Return what the theme's template makes of a mail."""
        edition = mail.edition
        words = self._theme.words_in(edition.page.lang)
        shown = renumber(edition, folded, self._texts)
        shown = msgspec.structs.replace(shown, words=words)
        tools = _Tools(mail, self._texts, shown)
        context = {
            **{field: getattr(edition, field) for field in edition.__struct_fields__},
            "view": mail,
            "kind": mail.kind,
            "site": self._site(mail),
            "words": words,
            "words_lang": self._theme.words_lang(edition.page.lang),
            "citations": shown.citations,
            "overview": list_overview(mail, folded),
            # a dictionary finds at once, and keeps the order
            "folded": dict.fromkeys(folded),
            "sender": mail.sender,
            "unsubscribe": way_out(mail.sender),
        }
        return self.templates.render(TEMPLATE, context, tools, witness)

    def _finish(self, filled: Checked[str], mail: MailView) -> Checked[str]:
        """Put styles where mail programs look for them, and take out what nobody sees."""
        if filled.value is None:
            return filled
        import css_inline  # noqa: PLC0415 -- 17 ms, for mails only

        inliner = css_inline.CSSInliner(
            keep_style_tags=False,
            resolve_css_variables=True,
            apply_width_attributes=True,
            minify_css=True,
            load_remote_stylesheets=False,
        )
        inlined = _squeeze(inliner.inline(filled.value)).replace(_KEPT, "")
        return Checked(finish_html(inlined, mail.sender))


class _Tools:
    """The filters that a mail's template has."""

    def __init__(
        self,
        mail: MailView,
        texts: Callable[[str], Parts],
        shown: Numbered,
    ) -> None:
        self._mail = mail
        self._url = mail.url
        page = mail.edition.page
        self._lang = page.lang
        langs = {page.lang, *(entry.lang for entry in list_entries(mail.edition))}
        self._runs_both_ways = any(map(is_right_to_left, langs))
        self._prose = StandaloneProse(
            texts, shown, mail.edition.linked, self.href, page.canonical, self.picture
        )

    def prose(self, use: Use) -> Markup:
        """Print a fragment."""
        html = drop_colours(self._prose.print(use), _MOST_COLOURED)
        html = adapt_elements(isolate_raised(html) if self._runs_both_ways else html)
        return Markup(html)  # noqa: S704 -- made and escaped by digest.markdown

    def href(self, address: str) -> str:
        """Return the whole public address of one of the site."""
        if scheme(address):
            return address
        return public_url(self._url, address.removeprefix("/"))

    def picture(self, picture: Picture) -> Picture | None:
        """Return what the mail shows in place of a picture, in the size in which it is shown."""
        shown = self._mail.pictures.get(picture.address)
        return shown and scale(shown, min(shown.width, COLUMN))

    def mathless(self, html: str) -> Markup:
        """Return finished HTML with its math as text."""
        html = adapt_elements(replace_math(str(html), math_html))
        return Markup(html)  # noqa: S704 -- as it came

    def date(self, date: str, form: str = "long") -> str:
        """Return a date as the page's language writes it."""
        return print_date(date, self._lang, form)

    def direction(self, lang: str) -> str:
        """Return the direction in which a language is written, as HTML's `dir` has it."""
        return "rtl" if is_right_to_left(lang) else "ltr"

    def mix(self, colour: str, other: str = "#ffffff", share: float = 0.5) -> str:
        """Return `share` of a colour mixed with another, since mail clients cannot mix them."""
        return mix_colours(colour, other, share)


def _squeeze(html: str) -> str:
    """Take out what no reader sees: space at the ends of lines, and empty lines."""
    pieces = re.split(r"(<pre.*?</pre>)", html, flags=re.DOTALL)
    return "".join(piece if piece.startswith("<pre") else _squeeze_lines(piece) for piece in pieces)


def _squeeze_lines(html: str) -> str:
    first, *between = html.split("\n")
    if not between:
        return html
    *between, last = between
    stripped = (line.strip() for line in between)
    return "\n".join([first.rstrip(), *filter(None, stripped), last.lstrip()])


def _tell_folded(mail: MailView, folded: Sequence[str]) -> Diagnostic:
    entries = len(list_entries(mail.edition))
    names = ", ".join(f"'{name}'" for name in folded)
    message = (
        f"the mail would be over its budget of {mail.sender.budget:,} bytes{_counted(mail)}, so it "
        f"has {len(folded)} of {entries} entries as one line each: {names}"
    )
    hint = "shorten entries ('digest build --explain' tells their sizes), or leave it so"
    return Diagnostic(_path(mail), 1, 1, "email-over-budget", message, hint)


def _refuse(mail: MailView, size: int) -> Diagnostic:
    far = _FAR * mail.sender.budget
    shown = f"more than {far:,}" if size > far else f"{size:,}"
    message = (
        f"the mail has {shown} bytes{_counted(mail)} with every entry folded that may be; "
        f"its budget is {mail.sender.budget:,}"
    )
    hint = (
        "shorten the edition's own text or its first entry, take 'fold: never' from an entry, "
        "make more editions of it, or build with '--email none'"
    )
    return Diagnostic(_path(mail), 1, 1, "email-over-budget", message, hint)


def _counted(mail: MailView) -> str:
    """Say what is counted of links, where it is more than they have."""
    link = mail.sender.tracked_link
    return f", with {link} for a link whose clicks are counted" if link else ""


def _path(mail: MailView) -> str:
    """Return the file that messages about a mail name."""
    return f"content/editions/{mail.edition.edition.id}/index.md"
