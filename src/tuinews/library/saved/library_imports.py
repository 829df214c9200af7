"""What the library takes over from other programs: lists of sources, and articles that were saved there."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from tuinews.late import late_imports
from tuinews.library.standing.library_queries import LibraryQueries
from tuinews.library.store_thread import utc_now
from tuinews.model.standing.queries import SavedView
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.saved.export_files import Exported
    from tuinews.library.sources import source_lists
    from tuinews.model.saved.articles import ImportedArticles, SavedArticles
    from tuinews.model.source_list import ImportedSources
    from tuinews.subscriptions.subscription_list import SubscriptionList


def _unheard(_done: int) -> None:
    """An import that nobody watches."""


class LibraryImports(LibraryQueries):
    """The imports of a library that is open; a base of `Library`."""

    async def export_in_file(self, path: Path) -> "Exported":
        """The saved articles that a file of another program holds, or else the sources that it names.

        Raises SourceListError if it holds neither or cannot be read, ExtractError where it is too large.
        """
        files = await asyncio.to_thread(import_module, "tuinews.library.saved.export_files")
        found: Exported = await asyncio.to_thread(files.export_in_file, path)
        return found

    async def import_articles(
        self, found: SavedArticles, tell: Callable[[int], None] = _unheard
    ) -> ImportedArticles:
        """Bring saved articles into the library, with their tags, stars and texts; nothing is fetched.

        `tell` is called with how many are done.
        """
        return await (await self._online()).saved.run(found, tell)

    async def preview_articles(self, found: SavedArticles) -> ImportedArticles:
        """What `import_articles` would do; nothing is kept."""
        importing = await asyncio.to_thread(import_module, "tuinews.library.saved.importing")
        done: ImportedArticles = await importing.preview(self._store, found)
        return done

    async def list_in_file(self, path: Path) -> "SubscriptionList":
        """The sources that a file names: OPML, newsboat's `urls` or addresses, in any charset.

        Raises SourceListError if it names none or cannot be read, ExtractError where it is too large.
        """
        files = await asyncio.to_thread(import_module, "tuinews.library.sources.list_files")
        found: SubscriptionList = await asyncio.to_thread(files.list_in_file, path)
        return found

    async def list_at(self, address: str) -> "SubscriptionList":
        """The sources that a list at an address names, as `list_in_file`. Raises FetchError too."""
        return await (await self._online()).adding.list_at(address)

    async def import_sources(self, sources: "SubscriptionList") -> ImportedSources:
        """Add the sources of a list without asking the network; what was skipped is named. A list of the user's
        own sets the options of known ones that nobody set here, each as a step to undo.
        """
        # A list of 50,000 takes seconds to sort.
        found = await asyncio.to_thread(source_lists.plan_import, sources, await self._known_urls())
        new, skipped = list(found.new), source_lists.skipped(sources)
        if any(one.selector_rule for one in new):
            new, wrong = await (await self._online()).sound(new)
            skipped += wrong
        changes = source_lists.options_for_known(sources, await self.sources())
        await self._store(Store.add_sources, await asyncio.to_thread(source_lists.new_sources, new), utc_now())
        views = await self._new_views(sources)
        await self._store(Store.add_views, views)
        for change in changes:
            await self._do(change)
        names = tuple(view.name for view in views)
        return replace(found.imported(skipped), views=names, options=len(changes))

    async def _new_views(self, sources: "SubscriptionList") -> list[SavedView]:
        known = {(view.name, view.query) for view in await self.views()}
        return [view for view in sources.views if (view.name, view.query) not in known]

    async def preview_import(self, sources: "SubscriptionList") -> ImportedSources:
        """What `import_sources` would do; nothing is kept, and selector rules are not checked."""
        found = await asyncio.to_thread(source_lists.plan_import, sources, await self._known_urls())
        views = tuple(view.name for view in await self._new_views(sources))
        changes = source_lists.options_for_known(sources, await self.sources())
        return replace(found.imported(source_lists.skipped(sources)), views=views, options=len(changes))
