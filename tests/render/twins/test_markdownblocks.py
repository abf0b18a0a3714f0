from __future__ import annotations

import pytest

from tests.render.plainly import PAGE
from tests.render.twins.reading import twin_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# One #\n\n### Two \\#", "## One\n\n### Two \\#"),
        ("2022\\. was\n\n\\- a\n\n\\=\n\n\\> b", "2022\\. was\n\n\\- a\n\n\\=\n\n\\> b"),
        ("- a\n- b\n  - c", "- a\n- b\n  - c"),
        ("- a\n\n  b\n\n- c", "- a\n\n  b\n\n- c"),
        ("9. a\n10. b\n\n    c", "9. a\n\n10. b\n\n    c"),
        ("- a\n\n* b\n\n1. c\n\n1) d", "- a\n\n* b\n\n1. c\n\n1) d"),
        ("* - -\n    : x", "+ - -\n\n    \\: x"),
        ("> a\n>\n> - b", "> a\n>\n> - b"),
        ("````py\n```\nx\n````", "````py\n```\nx\n````"),
        ("> [!note]\n> a\n>\n> b", "> [!NOTE]\n> a\n>\n> b"),
        ("- [x] a\n- [ ] *b*", "- [x] a\n- [ ] *b*"),
        (
            "<details><summary>A *b*</summary>\n\nc\n\n</details>",
            "<details>\n<summary>\n\nA *b*\n\n</summary>\n\nc\n\n</details>",
        ),
        ("| a<br>b |\n|---|\n| c<br> |", "| a<br>b |\n| --- |\n| c |"),
        ("https://youtu.be/abcdefg", "<https://youtu.be/abcdefg>"),
        ("<br>\n\na<br>\n\n*b<br>*", "a\n\n*b<br>*"),
        ("- ---\n- a", "___\n\n- a"),
        ("* ---", "- ___"),
        ("$$\na\n$$", "$$\na\n$$"),
        ("A *b*\n: c\n\n  d", "- A *b*\n\n  c\n\n  d"),
        ("A\n: b", "- **A**\n\n  b"),
        ('![a](f.png "b *c*")', f"![a]({PAGE}f.png)\n\nb *c*"),
        ("| a | b |\n|:--|--:|\n| `c\\|d` | *e* |", "| a | b |\n| :-- | --: |\n| `c\\|d` | *e* |"),
    ],
)
def test_blocks(text: str, shown: str) -> None:
    assert twin_of(text) == shown
