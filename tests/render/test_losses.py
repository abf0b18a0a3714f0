"""Whatever is written around citations is on the page, or is a problem; and nothing else is cited.

There are as many examples as CI has time for. Before a change to the syntax goes in, try more:
`HYPOTHESIS_EXAMPLES=10000 make test ARGS=tests/render/test_losses.py`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.basics.fragments import Directive
from digest.markdown import parse_body
from digest.render.prose import Prose
from digest.site.views.parts import Citations, Links, Picture, Reference, Use

EXAMPLES = int(os.environ.get("HYPOTHESIS_EXAMPLES", "300"))

BETWEEN = (
    st.sampled_from(["@", " @", "[@", "[-@", " -@", "; @", ";", "; -@", "@{", "}", "]", " [", "["])
    | st.sampled_from([", p. 3]", ", §2]", " 4-6]", ", {fig. 4}]", "{}]", " [p. 3]", "; see @"])
    | st.sampled_from(
        ["](u)", "](https://x.org)", '](u "t")', "![", "[^n]", "\n\n[^n]: ", "\\", "\\@"]
    )
    | st.sampled_from(
        [" ", ", ", ". ", ": ", "*", "**", "_", " *", "* ", "~~", "`", " `", "` ", '"']
    )
    | st.sampled_from([" $x$ ", "$", "$$", " <", "> ", "<!-- c -->", "&amp;", "--", "'", "'s "])
    | st.sampled_from(["\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n> ", "\n\n# ", "  \n", "\n: "])
    | st.sampled_from(["\n| ", " | ", " |\n|---|---|\n| ", "\n\n    ", "\n```\n", "\n---\n"])
    | st.sampled_from(["<u>", "</u>", "<sup>", "</sup>", "<br>", "^[", "^[see @", "。**", "**“"])
    | st.sampled_from(["\n<details>\n", "\n</details>\n", "<summary>", "</summary>\n", "\n- [ ] "])
    | st.sampled_from(["\n> [!NOTE]\n> ", "\n\n", "\n文", " a.png "])
    | st.sampled_from(["me@", ".@", "@doi:10.1/", "@arxiv:2202.06991v", "https://x.org/@", "www."])
)
CITED = (
    st.sampled_from([" [@k]", " [@k; @l]", " [see @k, p. 3; -@l]", " @k", " @k [p. 3; @l]", " -@l"])
    | st.sampled_from(
        [" [@k; ", " [-@k, ", " [see @k and ", "; @l]", " and @l, p. 3]", " @k [", "]"]
    )
    | st.sampled_from(
        [" [see [@k] and ", " [*see @k* ", " [**@k** ", "[[@k] ", "](u) [@l", " [a @k"]
    )
)
WORDS = [f"q{a}{b}z" for a in "abcdef" for b in "abcdef"]
TEXTS = st.lists(BETWEEN | CITED, min_size=5, max_size=30).map(
    lambda marks: "".join(map("".join, zip(WORDS, marks, strict=False)))
)
HARMLESS = {"citation-malformed", "image-alt", "anchor-broken", "math-broken"}
"""What these report is printed all the same."""


class _Reader(HTMLParser):
    """Reads a page, and sees that its links are sound."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.open: list[str] = []
        self.shown = ""
        """Of the link that is open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag == "a":
            assert "a" not in self.open, "a link in a link"
            self.shown = ""
        elif tag in {"img", "math"}:
            self.shown += tag
        if tag not in {"img", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        assert tag != "a" or self.shown.strip(), "a link without a text"

    def handle_data(self, data: str) -> None:
        self.shown += data


def _print(text: str, style: str, word: str) -> tuple[str, list[str], set[str]]:
    """Return a text as printed, the keys that are cited in it, and the rules it breaks."""
    found = parse_body(text, "a.md")
    parsed = found.value
    assert parsed is not None
    blocks = [one.fragment for one in parsed.body.blocks if not isinstance(one, Directive)]
    fragments = [*blocks, *([parsed.body.notes] if parsed.body.notes else [])]
    cited = [item for one in fragments for citation in one.citations for item in citation.items]
    keys = [item.key for item in cited]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
    references = tuple(
        Reference(number, "", "", "", authors=f"Name{number}", year="2022", places=0)
        for number in numbers.values()
    )
    pictures = {image.target: Picture("i.png") for one in fragments for image in one.images}
    prose = Prose(
        parsed.texts.__getitem__,
        Citations(style, numbers, references),
        Links(pictures=pictures),
        lambda address: address,
        {"reference": word},
    )
    html = "".join(prose.print(Use(one.hash)) for one in fragments)
    return html, keys, {problem.rule for problem in found.diagnostics}


@settings(max_examples=EXAMPLES)
@given(
    TEXTS,
    st.sampled_from(["superscript", "bracket", "author-year"]),
    st.sampled_from(["", "reference"]),
)
def test_what_is_written_is_on_the_page_or_is_reported(text: str, style: str, word: str) -> None:
    # the definition of a link is printed where the link stands
    text = re.sub(r"(\]):", r"\1 :", text)
    html, keys, rules = _print(text, style, word)
    reader = _Reader()
    reader.feed(f"<div>{html}</div>")
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    if rules <= HARMLESS:
        shown = Counter(re.findall("q[a-f]{2}z", html)) + Counter(
            re.findall("q[a-f]{2}z", " ".join(keys))
        )
        assert not Counter(re.findall("q[a-f]{2}z", text)) - shown
    # every work can be found from its reference, be it within a range
    for number in range(1, len(set(keys)) + 1):
        assert f'id="cite-{number}-1"' in html


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.data())
def test_nothing_is_cited_where_no_citation_can_be(text: str, data: st.DataObject) -> None:
    around = data.draw(
        st.sampled_from(
            [
                ("`` ", " ``"),
                ("```\n", "\n```"),
                ("~~~~\n", "\n~~~~"),
                ("a\n\n    ", ""),
                ("<!-- ", " -->"),
                ("$$\n", "\n$$"),
                ("x <https://x.org/", ">"),
                ("x https://x.org/", " y"),
                ("[x](<", ">)"),
            ]
        )
    )
    # what would end it is left out
    inner = re.sub(r"[`~$<>]|-->|\\", "", text)
    if around[0].startswith(("x", "[", "``", "a")):
        inner = re.sub(r"\s", "", inner)
    if "https" in around[0]:
        inner = re.sub(r"[\[\]()。“]", "", inner)
    assert _print(f"{around[0]}{inner}{around[1]}", "bracket", "")[1] == []
