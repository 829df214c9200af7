"""The thread on which pictures are decoded: the loop never waits for one, and one at a time takes memory."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from tuinews.model.kept_article import Picture

MEGABYTE = 1_000_000
"""Bytes of one in the settings' budget."""


class PictureDecoding:
    """Brings what was fetched into the form that is kept."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")

    async def reencoded(self, data: bytes, address: str) -> Picture:
        """The picture of an address. Raises ExtractError where the bytes are none that can be shown."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, _reencoded, data, address)

    def close(self) -> None:
        """End the thread; what waits for it is let go."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def _reencoded(data: bytes, address: str) -> Picture:
    # Imported at the first picture, and here, off the loop: Pillow takes 0.1 s.
    picture: Picture = import_module("tuinews.pictures.reencoding").reencoded(data, address)
    return picture
