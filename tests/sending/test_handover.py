"""Whatever is cut off, killed or done twice: exactly one draft, the right one, and no key told."""

from __future__ import annotations

import re
import shutil
import signal
import threading
from typing import TYPE_CHECKING

import pytest

from digest.content.sent import parse_sent
from tests.sending.conftest import PROVIDERS, Desk, set_up
from tests.sending.fakes import Fault

if TYPE_CHECKING:
    from tests.sending.fakes import FakeService, Seen

FAULTS = {
    "401": Fault(401, echo=True),
    "403": Fault(403, echo=True),
    "404": Fault(404, echo=True),
    "409": Fault(409, echo=True),
    "422": Fault(422, echo=True),
    "429": Fault(429, retry_after="2", echo=True),
    "500": Fault(500, echo=True),
    "500 after it was taken": Fault(500, taken=True),
    "cut": Fault(),
    "cut after it was taken": Fault(taken=True),
    "200 with another page": Fault(200),
    "200 with nothing": Fault(200, page=""),
    "204": Fault(204, page=""),
    "400 nested without end": Fault(400, page="[" * 5000 + "]" * 5000),
    "hanging after it was taken": Fault(taken=True, connection="hang"),
}
"""What may become of a request. The service says all that it was told, the key as well."""
_REQUESTS = {"buttondown": (3, 2), "listmonk": (3, 2), "mailchimp": (4, 3), "ghost": (3, 2)}
"""How many it takes at each service to make a draft, and to update one."""
MAKING, UPDATING = (
    pytest.mark.parametrize(
        ("desk", "number"),
        [(name, number) for name, counts in _REQUESTS.items() for number in range(counts[deed])],
        indirect=["desk"],
    )
    for deed in (0, 1)
)


def content_of(service: FakeService) -> str:
    """Return all that the only mail at a service says."""
    (mail,) = service.mails.values()
    return str(mail)


def check_end(desk: Desk, text: str) -> None:
    """Check that there is one draft with a text, which the ledger knows, and no key anywhere."""
    draft = desk.the_draft
    assert text in content_of(desk.service)
    (entry,) = parse_sent(desk.ledger).value
    assert (entry.edition, entry.state, entry.draft) == ("2022-03", "draft", str(draft["id"]))
    assert desk.find_secrets() == []


@MAKING
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_while_a_draft_is_made(desk: Desk, fault: str, number: int) -> None:
    desk.service.fail(*[None] * number, FAULTS[fault])
    first = desk.run("2022-03")
    assert first.status in {0, 3}
    assert "Traceback" not in first.said
    desk.check_silence(first)
    desk.service.clear()
    again = desk.run("2022-03")
    assert again.status == 0, again.said
    check_end(desk, "The first text.")


@UPDATING
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_while_a_draft_is_updated(desk: Desk, fault: str, number: int) -> None:
    assert desk.run("2022-03").status == 0
    desk.rewrite("The second text.")
    desk.service.fail(*[None] * number, FAULTS[fault])
    first = desk.run("2022-03")
    assert first.status in {0, 3}
    desk.check_silence(first)
    desk.service.clear()
    again = desk.run("2022-03")
    assert again.status == 0, again.said
    check_end(desk, "The second text.")
    assert "The first text." not in content_of(desk.service)


@pytest.mark.parametrize("fault", ["500", "cut", "409", "404", "422"])
def test_a_service_that_never_gets_better(desk: Desk, fault: str) -> None:
    desk.service.fail(*[FAULTS[fault]] * 200)
    done = desk.run("2022-03")
    assert (done.status, done.out, desk.service.mails, desk.ledger) == (3, "", {}, "")
    assert done.err.startswith("Error: ")
    desk.check_silence(done)


@MAKING
def test_a_kill_while_a_draft_is_made(desk: Desk, number: int) -> None:
    desk.service.fail(*[None] * number, Fault(kill=True, taken=True))
    assert desk.send("2022-03").status == -signal.SIGKILL
    assert desk.run("2022-03").status == 0
    check_end(desk, "The first text.")


@UPDATING
def test_a_kill_while_a_draft_is_updated(desk: Desk, number: int) -> None:
    assert desk.run("2022-03").status == 0
    desk.rewrite("The second text.")
    desk.service.fail(*[None] * number, Fault(kill=True, taken=True))
    assert desk.send("2022-03").status == -signal.SIGKILL
    assert desk.run("2022-03").status == 0
    check_end(desk, "The second text.")


