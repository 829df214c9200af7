"""Which language is spoken, and that it can change at any time."""

from collections.abc import Callable

import pytest

from tuinews.errors import NotFoundError, Remedy
from tuinews.language import (
    N_,
    _,
    choose,
    current,
    decimal,
    negotiated,
    ngettext,
    number,
    own_language,
    user_languages,
)


@pytest.fixture(autouse=True)
def speak_english_afterwards(speak: Callable[[str], str]) -> None:
    """Leave the language of the other tests as it was."""


@pytest.mark.parametrize(
    ("environ", "liked"),
    [
        ({"LANG": "vi_VN.UTF-8"}, ("vi",)),
        ({"LANGUAGE": "fr:vi", "LANG": "en_US.UTF-8"}, ("fr", "vi", "en")),
        ({"LANGUAGE": "vi_VN:vi", "LANG": "de_DE"}, ("vi", "de")),
        ({"LANGUAGE": "vi", "LC_ALL": "C"}, ("en",)),
        ({"LANGUAGE": "vi", "LANG": "C.UTF-8"}, ("en",)),
        ({"LANGUAGE": "vi", "LANG": "POSIX"}, ("en",)),
        ({"LC_MESSAGES": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, ("vi",)),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "vi_VN.UTF-8"}, ("en",)),
        ({"LANG": "vi_VN@valencia"}, ("vi",)),
        ({"LANG": "ja_JP.eucJP"}, ("ja",)),
        ({"LANG": "Vietnamese_Vietnam.1258"}, ("vi",)),
    ],
)
def test_the_environment_says_which_languages_are_liked(environ: dict[str, str], liked: tuple[str, ...]) -> None:
    assert user_languages(environ) == liked


@pytest.mark.parametrize(
    ("code", "liked", "spoken"),
    [
        ("vi", ("en",), "vi"),
        ("en", ("vi",), "en"),
        (None, ("fr", "vi", "en"), "vi"),
        (None, ("fr",), "en"),
        (None, (), "en"),
        ("tlh", ("vi",), "vi"),
    ],
)
def test_the_chosen_language_comes_before_the_liked_ones(
    code: str | None, liked: tuple[str, ...], spoken: str
) -> None:
    assert negotiated(code, liked) == spoken


def test_newspapers_of_the_language_that_was_asked_for_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    choose()
    assert (current(), own_language()) == ("en", "fr")
    choose("vi")
    assert (current(), own_language()) == ("vi", "vi")
    choose("en")
    assert (current(), own_language()) == ("en", "en")


def test_a_message_is_said_in_the_language_that_is_chosen_when_it_is_said() -> None:
    marked = N_("Nothing new")
    assert _(marked) == "Nothing new"
    assert choose("vi") == current() == "vi"
    assert _(marked) == "Không có bài mới"
    choose("en")
    assert _(marked) == "Nothing new"


def test_vietnamese_has_one_form_where_english_has_two() -> None:
    assert [ngettext("1 source", "{count} sources", n) for n in (1, 1234)] == ["1 source", "1,234 sources"]
    choose("vi")
    assert [ngettext("1 source", "{count} sources", n) for n in (1, 1234)] == ["1 nguồn", "1.234 nguồn"]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert (number(1234567), decimal(1.25)) == ("1,234,567", "1.2")
    choose("vi")
    assert (number(1234567), decimal(1.25)) == ("1.234.567", "1,2")


def test_what_stands_in_a_message_is_not_read_as_a_message() -> None:
    choose("vi")
    assert _("Starred: {title}", title="{count} open") == "Đã gắn sao: {count} open"
    assert _("{not a place}") == "{not a place}"
    assert _("") == ""


def test_an_error_keeps_its_remedy_for_whoever_has_a_key_or_an_option() -> None:
    choose("vi")
    error = NotFoundError(_("the article"), _("it is not in the library"), Remedy.LISTED_ARTICLES)
    assert error.do is Remedy.LISTED_ARTICLES
    assert str(error) == "bài: không có trong thư viện; hãy chọn một bài trong danh sách"
