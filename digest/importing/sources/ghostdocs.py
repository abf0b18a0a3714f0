"""Texts of Ghost that are no HTML: Lexical's and Mobiledoc's JSON, to HTML and Markdown in turn.

What an unknown card says, in whatever field, is kept as a paragraph.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from digest.importing.sources.fields import parse_json, string_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Stretch(NamedTuple):
    """A part of a text."""

    text: str
    is_markdown: bool


_FORMATS = ((1, "strong"), (2, "em"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup"))
"""Lexical's bits for how a text is set."""
_DEEPEST = 60
_CLASSES = {
    **dict.fromkeys(("email", "email-cta"), "kg-email-card"),
    "signup": "kg-signup-card",
    "call-to-action": "kg-cta-card",
}
"""Cards that are no text of the post, and the classes by which HTML is known as theirs."""
_WORDS = (
    *("heading", "header", "subheader", "title", "description", "text", "value", "content"),
    *("html", "textValue", "productTitle", "productDescription"),
)


def read_lexical(typed: str) -> list[Stretch]:
    """Return a text of Lexical, as its versions since Ghost 5 have it."""
    document = parse_json(typed)
    root = document.get("root") if isinstance(document, dict) else None
    return _join(_lexical_block(one) for one in _children(root))


def _children(node: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- JSON
    found = node.get("children") if isinstance(node, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _lexical_block(node: dict[str, Any]) -> Stretch:
    kind = str(node.get("type", "")).removeprefix("extended-")
    tags = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li"}
    if kind in tags:
        tag = tags[kind]
    elif kind == "heading":
        tag = string_of(node, "tag") or "h2"
    elif kind == "list":
        tag = "ol" if node.get("listType") == "number" else "ul"
    else:
        return write_card(kind, node)
    return Stretch(f"<{tag}>{_lexical_inner(node)}</{tag}>", is_markdown=False)


def _lexical_inner(node: dict[str, Any], depth: int = 0) -> str:
    if depth > _DEEPEST:
        return ""
    parts = []
    for one in _children(node):
        kind = str(one.get("type", "")).removeprefix("extended-")
        if kind == "text":
            parts.append(_lexical_text(one))
        elif kind == "linebreak":
            parts.append("<br>")
        elif kind in {"link", "autolink"}:
            inner = _lexical_inner(one, depth + 1)
            parts.append(f'<a href="{escape(string_of(one, "url"))}">{inner}</a>')
        elif kind in {"list", "listitem", "paragraph", "heading", "quote"}:
            tags = {"listitem": "li", "paragraph": "p", "quote": "blockquote", "heading": "h3"}
            tag = tags.get(kind) or ("ol" if one.get("listType") == "number" else "ul")
            parts.append(f"<{tag}>{_lexical_inner(one, depth + 1)}</{tag}>")
        elif _children(one):
            parts.append(_lexical_inner(one, depth + 1))
        else:
            parts.append(_lexical_text(one))
    return "".join(parts)


def _lexical_text(node: dict[str, Any]) -> str:
    text = escape(string_of(node, "text"), quote=False)
    bits = node.get("format", 0)
    for bit, tag in _FORMATS:
        if isinstance(bits, int) and bits & bit:
            text = f"<{tag}>{text}</{tag}>"
    return text


def read_mobiledoc(typed: str) -> list[Stretch]:
    """Return a text of Mobiledoc 0.3, as Ghost had it before version 5."""
    document = parse_json(typed)
    if not isinstance(document, dict):
        return []
    return _join(_mobiledoc_section(document, one) for one in _list(document, "sections"))


def _list(values: dict[str, Any], name: str) -> list[Any]:
    found = values.get(name)
    return found if isinstance(found, list) else []


_TEXT, _IMAGE, _LIST, _CARD = 1, 2, 3, 10
"""Mobiledoc's kinds of sections."""


def _mobiledoc_section(document: dict[str, Any], section: Any) -> Stretch:  # noqa: ANN401 -- JSON
    match section:
        case [int(kind), str(tag), [*markers], *_] if kind == _TEXT:
            html = f"<{tag}>{_markers(document, markers)}</{tag}>"
        case [int(kind), str(source), *_] if kind == _IMAGE:
            html = f'<img src="{escape(source)}">'
        case [int(kind), str(tag), [*items], *_] if kind == _LIST:
            lines = (_markers(document, one) for one in items if isinstance(one, list))
            html = f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"
        case [int(kind), int(index), *_] if kind == _CARD:
            cards = _list(document, "cards")
            match cards[index] if 0 <= index < len(cards) else None:
                case [str(name), dict(payload), *_]:
                    return write_card(name, payload)
            html = ""
        case _:
            html = ""
    return Stretch(html, is_markdown=False)


def _markers(document: dict[str, Any], markers: list[Any]) -> str:
    markups, atoms = _list(document, "markups"), _list(document, "atoms")
    parts: list[str] = []
    open_: list[str] = []
    for marker in markers:
        match marker:
            case [int(kind), [*opened], int(closed), value]:
                for index in opened:
                    markup = (
                        markups[index] if isinstance(index, int) and index < len(markups) else []
                    )
                    tag, attributes = _markup(markup)
                    open_.append(tag)
                    parts.append(f"<{tag}{attributes}>")
                if kind == 0:
                    parts.append(escape(str(value), quote=False))
                else:
                    parts.append(_atom(atoms, value))
                parts += (f"</{open_.pop()}>" for _ in range(min(closed, len(open_))))
    return "".join(parts)


def _markup(markup: Any) -> tuple[str, str]:  # noqa: ANN401 -- JSON
    match markup:
        case ["a", [*pairs], *_]:
            values = dict(zip(pairs[::2], pairs[1::2], strict=False))
            return "a", f' href="{escape(str(values.get("href", "")))}"'
        case [str(tag), *_] if tag.isalnum():
            return tag, ""
    return "span", ""


def _atom(atoms: list[Any], index: object) -> str:
    atom = atoms[index] if isinstance(index, int) and 0 <= index < len(atoms) else None
    match atom:
        case ["soft-return", *_]:
            return "<br>"
        case [_, str(text), *_]:
            return escape(text, quote=False)
    return ""


# --- cards, which both have ---


def write_card(kind: str, values: dict[str, Any]) -> Stretch:
    """Return what a card shows; its fields are the same in both."""
    if _is_mailed_only(values.get("visibility")):
        kind = "email"
    if kind in {"markdown", "card-markdown"}:
        return Stretch(string_of(values, "markdown"), is_markdown=True)
    html = _CARDS.get(kind, _other)(values)
    if kind in _CLASSES:
        html = f'<div class="{_CLASSES[kind]}">{html}</div>'
    return Stretch(html, is_markdown=False)


def _is_mailed_only(shown: object) -> bool:
    """Tell whether no visitor of the website sees a card, as Ghost 5 says it in two ways."""
    match shown:
        case {"showOnWeb": False} | {"web": {"nonMember": False, "memberSegment": ""}}:
            return True
    return False


def _image(values: dict[str, Any]) -> str:
    alt, source = escape(string_of(values, "alt", "altText")), escape(string_of(values, "src"))
    image = f'<img src="{source}" alt="{alt}">'
    link = escape(string_of(values, "href"))
    image = f'<a href="{link}">{image}</a>' if link else image
    return f"<figure>{image}{_caption(values)}</figure>"


def _caption(values: dict[str, Any]) -> str:
    caption = string_of(values, "caption")
    return f"<figcaption>{caption}</figcaption>" if caption else ""


def _gallery(values: dict[str, Any]) -> str:
    images = (one for one in _list(values, "images") if isinstance(one, dict))
    caption = string_of(values, "caption")
    return "".join(map(_image, images)) + (f"<p>{caption}</p>" if caption else "")


def _bookmark(values: dict[str, Any]) -> str:
    found = values.get("metadata")
    about = found if isinstance(found, dict) else values
    address = string_of(values, "url") or string_of(about, "url")
    title = string_of(about, "title") or address
    link = f'<a href="{escape(address)}">{escape(title)}</a>'
    more = " · ".join(filter(None, (string_of(about, "author"), string_of(about, "publisher"))))
    words = " ".join(filter(None, (string_of(about, "description"), more)))
    return f"<p>{link} {escape(words, quote=False)}</p>{_caption(values)}"


def _code(values: dict[str, Any]) -> str:
    language = escape(string_of(values, "language"))
    code = escape(string_of(values, "code"), quote=False)
    return f'<pre><code class="language-{language}">{code}</code></pre>{_caption(values)}'


def _embed(values: dict[str, Any]) -> str:
    address = string_of(values, "url")
    inner = string_of(values, "html")
    if not inner and address:
        inner = f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
    return inner + _caption(values)


def _button(values: dict[str, Any]) -> str:
    words = escape(string_of(values, "buttonText"), quote=False)
    address = escape(string_of(values, "buttonUrl"))
    return f'<p><a class="kg-btn button" href="{address}">{words}</a></p>' if words else ""


def _callout(values: dict[str, Any]) -> str:
    words = f"{string_of(values, 'calloutEmoji')} {string_of(values, 'calloutText')}"
    return f"<blockquote>{words}</blockquote>"


def _toggle(values: dict[str, Any]) -> str:
    heading, content = string_of(values, "heading"), string_of(values, "content")
    return f"<details><summary>{heading}</summary>{content}</details>"


def _file(values: dict[str, Any]) -> str:
    address = escape(string_of(values, "src"))
    words = string_of(values, "fileTitle", "title", "fileName") or address
    more = string_of(values, "fileCaption")
    return f'<p><a href="{address}">{escape(words)}</a> {escape(more)}</p>{_caption(values)}'


def _other(values: dict[str, Any]) -> str:
    words = (string_of(values, name) for name in _WORDS)
    return "".join(f"<p>{one}</p>" for one in words if one) + _button(values)


_CARDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "html": lambda values: string_of(values, "html"),
    "card-html": lambda values: string_of(values, "html"),
    "horizontalrule": lambda _: "<hr>",
    "hr": lambda _: "<hr>",
    "image": _image,
    "gallery": _gallery,
    "bookmark": _bookmark,
    "codeblock": _code,
    "code": _code,
    "embed": _embed,
    "button": _button,
    "callout": _callout,
    "toggle": _toggle,
    **dict.fromkeys(("file", "audio", "video"), _file),
}


def _join(parts: Iterator[Stretch]) -> list[Stretch]:
    """Put parts of the same kind that follow each other together."""
    joined: list[Stretch] = []
    for part in parts:
        if joined and joined[-1].is_markdown == part.is_markdown:
            mark = "\n\n" if part.is_markdown else ""
            joined[-1] = Stretch(joined[-1].text + mark + part.text, part.is_markdown)
        elif part.text:
            joined.append(part)
    return joined
