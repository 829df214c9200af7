"""What a person typed into the search, as FTS5 questions from strict to loose.

Nothing of it is ever FTS5 syntax: every piece becomes a quoted string, so that quotes, `-`, `*`, `NEAR` and
brackets are words or nothing. Text in quotes is one phrase.
"""

import re
import unicodedata
from dataclasses import dataclass

from tuinews.folding import CJK, cjk_bigrams, index_text, marked_words

MAX_WORDS = 32
MAX_LENGTH = 500
PREFIX_LENGTH = 3
"""Letters a lone word needs to find longer words too (fewer would find half the library); beside others 2."""

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One word or one quoted phrase, in NFC as typed."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Query:
    """FTS5 questions; each but `loosest` is None where it would say nothing of its own.

    `loosest` holds every hit (its last word may be the beginning of one), `words` those with all words whole,
    `phrase` those with the words side by side, `marked` (for the index that keeps marks) those that have the
    marks just as typed.
    """

    terms: tuple[Term, ...]
    loosest: str
    words: str | None
    phrase: str | None
    marked: str | None


def parse(typed: str) -> Query | None:
    """The questions for what was typed; None where there is no letter or digit in it."""
    terms = _terms(typed)
    if not terms:
        return None
    folded = [question for term in terms for question in _questions(term)]
    words = " AND ".join(folded)
    loosest = words
    last = terms[-1]
    least = PREFIX_LENGTH if len(terms) == 1 else PREFIX_LENGTH - 1
    if not last.quoted and len(last.text) >= least and not CJK.search(last.text):
        loosest = " AND ".join([*folded[:-1], f"{folded[-1]} *"])
    side_by_side = len(terms) > 1 and not any(term.quoted or CJK.search(term.text) for term in terms)
    marked = [word for term in terms for word in marked_words([term.text]).split()]
    return Query(
        terms=tuple(terms),
        loosest=loosest,
        words=words if words != loosest else None,
        phrase=_quoted(" ".join(index_text(term.text) for term in terms)) if side_by_side else None,
        marked=" AND ".join(_quoted(word) for word in marked) or None,
    )


def _terms(typed: str) -> list[Term]:
    text = (
        unicodedata.normalize("NFC", typed[:MAX_LENGTH]).replace("\x00", " ").encode("utf-8", "replace").decode()
    )
    found = [Term(" ".join((phrase or word).split()), quoted=bool(phrase)) for phrase, word in _PART.findall(text)]
    return [term for term in found if any(c.isalnum() for c in term.text)][:MAX_WORDS]


def _questions(term: Term) -> list[str]:
    """The phrases that a term asks for: one, or one for each run of CJK and of other letters in it."""
    if not CJK.search(term.text):
        return [_quoted(index_text(term.text))]
    found: list[str] = []
    end = 0
    for run in CJK.finditer(term.text):
        found += _other(term.text[end : run.start()])
        found.append(_quoted(" ".join(cjk_bigrams(run[0]))) + (" *" if len(run[0]) == 1 else ""))
        end = run.end()
    return found + _other(term.text[end:])


def _other(piece: str) -> list[str]:
    return [_quoted(index_text(piece))] if any(c.isalnum() for c in piece) else []


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
