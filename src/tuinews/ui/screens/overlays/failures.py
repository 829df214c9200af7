"""What failed: sources that could not be refreshed, lines of a list that were not taken, with the reasons."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from textual import events

from tuinews.language import _
from tuinews.model.refresh import Failure
from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.closing import close
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.text_page import TextPageLine
from tuinews.ui.words import overlays
from tuinews.ui.words.sources import source_sheet

_NOTHING: Mapping[int, str] = MappingProxyType({})
_NO_NUMBERS: Mapping[int, int] = MappingProxyType({})
_NUMBERED = 9
"""Sources that a digit goes to."""
_LONGEST = 2000
"""Characters of a name or a reason."""


class FailuresScreen(TextScreen):
    """The failures, over the reading screen; a digit goes to one of the first sources by `go_to`."""

    def __init__(
        self,
        keymap: Keymap,
        failed: Sequence[Failure],
        skipped: Sequence[SkippedSource],
        sources: Sequence[Source],
        go_to: Callable[[int], None],
    ) -> None:
        now = datetime.now(UTC)
        beside = {one.id: source_sheet.beside_failure(one, now, keymap) for one in sources if one.error}
        known = {one.id for one in sources}
        self._numbered = [one.source_id for one in failed if one.source_id in known][:_NUMBERED]
        self._go_to = go_to
        numbers = {source_id: number for number, source_id in enumerate(self._numbered, 1)}
        lines = failure_lines(failed, skipped, beside, numbers)
        super().__init__(keymap, _(overlays.FAILURES_TITLE), lines)

    @property
    def note(self) -> str:
        """That a digit goes to a source."""
        return overlays.failures_keys(len(self._numbered)) if self._numbered else super().note

    def takes(self, event: events.Key) -> bool:
        """Go to the source of a number."""
        number = int(event.key) if event.key.isascii() and event.key.isdigit() else 0
        if not 1 <= number <= len(self._numbered):
            return False
        close(self)
        self._go_to(self._numbered[number - 1])
        return True


def failures_of(sources: Sequence[Source], last: Sequence[Failure]) -> tuple[Failure, ...]:
    """The sources whose last refresh failed, in their order, with what the `last` refresh says of them.

    An account that failed stands for all of its sources, which failed with it.
    """
    accounts = tuple(failure for failure in last if failure.account_id is not None)
    told = {failure.source_id: failure for failure in last}
    seen = {failure.account_id for failure in accounts}
    found: list[Failure] = []
    for source in sources:
        if source.account_id is not None and source.account_id in seen:
            continue
        if source.id in told or source.error:
            # What is kept is said in the language that is spoken now.
            kept = Failure(source.id, source.title, source.url, source.error or "")
            found.append(kept if source.error else told[source.id])
            seen.add(source.account_id)
    return (*accounts, *found)


def failure_lines(
    failed: Sequence[Failure],
    skipped: Sequence[SkippedSource],
    beside: Mapping[int, str] = _NOTHING,
    numbers: Mapping[int, int] = _NO_NUMBERS,
) -> list[TextPageLine]:
    """A heading with the count of each kind, then a name and its reason, both whole; of a source also its number
    and what is to be said `beside`, by its id.
    """
    lines: list[TextPageLine] = []
    if failed:
        lines += _heading(overlays.sources_failed(len(failed)))
        for failure in failed:
            sign = str(numbers.get(failure.source_id, " "))
            lines += _named(clean_line(failure.title, _LONGEST) or failure.url, failure.error, sign)
            said = beside.get(failure.source_id)
            lines += [(("     ", "words"), (said, "words"))] if said else []
    if skipped:
        lines += _heading(overlays.lines_skipped(len(skipped)))
        for one in skipped:
            lines += _named(clean_line(one.url, _LONGEST), one.why)
    return [*(lines or _heading(_(overlays.NO_FAILURES))), ()]


def _heading(words: str) -> list[TextPageLine]:
    return [(), ((f" {words}", "heading"),)]


def _named(name: str, why: str, sign: str = " ") -> list[TextPageLine]:
    return [((f"   {sign} ", "key"), (name, "words")), (("     ", "words"), (clean_line(why, _LONGEST), "words"))]
