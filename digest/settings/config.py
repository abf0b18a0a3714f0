"""site.yaml: the site's settings, read by a schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import msgspec

from digest.basics.diagnostics import RULES, Found, Place, Setting
from digest.basics.text import MOST_MEANT, did_you_mean, shorten
from digest.basics.typos import typos_among
from digest.basics.zones import zone_exists, zone_names
from digest.settings.converters import (
    Convert,
    boolean,
    choice,
    integer,
    list_of,
    one_of,
    pairs_of,
    scalar,
    shown_text,
    text,
    title,
    wrong_form,
)
from digest.settings.discoverconfig import DiscoverSettings, discover
from digest.settings.emailconfig import EmailSettings, email_settings
from digest.settings.furnitureconfig import MenuEntry, footer, menu, share
from digest.settings.headconfig import HEAD_FIELDS, HeadTag, ScriptChoice
from digest.settings.languages import is_language, is_tag, meant_language
from digest.settings.licenses import License, license_
from digest.settings.logoconfig import LOGO_FIELDS, LogoChoice, PicturePath
from digest.settings.peopleconfig import NamedEditor, Person, editor, people
from digest.settings.readerconfig import SocialLink, Subscription, comments, social, subscription
from digest.settings.redirectconfig import Redirect, redirects
from digest.settings.schema import Field, convert_mapping, mapping
from digest.settings.sitefile import SITE_FILE
from digest.settings.webaddresses import is_nobodys, site_address_field
from digest.settings.yamlfields import parse_fields
from digest.settings.yamlnodes import MapNode, Node, Reading, Scalar

if TYPE_CHECKING:
    from pathlib import Path


class SectionRule(msgspec.Struct, frozen=True):
    """A part that the site's entries have."""

    id: str
    title: str
    icon: str = ""
    required: bool = False


class ThemeChoice(msgspec.Struct, frozen=True):
    """The theme that the site asks for."""

    name: str
    place: Place
    options: tuple[tuple[Scalar, Node], ...] = ()
    """What it sets, as it stands there: which values an option takes, the theme says."""


