"""HTML of exports to Markdown, and what is left out of it."""

# ruff: noqa: E501, ISC004 -- HTML as services write it

from __future__ import annotations

import time

import pytest

from digest.importing.htmltext import make_markdown
from digest.importing.post import Place

PLACE = Place("posts/1.html")


def text(html: str, base: str = "") -> str:
    return make_markdown(html, PLACE, base).text


def left(html: str) -> list[tuple[str, str]]:
    return [(one.what, one.reason) for one in make_markdown(html, PLACE).left_out]


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a <b> b </b>c<br>d</p>", "a **b** c\\\nd"),
        ("<p><strong>Why:</strong>It <i>x</i></p>", "**Why**:It *x*"),
        (
            "<p><b style='font-weight:normal'><span style='font-weight:700'>b</span></b></p>",
            "**b**",
        ),
        ("<p><em>a</em><em>b</em> <s>c</s></p>", "*ab* ~~c~~"),
        ("<b><p>one</p><p>two</p></b>", "**one**\n\n**two**"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ('<h2 class="header-anchor-post">A<div class="header-anchor-parent">#</div></h2>', "## A"),
        ("<h2><b>News</b></h2><h3>A<br>B</h3>", "## **News**\n\n### A B"),
        ("<blockquote>a<p>b</p></blockquote>", "> a\n>\n> b"),
        ("<hr><p>a</p><hr><hr><p>b</p><hr>", "a\n\n---\n\nb"),
        ("<p>a&nbsp;b&#8203;c&shy;d « e »</p>", "a bcd « e »"),
        ("<p>use <code>a`b</code></p>", "use ``a`b``"),
        ("<p>use <code>a<br>b\nc</code></p>", "use `a b c`"),
        ("<p><q>so</q> <abbr title='World'>W</abbr></p>", '“so” <abbr title="World">W</abbr>'),
        ("<p>👩‍🔬 <img class='emoji' alt='🎉' src='x.png'></p>", "👩‍🔬 🎉"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
    ],
)
def test_lines_and_blocks(html: str, markdown: str) -> None:
    assert text(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("* a", "\\* a"),
        ("1. a", "1\\. a"),
        ("2022.", "2022\\."),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("---", "\\---"),
        ("2 * 3 and a*b*", "2 * 3 and a\\*b\\*"),
        ("snake_case and _x_", "snake_case and \\_x\\_"),
        ("[6] and [7][8]", "[6] and [7][8]"),
        ("[x](y)", "[x]\\(y)"),
        ("[x]: y", "\\[x]: y"),
        ("[^1] ^[a]", "\\[^1] \\^[a]"),
        ("@ada and me@x.org", "\\@ada and me@x.org"),
        ("$5 and $6", "$5 and $6"),
        ("$x$ and $y$", "\\$x\\$ and \\$y\\$"),
        ("from $5", "from $5"),
        ("::: {figure}", "\\::: {figure}"),
        ("{{ a }}", "\\{{ a }}"),
        ("a &lt;b&gt; 1 &lt; 2", "a \\<b> 1 < 2"),
        ("&amp;amp; R&amp;D", "\\&amp; R&D"),
        ("C:\\new", "C:\\\\new"),
        ("https://x.org/a_b_*c*", "https://x.org/a_b_*c*"),
        ('Wow!<a href="https://x.org">l</a>', "Wow\\![l](https://x.org)"),
    ],
)
def test_signs_of_the_text_stay_signs(html: str, markdown: str) -> None:
    assert text(f"<p>{html}</p>") == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ul><li><p>a</p><ul><li>b</li></ul></li><li>c<br>d</li></ul>", "- a\n  - b\n- c\\\n  d"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
        ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n<!-- -->\n\n- b"),
        ("<ul><li><input type=checkbox checked> a</li></ul>", "- [x] a"),
        ("<dl><dt>T</dt><dd>D</dd></dl>", "T\n\n: D"),
        (
            "<pre class='highlight'><code class='language-py'>a\n\n  b &lt; `c`</code></pre>",
            "```py\na\n\n  b < `c`\n```",
        ),
        ("<pre>a<br>  b</pre>", "```\na\n  b\n```"),
        (
            "<details><summary>More</summary><p>a</p></details>",
            "<details><summary>More</summary>\n\na\n\n</details>",
        ),
    ],
)
def test_lists_and_code(html: str, markdown: str) -> None:
    assert text(html) == markdown


def test_tables() -> None:
    html = """<table><caption>About</caption><tr><th>A</th><th>B|C</th></tr>
    <tr><td rowspan=2><p>x</p><p>y</p></td><td><ul><li>1</li><li><code>a|b</code></li></ul></td></tr>
    <tr><td>z</td></tr></table>"""
    assert text(html).splitlines() == [
        "| A | B\\|C |",
        "| --- | --- |",
        "| x<br>y | - 1<br>- `a\\|b` |",
        "|  | z |",
        "",
        "Table: About",
    ]
    mail = "<table><tr><td><h2>News</h2><p>a</p></td><td><p>b</p></td></tr></table>"
    assert text(mail) == "## News\n\na\n\nb"


