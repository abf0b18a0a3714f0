"""What a theme's templates do wrong, told in the words of their authors."""

from __future__ import annotations

import posixpath
import re
import traceback
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, get_args

import jinja2
import msgspec
from jinja2.environment import TemplateModule
from jinja2.sandbox import MAX_RANGE

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import closest, did_you_mean
from digest.render.templates.kinds import NO_KIND, name_kind, without_types
from digest.render.templates.syntax import explain_syntax, find_unclosed
from digest.settings.bundled import bundled_themes
from digest.settings.theme import PARENT, SEE_GUIDE, TemplateMistakeError
from digest.site.views.pages import View
from digest.site.views.parts import Use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from digest.settings.theme import Theme


class MissingNameError(jinja2.UndefinedError):
    """A template uses a name that does not exist."""

    def __init__(self, name: object, owner: tuple[object, ...], message: str | None) -> None:
        """Take the name and what was asked for it, if it was not the page itself."""
        super().__init__(message)
        self.name = name
        self.owner = owner


def check_printable(value: object) -> object:
    """Return what a template prints as it is; raise where it is nothing to be printed."""
    if isinstance(value, (str, int, float, jinja2.Undefined, Use)) or hasattr(value, "__html__"):
        return value
    hint = ""
    if isinstance(value, (list, tuple)):
        hint = "go through it with 'for'"
    if isinstance(value, msgspec.Struct):
        hint = f"print one of its fields: {', '.join(value.__struct_fields__)}"
    if callable(value):
        raise TemplateMistakeError("a method cannot be printed", "put '()' behind its name")
    if value is None:
        hint = "ask first whether it is there, with 'if'"
    kind = name_kind(value)
    raise TemplateMistakeError(f"{'this' if kind == NO_KIND else kind} cannot be printed", hint)


_KINDS_OF_PAGES = frozenset(f"web/{one.kind}.html" for one in get_args(View))
"""The templates that digest itself asks for."""
_FIELDS = [frozenset(one.__struct_fields__) for one in get_args(View)]
_NOT_ON_ALL = frozenset[str]().union(*_FIELDS) - _FIELDS[0].intersection(*_FIELDS)
"""What some kinds of page have, and others have not."""


class Line(msgspec.Struct, frozen=True):
    """A line of a template."""

    path: str
    """Where the template is on this machine."""
    number: int
    text: str


def report_mistake(
    error: Exception,
    theme: Theme,
    name: str,
    filters: Collection[str],
    known: Collection[str],
) -> Diagnostic:
    """Return what is wrong with the template `name`, or with what it uses.

    `filters` and `known` have the filters and the names that it may use.
    An error that is digest's own, and not the theme's, is raised again.
    """
    lines = list(_find_lines(error, theme))
    where = lines[-1] if lines else Line("", 0, "")
    if where.path != theme.files.get(name):
        # what other kinds of page have need not be what this one has
        known = frozenset(known) - _NOT_ON_ALL
    message, hint = _explain(error, theme, where, filters, known)
    if not message:
        raise error
    hint = hint or SEE_GUIDE
    if isinstance(error, jinja2.TemplateSyntaxError):
        # where Jinja cannot take a text apart, it calls the file's place its name
        at = error.filename or error.name or name
        path = theme.files.get(at, at)
        lines = [read_line(path, error.lineno)]
        if opened := find_unclosed(path, str(error.message)):
            line, message, hint = opened
            lines = [read_line(path, line)]
    if _lacks_value(error):
        # what calls the macro is to be changed
        lines = lines[:-1] or lines
    # of what comes with digest an author can change nothing
    bundled = f"{bundled_themes()}/"
    own = [line for line in lines if not line.path.startswith(bundled)] or lines
    if not own:
        label = theme.labels.get(theme.files.get(name, ""), f"themes/{theme.name}/{name}")
        return Diagnostic(label, 1, 1, "theme-error", message, hint)
    column = find_column(own[-1].text, message)
    label = theme.labels.get(own[-1].path, name)
    return Diagnostic(label, own[-1].number, column, "theme-error", message, hint)


