"""Code with colours: which parts of a block are comments, words of the language, texts, numbers.

Pygments parts the code. Of its hundreds of kinds of token a few remain, so that a theme needs few
colours and another version of Pygments changes little; each is a `<span>` with the class by which
Pygments's own style sheets know it. It is imported by the first text that has code in a language.
"""

from __future__ import annotations

import functools
import signal
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any, NoReturn

from digest.basics.text import did_you_mean
from digest.markdown.fences import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

COLOURED = "coloured"
"""The key in the meta of a token for code: its text as HTML with colours."""
UNCOLOURED = "uncoloured"
"""The key there where it has none: what is wrong, and what to do."""

MOST_CHARACTERS = 20_000
"""In one block. Some lexers take a time that grows with the square, or the cube, of the length."""
_MOST_SECONDS = 3
"""Of the processor, for one block. Most take a few thousandths."""

_PLAIN = frozenset(
    {"ascii", "csv", "gitignore", "log", "output", "raw", "text", "tsv", "txt"}
    | {"none", "nohighlight", "plain", "plaintext", "algorithm", "pseudo", "pseudocode"}
)
"""What other tools call code in no language that has colours."""
_OTHER_NAMES = {
    "cjs": "javascript",
    "cxx": "c++",
    "dotenv": "bash",
    "env": "bash",
    "f95": "fortran",
    "hip": "cuda",
    "ipython": "python",
    "ipython3": "python",
    "jinja2": "jinja",
    "jsonc": "json",
    "jsonl": "json",
    "jupyter": "python",
    "mjs": "javascript",
    "ml": "ocaml",
    "ndjson": "json",
    "patch": "diff",
    "svelte": "html",
    "svg": "xml",
    "terminal": "console",
    "traceback": "pytb",
    "triton": "python",
    "typ": "typst",
    "vb": "vb.net",
}
"""Names of languages elsewhere that Pygments does not know, and its own."""
_CLASSES = {
    "Comment": "c",
    "Comment.Preproc": "k",
    "Comment.PreprocFile": "s",
    "Keyword": "k",
    "Keyword.Constant": "m",
    "Operator.Word": "k",
    "Name.Tag": "k",
    "Name.Attribute": "nf",
    "Name.Class": "nf",
    "Name.Decorator": "nf",
    "Name.Function": "nf",
    "Literal.String": "s",
    "Literal.Number": "m",
    "Literal.Date": "m",
    "Generic.Deleted": "gd",
    "Generic.Heading": "k",
    "Generic.Inserted": "gi",
    "Generic.Prompt": "c",
    "Generic.Subheading": "k",
}
"""The class of a kind of token, and of the kinds below it that are not named."""


class _TooSlowError(Exception):
    """The code cannot be parted in the time that there is."""


def colour_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when blocks have been parsed."""
    parser.core.ruler.after("block", "colours", _rule)


def _rule(state: StateCore) -> None:
    if "```" not in state.src and "~~~" not in state.src:
        return
    for token in state.tokens:
        language = language_of(token.info) if token.type == "fence" else ""
        if not language or language.lower() in _PLAIN or not token.content:
            continue
        name = _find_lexer(language)
        if name is None:
            message = f"no language '{language}' is known, so this code has no colours"
            token.meta[UNCOLOURED] = message, _meant(language)
        elif len(token.content) > MOST_CHARACTERS:
            count = f"{len(token.content):,} characters of code"
            message = f"{count} are too many for colours: {MOST_CHARACTERS:,} are the most"
            hint = f"show less of it, or write 'text' in place of '{language}'"
            token.meta[UNCOLOURED] = message, hint
        else:
            try:
                token.meta[COLOURED] = _colour(token.content, name)
            except _TooSlowError:
                message = f"it takes too long to colour this code as '{language}'"
                token.meta[UNCOLOURED] = message, f"write 'text' in place of '{language}'"


@functools.cache
def _list_lexers() -> Mapping[str, str]:
    """Return the lexers' names by those of their languages.

    Not those that are installed beside Pygments, or another machine would make other pages.
    """
    from pygments.lexers import get_all_lexers  # noqa: PLC0415 -- 12 ms, for code only

    lexers = get_all_lexers(plugins=False)
    return {alias.lower(): name for name, aliases, _, _ in lexers for alias in aliases}


@functools.cache
def _names_that_begin(sign: str) -> tuple[str, ...]:
    return tuple(name for name in _list_lexers() if name.startswith(sign))


def _find_lexer(language: str) -> str | None:
    name = language.lower()
    return _list_lexers().get(_OTHER_NAMES.get(name, name))


@functools.lru_cache
def _meant(language: str) -> str:
    """Say what may have been meant; of short names so many are near that none is."""
    near = _names_that_begin(language[0].lower()) if len(language) > len("foo") else ()
    hint = f"write 'text' in place of '{language}'"
    return did_you_mean(language, near) or hint


def _colour(text: str, name: str) -> str:
    """Return code as HTML with colours, by the lexer of a name.

    Raises _TooSlowError.
    """
    from pygments.lexers import find_lexer_class  # noqa: PLC0415 -- as above

    lexer: Any = find_lexer_class(name)(stripnl=False, ensurenl=False)  # type: ignore[misc]
    runs: list[list[str]] = []
    with _limited_time():
        for _, kind, part in lexer.get_tokens_unprocessed(text):
            class_ = _class_of(kind) if part.strip() else ""
            if runs and runs[-1][0] == class_:
                runs[-1][1] += part
            else:
                runs.append([class_, part])
    # a lexer may not lose what the editor wrote
    if "".join(part for _, part in runs) != text:
        return escape(text, quote=False)
    return "".join(_span(class_, part) for class_, part in runs)


def _span(class_: str, part: str) -> str:
    if not class_:
        return escape(part, quote=False)
    # lexers differ in whether a comment has the end of its line
    shown = part.rstrip("\n")
    return f'<span class="{class_}">{escape(shown, quote=False)}</span>{part[len(shown) :]}'


@functools.cache
def _class_of(kind: Any) -> str:  # noqa: ANN401 -- Pygments's kind of token, which has no type
    while kind:
        if class_ := _CLASSES.get(".".join(kind)):
            return class_
        kind = kind.parent
    return ""


@contextmanager
def _limited_time() -> Iterator[None]:
    """Raise _TooSlowError within, after some seconds of the processor, where the system can."""

    def stop(*_: object) -> NoReturn:
        raise _TooSlowError

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
