"""Where the themes are that come with digest."""

from __future__ import annotations

from pathlib import Path


def bundled_themes() -> Path:
    """Return the folder of the themes that come with digest."""
    package = Path(__file__).parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"
