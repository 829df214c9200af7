"""How much may be fetched ahead, beside what settings and sources say."""

from collections.abc import Callable

from tuinews.model.refresh import FetchAhead
from tuinews.model.sources.options import PictureChoice


def _nothing() -> int:
    return 0


class Allowance:
    """What one run was allowed. `received` gives the bytes of all that was fetched so far, by whomever."""

    def __init__(self, ahead: FetchAhead = FetchAhead(), received: Callable[[], int] = _nothing) -> None:  # noqa: B008
        self._ahead, self._received, self._before = ahead, received, received()
        self.left_out = 0

    @property
    def used(self) -> int:
        """The bytes that were fetched since this began."""
        return self._received() - self._before

    @property
    def is_used_up(self) -> bool:
        """Whether nothing more is to be fetched ahead."""
        return self._ahead.budget is not None and self.used >= self._ahead.budget

    def pictures(self, own: PictureChoice | None, usual: PictureChoice) -> PictureChoice:
        """Which pictures are kept: what was set for the source, what this run was asked for, the settings."""
        return own or (PictureChoice.ALWAYS if self._ahead.pictures else usual)
