"""What is to be known of a source of records: how its ids are read, and who is asked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable  # noqa: TC004 -- nothing converts a source


class Id(msgspec.Struct, frozen=True):
    """An id as its source writes it, without its kind and in canonical form."""

    value: str
    """`2202.06991`, or `10.1038/…` in lower case: ids must not differ in their case alone."""
    version: int = 0
    """The version that was named, from 1; 0 where none was."""


class Flaw(msgspec.Struct, frozen=True):
    """Why a text that looks like an id of a source is none."""

    message: str
    """Goes on behind `'…' is not an arXiv id: `; empty where there is no more to say."""
    hint: str = ""


class RecordSource(msgspec.Struct, frozen=True):
    """Who gives ids to works, and has records of them."""

    kind: str
    """What its keys begin with, and the field of an entry: `arxiv`."""
    name: str
    """What people call who has the records: `arXiv`, `doi.org`."""
    an_id: str
    """What its ids are called, with an article: `an arXiv id`."""
    example: str
    """How one is written."""
    read: Callable[[str], Id | Flaw | None]
    """Reads an id that has nothing around it; None for a text that is nothing like one."""
    url: Callable[[str], str]
    """From an id without its kind to the address of the work."""
    function: str
    """What asks for records, `module:function`. It takes ids without their kind, and an address
    that may be written to, and yields a `Reply` for each. It is imported when it is needed."""
    doi: Callable[[str], str] = lambda _id: ""
    """From an id without its kind to the DOI of the work, where it tells one."""
    in_address: Callable[[str, str], str | None] = lambda _host, _path: None
    """From the host and the path of an address to the id in it; None for an address of others."""
    unlike: str = ""
    """What to say of a text that is nothing like its ids: `it does not begin with '10.'`."""

    @property
    def hint(self) -> str:
        """How an id of its looks."""
        return f"{self.an_id} looks like {self.example}"
