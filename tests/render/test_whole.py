"""Nothing is lost on the way into the mail, nothing is said twice, and no more folded than must be.

Every sentence of the source is once in the HTML and once in the text, or in a folded entry, which
has a link; and a mail folds as few entries as trying them all out would.
"""

from __future__ import annotations

import re
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.commands.siteplan import plan_site, read_newsletter
from digest.output.memo import open_memo
from digest.render.mail import MailRenderer
from digest.settings.buildoptions import BuildOptions
from digest.site.views.mail import MailPart
from tests.newsletter import TODAY, Newsletter, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.site.views.mail import MailView

WAYS = (
    "{} A paragraph.\n",
    "- {} An item.\n- {} Another.\n  - {} Within it.\n\n  {} More of it.\n",
    "1. {} One.\n2. {} Two.\n",
    "> {} Quoted.\n>\n> > {} Within.\n",
    "| {} | {} |\n|---|--:|\n| {} cell | $x$ {} |\n",
    "Term {}\n: {} Its meaning.\n",
    "### {} A heading\n\n{} Below.\n",
    "{} With a note[^{}].\n\n[^{}]: {} The note.\n",
    "```\n{} in code\n```\n",
    "{} With *{}* and **{}** and [{}](https://example.org/) and `{}`[@arxiv:2202.00001].\n",
    '![](a.png "{} A caption.")\n',
    "{} [see {} @arxiv:2202.00002, p. 3].\n",
    "$$E = mc^2$$\n\n{} Behind a formula.\n",
)
TEXTS = st.lists(st.sampled_from(WAYS), min_size=1, max_size=4)


class Writing:
    """A newsletter whose every sentence has a word of its own."""

    def __init__(self, newsletter: Newsletter) -> None:
        self.newsletter = newsletter
        self._numbers = count(1)
        self.words: dict[str, list[str]] = {"": []}
        """The words of the edition itself, and of each entry by its slug."""

    def word(self, slug: str) -> str:
        word = f"word{next(self._numbers):04}x"
        self.words[slug].append(word)
        return word

    def text(self, ways: list[str], slug: str) -> str:
        return "\n".join(self._fill(way, slug) for way in ways)

    def _fill(self, way: str, slug: str) -> str:
        if "[^{}]" not in way:
            return re.sub(r"\{\}", lambda _: self.word(slug), way)
        before, note = self.word(slug), self.word(slug)
        return way.format(before, f"n{note}", f"n{note}", note)


def write(
    newsletter: Newsletter, opening: list[str], entries: list[list[str]], budget: int
) -> Writing:
    newsletter.settings(
        "sections: {why: {title: Why}}\ncheck: {image-alt: off}\n"
        f"email: {{from: a@example.org, budget: {budget}, tracked_link: 0}}\n"
    )
    written = Writing(newsletter)
    for number in (1, 2):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Cited {number}")
    newsletter.edition(
        "2022-03",
        written.text(opening, "") + "\n:::{papers}\n:::\n\n" + written.text(opening[:1], ""),
        description=f"{written.word('')} The deck",
    )
    newsletter.write("content/editions/2022-03/a.svg", "")
    newsletter.write("content/editions/2022-03/a.png", PNG)
    for index, ways in enumerate(entries):
        slug = f"e{index}"
        written.words[slug] = []
        newsletter.entry(
            f"2022-03/{index:02}-{slug}",
            written.text(ways[:1], slug) + "\n## Why\n\n" + written.text(ways, slug),
            url=f"https://example.org/{slug}",
            title=f"{written.word(slug)} Title",
            authors=["Ada Lovelace"],
            date="2022-02-01",
            note=f"{written.word(slug)} A note",
            **({"fold": "never"} if len(ways) == 3 else {}),
        )
    return written


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)


def shown(html: str) -> str:
    """Return what one reads in a mail, but for what it says of its papers beforehand.

    That is what the list of mails shows beside its subject, and its own list at its head.
    """
    html = re.sub(r'<div class="preheader".*?</div>', "", html, flags=re.DOTALL)
    return plain(re.sub(r'<td class="cell overview".*?</table>', "", html, flags=re.DOTALL))


def check_whole(said: str, written: Writing, folded: set[str]) -> None:
    for slug, words in written.words.items():
        expected = 0 if slug in folded else 1
        wrong = {word: said.count(word) for word in words if said.count(word) != expected}
        # the title of an entry that has no short name stands in its line
        assert set(wrong) <= (set(words[-2:]) if slug in folded else set()), (slug, wrong)


@settings(max_examples=40)
@given(
    TEXTS, st.lists(TEXTS, min_size=1, max_size=6), st.sampled_from([9_000, 12_000, 17_000, 97_000])
)
def test_every_sentence_is_there_once(
    opening: list[str], entries: list[list[str]], budget: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        newsletter = Newsletter(Path(folder))
        written = write(newsletter, opening, entries, budget)
        result = newsletter.build(explain=True)
        if any(one.severity == "error" for one in result.diagnostics):
            assert result.sizes[0].size > budget, result.diagnostics
            return
        folded = {entry.anchor for entry in result.sizes[0].entries if entry.folded}
        mail = newsletter.out / "email/2022-03"
        html = (mail / "message.html").read_text()
        text = (mail / "message.txt").read_text()
    assert len(html.encode()) <= budget
    check_whole(shown(html), written, folded)
    text = re.sub(r"\nIn this edition\n-+\n\n.*?\n\n", "\n", text, flags=re.DOTALL)
    check_whole(text, written, folded)
    for slug in folded:
        address = f"https://example.org/news/editions/2022-03/{slug}/"
        assert f'href="{address}"' in html
        assert address in text


def find_mail(newsletter: Newsletter) -> tuple[MailRenderer, MailView]:
    with open_memo(None) as memo:
        read = read_newsletter(newsletter.root, memo, lambda _zone: BuildOptions(TODAY))
        planned = plan_site(read, read.options)
    assert planned.theme
    (id_,) = planned.mails
    (output,) = planned.find_views({f"email/{id_}/message.html"})
    assert isinstance(output.view, MailPart)
    texts = read.units.texts
    made = MailRenderer(planned.theme, planned.constants, texts.__getitem__, texts.plain)
    return made, output.view.mail


def each_fold(view: MailView, slugs: list[str]) -> Iterator[list[str]]:
    """List all that may be folded: none, the last entry, the last two, and so on."""
    candidates = [slug for slug in slugs[1:] if slug not in view.whole]
    yield from (candidates[start:] for start in range(len(candidates), -1, -1))


@settings(max_examples=15)
@given(
    TEXTS,
    st.lists(TEXTS, min_size=1, max_size=7),
    st.integers(6_000, 22_000),
)
def test_no_more_is_folded_than_trying_all_would(
    opening: list[str], entries: list[list[str]], budget: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        newsletter = Newsletter(Path(folder))
        write(newsletter, opening, entries, budget)
        made, view = find_mail(newsletter)
        slugs = [f"e{index}" for index in range(len(entries))]
        fitting = [
            folded
            for folded in each_fold(view, slugs)
            if len((made.write_html(view, folded).value or "").encode()) <= budget
        ]
        size = made.measure(view)
        rendered = made.render(MailPart("html", view))
    assert size
    if not fitting:
        assert rendered.value is None
        return
    assert [entry.anchor for entry in size.entries if entry.folded] == fitting[0]
    assert rendered.value
    assert len(rendered.value) <= budget
