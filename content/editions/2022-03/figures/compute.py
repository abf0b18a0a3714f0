"""Draw ten years of growth at the three paces that Sevilla et al. (2022) measured.

Run: python content/editions/2022-03/figures/compute.py
"""

from __future__ import annotations

from style import ACCENT, FAINT, INK, SOFT, TIMES, make_figure, write_figure

YEARS = 10
PACES = (
    ("before 2010", 20, SOFT),
    ("large-scale models", 10, INK),
    ("deep learning", 6, ACCENT),
)
"""Era, doubling time in months as the paper's abstract gives it, colour."""


def main() -> None:
    """Write compute.png."""
    figure, axes = make_figure(4.9, left=0.13, right=0.73, bottom=0.14, top=0.95)
    axes.set_yscale("log")
    for era, months, colour in PACES:
        growth = 2 ** (YEARS * 12 // months)
        axes.plot((0, YEARS), (1, growth), color=colour, linewidth=2.6, clip_on=False, zorder=3)
        axes.plot(YEARS, growth, "o", color=colour, markersize=6.5, clip_on=False, zorder=4)
        axes.annotate(
            f"{TIMES}{growth:,}", (YEARS, growth), (13, 8), textcoords="offset points",
            color=colour, fontsize=17, fontweight="semibold", va="center",
        )  # fmt: skip
        axes.annotate(
            f"{era},\ndoubling in {months} months", (YEARS, growth), (13, -4),
            textcoords="offset points", color=colour, fontsize=13, va="top", linespacing=0.98,
        )  # fmt: skip
    axes.set_xlim(0, YEARS)
    axes.set_ylim(1, 3e6)
    axes.set_xticks(range(0, YEARS + 1, 2))
    axes.set_yticks([1, 10, 100, 1e3, 1e4, 1e5, 1e6])
    axes.set_yticklabels(["1", "10", "100", "1,000", "10,000", "100,000", "1 million"])
    axes.minorticks_off()
    axes.grid(axis="y", color=FAINT, linewidth=0.7)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0, pad=8)
    axes.set_xlabel("years", labelpad=2)
    write_figure(figure, __file__)


if __name__ == "__main__":
    main()
