"""Reading an article another way, where what was made of its page is not right."""

from dataclasses import replace

from tuinews.model.article import Article
from tuinews.model.row import Ways
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.commands.opening import now_kept
from tuinews.ui.screens.desk import Desk, Work
from tuinews.ui.widgets.shown import Shown, Stage


def next_way(desk: Desk) -> None:
    """Show the open article the next way, and keep it so; after the last way comes the first."""
    entry_id = desk.open_id
    if entry_id is None:
        desk.say(f"No article is open; {desk.keymap.key('open')} opens one")
        return

    async def job(library: AskedLibrary) -> None:
        ways = await library.ways(entry_id)
        if desk.open_id != entry_id:
            return
        if ways.missing is None:
            desk.online()
        else:
            desk.fail(ways.missing)
        place = _next(ways, desk.shown)
        article = ways.articles[place]
        if desk.shown.article is None or article.text != desk.shown.article.text:
            desk.shown = replace(desk.shown, stage=Stage.KEPT, article=article, notes=())
            if not library.read_only:
                desk.mark(lambda library: _keep(desk, library, entry_id, article))
        desk.say(wording.way(ways, place))

    desk.say("Looking for other ways to read it…")
    desk.begin(Work.OPEN, job)


async def _keep(desk: Desk, library: AskedLibrary, entry_id: int, article: Article) -> None:
    await library.choose(entry_id, article)
    now_kept(desk, entry_id)


def _next(ways: Ways, shown: Shown) -> int:
    """The way behind the one that is shown; the first where none of them is."""
    now = shown.article
    texts = [article.text for article in ways.articles]
    if now is None or shown.stage is not Stage.KEPT or now.text not in texts:
        return 0
    return (texts.index(now.text) + 1) % len(texts)
