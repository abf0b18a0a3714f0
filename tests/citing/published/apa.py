# ruff: noqa: E501 -- references are easier to compare where they are not cut
"""References as the American Psychological Association prints them.

They are from two works of the association, of which each comment names one first:

- the reference examples of apastyle.apa.org (style-grammar-guidelines/references/examples), by
  what their page is about, in quotation marks, and their place on it (pages there are renamed and
  their examples renewed);
- the Publication Manual of the American Psychological Association, 7th edition, 2020 ("Manual"),
  by the number of the example in chapter 10 or 11.

Each was compared with copies that anyone can read, which its comment names next:

- acpe: library.acpe.edu.au/c.php?g=244754&p=1689039
- apastyle: the page itself
- bembo: github.com/BemboOE/Bembo-Officina-Editoriale-Tools, "Preparazione bibliografia" and the
  tests of references, where a publisher's program prints the Manual's examples
- dlsud: tama.dlsud.edu.ph/aeaservices, MenuID 4379, 4389 and 4414
- glance: the Manual's "Common references at a glance", at studylib.net/doc/26191112
- ksct: ksct.or.kr/publ/publ01_7_2
- laguardia: library.laguardia.edu/help/cite/apa-7-web
- mec: qms.mec.edu.om/caw/?page_id=893
- morningside: morningside.libguides.com/APA7/data_sets
- rosroyros: github.com/rosroyros/citations, Checker_Prompt_Optimization, "manualy_curated_citations",
  which copies apastyle.apa.org by hand in October 2025, with its italics
- uab: guides.library.uab.edu/APA_7th/citing-articles
- ucol: libguides.ucol.ac.nz/APA7referencing/conferencetheses
- valleyforge: libguides.valleyforge.edu/c.php?g=1039788&p=7540955

The copies agree with what stands here but for this. All but rosroyros and bembo are plain text:
italics are as in these two, and some have hyphens in ranges. Addresses that libraries' pages leave
out are those of github.com/plk/biblatex-apa ("biblatex"), which has the facts of every example of
the Manual. bembo ends no reference in a full stop and keeps the capitals that its records have;
glance was read from a scan, with the slips of such. Other slips of copies are told with the example.
"""

from __future__ import annotations

from tests.citing.published import make

