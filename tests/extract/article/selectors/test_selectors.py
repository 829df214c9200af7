"""Selectors are checked before they are kept, and cost little on whatever page."""

import time

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.article.selectors.selectors import check_selectors, found_by
from tuinews.extract.page.tree import parse
from tuinews.model.article import SelectorRule


@pytest.mark.parametrize(
    "selector_rule",
    [
        SelectorRule(),
        SelectorRule("article > div.story"),
        SelectorRule(drop=".ad, aside"),
        SelectorRule("main:has(p)", "p.promo"),
    ],
)
def test_a_selector_that_is_one_passes(selector_rule: SelectorRule) -> None:
    check_selectors(selector_rule)


@pytest.mark.parametrize("selector", ["p[[", "", " ", ".a >", "a,,b", "!!", "p, " * 200 + "p"])
def test_one_that_is_none_is_named(selector: str) -> None:
    with pytest.raises(ExtractError, match="this is not a CSS selector"):
        check_selectors(SelectorRule(body=selector))
    with pytest.raises(ExtractError, match="drop"):
        check_selectors(SelectorRule(drop=selector))


@pytest.mark.parametrize(
    "selector", ["\x00", "p\x00", "p\x1b[31m", "p\ud800", "p{}", "//div", "p::before", "p" * 501]
)
def test_what_no_person_can_mean_is_refused_by_name(selector: str) -> None:
    with pytest.raises(ExtractError, match="this is not a CSS selector"):
        check_selectors(SelectorRule(drop=selector))


DEEP = parse("<div>" * 300 + "<p>x</p>" * 20)
WIDE = parse("<div><p>x</p></div>" * 20_000)
USUAL = parse("<main><div class=story><h2>a</h2>" + "<p>x<b>y</b></p>" * 1000 + "</div></main>")


@pytest.mark.parametrize(
    "selector",
    [
        "x div div div div div",
        ":is(x div div div)",
        "div:has(div:has(div:has(q)))",
        ".x ~ div ~ div ~ div",
        "div:not(:has(p)) ~ div",
        "div:has(~ div ~ div ~ q)",
        "p, div:nth-child(3) ~ div",
    ],
)
def test_a_rule_that_would_take_hours_on_a_page_finds_nothing_there(selector: str) -> None:
    check_selectors(SelectorRule(selector))
    start = time.process_time()
    found_by(DEEP, selector)
    found_by(WIDE, selector)
    assert time.process_time() - start < 3.0


@pytest.mark.parametrize(
    ("selector", "count"),
    [
        ("main .story b", 1000),
        ("h2 ~ p", 1000),
        ("div.story:has(h2) > p", 1000),
        ("p:nth-of-type(2)", 1),
        ("h2, .story p, [title='a, b c ~ d'], main p b", 2001),
        ("p[[", 0),
        ("\ud800", 0),
    ],
)
def test_on_a_page_as_they_are_it_finds_what_it_says(selector: str, count: int) -> None:
    assert len(found_by(USUAL, selector)) == count
