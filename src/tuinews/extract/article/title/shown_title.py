"""The title as the page displays it under another element than the `h1` that is chosen among titles."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from tuinews.address import join
from tuinews.extract.article.title.site_name import beginnings, endings, less_first_colon, parts_of
from tuinews.extract.article.title.slug import slug_words, words_of
from tuinews.extract.article.title.title import Titles
from tuinews.extract.article.title.unmarked_headline import headline_under_section, unmarked_headline
from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute
from tuinews.folding import fold, key_of
from tuinews.text import clean_line

LEAST_TITLE, LEAST_NAME = 12, 5
"""Letters above which a line is a headline and no label, and a name of the site is not in a title by chance."""

TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:p?title|headline|tieu-?de)(?=$|[\s_-])", re.IGNORECASE)
"""Class names of a headline."""

_HEADING = int(Trait.HEADING)

TIMES_AS_LONG, LONGEST_BETWEEN = 2, 200
"""How much longer than the h1 another part of `<title>` must be, to be the headline in its place, unless no
line of so many letters stands between the two.
"""

_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
"""That of a file: ".html"."""

_ENDS = re.compile(r"\s+[|–—:·•»~/-]+\s+")
"""What stands between a headline and the name of its section or its site."""

FILED, NOT_FILED = 0.7, 0.5
"""Share of common words from which a headline and an address are the same, and under which they are not."""

LONGEST_SIGN = 2
"""Letters of a sign in a heading that links to the heading itself."""

MOST_WORDS = 0.4
"""Share of the words of a title that a source must have, to tell of the same."""

WORDS_OF_TITLE = 3
"""Words under which an h1 may be the name of the site or of a section."""

MOST_LINES_ABOVE = 40
"""Lines at the beginning of a page without headings among which a link is its headline."""

MOST_LINES, LONGEST_LINE, LONGEST_HEADLINE = 400, 400, 2000
"""Lines at the beginning of a page, and their letters, among which the headline is looked for, and letters of a
heading that are compared with the title; a title is cut long before.
"""


def title_shown(page_lines: PageLines, titles: Titles, title: str, names: Iterable[str]) -> str:
    """The title as the page displays it under another element than `h1`.

    A page may have an h1 that no source repeats ("Original text", the heading of a box) and the headline as an h2
    that they do; or no h1, the name of the site as `<title>`, and the headline in an element that is called so.
    """
    if headline := _leads_to_itself(page_lines, titles, title):
        return headline
    told = [text for text in (titles.open_graph, titles.json_ld, titles.title, titles.twitter) if text]
    key = key_of(title)
    if whole := _whole_shown(page_lines, titles):
        return whole
    if titles.headings and (headline := _repeated_heading(page_lines, told, title)):
        return headline
    homely = all(heading.unseen or heading.links_home for heading in titles.headings)
    nameless = homely or key in {key_of(part) for part in endings(titles.title)}
    sites = {key_of(name) for name in names}
    if nameless and (headline := _part_shown(page_lines, titles, sites)):
        return title if key_of(headline) == key else headline
    if (not titles.headings or titles.title.endswith(f" : {title}")) and (
        linked := _linked_part(page_lines, titles)
    ):
        return linked
    if all(heading.links_home for heading in titles.headings) and (
        filed := _filed_headline(page_lines, titles.address, title)
    ):
        return filed
    if headline := _other_part_shown(page_lines, titles):
        return headline
    if headline := _headline_untold(page_lines, titles):
        return headline
    if len(title.split()) < WORDS_OF_TITLE and (headline := _stated_headline(page_lines, titles)):
        return headline
    folded = [fold(site) for site in sites]
    is_untold = not titles.headings and not _is_named_so(titles)
    if is_untold and any(len(site) > LEAST_NAME and site in fold(key) for site in folded):
        return _line_called_title(page_lines) or title
    return title


def _repeated_heading(page_lines: PageLines, told: list[str], title: str) -> str:
    """The heading below the h1 with which a source begins, where none says the h1; "" if there is none.

    Where a source has most words of the h1, it must be a part of that, less a label or a link.
    """
    if _is_told(title, told):
        return ""
    keys, key = {key_of(text) for text in told}, key_of(title)
    is_ending = key in {key_of(part) for one in told for part in endings(one)}
    near = not is_ending and _is_nearly_told(title, told)
    for line in page_lines.lines[:MOST_LINES]:
        own = key_of(line.text) if line.size < LONGEST_LINE else ""
        heading = page_lines.traits[line.element] & _HEADING and page_lines.tag[line.element] != "h1"
        if heading and own == key:
            return ""
        if near and own not in key:
            continue
        if heading and len(own) > LEAST_TITLE and any(one.startswith(own) for one in keys):
            return line.text
    return ""


def _line_called_title(page_lines: PageLines) -> str:
    """The first line in an element that is called a title; "" if there is none."""
    for line in page_lines.lines[:MOST_LINES]:
        called = TITLE_NAME.search(page_lines.names[line.element]) and not line.linked
        if called and LEAST_TITLE < line.size < LONGEST_LINE:
            return line.text
    return ""


def _is_told(title: str, told: list[str]) -> bool:
    """Whether the sources say a title as half of theirs or behind their first colon."""
    key = key_of(title)
    for one in told:
        whole = key_of(one)
        if key and key in whole and 2 * len(key) >= len(whole):
            return True
        if key and key == key_of(less_first_colon(one)):
            return True
    return False


def _is_nearly_told(title: str, told: list[str]) -> bool:
    """Whether a source has most words of a title."""
    words = words_of(title)
    return len(words) >= WORDS_OF_TITLE and any(
        len(words & words_of(one)) >= MOST_WORDS * len(words) for one in told
    )


def _whole_shown(page_lines: PageLines, titles: Titles) -> str:
    """The lesser heading that says all that a source tells, of a page without an h1; "" if there is none.

    What stands behind its separator is then no name of the site.
    """
    if titles.headings:
        return ""
    parted = {key_of(text) for text in (titles.open_graph, titles.title) if len(parts_of(text)) > 1}
    for line in page_lines.lines[:MOST_LINES] if parted else ():
        heading = page_lines.traits[line.element] & _HEADING
        if heading and line.size < LONGEST_LINE and not line.linked and key_of(line.text) in parted:
            return line.text
    return ""


def _leads_to_itself(page_lines: PageLines, titles: Titles, title: str) -> str:
    """The line that is a part of the title and a link to the page itself, as old forums set a headline; "" if none
    is.
    """
    if not titles.address or key_of(title) in {key_of(heading.text) for heading in titles.headings}:
        return ""
    parts = _ENDS.split(title)
    keys = {key_of(part) for part in (parts[0], parts[-1])} if len(parts) > 1 else set[str]()
    for line in page_lines.lines[:MOST_LINES] if keys else ():
        if not line.links or not line.size < LONGEST_LINE:
            continue
        for link in page_lines.node[line.element].css("a[href]"):
            text = clean_line(link.text(deep=True))
            if key_of(text) in keys and _is_same_page(attribute(link, "href"), titles.address):
                return text
    return ""


def _is_same_page(href: str, address: str) -> bool:
    whole = join(address, href)
    return whole is not None and whole.partition("#")[0] == address.partition("#")[0] and not href.startswith("#")


def _headline_untold(page_lines: PageLines, titles: Titles) -> str:
    """The headline of a page that tells machines nothing but the name of the site or of a section, and has no h1
    that says more; "" if there is none.
    """
    if titles.open_graph or titles.json_ld or titles.twitter:
        return ""
    own = [key_of(heading.text) for heading in titles.headings if not heading.links_home]
    if not own and _is_named_so(titles):
        return ""
    if not own:
        return unmarked_headline(page_lines, titles.title)
    return headline_under_section(page_lines) if set(own) == {key_of(titles.title)} else ""


def _is_named_so(titles: Titles) -> bool:
    """Whether the last part of the address is words of `<title>`, which then is no name of a site or a section."""
    last = unquote(titles.address).partition("?")[0].rstrip("/").rpartition("/")[2]
    filed = {word for word in words_of(_ENDING.sub("", last)) if word.isalpha()}
    is_path = titles.address.count("/") > 2
    return is_path and bool(filed) and filed <= words_of(titles.title)


def _part_shown(page_lines: PageLines, titles: Titles, sites: set[str]) -> str:
    """The heading that is the beginning of `<title>` up to a separator; "" if there is none.

    Without an h1 an element called a title may be all of it behind its first colon, too.
    """
    parts = {key_of(part) for part in beginnings(titles.title)}
    homes = {key_of(heading.text) for heading in titles.headings if heading.links_home}
    whole = key_of(titles.title)
    parts |= {whole.removeprefix(home) for home in homes}
    parts -= homes | sites | {whole, ""}
    own = all(heading.links_home for heading in titles.headings)
    rest = key_of(less_first_colon(titles.title)) if not titles.headings else ""
    path = unquote(titles.address).rstrip("/") if titles.headings else ""
    filed = words_of(path.rpartition("/")[2])
    for line in page_lines.lines[:MOST_LINES] if parts or rest else ():
        heading = page_lines.traits[line.element] & _HEADING
        is_long = LEAST_TITLE < line.size < LONGEST_HEADLINE and (" " in line.text or WIDE.search(line.text))
        is_named = line.size <= LEAST_TITLE and words_of(line.text) <= filed and bool(filed)
        if (is_long or is_named) and heading and key_of(line.text) in parts:
            return line.text
        is_called = is_long and TITLE_NAME.search(page_lines.names[line.element])
        if is_called and (key_of(line.text) == rest or (own and key_of(line.text) in parts)):
            return line.text
    return ""


def _linked_part(page_lines: PageLines, titles: Titles) -> str:
    """The link that is the beginning of `<title>`, below one that is the rest of it, the name of the site: a page
    about another page; "" if there is none.
    """
    every = list(_ENDS.finditer(titles.title))
    outermost = every[:1] + every[-1:]
    rests = {key_of(titles.title[one.end() :]) for one in outermost}
    starts = {key_of(part): part for one in outermost if " " in (part := titles.title[: one.start()])}
    is_below = False
    for line in page_lines.lines[:MOST_LINES_ABOVE] if rests and starts else ():
        texts = [key_of(part) for part in line.parts or (line.text,)] if line.links else []
        if is_below and (found := next((starts[text] for text in texts if text in starts), "")):
            return found
        is_below = is_below or not rests.isdisjoint(texts)
    return ""


def _other_part_shown(page_lines: PageLines, titles: Titles) -> str:
    """The lesser heading that is a part of `<title>`, where the only h1 is a shorter other one: the section, the
    site; "" if there is none.
    """
    h1s = {key_of((parts_of(heading.text) or [heading.text])[0]) for heading in titles.headings}
    parts = {key_of(part) for part in parts_of(titles.title)} if len(h1s) == 1 else set[str]()
    if not h1s < parts:
        return ""
    filed, name = slug_words(titles.address), titles.headings[0].text
    is_directly_below = False
    for place, line in enumerate(page_lines.lines[:MOST_LINES]):
        is_directly_below = (is_directly_below and line.size < LONGEST_BETWEEN) or place == page_lines.h1
        heading = page_lines.traits[line.element] & _HEADING and page_lines.tag[line.element] != "h1"
        least = len(name) * (1 if is_directly_below else TIMES_AS_LONG)
        is_longer = max(least, LEAST_TITLE) < line.size < LONGEST_LINE
        if heading and is_longer and line.linked <= LONGEST_SIGN and key_of(line.text) in parts - h1s:
            of_name = _share_of(name, filed) if filed else 0.0
            filed_so = not of_name or _share_of(line.text, filed) > of_name
            return line.text if filed_so else ""
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
    told = _share_of(title, filed) if filed else 1.0
    if told == 1.0:
        return ""
    least = FILED if told < NOT_FILED else 1.0
    for line in page_lines.lines[:MOST_LINES]:
        if not LEAST_TITLE < line.size < LONGEST_LINE:
            continue
        if line.linked and not _leads_here(page_lines, line, address):
            continue
        heading = page_lines.traits[line.element] & _HEADING or TITLE_NAME.search(page_lines.names[line.element])
        if heading and _share_of(line.text, filed) >= least:
            return line.text
    return ""


def _leads_here(page_lines: PageLines, line: PageLine, address: str) -> bool:
    """Whether the link of a line leads to the page itself."""
    link = page_lines.node[line.element].css_first("a[href]") if line.links == 1 else None
    return _is_same_page(attribute(link, "href"), address)


def _share_of(text: str, filed: frozenset[str]) -> float:
    """The share of the words of a text and of an address that both have."""
    words = words_of(text)
    return len(words & filed) / len(words | filed)
