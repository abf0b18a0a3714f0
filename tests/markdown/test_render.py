"""What stands in the finished HTML, where markdown-it's own would be wrong for a newsletter."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems, show


@pytest.mark.parametrize("source", ["http://x.org/a.png", "data:image/png;base64,AA", "//x.org/a"])
def test_an_image_that_may_not_be_shown_leaves_its_text(source: str) -> None:
    assert show(f"See ![a curve & more]({source}) here.") == (
        "<p>See a curve &amp; more here.</p>\n"
    )
    (problem,) = problems(f"See ![a curve]({source}) here.")
    assert problem.startswith("1:5 link-scheme: ")


@pytest.mark.parametrize(
    "text",
    [
        "[a](https:/x.org)",
        "[a](HTTP:x.org)",
        "[a](https://)",
        "[a](https://?q)",
        "<https:/x.org>",
        "[a]\n\n[a]: https:/x.org",
    ],
)
def test_an_address_without_a_host_leads_nowhere(text: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith("1:1 link-broken: ")
    assert "names no host" in problem
    assert "href" not in show(text)


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        *((address, False) for address in ("https://%%site_url%%", "https://{{x}}/a", "http://.")),
        *((address, False) for address in ("https://x..org", "https://x.org:port", "https://a|b")),
        *((address, True) for address in ("https://x_y.org", "http://[::1]:80/", "https://é.fr?")),
        *((address, True) for address in ("https://x.org.", "https://a:b@x.org", "http://x:80")),
    ],
)
def test_what_cannot_be_a_host_s_name_leads_nowhere(address: str, *, is_right: bool) -> None:
    found = [one for one in problems(f"[a](<{address}>)") if "is no name of a host" in one]
    assert len(found) == (not is_right)


@pytest.mark.parametrize("place", ["file:///home/ada/x.pdf", "C:\\x.pdf", "c:/x.pdf"])
def test_a_place_on_a_machine_is_no_address(place: str) -> None:
    (found,) = parse_body(f"[a]({place})", "a.md").diagnostics
    assert (found.rule, found.hint) == (
        "link-scheme",
        "put the file beside the text, and link to its name",
    )


def test_an_image_of_another_host_comes_by_https() -> None:
    shown = show("![a curve](https://x.org/a.png)")
    assert '<img ⟨image https://x.org/a.png⟩ alt="a curve"' in shown


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("$$\n\\frac{\n$$", "1:1"),
        ("Text $\\frac{$ more.", "1:6"),
        ("Text $$\\frac{$$ more.", "1:6"),
        ("Text.\n\n> Quoted.\n>\n> $$\n> \\frac{\n> $$", "5:3"),
        ("- one\n- $$\\frac{$$", "2:3"),
        ("| a | b |\n|---|---|\n| x | $\\frac{$ |", "3:7"),
        ("  $$\n  \\frac{\n  $$", "1:3"),
    ],
)
def test_broken_math_is_reported_at_its_dollar(text: str, place: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"{place} math-broken: ")
    assert '<code class="math-broken">\\frac{</code>' in show(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[see <https://b.org/>](https://a.org)", '<a href="https://a.org">see https://b.org/</a>'),
        ("[*a <x@y.z>* b](https://a.org)", '<a href="https://a.org"><em>a x@y.z</em> b</a>'),
    ],
)
def test_no_link_stands_in_another(text: str, html: str) -> None:
    assert show(text) == f"<p>{html}</p>\n"


def test_an_address_with_the_angles_of_an_old_doi_is_one() -> None:
    doi = "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"
    target = doi.replace("<", "%3C").replace(">", "%3E")
    assert target in show(f"See ({doi}).")
    assert 'href="https://example.org/a"' in show("See https://example.org/a<br>b.")
