"""`f`: the ways of reading an article."""

from typing import Any

import pytest

from tuinews.model.article import Article, TextKind
from tuinews.model.document import Document, Paragraph, Span


def way(text: str, kind: TextKind) -> Article:
    document = Document((Paragraph((Span(text),)),))
    return Article("https://example.org/2", "桜が満開 2", document, kind=kind)


@pytest.fixture
def library(library: Any) -> Any:
    """The second entry can be read three other ways."""
    library.wire[2] = library.kept[2]
    library.other_ways[2] = [
        way("The feed says it shorter.", TextKind.FEED),
        way("Another box of the page.", TextKind.CANDIDATE),
        way("Menu. The page with all that is on it.", TextKind.WHOLE_PAGE),
    ]
    return library


async def test_f_goes_through_the_ways_and_comes_round(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for text, words in (
            ("The feed says it shorter.", "2 of 4: the feed's own text"),
            ("Another box of the page.", "3 of 4: the next guess at its text"),
            ("Menu. The page with all", "4 of 4: the whole page"),
            ("Paragraph 1 of 桜が満開 2", "1 of 4: extracted from its page"),
        ):
            await seen.press("f")
            await seen.wait_for(text)
            assert words in seen.status


async def test_the_way_stays_when_the_article_is_opened_again(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("f")
        await seen.wait_for("The feed says it shorter.")
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of Gold 3")
        await seen.press("K")
        await seen.wait_for("The feed says it shorter.")
        await seen.press("F")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")


async def test_without_a_network_f_says_what_needs_it(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("f")
        await seen.wait_for("The feed says it shorter.")
        assert "2 of 2: the feed's own text; the network is needed for more" in seen.status
        assert "offline since" in seen.status


async def test_one_way_alone_is_said_to_be_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "j", "j", "enter")
        await seen.wait_for("Paragraph 1 of Bank 4")
        await seen.press("f")
        await seen.wait_for("There is no other way to read it: extracted from its page")


async def test_f_without_an_article_says_how_to_open_one(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("f")
        await seen.wait_for("No article is open; Enter opens one")


async def test_what_cannot_be_written_is_read_another_way_all_the_same(open_app: Any, library: Any) -> None:
    library.read_only = True
    kept = library.kept[2]
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("f")
        await seen.wait_for("The feed says it shorter.")
        assert library.kept[2] is kept
