"""Corrections: on pages, in twins, mails and feeds, in the next edition; and what was sent."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from digest.content.sent import Handover, format_sent
from digest.content.units import EDITIONS
from digest.content.wording import hash_words
from tests.feedrules import read_feed

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

WRONG = "It has *11* billion, not million; see [@arxiv:2202.00009] and [us](/)."
RIGHT = "It has 11 billion, not million; see"
OF_ENTRY = {"date": "2022-03-04", "entry": "dsi", "text": WRONG}
OF_EDITION = {"date": "2022-03-06", "text": "$O(n)$ **steps**, not more."}
MARCH = "editions/2022-03/"
DSI = "editions/2022-03/dsi/"


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991")
    newsletter.paper("arxiv:2202.06992", "Another")
    newsletter.paper("arxiv:2202.00009", "Cited")
    newsletter.entry("2022-03/01-dsi", "Text.\n\nNote.[^1]\n\n[^1]: Small.\n", arxiv="2202.06991")
    newsletter.entry("2022-03/02-mux", arxiv="2202.06992", name="MUX")
    march(newsletter)
    return newsletter


def march(newsletter: Newsletter, *corrections: dict[str, Any], **fields: Any) -> None:
    if corrections:
        fields["corrections"] = list(corrections)
    newsletter.edition("2022-03", "Words.\n", **fields)


def plain(html: str) -> str:
    """Return the words of a page's parts that have corrections."""
    parts = re.findall(r'<section class="part corrections">.*?</section>', html, re.DOTALL)
    text = unescape(re.sub(r"<(?!time)[^>]*>|</time>", " ", " | ".join(parts)))
    return " ".join(re.sub(r"<time [^>]*>", "", text).split())


def test_a_correction_stands_where_the_fault_was(filled: Newsletter) -> None:
    march(filled, OF_EDITION, OF_ENTRY)
    assert filled.build(email="all").diagnostics == ()
    entry = f"Corrections March 4, 2022 {RIGHT} 1 and us ."
    assert plain(filled.page(DSI)) == entry
    of_edition = "Corrections March 6, 2022 O ( n ) steps , not more."
    assert plain(filled.page(MARCH)) == f"{entry} | {of_edition}"
    assert plain(filled.page("editions/2022-03/mux/")) == ""
    # its citation is numbered on each page, and its link leads home
    assert 'href="../../../"' in filled.page(DSI)
    assert 'id="ref-1"' in filled.page(DSI)
    # behind the entry's text and before its notes, the edition's behind its last entry
    page = filled.page(MARCH)
    at = [page.index(one) for one in ("Text.", RIGHT[:6], "Small.", 'id="mux"', "steps")]
    assert at == sorted(at)


def test_it_is_in_twins_mails_and_feeds(filled: Newsletter) -> None:
    march(filled, OF_EDITION, OF_ENTRY)
    filled.build(email="all")
    twin = filled.page(f"{MARCH}index.md")
    assert "### Corrections\n\n- March 4, 2022: It has *11* billion, not million; see [[1]" in twin
    assert "## Corrections\n\n- March 6, 2022: $O(n)$ **steps**, not more." in twin
    assert "- March 4, 2022:" in filled.page(f"{DSI}index.md")
    assert "March 6" not in filled.page(f"{DSI}index.md")
    mail = filled.out / "email/2022-03"
    text = (mail / "message.txt").read_text()
    assert (
        "Corrections\n~~~~~~~~~~~\n\nMarch 4, 2022: It has *11* billion, not million; see [1]"
        in text
    )
    assert "Corrections\n-----------\n\nMarch 6, 2022: O(n) *steps*, not more." in text
    html = (mail / "message.html").read_text()
    assert html.count(">Corrections<") == 2
    assert "<i>O</i>" in html or "O(n)" in unescape(re.sub("<[^>]*>", "", html))
    (item,) = read_feed((filled.out / "site/feed.xml").read_bytes()).items
    assert "<h3>Corrections</h3>" in item.html
    assert "<p>March 6, 2022: " in item.html


