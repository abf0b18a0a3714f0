"""A preview from its beginning to its end."""

from __future__ import annotations

import shutil
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from digest.basics.files import check_links, name_temporary
from digest.commands.serve.answers import Answers
from digest.commands.serve.preview import Preview
from digest.commands.serve.state import SharedState
from digest.commands.serve.watching import watch_sources
from digest.output.memo import find_memo
from digest.settings.config import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.commands.serve.reports import Reports
    from digest.commands.serve.server import Server


def serve(root: Path, servers: list[Server], told: Reports, ready: Callable[[str], None]) -> None:
    """Build the newsletter in `root`, serve it, and build it again after every save.

    `servers` are listening already, and are ended at the end; `ready` is told the address as
    soon as there is something to see at it. Returns never: an interrupt ends it, wherever a
    build stands, as every file is written whole. Raises FileError where the preview's folder is
    reached by a link.
    """
    port = servers[0].server_port
    origin = f"http://127.0.0.1:{port}"
    # a folder for each port: two previews of one newsletter must not write into each other's
    out = root / "build" / ".preview" / str(port)
    check_links(root / "build", f".preview/{port}")
    shared = SharedState()
    take_memo(root / "build", out)
    preview = Preview(root, out, origin, shared, told)
    stop = threading.Event()
    watcher = threading.Thread(
        target=watch_sources, args=(root, stop, preview.saved, told.progress), daemon=True
    )
    watcher.start()
    try:
        preview.rebuild(frozenset())
        for server in servers:
            server.start(Answers(preview, shared), shared)
        ready(origin + read_settings(root).base_path)
        preview.run()
    finally:
        stop.set()
        for server in servers:
            server.end()
        # it must be out of its library before Python ends
        watcher.join(timeout=1)


def take_memo(build: Path, out: Path) -> None:
    """Give a preview into `out` that has none the memo of the builds into the folder `build`.

    So the first preview need not parse what a build has parsed.
    """
    mine, theirs = find_memo(out), find_memo(build)
    if mine.exists() or not theirs.is_file():
        return
    # it only saves time
    with suppress(OSError):
        mine.parent.mkdir(parents=True, exist_ok=True)
        # of ten thousand entries it is too large for the memory
        writing = name_temporary(mine.parent, "writing")
        shutil.copyfile(theirs, writing)
        writing.replace(mine)
