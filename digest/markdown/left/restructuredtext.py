"""What reStructuredText has, and Markdown has not: directives, roles, and its own links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify, words_of
from digest.markdown.left.forms import OPAQUE, Remark, make_form

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

OPTIONS = words_of("align alt caption class depth height maxdepth name scale target width")
"""What stands below a directive."""
_LITERAL = lazy_regex(r"^(.*::)[ \t]*\n(?:[ \t]*\n)+(?: {2}|\t)", re.MULTILINE)
_MARKS = lazy_regex(r"^[ \t>*+-]+(?:\d{1,9}[.)][ \t]+)?")
_LITERAL_HINT = "write ':', and '```' on lines of their own around the code"
_LINK = lazy_regex(r"`(?P<words>[^`<]+?)\s*(?:<(?P<address>[^<>\s]+)>)?`__?\Z")
_TARGET_NAME = lazy_regex(r"\.\. _([A-Za-z][\w.-]*):")
_PICTURE_NAME = lazy_regex(r"\.\. \|([^|\n]+)\| ")


def _tell_role(found: Found) -> str:
    code = re.compile(r"`([^`\n]+)`").match(found.typed.text, found.match.end())
    if code and "cite" in found.whole:
        keys = (f"@{key.strip()}" for key in code[1].split(","))
        return f"write '[{'; '.join(keys)}]' in place of both"
    return "there are no such roles; write Markdown in its place" if code else ""


def _tell_target(found: Found) -> str:
    # a name with signs in it stands between `` ` ``, and was read as code
    name, address = found["name"].strip("`"), found["address"].strip()
    return f"write '[{name}]: {address}' behind an empty line"


def _tell_link(found: Found) -> str | Remark:
    """Tell of the sign behind `` `words`_ `` and `` `words <address>`_ ``, which are code here."""
    link = _LINK.search(found.typed.text, 0, found.match.end())
    if link is None:
        return ""
    words = " ".join(link["words"].split())
    written = f"[{words}]({link['address']})" if link["address"] else f"[{words}][]"
    shown = " ".join(link[0].split())
    return Remark(f"write '{written}'", f"'{shown}' would be shown as code")


def _tell_name(found: Found) -> str:
    name, picture = found["name"], found["picture"]
    if name.lower() in found.typed.whole.ask(_find_targets):
        return f"write '[{name}][]'"
    is_picture = picture in found.typed.whole.ask(_find_pictures)
    return f"write '![{picture}](…)' for an image" if is_picture else ""


def _find_targets(text: str) -> frozenset[str]:
    """Return the names of which a line `.. _name:` tells where they lead, in small letters."""
    return frozenset(name.lower() for name in _TARGET_NAME.findall(text))


def _find_pictures(text: str) -> frozenset[str]:
    return frozenset(_PICTURE_NAME.findall(text))


def _tell_literal(found: Found) -> str:
    last = _MARKS.sub("", found.typed.text.rpartition("\n")[2])
    return _LITERAL_HINT if last in found.typed.whole.ask(_find_literals) else ""


def _find_literals(text: str) -> frozenset[str]:
    """Return the lines that end in `::` and have indented ones below, less what begins an item."""
    return frozenset(_MARKS.sub("", line) for line in _LITERAL.findall(text))


FORMS = (
    make_form(
        "\n.. ",
        r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?[a-z][\w:-]*::",
        "there are no such directives; write Markdown in its place",
    ),
    make_form(
        "\n.. _",
        r"^[ \t]*\.\. _(?P<name>[^:\n]+):\s+(?P<address>\S+)",
        _tell_target,
        in_addresses=True,
    ),
    make_form(
        "\n.. _",
        r"^[ \t]*\.\. _(?P<name>[^:\n]+):[ \t]*$",
        lambda found: (
            f"take it away: a heading's own anchor is '## … {{#{slugify(found['name'])}}}'"
        ),
    ),
    make_form(
        "\n.. [",
        r"^[ \t]*\.\. \[#?(?P<name>[\w-]+)\][ \t]+",
        lambda found: f"write '[^{found['name']}]: …' behind an empty line",
    ),
    make_form(
        "]_",
        r"\[#?(?P<name>\w[\w-]*)\]_(?!\w)",
        lambda found: f"write '[^{found['name']}]'",
    ),
    make_form("::", r"(?<=\w)::\Z", _tell_literal),
    make_form(f"{OPAQUE}_", rf"(?<={OPAQUE})__?(?!\w)", _tell_link),
    make_form(
        ("_", "|"),
        r"(?<![\w`])(?P<name>[A-Za-z](?:[\w.-]*[A-Za-z0-9])?)_(?![\w_])"
        r"|\|(?P<picture>[^|\s](?:[^|\n]*[^|\s])?)\|(?!\w)",
        _tell_name,
    ),
    make_form(
        (f":{OPAQUE}", f"}}{OPAQUE}"),
        # MyST's as well, which stands between braces
        rf"(?::(?<![\w:]:)[a-z]+(?::[a-z]+)?:|(?<![\w{OPAQUE}])\{{[a-z]+(?::[a-z]+)?\}})"
        rf"(?={OPAQUE})",
        _tell_role,
    ),
    make_form(
        "\n===",
        r"\A\n?(?P<line>={4,})[ \t]*(?=\n[^\s=])",
        "take this line away: the one below a heading's words makes it",
    ),
)
