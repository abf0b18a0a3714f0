"""Bytes of a text file to text: UTF-8, one kind of line end, and the comments that allow a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.conflicts import settle_conflicts
from digest.basics.diagnostics import RULES, Allowance, Checked, Diagnostic, Found, Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import UNPRINTABLE, did_you_mean, name_control
from digest.basics.typos import surely_meant

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALLOW = lazy_regex(
    r"^[ \t>]*(?P<sign><!--|#)[ \t]*digest:[ \t]*allow\b(?P<rules>[^\n]*?)(?:-->|$)",
    re.MULTILINE,
)
_FENCE = lazy_regex(r"[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)*(`{3,}(?!.*`)|~{3,})")
_FENCE_END = lazy_regex(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
_HOLDER = lazy_regex(r" {0,3}(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]|\[\^)")
"""The beginning of what may hold indented text: an item of a list, a footnote."""
_CODE_INDENT = 4
_BLOCK_TEXT = lazy_regex(r" *(?:- +)*(?:[^#\s][^#]*:|-)[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_FRONT_MATTER = lazy_regex(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
UNREADABLE = "this is there, and cannot be read"
UNREADABLE_HINT = "see that you may read it, and that the disk it is on is there"
LARGEST = 64_000_000
"""Bytes of a file that are looked into: more of them would fill the memory."""
TOO_LARGE = f"it is larger than {LARGEST // 1_000_000} MB"
"""Why a text is not read, where that is so."""
_MOST_UNKNOWN = 10
"""Words of one comment that are each looked for among the rules."""
_RULES_ALONE = "name nothing but rules behind 'digest: allow'"
_UTF_16 = lazy_regex(rb"\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]")
"""How UTF-16 begins, with a byte order mark, or without one where its first signs are ASCII."""
_TURN = lazy_regex("[\u202a-\u202e\u2066-\u2069]|\n[ \t]*(?=\n|\\Z)")
"""A sign that turns the direction of what follows or ends that, or the end of a paragraph, which
ends all of them (UAX #9, rule X8)."""
_TURN_ENDS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)


def decode(data: bytes, path: str, *, is_lenient: bool = False) -> Checked[str]:
    """Read the bytes of a text file.

    UTF-8 with or without byte order marks; CRLF and CR become LF. Anything else is the problem
    `encoding` at the first bad byte, and no value; so are control characters, which come along
    with what is copied from a PDF. Where `is_lenient` they are read as spaces, and what is not
    UTF-8 is told, and read as Windows-1252 for whatever else there is to tell. A conflict that
    git left is `markup-left`, and the value has the first of its two texts; so is the first sign
    that turns the direction of text and is not closed, unless `is_lenient`.
    """
    if _UTF_16.match(data):
        return _refuse(path, 1, 1, "the file is UTF-16, not UTF-8")
    told: tuple[Diagnostic, ...] = ()
    try:
        # what joins files leaves the mark of each
        text = data.decode().lstrip("\ufeff")
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode("utf-8").lstrip("\ufeff")
        line, column = _position(good)
        message = f"the byte 0x{error.object[error.start]:02x} is not UTF-8"
        refused = _refuse(path, line, column, message)
        if not is_lenient:
            return refused
        told, text = refused.diagnostics, data.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_lenient:
        text = UNPRINTABLE.sub(" ", text)
    if found := UNPRINTABLE.search(text):
        place = _position(text[: found.start()])
        return _refuse(path, *place, name_control(found[0]), "take it away")
    settled = settle_conflicts(text, path, lambda: _find_code(text, path))
    turned = () if is_lenient or text.isascii() else _check_turns(text, path)
    return Checked(settled.value, (*told, *settled.diagnostics, *turned))


def _check_turns(text: str, path: str) -> tuple[Diagnostic, ...]:
    """Report the first sign that turns the direction of all that follows it in its paragraph.

    It comes along with what is copied from elsewhere, and what is read is not what stands there.
    """
    opened: list[re.Match[str]] = []
    for found in _TURN.finditer(text + "\n\n"):
        sign = found[0]
        if sign in _TURN_ENDS:
            opened.append(found)
        elif opened and sign.isspace():
            line, column = _position(text[: opened[0].start()])
            begun = opened[0][0]
            message = f"a sign that nobody sees, U+{ord(begun):04X}, turns the direction of text"
            hint = f"take it away, or put U+{ord(_TURN_ENDS[begun]):04X} where that is to end"
            return (Diagnostic(path, line, column, "markup-left", message, hint),)
        elif opened and _TURN_ENDS[opened[-1][0]] == sign:
            opened.pop()
    return ()


def unreadable(path: str, why: str = "") -> Diagnostic:
    """Return `file-unreadable` for a file or a folder that the system does not let us read."""
    message = f"{UNREADABLE}: {why}" if why else UNREADABLE
    hint = "part it, or take it away" if why == TOO_LARGE else UNREADABLE_HINT
    return Diagnostic(path, 1, 1, "file-unreadable", message, hint)


