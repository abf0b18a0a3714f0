"""The language of a block of code, as the line says that opens it."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex

_LANGUAGE = lazy_regex(r"[\s{]*(?:#[\w-]+\s+)?\.?([^\W_][\w+#.-]*)(?![\w+#.-]|=[^\s\d])")


def language_of(info: str) -> str:
    """Return the language that a fence's line names: `python`, or an empty string.

    Other tools write `{.python}`, `{r echo=FALSE}`, `rust,ignore`, `python title="x"`, `python=1`.
    """
    found = _LANGUAGE.match(info)
    return found[1] if found else ""