def test_two_machines_at_once(desk: Desk) -> None:
    other = Desk(desk.newsletter, desk.service, desk.cache)
    root = desk.newsletter.root.with_name("other")
    shutil.copytree(desk.newsletter.root, root)
    other.newsletter = type(desk.newsletter).at(root, root / "build")
    both = threading.Barrier(2, timeout=20)

    def meet(seen: Seen) -> None:
        # each is answered that there is no draft before either makes one
        if seen.method == "POST":
            both.wait()

    desk.service.before = meet
    processes = [one.start("2022-03") for one in (desk, other)]
    said = ["".join(process.communicate(timeout=60)) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    assert len(desk.service.asked("POST")) == 2
    for one in (desk, other):
        assert one.run("2022-03").status == 0
        check_end(one, "The first text.")


def test_two_processes_of_one_machine(desk: Desk) -> None:
    processes = [desk.start("2022-03") for _ in range(2)]
    said = ["".join(process.communicate(timeout=60)) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    assert len(desk.service.asked("POST")) == 1
    check_end(desk, "The first text.")


def test_a_service_that_lists_a_draft_only_later(desk: Desk) -> None:
    desk.service.is_late = True
    done = desk.run("2022-03")
    assert (done.status, "made a draft" in done.out) == (0, True)
    desk.service.is_late = False
    assert "nothing to do" in desk.run("2022-03").out
    check_end(desk, "The first text.")


def test_the_same_content_is_nothing_to_do(desk: Desk) -> None:
    desk.run("2022-03")
    before = desk.ledger
    desk.service.seen.clear()
    assert "nothing to do" in desk.run("2022-03").out
    assert {one.method for one in desk.service.seen} == {"GET"}
    assert desk.ledger == before


def test_other_content_updates_the_same_draft(desk: Desk) -> None:
    desk.run("2022-03")
    id_ = desk.the_draft["id"]
    desk.rewrite("The second text.")
    assert "updated the draft of '2022-03'" in desk.run("2022-03").out
    assert desk.the_draft["id"] == id_
    check_end(desk, "The second text.")


def test_a_ledger_that_was_lost(desk: Desk) -> None:
    desk.run("2022-03")
    (desk.newsletter.root / "content/sent.yaml").unlink()
    assert "updated the draft" in desk.run("2022-03").out
    check_end(desk, "The first text.")


def test_a_ledger_with_an_id_that_is_none_of_the_service(desk: Desk) -> None:
    desk.run("2022-03")
    ledger = desk.newsletter.root / "content/sent.yaml"
    ledger.write_text(re.sub("draft: .*", "draft: of-mine", desk.ledger))
    assert "updated the draft" in desk.run("2022-03").out
    check_end(desk, "The first text.")


def test_a_mark_that_was_lost(desk: Desk) -> None:
    desk.run("2022-03")
    desk.the_draft.update(metadata={}, tags=[])
    settings = desk.the_draft.get("settings")
    if isinstance(settings, dict):
        settings["title"] = "A title of mine"
    desk.rewrite("The second text.")
    assert "updated the draft" in desk.run("2022-03").out
    check_end(desk, "The second text.")


def test_a_draft_that_was_deleted_there(desk: Desk) -> None:
    desk.run("2022-03")
    desk.service.mails.clear()
    assert "was deleted there; made a new one" in desk.run("2022-03").out
    check_end(desk, "The first text.")


@pytest.mark.parametrize("lost", [False, True], ids=["ledger", "no ledger"])
def test_what_was_sent_is_never_touched(desk: Desk, *, lost: bool) -> None:
    desk.run("2022-03")
    if lost:
        (desk.newsletter.root / "content/sent.yaml").unlink()
    desk.the_draft["status"] = "published" if "GHOST" in desk.service.variable else "sent"
    desk.rewrite("The second text.")
    before = content_of(desk.service)
    done = desk.run("2022-03")
    assert (done.status, done.out) == (2, "")
    assert "the edition '2022-03' was sent already" in done.err
    assert content_of(desk.service) == before
    # it is known from now on, and nobody need be asked
    desk.service.seen.clear()
    assert "was sent already, as content/sent.yaml says" in desk.run("2022-03").err
    assert desk.service.seen == []
    (entry,) = parse_sent(desk.ledger).value
    assert (entry.state, bool(entry.words)) == ("sent", not lost)


def test_what_another_machine_had_sent_meanwhile_is_never_touched(desk: Desk) -> None:
    desk.run("2022-03")
    (desk.newsletter.root / "content/sent.yaml").unlink()
    (sent,) = desk.service.mails.items()
    sent[1]["status"] = "published" if "GHOST" in desk.service.variable else "sent"
    del desk.service.mails[sent[0]]

    def arrive(seen: Seen) -> None:
        if seen.method == "POST":
            desk.service.mails[sent[0]] = sent[1]

    desk.service.before = arrive
    desk.rewrite("The second text.")
    before = dict(sent[1])
    done = desk.run("2022-03")
    assert (done.status, done.out) == (2, "")
    assert "the edition '2022-03' was sent already" in done.err
    assert desk.service.mails == {sent[0]: before}


def test_what_is_to_be_sent_at_a_time(desk: Desk) -> None:
    desk.run("2022-03")
    mailchimp = "MAILCHIMP" in desk.service.variable
    desk.the_draft["status"] = "schedule" if mailchimp else "scheduled"
    desk.rewrite("The second text.")
    done = desk.run("2022-03")
    assert done.status == 2
    assert "make it a draft again there" in done.err
    assert "The first text." in content_of(desk.service)


def test_a_copy_that_a_person_made_is_left_alone(desk: Desk) -> None:
    desk.run("2022-03")
    copy = {**desk.the_draft, "id": "f" * 24}
    for field in ("created_at", "creation_date", "create_time"):
        if field in copy:
            copy[field] = "2024-01-01T00:00:00Z"
    copy["id"] = 99 if "LISTMONK" in desk.service.variable else copy["id"]
    desk.service.mails[str(copy["id"])] = copy
    desk.rewrite("The second text.")
    done = desk.run("2022-03")
    assert done.status == 0
    assert "left 1 other draft with the mark of '2022-03' alone" in done.err
    assert len(desk.service.mails) == 2


def test_what_was_sent_since_is_noted(desk: Desk) -> None:
    assert "no draft was sent" in desk.run().out
    desk.run("2022-03")
    assert "no draft was sent" in desk.run().out
    desk.the_draft["status"] = "published" if "GHOST" in desk.service.variable else "sent"
    assert desk.run("--dry-run").out == "'2022-03' was sent\n"
    assert "state: draft" in desk.ledger
    assert desk.run().out == "'2022-03' was sent\n"
    assert "state: sent" in desk.ledger


def test_a_trial_changes_nothing(desk: Desk) -> None:
    assert "would make a draft of '2022-03'" in desk.run("2022-03", "--dry-run").out
    assert (desk.service.mails, desk.ledger) == ({}, "")
    desk.run("2022-03")
    before = (content_of(desk.service), desk.ledger)
    desk.rewrite("The second text.")
    assert "would update the draft of '2022-03'" in desk.run("2022-03", "--dry-run").out
    assert (content_of(desk.service), desk.ledger) == before
    desk.service.mails.clear()
    assert "would make a new one" in desk.run("2022-03", "--dry-run").out


def test_a_draft_edition_is_not_handed_over(desk: Desk) -> None:
    desk.newsletter.edition("2022-03", "Not yet.\n", draft=True)
    done = desk.run("2022-03")
    assert (done.status, desk.service.seen) == (2, [])
    assert "take 'draft: true' away" in done.err


def test_an_edition_of_a_later_day_may_be(desk: Desk) -> None:
    desk.newsletter.edition("2099-03", "Later.\n")
    assert desk.run("2099-03").status == 0
    assert "Later." in content_of(desk.service)


def test_nothing_is_handed_over_that_has_errors(desk: Desk) -> None:
    desk.rewrite("See [that](nowhere.md).")
    done = desk.run("2022-03")
    assert (done.status, desk.service.seen) == (1, [])
    assert "error[link-broken]" in done.out
    assert "nothing was sent" in done.err


def test_a_ledger_with_errors_stops_everything(desk: Desk) -> None:
    desk.newsletter.write("content/sent.yaml", "<<<<<<< ours\n=======\n>>>>>>> theirs\n")
    done = desk.run("2022-03")
    assert (done.status, desk.service.seen) == (1, [])
    assert "a conflict that git left here" in done.out
    done = desk.send()
    assert (done.status, desk.service.seen) == (3, [])
    assert "a conflict that git left here" in done.err


def test_a_draft_that_lies_at_another_service(desk: Desk) -> None:
    text = "2022-03:\n  service: {}\n  state: draft\n  draft: abc\n"
    other = "ghost" if "GHOST" not in desk.service.variable else "listmonk"
    desk.newsletter.write("content/sent.yaml", text.format(other))
    done = desk.run("2022-03")
    assert (done.status, desk.service.seen) == (2, [])
    assert f"a draft of the edition '2022-03' lies at {other}" in done.err
    desk.newsletter.write("content/sent.yaml", text.format("files"))
    assert "made a draft of '2022-03'" in desk.run("2022-03").out
    check_end(desk, "The first text.")


def test_no_service_is_named_any_more(desk: Desk) -> None:
    desk.run("2022-03")
    settings = desk.newsletter.root / "content/site.yaml"
    settings.write_text(re.sub(r", provider: .*", "}", settings.read_text()))
    done = desk.run("2022-03")
    assert (done.status, done.err[:44]) == (2, "Error: site.yaml names no mail service; set ")


def test_a_mail_that_cannot_be_made_is_told_once(desk: Desk) -> None:
    settings = desk.newsletter.root / "content/site.yaml"
    settings.write_text(settings.read_text().replace("email: {", "email: {budget: 9000, "))
    desk.rewrite("Word. " * 3000)
    done = desk.run("2022-03")
    assert (done.status, desk.service.seen) == (1, [])
    assert done.out.count("email-over-budget") == 1


def test_two_newsletters_in_one_account(desk: Desk) -> None:
    desk.run("2022-03")
    name = next(name for name, (kind, *_) in PROVIDERS.items() if isinstance(desk.service, kind))
    other = Desk(set_up(desk.newsletter.root.with_name("b"), name), desk.service, desk.cache)
    settings = other.newsletter.root / "content/site.yaml"
    settings.write_text(settings.read_text().replace("example.org/news/", "example.org/b/"))
    assert "made a draft" in other.run("2022-03").out
    assert len(desk.service.mails) == 2


def rename(desk: Desk) -> None:
    editions = desk.newsletter.root / "content/editions"
    (editions / "2022-03").rename(editions / "march")
    desk.newsletter.edition(
        "march", "It has a name.\n", date="2022-03-02", aliases=["/editions/2022-03/"]
    )


@pytest.mark.parametrize("lost", [False, True], ids=["ledger", "no ledger"])
def test_an_edition_that_was_renamed_keeps_its_draft(desk: Desk, *, lost: bool) -> None:
    desk.run("2022-03")
    if lost:
        (desk.newsletter.root / "content/sent.yaml").unlink()
    rename(desk)
    assert "updated the draft of 'march'" in desk.run("march").out
    assert "It has a name." in str(desk.the_draft)
    assert [one.edition for one in parse_sent(desk.ledger).value] == ["march"]


def test_an_edition_that_was_renamed_is_not_sent_again(desk: Desk) -> None:
    desk.run("2022-03")
    ledger = desk.newsletter.root / "content/sent.yaml"
    ledger.write_text(desk.ledger.replace("state: draft", "state: sent"))
    rename(desk)
    done = desk.run("march")
    assert (done.status, "the edition 'march' was sent already" in done.err) == (2, True)


def test_an_address_that_is_nobodys_goes_to_no_reader(desk: Desk) -> None:
    settings = desk.newsletter.root / "content/site.yaml"
    settings.write_text(
        settings.read_text().replace("example.org/news/", "example.org/newsletter/")
    )
    done = desk.run("2022-03")
    assert (done.status, desk.service.seen) == (2, [])
    assert "is nobody's address; write yours into site.yaml" in done.err


def test_that_it_was_sent_is_told_without_a_key(desk: Desk) -> None:
    desk.newsletter.write("content/sent.yaml", "2022-03: {service: ghost, state: sent}\n")
    done = desk.run("2022-03", **dict.fromkeys(desk.service.keys, ""))
    assert (done.status, "was sent already" in done.err) == (2, True)


def test_an_edition_that_does_not_exist(desk: Desk) -> None:
    done = desk.run("2022-30")
    assert (done.status, desk.service.seen) == (2, [])
    assert "there is no edition '2022-30'; did you mean '2022-03'?" in done.err
