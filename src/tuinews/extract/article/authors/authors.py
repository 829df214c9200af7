"""The authors of an article, chosen among all that a page says of them.

Sources disagree: the site stands as the author in JSON-LD and the person in a byline, or the photographer in both.
So everything that may be an answer is gathered with the marks of how it is said (`declared_authors`,
`displayed_authors`), answers of the same names are put together, and learned weights (`author_weights.json`) say
which is the likeliest. `tests/quality/author_model/train.py` makes the weights.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, islice

from tuinews.extract.article.authors.byline_words import COMPANY, NOBODY
from tuinews.extract.article.authors.declared import Mention, declared_authors
from tuinews.extract.article.authors.displayed import displayed_authors
from tuinews.extract.article.authors.persons import MOST_NAMES, WIDE, is_agency, is_person
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured
from tuinews.text import clean_line

LEAST_SCORE = -0.75
"""What an answer must exceed to be given; at 0 it is as likely as that the page has no author."""

MOST_TOLD = 100
"""Mentions to machines that are looked at; each answer is compared with each."""

_NO_LETTER = re.compile(r"[\W_]+")
_NO_LETTER_IN_LINE = re.compile(r"[^\w\n]+|_+")
_DESK = re.compile(r"\b(?:team|staff|redaktion|editors?|editorial|desk)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_SIGN = re.compile(r'[?!@#<>{}\[\]="“”:]')
_FIRST = frozenset(
    ["by", "amid", "other", "link", "named", "class", "class+", "class++", "alone", "editor", "beside", "dated"]
)
_STRONG = frozenset(["by", "link", "amid", "named"])


@dataclass(slots=True)
class Answer:
    """Names that may be the authors, and all that speaks for them or against them."""

    names: tuple[str, ...]
    marks: set[str] = field(default_factory=set)
    count: int = 0


def authors_from(
    page: Structured, page_lines: PageLines, sites: Iterable[str], kept: Sequence[int]
) -> tuple[str, ...]:
    """The likeliest authors; none where no answer is likely."""
    weights = _weights()
    scored = [
        (sum(weights.get(mark, 0.0) for mark in answer.marks), answer)
        for answer in answers(page, page_lines, sites, kept)
    ]
    likely = [(score, answer) for score, answer in scored if score > LEAST_SCORE]
    writers = [(score, answer) for score, answer in likely if not _is_of_other_work(answer)]
    _, best = max(writers or likely, default=(LEAST_SCORE, None), key=lambda pair: pair[0])
    if best is None:
        return ()
    if "site" in best.marks:
        best = next((answer for _, answer in scored if {"signed", "persons"} <= answer.marks), best)
    return best.names


def _is_of_other_work(answer: Answer) -> bool:
    """Whether nothing is said of it but that it photographed, edited or the like."""
    return "other" in answer.marks and answer.marks.isdisjoint(_TOLD | _STRONG)


def answers(page: Structured, page_lines: PageLines, sites: Iterable[str], kept: Sequence[int]) -> list[Answer]:
    """Every answer that a page gives, with its marks."""
    found: dict[frozenset[str], Answer] = {}
    times: Counter[str] = Counter()
    own = frozenset(key for site in sites if (key := _key(site)))
    for names, marks in chain(islice(declared_authors(page), MOST_TOLD), displayed_authors(page_lines, kept)):
        named = {_key(name): name for name in map(_safe, names[:MOST_NAMES])}
        keys = frozenset(named) - {""}
        keys = keys - own or keys
        if not keys:
            continue
        names = tuple(name for one, name in named.items() if one in keys)
        answer = found.setdefault(keys, Answer(names))
        answer.count += 1
        answer.marks.update(marks)
        if answer.names[0].isupper() and not names[0].isupper():
            answer.names = names
        for way in _FIRST.intersection(marks):
            times[way] += 1
            if times[way] == 1:
                answer.marks.add(way + " first")
    _complete(found)
    strong = [
        key for key, answer in found.items() if not answer.marks.isdisjoint(_STRONG) or "shown" not in answer.marks
    ]
    title = _key(page.title)
    head = _head(page_lines)
    _mark_first_told(found, own)
    for keys, answer in found.items():
        answer.marks.update(_of_names(keys, answer, own, title), _beside_others(keys, strong))
        if all(len(name) > 3 and name in head for name in keys):
            answer.marks.add("in head")
        answer.marks.update(_together(answer.marks))
    return list(found.values())


def _complete(found: dict[frozenset[str], Answer]) -> None:
    """Where JSON-LD lists agencies beside persons, the persons alone are no other answer."""
    for whole in [key for key, answer in found.items() if "ld:list" in answer.marks]:
        others = {_key(name) for name in found[whole].names if not is_person(name)}
        part = found.pop(whole - others, None) if others else None
        if part is not None:
            found[whole].marks |= part.marks
            found[whole].count += part.count


def _mark_first_told(found: dict[frozenset[str], Answer], sites: frozenset[str]) -> None:
    """Marks the first answer told to machines that is of persons; `found` has them in the order of trust."""
    for key, answer in found.items():
        told_so = not answer.marks.isdisjoint(_TOLD)
        if told_so and not key & sites and all(is_person(name) for name in answer.names):
            answer.marks.add("first told")
            return


def _of_names(key: frozenset[str], answer: Answer, sites: frozenset[str], title: str) -> Iterator[str]:
    """What the names themselves say."""
    names, marks = answer.names, answer.marks
    yield f"names {min(4, len(names))}"
    persons = all(is_person(name) for name in names)
    yield "persons" if persons else "no persons"
    if len(names) == 1:
        yield f"words {min(6, len(names[0].split()))}"
    if answer.count > 1:
        yield "said twice"
    if answer.count > 3:
        yield "said often"
    if "shown" in marks and not marks.isdisjoint(_TOLD):
        yield "told and shown"
    if key & sites:
        yield "site"
    elif any(len(one) > 4 and (one in site or (len(site) > 3 and site in one)) for one in key for site in sites):
        yield "part of site"
    if any(len(one) > 3 and one in title for one in key):
        yield "in title"
    first = names[0]
    yield from _of_words(first if len(names) == 1 else " / ".join(names))
    if first[:1].islower():
        yield "small"
    if not first.isascii() and WIDE.search(first):
        yield "wide"
    if any(len(name) > 40 for name in names):
        yield "long"
    if any(is_agency(name) for name in names):
        yield "agency"


@lru_cache(maxsize=4_000)
def _of_words(text: str) -> tuple[str, ...]:
    """What the words of names say: nobody's, a company's, a desk's; with figures or signs in them."""
    marks = (
        ("nobody", any(NOBODY.match(name) for name in text.split(" / "))),
        ("company", COMPANY.search(text)),
        ("desk", _DESK.search(text)),
        ("number", _FIGURE.search(text)),
        ("sign", _SIGN.search(text)),
    )
    return tuple(mark for mark, says in marks if says)


