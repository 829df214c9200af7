"""The time of day that each record of a day states, where the heading above has the day."""

import re

from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import DATE
from tuinews.extract.listing.records.records import Record

_CLOCK = re.compile(
    r"[\s(\[|]*((?:[01]?\d|2[0-3])\s?(?:[:h.]\s?[0-5]\d|h)(?:\s?(?:[ap]\.?m\.?|SA|CH))?)(?:\s?(?:Uhr|น\.))?[\s)\]|:–-]*",
    re.IGNORECASE,
)
"""A time of day and nothing else: "10:05", "10h05", "[10:05 PM]"."""

_MOSTLY = 0.8
"""Share of the records that must state one; a video alone may say how long it is."""


def clock_times(outline: Outline, records: list[Record]) -> dict[int, str]:
    """The time of day of each record by the node of its link; none where few records state one."""
    found = {record.link.node: clock for record in records if (clock := _clock(outline, record))}
    return found if len(found) >= _MOSTLY * len(records) else {}


def _clock(outline: Outline, record: Record) -> str:
    """The time before the headline, or in an element of a date; the length of a film stands over its picture."""
    begins = min(record.link.node, record.link.inner)
    for node in outline.nodes[record.start : record.end]:
        found = _CLOCK.fullmatch(node.text) if node.is_text else None
        if found and (
            outline.nodes[node.parent].tag == "time"
            or ((node.index < begins or _is_of_date(outline, node)) and not _is_linked(outline, node.index))
        ):
            return found[1]
    return ""


def _is_of_date(outline: Outline, node: Node) -> bool:
    return bool(DATE.search(outline.nodes[node.parent].names))


def _is_linked(outline: Outline, index: int) -> bool:
    return any(outline.nodes[parent].tag == "a" for parent in outline.ancestors(index, 3))
