"""The guide, which comes with digest: each of its pages a Markdown file."""

from __future__ import annotations

from pathlib import Path

PAGES = {
    "writing": "what the folder, the settings, an edition and an entry may hold",
    "problems": "every rule that is checked, and what to do when one is broken",
    "themes": "making a theme of your own",
}
"""Every page by its name, and what it tells."""

_FILES = {"writing": "guide.md", "problems": "problems.md"}


def guide_file(page: str) -> Path:
    """Return where a page of the guide is on this machine."""
    package = Path(__file__).parents[1]
    installed = package / "documentation"
    if page == "themes":
        folder = package if installed.is_dir() else package.parent
        return folder / "themes" / "README.md"
    pages = installed if installed.is_dir() else package.parent / "content" / "pages" / "digest"
    return pages / _FILES[page]


def read_guide(page: str) -> str:
    """Return a page of the guide in Markdown, its title as a heading."""
    text = guide_file(page).read_text("utf-8")
    if not text.startswith("---\n"):
        return text
    _, matter, body = text.split("---\n", 2)
    title = matter.split("title: ", 1)[1].split("\n", 1)[0]
    return f"# {title}\n\n{body}"
