"""Opening an article: what is known at once, then its text from the library or the wire."""

from dataclasses import replace

from tuinews.errors import TuinewsError
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.row import Cached, EntryRow, KeptArticle
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.desk import Desk, Work
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.widgets.shown import Shown, Stage


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
        desk.at = PaneName.READER
        if entry_id != desk.open_id or desk.shown.stage is Stage.FAILED:
            open_entry(desk, entry_id)


def open_entry(desk: Desk, entry_id: int) -> None:
    """Open an entry in the reader, whatever pane the keys are in."""
    row = desk.entry_list.row(entry_id)
    remember_place(desk)
    desk.sought = ""
    desk.open_id, desk.open_row = entry_id, row
    if row is not None:
        desk.change_rows([replace(row, read=row.read or desk.settings.mark_read_on_open)])
        if row.cached is Cached.NONE:
            desk.shown = _known(row)
    desk.begin(Work.OPEN, lambda library: _bring(desk, library, entry_id))
    desk.mark(lambda library: _note_opened(desk, library, entry_id))


def fetch_again(desk: Desk) -> None:
    """Fetch the article that is meant again, though it is kept."""
    row = desk.meant_row
    if row is None:
        return

    async def job(library: AskedLibrary) -> None:
        desk.say("Fetching the article again…")
        kept = await library.fetch_again(row.id)
        desk.online()
        desk.say("The article is fetched anew")
        if desk.open_id == row.id:
            desk.shown = _kept(kept, row, desk.reader.offset_read)
        now_kept(desk, row.id)

    desk.beside(job)


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


async def _note_opened(desk: Desk, library: AskedLibrary, entry_id: int) -> None:
    await library.note_opened(entry_id)
    desk.recount()


def _tell_failure(desk: Desk, error: TuinewsError) -> None:
    notes = wording.failed_article(error, desk.keymap)
    desk.shown = replace(desk.shown, stage=Stage.FAILED, notes=notes)
    desk.fail(error)


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
