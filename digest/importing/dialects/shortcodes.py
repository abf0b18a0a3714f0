"""Shortcodes: Hugo's and Quarto's `{{< name … >}}`, Hugo's `{{% name %}}`, Zola's `{{ name() }}`.

(Hugo's documentation, "Shortcodes"; Quarto's, "Shortcodes"; Zola's, "Shortcodes".)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.importing.dialects.templates import (
    Tag,
    make_tag,
    replace_tags,
    write_known,
    write_known_pair,
)
from digest.importing.markdownposts.fields import mapping_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from digest.importing.dialects.leftouts import LeftOuts

_ANGLED = lazy_regex(
    r"\{\{(?P<sign>[<%])\s*+(?:/\*(?P<shown>(?:(?!\*/|\{\{).)*+)\*/"
    r"|(?P<close>/)?\s*+(?P<name>[\w./-]++)(?P<more>(?:\s(?:\"(?:[^\"\\{]|\\.|\{(?!\{))*+\"|`[^`{]*+`"
    r"|(?!\{\{|[/>%]?[>%]\}\})[^\"`])*+)?))\s*+/?[>%]\}\}",
    re.DOTALL,
)
_CALLED = lazy_regex(
    r"\{\{/\*(?P<shown>(?:(?!\*/\}\}|\{\{).)*+)\*/\}\}"
    r"|\{\{-?\s*+(?P<value>[\w:]++)\((?P<given>[^{}]*+)\}\}"
    r"|\{%-?\s*+(?:(?P<end>end)\s*-?%|(?P<name>[\w:]++)\((?P<more>[^{}]*+)(?<=%))\}",
    re.DOTALL,
)
_NOTHING = frozenset({"pagebreak", "more", "clear", "br", "toc"})
"""What shows no words of a post."""


class ShortcodeSite(NamedTuple):
    """What shortcodes may ask for."""

    settings: Mapping[str, object]
    find_address: Callable[[str], str | None]
    """From what `ref` or `relref` names to the address of its page."""


def replace_shortcodes(
    text: str, fields: Mapping[str, object], site: ShortcodeSite, leftouts: LeftOuts
) -> str:
    """Return a post's text with what the shortcodes of Hugo and Quarto stand for."""
    if "{{<" not in text and "{{%" not in text:
        return text
    return replace_tags(text, list(_find_angled(text)), _Shortcodes(fields, site), leftouts)


def replace_calls(
    text: str, fields: Mapping[str, object], site: ShortcodeSite, leftouts: LeftOuts
) -> str:
    """Return a post's text with what the shortcodes of Zola stand for."""
    if "{{" not in text and "{%" not in text:
        return text
    return replace_tags(text, list(_find_calls(text)), _Shortcodes(fields, site), leftouts)


def _find_angled(text: str) -> Iterator[Tag]:
    for found in _ANGLED.finditer(text):
        if found["shown"] is not None:
            more = f"{{{{{found['sign']}{found['shown']}{'>' if found['sign'] == '<' else '%'}}}}}"
            yield make_tag(text, "=", more, found.span(), closes=False)
        else:
            name, closes = found["name"], bool(found["close"])
            yield make_tag(text, name, found["more"], found.span(), closes=closes)


def _find_calls(text: str) -> Iterator[Tag]:
    open_: list[str] = []
    for found in _CALLED.finditer(text):
        if found["shown"] is not None:
            yield make_tag(text, "=", f"{{{{{found['shown']}}}}}", found.span(), closes=False)
        elif found["end"]:
            name = open_.pop() if open_ else "end"
            yield make_tag(text, name, "", found.span(), closes=True)
        elif found["name"]:
            open_.append(found["name"])
            yield make_tag(text, found["name"], _within(found["more"]), found.span(), closes=False)
        else:
            given = _within(found["given"])
            yield make_tag(text, found["value"], given, found.span(), closes=False)


def _within(given: str) -> str:
    """Return what stands between parentheses, of which the first is past."""
    return given.rstrip("% \t\n").rstrip("- \t\n").removesuffix(")")


class _Shortcodes:
    """Writes the shortcodes of one post in Markdown."""

    def __init__(self, fields: Mapping[str, object], site: ShortcodeSite) -> None:
        self._fields = fields
        self._site = site

    def write(self, tag: Tag) -> str | None:
        given = tag.arguments()
        made: str | None
        match tag.name:
            case "=":
                made = tag.more
            case "ref" | "relref":
                made = self._site.find_address(given.first("path") or given.get(0))
            case "param" | "meta" | "var":
                *outer, last = (given.first("name", "key") or given.get(0)).lower().split(".")
                places = (
                    self._fields,
                    self._site.settings,
                    mapping_of(self._site.settings, "params"),
                )
                found = (text_of(mapping_of(place, *outer), last) for place in places)
                made = next(filter(None, found), None)
            case "kbd":
                made = f"<kbd>{' '.join(given.plain)}</kbd>" if given.plain else None
            case name if name in _NOTHING:
                made = ""
            case _:
                made = write_known(tag)
        return made

    def write_pair(self, tag: Tag, inner: str) -> str | None:
        if any(word in tag.name for word in ("figure", "image")):
            # its caption stands between the tags
            picture = write_known(tag)
            return f"{picture}{inner}" if picture and inner.strip() else picture
        return write_known_pair(tag, inner)
