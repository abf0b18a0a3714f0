"""What to do where something that a test needs is not on this machine."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

IN_CI = os.environ.get("CI") == "true"


def skip_without(what: str) -> NoReturn:
    """Skip the test for lack of `what`, and say so; in CI nothing may be lacking."""
    if IN_CI:
        pytest.fail(f"in CI there must be {what}", pytrace=False)
    pytest.skip(f"needs {what}; `make test` installs it where that can be done")
