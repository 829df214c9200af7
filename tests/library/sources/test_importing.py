"""Lists of sources: any charset, and never on the screen's loop."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tuinews.errors import ExtractError, Remedy, SourceListError
from tuinews.library.library import Library
from tuinews.library.sources.list_files import list_in_file, list_in_stream

HERE = Path(__file__).parent
T = TypeVar("T")


@pytest.mark.parametrize(
    ("name", "title"), [("sources_utf16.opml", "Báo Làng"), ("sources_cp1252.opml", "Café du coin")]
)
async def test_a_list_is_read_in_its_charset(name: str, title: str, empty: Library) -> None:
    listed = await empty.list_in_file(HERE / name)
    assert [one.title for one in listed.sources] == [title]
    with (HERE / name).open("rb") as stream:
        assert list_in_stream(stream, "stdin") == listed


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(
        SourceListError, match=r"^none\.opml: No such file or directory; give the name of a file that exists$"
    ):
        list_in_file(tmp_path / "none.opml")
    with pytest.raises(SourceListError, match="Is a directory"):
        list_in_file(tmp_path)
    with pytest.raises(ExtractError, match="larger than"):
        list_in_file(Path("/dev/zero"))


async def _turns_beside(work: Awaitable[T]) -> tuple[T, int]:
    """What `work` gave, and how many turns the loop had meanwhile."""
    task = asyncio.ensure_future(work)
    turns = 0
    while not task.done():
        await asyncio.sleep(0.001)
        turns += 1
    return await task, turns


async def test_a_long_list_leaves_the_loop_its_turns(empty: Library, tmp_path: Path) -> None:
    outlines = "".join(f'<outline text="S {n}" xmlUrl="https://h{n}.example/rss"/>' for n in range(20_000))
    (tmp_path / "long.opml").write_text(f"<opml><body>{outlines}</body></opml>")
    listed, turns = await _turns_beside(empty.list_in_file(tmp_path / "long.opml"))
    assert len(listed.sources) == 20_000
    assert listed.asks_first
    assert turns > 10
    done, turns = await _turns_beside(empty.preview_import(listed))
    assert len(done.added) == 20_000
    assert turns > 10


async def test_a_list_at_an_address_is_imported_and_is_no_source(
    empty: Library, host: Any, make_reply: Callable[..., Any]
) -> None:
    body = '<opml><body><outline type=rss xmlUrl="https://a.example/f"/><outline xmlUrl="https://a.example/f"/>'
    host.answers["/list.opml"] = make_reply(body, Content_Type="text/x-opml")

    imported = await empty.import_sources(await empty.list_at(f"{host.url}/list.opml"))
    with pytest.raises(ExtractError, match="this is a list of sources, not a source") as refused:
        await empty.add(f"{host.url}/list.opml")

    assert (imported.added, imported.known) == (("https://a.example/f",), ("https://a.example/f",))
    assert refused.value.do is Remedy.ADD_LIST
    host.answers["/page"] = make_reply("<html><p>No list")
    with pytest.raises(SourceListError, match="neither OPML nor a list of addresses"):
        await empty.list_at(f"{host.url}/page")