FETCH = "https://substackcdn.com/image/fetch/$s_!x!,w_1456,f_auto/https%3A%2F%2Fb.s3.amazonaws.com%2Fa%20b.png"


def test_a_picture_has_its_own_address_and_its_caption() -> None:
    html = f"""<div class="captioned-image-container"><figure><a class="image-link" href="{FETCH}">
    <div><picture><source srcset="x"><img src="{FETCH}" alt="An [x"></picture>
    <div class="image-link-expand"><svg><title>Expand</title></svg></div></div></a>
    <figcaption class="image-caption">A "line" <a href="https://x.org">here</a></figcaption>
    </figure></div>"""
    caption = 'A \\"line\\" [here](https://x.org)'
    assert text(html) == f'![An \\[x](https://b.s3.amazonaws.com/a%20b.png "{caption}")'
    assert left(html) == []


def test_pictures_that_load_late_and_those_that_lead_elsewhere() -> None:
    late = '<p><img src="data:image/gif;base64,R0" data-src="https://x.org/a.png"></p>'
    assert text(late) == "![](https://x.org/a.png)"
    linked = (
        '<figure><a href="https://y.org/"><img src="a.png"></a><figcaption>C</figcaption></figure>'
    )
    assert text(linked, "https://x.org/p/") == "[![](https://x.org/p/a.png)](https://y.org/)\n\nC"


@pytest.mark.parametrize(
    "html",
    [
        '<div class="latex-rendered" data-attrs=\'{"persistentExpression":"x_1^2"}\'></div>',
        '<script type="math/tex; mode=display">x_1^2</script>',
        '<span class="katex-display"><span class="katex"><math><annotation encoding='
        '"application/x-tex">x_1^2</annotation></math><span class="katex-html">x12</span></span></span>',
        "<p>$$x_1^2$$</p>",
        "<p>\\[x_1^2\\]</p>",
    ],
)
def test_formulas_on_lines_of_their_own(html: str) -> None:
    assert text(html) == "$$x_1^2$$"


@pytest.mark.parametrize(
    "html",
    [
        '<script type="math/tex">x^2</script>',
        '<span class="MathJax_Preview">x2</span><script type="math/tex">x^2</script>',
        "\\(x^2\\)",
        "$latex x^2$",
        '<img class="latex" alt="x^2" src="https://s0.wp.com/latex.php?latex=x%5E2">',
        "<math><msup><mi>x</mi><mn>2</mn></msup></math>",
    ],
)
def test_formulas_within_a_line(html: str) -> None:
    assert text(f"<p>a {html} b</p>") == "a $x^2$ b"


@pytest.mark.parametrize(
    "html",
    [
        '<p>One<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>.</p>'
        '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">'
        '1</a><div class="footnote-content"><p>Note</p></div></div>',
        '<p>One<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>.</p><hr><section '
        'class="footnotes"><ol><li id="fn1"><p>Note <a href="#fnref1" class="footnote-backref">↩︎</a>'
        "</p></li></ol></section>",
        '<p>One<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup>.</p><div class='
        '"footnotes"><ol><li id="fn:1"><p>Note <a href="#fnref:1" class="reversefootnote">&#8617;</a>'
        "</p></li></ol></div>",
        '<p>One<sup data-fn="u" class="fn"><a href="#u" id="u-link">1</a></sup>.</p><ol class='
        '"wp-block-footnotes"><li id="u">Note <a href="#u-link">↩︎</a></li></ol>',
    ],
)
def test_footnotes(html: str) -> None:
    assert text(html) == "One[^1].\n\n[^1]: Note"


def test_raised_numbers_stay_raised() -> None:
    html = '<p>As<sup>6</sup>, <sup><a href="#r7">7</a></sup> and <a href="#r8">[8]</a></p><ol><li id="r7">S</li></ol>'
    assert text(html) == "As<sup>6</sup>, <sup>7</sup> and [8]\n\n1. S"


