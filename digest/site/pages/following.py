"""Where the links and the images of a text lead. It is found out once, whatever pages show it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Place
from digest.basics.fragments import Address
from digest.basics.images import is_image_name
from digest.site.addresses import file_address
from digest.site.checks.pictures import check_picture
from digest.site.links.targets import Broken
from digest.site.views.parts import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from digest.basics.fragments import Fragment, Image
    from digest.content.filefacts import FileFacts
    from digest.site.links.targets import Targets
    from digest.site.variants import Variants


class Doubtful(msgspec.Struct, frozen=True):
    """A link that is broken unless something that is no page is published at its address."""

    address: str
    problem: Diagnostic


def make_doubt(broken: Broken, place: Place) -> Doubtful:
    """Return that of a link which stands in a place and is broken."""
    problem = place.diagnose(broken.rule, broken.message, broken.hint)
    return Doubtful(broken.address, problem)


class Followed(msgspec.Struct):
    """Where the links and images of texts lead, gathered one after another."""

    addresses: dict[str, str] = {}
    """By what was written."""
    pictures: dict[str, Picture] = {}
    """The same."""
    files: dict[str, str] = {}
    """Files that they show or link to: address to path below the site's root."""
    variants: dict[str, str] = {}
    """The same for the other formats and sizes of those files."""
    elsewhere: dict[str, Place] = {}
    """Images that they show from addresses elsewhere, and where each is shown first."""
    to_references: list[Address] = []
    """Links to a page's own list of references, which it has where it cites."""
    diagnostics: list[Diagnostic] = []
    doubtful: list[Doubtful] = []

    def add(self, other: Followed) -> None:
        """Add those of a further text."""
        self.addresses.update(other.addresses)
        self.pictures.update(other.pictures)
        self.files.update(other.files)
        self.variants.update(other.variants)
        self.elsewhere.update(other.elsewhere | self.elsewhere)
        self.to_references.extend(other.to_references)
        self.diagnostics.extend(other.diagnostics)
        self.doubtful.extend(other.doubtful)


class Follower:
    """Follows the links and images of texts."""

    def __init__(
        self,
        targets: Targets,
        facts: Callable[[str], FileFacts],
        variants: Callable[[str], Variants],
    ) -> None:
        """`facts` and `variants` tell of a file below content/, by its path."""
        self._targets = targets
        self._facts = facts
        self._variants = variants

    def follow(
        self, fragment: Fragment, source: str, anchors: Collection[str] | None = None
    ) -> Followed:
        """Return where the links and images of a fragment lead, which is written in `source`.

        Links within the page may lead to `anchors`, or where there are none given, to those of
        the page that the file makes.
        """
        holes = fragment.addresses or fragment.outward or fragment.images
        if not holes:
            return Followed()
        # a text that stands in the file twice has its links in other places
        key = ("followed", source, fragment.hash, holes[0].place, anchors)
        return self._targets.remember(key, lambda: self._follow(fragment, source, anchors))

    def show(self, image: Image, source: str) -> Followed:
        """Return where an image is that stands by itself."""
        followed = Followed()
        followed.pictures[image.target] = self._picture(image, source, followed)
        return followed

    def _follow(self, fragment: Fragment, source: str, anchors: Collection[str] | None) -> Followed:
        followed = Followed()
        for address in fragment.addresses:
            self._lead(address, source, anchors, followed)
        for address in fragment.outward:
            if broken := self._targets.check_own(address.target, source):
                followed.doubtful.append(make_doubt(broken, address.place))
        for image in fragment.images:
            followed.pictures[image.target] = self._picture(image, source, followed)
        return followed

    def _lead(
        self, address: Address, source: str, anchors: Collection[str] | None, followed: Followed
    ) -> None:
        target = address.target
        if target.startswith("#"):
            here = self._targets.page(source)
            anchors = here.anchors if here and anchors is None else anchors
            self._lead_within(address, source, anchors, followed)
            return
        found = self._targets.resolve(target, source)
        if not isinstance(found, Broken):
            followed.addresses[target] = found.address
            if found.file:
                followed.files[found.address] = found.file
            return
        doubt = make_doubt(found, address.place)
        if found.address:
            followed.addresses[target] = found.address
            followed.doubtful.append(doubt)
        else:
            followed.diagnostics.append(doubt.problem)

    def _lead_within(
        self, address: Address, source: str, anchors: Collection[str] | None, followed: Followed
    ) -> None:
        """Check a link to a part of the page that it stands on."""
        name = address.target[1:]
        if name == "references":
            followed.to_references.append(address)
        elif anchors is not None and name and name not in anchors:
            message = f"there is no heading '{address.target}' on this page"
            hint = self._targets.hint_anchor(name, anchors, source)
            followed.diagnostics.append(address.place.diagnose("anchor-broken", message, hint))

    def _picture(self, image: Image, source: str, followed: Followed) -> Picture:
        if image.target.startswith(("https://", "http://")):
            followed.elsewhere.setdefault(image.target, image.place)
            return Picture(image.target)
        path = self._targets.file_of(image.target, source)
        if path is None or not is_image_name(path):
            if path is None:
                message, hint = self._targets.explain_file(image.target, source)
            else:
                message = f"this is no image: '{image.target}'"
                hint = "use PNG, JPEG, GIF, WebP, AVIF or SVG"
            followed.diagnostics.append(image.place.diagnose("image-missing", message, hint))
            # where it would be, for a site that lets this pass
            missing = posixpath.join(posixpath.dirname(source), image.target)
            return Picture(file_address(posixpath.normpath(missing)))
        facts = self._facts(path)
        variants = self._variants(path)
        followed.diagnostics.extend(
            check_picture(image.target, image.place, facts, is_damaged=variants.is_damaged)
        )
        address = file_address(path)
        followed.files[address] = path
        made = (one.address for one in variants.shown if one.address != address)
        followed.variants.update(dict.fromkeys(made, path))
        return Picture(address, facts.width, facts.height, variants.shown)
