"""The same article at another place of the page: one place tells its date or its summary, and the other not."""

from collections import defaultdict
from collections.abc import Iterator

from tuinews.extract.listing.links.links import Link, Rank, same_words
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import Record, records_of

_MOST_PLACES = 3
"""Further places of an article that are read; a slider has its first and last pictures twice or three times."""


def other_records(
    outline: Outline, records: list[Record], short: list[Record], links: list[Link]
) -> Iterator[dict[str, Record]]:
    """By the keys of their links, the second records of the articles in `short`, then the third and so on, where
    the page has some: what turns in a slider stands there several times, before the list.

    `records` are all records of the page and `links` all of its links.
    """
    known = {record.link.key: record for record in short}
    further: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        record = known.get(link.key)
        if record is None or record.start <= link.node < record.end or link.rank is Rank.LABELLED:
            continue
        if link.title and same_words(link.title) == same_words(record.link.title):
            further[link.key].append(link)
    for place in range(min(_MOST_PLACES, max(map(len, further.values()), default=0))):
        there = {key: found[place] for key, found in further.items() if len(found) > place}
        moved = records_of(outline, [there.get(r.link.key, r.link) for r in records], links)
        yield {record.link.key: record for record in moved if record.link.key in there}
