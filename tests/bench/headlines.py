"""How many headlines a list shows whole: `python tests/bench/headlines.py LISTINGS.zip…`.

Each ZIP has JSON files with the `items` of a listing page, each with a `title`, and some with a `kind` of their
own. For each size of the screen the rows are drawn as the list draws them, every one kept and of a named source,
and the share of titles that stand in them whole is printed. To hold: 95 % from 50 columns on.
"""

import argparse
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.style import Style
from textual.geometry import Size

from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.when import When
from tuinews.ui.screens.layout import PaneLayout, PaneName, pane_regions, visible
from tuinews.ui.widgets.entries.entry_row import RowPainter, RowState

SIZES = ((220, 60), (160, 48), (120, 40), (100, 30), (80, 24), (70, 24), (60, 24), (50, 20), (40, 12))
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
TITLE = Style(bold=True)


def titles(paths: Iterable[Path]) -> Iterator[str]:
    """Every headline of the listings."""
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                page = json.loads(archive.read(name)) if name.endswith(".json") else {}
                if page.get("kind") == "listing":
                    yield from (item["title"] for item in page["items"])


def row(title: str) -> EntryRow:
    """A row with all that stands beside a title."""
    moment = NOW - timedelta(hours=23)
    return EntryRow(
        id=1,
        title=title,
        url=None,
        source_id=1,
        source_title="Báo Tuổi Trẻ",
        first_seen=moment,
        published=When(moment),
        cached=Cached.TEXT,
    )


def is_whole(painter: RowPainter, title: str) -> bool:
    """Whether the drawn row has every character of the title, blanks apart."""
    state = RowState(cursor=False, open=False, with_source=True)
    segments = (part for strip in painter.lines(row(title), state) for part in strip)
    drawn = "".join(part.text for part in segments if part.style == TITLE)
    return "".join(title.split()) == "".join(drawn.split())


def main() -> None:
    """Read the listings and print the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("listings", type=Path, nargs="+")
    found = list(titles(parser.parse_args().listings))
    print(f"{len(found)} headlines")
    for columns, rows in SIZES:
        size = Size(columns, rows - 1)
        names = visible(size, PaneName.LIST)
        pane = pane_regions(size, names, PaneLayout())[PaneName.LIST]
        cells = pane.width - 1 - (PaneName.SOURCES in names)
        painter = RowPainter(
            lambda name: TITLE if name.endswith("-unread") else Style(), Size(cells, pane.height - 1), NOW
        )
        share = sum(is_whole(painter, title) for title in found) / len(found)
        print(
            f"{columns:4}x{rows:<3} list {pane.width:3}  rows of {painter.height}, "
            f"{(pane.height - 1) // painter.height:2} of them  whole {share:6.1%}"
        )


if __name__ == "__main__":
    main()
