"""Draw how often retrieval by Tay et al. (2022) finds the right document at once.

Run: python content/editions/2022-03/figures/dsi.py
"""

from __future__ import annotations

from style import ACCENT, FAINT, INK, SOFT, make_figure, write_figure

ROWS = (
    ("dual encoder", "vectors and a nearest-neighbour search", 24.3, FAINT),
    ("DSI, arbitrary names", "each document a token of its own", 24.0, FAINT),
    ("DSI, telling names", "from clustering; neighbours share a prefix", 40.4, ACCENT),
)
"""System, how it names documents, Hits@1 on NQ320K at the largest size (T5-XXL), colour."""


def main() -> None:
    """Write dsi.png."""
    figure, axes = make_figure(3.1, left=0.5, right=0.9, bottom=0.04, top=0.96)
    axes.axis("off")
    for row, (system, how, hits, colour) in enumerate(reversed(ROWS)):
        ink, weight = (ACCENT, "semibold") if colour == ACCENT else (INK, "normal")
        axes.barh(row, hits, height=0.56, color=colour)
        axes.annotate(
            f"{hits}", (hits, row), (9, 0), textcoords="offset points", va="center",
            color=ink, fontsize=17, fontweight=weight,
        )  # fmt: skip
        axes.annotate(
            system, (0, row), (-14, 9), textcoords="offset points", ha="right", va="center",
            color=ink, fontsize=15.5, fontweight=weight,
        )  # fmt: skip
        axes.annotate(
            how, (0, row), (-14, -10), textcoords="offset points", ha="right", va="center",
            color=SOFT, fontsize=12.5,
        )  # fmt: skip
    axes.plot((0, 0), (-0.45, 2.45), color=SOFT, linewidth=1)
    axes.set_xlim(0, 42)
    axes.set_ylim(-0.55, 2.55)
    write_figure(figure, __file__)


if __name__ == "__main__":
    main()
