# ruff: noqa: E501 -- references are easier to compare where they are not cut
"""References in the style of the IEEE.

The IEEE Reference Guide of the IEEE Author Center ("Guide"), by the name of its section.
"""

from __future__ import annotations

from digest.model import ArxivFacts
from tests.citing.published import make

IEEE = {
    # "Periodicals"; the names of journals are abbreviated there, and here as the record has them
    "journal article": (
        make(
            "article-journal",
            "Induction of electric field in human bodies moving near MRI: An efficient BEM "
            "computational procedure",
            "Chiampi, M. M. and Zilberti, L. L.",
            issued=(2011, 10),
            container_title="IEEE Trans. Biomed. Eng.",
            volume="58",
            issue="10",
            page="2787--2793",
            doi="10.1109/tbme.2011.2158315",
        ),
        (
            "M. M. Chiampi and L. L. Zilberti, “Induction of electric field in human bodies moving "
            "near MRI: An efficient BEM computational procedure,” *IEEE Trans. Biomed. Eng.*, vol. 58, "
            "no. 10, pp. 2787–2793, Oct. 2011, doi: 10.1109/tbme.2011.2158315."
        ),
    ),
    # "Periodicals", with an article number
    "journal article with an article number": (
        make(
            "article-journal",
            "Fabrication of organic light emitting diode pixels by laser-assisted forward transfer",
            "Fardel, R. and Nagel, M. and Nuesch, F. and Lippert, T. and Wokaun, A.",
            issued=(2007, 8),
            container_title="Appl. Phys. Lett.",
            volume="91",
            issue="6",
            number="061103",
        ),
        (
            "R. Fardel, M. Nagel, F. Nuesch, T. Lippert, and A. Wokaun, “Fabrication of organic light "
            "emitting diode pixels by laser-assisted forward transfer,” *Appl. Phys. Lett.*, vol. 91, "
            "no. 6, Aug. 2007, Art. no. 061103."
        ),
    ),
    # "Books", book
    "book": (
        make(
            "book",
            "Robot Vision",
            "Klaus, B. and Horn, P.",
            issued=(1986,),
            publisher="MIT Press",
            publisher_place="Cambridge, MA, USA",
        ),
        "B. Klaus and P. Horn, *Robot Vision*. Cambridge, MA, USA: MIT Press, 1986.",
    ),
    # "Books", book (online), as far as "[E-book]", which records do not tell from paper
    "book of a later edition": (
        make(
            "book",
            "Software Architecture in Practice",
            "Bass, L. and Clements, P. and Kazman, R.",
            issued=(2003,),
            edition="2",
            publisher="Addison Wesley",
            publisher_place="Reading, MA, USA",
        ),
        (
            "L. Bass, P. Clements, and R. Kazman, *Software Architecture in Practice*, 2nd ed. "
            "Reading, MA, USA: Addison Wesley, 2003."
        ),
    ),
    # "Books", book with chapter title and editors
    "chapter": (
        make(
            "chapter",
            "Parametric oscillators and nonlinear materials",
            "Myer, R. L.",
            "Harper, P. G. and Wherret, B. S.",
            issued=(1977,),
            container_title="Nonlinear Optics",
            volume="4",
            page="47-160",
            publisher="Academic",
            publisher_place="San Francisco, CA, USA",
        ),
        (
            "R. L. Myer, “Parametric oscillators and nonlinear materials,” in *Nonlinear Optics*, "
            "vol. 4, P. G. Harper and B. S. Wherret, Eds. San Francisco, CA, USA: Academic, 1977, "
            "pp. 47–160."
        ),
    ),
    # "Books", book with chapter title, edition and editor; the title of volume 3, "Polymers of
    # Hexadromicon", has no field of its own
    "chapter of a later edition": (
        make(
            "chapter",
            "Synthetic structure of industrial plastics",
            "Young, G. O.",
            "Peters, J.",
            issued=(1964,),
            container_title="Plastics",
            volume="3",
            edition="2",
            page="15-64",
            publisher="McGraw-Hill",
            publisher_place="New York, NY, USA",
        ),
        (
            "G. O. Young, “Synthetic structure of industrial plastics,” in *Plastics*, vol. 3, "
            "J. Peters, Ed., 2nd ed. New York, NY, USA: McGraw-Hill, 1964, pp. 15–64."
        ),
    ),
    # "Conferences and conference proceedings", with a DOI
    "conference paper": (
        make(
            "paper-conference",
            "Energy-efficient GPU design with reconfigurable in-package graphics memory",
            "Zhao, J. and Sun, G. and Loh, G. H. and Xie, Y.",
            issued=(2012, 7),
            container_title="Proc. ACM/IEEE Int. Symp. Low Power Electron. Design (ISLPED)",
            publisher="ACM",
            page="403-408",
            doi="10.1145/2333660.2333752",
        ),
        (
            "J. Zhao, G. Sun, G. H. Loh, and Y. Xie, “Energy-efficient GPU design with reconfigurable "
            "in-package graphics memory,” in *Proc. ACM/IEEE Int. Symp. Low Power Electron. Design "
            "(ISLPED)*, Jul. 2012, pp. 403–408, doi: 10.1145/2333660.2333752."
        ),
    ),
    # "Conferences and conference proceedings", with the city
    "conference paper with its place": (
        make(
            "paper-conference",
            "On the compatibility of adaptive controllers",
            "Bingulac, S. P.",
            issued=(1994,),
            container_title="Proc. 4th Annu. Allerton Conf. Circuit Syst. Theory",
            event_place="New York, NY, USA",
            page="8-16",
        ),
        (
            "S. P. Bingulac, “On the compatibility of adaptive controllers,” in *Proc. 4th Annu. "
            "Allerton Conf. Circuit Syst. Theory*, New York, NY, USA, 1994, pp. 8–16."
        ),
    ),
    # "Conferences and conference proceedings", presented at; records have the first day only: the
    # example is dated "Nov. 9–12, 1989"
    "talk": (
        make(
            "speech",
            "An analysis of surface-detected EMG as an amplitude-modulated noise",
            "Kreifeldt, J. G.",
            issued=(1989, 11, 9),
            event_title="1989 Int. Conf. Med. Biol. Eng.",
            event_place="Chicago, IL, USA",
        ),
        (
            "J. G. Kreifeldt, “An analysis of surface-detected EMG as an amplitude-modulated noise,” "
            "presented at the 1989 Int. Conf. Med. Biol. Eng., Chicago, IL, USA, Nov. 9, 1989."
        ),
    ),
    # "Reports"
    "report": (
        make(
            "report",
            "Oxygen absorption in the earth’s atmosphere",
            "Reber, E. E. and Michell, R. L. and Carter, C. J.",
            issued=(1988, 11),
            publisher="Aerospace Corp.",
            publisher_place="Los Angeles, CA, USA",
            genre="Technical report",
            number="TR-0200 (4230-46)-3",
        ),
        (
            "E. E. Reber, R. L. Michell, and C. J. Carter, “Oxygen absorption in the earth’s "
            "atmosphere,” Aerospace Corp., Los Angeles, CA, USA, Tech. Rep. TR-0200 (4230-46)-3, "
            "Nov. 1988."
        ),
    ),
    # "Theses (M.S.) and dissertations (Ph.D.)"; the department is part of the school's name
    "thesis": (
        make(
            "thesis",
            "Narrow-band analyzer",
            "Williams, J. O.",
            issued=(1993,),
            genre="PhD thesis",
            publisher="Dept. Elect. Eng., Harvard Univ.",
            publisher_place="Cambridge, MA, USA",
        ),
        (
            "J. O. Williams, “Narrow-band analyzer,” Ph.D. dissertation, Dept. Elect. Eng., Harvard "
            "Univ., Cambridge, MA, USA, 1993."
        ),
    ),
    # "Theses (M.S.) and dissertations (Ph.D.)": of a master
    "master's thesis": (
        make(
            "thesis",
            "Parametric study of thermal and chemical nonequilibrium nozzle flow",
            "Kawasaki, N.",
            issued=(1993,),
            genre="M.S. thesis",
            publisher="Dept. Electron. Eng., Osaka Univ.",
            publisher_place="Osaka, Japan",
        ),
        (
            "N. Kawasaki, “Parametric study of thermal and chemical nonequilibrium nozzle flow,” M.S. "
            "thesis, Dept. Electron. Eng., Osaka Univ., Osaka, Japan, 1993."
        ),
    ),
    # "Standards"
    "standard": (
        make(
            "standard",
            "IEEE Criteria for Class IE Electric Systems",
            genre="IEEE Standard",
            number="308",
            issued=(1969,),
        ),
        "*IEEE Criteria for Class IE Electric Systems*, IEEE Standard 308, 1969.",
    ),
    # "Standards", whose number tells whose it is
    "standard with a telling number": (
        make(
            "standard",
            "Letter Symbols for Quantities",
            number="ANSI Standard Y10.5-1968",
            issued=(1968,),
        ),
        "*Letter Symbols for Quantities*, ANSI Standard Y10.5-1968, 1968.",
    ),
    # "Patents"
    "patent": (
        make(
            "patent",
            "Nonlinear resonant circuit devices",
            "Wilkinson, J. P.",
            issued=(1990, 7, 16),
            genre="U.S. Patent",
            number="3 624 125",
        ),
        (
            "J. P. Wilkinson, “Nonlinear resonant circuit devices,” U.S. Patent 3 624 125, "
            "Jul. 16, 1990."
        ),
    ),
    # "Websites"
    "web page": (
        make(
            "webpage",
            "Obama inaugurated as President",
            "Smith, J.",
            container_title="CNN.com",
            accessed=(2009, 2, 1),
            url="http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html",
        ),
        (
            "J. Smith. “Obama inaugurated as President.” CNN.com. Accessed: Feb. 1, 2009. [Online]. "
            "Available: http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html"
        ),
    ),
    # "Software", as quoted by Penn State's IEEE Quick Citation Guide; the example has no day
    "software": (
        make(
            "software",
            "Mixed Mode–Mixed Level Circuit Simulator",
            "Arning, D. W. and others",
            issued=(2011,),
            publisher="Ngspice",
            accessed=(2019, 1, 11),
            url="http://ngspice.sourceforge.net",
        ),
        (
            "D. W. Arning *et al.* *Mixed Mode–Mixed Level Circuit Simulator*. (2011). Ngspice. "
            "Accessed: Jan. 11, 2019. [Online]. Available: http://ngspice.sourceforge.net"
        ),
    ),
    # "Datasets", as quoted by Penn State's IEEE Quick Citation Guide
    "data set": (
        make(
            "dataset",
            "Treatment Episode Dataset: Discharges (TEDS-D): Concatenated, 2006 to 2009",
            "{U.S. Department of Health and Human Services}",
            issued=(2013, 8),
            publisher="U.S. Department of Health and Human Services, Substance Abuse and Mental "
            "Health Services Administration, Office of Applied Studies",
            url="http://www.icpsr.umich.edu/icpsrweb/SAMHDA/studies/30122/version",
        ),
        (
            "U.S. Department of Health and Human Services, Aug. 2013, “Treatment Episode Dataset: "
            "Discharges (TEDS-D): Concatenated, 2006 to 2009,” U.S. Department of Health and Human "
            "Services, Substance Abuse and Mental Health Services Administration, Office of Applied Studies. [Online]. Available: "
            "http://www.icpsr.umich.edu/icpsrweb/SAMHDA/studies/30122/version"
        ),
    ),
    # "Preprints": “Title,” year, arXiv:id; the paper is one of the showcase's
    "preprint": (
        make(
            "article",
            "DataMUX: Data Multiplexing for Neural Networks",
            "Murahari, Vishvak and Jimenez, Carlos E. and Yang, Runzhe and Narasimhan, Karthik",
            issued=(2022, 2, 18),
            publisher="arXiv",
            doi="10.48550/arxiv.2202.09318",
            url="https://arxiv.org/abs/2202.09318",
            arxiv=ArxivFacts("2202.09318"),
        ),
        (
            "V. Murahari, C. E. Jimenez, R. Yang, and K. Narasimhan, “DataMUX: Data Multiplexing for "
            "Neural Networks,” 2022, arXiv:2202.09318."
        ),
    ),
}
