"""The summary of each record: what it says about its article beside headline, date and byline.

Records are alike: the others have their summary in the same place as most, however short it is.
"""

from collections import Counter

from tuinews.extract.listing.links.links import width, without_numbers
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.extract.listing.records.summary_reader import SummaryReader, markup_of

_LEAST_REPEATED, _REPEATED, _LONGEST_LABEL = 3, 0.4, 80
"""Records with the same words, and their share, from which these are a label and no summary, and the letters of
the longest label; whole summaries recur where a site describes a series."""

_COMMON = 0.4
"""Share of the records with their summary in one place from which the others are read there too."""


def summaries_of(outline: Outline, records: list[Record], base: str, reader: DateReader) -> list[str]:
    """The summary of each record, "" where it has none; its links are relative to `base`."""
    readers = [SummaryReader(outline, record, base, reader) for record in records]
    repeated = _repeated(readers)
    for one in readers:
        one.leave_out(repeated)
    chosen = [one.best() for one in readers]
    markups = Counter(markup_of(outline, best.index) for best in chosen if best)
    if not markups:
        return ["" for _ in records]
    usual, times = markups.most_common(1)[0]
    common = times >= max(2, _COMMON * len(records))
    texts: list[str] = []
    for one, best in zip(readers, chosen, strict=True):
        if common and (best is None or markup_of(outline, best.index) != usual):
            best = one.marked_up(usual) or best
        texts.append(one.whole(best) if best else "")
    return texts


def _repeated(readers: list[SummaryReader]) -> set[str]:
    """What stands in several records with other numbers at most: counts of followers, labels, buttons."""
    counts = Counter(text for one in readers for text in {without_numbers(c.text) for c in one.found})
    least = max(_LEAST_REPEATED, _REPEATED * len(readers))
    return {text for text, times in counts.items() if times >= least and width(text) < _LONGEST_LABEL}
