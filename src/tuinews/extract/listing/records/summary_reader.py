"""What a record says of its article: the texts that may be its summary, and which looks most like it."""

import re
from typing import NamedTuple

from tuinews import address
from tuinews.extract.listing.links.link_words import BYLINE, COMMENTS, MORE, READING_TIME
from tuinews.extract.listing.links.links import same_words, width, without_numbers
from tuinews.extract.listing.outline import BLOCKS, HEADINGS, Outline
from tuinews.extract.listing.patterns import AUTHOR, DATE, LABEL, SUMMARY
from tuinews.extract.listing.records.leading_dates import is_date, leading_date, trailing_date
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.quick_dataclass import dataclass

_TEXT_TAGS = HEADINGS | frozenset(
    ("p", "div", "span", "td", "li", "dd", "a", "section", "blockquote", "font", "em", "strong", "article")
)
_INLINE = frozenset(("", "a", "b", "i", "em", "strong", "span", "font", "br", "code", "u", "mark"))
_WIDE, _NAMED_WIDE, _LOOSE_WIDE = 25, 14, 40
"""Letters from which a text may be a summary: in an element of its own, in one with a class of summaries, and
outside any element of its own, where it is most often a label."""

_NAMED, _BEHIND, _PARAGRAPH = 3.0, 1.0, 0.5
"""Weights of a class of summaries, of a place after the headline, and of a `p`: the class outweighs all others."""

_MOST_WIDTH, _PER_WIDTH = 200, 100
"""Letters that add to the weight, and letters for one point: the longer of two texts, but never more than 2."""

_MAX_BYLINE, _SHORT_BYLINE, _MAX_DATE_LINE = 120, 60, 50
"""Letters under which a text with a date is read, one that begins as a byline is one without a date too, and one
with a date is a date line; a summary that mentions a day is longer."""

_MOST_AFTER = 20
"""Nodes behind a headline in which the next words are looked for."""

_MAX_LEAF = 400
"""Nodes of one summary; more are a part of the page."""

_DASH = re.compile(r"^[–—-]\s+")
"""What stands between a headline and the summary in its line."""

_POINTER = re.compile(r"^\s*(?:>>+|[»►▶→⇒☞])\s*")
_POINTER_BEHIND = re.compile(r"(?:(?:\s|^)(?:>>+|[»►▶→⇒☞]))+\s*$")
"""The sign before a link that leads on to a related article."""

_LETTERS = 4
"""Letters and digits that a text must have besides the title to say anything."""

_MOST_BESIDE_TITLE = 30
"""Letters that a link which leads on may have beside the title ("Continue reading")."""

_LINKED = 0.5
"""Share of letters in links to other pages from which a text is a list of links."""


@dataclass(frozen=True, slots=True)
class PossibleSummary:
    """A text that may be the summary, its node, and how much it looks like one."""

    weight: float
    index: int
    text: str


class SummaryMarkup(NamedTuple):
    """The markup of a summary: its element and class, and those of its parent."""

    tag: str
    first_class: str
    parent_tag: str
    parent_class: str


def markup_of(outline: Outline, index: int) -> SummaryMarkup:
    """The markup of a summary in this node."""
    node = outline.nodes[index]
    holder = outline.nodes[max(node.parent, 0)]
    return SummaryMarkup(node.tag, node.first_class, holder.tag, holder.first_class)


