"""Lists of references, told from what else looks like them."""

from __future__ import annotations

import pytest

from digest.importing.parts import ListedReference
from digest.importing.post import Place, Post
from digest.importing.recognise import recognise

CITING = "A claim[1], and another[2].\n\n"


def list_references(text: str) -> tuple[ListedReference, ...]:
    return recognise(Post(Place("post.md", 1), "March", text)).references


@pytest.mark.parametrize(
    "listed",
    [
        "## References\n\n1. Ada One et al. A Title 2020\n2. Ben Two, a title, 2021\n",
        "**References**\n\n[1] Ada One et al. A Title 2020\n[2] Ben Two, a title, 2021\n",
        "📚 References:\n\n\\[1\\] Ada One et al. A Title 2020\n\n\\[2\\] Ben Two, a title, 2021\n",
        "Literatur\n\n1) Ada One et al. A Title 2020\n2) Ben Two, a title, 2021\n",
        "## Notes\n\n1. Ada One et al. A Title 2020\n2. Ben Two, a title, 2021\n",
        "---\n\n[1] Ada One et al. A Title 2020\n[2] Ben Two, a title, 2021\n",
        "## References\n\n- [1] Ada One et al. A Title 2020\n- [2] Ben Two, a title,\n  2021\n",
    ],
)
def test_lists_with_numbers(listed: str) -> None:
    found = [(one.label, " ".join(one.text.split())) for one in list_references(CITING + listed)]
    assert found == [("1", "Ada One et al. A Title 2020"), ("2", "Ben Two, a title, 2021")]


def test_a_list_without_numbers() -> None:
    text = "Words.\n\n## Bibliography\n\n- Ada One et al. A Title 2020\n- [Two](https://arxiv.org/abs/2202.06991)\n"
    assert [(one.label, one.line) for one in list_references(text)] == [("", 5), ("", 6)]


def test_a_footnote_that_names_a_work_is_one_and_others_stay() -> None:
    text = "So[^a], and so[^b].\n\n[^a]: Ada One et al., A Title, 2020.\n[^b]: As said before.\n"
    parts = recognise(Post(Place("post.md", 1), "March", text))
    assert parts.references == (ListedReference("^a", "Ada One et al., A Title, 2020.", 3),)
    assert parts.stretches[0].text == "So[^a], and so[^b].\n\n[^b]: As said before."


@pytest.mark.parametrize(
    "text",
    [
        # nothing cites them: it is what the post is about
        "## Papers\n\n1. Ada One et al. A Title 2020\n2. Ben Two, a title, 2021\n",
        "[1] Ada One et al. A Title 2020\n\n[2] Ben Two, a title, 2021\n",
        CITING + "## Notes\n\n1. Bring a coat\n2. Be there at ten\n",
    ],
)
def test_what_is_no_list_of_references(text: str) -> None:
    assert list_references(text) == ()


@pytest.mark.parametrize(
    "text", ["So @ada.\n\n## References\n", "So [@ada; @bo].\n\n# Bibliography\n"]
)
def test_the_heading_of_a_list_that_is_made_goes(text: str) -> None:
    parts = recognise(Post(Place("post.md", 1), "March", text))
    assert [one.text for one in parts.stretches] == [text.partition("\n")[0]]
    assert [one.what for one in parts.left_out] == [text.split("\n")[2].strip("# ")]


def test_links_by_labels_are_words_in_the_deck() -> None:
    text = "All [the news][n].\n\n## News\n\nNone.\n\n[n]: https://a.org\n"
    assert recognise(Post(Place("post.md", 1), "March", text)).description == "All the news."
