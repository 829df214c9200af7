"""How much prose each value of a page's data holds, and which of them is the text of an article."""

import re
from collections import defaultdict

from tuinews.extract.page.data.content_keys import ADDRESSES, DATES, TITLES, Node, is_content, is_summary
from tuinews.extract.page.data.prose import is_markup, letters_of, plain
from tuinews.extract.page.data.references import References
from tuinews.extract.page.data.rich.elements import element_of
from tuinews.extract.page.data.rich.kinds import BlockKind, kind_of
from tuinews.extract.page.data.scripts import nested
from tuinews.folding import key_of

MAX_VALUES, MAX_DEPTH = 80_000, 90
"""Values of a page that are weighed, and values inside each other."""

GREATER_PART = 0.6
"""Share of an object's prose from which one of its members is its text, and the rest belongs to something else."""

TOLD_HERE = 0.5
"""Share of an object's prose in strings of its own from which they are its text, one field after another."""

MESSAGES = 12
"""Sentences of their own in one object above which they are what an application says, each under its key."""

LEAST_LINE, LEAST_SUMMARY = 60, 600
"""Letters of a string that shows where a text is, and of a summary that is a text."""

ALIKE = 0.8
"""Share of the items of a list that say title and address, or title and date, from which they are articles."""

OPENING = 50
"""Letters at the beginning of two texts that are compared, to see that one is the other."""

_MAY_HOLD = ("$", "{", "[")
"""What a string begins with that names another value, or is one written as JSON."""

_CONTAINERS, _HOLDS_TEXT = (list, dict), (str, list, dict)
"""Kinds of values; `str | list | dict` would be put together anew for each of ten thousand."""

_TITLED, _PLACED = frozenset(TITLES), frozenset((*ADDRESSES, *DATES))
_DOCUMENT = ("entityMap", "markups", "ops")
_NUMBERED = re.compile(r"^\d+$|\d.*\d|^[0-9a-f-]{8,}$")