@pytest.mark.parametrize(
    ("fields", "entry", "updated"),
    [
        ({}, {}, "2022-03-06"),
        ({"updated": "2022-03-03"}, {}, "2022-03-04"),
        ({"updated": "2022-03-03"}, {"updated": "2022-03-02"}, "2022-03-03"),
        ({"updated": "2022-05-01"}, {}, "2022-05-01"),
    ],
)
def test_its_date_counts_as_updated_unless_that_is_set(
    filled: Newsletter, fields: dict[str, str], entry: dict[str, str], updated: str
) -> None:
    march(filled, OF_EDITION, OF_ENTRY, **fields)
    filled.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["x"], **entry)
    filled.build()
    atom = filled.page("feed.xml")
    assert re.findall("<updated>(.{10})", atom) == [updated, updated]
    assert f"<lastmod>{updated}</lastmod>" in filled.page("sitemap.xml")
    own = re.findall("<updated>(.{10})", filled.page("tags/x/feed.xml"))
    assert own[1] == entry.get("updated", "2022-03-04")


def test_the_next_edition_tells_of_it_where_that_is_asked(filled: Newsletter) -> None:
    march(filled, {**OF_ENTRY, "mail": True}, {**OF_EDITION, "date": "2022-04-03", "mail": True})
    for id_ in ("2022-02", "2022-04", "2022-05"):
        filled.edition(id_, "Words.\n")
    assert filled.build(email="all").diagnostics == ()
    told = "Corrections March 4, 2022 Edition 2022-03 : It has 11 billion, not million; see"
    assert plain(filled.page("editions/2022-04/")).startswith(told)
    may = "Corrections April 3, 2022 Edition 2022-03 : O(n) steps, not more."
    assert plain(filled.page("editions/2022-05/")) == may
    assert 'href="../../editions/2022-03/#dsi"' in filled.page("editions/2022-04/")
    assert plain(filled.page("editions/2022-02/")) == ""
    text = (filled.out / "email/2022-05/message.txt").read_text()
    address = "<https://example.org/news/editions/2022-03/>"
    assert f"April 3, 2022: Edition 2022-03 {address}:" in " ".join(text.split())
    assert "O(n) steps, not more." in (filled.out / "email/2022-05/message.html").read_text()
    assert "O(n) steps, not more." in filled.page("editions/2022-05/index.md")
    assert "O(n) steps, not more." in filled.page("feed.xml")


def test_a_later_build_knows_which_edition_tells_of_it(filled: Newsletter) -> None:
    filled.edition("2022-04")
    filled.edition("2022-05")
    filled.build()
    march(filled, {**OF_EDITION, "mail": True})
    filled.build()
    assert "O(n) steps" in plain(filled.page("editions/2022-04/"))
    filled.edition("2022-03-20")
    filled.build()
    assert plain(filled.page("editions/2022-04/")) == ""
    assert "O(n) steps" in plain(filled.page("editions/2022-03-20/"))
    march(filled, OF_EDITION)
    filled.build()
    assert plain(filled.page("editions/2022-03-20/")) == ""


def test_a_draft_that_was_wrong_is_not_told_of(filled: Newsletter) -> None:
    march(filled, {**OF_ENTRY, "mail": True})
    filled.entry("2022-03/01-dsi", arxiv="2202.06991", draft=True)
    filled.edition("2022-04")
    filled.build()
    assert plain(filled.page(MARCH)) == plain(filled.page("editions/2022-04/")) == ""


@pytest.mark.parametrize("typed", ["01-dsi", "01-dsi.md", "dsi.md", "DSI", "dsj"])
def test_the_name_of_an_entrys_file_is_known(filled: Newsletter, typed: str) -> None:
    march(filled, {**OF_ENTRY, "entry": typed})
    assert [one.hint for one in filled.diagnose()] == ["did you mean 'dsi'?"]


