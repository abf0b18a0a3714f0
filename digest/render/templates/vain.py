"""What of a theme's templates comes to nothing: comparisons that never hold, text in no block."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from jinja2 import nodes

from digest.basics.text import did_you_mean
from digest.render.templates.mistakes import read_line
from digest.site.views.mail import MailView
from digest.site.views.pages import View
from digest.site.views.parts import EditionBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.settings.theme import Theme
    from digest.settings.themeoptions import Option

_KINDS = (*(view.kind for view in get_args(View)), MailView.kind)
_BLOCKS = tuple(block.kind for block in get_args(EditionBlock))
_STYLES = ("superscript", "bracket", "author-year")
_OPTIONS = "site.options."
_EQUAL = {"eq", "ne", "in", "notin"}


def find_vain(theme: Theme, tree: nodes.Template, path: str) -> Iterator[tuple[int, int, str, str]]:
    """List what comes to nothing in a template: its line and column, a message and a hint."""
    for line, compared, message, hint in _find_comparisons(tree, theme.declared):
        column = read_line(path, line).text.find(compared) + 1
        yield line, column or 1, message, hint
    yield from _find_text_in_no_block(tree, path)


def _find_comparisons(
    tree: nodes.Template, options: Mapping[str, Option]
) -> Iterator[tuple[int, str, str, str]]:
    """List comparisons with what never is: the line, what is compared, a message and a hint."""
    known = _list_known(tree)
    for line, name, value in _list_compared(tree):
        option = options.get(name.removeprefix(_OPTIONS)) if name.startswith(_OPTIONS) else None
        message, hint = "", ""
        if isinstance(value, str) and name in known and value not in known[name]:
            message = f"'{name}' is never '{value}'"
            listed = f"it is one of: {', '.join(known[name])}"
            hint = did_you_mean(value, known[name]) or listed
        elif option:
            message, hint = _explain_option(name, option, value)
        if message:
            yield line, name, message, hint


def _list_compared(tree: nodes.Template) -> Iterator[tuple[int, str, object]]:
    """List what is compared with a constant: the line, the name of the one, the other's value."""
    for one in tree.find_all(nodes.Compare):
        if len(one.ops) != 1 or one.ops[0].op not in _EQUAL:
            continue
        left, right = one.expr, one.ops[0].expr
        for asked, with_ in ((left, right), (right, left)):
            for value in _list_constants(with_):
                yield one.lineno, _write(asked), value


def _explain_option(name: str, option: Option, value: object) -> tuple[str, str]:
    """Tell why an option is never what it is compared with; nothing where it may be."""
    if option.type == "flag" and isinstance(value, str):
        return (
            f"'{name}' is true or false, and never the text '{value}'",
            f"ask '{{% if {name} %}}'",
        )
    if option.type == "choice" and value not in option.choices:
        hint = did_you_mean(str(value), option.choices) or f"there are: {', '.join(option.choices)}"
        return f"'{name}' is never '{value}'", hint
    if option.type == "number" and isinstance(value, (int, float)):
        return f"'{name}' is a text, and never the number {value}", f"compare '{name} | float'"
    return "", ""


def _list_known(tree: nodes.Template) -> dict[str, tuple[str, ...]]:
    """Return what texts the names of a template can be, of those of which that is known."""
    loops = [one for one in tree.find_all(nodes.For) if _write(one.iter) == "blocks"]
    known = {f"{_write(one.target)}.kind": _BLOCKS for one in loops}
    known |= {"kind": _KINDS, "citations.style": _STYLES}
    for one in tree.find_all(nodes.Name):
        # a name that the template itself gives
        if one.ctx != "load":
            known.pop(one.name, None)
    return known


def _list_constants(node: nodes.Expr) -> Iterator[object]:
    for one in node.items if isinstance(node, (nodes.List, nodes.Tuple)) else (node,):
        if isinstance(one, nodes.Const):
            yield one.value


def _write(node: nodes.Node) -> str:
    """Return a name with its fields, as it is written in a template; empty for all else."""
    if isinstance(node, nodes.Getattr):
        return f"{_write(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _find_text_in_no_block(tree: nodes.Template, path: str) -> Iterator[tuple[int, int, str, str]]:
    """Report what a template would print that extends another, and is in none of its blocks."""
    if not any(isinstance(one, nodes.Extends) for one in tree.body):
        return
    for output in _list_outputs(tree.body):
        for part in output.nodes:
            text = part.data if isinstance(part, nodes.TemplateData) else ""
            shown = text.strip()
            if isinstance(part, nodes.TemplateData) and (not shown or shown.startswith("<!--")):
                continue
            line = part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
            column = read_line(path, line).text.find(shown.split("\n")[0] or "{{") + 1
            message = "this is in no block, and a template that extends another has nothing else"
            yield line, column or 1, message, "put it into one of its blocks"
            return


def _list_outputs(body: Iterable[nodes.Node]) -> Iterator[nodes.Output]:
    for one in body:
        if isinstance(one, nodes.Output):
            yield one
        elif isinstance(one, (nodes.If, nodes.For, nodes.With)):
            yield from _list_outputs(one.iter_child_nodes())
