"""Boxes with something to do in them: a form, a poll, a player, links to services."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.article.body.tables import in_data_table
from tuinews.extract.page.icons import is_icon
from tuinews.extract.page.lines import PageLine
from tuinews.extract.page.tree import attribute

_FORMS = (
    "input[type=email], input[type=radio], input[type=tel], audio, video, form input[type=text], "
    "form input[type=submit]"
)
_SERVICES = re.compile(
    r"(?:^|\.)(?:facebook\.com|fb\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com|youtube\.com|"
    r"linkedin\.com|t\.me|telegram\.me|"
    r"whatsapp\.com|wa\.me|threads\.net|bsky\.app|flipboard\.com|news\.google\.com|pinterest\.\w+|vk\.com|"
    r"zalo\.me|line\.me|"
    r"open\.spotify\.com|podcasts\.apple\.com|music\.apple\.com|deezer\.com|podcasts\.google\.com|"
    r"music\.amazon\.\w+|soundcloud\.com|"
    r"play\.google\.com|apps\.apple\.com|itunes\.apple\.com)$"
)
_OF_A_POST = re.compile(r"/(?:status|posts?|p|reels?|watch|video|videos|photo|shorts|story|events)\b")
_DURATION = re.compile(r"\W*(?:\d{1,2}:\d{2}(?::\d{2})?\W*){1,3}")

_COUNTER = re.compile(r"\d{1,3}\s?(?:/|of|von|sur|de|di|van|av|trên|из|z)\s?\d{1,3}")
LEAST_SLIDES = 3
"""Numbers of slides from which they are counters, and no scores or parts."""

_PLAYED = re.compile(r"\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}")
LONGEST_PLAYER = 60
"""Letters of a line that says how much of something was played."""

LONGEST = 600
"""Letters of a box with a form or a player; with more the text itself has something to do in it."""

LONGEST_LINE, LEAST_SERVICES = 300, 2
"""Letters of a line that leads to services, and how many."""

LONGEST_DURATION = 12
"""Letters of how long something lasts."""

LEAST_HOURS = 3
"""Lines of one kind with nothing but a time, from which they are a programme: of players there are one or two."""

MOST_NODES = 60
"""Controls in a text that are looked at."""


def control_lines(boxes: Boxes) -> Iterator[int]:
    """The lines of boxes with a form, a poll or a player in the text, and lines that lead to services."""
    root = boxes.text_root()
    for node in root.css(_FORMS)[:MOST_NODES]:
        yield from _box_of(boxes, boxes.element_of(node))
    yield from _counters(boxes)
    hours = _hours(boxes)
    for place in boxes.near():
        line = boxes.page_lines.lines[place]
        if is_icon(boxes.page_lines, line):
            yield place
        elif line.size <= LONGEST_DURATION and _DURATION.fullmatch(line.text) and place not in hours:
            element = line.element
            alone = len(boxes.places(element)) < 2
            yield from _box_of(boxes, boxes.page_lines.parent[element] if alone else element)
            yield place
        elif (line.size <= LONGEST_PLAYER and _PLAYED.search(line.text)) or (
            line.links >= LEAST_SERVICES and line.size <= LONGEST_LINE and _leads_to_services(boxes, line)
        ):
            yield place


def _counters(boxes: Boxes) -> Iterator[int]:
    """The lines that count the slides of a text: "1 of 4", "2 of 4"."""
    lines = boxes.page_lines.lines
    found = [
        place
        for place in boxes.kept
        if lines[place].size <= LONGEST_DURATION
        and _COUNTER.fullmatch(lines[place].text)
        and not in_data_table(boxes.page_lines, place)
    ]
    if len({lines[place].text for place in found}) >= LEAST_SLIDES:
        yield from found


def _hours(boxes: Boxes) -> set[int]:
    """The lines that tell when something happens and not how long it lasts: cells of data, or a row of several."""
    lines = boxes.page_lines.lines
    found = [
        place
        for place in boxes.near()
        if lines[place].size <= LONGEST_DURATION
        and not lines[place].linked
        and _DURATION.fullmatch(lines[place].text)
    ]
    often = Counter(_kind(boxes, place) for place in found)
    return {
        place
        for place in found
        if often[_kind(boxes, place)] >= LEAST_HOURS or in_data_table(boxes.page_lines, place)
    }


def _kind(boxes: Boxes, place: int) -> tuple[str, str]:
    element = boxes.page_lines.lines[place].element
    return boxes.page_lines.tag[element], boxes.page_lines.names[element]


def _box_of(boxes: Boxes, element: int | None) -> Iterator[int]:
    if element is None:
        return
    box = boxes.around(element, _never)
    if box is not None and sum(line.size for line in boxes.lines(box)) <= LONGEST:
        yield from boxes.places(box)


def _never(line: PageLine) -> bool:
    return False


def _leads_to_services(boxes: Boxes, line: PageLine) -> bool:
    """Whether a line has links to two services and to nothing else: to follow somebody, not to a post."""
    links = boxes.page_lines.node[line.element].css("a[href]")
    hosts = [_service(link) for link in links]
    return all(hosts) and len(set(hosts)) >= LEAST_SERVICES


def _service(link: LexborNode) -> str:
    parts = urlsplit(attribute(link, "href").strip()[:300].replace("[", "").replace("]", ""))
    host = parts.netloc.lower().removeprefix("www.")
    return host if _SERVICES.search(host) and not _OF_A_POST.search(parts.path) else ""
