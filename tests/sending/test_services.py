"""What each service is asked for, and what becomes of a mail there, by its description."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.sending.conftest import PROVIDERS, Desk, set_up
from tests.sending.fakes import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def at(*names: str) -> pytest.MarkDecorator:
    """Have a test run at some of the services."""
    return pytest.mark.parametrize("desk", names, indirect=True)


def built(desk: Desk, name: str) -> str:
    """Return a part of the mail as a build makes it."""
    desk.newsletter.build(email="2022-03")
    return (desk.newsletter.out / "email/2022-03" / name).read_text()


@at("buttondown")
def test_buttondown_never_sends_and_leaves_the_html_as_it_is(desk: Desk) -> None:
    desk.run("2022-03")
    (made,) = desk.service.asked("POST")
    # without it the mail goes to everybody
    assert made.body["status"] == "draft"
    assert made.body["template"] == "naked"
    assert made.body["body"] == "<!-- buttondown-editor-mode: naked -->\n" + built(
        desk, "message.html"
    )
    assert "{{ unsubscribe_url }}" in made.body["body"]
    assert (made.body["slug"], made.body["description"]) == ("2022-03", "A deck.")
    assert made.body["canonical_url"] == "https://example.org/news/editions/2022-03/"
    desk.rewrite("The second text.")
    desk.run("2022-03")
    (changed,) = desk.service.asked("PATCH")
    # what an editor set there stays
    assert not {"status", "slug", "metadata"} & changed.body.keys()


@at("buttondown")
def test_all_of_buttondowns_mails_are_looked_at(desk: Desk) -> None:
    desk.service.per_page = 2
    for number in range(5):
        old = {"id": f"old{number}", "status": "sent", "metadata": None, "creation_date": ""}
        desk.service.mails[f"old{number}"] = old
    desk.run("2022-03")
    (desk.newsletter.root / "content/sent.yaml").unlink()
    assert "updated the draft" in desk.run("2022-03").out
    pages = [one.query["page"] for one in desk.service.seen if one.method == "GET"]
    assert pages[-3:] == [["1"], ["2"], ["3"]]


@at("listmonk")
def test_listmonk_has_the_lists_the_template_and_both_parts(desk: Desk) -> None:
    desk.run("2022-03")
    (made,) = desk.service.asked("POST")
    assert (made.body["lists"], made.body["template_id"]) == ([1], 2)
    assert (made.body["type"], made.body["content_type"]) == ("regular", "html")
    assert made.body["body"] == built(desk, "message.html")
    assert made.body["altbody"] == built(desk, "message.txt")
    assert made.body["from_email"] == "Test News <news@example.org>"
    assert made.body["name"] == "Edition 2022-03 (2022-03)"
    # nothing that begins to send, or sets a time
    assert {(one.method, one.path) for one in desk.service.seen} == {
        ("GET", "/api/campaigns"),
        ("POST", "/api/campaigns"),
    }


@at("listmonk")
def test_signs_of_listmonks_own_in_the_text_do_no_harm(desk: Desk) -> None:
    desk.rewrite("In Go one writes `{{ .Name }}`, in TeX ${{a}}_b$.")
    assert desk.run("2022-03").status == 0
    assert ".Name" in desk.the_draft["body"]  # type: ignore[operator]


@at("listmonk")
def test_what_listmonk_refuses_is_said_in_its_words(desk: Desk) -> None:
    settings = desk.newsletter.root / "content/site.yaml"
    settings.write_text(settings.read_text().replace("lists: [1]", "lists: [7]"))
    done = desk.run("2022-03")
    expected = "listmonk answered '400 Bad Request': Invalid list IDs; mend that, then run"
    assert (done.status, expected in done.err) == (3, True)


@at("listmonk")
def test_all_of_listmonks_campaigns_are_looked_at(desk: Desk) -> None:
    desk.run("2022-03")
    for number in range(1000, 1250):
        desk.service.mails[str(number)] = {"id": number, "status": "finished", "tags": None}
    (desk.newsletter.root / "content/sent.yaml").unlink()
    assert "updated the draft" in desk.run("2022-03").out


@at("mailchimp")
def test_mailchimp_is_given_settings_first_and_content_then(desk: Desk) -> None:
    desk.run("2022-03")
    draft: Any = desk.the_draft
    assert draft["recipients"] == {"list_id": "a1b2c3d4e5"}
    assert draft["content"] == {
        "html": built(desk, "message.html"),
        "plain_text": built(desk, "message.txt"),
    }
    settings = dict(draft["settings"])
    assert re.fullmatch(r"Edition 2022-03 \[digest-2022-03-[0-9a-f]{12}\]", settings.pop("title"))
    assert settings == {
        "subject_line": "Edition 2022-03",
        "preview_text": "A deck.",
        "from_name": "Test News",
        "reply_to": "news@example.org",
    }


@at("mailchimp")
def test_a_long_title_leaves_room_for_mailchimps_mark(desk: Desk) -> None:
    long = {"title": "A title " * 12, "description": "A deck. " * 40}
    desk.newsletter.edition("2022-03", "The first text.\n", **long)
    assert desk.run("2022-03").status == 0
    (desk.newsletter.root / "content/sent.yaml").unlink()
    assert "updated the draft" in desk.run("2022-03").out
    desk.newsletter.edition("2022-03", "The first text.\n", subject="A subject " * 16)
    desk.service.mails.clear()
    done = desk.run("2022-03")
    assert "answered '400 Bad Request': settings.subject_line; at most 150 characters" in done.err


@at("mailchimp")
def test_mailchimps_tags_are_asked_for(desk: Desk) -> None:
    done = desk.run("2022-03", "--dry-run")
    lack = 'set email.address to "*|LIST:ADDRESSLINE|*"'
    assert (done.err.count("note: "), lack in done.err) == (1, True)


@at("mailchimp")
def test_a_key_of_mailchimps_names_its_data_centre(desk: Desk) -> None:
    done = desk.run("2022-03", MAILCHIMP_API_KEY="0123456789abcdef", DIGEST_MAILCHIMP_API="")
    assert (done.status, done.err.count("0123456789abcdef")) == (2, 0)
    assert "ends with '-us1' or the like" in done.err


@at("ghost")
def test_ghost_keeps_the_mail_whole_in_one_card(desk: Desk) -> None:
    desk.run("2022-03")
    (made,) = desk.service.asked("POST")
    draft: Any = desk.the_draft
    html = built(desk, "message.html")
    body = html.partition("<body")[2].partition(">")[2].partition("</body>")[0]
    assert draft["html"].endswith(body)
    # of the document around it, which Ghost has itself, the style alone
    assert "prefers-color-scheme: dark" in draft["html"]
    assert "<html" not in draft["html"]
    assert "<title" not in draft["html"]
    assert made.query == {"source": ["html"]}
    assert made.headers["accept-version"] == "v5.0"
    assert (draft["status"], draft["slug"], draft["title"]) == (
        "draft",
        "2022-03",
        "Edition 2022-03",
    )
    (tag,) = draft["tags"]
    # Ghost shows no reader a tag that begins so
    assert re.fullmatch(r"#digest-2022-03-[0-9a-f]{12}", tag["name"])
    desk.rewrite("The second text.")
    desk.run("2022-03")
    (changed,) = desk.service.asked("PUT")
    assert changed.query == {"source": ["html"]}
    assert not {"status", "slug", "tags"} & changed.body["posts"][0].keys()


@at("ghost")
def test_a_post_that_someone_edits_at_the_same_moment(desk: Desk) -> None:
    desk.run("2022-03")
    desk.rewrite("The second text.")
    edits = iter([True])

    def edit(seen: Any) -> None:
        if seen.method == "PUT" and next(edits, False):
            desk.the_draft["updated_at"] = "2030-01-01T00:00:00.000Z"

    desk.service.before = edit
    assert desk.run("2022-03").status == 0
    assert "The second text." in str(desk.the_draft)


def test_every_request_says_who_asks_and_none_has_a_key_in_its_address(desk: Desk) -> None:
    desk.run("2022-03")
    for seen in desk.service.seen:
        assert seen.headers["user-agent"].startswith("research-digest/")
        address = f"{seen.path} {seen.query}"
        assert [secret for secret in desk.secrets if secret in address] == []


@pytest.mark.parametrize("value", ["", "   ", "two words", "line\nbreak", "ké"])
def test_a_key_that_cannot_be_one(desk: Desk, value: str) -> None:
    name = list(desk.service.keys)[-1]
    done = desk.run("2022-03", **{name: value})
    assert (done.status, desk.service.seen) == (2, [])
    assert name in done.err
    assert not value.strip() or value not in done.err


def test_a_key_that_is_wrong(desk: Desk) -> None:
    name = list(desk.service.keys)[-1]
    wrong = "99999:" + "ab" * 32 if "GHOST" in name else "wrong-secret-us9"
    done = desk.run("2022-03", **{name: wrong})
    assert (done.status, desk.service.mails, desk.ledger) == (3, {}, "")
    assert "see whether the key in " in done.err
    assert "wrong-secret" not in done.said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://mail.example.org/v1", "without encryption; it must begin with 'https://'"),
        ("ftp://127.0.0.1/", "no web address"),
        ("https://ada:pa55@mail.example.org/", "no web address, or has more in it"),
        ("https://mail.example.org/?key=pa55", "no web address, or has more in it"),
    ],
)
def test_an_address_to_which_no_key_is_said(desk: Desk, address: str, said: str) -> None:
    done = desk.run("2022-03", **{desk.service.variable: address})
    assert done.status == 2
    assert f"{desk.service.variable} is {said}" in done.err
    assert "pa55" not in done.said


@at("listmonk", "ghost")
def test_where_an_installation_is_stands_beside_its_key(desk: Desk) -> None:
    done = desk.run("2022-03", **{desk.service.variable: ""})
    assert (done.status, desk.service.seen) == (2, [])
    assert (
        f"needs the address of its API in the environment variable {desk.service.variable}, as 'https://"
        in done.err
    )


def test_a_service_that_leads_elsewhere_gets_no_key_there(desk: Desk) -> None:
    name = next(name for name, (kind, *_) in PROVIDERS.items() if isinstance(desk.service, kind))
    with PROVIDERS[name][0]() as other:
        desk.service.fail(Fault(302, location=other.base))
        done = desk.run("2022-03")
    assert (done.status, other.seen) == (3, [])
    assert "it leads to another address: name that one" in done.err


def test_no_proxy_hears_a_key_that_is_said_in_the_open(desk: Desk) -> None:
    name = next(name for name, (kind, *_) in PROVIDERS.items() if isinstance(desk.service, kind))
    with PROVIDERS[name][0]() as proxy:
        done = desk.run("2022-03", http_proxy=proxy.origin, all_proxy=proxy.origin, no_proxy="")
    assert (done.status, proxy.seen) == (0, [])


@at("ghost")
def test_a_token_is_not_told_in_a_later_second_either(desk: Desk) -> None:
    desk.service.before = lambda _seen: time.sleep(1 - time.time() % 1)
    desk.service.fail(None, Fault(422, echo=True))
    done = desk.run("2022-03", DIGEST_HASTE="5")
    assert "Ghost answered '422 " in done.err
    desk.check_silence(done)


def test_nobody_is_there(desk: Desk) -> None:
    done = desk.run("2022-03", **{desk.service.variable: "http://127.0.0.1:9"})
    assert (done.status, desk.ledger) == (3, "")
    assert "cannot be reached" in done.err


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Desk]:
    """An editor who pastes."""
    with PROVIDERS["ghost"][0]() as service:
        newsletter = set_up(tmp_path / "news", "ghost")
        newsletter.settings("email: {provider: files}\n")
        yield Desk(newsletter, service, tmp_path / "cache")
        assert service.seen == []


def test_what_a_person_pastes(files: Desk) -> None:
    done = files.run("2022-03")
    folder = files.newsletter.out / "email/2022-03"
    assert (done.status, done.out.endswith(": build/email/2022-03/\n")) == (0, True)
    assert {file.name: file.read_text() for file in folder.iterdir()} == {
        "subject.txt": "Edition 2022-03\n",
        "preheader.txt": "A deck.\n",
        "message.html": built(files, "message.html"),
        "message.txt": built(files, "message.txt"),
    }
    assert "service: files" in files.ledger
    assert "nothing to do" in files.run("2022-03").out
    (folder / "subject.txt").unlink()
    assert "made a new one" in files.run("2022-03").out
    files.rewrite("The second text.")
    assert "updated" in files.run("2022-03").out
    assert "The second text." in (folder / "message.txt").read_text()
    # a build has the folder for its own, and leaves these
    files.newsletter.build(email="2022-03")
    assert (folder / "subject.txt").is_file()


def test_what_a_build_takes_away_is_written_again(files: Desk) -> None:
    files.run("2022-03")
    files.newsletter.build(email="2022-03")
    files.newsletter.build(email="none")
    page = files.newsletter.out / "email/2022-03/message.html"
    assert not page.exists()
    assert "made a new one" in files.run("2022-03").out
    assert "The first text." in page.read_text()


def test_a_person_may_say_that_it_was_sent(files: Desk) -> None:
    files.run("2022-03")
    ledger = files.newsletter.root / "content/sent.yaml"
    ledger.write_text(ledger.read_text().replace("state: draft", "state: sent"))
    assert "was sent already" in files.run("2022-03").err


def test_another_folder(files: Desk) -> None:
    files.newsletter.settings("email: {provider: {name: files, folder: paste}}\n")
    assert files.run("2022-03").out.endswith(": paste/2022-03/\n")
    assert (files.newsletter.root / "paste/2022-03/message.html").is_file()


def test_no_service_is_named(files: Desk) -> None:
    files.newsletter.settings("")
    done = files.run("2022-03")
    assert (done.status, "set 'provider' below 'email' to one of buttondown" in done.err) == (
        2,
        True,
    )
