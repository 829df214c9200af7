"""A damaged library in which the trees of its tables lead to all their leaves again.

An inner page holds no row, and leads to hundreds of pages that do: where it is lost SQLite reads none of them.
They are all still there. So the leaves to which no tree leads are looked for in the file; those that can only be
of the table whose inner page is lost are put below new inner pages, at the end of a copy.
"""

import shutil
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path

from tuinews.paths import make_private_file
from tuinews.quick_dataclass import dataclass
from tuinews.store.connecting import connect_damaged
from tuinews.store.recovery.schema_pages import schema_rows
from tuinews.store.recovery.trees import pages

_PAGE_SIZE = slice(16, 18)
_PAGE_COUNT = slice(28, 32)
_FIRST_FREE = slice(32, 36)
_LARGEST = 65_536
"""What stands as 1 in the two bytes of the size of a page."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a table: its page, its first and last row, and the most columns that one of its rows has."""

    page: int
    first: int
    last: int
    columns: int


def with_whole_trees(damaged: Path, copy: Path, tables: Collection[str]) -> bool:
    """Write a copy of `damaged` in which those of `tables` whose inner pages are lost have others; whether there
    were any. Raises OSError where it cannot be written.
    """
    try:
        known = _tables(damaged, copy)
    except sqlite3.Error:
        return False
    if not known:
        return False
    with copy.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        whole = _File(content)
        new = _new_pages(whole, known, tables)
    if not new:
        return False
    with copy.open("r+b") as writing:
        for number, page in new:
            writing.seek((number - 1) * whole.size)
            writing.write(page)
        writing.seek(_PAGE_COUNT.start)
        writing.write(whole.count.to_bytes(4, "big"))
    return True


def _new_pages(
    whole: "_File", known: Sequence[tuple[str, int, int]], tables: Collection[str]
) -> list[tuple[int, bytes]]:
    """The inner pages of the tables that lost some, with their numbers."""
    trees = [_Tree(name, root, columns, *whole.claim(root)) for name, root, columns in known]
    broken = [tree for tree in trees if tree.is_broken]
    orphans = whole.orphans() if broken else []
    found: list[tuple[int, bytes]] = []
    for tree in broken:
        leaves = tree.with_orphans(orphans, broken)
        if tree.name in tables and len(leaves) > len(tree.leaves):
            found += whole.tree_of(leaves, tree.root)
    return found


def _tables(damaged: Path, copy: Path) -> list[tuple[str, int, int]]:
    """Of each table its name, its first page and how many columns it has; the copy is written, and has in it what
    was in the log of writes.
    """
    shutil.copyfile(damaged, copy)
    wal = Path(f"{damaged}-wal")
    if wal.exists():
        make_private_file(Path(f"{copy}-wal"))
        shutil.copyfile(wal, f"{copy}-wal")
        with closing(sqlite3.connect(copy)) as sql:
            sql.execute("pragma wal_checkpoint(truncate)")
    with closing(connect_damaged(copy)) as sql:
        return sql.execute(
            "select m.name, m.rootpage, (select count(*) from pragma_table_info(m.name)) from sqlite_master m "
            "where m.type = 'table' and m.rootpage > 1"
        ).fetchall()


@dataclass(frozen=True, slots=True)
class _Tree:
    """The tree of a table: its first page, the leaves to which it leads, and whether a page of it is damaged."""

    name: str
    root: int
    columns: int
    leaves: list[Leaf]
    is_broken: bool

    def with_orphans(self, orphans: list[Leaf], broken: Sequence["_Tree"]) -> list[Leaf]:
        """Its leaves with those to which nothing leads and that can be of no other tree that is broken.

        A row has as many columns as its table, or as others of its own have that were there before one was added.
        """
        others = {other.columns for other in broken if other is not self}
        its_own = ({self.columns} | {leaf.columns for leaf in self.leaves}) - others
        return _in_order(self.leaves, [leaf for leaf in orphans if leaf.columns in its_own])


def _in_order(own: list[Leaf], orphans: list[Leaf]) -> list[Leaf]:
    """All leaves by their rows; of two that have the same rows the one to which the tree leads."""
    chosen = sorted(own, key=lambda leaf: leaf.first)
    for leaf in orphans:
        if all(leaf.last < one.first or leaf.first > one.last for one in chosen):
            chosen.append(leaf)
    return sorted(chosen, key=lambda leaf: leaf.first)


class _File:
    """The pages of a file, and which of them are known to be used or free."""

    def __init__(self, content: mmap) -> None:
        self._content = content
        stated = int.from_bytes(content[_PAGE_SIZE], "big")
        self.size = _LARGEST if stated == 1 else max(stated, 512)
        self.count = len(content) // self.size
        self._known = {1} | self._free()

    def claim(self, root: int) -> tuple[list[Leaf], bool]:
        """The leaves to which a tree leads, and whether one of its pages is damaged."""
        leaves: list[Leaf] = []
        is_broken, pending = False, [root]
        while pending:
            number = pending.pop()
            if not 1 < number <= self.count or number in self._known:
                is_broken = True
                continue
            page = self._page(number)
            if pages.kind(page) == pages.LEAF:
                self._known.add(number)
                leaves += [leaf] if (leaf := self._leaf(number)) else []
            elif (below := pages.children(page)) is not None:
                self._known.add(number)
                pending += below
            elif pages.kind(page) not in (0x02, 0x0A):  # the tree of an index has no rows of its own
                self._known.add(number)
                is_broken = True
        return leaves, is_broken

    def orphans(self) -> list[Leaf]:
        """The leaves to which no tree leads and that are not free, those with the most rows first."""
        found = [self._leaf(number) for number in range(2, self.count + 1) if number not in self._known]
        return sorted((leaf for leaf in found if leaf), key=lambda leaf: leaf.first - leaf.last)

    def tree_of(self, leaves: list[Leaf], root: int) -> list[tuple[int, bytes]]:
        """Inner pages that lead to leaves, with their numbers: behind the end, and the last one at the root."""
        written: list[tuple[int, bytes]] = []
        level = [(leaf.page, leaf.last) for leaf in leaves]
        if len(level) == 1:  # an inner page leads to two pages at least: the only leaf is the root itself
            return [(root, self._page(leaves[0].page))]
        most = self.size // pages.BYTES_OF_CHILD
        while len(level) > most:
            above: list[tuple[int, int]] = []
            groups = -(-len(level) // most)  # of equal shares, since an inner page with one child is none
            bounds = [len(level) * n // groups for n in range(groups + 1)]
            for start, end in pairwise(bounds):
                self.count += 1
                written.append((self.count, pages.inner_page(level[start:end], self.size)))
                above.append((self.count, level[end - 1][1]))
            level = above
        return [*written, (root, pages.inner_page(level, self.size))]

    def _page(self, number: int) -> bytes:
        return self._content[(number - 1) * self.size : number * self.size]

    def _leaf(self, number: int) -> Leaf | None:
        if self._content[(number - 1) * self.size] != pages.LEAF:
            return None
        page = self._page(number)
        rows = None if schema_rows(page) else pages.rows(page)
        return Leaf(number, rows[0][0], rows[-1][0], max(columns for _, columns in rows)) if rows else None

    def _free(self) -> set[int]:
        """The pages that are free, of which some have rows that were removed."""
        found: set[int] = set()
        trunk = int.from_bytes(self._content[_FIRST_FREE], "big")
        while 1 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            count = min(int.from_bytes(page[4:8], "big"), self.size // 4 - 2)
            found |= {int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(count)}
            trunk = int.from_bytes(page[:4], "big")
        return found
