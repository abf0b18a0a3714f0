"""`digest share`: texts that tell social networks of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.commands.editionplan import plan_edition
from digest.commands.siteplan import read_newsletter
from digest.output.memo import recall_memo
from digest.render.sharetexts import NETWORKS, ShareText, write_share_text
from digest.site.addresses import edition_address, public_url
from digest.site.index import Imports
from digest.site.views.cards import EditionCard, EntryCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from digest.settings.buildoptions import BuildOptions


class Shared(msgspec.Struct, frozen=True):
    """Texts to paste."""

    texts: dict[str, ShareText]
    """By the network's key in `NETWORKS`."""
    is_waiting: bool
    """Whether the edition is not published yet, so that its address leads nowhere."""
    diagnostics: tuple[Diagnostic, ...]
    """Errors in the edition's own files, by which a name may be missing."""


def share(
    root: Path,
    out: Path,
    id_: str,
    networks: Iterable[str],
    options: Callable[[str], BuildOptions],
) -> Shared:
    """Return texts that tell of the edition `id_`, for some keys of `NETWORKS`.

    That of a draft, or of one of a later date, is as it will be. `out` is where a build keeps its
    memo, which is read and not written. Raises NoEditionError.
    """
    with recall_memo(out) as memo:
        newsletter = read_newsletter(root, memo, options)
        planned = plan_edition(newsletter, id_)
        imports = Imports(planned.site.linked.index)
        cards = imports.ask("edition", id_, EditionCard)
        addresses = [one for some in imports.ask("entries", id_, tuple[str, ...]) for one in some]
        entries = [card for one in addresses for card in imports.ask("card", one, EntryCard)]
    settings, theme = newsletter.settings, newsletter.theme
    url = public_url(settings.url, edition_address(id_))
    texts = {
        network: write_share_text(
            NETWORKS[network],
            settings.title,
            card,
            entries,
            url,
            theme.words_in(card.lang) if theme else {},
        )
        for card in cards
        for network in networks
    }
    folder = f"content/editions/{id_}/"
    own = (one for one in planned.site.diagnostics if one.path.startswith(folder))
    return Shared(texts, planned.is_waiting, tuple(one for one in own if one.severity == "error"))
