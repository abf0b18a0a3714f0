"""The settings by which readers come in: `subscribe:`, `social:` and `comments:` in site.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, shorten
from digest.settings.schema import (
    Field,
    Values,
    choice,
    convert_mapping,
    list_of,
    mapping,
    one_of,
    pairs_of,
    shown_text,
    text,
    wrong_form,
)
from digest.settings.webaddresses import clean_address, host_source
from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import ListNode, MapNode, Node, Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator


class Subscription(msgspec.Struct, frozen=True):
    """How one subscribes: by a form that posts to the provider, or by a link to its own page."""

    form: str = ""
    """The address that the form posts to; empty where there is a link."""
    url: str = ""
    field: str = "email"
    """What the provider calls the reader's address."""
    hidden: tuple[tuple[str, str], ...] = ()
    """Names and values that are posted besides; a name may stand several times."""
    privacy: str = ""
    """As written: a page of the site, or a web address; may be empty."""
    privacy_place: Place | None = None
    """Where it is named, be it so that it can be read or not."""
    thanks: str = ""
    """A page at another host to which the provider leads on; may be empty."""
    place: Place | None = None

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that the form may lead to, as a Content-Security-Policy has them."""
        addresses = [one for one in (self.form, self.thanks) if one]
        return tuple(dict.fromkeys(map(host_source, addresses))) if self.form else ()


class SocialLink(msgspec.Struct, frozen=True):
    """A place where the newsletter or its editors are, too."""

    name: str
    url: str


# --- subscribe --------------------------------------------------------------------------------

_LOCAL = frozenset({"localhost", "127.0.0.1"})
_MAILCHIMP = "list-manage.com"


def subscription(node: Node, reading: Reading) -> Subscription | None:
    """Read `subscribe:`."""
    values = convert_mapping(node, SUBSCRIBE_FIELDS, reading, what="subscribe")
    if values is None:
        return None
    if not values.given & {"form", "url"}:
        message = "subscribe needs 'form', or 'url'"
        hint = "add 'form: …' with the address that your provider's form posts to, or 'url: …'"
        reading.report("field-missing", node.place, message, hint)
        return None
    for name in ("form", "url"):
        if name in values.given and name not in values:
            return None
    if values.given >= {"form", "url"}:
        message = "subscribe has a form or a link, not both"
        reading.report("field-type", values.places["url"], message, "take 'url' away")
        del values["url"]
    form = values.get("form", "")
    hidden = values.get("hidden", ())
    for rule, place, message, hint in _find_faults(form, values):
        reading.report(rule, place, message, hint)
    return Subscription(
        form,
        values.get("url", ""),
        values.get("field") or ("EMAIL" if _is_mailchimp(form) else "email"),
        hidden,
        values.get("privacy", ""),
        values.places["privacy"] if "privacy" in values.given else None,
        values.get("thanks", ""),
        node.place,
    )


def _is_mailchimp(form: str) -> bool:
    return (urlsplit(form).hostname or "").endswith(f".{_MAILCHIMP}")


def _find_faults(form: str, values: Values) -> Iterator[tuple[str, Place, str, str]]:
    """Find what is wrong with a provider's form by what is known of the provider."""
    parts = urlsplit(form)
    place = values.places.get("form")
    if not form or place is None:
        return
    if parts.hostname in {"buttondown.com", "buttondown.email"}:
        *_, name = parts.path.rstrip("/").split("/")
        if not parts.path.startswith("/api/emails/embed-subscribe/") and name:
            hint = f"write 'https://buttondown.com/api/emails/embed-subscribe/{name}'"
            yield "field-type", place, "Buttondown takes no form at this address", hint
    elif parts.path.endswith("/subscription/form"):
        if not any(name == "l" for name, _ in values.get("hidden", ())):
            hint = "add 'hidden: {l: …}' with the UUID of the list, as listmonk's own form has it"
            yield "field-missing", place, "listmonk's form needs to be told which list", hint
    elif _is_mailchimp(form) and not {"u", "id"} <= _names(parts.query):
        hint = "copy the whole address from 'action' of Mailchimp's form, with its 'u' and 'id'"
        yield "field-type", place, "Mailchimp takes no form at this address", hint


def _names(query: str) -> set[str]:
    return {pair.partition("=")[0] for pair in query.split("&")}


def _form(node: Node, reading: Reading) -> str | None:
    """Read the address of a form, which must be safe for what readers write into it."""
    found = clean_address(node, reading)
    if found is None:
        return None
    if not host_source(found):
        wrong_form(node, reading, "this must be a web address", "no browser takes its host")
        return None
    parts = urlsplit(found)
    if parts.scheme != "https" and parts.hostname not in _LOCAL:
        message = "readers' addresses must not travel in the open"
        hint = f"write 'https{found.removeprefix('http')}'"
        reading.report("field-type", node.place, message, hint)
        return None
    return found


