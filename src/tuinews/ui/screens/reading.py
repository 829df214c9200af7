"""The one screen: sources, list and reader side by side, and the line that says what goes on."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset

from tuinews.errors import TuinewsError
from tuinews.language import _, choose_signs
from tuinews.late import late_imports
from tuinews.model.opening import OpeningStep
from tuinews.model.screen.state import ScreenState
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import Scope, bindings
from tuinews.ui.looks.drawn_signs import signs_of
from tuinews.ui.screens import starting
from tuinews.ui.screens.commands.reader import opening, pictures, previewing
from tuinews.ui.screens.layout import ORDER, PaneName
from tuinews.ui.screens.panes.shown_panes import ShownPanes
from tuinews.ui.screens.panes.titles import PaneTitles
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.typed_keys import TypedKeys
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.fields.prompt import Prompt
from tuinews.ui.widgets.pane import Motion, Pane
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.reader.messages import (
    HintsOver,
    LinkChosen,
    LinkHinted,
    LinkHovered,
    LinkMissing,
    LinkTyped,
    NextChosen,
    PicturesNeeded,
    PlaceLeft,
    ReadingPaused,
    SelectingOver,
)
from tuinews.ui.widgets.reader.reader import Reader
from tuinews.ui.widgets.rows_compositor import RowsCompositor, is_usable
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.widgets.status import Status
from tuinews.ui.widgets.status_line import StatusLine
from tuinews.ui.words import states

with late_imports(__name__):
    from tuinews.ui.screens.commands import running, sources
    from tuinews.ui.screens.commands.entries import mark_on_scroll, searching
    from tuinews.ui.screens.commands.reader import annotating, next_up, saved_page
    from tuinews.ui.screens.events import list_events, prompt_events, reader_events
    from tuinews.ui.terminal.title import WindowTitled


_WITHOUT_ROWS = 0.2
"""Seconds after which the screen is drawn without rows. A library that opens sooner has its rows in the first
paint: one without them took a hundredth of a start, to be seen for two or three frames."""


class ReadingScreen(ReadingState, inherit_bindings=False):
    """The reading screen: composes the panes, passes state down and messages to the commands."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SCREEN)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._rows_compositor = RowsCompositor() if is_usable() else None
        if self._rows_compositor is not None:
            self._rows_compositor.waits = True
            self._compositor = self._rows_compositor
        self._titles = PaneTitles(self)
        self._typed_keys = TypedKeys(self)
        self._shown = ShownPanes(self)

    def compose(self) -> ComposeResult:
        """The three panes, the prompt and the status line."""
        self._shown.expect()
        for name in ORDER:
            yield PaneTitle(id=f"{name}-title")
        yield SourceList(id="sources").data_bind(
            ReadingState.sources,
            ReadingState.counts,
            ReadingState.view,
            ReadingState.saved_views,
            ReadingState.unread_of_views,
            pane=ReadingState.sources_pane,
        )
        yield EntryList(id="entries").data_bind(
            ReadingState.listed_entries,
            ReadingState.open_id,
            ReadingState.now,
            notes=ReadingState.empty_notes,
        )
        self.pictures_shown = pictures.are_wanted(self)
        yield Reader(id="reader").data_bind(
            ReadingState.reader_state,
            ReadingState.next_up,
            ReadingState.annotations,
            ReadingState.coming_id,
            ReadingState.find_query,
            ReadingState.measure,
            ReadingState.pictures_shown,
            ReadingState.graphics,
        )
        yield Prompt()
        yield StatusLine().data_bind(ReadingState.status)

    def on_mount(self) -> None:
        """Start the clock and wait for the library; the first paint is before it."""
        self.part("#sources-title", PaneTitle).title = "tuinews"
        self.entry_list.heading = self.listing.heading
        self.entry_list.form = self.settings.rows
        self.entry_list.when_listed = self.keys_for_list.when_listed
        self.measure = self.settings.measure
        self.number.waits, self.number.tell = self.keymap.number_waits, self._tell_number
        for name in ORDER:
            self.part(f"#{name}", Pane).number = self.number
        if self.settings.screen_reader:
            self.take_looks()
        failures_key = self.keymap.key("failures")
        self.status = replace(self.status, failures_key=failures_key)
        self.messages.stay(_(states.OPENING))
        self.context.watch_opening(self._tell_step)
        self.set_interval(60, self._tick)
        self.set_timer(_WITHOUT_ROWS, self._draw)
        self.watch(self.entry_list, "index", self._moved, init=False)
        self.watch(self.reader, "percent", self._titles.tell_progress, init=False)
        self.watch_at()
        self.work.run(lambda: starting.start(self))

    async def on_unmount(self) -> None:
        """Close the library; what is under way in it ends first."""
        library = self.work.library
        if library is not None:
            # Every mark is kept by now; what else could not be written then is told at the next start.
            with suppress(TuinewsError):
                if self.listed_entries.ready:
                    await library.keep_screen_state(self.session.left)
                    await library.note_seen()
                await library.close()

    def take_looks(self) -> None:
        """Be for a screen reader, or for those who see."""
        choose_signs(signs_of(self.settings))
        self.screen_reader = self.settings.screen_reader
        self.entry_list.screen_reader = self.screen_reader
        self.status = replace(self.status, still=self.screen_reader)
        self.say_anew()
        self.watch_at()

    def take_keymap(self, keymap: Keymap) -> None:
        """Go by other keys, and name them in all that names keys."""
        self.keymap, self.number.waits = keymap, keymap.number_waits
        self.status = replace(self.status, failures_key=keymap.key("failures"))
        self._shown.tell_hints()
        self.listing.tell_empty()
        self.tell_empty_reader()

    def say_anew(self) -> None:
        """Say all that is on the screen in the language that was just chosen."""
        self._shown.tell_hints()
        self._tick()
        self.watch_sources_pane()
        for name in ORDER:
            self.part(f"#{name}", Pane).fit()
        self.reader.typeset_in_place()
        self.watch_sources()
        self.watch_reader_state()

    def on_resize(self) -> None:
        """Show as many panes as there is room for."""
        self.watch_at()

    def watch_at(self) -> None:
        """Show the pane that the keys are in, and give it the keys."""
        self._shown.show()

    def watch_panes(self, old: ScreenState, new: ScreenState) -> None:
        """Let the panes stand as was chosen."""
        if old.arrangement is not new.arrangement:
            self.watch_at()
        # A child's: Textual keeps the places of a screen's children until one of them asks for others.
        self.entry_list.refresh(layout=True)

    def watch_zen(self) -> None:
        """Show the text alone, or all."""
        self.watch_at()
        self._shown.show_status()

    def watch_status(self, old: Status, new: Status) -> None:
        """Show it or not; whether there is a network, and a refresh, is also said where nothing is listed."""
        self._shown.show_status()
        begins_or_ends = (old.progress is None) is not (new.progress is None)
        if begins_or_ends or (old.offline_since is None) is not (new.offline_since is None):
            self.listing.tell_empty()

    def watch_view(self) -> None:
        """Name what is listed, and light in the reader what a search looks for."""
        self.reader.finding.light(self.view.query)
        self._titles.title_list()
        self.tell_refresh_error()
        self.messages.leave_place()

    def watch_sources_pane(self) -> None:
        """Say that not all sources are listed."""
        self._titles.title_sources()

    def watch_open_id(self) -> None:
        """Say no longer what was said of the article before, and take no number for a link of another."""
        self.number.take()
        self.messages.leave_place()
        self._shown.tell_hints()

    def watch_sources(self) -> None:
        """Name what is listed, and say why nothing is, since both may have changed; with a list, take keys."""
        self.takes_keys = self.takes_keys or bool(self.listed_entries.ids)
        self._titles.title_list()
        self.tell_refresh_error()
        self.listing.tell_empty()
        self.tell_empty_reader()

    def watch_muted_here(self) -> None:
        """Say how much the list leaves out."""
        self._titles.title_list()

    def watch_saved_views(self) -> None:
        """Name what is listed, since its name may have changed."""
        self._titles.title_list()

    def watch_counts(self) -> None:
        """Count what is listed, and say in the terminal's title how much is unread."""
        self._titles.title_list()
        if self.counts is not None:
            unread = self.counts.unread
            self.post_message(WindowTitled(states.unread(unread) if unread else ""))
        next_up.preview_next(self)

    def watch_reader_state(self) -> None:
        """Name the article's source and how far it has come, and what comes next."""
        annotating.show_annotations(self)
        self.title_reader()
        self._titles.tell_progress()
        opening.note_read(self)
        next_up.preview_next(self)
        if self.find_query:
            # The text that comes while a find stands in what was known of it has other matches.
            self.call_after_refresh(searching.tell_matches, self)

    def watch_annotations(self) -> None:
        """Go to the passage that was chosen among all, now that it is known where it stands."""
        annotating.show_passage(self)

    def title_reader(self) -> None:
        """Name the article's source, and the tags that it has."""
        self._titles.title_reader()

    def _tell_number(self, digits: str) -> None:
        reader_events.tell_number(self, digits)

    def watch_listed_entries(self) -> None:
        """Count what is listed; the list itself has it already and its cursor is in place."""
        self.call_later(previewing.preview_of_list, self)
        self._titles.title_list()
        self._tell_position(self.entry_list.index)
        self.call_later(self.keys_for_list.go_on)

    def watch_waiting(self) -> None:
        """Say how many new entries wait, and count them where the cursor is."""
        self._titles.title_list()
        self._tell_position(self.entry_list.index)

    def on_text_selected(self) -> None:
        """Textual's: the mouse is let go."""
        self.reader.end_selection()

    def action_run(self, command_id: str) -> None:
        """Run a command by its id."""
        running.run(self, command_id)

    def takes_key(self, key: str) -> bool:
        """Whether a key is taken for one of several that mean a command, or a number, together."""
        return self._typed_keys.takes(key)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a line that divides two panes. A number is meant for the key behind it alone."""
        self.number.take()
        self.rooms.take_hold(event.screen_offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the line that is held."""
        self.rooms.drag(Offset(event.screen_x, event.screen_y), held=bool(event.button))

    def on_mouse_up(self) -> None:
        """Let the line go."""
        self.rooms.let_go()

    def on_paste(self, event: events.Paste) -> None:
        """Take a page that was dropped on the terminal."""
        if saved_page.take_page(self, event.text):
            event.stop()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a click into another pane."""
        if isinstance(event.widget, Pane) and event.widget.id and event.widget is self.focused:
            prompt = self.part("Prompt", Prompt)
            if prompt.had_keys:
                prompt.close()
            if event.widget.id != self.at and self.rooms.divider_at(self.app.mouse_position) is not None:
                self.watch_at()
                return
            self.at = PaneName(event.widget.id)

    # What the widgets tell, and what answers it
    _list_place = on(SourceList.Chosen)(list_events.list_place)
    _fold = on(SourceList.FoldingAsked)(list_events.fold)
    _bring_rows = on(EntryList.RowsNeeded)(list_events.bring_rows)
    _open_clicked = on(EntryList.Chosen)(list_events.open_clicked)
    _go_on_at_end = on(EntryList.EndReached)(list_events.go_on_at_end)
    _run_hint = on(StatusLine.HintClicked)(list_events.run_hint)

    _open_next = on(NextChosen)(reader_events.open_next)
    _keep_place = on(ReadingPaused)(reader_events.keep_place)
    _open_link = on(LinkChosen)(reader_events.open_link)
    _bring_pictures = on(PicturesNeeded)(reader_events.bring_pictures)
    _tell_hinted = on(LinkHinted)(reader_events.tell_hinted)
    _tell_hovered = on(LinkHovered)(reader_events.tell_hovered)
    _end_hinted = on(HintsOver)(reader_events.end_hinted)
    _end_selecting = on(SelectingOver)(reader_events.end_selecting)
    _leave_place = on(PlaceLeft)(reader_events.leave_place)
    _tell_link = on(LinkTyped)(reader_events.tell_link)
    _tell_missing = on(LinkMissing)(reader_events.tell_missing)

    _say_keys = on(Prompt.Asked)(prompt_events.say_keys)
    _say_no_keys = on(Prompt.Closed)(prompt_events.say_no_keys)
    _seek = on(Prompt.Typed)(prompt_events.seek)
    _seek_done = on(Prompt.Done)(prompt_events.seek_done)
    _save_search = on(Prompt.ToSave)(prompt_events.save_search)
    _seek_cancelled = on(Prompt.Cancelled)(prompt_events.seek_cancelled)

    def reveal(self) -> None:
        """Show the panes, now that there are rows in them."""
        self._shown.reveal()
        self._draw()

    def _draw(self) -> None:
        """Draw from now on."""
        if self._rows_compositor is not None and self._rows_compositor.waits:
            self._rows_compositor.waits = False
            self.refresh()

    def _tell_step(self, step: OpeningStep) -> None:
        """Say what keeps the library, for as long as it does."""
        if self.work.library is None and self.is_running:
            self.takes_keys = True
            self.messages.stay(states.opening_step(step, self.keymap))

    def _moved(self, before: int, after: int) -> None:
        mark_on_scroll.note_passed(self, before, after)
        self._tell_position(after)

    def _tell_position(self, index: int) -> None:
        """Called at the very key press that moves the cursor, so that both are painted at once."""
        above = len(self.waiting)
        self.status = replace(self.status, index=index + above, count=len(self.listed_entries.ids) + above)
        self.selected.tell()
        self.messages.leave_place()
        previewing.preview_soon(self)
        if above and index == 0:
            by_top = self.entry_list.last_motion is Motion.TOP
            (self.reloading.go_to_waiting if by_top else self.reloading.list_waiting)()

    def _tick(self) -> None:
        self.now = datetime.now(UTC)
        self.counting.tell_account()
        sources.refresh_what_is_due(self, self.now)
        if self.work.library is not None:
            self.work.beside(self.reloading.end_mutes)
            self.work.beside(self.write_again)
