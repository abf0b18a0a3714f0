"""What tests of records share."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def no_collection() -> Iterator[None]:
    """Collect no garbage: where Python can call nothing more, a finalizer fails and is reported."""
    gc.disable()
    yield
    gc.enable()
