"""Saved articles of programs that are not known by name: Readwise Reader, Matter, GoodLinks, Karakeep, Linkwarden,
linkding, Diigo, and whatever comes after them.

What they export are rows or objects with an address and what only a saved article has: when it was saved, its
tags, whether it was read. Lists of sources have addresses too, of feeds and of front pages.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem

_OF_AN_ARTICLE = ("permalink", "articleurl", "posturl")
_ADDRESS = (*_OF_AN_ARTICLE, "url", "link", "href", "uri", "address", "sourceurl", "originalurl", "pageurl")
_TITLE = ("title", "name", "documenttitle")
_ADDED = (
    *("addedat", "added", "dateadded", "timeadded", "savedat", "saved", "saveddate", "datesaved", "createdat"),
    *("created", "datecreated", "createddate", "creationdate", "bookmarkedat", "lastinteractiondate"),
)
_PUBLISHED = ("publishedat", "published", "datepublished", "publisheddate", "publicationdate")
_TAGS = ("tags", "documenttags", "tagnames", "labels", "manualtags")
_READ = ("read", "isread", "readat", "dateread", "archived", "isarchived", "finished")
_UNREAD = ("unread", "isunread", "toread", "inqueue")
_PLACE = ("location", "state", "status", "readstatus")
_PROGRESS = ("readingprogress", "readprogress", "progress")
_STARRED = ("starred", "isstarred", "favorite", "isfavorite", "favorited", "favourite", "liked", "ismarked")
_REMARK = ("comment", "comments")
_NOTE = ("note", "notes", *_REMARK, "documentnote")
_ONLY_NOTES = tuple(set(_NOTE) - set(_REMARK))
_SUMMARY = ("summary", "excerpt", "description")
_AUTHORS = ("author", "authors")
_HIGHLIGHTS = ("highlights", "annotations")
"""What a column, or a key of JSON, is called, in small letters alone."""

_STATES = (*_READ, *_UNREAD, *_PROGRESS, *_STARRED)
_DONE = ("archive", "archived", "read", "finished", "done")
_WHOLE = 0.98
"""Share of an article that was read, from which it is read."""

_BETWEEN = re.compile(r"[\W_]+")
_OF_A_SOURCE = re.compile(r"feed|rss|xml")
"""A part of a key that tells of a source and not of an article."""

_SOURCE = re.compile(
    r"https?://[^/?#]+/?$|/(?:feeds?|rss|atom)(?:\.\w+)?/?$|\.(?:xml|rss|rdf|atom)$|[?&](?:feed|format|output|type)=",
    re.IGNORECASE,
)
"""The address of a front page or a feed."""

_LEAST_SAID = 2
"""Of when it was saved, its tags, its state, a note and a remark, those that are said of a saved article."""

Said = Mapping[str, Any]


def is_table(names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bool:
    """Whether a table with these columns and first rows is one of saved articles."""
    if not _says_enough(dict.fromkeys(map(_key, names))):
        return False
    return 2 * sum(_is_of_an_article(_address(_said(row))) for row in rows) > len(rows)


def are_items(found: Sequence[Mapping[str, Any]]) -> bool:
    """Whether most of these are saved articles."""
    return 2 * sum(map(is_item, found)) > len(found)


def is_item(item: Mapping[str, Any]) -> bool:
    """Whether an object, or a row, is a saved article."""
    said = _said(item)
    return _is_of_an_article(_address(said)) and _says_enough(said)


def has_address(item: Mapping[str, Any]) -> bool:
    """Whether an object has an address at all."""
    return _address(_said(item)) is not None


def of_item(item: Mapping[str, Any]) -> SavedArticle:
    """A saved article; what has no state is a bookmark, and was seen."""
    said = _said(item)
    return SavedArticle(
        _address(said),
        fields.text(_first(said, _TITLE)),
        added=next((when for key in _ADDED if (when := fields.moment(said.get(key)))), None),
        published=fields.moment(_first(said, _PUBLISHED)),
        tags=_tags(_first(said, _TAGS)),
        read=_is_read(said),
        starred=any(fields.flag(said.get(key)) for key in _STARRED),
        note=fields.lines(_first(said, _NOTE), fields.LONGEST_NOTE),
        highlights=fields.highlights(_highlights(_first(said, _HIGHLIGHTS))),
        authors=fields.names(_first(said, _AUTHORS)),
        summary=fields.lines(_first(said, _SUMMARY), 2000),
    )


def _said(item: Mapping[str, Any]) -> Said:
    """An item by its keys; what it holds of the page itself (`content`) counts where it says nothing."""
    own = {_key(key): value for key, value in item.items()}
    inner = own.get("content")
    of_page = {_key(key): value for key, value in inner.items()} if isinstance(inner, dict) else {}
    return of_page | {key: value for key, value in own.items() if value not in (None, "")}


def _is_of_an_article(url: str | None) -> bool:
    return url is not None and not _SOURCE.search(url)


def _key(name: str) -> str:
    return _BETWEEN.sub("", name).lower()


def _first(said: Said, keys: Sequence[str]) -> Any:
    return next((said[key] for key in keys if said.get(key) not in (None, "")), None)


def _address(said: Said) -> str | None:
    return fields.first_address(*(said.get(key) for key in _ADDRESS))


def _says_enough(said: Mapping[str, Any]) -> bool:
    of_source = [value for key, value in said.items() if _OF_A_SOURCE.search(key)]
    if of_source and not any(isinstance(value, dict) for value in of_source):
        return False  # an article may have its source within it
    if not said.keys().isdisjoint(_OF_AN_ARTICLE):
        return True
    groups = (_ADDED, _TAGS, _STATES, _ONLY_NOTES, _REMARK)
    return sum(not said.keys().isdisjoint(group) for group in groups) >= _LEAST_SAID


def _is_read(said: Said) -> bool:
    states = [_is_yes(said[key]) for key in _READ if key in said]
    states += [not fields.flag(said[key]) for key in _UNREAD if key in said]
    states += [str(said[key]).strip().lower() in _DONE for key in _PLACE if key in said]
    states += [_share(said[key]) >= _WHOLE for key in _PROGRESS if key in said]
    return any(states) or not states


def _is_yes(value: object) -> bool:
    """Whether a state is so: a yes, or the moment since when."""
    return fields.flag(value) or (not isinstance(value, bool) and fields.moment(value) is not None)


def _share(value: object) -> float:
    """How much was read, of 1; of 100 where it is more."""
    try:
        share = float(str(value).strip().rstrip("%"))
    except ValueError:
        return 0
    return share / 100 if share > 1 else share


def _tags(stated: object) -> tuple[str, ...]:
    """Tags as a list, as a list in the text of a field, or with signs between."""
    if not isinstance(stated, str):
        return fields.tags(stated)
    if stated.lstrip().startswith("["):
        try:
            return fields.tags(json.loads(stated.replace("'", '"')))
        except (ValueError, RecursionError):
            stated = stated.strip(" []")
    return fields.tags(stated, next((sign for sign in "|;" if sign in stated), ","))


def _highlights(found: object) -> Iterator[SavedHighlight | None]:
    for one in found[: fields.MOST_HIGHLIGHTS] if isinstance(found, list) else ():
        if isinstance(one, str):
            yield fields.highlight(one)
        elif isinstance(one, dict):
            said: JsonItem = {_key(key): value for key, value in one.items()}
            quote = _first(said, ("text", "quote", "quotation", "highlight", "content"))
            yield fields.highlight(quote, _first(said, _NOTE), _first(said, _ADDED))
