"""The look that all figures of this edition share, and how they are written to disk.

The scripts need matplotlib, which digest itself does not: pip install matplotlib
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib import pyplot as plt
from PIL import Image

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAPER = "#fffdf8"
INK = "#24211d"
SOFT = "#6f6a62"
FAINT = "#d9d3c7"
ACCENT = "#a8401f"
TINT = "#f1ddd2"
WASH = "#f9efe8"

TIMES = "\N{MULTIPLICATION SIGN}"

WIDTH = 8.0
"""Inches; at `DPI` this is 1600 pixels."""
DPI = 200
COLOURS = 48
"""Of the palette: enough for smooth edges in four inks."""

mpl.use("Agg")
mpl.rcParams.update(
    {
        "font.family": "DejaVu Sans",
        "font.size": 12.5,
        "mathtext.fontset": "dejavuserif",
        "text.color": INK,
        "axes.edgecolor": SOFT,
        "axes.labelcolor": SOFT,
        "axes.linewidth": 0.8,
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.facecolor": PAPER,
        "figure.facecolor": PAPER,
        "xtick.color": SOFT,
        "ytick.color": SOFT,
        "xtick.major.width": 0.8,
        "ytick.major.width": 0.8,
        "lines.solid_capstyle": "round",
    }
)


def make_figure(height: float, **margins: float) -> tuple[Figure, Axes]:
    """Return an empty figure `height` inches high and its one pair of axes.

    `margins` are `left`, `right`, `bottom` and `top`, as fractions of the figure.
    """
    figure, axes = plt.subplots(figsize=(WIDTH, height), dpi=DPI)
    figure.subplots_adjust(**margins)
    return figure, axes


def write_figure(figure: Figure, script: str) -> None:
    """Write the figure beside its script, as a small PNG whose bytes depend on nothing else."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})
    picture = Image.open(buffer).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(Path(script).with_suffix(".png"), optimize=True)
