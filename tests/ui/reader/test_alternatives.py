"""`f`: the ways of reading an article."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.source import SourceKind
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.subscriptions.reading import parse_source_list


def way(text: str, kind: TextKind) -> Article:
    document = Document((Paragraph((Span(text),)),))
    return Article("https://example.org/2", "桜が満開 2", document, kind=kind)


@pytest.fixture
def library(library: Any) -> Any:
    """The second entry can be read three other ways."""
    library.wire[2] = library.kept[2]
    library.other_ways[2] = [
        way("The feed says it shorter.", TextKind.FEED),
        replace(way("Another box of the page.", TextKind.CANDIDATE), selector_rule=SelectorRule("div.box")),
        replace(
            way("Menu. The page with all that is on it.", TextKind.WHOLE_PAGE), selector_rule=SelectorRule("body")
        ),
    ]
    return library


async def test_f_goes_through_the_ways_and_comes_round(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for text, words in (
            ("The feed says it shorter.", "2 of 4: the feed's own text"),
            ("Another box of the page.", "Version 3 of 4: the next best guess at the text"),
            ("Menu. The page with all", "4 of 4: the whole page"),
            ("Paragraph 1 of 桜が満開 2", "Version 1 of 4: extracted from the page"),
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
        assert "Version 2 of 2: the feed's own text; more of them need a network" in seen.status
        assert "Offline since" in seen.status


async def test_one_way_alone_is_said_to_be_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "j", "j", "enter")
        await seen.wait_for("Paragraph 1 of Bank 4")
        await seen.press("f")
        await seen.wait_for("There is no other version: extracted from the page")


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


async def _to_the_other_box(seen: Any) -> None:
    await seen.press("j", "enter")
    await seen.wait_for("Paragraph 1 of")
    await seen.press("f")
    await seen.wait_for("The feed says it shorter.")
    await seen.press("f")
    await seen.wait_for("Another box of the page.")


async def test_w_reads_the_whole_source_the_way_that_is_shown_and_u_takes_it_back(
    open_app: Any, library: Any
) -> None:
    source = library.entries[2].source_id
    async with open_app(library) as seen:
        await _to_the_other_box(seen)
        assert "Version 3 of 4: the next best guess at the text; W uses it for the whole source" in seen.status
        await seen.press("W")
        await seen.wait_for("From now on, The Record is read by “div.box”; u undoes it")
        assert library.all_sources[source].selector_rule == SelectorRule("div.box")
        await seen.press("u")
        await seen.wait_for("read as before again")
        assert library.all_sources[source].selector_rule is None


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (0, "The Record is already read this way"),
        (1, "The feed's own text is not part of a page"),
    ],
)
async def test_what_cannot_be_kept_for_the_source_says_why(
    open_app: Any, library: Any, times: int, words: str
) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for _ in range(times):
            await seen.press("f")
            await seen.wait_for("The feed says it shorter.")
            assert "W keeps it" not in seen.status
        await seen.press("W")
        await seen.wait_for(words)


async def test_a_text_without_a_box_of_its_own_is_kept_for_its_article_alone(open_app: Any, library: Any) -> None:
    library.other_ways[2][1] = way("Another box of the page.", TextKind.CANDIDATE)
    async with open_app(library) as seen:
        await _to_the_other_box(seen)
        await seen.press("W")
        await seen.wait_for("This text cannot be identified on other pages")


async def test_a_page_that_no_source_lists_has_no_source_to_keep_it_for(open_app: Any, library: Any) -> None:
    source = library.entries[2].source_id
    library.all_sources[source] = replace(library.all_sources[source], kind=SourceKind.PAGES)
    async with open_app(library) as seen:
        await _to_the_other_box(seen)
        await seen.press("W")
        await seen.wait_for("This page belongs to no source")


async def test_w_without_an_article_says_how_to_open_one(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("W")
        await seen.wait_for("No article is open; Enter opens one")


def page(name: str) -> str:
    text = "".join(f"<p>Sentence {n} of {name}, which is long enough to be read as text.</p>" for n in range(9))
    menu = "".join(f"<li><a href='/{n}'>Menu {n}</a></li>" for n in range(5))
    return f"<html><head><title>{name}</title></head><body><ul>{menu}</ul><article>{text}</article></body></html>"


async def test_the_way_that_is_kept_reads_the_next_article_and_goes_out_with_its_source(
    open_real_app: Any, tmp_path: Path, host: Any, make_reply: Any, make_feed: Any
) -> None:
    names = ("Harbour", "Bridge")
    host.answers["/rss.xml"] = make_reply(make_feed([(name, f"{host.url}/{name}.html") for name in names]))
    for name in names:
        host.answers[f"/{name}.html"] = make_reply(page(name), content_type="text/html")
    library = await Library.open(tmp_path, Settings())
    await library.add(f"{host.url}/rss.xml")
    await library.close()

    async with open_real_app(_opening(tmp_path)) as seen:
        await seen.press("enter")
        await seen.wait_for("Sentence 1 of Harbour")
        while "the whole page" not in seen.status:
            before = seen.status
            await seen.press("f")
            await seen.until(lambda before=before: "Version" in seen.status and seen.status != before)
        await seen.press("W")
        await seen.wait_for("is read by “body”; u undoes it")
        await seen.press("f")
        await seen.wait_for("Version 2 of 2: extracted from the page; W uses it for the whole source")
        await seen.press("f")
        await seen.wait_for("Version 1 of 2: by the rule for this source")
        await seen.press("J")
        await seen.wait_for("Sentence 1 of Bridge")
        await seen.until(lambda: seen.state.reader_state.stage == "kept")
        assert "Menu 3" in seen.state.reader_state.article.text
        await seen.press("u")
        await seen.wait_for("is read like any other source again")
        await seen.press("F")
        await seen.until(lambda: "Menu 3" not in seen.state.reader_state.article.text)
        await seen.press("ctrl+r")
        await seen.wait_for("is read by “body” again")

    library = await Library.open(tmp_path, Settings())
    listed = parse_source_list(await library.export_opml()).sources
    assert [one.selector_rule for one in listed] == [SelectorRule("body")]
    assert len(await library.entry_ids(View())) == 2
    await library.close()


def _opening(folder: Path) -> Callable[[], Awaitable[Library]]:
    return lambda: Library.open(folder, Settings())


async def test_what_the_site_repeats_is_said_to_be_left_out_and_f_shows_it(open_app: Any, library: Any) -> None:
    repeated = "Get our morning letter."
    library.kept[2] = library.wire[2] = way(f"What the article says.\n{repeated}", TextKind.EXTRACTED)
    library.shortened[2] = (way("What the article says.", TextKind.EXTRACTED), 1)
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("1 line that this site repeats")
        assert repeated not in seen.text
        await seen.press("f")
        await seen.wait_for(repeated)
        assert "The whole text, with the lines that this site repeats" in seen.status
        assert "1 line that this" not in seen.text
        await seen.press("f")
        await seen.wait_for("The feed says it shorter.")
        assert "Version 2 of 4" in seen.status


async def test_of_a_beginning_it_is_said_that_the_rest_is_for_subscribers(open_app: Any, library: Any) -> None:
    article = replace(way("What the page shows of it.", TextKind.EXTRACTED), paywalled=True)
    library.kept[2] = library.wire[2] = article
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("the rest is for subscribers")


async def test_f_shows_it_where_one_has_read_to(open_app: Any, library: Any) -> None:
    told = "\n".join(f"Line {number} of what the article says." for number in range(90))
    library.kept[2] = library.wire[2] = way(f"{told}\nGet our letter.", TextKind.EXTRACTED)
    library.shortened[2] = (way(told, TextKind.EXTRACTED), 1)
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Line 1 of")
        await seen.press("G")
        await seen.wait_for("1 line that this site repeats")
        await seen.press("f")
        await seen.wait_for("Get our letter.")


async def test_w_knows_the_version_of_which_lines_are_left_out(open_app: Any, library: Any) -> None:
    whole = library.kept[2]
    library.shortened[2] = (way("Shorter.", whole.kind), 3)
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("3 lines that this site repeats")
        await seen.wait_for("shows them.")
        await seen.press("W")
        await seen.wait_for("The Record is already read this way")


async def test_without_a_network_f_shows_what_was_left_out(open_app: Any, library: Any) -> None:
    whole = library.kept[2]
    library.shortened[2] = (way("Shorter.", whole.kind), 3)
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("j", "enter")
        await seen.wait_for("3 lines that this site repeats")
        await seen.press("f")
        await seen.wait_for("Paragraph 1 of")
        assert "network" not in seen.status
