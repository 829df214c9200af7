"""Keys wait for what the key before them opens, by looks and by the clock: a busy machine does both late."""

from time import monotonic, sleep

from textual.events import Key

from tuinews.ui.typed_ahead import LEAST_LOOKS, Readiness, TypedAhead

QUIT = Key("Q", "Q")


def test_a_key_that_was_typed_into_what_opens_late_is_no_command() -> None:
    ahead, stage = TypedAhead(), Readiness.UNSEEN
    ahead.wait(lambda: stage, 0.0)
    _pass_a_moment()
    assert ahead.keeps(QUIT)
    assert [ahead.next() for _ in range(LEAST_LOOKS - 1)] == [None] * (LEAST_LOOKS - 1)
    stage = Readiness.READY
    assert ahead.next() is QUIT


def test_a_key_is_given_when_nothing_opens() -> None:
    ahead = TypedAhead()
    ahead.wait(lambda: Readiness.UNSEEN, 0.0)
    _pass_a_moment()
    assert ahead.keeps(QUIT)
    given = [ahead.next() for _ in range(LEAST_LOOKS)]
    assert given[-1] is QUIT
    assert ahead.is_over


def test_a_key_waits_as_long_as_what_is_seen_to_open_takes() -> None:
    ahead, stage = TypedAhead(), Readiness.OPENING
    ahead.wait(lambda: stage, 0.0)
    _pass_a_moment()
    assert ahead.keeps(QUIT)
    assert {ahead.next() for _ in range(10 * LEAST_LOOKS)} == {None}
    stage = Readiness.READY
    assert ahead.next() is QUIT


def _pass_a_moment() -> None:
    start = monotonic()
    while monotonic() == start:
        sleep(0)
