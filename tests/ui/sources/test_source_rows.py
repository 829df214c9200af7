"""The rows of the sources pane, worked out without a screen."""

from dataclasses import replace

from tuinews.model.source import Source, SourceKind
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.view import Counts, View
from tuinews.ui.widgets.source_rows import SidebarRow, sidebar_rows


def source(number: int, folder: str | None, unread: int = 1, error: str | None = None) -> Source:
    return Source(
        number, SourceKind.FEED, f"S{number}", f"https://{number}.example", None, folder, unread, 9, error=error
    )


NESTED = (source(1, None), source(2, "A"), source(3, "A/B/C", 4), source(4, "A/B", 0, "503"), source(5, "AB", 0))


def drawn(rows: tuple[SidebarRow, ...]) -> list[str]:
    """The rows below those of all: a sign for a folder, how far in, name, count, whether it failed."""
    signs = {None: "", False: "v ", True: "> "}
    return [
        " " * row.indent + signs[row.folded] + f"{row.title} {row.count}" + ("!" if row.failed else "")
        for row in rows[5:]
    ]


def test_folders_are_within_folders_and_count_what_is_in_them() -> None:
    rows = sidebar_rows(NESTED, Counts(9, 7, 0, 0), SourcesPane())
    assert [row.count for row in rows[:4]] == [9, 7, 0, 0]
    assert drawn(rows) == ["S1 1", "v A 5", " S2 1", " v B 4", "  v C 4", "   S3 4", "  S4 0!", "v AB 0", " S5 0"]
    assert [row.view for row in rows if row.is_folder] == [View(folder=p) for p in ("A", "A/B", "A/B/C", "AB")]


def test_a_folded_folder_shows_its_count_and_that_something_in_it_failed() -> None:
    pane = SourcesPane(frozenset({"A/B", "gone"}))
    assert drawn(sidebar_rows(NESTED, None, pane)) == ["S1 1", "v A 5", " S2 1", " > B 4!", "v AB 0", " S5 0"]
    pane = SourcesPane(frozenset({"A", "A/B"}))
    assert drawn(sidebar_rows(NESTED, None, pane)) == ["S1 1", "> A 5!", "v AB 0", " S5 0"]


def test_only_what_has_something_unread_is_shown_and_what_is_listed() -> None:
    pane = SourcesPane(unread_only=True)
    without = ["S1 1", "v A 5", " S2 1", " v B 4", "  v C 4", "   S3 4"]
    assert drawn(sidebar_rows(NESTED, None, pane)) == without
    assert drawn(sidebar_rows(NESTED, None, pane, View(source_id=5))) == [*without, "v AB 0", " S5 0"]
    nothing = [replace(one, unread=0) for one in NESTED]
    assert len(sidebar_rows(nothing, None, pane)) == 4


def test_a_folder_that_comes_twice_is_one_and_odd_names_are_safe() -> None:
    odd = (source(1, "A"), source(2, None), source(3, "A"), source(4, "//"), source(5, "\x1b[31mR\u202e/ x"))
    assert drawn(sidebar_rows(odd, None, SourcesPane())) == [
        *("v A 2", " S1 1", " S3 1", "S2 1", "S4 1", "v R 1", " v x 1", "  S5 1"),
    ]
