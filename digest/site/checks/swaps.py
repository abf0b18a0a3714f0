"""Texts that seem to be about another paper of the same edition: `text-swapped`.

The words of an entry are looked for in the titles and abstracts of the edition's papers, where a
word counts the more the fewer of these have it. Rarity is that within the edition, so that another
edition's papers change nothing here. Texts in another language than the abstracts share too few
words with any of them to be doubted.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from digest.basics import richtext
from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.content import fragments
from digest.content.wording import read_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.plain import Plain
    from digest.site.join import CoveredEntry, EnrichedEdition

# measured with abstracts of arXiv in two halves, one of which stands for the editor's text: of ten
# papers in one category and exchanged texts 19 of 20 pairs are found, and 1 of 2,000 right texts
# is doubted
_TIMES, _MORE = 1.5, 0.5
"""By how much the words must be nearer to another paper than to their own."""
_PAIR_TIMES, _PAIR_MORE = 1.3, 0.4
"""The same for two texts, each of which is nearer to the other's paper."""
_EVEN = 10
"""Words that are added to the length of each abstract, or the shortest would always be nearest."""


def check_swapped(
    joined: EnrichedEdition, find_plain: Callable[[str], Plain]
) -> Iterator[Diagnostic]:
    """Report entries whose words have less to do with their own paper than with another's.

    Only papers with an abstract are compared. `find_plain` returns the plain form of a fragment.
    """
    known = [one for one in joined.entries if one.work.abstract]
    if len(known) < 2:  # noqa: PLR2004 -- one has no other
        return
    nearness = _Nearness([_words((one.work.title, one.work.abstract)) for one in known])
    texts = [_words(read_texts(fragments.of_entry(one.entry), find_plain)) for one in known]
    scores = [nearness.to_each(text) for text in texts]
    for own, other in sorted(_find_swapped(scores).items()):
        yield _tell(known[own], known[other])


def _tell(covered: CoveredEntry, other: CoveredEntry) -> Diagnostic:
    entry = covered.entry
    file = other.entry.path.rpartition("/")[2]
    message = f"the text of this entry seems to be about the paper of '{file}'"
    hint = (
        "exchange the texts, or correct the ids; "
        "where it is meant so, write '# digest: allow text-swapped' above this line"
    )
    place = entry.work_place or Place(entry.path, 1, 1)
    return place.diagnose("text-swapped", message, hint)


def _find_swapped(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return the texts that stand at a wrong paper, and the paper that each is about."""
    found = {}
    for own, near in enumerate(scores):
        other = max((one for one in range(len(near)) if one != own), key=near.__getitem__)
        if near[other] > _TIMES * near[own] + _MORE:
            found[own] = other
    for one, two in combinations(range(len(scores)), 2):
        kept, crossed = (scores[one][one], scores[two][two]), (scores[one][two], scores[two][one])
        is_nearer = crossed[0] > kept[0] and crossed[1] > kept[1]
        if is_nearer and sum(crossed) > _PAIR_TIMES * sum(kept) + _PAIR_MORE:
            found |= {one: two, two: one}
    return found


class _Nearness:
    """How near a text is to each of some papers."""

    def __init__(self, papers: Sequence[frozenset[str]]) -> None:
        counts = Counter(word for paper in papers for word in paper)
        # what a quarter of the papers has tells none from another
        most = max(2, len(papers) // 4)
        self._weights = {word: 1 / count for word, count in counts.items() if count <= most}
        self._papers = papers
        self._lengths = [math.sqrt(len(paper) + _EVEN) for paper in papers]

    def to_each(self, text: frozenset[str]) -> list[float]:
        telling = text & self._weights.keys()
        return [
            sum(self._weights[word] for word in sorted(telling & paper)) / length
            for paper, length in zip(self._papers, self._lengths, strict=True)
        ]


_WORD = lazy_regex(r"[^\W\d_][\w-]+\w")
_ENDINGS = ("ing", "ed", "es", "ly", "s")
_STEM = 4
"""Letters that are left at least of a word without its ending."""


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Return the telling words of texts, without their endings."""
    plain = richtext.without_styles(" ".join(texts)).lower()
    return frozenset(map(_stem, _WORD.findall(plain))) - _COMMON


# most words of a text have been met before
@functools.lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


_ENGLISH = """
ability able about above accuracy achiev achieve acros additional addres address after against all
allow already also although among analysi analyze and another any approach are art article
available based baseline because been before being below benchmark best better between both but
can capability case challenge code common compar compare comparison complex comprehensive context
could current data dataset deep demonstrat demonstrate develop did different does doing done due
during each effective efficient eight either enabl enable evaluate evaluation even exampl example
exist experiment extensive few find first five for form found four framework from full further
furthermore general generat generate generation give given good had has have having help hence her
here high higher highest him his how however human important improv improve improvement includ
include information input into introduc introduce its just key language large large-scale larger
largest last lead learn level like limit long low lower lowest machine made main major make making
many may method might model more moreover most much must neither network neural new next nine nor
not novel number often one only onto open order other our ours output over own paper part
particular per performance potential present previou prior problem proces propos propose provid
provide quality question range real real-world recent reli rely remain requir require respect
respective result same second set sets seven several shall she short should show shown significant
similar simple since six small smaller smallest solution some source specific state state-of-the-
art still study such system task technique ten term than that the their them then there therefore
these they third this those though three through thus time too toward train two type under unles
until use used uses using variou very via was way ways well were what when where whether which
while who whom whose why will with within without work world would yet you your
"""
_COMMON = frozenset(_ENGLISH.split())
"""Words that any abstract may have, without their endings."""
