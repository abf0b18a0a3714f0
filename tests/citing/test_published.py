# ruff: noqa: E501 -- references are easier to compare where they are not cut
"""References as those who made the styles print them.

Each example has its source beside it; facts and examples are theirs:

- APA: the reference examples of apastyle.apa.org (style-grammar-guidelines/references/examples),
  by the name of their page there, and the Publication Manual of the American Psychological
  Association, 7th edition, 2020 ("Manual"), by the number of the example in chapter 10 or 11.
- IEEE: the IEEE Reference Guide of the IEEE Author Center ("Guide"), by the name of its section.
- plain: the style is digest's own, `“Title” by A, B and C, year`; its examples are the same works,
  written out by hand.

Where a record cannot hold what an example prints, the note says so and the line is without it.
DOIs are in lower case, as records have them.
"""

from __future__ import annotations

from typing import Any

import pytest

from digest.citing.styles import format_reference
from digest.model import ArxivFacts, Work
from digest.records.names import parse_names


def make(kind: str, title: str, author: str = "", editor: str = "", **fields: Any) -> Work:
    """Make a work from names as BibTeX has them."""
    if "doi" in fields:
        fields.setdefault("url", f"https://doi.org/{fields['doi']}")
    return Work(
        "bib:x", kind, title, author=parse_names(author), editor=parse_names(editor), **fields
    )


