"""What is previewed in the reader while the cursor goes through the list, and the article that it covers."""

from textual.timer import Timer

from tuinews.model.view import View
from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.reader.reader_state import ReaderState


@dataclass(slots=True)
class Preview:
    """The preview of a row, and the one that is due next; `commands/reader/previewing.py` begins them."""

    entry_id: int | None = None
    """The entry that is previewed, None where the reader shows the open article."""

    view: View | None = None
    """The view in whose list it stood."""

    covered: ReaderState | None = None
    """The open article as it was left, which is shown again once the preview ends."""

    timer: Timer | None = None
    """Runs until the next preview may be due."""

    due: float = 0.0
    """When the next preview is due, in seconds of `monotonic`."""

    def end(self) -> ReaderState | None:
        """Note that nothing is previewed any more; returns what was covered, if anything was."""
        self.entry_id, covered, self.covered = None, self.covered, None
        return covered
