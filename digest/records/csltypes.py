"""Types of works: those of the Citation Style Language, and what others call them."""

from __future__ import annotations

CSL_TYPES = frozenset({
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
})  # fmt: skip
OTHER_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "preprint": "article",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "book-set": "book",
    "journal": "periodical",
    "journal-issue": "periodical",
    "reference-entry": "entry",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings": "book",
    "dissertation": "thesis",
    "report-component": "report",
    "peer-review": "review",
    "database": "dataset",
    "computer_program": "software",
    "computer-program": "software",
}
"""What Crossref and DataCite write in place of CSL's types."""
IN_BOOKS = frozenset({
    "chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"
})  # fmt: skip
"""Types of parts of a book, which may be one of a series."""
IN_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
