"""Pages written in bad faith, and pages that a wire cut: bounded time, no exception but ours, no loss."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuinews.errors import ExtractError
from tuinews.extract.article import article_candidates, extract_article
from tuinews.extract.page.tree import parse
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.document_json import document_from_json, document_to_json
from tuinews.text import clean_text

PAGE = (Path(__file__).parent / "family" / "masthead.html").read_text("utf-8")
URL = "https://coast.example/news/harbour-20200402160000.htm"
TEXT = "<p>The harbour reopened on Monday morning, and the first ferry left at six, with forty on board.</p>" * 5
MOST_SECONDS = 5.0
"""Of the processor, on a machine that does other things too; an idle one needs less than one."""

HOSTILE = {
    "elements inside each other": "<div>" * 200_000 + TEXT,
    "elements inside each other, closed": "<div>" * 100_000 + TEXT + "</div>" * 100_000,
    "lists inside each other": "<ul><li>" * 50_000 + TEXT,
    "quotations inside each other": "<blockquote>" * 50_000 + TEXT,
    "tables inside each other": "<table><tr><td>" * 20_000 + TEXT,
    "formatting never closed": "<p><b><i><font color=red>x" * 30_000 + TEXT,
    "attributes on one tag": "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">" + TEXT,
    "attributes without values": "<div " + " ".join(f"a{i}" for i in range(100_000)) + ">" + TEXT,
    "attributes that hold brackets": "<div " + " ".join(f'a{i}=">"' for i in range(100_000)) + ">" + TEXT,
    "a quote never closed": TEXT + '<a "' * 200_000,
    "a long title": "<title>" + "a" * 1_000_000 + "</title>" + TEXT,
    "a long heading": "<h1>" + "a " * 500_000 + "</h1>" + TEXT,
    "a long class": '<div class="' + "a " * 1_000_000 + '">' + TEXT + "</div>",
    "a long paragraph": "<p>" + "word, " * 500_000 + "</p>",
    "a long word in a label": TEXT + "<p><span class=place>" + "a" * 200_000 + "!</span>word</p>",
    "many meta tags that name authors": "".join(
        f'<meta name="author{number}" content="Jane {"x" * (number % 50)}{chr(0x4E00 + number)}">'
        for number in range(5_000)
    )
    + TEXT,
    "many paragraphs": TEXT * 10_000,
    "more paragraphs": "<p>word" * 300_000,
    "line breaks": TEXT + "word<br>" * 500_000,
    "blanks that are bold": TEXT + "<p>" + "<b> </b>" * 200_000,
    "many options": TEXT + "<select>" + "<option>x" * 50_000,
    "a table of many rows": TEXT + "<table>" + "<tr><td>a</td><td>b</td></tr>" * 20_000 + "</table>",
    "deep JSON": TEXT + '<script type="application/ld+json">' + '{"a":[' * 50_000 + "</script>",
    "posts inside each other": "<div class=cooked><b class=author>a</b>word" * 20_000 + TEXT,
    "many moments of one post": "<time>May 1, 2025</time>" * 20_000 + f"<div class=cooked>{TEXT}</div>",
    "many notes in one line": "<p>" + "word<span class=sidenote>a note</span>" * 10_000 + "</p>" + TEXT,
    "brackets alone": "<" * 500_000 + TEXT,
    "comments never closed": TEXT + "<!--" * 100_000,
}

GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "a long title": (lambda count: "<title>" + "a" * count + "</title>" + TEXT, 800_000),
    "a long heading": (lambda count: "<h1>" + "ab " * count + "</h1>" + TEXT, 250_000),
    "many pictures": (lambda count: '<p>Some text here.</p><img src=a.jpg alt="x">' * count, 1_250),
    "many pictures with captions": (
        lambda count: "<figure><img src=a.jpg><figcaption>word word</figcaption></figure>" * count,
        1_000,
    ),
    "many posts": (
        lambda count: (
            "<div class=p><b class=author>a</b><time>May 1, 2025</time><div class=cooked>word</div></div>" * count
        ),
        1_000,
    ),
    "many entries of a live blog": (
        lambda count: "<div class=live-post><time>11:05</time><p>word word</p></div>" * count,
        1_000,
    ),
    "many folded answers": (
        lambda count: (
            "<article><h1>Questions of the day</h1>"
            + "".join(
                f"<details><summary>Is pier {n} open?</summary><p>Pier {n} is open until noon, and then the "
                "ferries leave from the one beside it, they say.</p></details>"
                for n in range(count)
            )
        ),
        1_500,
    ),
    "many marks of notes": (
        lambda count: "<p>word<sup>1</sup></p>" * count + "<p><sup>1</sup> note</p>" * count + TEXT,
        1_000,
    ),
}
"""Pages of any length, and a length at which a loop within a loop shows."""


def read(html: str) -> Article | None:
    """The article of a page, None where the program says that there is none; any other exception is a failure."""
    try:
        return extract_article(html, URL)
    except ExtractError:
        return None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_ends_in_bounded_time(name: str) -> None:
    start = time.process_time()
    read(HOSTILE[name])
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize("name", GROWING)
def test_twice_as_much_is_twice_the_work(name: str, grows_evenly: Any) -> None:
    make, size = GROWING[name]
    grows_evenly(read, make, size)


@pytest.mark.parametrize(
    "name", ["attributes on one tag", "a long title", "many options", "deep JSON", "brackets alone"]
)
def test_the_text_beside_the_hostile_part_is_kept(name: str) -> None:
    article = read(HOSTILE[name])
    assert article is not None
    assert "first ferry left at six" in article.text


@pytest.mark.parametrize("inside", ["<?a ?>", "<!-- a -->", "<![CDATA[a]]>", "<!a>", "</a>", "<\0>"])
def test_what_is_neither_text_nor_element_is_passed_over(inside: str) -> None:
    page = f"<h1>The harbour {inside}reopens</h1><p>{inside}</p>{TEXT.replace('ferry', inside + 'ferry')}"
    article = extract_article(page)
    assert article.title.startswith("The harbour ")
    assert article.title.endswith("reopens")
    assert "ferry left at six" in article.text
    assert article_candidates(page)


MENU = "".join(f"<li><a href='/{n}'>Menu {n}</a></li>" for n in range(30))


def test_where_no_line_looks_like_an_article_it_is_the_whole_page() -> None:
    labels = "".join(f"<div class=label>Field {n}</div>" for n in range(30))
    page = f"<html><body><ul>{MENU}</ul><form>{labels}</form></body></html>"
    article = extract_article(page)
    assert article.kind is TextKind.WHOLE_PAGE
    assert "Menu 7" in article.text
    assert [way.text for way in article_candidates(page)] == [article.text]


def test_a_page_whose_text_stands_behind_too_many_lines_is_refused_and_not_empty() -> None:
    with pytest.raises(ExtractError, match="it is too long, and its beginning is no article"):
        extract_article("<ul><li>a" * 50_000 + TEXT)


_NAMES = "p div b a ul ol li table tr td th blockquote pre h1 h2 figure img br hr section article span sup script"
TAGS = st.sampled_from(_NAMES.split())
WORDS = st.text(alphabet="abc dé京.,<&\x1b\u202e\u200b\n", max_size=40)
PIECES = st.one_of(
    WORDS, TAGS.map("<{}>".format), TAGS.map("</{}>".format), TAGS.map('<{} class="x" href="/a">'.format)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_markup_gives_an_article_of_its_own_words(html: str) -> None:
    article = read(f"<html><body>{html}{TEXT}</body></html>")
    again = read(f"<html><body>{html}{TEXT}</body></html>")
    assert article == again
    if article is not None:
        body = parse(html + TEXT).body
        words = set(clean_text(body.text(separator="\n") if body is not None else "").split())
        seen = {w for line in article.document.lines for w in line.split()}
        assert all(any(w in word or word in w for word in words) for w in seen if w.isascii() and w.isalpha())
        assert document_from_json(json.loads(json.dumps(document_to_json(article.document)))) == article.document
        assert not any(ord(c) < 32 and c not in "\n\t" for c in article.text)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)), st.integers(0, len(PAGE)))
def test_a_page_cut_and_spliced_anywhere_is_read_or_refused(one: int, two: int, three: int) -> None:
    read(PAGE[:one])
    read(PAGE[:one] + PAGE[two:])
    read(PAGE[min(two, three) : max(two, three)] + PAGE[one:])


def test_candidates_begin_with_the_article_and_end_with_the_whole_page() -> None:
    found = article_candidates(PAGE, URL)
    assert found[0] == extract_article(PAGE, URL)
    assert found[-1].kind == "whole_page"
    assert "Nông dân đón mưa muộn" in found[-1].text
    assert len({article.text for article in found}) == len(found)
    assert all(0.0 <= article.confidence <= 1.0 for article in found)


def test_a_repair_says_where_the_body_is_and_what_to_drop() -> None:
    related = extract_article(PAGE, URL, repair=SelectorRule(body=".box-more li p"))
    assert related.document.lines == [
        "Nhiều thửa ruộng ở Giồng Trôm đã được cày ải, chờ mưa xuống giống.",
        "Hồ có sức chứa 90.000 m3, phục vụ bốn xã ven biển.",
    ]
    without = extract_article(PAGE, URL, repair=SelectorRule(drop=".post-content b, h2"))
    assert "Trạm cấp nước chạy" not in without.text
    unknown = extract_article(PAGE, URL, repair=SelectorRule(body=".no-such", drop="p:::nonsense"))
    assert unknown == extract_article(PAGE, URL)
