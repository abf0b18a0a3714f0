"""The works that entries of references.bib, as people really have it, describe."""

from __future__ import annotations

import pytest

from digest.basics.works import Name
from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from digest.citing.styles import format_reference
from tests.records.bibtex.texts import entries, problems, work


def test_an_article() -> None:
    text = """
% from Zotero
@article{Ronnow.2014,
  title = {Defining and Detecting {{Quantum Speedup}}},
  author = {R{\\o}nnow, Troels F. and Wang, Zhihui},
  year = 2014,
  month = jul,
  journal = {Science},
  volume = {345}, number = {6195}, pages = {420--424},
  eprint = {1401.2910}, archiveprefix = {arXiv}, primaryclass = {quant-ph},
  doi = {10.1126/SCIENCE.1252319},
}
"""
    assert problems(text) == []
    entry = entries(text)["Ronnow.2014"]
    assert (entry.place.line, entry.place.column) == (3, 1)
    made = entry.work
    assert made.id == "bib:Ronnow.2014"
    assert made.type == "article-journal"
    assert made.title == "Defining and Detecting Quantum Speedup"
    assert made.author[0] == Name("Rønnow", "Troels F.", "", "Troels F. Rønnow")
    assert made.issued == (2014, 7)
    assert (made.container_title, made.volume, made.issue, made.page) == (
        "Science", "345", "6195", "420-424"
    )  # fmt: skip
    assert made.url == "https://doi.org/10.1126/science.1252319"
    assert set(made.aliases) == {
        "doi:10.1126/science.1252319", "arxiv:1401.2910", "doi:10.48550/arxiv.1401.2910"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (
            "@software{k, title={T}, version={2.1}, date={2021-05}, publisher={Zenodo}}",
            {"type": "software", "version": "2.1", "issued": (2021, 5), "publisher": "Zenodo"},
        ),
        (
            "@online{k, title={T}, urldate={2020-01-09}, url={https://example.org/%7Ea_b}}",
            {"type": "webpage", "accessed": (2020, 1, 9), "url": "https://example.org/%7Ea_b"},
        ),
        (
            "@misc{k, title={T}, howpublished={\\url{https://example.org/~a_b}}}",
            {"type": "document", "url": "https://example.org/~a_b"},
        ),
        ("@misc{k, title={T}, note={https://example.org/}}", {"url": "https://example.org/"}),
        (
            "@thesis{k, title={T}, type={phdthesis}, institution={ETH}, location={Zürich}}",
            {"type": "thesis", "genre": "PhD thesis", "publisher": "ETH"}
            | {"publisher_place": "Zürich"},
        ),
        (
            "@patent{k, title={T}, type={patentus}, number={9367592}, holder={{ACME}}}",
            {"type": "patent", "genre": "U.S. Patent", "number": "9367592"},
        ),
        (
            "@report{k, title={T}, type={techreport}, number={7}, institution={MIT}}",
            {"type": "report", "genre": "Technical report", "number": "7", "publisher": "MIT"},
        ),
        (
            (
                "@inproceedings{k, title={T}, booktitle={P}, booksubtitle={Q}, series={CHI '20},"
                " address={New York}, location={Honolulu}, articleno={12}, numpages={14}}"
            ),
            {"container_title": "P: Q", "collection_title": "CHI '20", "number": "12"}
            | {"publisher_place": "New York", "event_place": "Honolulu"},
        ),
        (
            "@inproceedings{k, title={T}, eventtitle={ICML}, venue={Vienna}, publisher={PMLR}}",
            {"event_title": "ICML", "event_place": "Vienna"},
        ),
        (
            (
                "@article{k, title={T}, journaltitle={J}, journalsubtitle={A Review},"
                " entrysubtype={magazine}, issue={Spring}}"
            ),
            {"type": "article-magazine", "container_title": "J: A Review", "issue": "Spring"},
        ),
        (
            "@article{k, title={T}, journal={A Journal}, shortjournal={A J.}}",
            {"container_title": "A Journal", "container_title_short": "A J."},
        ),
        ("@article{k, title={T}, journal={J}, pubstate={inpress}}", {"status": "in press"}),
        ("@inreference{k, title={T}, booktitle={B}}", {"type": "entry-encyclopedia"}),
        ("@unpublished{k, title={T}}", {"type": "manuscript"}),
        ("@mvbook{k, title={T}, edition={Second}}", {"type": "book", "edition": "Second"}),
        ("@book{k, title={Why?}, subtitle={Because}}", {"title": "Why? Because"}),
        (
            "@book{k, title={T}, date={2004/2010}}",
            {"issued": (2004,)},
        ),
        ("@book{k, title={T}, date={2004-21}}", {"issued": (2004,)}),
        ("@book{k, title={T}, date={2004-2-3}}", {"issued": (2004, 2, 3)}),
        ("@book{k, title={T}, year={n.d.}, month={spring}}", {"issued": ()}),
        (
            "@book{k, title={T}, translator={Poe, Ada}, isbn={1-2}, issn={3-4}, chapter={5}}",
            {"translator": (Name("Poe", "Ada", "", "Ada Poe"),), "isbn": "1-2", "issn": "3-4"}
            | {"chapter_number": "5"},
        ),
        ("@book{k, title={T}, date={1969}, origdate={1966}}", {"original_date": (1966,)}),
        ("@misc{k, title={T}, note={Version 2}}", {"note": "Version 2", "status": ""}),
        ("@misc{k, title={T}, note={A.}, addendum={B}}", {"note": "A. B"}),
        ("@misc{k, title={T}, note={To appear.}}", {"note": "", "status": "forthcoming"}),
        ("@misc{k, title={T}, note={To appear in J}}", {"note": "To appear in J", "status": ""}),
        ("@misc{k, title={T}, year={in press}}", {"status": "in press", "issued": ()}),
        (
            (
                "@article{k, title={T}, doi={10.1000/x}, note={http://arxiv.org/abs/2101.00003v2},"
                " eprint={2101.00003}}"
            ),
            {"note": "", "url": "https://doi.org/10.1000/x"},
        ),
        (
            "@misc{k, title={T}, url={https://a.org/}, note={https://b.org/}}",
            {"note": "https://b.org/", "url": "https://a.org/"},
        ),
        ("@misc{k, title={T}, note={arXiv:2101.00003}}", {"note": "", "type": "article"}),
        (
            r"@misc{k, title={T}, howpublished={A post. Available at: \url{https://e.org/}}}",
            {"container_title": "A post", "url": "https://e.org/", "note": ""},
        ),
        (
            r"@misc{k, title={T}, howpublished={[Online]. Available: https://e.org/}}",
            {"container_title": "", "url": "https://e.org/"},
        ),
        (
            r"@misc{k, title={T}, howpublished={\href{https://e.org/}{E}}, publisher={P}}",
            {"container_title": "E", "url": "https://e.org/", "note": "", "publisher": "P"},
        ),
        (
            "@article{k, title={T}, journal={J}, number={4}, Article-Number={812}}",
            {"issue": "4", "number": "812"},
        ),
        ("@article{k, title={T}, journal={J}, art_number={1004}}", {"number": "1004"}),
        (
            "@inproceedings{k, title={T}, booktitle={P}, number={4}, articleno={12}}",
            {"issue": "4", "number": "12"},
        ),
        (
            "@misc{k, title={T}, eprint={2101.00003}, howpublished={Preprint}}",
            {"type": "article", "container_title": "", "note": "Preprint"},
        ),
        (
            r"@misc{k, title={T}, howpublished={A blog. Accessed: 2020-01-31. \url{https://e.org/}}}",
            {"container_title": "A blog", "url": "https://e.org/", "accessed": (2020, 1, 31)},
        ),
        (
            r"@unpublished{k, title={T}, note={Preprint available at \url{https://e.org/a.pdf}}}",
            {"url": "https://e.org/a.pdf", "note": ""},
        ),
        (
            r"@misc{k, title={T}, note={Code available at \url{https://e.org/}}}",
            {"url": "", "note": "Code available at https://e.org/"},
        ),
        ("@article{k, title={T}, journal={J}, pages={1--9 (electronic)}}", {"page": "1-9"}),
        ("@article{k, title={T}, journal={J}, pages={1,5,7--9}}", {"page": "1, 5, 7-9"}),
        ("@article{k, title={T}, journal={J}, pages={1,234--1,240}}", {"page": "1,234-1,240"}),
        (
            "@misc{k, title={T}, note={[Online; accessed 22-July-2004]}}",
            {"note": "", "accessed": (2004, 7, 22)},
        ),
        (
            "@misc{k, title={T}, note={Code. Last accessed on Feb. 3, 2021}, urldate={2021-02-03}}",
            {"note": "Code.", "accessed": (2021, 2, 3)},
        ),
        (
            "@misc{k, title={T}, note={Accessed: 2020-02-31}}",
            {"note": "Accessed: 2020-02-31", "accessed": ()},
        ),
        (
            r"@misc{k, title={T}, url={https://a.org}, howpublished={Code at \url{https://b.org}}}",
            {"container_title": "", "url": "https://a.org", "note": "Code at https://b.org"},
        ),
        (
            "@misc{k, title={T}, howpublished={Post (https://e.org/x_(y)).}}",
            {"container_title": "Post", "url": "https://e.org/x_(y)"},
        ),
        (
            "@misc{k, title={T}, howpublished={To appear}}",
            {"container_title": "", "status": "forthcoming", "note": ""},
        ),
        ("@misc{k, title={T}, addendum={In press}}", {"status": "in press", "note": ""}),
        (
            "@misc{k, title={T}, note={In press. Reprinted}}",
            {"status": "in press", "note": "Reprinted"},
        ),
        (
            "@misc{k, title={T}, eprint={2101.00004}, note={arXiv:2101.00003}}",
            {"aliases": ("arxiv:2101.00004", "doi:10.48550/arxiv.2101.00004")}
            | {"note": "arXiv:2101.00003"},
        ),
        (
            r"@misc{k, title={T}, note={\href{https://e.org/c}{Code here}}}",
            {"note": "Code here, https://e.org/c"},
        ),
        ("@misc{k, title={T}, note={Foo Inc.}, addendum={B?}}", {"note": "Foo Inc. B?"}),
        (
            "@book{k, title={T}, isbn={978-0-387-31073-2 978-0-387-31074-9}, issn={1-2; 3-4}}",
            {"isbn": "978-0-387-31073-2, 978-0-387-31074-9", "issn": "1-2, 3-4"},
        ),
        ("@book{k, title={T}, isbn={978 0 387 31073 2}}", {"isbn": "978 0 387 31073 2"}),
        (
            r"@article{k, title={T}, journal={\prl}, volume={116}, eprint={1602.03837}}",
            {"type": "article-journal", "container_title": "Physical Review Letters"}
            | {"container_title_short": "Phys. Rev. Lett.", "volume": "116"},
        ),
        (
            "@phdthesis{k, title={T}, school={MIT}, publisher={ProQuest}}",
            {"publisher": "MIT", "container_title": "ProQuest"},
        ),
        (
            "@techreport{k, title={T}, institution={NIST}, publisher={US Gov}}",
            {"publisher": "NIST; US Gov"},
        ),
        (
            "@inproceedings{k, title={T}, organization={PMLR}, publisher={ACM}}",
            {"publisher": "ACM; PMLR"},
        ),
        (
            "@book{k, title={T}, organization={IEEE}, publisher={Institute (IEEE)}}",
            {"publisher": "Institute (IEEE)"},
        ),
        (
            "@online{k, title={T}, organization={The Blog}, publisher={Pub}}",
            {"container_title": "The Blog", "publisher": "Pub"},
        ),
        (
            "@article{k, title={T}, journal={J}, doi={10.1000/ab}, url={https://o.net/forum?id=1}}",
            {"url": "https://o.net/forum?id=1", "doi": "10.1000/ab"},
        ),
        (
            "@article{k, title={T}, journal={J}, doi={10.1000/ab}, url={http://dx.doi.org/10.1000/ab}}",
            {"url": "https://doi.org/10.1000/ab"},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={B}, series={LNCS}, number={12}, volume={5}}",
            {"collection_title": "LNCS", "collection_number": "12", "volume": "5", "number": ""},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={AAAI}, volume={33}, number={01}}",
            {"volume": "33", "issue": "01", "number": "", "collection_number": ""},
        ),
        (
            "@book{k, title={Vol t}, maintitle={The Great Work}, mainsubtitle={S}, volume=3}",
            {"collection_title": "The Great Work: S", "volume": "3", "title": "Vol t"},
        ),
        (
            "@article{k, title={T}, journal={J}, number={4}, issue={Spring}, titleaddon={A}}",
            {"issue": "4", "note": "A. Spring"},
        ),
        (
            "@article{k, title={T}, journal={J}, eprint={24901}, eprinttype={jstor}}",
            {"url": "https://www.jstor.org/stable/24901", "note": ""},
        ),
        (
            "@article{k, title={T}, note={[PubMed:30617335] [DOI:10.1000/Ab]}}",
            {"doi": "10.1000/Ab", "url": "https://doi.org/10.1000/ab"},
        ),
        (
            "@misc{k, title={T}, howpublished={https://doi.org/10.1000/ab}}",
            {"doi": "10.1000/ab"},
        ),
        ("@misc{k, title={T}, note={Supplement to doi:10.1000/ab}}", {"doi": ""}),
        (
            "@article{k, title={T}, doi={10.1000/ab}, eprint={24901}, eprinttype={jstor}}",
            {"url": "https://doi.org/10.1000/ab", "note": "jstor: 24901"},
        ),
        (
            "@techreport{k, title={T}, type={Standard}, number={1}}",
            {"type": "standard", "genre": ""},
        ),
        (r"@book{k, title={T}, year={\noopsort{1973c}1981}}", {"issued": (1981,)}),
        ("@book{k, title={A \\&amp; B &#8211; C}}", {"title": "A & B – C"}),
        ("@book{k, title={T}, author={de Gaulle}}", {"author": (Name(literal="de Gaulle"),)}),
        (
            "@book{k, title={T}, author={Wei Wang 0001}}",
            {"author": (Name("Wang", "Wei", "", "Wei Wang"),)},
        ),
        (
            "@book{k, title={T}, author={Poe, Ada et al.}}",
            {"author": (Name("Poe", "Ada", "", "Ada Poe"), Name(literal="others"))},
        ),
        (
            (
                "@article{k, title={T, 50% of}, journal={J}, % checked\n% one, with commas\n"
                " year=2000}"
            ),
            {"title": "T, 50% of", "container_title": "J", "issued": (2000,)},
        ),
        (
            "@misc{k, title={T}, note={Data retrieved May 2019.}}",
            {"note": "Data retrieved May 2019."},
        ),
        ("@misc{k, title={T}, note={Visited 2019}}", {"note": "Visited 2019", "accessed": ()}),
        (
            (
                "@misc{k, title={T}, eprint={2101.00003}, pages={arXiv:2101.00003},"
                " eid={arXiv:2101.00003}}"
            ),
            {"type": "article", "page": "", "number": ""},
        ),
        ("@online{k, title={T}, type={Blog post}, note={Blog post. Foo}}", {"note": "Foo"}),
        ("@patent{k, title={T}, type={patentus}, note={U.S. Patent}}", {"note": ""}),
        (
            "@misc{k, title={T}, note={At https://a.b/c--d and https://e.f/~g}}",
            {"note": "At https://a.b/c--d and https://e.f/~g"},
        ),
        (r"@misc{k, title={T}, note={\url{https://a.b/c}.}}", {"url": "https://a.b/c", "note": ""}),
        ("@misc{k, title={T}, url={10.1000/xyz}}", {"doi": "10.1000/xyz"}),
        ("@misc{k, title={T}, year=2000, month={Q3}}", {"issued": (2000,)}),
        (
            "@misc{k, title={T}, year={to appear in 2025}}",
            {"status": "forthcoming", "issued": (2025,)},
        ),
        ("@misc{k, title={T}, year={2025, in press}}", {"status": "in press", "issued": (2025,)}),
        ("@string{a={X}} @string{a={Y}} @misc{k, title=a}", {"title": "Y"}),
        ("@misc{k, title={T}}\n n = 5 entries\n,\n", {"title": "T"}),
        ("@dataset{k, title={T}, doi={10.5061/DRYAD.8515}}", {"type": "dataset"}),
        ("@book{k, title={T}, publisher={A \\& B}}", {"publisher": "A & B"}),
        (
            "@book{k, author={A}, title={T}, booktitle={B}, editor={E}, pages={3--5}}",
            {"type": "chapter", "container_title": "B", "page": "3-5"},
        ),
        (
            "@book{k, author={A}, title={T}, booktitle={B}, chapter=2}",
            {"type": "chapter", "chapter_number": "2"},
        ),
        ("@book{k, author={A}, title={{A} t}, booktitle={a T}, pages={9}}", {"type": "book"}),
        ("@book{k, author={A}, title={T}, booktitle={B}}", {"type": "book"}),
        (
            "@inproceedings{k, title={T}, booktitle={P}, journal={SIGPLAN}, volume=5, number=2}",
            {"container_title": "P", "collection_title": "SIGPLAN", "volume": "5"},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={P}, journal={J}, series={LNCS}}",
            {"container_title": "P", "collection_title": "LNCS"},
        ),
        (
            "@incollection{k, title={T}, booktitle={{P} q}, journal={p Q}}",
            {"container_title": "P q", "collection_title": ""},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={P}, journal={arXiv:2202.06991}}",
            {"type": "paper-conference", "container_title": "P", "collection_title": ""},
        ),
        ("@inproceedings{k, title={T}, journal={J}}", {"container_title": "J"}),
        (
            "@proceedings{k, author={A}, title={T}, booktitle={B}, pages={3--5}}",
            {"type": "paper-conference", "container_title": "B", "page": "3-5"},
        ),
        ("@proceedings{k, editor={E}, title={T}, booktitle={B}}", {"type": "book"}),
        (
            "@Manual{k, title={T}, note={R package version 1.0.0}}",
            {"type": "software", "version": "1.0.0", "note": ""},
        ),
        (
            "@Manual{k, title={T}, note={R package version 0.5.0, more to come}}",
            {"type": "software", "version": "0.5.0", "note": "more to come"},
        ),
        ("@Manual{k, title={T}, note={R package version x.x.x}}", {"type": "book", "version": ""}),
        ("@data{DVN/X_2018, title={T}, version={V1}}", {"type": "dataset", "version": "V1"}),
        ("@webpage{k, title={T}}", {"type": "webpage"}),
        ("@doctoralthesis{k, title={T}}", {"type": "thesis", "genre": "PhD thesis"}),
        ("@bachelorthesis{k, title={T}}", {"type": "thesis", "genre": "Bachelor\u2019s thesis"}),
        ("@movie{k, title={T}}", {"type": "motion_picture", "genre": "Film"}),
        (
            "@article{k, title={T}, journal={CoRR}, volume={cs.CL/0102003}}",
            {"type": "article", "volume": "", "publisher": "arXiv"},
        ),
        (
            "@misc{k, title={T}, publisher={Google Patents}, note={US Patent App. 12/496,001}}",
            {"type": "patent", "genre": "U.S. Patent Application", "number": "12/496,001"}
            | {"note": "", "publisher": "Google Patents"},
        ),
        (
            "@misc{k, title={T}, howpublished={EP Patent 1,234,567}}",
            {"type": "patent", "genre": "European Patent", "number": "1,234,567"}
            | {"container_title": ""},
        ),
        (
            "@patent{k, title={T}, number={US Patent 6,285,999}}",
            {"genre": "U.S. Patent", "number": "6,285,999"},
        ),
        (
            "@patent{k, title={T}, number={6285999}, nationality={United States}}",
            {"genre": "U.S. Patent", "number": "6285999"},
        ),
        ("@misc{k, title={T}, note={See US Patent 1,234}}", {"type": "document"}),
        (
            "@article{k, title={T}, journal={BMJ}, volume=369, elocation-id={m1328}}",
            {"number": "m1328"},
        ),
        # servers of preprints
        (
            "@article{k, title={T}, journal={bioRxiv}, pages={2020--01}, publisher={CSHL}}",
            {"type": "article", "publisher": "bioRxiv", "page": "", "container_title": ""},
        ),
        (
            "@article{k, title={T}, journal={medRxiv : the preprint server}, pages={030338}}",
            {"type": "article", "publisher": "medRxiv", "page": "", "number": "030338"},
        ),
        (
            (
                "@article{k, title={T}, journal={bioRxiv}, doi={10.1101/2020.01.01.000001},"
                " elocation-id={2020.01.01.000001}}"
            ),
            {"type": "article", "publisher": "bioRxiv", "number": ""},
        ),
        (
            (
                "@techreport{k, title={T}, institution={arXiv}, number={arXiv:1706.03765},"
                " note={arXiv:1706.03765 [cs] type: article}}"
            ),
            {"type": "article", "number": "", "publisher": "arXiv", "note": ""},
        ),
        (
            "@article{k, title={T}, note={Preprint, {arXiv}:math/0211159 [math.{DG}] (2002)}}",
            {"aliases": ("arxiv:math/0211159", "doi:10.48550/arxiv.math/0211159"), "note": ""},
        ),
        # notes that only lead somewhere
        (
            (
                "@misc{k, title={T},"
                " note={Available online: https://a.b/c (accessed on 6 May 2020).}}"
            ),
            {"url": "https://a.b/c", "accessed": (2020, 5, 6), "note": ""},
        ),
        (
            r"@misc{k, title={T}, howpublished={Available at \url{https://a.b/c} (2020/05/06)}}",
            {"url": "https://a.b/c", "accessed": (2020, 5, 6), "container_title": ""},
        ),
        (
            (
                r"@article{k, title={T}, note={[DOI:\href{https://dx.doi.org/10.1000/x}{10.1000/x}]"
                r" [PubMed:\href{https://pubmed.org/7}{7}]}}"
            ),
            {"doi": "10.1000/x", "note": "[PubMed:7]"},
        ),
        # addresses as some programs write them
        ("@misc{k, title={T}, url={https://a.b/?c=1&amp;d=2}}", {"url": "https://a.b/?c=1&d=2"}),
        (r"@misc{k, title={T}, url={\href{https://a.b/c_d}{here}}}", {"url": "https://a.b/c_d"}),
        ("@misc{k, title={T}, url={<https://a.b/c>}}", {"url": "https://a.b/c"}),
        (
            r"@article{k, title={\emph{E. coli}}, journal={{\em Nature}}}",
            {"title": "<i>E. coli</i>", "container_title": "Nature"},
        ),
        (
            r"@inproceedings{k, title={T}, booktitle={\textit{Proc. of X}}}",
            {"container_title": "Proc. of X"},
        ),
        (
            r"@article{k, title={T}, journal={\emph{E. coli} and \emph{C. elegans}}}",
            {"container_title": "<i>E. coli</i> and <i>C. elegans</i>"},
        ),
        (
            "@misc{k, title={T}, doi={10.1002/3:3$<$338::A$>$3.0}}",
            {"doi": "10.1002/3:3<338::A>3.0"},
        ),
        ("@misc{k, title={T}, doi={10.1002/3:3%3C338::A%3E}}", {"doi": "10.1002/3:3<338::A>"}),
        (
            (
                "@article{k, title={T}, url={https://a.b/doi/abs/10.1000/x}, doi={10.1000/x},"
                " eprint={https://a.b/doi/pdf/10.1000/x}}"
            ),
            {"url": "https://doi.org/10.1000/x", "note": ""},
        ),
        ("@article{k, title={T}, eprint={https://a.b/c.pdf}}", {"url": "https://a.b/c.pdf"}),
    ],
)
def test_what_styles_need_comes_through(entry: str, fields: dict[str, object]) -> None:
    assert problems(entry) == []
    made = work(entry)
    assert {name: getattr(made, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("entry", "type_", "publisher"),
    [
        ("@phdthesis{k, title={T}, school={MIT}, ", "thesis", "MIT"),
        ("@book{k, title={T}, publisher={CUP}, ", "book", "CUP"),
        ("@techreport{k, title={T}, institution={NASA}, ", "report", "NASA"),
        ("@dataset{k, title={T}, publisher={HF}, ", "dataset", "HF"),
        ("@misc{k, title={T}, publisher={arXiv}, ", "article", "arXiv"),
        ("@techreport{k, title={T}, institution={arXiv.org}, ", "article", "arXiv"),
    ],
)
def test_what_is_out_elsewhere_too_is_no_preprint(entry: str, type_: str, publisher: str) -> None:
    made = work(f"{entry}eprint={{2101.00003}}, archiveprefix={{arXiv}}}}")
    assert (made.type, made.publisher) == (type_, publisher)
    assert "arxiv:2101.00003" in made.aliases


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("1--10", "1-10"),
        ("1 - 10", "1-10"),
        ("1-1--1-22", "1-1\u20131-22"),
        ("S-1--S-10", "S-1\u2013S-10"),
        ("123-A\u2013125-B", "123-A\u2013125-B"),
        ("1--3, 7--9", "1-3, 7-9"),
    ],
)
def test_hyphens_of_pages_stay(typed: str, pages: str) -> None:
    made = work(f"@article{{k, title={{T}}, pages={{{typed}}}}}")
    assert made.page == pages
    again = format_bibtex([KeyedWork("k", made)])
    assert work(again).page == pages


