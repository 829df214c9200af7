"""What the reading screen says in its status line, and how long it stays true."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, Protocol

from textual.geometry import Size
from textual.timer import Timer

from tuinews.errors import TuinewsError, is_offline
from tuinews.model.view import View
from tuinews.typeset.cells import width
from tuinews.ui.keymap import Keymap
from tuinews.ui.widgets.status import Status
from tuinews.ui.words import messages

MESSAGE_SECONDS = 8.0
"""How long a message stands that is true anywhere."""


class ScreenPlace(NamedTuple):
    """Where a reader is: the view that is listed, the open entry, and the one under the cursor."""

    view: View
    open_id: int | None
    current: int | None


class StatusScreen(Protocol):
    """What the messages ask of the screen on whose status line they are."""

    status: Status
    keymap: Keymap

    @property
    def size(self) -> Size:
        """Its columns and lines."""

    @property
    def place(self) -> ScreenPlace:
        """Where the reader is now."""

    @property
    def last_refreshed(self) -> datetime | None:
        """When a source was last refreshed (UTC)."""

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> Timer:
        """Call something in `delay` seconds."""


class StatusMessages:
    """What is said, for how long, and of which place; what lasts; since when there is no network."""

    def __init__(self, screen: StatusScreen) -> None:
        self._screen = screen
        self._lasting = ""
        self._said_at: ScreenPlace | None = None
        self._timer: Timer | None = None

    @property
    def cells(self) -> int:
        """The cells that the status line has for a message beside the place of the cursor."""
        return self._screen.size.width - width(self._screen.status.position) - 4

    def reason(self, error: Exception) -> str:
        """Why there is no library, as one line."""
        if isinstance(error, TuinewsError):
            return messages.failure(error, self._screen.keymap)
        return messages.library_unusable(type(error).__name__)

    def say(self, message: str, *, problem: bool = False) -> None:
        """Say something that is true anywhere, for a while."""
        self._said_at = None
        self._screen.status = replace(self._screen.status, message=message or self._lasting, problem=problem)
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if message:

            def fall_silent() -> None:
                # One that has run out is in line already, from where stopping it takes it no more.
                if self._timer is timer:
                    self._fall_silent()

            timer = self._timer = self._screen.set_timer(MESSAGE_SECONDS, fall_silent)

    def say_here(self, message: str, *, problem: bool = False) -> None:
        """Say something of this very place, until another one is gone to."""
        self.say(message, problem=problem)
        self._said_at = self._screen.place

    def stay(self, message: str) -> None:
        """Say what lasts: it stands when nothing else is said, or what is said is over; "" ends it."""
        before, self._lasting = self._lasting, message
        if self._screen.status.message in ("", before):
            self.say("")

    def leave_place(self) -> None:
        """Say no longer what was said of a place that was left."""
        if self._said_at is None:
            return
        then, now = self._said_at, self._screen.place
        is_elsewhere = (then.view, then.open_id) != (now.view, now.open_id)
        if is_elsewhere or then.current not in (None, now.current):
            self.say("")

    def fail(self, error: TuinewsError) -> None:
        """Say what failed; remember since when there is no network."""
        self.note_offline(error)
        self.say(messages.failure(error, self._screen.keymap, self.cells), problem=True)

    def fail_here(self, error: TuinewsError) -> None:
        """Say what failed with the article that is meant here."""
        self.note_offline(error)
        self.say_here(messages.failure(error, self._screen.keymap, self.cells), problem=True)

    def note_offline(self, error: TuinewsError) -> None:
        """Remember since when there is no network, where that is why something failed."""
        if is_offline(error):
            self.went_offline()

    def went_offline(self) -> None:
        """Remember since when there is no network, and when the lists were last made anew."""
        since = self._screen.status.offline_since or datetime.now().astimezone()
        self._screen.status = replace(
            self._screen.status, offline_since=since, last_refreshed=self._screen.last_refreshed
        )

    def online(self) -> None:
        """The network has just answered."""
        self._screen.status = replace(self._screen.status, offline_since=None)

    def _fall_silent(self) -> None:
        self._timer = None
        self._said_at = None
        self._screen.status = replace(self._screen.status, message=self._lasting, problem=False)
