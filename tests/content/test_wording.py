"""A change of an edition's words is told from one of typography, of links or of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digest.content.discover import scan_folder
from digest.content.units import EDITIONS, Units
from digest.content.wording import hash_words
from digest.output.memo import open_memo

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

BODY = (
    'He said "it\'s not a model-free method" - see [the code](https://a.example/), 8.4 % better.\n'
)
ENTRY = "The loss is $a < b$, in *all* of 3 runs [@arxiv:2010.00904].\n\n- one\n- two\n"


def words(newsletter: Newsletter) -> str:
    with open_memo(None) as memo:
        units = Units(newsletter.root, memo, scan_folder(newsletter.root))
        folder = units.edition(f"{EDITIONS}2022-03").value
        assert folder
        return str(hash_words(folder, units.texts.plain))


def write(
    newsletter: Newsletter,
    body: str = BODY,
    entry: str = ENTRY,
    name: str = "01-dsi",
    **fields: Any,
) -> str:
    for file in newsletter.root.glob("content/editions/2022-03/*.md"):
        file.unlink()
    newsletter.edition("2022-03", body, description=fields.pop("description", "A deck."))
    newsletter.entry(f"2022-03/{name}", entry, arxiv="2202.06991", name="DSI", **fields)
    newsletter.entry("2022-03/02-hip", "Another paper.\n", arxiv="2202.06992")
    return words(newsletter)


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace('"', "\u201c").replace("'", "\u2019"),
        BODY.replace(" - ", " \u2014 "),
        BODY.replace(" ", "\n"),
        BODY.replace("not", "**not**"),
        BODY.replace("a.example", "b.example"),
        BODY.replace("model-free", "model\u2011free"),
        BODY.replace("He said", "He said,"),
        BODY.replace("8.4 %", "8.4\u00a0%"),
    ],
)
def test_typography_is_no_change(newsletter: Newsletter, body: str) -> None:
    assert write(newsletter) == write(newsletter, body)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10\u207b\u00b3 m", "10\u00b3 m"),
        ("10\u00b3 m", "103 m"),
        ("10<sup>3</sup> m", "103 m"),
        ("$10^3$ m", "$10_3$ m"),
        ("x\u208b\u2081 is", "x\u2081 is"),
        ("in 3\u20135 runs", "in 35 runs"),
        ("1/2 of all", "12 of all"),
        ("x \u2208 A", "x \u2209 A"),
        ("for $5", "for \u20ac5"),
        ("\u2705 code", "\u274c code"),
        ("- [x] code", "- [ ] code"),
        ("it ~~fails~~", "it fails"),
        ("> [!NOTE]\n> So", "> [!WARNING]\n> So"),
        # vowels of Hindi and Thai are marks, and no letters
        ("\u0915\u093f", "\u0915\u0940"),
        ("\u0e1b\u0e34", "\u0e1b\u0e35"),
        ("\u0668\u066b\u0664", "\u0668\u0664"),
    ],
)
def test_each_sign_that_says_something_counts(
    newsletter: Newsletter, before: str, after: str
) -> None:
    assert write(newsletter, f"{before}\n") != write(newsletter, f"{after}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10\u00b9\u00b2 m", "10<sup>12</sup> m"),
        ("\u00bd of", "1/2 of"),
        ("3-5 runs", "3 \u2013 5 runs"),
        ("\ufb01nd \uff21", "find A"),
        ("\u2714\ufe0f yes", "\u2714 yes"),
        ("\u0643\u0640\u062a\u0628", "\u0643\u062a\u0628"),
        ("it\u00b4s", "it's"),
        ("One (two), three!", "One two three."),
    ],
)
def test_typography_of_any_script_is_no_change(
    newsletter: Newsletter, before: str, after: str
) -> None:
    assert write(newsletter, f"{before}\n") == write(newsletter, f"{after}\n")


def test_what_is_no_word_is_no_change(newsletter: Newsletter) -> None:
    before = write(newsletter)
    assert before == write(newsletter, name="03-dsi")
    assert before == write(
        newsletter, tags=["vision"], fold="never", links={"code": "https://a.b/"}
    )
    newsletter.entry("2022-03/04-draft", "Not yet.\n", arxiv="2202.06993", draft=True)
    assert before == words(newsletter)


@pytest.mark.parametrize(
    "fields",
    [
        {"body": BODY.replace("not ", "")},
        {"body": BODY.replace("8.4", "84")},
        {"body": BODY.replace("8.4", "-8.4")},
        {"body": BODY + "More.\n"},
        {"entry": ENTRY.replace("<", ">")},
        {"entry": ENTRY.replace("two", "three")},
        {"entry": ENTRY.replace("2010.00904", "2010.00905")},
        {"description": "Another deck."},
        {"note": "Best paper"},
        {"title": "A title of our own"},
        {"figure": {"src": "a.png", "alt": "A curve."}},
    ],
    ids=str,
)
def test_another_word_is_a_change(newsletter: Newsletter, fields: dict[str, Any]) -> None:
    assert write(newsletter) != write(newsletter, **fields)


def test_sponsors_and_who_wrote_an_entry_are_no_words(newsletter: Newsletter) -> None:
    plainly = write(newsletter)
    assert write(newsletter, sponsors=["Cloud gives hours."]) == plainly
    newsletter.entry("2022-03/01-dsi", ENTRY, arxiv="2202.06991", by="Ada Example")
    by = words(newsletter)
    newsletter.entry("2022-03/01-dsi", ENTRY, arxiv="2202.06991")
    assert words(newsletter) == by
