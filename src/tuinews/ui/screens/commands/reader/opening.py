"""Opening an article: first what is known of it, then its text from the library or the network."""

from dataclasses import replace

from tuinews.errors import NotFoundError, TuinewsError, is_offline
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.kept_article import KeptArticle
from tuinews.typeset.cells import width
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader.pictures import keep as keep_pictures
from tuinews.ui.screens.commands.reader.pictures import sizes as picture_sizes
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.listing.list_notes import none_listed
from tuinews.ui.screens.reading_history import HistoryEntry
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.reader.reader_state import ReaderState, Stage
from tuinews.ui.words import messages, states
from tuinews.ui.words.shown_keys import ShownKeys

with late_imports(__name__):
    from tuinews.typeset import enclosures
    from tuinews.ui.words import versions

_MORE_THAN_A_TEASER = 400
"""Cells of a summary from which it counts as read where no more of the article came: as many as a feed's own text
needs to count as an article (`library/articles/opening.py`); half as many characters where each is two cells
wide."""


def open_here(state: ReadingState) -> None:
    """Open the entry under the cursor and go to the reader; from the sources, go to the list."""
    if state.at is PaneName.SOURCES:
        state.at = PaneName.LIST
        return
    if state.at is PaneName.READER:
        state.reader.open_chosen()
        return
    entry_id = state.entry_list.current
    if entry_id is not None:
        if entry_id != state.open_id or state.reader_state.stage is Stage.FAILED:
            open_entry(state, entry_id)
        state.at = PaneName.READER
    else:
        nothing_listed(state)


def nothing_listed(state: ReadingState) -> None:
    """Say why a key has no article to act on."""
    if state.work.library_or_reason() is not None:
        none = messages.no_sources(state.keymap) if state.library_is_empty else ""
        state.say_here(none or none_listed(state.view, state.keymap))


def open_entry(state: ReadingState, entry_id: int) -> None:
    """Open an entry in the reader, whatever pane the keys are in; if there is no room for it, they go there."""
    place = current_place(state)
    if place is not None and place.entry_id != entry_id:
        state.history.leave(place)
    _open_entry(state, entry_id)


def current_place(state: ReadingState) -> HistoryEntry | None:
    """Where reading is now; None if no article is open."""
    if state.open_id is None:
        return None
    if state.preview.covered is not None:
        return HistoryEntry(state.open_id, state.preview.covered.position)
    # What is still on its way has its place in the library.
    is_shown = state.reader_state.entry_id == state.open_id
    return HistoryEntry(state.open_id, state.reader.window.position if is_shown else 0)


def open_place(state: ReadingState, place: HistoryEntry) -> None:
    """Go to a place of the history: in the open article, or another article, with the list's cursor on it."""
    if place.entry_id == state.open_id:
        show_reader(state)
        state.reader.window.go_to(place.position)
        return
    ids = state.listed_entries.ids
    if place.entry_id in ids:
        state.entry_list.go_to(ids.index(place.entry_id))
    _open_entry(state, place.entry_id)


def _open_entry(state: ReadingState, entry_id: int) -> None:
    row = state.entry_list.row(entry_id)
    state.opened.listed_on_page = None
    remember_place(state)
    state.preview.end()
    state.find_query = ""
    state.open_id, state.opened.row, state.opened.marked_read_id = entry_id, row, None
    state.listing.sticky_ids.add(entry_id)
    if row is not None and row.cached is Cached.NONE:
        state.reader_state = known_of(row)
    elif state.reader_state.entry_id is None:  # nothing is to be said of nothing being open
        state.reader_state = replace(state.reader_state, notes=())
    state.coming_id = entry_id
    show_reader(state)
    state.keep_panes()
    state.work.begin(Work.OPEN, lambda library: _open(state, library, entry_id))


