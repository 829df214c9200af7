"""What the page declares: the names of the site, the titles, and what the line model needs to know of both."""

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.article.body.model.page_features import DeclaredTexts
from tuinews.extract.article.date.date import site_labels
from tuinews.extract.article.title.headings import WIDGET_NAME, headings_of
from tuinews.extract.article.title.shown_title import LONGEST_HEADLINE, LONGEST_LINE, MOST_LINES
from tuinews.extract.article.title.title import SECTIONS_OF_MANUAL, Titles, title_of
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured, string_of
from tuinews.extract.page.tags import Trait
from tuinews.folding import key_of

_HEADING = int(Trait.HEADING)


def site_names(page: Structured, url: str | None) -> tuple[str, ...]:
    """Every name of the site: its own, its publisher's, and the labels of its host."""
    names = [page.meta("og:site_name"), page.meta("application-name", "apple-mobile-web-app-title")]
    names += [string_of(node.get("publisher")) for node in page.articles[:1]]
    names += [
        string_of(node.get("name"))
        for node in page.nodes
        if node.get("@type") in ("WebSite", "Organization", "NewsMediaOrganization")
    ]
    titles = {key_of(page.title), key_of(page.meta("twitter:title"))} - {""}
    own = key_of(page.meta("og:title"))
    is_headline = own in titles or any(title.startswith(own) for title in titles if own)
    others = [name for name in names if key_of(name) != own]
    # some programs print the headline for the name of an application, too
    names = others if is_headline and any(others) else names
    return tuple(dict.fromkeys(name for name in (*names, *site_labels(url)) if name))


def titles_of(headings: Iterable[LexborNode], page: Structured, url: str | None = None) -> Titles:
    """The title in each source; `headings` are the h1 elements, `url` is where the page was read."""
    json_ld = next((string_of(node.get("headline")) for node in page.articles if node.get("headline")), "")
    told = page.links.get("canonical") or page.meta("og:url") or url or ""
    address = join(url, told) or told
    return Titles(
        headings_of(headings), page.meta("og:title"), json_ld, page.title, page.meta("twitter:title"), address
    )


def title_from(titles: Titles, names: Iterable[str]) -> str:
    """The title of the article."""
    return title_of(titles, frozenset(names))


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
    same = same or _beginning_with(page_lines, wanted)
    heads = [place for place in same if page_lines.traits[page_lines.lines[place].element] & _HEADING]
    is_other = _is_of_widget(page_lines, page_lines.h1) or (
        page_lines.h1 >= 0 and page_lines.lines[page_lines.h1].text in SECTIONS_OF_MANUAL
    )
    return next(iter(heads or same[-1:]), -1 if is_other else page_lines.h1)


def _beginning_with(page_lines: PageLines, wanted: str) -> list[int]:
    """The lines that begin with the headline in an element of its own, where a break alone sets the day apart; and
    the headings that end with it, behind a kicker.
    """
    if page_lines.h1 >= 0:
        return []
    lines = [(place, line) for place, line in enumerate(page_lines.lines[:MOST_LINES]) if len(line.parts) > 1]
    found = [place for place, line in lines if key_of(line.parts[0]) == wanted]
    return found or [
        place
        for place, line in lines
        if page_lines.traits[line.element] & _HEADING and key_of(line.parts[-1]) == wanted
    ]


def _is_of_widget(page_lines: PageLines, place: int) -> bool:
    """Whether a line is in the box of a translating browser."""
    element = page_lines.lines[place].element if place >= 0 else -1
    while element >= 0:
        if WIDGET_NAME.search(page_lines.names[element].replace("#", " ")):
            return True
        element = page_lines.parent[element]
    return False


def known_of(page: Structured, titles: Titles) -> DeclaredTexts:
    """What the page declares, for the features of its lines."""
    declared = {text.lower() for text in (titles.open_graph, titles.json_ld, titles.title, titles.twitter) if text}
    return DeclaredTexts(
        frozenset(declared), page.meta("og:description", "description").lower(), page.body.lower()
    )


__all__ = [
    "headline_of",
    "known_of",
    "site_names",
    "title_from",
    "titles_of",
]
