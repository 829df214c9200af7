"""The same article at another place of the page: one place tells its date or its summary, and the other not."""

from tuinews.extract.listing.links.links import Link, Rank, same_words
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import Record, records_of


def other_records(
    outline: Outline, records: list[Record], short: list[Record], links: list[Link]
) -> dict[str, Record]:
    """By the key of its link, the first further record of each article in `short`, where the page has one.

    `records` are all records of the page and `links` all of its links.
    """
    known = {record.link.key: record for record in short}
    further: dict[str, Link] = {}
    for link in links:
        record = known.get(link.key)
        if record is None or record.start <= link.node < record.end or link.rank is Rank.LABELLED:
            continue
        if link.title and same_words(link.title) == same_words(record.link.title):
            further.setdefault(link.key, link)
    if not further:
        return {}
    moved = records_of(outline, [further.get(r.link.key, r.link) for r in records], links)
    return {record.link.key: record for record in moved if record.link.key in further}
