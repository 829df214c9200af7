"""What a refresh brought, and what was packed for a journey."""

from collections.abc import Sequence

from tuinews.language import N_, _, decimal, ellipsis, ngettext, number
from tuinews.model.offline.packed import PackedSource, PackingEnd, PackingResult
from tuinews.model.refresh import RefreshResult
from tuinews.text import clean_line


def refreshed(result: RefreshResult) -> str:
    """One line of what a refresh brought."""
    parts = [
        ngettext("1 source", "{count} sources", result.sources),
        _("{count} new", count=number(result.new_entries)),
        ngettext("1 article saved", "{count} articles saved", result.articles),
    ]
    if result.articles_failed:
        parts.append(
            ngettext(
                "1 article could not be fetched", "{count} articles could not be fetched", result.articles_failed
            )
        )
    if result.left_out:
        parts.append(
            ngettext(
                "1 article left out, the budget is used up",
                "{count} articles left out, the budget is used up",
                result.left_out,
            )
        )
    if result.elsewhere:
        parts.append(_("{count} being refreshed by another tuinews", count=number(result.elsewhere)))
    if result.not_modified:
        parts.append(_("{count} unchanged", count=number(result.not_modified)))
    if result.failed:
        parts.append(_("{count} failed", count=number(len(result.failed))))
    return ", ".join(parts) + ", " + _("{seconds} s", seconds=decimal(result.seconds))


def retired(count: int) -> str:
    """What went after a refresh, as the settings say."""
    return ngettext(
        "1 article was retired, as the settings say",
        "{count} articles were retired, as the settings say",
        count,
    )


NOTHING_PACKED = N_("Nothing was packed.")

PACKING_ENDS = {
    PackingEnd.NOTHING_LEFT: N_("There is nothing unread left."),
    PackingEnd.BUDGET: N_("The budget is used up."),
    PackingEnd.OFFLINE: N_("There is no network; only what is saved could be packed."),
}


def packed(done: PackingResult) -> str:
    """One line of what was packed."""
    articles = ngettext("1 article", "{count} articles", len(done.ids))
    sources = ngettext("from 1 source", "from {count} sources", len(done.sources))
    fetched = _(
        "{count} fetched now, {size} MB", count=number(done.fetched), size=decimal(done.received / 1_000_000)
    )
    words = _(
        "{time} of reading: {articles} {sources} ({fetched})",
        time=hours_and_minutes(done.minutes),
        articles=articles,
        sources=sources,
        fetched=fetched,
    )
    return f"{words}, {_failed(done)}" if done.failed else words


def nothing_packed(done: PackingResult) -> str:
    """That nothing was packed, though articles were asked for."""
    return f"{_(NOTHING_PACKED)} {_failed(done)}" if done.failed else _(NOTHING_PACKED)


def packing_end(done: PackingResult) -> list[str]:
    """Why it ended before it was full; what could not be fetched is still unread."""
    is_left = done.end is PackingEnd.NOTHING_LEFT and done.failed
    return [] if done.end is PackingEnd.FULL or is_left else [_(PACKING_ENDS[done.end])]


def _failed(done: PackingResult) -> str:
    return ngettext("1 article could not be fetched", "{count} articles could not be fetched", done.failed)


def packed_source(source: PackedSource) -> str:
    """A line of one source."""
    articles = ngettext("1 article", "{count} articles", source.articles)
    return f"  {hours_and_minutes(source.minutes):>12}  {clean_line(source.title, 60)}  {articles}"


def hours_and_minutes(minutes: int) -> str:
    """`6 h 5 min`, `6 h`, `5 min`."""
    if minutes < 60:
        return _("{count} min", count=minutes)
    if minutes % 60 == 0:
        return _("{hours} h", hours=minutes // 60)
    return _("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def how_to_list(query: str) -> str:
    """The command that lists what was packed."""
    return _("To list them: tuinews list --search '{query}'", query=query)


def dead(titles: Sequence[str]) -> str:
    """Which sources have not answered for two weeks, and the command that lists them."""
    names = ", ".join(clean_line(title, 40) for title in titles[:3]) + (
        f", {ellipsis()}" if len(titles) > 3 else ""
    )
    return ngettext(
        "1 source has not answered for 14 days: {names}; see: tuinews sources --failing",
        "{count} sources have not answered for 14 days: {names}; see: tuinews sources --failing",
        len(titles),
        names=names,
    )


NONE_DUE = N_("No source is due yet.")
NONE_FAILS = N_("No source fails.")


def what_helps(source_id: int, *, is_refused: bool, is_gone: bool, is_left_alone: bool) -> str:
    """What one can do about a source that fails."""
    if is_left_alone:
        return _("the server asked for a pause: it is left alone until then")
    if is_refused:
        return _("tuinews set {id} user_agent=… (or headers, cookies, fetch_command) may open it", id=source_id)
    if is_gone:
        return _("tuinews refresh {id} tries once more, tuinews remove {id} removes it", id=source_id)
    return _("tuinews refresh {id} tries now", id=source_id)


def failing(since: str, next_try: str) -> str:
    """Since when a source fails, and when it is tried again; an account's source knows only the latter."""
    if not since:
        return _("next try {next_try}", next_try=next_try) if next_try else ""
    if not next_try:
        return _("failing since {since}; it is not retried automatically", since=since)
    return _("failing since {since}; next try {next_try}", since=since, next_try=next_try)
