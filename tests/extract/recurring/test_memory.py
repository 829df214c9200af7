"""The memory of a source is bounded, and holds no words."""

from tuinews.extract.recurring import lines_of, remember
from tuinews.extract.recurring.memory import MOST_LINES
from tuinews.model.kept_article import MOST_REMEMBERED, SiteMemory

from .articles import BOX, article, key, memory_of, own, usual


def test_the_oldest_articles_are_forgotten() -> None:
    pages = [usual() for _ in range(MOST_REMEMBERED + 5)]
    memory = memory_of(*pages)
    assert [one.article for one in memory.articles] == [key(page) for page in pages[5:]]


def test_an_article_read_again_is_the_newest() -> None:
    pages = [usual() for _ in range(3)]
    memory = memory_of(*pages)
    assert [one.article for one in remember(memory, memory.articles[0]).articles] == [
        key(pages[1]),
        key(pages[2]),
        key(pages[0]),
    ]


def test_of_a_long_document_both_ends_are_remembered() -> None:
    page = article(*(own() for _ in range(3 * MOST_LINES)), BOX)
    lines = lines_of(page, 1).lines
    assert len(lines) == MOST_LINES
    assert lines[-1] == lines_of(article(BOX), 1).lines[0]
    assert lines[0] == lines_of(article(page.document.blocks[0]), 1).lines[0]


def test_numbers_are_the_same_in_every_process() -> None:
    # A library keeps them, so a change of theirs needs a migration.
    assert lines_of(article(BOX), 1).lines == (6156644169919630154,)


def test_long_and_short_lines_are_apart() -> None:
    lines = lines_of(article(BOX, "Read more of it"), 7)
    assert (lines.article, len(lines.lines), len(lines.short_lines)) == (7, 1, 1)
    assert lines.letters == sum(letter.isalpha() for letter in BOX)
    assert SiteMemory() == memory_of()
