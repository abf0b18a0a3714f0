"""A theme's mistakes are named at their file and line, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

HOME = "themes/paper/web/home.html"


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("\n\n{{ nope }}", 3, "'nope' is undefined"),
        ("\n{{ page.nope }}", 2, "no attribute 'nope'"),
        ("\n{% if %}", 2, "Expected an expression"),
        ("{% for a in b %}\n", 1, "end of template"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{{ 'x' | nope }}", 2, "No filter named 'nope'"),
        ("\n{% include 'web/nope.html' %}", 2, "no template 'web/nope.html'"),
        ("{% extends 'web/home.html' %}", 1, "recursion"),
        ("{% for n in range(1000000000) %}{% endfor %}", 1, "Range too big"),
        ("\n{{ ''.__class__ }}", 2, "unsafe"),
        ("\n{{ 5 | href }}", 2, "int"),
        ("\n{{ '2022-33-01' | date }}", 2, "month"),
        ("{% macro m() %}\n{{ nope }}{% endmacro %}\n\n{{ m() }}", 2, "'nope' is undefined"),
        ("\n{% set _ = site.menu.append(1) %}", 2, "append"),
    ],
)
def test_a_broken_template(newsletter: Newsletter, template: str, line: int, message: str) -> None:
    newsletter.write(HOME, template)
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.line, found.rule) == (HOME, line, "theme-error")
    assert message in found.message
    assert not (newsletter.out / "site").exists()


def test_a_template_that_is_no_text(newsletter: Newsletter) -> None:
    newsletter.write(HOME, b"\xff")
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.rule) == (HOME, "theme-error")


def test_what_a_page_says_is_text_and_never_html(newsletter: Newsletter) -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></title></style>"
    newsletter.settings(
        f"theme: {{name: paper, options: {{accent: '{evil.replace(chr(39), '')}'}}}}\n"
    )
    fields = ("container-title", "abstract", "publisher", "volume", "page", "event-title")
    newsletter.paper("arxiv:2202.00001", evil, evil.replace(",", ""), **dict.fromkeys(fields, evil))
    newsletter.write(
        "content/references.bib",
        f"@article{{k, title={{{evil}}}, author={{{evil}}}, journal={{{evil}}}}}",
    )
    newsletter.edition(
        "2022-03", f"[@k, {evil}] {evil} `{evil}`\n", title=f"{evil}:x".replace("'", "")
    )
    newsletter.entry(
        "2022-03/01-a",
        f"## {evil}\n\n[@arxiv:2202.00001].\n",
        arxiv="2202.00001",
        tags=[evil],
        links={evil: 'https://x.org/"onclick="alert(1)'},
        figure={"src": "a.svg", "alt": evil, "caption": evil, "credit": evil},
    )
    newsletter.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    result = newsletter.build()
    assert result.outputs, result.diagnostics
    for path, data in newsletter.tree().items():
        if path.endswith(".html"):
            html = data.decode()
            assert "<script>alert" not in html, path
            assert "<img src=x" not in html, path
            assert '"onclick="' not in html, path
            assert html.count("</title>") == 1, path
            assert html.count("</style>") <= 1, path


def test_a_very_long_title_is_printed_whole(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "x" * 5000)
    newsletter.edition("2022-03", title="y" * 5000)
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.build()
    assert "x" * 5000 in newsletter.text("editions/2022-03/")
    assert "y" * 5000 in newsletter.text("editions/2022-03/")
