"""The title: a vote of the h1, og:title, the headline of JSON-LD and `<title>`, each without the site's name.

None of them is always right: an h1 may be the site's name or begin with a kicker, og:title is written for search
engines and ends with the site's name, and `<title>` has both faults. The title is what two of them agree on, in
the spelling of most. Of several h1 the headline is the one that the other sources repeat; an h1 that none repeats
("Menu") counts little. Where the sources differ, the words of the page's address decide. An h1 at the end of a
breadcrumb trail is meant for search engines: it is the title only if there is no other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tuinews.extract.article.title.headings import PageHeading
from tuinews.extract.article.title.site_name import (
    beginnings,
    endings,
    less_site,
    variants,
    without_last_separator,
)
from tuinews.extract.article.title.slug import slug_words, words_of
from tuinews.extract.page.letters import VIETNAMESE, WIDE
from tuinews.extract.page.patterns import words
from tuinews.folding import key_of
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

H1, LATER_H1, OPEN_GRAPH, JSON_LD, TITLE, TWITTER = 1.25, 0.5, 0.6, 0.5, 0.2, 0.2
"""The votes of each source: the h1 outweighs og:title with JSON-LD (1.1), but not both with `<title>` and Twitter
(1.5)."""

UNREPEATED = 0.4
"""The share of its votes that an h1 keeps if no other source has a word of it: with 0.5 it stays below og:title
(0.6)."""

OF_SECTION = 0.5
"""The share that is left of it if it is one of several numbered headings: less than `<title>` (0.2)."""

UNSEEN = 0.1
"""The same if nobody sees it besides: with 0.125 it stays below `<title>` (0.2)."""

ONLY_H1, WORDS_OF_HEADLINE = 1.6, 4
"""The votes of an h1 that is the only one of the page, with so many words, and that no source repeats much: the
others have a title for search engines then, on which they agree (1.5)."""

REPEATS_MUCH, REPEATS_ALL = 2, 3
"""The repetition from which the sources speak of the same words (see `_repetition`). In Vietnamese every word is a
syllable, which two headlines on one subject share, so there all of it must be repeated."""


_QUOTES = re.compile("[*\"'“”„‘’‚«»‹›]")

SECTIONS = 3
"""Headings from which they are those of sections, if the other sources repeat no more than a word of any."""

TRAIL = 0.05
"""The votes of an h1 in a breadcrumb trail: less than any other source."""

FOR_ENGINES = 0.3
"""The share of its votes that a source keeps if it says the same as the h1 of a trail: og:title then has 0.18."""

FILED = 0.5
"""The share of its votes that a source gains if all its words are the words of the address."""

WHOLLY_FILED, NOT_FILED, ELSEWHERE = 0.7, 0.2, 0.1
"""Share of the words of the address that a part of another source must be, the share under which a short h1 has
too few of them to be the headline then, and the share of its votes that it keeps: it is the name of a section."""

INNER, INNER_STATED = 0.3, 0.1
"""The share of its votes that an h1 or `<title>`, and that og:title gives to a title that it ends with."""

NEARLY = 0.8
"""The share of words from which two titles are one, of which one is more exact by a word."""

WORDS_OF_LABEL = 3
"""Words under which several h1 that no source repeats are those of boxes: "Page", "User"."""

MUCH = 0.4
"""The share of the words of an h1 that the other sources must have, to repeat much of it."""

MOST_HEADINGS = 6
"""Headings that have a vote; pages with more repeat the titles of other articles."""

LONGEST_BADGE = 20
"""Letters of a badge behind a headline: "Premium", "Subscribers only"."""

SECTIONS_OF_MANUAL = words(
    """
    NAME SYNOPSIS DESCRIPTION OPTIONS NOM BEZEICHNUNG ÜBERSICHT BESCHREIBUNG NOMBRE SINOPSIS DESCRIPCIÓN NOME
    DESCRIZIONE ИМЯ НАЗВАНИЕ ОБЗОР СИНТАКСИС ОПИСАНИЕ 名前 書式 説明 名称 概述 描述 이름 개요 설명
    """
)
"""Sections of a page of a manual (man-pages(7)) as they are headed: none of them is its title."""

LEAST_PART, LEAST_WIDE_PART = 12, 5
"""Letters above which a title inside another is not there by chance, and those of one in Chinese, Japanese or
Korean, where fewer say as much."""


LEAST_SAID = 4
"""Letters of the rest of an h1 behind a label, which another source says before its separator."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of each source; `headings` are the h1 elements in page order, `address` is the page's own."""

    headings: tuple[PageHeading, ...] = ()
    open_graph: str = ""
    json_ld: str = ""
    title: str = ""
    twitter: str = ""
    address: str = ""

    def sources(self, sites: set[str]) -> Iterator["_Source"]:
        """The sources with a title, with their votes; metadata first, since it is spelled with care."""
        sources = [source for source in self._all(sites) if source.text]
        for_engines = {key_of(heading.text) for heading in self.headings if heading.in_trail}
        differ = len({source.key for source in sources if source.weight >= OPEN_GRAPH}) > 1
        filed = slug_words(self.address) if len(sources) > 1 and not for_engines else frozenset[str]()
        told = bool(filed) and _is_filed(sources, sites, filed)
        for source in sources:
            if source.key in for_engines:
                source = source.times(FOR_ENGINES)
            elif filed:
                words = words_of(less_site(source.text, sites))
                short = source.shown and len(source.text.split()) < WORDS_OF_HEADLINE
                if short and told and len(words & filed) < NOT_FILED * len(filed):
                    source = source.times(ELSEWHERE)
                elif differ:
                    source = source.times(1.0 + FILED * len(words & filed) / len(words | filed))
            yield source

    def _all(self, sites: set[str]) -> Iterator["_Source"]:
        open_graph, json_ld, twitter, title = (
            without_last_separator(clean_line(text))
            for text in (self.open_graph, self.json_ld, self.twitter, self.title)
        )
        shown = [heading.text for heading in self.headings if not heading.unseen]
        open_graph, twitter = (_completed(text, [*shown, title]) for text in (open_graph, twitter))
        yield _source(open_graph, OPEN_GRAPH, INNER_STATED)
        yield _source(json_ld, JSON_LD)
        told = (open_graph, json_ld, twitter, title)
        yield from self._headings([less_site(text, sites) for text in told if text])
        for heading in self.headings:
            if heading.in_trail:
                yield _source(heading.text, TRAIL, INNER)
        yield _source(twitter, TWITTER, INNER_STATED)
        yield _source(title, TITLE, INNER)

    def _headings(self, others: list[str]) -> Iterator["_Source"]:
        """Each h1 that may be the headline, once; the one that the others repeat most has most votes."""
        own = {
            key_of(heading.text): heading
            for heading in self.headings
            if not heading.in_trail and not heading.links_home
        }
        if sum(heading.text in SECTIONS_OF_MANUAL for heading in own.values()) > 1:
            return
        headings = [_without_kicker(heading, others) for heading in list(own.values())[:MOST_HEADINGS]]
        repetitions = [_repetition(heading.text, others) for heading in headings]
        main = _main_of(headings, repetitions, others) if headings else -1
        if len(headings) >= SECTIONS and others and max(repetitions) < REPEATS_MUCH:
            main = -1
        labels = len(headings) > 1 and others and not any(repetitions) and all(map(_is_label, headings))
        main = -1 if labels else main
        filed = slug_words(self.address)
        for place, (heading, repetition) in enumerate(zip(headings, repetitions, strict=True)):
            weight = H1 if place == main else LATER_H1
            only = len(headings) == 1 and not heading.unseen and len(heading.text.split()) >= WORDS_OF_HEADLINE
            bar = REPEATS_ALL if VIETNAMESE.search(heading.text) else REPEATS_MUCH
            if only and (repetition < bar or (repetition == bar and _is_another(heading, others, filed))):
                weight = ONLY_H1
            elif others and (heading.unseen or not repetition):
                weight *= UNSEEN if heading.unseen and repetition < REPEATS_MUCH else UNREPEATED
            if main < 0 and (labels or heading.text[:1].isdigit()):
                weight = min(weight, LATER_H1 * UNREPEATED) * OF_SECTION
            yield _source(heading.text, weight, INNER, shown=not heading.unseen)


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    key: str
    weight: float
    inner: float
    """The share of its votes for a title that it ends with."""
    shown: bool = False
    """Whether readers see it, so that its signs are right too."""

    def times(self, share: float) -> "_Source":
        return replace(self, weight=self.weight * share)


