"""Where a citation is printed in other words than pandoc's, it is meant to be; here is why."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.pandoc.program import ALONE, HERE, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

TAY = "Tay, Yi and Tran, Vinh and Metzler, Don"
WORKS = {
    "gu": ("Gu, Ann and Goel, Bea", 2022),
    "tay1": (TAY, 2020),
    "tay2": (TAY, 2022),
    "mo": ("Mo, Di", 2019),
}
SAME = [
    "[@gu, p. 3]",
    "[@gu pp. 3-5]",
    "[@gu, 3-5]",
    "[@gu 3]",
    "[@gu, 3, 5 and 7]",
    "[@gu, chap. 1; @mo, vol. 2, p. 4]",
    "[@gu, figs. 4-5]",
    "[@gu, eq. 3]",
    "[@gu, p. iv]",
    "[@gu, pp. iv-vi, (xv)-(xvii) and so on]",
    "[@gu, {pp. iv, vi-xi} with words]",
    "[@gu{}, 99]",
    "[@gu, p. 3 and *passim*]",
    "[@gu, p.3]",
    "[-@gu, p. 3]",
    "-@gu [p. 3; @mo]",
    "@gu [sic]",
    "@gu [*passim*; see @mo, 5]",
    "@gu's",
]

DIFFERENT = [
    # a place is kept as it was written; pandoc puts in the name that its style has for it
    ("[@gu, § 2]", "(Gu and Goel, 2022, sec. 2)", "(Gu and Goel, 2022, § 2)"),
    ("[@gu, §2-3]", "(Gu and Goel, 2022, secs. 2–3)", "(Gu and Goel, 2022, §2–3)"),
    ("[@gu, chapter 3]", "(Gu and Goel, 2022, chap. 3)", "(Gu and Goel, 2022, chapter 3)"),
    ("[@gu, Fig. 2]", "(Gu and Goel, 2022, fig. 2)", "(Gu and Goel, 2022, Fig. 2)"),
    # a number that words follow is no page
    (
        "[@gu, 99 years on]",
        "(Gu and Goel, 2022, p. 99 years on)",
        "(Gu and Goel, 2022, 99 years on)",
    ),
    # and what braces call a place is one, as pandoc's manual says, Roman numerals or not
    ("[@gu{ii, A}, so]", "(Gu and Goel, 2022, ii, A, so)", "(Gu and Goel, 2022, pp. ii, A, so)"),
    # a year behind a place in a work would seem to be another place
    (
        "[@tay1, p. 3; @tay2]",
        "(Tay et al., 2020, p. 3; 2022)",
        "(Tay et al., 2020, p. 3; Tay et al., 2022)",
    ),
    # works stand in the order in which they were written
    (
        "[@tay1; @gu; @tay2]",
        "(Tay et al., 2020, 2022; Gu and Goel, 2022)",
        "(Tay et al., 2020; Gu and Goel, 2022; Tay et al., 2022)",
    ),
]
"""A text, and what pandoc and we print of it, by authors and years."""

DIFFERENT_RAISED = [
    # one work twice is one number, and citations side by side are one, or 1 and 2 would be 12
    ("So [@gu; @gu].", "So.^1,1^", "So.^1^"),
    ("So [@gu] [@mo].", "So^1^ .^2^", "So.^1,2^"),
    # behind a bracket that closes, an apostrophe and the sign of a quotation, but not before them
    ("(so [@gu]).", "(so).^1^", "(so^1^)."),
    ("So [@gu]'s.", "So’^1^s.", "So^1^’s."),
    ('"So" [@gu].', "“So.”^1^", "“So”.^1^"),
    # words are not raised
    ("So [@gu, p. 3].", "So.^1, p. 3^", "So (reference 1, p. 3)."),
    ("So [see @gu].", "So.^see 1^", "So (see reference 1)."),
]
"""A text, and what pandoc and we print of it, in raised numbers; its first work is number 1."""


def _ours(newsletter: Newsletter, style: str, text: str) -> str:
    newsletter.settings(f"citations: {{style: {style}}}\n")
    newsletter.write(
        "content/references.bib",
        "".join(
            f"@misc{{{key}, title={{On {key}}}, author={{{authors}}}, year={year}}}\n"
            for key, (authors, year) in WORKS.items()
        ),
    )
    newsletter.edition("2022-03", f"{text}\n")
    assert newsletter.build(email="none").diagnostics == ()
    html = newsletter.page("editions/2022-03/")
    return _plain(html[html.index('<div class="prose">') : html.index('<section class="ref')])


def _theirs(folder: Path, csl: Path, text: str) -> str:
    records = folder / "records.json"
    names = {
        key: [dict(zip(("family", "given"), name.split(", "), strict=True)) for name in authors]
        for key, authors in ((key, one[0].split(" and ")) for key, one in WORKS.items())
    }
    records.write_text(
        json.dumps(
            [
                {
                    "id": key,
                    "type": "article",
                    "title": f"On {key}",
                    "author": names[key],
                    "issued": {"date-parts": [[year]]},
                }
                for key, (_, year) in WORKS.items()
            ]
        )
    )
    cite = ("--citeproc", "--csl", csl, "--bibliography", records)
    behind = ("--metadata", "notes-after-punctuation=true")
    return _plain(run(text, "--to", "html", *cite, *ALONE, *behind))


def _plain(html: str) -> str:
    html = re.sub(r"<sup[^>]*>(.*?)</sup>", r"^\1^", html)
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).replace("\xa0", " ").split())


def _raised(folder: Path) -> Path:
    style = (HERE / "worded.csl").read_text("utf-8")
    style = style.replace(
        'prefix="[" suffix="]" delimiter="; "', 'vertical-align="sup" delimiter=","'
    )
    file = folder / "raised.csl"
    file.write_text(style.replace(' prefix="#"', ""), "utf-8")
    return file


@pytest.mark.parametrize("text", SAME)
def test_places_and_words_are_printed_as_pandoc_has_them(text: str, newsletter: Newsletter) -> None:
    theirs = _theirs(newsletter.root, HERE / "author-date.csl", f"So {text} it is.")
    assert _ours(newsletter, "author-year", f"So {text} it is.") == theirs


@pytest.mark.parametrize(("text", "pandoc", "ours"), DIFFERENT)
def test_where_we_print_authors_and_years_otherwise(
    text: str, pandoc: str, ours: str, newsletter: Newsletter
) -> None:
    assert _theirs(newsletter.root, HERE / "author-date.csl", text) == pandoc
    assert _ours(newsletter, "author-year", text) == ours


@pytest.mark.parametrize(("text", "pandoc", "ours"), DIFFERENT_RAISED)
def test_where_we_raise_numbers_otherwise(
    text: str, pandoc: str, ours: str, newsletter: Newsletter
) -> None:
    assert _theirs(newsletter.root, _raised(newsletter.root), text) == pandoc
    assert _ours(newsletter, "superscript", text) == ours