APA = {
    # "Journal article references", 1
    "journal article": (
        make(
            "article-journal",
            "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial "
            "groups in the United States",
            "Grady, J. S. and Her, M. and Moreno, G. and Perez, C. and Yelinek, J.",
            issued=(2019,),
            container_title="Psychology of Popular Media Culture",
            volume="8",
            issue="3",
            page="207-217",
            doi="10.1037/ppm0000185",
        ),
        (
            "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in "
            "storybooks: A comparison of storybooks that represent ethnic and racial groups in the "
            "United States. *Psychology of Popular Media Culture*, *8*(3), 207–217. "
            "https://doi.org/10.1037/ppm0000185"
        ),
    ),
    # "Journal article references", 2: an article number, a title that ends in a quotation
    "journal article with an article number": (
        make(
            "article-journal",
            'Teaching medicine with the help of "Dr. House"',
            "Jerrentrup, A. and Mueller, T. and Glowalla, U. and Herder, M. and Henrichs, N. and "
            "Neubauer, A. and Schaefer, J. R.",
            issued=(2018, 3, 13),
            container_title="PLoS ONE",
            volume="13",
            issue="3",
            number="e0193972",
            doi="10.1371/journal.pone.0193972",
        ),
        (
            "Jerrentrup, A., Mueller, T., Glowalla, U., Herder, M., Henrichs, N., Neubauer, A., & "
            "Schaefer, J. R. (2018). Teaching medicine with the help of “Dr. House.” *PLoS ONE*, "
            "*13*(3), Article e0193972. https://doi.org/10.1371/journal.pone.0193972"
        ),
    ),
    # "Journal article references", 3: no volume, no DOI
    "journal article without a volume": (
        make(
            "article-journal",
            "Climate change: New discipline practices promote college access",
            "Stegmeir, M.",
            issued=(2016,),
            container_title="The Journal of College Admission",
            issue="231",
            page="44--47",
            url="https://www.nxtbook.com/ygsreprints/NACAC/nacac_jca_spring2016/#/46",
        ),
        (
            "Stegmeir, M. (2016). Climate change: New discipline practices promote college access. "
            "*The Journal of College Admission*, (231), 44–47. "
            "https://www.nxtbook.com/ygsreprints/NACAC/nacac_jca_spring2016/#/46"
        ),
    ),
    # Manual, example 4: more than twenty authors
    "more than twenty authors": (
        make(
            "article-journal",
            "The NCEP/NCAR 40-year reanalysis project",
            "Kalnay, E. and Kanamitsu, M. and Kistler, R. and Collins, W. and Deaven, D. and "
            "Gandin, L. and Iredell, M. and Saha, S. and White, G. and Woollen, J. and Zhu, Y. and "
            "Chelliah, M. and Ebisuzaki, W. and Higgins, W. and Janowiak, J. and Mo, K. C. and "
            "Ropelewski, C. and Wang, J. and Leetmaa, A. and Reynolds, R. and Jenne, R. and "
            "Joseph, D.",
            issued=(1996,),
            container_title="Bulletin of the American Meteorological Society",
            volume="77",
            issue="3",
            page="437-471",
            doi="10.1175/1520-0477(1996)077<0437:tnyrp>2.0.co;2",
        ),
        (
            "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., "
            "Saha, S., White, G., Woollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., "
            "Janowiak, J., Mo, K. C., Ropelewski, C., Wang, J., Leetmaa, A., … Joseph, D. (1996). The "
            "NCEP/NCAR 40-year reanalysis project. *Bulletin of the American Meteorological Society*, "
            "*77*(3), 437–471. https://doi.org/10.1175/1520-0477(1996)077<0437:tnyrp>2.0.co;2"
        ),
    ),
    # "Preprint article references"
    "preprint": (
        make(
            "article",
            "A meta-analytic review of the benefit of spacing out retrieval practice episodes on "
            "retention",
            "Latimier, A. and Peyre, H. and Ramus, F.",
            issued=(2020,),
            publisher="PsyArXiv",
            url="https://psyarxiv.com/kzy7u/",
        ),
        (
            "Latimier, A., Peyre, H., & Ramus, F. (2020). *A meta-analytic review of the benefit of "
            "spacing out retrieval practice episodes on retention*. PsyArXiv. "
            "https://psyarxiv.com/kzy7u/"
        ),
    ),
    # "Whole book references", 1
    "book": (
        make(
            "book",
            "The psychology of prejudice: From attitudes to social action",
            "Jackson, L. M.",
            issued=(2019,),
            edition="2",
            publisher="American Psychological Association",
            doi="10.1037/0000168-000",
        ),
        (
            "Jackson, L. M. (2019). *The psychology of prejudice: From attitudes to social action* "
            "(2nd ed.). American Psychological Association. https://doi.org/10.1037/0000168-000"
        ),
    ),
    # "Whole book references", 2
    "edited book": (
        make(
            "book",
            "Microaggression theory: Influence and implications",
            "",
            "Torino, G. C. and Rivera, D. P. and Capodilupo, C. M. and Nadal, K. L. and Sue, D. W.",
            issued=(2019,),
            publisher="John Wiley & Sons",
            doi="10.1002/9781119466642",
        ),
        (
            "Torino, G. C., Rivera, D. P., Capodilupo, C. M., Nadal, K. L., & Sue, D. W. (Eds.). "
            "(2019). *Microaggression theory: Influence and implications*. John Wiley & Sons. "
            "https://doi.org/10.1002/9781119466642"
        ),
    ),
    # "Chapter in an edited book references", 1
    "chapter": (
        make(
            "chapter",
            "Culinary arts: Talent and their development",
            "Aron, L. and Botella, M. and Lubart, T.",
            "Subotnik, R. F. and Olszewski-Kubilius, P. and Worrell, F. C.",
            issued=(2019,),
            container_title="The psychology of high performance: Developing human potential into "
            "domain-specific talent",
            page="345-359",
            publisher="American Psychological Association",
            doi="10.1037/0000120-016",
        ),
        (
            "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their development. "
            "In R. F. Subotnik, P. Olszewski-Kubilius, & F. C. Worrell (Eds.), *The psychology of high "
            "performance: Developing human potential into domain-specific talent* (pp. 345–359). "
            "American Psychological Association. https://doi.org/10.1037/0000120-016"
        ),
    ),
    # "Chapter in an edited book references", 2: an edition
    "chapter of a later edition": (
        make(
            "chapter",
            "Currents in the study of persuasion",
            "Dillard, J. P.",
            "Oliver, M. B. and Raney, A. A. and Bryant, J.",
            issued=(2020,),
            container_title="Media effects: Advances in theory and research",
            edition="4",
            page="115-129",
            publisher="Routledge",
        ),
        (
            "Dillard, J. P. (2020). Currents in the study of persuasion. In M. B. Oliver, A. A. Raney, "
            "& J. Bryant (Eds.), *Media effects: Advances in theory and research* (4th ed., "
            "pp. 115–129). Routledge."
        ),
    ),
    # "Conference proceedings references": in a series of books
    "conference paper in a series": (
        make(
            "paper-conference",
            "Probability estimation by an adapted genetic algorithm in web insurance",
            "Bedenel, A.-L. and Jourdan, L. and Biernacki, C.",
            "Battiti, R. and Brunato, M. and Kotsireas, I. and Pardalos, P.",
            issued=(2019,),
            collection_title="Lecture notes in computer science",
            volume="11353",
            container_title="Learning and intelligent optimization",
            page="225-240",
            publisher="Springer",
            doi="10.1007/978-3-030-05348-2_21",
        ),
        (
            "Bedenel, A.-L., Jourdan, L., & Biernacki, C. (2019). Probability estimation by an adapted "
            "genetic algorithm in web insurance. In R. Battiti, M. Brunato, I. Kotsireas, & "
            "P. Pardalos (Eds.), *Lecture notes in computer science: Vol. 11353. Learning and "
            "intelligent optimization* (pp. 225–240). Springer. "
            "https://doi.org/10.1007/978-3-030-05348-2_21"
        ),
    ),
    # "Conference presentation references", 1; records have the first day of a conference only:
    # the example is dated "2019, August 8–11"
    "talk": (
        make(
            "speech",
            "Gun violence: An event on the power of community",
            "Evans, Jr., A. C. and Garbarino, J. and Bocanegra, E. and Kinscherff, R. T. and "
            "Márquez-Greene, N.",
            issued=(2019, 8, 8),
            event_title="APA 2019 Convention",
            event_place="Chicago, IL, United States",
            url="https://convention.apa.org/2019-video",
        ),
        (
            "Evans, A. C., Jr., Garbarino, J., Bocanegra, E., Kinscherff, R. T., & Márquez-Greene, N. "
            "(2019, August 8). *Gun violence: An event on the power of community* [Conference "
            "presentation]. APA 2019 Convention, Chicago, IL, United States. "
            "https://convention.apa.org/2019-video"
        ),
    ),
    # "Report by a government agency references"; its parent agency comes before the agency there,
    # as one publisher here
    "report": (
        make(
            "report",
            "Taking time: Support for people with cancer",
            "{National Cancer Institute}",
            issued=(2019,),
            genre="NIH Publication",
            number="18-2059",
            publisher="U.S. Department of Health and Human Services, National Institutes of Health",
            url="https://www.cancer.gov/publications/patient-education/takingtime.pdf",
        ),
        (
            "National Cancer Institute. (2019). *Taking time: Support for people with cancer* (NIH "
            "Publication No. 18-2059). U.S. Department of Health and Human Services, National "
            "Institutes of Health. "
            "https://www.cancer.gov/publications/patient-education/takingtime.pdf"
        ),
    ),
    # "Published dissertation or thesis references", 2
    "thesis": (
        make(
            "thesis",
            "The interaction of state and trait worry on response monitoring in those with worry "
            "and obsessive-compulsive symptoms",
            "Zambrano-Vazquez, L.",
            issued=(2016,),
            genre="Doctoral dissertation",
            publisher="University of Arizona",
            container_title="UA Campus Repository",
            url="https://repository.arizona.edu/handle/10150/620615",
        ),
        (
            "Zambrano-Vazquez, L. (2016). *The interaction of state and trait worry on response "
            "monitoring in those with worry and obsessive-compulsive symptoms* [Doctoral dissertation, "
            "University of Arizona]. UA Campus Repository. "
            "https://repository.arizona.edu/handle/10150/620615"
        ),
    ),
    # "Published dissertation or thesis references", 1: a number
    "thesis from a database": (
        make(
            "thesis",
            "Factors influencing customer satisfaction at a fast food hamburger chain: The "
            "relationship between customer satisfaction and customer loyalty",
            "Kabir, J. M.",
            issued=(2016,),
            genre="Doctoral dissertation",
            number="Publication No. 10169573",
            publisher="Wilmington University",
            container_title="ProQuest Dissertations & Theses Global",
        ),
        (
            "Kabir, J. M. (2016). *Factors influencing customer satisfaction at a fast food hamburger "
            "chain: The relationship between customer satisfaction and customer loyalty* (Publication "
            "No. 10169573) [Doctoral dissertation, Wilmington University]. ProQuest Dissertations & "
            "Theses Global."
        ),
    ),
    # "Data set references", 1
    "data set": (
        make(
            "dataset",
            "Cognitive effects of music and dance training in children",
            "D'Souza, A. and Wiseheart, M.",
            issued=(2018,),
            number="ICPSR 37080",
            version="V1",
            publisher="ICPSR",
            doi="10.3886/icpsr37080.v1",
        ),
        (
            "D’Souza, A., & Wiseheart, M. (2018). *Cognitive effects of music and dance training in "
            "children* (ICPSR 37080; Version V1) [Data set]. ICPSR. "
            "https://doi.org/10.3886/icpsr37080.v1"
        ),
    ),
    # "Data set references", 2: who made it has published it
    "data set of its publisher": (
        make(
            "dataset",
            "American trends panel Wave 26",
            "{Pew Research Center}",
            issued=(2018,),
            publisher="Pew Research Center",
            url="https://www.pewsocialtrends.org/dataset/american-trends-panel-wave-26",
        ),
        (
            "Pew Research Center. (2018). *American trends panel Wave 26* [Data set]. "
            "https://www.pewsocialtrends.org/dataset/american-trends-panel-wave-26"
        ),
    ),
    # Manual, example 77
    "software": (
        make(
            "software",
            "Comprehensive meta-analysis",
            "Borenstein, M. and Hedges, L. and Higgins, J. and Rothstein, H.",
            issued=(2014,),
            version="3.3.070",
            publisher="Biostat",
            url="https://www.meta-analysis.com/",
        ),
        (
            "Borenstein, M., Hedges, L., Higgins, J., & Rothstein, H. (2014). *Comprehensive "
            "meta-analysis* (Version 3.3.070) [Computer software]. Biostat. "
            "https://www.meta-analysis.com/"
        ),
    ),
    # "Webpage on a website references", 3: author and site are the same
    "web page": (
        make(
            "webpage",
            "The top 10 causes of death",
            "{World Health Organization}",
            issued=(2018, 5, 24),
            container_title="World Health Organization",
            url="https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
        ),
        (
            "World Health Organization. (2018, May 24). *The top 10 causes of death*. "
            "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death"
        ),
    ),
    # "Webpage on a website references", 4: no day
    "web page of a month": (
        make(
            "webpage",
            "Anxiety disorders",
            "{National Institute of Mental Health}",
            issued=(2018, 7),
            publisher="U.S. Department of Health and Human Services, National Institutes of Health",
            url="https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml",
        ),
        (
            "National Institute of Mental Health. (2018, July). *Anxiety disorders*. U.S. Department "
            "of Health and Human Services, National Institutes of Health. "
            "https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml"
        ),
    ),
    # "Webpage on a website references", 5: one that changes
    "web page that changes": (
        make(
            "webpage",
            "U.S. and world population clock",
            "{U.S. Census Bureau}",
            publisher="U.S. Department of Commerce",
            url="https://www.census.gov/popclock/",
            accessed=(2020, 1, 9),
        ),
        (
            "U.S. Census Bureau. (n.d.). *U.S. and world population clock*. U.S. Department of "
            "Commerce. Retrieved January 9, 2020, from https://www.census.gov/popclock/"
        ),
    ),
    # "Magazine article references", 1
    "magazine article": (
        make(
            "article-magazine",
            "New middle chapter in the story of human evolution",
            "Schaefer, N. K. and Shapiro, B.",
            issued=(2019, 9, 6),
            container_title="Science",
            volume="365",
            issue="6457",
            page="981-982",
            doi="10.1126/science.aay3550",
        ),
        (
            "Schaefer, N. K., & Shapiro, B. (2019, September 6). New middle chapter in the story of "
            "human evolution. *Science*, *365*(6457), 981–982. https://doi.org/10.1126/science.aay3550"
        ),
    ),
    # "Newspaper article references", 1; a title that ends in a question mark
    "newspaper article": (
        make(
            "article-newspaper",
            "Can we get better at forgetting?",
            "Carey, B.",
            issued=(2019, 3, 22),
            container_title="The New York Times",
            url="https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
        ),
        (
            "Carey, B. (2019, March 22). Can we get better at forgetting? *The New York Times*. "
            "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html"
        ),
    ),
    # "Newspaper article references", 2: in print
    "newspaper article in print": (
        make(
            "article-newspaper",
            "North Korea vows to restart shuttered reactor that can make bomb-grade plutonium",
            "Harlan, C.",
            issued=(2013, 4, 2),
            container_title="The Washington Post",
            page="A1, A4",
        ),
        (
            "Harlan, C. (2013, April 2). North Korea vows to restart shuttered reactor that can make "
            "bomb-grade plutonium. *The Washington Post*, A1, A4."
        ),
    ),
    # "Blog post and blog comment references", 1
    "blog post": (
        make(
            "post-weblog",
            "Can we talk scientifically about free will?",
            "Klymkowsky, M.",
            issued=(2018, 9, 15),
            container_title="Sci-Ed",
            url="https://blogs.plos.org/scied/2018/09/15/can-we-talk-scientifically-about-free-will/",
        ),
        (
            "Klymkowsky, M. (2018, September 15). Can we talk scientifically about free will? "
            "*Sci-Ed*. "
            "https://blogs.plos.org/scied/2018/09/15/can-we-talk-scientifically-about-free-will/"
        ),
    ),
    # "YouTube references", 1
    "video": (
        make(
            "motion_picture",
            "Soft robotic gripper for jellyfish",
            "{Harvard University}",
            issued=(2019, 8, 28),
            publisher="YouTube",
            url="https://www.youtube.com/watch?v=guRoWTYfxMs",
        ),
        (
            "Harvard University. (2019, August 28). *Soft robotic gripper for jellyfish* [Video]. "
            "YouTube. https://www.youtube.com/watch?v=guRoWTYfxMs"
        ),
    ),
    # Manual, section 11.8
    "patent": (
        make(
            "patent",
            "Using metaphors to present concepts across different intellectual domains",
            "Hiremath, S. C. and Kumar, S. and Lu, F. and Salehi, A.",
            issued=(2016,),
            genre="U.S. Patent",
            number="9,367,592",
            publisher="U.S. Patent and Trademark Office",
        ),
        (
            "Hiremath, S. C., Kumar, S., Lu, F., & Salehi, A. (2016). *Using metaphors to present "
            "concepts across different intellectual domains* (U.S. Patent No. 9,367,592). U.S. Patent "
            "and Trademark Office."
        ),
    ),
    # "ISO standard references"
    "standard": (
        make(
            "standard",
            "Occupational health and safety management systems—Requirements with guidance for use",
            "{International Organization for Standardization}",
            issued=(2018,),
            genre="ISO Standard",
            number="45001:2018",
            url="https://www.iso.org/standard/63787.html",
        ),
        (
            "International Organization for Standardization. (2018). *Occupational health and safety "
            "management systems—Requirements with guidance for use* (ISO Standard No. 45001:2018). "
            "https://www.iso.org/standard/63787.html"
        ),
    ),
    # "Dictionary entry references"
    "entry of an encyclopedia": (
        make(
            "entry-encyclopedia",
            "Behaviorism",
            "Graham, G.",
            "Zalta, E. N.",
            issued=(2019,),
            container_title="The Stanford encyclopedia of philosophy",
            edition="Summer 2019 ed.",
            publisher="Stanford University",
            url="https://plato.stanford.edu/archives/sum2019/entries/behaviorism",
        ),
        (
            "Graham, G. (2019). Behaviorism. In E. N. Zalta (Ed.), *The Stanford encyclopedia of "
            "philosophy* (Summer 2019 ed.). Stanford University. "
            "https://plato.stanford.edu/archives/sum2019/entries/behaviorism"
        ),
    ),
}

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
            "D. W. Arning et al. *Mixed Mode–Mixed Level Circuit Simulator*. (2011). Ngspice. "
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

