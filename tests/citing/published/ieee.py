# ruff: noqa: E501 -- references are easier to compare where they are not cut
"""References as the IEEE prints them, each compared, word by word, with a public copy.

Those of the "Guide" are from the IEEE Reference Guide, version 3.28.2025, by the name of their
section. Its earlier versions, as most libraries quote them, differ: they have no comma between
editors and a city. Other examples are from the IEEE's template and the guides of libraries. Where
each was seen is behind the semicolon, or by itself:

- AutoDOI: github.com/toldxls/AutoDOI, `tests/fixtures/golden-examples.json`, taken from the IEEE's
  own document, with its italics.
- ResearchKit: github.com/demeanour47/researchkit, `src/knowledge/citation/ieee/ieee.test.ts`.
- notes: what others have written down of that version in repositories on GitHub, to be found by
  the words of the example. They are without italics: these are as in the rest of the section.
- template: "Preparation of Papers", of the IEEE's Transactions, as of 2017, with its italics.
- RMIT: github.com/RMITLibrary/easy_cite, `markdown/ieee.md`, with its italics.
- Penn State: guides.libraries.psu.edu/ieeequickguide.
- Auckland: auckland.libguides.com/ieee.
- Box Hill: libguides.bhtafe.edu.au, "IEEE Referencing".
- Federation: www.federation.edu.au/library/study-resources/fedcite/ieee.
- Monash: guides.lib.monash.edu, "Citing and referencing", IEEE.

Quotation marks are curved and ranges of pages have en dashes here, also where a copy is plainer.
"et al." is in italics, as RMIT has it and the IEEE's journals; AutoDOI and the template have none.
"""

from __future__ import annotations

from digest.basics.works import ArxivFacts
from tests.citing.published import make

