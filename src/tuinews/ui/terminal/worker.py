"""Work in the background of a screen or a widget: the one place that begins Textual's workers."""

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode
from textual.worker import Worker


def begin_worker(
    node: DOMNode,
    job: Callable[[], Coroutine[Any, Any, object]],
    group: str = "default",
    *,
    exclusive: bool = False,
) -> None:
    """Do `job` in a worker of `node`; `exclusive` lets go what was begun in the same group before.

    The worker makes the coroutine itself: one that was made for it, and let go before its first step, would be
    told of as never awaited, wherever Python next looks for garbage.
    """

    async def work() -> None:
        await job()

    _: Worker[None] = node.run_worker(work, group=group, exclusive=exclusive)
