"""Bookmarks of browsers: the HTML that all of them write, Chrome's own file, and Firefox's JSON; of services that
keep them, Pinboard's JSON and Raindrop's CSV.

Folders that somebody made are tags; those that every browser has are none. What was bookmarked was seen, so it
counts as read, but for a reading list.
"""

import re
from collections.abc import Iterator

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem
from tuinews.saved.links import ExportedLink, FolderHeading

_MOST_DEPTH = 50
"""Folders within each other that are read."""

_CHROME_EPOCH = 11_644_473_600
"""Seconds from 1601, where Chrome begins to count microseconds, to 1970."""

_READING_LISTS = ("reading list", "com.apple.readinglist")


def of_link(link: ExportedLink) -> SavedArticle:
    """A bookmark of the HTML."""
    state = link.attributes
    named = [heading.text for heading in link.folders if not _is_own(heading)]
    return SavedArticle(
        fields.web_address(state.get("href")),
        fields.text(link.text),
        added=fields.moment(state.get("add_date")),
        tags=fields.tags([*named, *fields.tags(state.get("tags", ""))]),
        read=not (fields.flag(state.get("toread", "")) or _is_reading_list(link.heading)),
        note=fields.lines(link.description, fields.LONGEST_NOTE),
    )


RAINDROP_COLUMNS = frozenset(("url", "title", "folder", "excerpt", "created", "favorite"))
_UNSORTED = "unsorted"
_PASSAGE = re.compile(r"^\s*Highlight:", re.IGNORECASE | re.MULTILINE)
_BESIDE_PASSAGE = re.compile(r"^\s*(Note|Color):", re.IGNORECASE | re.MULTILINE)


def of_row(row: dict[str, str]) -> SavedArticle:
    """A bookmark of Raindrop's CSV."""
    folder = fields.text(row.get("folder"))
    return SavedArticle(
        fields.web_address(row.get("url")),
        fields.text(row.get("title")),
        added=fields.moment(row.get("created")),
        tags=fields.tags([*(() if folder.lower() == _UNSORTED else (folder,)), *fields.tags(row.get("tags", ""))]),
        read=True,
        starred=fields.flag(row.get("favorite", "")),
        note=fields.lines(row.get("note"), fields.LONGEST_NOTE),
        summary=fields.lines(row.get("excerpt"), 2000),
        highlights=fields.highlights(_highlights(row.get("highlights", ""))),
    )


def _highlights(column: str) -> Iterator[SavedHighlight | None]:
    """The passages of one column: "Highlight:…", with "Note:…" and "Color:…" behind it; else each line is one."""
    column = column[: fields.MOST_HIGHLIGHTS * fields.LONGEST_QUOTE]
    if not _PASSAGE.search(column):
        yield from map(fields.highlight, filter(None, map(str.strip, column.splitlines())))
        return
    for passage in _PASSAGE.split(column)[1:]:
        quote, *rest = _BESIDE_PASSAGE.split(passage)
        named = dict(zip((name.lower() for name in rest[::2]), rest[1::2], strict=True))
        yield fields.highlight(quote, named.get("note"))


def is_item(item: JsonItem) -> bool:
    """Whether it is a bookmark of Pinboard's JSON."""
    return "href" in item and "description" in item and "toread" in item


def of_item(item: JsonItem) -> SavedArticle:
    """A bookmark of Pinboard: `extended` is what somebody wrote, tags have blanks between."""
    return SavedArticle(
        fields.web_address(item.get("href")),
        fields.text(item.get("description")),
        added=fields.moment(item.get("time")),
        tags=fields.tags(item.get("tags"), " "),
        read=not fields.flag(item.get("toread")),
        note=fields.lines(item.get("extended"), fields.LONGEST_NOTE),
    )


def is_chrome(whole: JsonItem) -> bool:
    """Whether an object is Chrome's `Bookmarks`."""
    return isinstance(whole.get("roots"), dict)


def of_chrome(whole: JsonItem) -> Iterator[SavedArticle]:
    """The bookmarks of Chrome's own file."""
    for root in whole["roots"].values():
        if isinstance(root, dict):
            yield from _chrome_folder(root, (), 0)


def is_firefox(whole: JsonItem) -> bool:
    """Whether an object is a folder of Firefox's JSON."""
    return whole.get("type") == "text/x-moz-place-container"


def of_firefox(whole: JsonItem, folders: tuple[str, ...] = (), depth: int = 0) -> Iterator[SavedArticle]:
    """The bookmarks of a folder of Firefox, and of those in it."""
    for child in _children(whole):
        if child.get("type") == "text/x-moz-place":
            yield SavedArticle(
                fields.web_address(child.get("uri")),
                fields.text(child.get("title")),
                added=fields.moment(child.get("dateAdded")),
                tags=fields.tags([*folders, *fields.tags(child.get("tags", ""))]),
                read=True,
            )
        elif depth < _MOST_DEPTH and child.get("root") != "tagsFolder":
            own = () if "root" in child else (fields.text(child.get("title")),)
            yield from of_firefox(child, (*folders, *own), depth + 1)


def _chrome_folder(folder: JsonItem, folders: tuple[str, ...], depth: int) -> Iterator[SavedArticle]:
    for child in _children(folder):
        if child.get("type") == "url":
            since_1601 = fields.text(child.get("date_added"))
            added = int(since_1601) / 1_000_000 - _CHROME_EPOCH if since_1601[:20].isdecimal() else None
            url, title = fields.web_address(child.get("url")), fields.text(child.get("name"))
            yield SavedArticle(url, title, added=fields.moment(added), tags=fields.tags(list(folders)), read=True)
        elif depth < _MOST_DEPTH:
            yield from _chrome_folder(child, (*folders, fields.text(child.get("name"))), depth + 1)


def _children(folder: JsonItem) -> list[JsonItem]:
    found = folder.get("children")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _is_own(heading: FolderHeading) -> bool:
    """Whether a folder is one that the browser has by itself."""
    return "personal_toolbar_folder" in heading.attributes or "unfiled_bookmarks_folder" in heading.attributes


def _is_reading_list(name: str) -> bool:
    return name.strip().lower() in _READING_LISTS
