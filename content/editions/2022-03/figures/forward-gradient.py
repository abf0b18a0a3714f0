"""Draw forward gradients at one point of the plane, with the gradient that they estimate.

Run: python content/editions/2022-03/figures/forward-gradient.py
"""

from __future__ import annotations

import random

from style import ACCENT, INK, PAPER, SOFT, make_figure, write_figure

GRADIENT = (1.0, 0.0)
"""Along the page, for the sake of its shape; any other would do."""
SAMPLES = 1000
SHOWN = 80
SEED = 17
RIGHT, ROOM = 4.75, 1.3
"""Where the frame ends, and the height below which a label still fits."""


def forward_gradients() -> list[tuple[float, float]]:
    """Return samples of (gradient · v) v, with v from a standard normal distribution."""
    source = random.Random(SEED)  # noqa: S311 -- a drawing, not a secret
    samples = []
    for _ in range(SAMPLES):
        v = (source.gauss(0, 1), source.gauss(0, 1))
        slope = GRADIENT[0] * v[0] + GRADIENT[1] * v[1]
        samples.append((slope * v[0], slope * v[1]))
    return samples


def farthest_in_frame(samples: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the upper sample that lies farthest out and still leaves room for a label."""
    return max(point for point in samples if 0 < point[1] < ROOM and point[0] < RIGHT - 1.3)


def main() -> None:
    """Write forward-gradient.png."""
    figure, axes = make_figure(4.3, left=0, right=1, bottom=0, top=1)
    axes.axis("off")
    axes.set_xlim(-1.35, RIGHT)
    axes.set_ylim(-1.64, 1.64)
    samples = forward_gradients()
    mean = tuple(sum(part) / SAMPLES for part in zip(*samples, strict=True))
    axes.plot((0, 0), (-1.45, 1.45), color=SOFT, linewidth=1.1, dashes=(4, 4))
    for x, y in samples[:SHOWN]:
        axes.plot((0, x), (0, y), color=INK, alpha=0.15, linewidth=1.1, zorder=2)
        axes.plot(x, y, "o", color=INK, alpha=0.45, markersize=4, markeredgewidth=0, zorder=2)
    axes.annotate(
        "", GRADIENT, (0, 0), zorder=5,
        arrowprops={"arrowstyle": "-|>", "color": ACCENT, "linewidth": 3.4,
                    "mutation_scale": 24, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
    axes.plot(0, 0, "o", color=ACCENT, markersize=7, zorder=6)
    axes.plot(
        *mean, "o", markersize=13, markerfacecolor="none", markeredgecolor=ACCENT,
        markeredgewidth=2.2, zorder=6,
    )  # fmt: skip
    note = {
        "textcoords": "offset points", "fontsize": 13.5, "linespacing": 1.02, "zorder": 7,
        "bbox": {"facecolor": PAPER, "edgecolor": "none", "pad": 3},
    }  # fmt: skip
    line = {"arrowstyle": "-", "linewidth": 1, "shrinkA": 3, "shrinkB": 2}
    axes.annotate(
        "the gradient, and the mean\nof a thousand forward gradients", mean, (52, -74),
        color=ACCENT, va="top", arrowprops=line | {"color": ACCENT, "shrinkB": 8}, **note,
    )  # fmt: skip
    axes.annotate(
        "none ever\npoints\nthis way", (0, 0), (-22, 0),
        color=SOFT, ha="right", va="center", **note,
    )  # fmt: skip
    axes.annotate(
        "eighty of them", farthest_in_frame(samples[:SHOWN]), (9, 0),
        color=INK, va="center", ha="left", **note,
    )  # fmt: skip
    write_figure(figure, __file__)


if __name__ == "__main__":
    main()
