"""Lists of sources as tables and as JSON: what spreadsheets, scripts and other readers write."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence

from tuinews.late import late_pattern
from tuinews.model.source_list import SkippedSource
from tuinews.subscriptions.listed import listed_source
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.text import clean_line

_ADDRESS = late_pattern(r"\s*(?:https?|feed)://\S+\s*")
_NO_NAME = late_pattern(r"\s*(?:(?:https?|feed)://\S+|\d+|(?=[\w-]*\d)[\w-]{16,})\s*")
"""An address, a number, or an id as programs make them."""
_COLUMNS = {
    "xmlurl": "url", "feedurl": "url", "rssurl": "url", "feedlink": "url", "url": "url", "feed": "url",
    "rss": "url", "channelurl": "url", "link": "url", "address": "url", "htmlurl": "url", "siteurl": "url",
    "href": "url", "title": "title", "feedtitle": "title", "feedname": "title", "channeltitle": "title",
    "name": "title", "text": "title", "label": "title",
    "folder": "folder", "category": "folder", "group": "folder", "tag": "folder", "tags": "folder",
}  # fmt: skip
"""What columns, and keys of JSON, are called; of several for one thing the first here counts. They are
written here without blanks, lines and capitals ("Feed URL", "feed_url")."""

_BETWEEN = late_pattern(r"[\W_]+")

_HOLDERS = frozenset(
    ("feeds", "items", "sources", "subscriptions", "children", "outlines", "data", "results", "entries")
)
"""Keys of lists in JSON that name no folder."""

_DELIMITERS = ",\t;|"
_MOST_LINES, _MOST_DEPTH, _MOST = 100_000, 8, 100_000
_ALIKE = 0.8
"""Share of the lines that must have as many fields, one of them an address, before they are a table."""


def of_table(lines: Sequence[str]) -> list[ListedSource | SkippedSource] | None:
    """What a table of fields names, with the names of its columns or without; None if the lines are none."""
    told = [line for line in lines if line.strip() and not line.lstrip().startswith("#")][:_MOST_LINES]
    for delimiter in _DELIMITERS:
        if not any(delimiter in line for line in told[:3]):
            continue
        try:
            rows = list(csv.reader(told, delimiter=delimiter, skipinitialspace=True))
        except csv.Error:  # a field that is too long
            continue
        columns = _columns(rows[0])
        if "url" in columns and not any(map(_ADDRESS.fullmatch, rows[0])):
            named = [_of_row(row, columns) for row in rows[1:]]
            return [one for one in named if one is not None]
        alike = [row for row in rows if _has_address_and_more(row) and len(row) == len(rows[-1])]
        is_quoted = len(told) == 1 and told[0].startswith('"')
        if not any(map(_ADDRESS.fullmatch, rows[0])) and len(rows[0]) == len(rows[-1]):
            rows = rows[1:]  # names of columns, in any language
        if (len(told) > 1 or is_quoted) and len(alike) >= max(1, _ALIKE * len(rows)):
            named = [_of_row(row, _guessed(row)) for row in rows]
            return [one for one in named if one is not None]
    return None


def _columns(names: Sequence[str]) -> dict[str | None, int]:
    """Which column is what, by their names."""
    places = {_key(name): place for place, name in reversed([*enumerate(names)])}
    found: dict[str | None, int] = {}
    for key, meaning in _COLUMNS.items():
        if key in places:
            found.setdefault(meaning, places[key])
    return found


def _key(name: str) -> str:
    return _BETWEEN.sub("", name).lower()


def of_json(text: str) -> list[ListedSource | SkippedSource] | None:
    """What a document of JSON names: addresses alone, or objects that have one; None if it is not JSON."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return list(_in_json(document, "", 0)) if isinstance(document, list | dict) else None


def _in_json(value: object, folder: str, depth: int) -> Iterator[ListedSource | SkippedSource]:
    if isinstance(value, str):
        if _ADDRESS.fullmatch(value):
            yield listed_source(value, None, folder, None)
    elif isinstance(value, list) and depth < _MOST_DEPTH:
        for one in value[:_MOST]:
            yield from _in_json(one, folder, depth + 1)
    elif isinstance(value, dict) and depth < _MOST_DEPTH:
        said = _fields(value)
        if "url" in said:
            yield listed_source(
                said["url"], said.get("title"), clean_line(said.get("folder") or folder, 200), None
            )
            return
        name = clean_line(said.get("title"), 100)
        for key, one in value.items():
            if isinstance(one, list | dict):
                is_folder = isinstance(one, list) and not name and str(key).lower() not in _HOLDERS
                yield from _in_json(one, clean_line(key, 100) if is_folder else name or folder, depth + 1)


def _fields(value: Mapping[str, object]) -> dict[str, str]:
    """The texts of an object by what they are."""
    found: dict[str, str] = {}
    lower = {_key(str(key)): one for key, one in value.items()}
    for key, meaning in _COLUMNS.items():
        one = lower.get(key)
        if isinstance(one, dict):
            one = one.get("title") or one.get("name")
        if isinstance(one, list) and meaning == "folder":
            one = next(iter(one), None)
        if isinstance(one, str) and one.strip() and (meaning != "url" or _ADDRESS.fullmatch(one)):
            found.setdefault(meaning, one.strip())
    return found


def _has_address_and_more(row: Sequence[str]) -> bool:
    return len(row) > 1 and sum(_ADDRESS.fullmatch(cell) is not None for cell in row) == 1


def _guessed(row: Sequence[str]) -> Mapping[str | None, int]:
    """Which field is what where no line says so: the address, then a name, then a folder."""
    others = [place for place, cell in enumerate(row) if not _NO_NAME.fullmatch(cell) and cell.strip()]
    url = next((place for place, cell in enumerate(row) if _ADDRESS.fullmatch(cell)), 0)
    found: dict[str | None, int] = {"url": url}
    return found | dict(zip(("title", "folder"), others, strict=False))


def _of_row(row: Sequence[str], columns: Mapping[str | None, int]) -> ListedSource | SkippedSource | None:
    def cell(name: str) -> str:
        place = columns.get(name)
        return row[place].strip() if place is not None and place < len(row) else ""

    if not any(field.strip() for field in row):
        return None
    return listed_source(cell("url"), cell("title") or None, clean_line(cell("folder"), 200) or None, None)
