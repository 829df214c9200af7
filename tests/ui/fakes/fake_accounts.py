"""The accounts of a fake library."""

from collections.abc import Callable
from dataclasses import replace

from tuinews.errors import TuinewsError
from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
from tuinews.model.source import Source


class FakeAccounts:
    """Signs in at once, unless `refuses` says why not; `sources` gives those of the library."""

    def __init__(self, sources: Callable[[], dict[int, Source]]) -> None:
        self._sources = sources
        self.known: list[AccountStatus] = []
        self.passwords: list[str | None] = []
        self.refuses: TuinewsError | None = None

    async def every(self) -> list[AccountStatus]:
        return self.known

    async def add(self, new: NewAccount, password: str | None = None) -> Account:
        if self.refuses is not None:
            raise self.refuses
        account = Account(new.kind, new.address, new.user, new.name or "Home", new.password_command, id=1)
        self.passwords.append(password)
        self.known = [AccountStatus(account, 0, 0)]
        return account

    async def remove(self, wanted: int | str, *, keep_sources: bool) -> int:
        self.known = [one for one in self.known if one.account.id != wanted]
        sources = self._sources()
        own = [number for number, source in sources.items() if source.account_id == wanted]
        for number in own:
            if keep_sources:
                sources[number] = replace(sources[number], account_id=None)
            else:
                del sources[number]
        return len(own)
