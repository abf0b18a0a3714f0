"""An SVG drawn as a bitmap, in a process of its own.

The library that draws ends its process where memory is lacking, and a drawing of a few lines may
take for ever: neither must end, or hold up, a build.
"""

from __future__ import annotations

import codecs
import signal
import subprocess
import sys

_MOST_SECONDS = 20


def rasterise(svg: bytes, width: int) -> bytes:
    """Return a drawing as a PNG, `width` pixels wide, transparent where nothing is drawn.

    The machine's fonts are not used, so that all machines draw alike. Raises ValueError where it
    cannot be drawn.
    """
    # -P: nothing in the folder where digest was started is taken for a part of it
    command = [sys.executable, "-P", "-m", "digest.render.rasterise", str(width)]
    try:
        ran = subprocess.run(  # noqa: S603 -- ourselves
            command, input=svg, capture_output=True, check=False, timeout=_MOST_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise ValueError("it takes too long to draw") from error
    if ran.returncode:
        raise ValueError("it cannot be drawn")
    return ran.stdout


def _draw() -> None:
    if hasattr(signal, "alarm"):
        # nobody else ends it where its parent is killed
        signal.alarm(_MOST_SECONDS)
    from resvg_py import svg_to_bytes  # noqa: PLC0415 -- for this process only

    data = sys.stdin.buffer.read()
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    svg = data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    width = int(sys.argv[1])
    png = svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
    sys.stdout.buffer.write(bytes(png))


if __name__ == "__main__":
    _draw()
