"""What the status line says: made of facts alone, so that it is always true."""

from datetime import UTC, datetime

from tuinews.language import _, number
from tuinews.late import late_imports
from tuinews.model.media.downloads import NOTHING_UNDER_WAY, DownloadsUnderWay
from tuinews.model.refresh import Failure, RefreshProgress
from tuinews.quick_dataclass import dataclass
from tuinews.ui.words import states
from tuinews.ui.words.reading import downloads
from tuinews.ui.words.shown_keys import Hint

with late_imports(__name__):
    from tuinews.ui.words import screen_reader


@dataclass(frozen=True, slots=True)
class Status:
    """The facts.

    `message` is the last thing that was done or went wrong (`problem`), gone after a while; `waits` says that what
    was done cannot be kept yet, since another process writes; `index` of `count` is the cursor in the list;
    `offline_since` is in local time, `last_refreshed` when any source was (UTC); `hints` are keys, shown where
    nothing else is. `skipped` lines of a list were not taken, and not looked at yet; `refresh_error` is why the
    source that is listed could not be refreshed; `asked` are the keys of a question that is open; `failures_key`
    lists what failed; `downloads` are under way. `account` is how the account that is listed stands; `selected`
    says that rows are, and how many.
    `typed` is the number that is typed so far before a key.
    `still` leaves out what changes of itself, for those who hear every change.
    """

    message: str = ""
    problem: bool = False
    waits: bool = False
    progress: RefreshProgress | None = None
    offline_since: datetime | None = None
    last_refreshed: datetime | None = None
    failed: tuple[Failure, ...] = ()
    index: int = -1
    count: int = 0
    hints: tuple[Hint, ...] = ()
    asked: str = ""
    skipped: int = 0
    refresh_error: str = ""
    failures_key: str = "!"
    still: bool = False
    downloads: DownloadsUnderWay = NOTHING_UNDER_WAY
    account: str = ""
    selected: str = ""
    typed: str = ""

    @property
    def refreshing(self) -> str:
        """How far the refresh under way has come, "" when there is none."""
        progress = self.progress
        if progress is None:
            return ""
        if self.still:
            return _(screen_reader.REFRESHING)
        if progress.done < progress.total or not progress.articles_total:
            return states.refreshing(progress.done, progress.total)
        return states.saving_articles(progress.articles_done, progress.articles_total)

    @property
    def downloading(self) -> str:
        """How far downloads are, "" where none comes."""
        if self.still:
            return _(downloads.UNDER_WAY) if self.downloads.running else ""
        return downloads.under_way(self.downloads)

    @property
    def waiting(self) -> str:
        """That a mark waits to be kept, "" when none does."""
        return _(states.WAITING_TO_WRITE) if self.waits else ""

    @property
    def offline(self) -> str:
        """Since when there is no network and how old the lists are, "" when there is one."""
        if self.offline_since is None:
            return ""
        age = datetime.now(UTC) - self.last_refreshed if self.last_refreshed else None
        return states.offline_since(self.offline_since, age)

    @property
    def failures(self) -> str:
        """How many sources failed and lines were skipped, and the key that lists them; "" where none were."""
        failed = len(self.progress.failed if self.progress else self.failed)
        return states.failures(failed, self.skipped, self.failures_key) if failed + self.skipped else ""

    @property
    def position(self) -> str:
        """Where the cursor is, as `12/1,234`."""
        return f"{number(self.index + 1)}/{number(self.count)}" if self.count and not self.still else ""