def _field(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found is not None and not (found.isprintable() and found and not re.search(r"\s", found)):
        wrong_form(node, reading, "this must be the name of a field, without spaces")
        return None
    return found


def _hidden(node: Node, reading: Reading) -> tuple[tuple[str, str], ...] | None:
    """Read names with a value or a list of values each."""
    one = one_of(list_of(text), [ListNode], text)
    pairs = pairs_of(one)(node, reading)
    if pairs is None:
        return None
    return tuple(
        (key.text, value)
        for key, values in pairs
        for value in ((values,) if isinstance(values, str) else values)
    )


def _privacy(node: Node, reading: Reading) -> str | None:
    """Read a page of the site, as links in texts have it, or a web address."""
    found = node.text.strip() if isinstance(node, Scalar) else ""
    if found.startswith(("https://", "http://")):
        return clean_address(node, reading)
    if re.fullmatch(r"/(?!/)[^\s\"<>\\:]*", found):
        return found
    path = re.sub(r"^(content/)?(pages/)?", "", found).removesuffix(".md").strip("/")
    hint = f"write '/{path}/'" if re.fullmatch(r"[\w/-]+", path) else "as '/privacy/'"
    wrong_form(node, reading, "this must be a page of the site, or a web address", hint)
    return None


SUBSCRIBE_FIELDS = {
    "form": Field(_form),
    "url": Field(clean_address),
    "field": Field(_field),
    "hidden": Field(_hidden),
    "privacy": Field(_privacy),
    "thanks": Field(clean_address),
}

# --- social -----------------------------------------------------------------------------------

_LINK = {"name": Field(shown_text, required=True), "url": Field(clean_address, required=True)}


def _link(node: Node, reading: Reading) -> SocialLink | None:
    if isinstance(node, Scalar):
        hint = f"write {{name: …, url: {quote_in_flow(shorten(node.text))}}}"
        wrong_form(node, reading, "a link has a name and an address", hint)
        return None
    values = convert_mapping(node, _LINK, reading, what="a link")
    if values is None or not values.get("name") or "url" not in values:
        if values is not None and values.get("name") == "":
            wrong_form(node, reading, "a link must have a name")
        return None
    return SocialLink(values["name"], values["url"])


_SOCIAL = {"cards": Field(choice("editions", "entries", "none")), "links": Field(list_of(_link))}


def social(node: Node, reading: Reading) -> dict[str, object] | None:
    """Read `social:`: a list of links, or a mapping with `links` and `cards`."""
    if isinstance(node, ListNode):
        return {"links": list_of(_link)(node, reading)}
    return mapping(_SOCIAL, "social")(node, reading)


# --- comments ---------------------------------------------------------------------------------

_PLACEHOLDER = lazy_regex(r"\{([^{}]*)\}")
PLACEHOLDERS = ("edition", "url")
"""What an address for discussions may have in braces: an edition's id, and its public address."""


def _discussion(node: Node, reading: Reading) -> str | None:
    """Read an address with placeholders."""
    found = node.text if isinstance(node, Scalar) else ""
    for name in _PLACEHOLDER.findall(found):
        if name not in PLACEHOLDERS:
            hint = did_you_mean(name, PLACEHOLDERS)
            hint = hint or "write '{edition}' for its id, or '{url}' for its address"
            message = f"unknown placeholder '{{{shorten(name)}}}'"
            reading.report("field-unknown", node.place, message, hint)
            return None
    address = clean_address(node, reading)
    if address and "{" in urlsplit(address).netloc:
        wrong_form(node, reading, "this must be a web address", "no placeholder stands in a host")
        return None
    if address and (sign := re.search("[{}]", _PLACEHOLDER.sub("", address))):
        hint = f"write '{quote(sign[0])}' in place of '{sign[0]}' where no placeholder is meant"
        wrong_form(node, reading, "a placeholder has one brace on either side", hint)
        return None
    return address


_COMMENTS = {"url": Field(_discussion, required=True)}


def comments(node: Node, reading: Reading) -> str | None:
    """Read `comments:`: an address with placeholders, or a mapping that has it as its `url`."""
    if not isinstance(node, MapNode):
        return _discussion(node, reading)
    values = convert_mapping(node, _COMMENTS, reading, what="comments")
    return values.get("url") if values else None


def discussion_of(template: str, edition: str, url: str) -> str:
    """Return where an edition is discussed; `url` is its public address."""
    values = {"edition": quote(edition, safe=""), "url": quote(url, safe="")}
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)
