"""Texts that stand at another paper than theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


class Paper(NamedTuple):
    title: str
    abstract: str
    text: str
    """What an editor writes of it."""


PAPERS = {
    "plasma": Paper(
        "Magnetic Control of Tokamak Plasmas",
        """A controller for the magnetic coils of a tokamak is learnt by reinforcement in a
        simulator. It shapes the plasma into droplets and a snowflake divertor on the TCV
        reactor in Lausanne, and holds current and position without any hand-written loops for
        each coil.""",
        """Fusion reactors hold their plasma by magnetic coils, each with a loop of its own. Here
        one policy, trained in a simulator of the tokamak, drives all the coils at once and
        holds two droplets of plasma side by side.""",
    ),
    "nerf": Paper(
        "Scenes as Neural Radiance Fields",
        """Scenes are represented by a fully connected network from a position and a viewing
        direction to density and radiance. Rays through each pixel are rendered by integrating
        along the camera's line, and photographs with known poses are all that is fitted.""",
        """Give it photographs of a scene and it renders views from where no camera stood:
        density and radiance of each position along the rays through the pixels are fitted to
        the images.""",
    ),
    "retrieval": Paper(
        "Passages Found by Dense Vectors",
        """Passages and questions are embedded by two encoders, so that the inner product of
        their vectors ranks Wikipedia for open-domain answering. Negatives of the same batch
        suffice, and BM25 is beaten by nine to nineteen points of top-twenty recall.""",
        """Search engines count words, as BM25 does. Two encoders that embed questions and
        passages find more of Wikipedia's answers, though they see nothing but negatives of
        the batch.""",
    ),
}


def build(newsletter: Newsletter, texts: dict[str, str], **abstracts: str) -> list[str]:
    newsletter.edition("2022-03")
    for number, (name, paper) in enumerate(PAPERS.items(), start=1):
        id_ = f"2202.0000{number}"
        abstract = " ".join(abstracts.get(name, paper.abstract).split())
        newsletter.paper(f"arxiv:{id_}", paper.title, abstract=abstract)
        text = " ".join(texts.get(name, paper.text).split())
        newsletter.entry(f"2022-03/0{number}-{name}", arxiv=id_, body=text)
    return [one for one in newsletter.check() if "text-swapped" in one]


def test_right_texts_are_not_doubted(newsletter: Newsletter) -> None:
    assert build(newsletter, {}) == []


def test_two_texts_that_were_exchanged_are_both_told_of(newsletter: Newsletter) -> None:
    texts = {"plasma": PAPERS["nerf"].text, "nerf": PAPERS["plasma"].text}
    assert build(newsletter, texts) == [
        "editions/2022-03/01-plasma.md:2:8 warning text-swapped",
        "editions/2022-03/02-nerf.md:2:8 warning text-swapped",
    ]
    told = newsletter.diagnose()
    assert [one.message for one in told if one.rule == "text-swapped"] == [
        "the text of this entry seems to be about the paper of '02-nerf.md'",
        "the text of this entry seems to be about the paper of '01-plasma.md'",
    ]


def test_a_text_that_was_pasted_twice_is_told_of_once(newsletter: Newsletter) -> None:
    assert build(newsletter, {"plasma": PAPERS["retrieval"].text}) == [
        "editions/2022-03/01-plasma.md:2:8 warning text-swapped"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Read it twice.",
        "Ein Regler für die Spulen eines Tokamaks, gelernt in einer Simulation des Plasmas.",
        "核融合炉のプラズマを強化学習で制御する。",
        f"{PAPERS['plasma'].text} Unlike the radiance fields below, no camera is needed.",
    ],
)
def test_a_text_that_says_little_is_not_doubted(newsletter: Newsletter, text: str) -> None:
    assert build(newsletter, {"plasma": text}) == []


def test_a_paper_without_an_abstract_is_left_out(newsletter: Newsletter) -> None:
    texts = {"plasma": PAPERS["nerf"].text, "nerf": PAPERS["plasma"].text}
    assert build(newsletter, texts, plasma="", nerf="") == []
