"""What comes from outside never acts on the terminal or on the app, wherever it is shown."""

from dataclasses import replace
from typing import Any

from tuinews.errors import TuinewsError
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.refresh import Failure, RefreshResult
from tuinews.model.source import Source, SourceKind

HOSTILE = "[@click=app.quit]x[/b] \x1b]52;c;aGk=\x07\x9b31m\u202eevil\u2066 [bold"
SHOWN = "[@click=app.quit]x[/b] evil [bold"


def assert_harmless(seen: Any) -> None:
    written = "".join(strip.render(seen.app.console) for strip in seen.app.screen._compositor.render_strips())
    for sign in ("\x1b]52", "\x9b", "\u202e", "\u2066", "\x07"):
        assert sign not in written


async def test_hostile_titles_are_shown_as_they_are_and_do_nothing(open_app: Any, library: Any) -> None:
    library.all_sources[1] = Source(
        1, SourceKind.FEED, HOSTILE, "https://example.org/1", folder=HOSTILE, error=HOSTILE
    )
    for number in library.entries:
        library.entries[number] = replace(library.entries[number], title=HOSTILE, source_title=HOSTILE)
    article = Article("https://example.org/2", HOSTILE, Document((Paragraph((Span(HOSTILE),)),)), (HOSTILE,))
    library.kept[2] = article
    async with open_app(library, (200, 40)) as seen:
        assert SHOWN in seen.text
        await seen.press("j", "enter")
        await seen.until(lambda: seen.text.count(SHOWN) > 14)
        assert_harmless(seen)
        row = next(n for n, line in enumerate(seen.text.splitlines()) if SHOWN in line)
        await seen.pilot.click(offset=(seen.text.splitlines()[row].index(SHOWN) + 5, row))
        assert seen.app.is_running


async def test_hostile_messages_are_shown_as_they_are(open_app: Any, library: Any) -> None:
    failure = Failure(1, HOSTILE, "https://example.org", HOSTILE)
    library.result = RefreshResult(3, (failure,), 0, 0, 0, 1.0)
    async with open_app(library, (200, 30)) as seen:
        await seen.wait_for("1 failed")
        await seen.press("exclamation_mark")
        await seen.until(lambda: seen.text.count(SHOWN) >= 2)
        assert_harmless(seen)
        await seen.press("escape")
        seen.state.fail(TuinewsError(HOSTILE, HOSTILE, HOSTILE))
        await seen.wait_for(f"{SHOWN}: {SHOWN}; {SHOWN}")
        assert_harmless(seen)


async def test_hostile_names_in_the_palette(open_app: Any, library: Any) -> None:
    library.all_sources[1] = replace(library.all_sources[1], title=HOSTILE)
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("evil")
        await seen.until(lambda: seen.text.count(SHOWN) >= 1)
        assert_harmless(seen)
        await seen.press("enter")
        await seen.until(lambda: seen.state.view.source_id == 1)
        assert seen.app.is_running


async def test_a_hostile_search_is_shown_as_it_is(open_app: Any, library: Any) -> None:
    async with open_app(library, (200, 30)) as seen:
        await seen.press("slash")
        await seen.type("[/b]")
        await seen.press("enter")
        await seen.wait_for("Nothing found for “[/b]”.")


async def test_a_hostile_link_is_no_command_of_the_terminal(open_app: Any, library: Any) -> None:
    evil = "https://example.org/\x1b\\\x1b]52;c;aGk=\x07"
    library.kept[2] = replace(library.kept[2], document=Document((Paragraph((Span("word", href=evil),)),)))
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("word[1]")
        assert_harmless(seen)
