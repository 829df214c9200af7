"""Corrects the choice of the line model by the structure of the page.

The model sees each line with its neighbours and is unsure in the middle of its range. What a person sees: a table
has all its cells, a paragraph between paragraphs is one of them, a footnote belongs to the text that refers to it,
and the headline and the byline are no text.
"""

import re
from bisect import bisect_left
from collections import Counter

from tuinews.extract.article.authors.authorship import authorless, begins_with_authorship, is_nobody
from tuinews.extract.article.authors.byline_look import is_called_author, is_right_aligned
from tuinews.extract.article.authors.persons import byline_of, is_person
from tuinews.extract.article.authors.wide_bylines import is_wide_byline
from tuinews.extract.article.blocks.footnotes import NOTE_ID, note_key
from tuinews.extract.article.body.captions import caption_copies, is_caption
from tuinews.extract.article.body.code_region import code_lines
from tuinews.extract.article.body.definitions import definition_lines, question_lines
from tuinews.extract.article.body.headed.headed_parts import headings_in_rows, with_last_part
from tuinews.extract.article.body.hidden.hidden import titles_of_panels, without_hidden
from tuinews.extract.article.body.interruptions.stray_end import without_stray_end
from tuinews.extract.article.body.lists import has_apart_trait, is_linked, list_lines, series_lines, step_lines
from tuinews.extract.article.body.next_article import without_next_article
from tuinews.extract.article.body.pictures import is_credited, is_under_picture
from tuinews.extract.article.body.repetitions import is_called_quote, without_repetitions
from tuinews.extract.article.body.tables import row_lines, scattered_cells, table_lines
from tuinews.extract.page.letters import CASED, WIDE, WITHOUT_STOPS
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait

LEAST_BETWEEN, LEAST_NEXT = 0.1, 0.25
"""Probability that a line needs between lines of its kind, and directly after the last of them, where less proves
that it belongs to the text."""

LEAST_BOXED, LINES_OF_BOX = 0.3, 3
"""Probability that a sentence needs in a box of its own between kept siblings of the box, and lines of the box."""

LEAST_SUBHEAD, SHORT_SENTENCE = 0.25, 12
"""Probability that a heading needs between kept lines; those of boxes with related articles have less. And letters
of a sentence under one that is so likely."""

SAME_HEADINGS = 2
"""Kept headings of the same tag and names from which another one is a heading of the text, however unlikely."""

LEAST_ALIKE, MOST_STEPS = 4, 2
"""Kept lines in elements of one name from which the next is text, and links behind which a text may go on."""

SURE_ENOUGH = 0.8
"""Probability from which a line is kept even in an element with the name of related articles."""

PROSE, WIDE_PROSE = 40, 20
"""Letters from which a line with the end of a sentence is prose, and those in ideographs; shorter ones are labels
and buttons too."""

LONGEST_CREDIT = 80
"""Letters of who made a picture, in an element that is called so."""

LONGEST_DATED, LONGEST_MAILED = 60, 220
"""Letters of a byline with its date, and of one with an address of its author."""

LONGEST_LABELLED = 40
"""Letters of a byline with a label, in a script without capitals."""

LONGEST_BYLINE, LONGEST_CAPTION = 120, 400
"""Letters of a byline and of a caption; a longer line is a paragraph, whatever its beginning or its class."""

MOST_UNNAMED = 0.15
"""Share of the text that captions may have which only their place tells; more are the lines of a photo diary."""

HEAD_LINES, HEAD_REACH = 4, 6
"""Kept lines from the headline on that may be a byline, and lines of the page within which it is."""

LEAST_REPEATED, COMPARED = 20, 300
"""Letters above which a line that repeats an alt text is a caption, and letters that are compared (as in
`captions`)."""

