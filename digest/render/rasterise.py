"""An SVG drawn as a bitmap, in a process of its own.

The library that draws ends its process where memory is lacking, and a drawing of a few lines may
take for ever: neither must end, or hold up, a build. What comes of a drawing is kept in the user's
cache folder, so that one that is refused holds up no other build.
"""

from __future__ import annotations

import codecs
import signal
import subprocess
import sys
from contextlib import suppress

from digest.basics.text import fingerprint
from digest.basics.usercache import keep, recall

_CPU_SECONDS = 3
"""Those that a drawing may take: thousands of lines take one."""
_MOST_SECONDS = 60
"""The same where the machine is busy with something else."""
_MEMORY = 2_000_000_000
"""Bytes that it may take."""
_TOO_LONG, _NEVER = b"it takes too long to draw", b"it cannot be drawn"
_REFUSED = b"refused: "


def rasterise(svg: bytes, width: int) -> bytes:
    """Return a drawing as a PNG, `width` pixels wide, transparent where nothing is drawn.

    The machine's fonts are not used, so that all machines draw alike. Raises ValueError where it
    cannot be drawn.
    """
    key = fingerprint(svg, str(width), _read_version())
    made = recall("figures", key, key)
    if made is None:
        made = _draw_apart(svg, width)
        keep("figures", key, key, made)
    if made.startswith(_REFUSED):
        raise ValueError(made.removeprefix(_REFUSED).decode())
    return made


def _read_version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 -- few newsletters have a drawing

    return version("resvg_py")


def _draw_apart(svg: bytes, width: int) -> bytes:
    """Return a drawing as a PNG, or why there is none. Raises ValueError where that may pass."""
    # -P: nothing in the folder where digest was started is taken for a part of it
    command = [sys.executable, "-P", "-m", "digest.render.rasterise", str(width)]
    try:
        ran = subprocess.run(  # noqa: S603 -- ourselves
            command, input=svg, capture_output=True, check=False, timeout=_MOST_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        if sys.platform == "win32":
            # where nobody counts how long it worked
            return _REFUSED + _TOO_LONG
        raise ValueError(_TOO_LONG.decode()) from error
    if hasattr(signal, "SIGXCPU") and ran.returncode == -signal.SIGXCPU:
        return _REFUSED + _TOO_LONG
    if -ran.returncode in {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGKILL", 0)}:
        # somebody ended it, which says nothing of the drawing
        raise ValueError(_NEVER.decode())
    return _REFUSED + _NEVER if ran.returncode else ran.stdout


def _draw() -> None:
    if sys.platform != "win32":
        _set_bounds()
    from resvg_py import svg_to_bytes  # noqa: PLC0415 -- for this process only

    data = sys.stdin.buffer.read()
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    svg = data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    width = int(sys.argv[1])
    png = svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
    sys.stdout.buffer.write(bytes(png))


def _set_bounds() -> None:
    import resource  # noqa: PLC0415 -- not everywhere

    # nobody else ends it where its parent is killed
    signal.alarm(_MOST_SECONDS)
    for what, most in (
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        # a system may have set less, or may not know it
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


if __name__ == "__main__":
    _draw()
