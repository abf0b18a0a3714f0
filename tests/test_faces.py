"""The faces of paper: what its README says of their files, and what its style sheets say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAPER = Path(__file__).parent.parent / "themes/paper"
README = (PAPER / "README.md").read_text("utf-8")
SIGNS = dict(re.findall(r"(?m)^([A-Z]+)=(U\+\S+)$", README))
MADE = {
    **dict(re.findall(r"(?m)^face (math\S*) /tmp/math.ttf \$(\w+) ccmp$", README)),
    **dict.fromkeys(("text-more", "text-italic-more", "label-more", "title-more"), "MORE"),
    **dict.fromkeys(
        ("text-vietnamese", "text-italic-vietnamese", "label-vietnamese"), "VIETNAMESE"
    ),
}
"""By the name of a file, its signs."""
RULES = re.findall(
    r"(?s)@font-face \{[^}]*?fonts/([\w-]+)\.woff2[^}]*?unicode-range: ([^;]*);",
    "".join((PAPER / "static" / name).read_text("utf-8") for name in ("common.css", "paper.css")),
)


@pytest.mark.parametrize(("file", "signs"), [rule for rule in RULES if rule[0] != "icons-more"])
def test_a_file_is_asked_for_by_the_signs_that_it_has(file: str, signs: str) -> None:
    assert "".join(signs.split()) == SIGNS[MADE[file]]


def test_no_sign_is_in_two_files_of_a_face() -> None:
    for face in (("WEST", "MORE", "VIETNAMESE"), tuple({*SIGNS} - {"WEST", "MORE", "VIETNAMESE"})):
        signs = [code for name in face if name != "CARD" for code in _read(SIGNS[name])]
        assert len(signs) == len(set(signs))


def test_all_files_are_asked_for() -> None:
    first = {"text", "text-italic", "text-italic-bold", "label", "title", "math", "icons"}
    files = {path.stem for path in (PAPER / "static/fonts").glob("*.woff2")}
    assert files == first | {file for file, _ in RULES}


def _read(ranges: str) -> list[int]:
    """Return the codes of `U+0020-007E,U+00A0`."""
    pairs = (one.removeprefix("U+").partition("-")[::2] for one in ranges.split(","))
    return [code for low, high in pairs for code in range(int(low, 16), int(high or low, 16) + 1)]
