"""`subscribe:`, `social:` and `comments:` in site.yaml."""

from __future__ import annotations

import pytest

from digest.settings.config import Settings, parse_settings
from digest.settings.readerconfig import SocialLink, Subscription, discussion_of

LEAST = "title: T\nurl: https://example.org/news\n"
FORM = "https://buttondown.com/api/emails/embed-subscribe/trends"


def read(text: str) -> tuple[Settings, list[tuple[int, str, str, str]]]:
    found = parse_settings(LEAST + text)
    told = [(one.column, one.rule, one.message, one.hint) for one in found.diagnostics]
    return found.value, told


def subscription(text: str) -> Subscription:
    settings, told = read(f"subscribe: {text}\n")
    assert told == []
    assert settings.subscribe is not None
    return settings.subscribe


def test_a_form_has_the_field_that_its_provider_knows() -> None:
    assert subscription(f"{{form: {FORM}}}").field == "email"
    mailchimp = "https://x.us1.list-manage.com/subscribe/post?u=1&id=2"
    assert subscription(f"{{form: '{mailchimp}'}}").field == "EMAIL"
    assert subscription(f"{{form: '{mailchimp}', field: MERGE0}}").field == "MERGE0"
    assert subscription("{form: https://example.org/join, field: 'fields[email]'}").field == (
        "fields[email]"
    )


def test_what_is_posted_besides_may_stand_several_times() -> None:
    form = "https://lists.example.org/subscription/form"
    found = subscription(f"{{form: {form}, hidden: {{l: [a-1, b-2], from: site}}}}")
    assert found.hidden == (("l", "a-1"), ("l", "b-2"), ("from", "site"))


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{{form: {FORM}}}", ("https://buttondown.com",)),
        (f"{{form: {FORM}, thanks: https://buttondown.com/t}}", ("https://buttondown.com",)),
        (
            "{form: https://Lists.Example.org:9000/join, thanks: https://example.com/thanks}",
            ("https://lists.example.org:9000", "https://example.com"),
        ),
        ("{form: https://bücher.example/join}", ("https://xn--bcher-kva.example",)),
        ("{form: http://127.0.0.1:8000/join}", ("http://127.0.0.1:8000",)),
        ("{url: https://example.org/join}", ()),
    ],
)
def test_which_hosts_the_form_may_lead_to(text: str, hosts: tuple[str, ...]) -> None:
    assert subscription(text).hosts == hosts


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "'data:text/html,x'",
        "//example.org/join",
        "/join",
        "https://ada:secret@example.org/join",
        "https://ada@example.org/join",
        "'https://example.org/\"><script>alert(1)</script>'",
        "https://example.org/<b>",
        "'https://example.org/a b'",
        "https:example.org",
        "'https://example.org;script-src/'",
        "'https://[::1]/join'",
        "'https://*/join'",
        "http://example.org/join",
        "http://localhost.example.org/join",
    ],
)
def test_a_form_leads_to_a_sound_address(address: str) -> None:
    settings, told = read(f"subscribe: {{form: {address}}}\n")
    assert settings.subscribe is None
    ((_, rule, message, _),) = told
    assert rule == "field-type"
    assert "secret" not in message