@pytest.mark.parametrize(
    ("html", "what", "reason"),
    [
        (
            '<p class="button-wrapper" data-attrs=\'{"url":"https://a.substack.com/subscribe?"}\'>'
            '<a class="button primary" href="https://a.substack.com/subscribe?">Sign up</a></p>',
            "Sign up",
            "a button to subscribe",
        ),
        (
            '<p><a class="button" href="https://a.org/p/x?action=share">Share</a></p>',
            "Share",
            "a button to share",
        ),
        ('<p><a href="https://a.org/p/x/comments">Leave a comment</a></p>', "Leave a comment", "a link to comments"),
        ("<form><label>E-mail</label><input name=e></form>", "E-mail", "a form"),
        ('<div style="display:none">Preview</div>', "Preview", "it was not shown"),
        ('<img src="https://x.org/a.gif" width="1" height="1">', "a picture without words", "a picture that tells who reads"),
        ('<a href="https://x.org/unsubscribe/abc">Unsubscribe</a>', "Unsubscribe", "a reader's own link, as to unsubscribe"),
        ('<img src="data:image/png;base64,AA" alt="A plot">', "a picture: A plot", "it is written into the text, not a file"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_left_out_and_said(html: str, what: str, reason: str) -> None:
    assert (text(html), left(html)) == ("", [(what, reason)])


def test_a_button_that_leads_to_something_is_a_link() -> None:
    html = '<p class="button-wrapper"><a class="button" href="https://arxiv.org/abs/2202.06991">The paper</a></p>'
    assert text(html) == "[The paper](https://arxiv.org/abs/2202.06991)"
    assert left(html) == []


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0" title="T"></iframe>',
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        ),
        (
            '<div class="youtube-wrap" data-attrs=\'{"videoId":"dQw4w9WgXcQ"}\'><iframe></iframe></div>',
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        ),
        (
            '<div class="tweet" data-attrs=\'{"url":"https://twitter.com/a/status/1","full_text":"Hi *you*",'
            '"username":"a","name":"Ada"}\'></div>',
            "> Hi \\*you\\*\n\n[Ada (\\@a)](https://twitter.com/a/status/1)",
        ),
        (
            '<div class="embedded-post-wrap" data-attrs=\'{"url":"https://a.org/p/x?utm_source=s","title":"X"}\'></div>',
            "[X](https://a.org/p/x)",
        ),
        ('<p>By <span class="mention-wrap" data-attrs=\'{"name":"Ada"}\'></span>.</p>', "By Ada."),
        (
            '<a class="kg-bookmark-container" href="https://a.org"><div class="kg-bookmark-title">T</div>'
            '<div class="kg-bookmark-description">D</div><img src="i.png"></a>',
            "[T](https://a.org) D",
        ),
    ],
)
def test_widgets_become_links_with_their_words(html: str, markdown: str) -> None:
    assert text(html) == markdown


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("https://a.org/?utm_source=x&amp;b=1&token=s#c", "https://a.org/?b=1#c"),
        ("https://www.google.com/url?q=https%3A%2F%2Fa.org%2Fx&sa=D", "https://a.org/x"),
        ("https://ada:secret@a.org/", "https://a.org/"),
        ("https://a.substack.com/p/x?r=abc&s=r", "https://a.substack.com/p/x"),
        ("//a.org/x y", "https://a.org/x%20y"),
        ("https://a.org/x_(y)", "https://a.org/x_(y)"),
        ("https://a.org/x)", "https://a.org/x%29"),
    ],
)
def test_addresses_are_those_that_are_meant(address: str, meant: str) -> None:
    assert text(f'<a href="{address}">w</a>') == f"[w]({meant})"


def test_links_within_the_page_and_to_scripts_are_words() -> None:
    assert (
        text('<a href="#x">a</a> <a href="javascript:b()">b</a> <a href="data:x">c</a>') == "a b c"
    )


def test_no_depth_and_no_length_harms() -> None:
    assert text("<div>" * 5000 + "a" + "</div>" * 5000) == "a"
    assert "a" in text("<ul><li>" * 500 + "a")
    assert text("<blockquote>" * 300 + "a").endswith("a")
    begun = time.process_time()
    text("<p><b>" + "[(*_`$@" * 20000)
    text("<p>" + "<a href='#a' id='a'>1</a>" * 3000)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<div class="comment" data-attrs=\'{"url":"https://a.org/n/1","comment":{"body":"So it is","name":"Ada"}}\'></div>',
            "> So it is\n\n[Ada](https://a.org/n/1)",
        ),
        (
            '<iframe class="spotify-wrap" data-attrs=\'{"title":"A talk","url":"https://open.spotify.com/episode/x"}\' src="https://open.spotify.com/embed/episode/x"></iframe>',
            "[A talk](https://open.spotify.com/episode/x)",
        ),
        (
            '<div class="image-gallery-embed" data-attrs=\'{"gallery":{"images":[{"src":"https://a.org/1.png"},{"src":"https://a.org/2.png"}],"caption":"Two"}}\'></div>',
            "![](https://a.org/1.png) ![](https://a.org/2.png)\n\nTwo",
        ),
        (
            '<div class="digest-post-embed" data-attrs=\'{"title":"Old","caption":"More"}\'></div>',
            "Old More",
        ),
        (
            '<div class="file-embed-wrapper"><div>Slides</div><div>1 MB ∙ PDF file</div><a href="https://a.org/s.pdf">'
            '<span>Download</span></a><a href="https://a.org/s.pdf">Download</a></div>',
            "[Slides 1 MB ∙ PDF file](https://a.org/s.pdf)",
        ),
        (
            '<div class="preformatted-block"><label class="hide-text">Text within this block</label><pre class="text">a\n  b</pre></div>',
            "```\na\n  b\n```",
        ),
        (
            '<div class="highlighted_code_block" data-attrs=\'{"language":"python"}\'><pre class="shiki"><code>a</code></pre></div>',
            "```python\na\n```",
        ),
        ('<div class="pullquote"><p>So</p></div>', "> So"),
    ],
)
def test_what_only_substack_has(html: str, markdown: str) -> None:
    assert text(html) == markdown
    assert left(html) == []


