"""What was used last, and no more than there is room for."""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeVar

V = TypeVar("V")


class Recent(OrderedDict[str, V]):
    """Values by key, of which only those that were put in last are held."""

    def __init__(self, most: int) -> None:
        """`most` says how many are held."""
        super().__init__()
        self._most = most

    def __setitem__(self, key: str, value: V) -> None:
        super().__setitem__(key, value)
        if len(self) > self._most:
            self.popitem(last=False)
