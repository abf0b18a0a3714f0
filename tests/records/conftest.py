"""The services on this machine, and a digest that is led to them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.service import Service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """Run the services, and wait for them a twentieth of the usual time."""
    with Service() as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
        monkeypatch.setenv("DIGEST_HASTE", "20")
        yield running


@pytest.fixture
def no_collection() -> Iterator[None]:
    """Collect no garbage: where Python can call nothing more, a finalizer fails and is reported."""
    gc.disable()
    yield
    gc.enable()
