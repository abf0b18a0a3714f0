"""What is no language is refused, with the one that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cn", "zh"),
        ("hk", "zh-HK"),
        ("jp", "ja"),
        ("gr", "el"),
        ("en_US", "en-US"),
        ("German", "de"),
        ("deutsch", "de"),
        ("Francais", "fr"),
        ("العربية", "ar"),
        ("Brazilian Portuguese", "pt-BR"),
    ],
)
def test_the_language_that_was_meant_is_told(
    newsletter: Newsletter, typed: str, meant: str
) -> None:
    newsletter.edition("2022-03", "Text.\n", lang=typed)
    (found,) = newsletter.diagnose()
    assert found.rule == "field-type"
    assert found.message == f"there is no language '{typed}'"
    assert found.hint == f"did you mean '{meant}'?"


@pytest.mark.parametrize("tag", ["en", "no", "zh-Hant-TW", "EN-us", "gsw", "iw", "eo", "tlh"])
def test_a_language_is_taken(newsletter: Newsletter, tag: str) -> None:
    newsletter.edition("2022-03", "Text.\n", lang=tag)
    assert newsletter.diagnose() == ()


def test_what_nobody_speaks_is_refused(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Text.\n", lang="zz")
    (found,) = newsletter.diagnose()
    assert found.message == "this must be a language, as 'en' or 'pt-BR', not 'zz'"
