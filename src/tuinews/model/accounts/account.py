"""An account on a server that keeps one person's reading."""

from datetime import datetime
from enum import StrEnum

from tuinews.quick_dataclass import dataclass


class ServerKind(StrEnum):
    """The protocols in which servers are spoken to."""

    GOOGLE_READER = "google-reader"
    TT_RSS = "tt-rss"
    FEVER = "fever"
    NEXTCLOUD_NEWS = "nextcloud-news"


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account as a person names it.

    `address` is where the server's interface is found, `name` what it is called, and so its folder;
    `password_command` an argument list whose first line of output is the password, `password_variable` a variable
    of the environment that holds it, `keyring` says that it lies in the keyring of the computer; the password
    itself is never kept.
    """

    kind: ServerKind
    address: str
    user: str
    name: str = ""
    password_command: tuple[str, ...] = ()
    password_variable: str | None = None
    keyring: bool = False

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read the password."""
        return self.address.startswith("https://")

    @property
    def keeps_password(self) -> bool:
        """Whether the password can be had without asking anybody."""
        return bool(self.password_command or self.password_variable or self.keyring)


@dataclass(frozen=True, slots=True)
class Account(NewAccount):
    """An account that is kept; `synced` is when it was in step with its server last (UTC), `error` why not."""

    id: int = 0
    synced: datetime | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """An account with the number of its sources here, and of marks that its server has not taken yet."""

    account: Account
    sources: int
    waiting: int
