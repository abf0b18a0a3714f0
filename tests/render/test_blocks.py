"""The blocks of `paper` that stand ready for what a site adds, each filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

EDITION, ENTRY, MAIL = "editions/2022-03/", "editions/2022-03/a/", "mail"


@pytest.mark.parametrize(
    ("template", "block", "text", "shown"),
    [
        ("web/base.html", "head", '<meta name="own" content="1">', [EDITION, ENTRY, "archive/"]),
        ("web/base.html", "masthead", "<p>OWN {{ super() }}</p>", [EDITION, ENTRY, "archive/"]),
        ("web/base.html", "nav", "<p>OWN</p>", ["", EDITION, "archive/"]),
        ("web/base.html", "foot", "<p>OWN</p>", ["", EDITION, ENTRY, "archive/"]),
        ("web/edition.html", "before_entry", "<p>OWN {{ entry.number }}</p>", [EDITION]),
        ("web/edition.html", "after_entry", "<p>OWN {{ entry.name }}</p>", [EDITION]),
        ("web/edition.html", "opening", "{{ super() }}<p>OWN</p>", [EDITION]),
        ("web/entry.html", "before_entry", "<p>OWN {{ entry.number }}</p>", [ENTRY]),
        ("web/entry.html", "after_entry", "<p>OWN {{ entry.number }}</p>", [ENTRY]),
        ("mail/message.html", "head", '<meta name="own" content="1">', [MAIL]),
        ("mail/message.html", "masthead", "<tr><td>OWN</td></tr>", [MAIL]),
        ("mail/message.html", "before_entry", "<tr><td>OWN {{ entry.number }}</td></tr>", [MAIL]),
        ("mail/message.html", "after_entry", "<tr><td>OWN {{ entry.number }}</td></tr>", [MAIL]),
        ("mail/message.html", "foot", "<p>OWN</p>", [MAIL]),
    ],
)
def test_a_block_is_filled(
    newsletter: Newsletter, template: str, block: str, text: str, shown: list[str]
) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", "Text.\n")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", name="A")
    newsletter.write(
        f"themes/paper/{template}",
        f'{{% extends "parent:{template}" %}}\n{{% block {block} %}}{text}{{% endblock %}}\n',
    )
    assert newsletter.check() == []
    newsletter.build()
    for address in shown:
        if address == MAIL:
            html = newsletter.mails()["2022-03/message.html"].decode()
        else:
            html = newsletter.page(address)
        assert "OWN" in html or 'name="own"' in html
        for hole in ("{{ entry.number }}", "{{ entry.name }}"):
            filled = "OWN 1" if "number" in hole else "OWN A"
            assert hole not in text or filled in html
