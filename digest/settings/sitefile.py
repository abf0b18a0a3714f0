"""The file of a newsletter's settings."""

from __future__ import annotations

SITE_FILE = "content/site.yaml"
NOBODYS_URL = "https://example.org/newsletter/"
"""The address of a new newsletter, until its editor has put the real one there."""
