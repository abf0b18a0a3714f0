"""Parts may depend on each other only one way: every import in digest/ is read, and judged.

Imports inside functions and those for types alone count as all others do.
"""

from __future__ import annotations

import ast
import graphlib
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

REPOSITORY = Path(__file__).parent.parent

# A module may import from its own line and the lines above it.
LAYERS = (
    ("basics",),
    ("settings",),
    ("markdown", "records", "citing"),
    ("content",),
    ("site",),
    ("render",),
    ("output",),
    (
        *("commands.siteplan", "commands.makeunits", "commands.makevariants"),
        *("commands.gone", "commands.askedmails"),
    ),
    ("build",),
    ("sending", "importing", "candidates"),
    ("commands",),
    ("cli", "__main__"),
)

# One library, one home: who may import what did not come with Python.
HOMES = {
    "anyascii": ("digest.citing.formats",),
    "arxiv": ("digest.records.arxivclient", "digest.records.arxivwork"),
    "babel": (
        *("digest.citing", "digest.render", "digest.importing.dates"),
        "digest.settings.languages",
    ),
    "bibtexparser": ("digest.records.bibtex",),
    "click": ("digest.cli",),
    "css_inline": ("digest.render.mail",),
    "html_to_markdown": ("digest.importing.htmltext",),
    "idna": ("digest.basics.hosts",),
    "jinja2": ("digest.render", "digest.settings.theme"),
    "lxml": ("digest.basics.xmltree",),
    "markdown_it": ("digest.markdown",),
    "markupsafe": ("digest.render",),
    "math_core": ("digest.markdown.mathml",),
    "mdit_py_plugins": ("digest.markdown",),
    "msgspec": ("digest",),
    "PIL": (
        *("digest.basics.images", "digest.render.sharepictures", "digest.render.faces"),
        *("digest.render.pictures", "digest.render.icons"),
        *("digest.render.bitmaps", "digest.render.variants"),
    ),
    "pygments": ("digest.markdown.codecolours",),
    "pylatexenc": ("digest.records",),
    "rispy": ("digest.importing.lists.ris",),
    "requests": ("digest.records", "digest.sending.client", "digest.commands.webpages"),
    "resvg_py": ("digest.render.rasterise",),
    "selectolax": ("digest.importing",),
    "wcwidth": ("digest.render.sharetexts", "digest.render.text.wrapping"),
    "watchfiles": ("digest.commands.serve.watching",),
    "yaml": ("digest.settings.yamlnodes",),
}

LEVELS = {name: level for level, names in enumerate(LAYERS) for name in names}


class Import(NamedTuple):
    importer: str
    imported: str
    place: str


def module_name(path: Path) -> str:
    parts = path.relative_to(REPOSITORY).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(REPOSITORY.glob("digest/**/*.py"))}


def imports_of(module: str) -> list[Import]:
    path = MODULES[module]
    place = path.relative_to(REPOSITORY).as_posix()
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            names = [_module_or_its_part(base, alias.name) for alias in node.names]
        else:
            continue
        found += [Import(module, name, f"{place}:{node.lineno}") for name in names]
    return found


def _module_or_its_part(base: str, name: str) -> str:
    """Tell `from digest.site import plan`, a module, from `from digest.site.plan import Plan`."""
    return f"{base}.{name}" if f"{base}.{name}" in MODULES else base


@cache  # and not while tests are collected, which every process does
def imports() -> list[Import]:
    return [found for module in MODULES for found in imports_of(module)]


def imports_of_ours() -> list[Import]:
    return [found for found in imports() if found.imported.partition(".")[0] == "digest"]


def part(module: str) -> str:
    """Return what stands in the table: `site` for `digest.site.plan`, nothing for `digest`."""
    name = module.partition(".")[2]
    return name if name in LEVELS else name.partition(".")[0]


def is_within(module: str, homes: tuple[str, ...]) -> bool:
    return any(module == home or module.startswith(f"{home}.") for home in homes)


def test_every_module_has_its_layer() -> None:
    assert {part(module) for module in MODULES} - {""} == set(LEVELS)


def test_no_module_imports_from_a_layer_below_its_own() -> None:
    steps_back = [
        f"{found.place}: {found.importer} imports {found.imported}"
        for found in imports_of_ours()
        # every module may ask the package itself for its version
        if part(found.imported)
        and LEVELS[part(found.imported)] > LEVELS.get(part(found.importer), 0)
    ]
    assert steps_back == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph: dict[str, set[str]] = {module: set() for module in MODULES}
    for found in imports_of_ours():
        graph[found.importer].add(found.imported)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_no_part_imports_itself_by_way_of_others() -> None:
    graph: dict[str, set[str]] = {name: set() for name in LEVELS}
    for found in imports_of_ours():
        importer, imported = part(found.importer), part(found.imported)
        if importer and imported and importer != imported:
            graph[importer].add(imported)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_imports_are_absolute() -> None:
    assert [found.place for found in imports() if found.imported.startswith(".")] == []


def test_libraries_stay_at_home() -> None:
    away = [
        f"{found.place}: {found.imported} in {found.importer}"
        for found in imports()
        for library in [found.imported.partition(".")[0]]
        if library != "digest" and library not in sys.stdlib_module_names
        if not is_within(found.importer, HOMES.get(library, ()))
    ]
    assert away == []
