"""Code in a language has its parts marked, and nothing of it is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.markdown import parse_body
from digest.markdown.codecolours import MOST_CHARACTERS


def coloured(code: str, info: str = "python") -> str:
    """Return the HTML of code in a language, without what is around it."""
    (parts,) = parse_body(f"~~~{info}\n{code}\n~~~\n", "a.md").value.texts.values()
    found = re.search(r"<code[^>]*>(.*)\n</code>", str(parts[-1]), re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("info", "code", "html"),
    [
        ("python", "def f():  # so", "‹k def› ‹nf f›():  ‹c # so›"),
        ("python", "x = 'é<b>' + 1", "x = ‹s 'é&lt;b&gt;'› + ‹m 1›"),
        ("py", "None", "‹m None›"),
        ("python=1", "import x", "‹k import› x"),
        ("{.Python .numberLines}", "import x", "‹k import› x"),
        ("diff", "-old\n+new", "‹gd -old›\n‹gi +new›"),
        ("console", "$ ls", "‹c $ ›ls"),
        ("jsonl", '{"a": 1}', '{‹k "a"›: ‹m 1›}'),
        ("yaml", "a: b", "‹k a›: b"),
        ("c", "#include <a.h>", "‹k #include› ‹s &lt;a.h&gt;›"),
        ("text", "def f():", "def f():"),
        ("", "def f():", "def f():"),
        ("plaintext", "import x", "import x"),
        ("python", "\n\n  \n1", "\n\n  \n‹m 1›"),
        ("python", "a\tb\x1b\u202e", "a\tb\x1b\u202e"),
    ],
)  # fmt: skip
def test_parts_of_code_have_classes(info: str, code: str, html: str) -> None:
    shown = re.sub(r'<span class="(\w+)">(.*?)</span>', r"‹\1 \2›", coloured(code, info))
    assert shown == html


@given(
    st.text(st.characters(exclude_characters="\r\x00~", exclude_categories=["Cs"]), min_size=1),
    st.sampled_from(["python", "html", "tex", "bash", "markdown", "r", "json", "rust", "lean4"]),
)
def test_nothing_of_code_is_lost(code: str, language: str) -> None:
    shown = re.sub(r'<span class="\w+">|</span>', "", coloured(code, language))
    assert unescape(shown).rstrip("\n") == code.rstrip("\n")


@pytest.mark.parametrize(
    ("text", "place", "language", "hint"),
    [
        ("```pyhton\nx\n```", "1:4", "pyhton", "did you mean 'python'?"),
        ("> ```Jvascript\n> x\n> ```", "1:6", "Jvascript", "did you mean 'javascript'?"),
        ("```foo\nx\n```", "1:4", "foo", "write 'text' in place of 'foo'"),
        ("- a\n\n  ~~~ours x\n  x\n  ~~~", "3:6", "ours", "write 'text' in place of 'ours'"),
    ],
)  # fmt: skip
def test_a_language_that_is_not_known_is_told(
    text: str, place: str, language: str, hint: str
) -> None:
    (found,) = parse_body(text, "a.md").diagnostics
    assert f"{found.line}:{found.column}" == place
    assert found.message == f"no language '{language}' is known, so this code has no colours"
    assert (found.rule, found.hint) == ("code-uncoloured", hint)


@pytest.mark.parametrize("text", ["```mermaid\nx\n```", "```{note}\nx\n```", "```pyhton\nx"])
def test_code_that_is_told_of_for_another_reason_is_told_of_once(text: str) -> None:
    assert [found.rule for found in parse_body(text, "a.md").diagnostics] == ["markup-left"]


def test_very_long_code_is_shown_in_plain_and_told() -> None:
    code = "x = 1\n" * (MOST_CHARACTERS // 6 + 1)
    assert "<span" not in coloured(code)
    (found,) = parse_body(f"```python\n{code}```\n", "a.md").diagnostics
    assert (
        found.message == "20,004 characters of code are too many for colours: 20,000 are the most"
    )


def test_code_that_a_lexer_cannot_part_in_time_is_shown_in_plain_and_told() -> None:
    code = " " * 15_000 + "!"
    parsed = parse_body(f"```systemd\n{code}\n```\n", "a.md")
    assert [f"{code}\n</code>" in str(parts[-1]) for parts in parsed.value.texts.values()] == [True]
    (found,) = parsed.diagnostics
    assert found.message == "it takes too long to colour this code as 'systemd'"


def test_text_without_code_in_a_language_does_without_the_library() -> None:
    program = (
        "import sys; from digest.markdown import parse_body\n"
        "parse_body('words\\n\\n```\\ncode\\n```\\n\\n```text\\ncode\\n```\\n', 'a.md')\n"
        "sys.exit('pygments' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