APA = {
    # "Journal article references", 1; rosroyros
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
    # "Journal article references", 1; rosroyros. A question within the title, and a journal of two
    # names
    "journal of two languages": (
        make(
            "article-journal",
            "Is the goal intrinsic or extrinsic? Examining self-determination theory researchers' "
            "and the general publics' perceptions of exercise goals",
            "Pope, J. P. and Wall, H.",
            issued=(2025,),
            container_title="Canadian Journal of Behavioural Science/Revue canadienne des sciences "
            "du comportement",
            volume="57",
            issue="3",
            page="239--248",
            doi="10.1037/cbs0000411",
        ),
        (
            "Pope, J. P., & Wall, H. (2025). Is the goal intrinsic or extrinsic? Examining "
            "self-determination theory researchers’ and the general publics’ perceptions of exercise "
            "goals. *Canadian Journal of Behavioural Science/Revue canadienne des sciences du "
            "comportement*, *57*(3), 239–248. https://doi.org/10.1037/cbs0000411"
        ),
    ),
    # "Journal article references", 2; rosroyros. A title that ends in a quotation
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
    # "Journal article references", 3; rosroyros. It is dated "2021, Winter": records have no seasons
    "journal article without a volume": (
        make(
            "article-journal",
            "Addressing trauma in the college essay writing process",
            "Lipscomb, A. Y.",
            issued=(2021,),
            container_title="The Journal of College Admission",
            issue="249",
            page="30--33",
            url="https://www.catholiccollegesonline.org/pdf/national_ccaa_in_the_news_-_nacac_journal_of_college_admission_winter_2021.pdf",
        ),
        (
            "Lipscomb, A. Y. (2021). Addressing trauma in the college essay writing process. *The "
            "Journal of College Admission*, (249), 30–33. "
            "https://www.catholiccollegesonline.org/pdf/national_ccaa_in_the_news_-_nacac_journal_of_college_admission_winter_2021.pdf"
        ),
    ),
    # "Journal article references", 3; rosroyros
    "journal article without an issue": (
        make(
            "article-journal",
            "How do older and young adults start searching for information? Impact of age, domain "
            "knowledge and problem complexity on the different steps of information searching",
            "Sanchiz, M. and Chevalier, A. and Amadieu, F.",
            issued=(2017,),
            container_title="Computers in Human Behavior",
            volume="72",
            page="67-78",
            doi="10.1016/j.chb.2017.02.038",
        ),
        (
            "Sanchiz, M., Chevalier, A., & Amadieu, F. (2017). How do older and young adults start "
            "searching for information? Impact of age, domain knowledge and problem complexity on the "
            "different steps of information searching. *Computers in Human Behavior*, *72*, 67–78. "
            "https://doi.org/10.1016/j.chb.2017.02.038"
        ),
    ),
    # "Journal article references", 2; rosroyros
    "journal article with an article number and no issue": (
        make(
            "article-journal",
            "Using network analysis to characterize clinical improvement during cognitive "
            "processing therapy",
            "Schlesselmann, A. J. and McNally, R. J. and Held, P.",
            issued=(2025,),
            container_title="Behaviour Research and Therapy",
            volume="185",
            number="104678",
            doi="10.1016/j.brat.2024.104678",
        ),
        (
            "Schlesselmann, A. J., McNally, R. J., & Held, P. (2025). Using network analysis to "
            "characterize clinical improvement during cognitive processing therapy. *Behaviour "
            "Research and Therapy*, *185*, Article 104678. "
            "https://doi.org/10.1016/j.brat.2024.104678"
        ),
    ),
    # "Journal article references", 3; rosroyros
    "journal article without pages": (
        make(
            "article-journal",
            "Where access meets multimodality: The case of ASL music videos",
            "Butler, J.",
            issued=(2017,),
            container_title="Kairos: A Journal of Rhetoric, Technology, and Pedagogy",
            volume="21",
            issue="1",
            url="http://technorhetoric.net/21.1/topoi/butler/index.html",
        ),
        (
            "Butler, J. (2017). Where access meets multimodality: The case of ASL music videos. "
            "*Kairos: A Journal of Rhetoric, Technology, and Pedagogy*, *21*(1). "
            "http://technorhetoric.net/21.1/topoi/butler/index.html"
        ),
    ),
    # "Journal article references", 5; rosroyros. A prefix in small letters, and a single page
    "retraction notice": (
        make(
            "article-journal",
            "Retraction: Spontaneous human adult stem cell transformation",
            "de la Fuente, R. and Bernad, A. and Garcia-Castro, J. and Martin, M. C. and "
            "Cigudosa, J. C.",
            issued=(2010,),
            container_title="Cancer Research",
            volume="70",
            issue="16",
            page="6682",
            doi="10.1158/0008-5472.can-10-2451",
        ),
        (
            "de la Fuente, R., Bernad, A., Garcia-Castro, J., Martin, M. C., & Cigudosa, J. C. "
            "(2010). Retraction: Spontaneous human adult stem cell transformation. *Cancer Research*, "
            "*70*(16), 6682. https://doi.org/10.1158/0008-5472.can-10-2451"
        ),
    ),
    # "Journal article references", 5; rosroyros
    "journal article of a group": (
        make(
            "article-journal",
            "Retraction—Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive "
            "developmental disorder in children",
            "{The Editors of the Lancet}",
            issued=(2010,),
            container_title="The Lancet",
            volume="375",
            issue="9713",
            page="445",
            doi="10.1016/s0140-6736(10)60175-4",
        ),
        (
            "The Editors of the Lancet. (2010). Retraction—Ileal-lymphoid-nodular hyperplasia, "
            "non-specific colitis, and pervasive developmental disorder in children. *The Lancet*, "
            "*375*(9713), 445. https://doi.org/10.1016/s0140-6736(10)60175-4"
        ),
    ),
    # "Journal article references", 8; rosroyros
    "journal article of a kind of its own": (
        make(
            "article-journal",
            "From simple rules of individual proximity, complex and coordinated collective movement",
            "Freeberg, T. M.",
            issued=(2019,),
            genre="Supplemental material",
            container_title="Journal of Comparative Psychology",
            volume="133",
            issue="2",
            page="141-142",
            doi="10.1037/com0000181",
        ),
        (
            "Freeberg, T. M. (2019). From simple rules of individual proximity, complex and "
            "coordinated collective movement [Supplemental material]. *Journal of Comparative "
            "Psychology*, *133*(2), 141–142. https://doi.org/10.1037/com0000181"
        ),
    ),
    # Manual, example 2; uab; address: biblatex
    "journal article without a DOI": (
        make(
            "article-journal",
            "A descriptive review of ADHD coaching research: Implications for college students",
            "Ahmann, E. and Tuttle, L. J. and Saviet, M. and Wright, S. D.",
            issued=(2018,),
            container_title="Journal of Postsecondary Education and Disability",
            volume="31",
            issue="1",
            page="17-39",
            url="https://www.ahead.org/professional-resources/publications/jped/archived-jped/jped-volume-31",
        ),
        (
            "Ahmann, E., Tuttle, L. J., Saviet, M., & Wright, S. D. (2018). A descriptive review of "
            "ADHD coaching research: Implications for college students. *Journal of Postsecondary "
            "Education and Disability*, *31*(1), 17–39. "
            "https://www.ahead.org/professional-resources/publications/jped/archived-jped/jped-volume-31"
        ),
    ),
    # Manual, example 4; uab, bembo. The Manual gives a short DOI, or else the whole one as here, says
    # uab; its ellipsis is three points with spaces between them in uab, and one sign in bembo
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
    # Manual, example 8; bembo, and uab with a hyphen in "buyer–seller"
    "journal article in press": (
        make(
            "article-journal",
            "Unpacking buyer–seller differences in valuation from experience: A cognitive modeling "
            "approach",
            "Pachur, T. and Scheibehenne, B.",
            status="in press",
            container_title="Psychonomic Bulletin & Review",
        ),
        (
            "Pachur, T., & Scheibehenne, B. (in press). Unpacking buyer–seller differences in "
            "valuation from experience: A cognitive modeling approach. *Psychonomic Bulletin & "
            "Review*."
        ),
    ),
    # Manual, example 12; bembo
    "special issue of a journal": (
        make(
            "article-journal",
            "The science of teamwork",
            "",
            "McDaniel, S. H. and Salas, E. and Kazak, A. E.",
            issued=(2018,),
            genre="Special issue",
            container_title="American Psychologist",
            volume="73",
            issue="4",
        ),
        (
            "McDaniel, S. H., Salas, E., & Kazak, A. E. (Eds.). (2018). The science of teamwork "
            "[Special issue]. *American Psychologist*, *73*(4)."
        ),
    ),
    # "Conference proceedings references", 1; rosroyros
    "conference paper in a journal": (
        make(
            "article-journal",
            "Cognitive and noncognitive predictors of success",
            "Duckworth, A. L. and Quirk, A. and Gallop, R. and Hoyle, R. H. and Kelly, D. R. and "
            "Matthews, M. D.",
            issued=(2019,),
            container_title="Proceedings of the National Academy of Sciences, USA",
            volume="116",
            issue="47",
            page="23499-23504",
            doi="10.1073/pnas.1910510116",
        ),
        (
            "Duckworth, A. L., Quirk, A., Gallop, R., Hoyle, R. H., Kelly, D. R., & Matthews, M. D. "
            "(2019). Cognitive and noncognitive predictors of success. *Proceedings of the National "
            "Academy of Sciences, USA*, *116*(47), 23499–23504. "
            "https://doi.org/10.1073/pnas.1910510116"
        ),
    ),
    # "Preprint article references"; rosroyros, and apastyle without the address
    "preprint": (
        make(
            "article",
            "Autism and bilingualism: A qualitative interview study of parents' perspectives and "
            "experiences",
            "Hampton, S. and Rabagliati, H. and Sorace, A. and Fletcher-Watson, S.",
            issued=(2017,),
            publisher="PsyArXiv",
            doi="10.31234/osf.io/76xfs",
        ),
        (
            "Hampton, S., Rabagliati, H., Sorace, A., & Fletcher-Watson, S. (2017). *Autism and "
            "bilingualism: A qualitative interview study of parents’ perspectives and experiences*. "
            "PsyArXiv. https://doi.org/10.31234/osf.io/76xfs"
        ),
    ),
    # "Preprint article references"; rosroyros, and apastyle without the address
    "preprint without a DOI": (
        make(
            "article",
            "A qualitative study of factors that influence active family involvement with patient "
            "care in the ICU: Survey of critical care nurses",
            "Hetland, B. and McAndrew, N. and Perazzo, J. and Hickman, R.",
            issued=(2018,),
            publisher="PubMed Central",
            url="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5736422/?report=classic",
        ),
        (
            "Hetland, B., McAndrew, N., Perazzo, J., & Hickman, R. (2018). *A qualitative study of "
            "factors that influence active family involvement with patient care in the ICU: Survey of "
            "critical care nurses*. PubMed Central. "
            "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5736422/?report=classic"
        ),
    ),
    # "Book/ebook references", 1; rosroyros
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
    # "Book/ebook references", 2; rosroyros
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
    # Manual, example 24; bembo
    "book of two publishers": (
        make(
            "book",
            "Entrenchment and the psychology of language learning: How we reorganize and adapt "
            "linguistic knowledge",
            "",
            "Schmid, Hans-Jörg",
            issued=(2017,),
            publisher="American Psychological Association; De Gruyter Mouton",
            doi="10.1037/15969-000",
        ),
        (
            "Schmid, H.-J. (Ed.). (2017). *Entrenchment and the psychology of language learning: How "
            "we reorganize and adapt linguistic knowledge*. American Psychological Association; De "
            "Gruyter Mouton. https://doi.org/10.1037/15969-000"
        ),
    ),
    # "Religious work references"; rosroyros
    "edited book of a junior": (
        make(
            "book",
            "NIV archeological study bible: An illustrated walk through biblical history and culture",
            "",
            "Kaiser, Jr., W. C. and Garrett, D.",
            issued=(2006,),
            publisher="Zondervan",
        ),
        (
            "Kaiser, W. C., Jr., & Garrett, D. (Eds.). (2006). *NIV archeological study bible: An "
            "illustrated walk through biblical history and culture*. Zondervan."
        ),
    ),
    # "Book/ebook references", 5; rosroyros, without the comma in "Urdan, T."
    "book of several volumes": (
        make(
            "book",
            "APA educational psychology handbook",
            "",
            "Harris, K. R. and Graham, S. and Urdan, T.",
            issued=(2012,),
            volume="1-3",
            publisher="American Psychological Association",
        ),
        (
            "Harris, K. R., Graham, S., & Urdan, T. (Eds.). (2012). *APA educational psychology "
            "handbook* (Vols. 1–3). American Psychological Association."
        ),
    ),
    # "Diagnostic manual references"; rosroyros
    "book of its publisher": (
        make(
            "book",
            "Diagnostic and statistical manual of mental disorders",
            "{American Psychiatric Association}",
            issued=(2022,),
            edition="5th ed., text rev.",
            publisher="American Psychiatric Association",
            doi="10.1176/appi.books.9780890425787",
        ),
        (
            "American Psychiatric Association. (2022). *Diagnostic and statistical manual of mental "
            "disorders* (5th ed., text rev.). https://doi.org/10.1176/appi.books.9780890425787"
        ),
    ),
    # Manual, example 28; bembo. What is printed of when it came out first ends it without a full stop
    "book translated": (
        make(
            "book",
            "The psychology of the child",
            "Piaget, J. and Inhelder, B.",
            translator="Weaver, H.",
            issued=(1969,),
            edition="2",
            publisher="Basic Books",
            original_date=(1966,),
        ),
        (
            "Piaget, J., & Inhelder, B. (1969). *The psychology of the child* (H. Weaver, Trans.; "
            "2nd ed.). Basic Books. (Original work published 1966)"
        ),
    ),
    # Manual, example 29; bembo. Who edits it has translated it
    "book published again": (
        make(
            "book",
            "The interpretation of dreams: The complete and definitive text",
            "Freud, S.",
            "Strachey, J.",
            "Strachey, J.",
            issued=(2010,),
            publisher="Basic Books",
            original_date=(1900,),
        ),
        (
            "Freud, S. (2010). *The interpretation of dreams: The complete and definitive text* "
            "(J. Strachey, Ed. & Trans.). Basic Books. (Original work published 1900)"
        ),
    ),
    # Manual, example 33; bembo
    "encyclopedia": (
        make(
            "book",
            "The Stanford encyclopedia of philosophy",
            "",
            "Zalta, E. N.",
            issued=(2019,),
            edition="Summer 2019",
            publisher="Stanford University",
            url="https://plato.stanford.edu/archives/sum2019/",
        ),
        (
            "Zalta, E. N. (Ed.). (2019). *The Stanford encyclopedia of philosophy* (Summer 2019 ed.). "
            "Stanford University. https://plato.stanford.edu/archives/sum2019/"
        ),
    ),
    # "Conference proceedings references", 2; rosroyros
    "proceedings in a series": (
        make(
            "book",
            "Theory of cryptography",
            "",
            "Kushilevitz, E. and Malkin, T.",
            issued=(2016,),
            collection_title="Lecture notes in computer science",
            volume="9562",
            publisher="Springer",
            doi="10.1007/978-3-662-49096-9",
        ),
        (
            "Kushilevitz, E., & Malkin, T. (Eds.). (2016). *Lecture notes in computer science: "
            "Vol. 9562. Theory of cryptography*. Springer. https://doi.org/10.1007/978-3-662-49096-9"
        ),
    ),
    # "Chapter in an edited book references", 1; rosroyros, dlsud
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
    # "Chapter in an edited book references", 1; rosroyros, dlsud
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
    # "Chapter in an edited book references", 1; rosroyros, dlsud
    "chapter without pages": (
        make(
            "chapter",
            "To transform, to communicate, to play—The experimenting community in action",
            "Thestrup, K.",
            "Hygum, E. and Pedersen, P. M.",
            issued=(2010,),
            container_title="Early childhood education: Values and practices in Denmark",
            publisher="Hans Reitzels Forlag",
            url="https://earlychildhoodeducation.digi.hansreitzel.dk/?id=192",
        ),
        (
            "Thestrup, K. (2010). To transform, to communicate, to play—The experimenting community "
            "in action. In E. Hygum & P. M. Pedersen (Eds.), *Early childhood education: Values and "
            "practices in Denmark*. Hans Reitzels Forlag. "
            "https://earlychildhoodeducation.digi.hansreitzel.dk/?id=192"
        ),
    ),
    # Manual, example 38; glance
    "chapter of two editors and a later edition": (
        make(
            "chapter",
            "Affirmative cognitive behavior therapy with sexual and gender minority people",
            "Balsam, K. F. and Martell, C. R. and Jones, K. P. and Safren, S. A.",
            "Iwamasa, G. Y. and Hays, P. A.",
            issued=(2019,),
            container_title="Culturally responsive cognitive behavior therapy: Practice and "
            "supervision",
            edition="2",
            page="287-314",
            publisher="American Psychological Association",
            doi="10.1037/0000119-012",
        ),
        (
            "Balsam, K. F., Martell, C. R., Jones, K. P., & Safren, S. A. (2019). Affirmative "
            "cognitive behavior therapy with sexual and gender minority people. In G. Y. Iwamasa & "
            "P. A. Hays (Eds.), *Culturally responsive cognitive behavior therapy: Practice and "
            "supervision* (2nd ed., pp. 287–314). American Psychological Association. "
            "https://doi.org/10.1037/0000119-012"
        ),
    ),
    # "Diagnostic manual references"; rosroyros
    "chapter without editors": (
        make(
            "chapter",
            "Anxiety disorders",
            "{American Psychiatric Association}",
            issued=(2013,),
            container_title="Diagnostic and statistical manual of mental disorders",
            edition="5",
            publisher="American Psychiatric Association",
            doi="10.1176/appi.books.9780890425596.dsm05",
        ),
        (
            "American Psychiatric Association. (2013). Anxiety disorders. In *Diagnostic and "
            "statistical manual of mental disorders* (5th ed.). "
            "https://doi.org/10.1176/appi.books.9780890425596.dsm05"
        ),
    ),
    # "Conference proceedings references", 3; rosroyros
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
    # "Conference presentation references", 1; rosroyros. It is dated "2019, August 8–11": records
    # have the first day of a conference only
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
    # "Conference presentation references", 2; rosroyros. It is dated "2019, April 25–28", as above
    "abstract of a talk": (
        make(
            "speech",
            "Evolutionary theory of social connections: Past, present, and future",
            "Cacioppo, S.",
            issued=(2019, 4, 25),
            genre="Conference presentation abstract",
            event_title="Ninety-ninth annual convention of the Western Psychological Association",
            event_place="Pasadena, CA, United States",
            url="https://westernpsych.org/wp-content/uploads/2019/04/WPA-Program-2019-Final-2.pdf",
        ),
        (
            "Cacioppo, S. (2019, April 25). *Evolutionary theory of social connections: Past, present, "
            "and future* [Conference presentation abstract]. Ninety-ninth annual convention of the "
            "Western Psychological Association, Pasadena, CA, United States. "
            "https://westernpsych.org/wp-content/uploads/2019/04/WPA-Program-2019-Final-2.pdf"
        ),
    ),
    # "Report by a government agency references"; rosroyros. The parent agencies are one publisher here
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
    # "Report with individual authors references"; rosroyros
    "report without a number": (
        make(
            "report",
            "Does money grow on trees? Restoration financing in Southeast Asia",
            "Baral, P. and Larsen, M. and Archer, M.",
            issued=(2019,),
            publisher="Atlantic Council",
            url="https://www.atlanticcouncil.org/in-depth-research-reports/report/does-money-grow-on-trees-restoring-financing-in-southeast-asia/",
        ),
        (
            "Baral, P., Larsen, M., & Archer, M. (2019). *Does money grow on trees? Restoration "
            "financing in Southeast Asia*. Atlantic Council. "
            "https://www.atlanticcouncil.org/in-depth-research-reports/report/does-money-grow-on-trees-restoring-financing-in-southeast-asia/"
        ),
    ),
    # "Report with individual authors references"; rosroyros
    "report with a number": (
        make(
            "report",
            "Human exploration of Mars: Preliminary lists of crew tasks",
            "Stuster, J. and Adolf, J. and Byrne, V. and Greene, M.",
            issued=(2018,),
            genre="Report",
            number="NASA/CR-2018-220043",
            publisher="National Aeronautics and Space Administration",
            url="https://ntrs.nasa.gov/archive/nasa/casi.ntrs.nasa.gov/20190001401.pdf",
        ),
        (
            "Stuster, J., Adolf, J., Byrne, V., & Greene, M. (2018). *Human exploration of Mars: "
            "Preliminary lists of crew tasks* (Report No. NASA/CR-2018-220043). National Aeronautics "
            "and Space Administration. "
            "https://ntrs.nasa.gov/archive/nasa/casi.ntrs.nasa.gov/20190001401.pdf"
        ),
    ),
    # Manual, example 50; bembo
    "report of two groups": (
        make(
            "report",
            "Strengthening trans-Tasman economic relations",
            "{Australian Government Productivity Commission} and {New Zealand Productivity "
            "Commission}",
            issued=(2012,),
            url="https://www.pc.gov.au/inquiries/completed/australia-new-zealand/report/trans-tasman.pdf",
        ),
        (
            "Australian Government Productivity Commission & New Zealand Productivity Commission. "
            "(2012). *Strengthening trans-Tasman economic relations*. "
            "https://www.pc.gov.au/inquiries/completed/australia-new-zealand/report/trans-tasman.pdf"
        ),
    ),
    # Manual, example 52; bembo
    "report in a series": (
        make(
            "report",
            "Summary health statistics for U.S. adults: National Health Interview Survey, 2012",
            "Blackwell, D. L. and Lucas, J. W. and Clarke, T. C.",
            issued=(2014,),
            number="Vital and Health Statistics Series 10, Issue 260",
            publisher="Centers for Disease Control and Prevention",
            url="https://www.cdc.gov/nchs/data/series/sr_10/sr10_260.pdf",
        ),
        (
            "Blackwell, D. L., Lucas, J. W., & Clarke, T. C. (2014). *Summary health statistics for "
            "U.S. adults: National Health Interview Survey, 2012* (Vital and Health Statistics Series "
            "10, Issue 260). Centers for Disease Control and Prevention. "
            "https://www.cdc.gov/nchs/data/series/sr_10/sr10_260.pdf"
        ),
    ),
    # "White paper references"; rosroyros
    "white paper": (
        make(
            "report",
            "Creating symphonic-thinking computer science graduates for an increasingly competitive "
            "global environment",
            "Furst, M. and DeMillo, R. A.",
            issued=(2006,),
            genre="White paper",
            publisher="Georgia Tech College of Computing",
            url="https://cis.temple.edu/~giorgio/threads_whitepaper.pdf",
        ),
        (
            "Furst, M., & DeMillo, R. A. (2006). *Creating symphonic-thinking computer science "
            "graduates for an increasingly competitive global environment* [White paper]. Georgia Tech "
            "College of Computing. https://cis.temple.edu/~giorgio/threads_whitepaper.pdf"
        ),
    ),
    # "Fact sheet references"; rosroyros
    "fact sheet without a date": (
        make(
            "report",
            "Asbestos in your environment: What you can do to limit exposure",
            "{Agency for Toxic Substances and Disease Registry}",
            genre="Fact sheet",
            publisher="U.S. Department of Health & Human Services",
            url="https://www.atsdr.cdc.gov/docs/limitingenvironmentalexposures_factsheet-508.pdf",
        ),
        (
            "Agency for Toxic Substances and Disease Registry. (n.d.). *Asbestos in your environment: "
            "What you can do to limit exposure* [Fact sheet]. U.S. Department of Health & Human "
            "Services. "
            "https://www.atsdr.cdc.gov/docs/limitingenvironmentalexposures_factsheet-508.pdf"
        ),
    ),
    # "Press release references"; rosroyros
    "press release": (
        make(
            "webpage",
            "FDA authorizes first over-the-counter hearing aid software",
            "{U.S. Food and Drug Administration}",
            issued=(2024, 9, 12),
            genre="Press release",
            container_title="U.S. Food and Drug Administration",
            url="https://www.fda.gov/news-events/press-announcements/fda-authorizes-first-over-counter-hearing-aid-software",
        ),
        (
            "U.S. Food and Drug Administration. (2024, September 12). *FDA authorizes first "
            "over-the-counter hearing aid software* [Press release]. "
            "https://www.fda.gov/news-events/press-announcements/fda-authorizes-first-over-counter-hearing-aid-software"
        ),
    ),
    # "ISO standard references"; rosroyros, and apastyle without the address
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
    # "ISO standard references"; rosroyros, and apastyle without the address
    "standard of an agency": (
        make(
            "standard",
            "Occupational safety and health standards: Occupational health and environmental "
            "control: Occupational noise exposure",
            "{Occupational Safety and Health Administration}",
            issued=(1970,),
            genre="OSHA Standard",
            number="1910.95",
            publisher="United States Department of Labor",
            url="https://www.osha.gov/laws-regs/regulations/standardnumber/1910/1910.95",
        ),
        (
            "Occupational Safety and Health Administration. (1970). *Occupational safety and health "
            "standards: Occupational health and environmental control: Occupational noise exposure* "
            "(OSHA Standard No. 1910.95). United States Department of Labor. "
            "https://www.osha.gov/laws-regs/regulations/standardnumber/1910/1910.95"
        ),
    ),
    # "Published dissertation or thesis references"; rosroyros, dlsud
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
    # "Published dissertation or thesis references"; rosroyros, dlsud
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
    # "Published dissertation or thesis references"; rosroyros, and dlsud without the address
    "thesis with a number and an address": (
        make(
            "thesis",
            "Exploring the lived experiences of foster youth who obtained graduate level degrees: "
            "Self-efficacy, resilience, and the impact on identity development",
            "Miranda, C.",
            issued=(2019,),
            genre="Doctoral dissertation",
            number="Publication No. 27542827",
            publisher="Pepperdine University",
            container_title="PQDT Open",
            url="https://pqdtopen.proquest.com/doc/2309521814.html?FMT=AI",
        ),
        (
            "Miranda, C. (2019). *Exploring the lived experiences of foster youth who obtained "
            "graduate level degrees: Self-efficacy, resilience, and the impact on identity "
            "development* (Publication No. 27542827) [Doctoral dissertation, Pepperdine University]. "
            "PQDT Open. https://pqdtopen.proquest.com/doc/2309521814.html?FMT=AI"
        ),
    ),
    # Manual, example 66; ucol, and bembo with a semicolon before "bisexual"; address: biblatex
    "master's thesis": (
        make(
            "thesis",
            "Dealing with dual differences: Social coping strategies of gifted and lesbian, gay, "
            "bisexual, transgender, and queer adolescents",
            "Hutcheson, V. H.",
            issued=(2012,),
            genre="Master's thesis",
            publisher="The College of William & Mary",
            container_title="William & Mary Digital Archive",
            url="https://digitalarchive.wm.edu/bitstream/handle/10288/16594/HutchesonVirginia2012.pdf",
        ),
        (
            "Hutcheson, V. H. (2012). *Dealing with dual differences: Social coping strategies of "
            "gifted and lesbian, gay, bisexual, transgender, and queer adolescents* [Master’s thesis, "
            "The College of William & Mary]. William & Mary Digital Archive. "
            "https://digitalarchive.wm.edu/bitstream/handle/10288/16594/HutchesonVirginia2012.pdf"
        ),
    ),
    # "Unpublished dissertation or thesis references", Manual, example 64; rosroyros, acpe
    "unpublished thesis": (
        make(
            "thesis",
            "Instructional leadership perceptions and practices of elementary school leaders",
            "Harris, L.",
            issued=(2014,),
            genre="Unpublished doctoral dissertation",
            publisher="University of Virginia",
        ),
        (
            "Harris, L. (2014). *Instructional leadership perceptions and practices of elementary "
            "school leaders* [Unpublished doctoral dissertation]. University of Virginia."
        ),
    ),
    # Manual, example 70; bembo
    "unpublished manuscript": (
        make(
            "manuscript",
            "Linking positive affect to blood lipids: A cultural perspective",
            "Yoo, J. and Miyamoto, Y. and Rigotti, A. and Ryff, C.",
            issued=(2016,),
            publisher="Department of Psychology, University of Wisconsin-Madison",
        ),
        (
            "Yoo, J., Miyamoto, Y., Rigotti, A., & Ryff, C. (2016). *Linking positive affect to blood "
            "lipids: A cultural perspective* [Unpublished manuscript]. Department of Psychology, "
            "University of Wisconsin-Madison."
        ),
    ),
    # Manual, example 71; bembo
    "manuscript in preparation": (
        make(
            "manuscript",
            "Understanding proactive behavior in the workplace as a function of gender",
            "O'Shea, M.",
            issued=(2018,),
            genre="Manuscript in preparation",
            publisher="Department of Management, University of Kansas",
        ),
        (
            "O’Shea, M. (2018). *Understanding proactive behavior in the workplace as a function of "
            "gender* [Manuscript in preparation]. Department of Management, University of Kansas."
        ),
    ),
    # Manual, example 75; morningside, bembo
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
    # Manual, example 75; morningside, bembo
    "data set and code book": (
        make(
            "dataset",
            "Fast Response Survey System (FRSS): Teachers' use of educational technology in U.S. "
            "public schools, 2009",
            "{National Center for Education Statistics}",
            issued=(2016,),
            genre="Data set and code book",
            number="ICPSR 35531",
            version="V3",
            publisher="National Archive of Data on Arts and Culture",
            doi="10.3886/icpsr35531.v3",
        ),
        (
            "National Center for Education Statistics. (2016). *Fast Response Survey System (FRSS): "
            "Teachers’ use of educational technology in U.S. public schools, 2009* (ICPSR 35531; "
            "Version V3) [Data set and code book]. National Archive of Data on Arts and Culture. "
            "https://doi.org/10.3886/icpsr35531.v3"
        ),
    ),
    # Manual, example 75; morningside, bembo. Who made it has published it
    "data set of its publisher": (
        make(
            "dataset",
            "American trends panel Wave 26",
            "{Pew Research Center}",
            issued=(2018,),
            publisher="Pew Research Center",
            url="https://www.pewsocialtrends.org/dataset/american-trends-panel-wave-26/",
        ),
        (
            "Pew Research Center. (2018). *American trends panel Wave 26* [Data set]. "
            "https://www.pewsocialtrends.org/dataset/american-trends-panel-wave-26/"
        ),
    ),
    # Manual, example 77; mec, bembo
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
    # Manual, example 79; bembo
    "mobile app": (
        make(
            "software",
            "Epocrates medical references",
            "{Epocrates}",
            issued=(2019,),
            genre="Mobile app",
            version="18.12",
            publisher="App Store",
            url="https://itunes.apple.com/us/app/epocrates/id281935788?mt=8",
        ),
        (
            "Epocrates. (2019). *Epocrates medical references* (Version 18.12) [Mobile app]. App "
            "Store. https://itunes.apple.com/us/app/epocrates/id281935788?mt=8"
        ),
    ),
    # Manual, example 111; glance. Author and site are the same
    "web page": (
        make(
            "webpage",
            "People at high risk of developing flu-related complications",
            "{Centers for Disease Control and Prevention}",
            issued=(2018, 1, 23),
            container_title="Centers for Disease Control and Prevention",
            url="https://www.cdc.gov/flu/about/disease/high_risk.htm",
        ),
        (
            "Centers for Disease Control and Prevention. (2018, January 23). *People at high risk of "
            "developing flu-related complications*. "
            "https://www.cdc.gov/flu/about/disease/high_risk.htm"
        ),
    ),
    # Manual, example 111; laguardia
    "web page of a month": (
        make(
            "webpage",
            "Questions and answers on immunization and vaccine safety",
            "{World Health Organization}",
            issued=(2018, 3),
            container_title="World Health Organization",
            url="https://www.who.int/features/qa/84/en",
        ),
        (
            "World Health Organization. (2018, March). *Questions and answers on immunization and "
            "vaccine safety*. https://www.who.int/features/qa/84/en"
        ),
    ),
    # Manual, example 112; laguardia
    "web page of a person": (
        make(
            "webpage",
            "Be kind to yourself: How self-compassion can improve your resiliency",
            "Martin Lillie, C. M.",
            issued=(2016, 12, 29),
            container_title="Mayo Clinic",
            url="https://www.mayoclinic.org/healthy-lifestyle/adult-health/in-depth/self-compassion-can-improve-your-resiliency/art-20267193",
        ),
        (
            "Martin Lillie, C. M. (2016, December 29). *Be kind to yourself: How self-compassion can "
            "improve your resiliency*. Mayo Clinic. "
            "https://www.mayoclinic.org/healthy-lifestyle/adult-health/in-depth/self-compassion-can-improve-your-resiliency/art-20267193"
        ),
    ),
    # Manual, example 110; laguardia; address: biblatex
    "web page whose title is a question": (
        make(
            "webpage",
            "What happens to your mind and body when you feel homesick?",
            "Bologna, C.",
            issued=(2018, 6, 27),
            container_title="HuffPost",
            url="https://www.huffingtonpost.com/entry/what-happens-mind-body-homesick_us_5b201ebde4b09d7a3d77eee1",
        ),
        (
            "Bologna, C. (2018, June 27). *What happens to your mind and body when you feel homesick?* "
            "HuffPost. "
            "https://www.huffingtonpost.com/entry/what-happens-mind-body-homesick_us_5b201ebde4b09d7a3d77eee1"
        ),
    ),
    # Manual, example 113; valleyforge; address: bembo, biblatex
    "web page without a date": (
        make(
            "webpage",
            "Ethics principles",
            "Boddy, J. and Neumann, T. and Jennings, S. and Morrow, V. and Alderson, P. and Rees, R. "
            "and Gibson, W.",
            container_title="The Research Ethics Guidebook: A Resource for Social Scientists",
            url="http://www.ethicsguidebook.ac.uk/EthicsPrinciples",
        ),
        (
            "Boddy, J., Neumann, T., Jennings, S., Morrow, V., Alderson, P., Rees, R., & Gibson, W. "
            "(n.d.). *Ethics principles*. The Research Ethics Guidebook: A Resource for Social "
            "Scientists. http://www.ethicsguidebook.ac.uk/EthicsPrinciples"
        ),
    ),
    # Manual, example 114; laguardia, bembo
    "web page that changes": (
        make(
            "webpage",
            "U.S. and world population clock",
            "{U.S. Census Bureau}",
            publisher="U.S. Department of Commerce",
            url="https://www.census.gov/popclock/",
            accessed=(2019, 7, 3),
        ),
        (
            "U.S. Census Bureau. (n.d.). *U.S. and world population clock*. U.S. Department of "
            "Commerce. Retrieved July 3, 2019, from https://www.census.gov/popclock/"
        ),
    ),
    # "Magazine article references"; rosroyros
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
    # "Magazine article references"; rosroyros. Quotation marks and a full stop within the title
    "magazine article in print": (
        make(
            "article-magazine",
            "Don’t ‘iTune’ us: It’s geeks versus writers. Guess who’s winning.",
            "Lyons, D.",
            issued=(2009, 6, 15),
            container_title="Newsweek",
            volume="153",
            issue="24",
            page="27",
        ),
        (
            "Lyons, D. (2009, June 15). Don’t ‘iTune’ us: It’s geeks versus writers. Guess who’s "
            "winning. *Newsweek*, *153*(24), 27."
        ),
    ),
    # "Magazine article references"; rosroyros
    "magazine article on the web": (
        make(
            "article-magazine",
            "Superfans: A love story",
            "Schulman, M.",
            issued=(2019, 9, 9),
            container_title="The New Yorker",
            url="https://www.newyorker.com/magazine/2019/09/16/superfans-a-love-story",
        ),
        (
            "Schulman, M. (2019, September 9). Superfans: A love story. *The New Yorker*. "
            "https://www.newyorker.com/magazine/2019/09/16/superfans-a-love-story"
        ),
    ),
    # "Newspaper article references"; rosroyros, and dlsud without the address
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
    # "Newspaper article references"; rosroyros, dlsud
    "newspaper article in print": (
        make(
            "article-newspaper",
            "North Korea vows to restart shuttered nuclear reactor that can make bomb-grade plutonium",
            "Harlan, C.",
            issued=(2013, 4, 2),
            container_title="The Washington Post",
            page="A1, A4",
        ),
        (
            "Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear reactor that "
            "can make bomb-grade plutonium. *The Washington Post*, A1, A4."
        ),
    ),
    # "Newspaper article references"; rosroyros, dlsud
    "newspaper article from a database": (
        make(
            "article-newspaper",
            "Cancer death rate in U.S. sees largest one-year drop ever",
            "Stobbe, M.",
            issued=(2020, 1, 8),
            container_title="Chicago Tribune",
        ),
        (
            "Stobbe, M. (2020, January 8). Cancer death rate in U.S. sees largest one-year drop ever. "
            "*Chicago Tribune*."
        ),
    ),
    # "Blog post and blog comment references", 1; rosroyros
    "blog post": (
        make(
            "post-weblog",
            "Physicists capture first footage of quantum knots unraveling in superfluid",
            "Ouellette, J.",
            issued=(2019, 11, 15),
            container_title="Ars Technica",
            url="https://arstechnica.com/science/2019/11/study-you-can-tie-a-quantum-knot-in-a-superfluid-but-it-will-soon-untie-itself/",
        ),
        (
            "Ouellette, J. (2019, November 15). Physicists capture first footage of quantum knots "
            "unraveling in superfluid. *Ars Technica*. "
            "https://arstechnica.com/science/2019/11/study-you-can-tie-a-quantum-knot-in-a-superfluid-but-it-will-soon-untie-itself/"
        ),
    ),
    # Manual, example 90; glance. A question before what it is
    "video": (
        make(
            "motion_picture",
            "How do geckos walk on water?",
            "{University of Oxford}",
            issued=(2018, 12, 6),
            publisher="YouTube",
            url="https://www.youtube.com/watch?v=qm1xGfOZJc8",
        ),
        (
            "University of Oxford. (2018, December 6). *How do geckos walk on water?* [Video]. "
            "YouTube. https://www.youtube.com/watch?v=qm1xGfOZJc8"
        ),
    ),
    # Manual, example 95; bembo. A prefix in small letters, and two publishers
    "interview": (
        make(
            "interview",
            "Simone de Beauvoir discusses the art of writing",
            "de Beauvoir, S.",
            issued=(1960, 5, 4),
            genre="Interview",
            publisher="Studs Terkel Radio Archive; The Chicago History Museum",
            url="https://studsterkel.wfmt.com/programs/simone-de-beauvoir-discusses-art-writing",
        ),
        (
            "de Beauvoir, S. (1960, May 4). *Simone de Beauvoir discusses the art of writing* "
            "[Interview]. Studs Terkel Radio Archive; The Chicago History Museum. "
            "https://studsterkel.wfmt.com/programs/simone-de-beauvoir-discusses-art-writing"
        ),
    ),
    # Manual, section 11.8, example 22; bembo, and ksct with two misprints in the title
    "patent": (
        make(
            "patent",
            "Using metaphors to present concepts across different intellectual domains",
            "Hiremath, S. C. and Kumar, S. and Lu, F. and Salehi, A.",
            issued=(2016,),
            genre="U.S. Patent",
            number="9,367,592",
            publisher="U.S. Patent and Trademark Office",
            url="http://patft.uspto.gov/netacgi/nph-Parser?patentnumber=9367592",
        ),
        (
            "Hiremath, S. C., Kumar, S., Lu, F., & Salehi, A. (2016). *Using metaphors to present "
            "concepts across different intellectual domains* (U.S. Patent No. 9,367,592). U.S. Patent "
            "and Trademark Office. http://patft.uspto.gov/netacgi/nph-Parser?patentnumber=9367592"
        ),
    ),
    # Manual, example 48; bembo. biblatex has no slash at the end of the address
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
            url="https://plato.stanford.edu/archives/sum2019/entries/behaviorism/",
        ),
        (
            "Graham, G. (2019). Behaviorism. In E. N. Zalta (Ed.), *The Stanford encyclopedia of "
            "philosophy* (Summer 2019 ed.). Stanford University. "
            "https://plato.stanford.edu/archives/sum2019/entries/behaviorism/"
        ),
    ),
    # "Dictionary entry references"; rosroyros
    "entry of a dictionary that changes": (
        make(
            "entry-dictionary",
            "Just-world hypothesis",
            "{American Psychological Association}",
            container_title="APA dictionary of psychology",
            publisher="American Psychological Association",
            url="https://dictionary.apa.org/just-world-hypothesis",
            accessed=(2020, 1, 18),
        ),
        (
            "American Psychological Association. (n.d.). Just-world hypothesis. In *APA dictionary of "
            "psychology*. Retrieved January 18, 2020, from "
            "https://dictionary.apa.org/just-world-hypothesis"
        ),
    ),
    # "Dictionary entry references"; rosroyros
    "entry of a dictionary in print": (
        make(
            "entry-dictionary",
            "Litmus test",
            "{Merriam-Webster}",
            issued=(2003,),
            container_title="Merriam-Webster's collegiate dictionary",
            edition="11",
            page="727",
            publisher="Merriam-Webster",
        ),
        (
            "Merriam-Webster. (2003). Litmus test. In *Merriam-Webster’s collegiate dictionary* "
            "(11th ed., p. 727)."
        ),
    ),
    # "Wikipedia entry references"; rosroyros
    "entry without an author": (
        make(
            "entry-encyclopedia",
            "Oil painting",
            issued=(2019, 12, 8),
            container_title="Wikipedia",
            url="https://en.wikipedia.org/w/index.php?title=Oil_painting&oldid=929802398",
        ),
        (
            "Oil painting. (2019, December 8). In *Wikipedia*. "
            "https://en.wikipedia.org/w/index.php?title=Oil_painting&oldid=929802398"
        ),
    ),
}
