"""The thread on which pictures are decoded: the loop never waits for one, and one at a time takes memory."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tuinews.late import late_imports
from tuinews.model.kept_article import Picture

with late_imports(__name__):
    from tuinews.pictures.reencoding import reencoded

MEGABYTE = 1_000_000
"""Bytes of one in the settings' budget."""


class PictureDecoding:
    """Brings what was fetched into the form that is kept."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")

    async def reencoded(self, data: bytes, address: str) -> Picture:
        """The picture of an address. Raises ExtractError if the bytes are none that can be shown."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, reencoded, data, address)

    def close(self) -> None:
        """End the thread; what waits for it is let go."""
        self._thread.shutdown(wait=False, cancel_futures=True)
