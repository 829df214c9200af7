"""Queries on the command line: mistakes in them, told with their place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tuinews.cli.output import report
from tuinews.cli.words import articles as messages
from tuinews.errors import QueryError
from tuinews.query.mistyped import mistyped
from tuinews.query.tokens import MAX_LENGTH
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line


def typed_query(words: Sequence[str]) -> str:
    """The query of an argument list, on one line: what is read, and what a mistake's place is counted in."""
    return clean_line(" ".join(words), MAX_LENGTH + 1)


@dataclass(slots=True)
class ExitStatus:
    """The exit status after a query was read: 1 where it had a mistake, which was told."""

    status: int = 0


@contextmanager
def query_mistakes(query: str) -> Iterator[ExitStatus]:
    """Tell of a mistake in `query` within the block instead of raising; of one in a query that is kept, where it
    is known no more, what is wrong alone."""
    exit_status = ExitStatus()
    try:
        yield exit_status
    except QueryError as error:
        for line in messages.query_mistake(query, error) if query else (str(error),):
            report(line)
        exit_status.status = 1


def tell_mistyped(query: str) -> None:
    """Say of a query that finds nothing which field in it was mistyped, where that is, and what was meant."""
    error = mistyped(query)
    for line in messages.query_mistake(query, error) if error else ():
        report(line)


def tell_muted(count: int) -> None:
    """Say how much of what is listed is left out since it is muted; nothing where nothing is."""
    if count:
        report(messages.muted_here(count))
