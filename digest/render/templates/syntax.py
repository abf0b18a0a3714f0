"""What is wrong with the syntax of a template, told in the words of its author."""

from __future__ import annotations

import re
from pathlib import Path

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean

_TAG = lazy_regex(r"\{%[-+]?\s*(\w+)(.*?)[-+]?%\}|\{#.*?(?:#\}|\Z)", re.DOTALL)
_PAIRS = ("autoescape", "block", "call", "filter", "for", "if", "macro", "raw", "set", "with")
"""The tags that have an end."""
_OTHERS = ("break", "continue", "do", "elif", "else", "extends", "from", "import", "include")
_ELIFS = ("elseif", "elsif")
"""What other languages call `elif`."""
_TAGS = (*_PAIRS, *_OTHERS, *(f"end{name}" for name in _PAIRS))
_ENDS = (
    ("'end of print statement'", "'}}'"),
    ("'end of statement block'", "'%}'"),
    ("expected token", "expected"),
)
"""Jinja's words for the signs of templates, and the signs."""
_MEANT = (
    (r".*expected '[\])]'", "close the bracket"),
    (
        r"(unexpected|.*got) '[{}]'|expected '[}%]}', got '[}%]'|unexpected '%'",
        "what begins with '{{' ends with '}}', and what begins with '{%' with '%}'",
    ),
    (r".*got '='|unexpected '='", "two values are compared with '=='"),
    (r"missing end of comment tag", "a comment ends with '#}'"),
    (r"block '.*' defined twice", "give each block a name of its own"),
    (r"(unexpected|expected an expression, got) '[}%]}'", "a value is missing before its end"),
    (r"expected '%}', got 'if'", "write 'elif' in place of 'else if'"),
    (r"expected '[}%]}', got", "take it away, or write what joins it with what is before it"),
    (r"expected 'name', got '\|'", "write 'or' between two conditions"),
    (r"unexpected char '&'", "write 'and' between two conditions"),
    (r"unexpected char '!'", "write 'not' before a condition"),
    (r"unexpected char '\?'", "a choice has 'if' and 'else' between its three parts"),
    (r"unexpected char '[“”‘’„]'", "quotation marks of templates are straight"),
    (r"unexpected char (\"'\"|'\"')", "write the same quotation mark where the text ends"),
    (r"unexpected char '[$@#]'", "a name has no sign before it"),
)
"""What is said, and what is to be done."""


def explain_syntax(message: str) -> tuple[str, str]:
    """Return Jinja's words for what it cannot read, in the form of ours, and a hint."""
    first, _, rest = message.partition(". ")
    message, hint = first.rstrip("."), rest.rstrip(".")
    message = message[:1].lower() + message[1:]
    if found := re.fullmatch(r"encountered unknown tag '(\w+)'", message):
        message = f"there is no tag '{found[1]}' here"
        meant = "elif" if found[1] in _ELIFS else found[1]
        hint = did_you_mean(meant, _TAGS) or f"there are: {', '.join(sorted(_PAIRS + _OTHERS))}"
        if found[1] in _TAGS:
            hint = "take it away, or write before it what it belongs to"
    message = re.sub(r"^(no (?:filter|test) named '\w+') found$", r"\1", message)
    message = re.sub(r"^(unexpected char \S+) at \d+$", r"\1", message)
    for words, sign in _ENDS:
        message = message.replace(words, sign)
    meant = next((hint for words, hint in _MEANT if re.match(words, message)), "")
    return message, meant or hint[:1].lower() + hint[1:]


def find_unclosed(path: str, message: str) -> tuple[int, str, str] | None:
    """Find the tag that is never closed: its line, what is wrong, and a hint.

    `path` is where the template is on this machine, and `message` what Jinja says of it. None where
    it says something else.
    """
    if "The innermost block that needs to be closed" not in message:
        return None
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    opened: list[tuple[str, int]] = []
    for found in _TAG.finditer(text):
        name, rest = found[1] or "", found[2] or ""
        if name.startswith("end") and opened:
            open_tags = [tag for tag, _ in opened]
            if name[3:] not in open_tags:
                # this end is one too many
                return None
            if name[3:] != open_tags[-1]:
                break
            opened.pop()
        elif name in _PAIRS and not (name == "set" and "=" in rest):
            opened.append((name, found.start(1)))
    if not opened:
        return None
    name, start = opened[-1]
    line = text.count("\n", 0, start) + 1
    hint = f"write '{{% end{name} %}}' where it ends"
    return line, f"this '{name}' is never closed", hint
