"""The words of an article in one text, as far as they are looked through for passages that were highlighted."""

from collections.abc import Iterator, Sequence

from tuinews.anchoring import SHORT, AnchorText
from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.article import Article
from tuinews.model.document import Block, Figure, every_block, plain


def ids_in_text(article: Article, highlights: Sequence[Highlight]) -> frozenset[int]:
    """The numbers of those highlights whose passages stand in an article."""
    text = _text_of(article)
    return frozenset(one.id for one in highlights if text.find(one.quotation) is not None)


def stands_plainly(quotation: Quotation, text: str) -> bool:
    """Whether a quotation stands word for word in a text, which is known without a look at its surroundings; of
    short ones, whose words may stand anywhere, it is not."""
    wanted = " ".join(quotation.exact.split())
    return len(wanted.replace(" ", "")) >= SHORT and wanted in text


def quotation_in(article: Article, words: str) -> Quotation | None:
    """The first passage of an article that has these words, as a quotation; None if there is none."""
    text = _text_of(article)
    found = text.find(Quotation(words))
    return None if found is None else text.quote(found.start, found.end)


def _text_of(article: Article) -> AnchorText:
    head = (article.title, ", ".join(article.authors), article.lead or "")
    body = (line for block in every_block(article.document.blocks) for line in _lines(block))
    return AnchorText("\n".join([*filter(None, head), *body]))


def _lines(block: Block) -> Iterator[str]:
    yield from block.own_lines
    if isinstance(block, Figure):
        yield from filter(None, (plain(block.caption), block.credit, block.alt))
