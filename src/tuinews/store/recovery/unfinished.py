"""Files while they are written: each process has names of its own, and what a killed one left goes away.

Whoever writes one holds the library's lock (see `lock`), so that what else is found under such a name belongs to
nobody any more.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tuinews.paths import make_private_file

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file."""


@contextmanager
def unfinished(goal: Path) -> Iterator[Path]:
    """An empty file beside `goal`, for its owner alone; gone at the end unless it was renamed. Raises OSError."""
    mark = f"{goal.stem}.part-"
    _remove(path for path in goal.parent.iterdir() if path.name.startswith(mark))
    path = goal.with_name(f"{mark}{os.getpid()}-{os.urandom(4).hex()}{goal.suffix}")
    make_private_file(path)
    try:
        yield path
    finally:
        _remove(Path(f"{path}{companion}") for companion in ("", *COMPANIONS))


def _remove(paths: Iterator[Path]) -> None:
    for path in list(paths):
        with suppress(FileNotFoundError):
            path.unlink()
