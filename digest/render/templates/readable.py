"""What a template may read of a value, by the value's type: there is no other way to anything.

A template has data: the fields of views, texts, numbers, lists and mappings with their methods that
change nothing, and what Jinja itself brings. A type that is not in this table has nothing to read.
"""

from __future__ import annotations

import functools

import msgspec
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.utils import Cycler, Namespace
from markupsafe import Markup

_NO_TEXTS = {"encode", "maketrans", "translate"}
_NO_NUMBERS = {"from_bytes", "to_bytes"}
"""Methods for what no page is made of, and that make very large things of small ones."""


def _public(kind: type) -> frozenset[str]:
    return frozenset(name for name in dir(kind) if not name.startswith("_"))


_LIST = frozenset({"copy", "count", "index"})
_READABLE: dict[type, frozenset[str]] = {
    str: _public(str) - _NO_TEXTS,
    Markup: _public(Markup) - _NO_TEXTS,
    int: _public(int) - _NO_NUMBERS,
    float: _public(float),
    list: _LIST,
    tuple: _LIST - {"copy"},
    dict: frozenset({"copy", "get", "items", "keys", "values"}),
    range: _public(range),
    LoopContext: _public(LoopContext) | {"depth0"},
    Macro: frozenset({"arguments", "caller", "catch_kwargs", "catch_varargs", "name"}),
    BlockReference: frozenset({"name", "super"}),
    Cycler: _public(Cycler),
}
PLAIN = (msgspec.Struct, LoopContext)
"""Types whose readable names are read as Python itself reads them."""
HAVE_NAMES = (Namespace, TemplateModule)
"""Types whose values have names that a template has given them: all but those that begin with _."""
HAVE_ITEMS = (str, list, tuple, dict, range, TemplateReference)
"""Types whose elements a template may read."""


@functools.cache
def readable_names(kind: type) -> frozenset[str]:
    """Return the names that a template may read of the values of a type."""
    if issubclass(kind, msgspec.Struct):
        own = ("kind",) if hasattr(kind, "kind") else ()
        return frozenset(name for name in kind.__struct_fields__ + own if name[0] != "_")
    # the groups of `groupby` are tuples with names
    named = frozenset(getattr(kind, "_fields", ())) if issubclass(kind, tuple) else frozenset()
    return named | next((_READABLE[one] for one in kind.__mro__ if one in _READABLE), frozenset())
