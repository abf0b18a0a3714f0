"""What other markup languages have, where it stands, and what the hint would have written."""

from __future__ import annotations

TABLE = "| a | b |\n|---|---|\n| c | d |"

OTHER_MARKUP = [
    ("words[fn:1]\n\n[^1]: so", 6, "words[^1]\n\n[^1]: so"),
    ("words[fn::so it is]", 6, "words^[so it is]"),
    ("on <2026-11-01 Sun>", 4, "on 2026-11-01"),
    ("see [[file:a.org][words]]", 5, "see [words](a.org)"),
    ('+++ {"a": {}}', 1, ""),
    # AsciiDoc
    ("== News", 1, "## News"),
    ("image::a.png[A plot]", 1, "![A plot](a.png)"),
    ("see link:a.html[this]", 5, "see [this](a.html)"),
    ("see https://example.org/x[this] too", 5, "see [this](https://example.org/x) too"),
    ("so footnote:[they say]", 4, "so ^[they say]"),
    ("press kbd:[Ctrl]", 7, "press <kbd>Ctrl</kbd>"),
    ("include::a.adoc[]", 1, ""),
    ("[source,ruby]\n----\nputs 1\n----", 1, "```ruby\nputs 1\n```"),
    ("[NOTE]\nwords", 1, "> [!NOTE]\n> words"),
    ("|===\n|a |b\n|===", 1, TABLE),
    ("'''", 1, "---"),
    # Org
    ("#+BEGIN_SRC python\nx\n#+END_SRC", 1, "```python\nx\n```"),
    ("#+begin_quote\nwords", 1, "> words"),
    ("#+TITLE: words", 1, ""),
    (":PROPERTIES:", 1, ""),
    ("see [[https://example.org/][this]]", 5, "see [this](https://example.org/)"),
    # reStructuredText
    (":Author: Ada", 1, "**Author:** Ada"),
    (".. _a label:", 1, "## Words {#a-label}"),
    ("words [1]_", 7, "words [^1]\n\n[^1]: so"),
    (".. [#a] words", 1, "words[^a]\n\n[^a]: words"),
    ("code::\n\n    x = 1", 5, "code:\n\n```\nx = 1\n```"),
    # wikis, Textile, Jira, Slack
    ("a '''bold''' word", 3, "a **bold** word"),
    ("a ''soft'' word", 3, "a *soft* word"),
    ("see [https://example.org/ this page]", 5, "see [this page](https://example.org/)"),
    ("see [this|https://example.org/]", 5, "see [this](https://example.org/)"),
    ('see "this":https://example.org/x.', 5, "see [this](https://example.org/x)."),
    ("{| class=x\n| a\n|}", 1, TABLE),
    ("h2. News", 1, "## News"),
    ("bq. words", 1, "> words"),
    ("!plot.png!", 1, "![what it shows](plot.png)"),
    ("{code:java}\nx\n{code}", 1, "```java\nx\n```"),
    ("{quote}words{quote}", 1, "> words"),
    ("ask <!here>", 5, ""),
    ("<https://example.org|this page>", 1, "[this page](https://example.org)"),
    ("words<ref>so</ref>", 6, "words^[so]"),
    ("[spoiler]words[/spoiler]", 1, ""),
    ("dear %recipient.name%", 6, ""),
    # notes of a review, MyST, kramdown, Obsidian, MDX
    ("a {--word--} less", 3, "a <del>word</del> less"),
    ("a {>>why?<<} note", 3, "a <!-- why? --> note"),
    ("a {~~b~>c~~} d", 3, ""),
    ("(here)=\n## Words", 1, "## Words {#here}"),
    ("% to do", 1, "<!-- to do -->"),
    ("+++", 1, ""),
    ("*[HTML]: Hypertext", 1, '<abbr title="Hypertext">HTML</abbr>'),
    ("words ^a1b2c3", 7, ""),
    ("export const x = 1", 1, ""),
    # TeX
    (r"{\em soft}", 1, "*soft*"),
    (r"G\"odel", 2, "Gödel"),
    (r"G\"{o}del", 2, "Gödel"),
    (r"Poincar\'e", 8, "Poincaré"),
    (r"Fran\c{c}ois", 5, "François"),
    ("[x]({{< ref a >}})", 5, ""),
    (r"so \verb|x| is", 4, "so `x` is"),
    ("see Fig.~1", 5, "see Fig. 1"),
    # chats, and notes of Obsidian and Logseq
    ("-# so", 1, "<small>so</small>"),
    ("at <t:1767225600:R>", 4, ""),
    ("who >!hides!< it", 5, ""),
    ("see ((62f4a5b6-aaaa-bbbb-cccc-1234567890ab))", 5, ""),
    ("rating:: 5", 1, "**rating:** 5"),
    ("see [rating:: 5]", 5, "see **rating:** 5"),
    ("see [[#Our plan]]", 5, "see [Our plan](#our-plan)"),
    ("see [[talk#^a1b2]]", 5, "see [talk](talk.md)"),
    ("words^[a note that is open", 6, "words^[a note that is open]"),
    ("![a plot|300](f.svg)", 9, "![a plot](f.svg){width=300}"),
    ("- [-] words", 3, "- [ ] words"),
    ("the <<end>> of it", 5, 'the "end" of it'),
    # word processors, spreadsheets, assistants
    ("• one\n• two", 1, "- one\n- two"),
    ("* one\n** two", 1, "* one\n  - two"),
    ("a\tb\nc\td", 1, TABLE),
    ("| roses\n| violets", 1, "roses  \nviolets"),
    ("donâ€™t", 4, "don’t"),
    ("so it is【1†source】.", 9, "so it is[@key]."),
    ('[contact-form id="1" title="x"]', 1, ""),
]

QUIET = """\
f''(x) and g''(x), it''s, '' and '', ''' and '''
=> https://example.org/ and = 5, x == y, a ==> b
https://example.org/x?filter[name]=y, https://example.org/x/[slug], https://example.org/x[0]
https://example.org/x^[a note], https://example.org/x[@a] and https://example.org/x[-@a]
image: [words](https://example.org/), link:[here](https://example.org/)
[https://example.org/] and (https://example.org/ [words 2020])
[https://example.org/, seen in May], [[1][2]] and x[[a][b]]
foo:: and ::, std::vector
100%of, 50%.of% %PATH% and 5%-6%
{code} and {quote}, {--} and {~~a~~}
rating:: and ::, HEAD~1, ~5, x[href="a"], [sic], a << b >> c, <<SYS>>, (see above), well!<br>
"a": https://example.org/, {"url":"https://example.org/"}
x ^2 and ^This, y^2
f(x)= and (a) = b
it\\'s, don\\'t, l\\'article and l\\'eau, \\"quoted\\" and a\\"
`Iolani and `ulama, `quoted' and `it's
!important! and plot.png! and what!
- % of users
"""
