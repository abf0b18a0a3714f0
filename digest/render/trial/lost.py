"""Texts of a sample that a template prints nowhere, and what to write where to have them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.render.templates.witness import Witness
    from digest.render.trial.sampler import Sampler
    from digest.settings.theme import Theme


class _Place(msgspec.Struct, frozen=True):
    """Where in a template a field can be printed."""

    path: str
    line: int
    name: str
    """What the field is called there."""
    before: str = ""
    behind: str = ""
    """What goes around it: loops through the lists that it is in."""


def find_lost(
    theme: Theme, used: Sequence[str], sampler: Sampler, witness: Witness
) -> Iterator[Diagnostic]:
    """List the fragments of a sample that were not printed.

    `used` are the places of the theme's own templates that are filled, the first first.
    """
    lost = {
        (name.partition("#")[0], sampler.sources[name])
        for name in sampler.fragments
        if name not in witness.printed
    }
    places: dict[tuple[str, int], dict[str, _Place]] = {}
    for field, sources in sorted(lost) if used else ():
        place = _find_place(field, sources, used, sampler, witness)
        places.setdefault((place.path, place.line), {})[field] = place
    for (path, line), fields in places.items():
        names = ", ".join(f"'{field}'" for field in fields)
        message = f"never printed: {names}; what an editor writes there would be lost"
        first, place = next(iter(fields.items()))
        name = place.name
        print_ = f"{{% if {name} %}}{{{{ {name} | prose }}}}{{% endif %}}"
        if first in sampler.lists:
            print_ = f"{{% for part in {name} %}}{{{{ part | prose }}}}{{% endfor %}}"
        hint = f"add '{place.before}{print_}{place.behind}'"
        yield Diagnostic(theme.labels[path], line, 1, "theme-error", message, hint)


def _find_place(
    field: str, sources: Sequence[str], used: Sequence[str], sampler: Sampler, witness: Witness
) -> _Place:
    """Return where to print a field: beside others of the same part, or in a loop of its own.

    `sources` are the fields that one goes through to it.
    """
    owner, _, name = field.rpartition(".")
    # what is beside may be of another kind
    beside = None if field in sampler.kinds else witness.find_part(owner, used)
    if beside:
        path, line, part = beside
        return _Place(path, line, f"{part}.{name}" if part else name)
    if not sources:
        return _Place(used[0], 1, field)
    *outer, source = sources
    list_ = _find_place(source, outer, used, sampler, witness)
    if source not in sampler.lists:
        return msgspec.structs.replace(list_, name=f"{list_.name}.{name}")
    before, behind = f"{list_.before}{{% for {owner} in {list_.name} %}}", "{% endfor %}"
    if kind := sampler.kinds.get(field):
        before += f'{{% if {owner}.kind == "{kind}" %}}'
        behind = f"{{% endif %}}{behind}"
    return _Place(list_.path, list_.line, field, before, f"{behind}{list_.behind}")
