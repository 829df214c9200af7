"""The texts of posts on pages whose elements have no names: told by links to the pages of members.

Each post is one of several elements side by side, with one link to a member, a day, and a text beside both.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, islice

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.threads.post_moment import is_date
from tuinews.extract.article.kinds.threads.post_names import is_profile
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute

LEAST_POSTS = 3
"""Posts side by side from which they are a thread; two may be an author and an editor."""

MOST_POSTS = 1000
"""Links to members that are looked at."""

LONGEST = 60
"""Letters of a line with the name of a member or a day."""

LEAST_TEXT = 12
"""Letters of the text of a post."""

_DIGITS = re.compile(r"\d[:/.年-]\d|\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\d\d?:\d\d")
_OUTSIDE = int(Trait.NAVIGATION)


def unnamed_bodies(page_lines: PageLines, *, after: int = 0) -> list[int]:
    """The element with the text of each post, [] where the page has none told so.

    `after` so many members that are none of these posts: who wrote what is answered stands in other markup.
    """
    if len(page_lines.times) < LEAST_POSTS and not _has_days(page_lines):
        return []
    members = list(_members(page_lines))[after:]
    if len(members) < LEAST_POSTS:
        return []
    owners = _owners(page_lines, members)
    alike = {(page_lines.parent[owner], page_lines.tag[owner]) for owner in owners}
    if len(owners) < LEAST_POSTS or len(alike) != 1:
        return []
    bodies = [_body(page_lines, owner, member) for owner, member in zip(owners, members, strict=True)]
    return [body for body in bodies if body is not None] if None not in bodies else []


def _has_days(page_lines: PageLines) -> bool:
    """Whether as many lines may tell a day as a thread has posts."""
    dated = (line for line in page_lines.lines if line.size <= LONGEST and _DIGITS.search(line.text))
    return len(list(islice(dated, LEAST_POSTS))) == LEAST_POSTS


def _members(page_lines: PageLines) -> Iterator[int]:
    """The lines with a link to the page of a member."""
    found = 0
    leading: dict[int, bool] = {}
    for place, line in enumerate(page_lines.lines):
        element = line.element
        if not line.links or line.size > LONGEST or page_lines.traits[element] & _OUTSIDE:
            continue
        if element not in leading:
            leading[element] = _leads_to_member(page_lines.node[element])
        if leading[element]:
            found += 1
            yield place
        if found >= MOST_POSTS:
            return


def _leads_to_member(node: LexborNode) -> bool:
    return any(is_profile(attribute(link, "href")) for link in node.css("a[href]")[:LEAST_POSTS])


def _owners(page_lines: PageLines, members: list[int]) -> list[int]:
    """For each line the outermost element that holds no other of them."""
    owners = []
    for before, place, after in zip([-1, *members], members, [*members[1:], len(page_lines.lines)], strict=False):
        owner = page_lines.lines[place].element
        while (above := page_lines.parent[owner]) >= 0 and (
            before < page_lines.first[above] and page_lines.last[above] <= after
        ):
            owner = above
        owners.append(owner)
    return owners


def _body(page_lines: PageLines, owner: int, member: int) -> int | None:
    """The outermost element of a post with most of its letters, and neither the member nor the day in it."""
    places = range(page_lines.first[owner], page_lines.last[owner])
    times = {place for place, _ in page_lines.times}
    days = [place for place in places if place in times or is_day(page_lines.lines[place].text)]
    if not days:
        return None
    letters = [0, *accumulate(line.size - line.linked for line in page_lines.lines[places.start : places.stop])]
    best, most = None, LEAST_TEXT - 1
    for element in range(owner + 1, len(page_lines.parent)):
        first, last = page_lines.first[element], page_lines.last[element]
        if first >= places.stop:
            break
        if last > places.stop or first <= member < last or any(first <= day < last for day in days):
            continue
        size = letters[last - places.start] - letters[first - places.start]
        if size > most:
            best, most = element, size
    return best


def is_day(text: str) -> bool:
    """Whether a line is a day, with or without a clock."""
    return len(text) <= LONGEST and (is_date(text) or (_CLOCK.search(text) is not None and is_date(text[:20])))