@pytest.mark.parametrize(
    ("html", "what", "reason"),
    [
        ('<p class="button-wrapper"><a class="button" href="%%share_url%%">Share</a></p>', "Share", "a button to share"),
        ('<p class="button-wrapper"><a class="button" href="%%half_magic_comments_url%%">Say</a></p>', "Say", "a link to comments"),
        (
            '<div class="subscription-widget-wrap-editor" data-attrs=\'{"url":"x"}\'><p class="cta-caption">Thanks for reading!</p><form><input></form></div>',
            "Thanks for reading!",
            "a button to subscribe",
        ),
        ('<div class="poll-embed" data-attrs=\'{"id":1}\'></div>', "a poll", "a poll"),
        (
            '<div class="native-video-embed" data-attrs=\'{"mediaUploadId":"x"}\'></div>',
            "a video that only the service has",
            "a video that only the service has",
        ),
    ],
)  # fmt: skip
def test_what_of_substack_is_left_out(html: str, what: str, reason: str) -> None:
    assert (text(html), left(html)) == ("", [(what, reason)])


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://a.org/x.png", "https://a.org/x.png"),
        ("http://127.0.0.1:8000/x.png", "http://127.0.0.1:8000/x.png"),
        ("http://localhost/x.png", "http://localhost/x.png"),
        ("https://i0.wp.com/a.org/x.png?resize=3", "https://a.org/x.png"),
        ("x.png", "x.png"),
    ],
)
def test_pictures_are_asked_for_as_browsers_do(address: str, shown: str) -> None:
    assert text(f'<img src="{address}">') == f"![]({shown})"


def test_word_s_footnotes_lead_back_with_the_same_mark() -> None:
    html = """<p>Text<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div id=ftn1><p
    class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The note</p></div>"""
    assert text(html) == "Text[^1]\n\n[^1]: The note"


def test_a_picture_for_browsers_without_scripts_is_no_second_one() -> None:
    lazy = '<img src="data:image/gif;base64,R0" data-src="https://a.org/x.png" alt="A"><noscript><img src="https://a.org/x.png"></noscript>'
    assert text(f"<p>{lazy}</p>") == "![A](https://a.org/x.png)"
    figure = f"<figure>{lazy}<figcaption>C</figcaption></figure>"
    assert text(figure) == '![A](https://a.org/x.png "C")'
    assert (
        text('<noscript><img src="https://a.org/x.png"></noscript>') == "![](https://a.org/x.png)"
    )


def test_brackets_with_backslashes_are_formulas_where_they_hold_some() -> None:
    assert text("<p>see \\[ref\\] and \\(x_1\\)</p>") == "see \\\\[ref\\\\] and $x_1$"


def test_a_mail_services_links_of_one_reader_are_none_of_the_text() -> None:
    own = "https://x.us1.list-manage.com/profile?u=1&amp;e=s3cret"
    click = "https://x.us1.list-manage.com/track/click?u=1&amp;id=2&amp;e=s3cret"
    made = make_markdown(f'<p>a <a href="{own}">b</a> <a href="{click}">c</a></p>', Place("a"))
    assert made.text == "a [c](https://x.us1.list-manage.com/track/click?u=1&id=2)"
    assert [one.what for one in made.left_out] == ["b"]


@pytest.mark.parametrize("html", ["<div>" * 100_000, "<ul><li>" * 50_000, "<dl><dd>" * 50_000])
def test_blocks_without_an_end_are_left_out_at_once(html: str) -> None:
    began = time.process_time()
    assert left(html) == [
        ("the text of the post", "its blocks stand in each other deeper than any page has them")
    ]
    assert time.process_time() - began < 2


def test_many_blocks_beside_each_other_are_no_deep_ones() -> None:
    html = "<div><p>a</p></div>" * 5_000 + "<p>b" * 5_000
    assert left(html) == []
    assert text(html).count("a") == 5_000
