"""Edits of settings, of themes and of figures, and other options for the next builds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.histories.beginning import EDITIONS, drawing, picture
from tests.histories.edited import Edited, NothingToEditError, choose

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

BUNDLED = Path(__file__).parent.parent.parent / "themes"


def set_setting(newsletter: Edited, chance: Random) -> None:
    """Give a setting another value, or take it away."""
    fields = newsletter.read_settings()
    name = chance.choice(sorted(SETTINGS))
    fields.pop(name, None)
    value = chance.choice(SETTINGS[name])
    newsletter.write_settings(fields if value is None else fields | {name: value})


def let_errors_pass(newsletter: Edited, _chance: Random) -> None:
    """Have what is wrong published."""
    check = {"check": dict.fromkeys(MENDED_LATER, "warning")}
    newsletter.write_settings(newsletter.read_settings() | check)


def override_theme_file(newsletter: Edited, chance: Random) -> None:
    """Put a changed copy of a bundled theme's file into the site's own theme."""
    names = [
        one.relative_to(BUNDLED).as_posix()
        for one in sorted(BUNDLED.glob("paper/*/*"))
        if one.suffix in {".html", ".css", ".svg"}
    ]
    name = chance.choice(names)
    text, number = (BUNDLED / name).read_text(), chance.randint(1, 9)
    # classes that no style knows, or a rule that nothing meets
    changed = text.replace('class="', f'class="n{number} ').replace(
        "<svg ", f'<svg id="n{number}" '
    )
    if name.endswith(".css"):
        changed += f"\n.n{number} {{ color: inherit }}\n"
    place = name.replace("paper/", chance.choice(("paper/", "ours/")), 1)
    newsletter.write(f"themes/{place}", changed)


def write_theme(newsletter: Edited, chance: Random) -> None:
    """Write a theme that extends the bundled one, now and then a broken one."""
    option = chance.choice(("#123456", "#654321"))
    text = f'contract: 1\nname: ours\nextends: paper\noptions: {{accent: "{option}"}}\n'
    newsletter.write("themes/ours/theme.yaml", text if chance.random() < 0.9 else text[:30])


def write_words(newsletter: Edited, chance: Random) -> None:
    """Give a language other words."""
    name = chance.choice(("en", "nl"))
    text = (BUNDLED / f"paper/words/{name}.yaml").read_text()
    lines = [
        f"{line} {chance.randint(1, 9)}" if line.startswith("references: ") else line
        for line in text.splitlines()
    ]
    newsletter.write(f"themes/paper/words/{name}.yaml", "\n".join(lines) + "\n")


def hand_over(newsletter: Edited, chance: Random) -> None:
    """Write down that editions were sent, with other words than they have, or none."""
    sent = (
        f'"{edition}": {{service: files, state: {chance.choice(("sent", "draft"))}, '
        f'time: "{edition}-03T10:00:00Z", words: {chance.choice(("other", ""))}}}\n'
        for edition in EDITIONS
        if chance.random() < 0.5
    )
    newsletter.write("content/sent.yaml", "".join(sent))


def delete_theme_file(newsletter: Edited, chance: Random) -> None:
    """Take a file of the site's own themes away."""
    files = sorted((newsletter.root / "themes").rglob("*"))
    choose(chance, [one for one in files if one.is_file()]).unlink()


def change_figure(newsletter: Edited, chance: Random) -> None:
    """Draw a figure anew: with as many bytes as before."""
    file = choose(chance, newsletter.figures())
    number = chance.randint(1, 9)
    file.write_bytes(drawing(number).encode() if file.suffix == ".svg" else picture(number))


def change_data(newsletter: Edited, chance: Random) -> None:
    """Give a file that texts link to other data, or another size, or none."""
    file = newsletter.root / "content/editions/data.txt"
    file.write_text(chance.choice(("1 2 3\n", "3 2 1\n", "1 2 3 4\n", "")))


def link_figure(newsletter: Edited, chance: Random) -> None:
    """Put a link to another figure in the place of a figure."""
    file, other = choose(chance, newsletter.figures()), choose(chance, newsletter.figures())
    if file == other or file.suffix != other.suffix or other.is_symlink():
        raise NothingToEditError
    file.unlink()
    file.symlink_to(os.path.relpath(other, file.parent))


def delete_figure(newsletter: Edited, chance: Random) -> None:
    """Delete a figure."""
    choose(chance, newsletter.figures()).unlink()


def add_figure(newsletter: Edited, chance: Random) -> None:
    """Put a figure where texts look for one."""
    edition = chance.choice(EDITIONS)
    newsletter.write(f"content/editions/{edition}/figures/own.png", picture(chance.randint(1, 9)))
    newsletter.write("content/editions/shared.svg", drawing(chance.randint(1, 9)))


def put_in_static(newsletter: Edited, chance: Random) -> None:
    """Put a file into static/, or take it away: one that texts lead to, or one in another's way."""
    names = ("data.txt", "editions/data.txt", "robots.txt", "tags", ".well-known/a")
    path = chance.choice((*names, "logo.svg", "data.png", "icon.png"))
    file, number = newsletter.root / "static" / path, chance.randint(1, 9)
    if file.exists() and chance.random() < 0.5:
        file.unlink()
    else:
        made: dict[str, str | bytes] = {".svg": drawing(number), ".png": picture(number)}
        newsletter.write(f"static/{path}", made.get(file.suffix, f"{number}\n"))


