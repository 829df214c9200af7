"""Chooses the authors of an article among all names that a page gives.

Sources disagree: JSON-LD may name the site and a byline the person, or both the photographer. So every possible
answer is collected with its marks, which are features of where and how it is written (`declared_authors`,
`displayed_authors`). Answers with the same names are merged, and trained weights of the marks
(`author_weights.json`, made by `tests/quality/author_model/train.py`) give the likeliest. The numbers that define
a mark, here, in `displayed` and in `line_mentions`, are part of that model: whoever changes one trains it again.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, islice
from math import fsum

from tuinews.extract.article.authors.byline_words import COMPANY, NOBODY
from tuinews.extract.article.authors.declared import declared_authors
from tuinews.extract.article.authors.displayed import around_text, displayed_authors
from tuinews.extract.article.authors.mentions import Mention
from tuinews.extract.article.authors.not_authors import is_no_author
from tuinews.extract.article.authors.persons import MOST_NAMES, is_agency, is_initials, is_person
from tuinews.extract.article.authors.signed.biographies import author_told_of
from tuinews.extract.article.authors.signed.signatures import nameless_signature
from tuinews.extract.article.authors.site_keys import SiteKeys
from tuinews.extract.page.letters import VIETNAMESE, WIDE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured
from tuinews.folding import key_of
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

LEAST_SCORE = -0.75
"""The score above which an answer is given; at 0 it is as likely as that the page has no author.

Measured in docs/notes/extraction.md: at 0 fewer pages without an author are given one (a third for 47 %), but two
to three of a hundred right answers are lost.
"""

MOST_DECLARED = 100
"""Mentions in metadata that are read; each answer is compared with each."""

HEAD_BEFORE, HEAD_AFTER, LONGEST_HEAD_LINE = 5, 9, 160
"""Lines before the headline and up to which line after it a name is "in head", and letters of such a line."""

_NO_LETTER_IN_LINE = re.compile(r"[^\w\n]+|_+")
_TEAM = re.compile(r"\b(?:team|staff|redaktion|editors?|editorial|desk)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_SIGN = re.compile(r'[?!@#<>{}\[\]="“”:]')
_FIRST = frozenset(
    ["by", "inline", "other", "link", "named", "class", "class+", "class++", "alone", "editor", "beside", "dated"]
)
_STRONG = frozenset(["by", "link", "inline", "named"])


@dataclass(slots=True)
class Answer:
    """Names that may be the authors, with their marks and how often the page gives them."""

    names: tuple[str, ...]
    marks: set[str] = field(default_factory=set)
    count: int = 0


def authors_from(
    page: Structured, page_lines: PageLines, sites: Iterable[str], kept: Sequence[int]
) -> tuple[str, ...]:
    """The likeliest authors; none if no answer is likely.

    Weights are summed exactly: marks are a set, and its order must not decide what lies at `LEAST_SCORE`.
    """
    weights = _weights()
    scored = [
        (fsum([weights.get(mark, 0.0) for mark in answer.marks]), answer)
        for answer in answers(page, page_lines, sites, kept)
    ]
    likely = [(score, answer) for score, answer in scored if score > LEAST_SCORE]
    if VIETNAMESE.search(page.title):
        likely = [(score, answer) for score, answer in likely if not _is_site_alone(answer)]
    likely = [(score, answer) for score, answer in likely if not _took_only_pictures(answer)]
    writers = [(score, answer) for score, answer in likely if not _is_of_other_work(answer)]
    _, best = max(writers or likely, default=(LEAST_SCORE, None), key=lambda pair: pair[0])
    if best is None:
        signature = author_told_of(page_lines, kept) or nameless_signature(
            page_lines, around_text(page_lines, kept), kept[-1] if kept else -2
        )
        return (signature,) if signature else ()
    if "site" in best.marks:
        best = next((answer for _, answer in scored if {"signed", "persons"} <= answer.marks), best)
    return _with_announced(best, scored)


def _is_site_alone(answer: Answer) -> bool:
    """Whether the answer is the paper, named by no byline: Vietnamese pages declare it where nobody signs."""
    return "site" in answer.marks and answer.marks.isdisjoint(_STRONG)


def _with_announced(best: Answer, scored: list[tuple[float, Answer]]) -> tuple[str, ...]:
    """The names, with those that a byline announces ("and 1 other") and a list behind it gives."""
    keys = frozenset(map(key_of, best.names))
    lists = [
        answer.names
        for _, answer in scored
        if "announced" in answer.marks and keys < frozenset(map(key_of, answer.names))
    ]
    return max(lists, key=len, default=best.names)


def _is_of_other_work(answer: Answer) -> bool:
    """Whether the page names these people only as photographers, editors or the like."""
    return "other" in answer.marks and answer.marks.isdisjoint(_DECLARED | _STRONG)


def _took_only_pictures(answer: Answer) -> bool:
    """Whether the page names these people only in the credit of a picture."""
    return "picture" in answer.marks and answer.marks.isdisjoint(_DECLARED | _STRONG)


def answers(page: Structured, page_lines: PageLines, sites: Iterable[str], kept: Sequence[int]) -> list[Answer]:
    """Every answer of a page, with its marks."""
    site = SiteKeys(sites)
    mentions = chain(islice(declared_authors(page), MOST_DECLARED), displayed_authors(page_lines, kept))
    found = _collected(mentions, site)
    _complete(found)
    strong = [
        key
        for key, answer in found.items()
        if not answer.marks.isdisjoint(_STRONG) or "displayed" not in answer.marks
    ]
    title = key_of(page.title)
    head = _head(page_lines)
    _mark_first_declared(found, site)
    for keys, answer in found.items():
        answer.marks.update(_of_names(keys, answer, site, title), _beside_others(keys, strong))
        if all(len(name) > 3 and name in head for name in keys):
            answer.marks.add("in head")
        answer.marks.update(_together(answer.marks))
    return list(found.values())


def _collected(mentions: Iterable[Mention], site: SiteKeys) -> dict[frozenset[str], Answer]:
    """The answers by the keys of their names, with the marks of all their mentions; of others' marks the first."""
    found: dict[frozenset[str], Answer] = {}
    times: Counter[str] = Counter()
    for names, marks in mentions:
        named = {key_of(name): name for name in map(_safe, names[:MOST_NAMES]) if not _is_nobody(name)}
        keys = frozenset(named) - {""}
        keys = frozenset(key for key in keys if key not in site) or keys
        if not keys:
            continue
        names = tuple(name for one, name in named.items() if one in keys)
        answer = found.setdefault(keys, Answer(names))
        answer.count += 1
        answer.marks.update(marks)
        if answer.names[0].isupper() and not names[0].isupper():
            answer.names = names
        for mark in _FIRST.intersection(marks):
            if not times[mark]:
                answer.marks.add(mark + " first")
            # The name of the site in its masthead is no byline before the byline.
            times[mark] += not all(key in site for key in keys)
    return found