def _find_code(text: str, path: str) -> frozenset[int]:
    """Return the lines of a file, from 1, that are shown as they stand."""
    if not path.endswith(".md"):
        return frozenset()
    return frozenset(_find_shown(text.split("\n"), text.count("\n", 0, _end_of_matter(text))))


def _end_of_matter(text: str) -> int:
    matter = _FRONT_MATTER.match(text)
    return matter.end() if matter else 0


def _position(before: str) -> tuple[int, int]:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def _refuse(
    path: str, line: int, column: int, message: str, hint: str = "save the file as UTF-8"
) -> Checked[str]:
    return Checked(None, (Diagnostic(path, line, column, "encoding", message, hint),))


def find_allowances(text: str, path: str) -> Found[tuple[Allowance, ...]]:
    """Find the comments `<!-- digest: allow rule-name -->` in a text.

    In YAML they are written `# digest: allow rule-name`. A comment allows its rules, parted by
    commas or spaces, in the block of Markdown or the field that follows; on the first line of
    the front matter also for the file as a whole. A rule that does not exist is
    `directive-unknown`.
    """
    if "digest:" not in text:
        return Found(())
    found: list[Allowance] = []
    diagnostics: list[Diagnostic] = []
    lines = text.split("\n")
    yaml_end = len(text) if path.endswith(".yaml") else _end_of_matter(text)
    shown = frozenset(_find_shown(lines, text.count("\n", 0, yaml_end)))
    for match in _ALLOW.finditer(text):
        here = text.count("\n", 0, match.start()) + 1
        in_yaml = match["sign"] == "#"
        if here in shown or (in_yaml and match.start() > yaml_end):
            # a text or a heading, not a comment
            continue
        last = _end_of_field(lines, here) if in_yaml else _end_of_block(lines, here)
        first = 1 if in_yaml and here == 2 else here  # noqa: PLR2004 -- the line behind the fence
        column = match.start("rules") - text.rfind("\n", 0, match.start("rules"))
        words = list(re.finditer(r"[\w-]+", match["rules"]))
        found += (Allowance(path, word[0], first, last) for word in words if word[0] in RULES)
        unknown = [word for word in words if word[0] not in RULES]
        for word in unknown[:_MOST_UNKNOWN]:
            place = Place(path, here, column + word.start())
            diagnostics.append(_no_rule(word[0], place))
        if more := unknown[_MOST_UNKNOWN:]:
            place = Place(path, here, column + more[0].start())
            message = f"{len(more)} more words that are no rules"
            diagnostics.append(place.diagnose("directive-unknown", message, _RULES_ALONE))
    return Found(tuple(found), tuple(diagnostics))


def _no_rule(word: str, place: Place) -> Diagnostic:
    message, hint = f"there is no rule '{word}'", did_you_mean(word, RULES)
    fix = place.edit(word, surely_meant(word, RULES))
    return place.diagnose("directive-unknown", message, hint, fix)


def _find_shown(lines: list[str], yaml_lines: int) -> Iterator[int]:
    """List the lines, from 1, that are shown as they stand: code, and YAML's block texts.

    The first `yaml_lines` are YAML.
    """
    yield from _block_texts(lines[:yaml_lines])
    yield from (yaml_lines + number for number in list_fenced(lines[yaml_lines:]))
    yield from (yaml_lines + number for number in _indented(lines[yaml_lines:]))


def _block_texts(lines: list[str]) -> Iterator[int]:
    indent = -1
    for number, line in enumerate(lines, 1):
        if line.strip() and _indent(line) <= indent:
            indent = -1
        if indent >= 0:
            yield number
        elif _BLOCK_TEXT.match(line):
            indent = _indent(line)


def list_fenced(lines: list[str]) -> Iterator[int]:
    """List the lines, from 1, that stand in fenced code, but for the fences."""
    mark = ""
    for number, line in enumerate(lines, 1):
        found = (_FENCE_END if mark else _FENCE).match(line)
        if not mark:
            mark = found[1] if found else ""
        elif found and found[1].startswith(mark):
            mark = ""
        else:
            yield number


def _indented(lines: list[str]) -> Iterator[int]:
    """List the lines of code that is only indented, outside of lists and footnotes."""
    holds, is_code, after_blank = False, False, True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            after_blank = True
            continue
        indent = _indent(line.expandtabs(_CODE_INDENT))
        if indent < _CODE_INDENT:
            # what is indented a little may go on with a list's item
            holds = bool(_HOLDER.match(line)) or (holds and (indent > 0 or not after_blank))
        is_code = indent >= _CODE_INDENT and not holds and (after_blank or is_code)
        if is_code:
            yield number
        after_blank = False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end_of_block(lines: list[str], comment: int) -> int:
    """Return the last line of the block behind the comment on line `comment`, from 1."""
    last = comment
    while last < len(lines) and not lines[last].strip():
        last += 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return last


def _end_of_field(lines: list[str], comment: int) -> int:
    """Return the last line of the YAML field behind the comment on line `comment`, from 1."""
    last = comment + 1
    while last < len(lines) and lines[last].startswith((" ", "\t", "- ")):
        last += 1
    return last
