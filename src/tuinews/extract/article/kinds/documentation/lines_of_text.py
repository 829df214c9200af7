"""The lines of the text in the element that holds it, without those of the navigation and the tools in there."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.documentation.page_tools import (
    LONGEST,
    contents_of_the_page,
    is_tool,
    without_the_end,
)
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.names import MAX_NAME
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute

_BESIDE = re.compile(
    r"(?:^|[\s_#-])(?:sidebar\w*|breadcrumbs?|navheader|navfooter|"
    r"nav(?:igation)?(?:-links|-buttons|-chapters)?|related|pagination\w*|pager|prev-next|prevnext|nextprev|edit-?(?:page|link|this\w*|on-\w+)|"
    r"editsection|feedback|helpful|rating|ratings?-?\w*|last-?updated?|lastmod|contributors?|source-?(?:link|file)|viewcode-link|"
    r"srclink|rightside|out-of-band|rustdoc-toolbar|hideme|sub-heading|headerlink|hash-link|copy\w*|clipboard|share\w*|footer|docs-?nav|"
    r"page-?actions|page-?id|doc-?info|baseline-indicator|\w*-?version-badge|theme-doc-footer|devsite-(?:banner|nav)\w*|md-source-file|search\w*|version-?(?:switch\w*|select\w*)|"
    r"skip-?link|sr-only|visually-hidden|alert-banner|subscribe|newsletter|"
    r"navbox\w*|catlinks|printfooter|noprint|metadata|ambox|mw-jump-link)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of what stands in it and is not of the text."""

_CONTENTS = re.compile(
    r"(?:^|[\s_#-])(?:toc|contents|table-?of-?contents|localtoc|page-?toc|on-this-page)(?=$|[\s_-])", re.IGNORECASE
)
"""Names of a table of contents. That of the page itself is a tool, that of a chapter's pages is the text."""

_WORDS = re.compile(r"[^\W_]+")
_NAVIGATION, _UNSHOWN, _HEADING = int(Trait.NAVIGATION), int(Trait.UNSHOWN), int(Trait.HEADING)

MOST_LINKS = 20
"""Links of a table of contents that are looked at."""

LEAST = 40
"""Letters of the text, fewer of which are a shell."""


def lines_in(page_lines: PageLines, container: int) -> list[int] | None:
    """The lines in an element without those of navigation and tools; None where they are too few."""
    lines = page_lines.lines
    beside: dict[int, bool] = {container: False}
    kept = [
        place
        for place in range(page_lines.first[container], page_lines.last[container])
        if place != page_lines.h1
        and not _is_beside(page_lines, lines[place].element, beside, container)
        and not _begins_beside(lines[place])
        and not is_tool(page_lines, lines[place])
    ]
    contents = contents_of_the_page(page_lines, kept)
    kept = without_the_end(page_lines, [place for place in kept if place not in contents])
    return kept if sum(lines[place].size for place in kept) >= LEAST else None


def _begins_beside(line: PageLine) -> bool:
    """Whether the inline element that begins a short line has such a name."""
    return bool(line.own) and line.size <= LONGEST and line.own != "time" and _is_called_beside(line.own)


def _is_beside(page_lines: PageLines, element: int, known: dict[int, bool], container: int) -> bool:
    """Whether an element is of the navigation or the tools, or lies in one that is; remembered for each."""
    if element not in known:
        known[element] = (
            _is_itself_beside(page_lines, element) and not _has_most_lines(page_lines, element, container)
        ) or _is_beside(page_lines, page_lines.parent[element], known, container)
    return known[element]


def _has_most_lines(page_lines: PageLines, element: int, container: int) -> bool:
    """Whether an element has most lines of the text: then it is the text, whatever it is called."""
    sizes = [page_lines.last[one] - page_lines.first[one] for one in (element, container)]
    return 2 * sizes[0] > sizes[1] and not page_lines.traits[element] & (_NAVIGATION | _UNSHOWN)


def _is_itself_beside(page_lines: PageLines, element: int) -> bool:
    name, node = page_lines.names[element], page_lines.node[element]
    own = page_lines.traits[element] & ~page_lines.traits[page_lines.parent[element]]
    if (
        own & _NAVIGATION
        or attribute(node, "role") == "tablist"
        or (own & _UNSHOWN and attribute(node, "role") != "tabpanel")
    ):
        return True
    if own & _HEADING:
        name = name.partition("#")[0]
    if not name:
        return False
    if "#" in name and _is_called_as_its_heading(page_lines, element):
        name = name.partition("#")[0]
    return _is_called_beside(name) or (_is_called_contents(name) and _is_of_the_page(node))


def _is_called_as_its_heading(page_lines: PageLines, element: int) -> bool:
    """Whether the id of an element is made of the heading that it begins with: it is text, whatever it says."""
    first = page_lines.first[element]
    if first == page_lines.last[element]:
        return False
    line = page_lines.lines[first]
    if not page_lines.traits[line.element] & _HEADING:
        return False
    called = _WORDS.findall(page_lines.names[element].rpartition("#")[2].lower())
    return bool(called) and set(called) <= set(_WORDS.findall(line.text.lower()))


def _is_of_the_page(node: LexborNode) -> bool:
    """Whether most links in an element lead to a place of the page itself."""
    links = [attribute(link, "href") for link in node.css("a[href]")[:MOST_LINKS]]
    return 2 * sum("#" in link for link in links) > len(links)


@lru_cache(maxsize=20_000)
def _is_called_beside(name: str) -> bool:
    return _BESIDE.search(name[:MAX_NAME]) is not None


@lru_cache(maxsize=20_000)
def _is_called_contents(name: str) -> bool:
    return _CONTENTS.search(name[:MAX_NAME]) is not None
