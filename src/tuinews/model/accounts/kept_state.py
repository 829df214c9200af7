"""What the library keeps of an account: which source is which there, and what the server is still to be told."""

from tuinews.model.accounts.server_state import ServerMark
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A subscription of an account, and the source that it is here.

    `agreed_title` and `agreed_folder` are what the server said last; `title` and `folder` what they are here, the
    folder as the server would call it, None for none. `is_removed` says that the source was taken off here.
    """

    server_id: str
    source_id: int
    url: str
    agreed_title: str
    agreed_folder: str | None
    title: str
    folder: str | None
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class UnsharedSource:
    """A feed in the folder of an account that its server does not know yet."""

    source_id: int
    url: str
    title: str
    folder: str | None


@dataclass(frozen=True, slots=True)
class PendingMark:
    """A mark that was made here and that a server has not taken; `server_ids` are those of its entry there."""

    entry_id: int
    server_ids: tuple[str, ...]
    mark: ServerMark
    value: bool
    label: str = ""