def test_a_podcast() -> None:
    episode = "@audio{a, author={Doe, Ann}, title={Episode 5}, date={2022-03-01}"
    made = work(episode + ", url={https://e.org/p}}")
    assert format_reference(made, "apa", "en").text == (
        "Doe, A. (2022, March 1). Episode 5 [Audio podcast episode]. https://e.org/p"
    )
    assert format_reference(made, "ieee", "en").text == (
        "A. Doe. Episode 5. (Mar. 1, 2022). [Online]. Available: https://e.org/p"
    )
    made = work(episode + ", booktitle={The Show}, publisher={NPR}, type={Radio broadcast}}")
    assert format_reference(made, "apa", "en").text == (
        "Doe, A. (2022, March 1). Episode 5 [Radio broadcast]. In The Show. NPR."
    )


@pytest.mark.parametrize(
    ("entry", "apa", "ieee"),
    [
        ("manual{k, number={21-050r1}", "T (No. 21-050r1).", "T, no. 21-050r1."),
        ("article{k, journal={J}, pages={Research Paper 99, 49}", "J, Research Paper 99, 49.",
         "J, Research Paper 99, 49, 2020."),
        ("periodical{k, volume=3, number={4}", "(Vol. 3; No. 4).", "T, vol. 3, no. 4. 2020."),
        ("article{k, volume=3, number=2, pages={1--4}", "T (Vol. 3, No. 2, pp. 1\u20134).",
         "vol. 3, no. 2, pp. 1\u20134, 2020."),
        ("report{k, institution={OECD}, number=311, howpublished={Digital Papers}",
         "T (Digital Papers No. 311). OECD.",
         "OECD, Digital Papers 311, 2020."),
        ("techreport{k, institution={MIT}, version={2}", "Version 2", "Tech. Rep., Version 2"),
        ("online{k, version={1.3}", "(Version 1.3)", "Version 1.3, 2020."),
        ("book{k, translator={Roe, Bo and Poe, Al}, editor={Kim, Lee}, publisher={P}",
         "T (L. Kim, Ed.; B. Roe & A. Poe, Trans.). P.",
         "T, L. Kim, Ed., B. Roe and A. Poe, Trans., P, 2020."),
        ("incollection{k, booktitle={B}, translator={Kim, Lee}, editor={Kim, Lee}",
         "T (L. Kim, Trans.). In L. Kim (Ed.), B.", "in B, L. Kim, Ed. and Trans., 2020."),
        ("book{k, editor={Kim, Lee}, editora={Roe, Bo}, editoratype={series}, series={S}, volume=2",
         "S: Vol. 2. T (L. Kim, Ed.; B. Roe, Series Ed.).",
         "T (S, vol. 2), L. Kim, Ed., B. Roe, Series Ed., 2020."),
        (("incollection{k, booktitle={B}, editor={Kim, Lee}, editora={Roe, Bo and Poe, Al}, "
         "editoratype={series}, series={S}, volume=2, pages={1--4}"),
         "In B. Roe & A. Poe (Series Eds.) & L. Kim (Vol. Ed.), S: Vol. 2. B (pp. 1\u20134).",
         "in B (S, vol. 2), L. Kim, Ed., B. Roe and A. Poe, Series Eds., 2020, pp. 1\u20134."),
        ("incollection{k, booktitle={B}, editor={Roe, Bo}, editortype={series}",
         "In B. Roe (Series Ed.), B.", "in B, B. Roe, Series Ed., 2020."),
        ("book{k, origyear=1959, publisher={P}", "P. (Original work published 1959)", "P, 2020."),
        ("book{k, maintitle={Works}, volume=7, series={Classics}, number=75", "Works: Vol. 7. T.",
         "T (Works, vol. 7). 2020."),
        ("book{k, maintitle={Works}, volume=7, part=2", "Works: Vol. 7.2. T.",
         "T (Works, vol. 7.2). 2020."),
        ("mvbook{k, volumes=3", "T (Vols. 1\u20133).", "T, vols. 1\u20133. 2020."),
        ("inbook{k, maintitle={Works}, volume=3, pages={1--9}",
         "T. In Works (Vol. 3, pp. 1\u20139).", "in Works, vol. 3, 2020, pp. 1\u20139."),
        ("book{k, volume=7, series={Classics}, number=75", "T (Vol. 7).",
         "T (Classics, no. 75), vol. 7. 2020."),
        ("patent{k, number=95, type={patreqfr}", "T (French Patent application No. 95).",
         "French Patent application 95, 2020."),
        ("inproceedings{k, booktitle={P}, number={21}", "In P (No. 21).", "in P, no. 21, 2020."),
        ("techreport{k, institution={MIT}, volume=4, number=3", "(Vol. 4; Technical Report No. 3)",
         "Tech. Rep. 3, vol. 4, 2020."),
        ("unpublished{k, journal={J. of X}, institution={MIT}", "J. of X. MIT.", "J. of X"),
        ("book{k, journal={ICLR}", "T. ICLR.", "T, ICLR. 2020."),
        ("book{k, journal={ICLR}, publisher={P}", "T. ICLR. P.", "T, ICLR. P, 2020."),
        ("incollection{k, pages={1--9}, publisher={P}", "T (pp. 1\u20139). P.", "pp. 1\u20139."),
        ("incollection{k, booktitle={B}, version={2.1}", "In B (Version 2.1).", "B, Version 2.1"),
        ("data{k, version={V1}", "T (Version V1) [Data set].", "Version V1"),
        ("legislation{k, journaltitle={OJ L 119}, number={2016/679}", "OJ L 119, No. 2016/679.",
         "OJ L 119, 2020, no. 2016/679."),
        ("standard{k, number={ISO/IEC 27001:2022}", "(ISO/IEC 27001:2022).", "ISO/IEC 27001:2022"),
    ],
)  # fmt: skip
def test_small_facts_are_printed(entry: str, apa: str, ieee: str) -> None:
    made = work(f"@{entry}, author={{Doe, Ann}}, title={{T}}, year=2020}}")
    assert apa in format_reference(made, "apa", "en").text
    assert ieee in format_reference(made, "ieee", "en").text
    again = work(format_bibtex([KeyedWork("k", made)]))
    assert format_reference(again, "apa", "en").text == format_reference(made, "apa", "en").text


def test_an_edited_volume_is_in_no_book_of_its_own() -> None:
    volume = "@proceedings{k, title={16th Symposium on Logic}, booktitle={LICS}, year=2001}"
    assert work(volume).container_title == ""