async def return_to_article(state: ReadingState) -> None:
    """Open the article at which the last session ended, where its text is here: nothing is fetched for it."""
    last = state.panes.last
    if (
        state.work.library is None
        or not state.settings.resume
        or last.open_id is None
        or state.open_id is not None
    ):
        return
    row = next(iter(await state.work.library.rows([last.open_id])), None)
    if row is not None and row.cached is not Cached.NONE and state.open_id is None:
        at = state.at
        open_entry(state, row.id)
        state.at = PaneName.READER if last.pane == PaneName.READER.value else at


def show_reader(state: ReadingState) -> None:
    """Bring the reader into sight: the keys go there where it has no room beside them."""
    if not state.rooms.in_sight(PaneName.READER):
        state.at = PaneName.READER


def note_read(state: ReadingState) -> None:
    """Mark the open article read, once, as soon as it can be read: its text is in sight, or much of it.

    One whose text cannot be fetched stays unread, or going through the list offline would mark everything read.
    """
    shown, entry_id = state.reader_state, state.open_id
    if entry_id is None or shown.entry_id != entry_id or state.opened.marked_read_id == entry_id:
        return
    if state.rooms.in_sight(PaneName.READER) and _can_be_read(shown):
        state.opened.marked_read_id = entry_id
        note_opened(state, entry_id)


def note_opened(state: ReadingState, entry_id: int) -> None:
    """Mark an entry read because it was opened, where the settings say so and the library can be written."""
    row = state.entry_list.row(entry_id) or (state.opened.row if entry_id == state.open_id else None)
    writes = state.work.library is not None and not state.work.library.read_only
    if row is not None and writes and state.settings.mark_read_on_open:
        state.change_rows([replace(row, read=True)])

    async def job(library: LibraryProtocol) -> None:
        await library.note_opened(entry_id)
        state.reloading.recount()

    state.work.mark(job)


def _can_be_read(shown: ReaderState) -> bool:
    """Whether more is shown than a teaser; kept text is all that there is, however short."""
    if shown.stage is Stage.KEPT:
        return True
    return shown.article is not None and width(shown.article.text) >= _MORE_THAN_A_TEASER


def fetch_again(state: ReadingState) -> None:
    """Fetch the article that is meant again, though it is kept."""
    row = state.target_row
    if row is None:
        nothing_listed(state)
        return

    async def job(library: LibraryProtocol) -> None:
        try:
            await fetch(library)
        except TuinewsError as error:
            state.fail_here(error)

    async def fetch(library: LibraryProtocol) -> None:
        here = state.row_in_sight(row.id) or _is_in_sight(state, row.id)
        state.say_here(_(messages.FETCHING_AGAIN) if here else messages.fetching_again(row.title))
        kept = await library.fetch_again(row.id)
        state.messages.online()
        state.say_here(_(messages.FETCHED_AGAIN) if here else messages.fetched_again(row.title))
        if state.open_id == row.id:
            shown = _kept(kept, row, state.reader.window.position, state.keymap)
            sizes = await picture_sizes(state, library, row.id, kept.article)
            state.reader_state = replace(shown, pictures=sizes)
            keep_pictures(state, row.id)
        now_kept(state, row.id)

    state.work.beside(job)


def _is_in_sight(state: ReadingState, entry_id: int) -> bool:
    return state.open_id == entry_id and state.rooms.in_sight(PaneName.READER)


def remember_place(state: ReadingState) -> None:
    """Keep where reading stopped, before another article comes."""
    entry_id = state.open_id
    shown = state.reader_state
    # Where changes are shown, what is gone stands in the text too: its places are others.
    if entry_id is not None and shown.stage is Stage.KEPT and shown.unmarked is None:
        position = state.reader.window.position
        state.work.mark(lambda library: library.set_position(entry_id, position))


