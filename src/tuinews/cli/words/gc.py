"""What `tuinews gc` says: how many articles go, of which sources, and what room that gives."""

from collections.abc import Iterator

from tuinews.language import N_, _, ngettext, size_in_words
from tuinews.model.sources.retention import RetirementResult
from tuinews.text import clean_line

KEPT_FOR_EVER = N_(
    "Everything is kept for ever: keep_unread_days, keep_read_days and keep_most are not set (tuinews config show)"
)
NOTHING = N_("Nothing is kept longer than it should be")
WAITING = N_(
    "The clock is far ahead of the last time articles were retired; nothing is retired until it has been "
    "so on three days"
)


def retired(what: RetirementResult, *, is_done: bool) -> Iterator[str]:
    """The lines of a pass, or of what one would do."""
    if what.is_waiting:
        yield _(WAITING)
    elif not what.entries:
        yield _(NOTHING if what.has_limits else KEPT_FOR_EVER)
    for one in what.going:
        count = ngettext("1 article", "{count} articles", one.entries)
        yield f"{clean_line(one.title, 40)}: {count}, {size_in_words(one.text_bytes + one.picture_bytes)}"
    if what.entries:
        text = sum(one.text_bytes for one in what.going)
        pictures = sum(one.picture_bytes for one in what.going)
        yield (_went if is_done else _would_go)(what.entries, text, pictures)
    if is_done and what.entries:
        yield _(
            "{free} of the library’s file are free for new articles; the file itself does not shrink",
            free=size_in_words(what.free_bytes),
        )


def _went(entries: int, text: int, pictures: int) -> str:
    return ngettext(
        "1 article was retired: about {text} of text and {pictures} of pictures",
        "{count} articles were retired: about {text} of text and {pictures} of pictures",
        entries,
        text=size_in_words(text),
        pictures=size_in_words(pictures),
    )


def _would_go(entries: int, text: int, pictures: int) -> str:
    return ngettext(
        "1 article would be retired: about {text} of text and {pictures} of pictures",
        "{count} articles would be retired: about {text} of text and {pictures} of pictures",
        entries,
        text=size_in_words(text),
        pictures=size_in_words(pictures),
    )
