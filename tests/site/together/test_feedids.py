"""Where everything was first published, whatever moved since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.basics.editions import Edition, Entry, Override
from digest.basics.fragments import Body
from digest.basics.works import Work
from digest.site.join import CoveredEntry, EnrichedEdition
from digest.site.together.feedids import find_first_addresses, list_claimed

EDITIONS, SLUGS = ("a", "b", "c", "d"), ("x", "y", "z")
PLACES = [f"/editions/{one}/" for one in EDITIONS]
PLACES += [f"{place}{slug}/" for place in PLACES for slug in SLUGS]
PLACES += ["/short/", "/editions/a/x.html", "/editions/", "/"]


def typed(aliases: tuple[str, ...]) -> tuple[Override, ...]:
    """Return aliases as they are read."""
    return tuple(Override(alias, Place("x.md", 1, 1)) for alias in aliases)


def enrich(
    id_: str, aliases: tuple[str, ...], entries: dict[str, tuple[str, ...]]
) -> EnrichedEdition:
    """Make an edition, with the aliases of each of its entries by slug."""
    covered = tuple(
        CoveredEntry(Entry(id_, slug, "", Body(), aliases=typed(own)), Work("", "", ""), number)
        for number, (slug, own) in enumerate(entries.items(), start=1)
    )
    return EnrichedEdition(
        Edition(id_, "", "", "2022-03-02", Body(), aliases=typed(aliases)), covered
    )


def first_of(editions: list[EnrichedEdition]) -> dict[str, str]:
    """Return where all editions and entries were first published."""
    entries = [covered.entry for one in editions for covered in one.entries]
    claimed = {address for entry in entries for address in list_claimed(entry)}
    first: dict[str, str] = {}
    for one in editions:
        first |= find_first_addresses(one, claimed.__contains__)
    return first


@given(st.data())
def test_no_two_were_first_published_in_one_place(data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from(EDITIONS), unique=True, max_size=3))
    folders = {
        id_: data.draw(st.lists(st.sampled_from(SLUGS), unique=True), label=id_) for id_ in ids
    }
    taken = {f"/editions/{id_}/" for id_ in ids}
    taken |= {f"/editions/{id_}/{slug}/" for id_ in ids for slug in folders[id_]}
    # two pages at one address are an error, and so are two that were there
    free = [place for place in data.draw(st.permutations(PLACES)) if place not in taken]

    def take() -> tuple[str, ...]:
        return tuple(free.pop() for _ in range(min(len(free), data.draw(st.integers(0, 3)))))

    editions = [enrich(id_, take(), {slug: take() for slug in folders[id_]}) for id_ in ids]
    first = first_of(editions)
    assert len(first) == len(set(first.values())) == len(taken)


def test_only_an_alias_like_its_own_address_is_where_it_was() -> None:
    editions = [enrich("c", ("/short/", "/editions/b", "/editions/a/"), {"x": ("/editions/d/",)})]
    assert first_of(editions) == {
        "editions/c/": "editions/b/",
        "editions/c/x/": "editions/b/x/",
    }
