"""References as people type them, taken apart."""

from __future__ import annotations

import pytest

from digest.importing.citations.references import is_reference, read_reference
from digest.records.names import known_names

GENRE = "Autoregressive Entity Retrieval"


@pytest.mark.parametrize(
    ("typed", "title", "first", "year"),
    [
        (
            f"De Cao, N., Izacard, G., & Petroni, F. (2020). {GENRE}. ICLR.",
            GENRE,
            "N. De Cao",
            2020,
        ),
        (f"N. De Cao et al., “{GENRE}”, ICLR 2021.", GENRE, "N. De Cao", 2021),
        (f"De Cao et al., {GENRE}, ICLR 2021", GENRE, "De Cao", 2021),
        (f"Nicola De Cao et al. 2020. {GENRE}. In ICLR.", GENRE, "Nicola De Cao", 2020),
        (f"{GENRE} — De Cao et al.", GENRE, "De Cao", 0),
        (f"{GENRE} (De Cao et al., 2021)", GENRE, "De Cao", 2021),
        (f"{GENRE} by Nicola De Cao et al. (ICLR 2021)", GENRE, "Nicola De Cao", 2021),
        (
            f'"{GENRE}," Nicola De Cao, Fabio Petroni, 2020. [↩](#fnref6)',
            GENRE,
            "Nicola De Cao",
            2020,
        ),
        (f"De Cao, Nicola, et al. “{GENRE}.” ICLR, 2021.", GENRE, "Nicola De Cao", 2021),
        (
            "Timothy P. Lillicrap, Geoffrey Hinton. Backpropagation and the brain. Nature, 2020",
            "Backpropagation and the brain",
            "Timothy P. Lillicrap",
            2020,
        ),
        (
            "Kong, Z. and Ping, W. DiffWave: A versatile diffusion model. In *ICLR*, 2021.",
            "DiffWave: A versatile diffusion model",
            "Z. Kong",
            2021,
        ),
        (
            "M. Poe, J. Roe, S. M. A. Doe, Few-Shot Learning with Models, NeurIPS 2021",
            "Few-Shot Learning with Models",
            "M. Poe",
            2021,
        ),
        ("Gu, Goel, Ré: Long Sequences. 2021", "Long Sequences", "Gu", 2021),
        ("The Bitter Lesson, Rich Sutton, 2019.", "The Bitter Lesson", "Rich Sutton", 2019),
        (
            "Vaswani A, Parmar N, et al. Attention is all. Adv. 2017;30.",
            "Attention is all",
            "Vaswani A",
            2017,
        ),
        (
            "Devlin, J., Chang, M.-W., & Lee, K. (2019). BERT: Pre-training of Models. *Nature*.",
            "BERT: Pre-training of Models",
            "J. Devlin",
            2019,
        ),
        (
            "Regression Models and Life-Tables, by D. R. Cox, 1972",
            "Regression Models and Life-Tables",
            "D. R. Cox",
            1972,
        ),
        (
            "Jimmy Ba and Ann Roe. Adam: A Method for Optimization. 2015",
            "Adam: A Method for Optimization",
            "Jimmy Ba",
            2015,
        ),
    ],
)
def test_forms(typed: str, title: str, first: str, year: int) -> None:
    read = read_reference(typed)
    names = known_names(read.told.authors)
    assert (read.told.title, names[0].literal, read.told.year) == (title, first, year)


NATURAL = "Natural Questions: a Benchmark for Question Answering Research"


@pytest.mark.parametrize("title", [GENRE, NATURAL, "Is Attention All You Need?"])
@pytest.mark.parametrize(
    "form",
    [
        "{} - Nicola De Cao et al. 2020",
        "{} — Nicola De Cao et al., ICLR 2020",
        '"{}" - by Nicola De Cao et al. 2020',
        "{}, by Nicola De Cao et al., 2020.",
        "{}. By Nicola De Cao and Fabio Petroni (2020)",
        "{}. Von Nicola De Cao und Fabio Petroni, 2020",
        "{}, Nicola De Cao et al. 2020",
        "{}; Nicola De Cao et al.; 2020",
        "{}: Nicola De Cao et al., 2020",
        "{} (Nicola De Cao et al., 2020)",
        "{} (2020) - Nicola De Cao et al.",
        "{} | N. De Cao, F. Petroni | 2020",
        "{}, Nicola De Cao, Łukasz Kaiser and Fabio Petroni, 2020",
        "{} - Nicola De Cao, Gautier Izacard, Fabio Petroni. ICLR 2020",
        "Nicola De Cao et al. (2020) {}",
        "De Cao, N., & Petroni, F. (2020). {}. ICLR.",
    ],
)
def test_names_before_and_behind_titles(form: str, title: str) -> None:
    told = read_reference(form.format(title)).told
    assert told.title.rstrip("?") == title.rstrip("?")
    assert known_names(told.authors)[0].literal.endswith("De Cao")
    assert told.year == 2020
    assert told.rest in {"", "ICLR"}


@pytest.mark.parametrize(
    ("typed", "key", "url"),
    [
        (f"[{GENRE}](https://arxiv.org/abs/2010.00904)", "arxiv:2010.00904", ""),
        (f"{GENRE}. arXiv preprint arXiv:2010.00904.", "arxiv:2010.00904", ""),
        ("https://arxiv.org/pdf/2010.00904v3.pdf", "arxiv:2010.00904", ""),
        ("Poe, A. (2020). Things. doi:10.1000/xyz123.", "doi:10.1000/xyz123", ""),
        ("Poe, A. Things. <https://doi.org/10.1000/xyz(1)2>.", "doi:10.1000/xyz(1)2", ""),
        ("TorchRec. https://pytorch.org/blog/torchrec/.", "", "https://pytorch.org/blog/torchrec/"),
        ("TorchRec ([link](https://pytorch.org/b_(c)))", "", "https://pytorch.org/b_(c)"),
    ],
)
def test_ids_and_addresses(typed: str, key: str, url: str) -> None:
    read = read_reference(typed)
    assert (read.id.key if read.id else "", read.url) == (key, url)
    assert "http" not in read.told.title


@pytest.mark.parametrize(
    "typed",
    ["We thank Bob for the hint.", "See also the discussion in our forum.", "Note that it is so."],
)
def test_notes_are_no_references(typed: str) -> None:
    assert not is_reference(read_reference(typed))


def test_a_footnote_is_a_reference_only_where_it_is_sure() -> None:
    assert is_reference(read_reference(f"De Cao et al., {GENRE}, ICLR 2021"), is_footnote=True)
    assert not is_reference(read_reference("A name that they took from a film."), is_footnote=True)