class Settings(msgspec.Struct, frozen=True):
    """The whole of site.yaml."""

    title: str
    url: str
    """Public address, with a slash at its end."""
    mail_url: str
    """What it is in mails: the same, but in a preview."""
    theme: ThemeChoice
    tagline: str = ""
    lang: str = "en"
    """A BCP 47 language tag."""
    timezone: str = "UTC"
    """A name of the IANA time zone database; it says when a day begins."""
    editors: tuple[NamedEditor, ...] = ()
    people: tuple[Person, ...] = ()
    """Those who have a page."""
    sections: tuple[SectionRule, ...] = ()
    byline_max: int = 4
    """With more authors than this, the first and "et al."."""
    citation_style: str = "superscript"
    reference_style: str = "plain"
    feed_items: int = 20
    """How many items a feed holds at most."""
    social_cards: str = "editions"
    """What has a picture to be shared with: `editions`, `entries` as well, or `none`."""
    social_links: tuple[SocialLink, ...] = ()
    logo: LogoChoice | None = None
    icon: PicturePath | None = None
    head: tuple[HeadTag, ...] = ()
    script: tuple[ScriptChoice, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    subscribe: Subscription | None = None
    footer: Scalar | None = None
    """Markdown for the foot of every page and mail."""
    license: License | None = None
    """That of the newsletter's own texts."""
    menu: tuple[MenuEntry, ...] | None = None
    """None where the menu is digest's own."""
    share: tuple[str, ...] = ()
    """The services that readers may tell of a page; keys of `SHARE_SERVICES`."""
    comments: str = ""
    """Where editions are discussed: an address with placeholders; may be empty."""
    first_url: str = ""
    """The address that the ids in feeds begin with, whatever the site's address is now; empty
    where no address is known to be the newsletter's own."""
    email: EmailSettings = EmailSettings()
    check: dict[str, Setting] = {}
    """Rule name to `error`, `warning` or `off`."""
    contact: str = ""
    """An address that services may write to, for the user agent."""
    abstracts: bool = True
    """Whether records keep abstracts."""
    discover: DiscoverSettings = DiscoverSettings()

    @property
    def has_subscribe_page(self) -> bool:
        """Whether there is a page with a form to subscribe by."""
        return self.subscribe is not None and bool(self.subscribe.form)

    @property
    def base_path(self) -> str:
        """The path of the public address: `/` or `/newsletter/`."""
        return urlsplit(self.url).path


def read_settings(root: Path) -> Settings:
    """Return a newsletter's settings, with placeholders for what cannot be read."""
    try:
        source = (root / SITE_FILE).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        source = ""
    return parse_settings(source).value


def parse_settings(source: str) -> Found[Settings]:
    """Read the text of site.yaml.

    There is always a value, with placeholders for what cannot be read, so that the rest of the
    site can be checked in the same run. Problems are those of YAML and of the schema.
    """
    reading = Reading(SITE_FILE)
    node = parse_fields(source, reading)
    values: dict[str, Any] = {}
    if node is not None or not reading.diagnostics:
        values = convert_mapping(node, _SITE, reading, what="site.yaml", whole_file=True) or {}
    return Found(_make_settings(values), tuple(reading.diagnostics))


def _make_settings(values: dict[str, Any]) -> Settings:
    plain = {
        name: values[name]
        for name in (
            *("tagline", "lang", "timezone", "editors", "sections", "check"),
            *("contact", "abstracts", "subscribe", "comments", "people", "discover"),
            *("footer", "license", "menu", "share", "redirects", *LOGO_FIELDS, *HEAD_FIELDS),
        )
        if name in values
    }
    nested = {
        "byline_max": values.get("byline", {}).get("max"),
        "citation_style": values.get("citations", {}).get("style"),
        "reference_style": values.get("references", {}).get("style"),
        "feed_items": values.get("feeds", {}).get("items"),
        "social_cards": values.get("social", {}).get("cards"),
        "social_links": values.get("social", {}).get("links"),
    }
    mail = {
        ("sender" if name == "from" else name): value
        for name, value in values.get("email", {}).items()
    }
    url = values.get("url", "https://invalid.example/")
    return Settings(
        title=values.get("title", "Untitled"),
        url=url,
        mail_url=url,
        first_url=values.get("feeds", {}).get("first_url") or ("" if is_nobodys(url) else url),
        theme=values.get("theme") or ThemeChoice("paper", Place(SITE_FILE, 1, 1)),
        email=EmailSettings(**mail),
        **plain,
        **{name: value for name, value in nested.items() if value is not None},
    )


# --- converters of its own --------------------------------------------------------------------


def language(node: Node, reading: Reading) -> str | None:
    """Read a BCP 47 language tag, such as `en`, `pt-BR` or `no`."""
    if isinstance(node, Scalar):
        if is_tag(node.text) and is_language(node.text):
            return node.text
        meant = meant_language(node.text)
        if meant:
            message = f"there is no language '{shorten(node.text)}'"
            # `en_US` can only be `en-US`; a country may be one that many languages have
            fix = node.rewrite(meant) if "_" in node.text else ()
            reading.report("field-type", node.place, message, f"did you mean '{meant}'?", fix)
            return None
    wrong_form(node, reading, "this must be a language, as 'en' or 'pt-BR'")
    return None


def _timezone(node: Node, reading: Reading) -> str | None:
    if not isinstance(node, Scalar) or not zone_exists(node.text):
        hint = ""
        if isinstance(node, Scalar):
            hint = did_you_mean(node.text, zone_names())
        if isinstance(node, Scalar) and re.search(r"[+-]\d", node.text):
            hint = "name a place in it, whose clocks change when they do there"
        wrong_form(node, reading, "this must be a time zone, as 'Europe/Amsterdam'", hint)
        return None
    return node.text


def _contact(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found and not re.match(r"\S+@\S+\.\S|https?://\S|mailto:\S", found):
        message = f"services can write to no '{shorten(found)}'"
        hint = "write a mail address, or that of a page"
        reading.report("field-doubtful", node.place, message, hint)
    return found


def _nonempty(node: Node, reading: Reading) -> str | None:
    found = title(node, reading)
    return found.text.strip() or None if found else None


def _theme(node: Node, reading: Reading) -> ThemeChoice | None:
    if not isinstance(node, MapNode):
        name = _nonempty(node, reading)
        return ThemeChoice(name, node.place) if name else None
    values = convert_mapping(node, _THEME, reading, what="the theme")
    if not values or "name" not in values:
        return None
    return ThemeChoice(values["name"].text, values["name"].place, values.get("options", ()))


def _sections(node: Node, reading: Reading) -> tuple[SectionRule, ...] | None:
    pairs = pairs_of(one_of(mapping(_SECTION, "a section"), [MapNode], _nonempty))(node, reading)
    if pairs is None:
        return None
    rules: list[SectionRule] = []
    titles: set[str] = set()
    for key, value in pairs:
        if not re.fullmatch(r"[A-Za-z][\w-]*", key.text, re.ASCII):
            wrong_form(key, reading, "a section's id must be a word of letters, digits and hyphens")
            continue
        values = {"title": value} if isinstance(value, str) else value
        if values.get("title") in titles:
            message = f"two sections have the title '{values['title']}'"
            reading.report("field-type", key.place, message, "give each its own")
        elif "title" in values:
            titles.add(values["title"])
            rules.append(SectionRule(key.text, **values))
    return tuple(rules)


def _severity(node: Node, reading: Reading) -> Setting | None:
    if isinstance(node, Scalar) and node.text.lower() in {"false", "no", "none", "ignore"}:
        wrong_form(node, reading, "this must be error or warning or off", "write 'off'")
        return None
    found = choice("error", "warning", "off")(node, reading)
    return cast("Setting | None", found)


def _severities(node: Node, reading: Reading) -> dict[str, Setting] | None:
    convert: Convert[tuple[tuple[Scalar, Setting], ...]] = pairs_of(_severity)
    pairs = convert(node, reading)
    if pairs is None:
        return None
    typed = {key.text for key, _ in pairs}
    typos = typos_among(typed - RULES.keys(), RULES.keys() - typed)
    unknown = (key for key, _ in pairs if key.text not in RULES)
    for count, key in enumerate(unknown):
        hint = did_you_mean(key.text, RULES) if count < MOST_MEANT else ""
        fix = key.rewrite(typos.get(key.text, ""))
        reading.report("field-unknown", key.place, f"unknown rule '{key.text}'", hint, fix)
    return {key.text: severity for key, severity in pairs if key.text in RULES}


_THEME = {"name": Field(scalar, required=True), "options": Field(pairs_of(lambda node, _: node))}
_SECTION = {
    "title": Field(_nonempty, required=True),
    "icon": Field(text),
    "required": Field(boolean),
}
REFERENCE_STYLES = ("plain", "ieee", "apa")
"""Each is a file of `citing/styles/`, with a function `format_` and its name."""
_FEEDS = {"items": Field(integer(1, 10_000)), "first_url": Field(site_address_field)}
_SITE = {
    "title": Field(_nonempty, required=True),
    "tagline": Field(shown_text),
    "url": Field(site_address_field, required=True),
    "lang": Field(language),
    "timezone": Field(_timezone),
    "editors": Field(list_of(editor)),
    "people": Field(people),
    "theme": Field(_theme),
    **LOGO_FIELDS,
    "sections": Field(_sections),
    "byline": Field(mapping({"max": Field(integer(1, 10_000))}, "byline")),
    "citations": Field(
        mapping({"style": Field(choice("superscript", "bracket", "author-year"))}, "citations")
    ),
    "references": Field(mapping({"style": Field(choice(*REFERENCE_STYLES))}, "references")),
    "feeds": Field(mapping(_FEEDS, "feeds")),
    "social": Field(social),
    "subscribe": Field(subscription),
    "menu": Field(menu),
    "footer": Field(footer),
    "license": Field(license_),
    "share": Field(share),
    "comments": Field(comments),
    **HEAD_FIELDS,
    "redirects": Field(redirects),
    "email": Field(email_settings),
    "discover": Field(discover),
    "check": Field(_severities),
    "contact": Field(_contact),
    "abstracts": Field(boolean),
}
SITE_FIELDS = tuple(_SITE)
"""The names of all settings, for the documentation."""
