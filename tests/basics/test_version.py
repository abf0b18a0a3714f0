from __future__ import annotations

from pathlib import Path

import msgspec
import pygments

from digest.basics.version import list_libraries


def test_installed_libraries_are_told_with_their_versions(tmp_path: Path) -> None:
    for name in ("pygments-2.21.0.dist-info", "pygments", "Babel-2.16.dist-info"):
        (tmp_path / name).mkdir()
    assert list_libraries(tmp_path) == ["Babel-2.16", "pygments-2.21.0"]


def test_those_that_make_pages_are_among_them() -> None:
    # another version of one makes other pages of the same texts
    found = list_libraries(Path(msgspec.__file__).parents[1])
    assert f"pygments-{pygments.__version__}" in found