PLAIN = {
    "journal article": "“Emotions in storybooks: A comparison of storybooks that represent ethnic "
    "and racial groups in the United States” by J. S. Grady et al., 2019",
    "journal article with an article number": "“Teaching medicine with the help of ‘Dr. House’” by "
    "A. Jerrentrup et al., 2018",
    "preprint": "“A meta-analytic review of the benefit of spacing out retrieval practice episodes "
    "on retention” by A. Latimier, H. Peyre and F. Ramus, 2020",
    "book": "“The psychology of prejudice: From attitudes to social action” by L. M. Jackson, 2019",
    "edited book": "“Microaggression theory: Influence and implications” by G. C. Torino et al. "
    "(Eds.), 2019",
    "chapter": "“Culinary arts: Talent and their development” by L. Aron, M. Botella and "
    "T. Lubart, 2019",
    "talk": "“Gun violence: An event on the power of community” by A. C. Evans Jr. et al., 2019",
    "report": "“Taking time: Support for people with cancer” by National Cancer Institute, 2019",
    "thesis": "“The interaction of state and trait worry on response monitoring in those with "
    "worry and obsessive-compulsive symptoms” by L. Zambrano-Vazquez, 2016",
    "data set": "“Cognitive effects of music and dance training in children” by A. D’Souza and "
    "M. Wiseheart, 2018",
    "software": "“Comprehensive meta-analysis” by M. Borenstein, L. Hedges, J. Higgins and "
    "H. Rothstein, 2014",
    "web page that changes": "“U.S. and world population clock” by U.S. Census Bureau",
    "newspaper article": "“Can we get better at forgetting?” by B. Carey, 2019",
    "video": "“Soft robotic gripper for jellyfish” by Harvard University, 2019",
    "standard": "“Occupational health and safety management systems—Requirements with guidance for "
    "use” by International Organization for Standardization, 2018",
}


def marked(work: Work, style: str) -> str:
    """Return a reference as text with its italics between asterisks."""
    made = format_reference(work, style, "en")
    html = made.html.replace("<i>", "*").replace("</i>", "*")
    for sign, code in (("<", "&lt;"), (">", "&gt;"), ("'", "&#x27;"), ("&", "&amp;")):
        html = html.replace(code, sign)
    text = html.replace("</a>", "")
    while "<a href=" in text:
        before, _, rest = text.partition("<a href=")
        text = before + rest.partition('">')[2]
    assert text.replace("*", "") == made.text
    return text


@pytest.mark.parametrize("name", sorted(APA))
def test_apa(name: str) -> None:
    work, printed = APA[name]
    assert marked(work, "apa") == printed


@pytest.mark.parametrize("name", sorted(IEEE))
def test_ieee(name: str) -> None:
    work, printed = IEEE[name]
    assert marked(work, "ieee") == printed


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_plain(name: str) -> None:
    work, _ = APA[name]
    assert marked(work, "plain") == PLAIN[name]
