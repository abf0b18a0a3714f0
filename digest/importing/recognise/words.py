"""The words by which newsletters name their parts, in the languages that are met most.

Each is compared as `slugify` has it: `Why it matters:` is `why-it-matters`.
"""

from __future__ import annotations

from digest.basics.text import slugify

BULLETS = "•●▪◦‣\u2043∙"
"""Signs before items, which Markdown does not take for such."""
TEXT_SIGNS = r"\w\s<>*`$!\"'.,:;?#%@^\\()\[\]{}_~|/&+=“”„‘’«»…–—-"
"""For patterns, in brackets: what texts and Markdown are full of. All else is emoji, or like it."""

REFERENCES = frozenset({
    "references", "reference-list", "list-of-references", "bibliography", "literature",
    "cited-papers", "cited-works", "papers-cited", "papers-mentioned", "works-cited",
    "literature-cited", "referenzen", "literatur", "literaturverzeichnis", "quellen",
    "bibliographie", "referencias", "bibliografia", "referencias-bibliograficas", "referenties",
    "riferimenti", "参考文献", "참고문헌",
})  # fmt: skip
"""Headings of lists of references."""
MAYBE_REFERENCES = frozenset({
    "footnotes", "notes", "sources", "citations", "papers", "links", "further-reading",
    "fussnoten", "notas", "fuentes",
})  # fmt: skip
"""Headings of such lists, where what stands below looks like works and has numbers."""

TEXT_WORDS = frozenset({
    "news", "newsflash", "job", "jobs", "event", "events", "sponsor", "sponsors", "sponsored",
    "advertisement", "announcements", "podcast", "podcasts", "webinar", "webinars", "meetups",
    "nachrichten", "neuigkeiten", "veranstaltungen", "stellen", "noticias", "actualites",
    "nouvelles", "nieuws", "notizie",
})  # fmt: skip
"""A short heading with one of them is that of a part without papers."""
TEXT_SECTIONS = frozenset({
    "quick-links", "links", "in-brief", "short-items", "around-the-web", "from-the-web", "tools",
    "code", "code-and-tools", "tools-and-code", "libraries", "tools-and-libraries", "products",
    "articles", "blog-posts", "blogs", "posts", "tutorials", "videos", "talks", "courses", "books",
    "community", "industry", "releases", "miscellaneous", "misc", "contents", "table-of-contents",
    "about", "about-us", "subscribe", "thanks", "acknowledgements", "acknowledgments", "credits",
    "call-for-papers", "calls-for-papers", "call-for-participation", "conferences", "deadlines",
    "datasets", "resources", "further-reading", "related-work", "see-also", "elsewhere", "fun",
    "quote-of-the-week", "crate-of-the-week", "inhalt", "sommaire", "indice", "目录",
})  # fmt: skip
"""Headings of parts without papers of their own."""
PAPER_WORDS = frozenset({
    "paper", "papers", "research", "publication", "publications", "preprint", "preprints",
    "reading", "reads", "forschung", "papiers", "articulos", "论文", "論文",
})  # fmt: skip
"""A heading with one of them is that of a part that has papers, whatever else it says."""

PAPER_NOUNS = frozenset({
    "paper", "work", "preprint", "study", "article", "arxiv", "publication", "research", "report",
    "pdf", "here", "link", "manuscript", "论文", "論文",
})  # fmt: skip
"""Words of a link in a sentence by which it is the paper that the sentence is about."""

