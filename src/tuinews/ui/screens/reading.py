"""The one screen: sources, list and reader side by side, and the line that says what goes on."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from tuinews.errors import TuinewsError
from tuinews.language import _, choose_signs
from tuinews.late import late_imports
from tuinews.model.opening import OpeningStep
from tuinews.model.screen.state import PaneArrangement, ScreenState
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import Scope, bindings
from tuinews.ui.looks.drawn_signs import signs_of
from tuinews.ui.screens import starting
from tuinews.ui.screens.commands.reader import opening, previewing
from tuinews.ui.screens.layout import ORDER, PaneName
from tuinews.ui.screens.list_notes import view_note, view_title
from tuinews.ui.screens.prompt_events import PromptEvents
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.fields.prompt import Prompt
from tuinews.ui.widgets.pane import Motion, Pane
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.rows_compositor import RowsCompositor, is_usable
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.widgets.status import Status
from tuinews.ui.widgets.status_line import StatusLine
from tuinews.ui.words import states
from tuinews.ui.words.standing import mutes

with late_imports(__name__):
    from tuinews.ui.screens.commands import folders, running, sources
    from tuinews.ui.screens.commands.entries import older_entries, passing, searching
    from tuinews.ui.screens.commands.reader import next_up
    from tuinews.ui.terminal.title import WindowTitled


class ReadingScreen(PromptEvents, inherit_bindings=False):
    """The reading screen: composes the panes, passes state down and messages to the commands."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SCREEN)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        if is_usable():
            self._compositor = RowsCompositor()
        self._revealed = False
        self._chord: str | None = None

    def compose(self) -> ComposeResult:
        """The three panes, the prompt and the status line."""
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
        yield self.composed_reader()
        yield Prompt()
        yield StatusLine().data_bind(ReadingState.status)

    def on_mount(self) -> None:
        """Start the clock and wait for the library; the first paint is before it."""
        self.part("#sources-title", PaneTitle).title = "tuinews"
        self.entry_list.heading = self.heading
        self.entry_list.form = self.settings.rows
        self.entry_list.when_listed = self.when_listed
        self.measure = self.settings.measure
        self.number.waits, self.number.tell = self.keymap.number_waits, self.tell_number
        for name in ORDER:
            self.part(f"#{name}", Pane).number = self.number
        if self.settings.screen_reader:
            self.take_looks()
        failures_key = self.keymap.key("failures")
        self.status = replace(self.status, failures_key=failures_key)
        self.stay(_(states.OPENING))
        self.context.watch_opening(self._tell_step)
        self.set_interval(60, self._tick)
        self.watch(self.entry_list, "index", self._moved, init=False)
        self.watch(self.reader, "percent", self.tell_progress, init=False)
        self.watch_at()
        begin_worker(self, lambda: self._guarded(starting.start(self)))

    async def on_unmount(self) -> None:
        """Close the library; what is under way in it ends first."""
        if self.library is not None:
            # Every mark is kept by now; what else could not be written then is told at the next start.
            with suppress(TuinewsError):
                if self.listed_entries.ready:
                    await self.library.keep_screen_state(self.screen_left)
                    await self.library.note_seen()
                await self.library.close()

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
        self._tell_hints()
        self.tell_empty()
        self.tell_empty_reader()

    def say_anew(self) -> None:
        """Say all that is on the screen in the language that was just chosen."""
        self._tell_hints()
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
        self.zen = self.zen and self.at is PaneName.READER
        if self.at is PaneName.READER:
            previewing.open_previewed(self)
        names = self.shown_panes if self._revealed else frozenset[PaneName]()
        for name in ORDER:
            title = self.part(f"#{name}-title", PaneTitle)
            self.part(f"#{name}", Pane).display = name in names
            title.display = name in names and not self.zen
            title.set_class(name is self.at, "-active")
        classes = {f"-panes-{count}": count == len(names) for count in (1, 2, 3)}
        stacked = self.panes.arrangement is PaneArrangement.STACKED
        # Together, since every change gives all widgets their styles anew.
        self.update_classes(classes | {"-sources": PaneName.SOURCES in names, "-stacked": stacked})
        pane = self.part(f"#{self.at}", Pane)
        if names and self.focused is not pane and not self.part("Prompt", Prompt).display:
            # At once, unlike the pane's own `focus`: the next key may be here already.
            self.set_focus(pane, scroll_visible=False)
        if names:
            opening.note_read(self)
        self.tell_selected()
        self._tell_hints()

    def _tell_hints(self) -> None:
        """Name the keys that mean something where they go to; always the same to those who hear each change."""
        reading = self.at is PaneName.READER and self.open_id is not None and not self.screen_reader
        self.status = replace(self.status, hints=self.keymap.hints(reading=reading))

    def watch_panes(self, old: ScreenState, new: ScreenState) -> None:
        """Let the panes stand as was chosen."""
        if old.arrangement is not new.arrangement:
            self.watch_at()
        # A child's: Textual keeps the places of a screen's children until one of them asks for others.
        self.entry_list.refresh(layout=True)

    def watch_zen(self) -> None:
        """Show the text alone, or all."""
        self.watch_at()
        self._show_status()

    def watch_status(self, old: Status, new: Status) -> None:
        """Show it or not; whether there is a network, and a refresh, is also said where nothing is listed."""
        self._show_status()
        begins_or_ends = (old.progress is None) is not (new.progress is None)
        if begins_or_ends or (old.offline_since is None) is not (new.offline_since is None):
            self.tell_empty()

    def _show_status(self) -> None:
        """Keep the status line out of sight while the text stands alone, unless it has something to say."""
        line = self.part("StatusLine", StatusLine)
        shown = not self.zen or bool(self.status.message or self.status.typed)
        if line.display is not shown:
            line.display = shown

    def watch_view(self) -> None:
        """Name what is listed, and light in the reader what a search looks for."""
        self.reader.finding.light(self.view.query)
        self._title_list()
        self.tell_refresh_error()
        self.leave_place()

    def watch_sources_pane(self) -> None:
        """Say that not all sources are listed."""
        note = _(states.UNREAD_ONLY) if self.sources_pane.unread_only else ""
        self.part("#sources-title", PaneTitle).note = note

    def watch_open_id(self) -> None:
        """Say no longer what was said of the article before, and take no number for a link of another."""
        self.number.take()
        self.leave_place()
        self._tell_hints()

    def watch_sources(self) -> None:
        """Name what is listed, and say why nothing is, since both may have changed; with a list, take keys."""
        self.takes_keys = self.takes_keys or bool(self.listed_entries.ids)
        self._title_list()
        self.tell_refresh_error()
        self.tell_empty()
        self.tell_empty_reader()

    def watch_muted_here(self) -> None:
        """Say how much the list leaves out."""
        self._title_list()

    def watch_saved_views(self) -> None:
        """Name what is listed, since its name may have changed."""
        self._title_list()

    def watch_counts(self) -> None:
        """Count what is listed, and say in the terminal's title how much is unread."""
        self._title_list()
        if self.counts is not None:
            unread = self.counts.unread
            self.post_message(WindowTitled(states.unread(unread) if unread else ""))
        next_up.preview_next(self)

    def watch_listed_entries(self) -> None:
        """Count what is listed; the list itself has it already and its cursor is in place."""
        self.call_later(previewing.preview_of_list, self)
        self._title_list()
        self._tell_position(self.entry_list.index)
        self.call_later(self.do_for_list)

    def watch_waiting(self) -> None:
        """Say how many new entries wait, and count them where the cursor is."""
        self._title_list()
        self._tell_position(self.entry_list.index)

    def on_text_selected(self) -> None:
        """Textual's: the mouse is let go."""
        self.reader.end_selection()

    def action_run(self, command_id: str) -> None:
        """Run a command by its id."""
        running.run(self, command_id)

    def takes_key(self, key: str) -> bool:
        """Put two keys together that are one command, and digits that mean none to a number; whether `key` was
        taken for it. Asked as each key comes to where it may mean a command, so that none overtakes another."""
        first, self._chord = self._chord, None
        command = self.keymap.chords.get((first, key)) if first else None
        if command is not None:
            if command.scope is Scope.PANE:
                self.part(f"#{self.at}", Pane).action_move(command.id)
            else:
                self.action_run(command.id)
        elif self.keymap.starts_chord(key):
            self._chord = key
        elif self.at is not PaneName.READER and self.keymap.begins_number(key):
            self.number.type(key)
        else:
            if self.number and not self.keymap.is_bound(key):
                self.number.take()
            return False
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A number is meant for the key behind it alone."""
        self.number.take()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a click into another pane."""
        if isinstance(event.widget, Pane) and event.widget.id and event.widget is self.focused:
            prompt = self.part("Prompt", Prompt)
            if prompt.had_keys:
                prompt.close()
            if event.widget.id != self.at and self.mouse_on_divider:
                self.watch_at()
                return
            self.at = PaneName(event.widget.id)

    @on(SourceList.Chosen)
    def _list_place(self, message: SourceList.Chosen) -> None:
        self.view_before_search = None
        self.visit(message.view)
        if self.at is not PaneName.SOURCES or self.view.filter is not message.view.filter:
            searching.tell_hidden_list(self)

    @on(SourceList.FoldingAsked)
    def _fold(self, message: SourceList.FoldingAsked) -> None:
        folders.fold_path(self, message.path)

    @on(EntryList.RowsNeeded)
    def _bring_rows(self, message: EntryList.RowsNeeded) -> None:
        library, query = self.library, self.view.query
        if library is not None:
            begin_worker(self, lambda: self._guarded(self.bring_rows(library, message.ids, query)), group="rows")

    @on(EntryList.Chosen)
    def _open_clicked(self, message: EntryList.Chosen) -> None:
        opening.open_here(self)

    @on(StatusLine.HintClicked)
    def _run_hint(self, message: StatusLine.HintClicked) -> None:
        running.run(self, message.command_id)

    @on(EntryList.EndReached)
    def _go_on_at_end(self) -> None:
        older_entries.fetch_older(self)

    def reveal(self) -> None:
        """Show the panes with their first rows; drawn empty before, they would cost more than they tell."""
        if not self._revealed:
            self._revealed = True
            self.watch_at()

    def _tell_step(self, step: OpeningStep) -> None:
        """Say what keeps the library, for as long as it does."""
        if self.library is None and self.is_running:
            self.takes_keys = True
            self.stay(states.opening_step(step, self.keymap))

    def _moved(self, before: int, after: int) -> None:
        passing.note_passed(self, before, after)
        self._tell_position(after)

    def _tell_position(self, index: int) -> None:
        """Called at the very key press that moves the cursor, so that both are painted at once."""
        above = len(self.waiting)
        self.status = replace(self.status, index=index + above, count=len(self.listed_entries.ids) + above)
        self.tell_selected()
        self.leave_place()
        previewing.preview_soon(self)
        if above and index == 0:
            by_top = self.entry_list.last_motion is Motion.TOP
            (self.go_to_waiting if by_top else self.list_waiting)()

    def _title_list(self) -> None:
        title = self.part("#entries-title", PaneTitle)
        title.title = view_title(self.view, self.sources, self.saved_view(self.view))
        listed = len(self.listed_entries.ids) if self.listed_entries.view == self.view else None
        note = view_note(self.view, self.sources, self.counts, listed)
        title.note = mutes.with_muted(self.muted_here, states.with_waiting(len(self.waiting), note))

    def _tick(self) -> None:
        self.now = datetime.now(UTC)
        self.tell_account()
        sources.refresh_what_is_due(self, self.now)
        if self.library is not None:
            self.beside(self.end_mutes)
            self.beside(self.write_again)
