"""The settings by which readers come in: `subscribe:`, `social:` and `comments:` in site.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean, shorten
from digest.settings.converters import (
    choice,
    list_of,
    one_of,
    pairs_of,
    shown_text,
    text,
    wrong_form,
)
from digest.settings.schema import Field, Values, convert_mapping, mapping
from digest.settings.webaddresses import (
    clean_address,
    host_source,
    place_address,
    policed_address,
    private_address,
)
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


def subscription(node: Node, reading: Reading) -> Subscription | None:
    """Read `subscribe:`."""
    if isinstance(node, Scalar) and not node.is_null:
        hint = "write {url: …} for a page to subscribe on, or {form: …} for what a form posts to"
        if _is_address(node):
            hint = hint.replace("…", node.text)
        wrong_form(node, reading, "subscribe has a form or a link", hint)
        return None
    values = convert_mapping(node, SUBSCRIBE_FIELDS, reading, what="subscribe")
    if values is None:
        return None
    if not values.given & {"form", "url"}:
        hint = "add 'form: …' with the address that your provider's form posts to, or 'url: …'"
        reading.report("field-missing", node.place, "subscribe needs 'form', or 'url'", hint)
        return None
    for name in ("form", "url"):
        if name in values.given and name not in values:
            return None
    if values.given >= {"form", "url"}:
        message = "subscribe has a form or a link, not both"
        reading.report("field-type", values.places["url"], message, "take 'url' away")
        del values["url"]
    form, found = values.get("form", ""), values.get
    field = found("field") or ("EMAIL" if _is_mailchimp(form) else "email")
    for rule, name, message, hint in _find_faults(form, field, values):
        reading.report(rule, values.places[name], message, hint)
    return Subscription(
        form,
        found("url", ""),
        field,
        found("hidden", ()),
        found("privacy", ""),
        values.places["privacy"] if "privacy" in values.given else None,
        found("thanks", ""),
        node.place,
    )


_ONLY_OF_FORMS = ("field", "hidden", "thanks")


def _find_faults(form: str, field: str, values: Values) -> Iterator[tuple[str, str, str, str]]:
    """Find what is wrong, each as its rule, the setting that has it, a message and a hint."""
    if not form:
        for name in _ONLY_OF_FORMS:
            if name in values:
                message = f"'{name}' is for a form, and there is a link"
                yield "field-doubtful", name, message, "take it away, or write 'form' for 'url'"
        return
    hidden: dict[str, str] = dict(values.get("hidden", ()))
    if field in hidden:
        message = f"'{field}' is what readers write into the form"
        yield "field-type", "hidden", message, f"take '{field}' away"
    for name, hint in _find_faults_of_provider(form):
        yield "field-type", "form", f"{name} takes no form at this address", hint
    if urlsplit(form).path.rstrip("/").endswith("/subscription/form") and not hidden.get("l"):
        hint = "add 'hidden: {l: …}' with the UUID of the list, as listmonk's own form has it"
        yield "field-missing", "form", "listmonk's form needs to be told which list", hint


def _find_faults_of_provider(form: str) -> Iterator[tuple[str, str]]:
    """Find an address to which its provider has no form: the provider, and what to write."""
    parts = urlsplit(form)
    host = parts.hostname or ""
    if host.removeprefix("www.") in {"buttondown.com", "buttondown.email"}:
        # from its other hosts it leads on, and a browser would not follow with what was written
        if host != "buttondown.com" or not re.match(f"{_EMBEDDED}[^/]", parts.path):
            first = parts.path.removeprefix(_EMBEDDED).strip("/").partition("/")[0]
            name = first if first not in {"", "api"} else "NAME"
            yield "Buttondown", f"write 'https://buttondown.com{_EMBEDDED}{name}'"
    elif _is_mailchimp(form):
        if parts.path != "/subscribe/post" or not {"u", "id"} <= _names(parts.query):
            what = "the whole address from 'action' of Mailchimp's form"
            yield "Mailchimp", f"copy {what}: '/subscribe/post' with its 'u' and 'id'"
    elif parts.fragment.startswith("/portal"):
        yield "Ghost", "write 'url' in place of 'form'"


_EMBEDDED = "/api/emails/embed-subscribe/"


def _is_mailchimp(form: str) -> bool:
    return (urlsplit(form).hostname or "").endswith(".list-manage.com")


def _names(query: str) -> set[str]:
    return {pair.partition("=")[0] for pair in query.split("&")}


def _form(node: Node, reading: Reading) -> str | None:
    """Read the address of a form, which must be safe for what readers write into it."""
    return private_address(node, reading, "readers' addresses must not travel in the open")


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
        if _field(key, reading)
        for value in ((values,) if isinstance(values, str) else values)
    )


def said_page(node: Node, reading: Reading) -> str | None:
    """Read a page of the site, as links in texts have it, or a web address."""
    found = node.text.strip() if isinstance(node, Scalar) else ""
    if re.match("https?://", found, re.IGNORECASE):
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
    "privacy": Field(said_page),
    "thanks": Field(policed_address),
}

# --- social -----------------------------------------------------------------------------------


_LINK = {"name": Field(shown_text, required=True), "url": Field(place_address, required=True)}


def _link(node: Node, reading: Reading) -> SocialLink | None:
    if hint := _hint_link(node):
        wrong_form(node, reading, "a link has a name and an address", f"write {hint}")
        return None
    values = convert_mapping(node, _LINK, reading, what="a link")
    if values is None or not values.get("name") or "url" not in values:
        if values is not None and values.get("name") == "":
            wrong_form(node, reading, "a link must have a name")
        return None
    return SocialLink(values["name"], values["url"])


def _hint_link(node: Node) -> str:
    """Return how a link is written that is an address, or an address by its name; or empty."""
    if isinstance(node, Scalar):
        url = quote_in_flow(node.text) if node.text and not node.is_null else "…"
        return f"{{name: …, url: {url}}}"
    if isinstance(node, MapNode) and len(node.pairs) == 1:
        ((key, value),) = node.pairs
        if key.text not in _LINK and isinstance(value, Scalar) and not value.is_null:
            return f"{{name: {quote_in_flow(key.text)}, url: {quote_in_flow(value.text)}}}"
    return ""


_SOCIAL = {"cards": Field(choice("editions", "entries", "none")), "links": Field(list_of(_link))}


def social(node: Node, reading: Reading) -> dict[str, object] | None:
    """Read `social:`: a list of links, or a mapping with `links` and `cards`."""
    if isinstance(node, ListNode):
        return {"links": list_of(_link)(node, reading)}
    if _is_address(node) or (isinstance(node, MapNode) and _is_link(node)):
        hint = _hint_link(node) or "{name: …, url: …}"
        wrong_form(node, reading, "social is a list of links", f"write [{hint}]")
        return None
    return mapping(_SOCIAL, "social")(node, reading)


def _is_link(node: MapNode) -> bool:
    return any(_is_address(value) for _, value in node.pairs)


def _is_address(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text.startswith(("https://", "http://"))


# --- comments ---------------------------------------------------------------------------------

_PLACEHOLDER = lazy_regex(r"\{([^{}]*)\}")
PLACEHOLDERS = ("edition", "url")
"""What an address for discussions may have in braces: an edition's id, and its public address."""


def discussion(node: Node, reading: Reading) -> str | None:
    """Read an address with placeholders, of all editions or of one."""
    found = node.text if isinstance(node, Scalar) else ""
    for name in _PLACEHOLDER.findall(found):
        if name not in PLACEHOLDERS:
            hint = did_you_mean(f"{{{name}}}", (f"{{{one}}}" for one in PLACEHOLDERS))
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


_COMMENTS = {"url": Field(discussion, required=True)}


def comments(node: Node, reading: Reading) -> str | None:
    """Read `comments:`: an address with placeholders, or a mapping that has it as its `url`."""
    if not isinstance(node, MapNode):
        return discussion(node, reading)
    values = convert_mapping(node, _COMMENTS, reading, what="comments")
    return values.get("url") if values else None


def discussion_of(template: str, edition: str, url: str) -> str:
    """Return where an edition is discussed; `url` is its public address."""
    values = {"edition": quote(edition, safe=""), "url": quote(url, safe="")}
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)