def _source(text: str, weight: float, inner: float = 0.0, *, shown: bool = False) -> _Source:
    return _Source(text, key_of(text), weight, inner, shown)


def title_of(titles: Titles, site_names: frozenset[str]) -> str:
    """The title with most votes, "" if no source has one; `site_names` are names of the site."""
    sites = {key_of(name) for name in site_names if name}
    votes: defaultdict[str, float] = defaultdict(float)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sources = [(source, _candidates(source, sites)) for source in titles.sources(sites)]
    for source, candidates in sources:
        for key, (text, share) in candidates.items():
            if key and key not in sites:
                votes[key] += source.weight * share
                spellings[key][text] += 1
    for source, candidates in sources:
        for key in votes if source.inner else ():
            if key not in candidates and len(key) > LEAST_PART and source.key.endswith(key):
                votes[key] += source.weight * source.inner
    if not votes:
        return sources[0][0].text if sources else ""
    best = max(votes, key=lambda key: votes[key])
    spelt = spellings[best].most_common(1)[0][0]
    shown = (source.text for source, _ in sources if source.shown and source.key == best)
    return next((text for text in shown if _unquoted(text) == _unquoted(spelt)), spelt)


def _unquoted(text: str) -> str:
    """A text without its quotation marks and last stop, which are right where readers see them."""
    return _QUOTES.sub("", text).rstrip(".。")


