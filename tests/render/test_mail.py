"""An edition as a mail, as a mail client would take it apart."""

from __future__ import annotations

import re
import shutil
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.mails import write_picture
from tests.newsletter import brief, plain

if TYPE_CHECKING:
    from email.message import EmailMessage

    from digest.build import BuildResult
    from tests.newsletter import Newsletter

BUNDLED = Path(__file__).parent.parent.parent / "themes"

SENDER = """\
email:
  from: "Tést Néws <news@example.org>"
  reply_to: editors@example.org
  list_id: "Test News <news.example.org>"
  unsubscribe_url: "https://example.org/leave?token={token}"
  unsubscribe_mail: leave@example.org
  address: 1 Main Street, Anytown
  budget: {budget}
  tracked_link: 0
"""


def settings(budget: int = 97_000, token: str = "x") -> str:  # noqa: S107 -- no password
    return SENDER.format(budget=budget, token=token)


def fill(newsletter: Newsletter, count: int, words: int = 60) -> None:
    newsletter.edition("2022-03", "Opening [@arxiv:2202.00001].\n\n## News\n", description="A deck")
    for number in range(1, count + 1):
        newsletter.paper(f"arxiv:2202.{number:05}", f"Paper {number}")
        newsletter.entry(
            f"2022-03/{number:03}-e{number}",
            f"Sentence of {number}. " * words + f"See [@arxiv:2202.{number:05}].\n",
            arxiv=f"2202.{number:05}",
            name=f"Name{number}",
            description=f"Line of {number}",
        )


def part(newsletter: Newsletter, name: str) -> str:
    file = newsletter.out / "email" / "2022-03" / name
    return file.read_bytes().decode()


def open_message(newsletter: Newsletter) -> EmailMessage:
    file = newsletter.out / "email" / "2022-03" / "message.eml"
    message: EmailMessage = message_from_bytes(file.read_bytes(), policy=SMTP)
    return message


def lines(text: str) -> list[str]:
    return text.rstrip().splitlines()


def rules(result: BuildResult) -> list[str]:
    return [found.rule for found in result.diagnostics]


def test_a_mail_says_what_the_page_says(newsletter: Newsletter) -> None:
    newsletter.settings(settings())
    fill(newsletter, 3)
    assert newsletter.build().diagnostics == ()
    said = plain(part(newsletter, "message.html"))
    for sentence in ("A deck", "Opening", "Name2", "Line of 3", "Paper 1", "Sentence of 3."):
        assert sentence in said
    assert "Unsubscribe" in said
    assert "1 Main Street, Anytown" in said


def test_numbers_lead_to_the_references_of_the_page_on_the_web(newsletter: Newsletter) -> None:
    fill(newsletter, 2)
    newsletter.build()
    html = part(newsletter, "message.html")
    page = "https://example.org/news/editions/2022-03/"
    numbers = re.findall(rf'<a href="{page}#ref-(\d)"[^>]*>(\d)</a>', html)
    assert numbers == [("1", "1"), ("1", "1"), ("2", "2")]
    # an id in a mail would lead nowhere in several clients
    assert " id=" not in html
    assert re.findall(r'(?:href|src)="(?!https://|mailto:)([^"]*)"', html) == []


@pytest.mark.parametrize("budget", [25_000, 32_000, 43_000])
def test_a_mail_never_passes_its_budget_and_folds_as_few_as_possible(
    newsletter: Newsletter, budget: int
) -> None:
    newsletter.settings(settings(budget))
    fill(newsletter, 12)
    result = newsletter.build()
    html = part(newsletter, "message.html")
    assert len(html.encode()) <= budget
    assert rules(result) == ["email-over-budget"]
    whole = [number for number in range(1, 13) if f"Sentence of {number}." in html]
    assert whole == list(range(1, len(whole) + 1))
    assert whole
    folded = f"'e{len(whole) + 1}'"
    assert folded in result.diagnostics[0].message
    for number in range(len(whole) + 1, 13):
        assert f"Line of {number}" in html
        assert f'href="https://example.org/news/editions/2022-03/e{number}/"' in html
    # with one entry more it would not fit
    longest = max(len(piece.encode()) for piece in html.split(' data-entry="'))
    assert len(html.encode()) + longest > budget


