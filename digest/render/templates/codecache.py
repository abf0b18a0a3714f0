"""The code of compiled templates, kept for other processes.

To compile one takes a hundredth of a second, and a build with one page to make needs four.
"""

from __future__ import annotations

import marshal
import os
from typing import TYPE_CHECKING

import jinja2

from digest.basics.text import fingerprint
from digest.basics.usercache import keep, recall, stamp_of

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class CodeCache(jinja2.BytecodeCache):
    """Keeps the code of templates that are compiled in one environment."""

    def __init__(self, environment: str) -> None:
        """`environment` tells it from others, in which the same text makes another code."""
        self._environment = environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return under which name the code of a template is kept."""
        places = (os.fsencode(name), os.fsencode(filename or ""))
        return fingerprint(self._environment, *places)

    def get_source_checksum(self, source: str) -> str:
        """Return what tells the text of a template, and the Jinja that compiles it, from others."""
        return fingerprint(source, stamp_of("jinja2"))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find the code of a template, if it was kept."""
        data = recall("templates", bucket.key, bucket.checksum)
        if data is not None:
            # no other than digest can have written it: see `usercache`
            bucket.code = marshal.loads(data)  # noqa: S302

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        keep("templates", bucket.key, bucket.checksum, marshal.dumps(bucket.code))
