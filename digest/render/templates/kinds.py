"""What kinds of values templates have, and what Python says of them in the words of authors."""

from __future__ import annotations

import re

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.render.templates.syntax import explain_syntax
from digest.site.views.parts import Use

_KINDS: dict[type, str] = {
    Use: "a fragment",
    str: "a text",
    bool: "a yes or no",
    int: "a number",
    float: "a number",
    list: "a list",
    tuple: "a list",
    range: "a list",
    dict: "a mapping",
    type(None): "none",
}
NO_KIND = "nothing of the kind"
"""What a value is that no template makes anything of."""


def name_kind(value: object) -> str:
    """Say what a value is, or what the values of a type are."""
    kind = value if isinstance(value, type) else type(value)
    found = next((name for known, name in _KINDS.items() if issubclass(kind, known)), "")
    return found or ("a mapping" if issubclass(kind, msgspec.Struct) else NO_KIND)


_PYTHONS = (
    (r"unsupported operand type\(s\) for (\S+)(?: or \S+)?: '(.+?)' and '(.+?)'", 1, 2, 3),
    (r"can only concatenate (.+?) \(not \"(.+?)\"\) to .+", "+", 1, 2),
    (r"'(\S+)' not supported between instances of '(.+?)' and '(.+?)'", 1, 2, 3),
)
"""Python's words for two values that do not go together: the sign, and the types of both."""


_WORDS = (
    (r"^[Oo]bject of type '?(\w+)'? has no len\(\)", r"\1 object has no length"),
    (r"^[Oo]bject of type '?(\w+)'? is not JSON serializable", r"\1 object cannot be JSON"),
    (r"^argument of type '(\w+)'", r"\1 object"),
    (r"^type '?(\w+)'? doesn't define __(\w+?)__ method", r"\1 object has no '\2'"),
    (
        r"^sequence item \d+: expected str instance, (\w+) found",
        r"'join' takes texts, not \1 object",
    ),
    (r" for object of type '(\w+)'", r" for \1 object"),
    (r" or have an __index__ method", ""),
    # the helpers and filters of Jinja's, and the methods of texts
    (r"(\w+)\.__init__\(\)", lambda found: f"'{found[1].lower()}'"),
    (r"\b(?:\w+\.)*(?:do_)?(\w+)\(\)", r"'\1'"),
)
"""Python's words, and what is told in their place."""
_NAMED_KIND = lazy_regex(
    r"(?:(?<=not )|(?<=of type )|(?<=type: )|(?<=expected )|(?<=instance, )|(?<=must be )|(?<=: ))"
    r"'?([A-Za-z_]\w*)'?(?= instance| found|,|$)"
)
_OBJECT = lazy_regex(r"(?:an? )?'?([\w.]+)'? object")
_NAMES = {kind.__name__: name for kind, name in _KINDS.items()} | {"Markup": "a text"}


def without_types(message: str) -> str:
    """Return what Python says went wrong, without the names of its classes."""
    for words, sign, one, other in _PYTHONS:
        if found := re.fullmatch(words, message):
            between = found[sign] if isinstance(sign, int) else sign
            return f"{_say(found[one])} and {_say(found[other])} do not go with '{between}'"
    for words, plain in _WORDS:
        message = re.sub(words, plain, message)
    message = _NAMED_KIND.sub(_say_found, message)
    message = _OBJECT.sub(lambda found: _say(found[1]), message)
    return explain_syntax(message)[0]


def _say_found(found: re.Match[str]) -> str:
    name = found[1]
    # "not found" names no type
    return _say(name) if name in _NAMES or name[0].isupper() else found[0]


def _say(kind: str) -> str:
    """Say what the values of one of Python's types are."""
    return _NAMES.get(kind.rpartition(".")[2], "what stands here")