def change_options(newsletter: Edited, chance: Random) -> None:
    """Ask for something else from now on."""
    name = chance.choice(sorted(OPTIONS))
    newsletter.options = newsletter.options | {name: chance.choice(OPTIONS[name])}


def change_day(newsletter: Edited, chance: Random) -> None:
    """Let time pass, or turn it back: an edition's day comes, or is to come again."""
    newsletter.today = chance.choice(("2022-06-01", "2022-06-02", "2022-07-02", "2021-12-24"))


MENDED_LATER = (
    *("address-clash", "link-broken", "anchor-broken", "image-missing", "citation-undefined"),
    *("paper-unfetched", "paper-record-broken", "field-missing", "entry-unplaced"),
)
"""Rules of which what breaks them can be published."""
OPTIONS: dict[str, tuple[Any, ...]] = {
    "drafts": (True, False),
    "future": (True, False),
    "email": ("all", "newest", "none", "2022-01,2022-02", "2022-07"),
    "base_url": ("", "https://other.example/", "http://127.0.0.1:8000/news/"),
    "jobs": (1, 2),
}
SETTINGS: dict[str, tuple[Any, ...]] = {
    "title": ("Test News", "Other News"),
    "tagline": ("A line", "Another line", None),
    "url": ("https://example.org/news/", "https://example.org/"),
    "lang": ("en", "nl", "ar"),
    "timezone": ("Europe/Amsterdam", "Pacific/Auckland", None),
    "editors": ([{"name": "Alan Turing", "url": "https://example.org/"}], ["ada"], None),
    "people": (
        {"ada": "Ada Byron"},
        {
            "ada": {
                "name": "Ada Byron",
                "bio": "By [@bib-own], [here](/about/).",
                "url": "https://a.net/",
            },
            "alan": {"name": "Alan Turing", "picture": "editions/shared.svg"},
        },
        {
            "alan": {"name": "Alan Turing", "bio": "As @2021-12/alpha says[^1].\n\n[^1]: A."},
            "ada": {"name": "Ada Byron", "affiliation": "Here", "picture": "pages/none.png"},
        },
        None,
    ),
    "theme": (
        "paper",
        "ours",
        {"name": "paper", "options": {"accent": "#123456"}},
        {
            "name": "paper",
            "options": {"paper": "linen", "measure": "28rem", "reading_time": "true"},
        },
        {"name": "paper", "options": {"text_font": "Georgia, serif", "ink": "bluue"}},
        {"name": "ours", "options": {"accent": "#0b5bb0"}},
        None,
    ),
    "sections": ({"why": "Why"}, {"why": {"title": "Why", "required": True}}, None),
    "byline": ({"max": 1}, {"max": 2}, None),
    "citations": ({"style": "author-year"}, {"style": "bracket"}, None),
    "references": ({"style": "ieee"}, {"style": "apa"}, None),
    "feeds": ({"items": 1}, {"items": 3}, {"first_url": "https://first.example/"}, None),
    "social": (
        {"cards": "entries"},
        {"cards": "none"},
        [{"name": "A", "url": "https://a.net/"}],
        None,
    ),
    "redirects": (
        {"/old/": "https://example.net/", "/vision/": "/tags/vision/", "/d/": "/data.txt"},
        {"/about/": "/archive/", "/old/": "/about/"},
        None,
    ),
    "head": ([{"google-site-verification": "abc"}], None),
    "script": ({"src": "https://example.net/a.js", "privacy": "/about/"}, None),
    "logo": ("static/logo.svg", {"light": "static/logo.svg", "dark": "static/data.png"}, None),
    "icon": ("static/data.png", "static/logo.svg", None),
    "subscribe": (
        {"form": "https://example.net/join", "privacy": "/about/"},
        {"form": "https://example.net/join"},
        {"url": "https://example.net/"},
        None,
    ),
    "comments": ({"url": "https://example.net/{edition}?{url}"}, None),
    "menu": (
        ["about", "archive", "tags"],
        [{"title": "Ours", "url": "https://a.net/"}, {"title": "Files", "page": "archive"}],
        [],
        None,
    ),
    "footer": (
        'See [about](/about/) and "more".',
        "Two.\n\n[A list](/archive/), [the web](https://a.net/).",
        "[Gone](/never/)",
        None,
    ),
    "license": ("CC-BY-4.0", {"name": "Ours", "url": "https://a.net/terms"}, None),
    "share": (["bluesky", "email"], ["x"], None),
    "email": (
        {"from": "Test <test@example.org>"},
        {"from": "Test <test@example.org>", "budget": 20000},
        None,
    ),
    "check": (
        {"covered-before": "off"},
        {"link-broken": "warning", "anchor-broken": "warning"},
        {"citation-undefined": "warning", "paper-unfetched": "warning"},
        None,
    ),
    "colour": ("no such setting", None, None),
}

EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    *(
        set_setting,
        let_errors_pass,
        override_theme_file,
        write_theme,
        write_words,
        delete_theme_file,
        hand_over,
    ),
    *(
        change_figure,
        change_data,
        link_figure,
        delete_figure,
        add_figure,
        put_in_static,
        change_options,
        change_day,
    ),
)