def _beside_others(key: frozenset[str], strong: list[frozenset[str]]) -> Iterator[str]:
    """How the answer stands to the better ones among the others."""
    for other in strong:
        if other < key:
            yield "more than another"
        elif other > key:
            yield "less than another"
        elif len(key) == len(other) == 1 and other != key:
            one, two = next(iter(key)), next(iter(other))
            if len(two) > 3 and one.startswith(two):
                yield "longer than another"
            elif len(one) > 3 and two.startswith(one):
                yield "shorter than another"


def _head(page_lines: PageLines) -> str:
    """The short lines around the headline, as names are compared."""
    start = max(0, page_lines.h1)
    lines = page_lines.lines[max(0, start - 5) : start] + page_lines.lines[start + 1 : start + 9]
    return _NO_LETTER_IN_LINE.sub("", "\n".join(line.text for line in lines if line.size < 160)).casefold()


def _together(marks: set[str]) -> Iterator[str]:
    """Marks that say something else together than each by itself."""
    kinds = _KINDS.intersection(marks)
    for way in _WAYS.intersection(marks):
        yield from (f"{way} & {kind}" for kind in kinds)


_TOLD = frozenset(["ld", "ld+", "node", "author", "article:author", "parsely", "dc", "meta+", "twitter"])
_WAYS = _TOLD | _FIRST
_KINDS = frozenset(
    [
        "site",
        "persons",
        "no persons",
        "desk",
        "in head",
        "linked",
        "heading",
        "less than another",
        "more than another",
    ]
)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(
        (files("tuinews.extract.article.authors") / "author_weights.json").read_text("utf-8")
    )
    return weights


def _safe(name: str) -> str:
    """A name as it may be printed; the lines of a page are as they stand there."""
    return name if name.isascii() and name.isprintable() else clean_line(name)


def _key(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


__all__ = ["Answer", "Mention", "answers", "authors_from"]
