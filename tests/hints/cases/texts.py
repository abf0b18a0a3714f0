"""Mistakes in texts."""

from __future__ import annotations

from tests.hints.case import PAGE, SITE, Case, edition, entry, page

REQUIRED = {
    SITE: "sections:\n  why: {title: Why, required: true}\n",
    "content/editions/2022-04/02-dsi2.md": "---\narxiv: 2202.06992\n---\n## Why\n\nWords.\n",
}

CASES = [
    Case(
        *edition("See <https://example.org|this>."),
        "<https://example.org|this>",
        "[this](https://example.org)",
    ),
    Case(
        *edition("See https://example.org's page."),
        "https://example.org's",
        "<https://example.org>'s",
    ),
    Case(*edition("Of $x^2 here."), "x^2", "x^2$"),
    Case(*edition("Of __init__ here."), "__init__", "`__init__`"),
    Case(*edition("See @arxiv:2202.06991, p. 3]."), "@arxiv", "[@arxiv"),
    Case(*edition("Of &nosuch; here."), "&nosuch;", "\\&nosuch;"),
    # --- code
    Case(*page("```pyhton\nx\n```"), "pyhton", "python"),
    Case(*page("```foo\nx\n```"), "foo", "text"),
    Case(*page("A `word or`null` here."), "word or`", "word` or `"),
    Case(*page("```python\n" + "x = 1\n" * 4000 + "```"), "python", "text"),
    Case(*page("```systemd\n" + " " * 15_000 + "!\n```"), "systemd", "text"),
    # --- sections and directives
    Case(*entry(body="Words."), "Words.", "Words.\n\n## Why\n\nWords.", REQUIRED),
    Case(*entry(body="### Why\n\nWords."), "### Why", "## Why", REQUIRED),
    Case(*entry(body="**Why**\n\nWords."), "**Why**", "## Why", REQUIRED),
    Case(*entry(body="**Why**\nWords."), "**Why**", "## Why", REQUIRED),
    Case(*entry(body="**Why:** Words."), "**Why:** ", "## Why\n", REQUIRED),
    Case(*entry(body="##Why\n\nWords."), "##Why", "## Why", REQUIRED),
    Case(*entry(body="## Why\n"), "## Why\n", "## Why\n\nWords.\n", REQUIRED),
    Case(
        *entry(body="## Key insight\n\nWords."),
        "insight",
        "insights",
        {
            SITE: "sections:\n  insights: {title: Key insights, required: true}\n",
            "content/editions/2022-04/02-dsi2.md": "---\narxiv: 2202.06992\ndraft: true\n---\n"
            "## Key insights\n\nWords.\n",
        },
    ),
    Case(
        *entry(body="## Why [@arxiv:2202.06991]\n\nWords."),
        "## Why [@arxiv:2202.06991]\n\n",
        "## Why\n\nSee [@arxiv:2202.06991]. ",
        REQUIRED,
    ),
    Case(*entry(body="## Why {#mine}\n\nWords."), " {#mine}", "", REQUIRED),
    Case(*edition(":::{paper}\n:::"), "paper", "papers"),
    Case(*edition(":::\n\nWords."), ":::", ":::{papers}\n:::"),
    Case(*edition(":::{papers}"), ":::{papers}", ":::{papers}\n:::"),
    Case(*edition(":::\n:::\n"), ":::\n:::", ":::{papers}\n:::"),
    Case(*edition(":::{papers}\n:tag: visoin\n:::\n\n:::{papers}\n:::"), "visoin", "vision"),
    Case(*edition(":::{papers}\ntag:vision\n:::\n\n:::{papers}\n:::"), "tag:v", ":tag: v"),
    Case(
        *edition(":::{papers}\n:tag: vision\n\n:::{papers}\n:::"),
        "vision\n",
        "vision\n:::\n",
    ),
    Case(*edition("[Us](https//example.org/a)"), "https//", "https://"),
    Case(*edition(":::{papers}\n:onyl: [dsi]\n:::"), "onyl", "only"),
    Case(*edition(":::{papers}\n:only: [dis]\n:::"), "dis", "dsi"),
    Case(
        *edition(":::{papers}\n:tag: speech\n:::"), "speech\n:::", "vision\n:::\n\n:::{papers}\n:::"
    ),
    Case(
        *edition("<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other"),
        "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other",
        "One.",
    ),
    # --- links and images
    Case(*edition("See [it](01-dis.md)."), "01-dis.md", "01-dsi.md"),
    Case(*edition("See [it](dsi/)."), "dsi/", "01-dsi.md"),
    Case(
        *edition("See [it](/abuot/)."),
        "/abuot/",
        "/about/",
        {PAGE: "---\ntitle: About\n---\nWords.\n"},
    ),
    Case(*edition("See [it](02-dsi2.md)."), "02-dsi2.md", "../2022-04/02-dsi2.md"),
    Case(*edition("See [it](www.example.org)."), "www.example.org", "https://www.example.org"),
    Case(*edition("See [it](ada@example.org)."), "ada@", "mailto:ada@"),
    Case(*edition("See [it](social.example/@ada)."), "social", "https://social"),
    Case(*edition("See [it](mailto://ada@example.org)."), "mailto://", "mailto:"),
    Case(*edition("See [it](<mailto:ada AT a DOT org>)."), "ada AT a DOT org", "ada@a.org"),
    Case(*edition("See [it](mailto:ada)."), "mailto:ada", "mailto:ada@example.org"),
    Case(*edition("See [it](#conclusoin).\n\n## Conclusion\n\nWords."), "conclusoin", "conclusion"),
    Case(
        *edition("![A plot](plto.png)"),
        "plto",
        "plot",
        {"content/editions/2022-03/plot.png": "PNG"},
    ),
    Case(
        *edition("![A plot](plot.png)"),
        "plot.png",
        "../2022-04/plot.png",
        {"content/editions/2022-04/plot.png": "PNG"},
    ),
    Case(*edition("See [it]()."), "[it]()", "( )"),
    Case(*edition("See [it](https:///a)."), "https:///a", "https://a"),
    Case(
        "content/editions/2022-03/a.svg",
        "<svg/>",
        "<svg",
        '<svg viewBox="0 0 640 480"',
        dict([edition("![A plot](a.svg)")]),
    ),
    Case(
        "content/editions/2022-03/b.png",
        "version https://git-lfs.github.com/spec/v1\n",
        "version https://git-lfs.github.com/spec/v1\n",
        "PNG",
        dict([edition("![A plot](b.png)")]),
    ),
    Case(
        "static/b.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>a</script></svg>',
        "",
        "",
        {},
        {SITE: "check: {script-published: off}\n"},
    ),
    Case(
        "content/editions/2022-03/b.jpg",
        "A PLACE",
        "A PLACE",
        "PNG",
        dict([edition("![A view](b.jpg)")]),
    ),
    Case(*edition("Words \u202eof\u202c two \u202aways."), "\u202aways", "\u202aways\u202c"),
    # --- what is lost
    Case(*edition("| a |\n|---|\n| b | c |"), "| b | c |", "| b \\| c |"),
    Case(*edition("Words.\n\n[^1]: A note."), "Words.", "Words.[^1]"),
    Case(*edition("Words.[^1]"), "Words.[^1]", "Words.[^1]\n\n[^1]: A note."),
    Case(*edition("[Note]: important"), "[Note]: important", "[Note](https://example.org)"),
    Case(*edition("Words foo*bar and baz*qux."), "foo*bar and baz*qux", "foo\\*bar and baz\\*qux"),
    Case(*edition("It costs $\\foo$."), "$\\foo$", "\\$\\foo\\$"),
]
