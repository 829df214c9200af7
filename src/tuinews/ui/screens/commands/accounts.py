"""Accounts on servers: shown with how they stand, synced, renamed, removed."""

from collections.abc import Mapping, Sequence

from tuinews.address import masked
from tuinews.late import late_imports
from tuinews.model.accounts.account import AccountStatus, NewAccount, ServerKind
from tuinews.model.view import View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands import folders, sources
from tuinews.ui.screens.overlays.sheets.accounts import AccountsScreen, AccountStep, AccountTask
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words.servers import accounts as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.sheets.add_account import AddAccountScreen, account_of

_NONE = NewAccount(ServerKind.GOOGLE_READER, "", "")
"""Nothing is known of an account yet."""


def show(state: ReadingState) -> None:
    """Show all accounts."""
    _show(state, state.accounts)


def of_folder(state: ReadingState, folder: str | None) -> AccountStatus | None:
    """The account whose folder that is."""
    return next((one for one in state.accounts if one.account.name == folder), None)


def show_one(state: ReadingState, status: AccountStatus) -> None:
    """Show one account."""
    _show(state, [status])


def remove(state: ReadingState) -> None:
    """Remove the source, view or account that is listed; of an account it is asked what stays."""
    status = of_folder(state, state.view.folder)
    if status is None:
        sources.remove(state)
    else:
        _show(state, [status], AccountStep.KEEP)


def add(state: ReadingState, offered: NewAccount = _NONE) -> None:
    """Ask for what signing in takes, and sign in; `offered` stands in the fields."""

    def typed(changed: Mapping[str, str] | None) -> None:
        if not changed:
            return

        async def job(library: LibraryProtocol) -> None:
            new, password = account_of(offered, changed)
            state.say(words.signing_in(masked(new.address)))
            account = await library.accounts.add(new, password)
            state.say(words.added(account))
            state.reloading.reload()
            sources.refresh(state, due_only=True)

        state.work.beside(job)

    state.app.push_screen(AddAccountScreen(offered), typed)


def _show(
    state: ReadingState, statuses: Sequence[AccountStatus], begin_at: AccountStep = AccountStep.SYNC
) -> None:
    if state.work.library_or_reason() is not None:
        state.app.push_screen(AccountsScreen(statuses, begin_at), lambda task: _do(state, task))


def _do(state: ReadingState, task: AccountTask | None) -> None:
    if task is None:
        return
    status = task.status
    if status is None:
        add(state)
    elif task.step is AccountStep.SIGN_IN:
        add(state, status.account)
    elif task.step is AccountStep.SYNC:
        own = [source.id for source in state.sources if source.account_id == status.account.id]
        sources.refresh(state, own or None)
    elif task.step is AccountStep.RENAME:
        folders.edit(state, status.account.name)
    else:
        _remove(state, status, keep_sources=task.step is AccountStep.KEEP)


def _remove(state: ReadingState, status: AccountStatus, *, keep_sources: bool) -> None:
    async def job(library: LibraryProtocol) -> None:
        count = await library.accounts.remove(status.account.id, keep_sources=keep_sources)
        state.say(words.removed(status.account.name, count, kept=keep_sources))
        if not keep_sources:
            state.listing.show(View())
        state.reloading.reload()

    state.work.mark(job)
