"""The tags that mail services put something in place of, as `{{ unsubscribe_url }}`.

Each service has its own form: `{{ … }}` (Buttondown, listmonk, SendGrid, HubSpot), `{{${…}}}`
(Braze), `{% … %}` (Klaviyo), `*|…|*` (Mailchimp), `[[…]]` (Mailjet), `%%…%%` (Salesforce), `<%…%>`
(SendGrid), `[…]` (Sendy, phpList), `[%…%]` (Sympa), `{…}` (Mautic), `{…, "…"}` (Ghost), `{$…}`
(MailerLite), `{!…}` (AWeber), `$[…]$` (Zoho), `%…%` (Mailgun, ActiveCampaign), `__…__` (Mailtrap),
`#…#` (Moosend), `::…::` (Mailcoach), `$…$` (Responsys), `-…-` (SendGrid).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = lazy_regex(
    r"\{\{(?:[^<>{}]|\$\{[^<>{}]+\})+\}\}|\{\{\{[^<>{}]+\}\}\}|\{%[^<>{}]+%\}"
    r'|\$?\{[$!A-Za-z_][^<>{}\s]*(?:, ?"[^<>{}"]*")?\}'
    r"|\*\|[^<>|]+\|\*|\[\[[^<>\[\]]+\]\]|\[[A-Za-z_][^<>\[\]]*\]|\[%[^<>\[\]]+%\]"
    r"|\$\[[^<>\[\]]+\]\$|(?<!\w)__[A-Za-z]\w*__(?!\w)"
    r"|%%[^<>%]+%%|<%[^<>%]+%>"
    # in an address, two digits behind a percent sign are a letter of it (RFC 3986, section 2.1)
    r"|^%[\w.-]+%$|%(?![0-9A-Fa-f]{2})[\w.-]+%"
    # signs that are anything in an address and in a text
    r"|^(?P<sign>#|\$|-|::)[A-Za-z][\w.:]*(?P=sign)$"
)
"""A tag is printed as it is, and so has no sign that ends or begins an element."""


STAND_IN = lazy_regex(r"tag[0-9a-f]{32}")
"""The letters that stand for a tag until a mail is written: see `stand_in`."""


def find_tags(text: str) -> list[str]:
    """Return the tags in a setting, as they are written."""
    return [found[0] for found in _TAG.finditer(text)] if text else []


def is_provider_tag(text: str) -> bool:
    """Tell whether a setting is a tag and nothing else."""
    return _TAG.fullmatch(text) is not None


def find_opening(tag: str) -> str:
    """Return what a tag begins with: two signs, or one; `{{` stands for `{%` as well.

    Empty where the sign says nothing in texts: `#name#`.
    """
    if tag[0] in "#:-" or (tag[0] == "$" and tag[1].isalpha()):
        return ""
    is_single = tag[0] in "{[%" and (tag[1] == "_" or tag[1].isalpha())
    return "{{" if tag[0] == "{" and not is_single else tag[: 1 if is_single else 2]


def stand_in(tag: str) -> str:
    """Return the letters that stand for a tag until a mail is written."""
    return f"tag{fingerprint(tag)}"


def hide_tags(text: str) -> str:
    """Return a setting with what stands in for them in place of its tags."""
    return _TAG.sub(lambda found: stand_in(found[0]), text)


def show_tags(text: str, tags: Iterable[str]) -> str:
    """Return a text that was made of settings with their tags in it again."""
    for tag in tags:
        text = text.replace(stand_in(tag), tag)
    return text
