"""Mistakes in what is said of papers, and in citations of them."""

from __future__ import annotations

import json

from tests.hints.case import BIB, GOOD, OPTIONS, SITE, Case, bib, edition, entry

COILS = "A tokamak holds its plasma by magnetic coils, driven by a learnt policy."
RAYS = "Density and radiance along camera rays render photographs of unseen scenes."

RECORD = "content/papers/arxiv/2202.06991.json"

KEYS = {
    BIB: GOOD
    + "@book{knuth84, title={The TeXbook}, author={Knuth, Donald}, year={1984}}\n"
    + "@book{knuth1984, title={The METAFONTbook}, author={Knuth, Donald}, year={1986}}\n"
}
"""A bibliography with several works."""

SPACED = {BIB: GOOD.replace("knuth", "knuth 1984")}


def recorded(id_: str, abstract: str) -> str:
    """Return the record of an arXiv paper with an abstract."""
    facts = {"id": id_, "version": 1}
    record = {"id": f"arxiv:{id_}", "type": "article", "title": f"A Paper {id_}"}
    author = [{"family": "Lovelace", "given": "Ada"}]
    more = {"author": author, "abstract": abstract, "custom": {"arxiv": facts}}
    return json.dumps({**record, **more, "issued": {"date-parts": [[2022, 2, 14]]}})


def work(fields: str) -> tuple[str, str]:
    """Return references.bib with one work that has some fields."""
    return bib(f"@article{{knuth, title={{A Title}}, {fields}}}\n")


