"""Words of a query as FTS5 match queries.

Nothing that was typed is ever FTS5 syntax: every piece becomes a quoted string, so that `*`, `NEAR` and the like
are words or nothing. What was typed in quotes is one phrase. In open Vietnamese syllables i and y are one letter
(kĩ thuật, kỹ thuật), so either is asked for."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeAlias

from tuinews.folding import (
    UNSPACED,
    cjk_bigrams,
    index_letters,
    index_text,
    marked_words,
    spellings,
    strip_diacritics,
)
from tuinews.query.expression import And, Expression, Not, Or, Term, TextPlace
from tuinews.query.hits import PREFIX_LENGTH, letters_in
from tuinews.quick_dataclass import dataclass

MOST_SPELLINGS = 8
"""Spellings of one phrase with i and y that are asked for."""

_COLUMNS = {TextPlace.ANYWHERE: "", TextPlace.TITLE: "{title} : ", TextPlace.TEXT: "{summary body} : "}
WordsWithPrefix: TypeAlias = Callable[[str], Sequence[str] | None]
"""Says which words begin so; None where that is not known, or they are too many."""


@dataclass(frozen=True, slots=True)
class KnownPrefixes:
    """What is known of the words of a library by their beginnings: the frequent ones, and all of them."""

    frequent: WordsWithPrefix
    every: WordsWithPrefix


NO_PREFIXES = KnownPrefixes(lambda _: None, lambda _: None)
"""Nothing is known: FTS5 is asked for the beginning itself."""

WHOLE_WORDS = KnownPrefixes(lambda _: (), lambda _: ())
"""No word begins so, where a query is not being typed."""


@dataclass(frozen=True, slots=True)
class MatchQueries:
    """FTS5 match queries of several words; each but `words` is None where it would say nothing of its own.

    `words` holds the hits with all words whole, `phrase` those with the words side by side, `marked` (for the
    index that keeps marks) those that have the marks just as typed, `in_title` those that have all words in the
    title.
    """

    words: str
    phrase: str | None = None
    marked: str | None = None
    in_title: str | None = None


def match_queries_of(terms: Sequence[Term]) -> MatchQueries:
    """The match queries of words that stand beside each other, at least one."""
    words = " AND ".join(part for term in terms for part in _parts(term))
    side_by_side = len(terms) > 1 and not any(term.quoted or UNSPACED.search(term.text) for term in terms)
    marked = [word for term in terms for word in marked_words([term.text]).split()]
    return MatchQueries(
        words=words,
        phrase=_phrase(" ".join(term.text for term in terms)) if side_by_side else None,
        marked=" AND ".join(_quoted(word) for word in marked) or None,
        in_title=f"{_COLUMNS[TextPlace.TITLE]}({words})",
    )


def prefix_queries(terms: Sequence[Term], known: KnownPrefixes) -> list[str]:
    """What asks for the hits whose last word only begins as the last of these; the last one has them all, and one
    before it those that are found soon.
    """
    last = terms[-1]
    least = PREFIX_LENGTH if len(terms) == 1 else PREFIX_LENGTH - 1
    if last.quoted or letters_in(last.text) < least or UNSPACED.search(last.text):
        return []
    before = [part for term in terms for part in _parts(term)][:-1]
    every = known.every(last.text)
    if every is not None:
        longer = [_any_of([word for word in every if word != strip_diacritics(index_text(last.text)).lower()])]
    else:
        longer = [_any_of(known.frequent(last.text) or ()), f"{_quoted(index_text(last.text))} *"]
    return [" AND ".join([*before, one]) for one in longer if one]


def _any_of(words: Sequence[str]) -> str | None:
    return f"({' OR '.join(map(_quoted, words))})" if words else None


def words_alone(expression: Expression, known: KnownPrefixes = NO_PREFIXES) -> str | None:
    """What is made of words alone, with `OR`, `-` and brackets, as one match query; None for anything else, and
    for what only says which words are unwanted. A word that is not in brackets may be the beginning of one.
    """
    return prefix_query(expression, known) if isinstance(expression, Term) else _whole_words(expression)


def _whole_words(expression: Expression) -> str | None:
    match expression:
        case Term():
            return match_query_of(expression)
        case Or(inner):
            found = [_whole_words(one) for one in inner]
            return None if None in found else f"({' OR '.join(one for one in found if one)})"
        case And(inner) if all(map(is_narrowing, inner)):
            return _without([one for one in map(_whole_words, inner) if one], inner)
    return None


def is_narrowing(expression: Expression) -> bool:
    """Whether an expression beside words can be a part of their match query: words of a place, unwanted ones."""
    return _whole_words(expression.inner if isinstance(expression, Not) else expression) is not None


def narrowed(match_query: str, by: Sequence[Expression], known: KnownPrefixes = NO_PREFIXES) -> str:
    """The same with what narrows it in itself: FTS5 goes along the words and stops at the fiftieth hit, where a
    condition beside them would have it collect all that has the other words first.
    """
    if not by:
        return match_query
    also = [one for one in (words_alone(one, known) for one in by) if one]
    return _without([match_query, *also], by) or match_query


def match_queries_of_places(
    wanted: Sequence[Expression], known: KnownPrefixes = NO_PREFIXES
) -> MatchQueries | None:
    """The match queries of words in places, of unwanted words and what else is made of words alone
    (`is_narrowing`), where no words stand for themselves; None where all of them are unwanted.
    """
    also = [one for one in (words_alone(one, known) for one in wanted) if one]
    match_query = _without(also, wanted)
    return MatchQueries(match_query) if match_query else None


def _without(wanted: Sequence[str], by: Sequence[Expression]) -> str | None:
    """All wanted match queries as one, without what is unwanted in `by`; None where nothing is wanted."""
    if not wanted:
        return None
    together = f"({' AND '.join(f'({one})' for one in wanted)})"
    unwanted = [_whole_words(one.inner) for one in by if isinstance(one, Not)]
    return f"{together} NOT ({' OR '.join(one for one in unwanted if one)})" if unwanted else together


def has_prefix(match_query: str) -> bool:
    """Whether a match query has prefixes of words, which FTS5 puts together anew whenever it is asked."""
    return '" *' in match_query


def match_query_of(term: Term) -> str:
    """The one match query of words that stand in a place, all of them whole."""
    return f"{_COLUMNS[term.place]}({' AND '.join(_parts(term))})"


def prefix_query(term: Term, known: KnownPrefixes = NO_PREFIXES) -> str:
    """The same with the last word whole or the beginning of one, as it is while it is typed."""
    *before, last = _parts(term)
    if not term.quoted and letters_in(term.text) >= PREFIX_LENGTH and not UNSPACED.search(term.text):
        every = known.every(term.text)
        longer = _any_of(every) if every is not None else f"{_quoted(index_text(term.text))} *"
        last = f"({last} OR {longer})" if longer else last
    return f"{_COLUMNS[term.place]}({' AND '.join([*before, last])})"


def _parts(term: Term) -> list[str]:
    """The phrases that a term asks for: one, or one for each run without blanks and of other letters in it."""
    if not UNSPACED.search(term.text):
        return [_phrase(term.text)]
    text = index_letters(term.text)
    found: list[str] = []
    end = 0
    for run in UNSPACED.finditer(text):
        found += _other(text[end : run.start()])
        found.append(_quoted(" ".join(cjk_bigrams(run[0]))) + (" *" if len(run[0]) == 1 else ""))
        end = run.end()
    return found + _other(text[end:])


def _other(piece: str) -> list[str]:
    return [_phrase(piece)] if any(sign.isalnum() for sign in piece) else []


def _phrase(text: str) -> str:
    """A phrase in each of its spellings."""
    spelt = [spellings(word) for word in index_text(text).split()]
    every = [_quoted(" ".join(words)) for words, _ in zip(product(*spelt), range(MOST_SPELLINGS), strict=False)]
    return every[0] if len(every) == 1 else f"({' OR '.join(every)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
