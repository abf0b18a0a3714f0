"""XML as feeds are written in: elements with everything in them escaped."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

# everything but what XML 1.0 takes for a character (section 2.2)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return a text without the characters that no XML may have, not even escaped."""
    return _FORBIDDEN.sub("", text)


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element. Names are written as they are, prefix and all; `_` stands for `:`.

    Empty attributes are left out.
    """
    given = {key.replace("_", ":"): clean(value) for key, value in attributes.items() if value}
    element = SubElement(parent, name, given)
    if text:
        element.text = clean(text)
    return element


def to_bytes(root: Element) -> bytes:
    """Return a document in UTF-8, an element a line."""
    indent(root, "")
    xml = '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"
    return xml.encode()
