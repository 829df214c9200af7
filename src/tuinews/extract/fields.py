"""What a record says of its article beside the headline: date, summary, authors, picture."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from tuinews import address
from tuinews.extract.dates import date_in_url, parse_date
from tuinews.extract.links import same_words, width
from tuinews.extract.listing_rules import AUTHOR, DATE, LABEL, SUMMARY
from tuinews.extract.listing_words import COMMENTS, MORE
from tuinews.extract.outline import BLOCKS, HEADINGS, Outline
from tuinews.extract.records import Record
from tuinews.model.entry import Entry
from tuinews.model.when import When
from tuinews.text import clean_line

SUMMARY_LIMIT = 5000
"""Characters of a summary that are kept; blogs print whole articles on their front page."""

_DATE_ATTRIBUTES = ("datetime", "data-datetime", "data-time", "data-date", "data-timestamp", "data-utime", "title")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TAGS = frozenset(
    ("span", "p", "div", "li", "td", "small", "time", "abbr", "em", "i", "font", "dd", "dt", "h6", "b")
)
_TEXT_TAGS = HEADINGS | frozenset(
    ("p", "div", "span", "td", "li", "dd", "a", "section", "blockquote", "font", "em", "strong", "article")
)
_INLINE = frozenset(("", "a", "b", "i", "em", "strong", "span", "font", "br", "code", "u", "mark"))
_MAX_DATE_TEXT = 90
_SECTION_REACH = 40
_SECTION_TEXT = 50
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|theo|tác giả:?|автор:?|oleh)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the whole page: its base address, language, and the time that it was fetched."""

    base: str
    lang: str | None
    now: datetime | None


def entry_of(outline: Outline, record: Record, context: Context) -> Entry:
    """The entry that a record announces."""
    link = record.link
    inner_end = outline.nodes[link.inner].end
    return Entry(
        id=address.canonical(link.url),
        title=clean_line(link.title),
        url=link.url,
        summary=clean_line(_summary(outline, record, inner_end, context), SUMMARY_LIMIT) or None,
        published=_date(outline, record, inner_end, context),
        authors=_authors(outline, record),
        image=_image(outline, record, context),
    )


def with_section_dates(
    outline: Outline, records: list[Record], entries: list[Entry], context: Context
) -> list[Entry]:
    """Give entries without a date that of the heading above them, where the list is cut into days by headings."""
    if not records or any(entry.published for entry in entries):
        return entries
    stated: list[When | None] = []
    end = 0
    for record in records:
        found = None
        for node in outline.nodes[max(end, record.start - _SECTION_REACH) : record.start]:
            heads = (
                node.tag in HEADINGS
                or node.tag in ("dt", "th", "time")
                or (node.names and DATE.search(node.names))
            )
            text = outline.text(node.index) if heads and node.end - node.index < _SECTION_REACH else ""
            if 4 < len(text) < _SECTION_TEXT:
                found = parse_date(text, context.now, context.lang) or found
        stated.append(found)
        end = max(end, record.end)
    if sum(one is not None for one in stated) < 2 or stated[0] is None:
        return entries
    dated, current = [], None
    for entry, one in zip(entries, stated, strict=True):
        current = one or current
        dated.append(replace(entry, published=current))
    return dated


def _date(outline: Outline, record: Record, inner_end: int, context: Context) -> When | None:
    return (
        _date_in_attributes(outline, record, context)
        or _date_in_text(outline, record, inner_end, context)
        or date_in_url(record.link.url)
    )


def _date_in_attributes(outline: Outline, record: Record, context: Context) -> When | None:
    for node in outline.nodes[record.start : record.end]:
        if not node.attributes:
            continue
        for name in _DATE_ATTRIBUTES:
            value = node.attributes.get(name)
            if not value or len(value) > _MAX_DATE_TEXT or (node.tag == "a" and name == "title"):
                continue
            if name == "datetime" or _ISO.search(value):
                found = parse_date(value, context.now, context.lang)
                if found is not None:
                    return found
    return None


def _date_in_text(outline: Outline, record: Record, inner_end: int, context: Context) -> When | None:
    best: tuple[float, When] | None = None
    for node in outline.nodes[record.start : record.end]:
        if record.link.inner <= node.index < inner_end:
            continue
        if node.is_text:
            text, holder, bonus = " ".join(node.text.split()), outline.nodes[node.parent], 0.0
            names = holder.names + " " + (outline.nodes[holder.parent].names if holder.parent >= 0 else "")
        elif node.tag in _DATE_TAGS and 2 < node.end - node.index <= 12:
            text, names, bonus = outline.text(node.index), node.names, 0.5
        else:
            continue
        if not 3 < len(text) < _MAX_DATE_TEXT:
            continue
        weight = (2 if DATE.search(names) else 0) + (1 if len(text) < 40 else 0) + bonus
        if best is not None and weight <= best[0]:
            continue
        found = parse_date(text, context.now, context.lang)
        if found is not None:
            best = weight, found
    return best[1] if best else None


