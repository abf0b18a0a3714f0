"""The program is stopped before it has done anything."""

from __future__ import annotations

import subprocess
import sys

import pytest

from digest.basics.endingsignals import ENDING

STARTED = """\
import signal, sys

class Stopping:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            signal.raise_signal({number})

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Stopping())
from digest.cli import main

main()
"""


@pytest.mark.parametrize("number", sorted(map(int, ENDING)))
def test_what_is_stopped_while_it_is_being_imported_says_so(number: int) -> None:
    command = [sys.executable, "-c", STARTED.format(number=number), "--help"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 128 + number
    assert ended.stderr == "stopped; every file is whole\n"
    assert ended.stdout == ""
