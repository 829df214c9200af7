"""What is taken off a title as the name of its site: by what it is called, and by how much of the title it is."""

import pytest

from tuinews.extract.article.title.site_name import PART, WHOLE, less_site, variants


def without(text: str, *sites: str) -> dict[str, float]:
    return dict(variants(text, set(sites)))


@pytest.mark.parametrize(("tail", "is_name"), [("Coast Post", True), ("Nine days without", False)])
def test_a_short_end_may_be_the_name_of_the_site(tail: str, is_name: bool) -> None:
    head = "Ferry runs again after the storm"[:26]
    assert without(f"{head} - {tail}") == ({head: PART} if is_name else {})


@pytest.mark.parametrize(("head", "is_name"), [("Coast", True), ("Storm on the northern coast", False)])
def test_a_short_beginning_may_be_one_too(head: str, is_name: bool) -> None:
    rest = "Ferry runs again after days"
    assert (without(f"{head} - {rest}").get(rest) == PART) is is_name


@pytest.mark.parametrize(
    ("tail", "site", "is_surely"),
    [
        ("Post", "post", True),
        ("The Coast Post Online", "coastpost", True),
        ("The Coast Post Online of the North", "coastpost", False),
        ("Coast Post", "post", False),
    ],
)
def test_what_holds_a_name_of_the_site_is_one_unless_it_is_much_longer(
    tail: str, site: str, is_surely: bool
) -> None:
    head = "Ferry runs again after nine days of storm in the whole of the north of the country"
    assert without(f"{head} - {tail}", site) == {head: WHOLE if is_surely else PART}
    assert (less_site(f"{head} - {tail}", {site}) == head) is is_surely


@pytest.mark.parametrize(("head", "is_title"), [("Sports", False), ("Storm again", True), ("橋", True)])
def test_what_is_left_of_a_title_is_more_than_a_section(head: str, is_title: bool) -> None:
    assert (head in without(f"{head} | Post", "post")) is is_title
