"""The look that all figures of this edition share, and how they are written to disk.

The scripts need what digest itself does not: pip install matplotlib brotli
"""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import matplotlib as mpl
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from matplotlib import font_manager
from matplotlib import pyplot as plt
from PIL import Image

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAPER = "#fffdf8"
INK = "#24211d"
SOFT = "#6f6a62"
FAINT = "#d9d3c7"
ACCENT = "#1f5f8b"
TINT = "#d2e1ea"
WASH = "#eaf1f5"
TIMES = "\N{MULTIPLICATION SIGN}"

WIDTH = 8.0
"""Inches; at `DPI` this is 1600 pixels."""
DPI = 200
COLOURS = 48
"""Of the palette: enough for smooth edges in four inks."""

FACE = Path(__file__).parents[4] / "themes" / "paper" / "static" / "fonts" / "label.woff2"
"""The face of the page's own labels and captions, so that a figure is of one piece with it."""
WEIGHTS = {"normal": 400, "semibold": 600}
FAMILY = "Page Label"

_unpacked = TemporaryDirectory()


def add_face(weight: int) -> None:
    """Make one weight of the face known to matplotlib, which reads fonts from plain files only."""
    font = instancer.instantiateVariableFont(TTFont(FACE), {"wght": weight})
    font.flavor = None
    font["name"].setName(FAMILY, 1, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    path = Path(_unpacked.name) / f"{weight}.ttf"
    font.save(path)
    font_manager.fontManager.addfont(path)


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


for each in WEIGHTS.values():
    add_face(each)
mpl.use("Agg")
mpl.rcParams.update(
    {
        "font.family": FAMILY,
        "font.size": 14,
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
        "ytick.alignment": "center_baseline",
        "xtick.major.width": 0.8,
        "ytick.major.width": 0.8,
        "lines.solid_capstyle": "round",
    }
)
