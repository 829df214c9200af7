"""What the words in the names of elements and in short lines say of a line: the lexicon of the line model."""

import math
import re
from collections import Counter, defaultdict

from samples import Sample

from tuinews.extract.article.body.model.lexicon import Lexicon
from tuinews.extract.page.names import LONGEST_MADE, MAX_NAME, text_words, words_of_one

LEAST_HOSTS = 4
"""Hosts that must use a word before it means anything."""

PRIOR = 3.0
"""Hosts' worth of doubt added to each word."""

SHORT = 120
"""Letters of a line whose words are learnt, as many as in `features`."""

MANY_HOSTS = 8
"""Hosts from which a word counts that was seen in one year alone, or on pages without a date."""

LEAST_FURNITURE = 0.5
"""Share of short lines for one of long texts from which a word that speaks against text is no topic."""

MOSTLY, FURNITURE_OF_NAMES = 0.8, 1.2
"""Share of capital letters inside sentences from which a word is a name, unless it is furniture ("Facebook")."""

_IN_SENTENCE = re.compile(r"(?<=[a-zà-ỹ,] )([^\W\d_]+)")


def name_words(name: str) -> tuple[str, ...]:
    """The words of an element's class, id and itemprop, whole names beside their parts; no digits."""
    return tuple(dict.fromkeys(word for whole in name[:MAX_NAME].split() for word in words_of_one(whole)))


Table = dict[str, list[float]]


class Words:
    """The log-odds of words, of all hosts or of all but one."""

    def __init__(self, pages: list[Sample]) -> None:
        self.hosts: dict[str, tuple[Table, Table]] = {}
        for page in pages:
            self._add(page, *self.hosts.setdefault(page.host, ({}, {})))
        self.totals = [self._total(which, soft) for which, soft in ((0, 100.0), (1, 0.5))]
        names, words = (
            {word: _odds(n, s, base) for word, (n, s) in sums.items() if n >= LEAST_HOSTS}
            for sums, base in self.totals
        )
        use = Use(pages)
        self.whole = [
            {name: odds for name, odds in names.items() if name.startswith("<") or len(name) > LONGEST_MADE},
            {word: odds for word, odds in words.items() if use.lasts(word, odds)},
        ]

    def _add(self, page: Sample, names: Table, words: Table) -> None:
        flow = page.flow
        chains: list[set[str]] = []
        for above, tag, name in zip(flow.parent, flow.tag, flow.names, strict=True):
            chains.append({*name_words(name), f"<{tag}>", *(chains[above] if above >= 0 else ())})
        for line, label in zip(flow.lines, page.labels, strict=True):
            if label < 0:
                continue
            text, weight = float(label >= 0.5), min(line.size, 400)
            for word in (*chains[line.element], *(name_words(line.own) if line.own else ())):
                _count(names, word, text * weight, weight)
            for word in text_words(line.text) if line.size <= 120 else ():
                _count(words, word, text, 1)

    def _total(self, which: int, soft: float) -> tuple[dict[str, tuple[int, float]], float]:
        sums: defaultdict[str, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
        for tables in self.hosts.values():
            for word, (text, every) in tables[which].items():
                n, s = sums[word]
                sums[word] = n + 1, s + (text + soft * 0.3) / (every + soft)
        return dict(sums), sum(s for _, s in sums.values()) / sum(n for n, _ in sums.values())

    def without(self, host: str) -> Lexicon:
        """What the other hosts say."""
        tables = []
        for which, soft in ((0, 100.0), (1, 0.5)):
            (sums, base), scores = self.totals[which], dict(self.whole[which])
            for word, (text, every) in self.hosts.get(host, ({}, {}))[which].items():
                if word in scores:
                    n, s = sums[word]
                    rest = s - (text + soft * 0.3) / (every + soft)
                    if n - 1 >= LEAST_HOSTS:
                        scores[word] = _odds(n - 1, rest, base)
                    else:
                        del scores[word]
            tables.append(scores)
        return Lexicon(tables[0], tables[1])


class Use:
    """Where words are used: those of the furniture of sites last, names and topics of the day do not.

    A model that has learnt them judges doubtful lines by the news of the weeks in which its pages were saved.
    """

    def __init__(self, pages: list[Sample]) -> None:
        self.short: Counter[str] = Counter()
        self.long: Counter[str] = Counter()
        self.written: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.years: defaultdict[str, set[str]] = defaultdict(set)
        self.hosts: defaultdict[str, set[str]] = defaultdict(set)
        self.lines = [1, 1]
        for page in pages:
            for line, label in zip(page.flow.lines, page.labels, strict=True):
                if line.size > SHORT and label >= 0.5:
                    self._add_long(line.text[:2000])
                elif line.size <= SHORT and label >= 0:
                    self._add_short(line.text, page)

    def _add_long(self, text: str) -> None:
        self.lines[1] += 1
        self.long.update(set(text_words(text)))
        for found in _IN_SENTENCE.finditer(text):
            word = found[1].lower()
            self.written[word] += 1
            self.capital[word] += found[1][0].isupper()

    def _add_short(self, text: str, page: Sample) -> None:
        self.lines[0] += 1
        for word in set(text_words(text)):
            self.short[word] += 1
            self.hosts[word].add(page.host)
            if page.year:
                self.years[word].add(page.year)

    def lasts(self, word: str, odds: float) -> bool:
        """Whether a word is kept: in more than one year or on many hosts, and neither a name nor a topic."""
        if len(self.years[word]) < 2 and len(self.hosts[word]) < MANY_HOSTS:
            return False
        if word[0] in "^$=":
            return not any(map(self._is_name, word[1:].split()))
        return not self._is_name(word) and (odds > 0 or self._furniture(word) >= LEAST_FURNITURE)

    def _is_name(self, word: str) -> bool:
        capital = self.capital[word] > MOSTLY * self.written[word] and self.written[word] >= 3
        return capital and self._furniture(word) < FURNITURE_OF_NAMES

    def _furniture(self, word: str) -> float:
        """How much more of the short lines than of the long texts have a word."""
        return ((self.short[word] + 1) / self.lines[0]) / ((self.long[word] + 1) / self.lines[1])


def _count(table: Table, word: str, text: float, weight: float) -> None:
    entry = table.setdefault(word, [0.0, 0.0])
    entry[0] += text
    entry[1] += weight


def _odds(hosts: int, total: float, base: float) -> float:
    share = min(max((total + PRIOR * base) / (hosts + PRIOR), 0.01), 0.99)
    return round(math.log(share / (1 - share)) - math.log(base / (1 - base)), 2)
