"""Draw the throughput of DataMUX by the number of inputs mixed, as its abstract gives it.

Run: python content/editions/2022-03/figures/datamux.py
"""

from __future__ import annotations

from style import ACCENT, FAINT, INK, SOFT, TIMES, WASH, make_figure, write_figure

MIXED = (1, 20, 40)
SPEEDUP = (1, 11, 18)
LOST = (2, 4)
"""Inputs in one pass, throughput against one at a time, and the bound on lost MNLI accuracy."""


def main() -> None:
    """Write datamux.png."""
    figure, axes = make_figure(4.6, left=0.09, right=0.97, bottom=0.16, top=0.96)
    axes.plot((1, 40), (1, 40), color=SOFT, linewidth=1.3, dashes=(4, 4), zorder=2)
    axes.annotate(
        "if mixing were free", (30, 30), (-10, 6), textcoords="offset points",
        color=SOFT, ha="right", fontsize=13.5,
    )  # fmt: skip
    axes.fill_between(MIXED, SPEEDUP, color=WASH, linewidth=0, zorder=1)
    axes.plot(MIXED, SPEEDUP, color=ACCENT, linewidth=2.6, zorder=3)
    axes.plot(MIXED, SPEEDUP, "o", color=ACCENT, markersize=8, zorder=4, clip_on=False)
    for mixed, speedup, lost in zip(MIXED[1:], SPEEDUP[1:], LOST, strict=True):
        last = mixed == MIXED[-1]
        place = {"ha": "right" if last else "left", "va": "top", "textcoords": "offset points"}
        across = -6 if last else 8
        axes.annotate(
            f"{speedup}{TIMES} faster", (mixed, speedup), (across, -27 if last else -13),
            color=INK, fontsize=15.5, fontweight="semibold", **place,
        )  # fmt: skip
        axes.annotate(
            f"for under {lost} points", (mixed, speedup), (across, -47 if last else -33),
            color=SOFT, fontsize=13.5, **place,
        )  # fmt: skip
    axes.set_xlim(0, 42)
    axes.set_ylim(0, 40)
    axes.set_xticks(MIXED)
    axes.set_yticks([0, 10, 20, 30, 40])
    axes.set_yticklabels(["0", *(f"{step}{TIMES}" for step in (10, 20, 30, 40))])
    axes.grid(axis="y", color=FAINT, linewidth=0.7)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0, pad=6)
    axes.set_xlabel("inputs mixed into one pass", labelpad=2)
    write_figure(figure, __file__)


if __name__ == "__main__":
    main()
