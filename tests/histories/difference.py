"""What differs between two builds, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST = 6
"""How many differences of a kind are told."""
_NO_TEXTS = (".png", ".avif", ".webp", ".ttf", ".eml")
_AROUND = 60
"""How many characters are shown before the first one that differs, and twice as many behind."""


def compare_outputs(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """Tell which files are too many, lack, or differ, and where the first text of these does."""
    differ = sorted(path for path in found.keys() & wanted.keys() if found[path] != wanted[path])
    told = [f"too many: {path}" for path in sorted(found.keys() - wanted.keys())[:_MOST]]
    told += [f"lacks: {path}" for path in sorted(wanted.keys() - found.keys())[:_MOST]]
    told += [f"differs: {path}" for path in differ[:_MOST]]
    texts = [
        path for path in differ if not path.endswith((".png", ".avif", ".webp", ".ttf", ".eml"))
    ]
    for path in texts[:1]:
        told += _compare_bytes(found[path], wanted[path])
    return told


def compare_problems(found: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Tell which problems are too many, and which lack."""
    told = [f"too many: {one}" for one in found if one not in wanted][:_MOST]
    told += [f"lacks: {one}" for one in wanted if one not in found][:_MOST]
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
