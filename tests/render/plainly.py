"""A Markdown text as it is shown where there is no HTML, on a page that cites five works."""

from __future__ import annotations

from digest.basics.fragments import Directive
from digest.basics.plain import Plain
from digest.markdown import parse_body
from digest.render.pagecontext import NumberedCitations, PageContext
from digest.render.text.textblocks import BlockWriter
from digest.render.text.textlines import LineWriter
from digest.render.text.wrapping import COLUMNS
from digest.site.views.parts import Citations, Links, Picture, Reference

SITE = "https://example.org/news/"
PAGE = f"{SITE}editions/2022-03/"
WORKS = ("a", "b", "c", "d", "e")


class _Pictures(dict[str, Picture]):
    """Every picture that a text shows is one of its edition's."""

    def __missing__(self, target: str) -> Picture:
        return Picture(f"editions/2022-03/{target}")


def page_context(style: str = "bracket") -> PageContext:
    """Return a page that cites the works a to e, whose numbers are 1 to 5."""
    references = tuple(
        Reference(
            number,
            f"<i>Work {key}</i>",
            f"Work {key}",
            f"https://example.com/{key}",
            authors=f"{key.upper()} et al.",
            year="2022",
            places=1,
        )
        for number, key in enumerate(WORKS, 1)
    )
    citations = Citations(style, {key: n for n, key in enumerate(WORKS, 1)}, references)
    links = Links({"../2022-02/x.md": "editions/2022-02/x/"}, _Pictures())
    return PageContext(citations, links, SITE, PAGE)


def parse_plain(text: str, lang: str = "en") -> Plain:
    """Return the plain form of a text: of all its fragments, and its footnotes behind them."""
    parsed = parse_body(text, "a.md", lang=lang).value
    fragments = [one.fragment for one in parsed.body.blocks if not isinstance(one, Directive)]
    notes = [parsed.body.notes] if parsed.body.notes else []
    hashes = [fragment.hash for fragment in [*fragments, *notes]]
    return Plain(tuple(block for hash_ in hashes for block in parsed.plain[hash_].blocks))


def text_of(text: str, *, width: int = COLUMNS, style: str = "bracket") -> str:
    """Return a Markdown text as plain text."""
    around = page_context(style)
    writer = LineWriter(around, NumberedCitations(around.citations), {})
    return "\n".join(BlockWriter(writer, {}).write(parse_plain(text).blocks, width))