def _completed(text: str, others: list[str]) -> str:
    """A text that its attribute ends at a quotation mark of the headline, as another source has it whole."""
    whole = [
        other for other in others if text and other[len(text) :].lstrip()[:1] == '"' and other.startswith(text)
    ]
    return min(whole, key=len, default=text)


def _is_label(heading: PageHeading) -> bool:
    """Whether an h1 has too few words for a headline."""
    return len(heading.text.split()) < WORDS_OF_LABEL


def _is_another(heading: PageHeading, others: list[str], filed: frozenset[str]) -> bool:
    """Whether an h1 is another headline than the sources tell, and not theirs with a kicker or one word changed.

    The address, where it says a title, must have more of its words than of any of theirs.
    """
    own = words_of(heading.text)
    told = [words_of(other) for other in others]
    if heading.parts or any(_shared(own, one) >= NEARLY for one in told):
        return False
    return not filed or _shared(own, filed) > max(_shared(one, filed) for one in told)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of two texts that both have."""
    return len(one & other) / max(1, len(one | other))


def _is_filed(sources: list[_Source], sites: set[str], filed: frozenset[str]) -> bool:
    """Whether a part of what machines are told is the words of the address."""
    parts = (
        words_of(text) for source in sources if not source.shown for text, _ in _candidates(source, sites).values()
    )
    return any(words and len(words & filed) >= WHOLLY_FILED * len(words | filed) for words in parts)


def _candidates(source: _Source, sites: set[str]) -> dict[str, tuple[str, float]]:
    """The titles that a source may mean by their keys, each with its share of the votes."""
    found = {source.key: (source.text, 1.0)}
    for text, share in variants(source.text, sites):
        key = key_of(text)
        if key not in found or found[key][1] < share:
            found[key] = (text, share)
    return found


def _main_of(headings: list[PageHeading], repetitions: list[int], others: list[str]) -> int:
    """The h1 that the others repeat most; of equals one that they begin with, since the site's name ends them."""
    best = max(repetitions)
    most = [place for place, repetition in enumerate(repetitions) if repetition == best]
    if len(most) > 1 and best >= REPEATS_MUCH:
        keys = _beginnings(others)
        ends = {key_of(text) for other in others for text in endings(other)}
        first = next((place for place in most if key_of(headings[place].text) in ends), most[0])
        return next((place for place in most if key_of(headings[place].text) in keys), first)
    return most[0]


def _repetition(text: str, others: list[str]) -> int:
    """How much of an h1 the others repeat: 3 all (or one is a part of it), 2 much, 1 a word, 0 nothing."""
    own = key_of(text)
    if any(own == other or _is_part(own, other) or _is_part(other, own) for other in map(key_of, others)):
        return 3
    words = words_of(text)
    shared = len(words & frozenset[str]().union(*map(words_of, others)))
    return 2 if shared >= max(2, MUCH * len(words)) else min(shared, 1)


def _without_kicker(heading: PageHeading, others: list[str]) -> PageHeading:
    """An h1 without the label in an element of its own before the headline, or a badge behind it.

    Another source must begin or end with the rest, and none have both; behind a badge it must be the rest, and two
    must be what stands before a subtitle.
    """
    keys = [key_of(other) for other in others]
    first = key_of(heading.parts[0]) if heading.parts else ""
    badge = len(heading.parts) == 2 and len(heading.parts[1]) <= LONGEST_BADGE
    told = (*keys, *_beginnings(others))
    if len(first) > LEAST_PART and first in told and (badge or _is_all_told(first, key_of(heading.text), others)):
        return replace(heading, text=heading.parts[0])
    last = key_of(heading.parts[-1]) if heading.parts else ""
    if len(last) <= (LEAST_WIDE_PART if WIDE.search(last) else LEAST_PART):
        said = (
            len(last) >= LEAST_SAID
            and " " in heading.parts[-1]
            and last in _beginnings(others)
            and key_of(heading.text) not in told
        )
        return replace(heading, text=heading.parts[-1]) if said else heading
    if last not in keys and any(key_of(heading.text) in key for key in keys):
        return heading
    repeated = any(key.startswith(last) or key.endswith(last) for key in keys)
    return replace(heading, text=heading.parts[-1]) if repeated else heading


def _is_all_told(first: str, whole: str, others: list[str]) -> bool:
    """Whether two sources or more say the first part of an h1, and none the whole: a subtitle stands behind."""
    said = [{key_of(other), *_beginnings([other])} for other in others]
    return sum(first in one for one in said) > 1 and not any(whole in key_of(other) for other in others)


def _beginnings(others: list[str]) -> set[str]:
    """The keys of what the others have before each of their separators."""
    return {key_of(text) for other in others for text in beginnings(other)}


def _is_part(key: str, whole: str) -> bool:
    return len(key) > LEAST_PART and key in whole
