"""Every address in a mail leads to a page, a part of one, or a picture that is published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.mails import write_everything, write_long
from tests.published import SHOWCASE_URL, Page, Published

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

URL = "https://example.org/news/"


def list_addresses(mails: Path) -> list[str]:
    """Return every address in the HTML and in the text of each mail in a folder."""
    found = []
    for html in sorted(mails.glob("*/message.html")):
        found += [link.target for link in Page(html.name, html.read_text()).links]
        found += re.findall(r"<(https?://[^>\s]+)>", html.with_suffix(".txt").read_text())
    return found


def find_lost(addresses: list[str], site: Published) -> list[str]:
    """Return the addresses within the site that lead nowhere."""
    lost = []
    for address in addresses:
        if not address.startswith(site.url):
            continue
        file, fragment = site.file_at(address), unquote(urlsplit(address).fragment)
        if file is None or (fragment and fragment not in site.pages[file].ids):
            lost.append(address)
    return lost


def test_every_address_in_the_showcase_s_mail_leads_somewhere(showcase: Path) -> None:
    addresses = list_addresses(showcase.parent / "email")
    assert len([one for one in addresses if one.startswith(SHOWCASE_URL)]) > 20
    assert all(one.startswith(("https://", "mailto:")) for one in addresses)
    assert find_lost(addresses, Published(showcase, SHOWCASE_URL)) == []


@pytest.mark.parametrize("budget", [97_000, 40_000])
def test_every_address_in_a_folded_mail_leads_somewhere(
    newsletter: Newsletter, budget: int
) -> None:
    write_long(newsletter, 5)
    write_everything(newsletter)
    site_yaml = newsletter.root / "content/site.yaml"
    more = f"  budget: {budget}\ncheck: {{covered-before: off}}\n"
    site_yaml.write_text(site_yaml.read_text() + more)
    rules = [one.rule for one in newsletter.build().diagnostics]
    assert rules == (["email-over-budget"] if budget < 97_000 else [])
    addresses = list_addresses(newsletter.out / "email")
    assert len(addresses) > 30
    assert all(one.startswith(("https://", "mailto:")) for one in addresses)
    assert find_lost(addresses, Published(newsletter.out / "site", URL)) == []
