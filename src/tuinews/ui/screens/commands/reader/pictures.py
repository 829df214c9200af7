"""Pictures: shown or not, brought when they come near the window, kept with the article that was opened."""

from dataclasses import replace

from tuinews.errors import TuinewsError
from tuinews.language import Signs, _
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.model.entry_row import Cached
from tuinews.model.kept_article import NO_PICTURE, PictureSizes
from tuinews.model.sources.options import PictureChoice
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.looks.drawn_signs import signs_of
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.colours import enough_for_pictures
from tuinews.ui.words import messages

with late_imports(__name__):
    from tuinews.ui.screens.commands.reader import graphics


def are_wanted(state: ReadingState) -> bool:
    """Whether pictures are shown, as the settings say and the terminal can."""
    setting = state.settings.pictures
    if signs_of(state.settings) is not Signs.ALL:  # they are drawn in blocks, which are no plain signs
        return False
    return setting == "on" or (setting != "off" and enough_for_pictures(state.app.console))


def show_or_hide(state: ReadingState) -> None:
    """Show pictures in articles, or only what they say, until the program ends."""
    if not state.pictures_shown and not enough_for_pictures(state.app.console) and state.settings.pictures != "on":
        state.say_here(_(messages.TOO_FEW_COLOURS))
        return
    state.pictures_shown = not state.pictures_shown
    state.say_here(_(messages.PICTURES_SHOWN) if state.pictures_shown else _(messages.PICTURES_HIDDEN))


async def sizes(state: ReadingState, library: LibraryProtocol, entry_id: int, article: Article) -> PictureSizes:
    """How much room the pictures of an opened article get: without a network none, where they are not kept."""
    if state.status.offline_since is not None:
        return await kept_sizes(library, entry_id, article)
    return await library.pictures.sizes(entry_id)


async def kept_sizes(library: LibraryProtocol, entry_id: int, article: Article) -> PictureSizes:
    """The same for whom the network is not asked: pictures that are not kept get no room."""
    none = {figure.url: NO_PICTURE for figure in article.document.figures}
    return {**none, **await library.pictures.sizes(entry_id)}


def bring(state: ReadingState, entry_id: int, addresses: tuple[str, ...]) -> None:
    """Give the reader pictures of an article, or say in their places why they are not there.

    For an article that nobody has opened, which is only looked at on the way, the network is not asked.
    """

    async def job(library: LibraryProtocol, address: str) -> None:
        try:
            opened = state.open_id == entry_id
            picture = await (library.pictures.one(entry_id, address) if opened else library.pictures.kept(address))
        except TuinewsError as error:
            if state.reader_state.entry_id == entry_id:
                state.reader.pictures.tell_missing(address, error.why)
            return
        await graphics.known(state)
        if picture is not None and state.reader_state.entry_id == entry_id:
            state.reader.pictures.give(picture)

    for address in addresses:
        state.work.beside(lambda library, address=address: job(library, address))  # type: ignore[misc]


def keep(state: ReadingState, entry_id: int) -> None:
    """Keep the pictures of an article that was opened, as the settings say; those of nobody who sees none."""
    row = state.opened.row
    unseen = not state.pictures_shown and state.settings.pictures_kept != PictureChoice.ALWAYS
    if row is None or row.id != entry_id or row.cached is Cached.FULL or unseen:
        return

    async def job(library: LibraryProtocol) -> None:
        if library.read_only or not await library.pictures.keep(entry_id):
            return
        now = state.entry_list.row(entry_id)
        if now is not None:
            state.entry_list.give_rows([replace(now, cached=Cached.FULL)])

    state.work.beside(job)
