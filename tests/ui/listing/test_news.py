"""After a refresh: the terminal notifies, and dead sources are told of quietly."""

from typing import Any

from tuinews.model.standing.news import NotificationResult


async def test_a_refresh_tells_without_taking_anything_from_the_reader(open_app: Any, library: Any) -> None:
    async with open_app(library, (120, 40)) as seen:
        await seen.until(lambda: library.refreshes and not seen.state.work.is_under_way("refresh"))
        written: list[str] = []
        seen.app._driver.notify_terminal = written.append
        place = seen.state.place
        library.news.told = NotificationResult("\x1b]9;tuinews: 1 new article: x\x07")
        library.news.died = (library.all_sources[1],)
        await seen.press("R")
        await seen.wait_for("1 source has not answered for 14 days: ")
        assert "; ! shows why" in seen.status
        await seen.until(lambda: written == ["\x1b]9;tuinews: 1 new article: x\x07"])
        assert seen.state.place == place
        library.news.told = NotificationResult(problem="no notification: prog: there is no such program")
        await seen.press("R")
        await seen.wait_for("no notification: prog")
