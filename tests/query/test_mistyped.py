"""What is told of a name that is near a field."""

from collections.abc import Callable

import pytest

from tuinews.query.mistyped import mistyped_field


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("titel:storm", "title:"),
        ("storm -(autor:nguyen)", "author:"),
        ("bridge -Sorce:2", "source:"),
        ('ttitle:"sông hương"', "title:"),
        ("befor:2025", "before:"),
        ("folders:báo", "folder:"),
        ("age:3 fortnigths", "age:3 fortnights"),
        ("sông age:>2 wekes", "age:>2 weeks"),
    ],
)
def test_a_name_near_a_field_is_told_with_what_was_meant(typed: str, near: str) -> None:
    assert mistyped_field(typed).endswith(f"did you mean {near}?")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "title:storm",
        "TITLE:storm",
        "https://a.example/titel",
        "10:30",
        "titel",
        "titel: storm",
        "atitle",
        "Reuters:x",
        "giá:x",
        "a:b",
        "xtitel/titel:x",
        "age:3 weeks",
        "age:3 bão",
        "age:3d wekes",
    ],
)
def test_what_is_no_mistake_is_told_nothing(typed: str) -> None:
    assert mistyped_field(typed) == ""


def test_it_is_told_in_vietnamese(speak: Callable[[str], str]) -> None:
    speak("vi")
    assert mistyped_field("titel:x") == "titel: không phải là một trường tìm kiếm; ý bạn là title:?"