@pytest.mark.parametrize("length", [110, 141, 200])
def test_a_mail_whose_clicks_are_counted_is_within_its_budget(
    newsletter: Newsletter, length: int
) -> None:
    newsletter.settings(settings(30_000).replace("link: 0", f"link: {length}"))
    fill(newsletter, 12)
    (mail,) = newsletter.build(explain=True).sizes
    html = part(newsletter, "message.html")
    # as a provider does it
    address = "https://click.example.net/".ljust(length, "x")
    tracked = re.sub(r'(<a [^>]*?href=)"https?:[^"]*"', rf'\1"{address}"', html)
    assert len(html.encode()) == mail.size < len(tracked.encode()) == mail.tracked <= 30_000
    assert any(entry.folded for entry in mail.entries)
    assert sum(entry.shown for entry in mail.entries) < mail.tracked


def test_by_default_room_is_left_for_links_that_are_counted(newsletter: Newsletter) -> None:
    newsletter.settings("email: {from: news@example.org}\n")
    fill(newsletter, 150, words=5)
    assert rules(newsletter.build()) == ["email-over-budget"]
    html = part(newsletter, "message.html")
    links = re.findall(r'<a [^>]*?href="https?:[^"]*"', html)
    assert len(links) > 120
    # Gmail cuts after 102 KB; listmonk's address for a link has three ids of 36 characters
    address = f"https://lists.example.org/link/{'/'.join(['x' * 36] * 3)}"
    assert len(html.encode()) + len(links) * len(address) < 104_448


def test_what_is_folded_is_not_numbered(newsletter: Newsletter) -> None:
    newsletter.settings(settings(24_000))
    fill(newsletter, 12)
    newsletter.edition("2022-03", "Opening.\n\n:::{papers}\n:::\n\nClosing [@arxiv:2202.00012].\n")
    newsletter.build()
    html = part(newsletter, "message.html")
    closing = html[html.index("Closing") :]
    found = re.search(r"#ref-(\d+)\"[^>]*>(\d+)<", closing)
    assert found
    whole = html.count("Sentence of") // 60
    assert found.groups() == ("12", str(whole + 1))
    assert len(re.findall(r'class="reference"', html)) == whole + 1


def test_an_entry_that_must_stay_whole_stays(newsletter: Newsletter) -> None:
    newsletter.settings(settings(24_000))
    fill(newsletter, 8)
    newsletter.entry(
        "2022-03/008-e8", "Kept. " * 50, arxiv="2202.00008", name="Name8", fold="never"
    )
    newsletter.build()
    html = part(newsletter, "message.html")
    assert "Kept." in html
    assert "Sentence of 1." in html
    assert "Sentence of 7." not in html


def test_a_mail_that_cannot_fit_is_an_error_and_not_cut(newsletter: Newsletter) -> None:
    newsletter.settings(settings(13_000))
    fill(newsletter, 3, words=600)
    result = newsletter.build()
    assert [(one.severity, one.rule) for one in result.diagnostics] == [
        ("error", "email-over-budget")
    ]
    assert not newsletter.published()
    assert newsletter.check() == ["editions/2022-03/index.md:1:1 error email-over-budget"]


def test_no_setting_lets_a_mail_pass_its_budget(newsletter: Newsletter) -> None:
    newsletter.settings(settings(13_000) + "check: {email-over-budget: off}\n")
    fill(newsletter, 3, words=600)
    assert [one.severity for one in newsletter.build().diagnostics] == ["error"]
    newsletter.settings(settings(24_000) + "check: {email-over-budget: off}\n")
    fill(newsletter, 12)
    assert newsletter.build().diagnostics == ()
    assert len(part(newsletter, "message.html").encode()) <= 24_000


def test_how_far_a_mail_is_over_its_budget_is_told_as_far_as_it_matters(
    newsletter: Newsletter,
) -> None:
    newsletter.settings(settings(10_000))
    newsletter.edition("2022-03", "> A line.\n\n" * 60)
    (found,) = newsletter.diagnose()
    assert re.match(r"the mail has [1-3]\d,\d{3} bytes with", found.message)
    newsletter.edition("2022-03", "> A line.\n\n" * 2_000)
    (found,) = newsletter.diagnose()
    assert found.message.startswith("the mail has more than 40,000 bytes with")
    (size,) = newsletter.build(explain=True).sizes
    assert size.size > 500_000