@pytest.mark.parametrize(
    ("correction", "rules"),
    [
        ({"date": "2022-03-04", "entry": "dis", "text": "No."}, ["link-broken"]),
        ({"date": "2022-03-01", "text": "No."}, ["field-doubtful"]),
        ({"date": "2023-03-04", "text": "No."}, ["field-doubtful"]),
        ({"text": "No."}, ["field-missing"]),
        ({"date": "2022-03-04"}, ["field-missing"]),
        ({"date": "2022-03-04", "text": " "}, ["field-missing"]),
        ({"date": "4 March", "text": "No."}, ["field-type"]),
        ({"date": "2022-03-04", "text": "No.", "mial": True}, ["field-unknown"]),
        ({"date": "2022-03-04", "text": "See [@arxiv:2202.99999]."}, ["paper-unfetched"]),
        ({"date": "2022-03-04", "text": "[x](02-mxu.md)"}, ["link-broken"]),
        ({"date": "2022-03-04", "text": "[x](javascript:alert)"}, ["link-scheme"]),
    ],
)
def test_what_is_wrong_with_a_correction_is_told(
    filled: Newsletter, correction: dict[str, Any], rules: list[str]
) -> None:
    march(filled, correction)
    found = filled.diagnose()
    assert [(one.path, one.rule) for one in found] == [
        (f"content/{MARCH}index.md", rule) for rule in rules
    ]


def test_a_correction_of_a_later_day_is_doubtful_until_then(filled: Newsletter) -> None:
    march(filled, OF_EDITION)
    for today, rules in (("2022-03-05", ["field-doubtful"]), ("2022-03-06", [])):
        assert [one.rule for one in filled.build(today=today).diagnostics] == rules


# --- what was sent ---


def send(newsletter: Newsletter, time: str = "2022-03-02T23:30:00Z", **fields: Any) -> None:
    """Write down that the edition was sent as it is."""
    from digest.commands.siteplan import read_newsletter  # noqa: PLC0415 -- for this alone
    from digest.output.memo import open_memo  # noqa: PLC0415
    from digest.settings.buildoptions import BuildOptions  # noqa: PLC0415

    with open_memo(None) as memo:
        units = read_newsletter(newsletter.root, memo, lambda _: BuildOptions("2022-06-01")).units
        folder = units.edition(f"{EDITIONS}2022-03").value
        assert folder
        words = str(hash_words(folder, units.texts.plain))
    state = fields.pop("state", "sent")
    sent = Handover("2022-03", "buttondown", state, time=time, words=fields.pop("words", words))
    newsletter.write("content/sent.yaml", format_sent([sent]))


CHANGED = ["editions/2022-03/index.md:3:7 warning edition-changed-after-sending"]
MUX_CHANGED = ["editions/2022-03/02-mux.md:2:8 warning edition-changed-after-sending"]


def test_a_change_of_what_was_sent_is_told(filled: Newsletter) -> None:
    send(filled)
    assert filled.check() == []
    filled.entry("2022-03/02-mux", "Other text.\n", arxiv="2202.06992", name="MUX")
    assert filled.check() == MUX_CHANGED
    march(filled, title="Another title")
    assert sorted(filled.check()) == sorted(CHANGED + MUX_CHANGED)
    # warnings, which keep nothing from being published
    assert filled.build().outputs


def test_an_entry_that_comes_or_goes_is_told(filled: Newsletter) -> None:
    send(filled)
    filled.paper("arxiv:2202.06993", "Third")
    filled.entry("2022-03/03-new", arxiv="2202.06993")
    assert filled.check() == [
        "editions/2022-03/03-new.md:2:8 warning edition-changed-after-sending"
    ]
    filled.delete("content/editions/2022-03/03-new.md")
    filled.delete("content/editions/2022-03/02-mux.md")
    assert filled.check() == CHANGED
    # one of another name is the same entry
    filled.entry("2022-03/02-other", arxiv="2202.06992", name="MUX")
    assert filled.check() == []


def test_a_correction_speaks_for_its_entry_and_one_of_the_edition_for_all(
    filled: Newsletter,
) -> None:
    send(filled)
    filled.entry("2022-03/01-dsi", "Other text.\n", arxiv="2202.06991")
    filled.entry("2022-03/02-mux", "Other text.\n", arxiv="2202.06992", name="MUX")
    march(filled, OF_ENTRY)
    assert filled.check() == MUX_CHANGED
    march(filled, OF_ENTRY, title="Another")
    assert sorted(filled.check()) == sorted(CHANGED + MUX_CHANGED)
    march(filled, OF_EDITION, title="Another")
    assert filled.check() == []