CASES = [
    # --- facts against records
    Case(*entry(f"{OPTIONS}\ntitle: Another Book"), "Another Book", "A Paper"),
    Case(*entry(f"{OPTIONS}\ndate: 2021-01"), "2021-01", "2022-02-14"),
    Case(*entry(f"{OPTIONS}\nauthors: [Ada Lovelac]"), "Ada Lovelac", "Ada Lovelace"),
    Case(*entry(f"{OPTIONS}\nauthors: [Ada Lovelace, Bob Zimt]"), ", Bob Zimt", ""),
    Case(
        *entry("arxiv: 2202.06995\nauthors: [Alan Turing, Ada Lovelace]"),
        "[Alan Turing, Ada Lovelace]",
        "[Ada Lovelace, Alan Turing]",
    ),
    Case(*entry("arxiv: 2202.06995\nauthors: [Ada Lovelace]"), "\nauthors: [Ada Lovelace]", ""),
    Case(*entry("arxiv: 2202.06995v1"), "2202.06995v1", "2202.06995v2"),
    Case(*edition("See [@arxiv:2202.06992v1]."), "@arxiv:2202.06992v1", "@arxiv:2202.06992v2"),
    # --- ids
    Case(*entry("arxiv: 10.1000/x"), "arxiv:", "doi:"),
    Case(*entry("doi: 2202.06991"), "doi:", "arxiv:"),
    Case(
        *entry("arxiv: https://openreview.net/forum?id=x"),
        "arxiv: https://openreview.net/forum?id=x",
        "url: https://openreview.net/forum?id=x\ntitle: A\nauthors: [Ada Lovelace]\ndate: 2022",
    ),
    Case(*entry("arxiv: 220206991"), "220206991", "2202.06991"),
    Case(*entry("arxiv: hep-ht/9901001"), "hep-ht", "hep-th"),
    Case(
        *entry("arxiv: https://arxiv.org/abs/2202.06991"),
        "https://arxiv.org/abs/",
        "",
        {SITE: "check: {id-form: warning}\n"},
    ),
    Case(
        *edition("See [@arxiv:https://arxiv.org/abs/2202.06991]."),
        "https://arxiv.org/abs/",
        "",
        {SITE: "check: {id-form: warning}\n"},
    ),
    # --- citations
    Case(*edition("See [@220206991]."), "220206991", "arxiv:2202.06991"),
    Case(*edition("See [@arxiv:2202.6991]."), "2202.6991", "2202.06991"),
    Case(*edition("See [@2202.06991]."), "2202.06991", "arxiv:2202.06991"),
    Case(*edition("See [@arxiv:2202.06990]."), "06990", "06991"),
    Case(
        *edition("See [@dsi]."),
        "@dsi",
        "@2022-03/dsi",
        {BIB: GOOD.replace("knuth", "dsi")},
    ),
    Case(*edition("See [@dsi2]."), "dsi2", "2022-04/dsi2"),
    Case(*edition("See [@2022-03/dsi2]."), "2022-03/dsi2", "2022-04/dsi2"),
    Case(*edition("See [@knuht]."), "knuht", "knuth", {BIB: GOOD}),
    Case(*edition("See [@knuth84]."), "knuth84", "knuth", {BIB: GOOD}),
    Case(
        *edition("See [@knuth'8]."),
        "@knuth'8",
        "@{knuth'84}",
        {BIB: GOOD.replace("knuth", "knuth'84")},
    ),
    Case(
        *edition("See [@2020Natur.585..357H]."),
        "@2020Natur.585..357H",
        "@{2020Natur.585..357H}",
        {BIB: GOOD.replace("knuth", "2020Natur.585..357H")},
    ),
    Case(
        *edition("See [@doi:10.1000/twice]."),
        "doi:10.1000/twice",
        "arxiv:2202.06993",
    ),
    Case(*edition("Thanks to @ada."), "@ada", "\\@ada"),
    Case(*edition("Thanks to @knuht."), "@knuht", "@knuth", {BIB: GOOD}),
    Case(*edition("See [@knuth [@knuth]]."), "[@knuth [@knuth]]", "[@knuth; @knuth]", {BIB: GOOD}),
    Case(*edition("See [@knuth @knuth]."), "[@knuth @knuth]", "[@knuth; @knuth]", {BIB: GOOD}),
    Case(*edition("See [1]."), "[1]", "[@key]", {BIB: GOOD.replace("knuth", "key")}),
    Case(*edition("See [@]."), "[@]", "[@knuth]", {BIB: GOOD}),
    Case(*edition("See [@knuth, a; b]."), "; b", "\\; b", {BIB: GOOD}),
    Case(*edition("See [@knuth1984]."), "@knuth1984", "@{knuth 1984}", SPACED),
    Case(*edition("See [@knuth; knuth84]."), "knuth84", "@knuth84", KEYS),
    Case(*edition("See [cite:@knuth]."), "cite:", "", KEYS),
    Case(*edition("See [[@knuth]]."), "[[@knuth]]", "[@knuth]", KEYS),
    Case(*edition("See [@knuth, p. 5 and more."), "p. 5", "p. 5]", KEYS),
    Case(*edition("See [knuth1984, p. 3]."), "[knuth", "[@knuth", KEYS),
    Case(*edition("See cite:knuth1984."), "cite:knuth1984", "[@knuth1984]", KEYS),
    Case(*edition("See [@knuth;]."), ";", "", {BIB: GOOD}),
    Case(
        *edition("[*see @knuth*]"),
        "[*see @knuth*]",
        "*[see @knuth]*",
        {BIB: GOOD},
    ),
    Case(*edition("Words.", "references: [knuth]\n"), "Words.", "Words [@knuth].", {BIB: GOOD}),
    Case(*edition("See [@arxiv:2202.99999]."), "99999", "06991"),
    Case(
        *entry("doi: 10.1000/y\ntitle: Y\nauthors: [Ada Lovelace]"),
        "doi: 10.1000/y\n",
        "# digest: allow paper-typed\ndoi: 10.1000/y\ndate: 2022\n",
    ),
    Case(
        *entry("doi: 10.1000/y\ntitle: Y\nauthors: [Ada Lovelace]\ndate: 2022"),
        "doi: 10.1000/y\n",
        "# digest: allow paper-typed\ndoi: 10.1000/y\n",
    ),
    Case(
        "content/editions/2022-04/03-x.md",
        "---\narxiv: 2202.06991\n---\nWords.\n",
        "arxiv",
        "# digest: allow covered-before\narxiv",
    ),
    Case(
        "content/editions/2022-03/03-coils.md",
        f"---\narxiv: 2202.00041\n---\n{RAYS}\n",
        "arxiv",
        "# digest: allow text-swapped\narxiv",
        {
            "content/editions/2022-03/04-rays.md": f"---\narxiv: 2202.00042\n---\n{RAYS}\n",
            "content/papers/arxiv/2202.00041.json": recorded("2202.00041", COILS),
            "content/papers/arxiv/2202.00042.json": recorded("2202.00042", RAYS),
        },
    ),
    # --- records
    Case(
        RECORD, recorded("2202.06991", COILS).replace('"article"', '"artcle"'), "artcle", "article"
    ),
    Case(RECORD, recorded("2202.06991", COILS).replace('"issued"', '"isued"'), "isued", "issued"),
    # --- references.bib
    Case(*bib(GOOD.replace("year=", "yaer=")), "yaer", "year"),
    Case(*bib(GOOD.replace("@article", "@artcile")), "@artcile", "@article"),
    Case(*bib(GOOD.replace("@article", "article")), "article{knuth,", "@article{knuth,"),
    Case(*bib(GOOD.replace("knuth, ", "", 1)), "@article{", "@article{key,"),
    Case(*bib(GOOD.replace("knuth", "", 1)), "@article{,", "@article{key,"),
    Case(*work("author={Lovelace, Ada,}"), "Ada,", "Ada"),
    Case(
        *work("author={Lovelace, Ada, Turing, Alan}"),
        "Lovelace, Ada, Turing, Alan",
        "Lovelace, Ada and Turing, Alan",
    ),
    Case(
        *bib("@article{knuth, author={Knuth, Donald}, year=1984}\n"),
        "@article{knuth,",
        "@article{knuth, title = {Words},",
    ),
    Case(
        *work("author={Ada Lovelace; Alan Turing}"),
        "Ada Lovelace; Alan Turing",
        "Ada Lovelace and Alan Turing",
    ),
    Case(
        *work("author={Hugging Face}"),
        "{Hugging Face}",
        "{{Hugging Face}}",
    ),
    Case(
        *work("author={Hugging Face and Ada Lovelace}"),
        "Hugging Face",
        "{Hugging Face}",
    ),
    Case(*work("author={AI, Meta}"), "{AI, Meta}", "{{Meta AI}}"),
    Case(*work("author={Jr, S. W.}"), "Jr, S. W.", "Family, Jr, S. W."),
    Case(*work("editor={Ada Poe}, editortype={tranlator}"), "tranlator", "translator"),
    Case(
        *work("author={Ministry of Health and Welfare}"),
        "{Ministry of Health and Welfare}",
        "{{Ministry of Health and Welfare}}",
    ),
    Case(*work("author={Ada Poe, Bo, Cy Roe}"), "Ada Poe, Bo, Cy Roe", "Poe, Ada and Roe, Cy"),
    Case(
        *work("author={Ada Poe, Bob Roe and Cyd Doe}"),
        "Ada Poe, Bob Roe",
        "Ada Poe and Bob Roe",
    ),
    Case(
        *work("author={Poe, Ada}, year=2020, doi={10.5281/zenodo.XXXXXXX}"),
        ", doi={10.5281/zenodo.XXXXXXX}",
        "",
    ),
    Case(
        *work("journal={arXiv e-prints}, pages={arXiv--2202}"),
        "journal={arXiv e-prints}",
        "eprint = {2202.06991}",
    ),
    Case(*work("author={Smith JA}"), "Smith JA", "Smith, J. A."),
    Case(*work("author={Smith XU}"), "Smith XU", "Smith, X. U."),
    Case(*work("date={next week}"), "next week", "2022-02-14"),
    Case(*work("year={soon}"), "year={soon}", "year = {2022}"),
    Case(*work("year={2012 or 2013}"), "year={2012 or 2013}", "date = {2022-02-14}"),
    Case(*work("year=2022, month=feb, day={Monday}"), "day={Monday}", "day = {14}"),
    Case(
        *work("year=2022, url={www.example.org/a}"),
        "www.example.org/a",
        "https://www.example.org/a",
    ),
    Case(*bib(GOOD + GOOD.replace("{knuth,", "{other, crossref={knuht},")), "knuht", "knuth"),
    # --- records
    Case(
        "content/papers/doi/10.1000%2Fx.json",
        "{",
        "{",
        '{"id": "doi:10.1000/x", "type": "book", "title": "X", "DOI": "10.1000/x"}',
    ),
]
