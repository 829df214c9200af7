"""What is known of an article beside its text: names of the site, title, authors; and what the judge is told."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.byline import (
    begins_as_byline,
    is_byline_class,
    is_name,
    names_in,
    stated_authors,
    structured_authors,
)
from tuinews.extract.article.features import Known
from tuinews.extract.article.flow import Flow, Line
from tuinews.extract.article.headings import headings_of
from tuinews.extract.article.published import site_labels
from tuinews.extract.article.site_name import key_of
from tuinews.extract.article.structured import Structured, string_of
from tuinews.extract.article.tags import Trait
from tuinews.extract.article.title import Titles, title_of
from tuinews.extract.tree import attribute

_HEADING = int(Trait.HEADING)

BEFORE_H1, AFTER_H1 = 5, 26
"""Lines around the headline in which a byline is looked for."""

LONGEST_HEADLINE = 2000
"""Letters of an h1 that are looked at; a title is cut long before."""

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d")
_WIDE_BYLINE = re.compile(
    r"(?:作者|记者|記者|撰文|文)\s*[:：/／]\s*([\u3400-\u9fff·]{2,8}(?:[\s、，,]+[\u3400-\u9fff·]{2,4}){0,3})"
)


def site_names(page: Structured, url: str | None) -> tuple[str, ...]:
    """Every name of the site: as it calls itself, its publisher, its host."""
    names = [page.meta("og:site_name"), page.meta("application-name", "apple-mobile-web-app-title")]
    names += [string_of(node.get("publisher")) for node in page.articles[:1]]
    names += [
        string_of(node.get("name"))
        for node in page.nodes
        if node.get("@type") in ("WebSite", "Organization", "NewsMediaOrganization")
    ]
    return tuple(dict.fromkeys(name for name in (*names, *site_labels(url)) if name))


def titles_of(tree: LexborHTMLParser, page: Structured) -> Titles:
    """What each source says of the title."""
    json_ld = next((string_of(node.get("headline")) for node in page.articles if node.get("headline")), "")
    address = page.links.get("canonical") or page.meta("og:url")
    return Titles(
        headings_of(tree), page.meta("og:title"), json_ld, page.title, page.meta("twitter:title"), address
    )


def title_from(titles: Titles, names: Iterable[str]) -> str:
    """The title of the article."""
    return title_of(titles, frozenset(names))


def headline_of(flow: Flow, title: str) -> int:
    """The line of the headline: the h1 with the title, else a line with it, else the first h1; -1 for none."""
    wanted = key_of(title)
    if not wanted or (flow.h1 >= 0 and key_of(flow.lines[flow.h1].text[:LONGEST_HEADLINE]) == wanted):
        return flow.h1
    same = [
        place for place, line in enumerate(flow.lines[:400]) if line.size < 400 and key_of(line.text) == wanted
    ]
    heads = [place for place in same if flow.traits[flow.lines[place].element] & _HEADING]
    return next(iter(heads or same[-1:]), flow.h1)


def known_of(page: Structured, titles: Titles) -> Known:
    """What the judge of lines is told of the page."""
    said = {text.lower() for text in (titles.open_graph, titles.json_ld, titles.title, titles.twitter) if text}
    return Known(frozenset(said), page.meta("og:description", "description").lower(), page.body.lower())


def authors_of(
    tree: LexborHTMLParser, page: Structured, flow: Flow, sites: tuple[str, ...], last_kept: int
) -> tuple[str, ...]:
    """The authors: as machines are told, then as the byline shows, then as the text is signed."""
    found = structured_authors(page, sites)
    if found:
        return found
    found = _shown(flow) or _signature(flow, last_kept)
    if found:
        return found
    links = [
        name for link in tree.css("a[rel~=author]")[:4] for name in names_in(link.text(deep=True, separator=" "))
    ]
    return tuple(dict.fromkeys(links)) or stated_authors(page)


def _shown(flow: Flow) -> tuple[str, ...]:
    """Names in the lines around the headline: "By …", else an element called byline, else beside a date."""
    lines, h1 = flow.lines, flow.h1
    start, stop = (max(0, h1 - BEFORE_H1), h1 + AFTER_H1) if h1 >= 0 else (0, 40)
    places = sorted(range(start, min(stop, len(lines))), key=lambda place: (place <= h1, abs(place - h1)))
    ways: list[tuple[str, ...]] = [(), (), ()]
    for place in places:
        line = lines[place]
        if line.size > 160:
            continue
        wide = _WIDE_BYLINE.search(line.text)
        names = tuple(re.split(r"[\s、，,]+", wide[1])) if wide else tuple(names_in(line.text))
        if not names:
            continue
        if wide or begins_as_byline(line.text):
            ways[0] = ways[0] or names
        elif line.size < 120 and any(is_byline_class(name) for name in _names_around(flow, line)):
            ways[1] = ways[1] or names
        elif line.size < 50 and is_name(line.text) and place > h1 and _beside_a_date(lines, place):
            ways[2] = ways[2] or names
    return next((names for names in ways if names), ())


def _signature(flow: Flow, last_kept: int) -> tuple[str, ...]:
    """A name alone under the text: right-aligned, bold, or in an element called author."""
    for place in range(max(0, last_kept - 1), min(len(flow.lines), last_kept + 6)):
        line = flow.lines[place]
        if line.size > 80:
            continue
        wide = _WIDE_BYLINE.search(line.text)
        if wide:
            return tuple(re.split(r"[\s、，,]+", wide[1]))
        names = tuple(names_in(line.text))
        alone = line.bold >= 0.8 * line.size or is_right_aligned(flow, line)
        if names and (alone or any(is_byline_class(name) for name in _names_around(flow, line))):
            return names
    return ()


def is_right_aligned(flow: Flow, line: Line) -> bool:
    """Whether a line is set to the right, as Vietnamese papers set the author's name."""
    node = flow.node[line.element]
    style = attribute(node, "style").replace(" ", "").lower()
    return (
        "text-align:right" in style
        or attribute(node, "align") == "right"
        or "right" in attribute(node, "class").lower()
    )


def _beside_a_date(lines: list[Line], place: int) -> bool:
    around = lines[max(0, place - 2) : place] + lines[place + 1 : place + 3]
    return any(line.size < 80 and _DATE.search(line.text) for line in around)


def _names_around(flow: Flow, line: Line) -> list[str]:
    above = flow.parent[line.element]
    return [line.own, flow.names[line.element], flow.names[above] if above >= 0 else ""]
