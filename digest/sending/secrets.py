"""What others say, without what must never be told."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from digest.basics.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def hide(text: str, secrets: Iterable[str]) -> str:
    """Return a text of others as it may be printed: on one line, and with no secret in it.

    Nor is there one as servers write it in addresses, headers and logs.
    """
    forms = {form for secret in secrets if secret for form in _list_forms(secret)}
    # the longer first: a secret may be a part of what was made of it
    longest = map(re.escape, sorted(forms, key=len, reverse=True))
    hidden = re.sub("|".join(longest), "…", text, flags=re.IGNORECASE) if forms else text
    return printable(" ".join(hidden.split()))


def _list_forms(secret: str) -> Iterator[str]:
    data = secret.encode()
    yield from (secret, quote(secret), quote(secret, safe=""), data.hex())
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        encoded = encode(data).decode()
        yield from (encoded, encoded.rstrip("="))
