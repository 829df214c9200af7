"""What the titles of the panes say: what is listed and how much of it, what is read and how far."""

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.text import clean_line
from tuinews.ui.screens.listing.list_notes import view_note, view_title
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.reader.reader_state import Stage
from tuinews.ui.words import states
from tuinews.ui.words.standing import mutes

with late_imports(__name__):
    from tuinews.typeset import reading_time

_STAGE_NOTES = {Stage.FETCHING: states.FETCHING, Stage.FAILED: states.NOT_SAVED, Stage.PREVIEW: states.PREVIEW}

_WITH_EDITS = 50
"""Cells of the reader from which its title says when the text was changed."""


class PaneTitles:
    """Titles the panes; remembers how long the article takes that is read, which is asked at each line."""

    def __init__(self, state: ReadingState) -> None:
        self._state = state
        self._timed: Article | None = None
        self._minutes = 0

    def title_sources(self) -> None:
        """Say that not all sources are listed."""
        note = _(states.UNREAD_ONLY) if self._state.sources_pane.unread_only else ""
        self._state.part("#sources-title", PaneTitle).note = note

    def title_list(self) -> None:
        """Name what is listed, and say how much that is."""
        title = self._state.part("#entries-title", PaneTitle)
        title.title = view_title(
            self._state.view, self._state.sources, self._state.counting.saved_view(self._state.view)
        )
        listed = (
            len(self._state.listed_entries.ids) if self._state.listed_entries.view == self._state.view else None
        )
        note = view_note(self._state.view, self._state.sources, self._state.counts, listed)
        title.note = mutes.with_muted(self._state.muted_here, states.with_waiting(len(self._state.waiting), note))

    def title_reader(self) -> None:
        """Name the article's source, and the tags that it has."""
        row = self._state.opened.row
        tags = row.tags if row is not None and row.id == self._state.open_id else ()
        words = [self._state.reader_state.source, *(f"#{clean_line(tag)}" for tag in tags)]
        self._state.part("#reader-title", PaneTitle).title = " ".join(words)

    def tell_progress(self) -> None:
        """Say how far the article has come, or how far one has come in it and how long the rest takes."""
        stage, article = self._state.reader_state.stage, self._state.reader_state.article
        if stage in _STAGE_NOTES:
            note = _(_STAGE_NOTES[stage])
        elif stage is Stage.KEPT and article is not None:
            if article is not self._timed:
                self._timed, self._minutes = article, reading_time.reading_minutes(article)
            # With a screen reader, every line would be followed by how far one has come.
            has_begun = self._state.reader.scroll_offset.y > 0 and not self._state.settings.screen_reader
            progress = states.reading_progress(self._minutes, self._state.reader.percent)
            edits = self._state.reader_state.edits if self._state.reader.size.width >= _WITH_EDITS else ""
            begins = [states.reading_time(self._minutes), edits]
            note = progress if has_begun else " · ".join(filter(None, begins))
        else:
            note = ""
        self._state.part("#reader-title", PaneTitle).note = note
