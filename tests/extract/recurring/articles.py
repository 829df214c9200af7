"""Articles for the tests of what a site repeats: each has sentences of its own."""

from itertools import count

from tuinews.extract.recurring import article_key, lines_of, remember
from tuinews.model.article import Article
from tuinews.model.document import Block, Document, Mark, Paragraph, Span
from tuinews.model.kept_article import SiteMemory

BOX = "Get our morning letter with the best of the coast, every day at six."
MISSION = "The Harbour Post is a newspaper of its readers and belongs to nobody else."

_WORDS = "mast", "rope", "gull", "crane", "pilot", "lock", "tide", "cargo", "ferry", "light", "net", "keel"
_numbers = count(1)


def own(sentences: int = 2) -> Paragraph:
    """A paragraph that stands in no other article."""
    number = next(_numbers)
    words = [_WORDS[(number * 7 + place * place * 5 + number // 12 * place) % 12] for place in range(12)]
    told = (f"Report {number}.{place} on the {' '.join(words)} of the old port" for place in range(sentences))
    return paragraph(". ".join(told) + ".")


def paragraph(text: str, *marks: Mark) -> Paragraph:
    return Paragraph((Span(text, marks),))


def article(*blocks: Block | str, url: str | None = None, lead: str | None = None) -> Article:
    """An article of these blocks; a text is a paragraph."""
    made = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    address = url or f"https://post.example/{next(_numbers)}"
    return Article(address, "A title", Document(made), lead=lead)


def usual(*extra: Block | str) -> Article:
    """An article of six paragraphs of its own, with these blocks at its end."""
    return article(*(own() for _ in range(6)), *extra)


def key(one: Article) -> int:
    return article_key(one.url or "")


def memory_of(*articles: Article) -> SiteMemory:
    memory = SiteMemory()
    for one in articles:
        memory = remember(memory, lines_of(one, key(one)))
    return memory
