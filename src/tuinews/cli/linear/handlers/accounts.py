"""Accounts on servers: added, brought into step, forgotten."""

from tuinews.address import masked
from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import sources as words
from tuinews.cli.words import accounts as said
from tuinews.language import _
from tuinews.model.accounts.account import Account, AccountStatus, NewAccount, ServerKind
from tuinews.text import clean_line


async def accounts(session: LinearSession, _rest: str) -> None:
    """The accounts, numbered, with how each stands."""
    lines = [f"{number}. {_line(one)}" for number, one in enumerate(await session.accounts.all(), 1)]
    session.tell(lines or [_(words.NO_ACCOUNTS)])


def _line(status: AccountStatus) -> str:
    account = status.account
    state = account.error or (said.last_sync(account.synced) if account.synced else _(said.NEVER))
    parts = [clean_line(account.name, 60), account.kind.value, clean_line(masked(account.address), 200)]
    waits = [said.waiting(status.waiting)] if status.waiting else []
    return ", ".join([*parts, said.sources(status.sources), clean_line(state, 300), *waits])


async def account(session: LinearSession, rest: str) -> None:
    """A new one; its password is the next line, and is not stored anywhere. Raises TuinewsError."""
    address, user, kind, *_more = [*rest.split(), "", "", ""]
    kind = kind or ServerKind.GOOGLE_READER
    if not user or kind not in tuple(ServerKind):
        session.say(_(words.ACCOUNT_WANTED))
        return
    password = await session.speaker.ask(_(words.WHICH_PASSWORD), True)
    if not password:
        session.say(_(words.NO_PASSWORD))
        return
    new = await session.library.accounts.add(NewAccount(ServerKind(kind), address, user), password)
    session.say(said.added(clean_line(new.name, 60)))
    if not new.is_encrypted:
        session.say(_(said.UNENCRYPTED))
    await _sync(session, [new])


async def sync(session: LinearSession, rest: str) -> None:
    """All accounts, or one, brought into step; who keeps no password is asked for it on a terminal."""
    if rest:
        one = await session.accounts.one(rest)
        chosen = [one.account] if one else []
    else:
        chosen = [one.account for one in await session.accounts.all()]
        if not chosen:
            session.say(_(words.NO_ACCOUNTS))
    for account in chosen:
        if session.speaker.rows and not account.keeps_password:
            password = await session.speaker.ask(said.which_password(clean_line(account.name, 60)), True)
            if password:
                await session.library.accounts.give_password(account, password)
    if chosen:
        await _sync(session, chosen)


async def _sync(session: LinearSession, chosen: list[Account]) -> None:
    session.say(_(words.REFRESHING))
    for one in await session.library.accounts.sync(chosen):
        name = clean_line(one.account.name, 60)
        for address in one.refused:
            session.say(said.refused(name, masked(address)))
        if one.error:
            session.say(clean_line(f"{name}: {one.error}", 500))
        else:
            session.say(
                said.elsewhere(name) if one.elsewhere else said.synced(name, one.new, one.sent, one.seconds)
            )
    session.forget_numbers()


async def remove_account(session: LinearSession, rest: str) -> None:
    """An account that is forgotten here; nothing is changed on its server."""
    one = await session.accounts.one(rest)
    if one is None:
        return
    keep = await session.speaker.agrees(_(words.LOCAL_ONES))
    if keep is None:
        session.say(_(words.WHAT_STAYS))
        return
    count = await session.library.accounts.remove(one.account.id, keep_sources=keep)
    session.forget_numbers()
    session.say(said.removed(clean_line(one.account.name, 60), count, kept=keep))


COMMANDS: Commands = {"accounts": accounts, "account": account, "sync": sync, "remove account": remove_account}
