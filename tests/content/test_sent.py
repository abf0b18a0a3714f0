"""content/sent.yaml is read as it was written, and what is wrong with it is told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.content.sent import SENT_FILE, Handover, format_sent, parse_sent

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

MARCH = Handover(
    edition="2022-03",
    service="listmonk",
    state="draft",
    draft="12",
    time="2022-03-02T17:03:11Z",
    content="1234567890",
    words="0e10",
)
FEBRUARY = Handover(edition="2022-02", service="buttondown", state="sent")


def unplaced(handovers: tuple[Handover, ...]) -> list[Handover]:
    """Return handovers as they are before they are read."""
    return [msgspec.structs.replace(one, line=0) for one in handovers]


def test_what_was_written_is_read_again() -> None:
    odd = Handover(edition='März: "one" #1', service="ghost", state="draft", draft="em_01J-x.2")
    text = format_sent([odd, MARCH, FEBRUARY])
    assert "März" in text
    parsed = parse_sent(text)
    assert parsed.diagnostics == ()
    assert [one.line for one in parsed.value] == [2, 5, 12]
    assert unplaced(parsed.value) == [FEBRUARY, MARCH, odd]
    assert format_sent(parsed.value) == text


def test_an_edition_has_lines_of_its_own() -> None:
    alone, both = format_sent([FEBRUARY]), format_sent([MARCH, FEBRUARY])
    assert both.startswith(alone)
    assert both.removeprefix(alone).startswith("2022-03:\n  service: listmonk\n  state: draft\n")


def test_a_person_may_write_that_an_edition_was_sent() -> None:
    text = "2022-02:\n  state: sent\n  service: buttondown\n"
    assert unplaced(parse_sent(text).value) == [FEBRUARY]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n", "~\n"])
def test_nothing_may_be_in_it(text: str) -> None:
    assert parse_sent(text) == parse_sent(format_sent([]))
    assert parse_sent(text).value == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("sent: yes", "3:3 unknown key 'sent'"),
        ("state: send", "3:10 this must be draft or sent, not 'send'"),
        ("service: buttndown", "3:12 this must be"),
        ("draft: ../../lists", "3:10 this must be the id of a draft"),
        ("draft: ..", "3:10 this must be the id of a draft"),
        ("draft: 1?status=about_to_send", "3:10 this must be the id of a draft"),
        ("words: two/words", "3:10 this must be as 'digest send' wrote it"),
    ],
)
def test_what_is_wrong_is_told(newsletter: Newsletter, line: str, problem: str) -> None:
    newsletter.edition("2022-03")
    rest = {"state": "state: sent", "service": "service: ghost"}
    rest.pop(line.partition(":")[0], "")
    lines = "\n".join(f"  {one}" for one in (line, *rest.values()))
    newsletter.write(SENT_FILE, f"# by hand\n2022-03:\n{lines}\n")
    told = [f"{one.line}:{one.column} {one.message}" for one in newsletter.diagnose()]
    assert [one for one in told if one.startswith(problem)]
    assert {one.path for one in newsletter.diagnose()} == {SENT_FILE}


def test_a_conflict_of_two_branches_is_told(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    ours, theirs = format_sent([FEBRUARY]), format_sent([MARCH])
    newsletter.write(SENT_FILE, f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n")
    assert newsletter.check() == ["sent.yaml:1:1 error markup-left"]


def test_a_draft_is_that_of_one_edition(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    other = msgspec.structs.replace(MARCH, edition="2022-02")
    newsletter.write(SENT_FILE, format_sent([other, MARCH]))
    assert newsletter.check() == ["sent.yaml:9:1 error field-type"]
    # another service may have given it the same number
    other = msgspec.structs.replace(other, service="ghost")
    newsletter.write(SENT_FILE, format_sent([other, MARCH]))
    assert newsletter.check() == []


def test_the_file_is_of_use(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.write(SENT_FILE, format_sent([MARCH]))
    assert newsletter.check() == []
