"""Starred articles as Google Reader gave them: Inoreader and FreshRSS export so to this day, Feedly nearly so.

A list of `items` whose `categories` hold tags and states as streams (`user/-/label/NAME`,
`user/-/state/com.google/read`).
"""

import re
from collections.abc import Iterator
from typing import Any

from tuinews.model.saved.articles import SavedArticle, SavedHighlight, SavingProgram
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem

_LABEL = "/label/"
_STARS = re.compile(r'"id"\s*:\s*"[^"]*/state/[\w.]+/starred"')


def is_item(item: JsonItem) -> bool:
    """Whether it is an article of such a list."""
    has_link = any(key in item for key in ("alternate", "canonical", "canonicalUrl", "originId"))
    return has_link and ("categories" in item or "origin" in item or "published" in item)


def program_of(item: JsonItem, head: str) -> SavingProgram:
    """Whose it is; `head` is the beginning of the file, which names the list."""
    if "originId" in item or "fingerprint" in item or "actionTimestamp" in item:
        return SavingProgram.FEEDLY
    return SavingProgram.FRESHRSS if "freshrss" in head.lower() else SavingProgram.INOREADER


def is_of_stars(head: str) -> bool:
    """Whether the list itself is called that of the stars, so that its items need not say it each."""
    return _STARS.search(head.partition('"items"')[0]) is not None


def of_item(item: JsonItem, program: SavingProgram, *, is_of_stars: bool = False) -> SavedArticle:
    """An article of that program, starred by itself or as all of its list is. What Feedly saves for later is no
    star, but what the list is of: all of it is starred.
    """
    is_feedly = program is SavingProgram.FEEDLY
    streams = [stream for stream in map(_stream, _list(item.get("categories"))) if stream]
    states = {stream.rpartition("/")[2] for stream in streams if "/state/" in stream}
    return SavedArticle(
        fields.first_address(
            item.get("canonicalUrl"),
            *_hrefs(item.get("canonical")),
            *_hrefs(item.get("alternate")),
            item.get("originId"),
        ),
        fields.unescaped(item.get("title")),
        added=_added(item),
        published=fields.moment(item.get("published")),
        tags=fields.tags([*_labels(streams), *_feedly_tags(item)]),
        read=item.get("unread") is False if is_feedly else "read" in states,
        starred=is_feedly or is_of_stars or "starred" in states,
        note=_note(item),
        highlights=fields.highlights(_annotations(item)),
        html=fields.html(_content(item.get("content"))) or fields.html(_content(item.get("summary"))),
        authors=fields.names(fields.unescaped(item.get("author")).split(";")),
        lang=fields.text(item.get("language"))[:20] or None,
        site=fields.unescaped(_dict(item.get("origin")).get("title")) or None,
    )


def _added(item: JsonItem) -> Any:
    stated = (
        fields.moment(item.get(key))
        for key in ("actionTimestamp", "starred", "timestampUsec", "crawled", "crawlTimeMsec")
    )
    return next((one for one in stated if one), None)


def _labels(streams: list[str]) -> Iterator[str]:
    for stream in streams:
        if stream.startswith("user/") and _LABEL in stream:
            yield stream.partition(_LABEL)[2]


def _feedly_tags(item: JsonItem) -> Iterator[str]:
    """The boards of an article; `global.saved` and its like are states."""
    for one in _list(item.get("tags")):
        label = one.get("label") if isinstance(one, dict) else None
        if isinstance(label, str) and "global." not in str(one.get("id", "")):
            yield label


def _annotations(item: JsonItem) -> Iterator[SavedHighlight | None]:
    for one in _list(item.get("annotations"))[: fields.MOST_HIGHLIGHTS]:
        if isinstance(one, dict):
            marked = _dict(one.get("highlight")).get("text") or (one.get("text") if "added_on" in one else None)
            note = one.get("note") or one.get("comment")
            yield fields.highlight(marked, note, one.get("added_on", one.get("created")))


def _note(item: JsonItem) -> str | None:
    """What Feedly lets one write of the whole article."""
    notes = [
        noted
        for one in _list(item.get("annotations"))
        if isinstance(one, dict)
        and "highlight" not in one
        and "added_on" not in one
        and (noted := fields.lines(one.get("comment"), fields.LONGEST_NOTE))
    ]
    return "\n\n".join(notes)[: fields.LONGEST_NOTE] or None


def _stream(value: object) -> str:
    return value if isinstance(value, str) else ""


def _content(value: object) -> object:
    return value.get("content") if isinstance(value, dict) else value


def _hrefs(value: object) -> list[object]:
    if isinstance(value, str):
        return [value]
    return [one.get("href") for one in _list(value) if isinstance(one, dict)]


def _list(value: object) -> list[Any]:
    return value[:1000] if isinstance(value, list) else []


def _dict(value: object) -> JsonItem:
    return value if isinstance(value, dict) else {}
