"""Markdown twins: each page as CommonMark, beside its HTML."""
