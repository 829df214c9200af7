"""What undo and redo say of what they have just taken back, or done again."""

from tuinews.language import _, ngettext
from tuinews.model.article import SelectorRule
from tuinews.text import clean_line

_LONGEST = 60
"""Characters of a name."""


def marked(count: int, mark: str) -> str:
    """Articles have a mark again, or have lost one again: `3 articles marked as read again`."""
    return {
        "read": ngettext("1 article marked as read again", "{count} articles marked as read again", count),
        "unread": ngettext("1 article marked as unread again", "{count} articles marked as unread again", count),
        "starred": ngettext("1 article starred again", "{count} articles starred again", count),
        "unstarred": ngettext("1 article unstarred again", "{count} articles unstarred again", count),
    }[mark]


def read_by(title: str, rule: SelectorRule | None) -> str:
    """A source's pages are read by a rule again, or by none."""
    title = clean_line(title, _LONGEST)
    if rule is None:
        return _("“{title}” is read like any other source again", title=title)
    return _("“{title}” is read by “{body}” again", title=title, body=clean_line(rule.body or rule.drop, _LONGEST))


def removed(name: str) -> str:
    """A source is gone again."""
    return _("{name} removed again", name=name)


def restored(name: str) -> str:
    """A source has come back."""
    return _("{name} restored", name=name)


def sources(titles: list[str]) -> str:
    """The name of one source, or how many there are."""
    return (
        clean_line(titles[0], _LONGEST)
        if len(titles) == 1
        else ngettext("1 source", "{count} sources", len(titles))
    )


def set_again(title: str) -> str:
    """The options of a source, and perhaps its name and folder, are what they were."""
    return _("“{title}” has its earlier settings again", title=clean_line(title, _LONGEST))


def renamed(title: str, to: str) -> str:
    """A source has its other name again."""
    return _("“{title}” is called “{to}” again", title=clean_line(title, _LONGEST), to=clean_line(to, _LONGEST))


def moved(title: str, folder: str | None) -> str:
    """A source is in its other folder again, or in none."""
    title = clean_line(title, _LONGEST)
    return (
        _("“{title}” is in “{folder}” again", title=title, folder=clean_line(folder, _LONGEST))
        if folder
        else _("“{title}” is in no folder again", title=title)
    )


def renamed_and_moved(title: str, to: str, folder: str | None) -> str:
    """A source has its other name again, and is in its other folder again, or in none."""
    title, to = clean_line(title, _LONGEST), clean_line(to, _LONGEST)
    if not folder:
        return _("“{title}” is called “{to}” and is in no folder again", title=title, to=to)
    place = clean_line(folder, _LONGEST)
    return _("“{title}” is called “{to}” and is in “{folder}” again", title=title, to=to, folder=place)
