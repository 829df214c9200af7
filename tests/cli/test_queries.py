"""Mistakes in queries, by every command that takes one: told with their place and with what was meant."""

import pytest

from tuinews.demo.site import DemoSite

from .conftest import Run

_TAKING = [
    ("search", "{}"),
    ("search", "{}", "--json"),
    ("list", "--search", "{}"),
    ("list", "--search", "{}", "--json"),
    ("view", "add", "Bão", "{}"),
    ("view", "set", "Mưa", "query={}"),
    ("mute", "{}"),
    ("mute", "{}", "--dry-run"),
    ("rule", "add", "star", "{}"),
    ("rule", "try", "{}"),
    ("highlights", "{}"),
    ("export", "--markdown", "--search", "{}"),
]


@pytest.mark.parametrize("command", _TAKING, ids=" ".join)
def test_a_mistyped_field_is_told_with_its_place_and_what_was_meant(
    tuinews: Run, command: tuple[str, ...]
) -> None:
    tuinews("view", "add", "Mưa", "mưa")
    done = tuinews(*(part.format("mưa titel:lũ") for part in command))
    assert done.status == 0
    assert done.err.splitlines()[-2:] == [
        "tuinews: mưa →titel:lũ",
        "tuinews: titel: is not a search field; did you mean title:?",
    ]
    if "--json" in command:
        assert done.json == []


@pytest.mark.parametrize("command", _TAKING, ids=" ".join)
def test_a_wrong_value_is_told_with_its_place_whatever_blanks_and_marks_stand_before_it(
    tuinews: Run, command: tuple[str, ...]
) -> None:
    tuinews("view", "add", "Mưa", "mưa")
    done = tuinews(*(part.format("  mu\u031ba  is:unred") for part in command))
    assert done.status == 1
    place, why = done.err.splitlines()[-2:]
    assert place.endswith("is:→unred")
    assert why.endswith("did you mean is:unread?")


def test_a_view_that_finds_nothing_says_what_is_mistyped_in_it(tuinews: Run) -> None:
    tuinews("view", "add", "Bão", "titel:bão")
    assert "→titel:bão" in tuinews("list", "--view", "bao").err


def test_a_field_that_is_near_another_and_finds_something_is_a_word(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    assert tuinews("list", "--search", "tin OR titel:x").err == ""


@pytest.mark.parametrize(
    "command", [("mute", "{}"), ("rule", "add", "hide", "{}"), ("view", "add", "x", "{}")], ids=" ".join
)
@pytest.mark.parametrize("query", ["a " + "bão " * 150 + "-lũ", " ".join(f"-{n}" for n in range(40)) + " x"])
def test_nobody_keeps_half_a_query(tuinews: Run, command: tuple[str, ...], query: str) -> None:
    done = tuinews(*(part.format(query) for part in command))
    assert done.status == 1
    assert "longer than" in done.err or "more than" in done.err
    assert tuinews("views", "--json").json + tuinews("mutes", "--json").json == []


def test_a_search_of_the_export_is_one_of_articles(tuinews: Run) -> None:
    done = tuinews("export", "--search", "is:starred")
    assert (done.status, done.out) == (2, "")
    assert "--markdown" in done.err
