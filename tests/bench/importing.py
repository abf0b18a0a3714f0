"""What an import costs: `python -m tests.bench.importing --posts 2000`, or `make bench-import`.

Posts of six papers each are written, and imported three times: into nothing, once more, and with
one post changed. Seconds, seconds of all cores, and the most memory of a process are printed.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

from tests.cli.program import command, environment

_WORDS = (
    *("model", "network", "search", "index", "learning", "retrieval", "transformer", "vision"),
    *("language", "audio", "training", "data", "scaling", "paper", "method", "result"),
)
_PAPERS = 6
_FIRST = datetime.date(1985, 1, 1)


def write_blog(folder: Path, posts: int) -> None:
    """Write a Jekyll site with a post a week."""
    chance = random.Random(1)
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Bench\nurl: https://old.example.net\n")
    for number in range(posts):
        day = _FIRST + datetime.timedelta(weeks=number)
        text = "\n\n".join(_write_blocks(number, day, chance))
        (folder / f"_posts/{day}-issue.md").write_text(f"---\ntitle: Issue {number}\n---\n{text}\n")


def _write_blocks(number: int, day: datetime.date, chance: random.Random) -> list[str]:
    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS, k=count)).capitalize()

    before = day - datetime.timedelta(weeks=1)
    blocks = [f"{words(40)}, after [the last]({{% post_url {before}-issue %}}).", "## News"]
    blocks += [f"- **{words(3)}.** {words(30)} [{place}]." for place in (1, 2, 3, 4)]
    blocks.append("## Papers")
    for place in range(_PAPERS):
        id_ = f"{number % 10 + 15}{number % 12 + 1:02d}.{number * _PAPERS + place + 1:05d}"
        blocks += [
            f"### [{words(8)} {number} {place}](https://arxiv.org/abs/{id_})",
            "By Ada Example, Bo Sample",
            *("❓ **Why**", f"{words(60)}."),
            *("💡 **Key insights**", f"- {words(40)}.\n- {words(25)}."),
        ]
    listed = (
        f"{place}. {words(7)}, Ada Example, 2020. https://doi.org/10.5555/{number}.{place}"
        for place in (1, 2, 3, 4)
    )
    return [*blocks, "## References", "\n".join(listed)]


def time_import(folder: Path) -> str:
    """Import the blog into the site beside it, and say what it cost."""
    began = time.monotonic()
    process = subprocess.Popen(
        command("import", "blog", "--into", "site"),
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    cores = used.ru_utime + used.ru_stime
    end = "" if status == 0 else f", ended with {os.waitstatus_to_exitcode(status)}"
    return f"{seconds:6.1f} s {cores:6.1f} s of all cores {used.ru_maxrss >> 10:5d} MB{end}"


def main() -> None:
    """Write a blog, import it three times, and print what each time cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=2000)
    posts = parser.parse_args().posts
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_blog(folder / "blog", posts)
        print(f"{posts:,} posts        {time_import(folder)}")
        print(f"once more          {time_import(folder)}")
        changed = folder / f"blog/_posts/{_FIRST}-issue.md"
        changed.write_text(changed.read_text() + "\nMore words.\n")
        print(f"one post changed   {time_import(folder)}")


if __name__ == "__main__":
    main()
