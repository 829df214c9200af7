"""Adding by address: a site, a feed, an article, several at once, a server's account."""

from collections.abc import Sequence
from dataclasses import replace

from tuinews.address import masked
from tuinews.errors import NoListError, TuinewsError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.model.source import SourceKind
from tuinews.ui.screens.overlays.adding.result import AddResult
from tuinews.ui.screens.overlays.adding.rows import again_row, article_rows, instead_rows, other_rows
from tuinews.ui.screens.overlays.adding.sheet import AddingSheet
from tuinews.ui.screens.overlays.closing import close
from tuinews.ui.words.servers import accounts
from tuinews.ui.words.sources import adding

with late_imports(__name__):
    from tuinews.ui.screens.overlays.sheets.add_account import AddAccountScreen, account_of


async def look_and_add(sheet: AddingSheet, address: str) -> None:
    """Add an address; where it is an article, ask whether that is meant or the list of its site."""
    sheet.say(adding.checking(address))
    try:
        looked = await sheet.library.look(address)
    except NoListError as error:
        _offer_without_list(sheet, address, error)
        return
    if looked.article is None:
        await add(sheet, address)
    else:
        sheet.say(_(adding.IS_ARTICLE))
        sheet.offer_instead(article_rows(address, looked.article, looked.best))


async def add(sheet: AddingSheet, address: str, kind: SourceKind | None = None) -> None:
    """Add an address as a source, of the kind that it turns out to be where none is named."""
    sheet.say(adding.checking(address))
    try:
        added = await sheet.library.add(address, kind=kind)
    except NoListError as error:
        _offer_without_list(sheet, address, error)
        return
    sheet.note_added(adding.added_one(added), added.source, to_fetch=True)
    heading = adding.added_with_others(added) if added.others else adding.added_one(added)
    sheet.go_on(heading, other_rows(added))


async def add_each(sheet: AddingSheet, addresses: Sequence[str]) -> None:
    """Add several addresses; those of which nothing comes stay to be tried again."""
    count = known = 0
    failed: dict[str, TuinewsError] = {}
    for address in addresses:
        sheet.say(adding.checking(address))
        try:
            added = await sheet.library.add(address)
        except TuinewsError as error:
            failed[address] = error
            continue
        count, known = count + (not added.known), known + added.known
        sheet.note_added(adding.added_several(count, known), None, to_fetch=True)
    sheet.go_on(adding.added_several(count, known), [again_row(*one) for one in failed.items()])
    for first in [*failed.values()][:1]:
        sheet.say(str(first), problem=True)


async def read(sheet: AddingSheet, address: str) -> None:
    """Save the page of an address as an article, and open it."""
    sheet.say(adding.checking(address))
    kept = await sheet.library.read_address(address)
    message = adding.saved_as_article(kept.article.title)
    before = sheet.result or AddResult(message)
    sheet.result = replace(before, words=message, source=None, opened=kept.entry_id)
    close(sheet, sheet.result)


def ask_for_account(sheet: AddingSheet, address: str) -> None:
    """Ask for the server, the name and the password of an account, and sign in to it."""
    offered = NewAccount(ServerKind.GOOGLE_READER, address, "")
    sheet.app.push_screen(
        AddAccountScreen(offered),
        lambda typed: sheet.work(lambda: _sign_in(sheet, *account_of(offered, typed))) if typed else None,
    )


async def _sign_in(sheet: AddingSheet, new: NewAccount, password: str | None) -> None:
    sheet.say(accounts.signing_in(masked(new.address)))
    account = await sheet.library.accounts.add(new, password)
    sheet.note_added(accounts.added(account), None, to_fetch=True)
    sheet.go_on(accounts.added(account))


def _offer_without_list(sheet: AddingSheet, address: str, error: NoListError) -> None:
    """Where no list of articles stands out on a page: to take the guess at one, or to read it."""
    message = adding.no_list_but_guess(error.why) if error.guess else adding.no_list(error.why)
    sheet.say(message, problem=True)
    sheet.offer_instead(instead_rows(address, error.guess))