IEEE = {
    # Guide, "Periodicals", with DOI; AutoDOI. Names of journals are abbreviated there, and here
    # as the record has them
    "journal article": (
        make(
            "article-journal",
            "Induction of electric field in human bodies moving near MRI: An efficient BEM computational procedure",
            "Chiampi, M. M. and Zilberti, L. L.",
            issued=(2011, 10),
            container_title="IEEE Trans. Biomed. Eng.",
            volume="58",
            issue="10",
            page="2787--2793",
            doi="10.1109/tbme.2011.2158315",
        ),
        "M. M. Chiampi and L. L. Zilberti, “Induction of electric field in human bodies moving near MRI: An efficient BEM computational procedure,” *IEEE Trans. Biomed. Eng.*, vol. 58, no. 10, pp. 2787–2793, Oct. 2011, doi: 10.1109/tbme.2011.2158315.",
    ),
    # Guide, "Periodicals"; AutoDOI. It has a comma behind the question mark
    "journal article by more than six": (
        make(
            "article-journal",
            "Can the application of amorphous oxide TFT be an electrophoretic display?",
            "Ito, M. and others",
            issued=(2008, 2),
            container_title="J. Non-Cryst. Solids",
            volume="354",
            issue="19",
            page="2777-2782",
        ),
        "M. Ito *et al.*, “Can the application of amorphous oxide TFT be an electrophoretic display?,” *J. Non-Cryst. Solids*, vol. 354, no. 19, pp. 2777–2782, Feb. 2008.",
    ),
    # Guide, "Periodicals"; AutoDOI
    "journal article of an old volume": (
        make(
            "article-journal",
            "Two problems on Boolean memories",
            "Eriksson, H. and Danielsson, P. E.",
            issued=(1959, 1),
            container_title="IEEE Trans. Electron. Devices",
            volume="ED-11",
            issue="1",
            page="32-33",
        ),
        "H. Eriksson and P. E. Danielsson, “Two problems on Boolean memories,” *IEEE Trans. Electron. Devices*, vol. ED-11, no. 1, pp. 32–33, Jan. 1959.",
    ),
    # Guide, "Periodicals", with article ID; AutoDOI, template
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
        "R. Fardel, M. Nagel, F. Nuesch, T. Lippert, and A. Wokaun, “Fabrication of organic light emitting diode pixels by laser-assisted forward transfer,” *Appl. Phys. Lett.*, vol. 91, no. 6, Aug. 2007, Art. no. 061103.",
    ),
    # Guide, "Periodicals", with article ID; AutoDOI
    "journal article with an article number and a DOI": (
        make(
            "article-journal",
            "Hyperspectral image transformer classification networks",
            "Yang, X. and Cao, W. and Lu, Y. and Zhou, Y.",
            issued=(2022,),
            container_title="IEEE Trans. Geosci. Remote Sens.",
            volume="60",
            number="5528715",
            doi="10.1109/tgrs.2022.3171551",
        ),
        "X. Yang, W. Cao, Y. Lu, and Y. Zhou, “Hyperspectral image transformer classification networks,” *IEEE Trans. Geosci. Remote Sens.*, vol. 60, 2022, Art. no. 5528715, doi: 10.1109/tgrs.2022.3171551.",
    ),
    # Guide, "Periodicals", online; ResearchKit
    "journal article online": (
        make(
            "article-journal",
            "Fiber-optic frequency shifter using a surface acoustic wave incident at an oblique angle",
            "Risk, W. P. and Kino, G. S. and Shaw, H. J.",
            issued=(1986, 2),
            container_title="Opt. Lett.",
            volume="11",
            issue="2",
            page="115-117",
            url="http://ol.osa.org/abstract.cfm?URI=ol-11-2-115",
        ),
        "W. P. Risk, G. S. Kino, and H. J. Shaw, “Fiber-optic frequency shifter using a surface acoustic wave incident at an oblique angle,” *Opt. Lett.*, vol. 11, no. 2, pp. 115–117, Feb. 1986. [Online]. Available: http://ol.osa.org/abstract.cfm?URI=ol-11-2-115",
    ),
    # Guide, "Periodicals", in early access; notes
    "journal article before its issue": (
        make(
            "article-journal",
            "More accurate analysis of sum-product decoding of LDPC codes using a Gaussian approximation",
            "Vatta, F. and Soranzo, A. and Babich, F.",
            issued=(2018, 12, 11),
            container_title="IEEE Commun. Lett.",
            status="early access",
            doi="10.1109/lcomm.2018.2886261",
        ),
        "F. Vatta, A. Soranzo, and F. Babich, “More accurate analysis of sum-product decoding of LDPC codes using a Gaussian approximation,” *IEEE Commun. Lett.*, early access, Dec. 11, 2018, doi: 10.1109/lcomm.2018.2886261.",
    ),
    # Guide, "Periodicals", to be published; notes. The template has "Propagat."
    "journal article in press": (
        make(
            "article-journal",
            "A note on reflector arrays",
            "Miller, E. H.",
            container_title="IEEE Trans. Antennas Propag.",
            status="in press",
        ),
        "E. H. Miller, “A note on reflector arrays,” *IEEE Trans. Antennas Propag.*, to be published.",
    ),
    # Guide, "Periodicals", submitted for publication; notes
    "journal article that is submitted": (
        make("article-journal", "Effect of gamma rays on plasma", "Kim, C. K.", status="submitted"),
        "C. K. Kim, “Effect of gamma rays on plasma,” submitted for publication.",
    ),
    # Guide, "Books"; AutoDOI
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
    # Guide, "Books"; AutoDOI
    "book by a body": (
        make(
            "book",
            "Integrated Electronic Systems",
            "{Westinghouse Electric Corporation (Staff of Technology and Science, Aerospace Div.)}",
            issued=(1970,),
            publisher="Prentice-Hall",
            publisher_place="Englewood Cliffs, NJ, USA",
        ),
        "Westinghouse Electric Corporation (Staff of Technology and Science, Aerospace Div.), *Integrated Electronic Systems*. Englewood Cliffs, NJ, USA: Prentice-Hall, 1970.",
    ),
    # Guide, "Books", with series title; AutoDOI
    "book with editors, in a series": (
        make(
            "book",
            "Handbook of Mathematical Functions",
            "",
            "Abramowitz, M. and Stegun, I. A.",
            issued=(1964,),
            collection_title="Applied Mathematics Series 55",
            publisher="NBS",
            publisher_place="Washington, DC, USA",
            page="32-33",
        ),
        "M. Abramowitz and I. A. Stegun, Eds., *Handbook of Mathematical Functions* (Applied Mathematics Series 55). Washington, DC, USA: NBS, 1964, pp. 32–33.",
    ),
    # template
    "book by pages": (
        make(
            "book",
            "Linear Networks and Systems",
            "Chen, W.-K.",
            issued=(1993,),
            publisher="Wadsworth",
            publisher_place="Belmont, CA, USA",
            page="123-135",
        ),
        "W.-K. Chen, *Linear Networks and Systems*. Belmont, CA, USA: Wadsworth, 1993, pp. 123–135.",
    ),
    # RMIT, "Book with two authors"
    "book of a later edition": (
        make(
            "book",
            "Transmission and Distribution Electrical Engineering",
            "Bayliss, C. R. and Hardy, B. J.",
            issued=(2012,),
            edition="4",
            publisher="Newnes",
            publisher_place="Oxford, U.K.",
        ),
        "C. R. Bayliss and B. J. Hardy, *Transmission and Distribution Electrical Engineering*, 4th ed. Oxford, U.K.: Newnes, 2012.",
    ),
    # Guide, "Books", monographs (online); notes, and ResearchKit without the address
    "book online": (
        make(
            "book",
            "The Terahertz Wave eBook",
            issued=(2014,),
            publisher="ZOmega Terahertz Corp.",
            accessed=(2014, 5, 19),
            url="https://www.scribd.com/document/322662319/Thz-zomega-ebook-pdf",
        ),
        "*The Terahertz Wave eBook*. ZOmega Terahertz Corp., 2014. Accessed: May 19, 2014. [Online]. Available: https://www.scribd.com/document/322662319/Thz-zomega-ebook-pdf",
    ),
    # Guide, "Style"; notes
    "data sheet without a date": (
        make(
            "pamphlet", "BAR50 Series Infineon PIN Diode Datasheet", url="http://www.infineon.com"
        ),
        "*BAR50 Series Infineon PIN Diode Datasheet*. (n.d.). [Online]. Available: http://www.infineon.com",
    ),
    # Guide, "Books", with editor(s); AutoDOI
    "chapter": (
        make(
            "chapter",
            "Random patterns",
            "Stein, L.",
            "Brake, J. S.",
            issued=(1994,),
            container_title="Computers and You",
            page="55-70",
            publisher="Wiley",
            publisher_place="New York, NY, USA",
        ),
        "L. Stein, “Random patterns,” in *Computers and You*, J. S. Brake, Ed., New York, NY, USA: Wiley, 1994, pp. 55–70.",
    ),
    # Guide, "Books"; AutoDOI
    "chapter of a volume": (
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
        "R. L. Myer, “Parametric oscillators and nonlinear materials,” in *Nonlinear Optics*, vol. 4, P. G. Harper and B. S. Wherret, Eds., San Francisco, CA, USA: Academic, 1977, pp. 47–160.",
    ),
    # Guide, "Books", with editor(s); AutoDOI
    "chapter from abroad": (
        make(
            "chapter",
            "What happens when you book an airline ticket? The collection and processing of passenger data post-9/11",
            "Bennett, C.",
            "Zureik, E. and Salter, M.",
            issued=(2005,),
            container_title="Global Surveillance and Policing: Borders, Security, Identity",
            page="113-138",
            publisher="Willan",
            publisher_place="Cullompton, U.K.",
        ),
        "C. Bennett, “What happens when you book an airline ticket? The collection and processing of passenger data post-9/11,” in *Global Surveillance and Policing: Borders, Security, Identity*, E. Zureik and M. Salter, Eds., Cullompton, U.K.: Willan, 2005, pp. 113–138.",
    ),
    # Guide, "Books", monographs (online); AutoDOI. The title of volume 3, "Polymers of Hexadromicon",
    # has no field of its own
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
            url="https://www.scirp.org",
        ),
        "G. O. Young, “Synthetic structure of industrial plastics,” in *Plastics*, vol. 3, J. Peters, Ed., 2nd ed. New York, NY, USA: McGraw-Hill, 1964, pp. 15–64. [Online]. Available: https://www.scirp.org",
    ),
    # Auckland, "Entry in a dictionary/encyclopaedia"; without italics
    "entry of an encyclopedia": (
        make(
            "entry-encyclopedia",
            "Computer graphics",
            "Singh, O.",
            issued=(2007,),
            container_title="McGraw-Hill Encyclopedia of Science and Technology",
            edition="10",
            page="279-291",
            publisher="McGraw Hill",
            publisher_place="New York, NY, USA",
        ),
        "O. Singh, “Computer graphics,” in *McGraw-Hill Encyclopedia of Science and Technology*, 10th ed. New York, NY, USA: McGraw Hill, 2007, pp. 279–291.",
    ),
    # Auckland, "Entry in a dictionary/encyclopaedia"; without italics
    "entry of a dictionary, by nobody": (
        make(
            "entry-dictionary",
            "Adaptive digital pulse code modulation",
            "",
            "Ince, D.",
            issued=(2009,),
            container_title="A Dictionary of the Internet",
            edition="4",
            publisher="Oxford University Press",
            publisher_place="New York, NY, USA",
            accessed=(2020, 10, 23),
            url="https://www.oxfordreference.com/",
        ),
        "“Adaptive digital pulse code modulation,” in *A Dictionary of the Internet*, D. Ince, Ed., 4th ed. New York, NY, USA: Oxford University Press, 2009. Accessed: Oct. 23, 2020. [Online]. Available: https://www.oxfordreference.com/",
    ),
    # Guide, "Conferences", with DOI; AutoDOI
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
        "J. Zhao, G. Sun, G. H. Loh, and Y. Xie, “Energy-efficient GPU design with reconfigurable in-package graphics memory,” in *Proc. ACM/IEEE Int. Symp. Low Power Electron. Design (ISLPED)*, Jul. 2012, pp. 403–408, doi: 10.1145/2333660.2333752.",
    ),
    # Guide, "Conferences", with DOI; AutoDOI
    "conference paper of a year": (
        make(
            "paper-conference",
            "The EURON roboethics roadmap",
            "Veruggio, G.",
            issued=(2006,),
            container_title="Proc. Humanoids ’06: 6th IEEE-RAS Int. Conf. Humanoid Robots",
            page="612-617",
            doi="10.1109/ichr.2006.321337",
        ),
        "G. Veruggio, “The EURON roboethics roadmap,” in *Proc. Humanoids ’06: 6th IEEE-RAS Int. Conf. Humanoid Robots*, 2006, pp. 612–617, doi: 10.1109/ichr.2006.321337.",
    ),
    # Guide, "Conferences", in print; AutoDOI
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
        "S. P. Bingulac, “On the compatibility of adaptive controllers,” in *Proc. 4th Annu. Allerton Conf. Circuit Syst. Theory*, New York, NY, USA, 1994, pp. 8–16.",
    ),
    # Guide, "Conferences", with location; ResearchKit
    "conference paper from abroad": (
        make(
            "paper-conference",
            "SRR-loaded antipodal Vivaldi antenna for UWB applications with tunable notch function",
            "Sarkar, D. and Srivastava, K. V.",
            issued=(2013,),
            container_title="Proc. Int. Symp. Electromagn. Theory",
            event_place="Hiroshima, Japan",
            page="466-469",
        ),
        "D. Sarkar and K. V. Srivastava, “SRR-loaded antipodal Vivaldi antenna for UWB applications with tunable notch function,” in *Proc. Int. Symp. Electromagn. Theory*, Hiroshima, Japan, 2013, pp. 466–469.",
    ),
    # Guide, "Conferences", with location; AutoDOI. The example is dated "Mar. 20–22, 2005": records
    # have no days of a conference
    "conference paper with its place and month": (
        make(
            "paper-conference",
            "Characterization and comparison of modern layer-2 Ethernet survivability protocols",
            "Carmichael, L. S. and Ghani, N. and Rajan, P. K. and O’Donoghue, K. and Holt, R.",
            issued=(2005, 3),
            container_title="Proc. 37th Southeastern Symp. Syst. Theory (SSST 2005)",
            event_place="Tuskegee, AL, USA",
            page="124-129",
        ),
        "L. S. Carmichael, N. Ghani, P. K. Rajan, K. O’Donoghue, and R. Holt, “Characterization and comparison of modern layer-2 Ethernet survivability protocols,” in *Proc. 37th Southeastern Symp. Syst. Theory (SSST 2005)*, Tuskegee, AL, USA, Mar. 2005, pp. 124–129.",
    ),
    # Guide, "Conferences", proceedings online; ResearchKit, whose dates are without their days
    "conference paper online": (
        make(
            "paper-conference",
            "Segmentation of the visible human project (VHP) female cryosection images within MATLAB environment",
            "Yanamadala, J. and others",
            issued=(2014, 10),
            container_title="Proc. 23rd Int. Meshing Roundtable",
            event_place="London, U.K.",
            url="https://feup.libguides.com/ieee/comunicacoes",
        ),
        "J. Yanamadala *et al.*, “Segmentation of the visible human project (VHP) female cryosection images within MATLAB environment,” in *Proc. 23rd Int. Meshing Roundtable*, London, U.K., Oct. 2014. [Online]. Available: https://feup.libguides.com/ieee/comunicacoes",
    ),
    # Guide, "Conferences", paper presented at a conference; AutoDOI. The example is dated
    # "Oct. 5–8, 2010": records have the first day only
    "talk": (
        make(
            "speech",
            "Analytical placement technique for sparse arrays",
            "Caratelli, D. and Viganó, M. C. and Toso, G. and Angeletti, P.",
            issued=(2010, 10, 5),
            event_title="32nd ESA Antenna Workshop",
            event_place="Noordwijk, The Netherlands",
        ),
        "D. Caratelli, M. C. Viganó, G. Toso, and P. Angeletti, “Analytical placement technique for sparse arrays,” presented at the 32nd ESA Antenna Workshop, Noordwijk, The Netherlands, Oct. 5, 2010.",
    ),
    # Guide, "Reports"; notes, and the template with "earth"
    "report": (
        make(
            "report",
            "Oxygen absorption in the Earth’s atmosphere",
            "Reber, E. E. and Michell, R. L. and Carter, C. J.",
            issued=(1988, 11),
            publisher="Aerospace Corp.",
            publisher_place="Los Angeles, CA, USA",
            genre="Technical report",
            number="TR-0200 (4230-46)-3",
        ),
        "E. E. Reber, R. L. Michell, and C. J. Carter, “Oxygen absorption in the Earth’s atmosphere,” Aerospace Corp., Los Angeles, CA, USA, Tech. Rep. TR-0200 (4230-46)-3, Nov. 1988.",
    ),
    # Guide, "Reports"; notes, Penn State
    "report of a day": (
        make(
            "report",
            "Calibration program for the 16-foot antenna",
            "Davis, J. H. and Cogdell, J. R.",
            issued=(1987, 11, 15),
            publisher="Elect. Eng. Res. Lab., Univ. Texas",
            publisher_place="Austin",
            genre="Tech. Memo.",
            number="NGL-006-69-3",
        ),
        "J. H. Davis and J. R. Cogdell, “Calibration program for the 16-foot antenna,” Elect. Eng. Res. Lab., Univ. Texas, Austin, Tech. Memo. NGL-006-69-3, Nov. 15, 1987.",
    ),
    # Guide, "Reports", online; notes, template
    "report online": (
        make(
            "report",
            "Raster: Geographic analysis and modeling with raster data",
            "Hijmans, R. J. and van Etten, J.",
            issued=(2012, 1, 12),
            genre="R Package Version",
            number="2.0-12",
            url="http://CRAN.R-project.org/package=raster",
        ),
        "R. J. Hijmans and J. van Etten, “Raster: Geographic analysis and modeling with raster data,” R Package Version 2.0-12, Jan. 12, 2012. [Online]. Available: http://CRAN.R-project.org/package=raster",
    ),
    # Guide, "Theses and dissertations"; notes, template. The department is part of the school's name
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
        "J. O. Williams, “Narrow-band analyzer,” Ph.D. dissertation, Dept. Elect. Eng., Harvard Univ., Cambridge, MA, USA, 1993.",
    ),
    # Guide, "Theses and dissertations"; notes, template
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
        "N. Kawasaki, “Parametric study of thermal and chemical nonequilibrium nozzle flow,” M.S. thesis, Dept. Electron. Eng., Osaka Univ., Osaka, Japan, 1993.",
    ),
    # Guide, "Unpublished"; notes, template
    "unpublished work": (
        make("manuscript", "An approach to graphs of linear forms", "Smith, B."),
        "B. Smith, “An approach to graphs of linear forms,” unpublished.",
    ),
    # Guide, "Unpublished", preprint; notes. Today's identifiers are longer, as arXiv:2202.09318
    "preprint": (
        make(
            "article",
            "Current-driven magnetic excitations in permalloy-based multilayer nanopillars",
            "Urazhdin, S. and Birge, N. O. and Pratt, Jr., W. P. and Bass, J.",
            issued=(2003,),
            publisher="arXiv",
            arxiv=ArxivFacts("0303149"),
        ),
        "S. Urazhdin, N. O. Birge, W. P. Pratt Jr., and J. Bass, “Current-driven magnetic excitations in permalloy-based multilayer nanopillars,” 2003, arXiv:0303149.",
    ),
    # Guide, "Standards"; notes, template, Penn State
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
    # template. The number tells the year; the example has no other
    "standard with a telling number": (
        make("standard", "Letter Symbols for Quantities", number="ANSI Standard Y10.5-1968"),
        "*Letter Symbols for Quantities*, ANSI Standard Y10.5-1968.",
    ),
    # Penn State, "Cite an online standard"; without italics
    "standard online": (
        make(
            "standard",
            "Frequency Response and Bias",
            genre="NERC Reliability Standard",
            number="BAL-003-0.1b",
            issued=(2009, 5),
            url="http://www.nerc.com/files/BAL-003-0_1b.pdf",
        ),
        "*Frequency Response and Bias*, NERC Reliability Standard BAL-003-0.1b, May 2009. [Online]. Available: http://www.nerc.com/files/BAL-003-0_1b.pdf",
    ),
    # Federation, "Standards and patents"; without italics, and its dash is garbled
    "standard of a body": (
        make(
            "standard",
            "Methods of Testing Soils for Engineering Purposes",
            number="AS 1289.6.2.1–2001",
            issued=(2013, 7),
            publisher="Standards Australia",
            url="https://au.i2.saiglobal.com/management/display/index/0/366773",
        ),
        "*Methods of Testing Soils for Engineering Purposes*, AS 1289.6.2.1–2001, Standards Australia, Jul. 2013. [Online]. Available: https://au.i2.saiglobal.com/management/display/index/0/366773",
    ),
    # Guide, "Patents"; notes, and Monash with "July"
    "patent": (
        make(
            "patent",
            "Nonlinear resonant circuit devices",
            "Wilkinson, J. P.",
            issued=(1990, 7, 16),
            genre="U.S. Patent",
            number="3 624 125",
        ),
        "J. P. Wilkinson, “Nonlinear resonant circuit devices,” U.S. Patent 3 624 125, Jul. 16, 1990.",
    ),
    # template
    "patent of two": (
        make(
            "patent",
            "Alternating current fed power supply",
            "Brandli, G. and Dick, M.",
            issued=(1978, 11, 4),
            genre="U.S. Patent",
            number="4 084 217",
        ),
        "G. Brandli and M. Dick, “Alternating current fed power supply,” U.S. Patent 4 084 217, Nov. 4, 1978.",
    ),
    # Monash, "Patents"
    "patent application": (
        make(
            "patent",
            "Direct m-ary quadrature amplitude modulation (QAM) operating in saturated power mode",
            "Voinigescu, S. P. and others",
            issued=(2011, 1, 20),
            genre="U.S. Patent Appl.",
            number="20110013726A1",
        ),
        "S. P. Voinigescu *et al.*, “Direct m-ary quadrature amplitude modulation (QAM) operating in saturated power mode,” U.S. Patent Appl. 20110013726A1, Jan. 20, 2011.",
    ),
    # Guide, "Websites"; ResearchKit
    "web page": (
        make(
            "webpage",
            "Obama inaugurated as President",
            "Smith, J.",
            container_title="CNN.com",
            accessed=(2009, 2, 1),
            url="http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html",
        ),
        "J. Smith. “Obama inaugurated as President.” CNN.com. Accessed: Feb. 1, 2009. [Online]. Available: http://www.cnn.com/POLITICS/01/21/obama_inaugurated/index.html",
    ),
    # Penn State, "Software", and Monash with "level"; without italics. The example has no day
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
        "D. W. Arning *et al.* *Mixed Mode–Mixed Level Circuit Simulator*. (2011). Ngspice. Accessed: Jan. 11, 2019. [Online]. Available: http://ngspice.sourceforge.net",
    ),
    # Penn State, "Datasets"
    "data set": (
        make(
            "dataset",
            "Treatment Episode Dataset: Discharges (TEDS-D): Concatenated, 2006 to 2009",
            "{U.S. Department of Health and Human Services}",
            issued=(2013, 8),
            publisher="U.S. Department of Health and Human Services, Substance Abuse and Mental Health Services Administration, Office of Applied Studies",
            url="http://www.icpsr.umich.edu/icpsrweb/SAMHDA/studies/30122/version",
        ),
        "U.S. Department of Health and Human Services, Aug. 2013, “Treatment Episode Dataset: Discharges (TEDS-D): Concatenated, 2006 to 2009,” U.S. Department of Health and Human Services, Substance Abuse and Mental Health Services Administration, Office of Applied Studies. [Online]. Available: http://www.icpsr.umich.edu/icpsrweb/SAMHDA/studies/30122/version",
    ),
    # Box Hill, "Online videos"; without italics, and without the address, for which ours stands in
    "video": (
        make(
            "motion_picture",
            "Second Grade Bossy R",
            "{Doane Academy}",
            issued=(2013, 2, 28),
            publisher_place="Burlington, NJ, USA",
            accessed=(2018, 6, 3),
            url="https://example.org/",
        ),
        "Doane Academy, Burlington, NJ, USA. *Second Grade Bossy R*. (Feb. 28, 2013). Accessed: Jun. 3, 2018. [Online Video]. Available: https://example.org/",
    ),
}
