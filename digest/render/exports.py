"""Exported files: the works of an edition in the formats of reference managers."""

from __future__ import annotations

from digest.basics.diagnostics import Checked
from digest.citing.formats import Export, format_export


class ExportRenderer:
    """Renders exported files. They owe nothing to a theme."""

    def render(self, view: Export) -> Checked[bytes]:
        """Return a file's bytes; there is always one."""
        return Checked(format_export(view))