_ENDS = frozenset(".!?…。！？\"'”’“»«」』।؟")
_QUOTE, _NAVIGATION = int(Trait.QUOTE), int(Trait.NAVIGATION)
_CAPTION, _HEADING = int(Trait.CAPTION), int(Trait.HEADING)
_TEASER = NamePattern(
    r"(?:^|[\s_-])(?:related|recommend\w*|read-?(?:more|also|next)|newsletter|subscri\w+|promo\w*|advert\w*|sponsor\w*|"
    r"teasers?|share|social|tags?)(?=$|[\s_-])",
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CREDIT_NAME = NamePattern(
    r"(?:photo|image|img|picture|foto|media|bild)[-_]?credits?(?=$|[\s_-])",
    "credit",
)
_SAID = frozenset(("cite", "footer", "figcaption"))
_IDENTITY = re.compile(r"#(\S+)")


def corrected(page_lines: PageLines, kept: list[int], chances: list[float]) -> list[int]:
    """The kept lines without headline, byline, captions and the like, and with those that belong to them."""
    kept = without_stray_end(page_lines, kept)
    kept = _without_teasers(page_lines, without_signature(page_lines, without_head(page_lines, kept)), chances)
    kept = _without_captions(page_lines, without_hidden(page_lines, kept))
    kept = without_next_article(page_lines, _without_contents(page_lines, kept))
    kept = without_repetitions(page_lines, kept)
    if not kept:
        return kept
    text = set(kept)
    text |= code_lines(page_lines, text)
    text |= table_lines(page_lines, text, chances)
    text -= scattered_cells(page_lines, text)
    if not text:
        return kept
    text |= list_lines(page_lines, text, chances)
    text |= series_lines(page_lines, text) | row_lines(page_lines, text)
    text |= definition_lines(page_lines, text, chances) | question_lines(page_lines, text)
    text |= step_lines(page_lines, chances)
    text |= _siblings(page_lines, text, chances)
    text |= code_lines(page_lines, text)
    text |= _subheads(page_lines, text, chances) | _first_subhead(page_lines, min(text), chances)
    text |= headings_in_rows(page_lines, text)
    text = with_last_part(page_lines, text | titles_of_panels(page_lines, text))
    text |= _notes(page_lines, min(text)) | _cited(page_lines, text)
    text -= {place for place in text if is_under_picture(page_lines, place)}
    return without_repetitions(page_lines, without_next_article(page_lines, sorted(text)))


def without_head(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the headline and the byline after it."""
    start = bisect_left(kept, page_lines.h1) if page_lines.h1 >= 0 else 0
    head = [
        place
        for place in kept[start : start + HEAD_LINES]
        if place == page_lines.h1
        or (
            place <= page_lines.h1 + HEAD_REACH
            and not page_lines.traits[page_lines.lines[place].element] & _HEADING
            and _is_byline(page_lines.lines[place])
        )
    ]
    return [place for place in kept if place not in head] if head and len(head) < len(kept) else kept


def _is_byline(line: PageLine) -> bool:
    """Whether a line names its author; with a year it may end with a stop, and the name be in any script."""
    if is_wide_byline(line.text) and line.text[-1] not in _ENDS:
        return True
    if is_nobody(line.text):
        return True
    mailed = line.size <= LONGEST_MAILED and "@" in line.text
    if (line.size > LONGEST_BYLINE and not mailed) or not begins_with_authorship(line.text):
        return False
    dated = line.size <= LONGEST_DATED and _YEAR.search(line.text) is not None
    byline = byline_of(authorless(line.text))
    if line.text[-1] in _ENDS:
        return (dated or mailed) and bool(byline.persons)
    labelled = line.size <= LONGEST_LABELLED and 0 < line.text.find(":") < line.size - 1
    uncased = (dated or labelled) and line.text[:1].isalpha() and not CASED.search(line.text)
    return bool(byline.persons) or uncased


def without_signature(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the author's name at the end: labelled, bold, right-aligned, or by its class."""
    if len(kept) < 2:
        return kept
    line = page_lines.lines[kept[-1]]
    signs = is_wide_byline(line.text) or (
        is_person(line.text)
        and not page_lines.traits[line.element] & _HEADING
        and (
            line.is_bold
            or is_right_aligned(page_lines, line)
            or is_called_author(f"{page_lines.names[line.element]} {line.own}")
        )
    )
    return kept[:-1] if signs else kept


def _without_contents(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the links of navigation in the text, such as a table of contents."""
    return [
        place
        for place in kept
        if not (
            (traits := page_lines.traits[page_lines.lines[place].element]) & _NAVIGATION
            and (traits & _HEADING or is_linked(page_lines, place))
        )
    ]


def _without_teasers(page_lines: PageLines, kept: list[int], chances: list[float]) -> list[int]:
    """The kept lines without unsure ones that are no sentence, in an element with the name of related articles."""
    return [
        place
        for place in kept
        if chances[place] >= SURE_ENOUGH
        or page_lines.lines[place].text[-1] in _ENDS
        or not (
            page_lines.names[page_lines.lines[place].element]
            and _TEASER.matches(page_lines.names[page_lines.lines[place].element])
        )
    ]


def _without_captions(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without captions, which belong to their picture, and without copies of them."""
    found = caption_copies(page_lines, kept)
    found |= {place for place in kept if place not in found and _is_called_caption(page_lines, place)}
    unnamed = {place for place in kept if place not in found and is_under_picture(page_lines, place, in_text=True)}
    sizes = [sum(page_lines.lines[place].size for place in places) for places in (unnamed, kept)]
    if sizes[0] <= MOST_UNNAMED * sizes[1]:
        found |= unnamed
    return [place for place in kept if place not in found]


def _is_called_caption(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    if line.size > LONGEST_CAPTION or page_lines.tag[line.element] == "caption":
        return False
    name = page_lines.names[line.element]
    called = name in page_lines.index.captions or bool(line.own and holds_caption(line.own))
    called = called or is_credited(line.text)
    called = called or (bool(name) and line.size <= LONGEST_CREDIT and _CREDIT_NAME.matches(name))
    repeats = line.pictures > 0 and line.size > LEAST_REPEATED and line.text[:COMPARED] in page_lines.alts
    traits = page_lines.traits[line.element]
    return called or repeats or bool(traits & _CAPTION) or is_under_picture(page_lines, place)


def _siblings(page_lines: PageLines, text: set[int], chances: list[float]) -> set[int]:
    """Prose with the markup of kept lines, between them or directly after the last; quotes between them."""
    kinds = {_kind(page_lines, place) for place in text}
    last = max(text)
    found = {
        place
        for place in range(min(text) + 1, last)
        if place not in text
        and (
            (chances[place] >= LEAST_BETWEEN and _is_prose(page_lines, place, kinds))
            or (chances[place] >= LEAST_BETWEEN and _is_quoted(page_lines, place))
            or (chances[place] >= LEAST_BOXED and _is_boxed(page_lines, place, text))
        )
    }
    if found:
        found -= caption_copies(page_lines, sorted(found))
    steps, boxes = 0, {kind[0] for kind in kinds}
    for place in range(last + 1, len(page_lines.lines)):
        if chances[place] >= LEAST_NEXT and (
            _is_prose(page_lines, place, kinds) or _is_like_others(page_lines, place, text)
        ):
            found.add(place)
        elif not is_caption(page_lines, place):
            steps += 1
            if steps > MOST_STEPS or _kind(page_lines, place)[0] not in boxes or not is_linked(page_lines, place):
                break
    return found


def _subheads(page_lines: PageLines, text: set[int], chances: list[float]) -> set[int]:
    """Headings without a link directly above kept text and below other kept text."""
    first = min(text)
    known = Counter(
        _kind(page_lines, place)[1:]
        for place in text
        if page_lines.traits[page_lines.lines[place].element] & _HEADING
    )
    return {
        place - 1
        for place in text
        if place - 1 > first
        and place - 1 not in text
        and (
            chances[place - 1] >= LEAST_SUBHEAD
            or known[_kind(page_lines, place - 1)[1:]] >= SAME_HEADINGS
            or _is_between_siblings(page_lines, place, text)
        )
        and page_lines.traits[page_lines.lines[place - 1].element] & (_HEADING | _CAPTION) == _HEADING
        and not page_lines.lines[place - 1].linked
        and not (page_lines.lines[place - 1].pictures and is_under_picture(page_lines, place - 1, in_text=True))
        and (
            _is_sentence(page_lines, place)
            or page_lines.lines[place].text[-1] in ":："
            or (chances[place - 1] >= LEAST_SUBHEAD and _is_short_sentence(page_lines.lines[place]))
        )
    }


def _is_short_sentence(line: PageLine) -> bool:
    """Whether a line is a few words with a stop, as an answer below its question is."""
    return line.size >= SHORT_SENTENCE and line.text[-1] in ".。؟।" and not line.links


def _is_between_siblings(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether the heading above a line stands with it in one element, in which kept text stands before both.

    What introduces a list of other articles has a box of its own, or is followed by links.
    """
    if place - 2 not in text:
        return False
    lines, above = page_lines.lines, page_lines.parent
    box = above[lines[place].element]
    return above[lines[place - 1].element] == box and page_lines.first[box] <= place - 2


def _first_subhead(page_lines: PageLines, first: int, chances: list[float]) -> set[int]:
    """The heading above the first paragraph, in the box of the text and not in that of the headline."""
    place = first - 1
    if not 0 <= page_lines.h1 < place or chances[place] < LEAST_SUBHEAD or page_lines.lines[place].linked:
        return set()
    element = page_lines.lines[place].element
    box = page_lines.parent[element]
    beside = box == page_lines.parent[page_lines.lines[first].element]
    below = box > 0 and page_lines.first[box] > page_lines.h1
    heading = page_lines.traits[element] & (_HEADING | _CAPTION) == _HEADING
    return {place} if heading and beside and below and _is_sentence(page_lines, first) else set()


def _is_prose(page_lines: PageLines, place: int, kinds: set[tuple[int, str, str]]) -> bool:
    kind = _kind(page_lines, place)
    plain = kind[1] == "p" or (kind[1:] == ("div", "") and not is_caption(page_lines, place, in_text=True))
    return plain and kind in kinds and _is_sentence(page_lines, place)


def _is_boxed(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether a sentence is alone in a box that stands between kept paragraphs: a note, a call-out."""
    line = page_lines.lines[place]
    if (
        line.linked
        or line.text[-1] not in _ENDS
        or has_apart_trait(page_lines, place)
        or is_caption(page_lines, place)
    ):
        return False
    box = line.element if page_lines.tag[line.element] != "p" else page_lines.parent[line.element]
    while box >= 0:
        above = page_lines.parent[box]
        first, last = page_lines.first[box], page_lines.last[box]
        if last - first > LINES_OF_BOX or any(one.linked or one.pictures for one in page_lines.lines[first:last]):
            return False
        if page_lines.names[box] and _TEASER.matches(page_lines.names[box]):
            return False
        if first - 1 in text and last in text:
            return all(page_lines.parent[page_lines.lines[one].element] == above for one in (first - 1, last))
        box = above
    return False


def _is_like_others(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether a sentence is in an element called as those of several kept lines, with a box of its own each."""
    names = page_lines.names[page_lines.lines[place].element]
    if not names or not _is_sentence(page_lines, place):
        return False
    same = (page_lines.names[page_lines.lines[other].element] == names for other in text)
    return sum(same) >= LEAST_ALIKE


def _is_quoted(page_lines: PageLines, place: int) -> bool:
    quoted = page_lines.traits[page_lines.lines[place].element] & _QUOTE or is_called_quote(page_lines, place)
    return bool(quoted) and _is_sentence(page_lines, place)


def _kind(page_lines: PageLines, place: int) -> tuple[int, str, str]:
    """The markup of a line: the parent of its element, and the tag and names of its element."""
    element = page_lines.lines[place].element
    return page_lines.parent[element], page_lines.tag[element], page_lines.names[element]


def _is_sentence(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    return (
        (line.size >= PROSE or (line.size >= WIDE_PROSE and WIDE.search(line.text) is not None))
        and (line.text[-1] in _ENDS or WITHOUT_STOPS.search(line.text) is not None)
        and not is_linked(page_lines, place)
        and not has_apart_trait(page_lines, place)
    )


def _cited(page_lines: PageLines, text: set[int]) -> set[int]:
    """Who said a kept quotation: the last line of its element, as `cite` or `footer`."""
    found = set()
    for place in text:
        element = page_lines.lines[place].element
        if not page_lines.traits[element] & _QUOTE or place + 1 in text or place + 1 >= len(page_lines.lines):
            continue
        said = page_lines.lines[place + 1]
        tag = page_lines.tag[said.element]
        if page_lines.traits[said.element] & _QUOTE and said.size <= LONGEST_BYLINE and tag in _SAID:
            found.add(place + 1)
    return found


def _notes(page_lines: PageLines, start: int) -> set[int]:
    """The lines of the footnotes after line `start` to which the page links."""
    notes: dict[str, range] = {}
    for element, name in enumerate(page_lines.names):
        if "#" in name and start < page_lines.first[element] < page_lines.last[element]:
            identity = _IDENTITY.search(name)
            if identity and NOTE_ID.match(identity[1]):
                notes[note_key(identity[1])] = range(page_lines.first[element], page_lines.last[element])
    if not notes:
        return set()
    links = page_lines.node[0].css("a[href^='#']")
    referred = {note_key((link.attributes.get("href") or "")[1:]) for link in links}
    return {place for key, places in notes.items() if key in referred for place in places}