async def _open(state: ReadingState, library: LibraryProtocol, entry_id: int) -> None:
    """Show an article; however that ends, nothing comes any more, unless another one was opened meanwhile."""
    try:
        await _bring(state, library, entry_id)
    except TuinewsError as error:
        # The library itself could not be read: what stands in the reader is another article's.
        if state.opened.row is not None:
            notes = states.article_failed(error.why, state.keymap)
            state.show_open(replace(known_of(state.opened.row), stage=Stage.FAILED, notes=notes))
        raise
    finally:
        if state.coming_id == entry_id:
            state.coming_id = None


async def _bring(state: ReadingState, library: LibraryProtocol, entry_id: int) -> None:
    """Show the kept article, or what is known of it until it is fetched."""
    row = state.opened.row or await _row(library, entry_id)
    state.opened.row = row
    kept = await library.article(entry_id)
    files = state.opened.files = await library.enclosures(entry_id)
    here = await library.downloads.files([file.url for file in files]) if files else {}
    if kept is None or kept.awaits_page:
        known = enclosures.with_enclosures(await library.preview(entry_id), files, here)
        state.show_open(replace(known_of(row), article=known))
        try:
            kept = await library.open_article(entry_id)
        except TuinewsError as error:
            _tell_failure(state, error)
            return
        if not kept.awaits_page:
            state.messages.online()
        now_kept(state, entry_id)
    shown = _kept(kept, row, await library.position(entry_id), state.keymap)
    shown = replace(shown, article=enclosures.with_enclosures(kept.article, files, here))
    state.show_open(replace(shown, pictures=await picture_sizes(state, library, entry_id, kept.article)))
    keep_pictures(state, entry_id)


async def _row(library: LibraryProtocol, entry_id: int) -> EntryRow:
    """The row of an entry that the list does not show; raises NotFoundError if its source was removed."""
    rows = await library.rows([entry_id])
    if not rows:
        raise NotFoundError(_(messages.THE_ARTICLE), _(messages.NO_LONGER_THERE))
    return rows[0]


def _tell_failure(state: ReadingState, error: TuinewsError) -> None:
    """Say why under what is known of the article; in the status line too where the reader is not in sight."""
    keymap = state.keymap
    notes = states.article_offline(keymap) if is_offline(error) else states.article_failed(error.why, keymap)
    state.show_open(replace(state.preview.covered or state.reader_state, stage=Stage.FAILED, notes=notes))
    state.messages.note_offline(error)
    if not state.rooms.in_sight(PaneName.READER) and state.opened.row is not None:
        state.say_here(messages.article_failed(state.opened.row.title, notes[0]), problem=True)


def now_kept(state: ReadingState, entry_id: int) -> None:
    """Show in the list that an article can be read offline from now on."""
    row = state.entry_list.row(entry_id)
    if row is not None and row.cached is Cached.NONE:
        state.entry_list.give_rows([replace(row, cached=Cached.TEXT)])
    state.reloading.recount()


def known_of(row: EntryRow) -> ReaderState:
    """What the row tells of its article, before anything was asked."""
    summary = (Paragraph((Span(row.summary),)),) if row.summary else ()
    article = Article(row.url, row.title, Document(summary), row.authors, row.published)
    return ReaderState(Stage.FETCHING, row.id, article, row.url, row.source_title)


def _kept(kept: KeptArticle, row: EntryRow, position: int, keys: ShownKeys) -> ReaderState:
    notes: tuple[str, ...] = (versions.left_out(kept.left_out, keys),) if kept.left_out else ()
    edits = versions.changed(kept.changed, kept.times_changed) if kept.changed else ""
    notes += (versions.with_key(edits, keys),) if edits and kept.times_changed else ()
    notes += (versions.called_before(row.former_title),) if row.former_title else ()
    if kept.article.paywalled:
        notes = (states.rest_is_paid(), *notes)
    if kept.page_error is not None and not is_offline(kept.page_error):
        notes = (states.page_failed(kept.page_error.why), *notes)
    shown = ReaderState(Stage.KEPT, row.id, kept.article, row.url, row.source_title, notes, position)
    return replace(shown, whole=kept.whole, edits=edits)
