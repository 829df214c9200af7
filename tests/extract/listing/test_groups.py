"""Which groups of links pass as headlines: each case is near the threshold, so that a moved weight changes it."""

from dataclasses import replace

import pytest

from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.page_zones import ASIDE, FURNISHED, MENU, SIDEBAR
from tuinews.extract.listing.links.scores import mass, score_all

THRESHOLD = 2.2
"""What `selection` asks of a link."""

PLAIN = LinkGroup(
    links=[],
    keys=frozenset("abcde"),
    heading=0.0,
    titled=0.0,
    labelled=0.0,
    typical_width=60.0,
    likeness=0.0,
    listing=0.0,
    offsite=0.0,
    penalty=0.0,
    recurrence=0.0,
    pictured=0.0,
    dated=0.0,
    described=0.0,
    embedded=0.0,
    in_prose=0.0,
)
"""Five bare links of the length of headlines, with addresses that say nothing."""

HEADINGS = replace(PLAIN, heading=1.0)
ARTICLES = replace(PLAIN, likeness=1.5)
"""Bare links with the addresses of articles."""


def score(group: LinkGroup) -> float:
    # Beside a group that is certain, so that the names of zones are trusted.
    certain = replace(HEADINGS, likeness=3.0)
    score_all([certain, group])
    return group.score


@pytest.mark.parametrize(
    ("group", "passes"),
    [
        (PLAIN, False),
        (replace(PLAIN, likeness=0.5), True),
        (replace(PLAIN, keys=frozenset("ab"), likeness=0.5), False),
        (replace(PLAIN, titled=1.0), True),
        (replace(PLAIN, titled=1.0, typical_width=20.0), False),
        (replace(PLAIN, titled=0.6, typical_width=30.0), False),
        (replace(PLAIN, dated=0.5), True),
        (replace(PLAIN, pictured=0.6), True),
        (replace(PLAIN, described=0.6), True),
        (replace(HEADINGS, typical_width=20.0), False),
        (replace(HEADINGS, typical_width=25.0), True),
        (replace(HEADINGS, typical_width=12.0, likeness=1.5), False),
        (replace(ARTICLES, typical_width=9.0, dated=1.0, pictured=1.0, described=1.0), False),
        (replace(ARTICLES, typical_width=15.0, dated=1.0, pictured=1.0, described=1.0), False),
        (replace(ARTICLES, typical_width=16.0, dated=1.0, pictured=1.0, described=1.0), True),
        (replace(HEADINGS, typical_width=160.0), True),
        (replace(PLAIN, typical_width=160.0, likeness=1.0), False),
        (replace(HEADINGS, typical_width=230.0), False),
        (replace(HEADINGS, penalty=SIDEBAR), True),
        (replace(HEADINGS, penalty=ASIDE), False),
        (replace(HEADINGS, penalty=ASIDE, dated=1.0), True),
        (replace(HEADINGS, penalty=FURNISHED, dated=1.0), False),
        (replace(HEADINGS, penalty=MENU, dated=1.0, described=1.0, likeness=1.5), False),
        (replace(HEADINGS, offsite=1.0), True),
        (replace(ARTICLES, offsite=1.0), False),
        (replace(HEADINGS, listing=0.5), True),
        (replace(HEADINGS, listing=1.0, dated=1.0), False),
        (replace(HEADINGS, embedded=0.5), True),
        (replace(HEADINGS, embedded=1.0, likeness=1.0), False),
        (replace(HEADINGS, recurrence=0.5), True),
        (replace(HEADINGS, recurrence=0.75), False),
        (replace(PLAIN, labelled=1.0, likeness=1.4), False),
        (replace(PLAIN, labelled=0.5, likeness=1.4), True),
    ],
)
def test_a_group_passes_as_headlines(group: LinkGroup, passes: bool) -> None:
    assert (score(group) >= THRESHOLD) is passes


@pytest.mark.parametrize(
    ("dated", "described", "pictured", "passes"),
    [(0.6, 0.6, 0.0, True), (0.6, 0.0, 0.6, True), (0.4, 1.0, 1.0, False), (0.0, 1.0, 1.0, False)],
)
def test_where_no_group_is_certain_records_outweigh_the_name_of_a_zone(
    dated: float, described: float, pictured: float, passes: bool
) -> None:
    zone = replace(HEADINGS, typical_width=30.0, penalty=FURNISHED)
    group = replace(zone, dated=dated, described=described, pictured=pictured)
    score_all([group])
    assert (group.score >= THRESHOLD) is passes


def test_a_long_sidebar_is_less_of_a_page_than_a_short_list() -> None:
    main = replace(HEADINGS, keys=frozenset("abcdefgh"), score=3.0)
    sidebar = replace(HEADINGS, keys=frozenset(map(str, range(20))), penalty=SIDEBAR, score=3.0)
    assert mass(sidebar) < mass(main)
    assert mass(replace(sidebar, penalty=0.0)) > mass(main)


def test_an_archive_of_hundreds_is_no_more_of_a_page_than_a_screen_of_articles() -> None:
    many = replace(PLAIN, keys=frozenset(map(str, range(300))), score=2.5)
    assert mass(many) < mass(replace(HEADINGS, keys=frozenset(map(str, range(20))), score=4.0))
    assert mass(many) > mass(replace(HEADINGS, keys=frozenset(map(str, range(10))), score=4.0))
