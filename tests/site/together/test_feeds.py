"""What feeds hold, how their items are known, and what their dates come from."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from digest.site.dating import begin_of_day
from tests.feedrules import addresses_in, check_feed, read_feed
from tests.published import SHOWCASE_URL, Published

if TYPE_CHECKING:
    from pathlib import Path

    from tests.feedrules import Feed
    from tests.newsletter import Newsletter

FEED = re.compile(r"(tags/[^/]+/)?feed\.xml|rss\.xml|feed\.json")
HOME = "url: https://news.university.edu/club/\ntitle: Club\n"


def feed(newsletter: Newsletter, path: str = "feed.xml") -> Feed:
    return read_feed(newsletter.tree()[path])


def ids(newsletter: Newsletter, path: str = "feed.xml") -> list[str]:
    return [item.id for item in feed(newsletter, path).items]


def fill(newsletter: Newsletter) -> None:
    """Write two editions with an entry each, at an address that is somebody's own."""
    newsletter.write("content/site.yaml", HOME)
    newsletter.paper("arxiv:2202.00001")
    newsletter.paper("arxiv:2202.00002")
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    newsletter.entry("2022-02/01-a", arxiv="2202.00001", tags=["t", "u"])
    newsletter.entry("2022-03/01-b", arxiv="2202.00002", tags=["t"])


# --- what they hold ---


