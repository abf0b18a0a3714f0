"""Blocks of a theme's templates that stand in place of no other: what they say is shown nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
from jinja2 import nodes

from digest.basics.diagnostics import Diagnostic
from digest.basics.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.theme import Theme


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
                hint = did_you_mean(block.name, known) or f"there are: {', '.join(known)}"
                yield Diagnostic(theme.labels[place], block.lineno, 1, "theme-error", message, hint)


def _read_chain(name: str, environment: jinja2.Environment) -> list[nodes.Template]:
    """Read a template, the one that it extends, and so on; nothing where one cannot be read."""
    chain: dict[str, nodes.Template] = {}
    while name not in chain and environment.loader:
        try:
            text, _, _ = environment.loader.get_source(environment, name)
            chain[name] = environment.parse(text)
        except jinja2.TemplateError:
            return []
        extends = next(chain[name].find_all(nodes.Extends), None)
        if extends is None:
            break
        if not isinstance(extends.template, nodes.Const):
            # which one depends on the page
            return []
        name = environment.join_path(str(extends.template.value), name)
    return [*chain.values()]