def test_an_edition_whose_folder_was_renamed_is_still_the_one_that_was_sent(
    filled: Newsletter,
) -> None:
    send(filled)
    (filled.root / "content/editions/2022-03").rename(filled.root / "content/editions/2022-03-02")
    filled.edition(
        "2022-03-02", "Words.\n", title="Edition 2022-03", aliases=["/editions/2022-03/"]
    )
    assert filled.check() == []
    filled.edition("2022-03-02", "Other words.\n", aliases=["/editions/2022-03/"])
    assert [one.split()[2] for one in filled.check()] == ["edition-changed-after-sending"]


def test_an_edition_that_was_sent_and_is_gone_is_told(filled: Newsletter) -> None:
    send(filled)
    (filled.root / "content/editions/2022-03").rename(filled.root / "content/editions/2022-03-02")
    (found,) = [one for one in filled.diagnose() if one.rule == "field-doubtful"]
    assert (found.path, found.line) == ("content/sent.yaml", 2)
    assert found.message == "no edition is called '2022-03', which was handed to buttondown"
    assert "'/editions/2022-03/' among the 'aliases:'" in found.hint
    filled.delete("content/sent.yaml")
    assert filled.check() == []


@pytest.mark.parametrize("change", [{"draft": True}, {"date": "2099-01-01"}])
def test_an_edition_that_waits_is_not_gone(filled: Newsletter, change: dict[str, Any]) -> None:
    send(filled, words="")
    march(filled, **change)
    assert not [one for one in filled.check() if "sent.yaml" in one]


def test_an_edition_that_cannot_be_read_is_not_gone(filled: Newsletter) -> None:
    send(filled)
    filled.write("content/editions/2022-03/index.md", "---\ntitle: [\n---\n")
    assert not [one for one in filled.check() if "sent.yaml" in one]


def test_typography_and_records_are_no_change(filled: Newsletter) -> None:
    send(filled)
    filled.entry("2022-03/02-mux", "*text*  .\n", arxiv="2202.06992", name="MUX", tags=["x"])
    filled.paper("arxiv:2202.06992", "Another title")
    assert filled.check() == []


@pytest.mark.parametrize("change", [{"state": "draft"}, {"words": ""}])
def test_what_was_not_sent_may_change(filled: Newsletter, change: dict[str, str]) -> None:
    send(filled, **change)
    march(filled)
    filled.entry("2022-03/02-mux", "Other text.\n", arxiv="2202.06992", name="MUX")
    assert filled.check() == []


@pytest.mark.parametrize(
    ("zone", "date", "is_told"),
    [
        ("UTC", "2022-03-02", True),
        # it was sent after midnight there
        ("Asia/Tokyo", "2022-03-02", False),
        ("Asia/Tokyo", "2022-03-03", True),
    ],
)
def test_a_correction_since_then_says_so(
    filled: Newsletter, zone: str, date: str, *, is_told: bool
) -> None:
    filled.settings(f"timezone: {zone}\n")
    send(filled)
    filled.entry("2022-03/02-mux", "Other text.\n", arxiv="2202.06992", name="MUX")
    march(filled, {"date": date, "text": "We had it wrong."})
    assert filled.check() == ([] if is_told else MUX_CHANGED)


def test_a_correction_by_itself_is_no_change(filled: Newsletter) -> None:
    send(filled)
    march(filled, {**OF_EDITION, "date": "2022-03-02"})
    assert filled.check() == []


def test_a_later_build_knows_what_was_sent(filled: Newsletter) -> None:
    send(filled)
    filled.entry("2022-03/02-mux", "Other text.\n", arxiv="2202.06992", name="MUX")
    (found,) = filled.build().diagnostics
    assert found.rule == "edition-changed-after-sending"
    send(filled)
    assert filled.build().diagnostics == ()
