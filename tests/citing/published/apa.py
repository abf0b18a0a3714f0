# ruff: noqa: E501 -- references are easier to compare where they are not cut
"""References in the style of the American Psychological Association.

- The reference examples of apastyle.apa.org (style-grammar-guidelines/references/examples), by
  the name of their page there.
- The Publication Manual of the American Psychological Association, 7th edition, 2020 ("Manual"),
  by the number of the example in chapter 10 or 11.
"""

from __future__ import annotations

from tests.citing.published import make

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