def _summary(outline: Outline, record: Record, inner_end: int, context: Context) -> str:
    candidates = _summary_candidates(outline, record, inner_end, context)
    if not candidates:
        return ""
    _, index, text = max(candidates, key=lambda c: c[0])
    node = outline.nodes[index]
    if node.tag != "p":
        return text
    alike = (c for c in candidates if c[1] >= index and outline.nodes[c[1]].tag == "p")
    return " ".join(text for _, i, text in alike if outline.nodes[i].parent == node.parent)


def _summary_candidates(
    outline: Outline, record: Record, inner_end: int, context: Context
) -> list[tuple[float, int, str]]:
    found: list[tuple[float, int, str]] = []
    nodes, link = outline.nodes, record.link
    more = _more_links(outline, record)
    index = record.start
    while index < record.end:
        node = nodes[index]
        if index == link.inner:
            index = max(inner_end, index + 1)
        elif node.is_text:
            run_end, text = _loose_run(outline, index, record.end, more)
            if width(text) >= 40:
                found.append((1 + min(width(text), 200) / 100, index, text))
                index = run_end
            else:
                index += 1
        elif node.tag in _TEXT_TAGS and _is_leaf(outline, index) and not index < link.inner < node.end:
            text = outline.text_between(index, node.end, more)
            weight = _summary_weight(outline, record, index, text, context)
            if weight is not None:
                found.append((weight, index, text))
            index = node.end if weight is not None or text else index + 1
        else:
            index += 1
    return found


def _summary_weight(outline: Outline, record: Record, index: int, text: str, context: Context) -> float | None:
    node = outline.nodes[index]
    wide = width(text)
    named = bool(SUMMARY.search(node.names) or SUMMARY.search(outline.nodes[node.parent].names))
    own_name = bool(SUMMARY.search(node.names))
    if wide < 25 and not (own_name and wide >= 14 and index > record.link.node):
        return None
    if same_words(text) == same_words(record.link.title) or (LABEL.search(node.names) and not own_name):
        return None
    linked = sum(
        len(outline.text(n.index))
        for n in outline.nodes[index + 1 : node.end]
        if n.tag == "a" and not _leads_to(n.attributes.get("href"), record, context)
    )
    if linked >= 0.5 * len(text) or (len(text) < 50 and parse_date(text, context.now, context.lang) is not None):
        return None
    after = index > record.link.node
    return (3 if named else 0) + (1 if after else 0) + min(wide, 200) / 100 + (0.5 if node.tag == "p" else 0)


def _more_links(outline: Outline, record: Record) -> set[int]:
    """The links of a record that say "Read more" or count comments."""
    links = (n.index for n in outline.nodes[record.start : record.end] if n.tag == "a")
    return {i for i in links if MORE.match(outline.text(i)) or COMMENTS.match(outline.text(i))}


def _leads_to(href: str | None, record: Record, context: Context) -> bool:
    target = address.join(context.base, href)
    return target is not None and address.canonical(target) == record.link.key


def _loose_run(outline: Outline, start: int, limit: int, more: set[int]) -> tuple[int, str]:
    end = start
    while end < limit and outline.nodes[end].tag in _INLINE:
        end += 1
    return end, outline.text_between(start, end, more)


def _is_leaf(outline: Outline, index: int) -> bool:
    inside = outline.nodes[index + 1 : outline.nodes[index].end]
    return len(inside) < 400 and not any(n.tag in BLOCKS and n.tag != "br" for n in inside)


def _authors(outline: Outline, record: Record) -> tuple[str, ...]:
    for node in outline.nodes[record.start : record.end]:
        marked = node.attributes.get("rel") == "author" or node.attributes.get("itemprop") == "author"
        if not marked and not (node.names and AUTHOR.search(node.names)):
            continue
        text = _BY.sub("", clean_line(outline.text(node.index), 120)).strip(" ,|·•-–")
        if 1 < len(text) < 60:
            return (text,)
    return ()


def _image(outline: Outline, record: Record, context: Context) -> str | None:
    for node in outline.nodes[record.start : record.end]:
        if node.tag != "img":
            continue
        for name in ("data-src", "data-original", "data-lazy-src", "src"):
            value = node.attributes.get(name)
            target = address.join(context.base, value) if value and not value.startswith("data:") else None
            if target is not None:
                return target
    return None
