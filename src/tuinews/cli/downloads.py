"""Downloads as commands print them: lines for people, JSON, and a bar while they come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tuinews.address import masked
from tuinews.cli.output import print_json, print_lines, report
from tuinews.language import _, size_in_words
from tuinews.late import late_imports
from tuinews.library.library import Library
from tuinews.model.media.downloads import Download, DownloadState
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.cli.progress_bar import DownloadBars


async def bring(library: Library, is_shown: Callable[[Download], bool], *, on_terminal: bool) -> list[Download]:
    """Have everything come that waits, and wait for it; those that are shown, as they are then."""
    with _watching(on_terminal) as show:
        end = library.downloads.watch(lambda: show(library.downloads.under_way))
        try:
            await library.downloads.go_on()
            await library.downloads.finished()
        finally:
            end()
    return [one for one in await library.downloads.every() if is_shown(one)]


def tell(downloads: Iterable[Download], *, as_json: bool) -> int:
    """Print how downloads ended, those that failed on stderr; the exit status."""
    told = list(downloads)
    done = [one for one in told if one.state is DownloadState.DONE]
    for one in told:
        if one.error:
            report(f"{clean_line(one.title, 100)}: {one.error}")
    if as_json:
        print_json([download_to_json(one) for one in told])
    else:
        print_lines(download_line(one) for one in done)
    return 0 if len(done) == len(told) else 3 if done else 1


def download_line(one: Download) -> str:
    """A download as a line for people: its number, how far it is, its title, where it is."""
    how = _(one.state.words)
    if one.state is not DownloadState.DONE and one.share is not None:
        how = f"{how} {one.share:.0%}"
    parts = [f"{one.id:>4}  {how}", clean_line(one.title, 100)]
    if one.received:
        parts.append(size_in_words(one.received))
    if one.error:
        parts.append(clean_line(one.error))
    elif one.state is DownloadState.DONE and one.file is not None:
        parts.append(clean_line(one.file, 1000))
    return "  ".join(parts)


def download_to_json(one: Download) -> dict[str, Any]:
    """A download as `downloads --json` prints it."""
    is_done = one.state is DownloadState.DONE
    return {
        "id": one.id,
        "entry": one.entry_id,
        "title": one.title,
        "url": masked(one.address),
        "state": one.state.value,
        "file": str(one.file) if one.file and is_done else None,
        "type": one.media_type,
        "received": one.received,
        "total": one.total,
        "error": one.error or None,
    }


@contextmanager
def _watching(on_terminal: bool) -> Iterator[Callable[[Sequence[Download]], None]]:
    """A bar on a terminal; nothing elsewhere."""
    if not on_terminal:
        yield lambda _: None
        return
    bars = DownloadBars()
    with bars:
        yield bars.show
