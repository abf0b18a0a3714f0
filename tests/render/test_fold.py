"""Which entries a mail folds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.render.fold import fold_few
from digest.render.mailsize import measure, measure_entries

SIZES = st.lists(st.integers(1, 100), max_size=30)


@given(SIZES, st.integers(0, 2000))
def test_as_few_as_possible_are_folded_from_the_end(sizes: list[int], budget: int) -> None:
    names = [str(index) for index in range(len(sizes))]

    def fits(folded: object) -> bool:
        kept = [size for name, size in zip(names, sizes, strict=True) if name not in folded]  # type: ignore[operator]
        return sum(kept) <= budget

    folded = fold_few(names, fits)
    assert list(folded) == names[len(names) - len(folded) :]
    assert fits(folded) or len(folded) == len(names)
    assert not folded or not fits(folded[1:])


def test_entries_are_measured_in_bytes() -> None:
    html = 'head<tr data-entry="a">é</tr><tr data-entry="b&amp;c">x</tr><tr data-entry="">end</tr>'
    assert measure_entries(html) == (
        ("a", len(' data-entry="a">é</tr><tr'.encode())),
        ("b&c", len(' data-entry="b&amp;c">x</tr><tr')),
    )


def test_a_link_that_is_counted_is_as_long_as_its_provider_makes_it() -> None:
    html = '<p><a class="x" href="https://a.example/é"><a href="mailto:a@b"><img src="https://c/">'
    size = len(html.encode())
    assert measure(html) == measure(html, 19) == size
    assert measure(html, 120) == size + 120 - len("https://a.example/é".encode())
    assert measure_entries(f'<p data-entry="a">{html}<p data-entry="">{html}', 120) == (
        ("a", measure(f' data-entry="a">{html}<p', 120)),
    )
