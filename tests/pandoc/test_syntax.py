"""What is a citation, and what belongs to it, is what pandoc says; where not, here is why."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.markdown.shown import citations, problems
from tests.pandoc.program import Item, make_item, read_citations

if TYPE_CHECKING:
    from digest.basics.fragments import Citation, Words

SAME = [
    line.replace("⏎", "\n")
    for line in r"""
[@a]
[ @a ]
[@a; @b]
[@a;@b;@c]
[@a; @a]
[@a;⏎@b]
[-@a]
[@a; -@b]
[see @a]
[see -@a]
[see-@a]
[see - @a]
[see --@a]
[see, e.g., @a]
[see⏎@a,⏎p. 3]
[(see @a)]
[@a, p. 3]
[@a p. 3]
[@a, pp. 33--35 and *passim*; @b, chap. 1]
[@a: p. 3]
[@a (see there)]
[@a's book]
[@a, p. 3, and more]
[@a, *p. 3*]
[see [x] and @a]
[@a, see [x]]
[@a [b]
[@a ] b]
[@a \] b]
[@a \; b; @c]
[*see* @a]
[**see** `a;b` $x;y$ @a, ~~no~~]
["see" @a]
[@a "so"]
[@a, <https://x.org/;>; @b]
[@a, https://x.org/@no; @b]
[@a, [l](u;v); @b]
[[@a]]
[a] @b
a] @b [
x[@a]y
\[@a]
[@a\]
[@a] [@b]
[@a](u)
[see @a](u)
[@a] (u)
[@a](no link
@a
@a, b
@a's
@a; @b
@a [p. 3]
@a[p. 3]
@a  [p. 3]
@a⏎[p. 3]
@a⏎⏎[p. 3]
@a []
@a [ ]
@a [sic] more
@a [*passim*]
@a [p. 3](u)
@a [^n]
@a [@b]
@a [-@b]
@a [see @b]
@a [see also @b; -@c]
@a [p. 3; @b]
@a [p. 3; see @b, p. 5]
@a [; @b]
@a [@b](u)
@a @b [@c]
-@a
x -@a
(-@a)
*-@a*
-@a [p. 3; @b]
x-@a
x--@a
x---@a
x -- @a
-- -@a
---@a
@a.
@a.b.c.
@a:b:c:
@a/b/
@a//b
@a:/b
@a./b
@a..b
@a.-b
@a--b
@a-b-
@a#b$c%d&e-f+g?h<i>j~k/l
@a#
@a?b
@1a
@é2
@数
@_a
@http://x.org/a
@arxiv:2202.06991v2.
@arxiv:hep-th/9901001,
@2022-02/dsi:
@doi:10.1038/s41583-020-0277-3;
[@{a}]
@{a}b
@{a [p. 3]
[@{a;b}]
[@{a[b]}, p. 3]
[@{a{b}c}]
@{https://example.com/bib?name=foobar&date=2000}
"@a"
'@a'
“@a”
(@a)
(@a, @b)
*@a*
**[@a]**
*[@a]*
~~@a~~
a@b
me@x.org
<me@x.org>
@@a
@ a
@
@.
\@a
[\@a]
`@a`
`` @a ` ``
$@a$
$$@a$$
<https://x.org/@a>
[x](https://y.org/@a)
[x](u "t @a")
[@a](<u>)
[x @a](https://y.org/)
<!-- @a -->
&commat;a
# H @a
## [@a] H ##
- @a⏎  - [@b]
1. [@a]
> @a⏎> [@b]
> - x⏎>⏎>   [@a, p. 3]
| a | b |⏎|---|---|⏎| @a | [@b; @c] |
term @a⏎⏎:   def [@b]
x[^n] @a⏎⏎[^n]: [@b]
x⏎⏎    @a
```⏎@a⏎```
[@a]: x
""".strip("\n").splitlines()
]

DIFFERENT = [
    # what pandoc would print as words is a typo to us, and is said
    ("[@a, @b]", "[a @b]", "two keys without ';' between them"),
    ("[see @a and @b, p. 3]", "[see a and @b, p. 3]", "two keys without ';' between them"),
    ("[see [@b] and @a]", "[see [@b] and a]", "a citation within a citation"),
    ("[@a, see [@b]]", "[a see [@b]]", "a citation within a citation"),
    ("[@a; see there]", "a", "no '@key' in 'see there'"),
    ("[see there; @a]", "a", "no '@key' in 'see there'"),
    ("[@a;]", "a", "a ';' with no citation beside it"),
    ("[;@a]", "a", "a ';' with no citation beside it"),
    ("[@a;; @b]", "a b", "a ';' with no citation beside it"),
    ("[`@a`; @b]", "b", "no '@key' in '`@a`'"),
    ('[@a "x; y"]', "[a “x; y”]", "no '@key' in 'y\"'"),
    ("[@{}]", "[]", "an '@' without a key"),
    (r"[\@a; @b]", "b", r"no '@key' in '\@a'"),
    ("[*see @a*]", "a", "emphasis that begins before a key and ends behind it"),
    ("[*see @a; b* @c]", "[see @a; b c]", "emphasis that begins before a key and ends behind it"),
    # keys are those of papers: a DOI has signs that pandoc wants in braces, and no sign of
    # emphasis ends up in a key
    ("@doi:10.1002/(SICI)1097", "doi:10.1002", "doi:10.1002/(SICI)1097"),
    ("_@a_", "a_", "a"),
    ("__@a__", "a__", "a"),
    ("[@{a b}]", "", "[a b]"),
    # a space that was forgotten; pandoc would print the key
    ("so.@a", "", "a"),
    # what nobody put in brackets is an address all the same
    ("https://x.org/@a", "a", ""),
    ("www.x.org/@a", "a", ""),
    # what stands in place of an image is read out, and is words alone
    ("![x @a](u.png)", "a", ""),
    # a link is one where its address is defined, and nothing but itself where it is not
    ("@a [b]\n\n[b]: u", "a b", "a"),
    ("[@a][b]", "a", "[a]"),
    ("[@a][@b]", "a [b]", "[a] [b]"),
    ("@a [@b][@c]", "a b [c]", "a; b [c]"),
    # the wildcard of `nocite`, of which a newsletter has no need
    ("@*", "*", ""),
]
"""A text, what pandoc reads in it, and what we read or report."""


def read(text: str) -> list[list[Item]]:
    """Return the citations of a text as they are ours."""
    return [_items(citation) for citation in citations(text)]


def _items(citation: Citation) -> list[Item]:
    items = []
    for index, item in enumerate(citation.items):
        in_text = citation.in_text and index == 0
        mode = "AuthorInText" if in_text else "NormalCitation"
        mode = "SuppressAuthor" if item.suppress_author else mode
        items.append(make_item(item.key, mode, _words(item.prefix), _words(item.suffix)))
    return items


def _words(words: Words) -> str:
    html = "".join(part if isinstance(part, str) else "" for part in words)
    # a formula is told by its TeX
    html = re.sub(r'<math alttext="([^"]*)".*?</math>', r"\1", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", html))


def shown(found: list[list[Item]]) -> str:
    """Return citations in short: in brackets, or as they stand in running text."""
    cited = []
    for items in found:
        inner = "; ".join(
            " ".join(filter(None, [one.prefix, "-" * (one.mode[0] == "S") + one.key, one.suffix]))
            for one in items
        )
        cited.append(inner if items[0].mode == "AuthorInText" else f"[{inner}]")
    return " ".join(cited)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Item]]]:
    """Return what pandoc reads in all the texts above."""
    texts = [*SAME, *(text for text, *_ in DIFFERENT)]
    found = read_citations(texts, tmp_path_factory.mktemp("pandoc"))
    return dict(zip(texts, found, strict=True))


@pytest.mark.parametrize("text", SAME)
def test_we_read_what_pandoc_reads(text: str, theirs: dict[str, list[list[Item]]]) -> None:
    assert read(text) == theirs[text]


@pytest.mark.parametrize(("text", "pandoc", "ours"), DIFFERENT)
def test_where_we_differ_we_mean_to(
    text: str, pandoc: str, ours: str, theirs: dict[str, list[list[Item]]]
) -> None:
    assert shown(theirs[text]) == pandoc
    told = [found.partition(": ")[2] for found in problems(text) if "citation" in found]
    assert (told or [shown(read(text))]) == [ours]


# --- whatever is put together of what both know ---

KEYS = st.sampled_from(
    ["a", "b2", "c:d", "e/f", "g.h-i", "j_k", "{l(m)}", "arxiv:2202.06991", "2022-03/dsi", "é"]
)
WORDS = st.sampled_from(
    [
        "see",
        "*see*",
        "**e.g.**,",
        "`x;y`",
        "$x;y$",
        "“q”",
        '"q"',
        "[x]",
        r"\;",
        r"\@no",
        "cf.",
        "数",
    ]
)
PLACES = st.sampled_from(
    ["", "", ", p. 3", " p. 3", ", fig. 4", ", *passim*", "'s book", " [sic]", ", so `y;z`", ": so"]
)


@st.composite
def _part(draw: st.DrawFn) -> str:
    prefix = "".join(f"{word} " for word in draw(st.lists(WORDS, max_size=2)))
    return f"{prefix}{draw(st.sampled_from(['', '', '-']))}@{draw(KEYS)}{draw(PLACES)}"


BRACKETS = st.lists(_part(), min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([f"[{joint.join(parts)}]" for joint in ("; ", ";", " ;\n")])
)
IN_TEXT = st.builds(
    "{}@{}{}".format,
    st.sampled_from(["", "", "-"]),
    KEYS,
    st.sampled_from(["", "", "'s", ".", " [p. 3]", "[sic]", " [p. 3; @b2]", " [@a]", ";", " []"]),
)
PIECES = BRACKETS | IN_TEXT | WORDS
LINES = st.lists(
    PIECES | st.builds("*{}*".format, PIECES) | st.builds("({}),".format, PIECES), max_size=5
).map(" ".join)


def _in_a_block(line: str) -> st.SearchStrategy[str]:
    # pandoc has rules of its own for headings and lists of which a line goes on
    short = line.replace("\n", " ")
    blocks = [f"# w {short}", f"> w {short}", f"- w {short}\n    - w", f"1. w\n2. w {short}"]
    return st.sampled_from([f"w {line}", *blocks])


TEXTS = LINES.flatmap(_in_a_block)


# the message names the text, and to look for a shorter one would run pandoc a thousand times
@settings(max_examples=8, phases=[Phase.generate])
@given(st.lists(TEXTS, min_size=40, max_size=60))
def test_we_read_what_pandoc_reads_in_any_text(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    theirs = read_citations(texts, tmp_path_factory.mktemp("pandoc"))
    for text, found in zip(texts, theirs, strict=True):
        # a typo that we report is something else to pandoc
        if not problems(text):
            assert read(text) == found, text
