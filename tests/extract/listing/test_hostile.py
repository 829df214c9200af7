"""Hostile pages: whatever they are made of, looking at them ends soon."""

import time

import pytest

from tuinews.extract.listing import extract_listing

LINK = '<a href="/a-long-story-about-{0}">A long story about the number {0}</a>'
PAGES = {
    "deep": "<div>" * 200_000 + LINK.format(1),
    "deep_lists": "<ul><li>" * 50_000 + LINK.format(1),
    "many_attributes": "<a " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</a>",
    "long_attribute": f'<a href="/x" title="{"t " * 500_000}">x</a>',
    "huge_list": "<ul>" + "".join(f"<li>{LINK.format(i)}</li>" for i in range(8_000)) + "</ul>",
    "one_link_of_many_parts": '<a href="/story-of-many-parts">' + "<span>part </span>" * 20_000 + "</a>",
    "many_headings": "<h3>heading of nothing</h3>" * 30_000 + LINK.format(1),
    "same_link": LINK.format(1) * 8_000,
    "one_line": LINK.format(1) + "word " * 500_000,
    "nested_links": "<a href='/n'>" * 50_000,
    "read_more": "".join(f"<h3>Story number {i}</h3><a href='/s{i}'>Read more</a>" for i in range(2_000)),
    "most_read": "<div>" + '<h2>Most read</h2><p><a href="/x">y</a></p>' * 20_000 + "</div>",
    "cut_titles": "".join(f'<p><a href="/same">The title of number {i}...</a></p>' for i in range(10_000)),
    "days": "".join(
        f'<p>{i % 28 + 1} May 2024</p><p><a href="/story-{i}">Story {i}</a></p>' for i in range(8_000)
    ),
    "anchors": "".join(
        f'<div id="a{i}"><h2><a href="#a{i}">Part {i} of it</a></h2><i>2024-05-{i % 28 + 1:02}</i></div>'
        for i in range(8_000)
    ),
    "parts_in_parts": '<a href="/a-story-of-many-parts">' + "<span>" * 20_000 + "text of the story",
    "deep_script": '<script type="application/json">' + "[" * 100_000 + "</script>",
    "wide_script": '<script type="application/json">[' + '{"a":[1,2]},' * 100_000 + "{}]</script>",
}


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
