"""What failed: sources that could not be refreshed, lines of a list that were not taken, with the reasons."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from tuinews.language import _
from tuinews.model.refresh import Failure
from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.text_page import TextPageLine
from tuinews.ui.words import overlays, source_sheet

_NOTHING: Mapping[int, str] = MappingProxyType({})
_LONGEST = 2000
"""Characters of a name or a reason."""


class FailuresScreen(TextScreen):
    """The failures, over the reading screen."""

    def __init__(
        self,
        keymap: Keymap,
        failed: Sequence[Failure],
        skipped: Sequence[SkippedSource],
        sources: Sequence[Source],
    ) -> None:
        now = datetime.now(UTC)
        beside = {one.id: source_sheet.beside_failure(one, now, keymap) for one in sources if one.error}
        super().__init__(keymap, _(overlays.FAILURES_TITLE), failure_lines(failed, skipped, beside))


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
            found.append(told.get(source.id) or Failure(source.id, source.title, source.url, source.error or ""))
            seen.add(source.account_id)
    return (*accounts, *found)


def failure_lines(
    failed: Sequence[Failure], skipped: Sequence[SkippedSource], beside: Mapping[int, str] = _NOTHING
) -> list[TextPageLine]:
    """A heading with the count of each kind, then a name and its reason, both whole; of a source also what is to
    be said `beside`, by its id.
    """
    lines: list[TextPageLine] = []
    if failed:
        lines += _heading(overlays.sources_failed(len(failed)))
        for failure in failed:
            lines += _named(clean_line(failure.title, _LONGEST) or failure.url, failure.error)
            said = beside.get(failure.source_id)
            lines += [(("     ", "words"), (said, "words"))] if said else []
    if skipped:
        lines += _heading(overlays.lines_skipped(len(skipped)))
        for one in skipped:
            lines += _named(clean_line(one.url, _LONGEST), one.why)
    return [*(lines or _heading(_(overlays.NO_FAILURES))), ()]


def _heading(words: str) -> list[TextPageLine]:
    return [(), ((f" {words}", "heading"),)]


def _named(name: str, why: str) -> list[TextPageLine]:
    return [(("   ", "key"), (name, "key")), (("     ", "words"), (clean_line(why, _LONGEST), "words"))]
