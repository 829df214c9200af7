"""Our own few errors, each with what went wrong, why, and what to do.

Everything that a user may see is one of these; its text is one line, already safe for a terminal. An address in it
is shown without its password and its query, which may hold a key: errors are copied into reports and chats.
"""

from enum import StrEnum

from tuinews.language import N_, _
from tuinews.late import late_pattern

_SECRET = late_pattern(
    r"(?<=//)[^\s/?#]*@"  # user and password; the password may hold an @ of its own
    r"|(?<=//)[^\s/?#@:]*:(?!\d{0,5}(?:[/?#\s]|\Z))[^\s@]*@"  # a slash in it that was not escaped
    r"|^[^\s/?#]*:[^\s/?#]*@"
    r"|(?<=[^\s?])\?[^\s”]*=[^\s”]*"
)


def without_secrets(text: str) -> str:
    """`text`, in which an address may stand, without that address's user, password and query."""
    return _SECRET.sub("", text)


class Remedy(StrEnum):
    """What helps where the screen has a key for it and a command an option: each says it in its own words.

    The values are the words that are true in both.
    """

    ADD_SOURCE = N_("add it as a source")
    ADD_LIST = N_("add the sources in it")
    TAKE_GUESS = N_("take the guess, or use a category page or a feed")
    OWN_KIND = N_("add it as what it is")
    OTHER_FOLDER = N_("choose another folder")
    LISTED_ARTICLES = N_("choose one of the listed articles")
    LISTED_SOURCES = N_("choose one of the listed sources")
    LISTED_VIEWS = N_("choose one of the saved views")
    LISTED_RULES = N_("choose one of the rules")
    LISTED_DOWNLOADS = N_("choose one of the listed downloads")
    LISTED_MUTES = N_("choose one of the mutes")
    LISTED_ACCOUNTS = N_("choose one of the accounts")
    LISTED_HIGHLIGHTS = N_("choose one of the highlights")


class TuinewsError(Exception):
    """`what` failed, `why`, and what to `do` about it (empty where nothing helps).

    Where `do` is a `Remedy`, whoever shows the error names its own key or option.
    """

    def __init__(self, what: str, why: str, do: str = "") -> None:
        what = without_secrets(what)
        super().__init__(what, why, do)
        self.what, self.why, self.do = what, why, do

    def __str__(self) -> str:
        return self.advising(self.remedy)

    @property
    def remedy(self) -> str:
        """What to do, in words that are true on the screen and for a command."""
        return _(self.do) if isinstance(self.do, Remedy) else self.do

    def advising(self, do: str) -> str:
        """The error as one line, with other words for what to do."""
        return f"{self.what}: {self.why}" + (f"; {do}" if do else "")


class FetchError(TuinewsError):
    """A page could not be fetched: no network, a refused address, a limit, a status.

    `status` is the HTTP status where the server answered; `retry_after` the seconds that it asked to wait;
    `offline` says that the network itself seems to be away, `unknown_name` that the host's name gave no address:
    so answers a network without a way to the names, too.
    """

    def __init__(
        self,
        what: str,
        why: str,
        do: str = "",
        *,
        status: int | None = None,
        retry_after: float | None = None,
        offline: bool = False,
        unknown_name: bool = False,
    ) -> None:
        super().__init__(what, why, do)
        self.status, self.retry_after, self.offline = status, retry_after, offline
        self.unknown_name = unknown_name

    @property
    def was_not_asked(self) -> bool:
        """Whether nothing was asked, since the host is left alone: it says nothing of what was wanted there."""
        return self.status is None and self.retry_after is not None


class ExtractError(TuinewsError):
    """Bytes that came are not what was looked for: no feed, no article, no listing."""


class NoListError(ExtractError):
    """A web page on which no list of articles stands out; it may be an article itself.

    `guess` is how many articles the best guess at a list has, 0 if there is none.
    """

    def __init__(self, what: str, why: str, do: str = "", *, guess: int = 0) -> None:
        super().__init__(what, why, do)
        self.guess = guess


_IN_BROWSER = N_("open it in a browser")
_WITH_COOKIES = N_("open it in a browser, or set cookies of your browser for the source")
_BEHIND_WALLS = {
    "SIGN_IN": _WITH_COOKIES,
    "ROBOTS": _WITH_COOKIES,
    "CONSENT": _WITH_COOKIES,
    "GONE": N_("look for it on the site"),
    "MAINTENANCE": N_("try again later"),
}
"""What helps where another page came, by the names of `model.page.Wall`."""


class WallError(ExtractError):
    """Another page came in place of an article: `wall` is which (model.page), `text` what was read on it."""

    def __init__(self, what: str, wall: StrEnum, text: str = "") -> None:
        super().__init__(what, _(wall.value), _(_BEHIND_WALLS.get(wall.name, _IN_BROWSER)))
        self.wall, self.text = wall, text

    def __reduce__(self) -> tuple[type["WallError"], tuple[str, StrEnum, str]]:
        """Errors come from other processes too."""
        return WallError, (self.what, self.wall, self.text)


class StoreError(TuinewsError):
    """The library's file cannot be read or written."""


class DiskFullError(StoreError):
    """There is no room left to write; what was kept before is unharmed."""


class NewerSchemaError(StoreError):
    """The library was written by a newer tuinews; it is left alone."""


class SettingsError(TuinewsError):
    """settings.toml cannot be changed, or a rule in it is invalid."""


class NotFoundError(TuinewsError):
    """An id or address that the library does not know, or an article that it does not keep."""


class QueryError(TuinewsError):
    """A query that cannot be read; `column` is where in it, from 0."""

    def __init__(self, what: str, column: int, why: str, do: str = "") -> None:
        super().__init__(what, why, do)
        self.column = column


class SourceListError(TuinewsError):
    """A list of sources (OPML, newsboat's urls) that cannot be read."""


SYSTEM_REASONS = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("File exists"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("Directory not empty"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("File too large"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Address already in use"),
)
"""What systems say of files, as the C library has it (POSIX, <errno.h>); whatever else they say stays English."""


def system_reason(error: OSError) -> str:
    """Why the system could not do something, in its own words where they have a translation."""
    return _(error.strerror) if error.strerror else type(error).__name__


LEFT_ALONE = N_("it is left alone for {time}")
"""What is said where a server asked for a pause, which every request waits for."""


def says_left_alone(said: str) -> bool:
    """Whether what was said of a failure is that the server is left alone for a while."""
    before, _time, after = _(LEFT_ALONE, time="\0").partition("\0")
    return any(part.strip() and part in said for part in (before, after))


def is_offline(error: TuinewsError) -> bool:
    """Whether the network itself seems to be away."""
    return isinstance(error, FetchError) and error.offline
