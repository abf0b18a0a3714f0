"""Write the references of the corpus anew."""

from __future__ import annotations

from tests.citing.corpus import PRINTED, print_references

PRINTED.write_text(print_references(), encoding="utf-8")
