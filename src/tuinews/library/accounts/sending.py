"""The journal of an account, sent to its server: in the order in which it was written, many entries a request.

A mark leaves the journal only after the server has said that it took it. Saying it twice is as once, so being
killed between the two costs nothing.
"""

from collections.abc import Iterator, Sequence

from tuinews.errors import FetchError
from tuinews.library.accounts.server import AccountServer
from tuinews.library.store_thread import StoreThread
from tuinews.model.accounts.account import Account
from tuinews.model.accounts.kept_state import PendingMark
from tuinews.model.accounts.server_state import MarkChange, ServerMark
from tuinews.store.store import Store

AT_ONCE = 500
"""Marks after which the journal is brought up to date."""

_UNKNOWN_THERE = (400, 404)
_LABEL_REFUSED = frozenset(range(400, 429)) - {401} | {500}
"""What servers say that keep no labels; Miniflux calls it an error of its own."""
_MOST_SPLIT = 40
"""Requests for finding the entries that a server does not know among those that it does."""


async def send_marks(store: StoreThread, account: Account, server: AccountServer) -> int:
    """Send what waits; how many marks the server took. Raises FetchError, StoreError."""
    sender = _Sender(server)
    sent = 0
    for part in _parts(await store(Store.pending_marks, account.id)):
        taken = await sender.send(part)
        await store(Store.acknowledge, account.id, taken)
        sent += len(taken)
    return sent


class _Sender:
    def __init__(self, server: AccountServer) -> None:
        self._server, self._left = server, _MOST_SPLIT

    async def send(self, part: Sequence[PendingMark]) -> Sequence[PendingMark]:
        """Send marks of one kind; returns those that leave the journal.

        A label that a server does not take stays here alone. An entry that it does not know keeps no other from
        being said: it waits.
        """
        first = part[0]
        ids = tuple(one for mark in part for one in mark.server_ids)
        try:
            await self._server.send(MarkChange(ids, first.mark, first.value, first.label or None))
        except FetchError as error:
            if first.mark is ServerMark.LABEL and error.status in _LABEL_REFUSED:
                return part
            if error.status not in _UNKNOWN_THERE or self._left <= 0:
                raise
            self._left -= 1
            if len(part) == 1:
                return ()
            middle = len(part) // 2
            return [*await self.send(part[:middle]), *await self.send(part[middle:])]
        return part


def _parts(waiting: Sequence[PendingMark]) -> Iterator[Sequence[PendingMark]]:
    """The marks by what is said, in the order in which that was first done; labels, which may be refused, last."""
    groups: dict[tuple[ServerMark, bool, str], list[PendingMark]] = {}
    for one in waiting:
        groups.setdefault((one.mark, one.value, one.label), []).append(one)
    for those in sorted(groups.values(), key=lambda those: those[0].mark is ServerMark.LABEL):
        for start in range(0, len(those), AT_ONCE):
            yield those[start : start + AT_ONCE]
