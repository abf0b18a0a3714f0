"""References in digest's own style, `“Title” by A, B and C, year`, of works from APA's examples."""

PLAIN = {
    "journal article": "“Emotions in storybooks: A comparison of storybooks that represent ethnic "
    "and racial groups in the United States” by J. S. Grady et al., 2019",
    "journal article with an article number": "“Teaching medicine with the help of ‘Dr. House’” by "
    "A. Jerrentrup et al., 2018",
    "preprint": "“Autism and bilingualism: A qualitative interview study of parents’ perspectives "
    "and experiences” by S. Hampton, H. Rabagliati, A. Sorace and S. Fletcher-Watson, 2017",
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
    "video": "“How do geckos walk on water?” by University of Oxford, 2018",
    "standard": "“Occupational health and safety management systems—Requirements with guidance for "
    "use” by International Organization for Standardization, 2018",
}
