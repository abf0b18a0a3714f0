"""What the source of a theme's own templates tells, whatever they are filled with."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import jinja2
from jinja2 import meta, nodes

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.render.templates.mistakes import explain_asset, find_column, hint_filter, read_line
from digest.render.templates.vain import find_vain
from digest.settings.theme import SEE_GUIDE, read_code
from digest.site.views.pages import SiteConstants
from digest.site.views.parts import Page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from digest.settings.theme import Theme

_FIELDS = {"site": SiteConstants.__struct_fields__, "page": Page.__struct_fields__}
"""The fields of what every template may use."""
_ASKING = {"default", "d", "defined", "undefined"}
"""The filters and tests that may be given a name which does not exist."""
_BRACES = lazy_regex(r"\{\s?(?:site|page|words|edition|entry|card)\.[\w.]++[^{}\n]*\}+")
"""What was meant to be printed, and is text."""
_NO_ADDRESS = lazy_regex(r"\s(?:href|src)=[\"']\{\{\s*(\w+\.(?:address|target))\s*\}\}")
"""An address of the site as it is."""
_NO_ASSET = lazy_regex(
    r"<(?:link|img|source)\b[^<>]*?\s(?:href|src)=[\"'](?!\w+:|//|\#)([^\"'{}]+\.\w+)[\"']"
)
"""An address of a file that no filter has made."""
_IMAGE = lazy_regex(r"<img\b(?:\{\{.*?\}\}|\{%.*?%\}|[^<>{])*+>", re.DOTALL)


def check_source(
    theme: Theme, name: str, environment: jinja2.Environment, words: Collection[str]
) -> Iterator[Diagnostic]:
    """List what is wrong with a template of one's own; `words` are those of the theme."""
    path = theme.files[name]
    label, tree = theme.labels[path], _parse(name, environment)
    if tree is None:
        # it is told of where it is compiled
        return
    faults = [*_check_fields(tree, {**_FIELDS, "words": words}), *_check_filters(tree, environment)]
    faults += _check_assets(tree, theme)
    for line, message, hint in faults:
        column = find_column(read_line(path, line).text, message)
        yield Diagnostic(label, line, column, "theme-error", message, hint or SEE_GUIDE)


def check_addresses(theme: Theme, name: str) -> Iterator[Diagnostic]:
    """List what of a template of one's own is text, and was meant to be something else."""
    path = theme.files[name]
    text = read_code(path)
    faults = [
        (found, 0, f"'{found[0]}' is shown as it stands", "write it between '{{' and '}}'")
        for found in _BRACES.finditer(text)
        if text[found.start() - 1 : found.start()] != "{"
    ]
    for found in _NO_ADDRESS.finditer(text):
        message = f"'{found[1]}' leads from the site's root, and no page but the first is there"
        faults.append((found, 1, message, f"write '{{{{ {found[1]} | href }}}}'"))
    for found in _IMAGE.finditer(text):
        if not re.search(r"\balt\b|\bxmlattr\b", found[0]):
            hint = "say with 'alt' what it shows, or add 'alt=\"\"' where it only adorns"
            faults.append(
                (found, 0, "a picture that says nothing to those who do not see it", hint)
            )
    for found in _NO_ASSET.finditer(text):
        file = found[1].rpartition("static/")[2].removeprefix("./")
        message = f"'{found[1]}' is no address of a file: pages are in folders, and static/ moves"
        hint = f"put the file into the theme's static/, and write '{{{{ \"{file}\" | asset }}}}'"
        faults.append((found, 1, message, hint))
    for found, group, message, hint in faults:
        start = found.start(group)
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        yield Diagnostic(theme.labels[path], line, column, "theme-error", message, hint)


def check_vain(theme: Theme, name: str, environment: jinja2.Environment) -> Iterator[Diagnostic]:
    """List what in a template of one's own comes to nothing."""
    path = theme.files[name]
    tree = _parse(name, environment)
    for line, column, message, hint in find_vain(theme, tree, path) if tree else ():
        yield Diagnostic(theme.labels[path], line, column, "theme-error", message, hint)


