"""Downloads on the screen: asked for, told while they come, listed, opened without a network."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tuinews.model.entry import Enclosure
from tuinews.model.media.downloads import DownloadState
from tuinews.settings import Settings

FILM = Enclosure("https://pod.example/film.mp4", "video/mp4", 4_000_000)


async def test_a_file_is_asked_for_told_and_listed(open_app: Any, library: Any, tmp_path: Path) -> None:
    first = next(iter(library.entries))
    library.files[first] = (FILM,)
    title = library.entries[first].title
    async with open_app(library, (120, 40)) as seen:
        await seen.until(lambda: seen.state.entry_list.current is not None)
        listed = list(seen.state.listed_entries.ids)
        for _ in range(listed.index(first)):
            await seen.press("j")
        await seen.press("S")
        await seen.wait_for("1 file is being downloaded; d shows the downloads")
        library.downloads.change(1, received=1_000_000)
        await seen.until(lambda: "downloading 1 25%" in seen.status)
        await seen.press("d")
        await seen.wait_for("under way 25% · 1.0 of 4.0 MB")
        await seen.press("p")
        await seen.wait_for("paused 25%")
        await seen.press("p")
        await seen.wait_for("waits 25%")
        library.downloads.change(1, state=DownloadState.FAILED, error="the disk is full; free some space")
        await seen.wait_for("the disk is full; free some space")
        await seen.press("r")
        await seen.wait_for("waits 25%")
        file = tmp_path / "film.mp4"
        library.downloads.change(1, state=DownloadState.DONE, file=file, received=4_000_000)
        await seen.wait_for("saved · 4.0 MB")
        await seen.press("escape")
        await seen.until(lambda: f"Saved: {title}; d shows the downloads" in seen.status)
        await seen.press("S")
        await seen.wait_for("This file is already among the downloads")
        await seen.press("d", "D")
        await seen.wait_for("No downloads yet: S downloads the files that come with an article")


async def test_what_is_here_is_opened_by_the_player_and_named_in_the_reader(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    first = next(iter(library.entries))
    library.files[first] = (FILM,)
    file = tmp_path / "film.mp4"
    await library.downloads.add([first])
    library.downloads.change(1, state=DownloadState.DONE, file=file, received=4_000_000)
    played: list[tuple[str, str]] = []

    def play(player: str, address: str) -> bool:
        played.append((player, address))
        return True

    async with open_app(library, (120, 40), settings=Settings(player="mpv")) as seen:
        seen.state.context = replace(seen.state.context, external=replace(seen.state.context.external, play=play))
        await seen.press("d")
        await seen.wait_for("saved · 4.0 MB")
        await seen.press("enter")
        await seen.wait_for("Opened: film.mp4")
        assert played == [("mpv", str(file))]


async def test_all_that_are_selected_are_asked_for_at_once(open_app: Any, library: Any) -> None:
    for number, entry_id in enumerate(library.entries):
        library.files[entry_id] = (Enclosure(f"https://pod.example/{number}.mp3", "audio/mpeg"),)
    async with open_app(library, (120, 40)) as seen:
        await seen.press("V", "j", "S")
        await seen.wait_for("2 files are being downloaded")


async def test_an_article_without_files_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("S")
        await seen.wait_for("This article comes with no files to download")
        await seen.press("V", "j", "S")
        await seen.wait_for("These 2 articles come with no files to download")
