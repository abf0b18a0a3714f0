"""Planned outputs to bytes."""
