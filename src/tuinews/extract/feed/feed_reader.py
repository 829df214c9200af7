"""From the elements of a feed to its entries: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF."""

import re
from collections.abc import Sequence
from datetime import datetime

from tuinews.extract.feed import media
from tuinews.extract.feed.dates.feed_dates import DateHabits, habits_of, iso_utc, unusual_date, usual_date
from tuinews.extract.feed.elements import Element
from tuinews.extract.feed.links import page_link, related_link
from tuinews.extract.feed.pace import pace_of
from tuinews.extract.feed.people import is_publisher, person
from tuinews.extract.feed.values import XHTML, Value, resolve, safe_base, value_of
from tuinews.extract.mojibake import mended_value
from tuinews.model.entry import FeedEntry, Person
from tuinews.model.feed import Feed

# Where two elements say the same, the first of these counts; the rest are what feeds use instead.
_TITLES = ("title", "dc:title", "media:title", "itunes:title")
_DESCRIPTIONS = (
    *("description", "subtitle", "tagline", "abstract"),
    *("dc:description", "summary", "itunes:summary", "itunes:subtitle", "media:description"),
)
_CONTENTS = (
    *("content", "content:encoded", "fullitem", "body", "xhtml:body"),
    *("encoded", "fulltext", "full-text", "yandex:full-text", "turbo:content"),
)
_SUMMARIES = ("description", "summary", "abstract", "dc:description", "itunes:summary")
_LAST_SUMMARIES = ("media:description", "itunes:subtitle")
_PUBLISHED = frozenset(("published", "issued", "pubdate", "dcterms:issued", "news:publication_date"))
_UPDATED = frozenset(("updated", "modified", "lastbuilddate", "dc:date", "dcterms:modified", "date"))
_CREATED = frozenset(("created", "dcterms:created", "dcterms:date"))
DATES = re.compile(
    r"<(?:\w+:)?(?:pubdate|updated|published|modified|issued|created|date)\b[^<>]*>(?:<!\[CDATA\[)?([^<>\]]{6,60})[<\]]",
    re.IGNORECASE,
)
"""The dates of a feed in its source: they tell together how one of them is meant."""

_AUTHORS = (
    "author",
    "managingeditor",
    "dc:creator",
    "dc:author",
    "creator",
    "itunes:author",
    "webmaster",
    "itunes:owner",
)
UNREAD = {
    "category", "slash:comments", "wfw:commentRss", "wfw:comment", "dc:subject", "thr:total", "georss:point",
    "itunes:duration", "itunes:explicit", "itunes:episodeType", "itunes:episode", "itunes:season",
    "itunes:keywords", "media:credit", "media:category", "media:keywords", "media:rating",
}  # fmt: skip
"""Elements that feeds have many of and nobody asks for: the scanner makes none of them."""

_CAPTIONS = ("media:description", "itunes:subtitle")
_WEB = ("http://", "https://")
_NOTHING = Value("")
_BODIES = frozenset(("body", "xhtml:body"))
_TEXT_DEFAULT = frozenset(("title", "summary", "subtitle", "tagline", "content", "rights"))


