"""The formats and sizes in which browsers take a picture."""

from __future__ import annotations

import io
import itertools
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from digest.render import variants
from digest.render.variants import make_encodings
from tests.pictures import encode, photograph, plot

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

WIDTHS = (720, 1120, 1440)
GPS = 0x8825


def page(newsletter: Newsletter) -> str:
    return newsletter.page("editions/2022-03/")


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (2000, [720, 1120, 1440]),
        (1440, [720, 1120, 1440]),
        (1300, [720, 1300]),
        (1200, [720, 1200]),
        (600, [600]),
    ],
)
def test_no_size_is_wider_than_the_file_or_much_like_the_next(
    width: int, expected: list[int]
) -> None:
    found = make_encodings(encode(photograph(width, 250), "JPEG", quality=95), WIDTHS).encoded
    by_type = itertools.groupby(found, lambda one: one.media_type)
    shown = {kind: [one.width for one in some] for kind, some in by_type}
    assert shown == {"image/avif": expected, "image/webp": expected}
    for one in found:
        image = opened(one.data)
        assert (Image.MIME[image.format or ""], image.width) == (one.media_type, one.width)
        assert image.height == round(250 * one.width / width)


@pytest.mark.parametrize("kind", ["plot", "photograph"])
def test_each_is_shorter_than_what_it_stands_for(kind: str) -> None:
    made = (
        encode(plot(height=300))
        if kind == "plot"
        else encode(photograph(height=300), "JPEG", quality=90)
    )
    found = make_encodings(made, WIDTHS).encoded
    assert found
    for _, some in itertools.groupby(found, lambda one: one.media_type):
        lengths = [len(one.data or made) for one in some]
        assert lengths == sorted(lengths)
        assert lengths[0] < len(made)


def test_a_file_that_is_as_short_as_any_stands_among_smaller_ones(newsletter: Newsletter) -> None:
    data = encode(plot(height=300), optimize=True)
    newsletter.edition("2022-03", "![One](a.png)\n")
    newsletter.write("content/editions/2022-03/a.png", data)
    assert newsletter.build().diagnostics == ()
    (source, *_) = re.findall(r'<source type="image/avif" srcset="([^"]*)"', page(newsletter))
    candidates = [tuple(one.rsplit(" ", 1)) for one in source.split(", ")]
    assert candidates[-1] == ("../../editions/2022-03/a.png", "1600w")
    assert len(candidates) > 1
    assert (newsletter.out / "site/editions/2022-03/a.png").read_bytes() == data


def test_a_drawing_as_wide_as_shown_is_exact_where_that_is_shorter() -> None:
    drawn = Image.new("P", (1200, 800))
    drawn.putpalette([255, 255, 255, 168, 64, 31])
    for row in range(0, 800, 7):
        drawn.paste(1, (0, row, 1200, row + 1))
    found = make_encodings(encode(drawn, compress_level=1), WIDTHS).encoded
    widest = [one for one in found if one.media_type == "image/webp"][-1]
    assert opened(widest.data).convert("RGB").tobytes() == drawn.convert("RGB").tobytes()


@pytest.mark.parametrize(
    "data",
    [
        encode(photograph(60, 40)),
        encode(photograph(300, 200), "GIF", save_all=True, append_images=[photograph(300, 200, 2)]),
        encode(photograph(300, 200), "WEBP", save_all=True, append_images=[plot(300, 200)]),
        encode(photograph(300, 200), "PNG", save_all=True, append_images=[photograph(300, 200, 2)]),
    ],
    ids=["small", "gif", "webp", "apng"],
)
def test_what_moves_stays_as_it_is(newsletter: Newsletter, data: bytes) -> None:
    newsletter.edition("2022-03", "![A plot](a.png)\n")
    newsletter.write("content/editions/2022-03/a.png", data)
    assert newsletter.build().diagnostics == ()
    assert "<picture" not in page(newsletter)


def test_none_tells_where_a_photograph_was_taken() -> None:
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)}
    exif[0x0112] = 6
    data = encode(photograph(1200, 800), "JPEG", quality=95, exif=exif)
    assert opened(data).getexif().get_ifd(GPS)
    found = make_encodings(data, WIDTHS).encoded
    assert found
    for one in found:
        image = opened(one.data)
        assert not image.getexif()
        # it lay on its side
        assert image.height > image.width


def test_they_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encode(photograph(height=300, seed=7), "JPEG")
    found = make_encodings(data, WIDTHS)
    monkeypatch.setattr(variants, "_make", None)
    assert make_encodings(data, WIDTHS) == found
    with pytest.raises(TypeError):
        make_encodings(data, (720,))


def test_they_are_made_once_or_twice_where_no_cache_can_be_written(
    newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(newsletter.root / "content/site.yaml"))
    before = variants._make.cache_info().misses
    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write(
        "content/editions/2022-03/a.jpg", encode(photograph(height=300, seed=8), "JPEG")
    )
    assert newsletter.build().diagnostics == ()
    assert len([*newsletter.out.glob("site/**/*.avif")]) == len(WIDTHS)
    assert variants._make.cache_info().misses == before + 1


