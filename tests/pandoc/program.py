"""Pandoc, which its wheel brings: what it reads in the same text, and what it prints."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypandoc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PANDOC = Path(pypandoc.__file__).parent / "files" / "pandoc"
HERE = Path(__file__).parent

NOT_OURS = (
    *("bracketed_spans", "link_attributes", "header_attributes", "inline_code_attributes"),
    *("subscript", "superscript", "inline_notes", "example_lists", "raw_tex"),
    *("native_divs", "native_spans", "fancy_lists", "startnum", "space_in_atx_header"),
    *("blank_before_header", "blank_before_blockquote", "implicit_figures"),
)
FORMAT = "-".join(("markdown+lists_without_preceding_blankline", *NOT_OURS))
"""Pandoc's Markdown without what is no syntax of ours."""

ALONE = ("--metadata", "suppress-bibliography=true")
"""Options: citations without the list of what they cite."""


class Item(NamedTuple):
    """One key of a citation, with the words around it as plain text."""

    key: str
    mode: str
    """`NormalCitation`, `SuppressAuthor` or `AuthorInText`."""
    prefix: str
    suffix: str
    """Without what joins it to the key: a comma, a space."""


def run(text: str, *arguments: str | Path) -> str:
    """Return what pandoc makes of a text; whatever it warns of is an error."""
    done = subprocess.run(
        [PANDOC, "--from", FORMAT, "--wrap", "none", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=100,
    )
    assert done.stderr == ""
    return done.stdout


def read_citations(texts: Sequence[str], folder: Path) -> list[list[list[Item]]]:
    """Return the citations that pandoc finds in each of some texts."""
    # each value of the metadata is read as a text of its own, so that one run reads them all
    file = folder / "texts.json"
    file.write_text(json.dumps({f"t{index}": text for index, text in enumerate(texts)}))
    tree = json.loads(run("", "--to", "json", "--metadata-file", file))["meta"]
    return [
        [[_item(one) for one in cite[0]] for cite in find(tree[f"t{index}"], "Cite")]
        for index in range(len(texts))
    ]


def _item(cited: dict[str, Any]) -> Item:
    prefix, suffix = (plain(cited[name]) for name in ("citationPrefix", "citationSuffix"))
    return make_item(cited["citationId"], cited["citationMode"]["t"], prefix, suffix)


def make_item(key: str, mode: str, prefix: str, suffix: str) -> Item:
    """Return an item; spaces are all one, and what joins a suffix to its key is left out."""
    joined = re.sub(r"^\s*,?\s*", "", suffix)
    return Item(key, mode, " ".join(prefix.split()), " ".join(joined.split()))


def find(tree: Any, kind: str) -> Iterator[Any]:
    """List the contents of the nodes of a kind in a tree, but none within another."""
    if isinstance(tree, dict) and tree.get("t") == kind:
        yield tree["c"]
    elif isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from find(part, kind)


def plain(inlines: Iterable[Any]) -> str:
    """Return inline nodes of pandoc's tree as text."""
    return "".join(map(_plain, inlines))


def _plain(node: Any) -> str:
    content = node.get("c")
    match node["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(content[1])
        case "Quoted":
            marks = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
            return f"{marks[0]}{plain(content[1])}{marks[1]}"
        case "Link" | "Cite" | "Image" | "Span":
            return plain(content[1])
        case _:
            return plain(content)
