"""What the commands say of articles, and of their marks, notes and highlights."""

from tuinews.errors import QueryError
from tuinews.language import N_, _, ngettext
from tuinews.model.view import Filter
from tuinews.query.tokens import MAX_LENGTH


def left_out(count: int) -> str:
    """Lines that the site of an article repeats are not printed."""
    return ngettext(
        "1 line that its site repeats is left out; --whole prints it",
        "{count} lines that its site repeats are left out; --whole prints them",
        count,
    )


NO_ARTICLES = {
    Filter.ALL: N_("No articles yet. Add a source (tuinews add URL) or refresh (tuinews refresh)."),
    Filter.UNREAD: N_("No unread articles."),
    Filter.STARRED: N_("No starred articles."),
    Filter.OFFLINE: N_("No articles saved for offline reading."),
}
NO_ARTICLES_YET = N_("No articles yet. Try: tuinews add URL, or tuinews demo")
NOT_SAVED = N_("its text is not saved")
READ_ONLINE = N_("read it once while online")


def unknown_article(entry_id: int) -> str:
    """An id that no article has."""
    return _("article {entry_id}: it is not in the library; see: tuinews list", entry_id=entry_id)


def changed(count: int) -> str:
    """How many articles a mark changed."""
    return ngettext("1 article changed", "{count} articles changed", count)


def no_results(query: str) -> str:
    """A search found nothing."""
    return _("No results for “{query}” in titles, summaries and saved articles.", query=query)


def muted_here(count: int) -> str:
    """Some of what a search finds, or a list has, is left out."""
    return ngettext(
        "1 is muted and left out; tuinews search is:muted lists it",
        "{count} are muted and left out; tuinews search is:muted lists them",
        count,
    )


def query_mistake(query: str, error: QueryError) -> tuple[str, str]:
    """A query that cannot be read, with the place, and why."""
    place = f"{query[: error.column]}→{query[error.column : MAX_LENGTH]}"
    return place, error.why + (f"; {error.do}" if error.do else "")


NEVER_CHANGED = N_("there is no earlier version of this article: it has not changed since it was saved")
NO_NOTE = N_("no note")
NOTE_KEPT = N_("the note is saved")
NO_HIGHLIGHTS = N_("No highlights yet. Press V in an article, then c.")
NOT_IN_TEXT = N_("no longer in the text")
HIGHLIGHT_REMOVED = N_("the highlight was removed")
YOUR_NOTE = N_("Note:")


def highlighted(highlight_id: int) -> str:
    """A passage was highlighted, under a number."""
    return _("highlight {highlight_id} is saved", highlight_id=highlight_id)
