"""The works that the content names and that have no record, and what to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, judge
from digest.citing.library import Unresolved
from digest.content.mentions import Mention, list_mentions
from digest.records.identifiers import SOURCES, Identifier, is_id_key, parse_identifier
from digest.records.reply import CITED_REMEDY, TYPED_REMEDY
from digest.site.join import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from digest.content.load import Content
    from digest.records.reply import Lacking, Unanswered

_SHOWN = 3
"""Works that a message names; of more it says how many."""


class Missing(msgspec.Struct, frozen=True):
    """The works that the content names and that have no record."""

    mentions: dict[str, tuple[Mention, ...]]
    """Where each is named, by its canonical key; in the content's order."""
    typed: frozenset[str]
    """The keys of those whose facts an entry has in place of a record."""
    diagnostics: tuple[Diagnostic, ...]
    """The ids that cannot be any work's, wherever they are named."""


def find_missing(content: Content) -> Missing:
    """Find the works that the content names and that have no record."""
    joined = join(content)
    mentions: dict[str, tuple[Mention, ...]] = {}
    diagnostics = []
    for mention in list_mentions(content):
        if not is_id_key(mention.key):
            continue
        found = joined.library.find(mention.key, mention.edition)
        if not isinstance(found, Unresolved) and found.id not in joined.typed:
            continue
        id_ = parse_identifier(mention.key)
        if isinstance(id_, Identifier):
            mentions[id_.key] = (*mentions.get(id_.key, ()), mention)
        elif isinstance(found, Unresolved):
            diagnostics.append(mention.place.diagnose(found.rule, found.message, found.hint))
    return Missing(mentions, joined.typed, tuple(diagnostics))


def check_lacking(
    content: Content, missing: Missing, lacking: Mapping[str, Lacking]
) -> tuple[Diagnostic, ...]:
    """Report each naming of a work that has no record and no typed facts: `paper-unfetched`.

    `lacking` has what the services said, by the works' keys.
    """
    found = [
        mention.place.diagnose(
            "paper-unfetched",
            describe_lacking(lacking[key]),
            _hint(lacking[key], is_covered=any(one.is_covered for one in mentions)),
        )
        for key, mentions in missing.mentions.items()
        if key in lacking and key not in missing.typed
        for mention in mentions
    ]
    return judge([*missing.diagnostics, *found], content.settings.check, content.allowances)


def describe_lacking(lacking: Lacking) -> str:
    """Say that a service has no record of a work."""
    id_ = Identifier(lacking.key)
    if lacking.problem:
        return f"the record of '{id_.value}' cannot be used: {lacking.problem}"
    return f"{SOURCES[id_.kind].name} has no record of '{id_.value}'"


def _hint(lacking: Lacking, *, is_covered: bool) -> str:
    if not lacking.problem:
        return "check the id; a new paper can take a day: 'digest fetch --refresh' asks again"
    remedy = _substitute(lacking.key, is_covered=is_covered)
    return f"'digest fetch --refresh' asks again; where that does not help, {remedy}"


def _substitute(key: str, *, is_covered: bool) -> str:
    if not is_covered:
        return CITED_REMEDY
    kind = Identifier(key).kind
    if kind == "doi":
        return TYPED_REMEDY
    return f"give the entry 'url' in place of '{kind}', and 'title', 'authors' and 'date'"


def find_substitute(key: str, missing: Missing) -> str:
    """Return what can stand in place of a work's record; empty where there is one."""
    mentions = missing.mentions.get(key, ())
    is_covered = any(one.is_covered for one in mentions)
    return _substitute(key, is_covered=is_covered) if mentions else ""


def describe_unanswered(
    unanswered: Iterable[Unanswered], find_substitute: Callable[[str], str]
) -> tuple[str, ...]:
    """Say of works that were not answered for what went wrong, once where it is the same.

    `find_substitute` returns what to do about the work with a key where asking again does not
    help; it may be nothing.
    """
    same: dict[tuple[str, str], list[str]] = {}
    for one in unanswered:
        substitute = find_substitute(one.key) if one.may_last else ""
        otherwise = f"; where that does not help, {substitute}" if substitute else ""
        same.setdefault((one.problem, one.remedy + otherwise), []).append(one.key)
    return tuple(
        f"{name_some(keys)}: {problem}; {remedy}; what has been fetched is kept"
        for (problem, remedy), keys in same.items()
    )


def name_some(keys: Iterable[str], shown: int = _SHOWN) -> str:
    """Name the first of some works, and say how many more there are."""
    named = [f"'{key}'" for key in keys]
    more = f" and {len(named) - shown} more" if len(named) > shown else ""
    return ", ".join(named[:shown]) + more
