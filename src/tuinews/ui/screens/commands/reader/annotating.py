"""Notes and highlights: written in the user's editor, taken from what is selected, shown with the article."""

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.annotations.highlights import ListedHighlight
from tuinews.ui.external import apart_for
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.program.terminal import lent, redraw
from tuinews.ui.screens.commands.reader.opening import nothing_listed, open_entry
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.reader.reader_state import Annotations
from tuinews.ui.words.reading import annotations as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.highlights import HighlightsScreen


def note(state: ReadingState) -> None:
    """Write the note of the article that is meant, in the user's editor."""
    row = state.target_row
    if row is None:
        nothing_listed(state)
        return
    entry_id = row.id

    async def job(library: LibraryProtocol) -> None:
        if library.read_only:
            state.say(_(words.NOTE_READ_ONLY), problem=True)
            return
        rows = await library.rows([entry_id])
        before = rows[0].note if rows else ""
        # What could not be kept is edited on.
        begun = state.unsaved_notes.get(entry_id, before)
        written = await _edited(state, begun)
        if written is None:
            state.say(_(words.NO_EDITOR), problem=True)
        elif written == before:
            state.unsaved_notes.pop(entry_id, None)
            state.say(_(words.NOTE_UNCHANGED))
        else:
            state.unsaved_notes[entry_id] = written
            state.work.mark(lambda library: _keep_note(state, library, entry_id, written))

    state.work.beside(job)


async def _edited(state: ReadingState, text: str) -> str | None:
    """What is made of a text, with the terminal lent to the editor; None if there is none."""
    edit = state.context.external.edit
    with lent(state):
        written = await apart_for(lambda: edit(text, "note"))
    redraw(state)
    return written


async def _keep_note(state: ReadingState, library: LibraryProtocol, entry_id: int, text: str) -> None:
    try:
        kept = await library.annotations.set_note(entry_id, text)
    except TuinewsError as error:
        state.say(words.note_not_saved(error.why, state.keymap), problem=True)
        return
    state.unsaved_notes.pop(entry_id, None)
    state.say(words.note_saved(state.keymap) if kept else words.note_removed(state.keymap))
    state.show_rows(await library.rows([entry_id]))
    state.reloading.reload()


def highlight(state: ReadingState) -> None:
    """Highlight what is selected of the text in the reader; within a highlight, take that away."""
    reader, entry_id = state.reader, state.reader_state.entry_id
    marked = reader.selection.marked
    if marked is None or entry_id is None:
        state.say_here(words.select_first(state.keymap))
        return
    touched = reader.passages.touched_by(marked)
    within = [number for number, whole in touched.items() if not whole or reader.passages.is_same(number, marked)]
    quotation = reader.selection.quotation
    reader.selection.end()
    if quotation is None:
        state.say_here(_(words.NO_WORDS))
        return

    async def job(library: LibraryProtocol) -> None:
        if within:
            count = await library.annotations.remove_highlights(entry_id, within)
            state.say(words.highlights_removed(count, state.keymap))
        else:
            await library.annotations.highlight(entry_id, quotation, list(touched))
            state.say(words.highlighted(state.keymap))
        state.show_rows(await library.rows([entry_id]))
        await load(state, library)

    state.work.mark(job)


def show_annotations(state: ReadingState) -> None:
    """Show the note and the highlights of what is in the reader, once they are known."""
    entry_id = state.reader_state.entry_id
    if entry_id is None or state.annotations.entry_id == entry_id:
        return
    row = state.entry_list.row(entry_id)
    if row is None and state.opened.row is not None and state.opened.row.id == entry_id:
        row = state.opened.row
    state.annotations = Annotations(entry_id, row.note if row else "")
    if row is None or row.highlights:
        state.work.beside(lambda library: load(state, library))


async def load(state: ReadingState, library: LibraryProtocol) -> None:
    """Show what the library has of notes and highlights of the article in the reader."""
    entry_id = state.reader_state.entry_id
    if entry_id is None:
        return
    rows, highlights = await library.rows([entry_id]), await library.annotations.highlights(entry_id)
    if state.reader_state.entry_id == entry_id:
        state.annotations = Annotations(entry_id, rows[0].note if rows else "", highlights)


def list_highlights(state: ReadingState) -> None:
    """List the highlights of all articles."""

    async def job(library: LibraryProtocol) -> None:
        found = await library.annotations.listed_highlights()
        state.app.push_screen(
            HighlightsScreen(found, lambda one: _remove(state, one), state.keymap),
            lambda chosen: _go_to(state, chosen),
        )

    state.work.beside(job)


def _remove(state: ReadingState, one: ListedHighlight) -> None:
    async def job(library: LibraryProtocol) -> None:
        count = await library.annotations.remove_highlights(one.row.id, [one.highlight.id])
        state.say(words.highlights_removed(count, state.keymap))
        state.show_rows(await library.rows([one.row.id]))
        await load(state, library)

    state.work.mark(job)


def _go_to(state: ReadingState, chosen: ListedHighlight | None) -> None:
    """Open the article of a highlight, at its passage."""
    if chosen is None:
        return
    open_entry(state, chosen.row.id)
    state.at = PaneName.READER
    state.opened.passage_to_show = chosen.highlight
    if state.annotations.entry_id == chosen.row.id and state.annotations.highlights:
        show_passage(state)


def show_passage(state: ReadingState) -> None:
    """Bring the passage into sight that was chosen of all, as soon as its text is here."""
    wanted = state.opened.passage_to_show
    if wanted is None or wanted.id not in {one.id for one in state.annotations.highlights}:
        return

    def show() -> None:
        state.opened.passage_to_show = None
        if not state.reader.passages.show(wanted.id):
            state.say_here(words.passage_gone(wanted.quotation.exact))

    state.reader.when_shown(show, whole=True)
