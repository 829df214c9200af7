"""Removes a next article, which some themes append below the text under a headline and byline of its own."""

import re
from collections.abc import Iterable
from itertools import accumulate, chain, islice, takewhile

from tuinews.extract.article.authors.authorship import begins_with_authorship
from tuinews.extract.article.authors.line_mentions import has_date
from tuinews.extract.article.authors.persons import byline_of, is_person
from tuinews.extract.article.body.interruptions.label_words import READ_ALSO, label_key
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import HEADINGS

MOST_HEADLINES = 8
"""Second headlines of each level that are looked at."""

HIGHEST = 30
"""Elements around a line that may be the box of an appended article."""

ENOUGH = 250
"""Letters of kept text before a second headline, from which the first article is one."""

LEAST_TITLE = 12
"""Letters of a headline; a shorter heading is a label."""

LONGEST_LABEL = 50
"""Letters of the label before a headline."""

LINKED = 0.8
"""Share of linked letters from which a headline is a link, as that of an appended article is to its own page."""

HEAD_LINES, LEAST_PARAGRAPHS = 3, 4
"""First lines of a box in which its headline stands, and paragraphs that make it an article."""

PROSE = 80
"""Letters from which a line below a headline is text."""

MOST_OF_TEXT = 0.7
"""Share of the text before a second headline that an element with the first one has, if it is a whole article."""

MOST_APPENDED = 3
"""Articles beside each other below a text; of more the page is a list."""

_NEXT = NamePattern(
    r"(?:^|[\s_-])(?:post-add|(?:next|following)-?(?:post|article|story|read)s?|post-?next|article-?next|infinite\w*|scroll-?article"
    r"|auto-?load\w*|alp|alm-\w+|load-?more|more-?article|bai-(?:ke-)?tiep)(?=$|[\s_-])",
    *(
        "post-add",
        "next",
        "following",
        "infinite",
        "scroll",
        "autoload",
        "auto-load",
        "loadmore",
        "load-more",
        "alp",
        "alm-",
    ),
    *("more-article", "morearticle", "tiep"),
)
_NO_BYLINE = HEADINGS | {"li", "td", "th", "dd"}
_SIGNED = re.compile(r"(?:^|[\s_-])(?:author\w*|byline|entry-meta|post-meta|posted-on)(?=$|[\s_-])", re.IGNORECASE)


def letters_up_to(page_lines: PageLines, places: set[int]) -> list[int]:
    """The letters of these lines up to each line of the page."""
    letters = (line.size if place in places else 0 for place, line in enumerate(page_lines.lines))
    return list(accumulate(letters, initial=0))


