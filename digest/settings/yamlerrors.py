"""What is wrong with a text that is no YAML, in an editor's words, and how to mend it."""

from __future__ import annotations

import re

import msgspec

from digest.basics.lazyregex import lazy_regex

Point = tuple[int, int]
"""A line and a column, from 0."""


class Fault(msgspec.Struct, frozen=True):
    """Why a text cannot be read as YAML."""

    line: int
    """From 0, as the column."""
    column: int
    message: str
    hint: str = ""


_BAD_SIGN = "a value cannot begin with this sign"
_NO_COLON = "a line without ': ' between key and value"
_TWO_COLONS = "a second ': ' in one value"
_UNCLOSED = "brackets that are never closed"
_NO_DASH = "a line that stands too far left or right in a list"
# what libyaml says, in an editor's words
_EXPLAINED = {
    "mapping values are not allowed": _TWO_COLONS,
    "could not find expected ':'": _NO_COLON,
    "cannot start any token": _BAD_SIGN,
    "did not find expected alphabetic": _BAD_SIGN,
    "did not find expected comment": _BAD_SIGN,
    "mapping keys are not allowed": _BAD_SIGN,
    "found a tab character": "a tab at the beginning of a line",
    "did not find expected node content": _UNCLOSED,
    "did not find expected ',' or": "brackets that are never closed, or a missing comma",
    "found unexpected end of stream": "a quote that is never closed",
    "did not find expected key": "a line that stands too far left or right, or a stray quote",
    "did not find expected '-' indicator": _NO_DASH,
    "exceeded maximum nesting depth": "too many brackets or lists in each other",
    "block sequence entries are not allowed": "a list cannot begin here; put it on its own lines, "
    "or quotes around what is a text",
}
_INDENTED = "a line that stands further right than the one above, which has a value already"
_KEY = lazy_regex(r"\s*(?:- +)?[A-Za-z_][\w-]*(?P<colon>[:\uff1a])(?P<behind>.?)")
_FLOW = lazy_regex(r"[,\[\]{}]|: |:$| #|^[\"'#&*!|>%@`?-]")
"""What has a meaning of its own in a text between braces."""
_ENCLOSED = lazy_regex(
    r"""\s*(?:- +)?[\w-]+:\s+
    (?P<value>(?: "[^"]*" | '[^']*' | \[[^\]]*\] | \{[^}]*\} )\s*[^\s#].*)""",
    re.VERBOSE,
)
"""A value that begins with something in quotation marks or brackets, and goes on behind it."""