class FeedReader:
    """Reads one feed; `base` and `language` are what HTTP says of the document."""

    def __init__(self, base: str | None, language: str | None, *, nested: bool) -> None:
        """`nested` says whether any element has a base or a language of its own."""
        self._base, self._language, self._nested = base, language, nested
        self._places: dict[int, tuple[str | None, str | None]] = {}
        self._habits: DateHabits | None = None
        self._source = self._spoken = ""
        self._home: str | None = None
        self._authors_of_all: tuple[Person, ...] = ()

    def feed(self, channel: Element, entries: Sequence[Element]) -> Feed:
        """The feed of a `channel` or `feed` element, with these entries."""
        by_name = _by_name(channel)
        self._source = channel.scope.source
        language = self._feed_language(channel, by_name)
        self._spoken = language or ""
        links = [link for link in by_name.get("link", ()) if link.get("rel") == "next" and link.get("href")]
        identity, permalink = self._identity(channel, by_name)
        link = page_link(by_name, self._base_of) or channel.get("href") or permalink
        self._home = resolve(self._base_of(channel), link) if link else None
        title = self._first(by_name, _TITLES).text or None
        authors = self._authors(by_name)
        if channel.name == "feed":
            self._authors_of_all = tuple(one for one in authors if not is_publisher(one, title or ""))
        return Feed(
            title=title,
            link=self._home,
            id=identity,
            author=next(iter(authors), None),
            language=language,
            description=self._first(by_name, _DESCRIPTIONS).text or None,
            published=iso_utc(self._date(channel, _PUBLISHED) or self._date(channel, _CREATED)),
            updated=iso_utc(self._date(channel, _UPDATED) or self._moment(channel.get("lastmod"))),
            moved_to=self._address(by_name, "itunes:new-feed-url"),
            next_page=resolve(self._base_of(links[0]), links[0].get("href") or "") if links else None,
            pace=pace_of(by_name),
            entries=tuple(self.entry(entry) for entry in entries),
        )

    def entry(self, item: Element) -> FeedEntry:
        """One `item` or `entry`."""
        by_name = _by_name(item)
        title = self._first(by_name, _TITLES)
        identity, permalink = self._identity(item, by_name)
        link = self._page_of(item, by_name, permalink)
        summary, content = self._texts(item, by_name, link)
        if not title.text and not _has_words(summary) and not _has_words(content):
            title = self._first(by_name, _CAPTIONS)
        published, updated = self._date(item, _PUBLISHED), self._date(item, _UPDATED)
        authors = self._authors_of_entry(by_name)
        return FeedEntry(
            title=title.text or None,
            link=link,
            id=identity,
            published=iso_utc(published or self._date(item, _CREATED) or updated),
            updated=iso_utc(updated or self._moment(item.get("lastmod"))),
            author=authors[0] if authors else None,
            summary=summary.text or None,
            content=content.text or None,
            language=self._entry_language(item, by_name),
            comments=self._address(by_name, "comments"),
            image=media.picture(by_name, self._base_of),
            enclosures=media.files(by_name, self._base_of) or media.file_at(link),
            authors=authors,
            title_type=title.type,
            summary_type=summary.type,
            content_type=content.type,
        )

    def _page_of(self, item: Element, by_name: dict[str, list[Element]], permalink: str | None) -> str | None:
        """Where an entry leads: not to the front page, where its id is the address of a page by itself."""
        link = page_link(by_name, self._base_of)
        if link and permalink and link == self._home:
            link = permalink
        link = link or item.get("href") or permalink or related_link(by_name, self._base_of)
        link = link or self._text(by_name, ("url",))
        return resolve(self._base_of(item), link) if link else None

    def _date(self, element: Element, names: frozenset[str]) -> datetime | None:
        """The last readable date among the children of these names."""
        for child in reversed(element.children):
            if child.name in names:
                moment = self._moment(child.text)
                if moment:
                    return moment
        return None

    def _moment(self, text: str | None) -> datetime | None:
        if not text:
            return None
        usual = usual_date(text)
        if usual:
            return usual
        if self._habits is None:
            self._habits = habits_of(self._spoken, DATES.findall(self._source))
        return unusual_date(text, self._habits)

    def _texts(self, item: Element, by_name: dict[str, list[Element]], link: str | None) -> tuple[Value, Value]:
        """Summary and content, their links made absolute against the entry's own.

        A second description is the longer text, a content alone gives the summary too.
        """
        content = summary = None
        for element in item.children:
            name = element.name
            if content is None and name in _CONTENTS and not element.get("src"):
                content = self._value(element, link)
            elif name in _SUMMARIES:
                if summary is None or not summary.text:
                    summary = self._value(element, link)
                elif content is None and not any(name in by_name for name in _CONTENTS):
                    second = self._value(element, link)
                    content = second if second.text != summary.text else None
        if summary is None:
            summary = content or self._first(by_name, _LAST_SUMMARIES)
        return summary, content or _NOTHING

    def _value(self, element: Element, link: str | None = None) -> Value:
        base = self._base_of(element)
        if link and base == self._base and link.startswith(_WEB):
            base = link  # where no xml:base says otherwise
        default = XHTML if element.name in _BODIES else "html"
        if element.name in _TEXT_DEFAULT:
            default = "text" if element.parent is not None and element.parent.name in ("entry", "feed") else ""
        return value_of(element, base, default or None)

    def _first(self, by_name: dict[str, list[Element]], names: Sequence[str]) -> Value:
        for name in names:
            for element in by_name.get(name, ()):
                value = self._value(element)
                if value.text:
                    return value
        return _NOTHING

    def _text(self, by_name: dict[str, list[Element]], names: Sequence[str]) -> str | None:
        for name in names:
            for element in by_name.get(name, ()):
                text = element.text
                if text:
                    return mended_value(text)
        return None

    def _address(self, by_name: dict[str, list[Element]], name: str) -> str | None:
        for element in by_name.get(name, ()):
            text = element.text
            if text:
                return resolve(self._base_of(element), text)
        return None

    def _identity(self, item: Element, by_name: dict[str, list[Element]]) -> tuple[str | None, str | None]:
        """The id, and the id as a link where RSS says that it is one (`isPermaLink`, true unless stated)."""
        for element in (*by_name.get("guid", ()), *by_name.get("id", ())):
            text = mended_value(element.text)
            if not text:
                continue
            if (element.get("ispermalink") or "true").lower() != "true":
                return text, None
            if "/" in text and " " not in text:
                text = resolve(self._base_of(element), text)
            return text, text if text.startswith(("http://", "https://")) else None
        about = item.get("rdf:about") or item.get("about")
        if about:  # the address of the page, by RSS 1.0 (5.5)
            return about, about if about.startswith(_WEB) else None
        return self._text(by_name, ("dc:identifier",)), None

    def _authors(self, by_name: dict[str, list[Element]]) -> list[Person]:
        """Those whom the first of the elements names; one that has an address alone names nobody better."""
        unnamed: list[Person] = []
        for name in _AUTHORS:
            if name in by_name:
                found = [one for one in (person(element) for element in by_name[name]) if one is not None]
                if any(one.name for one in found):
                    return found
                unnamed = unnamed or found
        return unnamed

    def _authors_of_entry(self, by_name: dict[str, list[Element]]) -> tuple[Person, ...]:
        """Those of the entry, else of the feed that it was taken from, else of this one (RFC 4287, 4.2.1)."""
        own = self._authors(by_name)
        source = by_name.get("source")
        if not own and source and source[0].children:
            own = self._authors(_by_name(source[0]))
        return tuple(own) or self._authors_of_all

    def _base_of(self, element: Element) -> str | None:
        return self._place(element)[0] if self._nested else self._base

    def _language_of(self, element: Element) -> str | None:
        """`xml:lang` of the element or the nearest around it; an empty one ends the search."""
        return self._place(element)[1] if self._nested else self._language

    def _place(self, element: Element) -> tuple[str | None, str | None]:
        """The base and the language that hold in an element."""
        parent = element.parent
        if parent is None:
            return self._base, self._language
        around = self._places.get(id(parent))
        if around is None:
            around = self._places[id(parent)] = self._place(parent)
        stated = element.get("xml:base") or element.get("base")
        base = safe_base(around[0], stated) if stated else around[0]
        language = element.get("xml:lang")
        language = element.get("lang") if language is None else language
        return base, around[1] if language is None else language.replace("_", "-") or None

    def _feed_language(self, channel: Element, by_name: dict[str, list[Element]]) -> str | None:
        return self._text(by_name, ("language", "dc:language")) or self._language_of(channel)

    def _entry_language(self, item: Element, by_name: dict[str, list[Element]]) -> str | None:
        """The language of the text, else of the title, else of the entry."""
        stated = self._text(by_name, ("language", "dc:language"))
        if stated or not self._nested:
            return stated or self._language
        for name in (*_CONTENTS, *_SUMMARIES, *_TITLES):
            for element in by_name.get(name, ()):
                return self._language_of(element)
        return self._language_of(item)


def _by_name(element: Element) -> dict[str, list[Element]]:
    """The children by name; those of a `media:group` or `media:content` count as the entry's own."""
    found: dict[str, list[Element]] = {}
    for child in element.children:
        found.setdefault(child.name, []).append(child)
    for name in ("media:group", "media:content"):
        for group in found.get(name, ())[:50]:
            for child in group.children[:50]:
                found.setdefault(child.name, []).append(child)
    return found


def _has_words(value: Value) -> bool:
    return bool(re.sub(r"<[^<>]*>|&nbsp;|\s", "", value.text[:5000]))
