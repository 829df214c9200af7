"""Links whose words say nothing of the article, or no more than its day or its number."""

import re
from collections import Counter, defaultdict

from tuinews.extract.listing.links.link_words import COMMENTS, MORE
from tuinews.extract.listing.links.links import Link, Rank, same_words, width, without_numbers
from tuinews.extract.listing.records.leading_dates import is_date

_SHARED_BY = 2
"""Addresses that different articles may have under one title; the same words for more are "Read more"."""

_GENERIC = 0.6
"""Share of links with the same markup whose words lead to many addresses, from which these words say nothing."""

_LONGEST_STAMP = 40
"""Letters of a link that says when and nothing else."""

_DIGIT = re.compile(r"[\d月]")
_BESIDE_STAMP = re.compile(r"^[^\w(\[]+|[^\w)\].]+$")
"""The sign of a permanent link before or behind its day."""

_CONTROL = re.compile(r"\[[^\[\]]+\]")
_LONGEST_CONTROL = 20
"""Letters of a link in brackets beside headlines without: "[ thread ]", "[edit]"."""


def generic_links(links: list[Link]) -> set[int]:
    """The nodes of links whose words say nothing of the article: "Read more", one text for many addresses."""
    leads_to: dict[str, set[str]] = defaultdict(set)
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.title:
            leads_to[same_words(link.title)].add(link.key)
            alike[link.signature].append(link)
    generic: set[int] = set()
    for members in alike.values():
        repeated = [m for m in members if len(leads_to[same_words(m.title)]) > _SHARED_BY]
        if len(repeated) > _GENERIC * len(members):
            generic.update(m.node for m in repeated)
        generic.update(m.node for m in members if MORE.match(m.title) or COMMENTS.match(m.title))
        controls = [m.node for m in members if width(m.title) <= _LONGEST_CONTROL and _CONTROL.fullmatch(m.title)]
        if 2 * len(controls) < len(members):
            generic.update(controls)
    return generic


def stamped_links(links: list[Link]) -> set[int]:
    """The nodes of links that say no more than when: the permanent links of short posts, and the issues of a day,
    which have no other words.
    """
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.rank is Rank.PLAIN and width(link.title) <= _LONGEST_STAMP and _DIGIT.search(link.title):
            alike[link.signature].append(link)
    stamped: set[int] = set()
    for members in alike.values():
        if len({link.key for link in members}) > _SHARED_BY and is_date(_BESIDE_STAMP.sub("", members[0].title)):
            stamped.update(link.node for link in members if is_date(_BESIDE_STAMP.sub("", link.title)))
    return stamped


def numbered_links(links: list[Link], generic: set[int]) -> set[int]:
    """The nodes of links that say the same but for a number, whose address others lead to in more words: the
    number of a decree or a case above what it is about. Those in `generic` say nothing.
    """
    alike: dict[str, list[Link]] = defaultdict(list)
    widest: dict[str, int] = defaultdict(int)
    for link in links:
        if link.rank is Rank.PLAIN and link.title and link.node not in generic:
            alike[link.signature].append(link)
            widest[link.key] = max(widest[link.key], width(link.title))
    numbered: set[int] = set()
    for members in alike.values():
        told = [m for m in members if _DIGIT.search(m.title) and widest[m.key] > width(m.title)]
        if len(told) > _SHARED_BY:
            usual, times = Counter(without_numbers(m.title) for m in told).most_common(1)[0]
            if 2 * times > len(told):
                numbered.update(m.node for m in told if without_numbers(m.title) == usual)
    return numbered
