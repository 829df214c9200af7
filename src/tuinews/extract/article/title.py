"""The title: a vote of the h1, og:title, the headline of JSON-LD and `<title>`, each less the site's name.

No one of them is right everywhere: an h1 may be the site's name or begin with a kicker, og:title is written for
search engines and ends with the site's name, `<title>` has both faults. What two of them say is the title, and
it is spelled as most of them spell it. What an h1 at the end of a breadcrumb trail says is meant for search
engines: it is the title only where no other is told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tuinews.extract.article.headings import Heading
from tuinews.text import clean_line

_SEPARATOR = re.compile(r"\s+[|–—‒\-·•»«›‹~/]+\s+|\s*[|｜]\s*|\s*_\s*(?=[^_]{1,20}$)|\s+:{2}\s+")
_BAR = re.compile(r"[|｜»]")
_QUOTE = re.compile(r"[«»‹›]")
_NO_LETTER = re.compile(r"[\W_]+")

H1, LATER_H1, OPEN_GRAPH, JSON_LD, TITLE, TWITTER = 1.0, 0.5, 0.6, 0.5, 0.2, 0.2
"""What the word of each source counts."""

TRAIL = 0.05
"""What the word of an h1 in a breadcrumb trail counts."""

FOR_ENGINES = 0.3
"""The share of its weight that a source has left when it says the same as the h1 of a trail."""

PART = 0.75
"""What a source counts for what is left of it when something is taken off that may be the site's name."""

WHOLE = 1.1
"""The same where it surely is: it is the site's name, or stands behind a bar."""

INNER = 0.3
"""What an h1 or `<title>` counts for a title that it begins or ends with."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What the sources say; `headings` are the h1 elements in page order."""

    headings: tuple[Heading, ...] = ()
    open_graph: str = ""
    json_ld: str = ""
    title: str = ""
    twitter: str = ""

    def sources(self) -> Iterator["_Source"]:
        """Each source that says something, with its weight; metadata first, since it is spelled with care."""
        for_engines = {_key(heading.text) for heading in self.headings if heading.in_trail}
        for source in self._stated():
            share = FOR_ENGINES if _key(source.text) in for_engines else 1.0
            if source.text:
                yield _Source(source.text, source.weight * share, source.may_hold_more)

    def _stated(self) -> Iterator["_Source"]:
        yield _Source(clean_line(self.open_graph), OPEN_GRAPH, False)
        yield _Source(clean_line(self.json_ld), JSON_LD, False)
        own = [heading for heading in self.headings if not heading.in_trail and not heading.links_home]
        for place, heading in enumerate(own[:4]):
            yield _Source(heading.text, H1 if place == 0 else LATER_H1, True)
        for heading in self.headings:
            if heading.in_trail:
                yield _Source(heading.text, TRAIL, True)
        yield _Source(clean_line(self.twitter), TWITTER, False)
        yield _Source(clean_line(self.title), TITLE, True)


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    weight: float
    may_hold_more: bool


def title_of(titles: Titles, site_names: frozenset[str]) -> str:
    """The title that most speaks for, "" where no source says anything; `site_names` are names of the site."""
    sites = {_key(name) for name in site_names if name}
    votes: defaultdict[str, float] = defaultdict(float)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sources = list(titles.sources())
    for source in sources:
        said = {_key(source.text): (source.text, 1.0)}
        for text, share in _variants(source.text, sites):
            said.setdefault(_key(text), (text, share))
        for key, (text, share) in said.items():
            if key and key not in sites:
                votes[key] += source.weight * share
                spellings[key][text] += 1
    for source in sources:
        own = _key(source.text)
        for key in votes:
            if source.may_hold_more and key != own and len(key) > 12 and own.endswith(key):
                votes[key] += source.weight * INNER
    if not votes:
        return sources[0].text if sources else ""
    best = max(votes, key=lambda key: votes[key])
    return spellings[best].most_common(1)[0][0]


def _variants(text: str, sites: set[str]) -> list[tuple[str, float]]:
    """The text less what stands before its first or behind its last separator, and what each is worth."""
    cuts = _cuts(text)
    found = []
    for cut in reversed(cuts[-2:]):
        head, tail = text[: cut.start()].strip(), text[cut.end() :]
        sure = _is_site(tail, sites) or (_BAR.search(cut[0]) and len(tail) < len(head))
        if sure or len(tail) < 0.6 * len(head):
            found.append((head, WHOLE if sure else PART))
    if cuts:
        head, tail = text[: cuts[0].start()], text[cuts[0].end() :].strip()
        sure = _is_site(head, sites)
        if sure or len(head) < 0.4 * len(text):
            found.append((tail, WHOLE if sure else PART))
    return [(text, share) for text, share in found if len(text) > 7 or not text.isascii()]


def _cuts(text: str) -> list[re.Match[str]]:
    """The separators of a text; angular quotation marks are none."""
    quotes = "«" in text or "‹" in text
    return [cut for cut in _SEPARATOR.finditer(text) if not (quotes and _QUOTE.search(cut[0]))]


def _is_site(text: str, sites: set[str]) -> bool:
    key = _key(text)
    return any(key == site or (len(site) > 4 and site in key and len(key) < 2.5 * len(site)) for site in sites)


def _key(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()
