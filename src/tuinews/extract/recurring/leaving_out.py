"""Leaves out of an article what its site repeats, by what is remembered of the site's other articles.

Never a heading, a quote, code, a table or a caption, since those recur rightly; never what the article itself
repeats (a refrain), unless many others have it too; never more than a third of the text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tuinews.extract.recurring.counts import LineCounts, counts_of
from tuinews.extract.recurring.lines import TextLine, lines_in, number_of, text_of
from tuinews.extract.recurring.memory import remembered
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Block, Blocks, Document, List, Paragraph, Span, Spans, plain
from tuinews.model.kept_article import SiteMemory
from tuinews.quick_dataclass import dataclass

OF_SET_PHRASES = frozenset((PageKind.RECIPE, PageKind.THREAD))
"""Kinds of pages whose writers say the same in one way ("Heat the oven to 180 degrees.", "Thanks in advance")."""

MOST_LEFT_OUT = 1 / 3
"""Share of an article's letters that may go: where more recurs, its articles are made of the same sentences."""

FEW = 2
"""Articles that have a line which goes, at the least."""

SEVERAL = 5
"""Articles that have a line that goes although it may be meant: a short one; one before all text of the article's
own, where a series' standing introduction stands, too; one that the article repeats, which may be a refrain or a
notice of consent above each video."""

AT_THE_END = 0.1
"""Share of the articles that have a line after all text of their own which goes. A closing sentence that two of
fifty have in common may be meant ("The police are still investigating.")."""

IN_THE_MIDST = 0.3
"""The same for a line between paragraphs: newspapers tell again, word for word, what went before."""

ON_MOST = 0.5
"""The same for a line before all text of the article's own."""

ON_NEARLY_ALL = 0.8
"""The same for a short line: a movement's watchword closes half of its manifestos, and is their own."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """An article without what its site repeats, and how many lines that is."""

    article: Article
    left_out: int = 0


def shortened(article: Article, memory: SiteMemory, key: int) -> Shortened:
    """The article as it is read; `key` tells it from the others that are remembered (`article_key`)."""
    # Documentation says of each thing what is true of it, in the same words ("Erroneous code example:").
    if not memory.articles or article.page_kind is PageKind.DOCUMENTATION:
        return Shortened(article)
    lines = list(lines_in(article.document))
    letters = {line.number: line.letters for line in lines}
    counts = counts_of(memory, remembered(lines, key), letters)
    if not counts.of:
        return Shortened(article)
    few = SEVERAL if article.page_kind in OF_SET_PHRASES else FEW
    gone = frozenset(_within_bounds(lines, _recurring(lines, counts, few), article.lead))
    if not gone:
        return Shortened(article)
    document = Document(tuple(_without(article.document.blocks, gone)))
    return Shortened(replace(article, document=document), sum(line.number in gone for line in lines))


def _recurring(lines: Sequence[TextLine], counts: LineCounts, few: int) -> list[TextLine]:
    """The lines that recur as only a site's own do, the surest first: those that most articles have.

    `few` are the articles that must have a line at the least.
    """
    times = Counter(line.number for line in lines)
    own = [place for place, line in enumerate(lines) if _is_own_text(line, counts)]
    first, last = (own[0], own[-1]) if own else (len(lines), len(lines))
    staying = set()
    for place, line in enumerate(lines):
        if line.is_short:
            least = max(SEVERAL, ON_NEARLY_ALL * counts.articles)
        elif place < first:
            least = max(SEVERAL, ON_MOST * counts.articles)
        else:
            share = AT_THE_END if place > last else IN_THE_MIDST
            least = max(few if times[line.number] == 1 else SEVERAL, share * counts.articles)
        if not line.may_go or counts.of.get(line.number, 1) < least:
            staying.add(line.number)
    found = {line.number: line for line in lines if line.number not in staying}
    each = (replace(line, letters=line.letters * times[line.number]) for line in found.values())
    return sorted(each, key=lambda line: -counts.of[line.number])


def _is_own_text(line: TextLine, counts: LineCounts) -> bool:
    # A list or a box before or after the text may be one of links, which changes from page to page.
    return line.is_long and line.may_go and not line.is_list and line.number not in counts.of


def _within_bounds(lines: Sequence[TextLine], recurring: Sequence[TextLine], lead: str | None) -> Iterator[int]:
    """The numbers of the first of the lines that recur, no more of them than may go."""
    room = MOST_LEFT_OUT * (sum(line.letters for line in lines) + len(lead or ""))
    for line in recurring:
        if line.letters <= room:
            room -= line.letters
            yield line.number


def _without(blocks: Blocks, gone: frozenset[int]) -> Iterator[Block]:
    """The blocks without these lines."""
    for block in blocks:
        match block:
            case Paragraph():
                spans = _spans_without(block.spans, gone)
                if spans:
                    yield replace(block, spans=spans)
            case List() if number_of(text_of(block)) in gone:
                pass
            case _:
                yield block


def _spans_without(spans: Spans, gone: frozenset[int]) -> Spans:
    """The spans without the lines that go; unchanged where none does."""
    lines = _split(spans)
    kept = [line for line in lines if number_of(plain(line)) not in gone]
    if len(kept) == len(lines):
        return spans
    broken = [((Span("\n"), *line) if place else line) for place, line in enumerate(kept)]
    return tuple(span for line in broken for span in line)


def _split(spans: Spans) -> list[Spans]:
    """The spans of each line; breaks between them are left out."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        lines[-1] += [replace(span, text=first)] if first else []
        lines += [[replace(span, text=text)] if text else [] for text in others]
    return [tuple(line) for line in lines]
