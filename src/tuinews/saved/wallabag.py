"""wallabag: the JSON that it exports, of its second version and of its first, and its CSV."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem

COLUMNS = frozenset(("title", "url", "content", "tags", "language", "creation date"))


def of_row(row: dict[str, str]) -> SavedArticle:
    """An article of the CSV, which says neither what was read nor what is starred."""
    return SavedArticle(
        fields.web_address(row.get("url")),
        fields.text(row.get("title")),
        added=_day_first(row.get("creation date", "")),
        tags=fields.tags(row.get("tags")),
        html=fields.html(row.get("content")),
        lang=fields.text(row.get("language"))[:20] or None,
    )


def _day_first(stated: str) -> datetime | None:
    try:
        return datetime.strptime(stated.strip(), "%d/%m/%Y %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return fields.moment(stated)


def is_item(item: JsonItem) -> bool:
    """Whether it is an entry of an export: `is_starred` and `domain_name`, or `is_fav` of the first version."""
    return "url" in item and (("is_starred" in item and "is_archived" in item) or "is_fav" in item)


def of_item(item: JsonItem) -> SavedArticle:
    """An article; its annotations are highlights with their notes."""
    return SavedArticle(
        fields.first_address(item.get("url"), item.get("given_url"), item.get("origin_url")),
        fields.text(item.get("title")),
        added=fields.moment(item.get("created_at")),
        published=fields.moment(item.get("published_at")),
        tags=fields.tags(item.get("tags")),
        read=fields.flag(item.get("is_archived", item.get("is_read"))),
        starred=fields.flag(item.get("is_starred", item.get("is_fav"))),
        highlights=fields.highlights(_annotations(item)),
        html=fields.html(item.get("content")),
        authors=fields.names(item.get("published_by")),
        lang=fields.text(item.get("language"))[:20] or None,
    )


def _annotations(item: JsonItem) -> Iterator[SavedHighlight | None]:
    found = item.get("annotations")
    for one in found[: fields.MOST_HIGHLIGHTS] if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield fields.highlight(one.get("quote"), one.get("text"), one.get("created_at"))
