"""What bringing an account into step with its server did."""

from tuinews.model.accounts.account import Account
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SyncResult:
    """An account that was brought into step, or why it was not (`error`, one line).

    `new` is how many entries came, `sent` how many marks the server took, `waiting` how many still wait; `changed`
    are the ids of the sources that got something new. `refused` are addresses that the server does not take,
    `offline` says that the network itself seems to be away, `elsewhere` that another tuinews was at it.
    """

    account: Account
    new: int = 0
    sent: int = 0
    waiting: int = 0
    changed: tuple[int, ...] = ()
    refused: tuple[str, ...] = ()
    error: str | None = None
    offline: bool = False
    elsewhere: bool = False
    seconds: float = 0.0