class Weights:
    """Weighs the values of one page, each once."""

    def __init__(self, references: References) -> None:
        self.references, self.left = references, MAX_VALUES
        self._known: dict[int, tuple[int, str]] = {}
        self._strings: dict[str, tuple[int, str]] = {}
        self._nested: dict[int, object] = {}
        self._kept: list[object] = []
        self.objects: list[Node] = []
        """Every object with prose, the inner ones first."""

    def inner(self, value: object) -> object:
        """The value, the one that it names, or the one that it holds as JSON."""
        if isinstance(value, str) and value[:1] not in _MAY_HOLD:
            return value
        value = self.references.follow(value)
        if not isinstance(value, str) or value[:1] not in ("{", "["):
            return value
        if id(value) not in self._nested:
            found = nested(value)
            self._nested[id(value)] = value if found is None else found
            self._kept.append(value)
        return self._nested[id(value)]

    def of(self, value: object) -> int:
        """The letters of prose in a value; of a list of articles, those of the longest."""
        return self._weighed(self.inner(value), 0)[0]

    def opening(self, value: object) -> str:
        """The first letters of its prose."""
        return self._weighed(self.inner(value), 0)[1]

    def _weighed(self, value: object, depth: int) -> tuple[int, str]:
        known = self._known.get(id(value))
        if known is not None:
            return known
        self.left -= 1
        if self.left < 0 or depth > MAX_DEPTH:
            return 0, ""
        if isinstance(value, str):
            return self._of_string(value)
        if not isinstance(value, _CONTAINERS) or not value:
            return 0, ""
        self._known[id(value)] = (0, "")
        result = self._known[id(value)] = self._of_container(value, depth)
        if result[0] and isinstance(value, dict):
            self.objects.append(value)
        return result

    def _of_string(self, value: str) -> tuple[int, str]:
        known = self._strings.get(value)
        if known is None:
            letters = letters_of(value)
            opening = key_of(plain(value[:2000]))[:OPENING] if letters else ""
            known = self._strings[value] = letters, opening
        return known

    def _of_container(self, value: list[object] | dict[str, object], depth: int) -> tuple[int, str]:
        element = element_of(value)
        if element is not None and element.is_left_out:
            return 0, ""
        if isinstance(value, dict) and kind_of(value) is BlockKind.LEFT_OUT and not is_article(value):
            return 0, ""
        members = contents(value) if isinstance(value, dict) else value
        if self.left < len(members):
            return 0, ""
        members = [self.inner(member) for member in members if isinstance(member, _HOLDS_TEXT)]
        weighed = [self._weighed(member, depth + 1) for member in members]
        opening = next((first for letters, first in weighed if letters), "")
        if are_articles(members):
            return max((letters for letters, _ in weighed), default=0), opening
        if isinstance(value, dict):
            if (
                sum(isinstance(one, str) and own[0] > 0 for one, own in zip(members, weighed, strict=True))
                > MESSAGES
            ):
                return 0, ""
            once: dict[str, int] = {}
            for letters, first in weighed:
                once[first] = max(letters, once.get(first, 0))
            return sum(once.values()), opening
        return sum(letters for letters, _ in weighed), opening

    def holds(self, outer: object, wanted: object) -> bool:
        """Whether a value is somewhere in another."""
        todo, seen = [outer], set[int]()
        while todo and len(seen) < MAX_VALUES:
            one = self.inner(todo.pop())
            if one is wanted:
                return True
            if id(one) in seen or not isinstance(one, _CONTAINERS) or not self._weighed(one, 0)[0]:
                continue
            seen.add(id(one))
            todo.extend(contents(one) if isinstance(one, dict) else one)
        return False

    def text_in(self, value: object) -> tuple[object, list[Node]]:
        """The text of an article in a value, and the objects around it, the innermost last."""
        around: list[Node] = []
        for _ in range(MAX_DEPTH):
            value = self.inner(value)
            member = self._greater_part(value)
            if member is None:
                return value, around
            if isinstance(value, dict):
                around.append(value)
            value = member
        return value, around

    def _greater_part(self, value: object) -> object:
        if isinstance(value, list):
            return self._of_list(value)
        if not isinstance(value, dict) or any(key in value for key in _DOCUMENT) or kind_of(value) in _TEXTS:
            return None
        members = contents(value)
        if are_articles([self.inner(member) for member in members]):
            return max(members, key=self.of)
        total = self.of(value)
        best = max(
            members, key=lambda member: (self.of(member) >= GREATER_PART * total, self._form(member)), default=None
        )
        if best is None or not total:
            return None
        if self.of(best) >= GREATER_PART * total:
            return best
        told = sum(self.of(member) for member in members if isinstance(self.inner(member), str))
        return None if told >= TOLD_HERE * total else self._of_one_kind(value)

    def _of_one_kind(self, value: Node) -> object:
        """The innermost value around the prose under that path of keys that has most of it."""
        sums: defaultdict[tuple[str, ...], int] = defaultdict(int)
        around: dict[tuple[str, ...], list[object]] = {}
        todo: list[tuple[tuple[str, ...], list[object], object]] = [((), [value], value)]
        for _ in range(MAX_VALUES):
            if not todo:
                break
            path, chain, one = todo.pop()
            one = self.inner(one)
            if isinstance(one, str):
                letters = self._of_string(one)[0] if len(one) >= LEAST_LINE else 0
                if letters:
                    sums[path] += letters
                    common = around.setdefault(path, chain)
                    around[path] = [a for a, b in zip(common, chain, strict=False) if a is b]
            elif self._weighed(one, 0)[0] and len(chain) < MAX_DEPTH:
                keyed = contents_by_key(one) if isinstance(one, dict) else [("", inner) for inner in as_list(one)]
                todo.extend(
                    ((*path, _kind_of_key(key)) if key else path, [*chain, one], inner)
                    for key, inner in reversed(keyed)
                )
        best = max(sums, key=lambda path: sums[path], default=None)
        if best is None or around[best][-1] is value:
            return None
        return around[best][-1]

    def _of_list(self, values: list[object]) -> object:
        inner = [self.inner(value) for value in values]
        if are_articles(inner):
            return max(inner, key=self.of)
        if element_of(values) is None and any(isinstance(one, dict) and kind_of(one) for one in inner):
            return None
        total = self.of(values)
        best = max(inner, key=self.of, default=None)
        alone = best is not None and not isinstance(best, str) and self.of(best) > 0.9 * total
        return best if alone or (element_of(values) is not None and best is not None and total) else None

    def _form(self, value: object) -> tuple[int, int]:
        """Blocks say more than markup, and markup more than plain text, where they say the same."""
        value = self.inner(value)
        return (
            2 if isinstance(value, _CONTAINERS) else int(isinstance(value, str) and is_markup(value))
        ), self.of(value)


_TEXTS = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST,
    BlockKind.ITEM,
    BlockKind.QUOTE,
    BlockKind.CODE,
)


def _kind_of_key(key: str) -> str:
    """A key, or "*" for one that counts or identifies."""
    return "*" if _NUMBERED.search(key) else key


def contents_by_key(value: Node) -> list[tuple[str, object]]:
    """The members of an object that may hold text of an article, with their keys."""
    return [
        (key, inner)
        for key, inner in value.items()
        if isinstance(inner, _HOLDS_TEXT)
        and is_content(key)
        and (not isinstance(inner, str) or len(inner) >= LEAST_SUMMARY or not is_summary(key))
    ]


def contents(value: Node) -> list[object]:
    """The members of an object that may hold text of an article."""
    return [inner for _, inner in contents_by_key(value)]


def as_list(value: object) -> list[object]:
    """A list as it is, and nothing of anything else."""
    return value if isinstance(value, list) else []


def is_article(one: Node) -> bool:
    """Whether an object says a title with an address or a date."""
    if _TITLED.isdisjoint(one) or _PLACED.isdisjoint(one):
        return False
    return any(isinstance(one.get(key), str) for key in TITLES) and any(
        isinstance(one.get(key), str | int) for key in (*ADDRESSES, *DATES)
    )


def are_articles(members: list[object]) -> bool:
    """Whether most of these objects say a title with an address or a date, as articles do."""
    objects = [member for member in members if isinstance(member, dict)]
    if len(objects) < 2 or len(objects) < ALIKE * len(members):
        return False
    told = sum(is_article(one) and kind_of(one) not in _TEXTS for one in objects)
    return told >= max(2, ALIKE * len(objects))
