"""Who waits while a library is opened: is told each slow step, and may cancel."""

from collections.abc import Callable
from dataclasses import field

from tuinews.errors import StoreError
from tuinews.language import _
from tuinews.model.opening import OpeningStep, TellStep, tell_nobody
from tuinews.quick_dataclass import dataclass

_TELL_AFTER = 0.5
"""Seconds of waiting before it is reported: two commands that start together should not report it."""


def _never() -> bool:
    """Waits as long as it takes."""
    return False


@dataclass(slots=True)
class Watch:
    """`report` is called once for each step, on the thread that opens; `is_over` says that nobody waits."""

    report: TellStep = tell_nobody
    is_over: Callable[[], bool] = _never
    _steps: set[OpeningStep] = field(default_factory=set)

    def tell(self, step: OpeningStep) -> None:
        """Report a step, unless it was reported before."""
        if step not in self._steps:
            self._steps.add(step)
            self.report(step)

    def keep_waiting(self, seconds: float) -> bool:
        """Whether to wait on for another process, after so many seconds."""
        if seconds >= _TELL_AFTER:
            self.tell(OpeningStep.WAITING)
        return not self.is_over()

    def check(self) -> None:
        """Raises StoreError where nobody waits any more; what was begun is left as if it had not been."""
        if self.is_over():
            raise StoreError(_("the library was not opened"), _("opening it was cancelled"), _("restart tuinews"))
