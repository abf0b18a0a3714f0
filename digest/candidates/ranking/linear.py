"""A linear model of which papers are chosen: weighted ridge regression.

It is found by conjugate gradients (Hestenes and Stiefel 1952), in plain Python: with thousands of
papers of a hundred words each that takes a second or two, and a library of linear algebra would
take as long to be imported. The order in which it computes is fixed, so that the same papers give
the same model.
"""

from __future__ import annotations

from operator import itemgetter, mul
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.candidates.ranking.table import Row

_MOST_STEPS: Final = 30
_CLOSE: Final = 1e-3
"""How small what is left to be explained is beside what there was, when it is near enough."""


def fit(
    rows: Sequence[Row],
    targets: Sequence[float],
    shares: Sequence[float],
    penalty: float,
    width: int,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[float]:
    """Return the weight of each of `width` columns.

    They make the sum of `shares` times the squared differences from `targets`, and of `penalty`
    times the squares of the weights, as small as it can be. `progress` is told how many steps are
    done, and how many there are at most.
    """
    getters = [itemgetter(*row.columns) for row in rows]

    def apply(weights: list[float]) -> list[float]:
        """Multiply with the matrix of the normal equations."""
        result = [penalty * one for one in weights]
        for row, get, share in zip(rows, getters, shares, strict=True):
            _add(result, row, share * _dot(get(weights), row.values))
        return result

    left = [0.0] * width
    for row, target, share in zip(rows, targets, shares, strict=True):
        _add(left, row, share * target)
    weights, direction = [0.0] * width, left
    size = first = _dot(left, left)
    for number in range(_MOST_STEPS):
        progress(number, _MOST_STEPS)
        if size <= first * _CLOSE**2:
            break
        applied = apply(direction)
        step = size / _dot(direction, applied)
        weights = [one + step * way for one, way in zip(weights, direction, strict=True)]
        left = [one - step * gone for one, gone in zip(left, applied, strict=True)]
        before, size = size, _dot(left, left)
        turn = size / before
        direction = [one + turn * way for one, way in zip(left, direction, strict=True)]
    return weights


def predict(row: Row, weights: Sequence[float]) -> float:
    """Return what the model says of a paper: the higher, the more like those that were chosen."""
    return _dot(itemgetter(*row.columns)(weights), row.values)


def _add(result: list[float], row: Row, factor: float) -> None:
    if factor:
        for column, value in zip(*row, strict=True):
            result[column] += factor * value


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    total: float = sum(map(mul, left, right))
    return total