def quote(text: str) -> str:
    """Return a text as YAML has it between quotation marks."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quote_in_flow(text: str) -> str:
    """Return a text as YAML takes it between braces, in quotation marks where it must be."""
    return quote(text) if _FLOW.search(text) else text


def find_fault(  # noqa: PLR0911 -- one a kind of fault
    problem: str, at: Point, opened: Point | None, text: str
) -> Fault:
    """Tell what is wrong with `text`, of which libyaml names a `problem` and where it met it.

    What it was reading then began at the point `opened`, if anywhere.
    """
    lines = text.split("\n")
    if "did not find expected ',' or" in problem and opened:
        return _find_unclosed(lines, opened, at[0])
    if "did not find expected <document start>" in problem:
        return _find_indented(lines, at)
    message = next((told for key, told in _EXPLAINED.items() if key in problem), problem)
    line, column = at
    is_end = not "\n".join(lines[line:])[column:].strip()
    if opened and (is_end or message in {_BAD_SIGN, _NO_COLON}):
        # of what is never closed, or cannot be, where it was opened
        line, column = opened
    typed = lines[line] if line < len(lines) else ""
    if message in {_TWO_COLONS, _NO_COLON}:
        for number in (line, line - 1):
            if fault := _find_bad_colon(lines, number):
                return fault
    if message == _TWO_COLONS and re.match(r" +[A-Za-z_][\w-]*$", typed[:column]):
        hint = "let it begin where the line above begins, or leave that one's value out"
        return Fault(line, len(typed) - len(typed.lstrip()), _INDENTED, hint)
    if message == _UNCLOSED and (fault := _find_cut(lines, line)):
        return fault
    if message == _UNCLOSED and typed[column : column + 1] == ",":
        return Fault(line, column, "two commas in a row", "take one away")
    remedy = _find_remedy(typed) if message != _NO_DASH else ""
    return Fault(line, column, message, remedy or _close(message, typed[column:]))


def find_no_colon(text: str, *, is_first: bool) -> Fault:
    """Tell what is wrong with lines that should be a field, and have no colon and space.

    `is_first` tells whether nothing stands above them.
    """
    if re.match(r"- +[\w-]+:\s", text):
        return Fault(0, 0, "a list in the place of a field", "take '- ' away")
    if found := re.match(r"([A-Za-z_][\w-]*)\s*=\s*(\S.*)", text):
        return Fault(0, 0, _NO_COLON, f"write '{found[1]}: {found[2].rstrip()}'")
    fault = find_fault("could not find expected ':'", (0, 0), None, text)
    if is_first and fault.hint == _GOES_ON:
        return msgspec.structs.replace(fault, hint="write a field's name and ': ' before it")
    return fault


def _find_indented(lines: list[str], at: Point) -> Fault:
    """Tell of lines that end what the first of them has begun further right."""
    first = next((index for index, line in enumerate(lines) if line.strip(" ")), 0)
    if lines[first].startswith(" "):
        message = "a line that stands further right than those below it"
        return Fault(first, 0, message, "take away the space that it begins with")
    return Fault(*at, "what stands here is no part of what is above", "put quotes around the value")


def _find_cut(lines: list[str], last: int) -> Fault | None:
    """Tell of a `#` in brackets, at which YAML has taken what closes them for a comment."""
    for number in range(min(last, len(lines) - 1), max(last - _FEW, -1), -1):
        if found := re.search(r"[\[{](?:.*?[\[{,:])? *(#[^\s,\]}]+)", lines[number]):
            message = f"YAML takes '{lines[number][found.start(1) :].rstrip()}' for a comment"
            return Fault(number, found.start(1), message, f"put quotes around '{found[1]}'")
    return None


_FEW = 5
"""Lines above a fault in which it may have begun."""
_LONGEST_SHOWN = 400
"""Characters of a value that a hint writes out."""
_GOES_ON = "put two spaces before it, if it goes on with what stands above"


def _close(message: str, rest: str) -> str:
    """Return the remedy for what a fault alone tells, and not the whole line."""
    if message == _NO_COLON:
        return _GOES_ON
    if message == _NO_DASH:
        return "begin it with '- ', as those above it"
    return f"close it with {rest[0]}" if rest[:1] in {"'", '"'} else ""


def _find_unclosed(lines: list[str], opened: Point, last: int) -> Fault:
    """Tell of brackets that are not closed before the line `last`, where they were opened."""
    if fault := _find_cut(lines, last):
        return fault
    line, column = opened
    within = "\n".join((lines[line][column:], *lines[line + 1 : last]))
    closing = "]" if within.startswith("[") else "}"
    hint = f"close them with '{closing}'"
    if re.search(r"\s#", within):
        hint = "put quotes around the value that has ' #' in it: it would begin a comment"
    return Fault(line, column, _EXPLAINED["did not find expected ',' or"], hint)


def _find_bad_colon(lines: list[str], number: int) -> Fault | None:
    """Tell of a colon behind the key of a line with no plain space behind it."""
    found = _KEY.match(lines[number]) if 0 <= number < len(lines) else None
    if not found or (found["colon"] == ":" and found["behind"] in {"", " ", "\t"}):
        return None
    if found["colon"] != ":":
        what, hint = "a full-width colon behind a key", "write ':' and a space in its place"
    elif found["behind"].isspace():
        sign = f"U+{ord(found['behind']):04X}"
        what, hint = f"the space behind the colon is {sign}", "put a plain space in its place"
    else:
        what, hint = "there is no space behind the colon", "put one there"
    return Fault(number, found.start("colon"), what, hint)


def _find_remedy(line: str) -> str:
    if "\t" in line:
        return "indent with spaces, not with tabs"
    if re.match(r"\s*-[^\s-]", line):
        return "put a space behind '-'"
    if found := _ENCLOSED.match(line):
        value = found["value"].rstrip()
        is_closed = value[0] in "\"'" and value.endswith(value[0])
        quoted = quote(value[1:-1] if is_closed else value)
        what = "put quotes around the whole value"
        return f"{what}: {quoted}" if len(quoted) <= _LONGEST_SHOWN else what
    if re.search(r":\s+(?!['\"\[{\s]).*:\s", line) or re.search(r":\s+[@`%&*|>?]", line):
        return "put quotes around the value"
    return ""