PAPER_LINKS = frozenset({
    "paper", "pdf", "arxiv", "abs", "abstract", "preprint", "full-paper", "read-paper",
    "read-the-paper", "read-the-full-paper", "paper-link", "link-to-paper", "the-paper",
    "original-paper", "article", "doi", "openreview", "arxiv-link", "arxiv-paper", "arxiv-version",
    "paper-pdf", "arxiv-pdf", "download", "biorxiv", "medrxiv", "acm", "ieee", "papier",
    "publication", "journal-version", "论文", "論文", "report", "technical-report", "tech-report",
    "book", "conference-version", "paper-here", "html", "system-card", "model-card", "whitepaper",
    "white-paper",
})  # fmt: skip
"""What links to the paper itself are called."""
OTHER_LINKS = frozenset({
    "code", "github", "repo", "repository", "official-code", "implementation", "source-code",
    "github-repo", "tweet", "tweets", "twitter", "thread", "tweet-thread", "twitter-thread", "x",
    "blog", "blog-post", "blogpost", "post", "project", "project-page", "page", "website", "web",
    "homepage", "site", "video", "youtube", "talk", "presentation", "slides", "poster", "demo",
    "data", "dataset", "datasets", "model", "models", "weights", "checkpoints", "colab",
    "notebook", "supplementary", "supplement", "supp", "appendix", "bibtex", "bib", "summary",
    "review", "reviews", "tool", "huggingface", "hugging-face", "hf", "space", "tensorflow",
    "pytorch", "keras", "jax", "torch", "tf", "caffe", "theano", "matlab", "discussion", "reddit",
    "hn", "hacker-news", "linkedin", "medium", "podcast", "news", "press-release", "interview",
    "playground", "gallery", "benchmark", "leaderboard", "documentation", "docs", "api",
    "alphaxiv", "semantic-scholar", "google-scholar", "paperswithcode", "papers-with-code",
    "announcement", "paper-explained", "annotated-paper", "paper-summary", "notes", "代码", "项目",
    "コード", "link", "links", "url", "here", "source", "read-more", "more", "read", "read-here",
    "full-text",
})  # fmt: skip
"""What links beside a paper are called."""
LINK_QUALIFIERS = frozenset({
    "official", "unofficial", "pytorch", "tensorflow", "keras", "jax", "project", "github",
    "source", "original", "arxiv", "full", "short", "long", "video", "online", "interactive",
    "live", "author", "authors", "pre", "trained", "pretrained", "hugging", "face", "huggingface",
    "hf", "training", "inference", "conference", "journal", "published", "twitter", "tweet", "x",
    "blog", "demo", "paper", "code", "supplementary", "supplemental", "related", "web", "colab",
})  # fmt: skip
"""What such a name may have before it, as `official code`."""
VAGUE_LINKS = frozenset({
    "link", "links", "url", "here", "source", "read-more", "more", "read", "read-here", "full-text",
})  # fmt: skip
"""Those of them that may lead to the paper itself."""
AUTHOR_FIELDS = frozenset({
    "author", "authors", "by", "written-by", "autor", "autoren", "auteur", "auteurs", "autores",
    "autori", "作者", "著者",
})  # fmt: skip
DATE_FIELDS = frozenset({
    "date", "year", "published", "published-on", "publication-date", "submitted", "submitted-on",
    "posted", "released", "datum", "jahr", "fecha", "日期", "時間", "时间",
})  # fmt: skip
NOTE_FIELDS = frozenset({
    "venue", "conference", "journal", "published-in", "published-at", "conf", "appeared-in",
    "accepted-at", "award", "affiliation", "affiliations", "institution", "institutions",
    "organization", "org", "orgs", "lab", "publisher", "会议", "机构",
})  # fmt: skip
LINK_FIELDS = PAPER_LINKS | OTHER_LINKS
TITLE_FIELDS = frozenset({"title", "paper-title", "paper-name", "name", "titel", "标题"})

TOPICS = frozenset({
    "vision", "learning", "language", "research", "model", "models", "robotics", "retrieval",
    "processing", "speech", "data", "systems", "theory", "science", "networks", "recognition",
    "generation", "optimization", "security", "analysis", "intelligence", "graphics", "agents",
    "reasoning", "computing", "engineering", "physics", "biology", "statistics", "paper", "papers",
})  # fmt: skip
"""Words of topics, which look like names where they begin with capitals."""

LABELS = frozenset({
    "why", "why-it-matters", "why-this-matters", "why-we-like-it", "why-should-you-care",
    "key-insight", "key-insights", "key-idea", "key-ideas", "key-points", "key-takeaways",
    "key-findings", "key-contributions", "key-results", "takeaway", "takeaways", "main-idea",
    "main-takeaways", "main-findings", "main-result", "main-results", "tl-dr", "tldr", "summary",
    "in-short", "in-a-nutshell", "in-brief", "overview", "abstract", "what", "what-is-it", "how",
    "how-it-works", "what-s-new", "what-is-new", "what-it-does", "so-what", "problem", "motivation",
    "background", "approach", "method", "methods", "methodology", "solution", "contribution",
    "contributions", "result", "results", "experiments", "evaluation", "findings", "insights",
    "conclusion", "conclusions", "discussion", "limitations", "impact", "implications", "our-take",
    "my-take", "our-view", "opinion", "comment", "comments", "thoughts", "my-thoughts", "novelty",
    "strengths", "weaknesses", "applications", "highlights", "notable", "caveats", "what-s-next",
    "who-it-s-for", "big-picture", "the-big-picture", "the-idea", "the-problem", "the-result",
    "the-results", "the-solution", "the-gist", "context", "warum", "kernaussagen", "pourquoi",
    "por-que", "zusammenfassung", "resume", "resumen", "ergebnisse", "摘要", "动机", "方法", "结论",
})  # fmt: skip
"""Names of an entry's parts, known also where they stand but once."""

CLOSING = (
    "that's all", "that is all", "that's it", "that is it", "that wraps", "that was it",
    "selection ends here", "ends here", "until next", "till next", "see you", "thanks for reading",
    "thank you for reading", "thanks for being", "if you enjoyed", "if you liked", "if you like",
    "if you want", "if you'd like", "did we miss", "follow us", "follow me", "stay tuned",
    "let us know", "let me know", "subscribe", "feel free to", "share this", "share it",
    "join our", "join us", "we hope", "i hope you", "happy reading", "have a great", "have a nice",
    "next month", "next week", "next edition", "next issue", "get in touch", "reach out",
    "feedback", "unsubscribe", "forward this", "wir hoffen", "bis zum nächsten", "bis nächste",
    "à bientôt", "hasta la próxima", "hasta pronto", "tot de volgende",
)  # fmt: skip
"""What the words at an edition's end say."""


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a short text as they are compared."""
    return tuple(filter(None, slugify(text).split("-")))