def without_next_article(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without those under further headlines, which a byline or their box tells as such."""
    if not kept:
        return kept
    sizes = letters_up_to(page_lines, set(kept))
    late = [place for place in range(kept[0] + 1, len(page_lines.lines)) if sizes[place] >= ENOUGH]
    first = (place for place in late if page_lines.tag[page_lines.lines[place].element] == "h1")
    called = page_lines.index.matching(_NEXT)
    lesser = (place for place in late if _is_lesser_headline(page_lines, place, called))
    dropped: set[int] = set()
    for place in chain(islice(first, MOST_HEADLINES), islice(lesser, MOST_HEADLINES)):
        box = _box_of(page_lines, sizes, place) if place > page_lines.h1 else None
        if box is not None and _is_next(page_lines, box, place, set(kept)):
            dropped.update(range(page_lines.first[box], page_lines.last[box]))
    return [place for place in kept if place not in dropped]


def _is_lesser_headline(page_lines: PageLines, place: int, called: Iterable[int]) -> bool:
    """Whether a line is a heading below `h1` that leads to the page of what stands below it, is signed or labelled
    as one of another article, or lies in an element that is called so.
    """
    line = page_lines.lines[place]
    tag = page_lines.tag[line.element]
    if tag == "h1" or tag not in HEADINGS or line.size < LEAST_TITLE:
        return False
    if line.linked >= LINKED * line.size or _is_dated(page_lines, place):
        return True
    if any(page_lines.first[one] <= place < page_lines.last[one] for one in called):
        return True
    return _is_labelled(page_lines, 0, place)


def _box_of(page_lines: PageLines, sizes: list[int], headline: int) -> int | None:
    """The outermost element around a headline with text after it and none before it, but for its label."""
    found: int | None = None
    element = page_lines.parent[page_lines.lines[headline].element]
    before = LONGEST_LABEL if _is_labelled(page_lines, 0, headline) else 0
    for _ in range(HIGHEST):
        if element <= 0 or sizes[headline] - sizes[page_lines.first[element]] > before:
            break
        found, element = element, page_lines.parent[element]
    return found if found is not None and sizes[page_lines.last[found]] > sizes[headline + 1] else None


def _is_next(page_lines: PageLines, box: int, headline: int, kept: set[int]) -> bool:
    """Whether the box around a second headline is another article; under a lesser heading it must say so."""
    if page_lines.tag[page_lines.lines[headline].element] == "h1":
        return (
            _is_article(page_lines, box, headline)
            or _is_like_first(page_lines, box)
            or (_is_dated(page_lines, headline) and _is_beside_whole(page_lines, box, kept))
        )
    text = [place for place in range(headline + 1, page_lines.last[box]) if place in kept]
    prose = sum(page_lines.lines[place].size >= PROSE for place in text)
    if prose > 1 and _is_behind(page_lines, box) and _is_signed(page_lines, headline):
        return True
    if prose > 1 and _is_labelled(page_lines, box, headline):
        return True
    if prose > 1 and _is_dated(page_lines, headline) and _is_beside_whole(page_lines, box, kept):
        return True
    if prose > 1 and _is_appended(page_lines, box, headline, kept):
        return True
    return prose > 0 and (
        _is_called_next(page_lines, box, headline)
        or (prose > 1 and page_lines.tag[box] == "article" and _is_behind(page_lines, box))
    )


def _is_behind(page_lines: PageLines, box: int) -> bool:
    """Whether a box stands behind the `article` of the headline, where no heading of its text is."""
    if page_lines.h1 < 0:
        return False
    element = page_lines.lines[page_lines.h1].element
    while element >= 0 and page_lines.tag[element] != "article":
        element = page_lines.parent[element]
    return element >= 0 and page_lines.last[element] <= page_lines.first[box]


def _is_dated(page_lines: PageLines, headline: int) -> bool:
    """Whether a short line below a headline says who wrote what follows, or when."""
    below = page_lines.lines[headline + 1 : headline + HEAD_LINES]
    return any(
        one.size < PROSE
        and page_lines.tag[one.element] not in _NO_BYLINE
        and (
            has_date(one.text)
            or (begins_with_authorship(one.text) and byline_of(one.text).complete)
            or (not one.links and is_person(one.text))
        )
        for one in below
    )


def _is_beside_whole(page_lines: PageLines, box: int, kept: set[int]) -> bool:
    """Whether an element beside a box, before it, holds the headline of the page with most of the other text."""
    if page_lines.h1 < 0:
        return False
    element, above = page_lines.lines[page_lines.h1].element, page_lines.parent[box]
    while element > 0 and page_lines.parent[element] != above:
        element = page_lines.parent[element]
    if element <= 0 or page_lines.last[element] > page_lines.first[box]:
        return False
    if (page_lines.tag[element], page_lines.names[element]) == (page_lines.tag[box], page_lines.names[box]):
        return False  # boxes of one kind may be sections, each under its heading
    others = {place: page_lines.lines[place].size for place in kept if place < page_lines.first[box]}
    inside = sum(size for place, size in others.items() if page_lines.first[element] <= place)
    inside -= sum(size for place, size in others.items() if place >= page_lines.last[element])
    return inside >= MOST_OF_TEXT * sum(others.values()) > 0


def _is_appended(page_lines: PageLines, box: int, headline: int, kept: set[int]) -> bool:
    """Whether a box is an `article` under a link to its own page, the first beside the box of a longer text."""
    line = page_lines.lines[headline]
    if page_lines.tag[box] != "article" or line.linked < LINKED * line.size:
        return False
    first, last, above = page_lines.first[box], page_lines.last[box], page_lines.parent[box]
    if any(page_lines.parent[page_lines.lines[place].element] == above for place in kept):
        return False
    beside = [one for one in page_lines.index.tagged("article") if one != box and page_lines.parent[one] == above]
    heads = [page_lines.lines[page_lines.first[one]] for one in beside if page_lines.first[one] < first]
    if any(head.linked >= LINKED * head.size for head in heads) or len(beside) >= MOST_APPENDED:
        return False
    letters = [
        sum(page_lines.lines[place].size for place in kept & set(part))
        for part in (range(first), range(first, last))
    ]
    return letters[0] > letters[1]


def _is_called_next(page_lines: PageLines, box: int, headline: int) -> bool:
    """Whether an element in a box that holds its headline, or that with the box alone in it, is called a next
    article."""
    above = page_lines.parent[box]
    if page_lines.first[above] == page_lines.first[box] and _NEXT.matches(page_lines.names[above]):
        return True
    inside = takewhile(lambda one: page_lines.first[one] <= headline, range(box, len(page_lines.tag)))
    return any(_NEXT.matches(page_lines.names[one]) for one in inside)


def _is_like_first(page_lines: PageLines, box: int) -> bool:
    """Whether a box is called as its neighbour around the first headline, and both hold an `article`.

    Without one they may be sections of a text that has a headline for each. Where both are one, no name is needed.
    """
    element, above = page_lines.lines[page_lines.h1].element if page_lines.h1 >= 0 else -1, page_lines.parent[box]
    while element >= 0 and page_lines.parent[element] != above:
        element = page_lines.parent[element]
    return (
        element >= 0
        and element != box
        and (bool(page_lines.names[box]) or page_lines.tag[box] == "article")
        and (page_lines.tag[element], page_lines.names[element]) == (page_lines.tag[box], page_lines.names[box])
        and (
            all(_holds_article(page_lines, one) for one in (element, box))
            or all(_is_whole(page_lines, one) for one in (element, box))
        )
    )


def _is_whole(page_lines: PageLines, box: int) -> bool:
    """Whether an element begins with a headline and has paragraphs enough for an article below it."""
    first, last = page_lines.first[box], page_lines.last[box]
    head = page_lines.lines[first : first + HEAD_LINES]
    titled = any(page_lines.tag[line.element] == "h1" and line.size >= LEAST_TITLE for line in head)
    return titled and sum(line.size >= PROSE for line in page_lines.lines[first:last]) >= LEAST_PARAGRAPHS


def _holds_article(page_lines: PageLines, box: int) -> bool:
    """Whether an element is an `article` or holds one."""
    inside = takewhile(lambda one: page_lines.first[one] < page_lines.last[box], range(box, len(page_lines.tag)))
    return any(page_lines.tag[one] == "article" for one in inside)


def _is_article(page_lines: PageLines, box: int, headline: int) -> bool:
    """Whether the element around a headline is an article: by its name, a label before the headline, or signed
    between headline and text."""
    if _is_labelled(page_lines, box, headline) or _is_signed(page_lines, headline):
        return True
    first, last = page_lines.first[box], page_lines.last[box]
    for element in range(box, len(page_lines.tag)):
        if page_lines.first[element] >= last:
            break
        name = page_lines.names[element]
        if page_lines.first[element] <= headline and _NEXT.matches(name):
            return True
        if element > box and headline - 3 <= page_lines.first[element] <= headline + 3 and _SIGNED.search(name):
            return True
    return any(first <= place < min(last, headline + 5) for place, _ in page_lines.times)


def _is_labelled(page_lines: PageLines, box: int, headline: int) -> bool:
    """Whether a label of other articles stands before a headline in its box: "Up next"."""
    before = page_lines.lines[max(page_lines.first[box], headline - 1) : headline]
    return any(line.size <= LONGEST_LABEL and label_key(line.text.strip(" :→›»")) in READ_ALSO for line in before)


def _is_signed(page_lines: PageLines, headline: int) -> bool:
    """Whether the line below a headline is nothing but a byline."""
    below = page_lines.lines[headline + 1 : headline + 2]
    return any(
        line.size < PROSE and begins_with_authorship(line.text) and byline_of(line.text).complete for line in below
    )