def test_the_sites_feed_has_editions_and_a_topics_has_entries(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    assert [item.title for item in feed(newsletter).items] == ["Edition 2022-03", "Edition 2022-02"]
    own = feed(newsletter, "tags/t/feed.xml").items
    assert [urlsplit(item.url).path for item in own] == [
        "/club/editions/2022-03/b/",
        "/club/editions/2022-02/a/",
    ]


def test_a_feed_holds_as_many_as_the_site_says_and_the_newest(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.write("content/site.yaml", HOME + "feeds: {items: 1}\n")
    newsletter.build()
    assert [item.title for item in feed(newsletter).items] == ["Edition 2022-03"]
    (item,) = feed(newsletter, "tags/t/feed.xml").items
    assert item.url.endswith("/editions/2022-03/b/")


def test_a_site_with_nothing_in_it_has_feeds(newsletter: Newsletter) -> None:
    newsletter.build()
    for path in ("feed.xml", "rss.xml", "feed.json"):
        assert check_feed(newsletter.tree()[path]) == []
        assert feed(newsletter, path).items == ()


def test_an_edit_rewrites_the_feeds_that_show_it_and_no_other(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    newsletter.entry("2022-03/01-b", "Other.\n", arxiv="2202.00002", tags=["t"])
    changed = {change.path.removeprefix("site/") for change in newsletter.build().changes}
    assert {path for path in changed if FEED.fullmatch(path)} == {
        *("feed.xml", "rss.xml", "feed.json", "tags/t/feed.xml")
    }


def test_what_a_feed_does_not_show_does_not_make_it_anew(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    # the older edition's neighbour is named on its page, and the theme is nothing to a feed
    newsletter.edition("2022-03", title="Another")
    newsletter.write("themes/paper/static/more.css", "p {}")
    made = {path.removeprefix("site/") for path, _ in newsletter.build().reasons}
    assert {path for path in made if FEED.fullmatch(path)} == {"feed.xml", "rss.xml", "feed.json"}


# --- ids ---


def test_an_id_stays_whatever_a_title_the_order_and_the_base_url_are(
    newsletter: Newsletter,
) -> None:
    fill(newsletter)
    newsletter.build()
    known = ids(newsletter), ids(newsletter, "tags/t/feed.xml")
    assert known[0][0] == "https://news.university.edu/club/editions/2022-03/"
    assert known[1][0] == "https://news.university.edu/club/editions/2022-03/b/"
    newsletter.delete("content/editions/2022-03/01-b.md")
    newsletter.entry("2022-03/07-b", arxiv="2202.00002", tags=["t"], name="New", date="2022-01-01")
    newsletter.edition("2022-03", title="New", date="2022-03-20", number=7)
    newsletter.build(base_url="https://elsewhere.net/")
    assert (ids(newsletter), ids(newsletter, "tags/t/feed.xml")) == known
    assert feed(newsletter).items[0].url == "https://elsewhere.net/editions/2022-03/"


def test_what_is_renamed_keeps_its_id_by_its_alias(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    known = ids(newsletter), ids(newsletter, "tags/t/feed.xml")
    newsletter.delete("content/editions/2022-03/01-b.md")
    newsletter.delete("content/editions/2022-03/index.md")
    newsletter.edition(
        "march", date="2022-03-02", aliases=["/spring/", "/editions/2022-03/", "/editions/third/"]
    )
    newsletter.entry("march/01-b", arxiv="2202.00002", tags=["t"])
    # the entry has no alias of its own, and is known by its edition's
    assert newsletter.build().diagnostics == ()
    assert (ids(newsletter), ids(newsletter, "tags/t/feed.xml")) == known
    newsletter.delete("content/editions/march/01-b.md")
    newsletter.entry("march/01-c", arxiv="2202.00002", tags=["t"], aliases=["/editions/2022-03/b/"])
    newsletter.build()
    assert (ids(newsletter), ids(newsletter, "tags/t/feed.xml")) == known


def test_no_two_items_have_one_id(newsletter: Newsletter) -> None:
    fill(newsletter)
    # an entry that has moved on, and another that has its name in the edition that was renamed
    newsletter.edition("2022-04", aliases=["/editions/2022-01/"])
    newsletter.entry(
        "2022-03/02-moved", arxiv="2202.00001", tags=["t"], aliases=["/editions/2022-01/x/"]
    )
    newsletter.entry("2022-04/01-x", arxiv="2202.00002", tags=["t"])
    newsletter.build()
    found = ids(newsletter, "tags/t/feed.xml")
    assert len(set(found)) == len(found) == 4
    assert "https://news.university.edu/club/editions/2022-01/x/" in found


def test_a_newsletter_that_moves_keeps_its_ids_by_its_first_address(
    newsletter: Newsletter,
) -> None:
    fill(newsletter)
    newsletter.build()
    before = newsletter.tree()["feed.xml"].decode()
    newsletter.write(
        "content/site.yaml",
        "url: https://club.net/\ntitle: Club\n"
        "feeds: {first_url: https://news.university.edu/club}\n",
    )
    newsletter.build()
    after = newsletter.tree()["feed.xml"].decode()
    assert re.findall("<id>.*</id>", after) == re.findall("<id>.*</id>", before)
    assert '<link rel="self" type="application/atom+xml" href="https://club.net/feed.xml"' in after


def test_an_address_that_is_nobodys_makes_no_id(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build(base_url="https://user.github.io/repo/")
    assert ids(newsletter) == ["https://user.github.io/repo/editions/2022-03/"]


# --- dates ---


def updated(newsletter: Newsletter, path: str = "feed.xml") -> list[str]:
    return [str(item.updated.date()) for item in feed(newsletter, path).items if item.updated]


def test_an_item_appears_when_its_day_begins_where_it_is_made(newsletter: Newsletter) -> None:
    newsletter.settings("timezone: Europe/Amsterdam\n")
    newsletter.edition("2022-03")
    newsletter.build()
    (item,) = feed(newsletter).items
    assert item.published == item.updated
    assert item.published.isoformat() == "2022-03-02T00:00:00+01:00"
    assert feed(newsletter, "rss.xml").items[0].published == item.published


def test_an_item_changes_when_an_editor_says_so_and_nobody_else(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build()
    assert updated(newsletter) == ["2022-03-02", "2022-02-02"]
    newsletter.edition("2022-02", updated="2022-02-10")
    newsletter.build()
    assert updated(newsletter) == ["2022-03-02", "2022-02-10"]
    newsletter.entry("2022-02/01-a", arxiv="2202.00001", tags=["t", "u"], updated="2022-05-01")
    newsletter.build()
    assert updated(newsletter) == ["2022-03-02", "2022-05-01"]
    assert updated(newsletter, "tags/t/feed.xml") == ["2022-03-02", "2022-05-01"]
    assert "<updated>2022-05-01T00:00:00+00:00</updated>\n<link" in (
        newsletter.tree()["feed.xml"].decode()
    )
    assert "<lastBuildDate>Sun, 01 May 2022" in newsletter.tree()["rss.xml"].decode()
    before = {path: data for path, data in newsletter.tree().items() if FEED.fullmatch(path)}
    sitemap = newsletter.tree()["sitemap.xml"]
    newsletter.paper("arxiv:2202.00001", facts={"version": 3, "updated": "2022-05-20"})
    newsletter.paper("arxiv:2202.00002", facts={"version": 2, "updated": "2022-05-21"})
    newsletter.build()
    assert before.items() <= newsletter.tree().items()
    assert newsletter.tree()["sitemap.xml"] == sitemap


def test_the_entries_of_an_edition_keep_their_order_however_a_reader_sorts(
    newsletter: Newsletter,
) -> None:
    newsletter.settings("timezone: Europe/Amsterdam\n")
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    slugs = [f"{letter}" for letter in "zmab"]
    for number, slug in enumerate(slugs, 1):
        newsletter.paper(f"arxiv:2202.0000{number}")
        newsletter.entry(f"2022-03/0{number}-{slug}", arxiv=f"2202.0000{number}", tags=["t"])
    newsletter.paper("arxiv:2202.00009")
    newsletter.entry("2022-02/01-old", arxiv="2202.00009", tags=["t"])
    newsletter.entry("2022-03/02-m", arxiv="2202.00002", tags=["t"], updated="2022-03-20")
    newsletter.entry("2022-03/03-a", arxiv="2202.00003", tags=["t"], updated="2022-03-20")
    newsletter.build()
    items = feed(newsletter, "tags/t/feed.xml").items
    names = {item.url: item.url.rsplit("/", 2)[1] for item in items}
    assert list(names.values()) == [*slugs, "old"]
    # most readers go by what appeared last, some by what changed last; of equals any may be first
    published = {item.published: names[item.url] for item in items}
    changed = {item.updated: names[item.url] for item in items if item.updated}
    assert [published[moment] for moment in sorted(published, reverse=True)] == [*slugs, "old"]
    assert [changed[moment] for moment in sorted(changed, reverse=True)] == [*"mazb", "old"]
    # all of them on the edition's day
    assert {moment.date().isoformat() for moment in published} == {"2022-03-02", "2022-02-02"}
    assert all(item.updated >= item.published for item in items if item.updated)


def test_editions_of_one_day_keep_their_order_too(newsletter: Newsletter) -> None:
    for id_ in ("2022-03-02", "a", "b"):
        newsletter.edition(id_, date="2022-03-02")
    newsletter.edition("c", date="2022-03-02", updated="2022-03-09")
    newsletter.edition("2022-02")
    newsletter.build()
    for path in ("feed.xml", "rss.xml", "feed.json"):
        items = feed(newsletter, path).items
        moments = [item.published for item in items]
        assert len({*moments}) == 5
        assert moments == sorted(moments, reverse=True)
        assert check_feed(newsletter.tree()[path]) == []
    items = feed(newsletter).items
    assert all(item.updated >= item.published for item in items if item.updated)
    assert str(items[-2].published) == "2022-03-02 00:00:00+00:00"


def test_a_title_changed_and_changed_back_leaves_no_trace(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.build(today="2022-06-01")
    before = newsletter.tree()
    newsletter.edition("2022-03", title="Another")
    newsletter.paper("arxiv:2202.00001", "Another")
    newsletter.build(today="2022-06-02")
    changed = newsletter.tree()
    assert changed["feed.xml"] != before["feed.xml"]
    assert re.findall("<(?:id|updated)>.*", changed["feed.xml"].decode()) == (
        re.findall("<(?:id|updated)>.*", before["feed.xml"].decode())
    )
    newsletter.edition("2022-03")
    newsletter.paper("arxiv:2202.00001")
    newsletter.build(today="2022-06-03")
    assert newsletter.tree() == before


@pytest.mark.parametrize(
    ("date", "zone", "moment"),
    [
        ("2022-03-02", "UTC", "2022-03-02T00:00:00+00:00"),
        ("2022-07-02", "America/New_York", "2022-07-02T00:00:00-04:00"),
        # the clocks went from midnight to one
        ("2018-11-04", "America/Sao_Paulo", "2018-11-04T00:00:00-03:00"),
        # 9 minutes and 21 seconds, for which RFC 3339 has no form
        ("1880-03-02", "Europe/Paris", "1880-03-02T00:00:00+00:09"),
        ("0001-01-01", "Asia/Tokyo", "0001-01-01T00:00:00+09:19"),
        ("9999-12-31", "America/New_York", "9999-12-31T00:00:00-05:00"),
    ],
)
def test_every_day_begins_somewhere(date: str, zone: str, moment: str) -> None:
    assert begin_of_day(date, zone) == moment
    assert dt.datetime.fromisoformat(moment).isoformat() == moment


# --- how they are found, and where they lead ---


def lost(site: Published) -> list[str]:
    """Return every address in a feed that stays on the site and leads nowhere."""
    found = []
    for path in sorted(site.files):
        if not FEED.fullmatch(path):
            continue
        for address in addresses_in(read_feed((site.folder / path).read_bytes())):
            if not address.startswith(site.url):
                continue
            file = site.file_at(address)
            anchor = unquote(urlsplit(address).fragment)
            if file is None or (anchor and anchor not in site.pages[file].ids):
                found.append(f"{path}: {address}")
    return found


def test_every_address_in_the_showcases_feeds_leads_somewhere(showcase: Path) -> None:
    site = Published(showcase, SHOWCASE_URL)
    assert lost(site) == []
    for path in site.files:
        if FEED.fullmatch(path):
            data = (showcase / path).read_bytes()
            assert check_feed(data) == []
            named = read_feed(data)
            assert any(one.startswith(site.url) for one in addresses_in(named))
            assert site.file_at(named.url) == path


@pytest.mark.parametrize("url", ["https://x.org/", "https://x.org/some/base/"])
def test_feeds_are_right_at_a_root_and_under_a_base_path(newsletter: Newsletter, url: str) -> None:
    fill(newsletter)
    newsletter.edition(
        "märz", "See [the feed](/feed.xml), [b](../2022-03/01-b.md).\n", date="2022-04-02"
    )
    newsletter.build(base_url=url)
    site = Published(newsletter.out / "site", url)
    assert lost(site) == []
    assert site.file_at(feed(newsletter).items[0].url) == "editions/märz/index.html"


def test_every_page_names_the_feeds(newsletter: Newsletter) -> None:
    fill(newsletter)
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    newsletter.build()
    site = Published(newsletter.out / "site", "https://news.university.edu/club/")
    types = ["application/atom+xml", "application/rss+xml", "application/feed+json"]
    every = ["feed.xml", "rss.xml", "feed.json"]
    pattern = re.compile(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">')
    for path, page in site.pages.items():
        named = [(type_, href) for type_, href in pattern.findall(page.html) if type_ in types]
        own = re.fullmatch(r"tags/\w/", path.removesuffix("index.html"))
        assert [type_ for type_, _ in named] == (types[:1] if own else []) + types
        leads = [link for link in page.links if link.target in {href for _, href in named}]
        files = list(dict.fromkeys(site.file_at(site.resolve(link)) for link in leads))
        assert files == ([path.replace("index.html", "feed.xml")] if own else []) + every
    assert 'href="./feed.xml" type="application/atom+xml">Atom</a>' in newsletter.page("")
