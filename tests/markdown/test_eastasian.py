"""Chinese, Japanese and Korean text: emphasis, ends of lines, quotation marks."""

# ruff: noqa: RUF001 -- the signs of East Asian scripts are meant

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tests.markdown.shown import show

LATIN = """**a (b)**c *d*e f*g*h **“i”** j**“k”**l _m_n (**o**)p ***q*r**s **t.**u 'v'*"w"*x ~~y~~z
a_b_c *(a*) **"a"b** é*ñ*ü **…a** –*b*– **a,** b"""


def _inner(text: str, lang: str) -> str:
    return show(text, lang=lang).removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "**真。**她。这是**“重要”**的。",
            "<strong>真。</strong>她。这是<strong>“重要”</strong>的。",
        ),
        ("これは**「重要なこと」**です。", "これは<strong>「重要なこと」</strong>です。"),
        ("*（注）*は", "<em>（注）</em>は"),
        ("~~（取消）~~です", "<s>（取消）</s>です"),
        ("**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고"),
        ("中**[a](u)**文", '中<strong><a href="⟨address u⟩">a</a></strong>文'),
        ("变量_名_称 我_“你”_他", "变量_名_称 我_“你”_他"),
        ("中 ** 文", "中 ** 文"),
    ],
)
def test_emphasis_stands_beside_signs_without_a_space(text: str, shown: str) -> None:
    assert _inner(text, "zh") == shown
    # whatever the language of the text is said to be
    assert _inner(text, "en") == shown


def test_emphasis_in_other_scripts_is_as_in_commonmark() -> None:
    plain = MarkdownIt("commonmark").enable("strikethrough")
    for line in LATIN.splitlines():
        expected = plain.render(line).replace("&quot;", '"')
        assert show(line, lang="xx").translate(_STRAIGHT) == expected.translate(_STRAIGHT)
    # a character of another script elsewhere in the text changes nothing
    for text in LATIN.split():
        assert _inner(f"{text} 中", "en")[:-2] == _inner(f"{text} a", "en")[:-2]


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("这是一种\n轻量级语言。", "这是一种轻量级语言。"),
        ("これは、\n「続き」です", "これは、「続き」です"),
        ("**重要**\n的", "<strong>重要</strong>的"),
        ("[链接](u)\n中文", '<a href="⟨address u⟩">链接</a>中文'),
        ("中文[@k]\n中文", "中文⟨cite k⟩中文"),
        ("他说“你好”\n然后", "他说“你好”然后"),
        ("中文\nEnglish\n中文", "中文\nEnglish\n中文"),
        ("中文`x`\n中文", "中文<code>x</code>\n中文"),
        ("中文\\\n中文", "中文<br>\n中文"),
        ("한국어\n문장", "한국어\n문장"),
    ],
)
def test_the_end_of_a_line_is_no_space(text: str, shown: str) -> None:
    assert _inner(text, "zh") == shown


def test_quotation_marks_that_other_scripts_share_keep_the_space_there() -> None:
    assert _inner("他说“你好”\n然后", "en") == "他说“你好”\n然后"


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("zh", '他说"你好"。然后"**再见**"', "他说“你好”。然后“<strong>再见</strong>”"),
        ("zh-Hant-TW", '他說"你好"', "他說「你好」"),
        ("ja", 'これは"重要"です。', "これは「重要」です。"),
        ("zh", "他说：\"这是'重要'的\"，it's '中'", "他说：“这是‘重要’的”，it’s ‘中’"),
        ("ja", "'重要'です", "『重要』です"),
        ("ja", '"あ', '"あ'),
        ("ja", '`"`あ\\"い', '<code>"</code>あ"い'),
        ("en", 'He said "中" too', "He said “中” too"),
    ],
)
def test_quotation_marks_are_those_of_the_language(lang: str, text: str, shown: str) -> None:
    assert _inner(text, lang) == shown
