"""Drawings become bitmaps, and what cannot be drawn holds up one build at most."""

from __future__ import annotations

import pytest

from digest.render import rasterise as module
from digest.render.rasterise import rasterise

RECT = '<rect width="4" height="3" fill="red"/>'


def svg(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">{body}</svg>'.encode()


def clipped(levels: int) -> str:
    """Return what is cut by two shapes that are cut by two each, and so on."""
    cut = '<rect width="4" height="3" clip-path="url(#c{})"/>'
    parts = [
        f'<clipPath id="c{level}">{cut.format(level - 1) * 2}</clipPath>'
        for level in range(1, levels)
    ]
    return "".join([f'<clipPath id="c0">{RECT}</clipPath>', *parts, cut.format(levels - 1)])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (clipped(40), "it takes too long to draw"),
        ('<g opacity=".9">' * 400 + RECT + "</g>" * 400, "it cannot be drawn"),
    ],
)
def test_what_is_refused_is_tried_once(
    body: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=said):
            rasterise(svg(body), 1200)
        monkeypatch.setattr(module, "_draw_apart", None)


def test_a_drawing_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = rasterise(svg(RECT), 40)
    assert made.startswith(b"\x89PNG")
    monkeypatch.setattr(module, "_draw_apart", None)
    assert rasterise(svg(RECT), 40) == made
    with pytest.raises(TypeError):
        rasterise(svg(RECT), 80)
