"""Pocket: the CSV of its last years (`title,url,time_added,tags,status`, in a zip with annotations), and its HTML.

Its favourites are in neither.
"""

from collections.abc import Iterator

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem
from tuinews.saved.links import ExportedLink

COLUMNS = frozenset(("title", "url", "time_added", "status"))


def of_row(row: dict[str, str]) -> SavedArticle:
    """An article of the CSV."""
    return SavedArticle(
        fields.web_address(row.get("url")),
        fields.text(row.get("title")),
        added=fields.moment(row.get("time_added")),
        tags=fields.tags(row.get("tags"), "|" if "|" in row.get("tags", "") else ","),
        read=row.get("status", "").strip().lower() in ("archive", "archived", "1"),
        starred=fields.flag(row.get("favorite", "")),
    )


def of_link(link: ExportedLink) -> SavedArticle:
    """An article of the HTML, which stands under "Unread" or "Read Archive"."""
    return SavedArticle(
        fields.web_address(link.attributes.get("href")),
        fields.text(link.text),
        added=fields.moment(link.attributes.get("time_added")),
        tags=fields.tags(link.attributes.get("tags", "")),
        read="archive" in link.heading.lower(),
    )


def is_annotated(item: JsonItem) -> bool:
    """Whether it is an object of the annotations beside the CSV."""
    marked = item.get("highlights")
    return "url" in item and isinstance(marked, list) and "slug" not in item and "content" not in item


def of_annotated(item: JsonItem) -> tuple[str | None, tuple[SavedHighlight, ...]]:
    """The address of an article and what was highlighted in it."""
    return fields.web_address(item.get("url")), fields.highlights(_quotes(item))


def _quotes(item: JsonItem) -> Iterator[SavedHighlight | None]:
    for one in item["highlights"][: fields.MOST_HIGHLIGHTS]:
        if isinstance(one, dict):
            yield fields.highlight(one.get("quote"), one.get("note"), one.get("created_at"))
