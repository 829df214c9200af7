"""What a screen may ask of the pictures of a library's articles."""

from collections.abc import Awaitable, Callable, Mapping

from tuinews.late import late_imports
from tuinews.library.picture_decoding import MEGABYTE, PictureDecoding
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.kept_article import Picture, PictureSizes
from tuinews.settings import Settings
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.articles.pictures import PictureKeeper


class LibraryPictures:
    """The pictures of the library's articles; `keeper` gives what fetches them, imported at its first use."""

    def __init__(
        self, store: StoreThread, settings: Settings, keeper: Callable[[], Awaitable["PictureKeeper"]]
    ) -> None:
        self._store, self._settings, self._keeper = store, settings, keeper

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self._settings = settings

    async def sizes(self, entry_id: int) -> PictureSizes:
        """The sizes of the kept pictures of an article, by their addresses, and which could not be had just now;
        never from the network."""
        return await self._store(Store.picture_sizes, entry_id, utc_now())

    async def kept(self, address: str) -> Picture | None:
        """A picture that is kept, never from the network; None if it is not."""
        return await self._store(Store.picture, address)

    async def one(self, entry_id: int, address: str) -> Picture:
        """A picture of an entry's article: kept, else fetched, and kept where the settings say so.

        Raises FetchError, ExtractError (what came is not a picture that can be shown), NotFoundError.
        """
        return await self.kept(address) or await (await self._keeper()).one(entry_id, address)

    async def keep(self, entry_id: int) -> bool:
        """Keep the pictures of an article that was opened, where that is wanted; whether all of them are kept."""
        return await (await self._keeper()).keep_opened(entry_id)

    async def keep_brought(self, pictures: Mapping[str, bytes]) -> None:
        """Keep pictures that are here already, by their addresses; one that is kept stays. Raises ExtractError."""
        decoding = PictureDecoding()
        try:
            for address, data in pictures.items():
                if await self._store(Store.picture, address) is None:
                    picture = await decoding.reencoded(data, address)
                    budget = self._settings.pictures_budget * MEGABYTE
                    await self._store(Store.keep_picture, picture, budget, utc_now())
        finally:
            decoding.close()
