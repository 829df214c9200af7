"""How far groups lose against the certain headlines of a page: each case is near a bound."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tuinews.extract.listing.links.group_relations import weaken_companions, weaken_foreign_sections
from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.links import Link, page_link
from tuinews.extract.listing.outline import outline_of
from tuinews.extract.page.tree import parse

THRESHOLD = 2.2


def link(url: str, node: int = 0) -> Link:
    made = page_link(url)
    assert made
    made.node, made.score = node, 3.0
    return made


def group(links: Sequence[Link], score: float, *, heading: float = 0.0, titled: float = 0.0) -> LinkGroup:
    rest = dict.fromkeys(("labelled", "typical_width", "likeness", "listing", "offsite", "penalty"), 0.0)
    rest |= dict.fromkeys(("recurrence", "pictured", "dated", "described", "embedded", "in_prose"), 0.0)
    keys = frozenset(one.key for one in links)
    return LinkGroup(list(links), keys, heading=heading, titled=titled, score=score, **rest)


def news(count: int) -> list[Link]:
    return [link(f"https://post.example/news/2024-the-bridge-{number}") for number in range(count)]


SERVICES = [link(f"https://post.example/service/{number}") for number in range(4)]


def losses(best: LinkGroup, other: LinkGroup) -> list[float]:
    before = [replace(one) for one in other.links]
    weaken_foreign_sections([best, other], THRESHOLD)
    return [round(old.score - new.score, 6) for old, new in zip(before, other.links, strict=True)]


@pytest.mark.parametrize(
    ("count", "score", "heading", "loss"),
    [(8, 3.3, 1.0, 1.8), (7, 3.3, 1.0, 0.0), (8, 3.1, 1.0, 0.0), (8, 3.3, 0.0, 0.0)],
)
def test_links_to_a_section_without_certain_headlines_lose(
    count: int, score: float, heading: float, loss: float
) -> None:
    services = group([replace(one) for one in SERVICES], 3.0)
    assert losses(group(news(count), score, heading=heading), services) == [loss] * 4


@pytest.mark.parametrize(("titled", "loss"), [(0.75, 1.8), (0.85, 0.0)])
def test_titles_by_their_class_lose_only_against_headings(titled: float, loss: float) -> None:
    best = group(news(10), 3.5, titled=0.9)
    services = group([replace(one) for one in SERVICES], 3.0, titled=titled)
    assert losses(best, services) == [loss] * 4
    headings = group(news(10), 3.5, heading=1.0)
    assert losses(headings, group([replace(one) for one in SERVICES], 3.0, titled=titled)) == [1.8] * 4


def test_the_section_of_the_headlines_loses_nothing() -> None:
    assert losses(group(news(8), 4.0, heading=1.0), group(news(4), 3.0)) == [0.0] * 4


@pytest.mark.parametrize(
    ("cards", "inside", "below", "loss"),
    [(3, 3, 1.0, 2.5), (3, 2, 1.0, 2.5), (5, 3, 1.0, 0.0), (3, 3, 0.7, 0.0), (2, 2, 1.0, 0.0)],
)
def test_topics_in_the_records_of_a_better_group_lose(cards: int, inside: int, below: float, loss: float) -> None:
    """`inside` of as many topics as there are cards are in them, the others behind them."""
    items = "".join(f"<li><a>title</a>{'<i>topic</i>' if number < inside else ''}</li>" for number in range(cards))
    outline = outline_of(parse(f"<ul>{items}</ul>" + "<i>topic</i>" * (cards - inside)))
    titles = [n.index for n in outline.nodes if n.tag == "a"]
    topics = [n.index for n in outline.nodes if n.tag == "i"]
    best = group([link(f"https://post.example/news/2024-the-bridge-{at}", at) for at in titles], 5.0, heading=1.0)
    other = group([link(f"https://post.example/topic/{at}", at) for at in topics], 5.0 - below)
    weaken_companions(outline, [best, other], THRESHOLD)
    assert {round(3.0 - one.score, 6) for one in other.links} == {loss}
    assert {one.score for one in best.links} == {3.0}
