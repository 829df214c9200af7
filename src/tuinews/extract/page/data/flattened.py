"""Graphs that were written as one list, whose members name each other by their place.

Nuxt and SvelteKit write so (devalue: `[{"post":1},{"title":2},"…"]`), and React Router (turbo-stream:
`[{"_1":2},"post",…]`, where keys are places too).
"""

import re

_KEY = re.compile(r"_(\d+)")
_WRAPPERS = frozenset(
    ("Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "NuxtError", "Island", "P")
)
_VALUES = frozenset(("Date", "BigInt", "RegExp", "URL", "D", "U", "B", "Y", "R", "E"))

LEAST = 4
"""Members of such a list."""


def is_flattened(value: object) -> bool:
    """Whether a value is a graph written as one list."""
    if not isinstance(value, list) or len(value) < LEAST:
        return False
    first = value[0]
    if isinstance(first, dict):
        return bool(first) and all(_is_place(place, value) for place in first.values())
    if not isinstance(first, list) or not first:
        return False
    places = first[1:] if isinstance(first[0], str) else first
    return bool(places) and all(_is_place(place, value) for place in places)


def unflattened(members: list[object]) -> object:
    """The graph; each member is made once, so that it may hold itself."""
    made: dict[int, object] = {}
    todo: list[int] = []

    def member(place: object) -> object:
        if not isinstance(place, int) or not 0 <= place < len(members):
            return None
        place = _unwrapped(members, place)
        if place not in made:
            value = members[place]
            made[place] = {} if isinstance(value, dict) else [] if isinstance(value, list) else value
            todo.append(place)
        return made[place]

    root = member(0)
    while todo:
        place = todo.pop()
        value, target = members[place], made[place]
        if isinstance(value, dict) and isinstance(target, dict):
            for key, inner in value.items():
                named = _KEY.fullmatch(key)
                target[str(member(int(named[1])) if named else key)] = member(inner)
        elif isinstance(value, list) and isinstance(target, list):
            if value and isinstance(value[0], str):
                places = value[1:]
                target.extend(places if value[0] in _VALUES else [member(inner) for inner in places])
            else:
                target.extend(member(inner) for inner in value)
    return root


def _unwrapped(members: list[object], place: int) -> int:
    """The place of the value in a wrapper that tells an application to watch it."""
    for _ in range(len(_WRAPPERS)):
        value = members[place]
        if not isinstance(value, list) or len(value) != 2 or value[0] not in _WRAPPERS:
            break
        if not isinstance(value[1], int) or not 0 <= value[1] < len(members):
            break
        place = value[1]
    return place


def _is_place(place: object, members: list[object]) -> bool:
    return isinstance(place, int) and not isinstance(place, bool) and -10 <= place < len(members)