def _check_fields(
    tree: nodes.Template, fields: dict[str, Collection[str]]
) -> Iterator[tuple[int, str, str]]:
    """List names that `site`, `page` and `words` have not: the line, a message and a hint."""
    own = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
    asking = (one for one in tree.find_all((nodes.Filter, nodes.Test)) if one.name in _ASKING)
    asked = {_dotted(part) for one in asking for part in one.find_all(nodes.Getattr)}
    for one in tree.find_all(nodes.Getattr):
        of, name = _dotted(one)
        if of not in fields or of in own or name in fields[of] or (of, name) in asked:
            continue
        if of != "words" or name not in dir(dict):
            hint = did_you_mean(name, fields[of]) or f"there are: {', '.join(fields[of])}"
            yield one.lineno, f"'{name}' is not in '{of}'", hint


def _dotted(node: nodes.Getattr) -> tuple[str, str]:
    return (node.node.name if isinstance(node.node, nodes.Name) else "", node.attr)


def _check_filters(
    tree: nodes.Template, environment: jinja2.Environment
) -> Iterator[tuple[int, str, str]]:
    for one in tree.find_all(nodes.Filter):
        if one.name not in environment.filters:
            hint = hint_filter(one.name, environment.filters)
            yield one.lineno, f"no filter named '{one.name}'", hint


def _check_assets(tree: nodes.Template, theme: Theme) -> Iterator[tuple[int, str, str]]:
    for one in tree.find_all(nodes.Filter):
        named = one.node if one.name == "asset" else None
        mistake = isinstance(named, nodes.Const) and explain_asset(theme, str(named.value))
        if mistake:
            yield one.lineno, *mistake


def find_idle_blocks(theme: Theme, environment: jinja2.Environment) -> Iterator[Diagnostic]:
    """List the blocks of the theme's own templates that no template which they extend has."""
    for name, place in theme.own_files.items():
        if not name.endswith(".html"):
            continue
        # a template that cannot be read is told of where it is filled
        own, *above = _read_chain(name, environment) or [nodes.Template([])]
        known = {block.name: None for tree in above for block in tree.find_all(nodes.Block)}
        for block in own.body if above else ():
            if isinstance(block, nodes.Block) and block.name not in known:
                message = f"no template that this one extends has a block '{block.name}'"
                others = (
                    f"there are: {', '.join(known)}"
                    if known
                    else "take it away: none of them has any"
                )
                hint = did_you_mean(block.name, known) or others
                column = find_column(read_line(place, block.lineno).text, f"'{block.name}'")
                label = theme.labels[place]
                yield Diagnostic(label, block.lineno, column, "theme-error", message, hint)


def list_used(name: str, environment: jinja2.Environment) -> list[str]:
    """List where the templates are on this machine that a template is, extends or includes."""
    names, found = [name], {}
    for one in names:
        if one not in found and (read := _read(one, environment)):
            found[one] = read.path
            names += (environment.join_path(other, one) for other in read.named)
    return [*found.values()]


class _Read(NamedTuple):
    tree: nodes.Template
    path: str
    """Where it is on this machine."""
    named: tuple[str, ...]
    """The templates that it extends, includes or imports."""


@dataclass(frozen=True)
class _Reader:
    """What reads a template. Any will do: the same text is the same tree to all of them."""

    environment: jinja2.Environment = field(compare=False)


def _parse(name: str, environment: jinja2.Environment) -> nodes.Template | None:
    """Read a template; None where that cannot be done."""
    read = _read(name, environment)
    return read.tree if read else None


def _read(name: str, environment: jinja2.Environment) -> _Read | None:
    if environment.loader is None:
        return None
    try:
        text, path, _ = environment.loader.get_source(environment, name)
    except jinja2.TemplateError:
        return None
    return _read_text(text, name, str(path), _Reader(environment))


# each page of a theme that is tried uses a dozen, most of them the same, and digest's own ones
# are the same for all themes
@functools.lru_cache(maxsize=1024)
def _read_text(text: str, name: str, path: str, reader: _Reader) -> _Read | None:
    try:
        tree = reader.environment.parse(text, name, path)
    except jinja2.TemplateError:
        return None
    return _Read(tree, path, tuple(filter(None, meta.find_referenced_templates(tree))))


def _read_chain(name: str, environment: jinja2.Environment) -> list[nodes.Template]:
    """Read a template, the one that it extends, and so on.

    Nothing where one of them cannot be read, or extends itself by way of others.
    """
    chain: dict[str, nodes.Template] = {}
    while name not in chain:
        tree = _parse(name, environment)
        if tree is None:
            return []
        chain[name] = tree
        extends = next(tree.find_all(nodes.Extends), None)
        if extends is None:
            return [*chain.values()]
        if not isinstance(extends.template, nodes.Const):
            # which one depends on the page
            return []
        name = environment.join_path(str(extends.template.value), name)
    return []
