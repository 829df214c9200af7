"""What takes a step back: as plain a value as the step, so that either is done, and told of, in one way."""

from dataclasses import replace

from tuinews.model.undo.changes import (
    Change,
    EntriesMarked,
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


def inverse(change: Change) -> Step:
    """The step that takes a change back."""
    match change:
        case EntriesMarked(ids, mark, value):
            return EntriesMarked(ids, mark, not value)
        case TagsChanged(entries):
            return TagsChanged(tuple(replace(one, before=one.after, after=one.before) for one in entries))
        case StoryParted(entry_id, title, story, others):
            return StoryJoined(entry_id, title, story, others)
        case SourcesRemoved(ids, titles):
            return SourcesRestored(ids, titles)
        case NoteChanged(entry_id, before, after):
            return NoteChanged(entry_id, after, before)
        case HighlightsChanged(entry_id, made, left):
            return HighlightsChanged(entry_id, left, made)
        case FolderMoved(path, moved, ids):
            return FolderMoved(moved, path, ids)
        case SourceArranged(source_id, was, arranged):
            return SourceArranged(source_id, arranged, was)
        case SelectorRuleChanged(source_id, title, old, new):
            return SelectorRuleChanged(source_id, title, new, old)
        case QueryChanged(earlier, later):
            return QueryChanged(later, earlier)