def test_a_build_is_explained_by_the_bytes_of_each_entry(newsletter: Newsletter) -> None:
    newsletter.settings(settings(24_000))
    fill(newsletter, 12)
    newsletter.edition("2022-03", "Opening.\n\n:::{papers}\n:::\n\nClosing words.\n")
    (mail,) = newsletter.build(explain=True).sizes
    html = part(newsletter, "message.html").encode()
    assert (mail.edition, mail.budget) == ("2022-03", 24_000)
    assert mail.size == mail.tracked == len(html)
    assert [entry.anchor for entry in mail.entries] == [f"e{number}" for number in range(1, 13)]
    whole = [entry for entry in mail.entries if not entry.folded]
    assert all(entry.shown == entry.whole for entry in whole)
    folded = mail.entries[len(whole) :]
    assert [entry.anchor for entry in whole] == [f"e{n + 1}" for n in range(len(whole))]
    assert all(5 * entry.shown < entry.whole for entry in folded)
    # what stands before and behind the entries is nobody's
    assert sum(entry.shown for entry in mail.entries) < len(html) - 3_000
    # what cannot be mailed is what has to be explained
    newsletter.settings(settings(9_000))
    result = newsletter.build(explain=True)
    assert [one.severity for one in result.diagnostics] == ["error"]
    assert [entry.whole for entry in result.sizes[0].entries][1:] == [
        entry.whole for entry in mail.entries
    ][1:]


def test_what_was_folded_is_told_again_when_nothing_is_made(newsletter: Newsletter) -> None:
    newsletter.settings(settings(24_000))
    fill(newsletter, 12)
    first, second = newsletter.build(), newsletter.build()
    assert second.changes == ()
    assert first.diagnostics == second.diagnostics
    assert rules(second) == ["email-over-budget"]


def test_checking_tells_what_will_be_folded(newsletter: Newsletter) -> None:
    newsletter.settings(settings(24_000))
    fill(newsletter, 12)
    assert newsletter.check() == ["editions/2022-03/index.md:1:1 warning email-over-budget"]
    newsletter.build()
    assert newsletter.check() == ["editions/2022-03/index.md:1:1 warning email-over-budget"]


def test_the_message_opens_without_a_defect(newsletter: Newsletter) -> None:
    newsletter.settings(settings())
    fill(newsletter, 2)
    newsletter.build()
    message = open_message(newsletter)
    everything = [message, *message.iter_parts()]
    assert [one.defects for one in everything] == [[], [], []]
    assert [one.get_content_type() for one in everything] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert message["From"].addresses[0].display_name == "Tést Néws"
    assert message["Reply-To"] == "editors@example.org"
    assert message["Subject"] == "Edition 2022-03"
    assert message["To"].addresses == message["From"].addresses
    assert (message["Date"], message["Message-ID"]) == (None, None)
    assert message["List-ID"] == '"Test News" <news.example.org>'
    assert message["List-Unsubscribe-Post"] is None
    html = message.get_body(("html",))
    assert html
    assert lines(html.get_content()) == lines(part(newsletter, "message.html"))
    text = message.get_body(("plain",))
    assert text
    assert lines(text.get_content()) == lines(part(newsletter, "message.txt"))


def test_a_long_address_to_unsubscribe_stays_an_address(newsletter: Newsletter) -> None:
    token = "t" * 300
    newsletter.settings(settings(token=token))
    fill(newsletter, 1)
    newsletter.build()
    raw = part(newsletter, "message.eml")
    assert f"List-Unsubscribe: <https://example.org/leave?token={token}>,\r\n <mailto:leave" in raw
    assert all(len(line) <= 998 for line in raw.split("\r\n"))
    assert "\n" not in raw.replace("\r\n", "")


