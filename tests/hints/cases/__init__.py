"""Mistakes in a newsletter's files, and what stands there once their hints are followed."""

from __future__ import annotations

from tests.hints.cases import fields, files, papers, site, texts, themes

CASES = [case for subject in (papers, texts, fields, files, site, themes) for case in subject.CASES]

COMMANDS: list[tuple[list[str], list[str]]] = [
    (["add", "2202.06995", "--edition", "2022-30"], ["add", "2202.06995", "--edition", "2022-04"]),
    (["new", "2022-5"], ["new", "2022-05"]),
    (
        ["theme", "new", "ours", "--extends", "papre"],
        ["theme", "new", "ours", "--extends", "paper"],
    ),
    (["theme", "copy", "base.html"], ["theme", "copy", "web/base.html"]),
    (["theme", "copy", "web/bsae.html"], ["theme", "copy", "web/base.html"]),
    (["new", "2022-13"], ["new", "2022-w13"]),
    (["new", "April 2023"], ["new", "april-2023"]),
    (["chek"], ["check"]),
    (["build", "--emial", "none"], ["build", "--email", "none"]),
    (["export", "2022-30"], ["export", "2022-04"]),
    (["share", "2022-30"], ["share", "2022-04"]),
    (["build", "--email", "2022-30"], ["build", "--email", "2022-04"]),
    (["init", "other", "--lang", "english"], ["init", "other", "--lang", "en"]),
]
"""What is typed, and what a message says is to be typed in its place."""
