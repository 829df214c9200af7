"""What a step changes, carried over to what is there when it is done.

A step was made from what its process had read. Another process may have changed the same thing since, and a step
that is taken back later finds what others did after it: only what the step itself changed may follow from it.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from tuinews.model.annotations.highlights import Highlight

T = TypeVar("T")


def carried(now: T, before: T, after: T) -> T:
    """What `now` becomes by the step from `before` to `after`: of a dataclass only the fields that differ in these
    two, of their own dataclasses likewise; anything else is `after` where they differ.
    """
    if before == after:
        return now
    if not is_dataclass(after) or type(now) is not type(after) or type(before) is not type(after):
        return after
    parts: dict[str, Any] = {
        field.name: carried(*(getattr(one, field.name) for one in (now, before, after))) for field in fields(after)
    }
    whole: Any = after
    changed: T = replace(whole, **parts)
    return changed


def carried_tags(now: Sequence[str], before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The tags of an entry by the step from some to others, in their order."""
    gone = set(before) - set(after)
    return tuple(sorted({*(one for one in now if one not in gone), *(one for one in after if one not in before)}))


def carried_highlights(
    now: Sequence[Highlight], before: Sequence[Highlight], after: Sequence[Highlight]
) -> tuple[Highlight, ...]:
    """The highlights of an entry by the step from some to others; those that are new stand last, as in `after`."""
    known, left = {one.id for one in before}, {one.id for one in after}
    gone = known - left
    new = [one for one in after if not one.id or one.id not in known]
    again = {one.id for one in new if one.id}
    return (*(one for one in now if one.id not in gone | again), *new)
