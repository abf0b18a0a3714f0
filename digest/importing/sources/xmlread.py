"""XML of exports and feeds, which may be damaged or hostile, as a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTITY = b"<!ENTITY"
_HEAD = 1 << 16
_KEPT = lazy_regex(rb"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_LONE = lazy_regex(rb"&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)")
"""An ampersand that begins nothing XML knows, as `&nbsp;` of HTML."""
_XML = "{http://www.w3.org/XML/1998/namespace}"


def parse_xml(data: bytes) -> Any | str:  # noqa: ANN401 -- lxml has no types
    """Return the root of a document, or why there is none.

    What is not well-formed is read as far as it goes. Entities of the document's own are refused,
    for a few lines of them may stand for gigabytes.
    """
    from lxml import etree  # noqa: PLC0415 -- few commands read XML

    if _ENTITY in data[:_HEAD]:
        return "it defines entities of its own, as no export does"
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
    try:
        return etree.fromstring(data, etree.XMLParser(**options))
    except (etree.XMLSyntaxError, ValueError):
        pass
    parts = _KEPT.split(data)
    mended = b"".join(
        part if at % 2 else _LONE.sub(b"&amp;", part) for at, part in enumerate(parts)
    )
    try:
        root = etree.fromstring(mended, etree.XMLParser(recover=True, **options))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return "it is not XML" if root is None else root


def local(node: Any) -> str:  # noqa: ANN401 -- lxml has no types
    """Return the name of an element without its namespace; nothing for a comment."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def space(node: Any) -> str:  # noqa: ANN401 -- lxml has no types
    """Return the namespace of an element."""
    return str(node.tag).partition("}")[0].lstrip("{") if isinstance(node.tag, str) else ""


def find_all(node: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 -- lxml has no types
    """List an element's children of a name, in whatever namespace."""
    return (child for child in node if local(child) == name)


def text(node: Any, *names: str) -> str:  # noqa: ANN401 -- lxml has no types
    """Return the text of the first child that has one of some names and a text."""
    for name in names:
        for child in find_all(node, name):
            found = "".join(child.itertext()).strip()
            if found:
                return found
    return ""


def inner_xml(node: Any) -> str:  # noqa: ANN401 -- lxml has no types
    """Return what is in an element as markup, without prefixes of namespaces."""
    from lxml import etree  # noqa: PLC0415 -- as above

    for one in node.iter():
        if isinstance(one.tag, str):
            one.tag = local(one)
    etree.cleanup_namespaces(node)
    return (node.text or "") + "".join(
        etree.tostring(child, encoding="unicode", method="html") for child in node
    )


def base_of(node: Any) -> str:  # noqa: ANN401 -- lxml has no types
    """Return the address from which those within an element are read."""
    one = node
    while one is not None:
        if found := one.get(f"{_XML}base"):
            return str(found)
        one = one.getparent()
    return ""
