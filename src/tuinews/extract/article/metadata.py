"""What the page declares: the names of the site, the titles, and what the line model needs to know of both."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from tuinews.extract.article.body.model.features import Known
from tuinews.extract.article.date.date import site_labels
from tuinews.extract.article.title.headings import WIDGET_NAME, headings_of
from tuinews.extract.article.title.site_name import beginnings, endings, less_first_colon
from tuinews.extract.article.title.slug import slug_words, words_of
from tuinews.extract.article.title.title import Titles, title_of
from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured, string_of
from tuinews.extract.page.tags import Trait
from tuinews.folding import fold, key_of

LEAST_TITLE, LEAST_NAME = 12, 5
"""Letters above which a line is a headline and no label, and a name of the site is not in a title by chance."""

TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:p?title|headline|tieu-?de)(?=$|[\s_-])", re.IGNORECASE)
"""Class names of a headline."""

_HEADING = int(Trait.HEADING)

FILED, NOT_FILED = 0.7, 0.5
"""Share of common words from which a headline and an address are the same, and under which they are not."""

WORDS_OF_TITLE = 3
"""Words under which an h1 may be the name of the site or of a section."""

LONGEST_HEADLINE = 2000
"""Letters of an h1 that are compared with the title; a title is cut long before."""

MOST_LINES, LONGEST_LINE = 400, 400
"""Lines at the beginning of a page, and their letters, among which the headline is looked for."""


def site_names(page: Structured, url: str | None) -> tuple[str, ...]:
    """Every name of the site: its own, its publisher's, and the labels of its host."""
    names = [page.meta("og:site_name"), page.meta("application-name", "apple-mobile-web-app-title")]
    names += [string_of(node.get("publisher")) for node in page.articles[:1]]
    names += [
        string_of(node.get("name"))
        for node in page.nodes
        if node.get("@type") in ("WebSite", "Organization", "NewsMediaOrganization")
    ]
    return tuple(dict.fromkeys(name for name in (*names, *site_labels(url)) if name))


def titles_of(headings: Iterable[LexborNode], page: Structured, url: str | None = None) -> Titles:
    """The title in each source; `headings` are the h1 elements, `url` is where the page was read."""
    json_ld = next((string_of(node.get("headline")) for node in page.articles if node.get("headline")), "")
    address = page.links.get("canonical") or page.meta("og:url") or url or ""
    return Titles(
        headings_of(headings), page.meta("og:title"), json_ld, page.title, page.meta("twitter:title"), address
    )


def title_from(titles: Titles, names: Iterable[str]) -> str:
    """The title of the article."""
    return title_of(titles, frozenset(names))


def title_shown(page_lines: PageLines, titles: Titles, title: str, names: Iterable[str]) -> str:
    """The title as the page displays it under another element than `h1`.

    A page may have an h1 that no source repeats ("Original text", the heading of a box) and the headline as an h2
    that they do; or no h1, the name of the site as `<title>`, and the headline in an element that is called so.
    """
    told = [text for text in (titles.open_graph, titles.json_ld, titles.title, titles.twitter) if text]
    keys = {key_of(text) for text in told}
    key = key_of(title)
    if titles.headings and not any(key and key in one and 2 * len(key) >= len(one) for one in keys):
        for line in page_lines.lines[:MOST_LINES]:
            own = key_of(line.text) if line.size < LONGEST_LINE else ""
            heading = page_lines.traits[line.element] & _HEADING and page_lines.tag[line.element] != "h1"
            if heading and len(own) > LEAST_TITLE and any(one.startswith(own) for one in keys):
                return line.text
    nameless = not titles.headings or key in {key_of(part) for part in endings(titles.title)}
    if nameless and (headline := _part_shown(page_lines, titles)):
        return headline
    if not titles.headings and (filed := _filed_headline(page_lines, titles.address, title)):
        return filed
    if len(title.split()) < WORDS_OF_TITLE and (headline := _stated_headline(page_lines, titles)):
        return headline
    sites = [fold(key_of(name)) for name in names]
    if not titles.headings and any(len(site) > LEAST_NAME and site in fold(key) for site in sites):
        for line in page_lines.lines[:MOST_LINES]:
            called = TITLE_NAME.search(page_lines.names[line.element]) and not line.linked
            if called and LEAST_TITLE < line.size < LONGEST_LINE:
                return line.text
    return title


