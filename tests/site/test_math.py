"""Math in titles, names and tags, wherever one sees them: set, or in Unicode; never as raw TeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

TITLE = r"Solving $\widetilde{O}(n^2)$ Problems with $\ell_1$ Norms at $5 Apiece"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
PLAIN = "Solving Õ(n²) Problems with ℓ₁ Norms at $5 Apiece"


@pytest.fixture
def built(newsletter: Newsletter) -> Newsletter:
    newsletter.settings("sections: {why: Why}\n")
    newsletter.paper("arxiv:2202.00001", TITLE, "Ada Lovelace, Alan Turing")
    newsletter.paper("arxiv:2202.00002", r"On $\sqrt{s}$ Again", "Ada Lovelace, Alan Turing")
    deck, title = r"Deck with $\mathcal{O}(n)$ for $5.", r"Edition on $\ell_2$"
    body = "See [@one].\n\n## The $O(n^2)$ bound\n\n![The $x^2$ curve](a.svg)\n"
    newsletter.write("content/editions/2022-03/a.svg", SQUARE)
    newsletter.edition("2022-03", body, title=title, description=deck)
    tags, figure = [r"$k$-means"], {"src": "a.svg", "alt": "It is $x^2$", "caption": "Of $y^2$"}
    about = "Costs $5 and is $O(n^3)$."
    newsletter.entry(
        "2022-03/01-one", "Text.\n", arxiv="2202.00001", tags=tags, figure=figure, description=about
    )
    newsletter.entry("2022-03/02-two", "Text [@one].\n", arxiv="2202.00002", name="$k$-NN")
    assert newsletter.build().diagnostics == ()
    return newsletter


def test_what_is_no_html_has_unicode(built: Newsletter) -> None:
    entry, two = built.page("editions/2022-03/one/"), built.page("editions/2022-03/two/")
    edition = built.page("editions/2022-03/")
    assert f"<title>{PLAIN} · Test News</title>" in entry
    assert '<meta name="description" content="Costs $5 and is O(n³).">' in entry
    assert "<title>k-NN: On √s Again · Test News</title>" in two
    assert "<title>Edition on ℓ₂ · Test News</title>" in edition
    assert '<meta name="description" content="Deck with O(n) for $5.">' in edition
    assert f'data-reference="“{PLAIN}” by Ada Lovelace and Alan Turing, 2022"' in edition
    assert 'alt="The x² curve"' in edition
    assert 'alt="It is x²"' in edition
    assert re.search(r'href="#the-o-n-2-bound"[^>]*>\s*<span[^>]*>The O\(n²\) bound<', edition)
    assert f'<span dir="auto">{PLAIN}</span>' in edition


def test_lists_have_unicode_or_math(built: Newsletter) -> None:
    assert built.text("tags/k-means/").startswith("Topic k-means ")
    assert "k-means 1" in built.text("tags/")
    assert "Costs $5 and is O(n³)." in built.text("tags/k-means/")
    assert PLAIN in built.text("")
    assert "Edition on ℓ₂ Deck with O(n) for $5." in built.text("archive/")
    author = built.page("authors/ada-lovelace/")
    # the title stands there once, set, for it has no short name beside it
    assert built.text("authors/ada-lovelace/").count("Apiece") == 1
    assert author.count("<math") == 3


def test_references_have_math_in_their_html(built: Newsletter) -> None:
    (reference,) = re.findall('<li id="ref-1">.*?</li>', built.page("editions/2022-03/two/"))
    assert reference.count("<math") == 2
    assert "at $5 Apiece" in reference


def test_nowhere_is_a_dollar_but_for_money(built: Newsletter) -> None:
    for path, made in built.tree().items():
        if path.endswith(".html"):
            shown = re.sub(r'alttext="[^"]*"', "", made.decode())
            assert set(re.findall(r"\$.?", shown)) <= {"$5"}, path


def test_broken_tex_in_front_matter_is_reported_in_its_place(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", r"Fetched with $\no$")
    newsletter.edition("2022-03", title=r"On $\no$", description=r"Of $\no$")
    newsletter.entry(
        "2022-03/01-a",
        arxiv="2202.00001",
        name=r"'x $\no$'",
        note=r"y $\no$",
        figure=r"{src: b.svg, alt: 'z $\no$', caption: '$\no$'}",
        title=r"Fetched with $\no$",
        tags=[r"$\no$ learning"],
    )
    newsletter.write("content/editions/2022-03/b.svg", SQUARE)
    broken = [found for found in newsletter.check() if found.endswith("math-broken")]
    assert broken == [
        f"editions/2022-03/{place} error math-broken"
        for place in (
            *("01-a.md:3:10", "01-a.md:4:9", "01-a.md:5:30", "01-a.md:5:48", "01-a.md:6:21"),
            "01-a.md:7:9",
            *("index.md:2:11", "index.md:4:17"),
        )
    ] + ["papers/arxiv/2202.00001.json:1:57 error math-broken"]


def test_broken_tex_that_others_wrote_is_reported_where_their_title_is_kept(
    newsletter: Newsletter,
) -> None:
    newsletter.paper("arxiv:2202.00001", r"Of $\no$ and $\never$ and $x$")
    newsletter.write(
        "content/references.bib", "@misc{a,\n  year = 2022,\n  title = {On $\\no$}\n}\n"
    )
    newsletter.edition("2022-03", "So [@arxiv:2202.00001; @a].\n")
    assert newsletter.check() == [
        *["papers/arxiv/2202.00001.json:1:57 error math-broken"] * 2,
        "references.bib:3:3 error math-broken",
    ]


def test_where_the_site_lets_it_pass_the_source_is_shown_as_code(newsletter: Newsletter) -> None:
    newsletter.settings("check: {math-broken: warning}\n")
    newsletter.paper("arxiv:2202.00001", r"Fetched with $\no$")
    newsletter.edition("2022-03", "It is $\\no<b>$ and\n\n$$\n\\never\n$$\n", title=r"On $\no$")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.build()
    page = newsletter.page("editions/2022-03/")
    assert r'It is <code class="math-broken">\no&lt;b&gt;</code> and' in page
    assert r'<code class="math-broken">\never</code>' in page
    assert r'Fetched with <code class="math-broken">\no</code>' in page
    assert r"<title>On \no · Test News</title>" in page
