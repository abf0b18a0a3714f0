"""Where we print other than the CSL project's `apa.csl`.

Sections and examples are those of the Publication Manual, 7th edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.citing.processors import Difference

if TYPE_CHECKING:
    import re

    from digest.basics.works import Work


def _in_a_book(work: Work, found: re.Match[str]) -> str:
    """Return proceedings as a book, which they are, and not as a periodical."""
    book, volume, pages = found["book"], found["volume"], found["pages"]
    series = work.collection_title.replace("'", "’")
    book = book.removesuffix(f", {series}")
    if volume and series:
        book, volume = f"{series}: Vol. {volume}. {book}", ""
    places = (volume and f"Vol. {volume}", pages and f"pp. {pages}")
    told = ", ".join(filter(None, places))
    return f"{found['end']} In *{book}*{f' ({told})' if told else ''}." + (
        f" {work.publisher}." if work.publisher else ""
    )


def _in_a_series(work: Work, found: re.Match[str]) -> str:
    """Return a book with the name of the series that numbers it."""
    told = ", ".join(filter(None, (found["before"], found["behind"])))
    book = f"*{work.collection_title}: Vol. {work.volume}. {found['book']}*"
    return f"{book} ({told})" if told else book


def _is_author(work: Work) -> bool:
    return work.publisher in {one.literal for one in work.author}


APA = (
    Difference(
        "proceedings without editors are a book all the same, of whose publisher we know",
        r"(?P<end>[.?]) \*(?P<book>[^*]+)\*"
        r"(?:, \*(?P<volume>[^*]+)\*)?(?:, (?P<pages>[^.*]+))?\.(?= http|$)",
        _in_a_book,
        of="paper-conference",
        where=lambda work: not work.editor,
    ),
    Difference(
        "section 10.3, example 45: a volume's number is of the series that is named",
        r"\*(?P<book>[^*]+)\* \((?:(?P<before>[^)]+), )?Vol\. [0-9]+(?:, (?P<behind>[^)]+))?\)",
        _in_a_series,
        of="book chapter paper-conference",
        where=lambda work: work.collection_title,
    ),
    Difference("an edition is called one", r"\b(Anniversary|anniversary|Fall 2019)\)", r"\1 ed.)"),
    Difference("a first edition needs no mention", r" \(1st ed\.\)", ""),
    Difference(
        "section 9.29: who published what they wrote is not named again",
        r"(?<=[.)\]] )[^.]+\. (?=http|Retrieved)",
        "",
        where=_is_author,
    ),
    Difference("section 10.6 calls it so", r"\[PhD thesis", "[Doctoral dissertation"),
    Difference("section 10.9 calls it a data set", r"\[Dataset\]", "[Data set]"),
    Difference("section 10.12 calls it a video", r"\[Video recording\]", "[Video]"),
    Difference("a comma in a number does not make it two", r"\bNos\.", "No."),
    Difference(
        "section 10.4: a number is called one, with letters too",
        r"(Report|Standard|Standards Publication) (?=[A-Z0-9-]+\))",
        r"\1 No. ",
    ),
    Difference(
        "section 10.4: a report's number stands behind its name, and of the date the year alone",
        r"(\([0-9]{4}), [A-Z][a-z]+\)(.*)\((No\. [0-9]+); (Request for Comments)\)",
        r"\1)\2(\4 \3)",
        of="document",
    ),
    Difference("initials are of any alphabet", "עוז, עמוס", "עוז, ע", of="book"),
    Difference("the number of a version is without its letter", r"Version v", "Version "),
    Difference("two numbers are joined by an en dash", r"\(3-4\)", "(3–4)", of="article-journal"),
    Difference("a full stop of the record is no part of the title", r"(Web|CGO 2004)\.\*", r"\1*"),
    Difference(
        "since 2022 every paper of arXiv's has a DOI, which comes before an address",
        r"https://arxiv\.org/abs/",
        "https://doi.org/10.48550/arXiv.",
        of="article",
    ),
    Difference(
        "what was never published is said to be so",
        r"\*\. (?=http)",
        "* [Unpublished manuscript]. ",
        of="manuscript",
    ),
    Difference(
        "section 10.5 says what was given", r"\*\. ", "* [Conference presentation]. ", of="speech"
    ),
    Difference("the quotation marks of a title are its own", r"“(small-world|Jeopardy!)”", r"‘\1’"),
    Difference(
        "laws are cited by the name of who made them, not as those of the United States, and by "
        "their title where that has the number",
        r"(.*), Pub\. L\. No\. (\S+) (\([0-9]{4}\))\.",
        lambda work, found: f"{work.author[0].literal}. {found[3]}. *{found[1]}*.",
        of="legislation",
    ),
    Difference(
        'chapter 10, "Group author": two groups have no comma between them',
        r"^([^,.]+), & (?=[^,.]+\. \()",
        r"\1 & ",
        where=lambda work: not any(one.family for one in work.author),
    ),
    Difference(
        "an article's number is one, though its record has it for a page",
        r"(?<=\*, )A6",
        "Article A6",
        of="article-journal",
    ),
)
