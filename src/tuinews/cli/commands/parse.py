"""`tuinews parse`: the very functions that the reader uses, on a file or on a stream of requests."""

import argparse
import gc
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tuinews.charset import decode
from tuinews.cli.output import report
from tuinews.cli.site_memories import SiteMemories
from tuinews.cli.words import parsing as messages
from tuinews.errors import ExtractError, TuinewsError, system_reason
from tuinews.extract.article import extract_article
from tuinews.extract.dates import parse_date
from tuinews.extract.feed import parse_feed
from tuinews.extract.listing import extract_listing
from tuinews.language import _
from tuinews.library.decoding import file_bytes, text_of
from tuinews.model.article import Article
from tuinews.model.document_json import document_to_json
from tuinews.model.entry import Entry, FeedEntry, Person
from tuinews.model.feed import Feed
from tuinews.model.when import When
from tuinews.text import clean_line

Json = dict[str, Any]


def run(arguments: argparse.Namespace) -> int:
    """Answer one file, or with `--batch` every request of stdin, one JSON value a line."""
    answer = _ANSWERS[arguments.what]
    if arguments.batch:
        return _batch(answer)
    if arguments.file is None:
        report(_(messages.NO_FILE))
        return 2
    request = {"file": arguments.file, "url": arguments.url, "now": arguments.now}
    request |= {"text": arguments.file, "lang": arguments.lang}
    value = _one(answer, request)
    if "error" in value:
        report(f"{clean_line(arguments.file, 100)}: {value['error']}")
        return 1
    _print(value)
    return 0


OBJECTS = 50_000
"""New objects after which the collector looks for circles among them.

A page leaves none, so at Python's 700 the collector runs five times a page for nothing, 3 to 6 % of the time.
"""


def _batch(answer: Callable[[Json], Json]) -> int:
    gc.set_threshold(OBJECTS)
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        try:
            request = json.loads(line)
        except (ValueError, RecursionError):
            request = None
        _print(_one(answer, request) if isinstance(request, dict) else {"error": _(messages.NOT_JSON_OBJECT)})
    return 0


def _print(value: Json) -> None:
    # surrogates cannot be written as UTF-8; the gate takes them out of text, this covers what is not text
    line = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _one(answer: Callable[[Json], Json], request: Json) -> Json:
    try:
        return answer(request)
    except TuinewsError as error:
        return {"error": clean_line(error)}
    except OSError as error:
        return {"error": clean_line(messages.cannot_be_read(system_reason(error)))}
    except Exception as error:  # noqa: BLE001 - a bad page gives one line, never the end of the stream
        return {"error": clean_line(f"{type(error).__name__}: {error}")}


def _string(request: Json, name: str) -> str | None:
    """A value of a request that is a text, None if it is not given. Raises ExtractError for anything else."""
    value = request.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise ExtractError(name, _("it is not a string"), _("see docs/commands.md"))


def _url(request: Json) -> str | None:
    """The address of the page. Raises ExtractError for one that cannot be taken apart."""
    url = _string(request, "url")
    try:
        urlsplit(url or "").port  # noqa: B018 - it raises
    except ValueError as error:
        what = f"url {clean_line(url, 100)}"
        raise ExtractError(
            what, _("this is not a web address"), _("enter one such as https://tuoitre.vn")
        ) from error
    return url


def _now(request: Json) -> datetime | None:
    text = _string(request, "now")
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ExtractError("now", _("it is not an ISO 8601 time")) from error


def _body(request: Json) -> tuple[bytes, str | None]:
    file = _string(request, "file")
    if file is None or "\0" in file:
        raise ExtractError("file", _("none was given"), _("see docs/commands.md"))
    return file_bytes(Path(file)), _headers(request).get("content-type")


def _page(request: Json) -> str:
    """The text of a page; raises ExtractError for a file that is not text at all."""
    body, media_type = _body(request)
    return text_of(body, media_type, _("page"))


def _headers(request: Json) -> dict[str, str]:
    given = request.get("headers") or {}
    if not isinstance(given, dict):
        raise ExtractError("headers", _("this is not a JSON object"), _("see docs/commands.md"))
    return {str(name).lower(): str(value) for name, value in given.items()}


def _when(when: When | None) -> Json:
    if when is None:
        return {"date": None, "earliest": None, "precision": None}
    return {"date": when.date, "earliest": when.earliest_date, "precision": when.precision.value}


_memories = SiteMemories()


def _article(request: Json) -> Json:
    article = extract_article(_page(request), _url(request), now=_now(request))
    memory = _string(request, "memory")
    if memory is None:
        return _article_answer(article)
    read = _memories.read(memory, _url(request) or str(request["file"]), article)
    return _article_answer(read.article) | {"left_out": read.left_out}


def _article_answer(article: Article) -> Json:
    when = article.published
    return {
        "title": article.title,
        "author": list(article.authors),
        "date": when.stated if when else None,
        "precision": when.precision.value if when else None,
        "lead": article.lead,
        "text": article.text,
        "captions": article.document.captions,
        "blocks": document_to_json(article.document),
        "lang": article.lang,
        "site": article.site,
        "next_page": article.next_page,
        "kind": article.page_kind.value,
        "paywalled": article.paywalled,
    }


def _item(entry: Entry) -> Json:
    known = {"title": entry.title, "url": entry.url} | _when(entry.published)
    return known | {"summary": entry.summary, "author": list(entry.authors), "image": entry.image}


def _listing(request: Json) -> Json:
    listing = extract_listing(_page(request), _url(request) or "", now=_now(request))
    return {"items": [_item(entry) for entry in listing.entries], "next_page": listing.next_page}


def _person(person: Person | None) -> Json:
    who = person or Person()
    return {"author": who.text, "author_name": who.name, "author_email": who.email}


def _feed_entry(entry: FeedEntry) -> Json:
    values = asdict(entry) | _person(entry.author)
    values["enclosures"] = [asdict(enclosure) for enclosure in entry.enclosures]
    return values


def _feed_answer(feed: Feed) -> Json:
    head = {
        "title": feed.title,
        "link": feed.link,
        "id": feed.id,
        "published": feed.published,
        "updated": feed.updated,
        "language": feed.language,
        "description": feed.description,
    } | _person(feed.author)
    return {"feed": head, "entries": [_feed_entry(entry) for entry in feed.entries]}


def _feed(request: Json) -> Json:
    text = decode(*_body(request))
    return _feed_answer(parse_feed(text, _url(request), _headers(request)))


def _date(request: Json) -> Json:
    when = parse_date(str(request.get("text") or ""), _now(request), _string(request, "lang"))
    date = _when(when)
    return {
        "date": date["date"],
        "earliest": date["earliest"],
        "latest": date["date"],
        "precision": date["precision"],
    }


_ANSWERS: dict[str, Callable[[Json], Json]] = {
    "article": _article,
    "listing": _listing,
    "feed": _feed,
    "date": _date,
}
