"""Regular expressions that are compiled when they are used for the first time.

There are hundreds of them, and one run uses few: to compile them all took a tenth of a second.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Later:
    """Stands for a pattern; whatever is asked of it is asked of the compiled one."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever a pattern has
        compiled = re.compile(self.pattern, self._flags)
        # the next time, all of it is found at once
        self.__dict__.update(
            {one: getattr(compiled, one) for one in dir(compiled) if not one.startswith("_")}
        )
        return getattr(compiled, name)


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what does all that `re.compile` would return, and is compiled with its first use.

    A mistake in the pattern is told of then, as `re.error`.
    """
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))
