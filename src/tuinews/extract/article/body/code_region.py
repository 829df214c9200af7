"""Keeps every block of code inside the text: the line model knows few, and no page has one beside its article."""

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import holds_comments
from tuinews.extract.page.tags import Trait

WRAPPING = 4
"""Elements around a block of code that may be its wrapping."""

_APART = int(Trait.FORM | Trait.NAVIGATION | Trait.FOOTER)


def code_lines(page_lines: PageLines, text: set[int]) -> set[int]:
    """The lines of the blocks of code between the kept lines, and directly after the last of them in its box."""
    blocks = _blocks(page_lines)
    if not blocks:
        return set()
    boxes = {page_lines.parent[page_lines.lines[place].element] for place in text}
    first, last = min(text), max(text)
    shown: set[str] = set()
    found: set[int] = set()
    for element in blocks:
        places = range(page_lines.first[element], page_lines.last[element])
        inside = first < places.start < last
        after = places.start == last + 1 and not boxes.isdisjoint(_around(page_lines, element))
        code = "\n".join(page_lines.lines[place].text for place in places)
        hidden = page_lines.traits[element] & int(Trait.HIDDEN)
        if (inside or after) and not (hidden and code in shown):
            found.update(places)
            last = max(last, places.stop - 1)
        shown.add(code)
    return found


def _blocks(page_lines: PageLines) -> list[int]:
    return [
        element
        for element in page_lines.index.tagged("pre")
        if page_lines.first[element] < page_lines.last[element]
        and not page_lines.traits[element] & _APART
        and not any(holds_comments(page_lines.names[above]) for above in _around(page_lines, element, far=True))
    ]


def _around(page_lines: PageLines, element: int, *, far: bool = False) -> set[int]:
    found: set[int] = set()
    element = page_lines.parent[element]
    while element > 0 and (far or len(found) < WRAPPING):
        found.add(element)
        element = page_lines.parent[element]
    return found
