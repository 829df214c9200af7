"""`tuinews refresh`: what is new, and the newest articles for reading offline."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tuinews.address import host_of, masked
from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.remedies import with_remedy
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words.refreshing import NONE_DUE, refreshed
from tuinews.cli.words.refreshing import dead as dead_words
from tuinews.cli.words.refreshing import retired as retired_words
from tuinews.cli.words.sources import NO_SOURCES
from tuinews.errors import NotFoundError, StoreError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.library import Library
from tuinews.library.refreshing.writer import Writer, forked_writer
from tuinews.library.workers.priority import take_short_turns
from tuinews.model.refresh import Failure, FetchAhead, RefreshProgress, RefreshResult

with late_imports(__name__):
    from tuinews.cli.progress_bar import ProgressBar


def run(arguments: argparse.Namespace) -> int:
    """Refresh all sources, or the named ones; each failure is named on stderr."""
    take_short_turns()
    # Before the library is opened, since that begins threads.
    with forked_writer() as writer:
        return with_library(arguments, lambda library: _refresh(library, arguments, writer))


async def _refresh(library: Library, arguments: argparse.Namespace, writer: Writer | None) -> int:
    library.write_beside(writer)
    ids, unknown = await _chosen(library, arguments.sources)
    with watching(sys.stderr.isatty() and not arguments.json) as progress:
        result = await library.refresh(
            ids,
            articles=arguments.articles,
            due_only=arguments.due,
            progress=progress,
            ahead=FetchAhead(arguments.pictures, arguments.budget),
        )
    retired = await library.retention.retire()
    await library.settle_stories()
    for failure in result.failed:
        report(f"{failure.title} ({host_of(failure.url) or failure.url}): {failure.error}")
    await _tell(library, result)
    if arguments.json:
        print_json(_as_json(result) | {"retired": retired.entries})
    else:
        is_empty = not (result.sources or result.elsewhere or unknown)
        print_lines([_(NONE_DUE if arguments.due else NO_SOURCES) if is_empty else refreshed(result)])
        if retired.entries:
            print_lines([retired_words(retired.entries)])
    if not result.failed and not unknown:
        return 0
    return 1 if len(result.failed) == result.sources and not (result.new_entries or result.articles) else 3


async def _tell(library: Library, result: RefreshResult) -> None:
    """Notify of what was wanted, and say once a week which sources died."""
    try:
        told = await library.news.tell()
        dead = () if result.offline else await library.news.dead()
    except StoreError as error:
        report(with_remedy(error))
        return
    if told.problem:
        report(told.problem)
    if told.sequence and sys.stderr.isatty():
        sys.stderr.write(told.sequence)
        sys.stderr.flush()
    if dead:
        report(dead_words([source.title for source in dead]))


async def _chosen(library: Library, names: list[str]) -> tuple[list[int] | None, int]:
    """The ids of the named sources (None: all), and how many names are not known."""
    if not names:
        return None, 0
    ids: list[int] = []
    for name in names:
        try:
            ids.append((await library.source(identifier(name))).id)
        except NotFoundError as error:
            report(with_remedy(error))
    return ids, len(names) - len(ids)


@contextmanager
def watching(on_terminal: bool) -> Iterator[Callable[[RefreshProgress], None]]:
    """A progress bar on a terminal; nothing elsewhere. rich is imported only where a bar is drawn."""
    if not on_terminal:
        yield lambda _: None
        return
    bar = ProgressBar()
    with bar:
        yield bar.show


def _failure_as_json(failure: Failure) -> dict[str, object]:
    """A source that failed, or an account in the place of one."""
    account = failure.account_id
    shown: dict[str, object] = {"id": failure.source_id if account is None else None}
    return {**shown, "account": account, "url": masked(failure.url), "error": failure.error}


def _as_json(result: RefreshResult) -> dict[str, object]:
    return {
        "sources": result.sources,
        "failed": [_failure_as_json(failure) for failure in result.failed],
        "new_entries": result.new_entries,
        "articles": result.articles,
        "articles_failed": result.articles_failed,
        "not_modified": result.not_modified,
        "elsewhere": result.elsewhere,
        "left_out": result.left_out,
        "received": result.received,
        "seconds": round(result.seconds, 3),
    }
