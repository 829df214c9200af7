"""Queries on the command line: mistakes in them, told with their place."""

from collections.abc import Iterator
from contextlib import contextmanager

from tuinews.cli import messages
from tuinews.cli.output import report
from tuinews.errors import QueryError
from tuinews.quick_dataclass import dataclass


@dataclass(slots=True)
class Told:
    """The exit status after a query was read: 1 where it had a mistake, which was told."""

    status: int = 0


@contextmanager
def query_mistakes(query: str) -> Iterator[Told]:
    """Tell of a mistake in `query` within the block instead of raising; of one in a query that is kept, where it
    is known no more, what is wrong alone."""
    told = Told()
    try:
        yield told
    except QueryError as error:
        for line in messages.query_mistake(query, error) if query else (str(error),):
            report(line)
        told.status = 1
