"""What undo and redo say of what they have just taken back, or done again."""

from tuinews.model.article import SelectorRule
from tuinews.text import clean_line

_LONGEST = 60
"""Characters of a name."""


def marked(count: int, mark: str) -> str:
    """Articles have a mark again, or have lost one again: `3 articles marked as read again`."""
    return f"1 article {mark} again" if count == 1 else f"{count:,} articles {mark} again"


def read_by(title: str, rule: SelectorRule | None) -> str:
    """A source's pages are read by a rule again, or by none."""
    title = clean_line(title, _LONGEST)
    if rule is None:
        return f"“{title}” is read like any other source again"
    return f"“{title}” is read by “{clean_line(rule.body or rule.drop, _LONGEST)}” again"


def removed(name: str) -> str:
    """A source is gone again."""
    return f"{name} removed again"


def restored(name: str) -> str:
    """A source has come back."""
    return f"{name} restored"


def sources(titles: list[str]) -> str:
    """The name of one source, or how many there are."""
    return clean_line(titles[0], _LONGEST) if len(titles) == 1 else f"{len(titles)} sources"


def renamed(title: str, to: str) -> str:
    """A source has its other name again."""
    return f"“{clean_line(title, _LONGEST)}” is called “{clean_line(to, _LONGEST)}” again"


def moved(title: str, folder: str | None) -> str:
    """A source is in its other folder again, or in none."""
    title = clean_line(title, _LONGEST)
    return (
        f"“{title}” is in “{clean_line(folder, _LONGEST)}” again" if folder else f"“{title}” is in no folder again"
    )


def renamed_and_moved(title: str, to: str, folder: str | None) -> str:
    """A source has its other name again, and is in its other folder again, or in none."""
    where = f"in “{clean_line(folder, _LONGEST)}”" if folder else "in no folder"
    return f"“{clean_line(title, _LONGEST)}” is called “{clean_line(to, _LONGEST)}” and is {where} again"
