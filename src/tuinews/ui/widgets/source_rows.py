"""The rows of the sources pane: the four lists of all, then folders within folders with their sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache

from tuinews.address import masked
from tuinews.language import _
from tuinews.model.source import Source
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import Counts, Filter, ListOrder, View
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.words import states

_NOTHING_COUNTED = Counts(0, 0, 0, 0)
_DEEPEST_INDENT = 4
"""Cells by which a row stands further in at most: a name needs room too."""


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """A row: where it leads (None for a row between), its words, its count, whether its last refresh failed.

    `folded` says of a folder whether what is in it is not shown; None for what is not a folder. `path` is that of
    the folder that holds the row, or is the row.
    """

    view: View | None
    title: str
    count: int = 0
    indent: int = 0
    failed: bool = False
    folded: bool | None = None
    path: str | None = None

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.folded is not None


@dataclass(slots=True)
class _Folder:
    path: str
    name: str = ""
    inside: list["Source | _Folder"] = field(default_factory=list)
    folders: dict[str, "_Folder"] = field(default_factory=dict)

    @property
    def every_source(self) -> Iterator[Source]:
        """Its sources, and those of the folders in it."""
        for one in self.inside:
            if isinstance(one, _Folder):
                yield from one.every_source
            else:
                yield one

    def folder(self, name: str) -> "_Folder":
        """The folder of that name in it, which is made if there is none yet."""
        if name not in self.folders:
            path = f"{self.path}/{name}" if self.path else name
            self.folders[name] = _Folder(path, name)
            self.inside.append(self.folders[name])
        return self.folders[name]


def sidebar_rows(
    sources: Sequence[Source],
    counts: Counts | None,
    pane: SourcesPane,
    listed: View | None = None,
    views: Sequence[SidebarRow] = (),
) -> tuple[SidebarRow, ...]:
    """All rows as the pane was left, those of saved `views` above the folders. What is `listed` stays in sight,
    although it may have nothing unread."""
    shown = [source for source in sources if is_shown(source, pane, listed)]
    known = counts or _NOTHING_COUNTED
    numbers = {
        Filter.ALL: known.all,
        Filter.UNREAD: known.unread,
        Filter.STARRED: known.starred,
        Filter.OFFLINE: known.offline,
    }
    rows = [SidebarRow(View(filter=which), _(title), numbers[which]) for which, title in states.PLACES.items()]
    if views:
        rows += [SidebarRow(None, ""), *views]
    if shown:
        rows.append(SidebarRow(None, ""))
    return (*rows, *_rows(_tree(shown), pane, 0))


def view_rows(views: Sequence[SavedView], unread: Mapping[int, int]) -> tuple[SidebarRow, ...]:
    """The rows of saved views; one that is not counted yet has no number."""
    return tuple(SidebarRow(View(saved_id=one.id), _named(one), unread.get(one.id, 0)) for one in views)


def _named(view: SavedView) -> str:
    icon = clean_line(view.icon)
    return f"{icon} {clean_line(view.name)}" if icon else clean_line(view.name)


def is_shown(source: Source, pane: SourcesPane, listed: View | None) -> bool:
    """Whether the pane lists a source, folded or not."""
    return not pane.unread_only or source.unread > 0 or (listed is not None and listed.source_id == source.id)


def place_of(view: View) -> View:
    """The row of a view: of its source or folder whatever its filter, of all by its filter."""
    here = replace(view, query=None, order=ListOrder.NEWEST, stories=False)
    if here.source_id is not None or here.folder is not None or here.saved_id is not None:
        here = replace(here, filter=Filter.ALL)
    return here


def folders_above(path: str | None) -> Iterator[str]:
    """A folder and those that it is in, from within."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _tree(sources: Sequence[Source]) -> _Folder:
    """The sources in their folders, each where the first of its sources stands."""
    root = _Folder("")
    for source in sources:
        here = root
        for name in (source.folder or "").split("/"):
            if name:
                here = here.folder(name)
        here.inside.append(source)
    return root


def _rows(folder: _Folder, pane: SourcesPane, depth: int) -> Iterator[SidebarRow]:
    indent = min(depth, _DEEPEST_INDENT)
    for one in folder.inside:
        if not isinstance(one, _Folder):
            yield _source_row(one, indent, folder.path or None)
            continue
        folded = one.path in pane.folded
        every = tuple(one.every_source)
        unread = sum(source.unread for source in every)
        failed = folded and any(source.error is not None for source in every)
        yield SidebarRow(View(folder=one.path), clean_line(one.name), unread, indent, failed, folded, one.path)
        if not folded:
            yield from _rows(one, pane, depth + 1)


def _source_row(source: Source, indent: int, path: str | None) -> SidebarRow:
    return _row(source.id, source.title, source.url, source.unread, source.error is not None, indent, path)


@lru_cache(maxsize=8192)
def _row(
    source_id: int, title: str, url: str, unread: int, failed: bool, indent: int, path: str | None
) -> SidebarRow:
    """A row, remembered: after each mark one of a thousand is new."""
    shown = clean_line(title) or clean_line(masked(url))
    return SidebarRow(View(source_id=source_id), shown, unread, indent, failed, path=path)
