"""Documentation of programs that nobody knows: told by its address, read whole in the box that has its text.

Where a page lies says what it is to people, too: `/docs/`, `/handbuch/`, `/huong-dan/`. That is only believed of
pages that do not call themselves an article, since newspapers have guides and shops have help.
"""

import re
from itertools import accumulate
from urllib.parse import urlsplit

from tuinews.extract.article.body.interruptions.interruptions import without_interruptions
from tuinews.extract.article.kinds.documentation.lines_of_text import lines_in
from tuinews.extract.article.kinds.threads.post_moment import is_date
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured
from tuinews.late import late_pattern

NEARLY_ALL = 0.95
"""Share of the letters of the lines that look like an article's, which the box of the text has."""

LINES_BESIDE, LONGEST_DAY = 4, 80
"""Lines before and after a headline among which an article tells its day, and letters of such a line."""

HARDLY = 0.3
"""Share of the letters outside of links that are kept of a page written by hand, under which all of it is text."""

_WORD = late_pattern(
    r"(?:docs?|documentation|manuals?|(?:user|developer)?-?guides?|references?|api|apidocs?|sdk|handbooks?|tutorials?|"
    r"learn|help|kb|knowledge-?base|support|faqs?|man\d?|javadocs?|how-?tos?|cookbook|getting-?started|quick-?starts?|"
    r"book|courses?|developers?|specs?|glossary|dokumentation|handbuch|anleitung(?:en)?|hilfe|referenz|manuels?|aide|"
    r"documentacion|ayuda|guias?|documentacao|ajuda|manuale|guida|instrukcja|dokumentacja|tai-lieu|huong-dan|tro-giup|"
    r"dokumentatsiya|dokumentaciya|spravka|rukovodstvo)"
)
_NAMES = late_pattern(rf"/{_WORD.pattern}(?=[/.]|$)", re.IGNORECASE)
_HOST = late_pattern(rf"(?:www\.)?{_WORD.pattern}\.", re.IGNORECASE)


def is_declared_article(page: Structured) -> bool:
    """Whether a page tells machines that it is an article, or when it was published as one."""
    kinds = [node.get("@type") for node in page.articles]
    return any(kind != "TechArticle" for kind in kinds) or bool(page.meta("article:published_time"))


def is_address_of_documentation(url: str | None) -> bool:
    """Whether a page lies in a folder, or on a host, that is called documentation, in one of many languages."""
    if not url:
        return False
    parts = urlsplit(url)
    return _NAMES.search(parts.path) is not None or _HOST.match(parts.netloc) is not None


def guide_lines(page_lines: PageLines, kept: list[int]) -> list[int] | None:
    """The lines of the box around the text, but for its navigation and tools.

    None where the box is the page, and where a day stands beside the headline, as articles have it.
    """
    box = _box(page_lines, kept) if not _is_dated(page_lines) else 0
    lines = lines_in(page_lines, box) if box else None
    return without_interruptions(page_lines, lines) if lines is not None else None


def bare_lines(page_lines: PageLines, kept: list[int], page: Structured) -> list[int] | None:
    """The lines of the box around the text of a page written by hand; None of another page.

    Such a page tells machines nothing of itself, and hardly a line of it looks like an article's: it lists what
    there is, with dates, links and notes.
    """
    if page.nodes or page.meta("og:type", "og:title", "article:published_time"):
        return None
    box = _box(page_lines, kept)
    lines = lines_in(page_lines, box) if box else None
    if lines is None:
        return None
    unlinked = [
        sum(page_lines.lines[place].size - page_lines.lines[place].linked for place in places)
        for places in (kept, lines)
    ]
    linked = sum(page_lines.lines[place].linked for place in lines)
    return lines if unlinked[0] < HARDLY * unlinked[1] and linked < unlinked[1] else None


def _is_dated(page_lines: PageLines) -> bool:
    """Whether a short line beside the headline tells a day."""
    headline = page_lines.h1
    if headline < 0:
        return False
    near = range(max(0, headline - LINES_BESIDE), headline + LINES_BESIDE + 1)
    times = {place for place, _ in page_lines.times}
    return any(
        place in times or is_date(line.text)
        for place, line in enumerate(page_lines.lines[: near.stop])
        if place in near and line.size <= LONGEST_DAY
    )


def _box(page_lines: PageLines, kept: list[int]) -> int:
    """The innermost element with nearly all letters of these lines; 0 is the page."""
    chosen = set(kept)
    sums = [0, *accumulate(line.size if place in chosen else 0 for place, line in enumerate(page_lines.lines))]
    enough, box = NEARLY_ALL * sums[-1], 0
    for element in range(1, len(page_lines.parent)):
        if sums[page_lines.last[element]] - sums[page_lines.first[element]] >= enough:
            box = element
    return box
