"""YAML read as nodes that know their place.

YAML's own idea of a value is not an editor's: it reads `2202.06990` as a number and `no` as
false. Here every scalar stays the text that was typed until a schema says what it is.

The nodes are built from the parser's events (YAML 1.1 as libyaml reads it), so that depth and
aliases are bounded whatever the input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

import msgspec
import yaml

from digest.basics.diagnostics import Diagnostic, Edit, Place
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import UNPRINTABLE, name_control
from digest.settings.yamlerrors import Fault, Point, find_fault
from digest.settings.yamlplaces import Start, find_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 50
MAX_NODES = 20_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_NodeEvent = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent
_NODE_EVENTS = get_args(_NodeEvent)
"""The same, which takes less time to ask."""


class Scalar(msgspec.Struct, frozen=True):
    """One value, as typed."""

    text: str
    place: Place
    plain: bool
    """Typed without quotes and not as a block."""
    block: bool = False
    """Typed as a block, behind `|` or `>`."""
    anchored: bool = False
    """Has an anchor, so that it may be the value of other fields as well."""
    starts: tuple[Start, ...] = ()
    """Where its pieces begin, if it stands on several lines or has escapes; otherwise none."""
    cut: tuple[str, Place] | None = None
    """What stands behind it and is a comment to YAML alone, from its `#` on, and where."""

    @property
    def is_null(self) -> bool:
        """Whether the value was left out: nothing, `~` or `null`."""
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}

    @property
    def text_place(self) -> Place:
        """Where the first character of the text stands, behind a quote if there is one."""
        path, line, column = self.place.path, self.place.line, self.place.column
        if self.starts:
            return Place(path, self.starts[0].line, self.starts[0].column)
        return self.place if self.plain else Place(path, line, column + 1)

    def rewrite(self, new: str) -> tuple[Edit, ...]:
        """Return the fix that writes `new` in place of the text.

        Nothing where that could change something else, or cannot be done on one line.
        """
        old = self.text.strip()
        if self.anchored or len(self.starts) > 1 or not old:
            return ()
        before = self.text.find(old) - (self.starts[0].offset if self.starts else 0)
        place = self.text_place
        return Place(place.path, place.line, place.column + before).edit(old, new)


class ListNode(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class Pair(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


class MapNode(msgspec.Struct, frozen=True):
    """A mapping, in the order in which it was typed; no key stands twice."""

    pairs: tuple[Pair, ...]
    place: Place
    unread: frozenset[str] = frozenset()
    """The keys of what stands there too and cannot be read."""


Node = Scalar | ListNode | MapNode


_LINE_END = lazy_regex("[\x85\u2028\u2029]")
"""What ends a line in YAML and nowhere else, and stands unseen in what is copied from a page."""


_FIELD = lazy_regex(r"( *)[A-Za-z_][\w-]*:(?: |$)")
_COMMENT = lazy_regex(r"(?P<gap>[ \t]*)(?P<text>#(?!\s*digest:).*)")


class YamlProblem(Exception):  # noqa: N818 -- not an error of the program: it never leaves this module
    """Stops the reading of a text that cannot be read on."""

    def __init__(self, place: Place, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.diagnostic = place.diagnose("yaml-syntax", message, hint)


class Reading:
    """The problems met while one file is read and converted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []

    def report(
        self,
        rule: str,
        place: Place | None,
        message: str,
        hint: str = "",
        fix: tuple[Edit, ...] = (),
    ) -> None:
        """Note a problem; with no place it concerns the file as a whole."""
        where = place or Place(self.path, 1, 1)
        self.diagnostics.append(
            Diagnostic(self.path, where.line, where.column, rule, message, hint, fix=fix)
        )


def report_double(key: Scalar, first: Scalar, reading: Reading) -> None:
    """Report a key that stands in a mapping already."""
    message = f"the key '{key.text}' stands twice"
    hint = f"it is already on line {first.place.line}; keep one of the two"
    reading.report("yaml-duplicate-key", key.place, message, hint)


