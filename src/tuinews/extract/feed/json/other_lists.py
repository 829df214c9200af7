"""Lists in JSON that are no JSON Feed, brought to its keys: outboxes of ActivityPub, posts of WordPress, statuses
of Mastodon.

www.w3.org/TR/activitystreams-core, developer.wordpress.org/rest-api/reference/posts,
docs.joinmastodon.org/entities/Status
"""

from typing import Any

from tuinews.extract.feed.json.json_values import Fields, list_in, text_in
from tuinews.extract.feed.titles import plain_title

_MANY = 100_000
"""Members of a collection that are read."""

_MEDIA = {"image": "image/*", "video": "video/*", "gifv": "video/*", "audio": "audio/*"}
_BOOSTS = frozenset(("announce", "like", "follow", "undo", "delete"))
"""What somebody did with the words of others."""


def as_json_feed(value: Any) -> Any:
    """The document as a JSON Feed where it is a list that we know; `value` itself where it is not."""
    if isinstance(value, list) and value and all(map(_is_post, value)):
        return {"items": [_of_post(post) for post in value]}
    if isinstance(value, list) and value and all(map(_is_status, value)):
        return {"items": [_of_status(one) for one in value if one.get("reblog") is None]}
    if isinstance(value, dict):
        first = value.get("first")
        page = first if isinstance(first, dict) and _members(value) is None else value
        members = _members(page)
        if members is not None:
            items = [_of_activity(one) for one in list_in(page, members, _MANY) if isinstance(one, dict)]
            name = text_in(value, "name") or text_in(value, "summary")
            return {"title": name, "items": [item for item in items if item], "next_url": text_in(page, "next")}
        if isinstance(first, str) and "collection" in (text_in(value, "type") or "").lower():
            return {"title": text_in(value, "name"), "items": [], "next_url": first}
    return value


def _members(collection: Fields) -> str | None:
    """The key under which a collection has its members (www.w3.org/TR/activitystreams-core, 5); None without."""
    is_one = "collection" in (text_in(collection, "type") or "").lower()
    keys = ("orderedItems", "items") if is_one else ("orderedItems",)
    return next((key for key in keys if isinstance(collection.get(key), list)), None)


def _is_post(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("title"), dict) and isinstance(value.get("link"), str)


def _is_status(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(key), str) for key in ("uri", "created_at", "content")
    )


def _of_status(status: Fields) -> Fields:
    """A status; what somebody else wrote is left out before, as in an outbox."""
    account = status.get("account")
    return {
        "id": text_in(status, "uri"),
        "url": text_in(status, "url") or text_in(status, "uri"),
        "title": text_in(status, "spoiler_text"),
        "content_html": text_in(status, "content"),
        "date_published": text_in(status, "created_at"),
        "date_modified": text_in(status, "edited_at"),
        "language": text_in(status, "language"),
        "authors": [account.get("display_name") or account.get("acct")] if isinstance(account, dict) else None,
        "attachments": [
            {"url": text_in(file, "url"), "mime_type": _MEDIA.get(text_in(file, "type") or "")}
            for file in list_in(status, "media_attachments", 20)
            if isinstance(file, dict)
        ],
    }


def _of_post(post: Fields) -> Fields:
    embedded = post.get("_embedded")
    embedded = embedded if isinstance(embedded, dict) else {}
    pictures = (one.get("source_url") for one in list_in(embedded, "wp:featuredmedia", 5) if isinstance(one, dict))
    return {
        "id": text_in(post, "link"),
        "url": post["link"],
        "title": plain_title(text_in(post, "title"), "html"),
        "summary": plain_title(text_in(post, "excerpt"), "html") if post.get("content") else None,
        "content_html": post.get("content") or post.get("excerpt"),
        "date_published": _utc(post, "date"),
        "date_modified": _utc(post, "modified"),
        "authors": list_in(embedded, "author", 10),
        "image": post.get("jetpack_featured_media_url") or next(filter(None, pictures), None),
    }


def _utc(post: Fields, key: str) -> str | None:
    """The moment of a post; without "_gmt" it is that of the site's own clock."""
    stated = text_in(post, f"{key}_gmt")
    return f"{stated}Z" if stated else text_in(post, key)


def _of_activity(activity: Fields) -> Fields | None:
    """The note or article of an activity, None where it is somebody else's."""
    if (text_in(activity, "type") or "").lower() in _BOOSTS:
        return None
    note = activity.get("object")
    note = note if isinstance(note, dict) else activity
    return {
        "id": text_in(note, "id"),
        "url": _address(note.get("url")) or text_in(note, "id"),
        "title": text_in(note, "name"),
        "summary": text_in(note, "summary"),
        "content_html": text_in(note, "content"),
        "date_published": text_in(note, "published") or text_in(activity, "published"),
        "date_modified": text_in(note, "updated"),
        "authors": [
            {"name": text_in(one, "name") or text_in(one, "preferredUsername")}
            for one in list_in(note, "attributedTo", 10)
            if isinstance(one, dict)
        ],
        "attachments": [
            {"url": _address(file.get("url")) or text_in(file, "href"), "mime_type": text_in(file, "mediaType")}
            for file in list_in(note, "attachment", 20)
            if isinstance(file, dict)
        ],
    }


def _address(value: object) -> str | None:
    """An address, a link object, or the first of a list of either."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("href")
    return value if isinstance(value, str) else None