def test_a_page_offers_them_and_has_the_file_besides(newsletter: Newsletter) -> None:
    data = encode(photograph(), "JPEG", quality=95)
    newsletter.edition("2022-03", "![One](a.jpg)\n\n![Two](a.jpg){width=300px}\n")
    newsletter.write("content/editions/2022-03/a.jpg", data)
    assert newsletter.build().diagnostics == ()
    folder = newsletter.out / "site/editions/2022-03"
    assert (folder / "a.jpg").read_bytes() == data
    one, two = re.findall(r"<picture>.*?</picture>", page(newsletter))
    assert re.findall(r'<source type="([^"]*)"', one) == ["image/avif", "image/webp"]
    for address, width in re.findall(r"(\S+) (\d+)w", one):
        assert opened((folder / address.rpartition("/")[2]).read_bytes()).width == int(width)
    assert 'sizes="(min-width: 38em) calc(1.125 * 31rem), 100vw"' in one
    assert '<img src="../../editions/2022-03/a.jpg" width="1600" height="1000" alt="One"' in one
    assert "loading" not in one
    assert 'sizes="300px"' in two
    assert 'width="300" height="188" alt="Two" loading="lazy"' in two
    feed = (newsletter.out / "site/feed.xml").read_text()
    assert "picture" not in feed
    assert ".avif" not in feed


def test_they_change_with_the_file_and_go_with_it(newsletter: Newsletter) -> None:
    def built() -> set[str]:
        assert newsletter.build().diagnostics == ()
        names = {path.name for path in newsletter.out.glob("site/**/*.avif")}
        assert names == {*re.findall(r"[\w.]+\.avif", page(newsletter))}
        return names

    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", encode(photograph(height=300), "JPEG"))
    first = built()
    assert len(first) == len(WIDTHS)
    newsletter.write(
        "content/editions/2022-03/a.jpg", encode(photograph(height=300, seed=2), "JPEG")
    )
    assert built().isdisjoint(first)
    newsletter.write("content/editions/2022-03/b.jpg", encode(photograph(height=300), "JPEG"))
    newsletter.edition("2022-03", "![One](b.jpg)\n")
    assert {name.partition(".")[0] for name in built()} == {"b"}
    # a name for the same bytes, and as long as a page has it
    newsletter.edition("2022-03", "No picture.\n")
    assert built() == set()


def test_one_that_is_lost_is_made_again(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", encode(photograph(height=300), "JPEG"))
    newsletter.build()
    (lost, *_) = sorted(newsletter.out.glob("site/**/*.avif"))
    data = lost.read_bytes()
    lost.unlink()
    newsletter.build()
    assert lost.read_bytes() == data


def test_a_preview_shows_the_file_itself(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", encode(photograph(height=300), "JPEG"))
    newsletter.build(variants=False)
    assert not [*newsletter.out.glob("site/**/*.avif")]
    newsletter.build()
    assert [*newsletter.out.glob("site/**/*.avif")]
    newsletter.build(variants=False)
    assert not [*newsletter.out.glob("site/**/*.avif")]


def test_a_theme_chooses_the_widths(newsletter: Newsletter) -> None:
    theme = 'contract: 1\nname: ours\nextends: paper\nfigures: {widths: [400], sizes: "20em"}\n'
    newsletter.settings("theme: ours\n")
    newsletter.write("themes/ours/theme.yaml", theme)
    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", encode(photograph(height=300), "JPEG"))
    assert newsletter.build().diagnostics == ()
    shown = re.findall(r' (\d+)w" sizes="([^"]*)"', page(newsletter))
    assert shown == [("400", "20em"), ("400", "20em")]
    newsletter.write("themes/ours/theme.yaml", theme.replace("[400]", "[]"))
    assert newsletter.build().diagnostics == ()
    assert "<picture" not in page(newsletter)


def test_the_width_of_a_large_file_is_its_own(newsletter: Newsletter) -> None:
    # it is unpacked at half of its size, and is as short as any other that is as wide
    data = encode(photograph(4000, 700), "JPEG", quality=1)
    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", data)
    assert newsletter.build().diagnostics == ()
    assert set(re.findall(r"a\.jpg (\d+)w", page(newsletter))) == {"4000"}


def test_the_figure_that_leads_an_entry_comes_first(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    figure = {"src": "a.jpg", "alt": "A figure"}
    newsletter.entry("2022-03/01-a", "![B](a.jpg)\n", arxiv="2202.00001", figure=figure)
    newsletter.edition("2022-03", "Words.\n")
    newsletter.write("content/editions/2022-03/a.jpg", encode(photograph(300, 200), "JPEG"))
    assert newsletter.build().diagnostics == ()
    ways = r'<img [^>]*?((?: (?:fetchpriority|loading)="\w+")?) decoding="async">'
    alone = newsletter.page("editions/2022-03/a/")
    assert re.findall(ways, alone) == [' fetchpriority="high"', ' loading="lazy"']
    assert re.findall(ways, page(newsletter)) == ["", ' loading="lazy"']


def test_how_wide_figures_are_follows_the_measure(newsletter: Newsletter) -> None:
    newsletter.settings("theme: {name: paper, options: {measure: 40rem}}\n")
    newsletter.edition("2022-03", "![One](a.jpg)\n")
    newsletter.write("content/editions/2022-03/a.jpg", encode(photograph(height=300), "JPEG"))
    assert newsletter.build().diagnostics == ()
    assert 'sizes="(min-width: 38em) calc(1.125 * 40rem), 100vw"' in page(newsletter)
