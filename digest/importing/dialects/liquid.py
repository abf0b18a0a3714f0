"""Jekyll's templates, Liquid: variables that the settings or the post's head say, and tags.

What needs to be run is left out by name; the text between the tags of a pair stays. (Liquid's
documentation, "Tags" and "Filters"; Jekyll's, "Liquid".)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

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

_TAG = lazy_regex(
    r"\{\{(?P<value>[^{}]*+)\}\}"
    r"|\{%-?\s*+(?P<end>end)?(?P<name>\w++)(?P<more>(?:[^%{]|%(?!\})|\{(?!%))*+)%\}"
)
_ENDS = {
    "raw": lazy_regex(r"\{%-?\s*endraw\s*-?%\}"),
    "comment": lazy_regex(r"\{%-?\s*endcomment\s*-?%\}"),
}
"""What ends those in which nothing else is read."""
_ASSIGNED = lazy_regex(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.]+))\s*$")
_FILTER = lazy_regex(r"\|\s*(\w+)\s*(?::\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.]+)))?\s*")
_LITERAL = lazy_regex(r"\"([^\"]*)\"|'([^']*)'|([\w.-]+)")
_FILE = lazy_regex(r"[\"']?([^\s\"']+)")
_RUN = lazy_regex(r"\n|\{[%{]|<")
"""What keeps a template's text from being put into a line."""
_KEYS = lazy_regex(r"[^\s,]+")
_OPTIONS = lazy_regex(r"(?:^|\s)-")
_LOCATOR = lazy_regex(r"\s(?:-l|--locator)[\s=]+(?:\"([^\"]*)\"|'?([^\s']+))")
_COMMENT = "a comment of a template"
_CASES = frozenset({"if", "unless", "elsif", "else", "case", "when", "ifchanged"})


class LiquidSite(NamedTuple):
    """What Jekyll's templates may ask for."""

    settings: Mapping[str, object]
    """Of `_config.yml`."""
    base: str
    """The path of the site's address, without a slash behind it; `baseurl`."""
    url: str
    """Its address up to there."""
    find_address: Callable[[str], str | None]
    """From the file that `{% link %}` names, or the name behind `{% post_url %}`, to an address."""
    read_include: Callable[[str], str | None]
    """From the name of a file in `_includes` to the text that it shows; None where none is."""
    has_citations: bool
    """Whether jekyll-scholar's `{% cite %}` has works to cite."""


def replace_liquid(
    text: str, fields: Mapping[str, object], site: LiquidSite, leftouts: LeftOuts
) -> str:
    """Return a post's text with what its tags and variables stand for."""
    if "{%" not in text and "{{" not in text:
        return text
    tags = list(_find_tags(text))
    return replace_tags(text, tags, _Liquid(fields, site, leftouts, text), leftouts)


def _find_tags(text: str) -> Iterator[Tag]:
    position = 0
    last = {name: text.rfind(f"end{name}") for name in _ENDS}
    while found := _TAG.search(text, position):
        start, position = found.span()
        if found["value"] is not None:
            yield make_tag(
                text, "=", found["value"].strip("- \t\n"), (start, position), closes=False
            )
            continue
        name, closes = found["name"], bool(found["end"])
        more = found["more"].rstrip().removesuffix("-").strip()
        end = None
        if not closes and last.get(name, -1) > start:
            end = _ENDS[name].search(text, position)
        if end:
            more, position = text[position : end.start()], end.end()
        yield make_tag(text, name, more, (start, position), closes=closes)


def _cite(more: str) -> str | None:
    """Write what jekyll-scholar's `{% cite key key --locator 3 %}` says, as citations."""
    keys = _KEYS.findall(_OPTIONS.split(more, maxsplit=1)[0])
    places = [one[1] or one[2] for one in _LOCATOR.finditer(more)]
    cited = [
        f"@{key}" + (f", {places[at]}" if at < len(places) else "") for at, key in enumerate(keys)
    ]
    return f"[{'; '.join(cited)}]" if cited else None


class _Liquid:
    """Writes the tags of one post in Markdown."""

    def __init__(
        self, fields: Mapping[str, object], site: LiquidSite, leftouts: LeftOuts, text: str
    ) -> None:
        self._fields = fields
        self._site = site
        self._leftouts = leftouts
        self._text = text
        self._assigned: dict[str, str] = {}

    def write(self, tag: Tag) -> str | None:
        made: str | None
        match tag.name:
            case "=":
                made = self._value(tag.more)
            case "raw":
                made = tag.more
            case "comment":
                self._leftouts.add(self._text, tag.start, tag.typed, _COMMENT)
                made = ""
            case "link" | "post_url":
                file = _FILE.match(tag.more)
                made = self._site.find_address(file[1]) if file else None
            case "assign":
                made = self._assign(tag)
            case "include" | "include_relative" | "include_cached" | "render":
                made = self._include(tag)
            case "cite" | "citet" | "citep" if self._site.has_citations:
                made = _cite(tag.more)
            case _:
                made = write_known(tag)
        return made

    def write_pair(self, tag: Tag, inner: str) -> str | None:
        return None if tag.name in _CASES else write_known_pair(tag, inner)

    def _assign(self, tag: Tag) -> str | None:
        found = _ASSIGNED.match(tag.more)
        if found:
            value = found[2] or found[3] or self._look_up(found[4] or "") or ""
            self._assigned[found[1]] = value
        # the words of it may be what another template shows
        return None

    def _include(self, tag: Tag) -> str | None:
        """Write a known kind of template; else the text of one that has only a line of Markdown."""
        name, _, more = tag.more.partition(" ")
        known = write_known(tag._replace(name=name.lower(), more=more))
        if known is not None:
            return known
        text = self._site.read_include(name)
        is_plain = text is not None and not _RUN.search(text.strip())
        return text.strip() if text is not None and is_plain else None

    def _value(self, asked: str) -> str | None:
        """Return what a variable stands for; None where nothing that was given says it."""
        first = _LITERAL.match(asked)
        if first is None:
            return None
        value = first[1] if first[1] is not None else first[2]
        if value is None:
            value = self._look_up(first[3])
        position = first.end()
        while value is not None and position < len(asked):
            space = len(asked[position:]) - len(asked[position:].lstrip())
            found = _FILTER.match(asked, position + space)
            if found is None:
                return None
            given = found[2] or found[3] or self._look_up(found[4] or "") or ""
            value = self._filter(value, found[1], given)
            position = found.end()
        return value

    def _look_up(self, name: str) -> str | None:
        head, _, rest = name.partition(".")
        if name in self._assigned:
            return self._assigned[name]
        if name in {"site.baseurl", "site.url"}:
            return self._site.base if name == "site.baseurl" else self._site.url
        fields = {"site": self._site.settings, "page": self._fields}.get(head)
        if fields is None or not rest:
            return None
        *outer, last = rest.lower().split(".")
        return text_of(mapping_of(fields, *outer) if outer else fields, last) or None

    def _filter(self, value: str, name: str, given: str) -> str | None:
        """Return a value behind one of Liquid's filters; None where it is another."""
        whole = f"{self._site.url}{self._site.base}/{value.lstrip('/')}"
        made = {
            "relative_url": value if "://" in value else whole.removeprefix(self._site.url),
            "absolute_url": value if "://" in value else whole,
            "prepend": given + value,
            "append": value + given,
            "default": value or given,
            **dict.fromkeys(("url_encode", "uri_escape"), quote(value, safe="/:")),
            **dict.fromkeys(("escape", "strip", "xml_escape", "strip_newlines"), value.strip()),
        }
        return made.get(name)
