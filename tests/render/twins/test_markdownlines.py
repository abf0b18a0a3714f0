"""Lines of a twin, as Markdown has them."""

from __future__ import annotations

import pytest

from tests.render.plainly import PAGE, SITE
from tests.render.twins.reading import twin_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8.4[@d].", "8.4 [[4](#ref-4)]."),
        ("[@b; @d; @c]", "[[2](#ref-2)–[4](#ref-4)]"),
        ("[@a; @c]", "[[1](#ref-1), [3](#ref-3)]"),
        ("[see @d, p. 3]", "[see\xa0[4](#ref-4), p.\xa03]"),
        ("@a says", "A et al. [[1](#ref-1)] says"),
        ("[@x]", "[?]"),
        ("[as @a says](https://x.org)", "[as A et al.](https://x.org) [[1](#ref-1)] [says](https://x.org)"),
        ("a[^n]\n\n[^n]: b", 'a [[a](#dsi.fn-a)]\n\n<a id="dsi.fn-a"></a>\\[a\\] b'),
    ],
)  # fmt: skip
def test_citations_and_notes_lead_to_the_end_of_the_same_text(text: str, shown: str) -> None:
    assert twin_of(text, prefix="dsi.") == shown


@pytest.mark.parametrize(
    "text",
    [
        "H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>*a*</mark> <del>b</del>",
        '<abbr title="World &quot;Health&quot;">WHO</abbr>',
        "[<u>a</u>](https://x.org) <https://x.org/a--b>",
    ],
)
def test_elements_and_addresses_are_as_in_the_source(text: str) -> None:
    assert twin_of(text) == text


def test_emphasis_that_commonmark_would_not_see_is_in_tags() -> None:
    assert twin_of("这是**“重要”**的。") == "这是<strong>“重要”</strong>的。"


def test_where_authors_and_years_are_named_they_lead_to_the_references() -> None:
    shown = "So ([A et al., 2022](#ref-1); [B et al., 2022](#ref-2))."
    assert twin_of("So [@a; @b].", style="author-year") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[there](../2022-02/x.md)", f"[there]({SITE}editions/2022-02/x/)"),
        ("[above](#why)", f"[above]({PAGE}#dsi.why)"),
        ("[above](#references)", f"[above]({PAGE}#references)"),
        ("<https://x.org/_a_>", "<https://x.org/_a_>"),
        ("<https://x.org/a&b>", "<https://x.org/a&b>"),
        ('[a](<https://x.org/(y)> "b \\" c")', '[a](<https://x.org/(y)> "b \\" c")'),
        ("[a](https://x.org/?a&amp;amp;b)", "[a](https://x.org/?a&amp;amp;b)"),
        ('x ![a \\[b\\]](f.png "c")', f'x ![a \\[b\\]]({PAGE}f.png "c")'),
    ],
)
def test_every_address_is_a_whole_one(text: str, shown: str) -> None:
    assert twin_of(text, prefix="dsi.") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("_a_ __b__ ~~c~~", "*a* **b** ~~c~~"),
        ("***a** b*", "***a** b*"),
        ("``a ` b``", "``a ` b``"),
        ("`` ` ``", "`` ` ``"),
        ("a_b _c", "a_b \\_c"),
        ("5 \\* 3 \\< 4 \\[x\\] \\$5", "5 \\* 3 \\< 4 \\[x\\] \\$5"),
        ("&amp;copy; & R&amp;D", "\\&copy; & R&D"),
        ("$a_1 * b_1$ and $$c$$", "$a_1 * b_1$ and $$c$$"),
        ("one\ntwo\\\n\\# three", "one two\\\n\\# three"),
    ],
)
def test_marks_stay_marks_and_signs_stay_signs(text: str, shown: str) -> None:
    assert twin_of(text) == shown
