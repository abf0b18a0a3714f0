"""What a reader of the mail has before, between and behind its papers, in HTML and in text."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import SMTP
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.mails import write_everything
from tests.newsletter import plain

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

URL = "https://example.org/news/editions/2022-03/"


def part(newsletter: Newsletter, name: str = "message.html") -> str:
    result = newsletter.build()
    assert [one for one in result.diagnostics if one.severity == "error"] == []
    return (newsletter.out / "email/2022-03" / name).read_text()


def body(newsletter: Newsletter) -> str:
    """Return what a webmail leaves of a mail: what is in its body."""
    return part(newsletter).partition("<body")[2].partition(">")[2].partition("</body>")[0]


def fill(newsletter: Newsletter, count: int, settings: str = "", **fields: str) -> None:
    newsletter.settings(settings)
    newsletter.edition("2022-03", "Opening.\n\n:::{papers}\n:::\n\nClosing.\n", **fields)
    for number in range(1, count + 1):
        newsletter.paper(f"arxiv:2202.{number:05}", f"Paper {number} on $x^2$")
        named = {"name": f"Name{number}", "description": f'"*Line* {number}"'} if number < 3 else {}
        newsletter.entry(f"2022-03/{number:02}-e{number}", arxiv=f"2202.{number:05}", **named)


# --- the papers at its head ---


def test_the_papers_stand_at_the_head_each_with_its_place_on_the_web(
    newsletter: Newsletter,
) -> None:
    fill(newsletter, 3)
    head = part(newsletter).partition("Opening.")[0].partition("In this edition")[2]
    assert re.findall(r'href="([^"]*)"', head) == [f"{URL}e{number}/" for number in (1, 2, 3)]
    rows = [plain(row).strip() for row in re.findall(r"<tr>.*?</tr>", head, re.DOTALL)]
    assert [row.replace("\u2002", " ") for row in rows] == [
        "1 Name1 Line 1",
        "2 Name2 Line 2",
        "3 Paper 3 on x²",
    ]
    text = part(newsletter, "message.txt").partition("\nOpening.")[0]
    assert text.endswith(
        "In this edition\n---------------\n\n"
        f"1. Name1: Line 1 <{URL}e1/>\n"
        f"2. Name2: Line 2 <{URL}e2/>\n"
        f"3. Paper 3 on x² <{URL}e3/>\n"
    )


def test_one_paper_needs_no_list(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    assert "In this edition" not in part(newsletter)
    assert "In this edition" not in part(newsletter, "message.txt")


def test_a_mail_that_is_a_list_has_no_other(newsletter: Newsletter) -> None:
    fill(newsletter, 90, "email: {budget: 60000}\n")
    html = part(newsletter)
    assert "In this edition" not in html
    assert html.count(f'href="{URL}e90/"') == 1
    assert "In this edition" not in part(newsletter, "message.txt")


# --- behind them ---


@pytest.mark.parametrize(
    ("closing", "is_apart"), [("Closing.", True), ("- Closing.", True), ("## Closing\n\nX.", False)]
)
def test_closing_words_are_no_part_of_the_last_paper(
    newsletter: Newsletter, closing: str, *, is_apart: bool
) -> None:
    fill(newsletter, 2)
    newsletter.edition("2022-03", f"Opening.\n\n:::{{papers}}\n:::\n\n{closing}\n")
    html = part(newsletter)
    between = html[html.rindex('data-entry="e2"') : html.index("Closing")]
    assert ("<hr" in between) is is_apart
    assert "<hr" not in html.partition("Opening.")[0]


def test_a_reader_to_whom_it_was_forwarded_can_subscribe(newsletter: Newsletter) -> None:
    ways = f"subscribe_url: {URL}in, preferences_url: {URL}me, unsubscribe_url: {URL}x"
    fill(newsletter, 1, f"email: {{{ways}}}\n")
    foot = part(newsletter).rpartition("Closing.")[2]
    links = re.findall(rf'<a [^>]*href="{URL}(\w+)"[^>]*>(.*?)</a>', foot)
    assert links == [("in", "Subscribe"), ("me", "Your preferences"), ("x", "Unsubscribe")]
    assert "Was this forwarded to you? Subscribe" in plain(foot)
    text = part(newsletter, "message.txt")
    assert f"Was this forwarded to you? Subscribe\n<{URL}in>\n" in text
    assert f"\nYour preferences <{URL}me>\nUnsubscribe <{URL}x>\n" in text
    fill(newsletter, 1)
    assert "forwarded" not in part(newsletter)


@pytest.mark.parametrize(
    ("subscribe", "address"),
    [
        (
            "{form: https://lists.example.net/in, privacy: /p/}",
            "https://example.org/news/subscribe/",
        ),
        ("{url: https://example.net/in}", "https://example.net/in"),
    ],
)
def test_where_one_subscribes_on_the_web_one_does_from_the_mail(
    newsletter: Newsletter, subscribe: str, address: str
) -> None:
    fill(newsletter, 1, f"subscribe: {subscribe}\n")
    newsletter.write("content/pages/p.md", "---\ntitle: Privacy\n---\n")
    assert f'href="{address}"' in part(newsletter).rpartition("forwarded")[2]


def test_a_provider_fills_its_tags_wherever_they_stand(newsletter: Newsletter) -> None:
    tags = {
        "to": "*|EMAIL|*",
        "subject": "*|FNAME|*: {title}",
        "address": "c/o *|LIST:ADDRESSLINE|*",
        "subscribe_url": "*|LIST:SUBSCRIBE|*",
        "preferences_url": "*|UPDATE_PROFILE|*",
        "unsubscribe_url": "https://x.us1.list-manage.com/unsubscribe?u=1&id=2&e=*|UNIQID|*",
    }
    lines = "".join(f'  {name}: "{value}"\n' for name, value in tags.items())
    fill(newsletter, 1, f"email:\n  from: a@example.org\n{lines}", title='"*|MC:SUBJECT|*"')
    newsletter.write(
        "content/editions/2022-03/01-e1.md",
        "---\narxiv: 2202.00001\n---\n`*|MINE|*` and [a link](https://example.org/*|X|*)\n",
    )
    html, text = part(newsletter), part(newsletter, "message.txt")
    inside = {"*|LIST:ADDRESSLINE|*", "*|LIST:SUBSCRIBE|*", "*|UPDATE_PROFILE|*", "*|UNIQID|*"}
    found = r"\*\|[^|]*\|\*"
    assert {*re.findall(found, html)} == {*re.findall(found, text)} == inside
    assert 'unsubscribe?u=1&amp;id=2&amp;e=*|UNIQID|*"' in html
    raw = (newsletter.out / "email/2022-03/message.eml").read_bytes()
    message = message_from_bytes(raw, policy=SMTP)
    assert message["Subject"] == "*|FNAME|*: * |MC:SUBJECT|*"
    assert b"\r\nTo: *|EMAIL|*\r\n" in raw
    assert message["List-Unsubscribe"] == f"<{tags['unsubscribe_url']}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("provider", ["buttondown", "ghost", "{name: mailchimp, list: a1}"])
def test_what_the_provider_would_take_for_a_tag_is_none(
    newsletter: Newsletter, provider: str
) -> None:
    typed = "*|FNAME|*" if "mailchimp" in provider else "{{ subscriber }}"
    fill(newsletter, 1, f"email: {{provider: {provider}}}\n", title=f'"{typed} explained"')
    assert typed not in part(newsletter) + part(newsletter, "message.txt")
    assert typed not in (newsletter.out / "email/2022-03/message.eml").read_text()
    fill(newsletter, 1, title=f'"{typed} explained"')
    assert typed in part(newsletter, "message.txt")


@pytest.mark.parametrize(
    ("url", "more", "is_promised"),
    [
        ("https://example.org/leave", "", False),
        ("https://example.org/leave", "one_click: true", True),
        ("https://example.org/leave?id={{ id }}", "", True),
        ("{{ leave }}", "", True),
        ("{{ base }}/leave?a=1&b=2", "", True),
        ("http://example.org/leave?id={{ id }}", "", False),
        ("http://example.org/leave", "one_click: true", False),
    ],
)
def test_one_click_is_promised_where_one_click_is_enough(
    newsletter: Newsletter, url: str, more: str, *, is_promised: bool
) -> None:
    fill(newsletter, 1, f'email: {{from: a@b.org, unsubscribe_url: "{url}", {more}}}\n')
    assert f'href="{url.replace("&", "&amp;")}"' in part(newsletter)
    raw = (newsletter.out / "email/2022-03/message.eml").read_bytes()
    message = message_from_bytes(raw, policy=SMTP)
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert (message["List-Unsubscribe-Post"] is not None) is is_promised


def test_brackets_in_a_name_are_no_provider_s(newsletter: Newsletter) -> None:
    fill(newsletter, 1, 'email: {from: "News [Lab] <a@b.org>", address: "{Here} 1"}\n')
    newsletter.edition("2022-03", "As `[x]` and `{y}`.\n")
    assert "News [Lab]" in plain(part(newsletter))
    text = part(newsletter, "message.txt")
    assert "As `[x]` and `{y}`." in text
    assert "News [Lab] <a@b.org> · {Here} 1" in " ".join(text.split())


# --- its subject ---


@pytest.mark.parametrize(
    ("setting", "fields", "subject"),
    [
        ("", {}, "Edition 2022-03"),
        ("", {"subject": '"Ten papers: $O(n^2)$"'}, "Ten papers: O(n²)"),
        ("{title}: {description}", {"description": "A deck"}, "Edition 2022-03: A deck"),
        ("{title}: {description}", {}, "Edition 2022-03"),
        ("{newsletter} {number} – {title}", {"number": 7}, "Test News 7 – Edition 2022-03"),
        ("{number} – {title}", {}, "Edition 2022-03"),
        ("{number}. {title}", {}, "Edition 2022-03"),
        ("{newsletter} No. {number}: {title} ({description})", {}, "Test News: Edition 2022-03"),
        ("{newsletter} #{number}: {title}", {"number": 7}, "Test News #7: Edition 2022-03"),
        ("[{newsletter}] {title}", {}, "[Test News] Edition 2022-03"),
        ("[{newsletter}] No. {number}: {title}", {}, "[Test News]: Edition 2022-03"),
        ("[{newsletter} #{number}] {title}", {}, "[Test News] Edition 2022-03"),
        ("{title} [No. {number}]", {}, "Edition 2022-03"),
        ("{description}", {}, "Edition 2022-03"),
        ("{newsletter}", {"subject": "Its own"}, "Its own"),
        ("%%{name}%%, {title}", {}, "%%{name}%%, Edition 2022-03"),
        ('{name, \\"you\\"}, {title}', {}, '{name, "you"}, Edition 2022-03'),
        ("${name}: {title}", {}, "${name}: Edition 2022-03"),
    ],
)
def test_the_subject_is_the_edition_s_or_made_by_the_setting(
    newsletter: Newsletter, setting: str, fields: dict[str, str], subject: str
) -> None:
    fill(newsletter, 1, f'email: {{subject: "{setting}"}}\n' if setting else "", **fields)
    part(newsletter)
    raw = (newsletter.out / "email/2022-03/message.eml").read_bytes()
    assert message_from_bytes(raw, policy=SMTP)["Subject"] == subject
    assert "<title>Edition 2022-03</title>" in part(newsletter)


# --- languages, where webmails leave nothing but the body ---


def test_who_sends_the_mail_stays_in_order_where_text_runs_from_the_right(
    newsletter: Newsletter,
) -> None:
    newsletter.settings('email: {from: "עלון <news@example.org>", address: Street 1}\n')
    newsletter.edition("2022-03", lang="he")
    spans = re.findall(r'<span dir="auto">(.*?)</span>', part(newsletter))
    assert spans[-2:] == ["עלון &lt;news@example.org&gt;", "Street 1"]


def test_lines_of_papers_run_as_the_edition_does(newsletter: Newsletter) -> None:
    line = "قالت إيمي"
    newsletter.settings("email: {from: a@example.org, budget: 25000}\n")
    newsletter.edition("2022-03")
    for number in (1, 2, 3):
        newsletter.paper(f"arxiv:2202.0000{number}")
        place, paper = f"2022-03/0{number}-e{number}", f"2202.0000{number}"
        text = "Words. " * 800
        newsletter.entry(place, text, arxiv=paper, name="DSI", description=line, lang="ar")
    html = part(newsletter)
    glance = re.findall(r'<td class="glance"[^>]*>(.*?)</td>', html)
    folded = re.findall(r'<p class="folded"[^>]*>(.*?)</p>', html)
    # the name stands beside the number, whatever the language of the rest
    assert len(glance) == 3
    assert len(folded) == 1
    for one in glance + folded:
        assert re.search(rf'>DSI</a>.*<span (?=[^>]*lang="ar")(?=[^>]*dir="rtl")[^>]*>{line}<', one)
    cells = re.findall(r'<(?:td class="glance|p class="folded)[^>]*>', html)
    assert not any("rtl" in cell for cell in cells)


def test_what_a_webmail_leaves_tells_its_language_and_direction(newsletter: Newsletter) -> None:
    newsletter.settings("email: {from: a@example.org}\n")
    newsletter.edition(
        "2022-03",
        "قالت إيمي: «BERT يكفي» (ربما) BERT [@arxiv:2202.00001].\n\n```\na = (1)\n```\n",
        lang="ar",
        title="مارس",
    )
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-03/01-a", "Text (really).\n\n- a\n", arxiv="2202.00001", lang="en")
    html = body(newsletter)
    assert re.match(r'\s*<div lang="ar" dir="rtl">', html)
    # Outlook for Windows takes the order of columns from each table
    layout = re.findall(r'<table (?=[^>]*class="(?:page|column|bar|list)")[^>]*>', html)
    assert len(layout) >= 3
    assert all('dir="rtl"' in table for table in layout)
    (entry,) = re.findall(r'<tr data-entry="a"><td ([^>]*)>', html)
    assert 'lang="en"' in entry
    assert 'dir="ltr"' in entry
    assert "text-align:left" in entry
    assert '<pre dir="ltr"' in html
    # Gmail and Outlook take the element bdi away
    assert "<bdi>" not in html
    assert '<span dir="auto">A Paper</span></a>' in html
    # a point behind a Latin word stands on the side of the line's end
    assert re.search(r'BERT\.<sup (?=[^>]*dir="ltr")[^>]*class="cite"', html)
    feed = unescape(newsletter.page("feed.xml"))
    assert 'BERT.<sup dir="ltr"><a' in feed
    assert '<pre dir="ltr"><code>' in feed
    # the date, whose words run from the right, is kept from the identifiers beside it
    facts = html[html.index('class="facts"') :].partition("</p>")[0]
    assert re.findall(r'<span dir="auto">(.*?)</span>', facts)[:2] == ["arXiv:2202.00001", "cs.CL"]


def test_an_english_mail_tells_its_language_too(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    assert re.match(r'\s*<div lang="en" dir="ltr">', body(newsletter))


# --- what clients do with its style ---


def test_space_within_is_that_of_cells_alone(newsletter: Newsletter) -> None:
    write_everything(newsletter)
    html = body(newsletter)
    padded = re.compile(r'<(\w+) [^>]*style="[^"]*padding[\w-]*:(?!0[;"])[^"]*"')
    # Outlook for Windows knows it there alone; a key is framed closer there
    assert {found[1] for found in padded.finditer(html)} == {"td", "th", "kbd"}
    for list_ in re.findall(r'<[uo]l [^>]*style="([^"]*)"', html):
        assert "margin-left:24px" in list_


def test_the_line_beside_the_subject_is_hidden_and_not_of_the_colour_of_its_ground(
    newsletter: Newsletter,
) -> None:
    fill(newsletter, 1, description="A deck")
    (style,) = re.findall(r'<div class="preheader" style="([^"]*)">A deck', part(newsletter))
    assert "display:none" in style
    assert "color" not in style


def test_a_picture_that_is_blocked_in_the_dark_is_dark(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    dark = part(newsletter).partition("prefers-color-scheme: dark")[2].partition("</style>")[0]
    assert re.search(r"\nimg \{ background-color: #282522 !important", dark)


def test_numbers_of_references_are_as_soft_in_the_dark_as_by_day(newsletter: Newsletter) -> None:
    fill(newsletter, 1)
    dark = part(newsletter).partition("prefers-color-scheme: dark")[2].partition("</style>")[0]
    (soft,) = (rule for rule in dark.splitlines() if rule.startswith(".small, "))
    assert "sup a" in soft.partition(" {")[0].split(", ")


def test_a_quotation_s_line_ends_with_its_text(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "> One\n>\n> Two\n>\n> > Within\n")
    newsletter.build()
    html = part(newsletter)
    styles = re.findall(r'style="([^"]*)">(?:One|Two|Within)<', html)
    assert [style.endswith("margin-bottom:0") for style in styles] == [False, False, True]
    (_outer, inner) = re.findall(r'<div class="boxed" style="([^"]*)"', html)
    assert inner.endswith("margin-bottom:0")
