"""A small newsletter in a temporary folder, for tests to write, check and build."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from digest.build import BuildResult, build
from digest.commands.check import check
from digest.records.store import record_name
from digest.settings.buildoptions import BuildOptions

if TYPE_CHECKING:
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic

SITE_YAML = """\
title: Test News
tagline: News for tests
url: https://example.org/news/
lang: en
"""
TODAY = "2022-06-01"


class Newsletter:
    """A newsletter's folder."""

    def __init__(self, root: Path, settings: str = "") -> None:
        self.root = root
        self.out = root / "build"
        self.settings(settings)

    @classmethod
    def at(cls, root: Path, out: Path) -> Newsletter:
        """Return the newsletter that is in `root` already, to be built into `out`."""
        found = cls.__new__(cls)
        found.root, found.out = root, out
        return found

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file below the root."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def delete(self, path: str) -> None:
        """Delete a file below the root."""
        (self.root / path).unlink()

    def edition(self, id_: str, body: str = "Text.\n", **fields: Any) -> None:
        """Write an edition's index.md."""
        date = id_ if re.fullmatch(r"\d{4}-\d\d-\d\d", id_) else f"{id_}-02"
        matter = {"title": f"Edition {id_}", "date": date, **fields}
        self.write(f"content/editions/{id_}/index.md", front_matter(matter) + body)

    def entry(self, place: str, body: str = "Text.\n", **fields: Any) -> None:
        """Write an entry: `2022-03/01-dsi`. Its front matter begins on line 1."""
        self.write(f"content/editions/{place}.md", front_matter(fields) + body)

    def paper(
        self, key: str, title: str = "A Paper", authors: str = "Ada Lovelace", **more: Any
    ) -> None:
        """Write a record: `arxiv:2202.06991`."""
        kind, _, bare = key.partition(":")
        names = [name.strip().rpartition(" ") for name in authors.split(",")]
        year = more.pop("year", 2022)
        record: dict[str, Any] = {
            "id": key,
            "type": "article" if kind == "arxiv" else "article-journal",
            "title": title,
            "author": [
                {"family": family, "given": given, "literal": f"{given} {family}".strip()}
                for given, _, family in names
            ],
            "issued": {"date-parts": [[year, 2, 14]]},
        }
        if kind == "arxiv":
            facts = {"id": bare, "version": 1, "primary_category": "cs.CL", **more.pop("facts", {})}
            record |= {"URL": f"https://arxiv.org/abs/{bare}", "custom": {"arxiv": facts}}
        else:
            record |= {"DOI": bare, "URL": f"https://doi.org/{bare}"}
        self.write(f"content/papers/{record_name(key)}", json.dumps(record | more))

    def settings(self, text: str) -> None:
        """Write site.yaml: what it must have, and `text` below it."""
        self.write("content/site.yaml", SITE_YAML + text)

    def check(self, today: str = TODAY) -> list[str]:
        """Return every problem as one line: place, severity, rule."""
        return [brief(found) for found in self.diagnose(today)]

    def diagnose(self, today: str = TODAY) -> tuple[Diagnostic, ...]:
        """Return every problem."""
        return check(self.root, self.out, lambda _zone: BuildOptions(today))

    def build(
        self, today: str = TODAY, told: list[tuple[int, int]] | None = None, **options: Any
    ) -> BuildResult:
        """Build into build/; `told` becomes what is told of the progress."""
        progress = [] if told is None else told
        return build(
            self.root,
            self.out,
            lambda _zone: BuildOptions(today, **options),
            lambda done, total: progress.append((done, total)),
        )

    def page(self, address: str) -> str:
        """Return a page's HTML."""
        path = f"{address}index.html" if address.endswith("/") or not address else address
        return (self.out / "site" / path).read_text()

    def text(self, address: str) -> str:
        """Return what a page's main part says, as one line of plain text."""
        html = self.page(address)
        main = re.search(r"<main.*?</main>", html, re.DOTALL)
        return plain(main[0] if main else html)

    def published(self) -> dict[str, bytes]:
        """Return every file of the output folder but those kept for the next build."""
        files = _read_files(self.out)
        return {path: data for path, data in files.items() if not path.startswith(".cache/")}

    def tree(self) -> dict[str, bytes]:
        """Return every published file."""
        return _read_files(self.out / "site")

    def mails(self) -> dict[str, bytes]:
        """Return every file of the mails."""
        return _read_files(self.out / "email")


def _read_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def brief(found: Diagnostic) -> str:
    """Return a problem as one line: place, severity, rule."""
    path = found.path.removeprefix("content/")
    return f"{path}:{found.line}:{found.column} {found.severity} {found.rule}"


def front_matter(fields: dict[str, Any]) -> str:
    """Return fields as front matter; values are JSON, which is YAML."""
    lines = [
        f"{name}: {value if isinstance(value, str) else json.dumps(value)}\n"
        for name, value in fields.items()
    ]
    return "---\n" + "".join(lines) + "---\n"


def plain(html: str) -> str:
    """Return HTML's text as one line."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
