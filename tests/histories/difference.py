"""What differs between two builds, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.basics.diagnostics import Diagnostic

_MOST = 6
"""How many differences of a kind are told."""
_AROUND = 60
"""How many characters are shown before the first one that differs, and twice as many behind."""


def compare_outputs(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """Tell which files are too many, lack, or differ, and where the first of these differs."""
    differ = sorted(path for path in found.keys() & wanted.keys() if found[path] != wanted[path])
    told = [f"too many: {path}" for path in sorted(found.keys() - wanted.keys())[:_MOST]]
    told += [f"lacks: {path}" for path in sorted(wanted.keys() - found.keys())[:_MOST]]
    told += [f"differs: {path}" for path in differ[:_MOST]]
    if differ:
        told += _compare_bytes(found[differ[0]], wanted[differ[0]])
    return told


def compare_diagnostics(found: Iterable[Diagnostic], wanted: Iterable[Diagnostic]) -> list[str]:
    """Tell which problems are too many, and which lack."""
    found, wanted = tuple(found), tuple(wanted)
    told = [f"too many: {_brief(one)}" for one in found if one not in wanted][:_MOST]
    told += [f"lacks: {_brief(one)}" for one in wanted if one not in found][:_MOST]
    if not told and found != wanted:
        told.append("the order of the problems, or how often they are told, differs")
    return told


def _compare_bytes(found: bytes, wanted: bytes) -> list[str]:
    pairs = enumerate(zip(found, wanted, strict=False))
    at = next((index for index, (a, b) in pairs if a != b), min(len(found), len(wanted)))
    shown = slice(max(at - _AROUND, 0), at + 2 * _AROUND)
    return [
        f"  {name}: …{data[shown].decode(errors='replace')}…"
        for name, data in (("is", found), ("should be", wanted))
    ]


def _brief(one: Diagnostic) -> str:
    hint = f" ({one.hint})" if one.hint else ""
    return f"{one.path}:{one.line}:{one.column}: {one.severity}[{one.rule}]: {one.message}{hint}"
