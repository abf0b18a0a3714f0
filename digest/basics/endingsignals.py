"""The signals that end a program in order."""

from __future__ import annotations

import signal

ENDING = frozenset(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl-C, a request, a terminal that was closed."""
