"""Changes as signs or words in the text itself, for where neither colours nor lines through it can be seen."""

from collections.abc import Iterator
from dataclasses import replace

from tuinews.model.article import Article
from tuinews.model.document import Document, Mark, Span, Spans, with_spans
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ChangeSigns:
    """What stands around words that were added, and around those that are gone."""

    added: tuple[str, str]
    gone: tuple[str, str]


SIGNS = ChangeSigns(("{+", "+}"), ("[-", "-]"))
"""Those of wdiff, which tools and people know."""


def with_signs(article: Article, signs: ChangeSigns = SIGNS) -> Article:
    """An article of `changed_article` in which signs say what the marks say."""
    blocks = tuple(
        with_spans(block, lambda spans: tuple(_signed(spans, signs))) for block in article.document.blocks
    )
    return replace(article, document=Document(blocks))


def _signed(spans: Spans, signs: ChangeSigns) -> Iterator[Span]:
    around = {Mark.INSERTED: signs.added, Mark.DELETED: signs.gone}
    for place, span in enumerate(spans):
        mark = _mark(span)
        if mark is None:
            yield span
            continue
        before = place > 0 and _mark(spans[place - 1]) is mark
        after = place + 1 < len(spans) and _mark(spans[place + 1]) is mark
        opens, closes = around[mark]
        text = ("" if before else opens) + span.text + ("" if after else closes)
        yield Span(text, span.marks, span.href)


def _mark(span: Span) -> Mark | None:
    return next((mark for mark in span.marks if mark in (Mark.INSERTED, Mark.DELETED)), None)
