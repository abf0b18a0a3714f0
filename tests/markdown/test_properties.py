"""Whatever the text, this holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.markdown import parse_body, parse_inline, render_title
from tests.markdown.shown import items, keys, problems, show

SIGNS = (
    st.sampled_from("[](){}<>*_`~$@;:|#-+=^!\\&\"'/.,\n\t \u2028é数")
    | st.sampled_from(["\n\n", "\n- ", "\n> ", "\n1. ", "\n    ", "\n# ", "\n: ", "\n---\n"])
    | st.sampled_from(["\n:::{papers}\n:::\n", "\n| a | b |\n|---|---|\n| ", "```", "<!--", "-->"])
    | st.sampled_from(["[^n]", "\n[^n]: ", "[@k", "@k", "](u", '](u "t")', "![", "doi:10.1/"])
    | st.sampled_from(["javascript:", "<script>", "https://", "www.", "&quot;", "$$", "\\frac{"])
    | st.sampled_from(["<sub>", "</sub>", "<mark>", "</mark>", '<abbr title="&quot;>">', "</abbr>"])
    | st.sampled_from(["<br>", "<details>", "</details>", "<summary>", "</summary>", "{#a}", "^["])
    | st.sampled_from(["{width=50%}", "\n- [x] ", "\n> [!NOTE]\n", "\n\nhttps://youtu.be/a-b_c--"])
)
TEXTS = st.text(max_size=80) | st.lists(SIGNS, max_size=40).map("".join)

_TAGS = re.compile(
    "p|a|em|strong|s|code|pre|[uod]l|li|d[td]|blockquote|h2|[hb]r|sup|div|span|fig(ure|caption)"
    "|img|table|thead|tbody|t[rhd]|math|sub|small|kbd|mark|ins|del|abbr|details|summary"
)
_ATTRIBUTES = re.compile(
    "href|title|id|class|start|src|alt|loading|decoding|tabindex|type|alttext|display|role|aria-label"
)


class _Tags(HTMLParser):
    """Sees the HTML as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.in_math = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.in_math:
            assert _TAGS.fullmatch(tag)
            assert all(_ATTRIBUTES.fullmatch(name) for name, _ in attrs)
            for name, value in attrs:
                if name in {"href", "src"} and value and not value.startswith("⟨"):
                    assert re.match(r"https?://|https?:|mailto:|#", value, re.IGNORECASE), value
        self.in_math = self.in_math or tag == "math"
        if tag not in {"img", "br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.in_math = "math" in self.open


@given(TEXTS)
@example("[" * 150 + "a" + "](u)" * 150)
@example("![" * 150 + "a" + "](u)" * 150)
@example("> " * 150 + "a")
def test_any_text_makes_sound_html(text: str) -> None:
    html = show(text.replace("\r", "").replace("⟨", "").replace("\0", ""))
    # as on a page, where holes stand within quotation marks
    html = re.sub(r"<(/?)h⟨level \d⟩", r"<\1h2", html)
    html = re.sub(r"⟨image [^⟩]*⟩", 'src="⟨image⟩"', html)
    html = re.sub(r"⟨(?!image)[^⟩]*⟩", "⟨hole⟩", html)
    seen = _Tags()
    seen.feed(html)
    seen.close()
    assert seen.open == []


@given(TEXTS)
def test_any_line_and_any_title_can_be_read(text: str) -> None:
    parse_inline(text, Place("a.md", 1, 1))
    html, _ = render_title(text)
    assert "<script" not in html


MARKS = (
    st.sampled_from(["*", "_", "**", "~~", "`", "[", "]", "(", ")", "(u)", '(u "', "!", "|", " "])
    | st.sampled_from(["\n", "\n\n", "\n- ", "\n> ", "\n1) ", "\n    ", "\n## ", "\n: ", "\n---\n"])
    | st.sampled_from(["\n| ", " |\n|---|---|\n", ";", "\\", "#", ":", ",", "  \n", "1. ", "&"])
    | st.sampled_from(["@", "[@", "-@", "--", '"', "'", "...", ">", "/", "="])
    | st.sampled_from(["<u>", "</u>", "<sub>", "</sub>", '<abbr title="t">', "</abbr>", "<br>"])
    | st.sampled_from(["\n<details>", "</details>", "<summary>", "</summary>", "^[", "\n- [ ] "])
    | st.sampled_from(["\n> [!TIP]\n", " https://x.org/", " ftp://", "。", "“", "」\n「", ".png "])
)


@given(st.lists(MARKS, min_size=1, max_size=25))
def test_every_word_is_shown_as_often_as_it_was_written(marks: list[str]) -> None:
    words = [
        f"q{number}z".translate(str.maketrans("0123456789", "abcdefghij")) for number in range(26)
    ]
    text = "".join(piece for pair in zip(words, [*marks, ""], strict=False) for piece in pair)
    # the definition of a link is printed where the link stands
    text = re.sub(r"\]:", "] :", text)
    if {problem.rule for problem in parse_body(text, "a.md").diagnostics} - {"image-alt"}:
        return
    # a heading's id repeats its words, and a bare link its address
    shown = re.sub(r'⟨id [^⟩]*⟩| href="https:[^"]*"', "", show(text))
    assert sorted(re.findall("q[a-z]z", shown)) == sorted(re.findall("q[a-z]z", text))


@given(st.lists(st.sampled_from(["@k", "[@k]", "see @k", "x", ";", "*", "_"]), max_size=6))
def test_nothing_is_cited_in_code_math_addresses_or_comments(pieces: list[str]) -> None:
    inner = " ".join(pieces)
    tight = inner.replace(" ", "")
    assert keys(f"a ``{inner} ` `` b") == []
    assert keys(f"```\n{inner}\n```") == []
    assert keys(f"a <!-- {inner} --> b") == []
    assert keys(f"a $x{inner}x$ b") == []
    assert keys(f"$$\n{inner}\n$$") == []
    assert keys(f"a https://x.org/{tight.replace('[', '').replace(']', '')} b") == []
    assert keys(f"[a](</{inner}>)") == []
    assert keys(f"a\\{'@k'} me@k.org") == []


@given(TEXTS)
def test_a_place_is_within_the_text(text: str) -> None:
    text = text.replace("\r", "")
    lines = text.split("\n")
    for place in [item.place for item in items(text)]:
        assert place.column <= len(lines[place.line - 1])
    for problem in problems(text):
        line, column = re.match(r"(\d+):(\d+) ", problem).groups()  # type: ignore[union-attr]
        assert int(column) <= len(lines[int(line) - 1]) + 1
