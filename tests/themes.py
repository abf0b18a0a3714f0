"""The themes that come with digest."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "themes"
THEMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/theme.yaml")))
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("paper/words/*.yaml")))
"""Those that they have words in."""
