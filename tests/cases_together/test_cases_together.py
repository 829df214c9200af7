"""That cases which run as one test are all run, and are told by their names when they fail."""

from collections.abc import Callable

import pytest

from cases_together import Case, cases_of, run_all, together


@pytest.mark.parametrize("sign", [pytest.param("a", id="ay"), pytest.param("b", id="bee")])
@pytest.mark.parametrize(("number", "word"), [(1, "one"), (2, "two")], ids=["first", "second"])
def three(number: int, word: str, sign: str) -> None:
    pass


def test_every_combination_is_a_case_with_its_name() -> None:
    cases = cases_of(three)
    assert [case.name for case in cases] == ["first-ay", "first-bee", "second-ay", "second-bee"]
    assert cases[1].given == {"number": 1, "word": "one", "sign": "b"}


def test_a_case_without_a_name_is_called_by_what_it_is_given() -> None:
    @pytest.mark.parametrize("check", [len])
    @pytest.mark.parametrize(("number", "word"), [(1, "a" * 1000)])
    def nameless(number: int, word: str, check: object) -> None:
        pass

    (case,) = cases_of(nameless)
    assert case.name.startswith("number=1, word='aaaa")
    assert case.name.endswith("aaa', check=len")
    assert len(case.name) < 100


def test_all_run_and_each_that_fails_is_told() -> None:
    ran = []

    def check(number: int) -> None:
        ran.append(number)
        assert number % 2, f"{number} is even"

    with pytest.raises(AssertionError, match="2 is even") as told:
        run_all(check, [Case({"number": number}) for number in range(1, 6)])
    assert ran == [1, 2, 3, 4, 5]
    first, other = told.value.__notes__
    assert first == "in the case [number=2]; 2 of 5 failed"
    assert other.startswith("[number=4]: AssertionError: 4 is even")


def test_one_that_fails_is_told_before_one_that_is_skipped_and_that_before_those_that_pass() -> None:
    def check(how: Callable[[], None]) -> None:
        how()

    def skip() -> None:
        pytest.skip("not here")

    def fail() -> None:
        pytest.fail("it failed")

    def work() -> None:
        pass

    cases = [Case({"how": how}) for how in (skip, work, fail)]
    with pytest.raises(pytest.fail.Exception, match="it failed"):
        run_all(check, cases)
    with pytest.raises(pytest.skip.Exception, match="not here"):
        run_all(check, cases[:2])


def test_what_needs_more_than_its_cases_stays_as_it_is() -> None:
    @pytest.mark.parametrize("number", [1, 2])
    def with_a_fixture(number: int, tmp_path: object) -> None:
        pass

    @pytest.mark.parametrize("number", [1, pytest.param(2, marks=pytest.mark.skip)])
    def with_a_marked_case(number: int) -> None:
        pass

    @pytest.mark.apart
    @pytest.mark.parametrize("number", [1, 2])
    def of_cases_that_take_long(number: int) -> None:
        pass

    @pytest.mark.parametrize("number", [1, 2])
    async def that_waits(number: int) -> None:
        pass

    def without_cases() -> None:
        pass

    kept = (with_a_fixture, with_a_marked_case, of_cases_that_take_long, that_waits, without_cases)
    assert [function.__name__ for function in kept if cases_of(function)] == []


def test_the_one_test_stands_where_the_function_does_and_is_given_nothing() -> None:
    check = together(three, cases_of(three))
    assert check.__name__ == "three"
    assert check.__module__ == three.__module__
    check()
