"""Hostile pages: whatever they are made of, looking at them ends soon."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tuinews.extract.listing import extract_listing

LINK = '<a href="/a-long-story-about-{0}">A long story about the number {0}</a>'
PAGES = {
    "deep": "<div>" * 200_000 + LINK.format(1),
    "deep_lists": "<ul><li>" * 50_000 + LINK.format(1),
    "many_attributes": "<a " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</a>",
    "long_attribute": f'<a href="/x" title="{"t " * 500_000}">x</a>',
    "one_line": LINK.format(1) + "word " * 500_000,
    "nested_links": "<a href='/n'>" * 50_000,
    "parts_in_parts": '<a href="/a-story-of-many-parts">' + "<span>" * 20_000 + "text of the story",
    "deep_script": '<script type="application/json">' + "[" * 100_000 + "</script>",
}
GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "huge_list": (lambda count: f"<ul>{''.join(f'<li>{LINK.format(i)}</li>' for i in range(count))}</ul>", 700),
    "one_link_of_many_parts": (
        lambda count: '<a href="/story-of-many-parts">' + "<span>part </span>" * count + "</a>",
        2_500,
    ),
    "many_headings": (lambda count: "<h3>heading of nothing</h3>" * count + LINK.format(1), 2_000),
    "same_link": (lambda count: LINK.format(1) * count, 700),
    "read_more": (
        lambda count: "".join(f"<h3>Story number {i}</h3><a href='/s{i}'>Read more</a>" for i in range(count)),
        250,
    ),
    "most_read": (
        lambda count: "<div>" + '<h2>Most read</h2><p><a href="/x">y</a></p>' * count + "</div>",
        1_200,
    ),
    "cut_titles": (
        lambda count: "".join(f'<p><a href="/same">The title of number {i}...</a></p>' for i in range(count)),
        600,
    ),
    "days": (
        lambda count: "".join(
            f'<p>{i % 28 + 1} May 2024</p><p><a href="/story-{i}">Story {i}</a></p>' for i in range(count)
        ),
        500,
    ),
    "anchors": (
        lambda count: "".join(
            f'<div id="a{i}"><h2><a href="#a{i}">Part {i} of it</a></h2><i>2024-05-{i % 28 + 1:02}</i></div>'
            for i in range(count)
        ),
        600,
    ),
    "wide_script": (
        lambda count: '<script type="application/json">[' + '{"a":[1,2]},' * count + "{}]</script>",
        8_000,
    ),
}
"""Pages of any length, and a length at which a loop within a loop shows."""


@pytest.mark.parametrize("name", GROWING)
def test_twice_as_much_is_twice_the_work(name: str, grows_evenly: Any) -> None:
    make, size = GROWING[name]
    grows_evenly(lambda page: extract_listing(page, "https://hostile.example/"), make, size)


@pytest.mark.parametrize("name", PAGES)
def test_time_is_bounded(name: str) -> None:
    start = time.process_time()
    listing = extract_listing(PAGES[name], "https://hostile.example/")
    assert time.process_time() - start < 5.0
    assert len(listing.entries) <= 20_000


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example"]
)
def test_only_web_addresses_come_out(href: str) -> None:
    page = "".join(f'<h2><a href="{href}{i}">A headline that is long enough {i}</a></h2>' for i in range(5))
    assert extract_listing(page, "https://hostile.example/").entries == ()


def test_titles_pass_the_gate() -> None:
    title = "\x1b]52;c;ZXZpbA==\x07Bridge \u202eclosed\u200b for three weekends"
    page = "".join(f'<h2><a href="/a-story-of-{i}">{title} {i}</a></h2>' for i in range(5))
    titles = [entry.title for entry in extract_listing(page, "https://hostile.example/").entries]
    assert titles == [f"Bridge closed for three weekends {i}" for i in range(5)]