def _explain(  # noqa: C901, PLR0911 -- one a kind of error
    error: Exception, theme: Theme, line: Line, filters: Collection[str], known: Collection[str]
) -> tuple[str, str]:
    """Return a message and a hint; an empty message for what no template can have done."""
    match error:
        case TemplateMistakeError():
            return str(error), error.hint
        case MissingNameError():
            called = rf"\b{error.name}\s*\("
            if error.name in filters and not _lacks_value(error) and re.search(called, line.text):
                hint = f"it is a filter: write '… | {error.name}'"
                return f"there is no '{error.name}' here", hint
            return _explain_name(error, line.text, known)
        case jinja2.TemplateNotFound():
            missing = str(error.message or error.name)
            if missing.startswith(PARENT):
                below = missing.removeprefix(PARENT)
                return f"there is no '{below}' below this file", "take 'parent:' away"
            return _explain_not_found(missing, theme, line)
        case RecursionError():
            message = "the template extends, includes or calls itself without an end"
            if "extends" in line.text:
                return message, f"'{PARENT}' before a name means the one that this one stands over"
            return message, "let an 'if' end it"
        case OverflowError() if str(error).startswith("Range too big"):
            return f"a range of more than {MAX_RANGE:,} numbers", "take a shorter one"
        case jinja2.TemplateAssertionError():
            message, hint = explain_syntax(str(error.message))
            meant = hint_filter(message.rpartition("named ")[2].strip("'"), filters)
            return message, meant or hint
        case jinja2.TemplateError():
            return explain_syntax(str(error.message))
        case _ if _is_own(error):
            return "", ""
        case _:
            missing = "there is no " if isinstance(error, KeyError) else ""
            message = without_types(f"{missing}{error}") or "this cannot be worked out"
            hint = "make a number of the text, with '| int'" if _MIXED.match(message) else ""
            return message, hint


def _explain_not_found(missing: str, theme: Theme, line: Line) -> tuple[str, str]:
    # one that another kind of page is made with is no help
    others = _KINDS_OF_PAGES if missing in _KINDS_OF_PAGES else frozenset()
    # nor the one that asks: it cannot be meant
    templates = {
        PurePosixPath(one).stem: one
        for one, path in theme.files.items()
        if one.endswith(".html") and path != line.path and one not in others
    }
    near = templates.get(closest(PurePosixPath(missing).stem, templates) or "")
    hint = f"did you mean '{near}'?" if near else "'digest theme copy' lists those that there are"
    if others and not near:
        hint = "write it, or put 'extends: paper' into theme.yaml"
    return f"the theme '{theme.name}' has no template '{missing}'", hint


def _explain_lone_name(
    error: MissingNameError, name: str, line: str, known: Sequence[str]
) -> tuple[str, str]:
    """Explain a name that is none of what the page has."""
    if _lacks_value(error):
        macro = re.search(r"\bmacro\s+(\w+)", line)
        called = f"the macro '{macro[1]}'" if macro else "the macro"
        return f"{called} needs '{name}', and is called without it", "give it a value for each name"
    if name in known:
        hint = "write 'with context' behind the import, or what is imported does not see the page"
        return f"there is no '{name}' in what is imported here", hint
    if name == "super":
        hint = "it is for a block of a template that extends another one, with 'extends'"
        return "there is no 'super' here", hint
    if name in _NOTHING:
        return f"there is no '{name}' here", "write 'none', or ask with 'if' alone"
    hint = did_you_mean(name, known) or f"there are: {', '.join(known)}"
    return f"there is no '{name}' here", hint


_NOTHING = {"null", "nil", "undefined", "NULL", "Null"}
"""What other languages call `none`."""


def hint_filter(name: str, filters: Collection[str]) -> str:
    """Return a hint for a filter that there is not, or an empty text."""
    if name == "words":
        return "a word is a field: write 'words.archive'"
    return did_you_mean(name, filters)


