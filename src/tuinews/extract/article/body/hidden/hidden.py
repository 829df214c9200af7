"""Which hidden lines are text: those of panels that a click opens, and all where a page hides most of its text."""

from tuinews.extract.page.letters import ENDS_OF_LEAD
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import SPOKEN_ONLY
from tuinews.extract.page.tags import HEADINGS, Trait
from tuinews.extract.page.tree import attribute, elements_beside

LEAST_VISIBLE = 0.6
"""Share of visible letters from which hidden lines are no text; with less the page hides its text until
clicked."""

LONGEST_TITLE = 200
"""Letters of the title of a panel."""

LEAST_PROSE = 60
"""Letters of a sentence in a box that is hidden from screen readers; a pull quote or a label has fewer."""

_BOXES = frozenset(("div", "section"))
_HIDDEN, _UNSHOWN = int(Trait.HIDDEN), int(Trait.UNSHOWN)
_APART = int(Trait.FORM | Trait.NAVIGATION | Trait.ASIDE | Trait.FOOTER)
_OPENS = "button, [aria-expanded], [aria-controls], [role=button], [role=tab], [data-toggle], [data-bs-toggle]"
_CLICKED = frozenset(("button", "a", "input"))
"""Elements with which one opens other things than text, too: what may be done with the page."""

_TITLES = HEADINGS | {"button", "dt", "summary"}


def without_hidden(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The visible ones of the kept lines, if these are the greater part, and those of panels between them.

    What is said to screen readers alone, as the ends of a list are, is no text. What is hidden from them alone is
    seen: as a paragraph among the others it is text, else a repetition.
    """
    kept = [place for place in kept if not ((own := page_lines.lines[place].own) and SPOKEN_ONLY.matches(own))]
    visible = [place for place in kept if not page_lines.traits[page_lines.lines[place].element] & _HIDDEN]
    if len(visible) == len(kept):
        return kept
    kinds = {_kind(page_lines, place) for place in visible}
    opened = _opened(page_lines, kept, set(visible))
    shown = {page_lines.lines[place].text for place in visible}
    visible = [
        place
        for place in kept
        if not (traits := page_lines.traits[page_lines.lines[place].element]) & _HIDDEN
        or place in opened
        or (not traits & _UNSHOWN and _kind(page_lines, place) in kinds)
        or (not traits & _UNSHOWN and _is_in_box(page_lines, place, kinds, shown))
    ]
    sizes = [sum(page_lines.lines[place].size for place in places) for places in (visible, kept)]
    return visible if sizes[0] >= LEAST_VISIBLE * sizes[1] else kept


def _kind(page_lines: PageLines, place: int) -> tuple[int, str]:
    element = page_lines.lines[place].element
    return page_lines.parent[element], page_lines.tag[element]


def _is_in_box(page_lines: PageLines, place: int, kinds: set[tuple[int, str]], shown: set[str]) -> bool:
    """Whether a line is prose in a hidden box that stands among visible lines of its tag, and none of these says
    the same: the part behind a gate.
    """
    line, box = page_lines.lines[place], page_lines.lines[place].element
    if line.size < LEAST_PROSE or line.text[-1] not in ENDS_OF_LEAD or line.text in shown:
        return False
    tag = page_lines.tag[box]
    while page_lines.traits[page_lines.parent[box]] & _HIDDEN:
        box = page_lines.parent[box]
    return page_lines.tag[box] in _BOXES and (page_lines.parent[box], tag) in kinds


def _opened(page_lines: PageLines, kept: list[int], visible: set[int]) -> set[int]:
    """The hidden lines of panels that a click opens: below a title with a control, or one of several tabs."""
    known: dict[int, bool] = {}
    found = set[int]()
    for place in kept:
        element = page_lines.lines[place].element
        if not page_lines.traits[element] & _UNSHOWN or page_lines.traits[element] & _APART:
            continue
        while page_lines.parent[element] > 0 and page_lines.traits[page_lines.parent[element]] & _UNSHOWN:
            element = page_lines.parent[element]
        if element not in known:
            known[element] = _is_panel(page_lines, element, visible)
        if known[element]:
            found.add(place)
    return found


def _is_panel(page_lines: PageLines, element: int, visible: set[int]) -> bool:
    node = page_lines.node[element]
    box = page_lines.parent[element]
    if attribute(node, "role") == "tabpanel":
        return any(place in visible for place in range(page_lines.first[box], page_lines.last[box]))
    before = next(elements_beside(node, "prev"), None)
    if before is None:
        return False
    if before.tag not in _CLICKED and {"aria-controls", "aria-expanded"} <= before.attributes.keys():
        return True
    told = page_lines.first[element] - 1 in visible
    return told and (before.tag in _TITLES or before.css_first(_OPENS) is not None)


def titles_of_panels(page_lines: PageLines, text: set[int]) -> set[int]:
    """The lines above kept text that one clicks to open it: the questions of a list of them."""
    found = set[int]()
    for place in text:
        line = page_lines.lines[place - 1] if place and place - 1 not in text else None
        if line is not None and line.size <= LONGEST_TITLE and _opens(page_lines, line.element):
            found.add(place - 1)
    return found


def _opens(page_lines: PageLines, element: int) -> bool:
    if page_lines.traits[element] & _APART:
        return False
    attributes = page_lines.node[element].attributes
    return "aria-controls" in attributes and "aria-expanded" in attributes
