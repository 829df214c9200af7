"""Opening an article: what is known at once, then its text from the library or the wire."""

from dataclasses import replace

from tuinews.errors import TuinewsError
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.row import Cached, EntryRow, KeptArticle
from tuinews.text import clean_line
from tuinews.typeset.cells import width
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.desk import Desk, Work
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.widgets.shown import Shown, Stage

_MORE_THAN_A_TEASER = 400
"""Cells of a summary from which it counts as read where no more of the article came: as many as a feed's own text
needs to count as an article (`library/reading.py`); half as many characters where each is two cells wide."""


def open_here(desk: Desk) -> None:
    """Open the entry under the cursor and go to the reader; from the sources, go to the list."""
    if desk.at is PaneName.SOURCES:
        desk.at = PaneName.LIST
        return
    if desk.at is PaneName.READER:
        desk.reader.open_typed_link()
        return
    entry_id = desk.entry_list.current
    if entry_id is not None:
        if entry_id != desk.open_id or desk.shown.stage is Stage.FAILED:
            open_entry(desk, entry_id)
        desk.at = PaneName.READER
    else:
        nothing_listed(desk)


def nothing_listed(desk: Desk) -> None:
    """Say why a key has no article to act on."""
    if desk.library_or_reason() is not None:
        desk.say_here(wording.nothing_listed(desk.view, desk.keymap))


def open_entry(desk: Desk, entry_id: int) -> None:
    """Open an entry in the reader, whatever pane the keys are in; where there is no room for it, they go there."""
    row = desk.entry_list.row(entry_id)
    remember_place(desk)
    desk.sought = ""
    desk.open_id, desk.open_row, desk.noted_id = entry_id, row, None
    desk.staying.add(entry_id)
    if row is not None and row.cached is Cached.NONE:
        desk.shown = _known(row)
    show_reader(desk)
    desk.begin(Work.OPEN, lambda library: _bring(desk, library, entry_id))


def show_reader(desk: Desk) -> None:
    """Bring the reader into sight: the keys go there where it has no room beside them."""
    if not desk.in_sight(PaneName.READER):
        desk.at = PaneName.READER


def note_read(desk: Desk) -> None:
    """Mark the open article read, once, as soon as it can be read: its text is in sight, or much of it.

    One whose text cannot be had stays unread, or a walk without a network would use up what is unread.
    """
    shown, entry_id = desk.shown, desk.open_id
    if entry_id is None or shown.entry_id != entry_id or desk.noted_id == entry_id:
        return
    if desk.in_sight(PaneName.READER) and _can_be_read(shown):
        desk.noted_id = entry_id
        note_opened(desk, entry_id)


def note_opened(desk: Desk, entry_id: int) -> None:
    """Mark an entry read because it was opened, where the settings say so."""
    row = desk.entry_list.row(entry_id) or (desk.open_row if entry_id == desk.open_id else None)
    if row is not None and desk.settings.mark_read_on_open:
        desk.change_rows([replace(row, read=True)])

    async def job(library: AskedLibrary) -> None:
        await library.note_opened(entry_id)
        desk.recount()

    desk.mark(job)


def _can_be_read(shown: Shown) -> bool:
    """Whether more is shown than a teaser; kept text is all that there is, however short."""
    if shown.stage is Stage.KEPT:
        return True
    return shown.article is not None and width(shown.article.text) >= _MORE_THAN_A_TEASER


def fetch_again(desk: Desk) -> None:
    """Fetch the article that is meant again, though it is kept."""
    row = desk.meant_row
    if row is None:
        nothing_listed(desk)
        return

    async def job(library: AskedLibrary) -> None:
        try:
            await fetch(library)
        except TuinewsError as error:
            desk.fail_here(error)

    async def fetch(library: AskedLibrary) -> None:
        name = "" if desk.row_in_sight(row.id) or _is_in_sight(desk, row.id) else f": {clean_line(row.title, 200)}"
        desk.say_here(f"Fetching the article again{name or '…'}")
        kept = await library.fetch_again(row.id)
        desk.online()
        desk.say_here(f"The article is fetched anew{name}")
        if desk.open_id == row.id:
            desk.shown = _kept(kept, row, desk.reader.offset_read)
        now_kept(desk, row.id)

    desk.beside(job)


def _is_in_sight(desk: Desk, entry_id: int) -> bool:
    return desk.open_id == entry_id and desk.in_sight(PaneName.READER)


def remember_place(desk: Desk) -> None:
    """Keep where reading stopped, before another article comes."""
    entry_id, offset = desk.open_id, desk.reader.offset_read
    if entry_id is not None and desk.shown.stage is Stage.KEPT:
        desk.mark(lambda library: library.set_position(entry_id, offset))


async def _bring(desk: Desk, library: AskedLibrary, entry_id: int) -> None:
    """Show the kept article, or what is known until the wire has brought it."""
    row = desk.open_row or (await library.rows([entry_id]))[0]
    desk.open_row = row
    kept = await library.article(entry_id)
    if kept is None or kept.awaits_page:
        desk.shown = replace(_known(row), article=await library.preview(entry_id))
        try:
            kept = await library.open_article(entry_id)
        except TuinewsError as error:
            _tell_failure(desk, error)
            return
        if not kept.awaits_page:
            desk.online()
        now_kept(desk, entry_id)
    desk.shown = _kept(kept, row, await library.position(entry_id))


def _tell_failure(desk: Desk, error: TuinewsError) -> None:
    """Say why under what is known of the article; in the status line too where the reader is not in sight."""
    notes = wording.failed_article(error, desk.keymap)
    desk.shown = replace(desk.shown, stage=Stage.FAILED, notes=notes)
    desk.note_offline(error)
    if not desk.in_sight(PaneName.READER) and desk.open_row is not None:
        desk.say_here(f"{clean_line(desk.open_row.title, 80)}: {notes[0]}", problem=True)


def now_kept(desk: Desk, entry_id: int) -> None:
    """Show in the list that an article can be read offline from now on."""
    row = desk.entry_list.row(entry_id)
    if row is not None and row.cached is Cached.NONE:
        desk.entry_list.give_rows([replace(row, cached=Cached.TEXT)])
    desk.recount()


def _known(row: EntryRow) -> Shown:
    """What the row tells of its article, before anything was asked."""
    summary = (Paragraph((Span(row.summary),)),) if row.summary else ()
    article = Article(row.url, row.title, Document(summary), row.authors, row.published)
    return Shown(Stage.FETCHING, row.id, article, row.url, row.source_title)


def _kept(kept: KeptArticle, row: EntryRow, offset: int) -> Shown:
    return Shown(Stage.KEPT, row.id, kept.article, row.url, row.source_title, offset=offset)