def explain_asset(theme: Theme, name: str) -> tuple[str, str] | None:
    """Tell that a theme has no file of this name to be published; None where it has."""
    if f"static/{name}" in theme.files:
        return None
    static = (file.removeprefix("static/") for file in theme.files if file[:7] == "static/")
    put = posixpath.normpath(f"themes/{theme.name}/static/{name}")
    hint = did_you_mean(name, static) or f"put it there: '{put}'"
    if f"/{theme.name}/static/" not in put:
        hint = "name a file as it lies in the theme's 'static/', without '..'"
    return f"the theme has no file '{name}' in its 'static/'", hint


def _explain_name(error: MissingNameError, line: str, known: Collection[str]) -> tuple[str, str]:
    name = error.name
    if name is None:
        # of a list that is empty, say
        return explain_syntax(str(error))
    if not error.owner:
        return _explain_lone_name(error, str(name), line, sorted(known))
    (owner,) = error.owner
    found = re.search(rf"([\w.]+)\s*(?:\.\s*|\[[\"']?){re.escape(str(name))}\b", line)
    found = found or _BY_VALUE.search(line)
    called = f"'{found[1]}'" if found else name_kind(owner)
    if owner is None:
        return f"{called} is none and has no '{name}'", "ask first whether it is there, with 'if'"
    if isinstance(name, int):
        return f"{called} has no element {name}", "ask first how many there are, with 'length'"
    if not isinstance(name, str):
        return f"{called} has no such element", "an element has a number or a name"
    fields: Collection[str] = ()
    if isinstance(owner, (msgspec.Struct, dict)):
        fields = owner if isinstance(owner, dict) else owner.__struct_fields__
    elif isinstance(owner, TemplateModule):
        fields = sorted(one for one in vars(owner) if not one.startswith("_"))
    hint = did_you_mean(name, fields) or (f"there are: {', '.join(fields)}" if fields else "")
    return f"'{name}' is not in {called}", hint


_BY_VALUE = lazy_regex(r"([\w.]+)\[[\w.]+\]")
"""A field whose name is that of a value: `words[item.word]`."""


def _lacks_value(error: Exception) -> bool:
    """Tell whether a macro is called without one of the values that it needs."""
    return isinstance(error, MissingNameError) and str(error).startswith("parameter ")


_MIXED = lazy_regex(r"a (?:text and a number|number and a text) do not go with")
_TEMPLATES = Path(__file__).parent
"""Code whose only work is to do what a template says."""
_DIGEST = _TEMPLATES.parents[1]
_NEVER = (NameError, ImportError, AssertionError, OSError)
"""Errors that no template makes, whatever it says."""


def _is_own(error: Exception) -> bool:
    """Tell whether digest went wrong: whose the innermost lines are, but for Python's library."""
    if isinstance(error, _NEVER):
        return True
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_TEMPLATES) or path.suffix == ".html" or "jinja2" in path.parts:
            return False
        if path.is_relative_to(_DIGEST) and path.suffix == ".py":
            return True
    return False


def _find_lines(error: Exception, theme: Theme) -> Iterator[Line]:
    """List the lines of the theme's templates that were being worked out, the innermost last."""
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename in theme.labels:
            yield read_line(frame.filename, frame.lineno or 1)


def read_line(path: str, number: int) -> Line:
    """Return a line of a template; one without a text where it cannot be read."""
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    return Line(path, number, lines[number - 1] if number <= len(lines) else "")


def find_column(line: str, message: str) -> int:
    """Return where in a line stands what a message quotes; 1 where nothing of it does."""
    named = re.findall(r"'([^']+)'", message)
    # what is there, and not what should be
    for quoted in reversed(named) if "', got '" in message else named:
        found = re.search(rf"(?<!\w){re.escape(quoted)}(?!\w)", line)
        # of two signs that are the same nobody knows which
        if found and (re.search(r"\w", quoted) or line.count(quoted) == 1):
            return found.start() + 1
    return 1
