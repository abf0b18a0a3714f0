"""How far work has come whose steps are known one after another."""

from digest.basics.progress import Steps


def test_what_is_done_and_what_is_known_only_grow() -> None:
    told: list[tuple[int, int]] = []
    steps = Steps(lambda done, known: told.append((done, known)))
    first = steps.begin(3)
    first(1)
    first(3)
    steps.begin(0)
    steps.begin(2)(2)
    assert told == [(1, 3), (3, 3), (5, 5)]
