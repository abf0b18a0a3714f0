"""Moving is free: wherever entries go, every page numbers what it shows, from its top on."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from digest.commands.fix import mend_newsletter
from tests.newsletter import Newsletter, plain

ENTRIES = [f"e{number}" for number in range(1, 7)]
BOOKS = ["x0", "x1", "x2"]
EDITIONS = ["2022-01", "2022-02", "2022-03"]
SITE = "citations: {style: bracket}\ncheck: {address-gone: off}\n"
"""What is moved leaves its address, and that is told; here it is not what is asked."""


class Arrangement(NamedTuple):
    """Which entries stand in which edition, in their order."""

    entries: dict[str, list[str]]

    def home(self, entry: str) -> str:
        return next(id_ for id_, entries in self.entries.items() if entry in entries)


@st.composite
def _arrangements(draw: st.DrawFn) -> Arrangement:
    order = draw(st.permutations(ENTRIES))
    ends = sorted(draw(st.lists(st.integers(0, len(order)), min_size=2, max_size=2)))
    parts = [order[: ends[0]], order[ends[0] : ends[1]], order[ends[1] :]]
    return Arrangement(dict(zip(draw(st.permutations(EDITIONS)), parts, strict=True)))


TEXTS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(ENTRIES + BOOKS), max_size=4) for name in ENTRIES + EDITIONS}
)
"""What each entry, and each edition before its entries, cites."""


def _key(cited: str, edition: str, index: int, arrangement: Arrangement) -> str:
    """Return one of the keys by which a work can be cited in an edition."""
    if cited in BOOKS:
        return cited
    home = arrangement.home(cited)
    keys = [f"arxiv:2203.0000{cited[1]}", f"{home}/{cited}", *([cited] if home == edition else [])]
    return keys[index % len(keys)]


def _write(newsletter: Newsletter, texts: dict[str, list[str]], arrangement: Arrangement) -> None:
    shutil.rmtree(newsletter.root / "content/editions", ignore_errors=True)

    def body(name: str, edition: str) -> str:
        cited = [_key(one, edition, at, arrangement) for at, one in enumerate(texts[name])]
        return " ".join(f"{name}w{at} [@{key}]" for at, key in enumerate(cited)) + " end\n"

    for edition, entries in arrangement.entries.items():
        newsletter.edition(edition, body(edition, edition))
        for place, entry in enumerate(entries):
            # numbers are what a file is moved by; the gaps are an editor's
            name = f"{edition}/{place * 5:02}-{entry}"
            newsletter.entry(name, body(entry, edition), arxiv=f"2203.0000{entry[1]}")


def _count(texts: dict[str, list[str]], names: list[str]) -> list[str]:
    """Return what stands on a page that shows these texts: each word, and its number."""
    numbers: dict[str, int] = {}
    shown = []
    for name in names:
        for at, cited in enumerate(texts[name]):
            number = numbers.setdefault(cited, len(numbers) + 1)
            shown.append(f"{name}w{at} [{number}]")
    return shown


def _read(text: str) -> list[str]:
    words = re.findall(r"([-\w]+w\d) \[ ?(\d+) ?\]", text)
    return [f"{word} [{number}]" for word, number in words]


@settings(max_examples=6, phases=[Phase.generate])
@given(TEXTS, st.lists(_arrangements(), min_size=2, max_size=4))
def test_wherever_entries_are_moved_all_is_numbered_anew(
    texts: dict[str, list[str]], arrangements: list[Arrangement]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        newsletter = Newsletter(Path(folder), SITE)
        newsletter.write(
            "content/references.bib",
            "".join(f"@misc{{{key}, title={{Book {key}}}, year=2020}}\n" for key in BOOKS),
        )
        for entry in ENTRIES:
            newsletter.paper(f"arxiv:2203.0000{entry[1]}", f"Paper {entry}")
        for arrangement in arrangements:
            _write(newsletter, texts, arrangement)
            assert newsletter.build().diagnostics == ()
            for edition, entries in arrangement.entries.items():
                text = newsletter.page(f"editions/{edition}/").partition('id="references"')[0]
                assert _read(plain(text)) == _count(texts, [edition, *entries])
                for entry in entries:
                    text = newsletter.page(f"editions/{edition}/{entry}/")
                    text = text.partition('id="references"')[0]
                    assert _read(plain(text)) == _count(texts, [entry])
            newest = max(arrangement.entries)
            mail = (newsletter.out / "email" / newest / "message.txt").read_text()
            assert _read(mail.rpartition("References")[0].replace("\n", " ")) == _count(
                texts, [newest, *arrangement.entries[newest]]
            )


def test_what_cites_an_entry_that_has_moved_is_mended(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.paper("arxiv:2203.00001")
    newsletter.edition("2022-02", "Text [@one; @2022-02/one], @one.\n")
    newsletter.entry("2022-02/01-one", arxiv="2203.00001")
    assert newsletter.diagnose() == ()
    newsletter.delete("content/editions/2022-02/01-one.md")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/05-one", arxiv="2203.00001")
    assert len(newsletter.diagnose()) == 3
    changes = list(mend_newsletter(newsletter.root, newsletter.diagnose))
    assert [change.edit.new for change in changes] == ["2022-03/one"] * 3
    assert newsletter.diagnose() == ()