def _part_shown(page_lines: PageLines, titles: Titles) -> str:
    """The heading that is the beginning of `<title>` up to a separator; "" if there is none.

    Without an h1 an element called a title may be all of it behind its first colon, too.
    """
    parts = {key_of(part) for part in beginnings(titles.title)}
    rest = key_of(less_first_colon(titles.title)) if not titles.headings else ""
    for line in page_lines.lines[:MOST_LINES] if parts or rest else ():
        heading = page_lines.traits[line.element] & _HEADING
        is_long = LEAST_TITLE < line.size < LONGEST_HEADLINE and (" " in line.text or WIDE.search(line.text))
        if is_long and heading and key_of(line.text) in parts:
            return line.text
        if is_long and TITLE_NAME.search(page_lines.names[line.element]) and key_of(line.text) == rest:
            return line.text
    return ""


def _stated_headline(page_lines: PageLines, titles: Titles) -> str:
    """The heading that says what Open Graph does, where the h1 is a word or two; "" if there is none."""
    stated = key_of(titles.open_graph)
    if len(titles.open_graph.split()) < WORDS_OF_TITLE:
        return ""
    for line in page_lines.lines[:MOST_LINES]:
        heading = page_lines.traits[line.element] & _HEADING
        if heading and line.size < LONGEST_LINE and key_of(line.text) == stated:
            return line.text
    return ""


def _filed_headline(page_lines: PageLines, address: str, title: str) -> str:
    """The headline in a lesser heading or an element called so that the address repeats, where it does not repeat
    what machines are told; "" if there is none.
    """
    filed = slug_words(address)
    if not filed or _share_of(title, filed) >= NOT_FILED:
        return ""
    for line in page_lines.lines[:MOST_LINES]:
        if not LEAST_TITLE < line.size < LONGEST_LINE or line.linked:
            continue
        heading = page_lines.traits[line.element] & _HEADING or TITLE_NAME.search(page_lines.names[line.element])
        if heading and _share_of(line.text, filed) >= FILED:
            return line.text
    return ""


def _share_of(text: str, filed: frozenset[str]) -> float:
    """The share of the words of a text and of an address that both have."""
    words = words_of(text)
    return len(words & filed) / len(words | filed)


def headline_of(page_lines: PageLines, title: str) -> int:
    """The line of the headline: the h1 with the title, else a line with it, else the first h1; -1 if none."""
    wanted = key_of(title)
    if not wanted or (
        page_lines.h1 >= 0 and key_of(page_lines.lines[page_lines.h1].text[:LONGEST_HEADLINE]) == wanted
    ):
        return page_lines.h1
    same = [
        place
        for place, line in enumerate(page_lines.lines[:MOST_LINES])
        if line.size < LONGEST_LINE and key_of(line.text) == wanted
    ]
    heads = [place for place in same if page_lines.traits[page_lines.lines[place].element] & _HEADING]
    return next(iter(heads or same[-1:]), -1 if _is_of_widget(page_lines, page_lines.h1) else page_lines.h1)


def _is_of_widget(page_lines: PageLines, place: int) -> bool:
    """Whether a line is in the box of a translating browser."""
    element = page_lines.lines[place].element if place >= 0 else -1
    while element >= 0:
        if WIDGET_NAME.search(page_lines.names[element].replace("#", " ")):
            return True
        element = page_lines.parent[element]
    return False


def known_of(page: Structured, titles: Titles) -> Known:
    """What the page declares, for the features of its lines."""
    declared = {text.lower() for text in (titles.open_graph, titles.json_ld, titles.title, titles.twitter) if text}
    return Known(frozenset(declared), page.meta("og:description", "description").lower(), page.body.lower())


__all__ = [
    "headline_of",
    "known_of",
    "site_names",
    "title_from",
    "title_shown",
    "titles_of",
]
