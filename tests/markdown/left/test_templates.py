"""Tags and variables of templates are told wherever they end, and what stands in their place."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems


def hints(text: str) -> list[str]:
    return [one.hint for one in parse_body(text, "a.md").diagnostics if one.rule == "markup-left"]


@pytest.mark.parametrize(
    "text",
    [
        # with empty lines in them, and longer than a message
        '{% include parts/answers.md\n  q0="Why?"\n\n  a0="For this."\n%}\n',
        "{% include parts/answers.md\n" + '  q0="A long question, with its answer"\n' * 20 + "%}\n",
        '{{< figure\n  src="a.png"\n\n  alt="A plot" >}}\n',
        '{{#fig "' + "A long caption " * 40 + '"}}\n',
        "> {{> note\n>\n> words }}\n",
        'import Plot from "../plots/plot.mdx";',
        "import { Plot, Map } from './plots'",
        "import './plots.css';",
        '--8<-- "notes.md"',
        "{!parts/notes.md!}",
        "{::comment} to come",
        "{:/comment}",
        '[!callout icon="🎬" color="orange"]',
        "%% a comment %%",
        "$$x$$ {#eq:one}",
    ],
)
def test_a_tag_is_told_where_it_begins(text: str) -> None:
    found = [one for one in problems(text) if "markup-left" in one]
    assert len(found) == 1
    assert found[0].startswith(("1:1 ", "1:3 ", "1:7 "))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{% comment %}\nto come\n{% endcomment %}", ["write '<!--'", "write '-->'"]),
        ("{% comment %}<!-- to come -->{% endcomment %}", ["take it away: '<!--"] * 2),
        ("{% highlight swift %}\nlet a\n{% endhighlight %}", ["write '```swift'", "write '```'"]),
        ("{% raw %}words{% endraw %}", ["take it away"] * 2),
        ("{%- assign x = 1 -%}", ["there are no shortcodes"]),
    ],
)
def test_what_stands_in_a_tags_place_is_told(text: str, meant: list[str]) -> None:
    found = hints(text)
    assert len(found) == len(meant)
    assert all(hint.startswith(one) for hint, one in zip(found, meant, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "a {% of all, b",
        "import taxes, and what they are for",
        "import of 'goods'",
        "we import x from 'y'",
        "{{ and\n\n}}",
        "50%% of all, and 5%% of the rest",
        "a [!sic] and [!note that]",
    ],
)
def test_what_is_no_tag_is_left_alone(text: str) -> None:
    assert problems(text) == []
