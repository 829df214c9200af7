"""What the list says of itself: its title, how much it lists, and why it is empty."""

from collections.abc import Sequence

from tuinews.language import number
from tuinews.late import late_imports
from tuinews.model.source import Source
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import Counts, Filter, View
from tuinews.ui.keymap import Keymap
from tuinews.ui.words import messages, states

with late_imports(__name__):
    from tuinews.model.accounts.account import AccountStatus
    from tuinews.query import mistyped


def source_of(view: View, sources: Sequence[Source]) -> Source | None:
    """The source that a view lists, None if it lists more."""
    return next((source for source in sources if source.id == view.source_id), None)


def listed_accounts(
    view: View, sources: Sequence[Source], accounts: Sequence[AccountStatus]
) -> list[AccountStatus]:
    """The accounts whose sources a source or a folder lists."""
    folder = view.folder
    if folder is not None:
        listed = {source.account_id for source in sources if source.is_in(folder)}
    else:
        source = source_of(view, sources)
        listed = {source.account_id} if source else set()
    return [one for one in accounts if one.account.id in listed]


def view_title(view: View, sources: Sequence[Source], saved: SavedView | None = None) -> str:
    """The name of what is listed; `saved` is the view that is."""
    if view.query:
        return states.search_results(view.query, view.filter)
    if saved is not None:
        return states.filtered(saved.name, view.filter)
    if view.folder is not None:
        return states.filtered(view.folder, view.filter)
    if view.source_id is not None:
        source = source_of(view, sources)
        return states.filtered(source.title if source else "", view.filter)
    return states.all_articles(view.filter)


def view_note(view: View, sources: Sequence[Source], counts: Counts | None, listed: int | None) -> str:
    """How much is listed: what is unread of it where all are listed, else how many there are.

    Nothing while that is not known: `counts` is None until they were counted, `listed` until `view` is listed.
    """
    if view.query or view.saved_id is not None or view.filter is not Filter.ALL:
        return "" if listed is None else number(listed)
    if counts is None:
        return ""
    if view.source_id is not None:
        source = source_of(view, sources)
        return states.unread(source.unread) if source else ""
    if view.folder is not None:
        return states.unread(sum(one.unread for one in sources if one.is_in(view.folder)))
    return states.unread(counts.unread)


def empty_list(
    view: View,
    sources: Sequence[Source],
    keymap: Keymap,
    found: int = 0,
    *,
    offline: bool = False,
    refreshing: bool = False,
) -> tuple[str, ...]:
    """Why nothing is listed, and which key helps; `found` is what a search found without its filter, `offline`
    says that there is no network, `refreshing` that sources are being asked.
    """
    source = source_of(view, sources)
    if view.query and found:
        return states.found_but_filtered(found, view.filter, keymap)
    if view.query:
        return states.nothing_found(view.query, keymap, mistyped.mistyped_field(view.query))
    if not sources:
        return states.no_sources(keymap)
    if source and source.error and not source.total:
        return states.source_failed(source.title, source.error, keymap)
    if offline and view.filter is Filter.ALL:
        return states.no_articles_offline(keymap)
    if refreshing and view.filter is Filter.ALL:
        return states.no_articles_before_the_end(keymap)
    return {
        Filter.ALL: states.no_articles,
        Filter.UNREAD: states.none_unread,
        Filter.STARRED: states.none_starred,
        Filter.OFFLINE: states.none_offline,
    }[view.filter](keymap)


def none_listed(view: View, keymap: Keymap) -> str:
    """What keys say that act on a listed article while none is listed."""
    if view.filter is not Filter.ALL:
        return messages.none_listed_by_filter(keymap)
    if view.query:
        return messages.none_listed_by_search(keymap)
    return messages.none_listed(keymap)