@pytest.mark.parametrize("setting", ["subscribe: {{url: {}}}", "social: [{{name: A, url: {}}}]"])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "'JavaScript:alert(1)'",
        "https://ada:secret@example.org/",
        "'https://example.org/\"onclick=x'",
        "'https://example.org/\\'",
    ],
)
def test_no_link_leads_to_an_unsound_one(setting: str, address: str) -> None:
    settings, told = read(setting.format(address) + "\n")
    assert (settings.subscribe, settings.social_links) == (None, ())
    assert [rule for _, rule, _, _ in told] == ["field-type"]


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("{}", "field-missing", "{"),
        ("{privacy: /privacy/}", "field-missing", "{"),
        (f"{{form: {FORM}, url: https://example.org/}}", "field-type", "https://example.org/"),
        ("{form: https://buttondown.com/trends}", "field-type", "https:"),
        ("{form: https://lists.example.org/subscription/form}", "field-missing", "https:"),
        ("{form: https://x.us1.list-manage.com/subscribe/post}", "field-type", "https:"),
        ("{fomr: https://example.org/}", "field-unknown", "fomr"),
        (f"{{form: {FORM}, field: a b}}", "field-type", "a b"),
        (f"{{form: {FORM}, privacy: privacy.md}}", "field-type", "privacy.md"),
        (f"{{form: {FORM}, privacy: //example.org/}}", "field-type", "//example"),
        (f"{{form: {FORM}, privacy: 'javascript:x'}}", "field-type", "'javascript"),
        ("true", "field-type", "true"),
        ("{form: https://buttondown.com/}", "field-type", "https:"),
        ("{form: https://www.buttondown.com/trends}", "field-type", "https:"),
        (f"{{form: {FORM.replace('.com', '.email')}}}", "field-type", "https:"),
        ("{form: https://news.example.org/#/portal/signup}", "field-type", "https:"),
        ("{form: https://x.org/subscription/form/}", "field-missing", "https:"),
        ("{form: https://x.org/subscription/form, hidden: {l: }}", "field-missing", "https:"),
        ("{form: 'https://x.us1.list-manage.com/subscribe/post-json?u=1&id=2'}", "field-type", "'"),
        ("{form: 'https://x.us1.list-manage.com/subscribe?u=1&id=2'}", "field-type", "'"),
        ("{form: 'https://x.us1.list-manage.com/subscribe/post?u=1&amp;id=2'}", "field-type", "'"),
        (f"{{form: {FORM}, hidden: {{'': x}}}}", "field-type", "''"),
        (f"{{form: {FORM}, hidden: {{email: x}}}}", "field-type", "{email"),
        (f"{{form: {FORM}, hidden: [a]}}", "field-type", "[a]"),
        (f"{{form: {FORM}, thanks: 'https://*.example.org/'}}", "field-type", "'https://*"),
        (f"{{form: {FORM}, thanks: 'https://[::1]/'}}", "field-type", "'https://["),
        ("{url: https://example.org/, hidden: {a: b}}", "field-doubtful", "{a"),
        ("{url: https://example.org/, thanks: https://a.org/}", "field-doubtful", "https://a"),
    ],
)
def test_a_mistake_is_told_where_it_stands(text: str, rule: str, at: str) -> None:
    _, told = read(f"subscribe: {text}\n")
    assert {(one[0], one[1]) for one in told} >= {(len("subscribe: ") + text.index(at) + 1, rule)}


def test_links_stand_alone_or_beside_what_has_a_picture() -> None:
    link = "{name: Mastodon, url: https://example.social/@ada}"
    shown = (SocialLink("Mastodon", "https://example.social/@ada"),)
    settings, told = read(f"social: [{link}]\n")
    assert (settings.social_links, settings.social_cards, told) == (shown, "editions", [])
    settings, told = read(f"social: {{cards: none, links: [{link}]}}\n")
    assert (settings.social_links, settings.social_cards, told) == (shown, "none", [])
    _, told = read("social: [https://example.org/@ada]\n")
    assert [one[3] for one in told] == ["write {name: …, url: https://example.org/@ada}"]
    for typed in ("{Mastodon: https://a.b/}", "[{Mastodon: https://a.b/}]"):
        _, told = read(f"social: {typed}\n")
        (hint,) = (one[3] for one in told)
        assert "{name: Mastodon, url: https://a.b/}" in hint
        assert read(f"social: [{hint.strip('write []')}]\n")[1] == []
    for typed in ("https://a.b/", "{name: A, url: https://a.b/}"):
        _, told = read(f"social: {typed}\n")
        assert [one[2].split(",")[0] for one in told] == ["social is a list of links"]
    _, told = read("social: [{name: '', url: https://example.org/}]\n")
    assert [rule for _, rule, _, _ in told] == ["field-type"]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/talk", "https://example.org/talk"),
        ("https://example.org/{edition}", "https://example.org/2022-03%20b"),
        (
            "https://example.org/?u={url}&e={edition}",
            "https://example.org/?u=https%3A%2F%2Fx.org%2F%3Fa&e=2022-03%20b",
        ),
    ],
)
def test_where_an_edition_is_discussed(typed: str, address: str) -> None:
    assert read(f"comments: '{typed}'\n") == read(f"comments: {{url: '{typed}'}}\n")
    settings, told = read(f"comments: {{url: '{typed}'}}\n")
    assert told == []
    assert discussion_of(settings.comments, "2022-03 b", "https://x.org/?a") == address


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("https://example.org/{edtion}", "field-unknown"),
        ("https://example.org/{}", "field-unknown"),
        ("https://{edition}.example.org/", "field-type"),
        ("https://example.org/{{edition}}", "field-type"),
        ("https://example.org/{edition", "field-type"),
        ("javascript:{edition}", "field-type"),
        ("https://a:b@example.org/{edition}", "field-type"),
    ],
)
def test_an_address_for_discussions_is_checked(typed: str, rule: str) -> None:
    settings, told = read(f"comments: {{url: '{typed}'}}\n")
    assert settings.comments == ""
    assert [one[1] for one in told] == [rule]
