"""The texts of posts whose elements name the poster in an attribute, whatever program made the page.

`data-author`, `data-username` and the like are for the scripts of a forum; they stand on the post as a whole, with
its header and its buttons in it. The text is what has most letters in each of them, under one name.
"""

from collections import Counter, defaultdict

from tuinews.extract.article.kinds.threads.post_header import AUTHOR_ATTRIBUTES
from tuinews.extract.article.kinds.threads.unnamed_posts import LEAST_TEXT, MOST_POSTS
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait

LEAST_POSTS = 2
"""Posts from which they are a thread."""

MOST_OF_IT = 0.7
"""Share of the letters of all posts that their texts have, and share of the posts that have such an element."""

_OUTSIDE = int(Trait.NAVIGATION)


def attributed_bodies(page_lines: PageLines) -> list[int]:
    """The element with the text of each post, [] where no two elements with text name a poster."""
    if page_lines.attributes.isdisjoint(AUTHOR_ATTRIBUTES):
        return []
    letters = _letters(page_lines, _owners(page_lines))
    letters = {owner: inner for owner, inner in letters.items() if inner[owner] >= LEAST_TEXT}
    if len(letters) < LEAST_POSTS:
        return []
    largest = {owner: _largest_of_each_kind(page_lines, inner) for owner, inner in letters.items()}
    sizes: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for owner, kinds in largest.items():
        numbers.update(kinds)
        for kind, element in kinds.items():
            sizes[kind] += letters[owner][element]
            lines[kind] += page_lines.last[element] - page_lines.first[element]
    whole = sum(inner[owner] for owner, inner in letters.items())
    beside = {kind for inner in letters.values() for kind in _beside_each_other(page_lines, inner)}
    enough = [
        kind
        for kind, size in sizes.items()
        if kind not in beside and size >= MOST_OF_IT * whole and numbers[kind] >= MOST_OF_IT * len(letters)
    ]
    if not enough:
        return []
    text = min(enough, key=lambda kind: (sizes[kind], lines[kind]))
    return sorted(kinds[text] for kinds in largest.values() if text in kinds)


def _owners(page_lines: PageLines) -> dict[int, str]:
    """The elements that name a poster and have text, with the name; the outermost of those that name one alone."""
    owners: dict[int, str] = {}
    for element, node in enumerate(page_lines.node):
        if page_lines.first[element] == page_lines.last[element] or page_lines.traits[element] & _OUTSIDE:
            continue
        attributes = node.attributes
        name = next((value for key in AUTHOR_ATTRIBUTES if (value := attributes.get(key))), "")
        if name and owners.get(_owner_above(page_lines, element, owners)) != name:
            owners[element] = name
        if len(owners) >= MOST_POSTS:
            break
    return owners


def _owner_above(page_lines: PageLines, element: int, owners: dict[int, str]) -> int:
    above = page_lines.parent[element]
    while above >= 0 and above not in owners:
        above = page_lines.parent[above]
    return above


def _letters(page_lines: PageLines, owners: dict[int, str]) -> dict[int, Counter[int]]:
    """For each post the letters of the elements in it, without links and without the posts inside it.

    The name of the poster and what more than one post has word for word ("Reply to author") have none.
    """
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    said = Counter(line.text for line in page_lines.lines) if owners else Counter[str]()
    for line in page_lines.lines if owners else ():
        above, chain = line.element, [line.element]
        while above >= 0 and above not in owners:
            above = page_lines.parent[above]
            chain.append(above)
        if above >= 0:
            is_beside = line.text == owners[above] or said[line.text] > 1
            found[above].update(dict.fromkeys(chain, 0 if is_beside else line.size - line.linked))
    return found


def _beside_each_other(page_lines: PageLines, letters: Counter[int]) -> set[str]:
    """The kinds of which a post has several with letters in one parent: its paragraphs, and not its text."""
    found = Counter(
        (page_lines.parent[element], _kind(page_lines, element)) for element, size in letters.items() if size
    )
    return {kind for (_, kind), number in found.items() if number > 1}


def _kind(page_lines: PageLines, element: int) -> str:
    name = page_lines.names[element].strip().split(" ", 1)[0].rstrip("0123456789")
    return f"{page_lines.tag[element]} {name}"


def _largest_of_each_kind(page_lines: PageLines, letters: Counter[int]) -> dict[str, int]:
    """Of the elements of each tag and name the one with most letters."""
    kinds: dict[str, int] = {}
    for element, size in letters.items():
        kind = _kind(page_lines, element)
        if kind not in kinds or size > letters[kinds[kind]]:
            kinds[kind] = element
    return kinds