def parse_yaml(text: str, reading: Reading, *, first_line: int = 1) -> Node | None:
    """Read one YAML document.

    `first_line` is the line of the file on which `text` begins. Returns None where there is
    nothing to read or it cannot be read; problems (`yaml-syntax`, `yaml-duplicate-key`) go
    to `reading`.
    """
    shift = first_line - 1
    if found := _LINE_END.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        message = f"a line separator, U+{ord(found[0]):04X}, at which YAML would begin a line"
        reading.report(
            "yaml-syntax", Place(reading.path, line, column), message, "put a space in its place"
        )
        return None
    try:
        events = iter(yaml.parse(text, Loader=_Loader))
        node = _Composer(reading, events, shift, text).compose_document()
    except YamlProblem as problem:
        reading.diagnostics.append(problem.diagnostic)
        return None
    except yaml.MarkedYAMLError as error:
        told = error.problem or "this cannot be read as YAML"
        at, opened = _point(error.problem_mark), _point(error.context_mark)
        report_fault(find_fault(told, at or (0, 0), opened, text), reading, first_line)
        return None
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        place = Place(
            reading.path, before.count("\n") + 1 + shift, len(before) - before.rfind("\n")
        )
        reading.report("yaml-syntax", place, "a character that YAML does not allow")
        return None
    return node


def report_fault(fault: Fault, reading: Reading, first_line: int) -> None:
    """Report what is wrong with a text that begins on a line of the file."""
    place = Place(reading.path, fault.line + first_line, fault.column + 1)
    reading.report("yaml-syntax", place, fault.message, fault.hint)


def _point(mark: yaml.Mark | None) -> Point | None:
    return (mark.line, mark.column) if mark else None


