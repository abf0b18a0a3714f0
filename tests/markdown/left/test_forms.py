"""Which forms are looked for in a text."""

from __future__ import annotations

import pytest

from digest.markdown.left.forms import group_forms, likely_forms, make_form

_CITE = make_form(("cite:", "]:", "\n:"), r"(?:cite|\]|^):", "")
_MORE = make_form(("::", "a:", ":b", "c:d", "e:f", "g:h", "i:j"), ":", "")
_FORMS = group_forms(_CITE, _MORE)


@pytest.mark.parametrize("filler", ["", "x" * 3, "x" * 5, "x" * 40])
@pytest.mark.parametrize("sign", [*_CITE.signs, *_MORE.signs])
def test_a_sign_is_found_wherever_it_stands(sign: str, filler: str) -> None:
    text = f"\n{filler}.:.{filler}{sign}{filler}.:.{filler}"
    assert sign in {one for form in likely_forms(_FORMS, text) for one in form.signs}


def test_no_sign_is_found_that_is_not_there() -> None:
    # what is left out between two characters joins no sign
    text = "\n: cit" + "x" * 40 + "e: g" + "x" * 40 + "h :"
    assert likely_forms(_FORMS, text) == [_CITE._replace(signs=("\n:",))]


def test_a_form_is_in_a_text_only_with_its_sign() -> None:
    assert _CITE.is_in("\nsee cite: a")
    assert not _CITE.is_in("\nsee cite a")
