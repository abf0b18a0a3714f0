"""XML of exports and feeds, which may be damaged or hostile, as a tree."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from lxml.etree import _Element

    Element: TypeAlias = _Element
    """An element; lxml says nothing of its types."""

_OPTIONS = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
_ENTITY = b"<!ENTITY"
_HEAD = 1 << 16
_KEPT = lazy_regex(rb"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_LONE = lazy_regex(rb"&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)")
"""An ampersand that begins nothing XML knows, as `&nbsp;` of HTML."""
_NOISE = lazy_regex("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that no XML may have, and damaged ones do."""
_XML = "{http://www.w3.org/XML/1998/namespace}"


def parse_xml(data: bytes) -> Element | str:
    """Return the root of a document, or why there is none.

    What is not well-formed is read as far as it goes. Entities of the document's own are refused,
    for a few lines of them may stand for gigabytes.
    """
    if _ENTITY in data[:_HEAD]:
        return "it defines entities of its own, as no export does"
    root = parse_whole(data)
    root = parse_damaged(data) if root is None else root
    return "it is not XML" if root is None else root


def parse_whole(data: bytes) -> Element | None:
    """Return the root of a document without entities of its own; None where it is damaged."""
    from lxml import etree  # noqa: PLC0415 -- few commands read XML

    try:
        return etree.fromstring(data, etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError):
        return None


def parse_damaged(data: bytes) -> Element | None:
    """Return the root of a damaged document, read as far as it goes; None where it is no XML."""
    from lxml import etree  # noqa: PLC0415 -- as above

    parts = _KEPT.split(data)
    mended = b"".join(
        part if at % 2 else _LONE.sub(b"&amp;", part) for at, part in enumerate(parts)
    )
    try:
        return etree.fromstring(mended, etree.XMLParser(**_OPTIONS, recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(node: Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def space(node: Element) -> str:
    """Return the namespace of an element."""
    return str(node.tag).partition("}")[0].lstrip("{") if isinstance(node.tag, str) else ""


def find_all(node: Element, name: str) -> Iterator[Element]:
    """List an element's children of a name, in whatever namespace."""
    return (child for child in node if local(child) == name)


def texts(node: Element, *names: str) -> Iterator[str]:
    """Yield the texts of an element's children, by the order of the names."""
    for name in names:
        for child in find_all(node, name):
            if found := inner_text(child):
                yield found


def text(node: Element, *names: str) -> str:
    """Return the text of the first child that has one of some names and a text."""
    return next(texts(node, *names), "")


def inner_text(node: Element) -> str:
    """Return all text in an element, also that of the elements within."""
    return _NOISE.sub("", "".join(node.itertext())).strip()


def inner_xml(node: Element) -> str:
    """Return what is in an element as markup, without prefixes of namespaces."""
    from lxml import etree  # noqa: PLC0415 -- as above

    for one in node.iter():
        if isinstance(one.tag, str):
            one.tag = local(one)
    etree.cleanup_namespaces(node)
    return (node.text or "") + "".join(
        etree.tostring(child, encoding="unicode", method="html") for child in node
    )


def base_of(node: Element) -> str:
    """Return the address from which those within an element are read (XML Base)."""
    bases = [
        str(found) for one in (node, *node.iterancestors()) if (found := one.get(f"{_XML}base"))
    ]
    try:
        return functools.reduce(urljoin, reversed(bases), "")
    except ValueError:
        # one of them is no address
        return ""