class _Composer:
    """Builds nodes from a parser's events."""

    def __init__(
        self, reading: Reading, events: Iterator[yaml.Event], shift: int, text: str
    ) -> None:
        self._reading = reading
        self._lines = text.split("\n")
        self._events = events
        self._shift = shift
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._unasked: dict[str, Place] = {}
        """Where the anchors stand that no alias has named yet."""
        self._count = 0

    def compose_document(self) -> Node | None:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise YamlProblem(self._place(event), "a second document begins here")
                node = self._compose(next(self._events), 0)
        for anchor, place in self._unasked.items():
            message = f"YAML takes '&{anchor}' for a name, and nothing asks for it"
            self._reading.report("text-lost", place, message, "put quotes around the whole value")
        return node

    def _compose(self, event: yaml.Event, depth: int) -> Node:
        place = self._place(event)
        if depth > MAX_DEPTH:
            raise YamlProblem(place, f"nested more than {MAX_DEPTH} levels deep")
        if isinstance(event, yaml.AliasEvent):
            return self._recall(str(event.anchor), place)
        if not isinstance(event, _NODE_EVENTS):
            raise YamlProblem(place, "a value is missing here")
        before = self._count
        self._add(1, place)
        if event.tag not in {None, "!"}:
            hint = "leave it out, or put quotes around the whole value"
            raise YamlProblem(place, f"the tag '{event.tag}' has no meaning here", hint)
        node = self._compose_value(event, place, depth)
        if event.anchor:
            self._anchors[event.anchor] = (node, self._count - before)
            self._unasked[event.anchor] = place
        return node

    def _compose_value(self, event: _NodeEvent, place: Place, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            text = event.value
            if style in {"'", '"'} and self._swallows(event):
                raise YamlProblem(place, "a quote that is never closed", f"close it with {style}")
            if found := UNPRINTABLE.search(text):
                # written as an escape, `"\x0b"`
                self._reading.report("encoding", place, name_control(found[0]), "take it away")
                text = UNPRINTABLE.sub(" ", text)
            return Scalar(
                text,
                place,
                plain=style == "",
                block=style in {"|", ">"},
                anchored=event.anchor is not None,
                starts=self._find_starts(event),
                cut=self._find_cut(event) if style == "" else None,
            )
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(following := next(self._events), yaml.SequenceEndEvent):
                items.append(self._compose(following, depth + 1))
                self._check_item(following)
            return ListNode(tuple(items), place)
        return self._compose_mapping(place, depth)

    def _compose_mapping(self, place: Place, depth: int) -> MapNode:
        pairs: dict[str, Pair] = {}
        while not isinstance(following := next(self._events), yaml.MappingEndEvent):
            key = self._compose(following, depth + 1)
            value = self._compose(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                raise YamlProblem(
                    key.place, "a key must be a word", "put quotes around a value in braces"
                )
            if key.text in pairs:
                report_double(key, pairs[key.text].key, self._reading)
            else:
                pairs[key.text] = Pair(key, value)
        return MapNode(tuple(pairs.values()), place)

    def _swallows(self, event: yaml.ScalarEvent) -> bool:
        """Tell whether what stands in quotation marks has a later field in it."""
        first, last = event.start_mark, event.end_mark
        if first is None or last is None or first.line == last.line:
            return False
        own = self._lines[first.line]
        indent = len(own) - len(own.lstrip())
        return any(
            (found := _FIELD.match(line)) and len(found[1]) <= indent
            for line in self._lines[first.line + 1 : last.line + 1]
        )

    def _check_item(self, event: yaml.Event) -> None:
        """Report an item of a list that stands further right, and so is a part of that above."""
        first, last = event.start_mark, event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or event.style or not (first and last):
            return
        for number in range(first.line + 1, last.line + 1):
            line = self._lines[number]
            if line.lstrip().startswith("- "):
                place = self._place_of(number, len(line) - len(line.lstrip()))
                message = "a '-' that stands further right than that above, and is a part of it"
                hint = "let it begin where the one above begins"
                self._reading.report("yaml-syntax", place, message, hint)

    def _find_starts(self, event: yaml.ScalarEvent) -> tuple[Start, ...]:
        first, last = event.start_mark, event.end_mark
        is_plain = not event.style
        if first is None or last is None or (is_plain and first.line == last.line):
            return ()
        begin, end = (first.line, first.column), (last.line, last.column)
        starts = find_starts(event.value, self._lines, begin, end, event.style or "")
        return tuple(start._replace(line=start.line + self._shift) for start in starts)

    def _find_cut(self, event: yaml.ScalarEvent) -> tuple[str, Place] | None:
        mark = event.end_mark
        if mark is None or mark.line >= len(self._lines) or "#" not in self._lines[mark.line]:
            return None
        found = _COMMENT.match(self._lines[mark.line], mark.column)
        # as comments are written: two spaces before the sign, and one behind it
        is_meant = found and found["text"].startswith(("# ", "#\t")) and len(found["gap"]) > 1
        if not found or is_meant or (not event.value and found["text"].startswith("# ")):
            return None
        place = self._place_of(mark.line, found.start("text"))
        return found["text"].rstrip(), place

    def _recall(self, anchor: str, place: Place) -> Node:
        if anchor not in self._anchors:
            raise YamlProblem(place, f"the alias '*{anchor}' has no anchor")
        node, size = self._anchors[anchor]
        self._unasked.pop(anchor, None)
        self._add(size, place)
        return node

    def _add(self, count: int, place: Place) -> None:
        self._count += count
        if self._count > MAX_NODES:
            raise YamlProblem(place, f"more than {MAX_NODES} values, aliases counted out")

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return self._place_of(mark.line, mark.column) if mark else Place(self._reading.path, 1, 1)

    def _place_of(self, line: int, column: int) -> Place:
        """Return the place of a point that is counted from 0."""
        return Place(self._reading.path, line + 1 + self._shift, column + 1)
