"""Files written into an output folder, as a build writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Checked
from digest.output.apply import apply
from digest.output.damage import why
from digest.output.manifest import read_manifest, write_manifest
from digest.output.stage import open_stage

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, files: dict[str, bytes]) -> list[tuple[str, str]]:
    keys = {path: f"key of {data!r}" for path, data in files.items()}
    manifest = read_manifest(folder)
    with open_stage(folder) as stage:
        made = [
            stage.put(path, keys[path], Checked(data))
            for path, data in files.items()
            if why(path, keys[path], manifest, folder) != "same"
        ]
        stale = manifest.keys() - keys.keys()
        applied = apply(folder, manifest, stale, made, stage, {})
        write_manifest(folder, applied.manifest)
    return [(change.path, change.action) for change in applied.changes]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
