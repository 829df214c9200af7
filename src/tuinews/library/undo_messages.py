"""What undo and redo say of what they have just taken back, or done again."""

from collections.abc import Sequence

from tuinews.language import _, ngettext
from tuinews.model.article import SelectorRule
from tuinews.model.sources.arrangement import Arrangement
from tuinews.model.standing.queries import ArrivalRule, Mute, StandingQuery
from tuinews.model.undo.changes import (
    Change,
    EntriesMarked,
    EntryMark,
    FolderMoved,
    HighlightsChanged,
    NoteChanged,
    QueryChanged,
    SelectorRuleChanged,
    SourceArranged,
    SourcesRemoved,
    SourcesRestored,
    Step,
    StoryJoined,
    StoryParted,
    TagsChanged,
)
from tuinews.model.undo.inverse import inverse
from tuinews.text import clean_line

_LONGEST = 60
"""Characters of a name."""


def undone(change: Change) -> str:
    """What is so again since a step was taken back."""
    return _words(inverse(change))


def redone(change: Change) -> str:
    """What is so again since a step was done again."""
    return _words(change)


def _words(step: Step) -> str:
    match step:
        case EntriesMarked(ids, mark, value):
            return _marked(len(ids), mark, value)
        case SourceArranged(_, before, after):
            return _arranged(before, after)
        case FolderMoved(before, after):
            return _folder(before, after)
        case SelectorRuleChanged(_, title, _, rule):
            return _read_by(title, rule)
        case TagsChanged(entries):
            return ngettext(
                "1 article has its earlier tags again",
                "{count} articles have their earlier tags again",
                len(entries),
            )
        case NoteChanged(_, _, note):
            return _("The article has its earlier note again") if note else _("The article has no note again")
        case HighlightsChanged():
            return _("The article has its earlier highlights again")
        case StoryParted(_, title):
            return _("“{title}” is a story of its own again", title=clean_line(title, _LONGEST))
        case StoryJoined(_, title):
            return _("“{title}” is one with the others again", title=clean_line(title, _LONGEST))
        case QueryChanged(before, after):
            return _query(before, after)
        case SourcesRemoved(_, titles):
            return _("{name} removed again", name=_sources(titles))
        case SourcesRestored(_, titles):
            return _("{name} restored", name=_sources(titles))


def _marked(count: int, mark: EntryMark, value: bool) -> str:
    """Articles have a mark again, or have lost one again: `3 articles marked as read again`."""
    return {
        (EntryMark.READ, True): ngettext(
            "1 article marked as read again", "{count} articles marked as read again", count
        ),
        (EntryMark.READ, False): ngettext(
            "1 article marked as unread again", "{count} articles marked as unread again", count
        ),
        (EntryMark.STARRED, True): ngettext("1 article starred again", "{count} articles starred again", count),
        (EntryMark.STARRED, False): ngettext(
            "1 article unstarred again", "{count} articles unstarred again", count
        ),
    }[mark, value]


def _arranged(now: Arrangement, then: Arrangement) -> str:
    """What it says when `now` becomes `then` again."""
    title, to = clean_line(now.title, _LONGEST), clean_line(then.title, _LONGEST)
    if then.options != now.options:
        return _("“{title}” has its earlier settings again", title=to)
    if then.folder == now.folder:
        return _("“{title}” is called “{to}” again", title=title, to=to)
    place = clean_line(then.folder, _LONGEST)
    if then.title == now.title:
        return (
            _("“{title}” is in “{folder}” again", title=title, folder=place)
            if place
            else _("“{title}” is in no folder again", title=title)
        )
    if not place:
        return _("“{title}” is called “{to}” and is in no folder again", title=title, to=to)
    return _("“{title}” is called “{to}” and is in “{folder}” again", title=title, to=to, folder=place)


def _folder(now: str | None, then: str | None) -> str:
    """A folder has its other path again, or is there no more, or comes back."""
    here, there = clean_line(now, _LONGEST), clean_line(then, _LONGEST)
    if not there:
        return _("The sources of folder “{folder}” are in no folder again", folder=here)
    if not here:
        return _("Folder “{folder}” is back", folder=there)
    return _("Folder “{folder}” is “{to}” again", folder=here, to=there)


def _read_by(title: str, rule: SelectorRule | None) -> str:
    """A source's pages are read by a rule again, or by none."""
    title = clean_line(title, _LONGEST)
    if rule is None:
        return _("“{title}” is read like any other source again", title=title)
    return _("“{title}” is read by “{body}” again", title=title, body=clean_line(rule.body or rule.drop, _LONGEST))


def _query(now: StandingQuery | None, then: StandingQuery | None) -> str:
    """What it says when `now` becomes `then` again."""
    one = then or now
    if isinstance(one, Mute):
        query = clean_line(one.query, _LONGEST)
        return _("“{query}” is muted again", query=query) if then else _("“{query}” is shown again", query=query)
    if isinstance(one, ArrivalRule):
        query = clean_line(one.query, _LONGEST)
        return (
            _("The rule “{query}” is back", query=query) if then else _("The rule “{query}” is gone", query=query)
        )
    name = clean_line(one.name if one else "", _LONGEST)
    if then is None:
        return _("The view “{name}” is gone again", name=name)
    if now is None:
        return _("The view “{name}” is back", name=name)
    return _("The view “{name}” is as it was", name=name)


def _sources(titles: Sequence[str]) -> str:
    """The name of one source, or how many there are."""
    return (
        clean_line(titles[0], _LONGEST)
        if len(titles) == 1
        else ngettext("1 source", "{count} sources", len(titles))
    )
