"""Whatever an editor writes: what a feed reader gets can be shown without a style."""

from __future__ import annotations

import re

from hypothesis import example, given

from digest.basics.fragments import Prose
from digest.markdown import parse_body
from digest.render.feedcontent import write_content
from digest.site.views.feed import FeedHead, FeedItem
from digest.site.views.parts import Citations, Links, Picture, ProseBlock, Use
from tests.feedrules import check_html
from tests.markdown.test_properties import TEXTS
from tests.newsletter import plain

HEAD = FeedHead(
    form="atom",
    id="https://example.org/feed.xml",
    url="https://example.org/feed.xml",
    page_url="https://example.org/",
    site_url="https://example.org/",
    title="Title",
    description="Description",
    lang="en",
    updated="2022-03-02T00:00:00+00:00",
    editors=(),
    words={"en": {"reference": "reference", "references": "References", "notes": "Notes"}},
)


def content(text: str) -> str:
    """Return a Markdown text as an item shows it; links lead nowhere, and pictures are there."""
    parsed = parse_body(text, "a.md").value
    fragments = [block.fragment for block in parsed.body.blocks if isinstance(block, Prose)]
    notes = parsed.body.notes
    images = [image for one in (*fragments, *([notes] if notes else [])) for image in one.images]
    item = FeedItem(
        id="https://example.org/1/",
        url="https://example.org/1/",
        title="Title",
        summary="",
        lang="en",
        published=HEAD.updated,
        updated=HEAD.updated,
        editors=(),
        tags=(),
        papers=(),
        deck=None,
        sponsors=(),
        blocks=tuple(ProseBlock(Use(fragment.hash)) for fragment in fragments),
        corrections=(),
        earlier_corrections=(),
        notes=Use(notes.hash) if notes else None,
        citations=Citations(),
        linked=Links(pictures={image.target: Picture("picture.png", 4, 3) for image in images}),
        pictures={},
        discussion="",
        draft=False,
        is_entry=False,
    )
    return write_content(item, HEAD, parsed.texts.__getitem__)


@given(TEXTS)
@example(
    '<MARK>a</MARK> <kbd>b</kbd> <abbr title="c">d</abbr> <u>e</u> <ins>f</ins> <small>g</small>'
)
def test_any_text_is_shown_without_a_style(text: str) -> None:
    html = content(text.replace("\r", ""))
    # a picture without a text is told to the editor
    assert set(check_html(html)) <= {"a picture without a text"}


def test_code_and_texts_that_look_like_attributes_stay() -> None:
    html = content(
        'Say ` class="x"` and <p class="x" tabindex="0">.\n\n```python\nclass="y"\n```\n'
    )
    assert plain(html) == 'Say class="x" and <p class=“x” tabindex=“0”>. class="y"'
    assert re.findall("<code[^>]*>", html) == ["<code>", '<code class="language-python">']


def test_a_link_that_leads_nowhere_leads_to_the_page() -> None:
    assert content("[here](../lost.md)") == '<p><a href="https://example.org/1/">here</a></p>'


def test_code_has_no_colours_in_a_feed() -> None:
    html = content("A ~~b~~.\n\n```python\ndef f(): ...  # <i>\n```\n")
    code = '<pre><code class="language-python">def f(): ...  # &lt;i&gt;\n</code></pre>'
    assert html == f"<p>A <s>b</s>.</p>\n{code}"
