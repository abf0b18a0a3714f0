"""The links and pictures of a post, leading from the files that it became."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.text import shorten
from digest.importing.linktargets import replace_targets
from digest.importing.papers.typed import is_no_address, stands_in_place
from digest.importing.parts import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.importing.parts import FaultKind
    from digest.importing.post import Post
    from digest.importing.writing.destinations import Destination
    from digest.importing.writing.oldaddresses import OldAddresses


class Links:
    """Leads the links of one post, and notes those that lead nowhere."""

    def __init__(
        self,
        post: Post,
        destination: Destination,
        pictures: Mapping[str, str],
        addresses: OldAddresses,
    ) -> None:
        """`pictures` has the path of each copy, by the address that the post's text has."""
        self._post = post
        self.destination = destination
        self._pictures = pictures
        self._addresses = addresses
        self.faults: list[Fault] = []
        self.found: dict[str, str] = {}
        """Where links to other posts lead, by what the post has."""

    def lead(self, text: str, path: str, line: int) -> str:
        """Return a Markdown text whose links and pictures lead from the file `path`.

        `line` is that of the post's text on which it begins, for faults.
        """
        return replace_targets(text, lambda target: self.lead_one(target, path, line))

    def lead_one(self, target: str, path: str, line: int) -> str:
        """Return an address as the file `path` must have it."""
        if copied := self._pictures.get(target):
            return _relative(copied, path)
        led = self._addresses.find(target, self._post, self.destination)
        if led is None or led.is_lost:
            self._note_lost(target, line, is_old=led is not None)
        if led is None:
            return target
        if not led.target:
            return target
        self.found[target] = led.target
        file, mark, anchor = led.target.partition("#")
        if file == path:
            # a link to the whole of its own file leads to its top
            return f"#{anchor}" if anchor else posixpath.basename(path)
        return _relative(file, path) + mark + anchor

    def _note_lost(self, target: str, line: int, *, is_old: bool) -> None:
        """Note what is wrong with an address; `is_old` says that it was meant for a post."""
        shown, left = f"'{shorten(target, 120)}'", "left as it is"
        if stands_in_place(target):
            self._note("placeholder", f"{shown} stands in place of an address", left, target, line)
        elif is_no_address(target):
            self._note("address-broken", f"{shown} is no address of the web", left, target, line)
        elif is_old:
            self._note_old(target, line)

    def _note_old(self, target: str, line: int) -> None:
        is_place = target.startswith("#")
        what = "place in its post" if is_place else "post that came in"
        message = f"a link to '{shorten(target, 120)}', which is no {what}"
        done = "it leads to the top" if is_place else ""
        self._note("link-broken", message, done, target, line)

    def _note(self, kind: FaultKind, message: str, done: str, target: str, line: int) -> None:
        lines = self._post.text.split("\n")
        found = (at for at in range(line, len(lines) + 1) if _has_link(lines[at - 1], target))
        fault = Fault(kind, self._post.place.path, next(found, line), message, done)
        if fault not in self.faults:
            self.faults.append(fault)


def _has_link(line: str, target: str) -> bool:
    return any(f"{before}{target}" in line for before in ("(", "<", "]: "))


def _relative(file: str, path: str) -> str:
    return posixpath.relpath(file, posixpath.dirname(path))