class SummaryReader:
    """Finds the summary of one record."""

    def __init__(self, outline: Outline, record: Record, base: str, reader: DateReader) -> None:
        self._outline = outline
        self._record = record
        self._base = base
        self._reader = reader
        self._title = same_words(record.link.title)
        self._labels: set[str] = set()
        links = (n.index for n in outline.nodes[record.start : record.end] if n.tag == "a")
        self._more = {
            i for i in links if self._leads_on(i, outline.text(i)) or self._points_on(i)
        } | self._signed()
        self.found = self._candidates()

    def _leads_on(self, index: int, text: str) -> bool:
        """Whether a link says nothing but that there is more: in words, or with the title behind them."""
        if MORE.match(text) or COMMENTS.match(text):
            return True
        link = self._record.link
        around = self._outline.contains(index, link.inner) or self._outline.contains(link.node, index)
        words = same_words(text)
        rest = words.replace(self._title, "")
        is_named = rest != words and 0 < len(rest) < _MOST_BESIDE_TITLE
        return is_named and not around and not self._leads_elsewhere(index)

    def _points_on(self, index: int) -> bool:
        """Whether a link leads to a related article, as a sign in it or before it says (">> Also yesterday").

        No words follow it, as they do in a sentence with an arrow.
        """
        nodes, end = self._outline.nodes, self._outline.nodes[index].end
        before = nodes[index - 1].text if index > self._record.start else ""
        is_within = end < len(nodes) and any(map(str.isalnum, nodes[end].text))
        has_sign = _POINTER.match(self._outline.text(index)) or _POINTER_BEHIND.search(before)
        return has_sign is not None and not is_within and self._leads_elsewhere(index)

    def _signed(self) -> set[int]:
        """The elements inside of texts that are called the author's and say whose the article is."""
        nodes = self._outline.nodes[self._record.start : self._record.end]
        called = (n.index for n in nodes if n.tag in _INLINE and n.names and AUTHOR.search(n.names))
        texts = ((index, self._outline.text(index)) for index in called)
        return {index for index, text in texts if len(text) < _SHORT_BYLINE and BYLINE.match(text)}

    def leave_out(self, labels: set[str]) -> None:
        """Leave out what is called a label of many records, numbers aside."""
        self._labels = labels
        self.found = [c for c in self.found if without_numbers(c.text) not in labels]

    def best(self) -> PossibleSummary | None:
        """The text that looks most like a summary."""
        return max(self.found, key=lambda c: c.weight, default=None)

    def marked_up(self, markup: SummaryMarkup) -> PossibleSummary | None:
        """The text with this markup, however short."""
        for node in self._outline.nodes[self._record.start : self._record.end]:
            if node.is_text or markup_of(self._outline, node.index) != markup or self._holds_title(node.index):
                continue
            stretch = self._of_record(node.index)
            text = self._outline.text_between(stretch.start, stretch.stop, self._more)
            text = _POINTER_BEHIND.sub("", text)
            if text and self._is_news(stretch, text) and without_numbers(text) not in self._labels:
                return PossibleSummary(0.0, node.index, text)
        return None

    def whole(self, best: PossibleSummary) -> str:
        """The text of a summary; if it is a paragraph, with the other paragraphs behind the headline beside it."""
        nodes, parent = self._outline.nodes, self._outline.nodes[best.index].parent
        if nodes[best.index].tag != "p":
            return best.text
        beside = [c for c in self.found if nodes[c.index].tag == "p" and nodes[c.index].parent == parent]
        first = min(best.index, self._record.link.node)
        return " ".join(c.text for c in beside if c.index >= first) or best.text

    def _of_record(self, index: int) -> range:
        """The nodes of an element that are in the record: links to other articles may end it."""
        return range(index, min(self._outline.nodes[index].end, self._record.end))

    def _candidates(self) -> list[PossibleSummary]:
        found: list[PossibleSummary] = []
        nodes, link = self._outline.nodes, self._record.link
        index, end = self._record.start, self._record.end
        while index < end:
            node = nodes[index]
            if index == link.inner:
                index = max(nodes[link.inner].end, index + 1)
            elif node.is_text:
                run_end, lines = self._loose_run(index)
                wide = width(" ".join(lines)) >= _LOOSE_WIDE
                text = self._said_in(lines) if wide else ""
                if width(text) >= _LOOSE_WIDE and self._is_news(range(index, run_end), text):
                    found.append(PossibleSummary(1 + min(width(text), _MOST_WIDTH) / _PER_WIDTH, index, text))
                index = run_end if wide else index + 1
            elif node.tag == "time" and len(self._outline.text(index)) < _MAX_DATE_LINE:
                index = node.end
            elif node.tag in _TEXT_TAGS and self._is_leaf(index) and not self._holds_title(index):
                skipped = self._more | self._stamp_at_head(index)
                whole = self._outline.text_between(index, self._of_record(index).stop, skipped)
                text = _POINTER_BEHIND.sub("", trailing_date(leading_date(whole)[1])[1])
                weight = self._weight(index, text)
                if weight is not None:
                    found.append(PossibleSummary(weight, index, text))
                index = node.end if whole else index + 1
            else:
                index += 1
        return found

    def _stamp_at_head(self, index: int) -> set[int]:
        """The element with which a text begins, where it says when and a sentence begins behind it."""
        nodes, stop = self._outline.nodes, self._of_record(index).stop
        first = next((n.index for n in nodes[index:stop] if n.text.strip()), index)
        holder = nodes[nodes[first].parent]
        if holder.index <= index or not (holder.tag == "time" or DATE.search(holder.names)):
            return set()
        behind = self._outline.text_between(holder.end, stop, self._more)
        begins_small = behind[:1].islower() or behind[:1] in ",;"
        return (
            {holder.index} if behind and not begins_small and is_date(self._outline.text(holder.index)) else set()
        )

    def _weight(self, index: int, text: str) -> float | None:
        node = self._outline.nodes[index]
        own_name = bool(SUMMARY.search(node.names))
        named = own_name or bool(SUMMARY.search(self._outline.nodes[node.parent].names))
        after = index > self._record.link.node
        wide = width(text)
        if wide < _WIDE and not (own_name and wide >= _NAMED_WIDE and after):
            return None
        if LABEL.search(node.names) and not own_name:
            return None
        if not self._is_news(self._of_record(index), text):
            return None
        weight = (_NAMED if named else 0) + (_BEHIND if after else 0) + min(wide, _MOST_WIDTH) / _PER_WIDTH
        return weight + (_PARAGRAPH if node.tag == "p" else 0)

    def _is_news(self, stretch: range, text: str) -> bool:
        """Whether a text says something new: not the title, a byline, a date or links to other pages."""
        words, title = same_words(text), self._title
        rest = words.replace(title, "")
        if sum(map(str.isalnum, rest)) < (_WIDE if rest != words else _LETTERS):
            return False
        if words in title and 2 * len(words) > len(title):
            return False
        others = (i for i in stretch if i not in self._more and self._leads_elsewhere(i))
        linked = sum(len(self._outline.text(i)) for i in others)
        if linked >= _LINKED * len(text):
            return False
        return not self._is_date_line(text)

    def _is_date_line(self, text: str) -> bool:
        """Whether a text is a date, a byline or a time of reading."""
        if len(text) < _SHORT_BYLINE and READING_TIME.search(text):
            return True
        dated = len(text) < _MAX_BYLINE and self._reader.read(text) is not None
        if BYLINE.match(text) and (len(text) < _SHORT_BYLINE or dated):
            return True
        return dated and len(text) < _MAX_DATE_LINE

    def _leads_elsewhere(self, index: int) -> bool:
        node = self._outline.nodes[index]
        if node.tag != "a":
            return False
        target = address.join(self._base, node.attributes.get("href"))
        return target is None or address.canonical(target) != self._record.link.key

    def _loose_run(self, start: int) -> tuple[int, list[str]]:
        """The end of a run of texts and parts of sentences, and its lines."""
        nodes, end, begun = self._outline.nodes, start, start
        lines: list[str] = []
        while end < self._record.end and nodes[end].tag in _INLINE and not self._parts_at(start, end):
            if nodes[end].tag == "br":
                lines.append(self._outline.text_between(begun, end, self._more))
                begun = end + 1
            end += 1
        return end, [*lines, self._outline.text_between(begun, end, self._more)]

    def _parts_at(self, start: int, index: int) -> bool:
        """Whether the headline begins here and ends a run before it: what follows is no part of its sentence."""
        inner = self._record.link.inner
        if index != inner or index == start:
            return False
        after = self._outline.nodes[inner].end
        following = self._outline.text_between(after, min(self._record.end, after + _MOST_AFTER))
        return not (following[:1].islower() or following[:1] in ",;")

    def _said_in(self, lines: list[str]) -> str:
        """What lines say of the article, without those that are its date or its byline, or begin with its date."""
        said = (leading_date(line)[1] for line in lines if not self._is_date_line(line))
        return _DASH.sub("", trailing_date(" ".join(text for text in said if text))[1])

    def _is_leaf(self, index: int) -> bool:
        inside = self._outline.nodes[index + 1 : self._of_record(index).stop]
        if len(inside) >= _MAX_LEAF or any(n.tag in BLOCKS and n.tag != "br" for n in inside):
            return False
        labelled = any(n.names and LABEL.search(n.names) for n in inside)
        return not (labelled and any(n.names and SUMMARY.search(n.names) for n in inside))

    def _holds_title(self, index: int) -> bool:
        inner = self._record.link.inner
        return index <= inner < self._outline.nodes[index].end or (inner <= index < self._outline.nodes[inner].end)
