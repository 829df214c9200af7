"""The plain parts: merging, the user's language."""

from array import array
from datetime import UTC, datetime

import pytest

from tuinews.model.view import ListedIds
from tuinews.ui.widgets.entries.listed_entries import merged_entries

NOW = datetime(2024, 5, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new", "staying", "result"),
    [
        ([1, 2, 3], [1, 3], {2}, [1, 2, 3]),
        ([1, 2, 3], [9, 1, 3], {2}, [9, 1, 2, 3]),
        ([1, 2, 3], [2, 3], {1}, [1, 2, 3]),
        ([1, 2, 3], [1, 3], set(), [1, 3]),
        ([1, 2, 3, 4], [1], {2, 4}, [1, 2, 4]),
        ([1, 2], [3], {7}, [3]),
        ([1, 2, 3, 4, 5, 6], [1, 6], {3, 5}, [1, 3, 5, 6]),
        ([1, 2, 3, 4, 5, 6], [6, 2], {1, 3, 4}, [1, 6, 2, 3, 4]),
        ([5, 4, 3], [9, 8], {5, 3}, [5, 3, 9, 8]),
        ([1, 2], [], {1, 2}, [1, 2]),
    ],
)
def test_what_stays_stands_where_it_stood(
    old: list[int], new: list[int], staying: set[int], result: list[int]
) -> None:
    def grouped(ids: list[int]) -> ListedIds:
        return ListedIds(array("q", ids), array("q", [entry * 10 for entry in ids]))

    merged = merged_entries(grouped(old), grouped(new), staying)
    assert list(merged.ids) == result
    assert list(merged.groups) == [entry * 10 for entry in result]
