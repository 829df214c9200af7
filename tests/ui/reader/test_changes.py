"""What was changed in an article, on the screen: said, shown word by word, in signs where looks do not do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.settings import Settings
from tuinews.typeset.changes.article_changes import changed_article


def article(wind: str) -> Article:
    lines = [*(f"Đoạn {n} của bài." for n in range(40)), f"Gió giật {wind} ở Huế."]
    return Article("https://a.example/1", "Bão", Document(tuple(Paragraph((Span(line),)) for line in lines)))


@pytest.fixture
def edited(library: Any) -> Any:
    """A library whose first article was changed twice, and its title by its listing."""
    first = next(iter(library.entries))
    library.kept[first] = article("cấp 12")
    library.changed_at[first] = datetime.now(UTC) - timedelta(days=3)
    before = (article("cấp 11"), article("rất mạnh"))
    library.versions[first] = [changed_article(one, article("cấp 12")) for one in before]
    library.entries[first] = replace(library.entries[first], former_title="Bão sắp vào")
    return library


async def test_a_key_goes_back_through_the_versions_to_the_article_as_it_is(open_app: Any, edited: Any) -> None:
    async with open_app(edited, (140, 30)) as seen:
        await seen.press("enter")
        await seen.until(lambda: seen.state.reader_state.edits)
        assert "2 times" in seen.state.reader_state.edits
        assert any("~ shows what" in note for note in seen.state.reader_state.notes)
        assert any("“Bão sắp vào”" in note for note in seen.state.reader_state.notes)

        await seen.press("tilde")
        await seen.wait_for("Gió giật cấp 1112 ở Huế.")
        assert seen.state.reader_state.changes_back == 1
        await seen.press("tilde")
        await seen.wait_for("Gió giật rất mạnhcấp 12 ở Huế.")
        places = dict(edited.places)
        await seen.press("tilde")
        await seen.wait_for("The article as it is now")
        assert seen.state.reader_state.article == edited.kept[seen.state.open_id]
        assert edited.places == places


async def test_where_nothing_was_changed_it_says_so(open_app: Any, library: Any) -> None:
    library.kept.update({one: article("nhẹ") for one in library.entries})
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.until(lambda: seen.state.open_id is not None)
        await seen.press("tilde")
        await seen.wait_for("There is no earlier version of this article")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (Settings(ascii=True), "Gió giật cấp [-11-]{+12+} ở Huế."),
        (Settings(screen_reader=True), "Gió giật cấp [gone: 11][added: 12] ở Huế."),
    ],
)
async def test_it_can_be_read_without_looks(open_app: Any, edited: Any, settings: Settings, line: str) -> None:
    async with open_app(edited, (100, 30), settings=settings) as seen:
        await seen.press("enter")
        await seen.until(lambda: seen.state.reader_state.edits)
        await seen.press("tilde")
        await seen.until(lambda: seen.state.reader_state.changes_back == 1)
        assert line in seen.state.reader_state.article.document.lines


async def test_a_row_and_a_screen_reader_say_that_a_title_was_changed(open_app: Any, edited: Any) -> None:
    async with open_app(edited, (120, 30)) as seen:
        assert "≠" in seen.text
    async with open_app(edited, (120, 30), settings=Settings(screen_reader=True)) as seen:
        assert "title changed" in seen.text
