"""One run of spans and what became of it: its words as they are now, those that are gone marked among them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tuinews.model.document import Mark, Span, Spans, plain
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.changes.alignment import Pair, aligned

_ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Signs of Chinese and Japanese, which stand in words without blanks between: each is compared alone."""

_BETWEEN = (
    "\\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2010-\u2060\u3000-\u303f\uff01-\uff0f"
)
"""White space and signs, between which words stand with all that is written over their letters."""

_WORD = re.compile(rf"(?:[{_ALONE}]|[^{_BETWEEN}{_ALONE}]+|[{_BETWEEN}])\s*")
"""A word or a sign with the blanks behind it."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or a sign with the blanks behind it, in the look of its span."""

    text: str
    span: Span


LONGEST = 100_000
"""Characters of two runs up to which they are compared word by word: some 0.2 s."""


def changed_spans(before: Spans, after: Spans) -> Spans:
    """The run as it is now, with what was added to it marked, and what is gone from it in its old place."""
    if len(plain(before)) + len(plain(after)) > LONGEST:
        return (*marked(before, Mark.DELETED), *marked(after, Mark.INSERTED))
    old, new = list(_words(before)), list(_words(after))
    pairs = aligned([word.text.strip() for word in old], [word.text.strip() for word in new])
    spans: list[Span] = []
    place, place_after = 0, 0
    for pair in (*pairs, Pair(len(old), len(new))):
        spans += _replaced(old[place : pair.before], new[place_after : pair.after])
        spans += _marked(new[pair.after : pair.after + 1], None)
        place, place_after = pair.before + 1, pair.after + 1
    return tuple(_joined(spans))


def marked(spans: Spans, mark: Mark) -> Spans:
    """The whole run with a mark."""
    return tuple(Span(span.text, (*span.marks, mark), span.href) for span in spans)


def vocabulary(spans: Spans) -> frozenset[str]:
    """The words of a run, each once, without capitals; of a very long one those that it begins with."""
    found = _WORD.findall(plain(spans)[:LONGEST].casefold())
    return frozenset(word.rstrip() for word in found if word[0].isalnum())


def likeness(before: frozenset[str], after: frozenset[str]) -> float:
    """How much of the words of two runs is the same, 0 to 1, whatever their order."""
    return len(before & after) / max(1, len(before | after))


def _words(spans: Spans) -> Iterator[_Word]:
    for span in spans:
        for text in _WORD.findall(span.text):
            yield _Word(text, span)


def _replaced(gone: Sequence[_Word], new: Sequence[_Word]) -> Iterator[Span]:
    """Words that are gone, and those in their place; the blank that follows both is changed by neither."""
    blank = _blank_after(new) if gone and new and _blank_after(gone) else ""
    yield from _marked(_without(gone, _blank_after(gone) if blank else ""), Mark.DELETED)
    yield from _marked(_without(new, blank), Mark.INSERTED)
    if blank:
        yield Span(blank, new[-1].span.marks, new[-1].span.href)


def _blank_after(words: Sequence[_Word]) -> str:
    text = words[-1].text
    return text[len(text.rstrip()) :]


def _without(words: Sequence[_Word], blank: str) -> Sequence[_Word]:
    """The words without the blank after the last of them."""
    return [*words[:-1], _Word(words[-1].text.removesuffix(blank), words[-1].span)] if blank else words


def _marked(words: Sequence[_Word], mark: Mark | None) -> Iterator[Span]:
    for word in words:
        marks = word.span.marks if mark is None else (*word.span.marks, mark)
        yield Span(word.text, marks, word.span.href)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans with those of one look in one."""
    for (marks, href), alike in groupby(spans, key=lambda span: (span.marks, span.href)):
        yield Span("".join(span.text for span in alike), marks, href)
