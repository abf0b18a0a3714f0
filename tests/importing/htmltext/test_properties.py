"""Whatever the HTML: its words are those that digest shows of the Markdown, once and in order."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from digest.importing.htmltext import make_markdown
from digest.importing.htmltext.formulas import split_formulas
from digest.importing.post import Place
from digest.markdown.parser import get_parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_SHOWN = frozenset({"text", "text_special", "code_inline", "fence", "code_block", "math_inline"})


def list_shown(tokens: Sequence[Token]) -> Iterator[str]:
    """List the texts that digest shows of tokens."""
    for token in tokens:
        if token.type in _SHOWN:
            yield token.content
        yield from list_shown(token.children or ())


def shown(markdown: str) -> str:
    """Return what digest shows of a text, without blanks."""
    parser = get_parser("en")
    tokens = parser.parse(markdown, {})
    return squeeze("".join(list_shown(tokens)))


def squeeze(text: str) -> str:
    return "".join(text.split()).replace("…", "...").replace("—", "---").replace("–", "--")


INLINE = ("b", "i", "em", "strong", "s", "sup", "sub", "u", "code", "span", "mark", "small", "a")
BLOCKS = ("p", "div", "h2", "h3", "ul", "ol", "blockquote", "section", "table", "details")
WORDS = st.text(
    st.sampled_from(r"abcé日 1.9)(*_~`[]<>#+=|$@{}:!^&\;,?/%" + "\n "), min_size=1, max_size=8
)
TREES = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(INLINE), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=8,
)
Tree = str | tuple[str, list["Tree"]]


def write(tree: Tree) -> str:
    if isinstance(tree, str):
        return escape(tree)
    name, inner = tree
    href = ' href="https://example.org/a_b"' if name == "a" else ""
    return f"<{name}{href}>{''.join(map(write, inner))}</{name}>"


def words(tree: Tree) -> str:
    return tree if isinstance(tree, str) else "".join(map(words, tree[1]))


def write_block(name: str, trees: Sequence[Tree]) -> str:
    inner = [write(tree) for tree in trees]
    if name in {"ul", "ol"}:
        inner = [f"<li>{one}</li>" for one in inner]
    elif name == "table":
        inner = [f"<tr>{''.join(f'<td>{one}</td><td></td>' for one in inner)}</tr>"]
    return f"<{name}>{''.join(inner)}</{name}>"


def check(html: str, meant: str) -> None:
    texts = (unescape(text) for text in re.split("<[^>]+>", html))
    assume(all(len(split_formulas(text)) == 1 for text in texts))
    made = make_markdown(html, Place("a.html"))
    assert made.left_out == ()
    assert shown(made.text) == squeeze(meant), made.text


@given(
    st.lists(
        st.tuples(st.sampled_from(BLOCKS), st.lists(TREES, min_size=1, max_size=4)), max_size=4
    )
)
def test_words_are_kept(blocks: list[tuple[str, list[Tree]]]) -> None:
    html = "\n".join(write_block(*block) for block in blocks)
    check(html, "".join(words(tree) for _, trees in blocks for tree in trees))


LEAVES = ("p", "h2", "pre", "hr")
NESTED = st.recursive(
    st.tuples(st.sampled_from(LEAVES), st.lists(TREES, max_size=2)),
    lambda inner: st.tuples(
        st.sampled_from(("ul", "ol", "blockquote", "div", "section", "details", "figure", "dl")),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


Nested = tuple[str, list[Any]]


def write_nested(name: str, inner: list[Any]) -> str:
    if name in LEAVES:
        return "<hr>" if name == "hr" else write_block(name, inner)
    parts = [write_nested(*one) for one in inner]
    item = {"ul": "li", "ol": "li", "dl": "dd"}.get(name)
    if item:
        parts = [f"<{item}>{one}</{item}>" for one in parts]
    return f"<{name}>{''.join(parts)}</{name}>"


def nested_words(name: str, inner: list[Any]) -> str:
    if name in LEAVES:
        return "" if name == "hr" else "".join(map(words, inner))
    return "".join(nested_words(*one) for one in inner)


@given(st.lists(NESTED, max_size=4))
def test_words_are_kept_in_blocks_within_blocks(blocks: list[Nested]) -> None:
    html = "".join(write_nested(*block) for block in blocks)
    check(html, "".join(nested_words(*block) for block in blocks))
