"""The W3C's checker finds nothing wrong with the pages and style sheets of the showcase."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from tests.browser.rig import find_node_file
from tests.missing import skip_without

if TYPE_CHECKING:
    from pathlib import Path

# What the checker says of things that are as they should be, each with the reason.
NOT_FAULTS = {
    "“(scroll-target-group|:target-current)”": "CSS Overflow Level 5, newer than the checker",
    "“(anchor-name|anchor-scope|position-anchor|position-try-fallbacks|anchor\\(.*\\))”": (
        "CSS Anchor Positioning Level 1, newer than the checker"
    ),
    "“interactivity”": "CSS Basic User Interface Level 4, newer than the checker",
    "“scriptlevel” not allowed": "MathML Core, section 2.1.3: any element may have it",
    "appears to be written in": "a guess, and the sample in Arabic has editions in English",
    "Inline script violates .* “script-src”": "JSON-LD is data, to which no such policy applies",
    "(external stylesheet|image) “[./].* “(style|img)-src”": "a file has no host to be 'self'",
}


def check_markup(folder: Path) -> list[dict[str, Any]]:
    """Return what the Nu Html Checker says of all HTML and CSS below a folder, in one run."""
    jar = find_node_file("vnu-jar/build/dist/vnu.jar")
    java = shutil.which("java")
    if java is None:
        skip_without("Java")
    files = sorted(str(path) for path in folder.rglob("*") if path.suffix in {".html", ".css"})
    # it runs for a second or two: to compile it as for a day's work took longer than the work
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
    asked = ("--format", "json", "--stdout", "--also-check-css")
    command = [java, *quick, "-jar", str(jar), *asked, *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    messages: list[dict[str, Any]] = json.loads(run.stdout)["messages"]
    return messages


def find_faults(folder: Path) -> list[str]:
    """Return what is wrong with the HTML and CSS of a site that is built, file by file."""
    return [
        f"{message['url'].partition('/build/site/')[2]}:{message.get('lastLine', 1)}: {text}"
        for message in check_markup(folder)
        for text in [message["message"]]
        if not any(re.search(pattern, text) for pattern in NOT_FAULTS)
    ]


def test_pages_and_style_sheets_are_valid(showcase: Path) -> None:
    assert find_faults(showcase) == []
