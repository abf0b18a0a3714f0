"""Style sheets that import others: they are published as one file where that shows the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

COMMON = "a { color: red }\n"


def published(newsletter: Newsletter, name: str) -> str:
    """Return the text of a style sheet of the theme, as it is published."""
    (text,) = (data.decode() for path, data in newsletter.tree().items() if path.endswith(name))
    return text


@pytest.mark.parametrize(
    "asks",
    [
        '@import "rules.css";',
        "@import 'rules.css' ;",
        "@import url(rules.css);",
        '@IMPORT URL( "rules.css" );',
        "/* whose */\n@import 'rules.css';",
        "@import 'more.css';",
    ],
)
def test_a_sheet_has_in_it_what_it_imports(newsletter: Newsletter, asks: str) -> None:
    newsletter.write("themes/paper/static/rules.css", COMMON)
    newsletter.write("themes/paper/static/more.css", "@import 'rules.css';\n")
    newsletter.write("themes/paper/static/own.css", f"{asks}\na {{ color: blue }}\n")
    newsletter.build()
    sheet = published(newsletter, "own.css")
    assert "import" not in sheet.lower()
    assert sheet.index("red") < sheet.index("blue")


@pytest.mark.parametrize(
    "sheet",
    [
        "@import 'rules.css' print;\na { color: blue }\n",
        "@import 'rules.css' layer(one);\n",
        "@import 'deep/rules.css';\n",
        "@import 'rules.css';\n@import 'deep/rules.css';\n",
        "@charset 'utf-8';\n@import 'rules.css';\n",
        "@import 'own.css';\n",
        "a { color: blue }\n/* no '@import' */\n",
    ],
)
def test_a_sheet_stays_as_it_is_where_that_would_show_something_else(
    newsletter: Newsletter, sheet: str
) -> None:
    newsletter.write("themes/paper/static/rules.css", COMMON)
    newsletter.write("themes/paper/static/deep/rules.css", COMMON)
    newsletter.write("themes/paper/static/own.css", sheet)
    newsletter.build()
    assert published(newsletter, "own.css") == sheet


def test_a_sheet_is_made_anew_when_what_it_imports_changes(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/static/common.css", COMMON)
    newsletter.build()
    assert "color: red" in published(newsletter, "/paper.css")
    newsletter.write("themes/paper/static/common.css", COMMON.replace("red", "teal"))
    newsletter.build()
    assert "color: teal" in published(newsletter, "/paper.css")


def test_only_the_sheets_that_came_with_digest_lose_their_comments(newsletter: Newsletter) -> None:
    newsletter.write(
        "themes/paper/static/own.css", "/* Theirs, by a licence. */\n@import 'paper.css';\n"
    )
    newsletter.build()
    assert "/*" not in published(newsletter, "/paper.css")
    assert published(newsletter, "own.css").count("/*") == 1