def _is_nobody(name: str) -> bool:
    """Whether what stands in the place of an author is a label: "Staff Reporter", "Redacción", "Admin".

    Some small blogs sign as their team, and mean it.
    """
    return is_no_author(name) or (NOBODY.match(name) is not None and "team" not in name.lower())


def _complete(found: dict[frozenset[str], Answer]) -> None:
    """If JSON-LD lists agencies beside persons, the persons alone are the same answer."""
    for whole in [key for key, answer in found.items() if "ld:list" in answer.marks]:
        others = {key_of(name) for name in found[whole].names if not is_person(name)}
        part = found.pop(whole - others, None) if others else None
        if part is not None:
            found[whole].marks |= part.marks
            found[whole].count += part.count


def _mark_first_declared(found: dict[frozenset[str], Answer], site: SiteKeys) -> None:
    """Mark the first answer in metadata that is of persons; `found` begins with the most reliable source."""
    for key, answer in found.items():
        is_declared = not answer.marks.isdisjoint(_DECLARED)
        if is_declared and not any(one in site for one in key) and all(is_person(name) for name in answer.names):
            answer.marks.add("first declared")
            return


def _of_names(key: frozenset[str], answer: Answer, site: SiteKeys, title: str) -> Iterator[str]:
    """The marks of the names themselves."""
    names, marks = answer.names, answer.marks
    yield f"names {min(4, len(names))}"
    persons = all(is_person(name) or (len(names) > 1 and is_initials(name)) for name in names)
    yield "persons" if persons else "no persons"
    if len(names) == 1:
        yield f"words {min(6, len(names[0].split()))}"
    if answer.count > 1:
        yield "said twice"
    if answer.count > 3:
        yield "said often"
    if "displayed" in marks and not marks.isdisjoint(_DECLARED):
        yield "declared and displayed"
    if any(one in site for one in key):
        yield "site"
    elif any(_is_part(one, name) for one in key for name in site.keys):
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


def _is_part(key: str, name: str) -> bool:
    """Whether a key is a part of a site's name, or has it as a part."""
    return len(key) > 4 and (key in name or (len(name) > 3 and name in key))


@lru_cache(maxsize=4_000)
def _of_words(text: str) -> tuple[str, ...]:
    """The marks of the words in names: nobody's, a company's, an editorial team's; with digits or signs in
    them."""
    marks = (
        ("nobody", any(NOBODY.match(name) for name in text.split(" / "))),
        ("company", COMPANY.search(text)),
        ("desk", _TEAM.search(text)),
        ("number", _FIGURE.search(text)),
        ("sign", _SIGN.search(text)),
    )
    return tuple(mark for mark, says in marks if says)


def _beside_others(key: frozenset[str], strong: list[frozenset[str]]) -> Iterator[str]:
    """The marks of an answer in relation to the better ones among the others."""
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
    """The short lines around the headline, in the form in which names are compared."""
    start = max(0, page_lines.h1)
    lines = (
        page_lines.lines[max(0, start - HEAD_BEFORE) : start] + page_lines.lines[start + 1 : start + HEAD_AFTER]
    )
    return _NO_LETTER_IN_LINE.sub(
        "", "\n".join(line.text for line in lines if line.size < LONGEST_HEAD_LINE)
    ).casefold()


def _together(marks: set[str]) -> Iterator[str]:
    """Pairs of marks that mean something else together than each by itself."""
    kinds = _KINDS.intersection(marks)
    for source in _SOURCES.intersection(marks):
        yield from (f"{source} & {kind}" for kind in kinds)


_DECLARED = frozenset(["ld", "ld+", "node", "author", "article:author", "parsely", "dc", "meta+", "twitter"])
_SOURCES = _DECLARED | _FIRST
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
    """A name that is safe to print; the lines of a page are not cleaned."""
    return name if name.isascii() and name.isprintable() else clean_line(name)


__all__ = ["Answer", "answers", "authors_from"]
