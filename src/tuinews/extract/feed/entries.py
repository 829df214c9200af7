"""From the values of a feed to entries: clean plain text, moments, absolute addresses."""

import html
import re
from dataclasses import replace
from datetime import datetime

from tuinews.address import join
from tuinews.extract.feed.people import shown_names
from tuinews.extract.feed.tails import without_tail
from tuinews.extract.feed.titles import plain_title, with_signs
from tuinews.late import late_pattern
from tuinews.model.entry import Enclosure, Entry, FeedEntry, Listing
from tuinews.model.feed import Feed
from tuinews.model.when import When
from tuinews.text import clean_line, unescaped

SUMMARY_LIMIT = 600
"""Characters of a summary in a list."""

_TITLE_FROM_TEXT = 100
"""Characters of the summary that are the title of an entry without one."""

_BLOCK = late_pattern(
    r"</?(?:p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|blockquote|pre|hr|figure|figcaption|section|article)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
_NOT_TEXT = late_pattern(
    r"<(script|style|figcaption)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_BEGUN_TAG = late_pattern(r"<(?:[A-Za-z/!?]|\Z)")
"""A tag that was cut off, where "<" is no sign of a text."""

_ANY = late_pattern(r"</?[A-Za-z][^<>]*>")
_FULL_LINE = 45, 100
"""Characters of lines that were broken because they were full."""

_WORD = late_pattern(r"[^\W_]+")
_IMAGE = late_pattern(r"<img\b[^<>]*>", re.IGNORECASE)
_IMAGE_ADDRESS = late_pattern(
    r"\s(?P<lazy>data-(?:lazy-)?(?:src|original|url))?(?(lazy)|src)\s*=\s*"
    r"(?:[\"'](?!data:)(?P<quoted>[^\"'<>]+)[\"']|(?!data:)(?P<bare>[^\s\"'<>]+))",
    re.IGNORECASE,
)
"""Where a picture is; programs that show it late have a blank one in `src`."""

_IMAGES_OF_SIZES = late_pattern(r"\s(?:data-)?srcset\s*=\s*[\"']([^\"'<>]+)[\"']", re.IGNORECASE)
_SIZED = late_pattern(r"(\S+[^\s,])(?:\s+(\d+)(?:\.\d+)?[wx])?\s*(?:,|\Z)")

_CAPTION = late_pattern(r"<img\b[^<>]*?\s(?:alt|title)\s*=\s*[\"']([^\"'<>]+)[\"']", re.IGNORECASE)
_PIXEL = late_pattern(
    r"\s(?:width|height)\s*=\s*[\"']?[01][\"'\s>]|feedburner|/pixel|doubleclick|stats\.", re.IGNORECASE
)


def feed_listing(feed: Feed, url: str | None) -> Listing:
    """The entries of `feed` in its order, each with a title; `url` is where it came from.

    `id` is what the feed states, and empty where it states none. What comes twice to the letter is listed once;
    which others are the same is the store's to tell.
    """
    unique: dict[tuple[object, ...], Entry] = {}
    for entry in feed.entries:
        listed = _entry(entry, feed, url)
        if listed is not None:
            unique.setdefault(_letters(listed), listed)
    return Listing(
        entries=tuple(unique.values()),
        title=plain_title(feed.title, None) or None,
        url=join(None, feed.link),
        language=clean_line(feed.language, 40) or None,
        description=_summary(feed.description, None) or None,
        next_page=join(None, feed.next_page),
        moved_to=join(None, feed.moved_to),
        pace=feed.pace,
    )


def _letters(entry: Entry) -> tuple[object, ...]:
    file = entry.enclosures[0].url if entry.enclosures and not entry.id else None
    date = entry.published or entry.updated
    # Comments may have no id and no date, one link and one title: their words alone tell them apart.
    text = None if entry.id or date else (entry.summary, entry.content)
    return entry.id, entry.url, entry.title, date, file, text


def _entry(entry: FeedEntry, feed: Feed, url: str | None) -> Entry | None:
    """None where there is neither a title, a text nor an address."""
    link = join(None, entry.link)
    entry = _without_tails(entry, link)
    summary = _summary(entry.summary, entry.summary_type) or _summary(entry.content, entry.content_type)
    title = plain_title(entry.title, entry.title_type) or clean_line(summary, _TITLE_FROM_TEXT)
    title = title or clean_line(_first_caption(entry), _TITLE_FROM_TEXT) or (link or "")
    if not title:
        return None
    names = (clean_line(name, 100) for author in entry.authors[:10] for name in shown_names(author))
    return Entry(
        id=clean_line(entry.id, 2000),
        title=title,
        url=link,
        summary=summary if summary and not _repeats(summary, title) else None,
        published=_when(entry.published),
        updated=_when(entry.updated),
        authors=tuple(dict.fromkeys(name for name in names if name)),
        image=join(None, entry.image) or _first_image(entry, link or url),
        content=_content(entry),
        lang=clean_line(entry.language or feed.language, 40) or None,
        comments=join(None, entry.comments),
        enclosures=tuple(_enclosures(entry)),
    )


def _repeats(summary: str, title: str) -> bool:
    """Whether a summary says nothing but the title, with other marks between its words."""
    if summary == title or summary[:1] != title[:1] or len(summary) >= 2 * len(title):
        return summary == title
    return _WORD.findall(summary) == _WORD.findall(title)


def _without_tails(entry: FeedEntry, link: str | None) -> FeedEntry:
    title = plain_title(entry.title, entry.title_type)
    summary, content = (without_tail(text, link, title) for text in (entry.summary, entry.content))
    if summary == entry.summary and content == entry.content:
        return entry
    return replace(entry, summary=summary or None, content=content or None)


def _summary(text: str | None, kind: str | None) -> str:
    if not text:
        return ""
    if kind == "text" or ("<" not in text and "&" not in text):
        return clean_line(text, SUMMARY_LIMIT)
    value = _plain(text[: SUMMARY_LIMIT * 4])
    if len(value) < SUMMARY_LIMIT and len(text) > SUMMARY_LIMIT * 4:
        value = _plain(text[: SUMMARY_LIMIT * 64])
    return clean_line(value, SUMMARY_LIMIT)


def _plain(markup: str) -> str:
    last = markup.rfind("<")
    if last > markup.rfind(">") and _BEGUN_TAG.match(markup, last):
        markup = markup[:last]
    if "<" in markup:
        markup = _ANY.sub("", _BLOCK.sub(" ", _NOT_TEXT.sub(" ", with_signs(markup))))
    return unescaped(markup)


def _content(entry: FeedEntry) -> str | None:
    """The whole text as HTML, where the feed has one beside or instead of a summary.

    Many feeds of RSS have it in the description: what a summary has no room for is kept as the text.
    """
    text, kind = entry.content, entry.content_type
    if not text and entry.summary and len(entry.summary) > SUMMARY_LIMIT:
        text, kind = entry.summary, entry.summary_type
        if len(_plain(text) if kind != "text" else text) <= SUMMARY_LIMIT:
            return None
    if not text:
        return None
    if kind != "text" and ("\n" not in text or _ANY.search(text)):
        return text
    # Text without any markup has its paragraphs by its lines, whatever the feed calls it.
    paragraphs = re.split(r"\n\s*\n", html.escape(text, quote=False) if kind == "text" else text)
    joint = " " if kind != "text" and _is_wrapped(paragraphs) else "<br>"
    return "".join(f"<p>{joint.join(paragraph.strip().splitlines())}</p>" for paragraph in paragraphs) or None


def _is_wrapped(paragraphs: list[str]) -> bool:
    """Whether lines were broken where they were full, as in mails, and not where they end."""
    full = [line for paragraph in paragraphs for line in paragraph.strip().splitlines()[:-1]]
    return bool(full) and all(_FULL_LINE[0] <= len(line) <= _FULL_LINE[1] for line in full)


def _when(text: str | None) -> When | None:
    """A moment of the feed; the null dates of generators (the year 1, 1601, 1970) are none."""
    moment = datetime.fromisoformat(text) if text else None
    return When(moment) if moment is not None and moment.year > 1970 else None


def _first_image(entry: FeedEntry, base: str | None) -> str | None:
    for text in (entry.summary, entry.content):
        if not text or "<img" not in text:
            continue
        for found in _IMAGE.finditer(text, 0, 20_000):
            if not _PIXEL.search(found[0]):
                address = join(base, unescaped(_address_of(found[0])))
                if address:
                    return address
    return None


def _address_of(image: str) -> str:
    """Where the picture of a tag is; "" where it does not say."""
    named = sorted(_IMAGE_ADDRESS.finditer(image), key=lambda one: not one["lazy"])
    if named:
        return named[0]["quoted"] or named[0]["bare"]
    sizes = _IMAGES_OF_SIZES.search(image)
    sized = [(int(width or 0), address) for address, width in _SIZED.findall(sizes[1])] if sizes else []
    return max(sized, default=(0, ""))[1]


def _first_caption(entry: FeedEntry) -> str:
    """The words of the first picture that has some, for an entry that is all picture."""
    for text in (entry.summary, entry.content):
        for found in _CAPTION.finditer(text or "", 0, 20_000):
            if found[1].strip():
                return unescaped(found[1])
    return ""


def _enclosures(entry: FeedEntry) -> list[Enclosure]:
    found = ((join(None, enclosure.url), enclosure) for enclosure in entry.enclosures[:20])
    return [Enclosure(address, clean_line(e.type, 100) or None, e.length) for address, e in found if address]
