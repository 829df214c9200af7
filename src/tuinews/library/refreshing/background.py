"""Refreshes for a screen: of a few sources here, of many in a process of their own, whose work leaves the
interpreter to the keys (docs/decisions/0027-refresh-process.md).
"""

import os
from collections.abc import Sequence
from dataclasses import replace

from tuinews.language import current
from tuinews.library.extraction import Extraction
from tuinews.library.refreshing.process import RefreshEndedError, RefreshProcess
from tuinews.library.refreshing.request import RefreshRequest
from tuinews.library.sources.refresh import KeptCount, Refresher
from tuinews.library.sources.refresh_tally import Report
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.refresh import FetchAhead, RefreshProgress, RefreshResult
from tuinews.model.source import Source
from tuinews.settings import Settings
from tuinews.store.store import Store

FEW = 10
"""Sources that are refreshed here: to start a process takes as much processor time as these do."""

_UNSAFE_PAGES = 100
"""Pages that are said to come where a process has ended over something: then each is read by a process too."""


class BackgroundRefresher:
    """Refreshes as `Refresher` does, and has a process refresh many sources."""

    def __init__(
        self, store: StoreThread, extraction: Extraction, refresher: Refresher, settings: Settings
    ) -> None:
        self._store, self._extraction, self._here, self._settings = store, extraction, refresher, settings
        self._running: set[RefreshProcess] = set()

    def use(self, settings: Settings) -> None:
        """Go by other settings in the refreshes that begin from now on."""
        self._settings = settings

    async def refresh(
        self,
        sources: Sequence[Source],
        articles: KeptCount,
        report: Report,
        added: Sequence[Source] = (),
        ahead: FetchAhead = FetchAhead(),  # noqa: B008 - frozen, so safely shared
    ) -> RefreshResult:
        """Refresh sources; see `Refresher.refresh`."""
        # On Windows the claims of a process that was killed would hold for a quarter of an hour.
        if len(sources) + len(added) <= FEW or self._store.store.read_only or os.name == "nt":
            return await self._here.refresh(sources, articles, report, added, ahead)
        begun, first = utc_now(), RefreshProgress(0, len(sources))
        last = first
        report(first)

        def tell(progress: RefreshProgress) -> None:
            nonlocal last
            last = progress
            report(progress)

        try:
            return await self._apart(self._request(sources, articles, added, ahead), tell)
        except RefreshEndedError:
            if last is not first:  # it had begun
                self._extraction.expect(_UNSAFE_PAGES)
        known = await self._store(Store.sources)
        looked_at = {one.id for one in known if one.last_refresh is not None and one.last_refresh >= begun}
        rest = [one for one in sources if one.id not in looked_at]
        lacking = [one for one in sources if one.id in looked_at]
        result = await self._here.refresh(rest, articles, report, [*added, *lacking], ahead)
        return _joined(last, result, rest, len(sources))

    async def close(self) -> None:
        """End the processes under way, and wait until they have ended."""
        for process in tuple(self._running):
            await process.end()

    def _request(
        self, sources: Sequence[Source], articles: KeptCount, added: Sequence[Source], ahead: FetchAhead
    ) -> RefreshRequest:
        return RefreshRequest(
            self._store.directory,
            self._settings,
            current(),
            tuple(one.id for one in sources),
            tuple(one.id for one in added),
            {one.id: articles(one) for one in (*sources, *added)},
            ahead,
        )

    async def _apart(self, request: RefreshRequest, report: Report) -> RefreshResult:
        process = await RefreshProcess.start(request)
        self._running.add(process)
        try:
            return await process.result(report)
        finally:
            await process.end()
            self._running.discard(process)


def _joined(last: RefreshProgress, result: RefreshResult, rest: Sequence[Source], sources: int) -> RefreshResult:
    """What a process brought that ended early, as far as it had told, and what was brought here then."""
    again = {one.id for one in rest}
    failed = tuple(one for one in last.failed if one.source_id not in again)
    return replace(
        result,
        sources=sources,
        failed=failed + result.failed,
        new_entries=last.new_entries + result.new_entries,
        went_on=True,
    )
