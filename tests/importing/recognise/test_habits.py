"""What repeats in an archive helps to tell its posts apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.post import Place, Post
from digest.importing.recognise import Habits, learn_habits, parse_text, recognise
from digest.importing.recognise.habits import PartName

if TYPE_CHECKING:
    from digest.importing.parts import Parts

PAPER = "https://arxiv.org/abs/2202.0000{}"


def make_posts(text: str, count: int = 4) -> list[Post]:
    return [
        Post(Place(f"{number}.md", 1), "Post", text.replace("NUMBER", str(number)))
        for number in range(1, count + 1)
    ]


def learn(posts: list[Post]) -> Habits:
    return learn_habits(parse_text(post.text) for post in posts)


def tell_apart(posts: list[Post]) -> Parts:
    return recognise(posts[0], learn(posts))


ENTRY = """\
**A Title NUMBER**

[Paper](https://arxiv.org/abs/2202.0000NUMBER)

🎯 **In plain words**: it works for NUMBER.
"""


def test_names_of_parts_are_learnt_with_their_icons() -> None:
    habits = learn(make_posts(ENTRY))
    assert habits.parts == (PartName("In plain words", "🎯", 4),)
    (stretch,) = tell_apart(make_posts(ENTRY)).stretches
    assert stretch.entries[0].text == "## In plain words\n\nit works for 1."


def test_what_many_posts_end_with_is_of_the_edition() -> None:
    posts = make_posts(f"{ENTRY}\nWritten in Delft, with a cup of tea beside the keyboard.\n")
    assert [one.text for one in tell_apart(posts).stretches if one.text] == [
        "Written in Delft, with a cup of tea beside the keyboard."
    ]


def test_a_heading_of_many_posts_is_no_title() -> None:
    posts = make_posts(f"## Our choice\n\nBy Ada One, Ben Two\n\nWords.\n\n## Next\n\n{ENTRY}")
    entries = [entry for one in tell_apart(posts).stretches for entry in one.entries]
    assert [entry.title for entry in entries] == ["A Title 1"]


LINKS = "".join(f"- [Something {at}](https://blog.test/{at})\n" for at in range(12))


def test_lists_of_an_archive_with_few_papers_stay_text() -> None:
    few = "## Read\n\n" + "".join(f"- [Title {at}]({PAPER.format(at)})\n" for at in (1, 2, 3))
    alone = recognise(Post(Place("1.md", 1), "Post", few))
    assert [len(one.entries) for one in alone.stretches] == [0, 3]
    posts = [Post(Place("1.md", 1), "Post", few), *make_posts(LINKS)]
    assert [one.entries for one in tell_apart(posts).stretches] == [()]


def test_one_post_has_no_habits_but_names_of_parts() -> None:
    assert learn(make_posts(LINKS, 1)) == Habits()
