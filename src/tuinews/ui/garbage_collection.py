"""When Python looks for garbage. A full search walks over all that was made since the start: up to 40 ms, three
frames, in the middle of a key press, and several in a refresh. So it waits until nobody presses a key.
"""

import gc

from textual._styles_cache import StylesCache

_REST = 2.0
"""Seconds without a key that are a rest."""

_ENOUGH = 10
"""Searches through the middle generation after which Python, by itself, would search all: its own number."""

_AT_THE_LATEST = 100
"""The same, for who presses keys without a rest: some 5 MB of garbage by then."""


def set_apart() -> None:
    """Leave all that was made so far out of every search, and let a full one wait for a rest from now on.

    Once, when the start is over: what is garbage by then, or becomes it in a circle later, is never freed.
    """
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _AT_THE_LATEST)
    gc.enable()


def search_at_rest(seconds: float) -> None:
    """Search all, where no key was pressed for that many seconds and there is enough to search."""
    if seconds >= _REST and gc.isenabled() and gc.get_count()[2] > _ENOUGH:
        gc.collect()


def forget_gone_widgets() -> None:
    """Let go of widgets that have gone. Textual (8.2 to 8.x) remembers colours in an `lru_cache` of a method, and
    so the last thousand widgets' painted lines, some 50 KB each, with them.
    """
    clear = getattr(StylesCache.get_inner_outer, "cache_clear", None)
    if clear is not None:
        clear()
