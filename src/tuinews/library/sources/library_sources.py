"""What the library answers of its sources without a network: which there are, and what is set for them by hand."""

from collections.abc import Mapping, Sequence

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.screen.state import ScreenState
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.sources.options import PictureChoice
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.standing.queries import SavedView
from tuinews.model.undo.changes import Change, FolderMoved, SourceArranged, SourcesRemoved
from tuinews.settings import Settings
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.catalogue import CatalogueSource
    from tuinews.library.online import OnlineServices
    from tuinews.library.sources import source_lists
    from tuinews.library.sources.edits import changed, folder_path
    from tuinews.model.sources.arrangement import Arrangement
    from tuinews.subscriptions import writing

_SOURCES_PANE = "sources_pane"
"""The name under which the library remembers how the sources pane was left."""
_OF_THE_WEB = ("http://", "https://")
_SCREEN = "screen"
"""The name under which the library remembers how the screen was left."""


class LibrarySources:
    """The sources of a library that is open; the base of `Library`, which has what needs a network."""

    def __init__(self, store: StoreThread, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._refreshes_apart = False

    async def _online(self) -> "OnlineServices":
        """What needs the network or an extractor."""
        raise NotImplementedError

    def refresh_apart(self) -> None:
        """Have a process of its own refresh many sources from now on: the screen's keys wait for none of it."""
        self._refreshes_apart = True

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._store.store.read_only

    async def sources(self) -> list[Source]:
        """The sources in order of folder and title, with their counts."""
        return await self._store(Store.sources)

    async def source(self, id_or_url: int | str) -> Source:
        """The source of an id or address; raises NotFoundError."""
        return await self._store(Store.find_source, id_or_url)

    async def remove_sources(self, ids: Sequence[int]) -> None:
        """Remove sources, as one step to undo; their entries come back with them."""
        known = {source.id: source.title for source in await self.sources()}
        titles = tuple(known.get(source_id, "") for source_id in ids)
        await self._do(SourcesRemoved(tuple(ids), titles))

    async def rename_source(self, source_id: int, title: str) -> Source:
        """Rename a source, as one step to undo; raises TuinewsError for an empty name."""
        return await self.set_source(source_id, {"title": title})

    async def move_source(self, source_id: int, folder: str) -> Source:
        """Put a source into a folder, `A/B` is one within another, "" none, as one step to undo."""
        return await self.set_source(source_id, {"folder": folder})

    async def set_source(self, source_id: int, typed: Mapping[str, str]) -> Source:
        """Change a source's `title`, `folder` and options (`model.sources.options`) to what was typed, as one step
        to undo; raises TuinewsError for an unknown option or a wrong value, and then changes nothing.
        """
        source = await self.source(source_id)
        return await self._arranged(source, changed(Arrangement.of(source), typed))

    async def move_folder(self, folder: str, typed: str) -> str | None:
        """Give a folder another path, `A/B` is one within another, "" none, with all that is in it, as one step to
        undo; returns the path. Raises TuinewsError if it would be too deep.
        """
        inside = [source for source in await self.sources() if source.is_in(folder)]
        path = folder_path(typed)
        for source in inside:
            folder_path(f"{path or ''}{(source.folder or '')[len(folder) :]}")
        if inside and path != folder:
            await self._do(FolderMoved(folder, path, tuple(source.id for source in inside)))
        return path

    async def sources_pane(self) -> SourcesPane:
        """How the sources pane was left."""
        return SourcesPane.from_json(await self._store(Store.state, _SOURCES_PANE))

    async def keep_sources_pane(self, pane: SourcesPane) -> None:
        """Remember how the sources pane is left; where nothing can be written, it is so for this session alone."""
        if not self.read_only:
            await self._store(Store.keep_state, _SOURCES_PANE, pane.to_json())

    async def screen_state(self) -> ScreenState:
        """How the screen was left."""
        return ScreenState.from_json(await self._store(Store.state, _SCREEN))

    async def keep_screen_state(self, state: ScreenState) -> None:
        """Remember how the screen is left; where nothing can be written, it is so for this session alone."""
        if not self.read_only:
            await self._store(Store.keep_state, _SCREEN, state.to_json())

    async def note_seen(self) -> None:
        """Remember that all that is here now was seen: what comes from now on is new."""
        if not self.read_only:
            await self._store(Store.note_seen)

    async def export_opml(self) -> str:
        """The sources as OPML 2.0, their addresses without passwords and keys."""
        listed = list(map(source_lists.bare, await self._on_the_web()))
        return writing.write_opml(listed, "tuinews", await self._views())

    async def secrets_held(self) -> int:
        """How many sources have a password or a key in their address, which `export_opml` leaves out."""
        return sum(source_lists.bare(source) != source_lists.whole(source) for source in await self._on_the_web())

    async def export_opml_with_secrets(self) -> str:
        """The sources as OPML 2.0, their addresses with passwords and keys: for their owner's eyes alone."""
        listed = list(map(source_lists.whole, await self._on_the_web()))
        return writing.write_opml(listed, "tuinews", await self._views())

    async def _followed(self) -> list[Source]:
        """The sources that can be refreshed: neither pages read by their own address, nor those that lost their
        address by damage."""
        followed = [s for s in await self._store(Store.sources) if s.kind.traits.is_followed]
        return [s for s in followed if s.url.startswith("file:" if s.kind.traits.is_on_disk else _OF_THE_WEB)]

    async def _on_the_web(self) -> list[Source]:
        """Those of them that others can follow too."""
        return [source for source in await self._followed() if not source.kind.traits.is_on_disk]

    async def _views(self) -> list[SavedView]:
        return await self._store(Store.views)

    async def _arranged(self, source: Source, wanted: Arrangement) -> Source:
        before = Arrangement.of(source)
        if wanted != before:
            await self._do(SourceArranged(source.id, before, wanted))
        return await self.source(source.id)

    async def _do(self, change: Change) -> Change | None:
        """Do something as one step to undo; what was really done, None if nothing changed."""
        return await self._store(Store.do, change, utc_now())

    async def _known_urls(self) -> list[str]:
        return source_lists.spellings(await self._store(Store.sources))

    async def picture_choice(self, entry_id: int) -> PictureChoice | None:
        """When the pictures of an article are fetched, as was set for its source; None: as the settings say."""
        return await self._store(Store.picture_choice, entry_id)

    async def add_catalogue(self, chosen: Sequence[CatalogueSource]) -> list[Source]:
        """Add sources of the catalogue without asking the network; a refresh brings their entries."""
        return await self._store(Store.add_sources, [_from_catalogue(one) for one in chosen], utc_now())


def _from_catalogue(one: CatalogueSource) -> NewSource:
    kind = SourceKind.FEED if one.feed else SourceKind.LISTING
    # A folder is named in the language of whoever chose the source, and as names are: it is seen every day.
    folder = _(one.topic)
    return NewSource(kind, one.feed or one.site, one.name, one.site, folder[:1].upper() + folder[1:])
