"""When a source is due: by its own interval, else by that of the settings."""

from datetime import datetime, timedelta

from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions


def interval(options: SourceOptions, usual: timedelta) -> timedelta:
    """How long after a refresh a source is due again; `usual` is what the settings say."""
    return usual if options.refresh_minutes is None else timedelta(minutes=options.refresh_minutes)


def is_due(source: Source, now: datetime) -> bool:
    """Whether a source should be refreshed automatically; a clock that was set back never delays one for long."""
    if source.gone:
        return False
    if source.next_refresh is None or source.last_refresh is None:
        return True
    return source.next_refresh <= now or source.last_refresh > now + timedelta(minutes=5)


def takes_part(source: Source, now: datetime) -> bool:
    """Whether a refresh of all sources asks this one: one that has an interval of its own waits for it.

    One that failed is tried again, whatever its interval is.
    """
    if source.gone:
        return False
    return source.options.refresh_minutes is None or source.error is not None or is_due(source, now)
