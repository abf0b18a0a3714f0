"""Mistakes in front matter."""

from __future__ import annotations

from tests.hints.case import ENTRY, OPTIONS, PAGE, Case, edition, entry

DSI = {ENTRY: f"---\n{OPTIONS}\n---\nWords.\n"}
SENT = """\
2022-03:
  {service: buttondown, state: sent, time: "2022-03-02T10:00:00Z", words: other}
"""
OLD_SENT = "2022-02: {service: buttondown, state: sent}\n"

TYPED = "url: https://example.org/a\ntitle: Of Engines\ndate: 2022"
"""Of a work without a record; its authors are lacking."""

CASES = [
    # --- front matter
    Case(*entry(f"{OPTIONS}\nnmae: DSI"), "nmae", "name"),
    Case(*entry(f"{OPTIONS}\nsummary: On plasma"), "summary", "description"),
    Case(*entry(f"{OPTIONS}\nstatus: hidden"), "status: hidden", "draft: true"),
    Case(
        *entry(f"{OPTIONS}\ncode: https://example.org/x"),
        "code: https://example.org/x",
        "links: {code: https://example.org/x}",
    ),
    Case(PAGE, "---\n---\nWords.\n", "---\n---", "---\ntitle: …\n---"),
    Case(PAGE, "---\ntitle:\n---\nWords.\n", "title:", "title: About"),
    Case(PAGE, "---\ntitle: About\n\nWords.\n", "\n\n", "\n---\n"),
    Case(PAGE, "---\ntitle: About\nWords of it.\n", "\nWords", "\n---\nWords"),
    Case(PAGE, "---\n- title: About\ndescription: Us\n---\nWords.\n", "- title", "title"),
    Case(PAGE, "---\ntitle = About\ndescription: Us\n---\nWords.\n", "title =", "title:"),
    Case(PAGE, "---\nUs\ntitle: About\n---\nWords.\n", "Us", "description: Us"),
    Case(*entry(f"{OPTIONS}\ntags: [#vision]"), "#vision", '"#vision"'),
    Case(*edition("Words.", "number: No. 2\n"), "No. 2", "2"),
    Case(*entry("name: DSI"), "name: DSI", "name: DSI\narxiv: 2202.06991"),
    Case(*entry("paper: 2202.06991"), "paper", "arxiv"),
    Case(*entry("url: https://arxiv.org/abs/2202.06991"), "url: https://arxiv.org/abs/", "arxiv: "),
    Case(*entry(f"{OPTIONS}\nlinks: {{code:https://example.org/a}}"), "code:", "code: "),
    Case(
        *entry("url: https://example.org/a\ntitle: A\nauthors: [Ada Lovelace]"),
        "title: A",
        "title: A\ndate: 2022",
    ),
    Case(
        *entry(f"{OPTIONS}\nfigure: {{src: a.png}}"),
        "a.png",
        "a.png, alt: what it shows",
        {"content/editions/2022-03/a.png": "PNG"},
    ),
    Case(
        *entry(f"{OPTIONS}\nfigure: {{src: a.png, alt: a.png}}"),
        "alt: a.png",
        "alt: what it shows",
        {"content/editions/2022-03/a.png": "PNG"},
    ),
    Case(*entry(f"{OPTIONS}\nfold: nevr"), "nevr", "never"),
    Case(*entry(f"{OPTIONS}\ntags: vision"), "vision", "[vision]"),
    Case(*entry(f"{OPTIONS}\ntags: '#vision #speech'"), "'#vision #speech'", "[vision, speech]"),
    Case(*entry(f"{OPTIONS}\nlinks: {{code: n/a}}"), "code: n/a", ""),
    Case(*edition("Words.", "editors: Ada, Bob\n"), "Ada, Bob", "[Ada, Bob]"),
    Case(
        *edition("Words.", "editors: [Ada Lovelace <ada@example.org>]\n"),
        "Ada Lovelace <ada@example.org>",
        "Ada Lovelace",
    ),
    Case(
        *entry(f"{TYPED.replace('Of Engines', 'Of *E. coli*')}\nauthors: Ada Lovelace"),
        "*E. coli*",
        "<i>E. coli</i>",
    ),
    Case(PAGE, "---\ntitle: About\n---\n", "title: About", "title: About\ndraft: true"),
    Case(*entry(f"{OPTIONS}\nslug: The DSI!"), "The DSI!", "the-dsi"),
    Case(*edition("# March\n\nWords."), "# March", ""),
    Case(*edition("Words.\n[up](#top)"), "#top", "#"),
    Case(
        *entry(f"{OPTIONS}\nlinks: {{code: '<https://a.org/x>'}}"),
        "<https://a.org/x>",
        "https://a.org/x",
    ),
    Case(*entry(f"{OPTIONS}\nlinks: {{code: a.org/x}}"), "a.org/x", "https://a.org/x"),
    Case(
        *entry(f"{TYPED}\nauthors: [{{name: Ada Lovelace}}]"),
        "{name: Ada Lovelace}",
        "Ada Lovelace",
    ),
    Case(*entry(f"{TYPED}\nauthors: []"), "authors: []", "authors: Ada Lovelace"),
    Case(
        *entry(f"{TYPED}\nauthors: '[Ada Lovelace](https://example.org/ada)'"),
        "[Ada Lovelace](https://example.org/ada)",
        "Ada Lovelace",
    ),
    Case(*entry(f"{TYPED}\nauthors: Ada L\xc3\xb6velace"), "\xc3\xb6", "ö"),
    Case(
        *entry(f"{OPTIONS}\nlinks: https://example.org"),
        "https://example.org",
        "{code: https://example.org}",
    ),
    Case(*entry(f"{OPTIONS}\nupdated: 2022-3-9"), "2022-3-9", "2022-03-09"),
    Case(*entry(f"{OPTIONS}\nupdated: 2022-03-09 10:00"), "2022-03-09 10:00", "2022-03-09"),
    Case(*entry(f"{OPTIONS}\naliases: [old/]"), "old/", "/old/"),
    Case(*entry(f"{OPTIONS}\naliases: [/news/old/]"), "/news/old/", "/old/"),
    Case(
        *entry(f"{OPTIONS}\naliases: [https://example.org/old/]"),
        "https://example.org/old/",
        "/old/",
    ),
    Case(
        *entry(f"{OPTIONS}\naliases: [/about/]"),
        "[/about/]",
        "[]",
        {PAGE: "---\ntitle: About\n---\nWords.\n"},
    ),
    Case(*entry(f"{OPTIONS}\nname: Issue #7"), "Issue #7", '"Issue #7"'),
    Case(*entry(f"{OPTIONS}\nname: #7"), "#7", '"#7"'),
    Case(*entry(f"{OPTIONS}\nname: [a]"), "[a]", '"[a]"'),
    Case(
        *entry(f"{OPTIONS}\ntags: [visoin]"),
        "visoin",
        "vision",
        {"content/editions/2022-04/03-x.md": "---\ndoi: 10.1000/x\ntags: [vision]\n---\nWords.\n"},
    ),
    Case(*entry(f"{OPTIONS}\nname: A\nname: B"), "\nname: B", ""),
    Case(*entry(f"{OPTIONS}\nname: A **Big** One"), "**Big**", "Big"),
    Case(*entry(f"{OPTIONS}\nname: 'On \\alpha'"), "\\alpha", "$\\alpha$"),
    Case(ENTRY, f"---\n{OPTIONS}\nWords.\n", f"{OPTIONS}\n", f"{OPTIONS}\n---\n"),
    Case(ENTRY, f"---\n{OPTIONS}\n----\nWords.\n", "----", "---"),
    Case(ENTRY, f"\n---\n{OPTIONS}\n---\nWords.\n", "\n---\n" + OPTIONS, f"---\n{OPTIONS}"),
    Case(*entry(f"{OPTIONS}\npublished: false"), "published: false", "draft: true"),
    Case(ENTRY, "Words.\n", "Words.", f"---\n{OPTIONS}\n---\nWords."),
    # --- YAML
    Case(*entry(f"{OPTIONS}\n  name: DSI"), "  name", "name"),
    Case(*entry(f"{OPTIONS}\nname：DSI"), "：", ": "),  # noqa: RUF001 -- as it is typed in Chinese
    Case(*entry(f"{OPTIONS}\nname:\N{NO-BREAK SPACE}DSI"), "\N{NO-BREAK SPACE}", " "),
    Case(*entry(f"{OPTIONS}\nname:DSI\ntags: [a]"), "name:DSI", "name: DSI"),
    Case(*entry(f"{OPTIONS}\ntags: [a #b, c]"), "a #b", '"a #b"'),
    Case(*entry(f"{OPTIONS}\ntags: [a, b"), "[a, b", "[a, b]"),
    Case(*entry(f"{OPTIONS}\ntags: [a,, b]"), ",,", ","),
    Case(*entry(f"{OPTIONS}\ntags:\n  - a\n  -b\n  - c"), "-b", "- b"),
    Case(
        *entry(f'{OPTIONS}\nname: "A survey", sorted'),
        '"A survey", sorted',
        "'\"A survey\", sorted'",
    ),
    Case(*entry(f"{OPTIONS}\nname: A: B"), "A: B", '"A: B"'),
    Case(*entry(f"{OPTIONS}\nname: @ada"), "@ada", '"@ada"'),
    Case(*entry(f"{OPTIONS}\nname: 'Ada"), "'Ada", "'Ada'"),
    Case(*entry(f"{OPTIONS}\ntags:\n\t- a"), "\t", "  "),
    Case(*entry(f"{OPTIONS}\nname: &a DSI"), "&a DSI", '"&a DSI"'),
    Case(*entry(f"{OPTIONS}\n# digest: allow paper-newer-versoin"), "versoin", "version"),
    # --- corrections
    Case(
        *edition("", "corrections:\n- {date: 2022-03-04, text: No., entry: dis}\n"),
        "dis",
        "dsi",
        DSI,
    ),
    Case(
        *edition("", "corrections:\n- {date: 2022-03-04, text: No., entry: 01-dsi.md}\n"),
        "01-dsi.md",
        "dsi",
        DSI,
    ),
    Case(*edition("", "corrections:\n- {date: 2021-03-04, text: No.}\n"), "2021", "2022", DSI),
    Case(
        *edition("", "corrections:\n- {date: 2022-03-04, text: No., entry: nothing}\n"),
        ", entry: nothing",
        "",
        DSI,
    ),
    Case(*edition("", "corrections:\n- {date: 2022-03-04, text: ''}\n"), "''", "Not 4.", DSI),
    Case(
        *edition("Words."),
        "date: 2022-03-02\n",
        "date: 2022-03-02\ncorrections:\n- {date: 2022-03-04, text: Not 4.}\n",
        {"content/sent.yaml": SENT},
    ),
    Case(
        *edition("Words."),
        "date: 2022-03-02\n",
        "date: 2022-03-02\naliases: [/editions/2022-02/]\n",
        {"content/sent.yaml": OLD_SENT},
    ),
]
