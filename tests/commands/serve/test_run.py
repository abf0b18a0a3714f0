"""What a preview begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.commands.serve.run import take_memo
from digest.output.memo import find_memo

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def test_the_first_preview_has_what_a_build_has_parsed(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Some text.\n")
    out = newsletter.out / ".preview/8000"
    take_memo(newsletter.out, out)
    assert not find_memo(out).exists()
    newsletter.build()
    take_memo(newsletter.out, out)
    assert find_memo(out).read_bytes() == find_memo(newsletter.out).read_bytes()


def test_a_later_one_has_its_own(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Some text.\n")
    newsletter.build()
    out = newsletter.out / ".preview/8000"
    find_memo(out).parent.mkdir(parents=True)
    find_memo(out).write_text("its own")
    take_memo(newsletter.out, out)
    assert find_memo(out).read_text() == "its own"
