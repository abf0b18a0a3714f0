"""The small newsletter with which every history begins: in it everything crosses editions.

A work is covered twice and cited from everywhere, under each of its names; authors, tags, figures
and headings are met in several editions; one edition is of the future, one a draft.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.histories.edited import Edited

EDITIONS = ("2021-12", "2022-01", "2022-02", "2022-07", "2022-03")
SLUGS = ("alpha", "beta", "gamma", "delta", "Alpha")
ARXIV = ("2202.00001", "2202.00002", "2202.00003", "2202.00004", "hep-th/9901001")
DOIS = ("10.1000/one", "10.1000/pub", "10.5555/typed")
"""The second is the publisher's DOI of an arXiv paper, the third has no record."""
BIB_KEYS = ("bib-own", "bib-arxiv", "bib-doi", "beta")
"""The second and third are works that have records, the last is an entry's slug, too."""
TITLES = (
    "Neural Search",
    "Neural Machines",
    "On Neural <i>Search</i>",
    "The $x^2$ Map",
    "Neural search & more",
)
AUTHORS = ("Ada Byron", "Alan Turing", "Grace Hopper", "Àda Byron", "Alan M. Turing")
TAGS = ("Deep Search", "deep search", "deep-search", "Vision", "vison", "Graphs", "C++")
"""The first three have one address; the fifth is a typo for the fourth."""


def begin(newsletter: Edited, older: int = 0) -> None:
    """Write the newsletter, with so many `older` editions, of one entry each."""
    newsletter.write_settings(
        {
            "title": "Test News",
            "url": "https://example.org/news/",
            "lang": "en",
            "timezone": "Europe/Amsterdam",
            "editors": [{"name": "Ada Byron"}],
            "email": {"from": "Test <test@example.org>"},
        }
    )
    for index, paper in enumerate(ARXIV):
        facts = {"doi": DOIS[1]} if index == 1 else {}
        authors = f"{AUTHORS[index % 3]}, {AUTHORS[(index + 1) % 3]}"
        newsletter.paper(f"arxiv:{paper}", TITLES[index % 4], authors, facts=facts)
    newsletter.paper(f"doi:{DOIS[0]}", TITLES[0], AUTHORS[0], year=2021)
    newsletter.write("content/references.bib", BIBLIOGRAPHY)
    newsletter.write("content/editions/shared.svg", drawing(1))
    newsletter.write("content/editions/data.txt", "1 2 3\n")
    for index, edition in enumerate(EDITIONS):
        folder = newsletter.root / "content/editions" / edition
        fields = {"title": f"Edition {edition}", "date": f"{edition}-02", "number": index + 1}
        cited = f"[@arxiv:{ARXIV[index]}] and [@doi:{DOIS[1]}; @bib-own]"
        body = f"It is {cited}.\n\n## News\n\nSee [the first](/editions/2021-12/).\n"
        newsletter.write_note(folder / "index.md", fields | {"draft": index == 4}, body)
        newsletter.write(f"content/editions/{edition}/figures/own.png", picture(index))
        for number in range(2):
            entry = {
                "arxiv": ARXIV[(index + number) % 5],
                "tags": [TAGS[(index + number) % 3], TAGS[3]],
            }
            text = f"As in [@2021-12/alpha] and @{SLUGS[number]}.\n\n## Results\n\nGood.\n"
            newsletter.write_note(folder / f"0{number + 1}-{SLUGS[number]}.md", entry, text)
    for number in range(older):
        edition = f"{2019 - number // 12}-{number % 12 + 1:02}"
        folder = newsletter.root / "content/editions" / edition
        fields = {"title": f"Edition {edition}", "date": f"{edition}-02"}
        newsletter.write_note(folder / "index.md", fields, "Cites [@bib-own].\n")
        entry = {
            "title": f"Note {number}",
            "authors": [AUTHORS[number % 5]],
            "date": "2020",
            "url": f"https://example.org/{number}",
            "tags": [TAGS[number % 7]],
        }
        cited = f"As in [@arxiv:{ARXIV[number % 5]}] and [@2021-12/alpha].\n"
        newsletter.write_note(folder / "01-alpha.md", entry, cited)
    about = "See [an entry](../editions/2022-02/01-alpha.md#results) and [@2022-01/alpha].\n"
    newsletter.write_note(newsletter.root / "content/pages/about.md", {"title": "About"}, about)


BIBLIOGRAPHY = f"""\
@misc{{bib-own, title={{Own}}, author={{Byron, Ada}}, year={{2020}}}}
@misc{{bib-arxiv, title={{X}}, author={{B, C}}, eprint={{{ARXIV[2]}}}, archiveprefix={{arXiv}}}}
@article{{bib-doi, title={{Y}}, author={{B, C}}, year={{2021}}, journal={{J}}, doi={{{DOIS[0]}}}}}
"""


def drawing(size: int) -> str:
    """Return an SVG of a size of one digit: all have as many bytes."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size % 9 + 1}" height="4"></svg>'


def picture(shade: int) -> bytes:
    """Return a PNG of which there are smaller ones: all have as many bytes."""
    width, height = 300, 40
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (bytes((0, *((x * y * shade) % 256 for x in range(width)))) for y in range(height))
    pixel = zlib.compress(b"".join(rows), 0)
    parts = ((b"IHDR", header), (b"IDAT", pixel), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