def test_without_a_sender_the_message_is_a_draft(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    newsletter.build()
    message = open_message(newsletter)
    assert message["From"] is None
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    assert [one.defects for one in (message, *message.iter_parts())] == [[], [], []]


@pytest.mark.parametrize(
    ("email", "made"),
    [
        ("newest", {"2022-05"}),
        ("all", {"2022-04", "2022-05"}),
        ("none", set()),
        ("2022-04", {"2022-04"}),
        ("2022-04,2022-05", {"2022-04", "2022-05"}),
    ],
)
def test_whose_mail_is_made(newsletter: Newsletter, email: str, made: set[str]) -> None:
    for id_ in ("2022-04", "2022-05", "2022-07"):
        newsletter.edition(id_)
    newsletter.build(email="all")
    newsletter.build(email=email)
    folder = newsletter.out / "email"
    assert {file.name for file in folder.glob("*")} == made


def test_the_title_of_an_edition_cannot_add_a_header(newsletter: Newsletter) -> None:
    newsletter.settings(settings())
    newsletter.edition("2022-03", title='"Ünïcode\\r\\nBcc: x@example.org"')
    newsletter.build()
    message = open_message(newsletter)
    assert message["Bcc"] is None
    assert message["Subject"] == "Ünïcode Bcc: x@example.org"


def test_tex_and_code_are_no_tags_of_a_provider(newsletter: Newsletter) -> None:
    newsletter.settings('email: {from: a@example.org, unsubscribe_url: "{{ leave }}"}\n')
    newsletter.edition("2022-03", "Code `{{ secret }}` and `*|NAME|*`, and $x^{{2}}$.\n")
    newsletter.build()
    html = part(newsletter, "message.html")
    assert re.findall(r"\{\{.*?\}\}", html) == ["{{ leave }}"]
    assert "*|" not in html
    assert "{{ secret }}" in plain(html)
    assert 'href="{{ leave }}"' in html
    assert "{{ secret" not in part(newsletter, "message.txt")


def test_math_is_text_and_headings_have_no_links(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "Sums of $x^2$")
    newsletter.entry("2022-03/01-a", "Costs $O(n^2)$.\n", arxiv="2202.00001")
    newsletter.edition("2022-03", "## What $8.4^4$ is\n\nText[^1].\n\n[^1]: A note.\n")
    newsletter.build()
    html = part(newsletter, "message.html")
    assert "<math" not in html
    assert "8.4⁴" in html
    assert "<i>O</i>(<i>n²</i>)" in html
    assert "anchor" not in html
    assert 'href="https://example.org/news/editions/2022-03/#' in html


def test_no_id_and_no_class_is_left_without_use(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    newsletter.build()
    html = part(newsletter, "message.html")
    for unknown in ("<svg", "<picture", "srcset", "display:grid", "display:flex", "position:"):
        assert unknown not in html
    assert "var(--" not in html


@pytest.mark.parametrize(("lines", "is_coloured"), [(33, True), (34, False)])
def test_code_has_colours_that_mail_programs_show(
    newsletter: Newsletter, lines: int, *, is_coloured: bool
) -> None:
    # three parts a line; where they are very many the mail would be long
    newsletter.edition("2022-03", "```python\n" + "def f(): 1\n" * lines + "```\n")
    newsletter.build()
    html = part(newsletter, "message.html")
    assert (html.count('<span class="k" style="color:#8b2d58">def</span>') == lines) == is_coloured
    assert ("def f(): 1\ndef f(): 1\n" in html) == (not is_coloured)
    assert "def f(): 1\n" in part(newsletter, "message.txt")


def theme(newsletter: Newsletter, name: str, text: str) -> None:
    newsletter.write(f"themes/{name}", text)


def test_a_site_may_override_one_template_of_the_mail(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    macros = (BUNDLED / "paper/mail/macros.html").read_text()
    theme(newsletter, "paper/mail/macros.html", macros.replace('class="byline"', 'title="ours"'))
    assert newsletter.build().diagnostics == ()
    html = part(newsletter, "message.html")
    assert 'title="ours"' in html
    assert "Sentence of 1." in html


def test_a_mistake_in_a_mail_template_is_told_at_its_line(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    theme(newsletter, "paper/mail/message.html", "<p>\n{{ edition.titel }}\n</p>\n")
    expected = ["themes/paper/mail/message.html:2:12 error theme-error"]
    assert newsletter.check() == expected
    assert [brief(found) for found in newsletter.build().diagnostics] == expected


def test_a_theme_without_mail_templates_makes_none(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    bare = newsletter.root / "themes/bare"
    shutil.copytree(BUNDLED / "paper", bare, ignore=shutil.ignore_patterns("mail"))
    told = (BUNDLED / "paper/theme.yaml").read_text().replace("name: paper", "name: bare")
    theme(newsletter, "bare/theme.yaml", told)
    newsletter.settings("theme: bare\n")
    newsletter.edition("2022-03", "![A plot](wide.png)\n")
    write_picture(newsletter, "2022-03/wide.png", (1400, 700))
    result = newsletter.build()
    assert (result.diagnostics, result.mails) == ((), ())
    assert not (newsletter.out / "email").exists()
    # feeds are made all the same, and show what every reader shows
    assert "2022-03/wide.mail.png" in newsletter.page("feed.xml")
