"""The categories into which arXiv sorts its papers (https://arxiv.org/category_taxonomy)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_CLASSES = {
    "astro-ph": "CO EP GA HE IM SR",
    "cond-mat": "dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con",
    "cs": "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE"
    " NI OH OS PF PL RO SC SD SE SI SY",
    "econ": "EM GN TH",
    "eess": "AS IV SP SY",
    "math": "AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT"
    " SG SP ST",
    "nlin": "AO CD CG PS SI",
    "physics": "acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph"
    " flu-dyn gen-ph geo-ph hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph",
    "q-bio": "BM CB GN MN NC OT PE QM SC TO",
    "q-fin": "CP EC GN MF PM PR RM ST TR",
    "stat": "AP CO ME ML OT TH",
}
_WHOLE = (
    *("gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph"),
    *("nucl-ex", "nucl-th", "quant-ph"),
)
"""Archives without classes of their own."""

ARXIV_CATEGORIES = (
    *(f"{archive}.{one}" for archive, classes in _CLASSES.items() for one in classes.split()),
    *_CLASSES,
    *_WHOLE,
)
"""All of them, and the archives, each of which stands for all its categories."""

_SECOND_NAMES = {
    "cs.IT": "math.IT",
    "econ.GN": "q-fin.EC",
    "eess.SY": "cs.SY",
    "math-ph": "math.MP",
    "math.NA": "cs.NA",
    "math.ST": "stat.TH",
}
"""Categories that another archive has as well; a paper's primary one is always called the first."""


def is_one_of(primary: str, named: Collection[str]) -> bool:
    """Tell whether a paper's primary category is among categories and archives, by any name."""
    names = (primary, _SECOND_NAMES.get(primary, primary))
    return any(one in named or one.partition(".")[0] in named for one in names)
