"""Adding what is in a list: a file of another reader, a pasted text, sources of the catalogue, saved articles."""

import asyncio
from pathlib import Path

from tuinews.catalogue import CatalogueSource
from tuinews.language import _
from tuinews.model.saved.articles import SavedArticles
from tuinews.subscriptions.reading import parse_source_list
from tuinews.subscriptions.subscription_list import SubscriptionList
from tuinews.ui.screens.overlays.adding.offers import ArticlesOffer, ListOffer
from tuinews.ui.screens.overlays.adding.sheet import AddingSheet
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.words.sources import adding


async def read_file(sheet: AddingSheet, path: Path) -> None:
    """Take what a file holds; a long list, and articles, are asked for first."""
    sheet.say(adding.reading(path.name))
    found = await sheet.library.export_in_file(path)
    if isinstance(found, SavedArticles):
        await _ask_for_articles(sheet, found)
    elif not (found.sources or found.skipped):
        sheet.say(adding.no_sources_in(path.name), problem=True)
    elif found.asks_first:
        _ask_for_list(sheet, found)
    else:
        await import_list(sheet, found)


async def read_paste(sheet: AddingSheet, text: str) -> None:
    """Ask whether a pasted list is to be added."""
    found = await asyncio.to_thread(parse_source_list, text)
    if found.sources:
        _ask_for_list(sheet, found)
    else:
        sheet.refuse(_(adding.NOT_A_LIST))


async def import_list(sheet: AddingSheet, found: SubscriptionList) -> None:
    """Add the sources of a list."""
    imported = await sheet.library.import_sources(found)
    message = adding.added_several(len(imported.added), len(imported.known), len(imported.skipped))
    sheet.note_skipped(imported.skipped)
    sheet.note_added(message, None, to_fetch=bool(imported.added))
    sheet.go_on(message)


async def import_articles(sheet: AddingSheet, found: SavedArticles) -> None:
    """Bring saved articles into the library."""

    def tell(done: int) -> None:
        sheet.say(adding.importing(found.program, done, len(found.articles)))

    tell(0)
    done = await sheet.library.import_articles(found, tell)
    listed = await sheet.library.sources() if done.new else []
    source = next((one for one in listed if one.id == done.source_id), None)
    sheet.note_added(adding.counted(done), source, to_fetch=False)
    sheet.go_on(adding.counted(done))


async def add_catalogue(sheet: AddingSheet, chosen: list[CatalogueSource]) -> None:
    """Add sources of the catalogue."""
    sources = await sheet.library.add_catalogue(chosen)
    sheet.query_one(Choices).marked -= set(chosen)
    message = adding.added_several(len(sources))
    sheet.note_added(message, sources[0] if len(sources) == 1 else None, to_fetch=True)
    sheet.go_on(message)


def _ask_for_list(sheet: AddingSheet, found: SubscriptionList) -> None:
    count = len(found.sources)
    sheet.ask(Choice(ListOffer(found), adding.add_list(count)), adding.asks_for_list(count))


async def _ask_for_articles(sheet: AddingSheet, found: SavedArticles) -> None:
    """Say what an export of saved articles would bring, and ask whether it is to be brought."""
    would = await sheet.library.preview_articles(found)
    if not (would.new or would.known):
        sheet.say(adding.counted(would), problem=True)
        return
    row = adding.import_articles(would.new) if would.new else adding.take_marks_again()
    sheet.ask(Choice(ArticlesOffer(found), row), adding.asks_for_articles(would))
