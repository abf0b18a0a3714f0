"""Draw the blocks of HiP-16, one of the models of Carreira et al. (2022).

Run: python content/editions/2022-03/figures/hip.py
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import FancyBboxPatch
from style import ACCENT, FAINT, INK, SOFT, TINT, make_figure, write_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GROUPS = (16, 4, 1, 1, 1, 4, 16)
LATENTS = (128, 256, 256, 64, 256, 256, 128)
"""Groups of each block from input to output, and latents of each of its groups."""
HEIGHT = 16.0
GAP = 0.14
BREADTH = 1.12
STEP = 2.3


def main() -> None:
    """Write hip.png."""
    figure, axes = make_figure(4.6, left=0.01, right=0.99, bottom=0.01, top=0.99)
    axes.axis("off")
    middle = len(GROUPS) // 2
    for block, (groups, latents) in enumerate(zip(GROUPS, LATENTS, strict=True)):
        left = block * STEP
        each = HEIGHT / groups
        for group in range(groups):
            axes.add_patch(
                FancyBboxPatch(
                    (left, group * each + GAP), BREADTH, each - 2 * GAP,
                    boxstyle="round,pad=0,rounding_size=0.16", mutation_aspect=1.6,
                    facecolor=ACCENT if block == middle else TINT,
                    edgecolor=ACCENT, linewidth=0.9, zorder=3,
                )
            )  # fmt: skip
        axes.text(
            left + BREADTH / 2, -0.75, f"{groups}", color=INK, fontsize=17, fontweight="semibold",
            ha="center", va="top",
        )  # fmt: skip
        axes.text(
            left + BREADTH / 2, -2.4, f"{latents}", color=SOFT, fontsize=13.5, ha="center", va="top"
        )
        if block + 1 < len(GROUPS):
            draw_links(axes, left + BREADTH, left + STEP, groups, GROUPS[block + 1])
    draw_skips(axes)
    axes.text(-0.45, -0.95, "groups", color=INK, fontsize=13.5, ha="right", va="top")
    axes.text(-0.45, -2.4, "latents in each", color=SOFT, fontsize=13.5, ha="right", va="top")
    axes.text(
        -0.45, HEIGHT / 2, "the input,\nflattened\nin its own\norder", color=SOFT, fontsize=13.5,
        ha="right", va="center", linespacing=1.02,
    )  # fmt: skip
    axes.set_xlim(-4.0, 6 * STEP + BREADTH + 0.5)
    axes.set_ylim(-4.1, HEIGHT + 4.6)
    write_figure(figure, __file__)


def draw_links(axes: Axes, left: float, right: float, before: int, after: int) -> None:
    """Join the groups of two neighbouring blocks by the inputs that they share."""
    many = max(before, after)
    for number in range(many):
        start = (number * before // many + 0.5) * HEIGHT / before
        end = (number * after // many + 0.5) * HEIGHT / after
        axes.plot((left, right), (start, end), color=SOFT, linewidth=0.7, zorder=1)


def draw_skips(axes: Axes) -> None:
    """Join each block before the middle with its mirror image behind it."""
    for block in range(3):
        first, last = block * STEP + BREADTH / 2, (6 - block) * STEP + BREADTH / 2
        top = HEIGHT + 3.9 - block * 1.2
        axes.plot(
            (first, first, last, last),
            (HEIGHT + 0.15, top, top, HEIGHT + 0.15),
            color=FAINT,
            linewidth=1.2,
            solid_joinstyle="round",
        )


if __name__ == "__main__":
    main()
