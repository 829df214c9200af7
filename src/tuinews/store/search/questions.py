"""Term of a query as FTS5 questions.

Nothing that was typed is ever FTS5 syntax: every piece becomes a quoted string, so that `*`, `NEAR` and the like
are words or nothing. What was typed in quotes is one phrase. In open Vietnamese syllables i and y are one letter
(kĩ thuật, kỹ thuật), so either is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from tuinews.folding import CJK, cjk_bigrams, index_text, marked_words, spellings
from tuinews.query.expression import Expression, Not, Term, TextPlace
from tuinews.query.hits import PREFIX_LENGTH
from tuinews.quick_dataclass import dataclass

MOST_SPELLINGS = 8
"""Spellings of one phrase with i and y that are asked for."""

_COLUMNS = {TextPlace.ANYWHERE: "", TextPlace.TITLE: "{title} : ", TextPlace.TEXT: "{summary body} : "}
FrequentIn: TypeAlias = Callable[[str], Sequence[str]]
"""Says which words with a beginning are frequent."""


def _nothing_known(_: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Questions:
    """FTS5 questions of several words; each but `loosest` is None where it would say nothing of its own.

    `loosest` holds every hit (its last word may be the beginning of one), `words` those with all words whole,
    `phrase` those with the words side by side, `marked` (for the index that keeps marks) those that have the
    marks just as typed, `in_title` those that have all words in the title.
    """

    loosest: str
    likely: str | None
    words: str | None
    phrase: str | None
    marked: str | None
    in_title: str


def questions_of(terms: Sequence[Term], frequent: FrequentIn = _nothing_known) -> Questions:
    """The questions of words that stand beside each other, at least one; `frequent` says which words with a
    beginning are frequent.
    """
    folded = [part for term in terms for part in _parts(term)]
    words = " AND ".join(folded)
    loosest, likely = words, None
    last = terms[-1]
    least = PREFIX_LENGTH if len(terms) == 1 else PREFIX_LENGTH - 1
    if not last.quoted and len(last.text) >= least and not CJK.search(last.text):
        beginning = f"{_quoted(index_text(last.text))} *"
        loosest = " AND ".join(
            [*folded[:-1], f"({folded[-1]} OR {beginning})" if "OR" in folded[-1] else beginning]
        )
        known = frequent(last.text)
        if known:
            likely = " AND ".join([*folded[:-1], f"({' OR '.join([folded[-1], *map(_quoted, known)])})"])
    side_by_side = len(terms) > 1 and not any(term.quoted or CJK.search(term.text) for term in terms)
    marked = [word for term in terms for word in marked_words([term.text]).split()]
    return Questions(
        loosest=loosest,
        likely=likely,
        words=words if words != loosest else None,
        phrase=_phrase(" ".join(term.text for term in terms)) if side_by_side else None,
        marked=" AND ".join(_quoted(word) for word in marked) or None,
        in_title=f"{_COLUMNS[TextPlace.TITLE]}({words})",
    )


def is_narrowing(expression: Expression) -> bool:
    """Whether an expression beside words can be a part of their questions: words of a place, or unwanted ones."""
    return isinstance(expression, Term) or (isinstance(expression, Not) and isinstance(expression.inner, Term))


def narrowed(questions: Questions, by: Sequence[Expression]) -> Questions:
    """The same questions with what narrows them in themselves: FTS5 goes along the words and stops at the fiftieth
    hit, where a condition beside them would have it collect all that has the other words first.
    """
    and_also = "".join(f" AND {beginning_of(one)}" for one in by if isinstance(one, Term))
    without = [question_of(one.inner) for one in by if isinstance(one, Not) and isinstance(one.inner, Term)]

    def narrow(question: str) -> str:
        wanted = f"({question}{and_also})"
        return f"{wanted} NOT ({' OR '.join(without)})" if without else wanted

    if not by:
        return questions
    words, likely = (None if one is None else narrow(one) for one in (questions.words, questions.likely))
    return replace(questions, loosest=narrow(questions.loosest), likely=likely, words=words)


def question_of(term: Term) -> str:
    """The one question of words that stand in a place, all of them whole."""
    return f"{_COLUMNS[term.place]}({' AND '.join(_parts(term))})"


def beginning_of(term: Term) -> str:
    """The same with the last word whole or the beginning of one, as it is while it is typed."""
    *before, last = _parts(term)
    if not term.quoted and len(term.text) >= PREFIX_LENGTH and not CJK.search(term.text):
        last = f"({last} OR {_quoted(index_text(term.text))} *)"
    return f"{_COLUMNS[term.place]}({' AND '.join([*before, last])})"


def _parts(term: Term) -> list[str]:
    """The phrases that a term asks for: one, or one for each run of CJK and of other letters in it."""
    if not CJK.search(term.text):
        return [_phrase(term.text)]
    found: list[str] = []
    end = 0
    for run in CJK.finditer(term.text):
        found += _other(term.text[end : run.start()])
        found.append(_quoted(" ".join(cjk_bigrams(run[0]))) + (" *" if len(run[0]) == 1 else ""))
        end = run.end()
    return found + _other(term.text[end:])


def _other(piece: str) -> list[str]:
    return [_phrase(piece)] if any(sign.isalnum() for sign in piece) else []


def _phrase(text: str) -> str:
    """A phrase in each of its spellings."""
    spelt = [spellings(word) for word in index_text(text).split()]
    every = [_quoted(" ".join(words)) for words, _ in zip(product(*spelt), range(MOST_SPELLINGS), strict=False)]
    return every[0] if len(every) == 1 else f"({' OR '.join(every)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
